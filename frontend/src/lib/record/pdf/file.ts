/** A PDF's objects, where it is written as our own documents are: with cross-reference tables. */
import { latin } from '../bytes';
import { asText, PdfReader, Unread, type PdfValue } from './syntax';

/** An attachment, inflated. */
export const FILE_MAX = 64 * 1024 * 1024;
/** Revisions of the document. */
const REVISIONS_MAX = 64;
/** Objects of the document. */
const OBJECTS_MAX = 1_000_000;
/** Leaves and branches of the name tree. */
const NAMES_MAX = 1_000;
/** At the end, where the last cross-reference table is told. */
const TAIL = 1024;

const STREAM = 'stream';

export const unread = (): never => {
  throw new Unread('this PDF cannot be read');
};
export const dictOf = (value: PdfValue | undefined) => (value?.sort === 'dict' ? value.dict : unread());
export const itemsOf = (value: PdfValue) => (value.sort === 'array' ? value.items : unread());
export const numberOf = (value: PdfValue) => (value.sort === 'number' ? value.number : unread());
export const textOf = (value: PdfValue) =>
  value.sort === 'text' ? asText(Uint8Array.from(value.text, (character) => character.charCodeAt(0))) : unread();

export interface PdfStream {
  data: Uint8Array;
  deflated: boolean;
}

export class PdfFile {
  readonly bytes: Uint8Array;
  /** Where each object begins; the newest revision wins. */
  private readonly places = new Map<number, number>();
  private readonly trailer: Map<string, PdfValue>;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const marker = 'startxref';
    const tail = Math.max(0, bytes.length - TAIL);
    const at = latin(bytes.subarray(tail)).lastIndexOf(marker);
    if (at < 0) unread();
    let next = new PdfReader(bytes, tail + at + marker.length).wholeNumber();
    let newest: Map<string, PdfValue> | null = null;
    for (let revision = 0; ; revision++) {
      if (revision === REVISIONS_MAX) unread();
      const trailer = this.table(next);
      newest ??= trailer;
      // A table beside a stream of cross-references could say two things.
      if (trailer.has('XRefStm') || trailer.has('Encrypt')) unread();
      const before = trailer.get('Prev');
      if (before?.sort !== 'number') break;
      next = before.number;
    }
    this.trailer = newest;
  }

  /** One cross-reference table, and the trailer after it. */
  private table(at: number): Map<string, PdfValue> {
    const reader = new PdfReader(this.bytes, at);
    reader.expect('xref');
    for (;;) {
      reader.space();
      if (reader.takes('trailer')) return dictOf(reader.value());
      const first = reader.wholeNumber();
      const count = reader.wholeNumber();
      for (let number = first; number < first + count; number++) {
        const place = reader.wholeNumber();
        reader.wholeNumber();
        reader.space();
        if (reader.takes('n')) {
          if (number > 0xffff_ffff) unread();
          if (!this.places.has(number)) this.places.set(number, place);
        } else {
          reader.expect('f');
        }
        if (this.places.size > OBJECTS_MAX) unread();
      }
    }
  }

  /** The value, or the object that it refers to. */
  of(value: PdfValue | undefined): PdfValue {
    if (!value) return unread();
    return value.sort === 'reference' ? this.object(value.number).value : value;
  }

  /** An object, and the place after it. */
  private object(number: number): { value: PdfValue; at: number } {
    const reader = new PdfReader(this.bytes, this.places.get(number) ?? unread());
    if (reader.wholeNumber() !== number) unread();
    reader.wholeNumber();
    reader.space();
    reader.expect('obj');
    const value = reader.value();
    reader.space();
    return { value, at: reader.at };
  }

  /** The catalog: where everything else begins. */
  catalog(): Map<string, PdfValue> {
    return dictOf(this.of(this.trailer.get('Root')));
  }

  /** The names of attached files, and the numbers of their streams. */
  embedded(): [string, number][] {
    const names = this.catalog().get('Names');
    const tree = names && dictOf(this.of(names)).get('EmbeddedFiles');
    const open = tree ? [this.of(tree)] : [];
    const found: [string, number][] = [];
    let seen = 0;
    for (let node = open.pop(); node; node = open.pop()) {
      seen += 1;
      if (seen > NAMES_MAX) unread();
      const kids = dictOf(node).get('Kids');
      for (const kid of kids ? itemsOf(this.of(kids)) : []) open.push(this.of(kid));
      const pairs = dictOf(node).get('Names');
      if (pairs) found.push(...this.pairs(itemsOf(this.of(pairs))));
    }
    return found;
  }

  private pairs(items: PdfValue[]): [string, number][] {
    if (items.length % 2 !== 0 || items.length > 2 * NAMES_MAX) unread();
    const pairs: [string, number][] = [];
    for (let at = 0; at < items.length; at += 2) {
      const name = textOf(this.of(items[at]));
      const file = dictOf(this.of(dictOf(this.of(items[at + 1])).get('EF'))).get('F');
      pairs.push([name, file?.sort === 'reference' ? file.number : unread()]);
    }
    return pairs;
  }

  stream(number: number): PdfStream {
    const { value, at } = this.object(number);
    const dict = dictOf(value);
    const reader = new PdfReader(this.bytes, at);
    reader.expect(STREAM);
    if (!reader.takes('\r\n')) reader.expect('\n');
    const length = numberOf(this.of(dict.get('Length')));
    const data = this.bytes.subarray(reader.at, reader.at + length);
    if (data.length !== length) unread();
    reader.at += length;
    while (reader.takes('\r') || reader.takes('\n'));
    reader.expect('endstream');
    if (dict.has('DecodeParms') || dict.has('F')) unread();
    const filter = dict.get('Filter');
    const filters = filter?.sort === 'array' ? filter.items : filter ? [filter] : [];
    const [only, ...more] = filters;
    const known = only === undefined ? length <= FILE_MAX : only.sort === 'name' && only.name === 'FlateDecode';
    if (!known || more.length > 0) unread();
    return { data, deflated: only !== undefined };
  }
}
