/** Bundles taken apart, changed, and put together again, as deep as a cheating issuer could. */
import { base64, bytesOf, fromBase64, hex, joined, textOf } from '../bytes';
import type { Json, JsonObject } from '../canonical';
import { commitment, leafOf, sha256, type Hash } from '../hash';
import { rootOf } from '../tree';
import type { ZipEntry } from '../zip';
import {
  canonical,
  consistencyProof,
  inclusionPath,
  keyOfSeed,
  logWith,
  cosignature,
  proofText,
  signedNote,
  writeZip,
} from './write';

export const INSTANCE = 'demo.example/log';
export const CASE = '0192f0c0-7b1a-7c00-8000-00000000002a';
export const LOG_KEY = keyOfSeed(INSTANCE, 'log', 7);
export const WITNESS = keyOfSeed('witness.example/w1', 'witness', 8);

/** By path inside the bundle's folder. */
export type Files = Map<string, Uint8Array>;
export interface Opened {
  folder: string;
  files: Files;
}

export function open(entries: ZipEntry[]): Opened {
  const folder = entries[0]?.name.split('/')[0] ?? '';
  return { folder, files: new Map(entries.map(({ name, data }) => [name.slice(folder.length + 1), data])) };
}

const manifestOf = (files: Files, paths: string[]): Uint8Array =>
  bytesOf(paths.map((path) => `${hex(sha256(files.get(path) ?? new Uint8Array()))}  ${path}\n`).join(''));

/** Manifests and the bundle's signature made anew, so that only a deeper rule is broken. */
export function close({ folder, files }: Opened): Uint8Array {
  const payload = [...files.keys()].filter((path) => path.startsWith('data/')).sort();
  const size = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  files.set('manifest-sha256.txt', manifestOf(files, payload));
  files.set('bag-info.txt', bytesOf(`Payload-Oxum: ${size}.${payload.length}\n`));
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'].filter((path) => files.has(path));
  files.set('tagmanifest-sha256.txt', manifestOf(files, tags));
  const digest = base64(sha256(files.get('tagmanifest-sha256.txt') ?? new Uint8Array()));
  files.set('bundle.txt', bytesOf(signedNote(`${INSTANCE}/bundle\n${CASE}\n${digest}\n`, LOG_KEY)));
  return pack({ folder, files });
}

export const pack = ({ folder, files }: Opened): Uint8Array =>
  writeZip([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, data]) => [`${folder}/${path}`, data]));

/** A line with its header and parts read, so that they can be changed. */
export interface OpenLine {
  header: JsonObject;
  parts: Record<string, { value: Json; salt: string }>;
  proof?: Json;
}

export const json = (bytes: Uint8Array | null | undefined): Json =>
  JSON.parse(textOf(bytes ?? new Uint8Array()) ?? 'null');

export function readLines(data: Uint8Array): OpenLine[] {
  const lines = (textOf(data) ?? '').split('\n').filter((line) => line !== '');
  return lines.map((text) => {
    const line = JSON.parse(text) as {
      header: string;
      parts: Record<string, { bytes: string; salt: string }>;
      proof?: Json;
    };
    const parts = Object.entries(line.parts).map(([name, { bytes, salt }]) => [
      name,
      { value: json(fromBase64(bytes)), salt },
    ]);
    return {
      header: json(fromBase64(line.header)) as JsonObject,
      parts: Object.fromEntries(parts),
      ...(line.proof !== undefined && { proof: line.proof }),
    };
  });
}

const ZERO = base64(new Uint8Array(32));

/** Commits anew to what the parts say, and chains the headers; gives the lines and their leaves. */
function chained(lines: OpenLine[]): { lines: Json[]; leaves: Map<number, Hash> } {
  const leaves = new Map<number, Hash>();
  const written = lines.map(({ header, parts, proof }): Json => {
    const [channel, seq, kind] = [String(header['channel']), Number(header['seq']), String(header['kind'])];
    const commitments = header['parts'] as JsonObject;
    const opened = Object.entries(parts).map(([name, { value, salt }]): [string, Json] => {
      const bytes = canonical(value);
      const slot = {
        case: String(header['case']),
        channel,
        seq: Number.isSafeInteger(seq) && seq >= 0 ? seq : 0,
        kind,
      };
      if (commitments && typeof commitments === 'object' && name in commitments) {
        commitments[name] = base64(commitment(slot, name, fromBase64(salt) ?? new Uint8Array(32), bytes));
      }
      return [name, { bytes: base64(bytes), salt }];
    });
    const before = leaves.get(seq - 1);
    if (before) header['prev'] = base64(before);
    else if (seq === 1) header['prev'] = ZERO;
    const bytes = canonical(header);
    leaves.set(seq, leafOf(bytes));
    return { header: base64(bytes), parts: Object.fromEntries(opened), ...(proof !== undefined && { proof }) };
  });
  return { lines: written, leaves };
}

const jsonLines = (lines: Json[]): Uint8Array => joined(...lines.flatMap((line) => [canonical(line), bytesOf('\n')]));

const PATTERN = /^data\/checkpoints\/(.+)-([0-9]+)\.txt$/;

/** Changes lines of a channel, and makes everything anew that rests on them: commitments, chain, roots, proofs. */
export function rewrite({ files }: Opened, path: string, change: (lines: OpenLine[]) => void): void {
  const lines = readLines(files.get(path) ?? new Uint8Array());
  const channel = String(lines[0]?.header['channel']);
  change(lines);
  const stem = path.replace('data/record/', '').replace('.jsonl', '');
  const { lines: written, leaves } = chained(lines);
  const sizes = [...files.keys()]
    .map((one) => PATTERN.exec(one))
    .flatMap((found) => (found?.[1] === stem ? [Number(found[2])] : []));
  sizes.sort((a, b) => a - b);
  const all = Array.from(
    { length: Math.max(0, ...sizes) },
    (_, at) => leaves.get(at + 1) ?? sha256(bytesOf(`hidden ${at}`)),
  );
  for (const line of written as JsonObject[]) {
    const seq = Number(JSON.parse(textOf(fromBase64(String(line['header'])) ?? new Uint8Array()) ?? '{}').seq);
    const over = sizes.find((size) => size >= seq);
    if (line['proof'] !== undefined && over) line['proof'] = inclusionPath(all.slice(0, over), seq - 1).map(base64);
  }
  files.set(path, jsonLines(written));
  sizes.forEach((size, nth) => {
    const text = `${INSTANCE}/case/${CASE}/${channel}\n${size}\n${base64(rootOf(all.slice(0, size)))}\n`;
    files.set(`data/checkpoints/${stem}-${size}.txt`, bytesOf(signedNote(text, LOG_KEY)));
    anchorAgain(files, `data/anchors/${stem}-${size}.tlog-proof`, text);
    const before = sizes[nth - 1];
    const consistency = `data/consistency/${stem}-${before}-${size}.txt`;
    if (before !== undefined && files.has(consistency)) {
      const proof = consistencyProof(all.slice(0, size), before);
      files.set(consistency, bytesOf(proof.map((hash) => `${base64(hash)}\n`).join('')));
    }
  });
}

/** Puts the checkpoint of this text where its proof says, into a log of its own size. */
function anchorAgain(files: Files, path: string, text: string): void {
  const old = textOf(files.get(path) ?? new Uint8Array()) ?? '';
  const found = /extra (.{44})\nindex ([0-9]+)\n/.exec(old);
  if (found) files.set(path, bytesOf(anchored(text, { salt: found[1] ?? ZERO, index: Number(found[2]) })));
}

export interface Place {
  salt: string;
  index: number;
  size?: number;
  /** When the witness saw it, in seconds; null if it did not. */
  at?: bigint | null;
  origin?: string;
}

/** A proof that the instance log holds the checkpoint of this text, each under a head of its own. */
export function anchored(
  text: string,
  { salt, index, size = 100 + index, at = 1_795_273_800n, origin = INSTANCE }: Place,
): string {
  const key = fromBase64(salt) ?? new Uint8Array(32);
  const log = logWith(text, key, index, size);
  const head = `${origin}\n${size}\n${base64(rootOf(log))}\n`;
  const path = index < size ? inclusionPath(log, index) : [];
  return proofText(key, index, path, signedNote(head, LOG_KEY) + (at === null ? '' : cosignature(head, WITNESS, at)));
}
