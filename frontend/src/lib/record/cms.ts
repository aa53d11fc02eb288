/**
 * The seal of a document: a CMS signature in the form that `ETSI.CAdES.detached` asks for, by RSA or ECDSA over SHA-256.
 * Who made the certificate, and until when it says that it is good, is not asked: the key file names it.
 */
import { p256, p384 } from '@noble/curves/nist.js';
import { hex, joined, same } from './bytes';
import { outcome } from './fault';
import * as der from './der';
import { Der, inside, must, positive, type Element } from './der';
import { sha256, type Hash } from './hash';

// Object identifiers, in hex as they are written.
const SIGNED_DATA = '2a864886f70d010702';
const DATA = '2a864886f70d010701';
const CONTENT_TYPE = '2a864886f70d010903';
const MESSAGE_DIGEST = '2a864886f70d010904';
const SIGNING_CERTIFICATE_V2 = '2a864886f70d010910022f';
const SHA256 = '608648016503040201';
const RSA = '2a864886f70d010101';
const RSA_WITH_SHA256 = '2a864886f70d01010b';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const EC = '2a8648ce3d0201';
const P256 = '2a8648ce3d030107';
const P384 = '2b81040022';

/** In bits. */
const RSA_MIN = 2048;
const RSA_MAX = 4096;
const EXPONENT = '010001';
/** RFC 8017, 9.2: what stands before a SHA-256 that RSA signs. */
const DIGEST_INFO = '3031300d060960864801650304020105000420';

interface Signer {
  /** Issuer and number of the certificate. */
  named: Element;
  attributes: Element;
  messageDigest: Uint8Array;
  /** The SHA-256 that the signed attributes give. */
  certificate: Hash;
  algorithm: Element;
  signature: Uint8Array;
}

/** The SHA-256 of the certificate whose key signed these bytes; null where the signature does not hold. */
export function signerOf(cms: Uint8Array, signed: Hash): Hash | null {
  return outcome(() => readSigner(cms, signed)).value ?? null;
}

function readSigner(cms: Uint8Array, signed: Hash): Hash {
  const contents = new Der(cms);
  const info = contents.take(der.SEQUENCE);
  // The place that was kept for it is filled up with zeros.
  must(contents.rest.every((byte) => byte === 0));
  const { certificates, signer } = signedData(info);
  const whole = certificates.find((one) => same(sha256(one.whole), signer.certificate));
  must(whole);
  const { number, issuer, key } = certificateOf(whole);
  must(same(signer.messageDigest, signed) && same(joined(issuer.whole, number.whole), signer.named.content));
  // As a set, not under the tag that it has in its place.
  const attributes = joined(Uint8Array.of(der.SET), signer.attributes.whole.subarray(1));
  must(holds(key, signer, sha256(attributes)));
  return signer.certificate;
}

const oid = (from: Der): string => hex(from.take(der.OID).content);

function isVersion1(fields: Der): void {
  must(hex(fields.take(der.INTEGER).content) === '01');
}

/** An algorithm without parameters, or with the null that some write for none. */
function algorithm(element: Element): string {
  const parts = inside(element);
  const name = oid(parts);
  const none = parts.maybe(der.NULL);
  must(!none || none.content.length === 0);
  parts.end();
  return name;
}

function signedData(info: Element): { certificates: Element[]; signer: Signer } {
  const outer = inside(info);
  must(oid(outer) === SIGNED_DATA);
  const wrapped = inside(outer.take(der.CONTEXT_0));
  outer.end();
  const data = inside(wrapped.take(der.SEQUENCE));
  wrapped.end();
  isVersion1(data);
  const algorithms = inside(data.take(der.SET));
  must(algorithm(algorithms.take(der.SEQUENCE)) === SHA256);
  algorithms.end();
  // Detached: what was signed is the file itself.
  const content = inside(data.take(der.SEQUENCE));
  must(oid(content) === DATA);
  content.end();
  const given = inside(data.take(der.CONTEXT_0));
  const certificates: Element[] = [];
  while (!given.ended) certificates.push(given.any());
  data.maybe(der.CONTEXT_1);
  const signers = inside(data.take(der.SET));
  data.end();
  const signer = signerInfo(signers.take(der.SEQUENCE));
  signers.end();
  return { certificates, signer };
}

function signerInfo(element: Element): Signer {
  const fields = inside(element);
  isVersion1(fields);
  const named = fields.take(der.SEQUENCE);
  must(algorithm(fields.take(der.SEQUENCE)) === SHA256);
  const attributes = fields.take(der.CONTEXT_0);
  const by = fields.take(der.SEQUENCE);
  const signature = fields.take(der.OCTET_STRING).content;
  fields.maybe(der.CONTEXT_1);
  fields.end();
  const contentType = attribute(attributes, CONTENT_TYPE);
  must(contentType.tag === der.OID && hex(contentType.content) === DATA);
  const messageDigest = attribute(attributes, MESSAGE_DIGEST);
  must(messageDigest.tag === der.OCTET_STRING);
  const certificate = certificateHash(attribute(attributes, SIGNING_CERTIFICATE_V2));
  return { named, attributes, messageDigest: messageDigest.content, certificate, algorithm: by, signature };
}

/** The one value of the attribute of this type, which is there once. */
function attribute(attributes: Element, kind: string): Element {
  const all = inside(attributes);
  const found: Element[] = [];
  while (!all.ended) {
    const parts = inside(all.take(der.SEQUENCE));
    const isIt = oid(parts) === kind;
    const values = inside(parts.take(der.SET));
    parts.end();
    if (!isIt) continue;
    found.push(values.any());
    values.end();
  }
  const [value] = found;
  must(value && found.length === 1);
  return value;
}

/** The hash in the first ESSCertIDv2, which is SHA-256 also where nothing is said. */
function certificateHash(value: Element): Hash {
  must(value.tag === der.SEQUENCE);
  const first = inside(inside(inside(value).take(der.SEQUENCE)).take(der.SEQUENCE));
  const named = first.maybe(der.SEQUENCE);
  must(!named || algorithm(named) === SHA256);
  const { content } = first.take(der.OCTET_STRING);
  must(content.length === 32);
  return content;
}

/** The fields of a certificate up to its key. */
function certificateOf(whole: Element): { number: Element; issuer: Element; key: Element } {
  must(whole.tag === der.SEQUENCE);
  const fields = inside(inside(whole).take(der.SEQUENCE));
  fields.maybe(der.CONTEXT_0);
  const number = fields.take(der.INTEGER);
  fields.take(der.SEQUENCE);
  const issuer = fields.take(der.SEQUENCE);
  // Validity, and whose it is.
  fields.take(der.SEQUENCE);
  fields.take(der.SEQUENCE);
  return { number, issuer, key: fields.take(der.SEQUENCE) };
}

function holds(key: Element, { algorithm: by, signature }: Signer, digest: Hash): boolean {
  const parts = inside(key);
  const kind = parts.take(der.SEQUENCE);
  const [unused, ...bits] = parts.take(der.BIT_STRING).content;
  parts.end();
  must(unused === 0);
  switch (algorithm(by)) {
    case RSA:
    case RSA_WITH_SHA256:
      return rsaHolds(kind, Uint8Array.from(bits), digest, signature);
    case ECDSA_WITH_SHA256:
      return ecdsaHolds(kind, Uint8Array.from(bits), digest, signature);
    default:
      return false;
  }
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes)}`);

function rsaHolds(kind: Element, bits: Uint8Array, digest: Hash, signature: Uint8Array): boolean {
  const named = inside(kind);
  must(oid(named) === RSA && named.take(der.NULL).content.length === 0);
  named.end();
  const outer = new Der(bits);
  const numbers = inside(outer.take(der.SEQUENCE));
  outer.end();
  const [modulus, exponent] = [positive(numbers.take(der.INTEGER)), positive(numbers.take(der.INTEGER))];
  numbers.end();
  const n = numberOf(modulus);
  const size = n.toString(2).length;
  must(hex(exponent) === EXPONENT && size >= RSA_MIN && size <= RSA_MAX && signature.length === modulus.length);
  const s = numberOf(signature);
  if (s >= n) return false;
  let power = s;
  for (let squared = 0; squared < 16; squared++) power = (power * power) % n;
  const padding = 'ff'.repeat(modulus.length - DIGEST_INFO.length / 2 - digest.length - 3);
  return (power * s) % n === BigInt(`0x0001${padding}00${DIGEST_INFO}${hex(digest)}`);
}

const CURVES = { [P256]: { curve: p256, bytes: 32 }, [P384]: { curve: p384, bytes: 48 } };

function ecdsaHolds(kind: Element, point: Uint8Array, digest: Hash, signature: Uint8Array): boolean {
  const named = inside(kind);
  must(oid(named) === EC);
  const found = CURVES[oid(named) as keyof typeof CURVES];
  named.end();
  const outer = new Der(signature);
  const numbers = inside(outer.take(der.SEQUENCE));
  outer.end();
  const pair = [positive(numbers.take(der.INTEGER)), positive(numbers.take(der.INTEGER))];
  numbers.end();
  must(
    found && point[0] === 4 && point.length === 1 + 2 * found.bytes && found.curve.utils.isValidPublicKey(point, false),
  );
  must(pair.every((number) => number.length <= found.bytes));
  const compact = joined(...pair.map((number) => joined(new Uint8Array(found.bytes - number.length), number)));
  try {
    return found.curve.verify(compact, digest, point, { prehash: false, lowS: false });
  } catch {
    // A number that is not below the order of the curve.
    return false;
  }
}
