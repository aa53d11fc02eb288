/** The address of a desk says which filter and which words its list has: it survives a reload and can be passed on. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { untrack } from 'svelte';
import { PARAMETERS, type Cases } from './list.svelte';

/** Writes what the list shows into the address, without a new entry of the history; what else it says stays. */
export function tellAddress(list: Cases): void {
  const said = new URLSearchParams(location.search);
  for (const name of PARAMETERS) said.delete(name);
  for (const [name, value] of new URLSearchParams(list.query)) said.set(name, value);
  const search = said.size > 0 ? `?${said}` : '';
  try {
    untrack(() => replaceState(`${location.pathname}${search}`, page.state));
  } catch {
    // A component that is shown by itself has no router.
  }
}

/** Takes from the address what the list shows: at the first opening, and wherever the address says something of it. */
export function followAddress(list: Cases): void {
  const address = new URL(location.href);
  if (!list.loaded || PARAMETERS.some((name) => address.searchParams.has(name))) list.follow(address);
}
