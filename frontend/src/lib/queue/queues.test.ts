// Everything that is open is loaded, however much there is; of what is over only what somebody asks for.
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseRow } from '$lib/api/types';
import { queued } from '../../workbench/builders/case';
import { queue } from '../../workbench/builders/answers';
import { queues } from './queues.svelte';

const row = (id: string, over: boolean): CaseRow => ({
  ...queued(over ? { state: 'resolved', ended_at: '2026-11-22T03:00:00Z' } : {}),
  id,
});
const PAGES: Record<string, { rows: CaseRow[]; next: string | null }> = {
  first: { rows: [row('a', false), row('b', false)], next: '2' },
  2: { rows: [row('c', false), row('d', true)], next: '3' },
  3: { rows: [row('e', true)], next: '4' },
  4: { rows: [row('f', true)], next: null },
};
const asked = vi.fn();

beforeEach(() => {
  asked.mockClear();
  Object.assign(api, {
    queues: () => Promise.resolve({ ok: true, value: { queues: [{ ...queue, ended: 3 }] } }),
    queueEntries: (_: string, cursor: string | undefined) => {
      asked(cursor);
      return Promise.resolve({ ok: true, value: PAGES[cursor ?? 'first'] });
    },
  });
});

const shown = () => [queues.rows.map(({ id }) => id).join(''), queues.next];

test('all that is open is loaded, and of what is over the rest when it is asked for', async () => {
  await queues.load();
  expect(shown()).toEqual(['abcd', '3']);
  expect(asked.mock.calls).toEqual([[undefined], ['2']]);
  queues.more();
  await vi.waitFor(() => expect(shown()).toEqual(['abcde', '4']));
  // What was loaded stays when the board is refreshed.
  await queues.load();
  expect(shown()).toEqual(['abcde', '4']);
  queues.more();
  await vi.waitFor(() => expect(shown()).toEqual(['abcdef', null]));
  queues.choose(queue.id);
  await vi.waitFor(() => expect(shown()).toEqual(['abcd', '3']));
});
