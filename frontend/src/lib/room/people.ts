/** Who is who in the sentences of the room, from this reader's place. */
import type { CaseView, Channel, ProposalView, Seat, Side, Voice } from '$lib/api/types';
import { firstName } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';
import { names } from './channel';
import { officerName } from './queue';

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
  if (author === 'mediator') return names(view).mediator ?? t('mediator-unnamed');
  return officerName(view);
}

/** What an offer is called: an officer recommends, everybody else proposes. */
export function offerTitle(view: CaseView, offer: Pick<ProposalView, 'author' | 'number' | 'yours'>): string {
  const { number, author, yours } = offer;
  if (author === 'officer') return t('room-recommendation', { number, name: authorName(view, author) });
  return yours ? t('room-offer-yours', { number }) : t('room-offer-of', { number, name: authorName(view, author) });
}

/** How an offer ended: each way has its own word. */
export function offerState(offer: Pick<ProposalView, 'state'>): string {
  return t(`proposal-state-${offer.state}`);
}

/** What a seat is called beside a name. */
export function roleName(view: CaseView, seat: Voice | Seat): string {
  return seat === 'company' ? view.company.name : t(`seat-${seat}`);
}

/** What the people of one seat are called together: those of a company or of a team under its name. */
function seatName(view: CaseView, seat: Seat, people: string[]): string {
  const named = listed(people);
  if (seat === 'company') return t('room-listeners-of', { house: view.company.name, names: named });
  if (seat === 'ombudsman' || seat === 'legal')
    return t('room-listeners-of', { house: officerName(view), names: named });
  return named;
}

const SEATS: readonly Seat[] = ['consumer', 'company', 'mediator', 'ombudsman', 'legal'];

/** Who else reads this channel, by the names of the people, each side or team once. */
export function listenerNames(view: CaseView, channel: Channel): string[] {
  const others = (view.listeners[channel] ?? []).filter((one) => !one.you);
  return SEATS.flatMap((seat) => {
    const people = others.filter((one) => one.seat === seat).map((one) => firstName(one.name));
    return people.length > 0 ? [seatName(view, seat, people)] : [];
  });
}

/** "Ana, Bruna e Paulo" */
export function listed(all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? '';
  return t('room-and', { a: all.slice(0, -1).join(', '), b: all.at(-1) ?? '' });
}
