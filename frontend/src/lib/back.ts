/**
 * What a phone's way back closes first: each sheet, and each step of one, is an entry of the history. Entries and what is
 * open are held equal: Back closes the topmost, and what closes by itself takes its entry out.
 */
import { goto, pushState } from '$app/navigation';
import { navigating, page } from '$app/state';
import { untrack } from 'svelte';

interface Entry {
  close: () => void;
  /** Where the page stood: the router restores where it stood when this address was left before. */
  at: number;
}
const open: Entry[] = [];
const depth = (): number => (page.state as { open?: number }).open ?? 0;

let timer: ReturnType<typeof setTimeout> | undefined;
/** A browser that has no such step to take says nothing. */
const GOING_MILLIS_MAX = 500;
/** Asked of the browser and not done yet: a way to another page that begins meanwhile would be taken back. */
let going: Promise<void> | null = null;
let arrived = (): void => undefined;
/** The step that is taken back belongs to what closed by itself: what was opened since then stays. */
let keeps = false;
function goBack(by: number, keep: boolean): Promise<void> {
  listen();
  keeps = keep;
  const gone = new Promise<void>((resolve) => {
    arrived = () => {
      clearTimeout(late);
      going = null;
      resolve();
    };
    const late = setTimeout(() => {
      arrived();
      settle();
    }, GOING_MILLIS_MAX);
  });
  going = gone;
  history.go(-by);
  return gone;
}

/** Later, because one sheet often gives way to the next: then its entry is used again. */
function settle(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // Whoever is on the way to another page is not called back; the entry is passed over by Back later.
    if (navigating.to || going) return;
    const surplus = depth() - open.length;
    if (surplus > 0) void goBack(surplus, true);
    else enter();
  });
}

function went(): void {
  const kept = going !== null && keeps;
  arrived();
  for (let top = open.at(-1); !kept && top && open.length > depth(); top = open.at(-1)) {
    open.pop();
    scrollTo(0, top.at);
    top.close();
  }
  // Forward again: nothing is open there any more. Or something was opened while the step was taken back.
  settle();
}

/** After the router's own, which says where the page is now: what is asked first may be asked before the router listens. */
function listen(): void {
  removeEventListener('popstate', went);
  addEventListener('popstate', went);
}

/** What is open has its entries. */
function enter(): void {
  try {
    // The router reads where the page is: an effect that opens something must not follow that.
    untrack(() => depth() < open.length && pushState('', { open: open.length }));
  } catch {
    // A component that is shown by itself has no router.
  }
}

/** From now on Back closes this instead of leaving the page; the answer is for when it is gone by another way. */
export function backCloses(close: () => void): () => void {
  listen();
  const entry = { close, at: scrollY };
  open.push(entry);
  if (!going) enter();
  return () => {
    const at = open.indexOf(entry);
    if (at < 0) return;
    open.splice(at, 1);
    settle();
  };
}

/** To another page, from whatever is open: its entries are taken out first, so that Back there leads to what came before. */
export async function goTo(to: string): Promise<void> {
  for (let tries = 0; depth() > 0 && tries < 3; tries += 1) {
    clearTimeout(timer);
    await (going ?? goBack(depth(), false));
  }
  await goto(to);
}

/** How many sheets were open when this page was loaded anew: read before the router writes its own state there. */
const leftOpen =
  typeof history === 'undefined'
    ? 0
    : ((history.state as { 'sveltekit:states'?: { open?: number } } | null)?.['sveltekit:states']?.open ?? 0);

/** Nothing is open after a reload, but the browser's history still holds the steps. */
export function forgetOpen(): void {
  if (leftOpen > 0) void goBack(leftOpen, true);
}
