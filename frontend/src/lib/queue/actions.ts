/** What an officer can do with the case in hand: only what the server allows, and only where it leads somewhere. */
import type { CaseView, ForwardGround } from '$lib/api/types';
import type { IconName } from '$lib/icons';
import { openEntry } from '$lib/room/queue';

export type Act =
  'ask' | 'recommend' | 'offer' | 'remit' | 'forward' | 'close' | 'hand_over' | 'prioritise' | 'release' | 'claim';

export const FORWARD_GROUNDS: readonly ForwardGround[] = [
  'not_agreed',
  'legal_question',
  'not_competent',
  'conflict_of_interest',
];

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

export function acts(view: CaseView): Act[] {
  const entry = openEntry(view);
  if (!entry) return [];
  const may = (act: Act) => view.allowed.includes(act === 'offer' ? 'proposal.make' : `escalation.${act}`);
  return ORDER.filter((act) => may(act) && (act !== 'forward' || entry.forwards.length > 0));
}
