/** A time is text: `YYYY-MM-DDTHH:MM:SS.mmmZ`, a real date of the years 0001 to 9999. It sorts as time does. */
export type Time = string;

const SHAPE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{3}Z$/;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isTime(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (SHAPE.exec(text) ?? [])
    .slice(1)
    .map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (MONTHS[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
}

/** Milliseconds since 1970-01-01. */
export const millisOf = (time: Time): number => Date.parse(time);

const SECONDS_MAX = 253_402_300_799;

/** The last of all. */
export const LAST: Time = '9999-12-31T23:59:59.999Z';

/** The time so many seconds after 1970-01-01; what is later than any time of the record is its last. */
export function timeOfSeconds(seconds: number): Time {
  return seconds <= SECONDS_MAX ? new Date(seconds * 1000).toISOString() : LAST;
}

/** The time of a clock that counts milliseconds. */
export const timeOfMillis = (millis: number): Time => new Date(millis).toISOString();

export const earliest = (times: Time[]): Time | null => times.reduce<Time | null>((a, b) => (a && a < b ? a : b), null);
export const latest = (times: Time[]): Time | null => times.reduce<Time | null>((a, b) => (a && a > b ? a : b), null);
