// How the page says when. golden.test.ts has what mails and papers say too; this is what only a page says.
import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { ago, civil, clock, datedDay, dayHeading, due, moment, nextDate, span, today } from './dates';
import { messages, need } from './index.svelte';

beforeEach(async () => {
  await need('words', 'room');
  await messages.choose('pt-BR');
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('what happened', () => {
  // 10:00 in São Paulo, where these tests run.
  const now = new Date('2026-11-21T13:00:00.000Z');
  test('is told in the zone of its reader', () => {
    expect(moment('2026-11-21T12:30:00.000Z', now)).toBe('hoje, 9h30');
    expect(moment('2026-11-21T02:00:00.000Z', now)).toBe('ontem, 23h');
    expect(moment('2026-11-17T21:00:00.000Z', now)).toBe('terça, 17 de novembro, 18h');
    // Next to the dates of a case, the case's zone counts.
    expect(moment('2026-11-20T23:30:00.000Z', now, 'Asia/Tokyo')).toBe('hoje, 8h30');
    expect(moment('2026-11-20T14:30:00.000Z', now, 'Asia/Tokyo')).toBe('ontem, 23h30');
    expect(moment('2025-11-17T21:00:00.000Z', now)).toBe('segunda, 17 de novembro de 2025, 18h');
    expect(clock('2026-11-21T02:05:00.000Z')).toBe('23:05');
    expect(dayHeading('2026-11-21T02:05:00.000Z', now)).toBe('Ontem');
    expect(dayHeading('2026-11-01T12:00:00.000Z', now)).toBe('domingo, 1º de novembro');
    expect(datedDay('2026-11-21T02:05:00.000Z')).toBe('sexta, 20 de novembro de 2026');
  });
  test('is no more hours or days ago than have passed', () => {
    const before = (millis: number) => ago(new Date(now.getTime() - millis).toISOString(), now);
    expect(before(59 * MINUTE + 59_000)).toContain('59');
    expect(before(23.9 * HOUR)).toContain('23');
    expect(before(2.9 * DAY)).toMatch(/anteontem|2/);
    expect(before(30 * DAY)).toBe('quinta, 22 de outubro');
  });
});

test('a due day is the same day in every zone', () => {
  expect(civil('2026-12-01')).toBe('terça, 1º de dezembro');
  expect(due({ on: '2027-01-04' })).toBe('até segunda, 4 de janeiro de 2027');
  expect(nextDate('2026-12-31')).toBe('2027-01-01');
});

test('today is where it is asked for', () => {
  const now = new Date('2026-12-05T02:30:00.000Z');
  expect(today('America/Sao_Paulo', now)).toBe('2026-12-04');
  expect(today('America/Noronha', now)).toBe('2026-12-05');
});

describe('what is left', () => {
  const from = new Date('2026-11-21T13:00:00.000Z');
  const left = (millis: number) => span(from, new Date(from.getTime() + millis));
  test.each([
    [5.5 * DAY, '5 dias'],
    [6 * DAY - 1, '5 dias'],
    [2 * DAY - 1, '47 h'],
    [6 * HOUR - 1, '5 h 59 min'],
    [59_999, '0 min'],
    [90_000, '1 min'],
  ])('of %d milliseconds is rounded down', (millis, said) => expect(left(millis)).toBe(said));
});

describe('no date is said by other means', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !/\.test\.ts$|\.d\.ts$|messages\/dates\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));
  const found = (pattern: RegExp, where = sources) =>
    where.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((hit) => `${path}: ${hit[0]}`));
  const FORMATS =
    /DateTimeFormat|RelativeTimeFormat|toLocale(?:Date|Time)?String|to(?:Date|Time|UTC)String|\.get(?:UTC)?(?:Hours|Minutes|Day|Date|Month|FullYear)\(/g;
  // Only `deadline` puts a deadline into words: its day is the case's, and its midnight belongs to the day that ends.
  const DEADLINES = /(?<![\w.])(?:moment|day|dated|datedDay|clock|hour|dayHeading)\([^()]*(?:\buntil|_until|\bdue)\b/g;

  test('than lib/messages/dates.ts', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(found(FORMATS)).toEqual([]);
  });
  test('and no deadline as if it were a moment', () => expect(found(DEADLINES)).toEqual([]));
  test('and both are found where they are', () => {
    const text = 'date.toLocaleDateString() moment(view.turn.until) day(obligation.due)';
    expect(found(FORMATS, [{ path: 'a', text }])).toHaveLength(1);
    expect(found(DEADLINES, [{ path: 'a', text }])).toHaveLength(2);
  });
});
