/** Ed25519, strictly: S < L, canonical points, none of small order, and the equation without a cofactor. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { hex, joined, same } from './bytes';
import { sha256 } from './hash';

const { Point } = ed25519;
type Point = InstanceType<typeof Point>;
const L = Point.Fn.ORDER;

/** A point by its only encoding; null where there is none, or it is of small order. */
function pointOf(bytes: Uint8Array): Point | null {
  try {
    const point = Point.fromBytes(bytes, false);
    return point.isSmallOrder() ? null : point;
  } catch {
    return null;
  }
}

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes.slice().reverse())}`);

/** Whether 32 bytes are a public key. */
export const isPublicKey = (bytes: Uint8Array): boolean => bytes.length === 32 && pointOf(bytes) !== null;

function compute(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  const key = pointOf(publicKey);
  if (s >= L || !key || !pointOf(r)) return false;
  const k = littleEndian(sha512(joined(r, publicKey, message))) % L;
  const base = s === 0n ? Point.ZERO : Point.BASE.multiply(s);
  return same(base.subtract(key.multiplyUnsafe(k)).toBytes(), r);
}

/** One head of the instance log stands beside every checkpoint of its batch: it is computed once. */
const known = new Map<string, boolean>();
const KNOWN_MAX = 4096;

export function verifies(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const question = hex(sha256(publicKey, signature, message));
  const answer = known.get(question) ?? compute(publicKey, message, signature);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(question, answer);
  return answer;
}
