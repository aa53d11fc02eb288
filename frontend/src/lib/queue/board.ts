/** The board of a queue: in which lane a case stands, in what order, and how its clock looks. */
import type { CaseRow, EntryRow, EntryState, Priority, Queue } from '$lib/api/types';
import { lastDate, today } from '$lib/messages/dates';

/** A row whose case is in a queue. */
export type QueueRow = CaseRow & { entry: EntryRow };

export type Lane = 'arrived' | 'review' | 'waiting' | 'ended';
export const LANES: readonly Lane[] = ['arrived', 'review', 'waiting', 'ended'];

const LANE_OF: Record<EntryState, Lane> = {
  waiting: 'arrived',
  claimed: 'review',
  waiting_for_party: 'waiting',
  remitted: 'ended',
  forwarded: 'ended',
  resolved: 'ended',
};

/** A state that a newer server knows and this page does not still shows its case. */
export const laneOf = (entry: Pick<EntryRow, 'state'>): Lane => LANE_OF[entry.state] ?? 'review';

export const isOver = (row: CaseRow | undefined): boolean => !row?.entry || laneOf(row.entry) === 'ended';

/** What stands in this queue; a case that went on to another is on that one's board. */
export const inQueue = (rows: readonly CaseRow[], queue: Queue): QueueRow[] =>
  rows.filter((row): row is QueueRow => row.entry?.queue === queue);

export const PRIORITIES: readonly Priority[] = ['urgent', 'normal', 'low'];
const RANK: Record<Priority, number> = { urgent: 0, normal: 1, low: 2 };

const endOf = (row: QueueRow): number => (isOver(row) ? Date.parse(row.entry.ended_at ?? row.entry.since) : 0);

/** Breached first, then priority, then age, what is over last, the last first: the order in which the server lists them. */
export function ordered(rows: readonly QueueRow[]): QueueRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) ||
      endOf(b) - endOf(a) ||
      Number(b.entry.breached) - Number(a.entry.breached) ||
      RANK[a.entry.priority] - RANK[b.entry.priority] ||
      Date.parse(a.entry.since) - Date.parse(b.entry.since) ||
      (a.reference < b.reference ? -1 : 1),
  );
}

export function lanes(rows: readonly QueueRow[]): Record<Lane, QueueRow[]> {
  const out: Record<Lane, QueueRow[]> = { arrived: [], review: [], waiting: [], ended: [] };
  for (const row of ordered(rows)) out[laneOf(row.entry)].push(row);
  return out;
}

/** The one that "take next due" claims: the first that nobody has. */
export const nextDue = (rows: readonly QueueRow[]): QueueRow | null =>
  ordered(rows).find((row) => row.entry.state === 'waiting' && !row.entry.officer) ?? null;

export type Clock = 'breached' | 'over' | 'paused' | 'ended' | 'soon' | 'later';
const DAY = 86_400_000;

type Timed = Pick<EntryRow, 'state' | 'due' | 'breached' | 'ended_at'>;
/** How the clock to the service deadline looks. A paused one does not press, even past its old date. */
export function clockOf(entry: Timed, now: Date): Clock {
  if (entry.ended_at || laneOf(entry) === 'ended') return 'ended';
  if (entry.breached) return 'breached';
  if (entry.state === 'waiting_for_party') return 'paused';
  const left = Date.parse(entry.due) - now.getTime();
  if (left <= 0) return 'over';
  return left < DAY ? 'soon' : 'later';
}

export type Filter = 'all' | 'breached' | 'today' | 'mine';
export const FILTERS: readonly Filter[] = ['all', 'breached', 'today', 'mine'];

export function matches(filter: Filter, row: QueueRow, you: string | null, now: Date): boolean {
  const clock = clockOf(row.entry, now);
  switch (filter) {
    case 'all':
      return true;
    case 'breached':
      return clock === 'breached' || clock === 'over';
    case 'today':
      return (clock === 'soon' || clock === 'later') && lastDate(row.entry.due, row.zone) <= today(row.zone, now);
    case 'mine':
      return row.entry.officer != null && row.entry.officer.id === you;
  }
}
