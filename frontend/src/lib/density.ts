// How closely a page is set. A professional's desk is dense; a consumer's page has larger text and targets, and so has
// everybody's on a phone. The room or list that fills the page says so once; everything inside it, sheets included, asks.
import { getContext, setContext } from 'svelte';

const KEY = Symbol('density');

/** Called by a page's outermost component, while it starts. */
export function setDense(): void {
  setContext(KEY, typeof matchMedia === 'undefined' || matchMedia('(min-width: 1024px)').matches);
}

/** Called by a component while it starts: whether the page around it is dense. */
export function isDense(): boolean {
  return getContext<boolean | undefined>(KEY) ?? false;
}
