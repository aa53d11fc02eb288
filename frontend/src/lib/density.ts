// How closely a page is set. A professional's desk is dense; a consumer's page has larger text and targets, and so has
// everybody's on a phone. The room or list that fills the page says so once; everything inside it, sheets included, asks.
import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';

const KEY = Symbol('density');
const ALWAYS = () => true;
const NEVER = () => false;

/** Called by a page's outermost component, while it starts. */
export function setDense(): void {
  if (typeof matchMedia === 'undefined') return void setContext(KEY, ALWAYS);
  const wide = new MediaQuery('(min-width: 1024px)', true);
  setContext(KEY, () => wide.current);
}

/**
 * Called by a component while it starts: whether the page around it is dense. The answer follows the window, so that
 * nothing typed or chosen is lost where a window becomes a desk, or a phone's page.
 */
export const isDense = (): (() => boolean) => getContext<(() => boolean) | undefined>(KEY) ?? NEVER;
