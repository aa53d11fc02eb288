import type { ObligationKind, Phase, Seat } from '$lib/api/types';
import type { Report } from '$lib/record/report';

export type Kind = 'house' | 'file' | 'chain' | 'past' | 'content' | 'signature' | 'time';

const KINDS: Record<string, Kind> = {
  zip: 'file',
  file_unknown: 'file',
  file_missing: 'file',
  file_changed: 'file',
  bag: 'file',
  manifest: 'file',
  bundle_note: 'file',
  key_unknown: 'house',
  case_file: 'file',
  withheld_counts: 'file',
  keys_file: 'signature',
  no_events: 'file',
  line: 'chain',
  header: 'chain',
  chain: 'chain',
  time_order: 'time',
  line_proof: 'chain',
  checkpoint: 'signature',
  checkpoint_missing: 'chain',
  root: 'chain',
  anchor: 'time',
  anchor_missing: 'time',
  anchor_order: 'time',
  anchor_time: 'time',
  anchor_late: 'time',
  event_after_export: 'time',
  agreement_signers: 'signature',
  agreement_signatures: 'signature',
  passkey: 'signature',
  seal: 'signature',
  seen: 'past',
};

export type Verdict = 'valid' | 'attached' | 'invalid' | 'unclear';

/** What failed outweighs what could not be told. That something kept cannot be compared says nothing of the file. */
export function verdictOf(report: Report): Verdict {
  if (report.failures_total > 0 || (report.doubts.length === 0 && !report.valid)) return 'invalid';
  // What was asked beside the file: a genuine one stays genuine where these cannot be told.
  const rest = report.doubts.filter((doubt) => !['seen_unknown', 'late_unknown'].includes(doubt.code));
  if (rest.length === 0) return report.events > 0 ? 'valid' : 'unclear';
  return rest.every((doubt) => doubt.code === 'pages_unchecked') ? 'attached' : 'unclear';
}

/** How many of the notes that were kept fit; null where none was. */
export function fitting(report: Report, notes: number): number | null {
  return notes > 0 ? notes - report.doubts.filter((doubt) => doubt.code === 'seen_unknown').length : null;
}

export type Doubt = 'record' | 'collection' | 'pages' | 'proof' | 'clock' | 'key' | 'late' | 'seen';

const DOUBTS: Record<string, Doubt> = {
  collection: 'collection',
  pages_unchecked: 'pages',
  no_proof: 'proof',
  clock: 'clock',
  key_ended: 'key',
  late_unknown: 'late',
  seen_unknown: 'seen',
};

/** What a doubt means to somebody who is not an engineer. */
export const doubtOf = (code: string): Doubt => DOUBTS[code] ?? 'record';

export type Place = 'procedure' | 'joint' | 'caucus';

/** The sort of channel, where there is a word for it. */
export const placeOf = (channel: string): Place | null => {
  const sort = channel.split(':')[0];
  return sort === 'procedure' || sort === 'joint' || sort === 'caucus' ? sort : null;
};

const PHASES: Record<Phase, true> = {
  intake: true,
  negotiation: true,
  mediation: true,
  agreed: true,
  settled: true,
  escalated_ombudsman: true,
  escalated_legal: true,
  closed_fulfilled: true,
  closed_settled_unconfirmed: true,
  closed_no_agreement: true,
  closed_refused: true,
  closed_withdrawn: true,
  closed_misdirected: true,
  closed_called_back: true,
  closed_abandoned: true,
  closed_final_answer: true,
  closed_referred_to_court: true,
  closed_released: true,
  closed_enforced_elsewhere: true,
};
const KINDS_OF_OBLIGATION: Record<ObligationKind, true> = {
  refund: true,
  pay: true,
  replace: true,
  repair: true,
  redo_service: true,
  reduce_price: true,
  discount: true,
  voucher: true,
  cancel_contract: true,
  correct_record: true,
  deliver: true,
  apologise: true,
  explain: true,
  other: true,
};
const SEATS: Record<Seat, true> = {
  consumer: true,
  company: true,
  mediator: true,
  ombudsman: true,
  legal: true,
};

const among =
  <T extends string>(known: Record<T, true>) =>
  (word: string): T | null =>
    Object.hasOwn(known, word) ? (word as T) : null;

// A newer house may have written what this page has no word for: it is then shown as it stands.
export const phaseOf = among(PHASES);
export const obligationOf = among(KINDS_OF_OBLIGATION);
export const seatOf = among(SEATS);

/** What a failure means to somebody who is not an engineer. */
export const kindOf = (code: string): Kind => KINDS[code] ?? 'content';
