/** Signatures, conclusions, seals, and the files they name. */
import { base64, same } from '../bytes';
import { fromCanonical, isObject } from '../canonical';
import { outcome } from '../fault';
import { read, type Form } from '../form';
import * as forms from '../forms';
import type { Agreement, CaseFile, Conclusion, SealedAgreement, Signature } from '../forms';
import { documentHash, sha256, signChallenge } from '../hash';
import { isSeat, signerOf } from '../names';
import { assertionFault } from '../passkey';
import type { AgreementReport, TermsReport } from '../report';
import { isTime, type Time } from '../time';
import { partKey, placeOf, rootAt, type VerifiedChannel, type VerifiedEvent } from './channel';
import type { Check } from './check';
import { AGREEMENT, AGREEMENT_FINAL, AGREEMENT_SHOWN, CASE_FILE, RECORD, recordPath } from './paths';

/** A form together with the event that holds it. */
interface Told<T> {
  event: VerifiedEvent;
  place: string;
  form: T;
}

/** The opened events of a kind, with their content read as its form. */
function toldIn<T>(check: Check, channel: VerifiedChannel | undefined, kind: string, form: Form<T>): Told<T>[] {
  return (channel?.events ?? []).flatMap((event) => {
    const { content } = event;
    if (event.kind !== kind || !channel || !content) return [];
    const place = placeOf(channel.name, event);
    const { value, fault } = outcome(() => read(form, content));
    if (fault === undefined) return [{ event, place, form: value }];
    check.fail('agreement_form', place, fault);
    return [];
  });
}

export function checkAgreements(check: Check, summary: CaseFile, channels: VerifiedChannel[]): void {
  const procedure = channels.find((channel) => channel.name === 'procedure');
  const joint = channels.find((channel) => channel.name === 'joint');
  const concluded = toldIn(check, procedure, 'agreement_concluded', forms.conclusion);
  const sealed = toldIn(check, procedure, 'agreement_sealed', forms.sealed);
  const signed = toldIn(check, joint, 'agreement_signed', forms.signature);

  checkSigned(check, summary, signed);
  for (const conclusion of concluded) {
    checkConclusion(check, summary, conclusion);
    if (joint) checkList(check, conclusion, joint, signed);
    const dates = procedure ? dueDates(procedure, conclusion.event.seq) : [];
    check.report.agreements.push({ ...reportOf(conclusion), due_dates: dates });
  }
  for (const seal of sealed) {
    const first = concluded.find((conclusion) => isOf(seal, conclusion));
    if (!first || first.event.seq > seal.event.seq) {
      check.fail('agreement_missing', seal.place, 'sealed, but no conclusion of that version and document');
    }
  }
  const last = sealed.at(-1);
  if (summary.profile === 'agreement' && !last) {
    check.fail('agreement_missing', recordPath('procedure'), 'no sealed agreement is opened');
  }
  // Without an opened seal the files do not belong in the bundle.
  if (last) {
    const conclusion = concluded.findLast((one) => isOf(last, one) && one.event.seq < last.event.seq);
    checkFiles(check, summary, joint, last, conclusion);
  }
}

const isOf = ({ form: seal }: Told<SealedAgreement>, { form }: Told<Conclusion>): boolean =>
  form.version === seal.version && same(form.document_hash, seal.document_hash);

const NOT_THE_FILE = 'not the file whose hash the record holds';

/** The conclusion that a document has attached, and the files that it names. */
export function checkAttachedAgreement(check: Check, summary: CaseFile, procedure: VerifiedChannel | undefined): void {
  const [conclusion, ...more] = toldIn(check, procedure, 'agreement_concluded', forms.conclusion);
  if (!conclusion || more.length > 0) {
    check.fail('agreement_missing', RECORD, 'not one conclusion, opened');
    return;
  }
  if (procedure?.events.length !== 1) check.fail('agreement_missing', RECORD, 'not the conclusion alone');
  check.report.agreements.push(reportOf(conclusion));
  checkConclusion(check, summary, conclusion);
  const [json, shown] = [check.need(AGREEMENT), check.need(AGREEMENT_SHOWN)];
  if (json && !same(documentHash(json), conclusion.form.document_hash)) {
    check.fail('agreement_mismatch', AGREEMENT, NOT_THE_FILE);
  }
  if (shown && !same(sha256(shown), conclusion.form.pdf_hash)) {
    check.fail('agreement_mismatch', AGREEMENT_SHOWN, NOT_THE_FILE);
  }
  const front = json && readAgreement(check, summary, undefined, conclusion.form.version, json);
  if (front) tellTerms(check, conclusion, front.terms);
}

/** The signatures given in `joint`. */
function checkSigned(check: Check, summary: CaseFile, signed: Told<Signature>[]): void {
  const once = new Set<string>();
  for (const { form, event, place } of signed) {
    checkSignature(check, summary, form, place, false);
    if (form.seat !== event.seat) check.fail('agreement_form', place, "the seat is not the header's");
    const key = `${form.version} ${form.seat}`;
    if (once.has(key)) check.fail('agreement_signers', place, 'a seat signed the same version twice');
    once.add(key);
  }
}

/** The form of one signature, and a passkey's assertion. */
function checkSignature(check: Check, summary: CaseFile, signed: Signature, place: string, inList: boolean): void {
  if ((signed.at !== undefined) !== inList || !isSeat(signed.seat) || signed.version === 0) {
    check.fail('agreement_form', place, "a signature's time, seat or version is not as it should be");
  }
  if ((signed.assertion !== undefined) !== (signed.method === 'passkey')) {
    check.fail('agreement_form', place, 'an assertion is there for a passkey, and only for one');
  } else if (signed.assertion) {
    const challenge = signChallenge(summary.case, signed.version, signed.seat, signed.document_hash);
    const fault = assertionFault(signed.assertion, challenge);
    if (fault) check.fail('passkey', place, `${signed.seat}: ${fault}`);
  }
}

function checkConclusion(check: Check, summary: CaseFile, { event, place, form }: Told<Conclusion>): void {
  const seats = new Set<string>();
  let last = '';
  for (const signed of form.signatures) {
    checkSignature(check, summary, signed, place, true);
    const equal =
      same(signed.document_hash, form.document_hash) &&
      same(signed.pdf_hash, form.pdf_hash) &&
      signed.version === form.version;
    if (!equal) check.fail('agreement_mismatch', place, `${signed.seat} signed another document, PDF or version`);
    if (seats.has(signed.seat)) check.fail('agreement_signers', place, `${signed.seat} signed twice`);
    seats.add(signed.seat);
    const at = signed.at ?? '';
    if (at < last) check.fail('agreement_signatures', place, 'the signatures are not in the order of signing');
    last = at;
  }
  if (!seats.has('consumer') || !seats.has('company')) {
    check.fail('agreement_signers', place, 'not both parties signed');
  }
  const origins = [...event.parts.keys()].map(signerOf).filter((seat) => seat !== null);
  const each = origins.length === seats.size && origins.every((seat) => seats.has(seat));
  if (!each || event.parts.has('origin')) {
    check.fail('agreement_form', place, 'there is not one origin for each signer');
  }
}

/** The list equals the opened `agreement_signed` of that version; an erased one is recognised by seat and time. */
function checkList(
  check: Check,
  conclusion: Told<Conclusion>,
  joint: VerifiedChannel,
  signed: Told<Signature>[],
): void {
  const { version } = conclusion.form;
  // Of a seat that signed twice, which is a fault already, the later.
  const opened = new Map(
    signed.filter((one) => one.form.version === version && isSeat(one.form.seat)).map((one) => [one.form.seat, one]),
  );
  const erased = joint.events.filter(
    (event) => event.kind === 'agreement_signed' && joint.erased.has(partKey(event.seq, 'content')),
  );
  const matched = new Set<number>();
  let last = 0;
  for (const listed of conclusion.form.signatures) {
    const given = opened.get(listed.seat);
    const fits = given && given.event.at === listed.at && isSame(given.form, listed);
    const seq = fits
      ? given.event.seq
      : erased.find((event) => event.seat === listed.seat && event.at === listed.at && event.seq > last)?.seq;
    if (seq !== undefined && seq > last) {
      matched.add(seq);
      last = seq;
    } else {
      const words = `the signature of ${listed.seat} is not the next one given in joint`;
      check.fail('agreement_signatures', conclusion.place, words);
    }
  }
  for (const seat of [...opened.keys()].sort()) {
    const extra = opened.get(seat);
    if (!extra || matched.has(extra.event.seq)) continue;
    check.fail('agreement_signatures', extra.place, "this signature is not in the conclusion's list");
  }
}

/** Whether a signature that was given is the listed one, save its time. */
function isSame(given: Signature, listed: Signature): boolean {
  const plain = (signed: Signature) =>
    JSON.stringify([
      [signed.assertion?.authenticator_data, signed.assertion?.client_data_json],
      [signed.assertion?.public_key, signed.assertion?.signature],
      [signed.authority, signed.consent_text, base64(signed.document_hash), signed.identity_level, signed.method],
      [signed.name, base64(signed.pdf_hash), signed.seat, signed.version],
    ]);
  return given.at === undefined && plain(given) === plain(listed);
}

/** The three files belong to the last sealed agreement. */
function checkFiles(
  check: Check,
  summary: CaseFile,
  joint: VerifiedChannel | undefined,
  { form: seal }: Told<SealedAgreement>,
  conclusion: Told<Conclusion> | undefined,
): void {
  const [json, shown, final] = [check.need(AGREEMENT), check.need(AGREEMENT_SHOWN), check.need(AGREEMENT_FINAL)];
  if (json && !same(documentHash(json), seal.document_hash)) check.fail('agreement_mismatch', AGREEMENT, NOT_THE_FILE);
  if (final && !same(sha256(final), seal.pdf_hash)) check.fail('agreement_mismatch', AGREEMENT_FINAL, NOT_THE_FILE);
  if (shown && conclusion && !same(sha256(shown), conclusion.form.pdf_hash)) {
    check.fail('agreement_mismatch', AGREEMENT_SHOWN, NOT_THE_FILE);
  }
  const found = json && readAgreement(check, summary, joint, seal.version, json);
  if (!found) return;
  const plain = (parties: CaseFile['parties']) =>
    JSON.stringify(parties.map(({ identifier, name, seat }) => [identifier, name, seat]));
  if (plain(summary.parties) !== plain(found.terms.parties)) {
    check.fail('case_file', CASE_FILE, 'the parties are not those of the agreement');
  }
  if (conclusion) tellTerms(check, conclusion, found.terms);
}

/** What `agreement.json` says of itself, if it has its form. */
function readAgreement(
  check: Check,
  summary: CaseFile,
  joint: VerifiedChannel | undefined,
  version: number,
  json: Uint8Array,
): { terms: TermsReport } | null {
  const { value: front, fault } = outcome(() => read(forms.agreement, json));
  if (!front) {
    check.fail('agreement_form', AGREEMENT, fault);
    return null;
  }
  if (front.case !== summary.case || front.version !== version) {
    check.fail('agreement_mismatch', AGREEMENT, 'of another case or version');
  }
  if (joint && !isJustBeforeDraft(joint, front.record)) {
    check.fail('agreement_mismatch', AGREEMENT, 'record is not joint just before agreement_drafted');
  }
  const { subject, language, parties, clauses, obligations } = front;
  return { terms: { subject, language, parties, clauses, obligations } };
}

function isJustBeforeDraft(joint: VerifiedChannel, record: Agreement['record']): boolean {
  const root = rootAt(joint, record.size);
  const drafted = joint.events.some((event) => event.seq === record.size + 1 && event.kind === 'agreement_drafted');
  return root !== null && same(root, record.root) && drafted;
}

/** What the signed document says, for the report. */
function tellTerms(check: Check, { form }: Told<Conclusion>, terms: TermsReport): void {
  const hash = base64(form.document_hash);
  const told = check.report.agreements.findLast(
    (report) => report.version === form.version && report.document_hash === hash,
  );
  if (told) told.terms = terms;
}

/** Who signed what, for the report. */
const reportOf = ({ event, form }: Told<Conclusion>): AgreementReport => ({
  version: form.version,
  concluded_at: event.at,
  document_hash: base64(form.document_hash),
  pdf_hash: base64(form.pdf_hash),
  signatures: form.signatures.map(({ name, seat, at, method, identity_level, authority }) => ({
    name,
    seat,
    at: at ?? null,
    method,
    identity_level,
    authority,
  })),
  terms: null,
  due_dates: [],
});

/**
 * What the last `obligations_started` between the conclusion before and this one says. It is content like any other, so
 * what is no date is passed over.
 */
function dueDates(procedure: VerifiedChannel, conclusion: number): { obligation: number; until: Time }[] {
  const before = procedure.events.filter((event) => event.seq < conclusion);
  const concluded = before.findLastIndex((event) => event.kind === 'agreement_concluded');
  const content = before.slice(concluded + 1).findLast((event) => event.kind === 'obligations_started')?.content;
  const started = content ? fromCanonical(content) : null;
  const obligations = isObject(started) ? started['obligations'] : null;
  return (Array.isArray(obligations) ? obligations : []).flatMap((obligation, at) => {
    const due = isObject(obligation) ? obligation['due'] : null;
    return typeof due === 'string' && isTime(due) ? [{ obligation: at + 1, until: due }] : [];
  });
}
