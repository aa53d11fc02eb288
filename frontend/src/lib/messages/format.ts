/** Money, dates and sizes in the reader's language and zone. Weekday first: "ter, 24 nov, 18h". */
import type { Due, Money } from '$lib/api/types';
import { clockNow } from '$lib/room/now.svelte';
import { messages, t } from './index.svelte';

const memo = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${messages.language}${JSON.stringify(options)}`;
  let found = memo.get(key) as Intl.DateTimeFormat | undefined;
  if (!found) memo.set(key, (found = new Intl.DateTimeFormat(messages.language, options)));
  return found;
}
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${messages.language}n${JSON.stringify(options)}`;
  let found = memo.get(key) as Intl.NumberFormat | undefined;
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

const at = (when: string | Date): Date => (typeof when === 'string' ? new Date(when) : when);

function sameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

/** "10:12" */
export const clock = (when: string | Date): string => dates({ hour: '2-digit', minute: '2-digit' }).format(at(when));

/** "ter, 24 nov", with the year when it is another one. Short words without dots or "de", weekday first. */
export function day(when: string | Date): string {
  const date = at(when);
  const other = date.getFullYear() !== clockNow.read().getFullYear();
  const parts = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(date);
  const word = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value.replace('.', '') ?? '';
  return `${word('weekday')}, ${word('day')} ${word('month')}${other ? ` ${word('year')}` : ''}`;
}

/** In a sentence: "18h" and "17h56" in Portuguese, "18:00" elsewhere. */
export function hour(when: string | Date): string {
  const [hours = '', minutes = ''] = clock(when).split(':');
  if (messages.language !== 'pt-BR') return clock(when);
  return minutes === '00' ? `${hours}h` : `${hours}h${minutes}`;
}

/** "terça-feira, 24 de novembro de 2026" */
export const longDay = (when: string | Date): string =>
  dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at(when));

const isMidnight = (date: Date): boolean => date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0;

/** The last day on which something is still in time; its end is the first moment that is too late. */
export const lastDay = (due: string): string => day(new Date(Date.parse(due) - 1));

/** "hoje, 18h" · "amanhã, 17h56" · "ter, 24 nov, 18h" */
export function moment(when: string | Date, now = clockNow.read()): string {
  // A day ends at 24:00: a deadline at midnight belongs to the day that ends, not to the one that begins.
  const midnight = isMidnight(at(when));
  const date = midnight ? new Date(at(when).getTime() - 1) : at(when);
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const time = midnight ? t('when-midnight') : hour(date);
  if (sameDay(date, now)) return t('when-today', { time });
  if (sameDay(date, tomorrow)) return t('when-tomorrow', { time });
  if (sameDay(date, yesterday)) return t('when-yesterday', { time });
  return t('when-day', { day: day(date), time });
}

/** Heading between days of a log. */
export function dayHeading(when: string, now = clockNow.read()): string {
  const date = at(when);
  if (sameDay(date, now)) return t('when-today-alone');
  if (sameDay(date, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return t('when-yesterday-alone');
  return day(date);
}

/** A calendar day, `2026-12-01`, is the same day in every zone. */
export function civil(date: string): string {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return day(new Date(year, month - 1, dayOfMonth, 12));
}

/** "até ter, 1 dez" or "5 dias úteis depois de assinar" */
export function due(when: Due): string {
  if ('on' in when) return t('due-on', { day: civil(when.on) });
  return when.working_days
    ? t('due-working-days', { days: when.days_after_signature })
    : t('due-days', { days: when.days_after_signature });
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
