/** The verifier in the browser: the same verdict and the same report as `acordo verify`, written from docs/record.md. */
import { outcome } from '../fault';
import { parseNote, type Note } from '../note';
import { attachmentsOf, beginsAsPdf, looksLikePdf, sealOf } from '../pdf';
import type { Report } from '../report';
import { sourceOfBytes, type Source } from '../source';
import { looksLikeZip, NoZip, readZip, type ZipEntry } from '../zip';
import { checkBundle } from './bundle';
import { Check, type Inquiry } from './check';
import { checkDocument, NOTE_NAME, SHOWN_NAME } from './document';
import { EVIDENCE } from './paths';
import { notesIn } from './seen';

export type { Inquiry } from './check';
export { notesIn } from './seen';

/** Checks a bundle, or a final PDF by itself. Evidence is hashed as it passes, so a bundle need not fit into memory. */
export async function verify(source: Source, inquiry: Inquiry): Promise<Report> {
  if (await beginsAsPdf(source)) return verifyDocument(await source.read(0, source.size), inquiry);
  const check = new Check(inquiry);
  if (!(await looksLikeZip(source))) {
    check.noRecord();
    return check.finished();
  }
  check.report.form = 'bundle';
  try {
    const entries = await readZip(source, keeps);
    if (isCollection(entries)) {
      check.report.form = null;
      check.doubt('collection', '', 'this holds several files: unpack it and check each by itself');
    } else checkBundle(check, entries);
  } catch (error) {
    if (!(error instanceof NoZip)) throw error;
    check.fail('zip', '', error.message);
  }
  return check.finished();
}

/** A bundle never holds a ZIP: what does, and has no bag of its own, is a folder of them. */
function isCollection(entries: readonly ZipEntry[]): boolean {
  const any = (end: string) => entries.some(({ name }) => name.endsWith(end));
  return any('.zip') && !any('bagit.txt');
}

/** Of evidence no rule reads more than size and digest. */
const keeps = (name: string): boolean => !name.slice(name.indexOf('/') + 1).startsWith(EVIDENCE);

async function verifyDocument(bytes: Uint8Array, inquiry: Inquiry): Promise<Report> {
  if (looksLikePdf(bytes)) {
    return checkDocument(inquiry, await attachmentsOf(bytes), sealOf(bytes)).finished();
  }
  const check = new Check(inquiry);
  check.noRecord();
  return check.finished();
}

/** The notes in a file that somebody kept: of a final PDF the one that is attached to it, of anything else its text. */
export async function notesInFile(bytes: Uint8Array): Promise<Note[]> {
  if (!(await beginsAsPdf(sourceOfBytes(bytes))))
    return notesIn(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const attached = (await attachmentsOf(bytes))?.get(NOTE_NAME);
  const note = attached && outcome(() => parseNote(attached)).value;
  return note ? [note] : [];
}

/** The PDF that the signers were shown, out of a final PDF; null where it is not attached. */
export async function shownIn(bytes: Uint8Array): Promise<Uint8Array | null> {
  return (await attachmentsOf(bytes))?.get(SHOWN_NAME) ?? null;
}
