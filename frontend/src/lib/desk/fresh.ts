/** Keeps what a page shows fresh, from one clock for all the pages and bars that show it. */
import { untrack } from 'svelte';
import { alerts } from './alerts.svelte';

/** How old a list may be while somebody looks. */
const SEEN_MILLIS = 5_000;
/** And while nobody looks, for those who asked to be told. */
const HIDDEN_MILLIS = 30_000;

/** Answers the `watch` of a store: each page that shows it calls it, and calls the answer when it goes. */
export function fresh(ask: () => void): () => () => void {
  let pages = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let asked = 0;

  const now = () =>
    untrack(() => {
      asked = performance.now();
      ask();
    });
  const due = () => {
    const told = alerts.on && performance.now() - asked >= HIDDEN_MILLIS;
    if (document.visibilityState === 'visible' || told) now();
  };
  function stop(): void {
    pages -= 1;
    if (pages > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', due);
  }
  return () => {
    pages += 1;
    if (pages === 1) {
      timer = setInterval(due, SEEN_MILLIS);
      document.addEventListener('visibilitychange', due);
    }
    now();
    return stop;
  };
}
