/** The seal of a PDF: its one signature, and the bytes that it covers. */
import { latin } from '../bytes';
import { signerOf } from '../cms';
import { outcome } from '../fault';
import { sha256, type Hash } from '../hash';
import { dictOf, itemsOf, numberOf, PdfFile, unread } from './file';
import type { PdfValue } from './syntax';

/** What the pages are bound by: nothing, a signature that does not hold (or more than one), or a certificate's key. */
export type Seal = 'none' | 'broken' | { certificate: Hash };

/** Fields of the form, and what is inside of them. */
const FIELDS_MAX = 1_000;
const FORM = 'ETSI.CAdES.detached';

/** The seal of a document that can be read. */
export function sealOf(bytes: Uint8Array): Seal {
  const document = outcome(() => new PdfFile(bytes)).value;
  if (!document) return 'none';
  const signatures = outcome(() => signaturesOf(document)).value;
  if (signatures?.length === 0) return 'none';
  // A form that cannot be read may hide one.
  const [only, ...more] = signatures ?? [];
  const certificate = only && more.length === 0 ? outcome(() => signer(document, only)).value : null;
  return certificate ? { certificate } : 'broken';
}

const isNamed = (value: PdfValue | undefined, name: string): boolean => value?.sort === 'name' && value.name === name;

/** The values of the signature fields. */
function signaturesOf(document: PdfFile): PdfValue[] {
  const form = document.catalog().get('AcroForm');
  const fields = form && dictOf(document.of(form)).get('Fields');
  const open = fields ? [...itemsOf(document.of(fields))] : [];
  const found: PdfValue[] = [];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    seen += 1;
    if (seen > FIELDS_MAX) unread();
    const field = dictOf(document.of(next));
    const kids = field.get('Kids');
    if (kids) open.push(...itemsOf(document.of(kids)));
    const value = field.get('V');
    if (value && isNamed(field.get('FT'), 'Sig')) found.push(document.of(value));
  }
  return found;
}

/** Whoever signed the whole file but the place of the signature itself. */
function signer(document: PdfFile, value: PdfValue): Hash | null {
  const { bytes } = document;
  const signature = dictOf(value);
  const range = signature.get('ByteRange');
  const [zero, ends = 0, begins = 0, rest, ...more] = range ? itemsOf(range).map(numberOf) : [];
  if (!isNamed(signature.get('SubFilter'), FORM) || zero !== 0 || rest === undefined || more.length > 0) return null;
  if (begins + rest !== bytes.length || ends > begins) return null;
  const digits = /^<((?:[0-9a-fA-F]{2})*)>$/.exec(latin(bytes.subarray(ends, begins)))?.[1];
  const contents = signature.get('Contents');
  if (digits === undefined || contents?.sort !== 'text') return null;
  const said = Uint8Array.from(contents.text, (character) => character.charCodeAt(0));
  const placed = Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
  if (latin(said) !== latin(placed)) return null;
  return signerOf(said, sha256(bytes.subarray(0, ends), bytes.subarray(begins)));
}
