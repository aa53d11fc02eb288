// @vitest-environment node
// What libraries differ in: each of these is refused, though some verifier somewhere takes it.
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { expect, test } from 'vitest';
import { bytesOf, hex, joined } from './bytes';
import { isPublicKey, verifies } from './ed25519';

const { Point } = ed25519;
const L = Point.Fn.ORDER;
const message = bytesOf('acordo');
const seed = new Uint8Array(32).fill(7);
const key = ed25519.getPublicKey(seed);
const signature = ed25519.sign(message, seed);

const numberOf = (bytes: Uint8Array) => BigInt(`0x${hex(bytes.slice().reverse())}`);
const bytesOfNumber = (number: bigint) =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn));
const ofHex = (digits: string) => Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));

test('a signature holds for its message and key alone', () => {
  expect(verifies(key, message, signature)).toBe(true);
  expect(verifies(key, bytesOf('acordos'), signature)).toBe(false);
  expect(verifies(ed25519.getPublicKey(new Uint8Array(32).fill(8)), message, signature)).toBe(false);
  for (const at of [0, 31, 32, 63]) {
    const bent = signature.slice();
    bent[at]! ^= 1;
    expect(verifies(key, message, bent), String(at)).toBe(false);
  }
  expect(verifies(key, message, signature.subarray(1))).toBe(false);
});

test('S is below the order of the group', () => {
  const [r, s] = [signature.subarray(0, 32), numberOf(signature.subarray(32))];
  expect(verifies(key, message, joined(r, bytesOfNumber(s + L)))).toBe(false);
});

test('no point of small order is a key, nor another spelling of a point', () => {
  for (const point of ED25519_TORSION_SUBGROUP) expect(isPublicKey(ofHex(point)), point).toBe(false);
  const p = 2n ** 255n - 19n;
  for (let y = 0n; y < 19n; y++) expect(isPublicKey(bytesOfNumber(p + y)), String(y)).toBe(false);
  expect(isPublicKey(key)).toBe(true);
  expect(isPublicKey(key.subarray(1))).toBe(false);
});

test('the cofactor is not multiplied away', () => {
  const torsion = Point.fromHex(ED25519_TORSION_SUBGROUP[1]!);
  const [secret, nonce] = [1234567n, 7654321n];
  const mixed = Point.BASE.multiply(secret).add(torsion).toBytes();
  const r = Point.BASE.multiply(nonce).toBytes();
  // Of some messages the part of small order vanishes.
  const text = [1, 2, 3, 4, 5, 6]
    .map((nth) => bytesOf(`message ${nth}`))
    .find((one) => challenge(r, mixed, one) % 8n !== 0n)!;
  const s = (nonce + challenge(r, mixed, text) * secret) % L;
  const made = joined(r, bytesOfNumber(s));
  expect(ed25519.verify(made, text, mixed, { zip215: true })).toBe(true);
  expect(verifies(mixed, text, made)).toBe(false);
});

const challenge = (r: Uint8Array, signer: Uint8Array, text: Uint8Array) =>
  numberOf(sha512(joined(r, signer, text))) % L;
