/** The values of a PDF, as they are written. */
import { latin, textOf } from '../bytes';
import { Fault } from '../fault';

/** What cannot be read carries no proof. */
export class Unread extends Fault {}

export type PdfValue =
  | { sort: 'number'; number: number }
  | { sort: 'name'; name: string }
  | { sort: 'text'; text: string }
  | { sort: 'array'; items: PdfValue[] }
  | { sort: 'dict'; dict: Map<string, PdfValue> }
  | { sort: 'reference'; number: number }
  /** What matters to nobody here: reals, booleans, null. */
  | { sort: 'other' };

/** Open arrays and dictionaries, and the value inside. */
const DEPTH_MAX = 32;
/** The largest numbers: of objects, and of anything else. */
const OBJECT_MAX = 0xffff_ffff;
const NUMBER_MAX = 2n ** 63n - 1n;

const SPACE = [0x20, 0x09, 0x0d, 0x0a, 0x0c, 0x00];
const DELIMITERS = [...'()<>[]{}/%'].map((character) => character.charCodeAt(0));
const isSpace = (byte: number): boolean => SPACE.includes(byte);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isEnd = (byte: number): boolean => isSpace(byte) || DELIMITERS.includes(byte);
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, '(': 0x28, ')': 0x29, '\\': 0x5c };

function unread(): never {
  throw new Unread('this PDF cannot be read');
}

/** The bytes as text, where they are UTF-8. */
export const asText = (bytes: Uint8Array): string => textOf(bytes) ?? unread();

/** Reads values one after the other. */
export class PdfReader {
  at: number;
  private depth = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  peek(): number {
    return this.bytes[this.at] ?? unread();
  }

  /** Past spaces and comments. */
  space(): void {
    for (; this.at < this.bytes.length; this.at++) {
      if (this.bytes[this.at] === 0x25) {
        while (this.at < this.bytes.length && ![10, 13].includes(this.bytes[this.at] ?? 10)) this.at++;
        this.at -= 1;
      } else if (!isSpace(this.bytes[this.at] ?? 0)) {
        return;
      }
    }
  }

  /** Past these characters, if they are here. */
  takes(word: string): boolean {
    const found = latin(this.bytes.subarray(this.at, this.at + word.length)) === word;
    if (found) this.at += word.length;
    return found;
  }

  expect(word: string): void {
    if (!this.takes(word)) unread();
  }

  private run(ends: (byte: number) => boolean): Uint8Array {
    const from = this.at;
    while (this.at < this.bytes.length && !ends(this.bytes[this.at] ?? 0)) this.at++;
    return this.bytes.subarray(from, this.at);
  }

  /** Digits after spaces. */
  wholeNumber(): number {
    this.space();
    const digits = latin(this.run((byte) => !isDigit(byte)));
    if (digits === '' || digits.length > 1000 || BigInt(digits) >= 2n ** 64n) unread();
    return Number(digits);
  }

  value(): PdfValue {
    this.space();
    this.depth += 1;
    if (this.depth > DEPTH_MAX) unread();
    const value = this.found();
    this.depth -= 1;
    return value;
  }

  private found(): PdfValue {
    const byte = this.peek();
    if (this.takes('[')) return { sort: 'array', items: this.items() };
    if (this.takes('<<')) return { sort: 'dict', dict: this.entries() };
    if (this.takes('<')) return { sort: 'text', text: this.hex() };
    if (this.takes('(')) return { sort: 'text', text: this.literal() };
    if (byte === 0x2f) return { sort: 'name', name: latin(this.name()) };
    if (isDigit(byte)) return this.numberOrReference();
    return this.run(isEnd).length > 0 ? { sort: 'other' } : unread();
  }

  private items(): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      this.space();
      if (this.takes(']')) return items;
      items.push(this.value());
    }
  }

  private entries(): Map<string, PdfValue> {
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.space();
      if (this.takes('>>')) return dict;
      const key = asText(this.name());
      if (dict.has(key)) unread();
      dict.set(key, this.value());
    }
  }

  /** `12`, `1.5`, or `12 0 R`. */
  private numberOrReference(): PdfValue {
    const word = latin(this.run(isEnd));
    if (!/^[0-9]{1,1000}$/.test(word) || BigInt(word) > NUMBER_MAX) return { sort: 'other' };
    const after = this.at;
    this.space();
    const generation = latin(this.run((byte) => !isDigit(byte)));
    this.space();
    const refers = generation !== '' && generation.length <= 1000 && BigInt(generation) < 2n ** 64n;
    if (refers && latin(this.run(isEnd)) === 'R') {
      return Number(word) <= OBJECT_MAX ? { sort: 'reference', number: Number(word) } : unread();
    }
    this.at = after;
    return { sort: 'number', number: Number(word) };
  }

  private name(): Uint8Array {
    this.expect('/');
    const raw = latin(this.run(isEnd));
    const name: number[] = [];
    for (let at = 0; at < raw.length; at++) {
      if (raw[at] !== '#') {
        name.push(raw.charCodeAt(at));
        continue;
      }
      const digits = raw.slice(at + 1, at + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) unread();
      name.push(parseInt(digits, 16));
      at += 2;
    }
    return Uint8Array.from(name);
  }

  private hex(): string {
    let digits = '';
    for (;;) {
      const byte = this.peek();
      this.at += 1;
      if (byte === 0x3e) break;
      if (isSpace(byte)) continue;
      digits += /[0-9a-fA-F]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : unread();
    }
    const pairs = (digits.length % 2 === 1 ? `${digits}0` : digits).match(/../g) ?? [];
    return String.fromCharCode(...pairs.map((pair) => parseInt(pair, 16)));
  }

  private literal(): string {
    let text = '';
    for (let open = 1; ;) {
      const character = String.fromCharCode(this.peek());
      this.at += 1;
      if (character === '\\') {
        // Octal digits and broken lines are in none of our names.
        text += String.fromCharCode(ESCAPES[String.fromCharCode(this.peek())] ?? unread());
        this.at += 1;
        continue;
      }
      if (character === '(') open += 1;
      if (character === ')') open -= 1;
      if (open === 0) return text;
      text += character;
    }
  }
}
