/** The agreement in plain words, from the reader's place. */
import type { CaseView, Obligation, PartyView, Seat, Side, WireEvent } from '$lib/api/types';
import { deadline, lastDate, nextDate } from '$lib/messages/dates';
import { firstName, money } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';
import { clockNow } from '$lib/room/now.svelte';

export const shortName = (view: CaseView, side: Side): string =>
  side === 'consumer' ? firstName(view.consumer_name) : view.company.name;

/** "Loja Aurora Comércio Ltda., 11.222.333/0001-81, Rua das Acácias, 120" */
export function identity(party: PartyView): string {
  const words = { name: party.name ?? '', number: party.identifier ?? '' };
  return party.address
    ? t('review-identified-at', { ...words, address: party.address })
    : t('review-identified', words);
}

/** "Dinheiro de volta R$ 1.280 (por Pix)" */
export function what(obligation: Obligation): string {
  const words = [t(`obligation-${obligation.kind}`)];
  if (obligation.money) words.push(money(obligation.money));
  if (obligation.description) words.push(`(${obligation.description})`);
  return words.join(' ');
}

/** "devolver R$ 1.280 (por Pix)": what follows "Você vai". */
export function does({ kind, money: sum, description }: Obligation): string {
  const said = t(`does-${kind}`, { sum: sum ? money(sum) : 'none' });
  return description ? `${said} (${description})` : said;
}

export function signerName(view: CaseView, seat: Seat): string {
  const held = view.seats.find((one) => one.seat === seat)?.name;
  if (seat === 'consumer') return firstName(view.consumer_name);
  if (seat === 'company') return held ? `${view.company.name} (${firstName(held)})` : view.company.name;
  return held ? firstName(held) : t(`seat-${seat}`);
}

/** Which seat the reader signs from, if any. */
export function ownSeat(view: CaseView): Seat | null {
  const seat = view.capacity;
  return seat === 'consumer' || seat === 'company' || seat === 'mediator' ? seat : null;
}

/** Clauses that are new or gone against the version before, so that nobody signs a change unread. */
export function changedClauses(
  events: readonly WireEvent[],
  version: number,
): { added: string[]; gone: string[] } | null {
  const drafts = events.flatMap(({ event }) => (event?.type === 'agreement_drafted' ? [event] : []));
  const now = drafts.findLast((draft) => draft.version === version);
  const before = drafts.findLast((draft) => draft.version < version);
  if (!now || !before || now.terms_hash !== before.terms_hash) return null;
  const added = now.clauses.filter((clause) => !before.clauses.includes(clause));
  const gone = before.clauses.filter((clause) => !now.clauses.includes(clause));
  return added.length + gone.length > 0 ? { added, gone } : null;
}

/** First 12 hexadecimal digits of a base64 hash, in groups of four: what people compare by eye. */
export function shortCode(hash: string): string {
  try {
    const bytes = [...atob(hash)].slice(0, 6).map((one) => one.charCodeAt(0).toString(16).padStart(2, '0'));
    return (bytes.join('').toUpperCase().match(/.{4}/g) ?? []).join(' ');
  } catch {
    return '';
  }
}

const icsText = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');

/** A calendar file with one all-day entry for each due date, on its last day. */
export function calendarFile(view: CaseView): string {
  const stamp = clockNow
    .read()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
  const entries = view.obligations.flatMap((obligation) => {
    const last = lastDate(obligation.due, view.zone);
    const summary = t('receipt-owes', {
      debtor: shortName(view, obligation.debtor),
      what: t(`obligation-${obligation.kind}`),
    });
    return [
      'BEGIN:VEVENT',
      `UID:${view.id}-${obligation.id}@acordo`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${last.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${nextDate(last).replaceAll('-', '')}`,
      `SUMMARY:${icsText(summary)}`,
      `DESCRIPTION:${icsText(`${t('agreement-title', { reference: view.reference })}\n${t('turn-until', { when: deadline(obligation.due, view.zone) })}`)}`,
      'END:VEVENT',
    ];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//acordo//agreement//EN', ...entries, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}
