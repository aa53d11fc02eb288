/** Checkpoints, their place in the instance log, and what they say about time. */
import { readProof, witnessedAt, type Anchored } from '../anchor';
import { decimal, hashFromBase64, same, textOf } from '../bytes';
import { outcome } from '../fault';
import type { CaseFile } from '../forms';
import { keyOf, type Hash } from '../hash';
import { isWitnessAt, logKeys, witnessesOf } from '../keyfile';
import { channelOrigin, checkpointIn, parseNote, signedOnce, UnknownKey, type Note } from '../note';
import { earliest, millisOf, type Time } from '../time';
import { continues, Frontier, includes } from '../tree';
import { placeOf, type VerifiedChannel } from './channel';
import type { Check } from './check';
import { CHECKPOINTS, checkpointPath, consistencyPath, proofPath, stemOf } from './paths';

const HOUR_MILLIS = 3_600_000;
/** How much earlier than an event a checkpoint over it may be witnessed: clocks differ. */
const WITNESS_EARLY_MILLIS = 5 * 60_000;
/** How long after the export a checkpoint in it may be witnessed: clocks differ. */
const WITNESS_LATE_MILLIS = 24 * HOUR_MILLIS;
/** Proofs beside the first of one checkpoint. */
const PROOFS_MAX = 999;

/** What all proofs of a bundle must agree on. */
interface InstanceLog {
  roots: Map<number, string>;
  indices: Set<number>;
}

/** A checkpoint as read: its signature holds. */
interface SignedHead {
  note: Note;
  size: number;
  root: Hash;
  /** The end of its key in the key file. */
  keyUntil: Time | null;
}

/** A checkpoint with the proofs that it is in the instance log, the first first. */
interface AnchoredHead {
  size: number;
  proofs: Anchored[];
}

/** The earliest of the proofs' times. */
const headWitnessedAt = (head: AnchoredHead): Time | null =>
  earliest(head.proofs.map(witnessedAt).filter((at) => at !== null));

export function checkLogs(check: Check, summary: CaseFile, channels: VerifiedChannel[], lateHours?: number): void {
  const log: InstanceLog = { roots: new Map(), indices: new Set() };
  const isWitnessed = witnessesOf(check.keys).length > 0;
  for (const channel of channels) {
    const late = channel.events.find((event) => event.at > summary.exported_at);
    if (late) check.fail('event_after_export', placeOf(channel.name, late), 'later than the export');
    const anchored = checkCheckpoints(check, summary, channel, log);
    if (lateHours !== undefined && isWitnessed) checkLate(check, channel, anchored, lateHours);
  }
  if (lateHours !== undefined && !isWitnessed) {
    check.doubt('late_unknown', '', 'the key file has no witness: nobody else vouches for the times');
  }
}

/** One channel's checkpoints; those that are anchored, by rising sizes. */
function checkCheckpoints(check: Check, summary: CaseFile, channel: VerifiedChannel, log: InstanceLog): AnchoredHead[] {
  const last = channel.events.at(-1);
  if (!last) return [];
  const stem = stemOf(channel.name);
  const sizes = checkpointSizes(check, stem);
  const head = channel.whole ? last.seq : (sizes.at(-1) ?? 0);
  if (!sizes.includes(head)) {
    check.fail('checkpoint_missing', `${CHECKPOINTS}${stem}`, `there is no checkpoint at the head of ${channel.name}`);
  }
  const roots = rootsAt(channel, sizes);
  const anchored: AnchoredHead[] = [];
  const signed: SignedHead[] = [];
  for (const size of sizes) {
    const read = readCheckpoint(check, summary, channel, stem, size);
    if (!read) {
      takeProofs(check, stem, size);
      continue;
    }
    const back = read.keyUntil === null ? null : check.kept();
    const found = { size, proofs: readProofs(check, summary, stem, size, read.note) };
    const at = headWitnessedAt(found);
    if (read.keyUntil !== null && (at === null || at >= read.keyUntil)) {
      // Whoever stole the key could have made it: it proves nothing, and accuses nobody.
      back?.();
      const words = 'signed by a key that was stolen later: ask for this file again under the new key';
      if (size === head) check.doubt('key_ended', checkpointPath(stem, size), words);
      continue;
    }
    checkRoot(check, channel, stem, read, roots);
    signed.push(read);
    checkWitnessed(check, summary, channel, stem, found);
    if (found.proofs.length > 0) anchored.push(found);
    else if (size !== head && !check.files.has(proofPath(stem, size))) {
      check.fail('anchor_missing', proofPath(stem, size), "only the head's checkpoint may lack its proof");
    }
  }
  if (!channel.whole) {
    checkJoined(check, channel, stem, sizes, signed);
    channel.told = signed;
  }
  checkOrder(check, stem, anchored, log);
  const covered = anchored.at(-1);
  countDelay(check, channel, anchored);
  check.report.channels.push({
    channel: channel.name,
    size: head,
    last_at: last.seq === head ? last.at : null,
    anchored_size: covered?.size ?? 0,
    anchored_at: covered ? headWitnessedAt(covered) : null,
    pending_from: channel.events.find((event) => event.seq > (covered?.size ?? 0))?.at ?? null,
  });
  return anchored;
}

/** The sizes of which there are checkpoint files, ascending. */
function checkpointSizes(check: Check, stem: string): number[] {
  const begins = `${CHECKPOINTS}${stem}-`;
  const named = check.paths().filter((path) => path.startsWith(begins) && path.endsWith('.txt'));
  const sizes = named.map((path) => decimal(path.slice(begins.length, -'.txt'.length)));
  return sizes.filter((size) => size !== null).sort((a, b) => a - b);
}

function readCheckpoint(
  check: Check,
  summary: CaseFile,
  channel: VerifiedChannel,
  stem: string,
  size: number,
): SignedHead | null {
  const path = checkpointPath(stem, size);
  const data = check.need(path);
  if (!data) return null;
  const {
    value: read,
    fault,
    cause,
  } = outcome(() => {
    const note = parseNote(data);
    const key = signedOnce(note, summary.instance, logKeys(check.keys, summary.instance));
    return { note, keyUntil: key.until, ...checkpointIn(note.text) };
  });
  const origin = channelOrigin(summary.instance, summary.case, channel.name);
  const words = fault ?? (read.origin === origin && read.size === size ? null : 'of another channel or size');
  if (words === null && read) return read;
  check.fail(cause instanceof UnknownKey ? 'key_unknown' : 'checkpoint', path, words ?? '');
  return null;
}

/** The events lead to the root that was signed. */
function checkRoot(
  check: Check,
  channel: VerifiedChannel,
  stem: string,
  { size, root }: SignedHead,
  roots: Map<number, Hash>,
): void {
  const ours = roots.get(size);
  if (!channel.whole || (ours && same(ours, root))) return;
  const words = ours ? 'the events have another root' : 'the record has fewer events';
  check.fail('root', checkpointPath(stem, size), words);
}

/** The roots at these sizes, in one pass over the events. */
function rootsAt(channel: VerifiedChannel, sizes: number[]): Map<number, Hash> {
  const frontier = new Frontier();
  const [wanted, roots] = [new Set(sizes), new Map<number, Hash>()];
  for (const event of channel.whole ? channel.events : []) {
    frontier.append(event.leaf);
    if (wanted.has(frontier.size)) roots.set(frontier.size, frontier.root());
  }
  return roots;
}

/**
 * In the profile agreement each line shows its own way to the first checkpoint over it, each checkpoint but the head's is
 * the first over some line, and each continues the one before.
 */
function checkJoined(
  check: Check,
  channel: VerifiedChannel,
  stem: string,
  sizes: number[],
  signed: SignedHead[],
): void {
  const headAt = (size: number) => signed.find((head) => head.size === size);
  for (const event of channel.events) {
    const over = sizes.find((size) => size >= event.seq);
    // A checkpoint that does not count proves nothing of its lines.
    const head = over === undefined ? undefined : headAt(over);
    if (head && !includes(event.leaf, event.seq - 1, head.size, event.proof ?? [], head.root)) {
      const words = 'the path does not lead to the root of the first checkpoint over it';
      check.fail('line_proof', placeOf(channel.name, event), words);
    }
  }
  sizes.slice(0, -1).forEach((size, at) => {
    const before = sizes[at - 1] ?? 0;
    if (channel.events.some((event) => event.seq > before && event.seq <= size)) return;
    check.fail('checkpoint', checkpointPath(stem, size), "not the first checkpoint over any line, and not the head's");
  });
  sizes.slice(1).forEach((to, at) => {
    const from = sizes[at] ?? 0;
    const path = consistencyPath(stem, from, to);
    const data = check.need(path);
    const [old, next] = [headAt(from), headAt(to)];
    if (!data || !old || !next) return;
    const proof = hashesIn(data);
    if (proof && continues(old, next, proof)) return;
    check.fail('consistency', path, 'the second checkpoint does not continue the first');
  });
}

/** One hash in base64 a line. */
function hashesIn(data: Uint8Array): Hash[] | null {
  const text = textOf(data);
  if (text === '') return [];
  if (text === null || !text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const hashes = lines.map(hashFromBase64).filter((hash) => hash !== null);
  return hashes.length === lines.length ? hashes : null;
}

/** Notes the proofs of a checkpoint that cannot be read as belonging there. */
function takeProofs(check: Check, stem: string, size: number): void {
  for (let nth = 0; check.take(proofPath(stem, size, nth)); nth++);
}

/**
 * The proofs of a checkpoint: against the first head after its batch, and beside it against later ones. None if one does
 * not hold.
 */
function readProofs(check: Check, summary: CaseFile, stem: string, size: number, note: Note): Anchored[] {
  const proofs: Anchored[] = [];
  for (let nth = 0; nth <= PROOFS_MAX; nth++) {
    const path = proofPath(stem, size, nth);
    const data = check.take(path);
    if (!data) break;
    const { value: anchored, fault } = outcome(() => readProof(data, summary.instance, check.keys, note.text));
    if (!anchored) {
      check.fail('anchor', path, fault);
      takeProofs(check, stem, size);
      return [];
    }
    const before = proofs.at(-1);
    if (!before) check.salt(anchored.salt, path);
    else if (
      anchored.index !== before.index ||
      !same(anchored.salt, before.salt) ||
      anchored.head.size <= before.head.size
    ) {
      check.fail('anchor_order', path, 'not the same entry under a larger head than the proof before');
    }
    for (const name of anchored.cosigned.keys()) check.cosigned.add(name);
    proofs.push(anchored);
  }
  return proofs;
}

/** A witness saw the checkpoint when it could. */
function checkWitnessed(
  check: Check,
  summary: CaseFile,
  channel: VerifiedChannel,
  stem: string,
  found: AnchoredHead,
): void {
  const at = headWitnessedAt(found);
  if (at === null) return;
  const path = proofPath(stem, found.size);
  const covered = channel.events.findLast((event) => event.seq <= found.size);
  if (covered && millisOf(covered.at) - millisOf(at) > WITNESS_EARLY_MILLIS) {
    check.fail('anchor_time', path, `witnessed at ${at}, before ${placeOf(channel.name, covered)} happened`);
  }
  if (millisOf(at) - millisOf(summary.exported_at) > WITNESS_LATE_MILLIS) {
    check.fail('anchor_time', path, `witnessed at ${at}, after the export`);
  }
}

/**
 * A channel's checkpoints have rising indices, and there is one instance log: one root for a size, one entry for an index.
 */
function checkOrder(check: Check, stem: string, anchored: AnchoredHead[], log: InstanceLog): void {
  let last = -1;
  for (const { size, proofs } of anchored) {
    const path = proofPath(stem, size);
    const index = proofs[0]?.index ?? 0;
    if (index <= last) check.fail('anchor_order', path, 'not after the anchor of the checkpoint before');
    last = index;
    if (log.indices.has(index)) {
      check.fail('anchor_order', path, 'another checkpoint has the same place in the instance log');
    }
    log.indices.add(index);
    for (const { head } of proofs) {
      const root = log.roots.get(head.size) ?? keyOf(head.root);
      log.roots.set(head.size, root);
      if (root !== keyOf(head.root)) check.fail('anchor_order', path, 'the instance log has two roots at one size');
    }
  }
}

/** The time of the first of these heads over each event, which come in order. */
function firstOver(channel: VerifiedChannel, heads: { size: number; at: Time }[]): (Time | null)[] {
  let next = 0;
  return channel.events.map((event) => {
    while (next < heads.length && (heads[next]?.size ?? 0) < event.seq) next += 1;
    return heads[next]?.at ?? null;
  });
}

/** `--late`: the first checkpoint over each event that all witnesses asked cosigned is witnessed within so many hours. */
function checkLate(check: Check, channel: VerifiedChannel, anchored: AnchoredHead[], hours: number): void {
  const heads = anchored.map((head) => ({ size: head.size, at: seenByAll(check, head) }));
  const seen = firstOver(
    channel,
    heads.filter((head): head is { size: number; at: Time } => head.at !== null),
  );
  const late = channel.events.findIndex((event, nth) => {
    const at = seen[nth];
    return !at || millisOf(at) - millisOf(event.at) > hours * HOUR_MILLIS;
  });
  const event = channel.events[late];
  if (!event) return;
  const why = seen[late] ? `not witnessed before ${seen[late]}` : 'and no witness has seen it';
  check.fail('anchor_late', placeOf(channel.name, event), `at ${event.at}, ${why}`);
}

/** When every witness of that time had cosigned one head over the checkpoint. */
function seenByAll(check: Check, { proofs }: AnchoredHead): Time | null {
  const [proof] = proofs;
  const first = proof ? witnessedAt(proof) : null;
  const asked = witnessesOf(check.keys).filter((name) => first === null || isWitnessAt(check.keys, name, first));
  const byAll = proofs.filter(({ cosigned }) => asked.length > 0 && asked.every((name) => cosigned.has(name)));
  return earliest(byAll.map(witnessedAt).filter((at) => at !== null));
}

/** How long the slowest event waited for a checkpoint that a witness saw. */
function countDelay(check: Check, channel: VerifiedChannel, anchored: AnchoredHead[]): void {
  const heads = anchored.map((head) => ({ size: head.size, at: headWitnessedAt(head) }));
  const seen = firstOver(
    channel,
    heads.filter((head): head is { size: number; at: Time } => head.at !== null),
  );
  channel.events.forEach((event, nth) => {
    const at = seen[nth];
    if (!at) return;
    const waited = millisOf(at) - millisOf(event.at);
    check.report.longest_delay_millis = Math.max(check.report.longest_delay_millis ?? waited, waited);
  });
}
