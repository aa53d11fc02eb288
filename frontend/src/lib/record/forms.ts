/** The forms of what a bundle holds. */
import {
  atLeast,
  count,
  encoded,
  flag,
  hash,
  integer,
  list,
  named,
  nullable,
  object,
  oneOf,
  such,
  text,
  time,
} from './form';
import type { Form } from './form';
import { outcome } from './fault';
import { PARTS } from './names';
import { isTime } from './time';

type FormOf<F> = F extends Form<infer T> ? T : never;

export const author = object({ id: text, name: text });
export const origin = object({ address: nullable(text), user_agent: nullable(text) });

export const evidence = object({
  id: text,
  media_type: text,
  name: text,
  original_sha256: hash,
  sha256: hash,
  size: count,
});

/** The endings of the files of each media type. */
export const ENDINGS: Record<string, string | undefined> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'text/plain': 'txt',
  'message/rfc822': 'eml',
  'image/gif': 'gif',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
  'audio/mp4': 'm4a',
  'application/xml': 'xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

export const erasure = object({
  basis: text,
  parts: list(object({ part: oneOf(...PARTS), seq: count })),
});
export type Erasure = FormOf<typeof erasure>;

const signed = {
  authority: nullable(text),
  consent_text: text,
  document_hash: hash,
  identity_level: oneOf('email', 'password', 'two_factor', 'passkey'),
  method: oneOf('password', 'totp', 'passkey', 'email_code'),
  name: text,
  pdf_hash: hash,
  seat: text,
  version: count,
};
const assertion = object({ authenticator_data: text, client_data_json: text, public_key: text, signature: text });

/** The content of `agreement_signed`, and with `at` an item of the list in `agreement_concluded`. */
export const signature = object(signed, { assertion, at: time });
export type Signature = FormOf<typeof signature>;

export const conclusion = object({
  document_hash: hash,
  pdf_hash: hash,
  signatures: list(signature),
  version: count,
});
export type Conclusion = FormOf<typeof conclusion>;

export const sealed = object({ document_hash: hash, pdf_hash: hash, version: count });
export type SealedAgreement = FormOf<typeof sealed>;

const PARTIES = ['company', 'consumer'] as const;
const party = object({ identifier: nullable(text), name: text, seat: text });
const day = such((found) => isTime(`${found}T00:00:00.000Z`), 'not a day');
const due: Form<string | { days_after_signature: number; working_days: boolean }> = (value) =>
  typeof value === 'string' ? day(value) : object({ days_after_signature: count, working_days: flag })(value);

const obligation = object({
  amount: nullable(object({ amount: integer, currency: text })),
  creditor: oneOf(...PARTIES),
  debtor: oneOf(...PARTIES),
  due,
  id: count,
  kind: text,
  text,
});

const bothParties: Form<FormOf<typeof party>[]> = (value) => {
  const parties = list(party)(value);
  const seats = parties.map(({ seat }) => seat).sort();
  such((all) => all === PARTIES.join(), 'not both parties, each once')(seats.join());
  return parties;
};

/** `agreement.json`, as far as a verifier reads it. */
export const agreement = atLeast({
  case: text,
  clauses: list(text),
  language: text,
  nonce: hash,
  obligations: list(obligation),
  parties: bothParties,
  record: object({ root: hash, size: count }),
  subject: text,
  version: count,
});
export type Agreement = FormOf<typeof agreement>;

export const caseFile = object({
  case: text,
  exported_at: time,
  instance: text,
  language: text,
  parties: list(object({ identifier: nullable(text), name: nullable(text), seat: text })),
  phases: list(object({ at: time, phase: text })),
  profile: oneOf('agreement', 'procedural', 'joint', 'caucus'),
  reference: text,
  taker: oneOf('consumer', 'company', 'mediator', 'ombudsman', 'legal', 'register', 'packet'),
  v: count,
  withheld: list(
    object({
      channel: text,
      count,
      part: oneOf(...PARTS, 'evidence_file'),
      reason: oneOf('profile', 'too_large', 'lost'),
    }),
  ),
});
export type CaseFile = FormOf<typeof caseFile>;

const certificate: Form<string> = (value) => such((der) => der !== '', 'an empty certificate')(encoded(value));
export const keysFile = object({ log: list(text), seal: list(certificate), v: count });

/** One line of a channel's file. */
export const line = object(
  { header: text, parts: named(PARTS, object({ bytes: text, salt: hash })) },
  { proof: list(hash) },
);

/** A value of a form, or null where it is of another. */
export const ifItFits = <T>(reader: () => T): T | null => outcome(reader).value ?? null;
