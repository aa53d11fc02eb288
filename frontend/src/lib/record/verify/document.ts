/**
 * A final PDF by itself: what is attached to it is checked as a bundle of the agreement is. Its pages are bound by its seal
 * alone; where there is none by a certificate of the key file, the answer says so.
 */
import { hex } from '../bytes';
import { outcome } from '../fault';
import type { CaseFile } from '../forms';
import { sha256 } from '../hash';
import { isCase, isInstance } from '../names';
import { channelOrigin, checkpointIn, parseNote } from '../note';
import type { Seal } from '../pdf';
import { LAST } from '../time';
import { checkAttachedAgreement } from './agreement';
import { readChannel } from './channel';
import { Check, type Inquiry } from './check';
import { checkLogs } from './log';
import { AGREEMENT, AGREEMENT_SHOWN, CHECKPOINTS, checkpointPath, RECORD, recordPath } from './paths';
import { checkSeen } from './seen';

/** The names under which the proof is attached. */
const JSON_NAME = 'agreement.json';
export const SHOWN_NAME = 'agreement-shown.pdf';
const LINE_NAME = 'agreement_concluded.jsonl';
export const NOTE_NAME = 'checkpoint.txt';
const CHANNEL = 'procedure';

export function checkDocument(inquiry: Inquiry, attached: Map<string, Uint8Array> | null, seal: Seal): Check {
  const [json, shown] = [attached?.get(JSON_NAME), attached?.get(SHOWN_NAME)];
  const [line, note] = [attached?.get(LINE_NAME), attached?.get(NOTE_NAME)];
  const told = note && outcome(() => checkpointIn(parseNote(note).text)).value;
  const check = new Check(inquiry);
  check.report.form = 'document';
  if (!json || !shown || !line || !note) {
    check.doubt('no_proof', '', 'this file carries no proof: ask for the original, or for the bundle');
    return check;
  }
  const attach = (path: string, data: Uint8Array) =>
    check.files.set(path, { size: data.length, sha256: sha256(data), data });
  attach(AGREEMENT, json);
  attach(AGREEMENT_SHOWN, shown);
  attach(recordPath(CHANNEL), line);
  attach(checkpointPath(CHANNEL, told?.size ?? 0), note);
  checkAttached(check, told ? caseOf(told.origin) : null, seal);
  return check;
}

/** Instance and case of a checkpoint of `procedure`. */
function caseOf(origin: string): { instance: string; caseId: string } | null {
  const at = origin.lastIndexOf('/case/');
  const instance = origin.slice(0, Math.max(0, at));
  const [caseId = ''] = origin.slice(at + '/case/'.length).split('/');
  const fine = isInstance(instance) && isCase(caseId) && origin === channelOrigin(instance, caseId, CHANNEL);
  return fine ? { instance, caseId } : null;
}

function checkAttached(check: Check, origin: { instance: string; caseId: string } | null, seal: Seal): void {
  if (!origin) {
    check.fail('checkpoint', NOTE_NAME, "not a checkpoint of a case's procedure");
    return;
  }
  const { report, inquiry } = check;
  Object.assign(report, { instance: origin.instance, case: origin.caseId, profile: 'agreement' });
  if (inquiry.lateHours !== undefined) {
    check.doubt('late_unknown', '', 'a document by itself does not show when it was anchored');
  }
  const summary: CaseFile = {
    case: origin.caseId,
    // What a bundle's summary says is asked of nobody here: no event is after the last day.
    exported_at: LAST,
    instance: origin.instance,
    language: '',
    parties: [],
    phases: [],
    profile: 'agreement',
    reference: '',
    // No origin is in a document.
    taker: 'register',
    v: 1,
    withheld: [],
  };
  const channel = readChannel(check, summary, CHANNEL);
  const channels = channel ? [channel] : [];
  for (const { path } of check.leftOut) check.fail('file_missing', path, 'a conclusion has no evidence');
  checkLogs(check, summary, channels);
  checkAttachedAgreement(check, summary, channels[0]);
  for (const note of inquiry.seen ?? []) checkSeen(check, summary, channels, note);
  // In the words of who looks at the document's attachments.
  for (const failure of report.failures) failure.place = attachmentOf(failure.place);
  checkPages(check, seal);
}

/** What binds the pages around the attachments. */
function checkPages(check: Check, seal: Seal): void {
  const { report } = check;
  if (seal === 'broken') {
    check.fail('seal', '', 'the seal on the pages does not hold');
    return;
  }
  if (seal !== 'none') {
    const certificate = hex(seal.certificate);
    const trusted = check.keys.seals.some((known) => known.sha256 === certificate && known.until === null);
    report.seal = { certificate, trusted };
  }
  if (report.seal?.trusted) {
    // It binds the attachments too, whoever has the key of the checkpoint by now.
    report.doubts = report.doubts.filter((doubt) => doubt.code !== 'key_ended');
  } else if (report.failures_total === 0 && !report.doubts.some(({ code }) => code === 'key_ended')) {
    const words = 'what is attached is genuine; the pages were not checked: read the attached agreement-shown.pdf';
    check.doubt('pages_unchecked', '', words);
  }
}

function attachmentOf(place: string): string {
  if (place.startsWith(RECORD)) return LINE_NAME;
  if (place.startsWith(CHECKPOINTS)) return NOTE_NAME;
  return place.replace(/^data\//, '');
}
