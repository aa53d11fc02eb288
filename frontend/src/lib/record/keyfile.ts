/** The keys that a verifier is given: C2SP vkeys, and certificates of seals. */
import { base64, byBytes, bytesOf, fromBase64, hex, splitOnce, startsWith, textOf } from './bytes';
import { isPublicKey } from './ed25519';
import { Fault } from './fault';
import { sha256 } from './hash';
import { isKeyName } from './names';
import { isTime, type Time } from './time';

export type KeyKind = 'log' | 'witness';
const TYPES: Record<KeyKind, number> = { log: 1, witness: 4 };

/** A public key with its name. */
export interface Vkey {
  name: string;
  kind: KeyKind;
  id: Uint8Array;
  publicKey: Uint8Array;
}

/** `from` itself is inside, `until` itself outside. */
export interface Window {
  from: Time | null;
  until: Time | null;
}

export interface TrustedKey extends Vkey, Window {}

export interface TrustedSeal extends Window {
  /** Of the certificate's DER, in hex. */
  sha256: string;
}

export interface KeyFile {
  keys: TrustedKey[];
  seals: TrustedSeal[];
}

/** Not a key, or not a file of keys. */
export class KeyFault extends Fault {}

export const vkeyText = (key: Vkey): string => {
  const bytes = Uint8Array.of(TYPES[key.kind], ...key.publicKey);
  return `${key.name}+${hex(key.id)}+${base64(bytes)}`;
};

export function vkeyOf(name: string, kind: KeyKind, publicKey: Uint8Array): Vkey {
  const id = sha256(bytesOf(name), Uint8Array.of(10, TYPES[kind]), publicKey).slice(0, 4);
  return { name, kind, id, publicKey };
}

/** Reads `<name>+<id in hex>+<base64 of type and key>`. */
export function parseVkey(text: string): Vkey {
  const [name, rest] = splitOnce(text, '+') ?? ['', ''];
  const [id, encoded] = splitOnce(rest, '+') ?? ['', ''];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33) throw new KeyFault('not of the form <name>+<8 hex digits>+<base64>');
  const kind = bytes[0] === TYPES.log ? 'log' : bytes[0] === TYPES.witness ? 'witness' : null;
  if (!kind) throw new KeyFault('the type of the key is neither 0x01 (a log key) nor 0x04 (a witness)');
  const key = vkeyOf(name, kind, bytes.slice(1));
  if (!isPublicKey(key.publicKey)) throw new KeyFault('not a canonical Ed25519 public key of full order');
  if (hex(key.id) !== id) throw new KeyFault('the key id is not the one of this name and key');
  return key;
}

/** ` from=<time>`, ` until=<time>`: each at most once, in this order. */
function windowOf(words: string[]): Window {
  const window: Window = { from: null, until: null };
  for (const word of words) {
    const [label, time] = splitOnce(word, '=') ?? ['', ''];
    const fits = (label === 'from' && !window.from && !window.until) || (label === 'until' && !window.until);
    if (!fits || !isTime(time)) throw new KeyFault('not a key, optionally from=<time>, optionally until=<time>');
    window[label === 'from' ? 'from' : 'until'] = time;
  }
  if (window.from && window.until && window.from > window.until) throw new KeyFault('`from` is after `until`');
  return window;
}

function addLine(file: KeyFile, line: string): void {
  const isSeal = line.startsWith('seal ');
  const [first = '', ...words] = (isSeal ? line.slice('seal '.length) : line).split(' ');
  const window = windowOf(words);
  if (isSeal) {
    if (!/^[0-9a-f]{64}$/.test(first)) throw new KeyFault('not the SHA-256 of a certificate in lower-case hex');
    if (file.seals.some((seal) => seal.sha256 === first)) throw new KeyFault('this certificate is there twice');
    file.seals.push({ sha256: first, ...window });
  } else {
    const key = parseVkey(first);
    if (key.name.includes('#')) throw new KeyFault('a name has no #');
    if (file.keys.some((other) => vkeyText(other) === vkeyText(key))) throw new KeyFault('this key is there twice');
    file.keys.push({ ...key, ...window });
  }
}

const MARK = bytesOf('\ufeff');

/** Reads a key file; a byte order mark and CRLF are forgiven. */
export function readKeyFile(bytes: Uint8Array): KeyFile {
  const text = textOf(startsWith(bytes, MARK) ? bytes.subarray(MARK.length) : bytes);
  if (text === null) throw new KeyFault('the key file is not UTF-8 text');
  const file: KeyFile = { keys: [], seals: [] };
  text.split('\n').forEach((line, at) => {
    const bare = line
      .replace(/\r$/, '')
      .replace(/(?:^| )#.*$/s, '')
      .replace(/ +$/, '');
    if (bare === '') return;
    try {
      addLine(file, bare);
    } catch (error) {
      throw error instanceof KeyFault ? new KeyFault(`line ${at + 1} of the key file: ${error.message}`) : error;
    }
  });
  if (!file.keys.some((key) => key.kind === 'log')) throw new KeyFault('the key file holds no log key');
  return file;
}

/** The log keys of an instance. */
export const logKeys = (file: KeyFile, instance: string): TrustedKey[] =>
  file.keys.filter((key) => key.kind === 'log' && key.name === instance);

/** The names of the witnesses, each once, sorted. */
export const witnessesOf = (file: KeyFile): string[] =>
  [...new Set(file.keys.filter((key) => key.kind === 'witness').map((key) => key.name))].sort(byBytes);

export const holds = (window: Window, at: Time): boolean =>
  (window.from === null || window.from <= at) && (window.until === null || at < window.until);

/** Whether a witness of this name, by any of its keys, was one at that time. */
export const isWitnessAt = (file: KeyFile, name: string, at: Time): boolean =>
  file.keys.some((key) => key.kind === 'witness' && key.name === name && holds(key, at));
