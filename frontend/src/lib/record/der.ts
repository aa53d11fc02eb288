/** Distinguished encoding (X.690), read strictly: one spelling for each value. */
import { Fault } from './fault';

/** The bytes are not such. */
export class NotDer extends Fault {}

export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const NULL = 0x05;
export const OID = 0x06;
export const SEQUENCE = 0x30;
export const SET = 0x31;
/** `[0]` and `[1]`, constructed. */
export const CONTEXT_0 = 0xa0;
export const CONTEXT_1 = 0xa1;

export function must(holds: unknown): asserts holds {
  if (!holds) throw new NotDer('not as a signature is written');
}

/** One element. */
export interface Element {
  tag: number;
  content: Uint8Array;
  /** With its tag and length. */
  whole: Uint8Array;
}

/** Reads elements one after the other. */
export class Der {
  rest: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.rest = bytes;
  }

  /** The next element: a tag of one byte, a length as short as it can be. */
  any(): Element {
    const [tag, first] = this.rest;
    must(tag !== undefined && first !== undefined && (tag & 0x1f) !== 0x1f && first !== 0x80 && first <= 0x84);
    const digits = first < 0x80 ? this.rest.subarray(1, 2) : this.rest.subarray(2, 2 + (first & 0x7f));
    const length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
    must(first < 0x80 || (digits.length === (first & 0x7f) && digits[0] !== 0 && length >= 0x80));
    const head = first < 0x80 ? 2 : 2 + digits.length;
    const whole = this.rest.subarray(0, head + length);
    must(whole.length === head + length);
    this.rest = this.rest.subarray(whole.length);
    return { tag, content: whole.subarray(head), whole };
  }

  take(tag: number): Element {
    const element = this.any();
    must(element.tag === tag);
    return element;
  }

  /** The next element, if it has this tag. */
  maybe(tag: number): Element | null {
    return this.rest[0] === tag ? this.any() : null;
  }

  get ended(): boolean {
    return this.rest.length === 0;
  }

  end(): void {
    must(this.ended);
  }
}

export const inside = (element: Element): Der => new Der(element.content);

/** The number that an integer above zero is, in bytes without a leading zero. */
export function positive({ tag, content }: Element): Uint8Array {
  const [first = 0, second = 0] = content;
  must(tag === INTEGER && (first === 0 ? second >= 0x80 : first < 0x80));
  return first === 0 ? content.subarray(1) : content;
}
