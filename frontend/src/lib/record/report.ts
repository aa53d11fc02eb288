/** What a check found: the same that `acordo verify --json` and `POST verify` answer (docs/record.md, "The report"). */
import type { Time } from './time';

export type Profile = 'agreement' | 'procedural' | 'joint' | 'caucus';

export interface Finding {
  /** Stable. */
  code: string;
  /** A file of the bundle, or `joint 15` for an event. */
  place: string;
  /** For people who know the format; not stable. */
  words: string;
}

export interface PartCounts {
  opened: number;
  withheld: number;
  erased: number;
  failed: number;
}

export interface ChannelReport {
  channel: string;
  /** At the head's checkpoint. It says nothing of what came after. */
  size: number;
  last_at: Time | null;
  anchored_size: number;
  anchored_at: Time | null;
  pending_from: Time | null;
}

export interface SignatureReport {
  name: string;
  seat: string;
  at: Time | null;
  method: 'password' | 'totp' | 'passkey' | 'email_code';
  identity_level: 'email' | 'password' | 'two_factor' | 'passkey';
  authority: string | null;
}

export interface Obligation {
  amount: { amount: number; currency: string } | null;
  creditor: string;
  debtor: string;
  due: string | { days_after_signature: number; working_days: boolean };
  id: number;
  kind: string;
  text: string;
}

export interface TermsReport {
  subject: string;
  language: string;
  parties: { identifier: string | null; name: string; seat: string }[];
  clauses: string[];
  obligations: Obligation[];
}

export interface AgreementReport {
  version: number;
  concluded_at: Time;
  document_hash: string;
  /** Of the PDF that was shown to the signers. */
  pdf_hash: string;
  signatures: SignatureReport[];
  terms: TermsReport | null;
  /** Until when each obligation was to be kept; only where the record of the procedure is in the file. */
  due_dates: { obligation: number; until: Time }[];
}

export interface Report {
  valid: boolean;
  form: 'bundle' | 'document' | null;
  instance: string | null;
  case: string | null;
  reference: string | null;
  profile: Profile | null;
  exported_at: Time | null;
  events: number;
  parts: PartCounts;
  channels: ChannelReport[];
  agreements: AgreementReport[];
  phases: { at: Time; phase: string }[];
  left_out: { channel: string; seq: number; name: string; path: string }[];
  /** The seal on the pages of a PDF, where it holds. */
  seal: { certificate: string; trusted: boolean } | null;
  witnesses: { name: string; cosigned: boolean }[];
  longest_delay_millis: number | null;
  failures: Finding[];
  failures_total: number;
  doubts: Finding[];
}

/** How many failures are told; the rest are counted. */
export const FAILURES_MAX = 100;

export const emptyReport = (): Report => ({
  valid: false,
  form: null,
  instance: null,
  case: null,
  reference: null,
  profile: null,
  exported_at: null,
  events: 0,
  parts: { opened: 0, withheld: 0, erased: 0, failed: 0 },
  channels: [],
  agreements: [],
  phases: [],
  left_out: [],
  seal: null,
  witnesses: [],
  longest_delay_millis: null,
  failures: [],
  failures_total: 0,
  doubts: [],
});

/** 0 valid, 1 not valid, 2 could not tell: not valid outweighs. */
export function exitCode(report: Report): 0 | 1 | 2 {
  if (report.valid) return 0;
  return report.failures_total > 0 || report.doubts.length === 0 ? 1 : 2;
}
