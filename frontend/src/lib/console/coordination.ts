/** The centre's cases as a coordinator has to see them: what waits for the coordination first, then what is late. */
import type { CaseRow } from '$lib/api/types';

export type Group = 'admit' | 'assign' | 'yours' | 'late' | 'rest';
export const GROUPS: readonly Group[] = ['admit', 'assign', 'yours', 'late', 'rest'];

/** Where a row stands; a closed case in none. */
export function groupOf(row: CaseRow, now: Date): Group | null {
  if (row.phase.startsWith('closed')) return null;
  if (row.turn.yours) {
    return row.turn.what === 'admit' ? 'admit' : row.turn.what === 'assign_mediator' ? 'assign' : 'yours';
  }
  return row.turn.until && new Date(row.turn.until) <= now ? 'late' : 'rest';
}

/** What is due first stands first, and what has no date by its age. */
function byDue(a: CaseRow, b: CaseRow): number {
  const [dueA, dueB] = [a.turn.until ?? '~', b.turn.until ?? '~'];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.filed_at < b.filed_at ? -1 : 1;
}

export function coordinated(rows: readonly CaseRow[], now: Date): Record<Group, CaseRow[]> {
  const out: Record<Group, CaseRow[]> = { admit: [], assign: [], yours: [], late: [], rest: [] };
  for (const row of rows) {
    const group = groupOf(row, now);
    if (group) out[group].push(row);
  }
  for (const group of GROUPS) out[group].sort(byDue);
  return out;
}
