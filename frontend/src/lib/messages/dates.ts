/**
 * Every date of the page. A deadline, and the day on which something happened, is told in the zone of its case, wherever
 * the reader's device is; mails and papers say it in the same words (src/texts/dates.rs, tests/golden/dates.json). When
 * something was said, to the minute, is told in the reader's own zone.
 */
import type { Due } from '$lib/api/types';
import { clockNow } from '$lib/room/now.svelte';
import { messages, t, type Key } from './index.svelte';

/** What the clock on a wall of that zone shows. */
interface Local {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** Minutes ahead of UTC. */
  offset: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const walls = new Map<string, Intl.DateTimeFormat>();
function wall(zone: string | undefined): Intl.DateTimeFormat {
  const key = zone ?? '';
  let found = walls.get(key);
  if (!found) walls.set(key, (found = newWall(zone)));
  return found;
}

function newWall(timeZone: string | undefined): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { timeZone, ...numeric, ...time });
  } catch {
    // A zone younger than this device: as the server does with one that it does not know.
    return newWall('UTC');
  }
}

/** Without a zone: where the reader is. */
function local(millis: number, zone?: string): Local {
  const whole = Math.floor(millis / 1000) * 1000;
  const parts = wall(zone).formatToParts(whole);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const [year, month, day, hour, minute] = [part('year'), part('month'), part('day'), part('hour'), part('minute')];
  const offset = (Date.UTC(year, month - 1, day, hour, minute, part('second')) - whole) / MINUTE;
  return { year, month, day, hour, minute, offset };
}

type Civil = Pick<Local, 'year' | 'month' | 'day'>;

const same = (a: Civil, b: Civil) => a.year === b.year && a.month === b.month && a.day === b.day;
const millis = (when: string | Date): number => (typeof when === 'string' ? Date.parse(when) : when.getTime());
const two = (value: number): string => String(value).padStart(2, '0');
const text = ({ year, month, day }: Civil): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

function read(date: string): Civil {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** The day that ends with this moment, its 24:00, if one does; a day also ends where there is no midnight. */
function dayEnded(at: number, zone?: string): Civil | null {
  const last = local(at - 1, zone);
  return same(last, local(at, zone)) ? null : last;
}

/** "segunda, 28 de dezembro", with its year unless that is this one. */
function said(date: Civil, thisYear: number | null): string {
  const weekday = ((new Date(Date.UTC(2000, date.month - 1, date.day)).setUTCFullYear(date.year) / DAY + 3) % 7) + 1;
  const words = {
    weekday: t(`date-weekday-${weekday}` as Key & `date-weekday-${1 | 2}`),
    day: date.day === 1 ? t('date-first') : String(date.day),
    month: t(`date-month-${date.month}` as Key & `date-month-${1 | 2}`),
  };
  return date.year === thisYear ? t('date-day', words) : t('date-day-year', { ...words, year: String(date.year) });
}

/** "18h" and "17h56" in Portuguese, "18:00" elsewhere. */
function hourOf({ hour, minute }: Local): string {
  const short = messages.language === 'pt-BR' ? String(hour) : two(hour);
  return minute === 0 ? t('date-hour', { hour: short }) : t('date-hour-minute', { hour: short, minute: two(minute) });
}

/** Whose clock it is: "horário de Brasília", "UTC−4". */
function clockOf(zone: string, { offset }: Local): string {
  if (zone === 'America/Sao_Paulo') return t('date-clock-brasilia');
  if (offset === 0) return 'UTC';
  const minutes = Math.abs(offset) % 60;
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset) / 60)}${minutes ? `:${two(minutes)}` : ''}`;
}

/**
 * Until when: "segunda, 28 de dezembro" is that whole day, the last one. What does not end with a day has its time and
 * the clock that tells it: "segunda, 28 de dezembro, 18h (horário de Brasília)".
 */
export function deadline(until: string, zone: string, now = clockNow.read()): string {
  const at = millis(until);
  const { year } = local(now.getTime(), zone);
  const last = dayEnded(at, zone);
  if (last) return said(last, year);
  const there = local(at, zone);
  return t('date-until', { day: said(there, year), time: hourOf(there), clock: clockOf(zone, there) });
}

/** The day on which something happened, where the case is. */
export const day = (when: string | Date, zone: string, now = clockNow.read()): string =>
  said(local(millis(when), zone), local(now.getTime(), zone).year);

/** A calendar day, `2026-12-01`, is the same day in every zone. */
export const civil = (date: string, now = clockNow.read()): string => said(read(date), local(now.getTime()).year);

/** With its year whatever it is. */
export const datedDay = (when: string | Date, zone?: string): string => said(local(millis(when), zone), null);

/** A calendar day with its year whatever it is. */
export const datedCivil = (date: string): string => said(read(date), null);

/** For what is printed: with its year, and by whose clock. */
export function dated(when: string | Date): string {
  const there = local(millis(when));
  return t('date-until', { day: said(there, null), time: hourOf(there), clock: clockOf('', there) });
}

/**
 * The day that ends at this moment, with its year, and by whose clocks: "sexta, 11 de dezembro de 2026", "−3". For what
 * does not say of which zone its dates are, wherever its reader is. Null where a day ends nowhere then.
 */
export function endedDay(until: string): { day: string; offset: string } | null {
  const at = millis(until);
  const past = (((at % DAY) + DAY) % DAY) / MINUTE;
  if (past % 15 !== 0) return null;
  const offset = past > DAY / MINUTE / 2 ? DAY / MINUTE - past : -past;
  const last = local(at - 1 + offset * MINUTE, 'UTC');
  return { day: said(last, null), offset: clockOf('', { ...last, offset }).slice('UTC'.length) };
}

/** The last day of a deadline, as a calendar file and a sorted list need it: `2026-12-28`. */
export const lastDate = (until: string, zone: string): string =>
  text(dayEnded(millis(until), zone) ?? local(millis(until), zone));

/** The day after that one. */
export const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** Today in that zone, or where the reader is: `2026-11-21`. */
export const today = (zone?: string, now = clockNow.read()): string => text(local(now.getTime(), zone));

/** "10:12", in the reader's zone. */
export function clock(when: string | Date): string {
  const { hour, minute } = local(millis(when));
  return `${two(hour)}:${two(minute)}`;
}

/** In a sentence, "18h": in the reader's zone, or in that of the day beside it. */
export const hour = (when: string | Date, zone?: string): string => hourOf(local(millis(when), zone));

/**
 * When something happened: "hoje, 18h" · "ontem, 17h56" · "terça, 24 de novembro, 18h". In the reader's zone, or in
 * that of a case, where it stands beside the case's own dates.
 */
export function moment(when: string | Date, now = clockNow.read(), zone?: string): string {
  const there = local(millis(when), zone);
  const time = hourOf(there);
  if (same(there, local(now.getTime(), zone))) return t('when-today', { time });
  if (isYesterday(there, now, zone)) return t('when-yesterday', { time });
  return t('when-day', { day: said(there, local(now.getTime(), zone).year), time });
}

function isYesterday(date: Civil, now: Date, zone?: string): boolean {
  const { year, month, day: dayOfMonth } = local(now.getTime(), zone);
  const before = new Date(Date.UTC(year, month - 1, dayOfMonth - 1));
  return same(date, { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() });
}

/** Do both lie in one day of the reader's? */
export const sameDay = (a: string, b: string): boolean => same(local(millis(a)), local(millis(b)));

/** Heading between days of a log, in the reader's zone. */
export function dayHeading(when: string, now = clockNow.read()): string {
  const there = local(millis(when));
  if (same(there, local(now.getTime()))) return t('when-today-alone');
  if (isYesterday(there, now)) return t('when-yesterday-alone');
  return said(there, local(now.getTime()).year);
}

/** "até terça, 1º de dezembro" or "5 dias úteis depois de assinar" */
export function due(when: Due): string {
  if ('on' in when) return t('due-on', { day: civil(when.on) });
  return when.working_days
    ? t('due-working-days', { days: when.days_after_signature })
    : t('due-days', { days: when.days_after_signature });
}

/** "1 h 58 min", "5 dias": how long between two moments, always rounded down, so that nobody has less than they read. */
export function span(from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / MINUTE);
  if (minutes < 60) return t('room-minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 6 && minutes % 60 > 0) return t('room-hours-minutes', { hours, minutes: minutes % 60 });
  if (hours < 48) return t('room-hours', { hours });
  return t('room-days', { count: Math.floor(hours / 24) });
}

/** "12 min", "3 h", "ontem": how long ago something moved, short enough for a list. */
export function ago(when: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - millis(when)) / MINUTE));
  const relative = new Intl.RelativeTimeFormat(messages.language, { numeric: 'auto', style: 'narrow' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return relative.format(-hours, 'hour');
  if (hours < 24 * 7) return relative.format(-Math.floor(hours / 24), 'day');
  return said(local(millis(when)), local(now.getTime()).year);
}
