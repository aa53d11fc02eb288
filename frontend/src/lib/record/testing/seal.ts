/** Sealed PDFs, as a program that follows the norms makes them, or nearly. */
import { p256, p384 } from '@noble/curves/nist.js';
import { bytesOf, hex, joined, latin } from '../bytes';
import { sha256 } from '../hash';
import type { Chance } from './chance';

/** A value in DER: its tag, and the bytes or the values inside. */
interface Node {
  tag: number;
  inside: Uint8Array | Node[];
}

const node = (tag: number, ...inside: Node[]): Node => ({ tag, inside });
const leaf = (tag: number, content: Uint8Array): Node => ({ tag, inside: content });
const ofHex = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const oid = (digits: string): Node => leaf(6, ofHex(digits));

function encoded({ tag, inside }: Node): Uint8Array {
  const content = Array.isArray(inside) ? joined(...inside.map(encoded)) : inside;
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return joined(Uint8Array.of(tag, ...head), content);
}

function integer(bytes: Uint8Array): Node {
  const bare = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return leaf(2, (bare[0] ?? 0) >= 0x80 ? joined(Uint8Array.of(0), bare) : bare);
}

/** Something, somewhere in it, becomes something else. */
function bent(value: Node, chance: Chance): Node {
  const { tag, inside } = value;
  if (Array.isArray(inside) && inside.length > 0 && !chance.once(4)) {
    const at = chance.below(inside.length);
    const others = inside.filter((_, nth) => nth !== at);
    const one = inside[at] ?? value;
    return chance.pick<() => Node>([
      () => node(tag, ...inside.map((part, nth) => (nth === at ? bent(part, chance) : part))),
      () => node(tag, ...inside.map((part, nth) => (nth === at ? bent(part, chance) : part))),
      () => node(tag, ...inside.map((part, nth) => (nth === at ? bent(part, chance) : part))),
      () => node(tag, ...others),
      () => node(tag, ...inside, one),
      () => node(tag, ...[...inside].reverse()),
    ])();
  }
  const bytes = Array.isArray(inside) ? encoded(value).subarray(2) : inside;
  const at = chance.below(bytes.length + 1);
  return chance.pick<() => Node>([
    () =>
      leaf(
        tag,
        bytes.map((byte, nth) => (nth === at ? byte ^ (1 << chance.below(8)) : byte)),
      ),
    () => leaf(tag, joined(bytes, Uint8Array.of(chance.below(256)))),
    () => leaf(tag, joined(Uint8Array.of(chance.pick([0, 1, 0xff])), bytes)),
    () => leaf(tag, bytes.slice(0, -1)),
    () => leaf(chance.pick([2, 3, 4, 5, 6, 0x30, 0x31, 0xa0, 0xa1, 0x1f]), bytes),
    () => leaf(5, new Uint8Array()),
  ])();
}

const SHA256 = node(0x30, oid('608648016503040201'));
const DATA = oid('2a864886f70d010701');
const CURVES = [
  { curve: p256, name: '2a8648ce3d030107', seed: new Uint8Array(32).fill(11) },
  { curve: p384, name: '2b81040022', seed: new Uint8Array(48).fill(12) },
] as const;

function certificateOf({ curve, name, seed }: (typeof CURVES)[number]): { whole: Node; issuer: Node; number: Node } {
  const none = node(0x30);
  const [issuer, number] = [node(0x30, leaf(0x0c, bytesOf('demo'))), leaf(2, Uint8Array.of(7))];
  const point = joined(Uint8Array.of(0), curve.getPublicKey(seed, false));
  const key = node(0x30, node(0x30, oid('2a8648ce3d0201'), oid(name)), leaf(3, point));
  const fields = node(0x30, node(0xa0, leaf(2, Uint8Array.of(2))), number, none, issuer, none, none, key);
  return { whole: node(0x30, fields, none, leaf(3, Uint8Array.of(0))), issuer, number };
}

/** What a key file names of these certificates. */
export const SEAL_LINES = CURVES.map((one) => `seal ${hex(sha256(encoded(certificateOf(one).whole)))}`);

/** A signature over a file with this digest; the chance decides what of it is not as it should be. */
function signature(digest: Uint8Array, chance: Chance): Uint8Array {
  const by = chance.pick(CURVES);
  const maybe = (value: Node, times = 6): Node => (chance.once(times) ? bent(value, chance) : value);
  const { whole, issuer, number } = certificateOf(by);
  const certificate = maybe(whole, 12);
  const given = chance.once(8) ? SHA256 : null;
  const named = node(0x30, ...(given ? [given] : []), leaf(4, sha256(encoded(certificate))));
  const attribute = (type: string, value: Node): Node => node(0x30, oid(type), node(0x31, value));
  const attributes = maybe(
    node(
      0xa0,
      attribute('2a864886f70d010903', DATA),
      attribute('2a864886f70d010904', leaf(4, digest)),
      attribute('2a864886f70d010910022f', node(0x30, node(0x30, named))),
    ),
    3,
  );
  const set = encoded(attributes);
  set[0] = 0x31;
  const signed = by.curve.sign(sha256(set), by.seed, { prehash: false, lowS: false });
  const [r, s] = [signed.subarray(0, signed.length / 2), signed.subarray(signed.length / 2)];
  const numbers = leaf(4, encoded(maybe(node(0x30, integer(r), integer(s)))));
  const algorithm = node(0x30, oid('2a8648ce3d040302'));
  const version = leaf(2, Uint8Array.of(1));
  const signer = maybe(node(0x30, version, node(0x30, issuer, number), SHA256, attributes, algorithm, numbers));
  const parts = [version, node(0x31, SHA256), node(0x30, DATA), node(0xa0, certificate), node(0x31, signer)];
  return encoded(maybe(node(0x30, oid('2a864886f70d010702'), node(0xa0, node(0x30, ...parts)))));
}

const ROOM = 2000;
const place = (number: number): string => String(number).padEnd(10);

/** Adds a revision with one signature over the whole file. */
export function sealed(pdf: Uint8Array, chance: Chance): Uint8Array {
  const text = latin(pdf);
  const [, root = '1'] = /Root ([0-9]+) 0 R/.exec(text) ?? [];
  const [, table = '0'] = /startxref\n([0-9]+)/.exec(text) ?? [];
  const [, catalog = '<<>>'] = new RegExp(`\\n${root} 0 obj\\n(.*)\\nendobj`).exec(text) ?? [];
  const number = Number(root) + 1;
  const filter = chance.once(12) ? 'adbe.pkcs7.detached' : 'ETSI.CAdES.detached';
  const kids = chance.once(6) ? `/Kids[${number} 0 R]` : '';
  const objects = [
    `${number} 0 obj\n<</SubFilter/${filter}/ByteRange[0 ${place(0)}${place(0)}${place(0)}]/Contents <${'0'.repeat(2 * ROOM)}>>>\nendobj\n`,
    `${number + 1} 0 obj\n<</FT/Sig/V ${number} 0 R${kids}>>\nendobj\n`,
    `${root} 0 obj\n${catalog.replace('<<', `<</AcroForm<</Fields[${number + 1} 0 R]>>`)}\nendobj\n`,
  ];
  let at = pdf.length;
  const rows = objects.map((object) => {
    at += object.length;
    return `${String(at - object.length).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n${number} 2\n${rows[0]}${rows[1]}${root} 1\n${rows[2]}trailer\n<</Root ${root} 0 R/Prev ${table}>>\nstartxref\n${at}\n%%EOF\n`;
  const whole = joined(pdf, bytesOf(objects.join('') + xref));
  const [begins, ends] = [latin(whole).lastIndexOf('/Contents <') + 10, latin(whole).lastIndexOf('>>>\nendobj') + 1];
  const range = `[0 ${place(begins)}${place(ends)}${place(whole.length - ends)}]`;
  whole.set(
    bytesOf(chance.once(12) ? range.replace(/[1-9]/, '1') : range),
    latin(whole).lastIndexOf('/ByteRange') + 10,
  );
  const contents = hex(signature(sha256(whole.subarray(0, begins), whole.subarray(ends)), chance));
  whole.set(bytesOf(contents.slice(0, 2 * ROOM)), begins + 1);
  return whole;
}
