import { tick } from 'svelte';

/** What somebody stood on is gone, and the browser has put them at the top of the page: they go on where they were. */
export function isLost(): boolean {
  const at = document.activeElement;
  return !at || at === document.body;
}

/** To the first of these that is there and takes the focus, for whoever lost it. */
export function goOn(...ways: readonly (Element | null | undefined)[]): void {
  for (const way of ways) {
    if (!isLost()) return;
    if (way instanceof HTMLElement && way.isConnected) way.focus();
  }
}

const STOPS = 'a[href], button, input, select, textarea, summary';

/** Something is taken away by a button that goes with it: what could be pressed next has the focus, or what was before. */
export async function keepPlace(take: () => unknown): Promise<void> {
  const stops = [...document.querySelectorAll(STOPS)];
  const at = stops.findIndex((one) => one === document.activeElement);
  await take();
  await tick();
  if (at >= 0) goOn(...stops.slice(at + 1), ...stops.slice(0, at).reverse());
}

/** A page that somebody came to begins at its heading, once that is there; answers how to stop waiting. */
export function startAtHeading(): () => void {
  const watch = new MutationObserver(look);
  function look(): void {
    const heading = document.querySelector<HTMLElement>('h1');
    if (!heading) return;
    watch.disconnect();
    // Who closed a sheet on the way stands on the page as a whole.
    if (!isLost() && document.activeElement?.id !== 'main') return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  return () => watch.disconnect();
}
