/**
 * Text as other programs hand it over: Word breaks lines with a vertical tab, PDF viewers with a form feed, others with
 * signs of their own, and many leave marks that nobody sees. The server refuses what cannot be seen; here it becomes what
 * the person saw.
 */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// eslint-disable-next-line no-control-regex -- exactly these are not to be seen
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const seenText = (text: string): string => text.replace(BREAKS, '\n').replace(UNSEEN, '');

/** The same for every text in what is sent. */
export function seen<T>(value: T): T {
  if (typeof value === 'string') return seenText(value) as T;
  if (Array.isArray(value)) return value.map(seen) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, seen(inner)])) as T;
}
