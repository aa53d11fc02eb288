/** What `POST verify` answers: the record's own report (docs/record.md). */
export type Profile = 'agreement' | 'procedural' | 'joint' | 'caucus';

export interface Report {
  valid: boolean;
  instance: string | null;
  case: string | null;
  reference: string | null;
  profile: Profile | null;
  exported_at: string | null;
  events: number;
  parts: { opened: number; withheld: number; erased: number; failed: number };
  channels: { channel: string; size: number; last_at: string; anchored_size: number; anchor_pending: boolean }[];
  witnesses: string[];
  longest_delay_millis: number | null;
  failures: { code: string; place: string; words: string }[];
  failures_total: number;
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
  anchor_overdue: 'time',
  agreement_signers: 'signature',
  agreement_signatures: 'signature',
  passkey: 'signature',
  seen: 'chain',
};

/** What a failure means to somebody who is not an engineer. */
export const kindOf = (code: string): Kind => KINDS[code] ?? 'content';

export function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    'valid' in value &&
    'failures' in value &&
    Array.isArray(value.failures)
  );
}
