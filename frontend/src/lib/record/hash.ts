/** SHA-256, and everything of the record that is one. */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { base64, bytesOf, joined, lengthPrefixed, u64be } from './bytes';

export type Hash = Uint8Array;

/** SHA-256 over pieces, as if they were one. */
export function sha256(...pieces: Uint8Array[]): Hash {
  const hasher = digest.create();
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest();
}

/** SHA-256 of what comes piece by piece. */
export const hasher = () => digest.create();

export const ZERO_HASH: Hash = new Uint8Array(32);

/** Hashes as keys of maps and sets. */
export const keyOf = (hash: Hash): string => base64(hash);

const tagged = (tag: string): Uint8Array => bytesOf(`acordo/${tag}/v1\0`);
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const COMMIT = tagged('commit');
const ANCHOR = tagged('anchor');
const AGREEMENT = tagged('agreement');
const TERMS = tagged('terms');
const SIGN = tagged('sign');

const text = (value: string): Uint8Array => lengthPrefixed(bytesOf(value));

/** The leaf of an event, over its header's bytes; of an entry of the instance log too. */
export const leafOf = (bytes: Uint8Array): Hash => sha256(LEAF, bytes);

/** An inner node of a tree. */
export const nodeOf = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

/** The place of a part. */
export interface Slot {
  case: string;
  channel: string;
  seq: number;
  kind: string;
}

/** What a header holds of a part. */
export function commitment(slot: Slot, part: string, salt: Hash, bytes: Uint8Array): Hash {
  const place = joined(text(slot.case), text(slot.channel), u64be(slot.seq), text(slot.kind), text(part));
  return sha256(COMMIT, place, salt, lengthPrefixed(bytes));
}

/** The entry of a checkpoint in the instance log. */
export const anchorEntry = (noteText: string, salt: Hash): Hash => sha256(ANCHOR, text(noteText), salt);

export const documentHash = (agreement: Uint8Array): Hash => sha256(AGREEMENT, agreement);

export const termsHash = (terms: Uint8Array): Hash => sha256(TERMS, terms);

/** What a passkey signs as its challenge. */
export function signChallenge(caseId: string, version: number, seat: string, document: Hash): Hash {
  return sha256(SIGN, text(caseId), u64be(version), text(seat), document);
}
