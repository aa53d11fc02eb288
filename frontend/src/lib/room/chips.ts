/**
 * What changed in a proposal, seen by one reader: green is better for this reader, amber further
 * away, grey the same or not theirs to weigh. Every chip has words; colour only repeats them.
 */
import type { Change, Due, Money, ObligationKind, Side, Terms } from '$lib/api/types';

export type Tone = 'better' | 'further' | 'same';
export type ChipIcon = 'up' | 'down' | 'plus' | 'cross' | 'check' | 'equal' | 'change';
export type ChipText =
  'more' | 'less' | 'faster' | 'later' | 'new' | 'removed' | 'as-you-asked' | 'same' | 'due-changed' | 'text-changed';

export interface Chip {
  field: 'money' | 'due' | 'presence' | 'text';
  tone: Tone;
  icon: ChipIcon;
  text: ChipText;
  /** How much more or less, for the words. */
  by: Money | null;
}

/** Who reads: a side, or somebody who weighs for neither. */
export type Reader = Side | null;

/** A rough length in calendar days, to tell sooner from later; null when not comparable. */
function days(due: Due | null): { days: number } | { on: string } | null {
  if (!due) return null;
  if ('on' in due) return { on: due.on };
  return { days: due.working_days ? (due.days_after_signature * 7) / 5 : due.days_after_signature };
}

/** Negative: sooner; positive: later; 0: the same; null: not comparable. */
export function compareDue(before: Due | null, after: Due | null): number | null {
  const a = days(before);
  const b = days(after);
  if (!a || !b) return null;
  if ('on' in a && 'on' in b) return a.on === b.on ? 0 : b.on < a.on ? -1 : 1;
  if ('days' in a && 'days' in b) return b.days - a.days;
  return null;
}

export function sameDue(a: Due | null, b: Due | null): boolean {
  if (!a || !b) return a === b;
  if ('on' in a) return 'on' in b && a.on === b.on;
  return (
    'days_after_signature' in b &&
    a.days_after_signature === b.days_after_signature &&
    Boolean(a.working_days) === Boolean(b.working_days)
  );
}

const sameMoney = (a: Money | null | undefined, b: Money | null | undefined) =>
  (a?.amount ?? null) === (b?.amount ?? null) && (a?.currency ?? null) === (b?.currency ?? null);

function tone(goodForCreditor: boolean, debtor: Side, reader: Reader): Tone {
  if (reader === null) return 'same';
  return goodForCreditor === (reader !== debtor) ? 'better' : 'further';
}

/** The chips of one change. `asked` are the terms that this reader proposed last, if any. */
export function chips(change: Change, reader: Reader, asked: Terms | null = null): Chip[] {
  const wish = asked?.obligations.find((o) => o.kind === change.kind && o.debtor === change.debtor) ?? null;
  if (change.what === 'new') {
    const granted = wish !== null && sameMoney(wish.money, change.money_after);
    return [
      granted
        ? { field: 'presence', tone: 'better', icon: 'check', text: 'as-you-asked', by: null }
        : { field: 'presence', tone: tone(true, change.debtor, reader), icon: 'plus', text: 'new', by: null },
    ];
  }
  if (change.what === 'dropped') {
    const granted = asked !== null && wish === null;
    return [
      granted
        ? { field: 'presence', tone: 'better', icon: 'check', text: 'as-you-asked', by: null }
        : { field: 'presence', tone: tone(false, change.debtor, reader), icon: 'cross', text: 'removed', by: null },
    ];
  }
  if (change.what === 'same') return [{ field: 'presence', tone: 'same', icon: 'equal', text: 'same', by: null }];
  const out: Chip[] = [];
  const { money_before: was, money_after: now } = change;
  if (!sameMoney(was, now)) {
    const more = (now?.amount ?? 0) > (was?.amount ?? 0);
    const currency = now?.currency ?? was?.currency;
    if (wish && sameMoney(wish.money, now)) {
      out.push({ field: 'money', tone: 'better', icon: 'check', text: 'as-you-asked', by: null });
    } else {
      out.push({
        field: 'money',
        tone: tone(more, change.debtor, reader),
        icon: more ? 'up' : 'down',
        text: more ? 'more' : 'less',
        by: currency ? { amount: Math.abs((now?.amount ?? 0) - (was?.amount ?? 0)), currency } : null,
      });
    }
  }
  if (!sameDue(change.due_before ?? null, change.due_after ?? null)) {
    const order = compareDue(change.due_before ?? null, change.due_after ?? null);
    if (wish && sameDue(wish.due, change.due_after ?? null)) {
      out.push({ field: 'due', tone: 'better', icon: 'check', text: 'as-you-asked', by: null });
    } else if (order === null || order === 0) {
      out.push({ field: 'due', tone: 'same', icon: 'change', text: 'due-changed', by: null });
    } else {
      out.push({
        field: 'due',
        tone: tone(order < 0, change.debtor, reader),
        icon: order < 0 ? 'down' : 'up',
        text: order < 0 ? 'faster' : 'later',
        by: null,
      });
    }
  }
  if (change.description_changed)
    out.push({ field: 'text', tone: 'same', icon: 'change', text: 'text-changed', by: null });
  return out;
}

/** What is paid out; a voucher or a discount is worth something, but is no money. */
const PAID: ReadonlySet<ObligationKind> = new Set(['refund', 'pay']);

/** Money that a side gets in these terms; null without any, or in several currencies. */
export function moneyTo(side: Side, terms: Terms): Money | null {
  const owed = terms.obligations.flatMap(({ kind, debtor, money }) =>
    money && debtor !== side && PAID.has(kind) ? [money] : [],
  );
  const first = owed[0];
  if (!first || owed.some(({ currency }) => currency !== first.currency)) return null;
  return { amount: owed.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
}
