/** The lines of one channel: headers, chain, parts, erasures. */
import { fromBase64, same } from '../bytes';
import { fromCanonical, isObject } from '../canonical';
import { Fault, outcome } from '../fault';
import { read } from '../form';
import * as forms from '../forms';
import type { CaseFile, Erasure } from '../forms';
import { commitment, leafOf, ZERO_HASH, type Hash } from '../hash';
import { parseHeader, type Header } from '../header';
import { signerOf, SYSTEM } from '../names';
import type { Profile } from '../report';
import type { Time } from '../time';
import { rootOf, rootUpTo } from '../tree';
import type { Check } from './check';
import { evidencePath, recordPath, stemOf } from './paths';

type Presence = 'opened' | 'failed' | 'absent';

/** An event whose header has been read. Content is kept only of the kinds that later rules look into. */
export interface VerifiedEvent {
  seq: number;
  at: Time;
  kind: string;
  seat: string;
  leaf: Hash;
  content: Uint8Array | null;
  proof: Hash[] | null;
  /** The parts that the header commits to, and whether each is there. */
  parts: Map<string, Presence>;
  /** The erasure's list, in a `parts_erased`. */
  erasure: Erasure | null;
}

/** A channel as far as the bundle shows it. */
export interface VerifiedChannel {
  name: string;
  events: VerifiedEvent[];
  /** Whether every event from the first on is there. */
  whole: boolean;
  /** What the checkpoints say where the events do not, by rising size: only in the profile agreement. */
  told: { size: number; root: Hash }[];
  withheld: Map<string, number>;
  /** What opened erasures name. */
  erased: Set<string>;
}

/** The place of a part in a channel, as a key of sets. */
export const partKey = (seq: number, part: string): string => `${seq} ${part}`;

export const placeOf = (channel: string, event: { seq: number }): string => `${channel} ${event.seq}`;

/** The size at its head's checkpoint. */
export const sizeOf = (channel: VerifiedChannel): number =>
  channel.told.at(-1)?.size ?? channel.events.at(-1)?.seq ?? 0;

/** The root at a size, if the bundle shows it. */
export function rootAt(channel: VerifiedChannel, size: number): Hash | null {
  const told = channel.told.find((head) => head.size === size);
  if (told) return told.root;
  if (channel.whole) {
    const leaves = channel.events.slice(0, size).map((event) => event.leaf);
    return size >= 1 && leaves.length === size ? rootOf(leaves) : null;
  }
  // The left siblings of a line's path are all that was there before it.
  const event = channel.events.find((one) => one.seq === size);
  const over = event && channel.told.find((head) => head.size >= event.seq);
  return event?.proof && over ? rootUpTo(event.leaf, size - 1, over.size, event.proof) : null;
}

const LINE_FEED = 10;
/** The longest line, its line feed included. */
const LINE_MAX = 1 << 20;

function linesOf(data: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; ;) {
    const to = data.indexOf(LINE_FEED, from);
    lines.push(data.subarray(from, to < 0 ? data.length : to));
    if (to < 0) return lines;
    from = to + 1;
  }
}

/** The channel that a file's first line says it is of. */
export function nameInFirstLine(data: Uint8Array): string | null {
  const [first = new Uint8Array()] = linesOf(data);
  const header = forms.ifItFits(() => parseHeader(fromBase64(read(forms.line, first).header) ?? new Uint8Array()));
  return header?.channel ?? null;
}

const SHOWN_IN_AGREEMENT = ['agreement_concluded', 'agreement_sealed', 'parts_erased'];
const LOOKED_INTO = ['phase_changed', 'obligations_started'];

/** Whether the profile opens a part to who takes the bundle along. */
function opens({ profile, taker }: CaseFile, part: string): boolean {
  const signer = signerOf(part);
  if (signer === null) return part !== 'origin';
  if (profile !== 'agreement') return false;
  return taker === 'packet' || (['consumer', 'company', 'mediator'].includes(taker) && taker === signer);
}

/** Reads and checks a channel's file. */
export function readChannel(check: Check, summary: CaseFile, name: string): VerifiedChannel | null {
  const path = recordPath(stemOf(name));
  const data = check.take(path);
  if (!data) {
    check.fail('no_events', path, 'the profile shows this channel, but it has no events here');
    return null;
  }
  if (data.at(-1) !== LINE_FEED) {
    check.fail('line', path, 'the file does not end with a line');
    return null;
  }
  const events: VerifiedEvent[] = [];
  linesOf(data.subarray(0, -1)).forEach((line, at) => {
    const event = readLine(check, summary, name, line, `${path}:${at + 1}`, events.at(-1));
    if (event) events.push(event);
  });
  check.report.events += events.length;
  const whole = summary.profile !== 'agreement';
  const channel = { name, events, whole, told: [], withheld: new Map(), erased: new Set<string>() };
  checkErasures(check, channel);
  countParts(check, summary, channel);
  return channel;
}

function readLine(
  check: Check,
  summary: CaseFile,
  channel: string,
  bytes: Uint8Array,
  place: string,
  last: VerifiedEvent | undefined,
): VerifiedEvent | null {
  const failed = (code: string, words: string) => {
    check.fail(code, place, words);
    return null;
  };
  if (bytes.length >= LINE_MAX) return failed('line', 'longer than 1 MiB');
  const { value: line, fault } = outcome(() => read(forms.line, bytes));
  if (!line) return failed('line', fault);
  const headerBytes = fromBase64(line.header);
  if (!headerBytes) return failed('line', 'the header is not base64');
  const { value: header, fault: headerFault } = outcome(() => parseHeader(headerBytes));
  if (!header) return failed('header', headerFault);
  if (header.case !== summary.case || header.channel !== channel) failed('header', 'of another case or channel');
  checkChain(check, summary.profile, header, last, place);
  checkKind(check, summary.profile, header, place);
  if ((line.proof !== undefined) !== (summary.profile === 'agreement')) {
    failed('line_proof', 'a path is there in the profile agreement, and only there');
  }
  const event: VerifiedEvent = {
    seq: header.seq,
    at: header.at,
    kind: header.kind,
    seat: header.seat,
    leaf: leafOf(headerBytes),
    content: null,
    proof: line.proof ?? null,
    parts: new Map([...header.parts.keys()].map((part) => [part, 'absent'])),
    erasure: null,
  };
  for (const [part, { bytes: encoded, salt }] of line.parts) {
    const expected = header.parts.get(part);
    if (!expected) {
      failed('line', `the header has no part ${part}`);
      continue;
    }
    check.salt(salt, place);
    const found = fromBase64(encoded);
    const committed = found !== null && same(commitment(header, part, salt, found), expected);
    if (!committed) failed('commitment', `the part ${part} is not what the header commits to`);
    const fits = committed && outcome(() => readPart(check, channel, event, part, found));
    if (fits && fits.fault !== undefined) failed('part_form', `the part ${part}: ${fits.fault}`);
    event.parts.set(part, fits && fits.fault === undefined ? 'opened' : 'failed');
  }
  return event;
}

function checkChain(
  check: Check,
  profile: Profile,
  header: Header,
  last: VerifiedEvent | undefined,
  place: string,
): void {
  const before = last?.seq ?? 0;
  const follows = profile === 'agreement' ? header.seq > before : header.seq === before + 1;
  if (!follows) {
    check.fail('chain', place, `number ${header.seq} after ${before}`);
  } else if (header.seq === before + 1 && !same(header.prev, last?.leaf ?? ZERO_HASH)) {
    check.fail('chain', place, 'prev is not the leaf of the event before');
  }
  if (last && header.at < last.at) check.fail('time_order', place, 'earlier than the event before');
}

function checkKind(check: Check, profile: Profile, header: Header, place: string): void {
  const { kind, channel, seat } = header;
  if (profile === 'agreement' && !SHOWN_IN_AGREEMENT.includes(kind)) {
    check.fail('kind_not_shown', place, `the profile does not show ${kind}`);
  }
  if (kind !== 'agreement_concluded' && [...header.parts.keys()].some((part) => signerOf(part))) {
    check.fail('kind_misplaced', place, `${kind} has an origin of a signer`);
  }
  const misplaced =
    kind === 'agreement_signed'
      ? channel !== 'joint'
      : (kind === 'agreement_concluded' || kind === 'agreement_sealed') && (channel !== 'procedure' || seat !== SYSTEM);
  if (misplaced) check.fail('kind_misplaced', place, `${kind} cannot be here`);
}

/** A part that is what its header commits to does not have its form. */
class NotItsForm extends Fault {}

function readPart(check: Check, channel: string, event: VerifiedEvent, part: string, bytes: Uint8Array): void {
  if (part === 'author') read(forms.author, bytes);
  else if (part === 'evidence') readEvidence(check, channel, event.seq, bytes);
  else if (part !== 'content') read(forms.origin, bytes);
  else {
    const content = fromCanonical(bytes);
    if (!isObject(content)) throw new NotItsForm('not an object');
    if (event.kind === 'parts_erased') event.erasure = forms.erasure(content);
    if (event.kind.startsWith('agreement_') || LOOKED_INTO.includes(event.kind)) event.content = bytes;
  }
}

function readEvidence(check: Check, channel: string, seq: number, bytes: Uint8Array): void {
  const evidence = read(forms.evidence, bytes);
  const ending = Object.hasOwn(forms.ENDINGS, evidence.media_type) && forms.ENDINGS[evidence.media_type];
  if (!ending) throw new NotItsForm('not a media type of evidence');
  const path = evidencePath(evidence.sha256, ending);
  const file = check.file(path);
  if (!file) {
    check.leftOut.push({ channel, seq, name: evidence.name, path });
  } else if (file.size !== evidence.size || !same(file.sha256, evidence.sha256)) {
    check.fail('evidence', path, 'not the file that the part names');
  }
}

/** Collects what the channel's erasures name, and checks that they may. */
function checkErasures(check: Check, channel: VerifiedChannel): void {
  const bySeq = new Map(channel.events.map((event) => [event.seq, event]));
  for (const event of channel.events) {
    if (!event.erasure) continue;
    const place = placeOf(channel.name, event);
    if (event.erasure.parts.length === 0) check.fail('erasure', place, 'it erases nothing');
    for (const { seq, part } of event.erasure.parts) {
      const target = bySeq.get(seq);
      const there = target ? target.kind !== 'parts_erased' && target.parts.has(part) : !channel.whole;
      if (seq === 0 || seq >= event.seq || !there) {
        check.fail('erasure', place, `it names the part ${part} of event ${seq}`);
      } else {
        channel.erased.add(partKey(seq, part));
      }
    }
  }
}

/** Counts each part once, and checks that the profile's are there. */
function countParts(check: Check, summary: CaseFile, channel: VerifiedChannel): void {
  const { parts } = check.report;
  for (const event of channel.events) {
    const place = placeOf(channel.name, event);
    for (const [part, presence] of event.parts) {
      const erased = channel.erased.has(partKey(event.seq, part));
      const opened = opens(summary, part);
      if (presence !== 'absent') {
        parts[presence] += 1;
        if (!opened) check.fail('part_not_opened', place, `the profile does not open the part ${part}`);
        if (erased) check.fail('part_not_erased', place, `the part ${part} was erased, and is there`);
      } else if (erased) {
        parts.erased += 1;
      } else {
        parts.withheld += 1;
        channel.withheld.set(part, (channel.withheld.get(part) ?? 0) + 1);
        if (opened) check.fail('part_missing', place, `the part ${part} is neither there nor erased`);
      }
    }
  }
}
