import type { ObligationKind, Phase, Seat } from '$lib/api/types';

/** What `POST verify` answers: the record's own report (docs/record.md). */
export type Profile = 'agreement' | 'procedural' | 'joint' | 'caucus';

export interface Agreement {
  version: number;
  concluded_at: string;
  document_hash: string;
  pdf_hash: string;
  signatures: {
    name: string;
    seat: Seat;
    at: string | null;
    method: 'password' | 'totp' | 'passkey' | 'email_code';
    identity_level: 'email' | 'password' | 'two_factor' | 'passkey';
    authority: string | null;
  }[];
  terms: Terms | null;
  /** Until when each obligation was to be kept; only where the record of the procedure is in the file. */
  due_dates: { obligation: number; until: string }[];
}

export interface Terms {
  subject: string;
  language: string;
  parties: { seat: Seat; name: string; identifier: string | null }[];
  clauses: string[];
  obligations: Obligation[];
}

export interface Obligation {
  id: number;
  debtor: Seat;
  creditor: Seat;
  kind: ObligationKind;
  text: string;
  amount: { amount: number; currency: string } | null;
  due: string | { days_after_signature: number; working_days: boolean };
}

export interface Report {
  valid: boolean;
  form: 'bundle' | 'document' | null;
  instance: string | null;
  case: string | null;
  reference: string | null;
  profile: Profile | null;
  exported_at: string | null;
  events: number;
  parts: { opened: number; withheld: number; erased: number; failed: number };
  channels: {
    channel: string;
    size: number;
    last_at: string | null;
    anchored_size: number;
    anchored_at: string | null;
    pending_from: string | null;
  }[];
  agreements: Agreement[];
  phases: { at: string; phase: Phase }[];
  /** Of a PDF by itself: the seal that binds its pages, where one holds. */
  seal: { certificate: string; trusted: boolean } | null;
  left_out: { channel: string; seq: number; name: string; path: string }[];
  witnesses: { name: string; cosigned: boolean }[];
  longest_delay_millis: number | null;
  failures: { code: string; place: string; words: string }[];
  failures_total: number;
  doubts: { code: string; place: string; words: string }[];
}

export type Kind = 'file' | 'chain' | 'content' | 'signature' | 'time';

const KINDS: Record<string, Kind> = {
  zip: 'file',
  file_unknown: 'file',
  file_missing: 'file',
  file_changed: 'file',
  bag: 'file',
  manifest: 'file',
  bundle_note: 'signature',
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
  seen: 'chain',
};

export type Verdict = 'valid' | 'attached' | 'invalid' | 'unclear';

/** What failed outweighs what could not be told. */
export function verdictOf(report: Report): Verdict {
  if (report.valid) return 'valid';
  if (report.failures_total > 0 || report.doubts.length === 0) return 'invalid';
  return report.doubts.every((doubt) => doubt.code === 'pages_unchecked') ? 'attached' : 'unclear';
}

export type Doubt = 'record' | 'proof' | 'clock' | 'key' | 'late' | 'seen';

const DOUBTS: Record<string, Doubt> = {
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

/** What a failure means to somebody who is not an engineer. */
export const kindOf = (code: string): Kind => KINDS[code] ?? 'content';

export function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    'valid' in value &&
    'failures' in value &&
    Array.isArray(value.failures) &&
    'doubts' in value &&
    Array.isArray(value.doubts)
  );
}
