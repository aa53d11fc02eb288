/** What an issuer writes, for tests that break it: canonical JSON, ZIPs, signed notes, paths and proofs. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64, bytesOf, joined } from '../bytes';
import type { Json } from '../canonical';
import { anchorEntry, leafOf, sha256, type Hash } from '../hash';
import { vkeyOf, type Vkey } from '../keyfile';
import { cosigned } from '../note';
import { crc32 } from '../zip';
import { rootOf } from '../tree';

/** RFC 8785: `JSON.stringify` writes strings as it asks, and sorting by UTF-16 units is what `sort` does. */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`;
}

export const canonical = (value: Json): Uint8Array => bytesOf(canonicalText(value));

export interface Key extends Vkey {
  seed: Uint8Array;
}

export function keyOfSeed(name: string, kind: Vkey['kind'], seed: number): Key {
  const bytes = new Uint8Array(32).fill(seed);
  return { ...vkeyOf(name, kind, ed25519.getPublicKey(bytes)), seed: bytes };
}

/** The same text is signed again and again: each once. */
const signatures = new Map<string, Uint8Array>();

function sign(key: Key, message: Uint8Array): Uint8Array {
  const question = base64(sha256(key.seed, message));
  const known = signatures.get(question) ?? ed25519.sign(message, key.seed);
  if (signatures.size > 20_000) signatures.clear();
  signatures.set(question, known);
  return known;
}

const line = (key: Key, signature: Uint8Array): string => `— ${key.name} ${base64(joined(key.id, signature))}\n`;

export const signedNote = (text: string, key: Key): string => `${text}\n${line(key, sign(key, bytesOf(text)))}`;

/** A witness's line under the note of this text. */
export function cosignature(text: string, key: Key, seconds: bigint): string {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return line(key, joined(time, sign(key, bytesOf(cosigned(text, seconds)))));
}

/** The largest power of two below the size. */
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** The RFC 6962 path of a leaf, sibling first. */
export function inclusionPath(leaves: Hash[], index: number): Hash[] {
  if (leaves.length <= 1) return [];
  const cut = split(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return index < cut
    ? [...inclusionPath(left, index), rootOf(right)]
    : [...inclusionPath(right, index - cut), rootOf(left)];
}

/** The RFC 6962 proof that the tree continues the one of its first leaves. */
export function consistencyProof(leaves: Hash[], old: number, whole = true): Hash[] {
  if (old === leaves.length) return whole ? [] : [rootOf(leaves)];
  const cut = split(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return old <= cut
    ? [...consistencyProof(left, old, whole), rootOf(right)]
    : [...consistencyProof(right, old - cut, false), rootOf(left)];
}

/** A log that holds the entry at this index among fillers. */
export function logWith(noteText: string, salt: Hash, index: number, size: number): Hash[] {
  const entry = leafOf(anchorEntry(noteText, salt));
  return Array.from({ length: size }, (_, at) => (at === index ? entry : fillerAt(at)));
}

const fillers: Hash[] = [];
const fillerAt = (at: number): Hash => (fillers[at] ??= leafOf(sha256(bytesOf(`filler ${at}`))));

export function proofText(salt: Hash, index: number, path: Hash[], signedHead: string): string {
  const lines = ['c2sp.org/tlog-proof@v1', `extra ${base64(salt)}`, `index ${index}`, ...path.map(base64)];
  return `${lines.join('\n')}\n\n${signedHead}`;
}

/** A ZIP as a bundle is one. */
export function writeZip(files: [name: string, data: Uint8Array][]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, data] of files) {
    const fields = new Uint8Array(26);
    const view = new DataView(fields.buffer);
    view.setUint16(0, 20, true);
    view.setUint16(8, 0x21, true);
    view.setUint32(10, crc32(data), true);
    view.setUint32(14, data.length, true);
    view.setUint32(18, data.length, true);
    view.setUint16(22, bytesOf(name).length, true);
    const offset = new Uint8Array(4);
    new DataView(offset.buffer).setUint32(0, at, true);
    const local = joined(Uint8Array.of(0x50, 0x4b, 3, 4), fields, bytesOf(name), data);
    pieces.push(local);
    at += local.length;
    const attributes = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0xa4, 0x81);
    directory.push(joined(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 3), fields, attributes, offset, bytesOf(name)));
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(12, joined(...directory).length, true);
  view.setUint32(16, at, true);
  return joined(...pieces, ...directory, end);
}

/** A PDF with these files attached. */
export function writePdf(files: [name: string, data: Uint8Array, filter?: string][]): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (...pieces: (string | Uint8Array)[]): number => {
    const bytes = pieces.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : piece));
    objects.push(joined(bytesOf(`${objects.length + 1} 0 obj\n`), ...bytes, bytesOf('\nendobj\n')));
    return objects.length;
  };
  const names = files.map(([name, data, filter = '']) => {
    const file = add(`<<${filter}/Length ${data.length}>>\nstream\n`, data, '\nendstream');
    return `(${name})${add(`<</Type/Filespec/F(${name})/EF<</F ${file} 0 R>>>>`)} 0 R`;
  });
  const root = add(`<</Names<</EmbeddedFiles<</Names[${names.join('')}]>>>>>>`);
  let at = 9;
  const places = objects.map((object) => {
    at += object.length;
    return at - object.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<</Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return joined(bytesOf('%PDF-1.7\n'), ...objects, bytesOf(table + trailer));
}
