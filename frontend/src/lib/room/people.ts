/** Who is who in the sentences of the room, from this reader's place. */
import type { CaseView, ProposalState, Seat, Side, Voice } from '$lib/api/types';
import { t } from '$lib/messages/index.svelte';
import { names } from './channel';
import { officerName, readsJoint } from './queue';

/** A side by the name that people use in the room. */
export function sideName(view: CaseView, side: Side): string {
  return side === 'consumer' ? names(view).consumer : view.company.name;
}

/** "Você" for the reader's own side, else its name. */
export function sideOrYou(view: CaseView, side: Side): string {
  return view.side === side ? t('room-you') : sideName(view, side);
}

/** Whose proposal: a side's name, or the mediator's. */
export function authorName(view: CaseView, author: string): string {
  if (author === 'consumer' || author === 'company') return sideName(view, author);
  if (author === 'mediator') return names(view).mediator ?? t('seat-mediator');
  return officerName(view);
}

/** What an offer is called: an officer recommends, everybody else proposes. */
export function offerTitle(view: CaseView, offer: { author: string; number: number }, yours: boolean): string {
  const { number, author } = offer;
  if (author === 'officer') return t('room-recommendation', { number, name: authorName(view, author) });
  return yours ? t('room-offer-yours', { number }) : t('room-offer-of', { number, name: authorName(view, author) });
}

/** How an offer ended. One that needed both tells only that it did not have both. */
export function offerState(offer: { author: string; state: ProposalState }): string {
  const both = offer.author === 'mediator' || offer.author === 'officer';
  return both && offer.state === 'declined' ? t('room-offer-not-agreed') : t(`proposal-state-${offer.state}`);
}

/** What a seat is called beside a name. */
export function roleName(view: CaseView, seat: Voice | Seat): string {
  return seat === 'company' ? view.company.name : t(`seat-${seat}`);
}

/** The names of those whom the reader's words reach in the joint room. */
export function listenerNames(view: CaseView): string[] {
  const { consumer, company, rep, mediator } = names(view);
  const all: string[] = [];
  if (view.capacity !== 'consumer') all.push(consumer);
  if (view.capacity !== 'company') all.push(view.capacity === 'mediator' && rep ? rep : company);
  if (view.capacity !== 'mediator' && mediator && view.mediator?.state === 'accepted') all.push(mediator);
  if (readsJoint(view) && view.capacity !== 'ombudsman' && view.capacity !== 'legal') all.push(officerName(view));
  return all;
}

/** "Marina e Paulo": whom the reader's words reach in the joint room. */
export const listeners = (view: CaseView): string => listed(listenerNames(view));

/** "Ana, Bruna e Paulo" */
export function listed(all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? '';
  return t('room-and', { a: all.slice(0, -1).join(', '), b: all.at(-1) ?? '' });
}
