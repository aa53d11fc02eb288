/** Single keys of the desk. They work only outside fields and dialogs and can be switched off (WCAG 2.1.4). */
import { keep, kept } from '$lib/kept';

export type Action =
  | 'next'
  | 'previous'
  | 'open'
  | 'accept'
  | 'counter'
  | 'propose'
  | 'search'
  | 'help'
  | 'starter-1'
  | 'starter-2'
  | 'starter-3'
  | 'starter-4';

export const KEYS: Record<string, Action> = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  a: 'accept',
  c: 'counter',
  p: 'propose',
  '/': 'search',
  '?': 'help',
  '1': 'starter-1',
  '2': 'starter-2',
  '3': 'starter-3',
  '4': 'starter-4',
};

const OFF = 'acordo.keys-off';

class SingleKeys {
  on = $state(kept(OFF) !== '1');

  switch(on: boolean): void {
    this.on = on;
    keep(OFF, on ? null : '1');
  }
}

export const singleKeys = new SingleKeys();

/** Esc leaves a field for the page, where the single keys work; a sheet closes by itself, and a search keeps its Esc. */
export function leaveField(event: KeyboardEvent): void {
  const target = event.target as HTMLElement | null;
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (!target?.closest('textarea, input:not([type=search]), select')) return;
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The action of a key press, or null where the key belongs to what has the focus. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (!singleKeys.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target as HTMLElement | null;
  if (!target || document.querySelector('dialog[open]')) return null;
  if (target.closest('input, textarea, select, [contenteditable=true]')) return null;
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  // Enter presses the button or link that has the focus.
  if (action === 'open' && target.closest('a, button, summary, [role=tab]')) return null;
  return action;
}
