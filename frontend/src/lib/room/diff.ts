/** The difference between two sets of terms, as the domain computes it (`diff` in the domain package). */
import type { Change, ClauseChange, Obligation, Terms } from '$lib/api/types';
import { sameDue } from './chips';

function equal(a: Obligation, b: Obligation): boolean {
  return (
    (a.money?.amount ?? null) === (b.money?.amount ?? null) &&
    (a.money?.currency ?? null) === (b.money?.currency ?? null) &&
    sameDue(a.due, b.due) &&
    (a.description ?? null) === (b.description ?? null)
  );
}

/** `after` against `before`, obligation by obligation; used for the live preview of what is not sent yet. */
export function diff(before: Terms, after: Terms): Change[] {
  const left: (Obligation | null)[] = [...before.obligations];
  const changes: Change[] = after.obligations.map((now, index) => {
    const at = left.findIndex((old) => old?.kind === now.kind && old.debtor === now.debtor);
    const was = at < 0 ? null : (left[at] ?? null);
    if (at >= 0) left[at] = null;
    return {
      kind: now.kind,
      debtor: now.debtor,
      index,
      what: was === null ? 'new' : equal(was, now) ? 'same' : 'changed',
      money_before: was?.money ?? null,
      money_after: now.money ?? null,
      due_before: was?.due ?? null,
      due_after: now.due,
      description_changed: was !== null && (was.description ?? null) !== (now.description ?? null),
    };
  });
  for (const was of left) {
    if (!was) continue;
    changes.push({
      kind: was.kind,
      debtor: was.debtor,
      index: null,
      what: 'dropped',
      money_before: was.money ?? null,
      money_after: null,
      due_before: was.due,
      due_after: null,
      description_changed: false,
    });
  }
  return changes;
}

/** The chosen clauses of `after` against those of `before`, as the domain has it; what is gone comes last. */
export function clauseDiff(before: Terms, after: Terms): ClauseChange[] {
  const was = before.chosen ?? [];
  const now = after.chosen ?? [];
  const kept = now.map(({ clause, value = null }): ClauseChange => {
    const old = was.find((one) => one.clause === clause);
    const before = old?.value ?? null;
    return {
      clause,
      what: !old ? 'new' : before === value ? 'same' : 'changed',
      value_before: before,
      value_after: value,
    };
  });
  const gone = was.filter((old) => !now.some((one) => one.clause === old.clause));
  return [
    ...kept,
    ...gone.map(({ clause, value = null }): ClauseChange => ({
      clause,
      what: 'dropped',
      value_before: value,
      value_after: null,
    })),
  ];
}
