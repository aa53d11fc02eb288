/** Bytes as text and back, where each has one spelling. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** The text, if the bytes are UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** One character a byte: what is looked for in it is ASCII. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

export function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return same(bytes.subarray(0, beginning.length), beginning);
}

export function joined(...pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => HEX[byte]).join('');

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 64; digit++) DIGITS[ALPHABET.charCodeAt(digit)] = digit;

/** Standard base64 with padding. */
export const base64 = (bytes: Uint8Array): string => btoa(latin(bytes));

const digitAt = (text: string, at: number): number => DIGITS[text.charCodeAt(at)] ?? -1;

/** The bytes, if the text is the only base64 of them: padded, and with bits that carry nothing at zero. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let held = 0;
  let out = 0;
  for (let at = 0; at < digits; at++) {
    const digit = digitAt(text, at);
    if (digit < 0) return null;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[out++] = (bits >> held) & 0xff;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}

/** Base64 of exactly 32 bytes. */
export function hashFromBase64(text: string): Uint8Array | null {
  return text.length === 44 && text.endsWith('=') && !text.endsWith('==') ? fromBase64(text) : null;
}

/** 8 bytes, big-endian. */
export function u64be(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

/** The length of `x` as a 4-byte big-endian integer, then `x`. */
export function lengthPrefixed(x: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, x.length);
  return joined(length, x);
}

/** The largest number that the record writes: 2^53 − 1. */
export const INTEGER_MAX = Number.MAX_SAFE_INTEGER;

/** A decimal without leading zeros, at most 2^53 − 1. */
export function decimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return number <= INTEGER_MAX ? number : null;
}

/** The two parts of a text around the first of these separators. */
export function splitOnce(text: string, separator: string): [string, string] | null {
  const at = text.indexOf(separator);
  return at < 0 ? null : [text.slice(0, at), text.slice(at + separator.length)];
}

/** By their bytes, as paths and names are sorted. */
export function byBytes(a: string, b: string): number {
  const [left, right] = [bytesOf(a), bytesOf(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
