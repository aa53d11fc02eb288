import { describe, expect, test } from 'vitest';
import type { CaseRow, EntryRow } from '$lib/api/types';
import { clockOf, inQueue, lanes, LANES, matches, nextDue, ordered, type QueueRow } from './board';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = '2026-12-04T03:00:00Z';

function row(reference: string, entry: Partial<EntryRow> = {}): QueueRow {
  return {
    id: reference,
    reference,
    entry: {
      number: 1,
      queue: 'operator_ombudsman',
      ground: 'impasse',
      state: 'waiting',
      priority: 'normal',
      officer: null,
      since: '2026-11-20T12:00:00Z',
      due: LATER,
      breached: false,
      ended_at: null,
      ...entry,
    },
  } as QueueRow;
}
const names = (rows: QueueRow[]) => rows.map((one) => one.reference);

describe('order', () => {
  test('breached comes first, then priority, then age; what is over comes last', () => {
    const rows = [
      row('young', { since: '2026-11-22T12:00:00Z' }),
      row('low', { priority: 'low', since: '2026-11-01T12:00:00Z' }),
      row('old', { since: '2026-11-10T12:00:00Z' }),
      row('urgent', { priority: 'urgent' }),
      row('breached', { breached: true, priority: 'low' }),
      row('over', { breached: true, state: 'resolved', ended_at: '2026-11-22T03:00:00Z' }),
    ];
    expect(names(ordered(rows))).toEqual(['breached', 'urgent', 'old', 'young', 'low', 'over']);
  });

  test('next due is the first that nobody has, whatever stands before it', () => {
    const officer = { id: 'heitor', name: 'Heitor' };
    const rows = [
      row('claimed', { state: 'claimed', officer, breached: true }),
      row('later'),
      row('sooner', { priority: 'urgent' }),
    ];
    expect(nextDue(rows)?.reference).toBe('sooner');
    expect(nextDue([row('claimed', { state: 'claimed', officer })])).toBeNull();
  });
});

describe('lanes', () => {
  test('each state has its lane, and none is lost', () => {
    const states = ['waiting', 'claimed', 'waiting_for_party', 'remitted', 'forwarded', 'resolved'] as const;
    const board = lanes(states.map((state) => row(state, { state })));
    expect(names(board.arrived)).toEqual(['waiting']);
    expect(names(board.review)).toEqual(['claimed']);
    expect(names(board.waiting)).toEqual(['waiting_for_party']);
    expect(names(board.ended).sort()).toEqual(['forwarded', 'remitted', 'resolved']);
    expect(LANES.flatMap((lane) => board[lane])).toHaveLength(states.length);
  });

  test('a state that only a newer server knows is still shown', () => {
    expect(lanes([row('new', { state: 'unheard_of' as never })]).review).toHaveLength(1);
  });

  test('a case in no queue, or in another one, is not on the board', () => {
    const rows = [{ id: 'a', entry: null } as CaseRow, row('b'), row('c', { queue: 'operator_legal' })];
    expect(names(inQueue(rows, 'operator_ombudsman'))).toEqual(['b']);
  });
});

describe('the clock', () => {
  test('a question stops it, even past its old date', () => {
    expect(clockOf(row('a', { state: 'waiting_for_party', due: '2026-11-20T03:00:00Z' }).entry, NOW)).toBe('paused');
  });
  test('breached is the server’s word; over is only the clock’s', () => {
    expect(clockOf(row('a', { breached: true, state: 'waiting_for_party' }).entry, NOW)).toBe('breached');
    expect(clockOf(row('a', { due: '2026-11-23T11:00:00Z' }).entry, NOW)).toBe('over');
  });
  test('soon is within a day, ended needs no clock', () => {
    expect(clockOf(row('a', { due: '2026-11-24T03:00:00Z' }).entry, NOW)).toBe('soon');
    expect(clockOf(row('a').entry, NOW)).toBe('later');
    expect(clockOf(row('a', { state: 'resolved', ended_at: '2026-11-22T03:00:00Z' }).entry, NOW)).toBe('ended');
  });
});

describe('filters', () => {
  test('mine are those that I have in hand', () => {
    const mine = row('a', { state: 'claimed', officer: { id: 'me', name: 'Me' } });
    expect(matches('mine', mine, 'me', NOW)).toBe(true);
    expect(matches('mine', mine, 'you', NOW)).toBe(false);
    expect(matches('mine', row('b'), null, NOW)).toBe(false);
  });
  test('due today leaves out what is paused or over', () => {
    const today = new Date(2026, 10, 23, 12);
    const due = new Date(2026, 10, 23, 18).toISOString();
    expect(matches('today', row('a', { due }), null, today)).toBe(true);
    expect(matches('today', row('a', { due, state: 'waiting_for_party' }), null, today)).toBe(false);
    expect(matches('today', row('a'), null, today)).toBe(false);
    expect(matches('breached', row('a', { due: '2026-11-01T00:00:00Z' }), null, today)).toBe(true);
  });
});
