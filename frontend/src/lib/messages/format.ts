/** Money, names and sizes in the reader's language. */
import type { Money } from '$lib/api/types';
import { messages } from './index.svelte';

const memo = new Map<string, Intl.NumberFormat>();
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${messages.language}${JSON.stringify(options)}`;
  let found = memo.get(key);
  if (!found) memo.set(key, (found = new Intl.NumberFormat(messages.language, options)));
  return found;
}

/** How many digits the currency has after the point: 2 for BRL, 0 for CLP. */
export function fractionDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** `{amount: 12990, currency: "BRL"}` is "R$ 129,90"; whole amounts drop their zeros. */
export function money({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const whole = amount % 10 ** digits === 0;
  try {
    return numbers({
      style: 'currency',
      currency,
      // The real has a sign of its own; a peso's would not say which.
      currencyDisplay: currency === 'BRL' ? 'narrowSymbol' : 'symbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: digits,
    }).format(amount / 10 ** digits);
  } catch {
    return `${currency} ${amount / 10 ** digits}`;
  }
}

/** The amount as a field shows it: "1.280" or "129,90". */
export function amountText(amount: number, currency: string): string {
  const digits = fractionDigits(currency);
  const whole = amount % 10 ** digits === 0;
  return numbers({ minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits }).format(
    amount / 10 ** digits,
  );
}

/**
 * Reads what people type into minor units: "1.280", "1280,5", "R$ 1,280.50". Null when it is no amount.
 * A single separator followed by exactly three digits groups; otherwise the last separator is the decimal one.
 */
export function readAmount(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const plain = text.replace(/[^\d.,-]/g, '');
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  let whole = plain;
  let fraction = '';
  if (last >= 0) {
    const after = plain.slice(last + 1);
    const separators = new Set(plain.replace(/\d/g, ''));
    const groups = after.length === 3 && separators.size === 1;
    if (!groups) {
      whole = plain.slice(0, last);
      fraction = after;
    }
  }
  if (fraction.length > digits) return null;
  const value = Number(`${whole.replace(/[.,]/g, '') || '0'}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(value) ? value : null;
}

export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${numbers({ maximumFractionDigits: 0 }).format(bytes / 1000)} kB`;
  return `${numbers({ maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;
}

export const number = (value: number): string => numbers({}).format(value);

/** "Bruna Castro" is "BC"; one word gives its first two letters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = (word: string | undefined, count: number) => [...(word ?? '')].slice(0, count).join('');
  const first = words[0];
  return (words.length > 1 ? letters(first, 1) + letters(words.at(-1), 1) : letters(first, 2)).toUpperCase();
}

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
