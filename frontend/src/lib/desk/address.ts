/** The address of a desk says which filter and which words its list has: it survives a reload and can be passed on. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { untrack } from 'svelte';
import type { Cases } from './list.svelte';

/** Writes what the list shows into the address, without a new entry of the history. */
export function tellAddress(list: Cases): void {
  try {
    untrack(() => replaceState(`${location.pathname}${list.query}`, page.state));
  } catch {
    // A component that is shown by itself has no router.
  }
}

/** Takes from the address what the list shows: at the first opening, and wherever the address says something. */
export function followAddress(list: Cases): void {
  if (!list.loaded || location.search !== '') list.follow(new URL(location.href));
}
