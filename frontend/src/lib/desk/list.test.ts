// The list of a desk: in the order of what is due, what was loaded stays, and filter and words stand in the address.
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseRow } from '$lib/api/types';
import { forgetPerson } from '$lib/forget';
import { row } from '../../workbench/builders/case';
import { bounded } from './bounded';
import { hints } from './hints';
import { Cases } from './list.svelte';

const COUNTS = { my_turn: 130, waiting: 0, due_today: 0, all: 130 };
afterEach(() => vi.restoreAllMocks());

/** A server with so many cases, and what it was asked. */
function server(all: CaseRow[]) {
  return vi.spyOn(api, 'cases').mockImplementation(async (query = {}) => {
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? 50);
    const next = to < all.length ? String(to) : null;
    return { ok: true as const, value: { cases: all.slice(from, to), next, counts: COUNTS, cut: false } };
  });
}

test('what was loaded stays when the list is read again, and nothing stands in it twice', async () => {
  const all = Array.from({ length: 130 }, () => row());
  const asked = server(all);
  const list = new Cases();
  await list.load();
  await list.load(true);
  await list.load(true);
  expect(list.rows).toHaveLength(130);
  expect(list.next).toBeNull();
  asked.mockClear();
  // A case moves to the front meanwhile.
  all.unshift(all.pop()!);
  await list.load();
  expect(list.rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(asked.mock.calls.map(([query]) => [query?.sort, query?.limit])).toEqual([
    ['due', 100],
    ['due', 30],
  ]);
});

test('another filter begins anew, and a failed question leaves what is shown', async () => {
  const asked = server(Array.from({ length: 130 }, () => row()));
  const list = new Cases();
  await list.load();
  await list.load(true);
  list.tab = 'waiting';
  await list.load();
  expect(list.rows).toHaveLength(50);
  asked.mockResolvedValueOnce({ ok: false, problem: { type: '', title: '', status: 503, code: 'busy' } });
  await list.load();
  expect(list.rows).toHaveLength(50);
  expect(list.problem?.code).toBe('busy');
});

test('filter and words stand in the address, and come back from it', () => {
  const list = new Cases();
  expect(list.query).toBe('');
  list.tab = 'waiting';
  list.q = ' geladeira & cia ';
  const other = new Cases();
  other.follow(new URL(`http://localhost/cases/x${list.query}`));
  expect([other.tab, other.q]).toEqual(['waiting', 'geladeira & cia']);
  // What nobody offers reads as the first.
  other.follow(new URL('http://localhost/cases?tab=everything'));
  expect([other.tab, other.q]).toEqual(['my_turn', '']);
});

test('a slow server is not asked anew before it has answered, but another filter does not wait for it', async () => {
  const waits: (() => void)[] = [];
  const asked = vi.spyOn(api, 'cases').mockImplementation(async () => {
    await new Promise<void>((go) => waits.push(go));
    return { ok: true as const, value: { cases: [row()], next: null, counts: COUNTS, cut: false } };
  });
  const list = new Cases();
  const [first, second] = [list.watch(), list.watch()];
  document.dispatchEvent(new Event('visibilitychange'));
  expect(asked).toHaveBeenCalledTimes(1);
  list.tab = 'waiting';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(asked).toHaveBeenCalledTimes(2);
  expect(asked.mock.lastCall![0]?.tab).toBe('waiting');
  waits.forEach((go) => go());
  await vi.waitFor(() => expect(list.rows).toHaveLength(1));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(asked).toHaveBeenCalledTimes(3);
  first();
  second();
});

test('one page more comes, whatever asks again meanwhile', async () => {
  const all = Array.from({ length: 130 }, () => row());
  server(all);
  const list = new Cases();
  await list.load();
  const more = list.load(true);
  await Promise.all([more, list.load()]);
  expect(list.rows).toHaveLength(100);
});

test('nothing of it is left for the next person', async () => {
  server([row()]);
  const list = new Cases();
  list.tab = 'waiting';
  list.q = 'Marina';
  await list.load();
  expect(list.rows).toHaveLength(1);
  const late = list.load();
  forgetPerson();
  await late;
  expect([list.rows, list.counts, list.waits, list.loaded, list.loading, list.query]).toEqual([
    [],
    null,
    null,
    false,
    false,
    '',
  ]);
});

test('what happens while a question is under way is asked for once it is answered', async () => {
  const list = new Cases();
  let answer: (() => void) | undefined;
  const counts = COUNTS;
  const asked = vi
    .spyOn(api, 'cases')
    .mockImplementation(
      () =>
        new Promise(
          (go) => (answer = () => go({ ok: true, value: { cases: [row()], next: null, counts, cut: false } })),
        ),
    );
  let hint: (() => void) | undefined;
  vi.spyOn(hints, 'listen').mockImplementation((told) => {
    hint = told;
    return () => undefined;
  });
  const stop = list.watch();
  hint?.();
  hint?.();
  expect(asked).toHaveBeenCalledTimes(1);
  answer?.();
  await new Promise((go) => setTimeout(go));
  expect(asked).toHaveBeenCalledTimes(2);
  answer?.();
  await new Promise((go) => setTimeout(go));
  expect(asked).toHaveBeenCalledTimes(2);
  stop();
});

test('a count that stands for as many or more is said so', () => {
  expect([0, 7, 99, 100].map(bounded)).toEqual(['0', '7', '99', '99+']);
});

test('a list says when its words find more than was looked at, until they find less', async () => {
  const asked = server([row()]);
  const list = new Cases('all');
  asked.mockResolvedValueOnce({ ok: true, value: { cases: [row()], next: null, counts: COUNTS, cut: true } });
  list.q = 'maria';
  await list.load();
  expect(list.cut).toBe(true);
  list.q = 'maria silva';
  await list.load();
  expect(list.cut).toBe(false);
});
