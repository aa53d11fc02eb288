/** Whose turn, for what, until when, and why that date: in words. */
import type { CaseView, DeadlineView, Turn, TurnFor, TurnOf } from '$lib/api/types';
import { deadline } from '$lib/messages/dates';
import { t } from '$lib/messages/index.svelte';
import { names } from './channel';
import { officerName } from './queue';

export function turnName(view: CaseView, who: TurnOf): string {
  const people = names(view);
  switch (who) {
    case 'consumer':
      return people.consumer;
    case 'company':
      return people.company;
    case 'mediator':
      return people.mediator ?? t('mediator-unnamed');
    case 'coordinator':
      return t('seat-coordinator');
    case 'officer':
      return officerName(view);
    default:
      return t(`turn-of-${who}`);
  }
}

const ANSWERS: readonly TurnFor[] = [
  'answer_invitation',
  'reply',
  'answer_proposal',
  'answer_disclosure',
  'confirm_summary',
  'answer_question',
];

/** Is an answer waited for, as against something to be done, signed or confirmed? */
export const isAnswer = (what: TurnFor): boolean => ANSWERS.includes(what);

/**
 * "Responde até quinta, 26 de novembro" for somebody else's answer, else "Até …"; what is late says so. Empty without a
 * date.
 */
export function untilText(turn: Turn, zone: string, now: Date): string {
  if (!turn.until) return '';
  const when = deadline(turn.until, zone, now);
  if (urgency(turn.until, now) === 'over') return t('turn-over', { when });
  return !turn.yours && isAnswer(turn.what) ? t('turn-answers-until', { when }) : t('turn-until', { when });
}

/** "Sua vez: responda à proposta", "Vez da Loja Aurora". */
export function turnTitle(view: CaseView): string {
  const { who, what, yours } = view.turn;
  if (yours) return t(`turn-yours-${what}`);
  // Over is over: nobody is waited for, and the page says how it ended.
  if (what === 'nothing' && view.phase.startsWith('closed_')) return t(`phase-${view.phase}`);
  if (who === 'company' || who === 'consumer' || who === 'mediator')
    return t(`turn-of-${who}`, { name: turnName(view, who) });
  if (who === 'officer') return t('room-turn-officer', { queue: officerName(view) });
  return t(`turn-of-${who}`);
}

/** "10 dias úteis": how the rule says its length. */
export function lengthText(length: DeadlineView['length']): string {
  return length ? t(`room-length-${length.unit}`, { count: length.value }) : t('room-why-length-unknown');
}

export function whyDate(deadline: DeadlineView): string {
  if (deadline.rule === 'proposal_validity') return t('room-why-proposal_validity', { number: deadline.number ?? 0 });
  return t(`room-why-${deadline.rule}`, { length: lengthText(deadline.length) });
}

const MINUTE = 60_000;

export type Urgency = 'over' | 'soon' | 'later';

/** How the clock of a turn looks: over, within a day, later. */
export function urgency(until: string, now: Date): Urgency {
  const left = new Date(until).getTime() - now.getTime();
  if (left <= 0) return 'over';
  return left < 24 * 60 * MINUTE ? 'soon' : 'later';
}
