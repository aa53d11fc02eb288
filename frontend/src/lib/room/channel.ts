/** The rooms of a case as this reader meets them: which kind, whose, and who reads there. */
import type { CaseView, Side } from '$lib/api/types';
import { firstName } from '$lib/messages/format';

export type RoomKind = 'joint' | 'consumer' | 'company' | 'internal' | 'notes' | 'review';

/** Joint, whose caucus, the company's own notes, the mediator's own or an officer's review; other channels are no rooms. */
export function roomKind(channel: string): RoomKind | null {
  const base = channel.split('/')[0] ?? '';
  if (base.startsWith('review:')) return 'review';
  switch (base) {
    case 'joint':
      return 'joint';
    case 'caucus:consumer':
      return 'consumer';
    case 'caucus:company':
      return 'company';
    case 'internal:company':
      return 'internal';
    case 'notes:mediator':
      return 'notes';
    default:
      return null;
  }
}

const nth = (channel: string) => Number(/\d+$/.exec(channel)?.[0] ?? '1');

/** The newest channel of a kind that this reader may open: a successor's caucus replaces the former. */
export function roomOf(view: CaseView, kind: RoomKind): string | null {
  const all = Object.keys(view.heads)
    .concat(view.writable)
    .filter((channel) => roomKind(channel) === kind);
  return all.sort((a, b) => nth(b) - nth(a))[0] ?? null;
}

export const isPrivate = (kind: RoomKind) => kind !== 'joint' && kind !== 'review';

/** The name of whoever holds a seat now. */
export function seated(view: CaseView, seat: string): string | null {
  return view.seats.find((held) => held.seat === seat)?.name ?? null;
}

export interface Names {
  consumer: string;
  company: string;
  /** The company's person in the room, where somebody took the seat. */
  rep: string | null;
  mediator: string | null;
}

export function names(view: CaseView): Names {
  const rep = seated(view, 'company');
  const mediator = seated(view, 'mediator') ?? view.mediator?.name ?? null;
  return {
    consumer: firstName(view.consumer_name),
    company: view.company.name,
    rep: rep ? firstName(rep) : null,
    mediator: mediator ? firstName(mediator) : null,
  };
}

export const otherSide = (side: Side): Side => (side === 'consumer' ? 'company' : 'consumer');
