/** A WebAuthn assertion: the one kind of signature that does not rest on the operator's word. */
import { p256 } from '@noble/curves/nist.js';
import { fromAny, isObject, NotCanonical } from './canonical';
import { base64, fromBase64, joined, startsWith } from './bytes';
import { isPublicKey, verifies } from './ed25519';
import { sha256, type Hash } from './hash';

export interface Assertion {
  authenticator_data: string;
  client_data_json: string;
  /** DER SubjectPublicKeyInfo. */
  public_key: string;
  signature: string;
}

/** DER of a SubjectPublicKeyInfo up to the key: id-ecPublicKey, prime256v1. */
const P256_SPKI = Uint8Array.from([
  0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
  0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
]);
/** The same of id-Ed25519. */
const ED25519_SPKI = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]);

/** Relying party id hash, flags, counter. */
const AUTHENTICATOR_DATA_MIN = 37;
const USER_PRESENT_AND_VERIFIED = 0x05;

/** Why the assertion over this challenge does not hold; null if it does. */
export function assertionFault(assertion: Assertion, challenge: Hash): string | null {
  const authenticator = fromBase64(assertion.authenticator_data);
  const client = fromBase64(assertion.client_data_json);
  const key = fromBase64(assertion.public_key);
  const signature = fromBase64(assertion.signature);
  if (!authenticator || !client || !key || !signature) return 'a field is not base64';
  if (!isOver(client, challenge)) return "the client data is not a webauthn.get over this signature's challenge";
  const flags = authenticator.length < AUTHENTICATOR_DATA_MIN ? 0 : (authenticator[32] ?? 0);
  if ((flags & USER_PRESENT_AND_VERIFIED) !== USER_PRESENT_AND_VERIFIED) {
    return 'user presence or user verification is missing';
  }
  const message = joined(authenticator, sha256(client));
  if (startsWith(key, P256_SPKI)) return p256Fault(key.subarray(P256_SPKI.length), message, signature);
  if (!startsWith(key, ED25519_SPKI) || !isPublicKey(key.subarray(ED25519_SPKI.length))) return NO_KEY;
  return verifies(key.subarray(ED25519_SPKI.length), message, signature) ? null : WRONG;
}

const NO_KEY = 'the public key is neither P-256 nor Ed25519';
const WRONG = "the assertion's signature is wrong";

function isOver(client: Uint8Array, challenge: Hash): boolean {
  try {
    const data = fromAny(client);
    const expected = base64(challenge).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    return isObject(data) && data['type'] === 'webauthn.get' && data['challenge'] === expected;
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
}

function p256Fault(point: Uint8Array, message: Uint8Array, signature: Uint8Array): string | null {
  if (point.length !== 65 || point[0] !== 4 || !p256.utils.isValidPublicKey(point, false)) return NO_KEY;
  try {
    return p256.verify(signature, message, point, { format: 'der', lowS: false }) ? null : WRONG;
  } catch {
    return WRONG;
  }
}
