/** C2SP signed notes: a text, and the lines of those who sign it. */
import { bytesOf, decimal, fromBase64, hashFromBase64, same, splitOnce, textOf } from './bytes';
import { verifies } from './ed25519';
import { Fault } from './fault';
import type { Hash } from './hash';
import { isKeyName } from './names';
import type { TrustedKey } from './keyfile';

interface Signature {
  name: string;
  id: Uint8Array;
  bytes: Uint8Array;
}

/** A note as read; nothing about it is true until a known key has verified it. */
export interface Note {
  /** With its last line feed, without signatures. */
  text: string;
  signatures: Signature[];
}

/** A note cannot be read or trusted. */
export class NoteFault extends Fault {}

/** No log key that is known signed it: that says nothing of what is in it. */
export class UnknownKey extends NoteFault {}

// eslint-disable-next-line no-control-regex -- control characters but the line feed
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
/** The log key's signature and 16 of witnesses. */
const SIGNATURES_MAX = 17;

export function parseNote(bytes: Uint8Array): Note {
  const whole = textOf(bytes);
  const cut = whole?.lastIndexOf('\n\n') ?? -1;
  if (whole === null || cut < 0 || CONTROL.test(whole) || !whole.endsWith('\n')) {
    throw new NoteFault('not a signed note');
  }
  const lines = whole.slice(cut + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new NoteFault('more than 17 signatures');
  return { text: whole.slice(0, cut + 1), signatures: lines.map(signatureIn) };
}

function signatureIn(line: string): Signature {
  const [name, encoded] = (line.startsWith('— ') && splitOnce(line.slice(2), ' ')) || ['', ''];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= 4) throw new NoteFault('not a signed note');
  return { name, id: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

/** A key that has verified a note, and for a witness when it cosigned, in seconds since 1970. */
export interface Verified {
  key: TrustedKey;
  cosignedAt: number | null;
}

/**
 * The keys among these that signed. A wrong signature under a known key spoils the note; unknown keys are passed over.
 */
export function verifyNote(note: Note, keys: TrustedKey[]): Verified[] {
  return note.signatures.flatMap((signature) =>
    keys
      .filter((key) => key.name === signature.name && same(key.id, signature.id))
      .map((key) => ({ key, cosignedAt: check(note, key, signature) })),
  );
}

/** What a witness signs: C2SP tlog-cosignature, version 1. */
export const cosigned = (text: string, seconds: number | bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`;

function check(note: Note, key: TrustedKey, { name, bytes }: Signature): number | null {
  if (key.kind === 'log') {
    if (verifies(key.publicKey, bytesOf(note.text), bytes)) return null;
  } else if (bytes.length === 8 + 64) {
    const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
    const message = bytesOf(cosigned(note.text, time));
    if (time <= Number.MAX_SAFE_INTEGER && verifies(key.publicKey, message, bytes.subarray(8))) return Number(time);
  }
  throw new NoteFault(`the signature of ${name} is wrong`);
}

/** The one of these log keys that signed, if the note carries its signature only. */
export function signedOnce(note: Note, instance: string, keys: TrustedKey[]): TrustedKey {
  if (note.signatures.length !== 1) throw new NoteFault('the note does not carry exactly one signature');
  const [verified] = verifyNote(note, keys);
  if (!verified) throw new UnknownKey(`not signed by a log key of ${instance} in the key file`);
  return verified.key;
}

/** The head of a log: of a channel, or of the instance log. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
}

/** The origin of a channel's checkpoints. */
export const channelOrigin = (instance: string, caseId: string, channel: string): string =>
  `${instance}/case/${caseId}/${channel}`;

/** Reads a note's text of exactly three lines, with a size of at least 1. */
export function checkpointIn(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const read = { origin, size: decimal(size), root: hashFromBase64(root) };
  if (rest.length !== 1 || rest[0] !== '' || !origin || !read.size || !read.root) {
    throw new NoteFault('the text does not have the lines that belong there');
  }
  return { origin, size: read.size, root: read.root };
}
