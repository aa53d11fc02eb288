/**
 * JSON in the form of RFC 8785, within the profile of the record: plain integers within ±(2^53−1), no key twice, no half
 * of a surrogate pair, no U+0000, at most 16 objects and arrays open. What is read here has one form only.
 */
import { INTEGER_MAX, textOf } from './bytes';
import { Fault } from './fault';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The bytes are outside of the profile. */
export class NotCanonical extends Fault {}

const DEPTH_MAX = 16;

/** Reads bytes that must be the canonical form of what they say. */
export const fromCanonical = (bytes: Uint8Array): Json => read(bytes, true);

/** Reads JSON of any layout, refusing what the profile refuses. */
export const fromAny = (bytes: Uint8Array): Json => read(bytes, false);

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(bytes: Uint8Array, canonical: boolean): Json {
  const text = textOf(bytes);
  if (text === null) throw new NotCanonical('the text is not UTF-8');
  return new Scanner(text, canonical).whole();
}

// What stands in a string as it is. `y` holds each match to where the scanner is.
// eslint-disable-next-line no-control-regex -- JSON names them
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
const HEX4 = /[0-9a-fA-F]{4}/y;

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Scanner {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly canonical: boolean;

  constructor(text: string, canonical: boolean) {
    this.text = text;
    this.canonical = canonical;
  }

  whole(): Json {
    this.space();
    const value = this.value();
    this.space();
    return this.at === this.text.length ? value : this.refuse('not JSON');
  }

  private refuse(why: string): never {
    throw new NotCanonical(`${why}, at character ${this.at}`);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private space(): void {
    if (this.take(SPACE) && this.canonical) this.refuse('valid JSON, but not in canonical form');
  }

  private expect(wanted: string): void {
    if (!this.text.startsWith(wanted, this.at)) this.refuse('not JSON');
    this.at += wanted.length;
  }

  private word<T>(word: string, value: T): T {
    this.expect(word);
    return value;
  }

  private value(): Json {
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private nested<T>(inner: () => T): T {
    if (this.depth === DEPTH_MAX) this.refuse('more than 16 objects and arrays are open');
    this.depth += 1;
    this.at += 1;
    this.space();
    const value = inner();
    this.depth -= 1;
    return value;
  }

  /** Past a comma, or past the end. */
  private more(end: string): boolean {
    this.space();
    const found = this.text[this.at];
    if (found !== ',' && found !== end) this.refuse('not JSON');
    this.at += 1;
    if (found === end) return false;
    this.space();
    return true;
  }

  private array(): Json[] {
    const items: Json[] = [];
    if (this.text[this.at] === ']') return this.word(']', items);
    do items.push(this.value());
    while (this.more(']'));
    return items;
  }

  private object(): JsonObject {
    // Without a prototype no key means anything but itself.
    const object: JsonObject = Object.create(null);
    if (this.text[this.at] === '}') return this.word('}', object);
    let last: string | null = null;
    do {
      if (this.text[this.at] !== '"') this.refuse('not JSON');
      const key = this.string();
      if (key in object) this.refuse('a key occurs twice in one object');
      // RFC 8785, 3.2.3: sorted by UTF-16 units, as strings here compare.
      if (this.canonical && last !== null && key < last) this.refuse('valid JSON, but not in canonical form');
      last = key;
      this.space();
      this.expect(':');
      this.space();
      object[key] = this.value();
    } while (this.more('}'));
    return object;
  }

  private number(): number {
    const digits = this.take(NUMBER);
    if (digits === null || /[.eE0-9]/.test(this.text[this.at] ?? '')) this.refuse('not a plain integer');
    const number = Number(digits);
    if (digits === '-0' || Math.abs(number) > INTEGER_MAX) this.refuse('not an integer within ±(2^53−1)');
    return number;
  }

  private string(): string {
    this.at += 1;
    let value = '';
    for (;;) {
      value += this.take(PLAIN) ?? '';
      switch (this.text[this.at]) {
        case '"':
          this.at += 1;
          return value;
        case '\\':
          value += this.escape();
          break;
        default:
          this.refuse('not JSON');
      }
    }
  }

  private escape(): string {
    const place = this.at;
    const named = this.text[this.at + 1] ?? '';
    this.at += 2;
    if (named !== 'u') {
      const character = ESCAPES[named];
      if (character === undefined || (named === '/' && this.canonical)) this.refuse('not a canonical escape');
      return character;
    }
    const first = this.unit();
    let character = String.fromCharCode(first);
    if (first >= 0xd800 && first <= 0xdbff && this.text.startsWith('\\u', this.at)) {
      this.at += 2;
      character += String.fromCharCode(this.unit());
    }
    if (first === 0 || !/^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])$/.test(character))
      this.refuse('a string holds U+0000 or half a surrogate pair');
    // RFC 8785, 3.2.2.2: in lower case, and only what has no shorter form.
    const needed = first < 0x20 && ![8, 9, 10, 12, 13].includes(first);
    if (this.canonical && !(needed && !/[A-F]/.test(this.text.slice(place, this.at)))) {
      this.refuse('not a canonical escape');
    }
    return character;
  }

  private unit(): number {
    const digits = this.take(HEX4);
    return digits === null ? this.refuse('not JSON') : parseInt(digits, 16);
  }
}
