/** What the mediator heard in private and may not carry elsewhere, and what is open in the room written to. */
import type { Terms, WireEvent } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { roomKind } from '$lib/room/channel';
import { Secrets, type Leak } from '$lib/room/leak';

const amounts = (terms: Pick<Terms, 'obligations'>): number[] =>
  // In hundredths, as the guard reads figures; currencies without minor units have none to shift.
  terms.obligations.flatMap(({ money }) => (money ? [money.amount] : []));

const words = (terms: Terms): string =>
  [...terms.obligations.map((o) => o.description ?? ''), ...(terms.clauses ?? [])].join('\n');

/** What an event lets its readers read. */
function said(event: WireEvent): { text: string; amounts: number[] } | null {
  const fact = event.event;
  switch (fact?.type) {
    case 'message_posted':
    case 'summary_written':
    case 'summary_corrected':
      return { text: fact.text, amounts: [] };
    case 'words_disclosed':
      return { text: fact.words, amounts: [] };
    case 'proposal_made':
      return { text: [fact.note ?? '', words(fact.terms)].join('\n'), amounts: amounts(fact.terms) };
    case 'idea_given':
      return { text: words(fact.terms), amounts: amounts(fact.terms) };
    case 'proposal_declined':
      return { text: fact.would_work ?? '', amounts: [] };
    case 'account_given': {
      const { product, story, order_number, amount_in_dispute, care } = fact.account;
      const told = (care ?? []).flatMap((contact) => [contact.protocol, contact.answer]);
      return {
        text: [product, story, order_number, ...told].filter(Boolean).join('\n'),
        amounts: amount_in_dispute ? [amount_in_dispute.amount] : [],
      };
    }
    case 'complaint_filed': {
      const { product, story, order_number, remedy_words, amount_in_dispute, earlier_protocols } = fact.complaint;
      return {
        text: [product, story, order_number, remedy_words, ...(earlier_protocols ?? [])].filter(Boolean).join('\n'),
        amounts: amount_in_dispute ? [amount_in_dispute.amount] : [],
      };
    }
    default:
      return null;
  }
}

/**
 * Finds in a draft for `target` what stands in a private room whose people are not all in `target`.
 * What a party allowed to be told is open from then on.
 */
export function guardFor(room: Room, target: string): (text: string) => Leak[] {
  const targetKind = roomKind(target);
  let secrets = new Secrets();
  /** The events of each channel as they were last looked at, and each thing that was learned. */
  const looked = new Map<string, readonly WireEvent[]>();
  let learned = new Set<WireEvent | string>();
  const isNew = (what: WireEvent | string): boolean => !learned.has(what) && Boolean(learned.add(what));

  function learn(event: WireEvent): void {
    const found = said(event);
    if (!found) return;
    const kind = roomKind(event.channel);
    if (kind === 'joint' || event.channel === target) secrets.open(found.text, found.amounts);
    else if (kind === 'consumer' || kind === 'company') {
      // The mediator may say the same words to both in private, but not repeat them in the open.
      if (kind === targetKind || (event.seat === 'mediator' && targetKind !== 'joint')) return;
      secrets.hide({ side: kind, seq: event.seq, ...found });
    }
  }

  return (text) => {
    const view = room.case;
    const logs = Object.keys(view.heads).map((channel) => [channel, room.log(channel).events] as const);
    // A channel that began anew may hold other words.
    if (logs.some(([channel, events]) => events.length < (looked.get(channel)?.length ?? 0))) {
      secrets = new Secrets();
      learned = new Set();
      looked.clear();
    }
    for (const [channel, events] of logs) {
      if (looked.get(channel) === events) continue;
      looked.set(channel, events);
      for (const event of events) if (isNew(event)) learn(event);
    }
    for (const { allowed, words } of view.disclosures) if (allowed && isNew(words)) secrets.open(words);
    return secrets.leaks(text);
  };
}
