/** What is owed, in words: the sums of an obligation, and each word that was said about it. */
import type { Money, ObligationView } from '$lib/api/types';
import { civil, day } from '$lib/messages/dates';
import { money } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';

export type Part = 'report' | 'confirm' | 'release';
const COMMANDS = {
  report: 'obligation.report_done',
  confirm: 'obligation.confirm',
  release: 'obligation.release',
  dispute: 'obligation.dispute',
} as const;

/** May the reader do this about the obligation now? */
export const may = (obligation: ObligationView, what: keyof typeof COMMANDS): boolean =>
  obligation.allowed.includes(COMMANDS[what]);

const less = (sum: Money, by: Money | null | undefined): Money => ({ ...sum, amount: sum.amount - (by?.amount ?? 0) });
const more = (sum: Money, by: Money | null | undefined): Money => ({ ...sum, amount: sum.amount + (by?.amount ?? 0) });

/** The most that can be said of it; nothing where no sum is owed. */
export function most({ owed, reported, presumed }: ObligationView, what: Part): Money | null {
  if (!owed) return null;
  if (what === 'report') return less(owed, reported);
  return what === 'confirm' ? more(owed, presumed) : owed;
}

const some = (sum: Money | null | undefined): sum is Money => (sum?.amount ?? 0) > 0;

/** "Falta R$ 800 de R$ 2.000", and what became of the rest; nothing where nothing was said yet. */
export function sums(obligation: ObligationView): string[] {
  const { money: whole, owed, confirmed, reported, released, presumed } = obligation;
  if (!whole || !owed || obligation.steps.length === 0) return [];
  const lines = [some(owed) ? t('fulfil-sum-owed', { sum: money(owed), whole: money(whole) }) : ''];
  if (some(reported)) lines.push(t('fulfil-sum-reported', { sum: money(reported) }));
  if (some(confirmed)) lines.push(t('fulfil-sum-confirmed', { sum: money(confirmed) }));
  if (some(released)) lines.push(t('fulfil-sum-released', { sum: money(released) }));
  if (some(presumed)) lines.push(t('fulfil-sum-presumed', { sum: money(presumed) }));
  return lines.filter((line) => line !== '');
}

/** "Recebimento confirmado: R$ 1.200, qua, 25 nov" */
export const steps = (obligation: ObligationView, zone: string): string[] =>
  obligation.steps.map((step) => {
    const what = t(`fulfil-step-${step.what}`);
    const date = step.on ? civil(step.on) : day(step.at, zone);
    return step.money
      ? t('fulfil-step-sum', { what, sum: money(step.money), day: date })
      : t('fulfil-step', { what, day: date });
  });
