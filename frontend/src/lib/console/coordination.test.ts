// What a coordinator sees first: who waits for the coordination, then what is late.
import { expect, test } from 'vitest';
import { days, row, turn } from '../../workbench/builders/case';
import { coordinated, groupOf } from './coordination';

const now = () => new Date(days(0));
const of = (what: 'admit' | 'assign_mediator' | 'replace' | 'reply', due: number | null, yours: boolean, more = {}) =>
  row({
    capacity: 'coordinator',
    phase: 'mediation',
    turn: turn({ what, yours, who: yours ? 'coordinator' : 'company', until: due === null ? null : days(due) }),
    ...more,
  });

test('what waits for the coordination is told apart from what is late and from what moves', () => {
  expect(groupOf(of('admit', -1, true), now())).toBe('admit');
  expect(groupOf(of('assign_mediator', 1, true), now())).toBe('assign');
  expect(groupOf(of('replace', -1, true), now())).toBe('yours');
  expect(groupOf(of('reply', -1, false), now())).toBe('late');
  expect(groupOf(of('reply', 1, false), now())).toBe('rest');
  expect(groupOf(of('reply', null, false), now())).toBe('rest');
  expect(groupOf(of('reply', -1, false, { phase: 'closed_no_agreement' }), now())).toBeNull();
});

test('within a group what is due first stands first, and what has no date comes last, the oldest first', () => {
  const rows = [
    of('reply', null, false, { filed_at: days(-2) }),
    of('reply', 5, false),
    of('reply', null, false, { filed_at: days(-9) }),
    of('reply', 2, false),
  ];
  expect(coordinated(rows, now()).rest).toEqual([rows[3], rows[1], rows[2], rows[0]]);
});
