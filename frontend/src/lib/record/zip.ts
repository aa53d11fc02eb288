/**
 * A ZIP of stored entries, end to end, with one spelling: whatever another program could read in two ways is refused.
 */
import { startsWith, textOf } from './bytes';
import { Fault } from './fault';
import { hasher, type Hash } from './hash';
import type { Source } from './source';

/** The bytes are not such a ZIP. */
export class NoZip extends Fault {}

/** One file of a ZIP as it was read. */
export interface ZipEntry {
  name: string;
  size: number;
  sha256: Hash;
  /** Empty where only size and digest were asked for. */
  data: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const ENTRIES_MAX = 65_534;
const NAME_MAX = 255;
/** Names are UTF-8. Ours are ASCII, so it may be set or not. */
const FLAG_UTF8 = 0x0800;
/** Version 2.0, on Unix, and an ordinary file, rw-r--r--: no bit of an entry is free. */
const MADE_BY = 0x0314;
const ATTRIBUTES = 0x81a40000;
const CHUNK = 1 << 20;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether the bytes begin and end as a ZIP does: half a download does not. */
export async function looksLikeZip(source: Source): Promise<boolean> {
  if (source.size < END_LENGTH) return false;
  const begins = viewOf(await source.read(0, 4)).getUint32(0, true);
  const ends = viewOf(await source.read(source.size - END_LENGTH, source.size)).getUint32(0, true);
  return begins === LOCAL && ends === END;
}

/** What the directory says of an entry. */
interface Placed {
  name: string;
  /** The 26 bytes that the local header must repeat: version, flags, method, time, sums, lengths. */
  fields: Uint8Array;
  size: number;
  crc: number;
  offset: number;
}

interface Ending {
  count: number;
  directory: number;
  end: number;
}

async function endingOf(source: Source): Promise<Ending> {
  const end = source.size - END_LENGTH;
  const tail = viewOf(await source.read(Math.max(0, end), source.size));
  const [count, length, directory] = [tail.getUint16(10, true), tail.getUint32(12, true), tail.getUint32(16, true)];
  const plain =
    tail.getUint32(0, true) === END &&
    tail.getUint32(4, true) === 0 &&
    tail.getUint16(8, true) === count &&
    tail.getUint16(20, true) === 0 &&
    count <= ENTRIES_MAX &&
    directory + length === end &&
    length <= count * (CENTRAL_LENGTH + NAME_MAX);
  if (!plain) throw new NoZip('not a ZIP that ends with its directory and has no comment');
  return { count, directory, end };
}

/** The entry whose record begins here, and where the next one does. */
function central(bytes: Uint8Array, at: number): [Placed, number] {
  const head = bytes.subarray(at, at + CENTRAL_LENGTH);
  if (head.length < CENTRAL_LENGTH) throw new NoZip('the directory is damaged');
  const view = viewOf(head);
  const short = (place: number) => view.getUint16(place, true);
  const long = (place: number) => view.getUint32(place, true);
  const next = at + CENTRAL_LENGTH + short(28);
  const name = textOf(bytes.subarray(at + CENTRAL_LENGTH, next));
  if (long(0) !== CENTRAL || name === null || next > bytes.length) throw new NoZip('the directory is damaged');
  const plain =
    short(4) === MADE_BY &&
    (short(8) & ~FLAG_UTF8) === 0 &&
    short(10) === 0 &&
    long(20) === long(24) &&
    short(30) === 0 &&
    short(32) === 0 &&
    short(34) === 0 &&
    short(36) === 0 &&
    long(38) === ATTRIBUTES;
  if (!plain) throw new NoZip(`${name}: only stored, unencrypted entries without extras are allowed`);
  return [{ name, fields: head.subarray(6, 32), size: long(24), crc: long(16), offset: long(42) }, next];
}

/** Relative, of `[A-Za-z0-9._/-]`, and no way out of the folder. */
const isName = (name: string): boolean =>
  name.length <= NAME_MAX && /^[A-Za-z0-9._/-]+$/.test(name) && !/(^|\/)\.{0,2}(\/|$)/.test(name);

const CRC = new Uint32Array(256).map((_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of these bytes after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = (CRC[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The entry that begins where the directory says. */
async function local(source: Source, place: Placed, keeps: boolean): Promise<ZipEntry> {
  const begins = place.offset + LOCAL_LENGTH + place.name.length;
  const head = await source.read(place.offset, begins);
  const same =
    viewOf(head).getUint32(0, true) === LOCAL &&
    startsWith(head.subarray(4), place.fields) &&
    textOf(head.subarray(LOCAL_LENGTH)) === place.name;
  if (!same) throw new NoZip(`${place.name}: the header before the file differs from the one in the directory`);
  const data = new Uint8Array(keeps ? place.size : 0);
  const digest = hasher();
  let crc = 0;
  for (let at = 0; at < place.size; at += CHUNK) {
    const chunk = await source.read(begins + at, begins + Math.min(at + CHUNK, place.size));
    crc = crc32(chunk, crc);
    digest.update(chunk);
    if (keeps) data.set(chunk, at);
  }
  if (crc !== place.crc) throw new NoZip(`${place.name}: the checksum is wrong`);
  return { name: place.name, size: place.size, sha256: digest.digest(), data };
}

/** Reads every entry, checksums included, in the order of the file. What is not to be kept is only hashed. */
export async function readZip(source: Source, keeps: (name: string) => boolean): Promise<ZipEntry[]> {
  const { count, directory, end } = await endingOf(source);
  const bytes = await source.read(directory, end);
  const placed: Placed[] = [];
  let at = 0;
  for (let entry = 0; entry < count; entry++) {
    const [place, next] = central(bytes, at);
    placed.push(place);
    at = next;
  }
  if (at !== bytes.length) throw new NoZip('the directory is damaged');
  placed.sort((a, b) => a.offset - b.offset);
  const names = new Set<string>();
  const entries: ZipEntry[] = [];
  let next = 0;
  for (const place of placed) {
    if (place.offset !== next) throw new NoZip('entries do not follow each other without gaps');
    const plain = place.name.toLowerCase();
    if (!isName(place.name) || names.has(plain)) throw new NoZip('a name is not allowed, or there twice');
    names.add(plain);
    next = place.offset + LOCAL_LENGTH + place.name.length + place.size;
    if (next > directory) throw new NoZip(`${place.name}: it goes beyond the directory`);
    entries.push(await local(source, place, keeps(place.name)));
  }
  if (next !== directory) throw new NoZip('entries do not follow each other without gaps');
  return entries;
}
