/** What the mediator heard in private and may not carry elsewhere, and what is open in the room written to. */
import type { CaseView, Terms, WireEvent } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { roomKind } from '$lib/room/channel';
import { leaks, type Leak, type PrivateText } from '$lib/room/leak';

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
export function guardFor(room: Room, view: CaseView, target: string): (text: string) => Leak[] {
  const targetKind = roomKind(target);
  const secrets: PrivateText[] = [];
  const open: string[] = [];
  const openAmounts: number[] = [];
  for (const channel of Object.keys(view.heads)) {
    const kind = roomKind(channel);
    if (kind === 'joint' || channel === target) {
      for (const event of room.log(channel).events) {
        const found = said(event);
        if (!found) continue;
        open.push(found.text);
        openAmounts.push(...found.amounts);
      }
    } else if ((kind === 'consumer' || kind === 'company') && kind !== targetKind) {
      for (const event of room.log(channel).events) {
        // The mediator may say the same words to both in private, but not repeat them in the open.
        if (event.seat === 'mediator' && targetKind !== 'joint') continue;
        const found = said(event);
        if (found) secrets.push({ side: kind, seq: event.seq, text: found.text, amounts: found.amounts });
      }
    }
  }
  for (const disclosure of view.disclosures) if (disclosure.allowed) open.push(disclosure.words);
  return (text) => leaks(text, secrets, open, openAmounts);
}
