/** Money, names and sizes in the reader's language. */
import type { Money } from '$lib/api/types';
import { messages, t } from './index.svelte';

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

/** What stands before a sum in Spanish as it is written in America, where the browser has the sign of Spain behind it. */
const SIGNS: Record<string, string> = { BRL: 'R$', USD: 'US$', EUR: '€', GBP: '£' };

/** `{amount: 12990, currency: "BRL"}` is "R$ 129,90"; whole amounts drop their zeros. */
export function money({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const whole = amount % 10 ** digits === 0;
  try {
    if (messages.language === 'es') {
      const figure = { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits };
      const said = numbers({ ...figure, useGrouping: 'always' }).format(amount / 10 ** digits);
      return `${SIGNS[currency] ?? currency}\u00a0${said}`;
    }
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

// "R$", "US$", "$", "€", "BRL": before or after the figure.
const SIGN = String.raw`(\p{L}{0,3}\p{Sc}|\p{L}{3})?`;
const AMOUNT = new RegExp(String.raw`^${SIGN}\s*(\d[\d.,\s]*?)\s*${SIGN}$`, 'u');
/** The most that the record holds in one sum, in minor units. */
const AMOUNT_MAX = 1e12;

/** How this currency is written: by its code, by its sign, with its country or without. */
function signsOf(currency: string): Set<string> {
  const said = (currencyDisplay: 'symbol' | 'narrowSymbol') =>
    numbers({ style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? '';
  return new Set([currency, said('symbol'), said('narrowSymbol')]);
}

/** How the reader's language writes a figure: "1.280,50" in Portuguese and Spanish, "1,280.50" in English. */
function signs(): { group: string; decimal: string } {
  const parts = numbers({}).formatToParts(12345.6);
  const sign = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group'), decimal: sign('decimal') };
}

/**
 * Reads what people type into minor units, in the form of their language alone: in Portuguese "1.280", "1280,5" and
 * "R$ 1 280,50". What is not one plain amount, or would be another one elsewhere ("1,280"), is null, never guessed.
 */
export function readAmount(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const [, before, plain, after] = AMOUNT.exec(text.trim()) ?? [];
  if (plain === undefined) return null;
  // Ten euros are not ten reais.
  if ([before, after].some((sign) => sign && !signsOf(currency).has(sign.toUpperCase()))) return null;
  const { group, decimal } = signs();
  const [whole = '', fraction = '', more] = plain.split(decimal);
  if (more !== undefined || !/^\d*$/.test(fraction) || fraction.length > digits) return null;
  if (plain.includes(decimal) && fraction === '') return null;
  const grouped = [group, ' ', '\u00a0', '\u202f'].some((sign) => {
    const [first = '', ...rest] = whole.split(sign);
    return rest.length > 0 && /^\d{1,3}$/.test(first) && rest.every((three) => /^\d{3}$/.test(three));
  });
  if (!grouped && !/^\d+$/.test(whole)) return null;
  const value = Number(`${whole.replace(/\D/g, '')}${fraction.padEnd(digits, '0')}`);
  return value <= AMOUNT_MAX ? value : null;
}

/** An amount that could not be read: what is wrong with it, with an example in the language's own form. */
export const amountFault = (currency: string): string =>
  t('form-amount-fault', { example: amountText(128_050, fractionDigits(currency) === 0 ? 'CLP' : currency) });

/** "1.280,50 reais brasileiros": an amount as it was read, with the currency in words. */
export function moneyInWords({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const format = numbers({ style: 'currency', currency, currencyDisplay: 'name', minimumFractionDigits: digits });
  const parts = format.formatToParts(amount / 10 ** digits);
  // Portuguese writes the name of a currency small; the tables of browsers have it as a title.
  const small =
    messages.language === 'en' ? (name: string) => name : (name: string) => name[0]?.toLowerCase() + name.slice(1);
  return parts.map(({ type, value }) => (type === 'currency' ? small(value) : value)).join('');
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
