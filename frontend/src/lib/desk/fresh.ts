/**
 * Keeps what a page shows fresh, for all the pages and bars that show it: asked again when the server says that it may
 * have changed, and now and then by itself, for what no hint tells and where no hint comes.
 */
import { untrack } from 'svelte';
import { alerts } from './alerts.svelte';
import { hints } from './hints';

/** How old a list may be while somebody looks and no hints come. */
const SEEN_MILLIS = 5_000;
/** And while nobody looks: what is stale, and for those who asked to be told. */
const HIDDEN_MILLIS = 30_000;
/** A clock may be called a little early. */
const EARLY_MILLIS = 250;

/** Asks for what is shown; `hinted` where an answer that is under way may be older than what has happened. */
type Ask = (hinted: boolean) => void;

/** Answers the `watch` of a store: each page that shows it calls it, and calls the answer when it goes. */
export function fresh(ask: Ask): () => () => void {
  let pages = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let deaf: (() => void) | undefined;
  let asked = 0;
  let stale = false;

  const isSeen = () => document.visibilityState === 'visible';
  const now = (hinted = false) =>
    untrack(() => {
      asked = performance.now();
      stale = false;
      ask(hinted);
    });
  const due = () => {
    const age = performance.now() - asked + EARLY_MILLIS;
    if (isSeen() ? stale || age >= (hints.pauseMillis ?? SEEN_MILLIS) : (stale || alerts.on) && age >= HIDDEN_MILLIS)
      now();
  };
  const seen = () => {
    if (isSeen() && (stale || hints.pauseMillis === null)) now();
  };
  const hinted = () => {
    stale = true;
    if (isSeen() || alerts.on) now(true);
  };
  function stop(): void {
    pages -= 1;
    if (pages > 0) return;
    clearInterval(timer);
    deaf?.();
    document.removeEventListener('visibilitychange', seen);
  }
  return () => {
    pages += 1;
    if (pages === 1) {
      timer = setInterval(due, SEEN_MILLIS);
      deaf = hints.listen(hinted);
      document.addEventListener('visibilitychange', seen);
    }
    now();
    return stop;
  };
}
