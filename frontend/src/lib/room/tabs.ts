/** Left and right in a row of tabs, round its ends: the tab to show, which gets the focus; null for any other key. */
export function besideTab<T>(event: KeyboardEvent, tabs: readonly T[], current: T): T | null {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  event.preventDefault();
  const at = (tabs.indexOf(current) + step + tabs.length) % tabs.length;
  (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  return tabs[at] ?? null;
}
