/** What an officer can do with the case in hand: only what the server allows, and only where it leads somewhere. */
import type { CaseView, ClosingOutcome, EntryView, ForwardGround, Queue } from '$lib/api/types';
import type { IconName } from '$lib/icons';

export type Act =
  'ask' | 'recommend' | 'offer' | 'remit' | 'forward' | 'close' | 'hand_over' | 'prioritise' | 'release' | 'claim';

export const isCompanys = (queue: Queue): boolean => queue.startsWith('company');
export const isLegal = (queue: Queue): boolean => queue.endsWith('legal');

/** Up, never down: where a case can go from this queue. */
export function above(queue: Queue): Queue[] {
  switch (queue) {
    case 'company_ombudsman':
      return ['operator_ombudsman', 'company_legal'];
    case 'company_legal':
      return ['operator_ombudsman', 'operator_legal'];
    case 'operator_ombudsman':
      return ['operator_legal'];
    default:
      return [];
  }
}

/** A note goes along only inside one organisation. */
export const noteGoesAlong = (from: Queue, to: Queue): boolean => isCompanys(from) === isCompanys(to);

export const FORWARD_GROUNDS: readonly ForwardGround[] = [
  'not_agreed',
  'legal_question',
  'not_competent',
  'conflict_of_interest',
];

/** A company's officer ends nothing but its own stay: with the company's final answer. */
export const closings = (queue: Queue): ClosingOutcome[] =>
  isCompanys(queue) ? ['final_answer'] : ['no_agreement', 'final_answer', 'referred_to_court'];

export const ICONS: Record<Act, IconName> = {
  ask: 'help',
  recommend: 'document',
  offer: 'document',
  remit: 'undo',
  forward: 'forward',
  close: 'stop',
  hand_over: 'people',
  prioritise: 'flag',
  release: 'leave',
  claim: 'flag',
};

const ORDER: readonly Act[] = [
  'claim',
  'ask',
  'recommend',
  'offer',
  'remit',
  'forward',
  'hand_over',
  'prioritise',
  'release',
  'close',
];

/** The stay in a queue that has not ended. */
export function openEntry(view: CaseView): EntryView | null {
  const last = view.entries.at(-1);
  return last && !last.ended_at ? last : null;
}

export function acts(view: CaseView): Act[] {
  const entry = openEntry(view);
  if (!entry) return [];
  const may = (act: Act) => view.allowed.includes(act === 'offer' ? 'proposal.make' : `escalation.${act}`);
  return ORDER.filter((act) => may(act) && (act !== 'forward' || above(entry.queue).length > 0));
}
