// @vitest-environment node
// The vectors that the verifier in Rust is held to as well: the same verdict, and the same report save its words.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { base64, bytesOf } from './bytes';
import { fromAny, fromCanonical, type Json } from './canonical';
import { Fault } from './fault';
import { anchorEntry, commitment, documentHash, leafOf, signChallenge, termsHash } from './hash';
import { readKeyFile, vkeyText } from './keyfile';
import { readProof } from './anchor';
import { exitCode, type Finding } from './report';
import { sourceOfBytes } from './source';
import { rootOf } from './tree';
import { notesInFile, verify } from './verify';
import { canonical, canonicalText } from './testing/write';

const folder = process.env['ACORDO_GOLDEN'] ?? '../tests/golden';
const golden = (name: string) => new Uint8Array(readFileSync(resolve(folder, name)));
const vectors = (name: string) => JSON.parse(new TextDecoder().decode(golden(name)));

interface Asked {
  file: string;
  exit: number;
  codes: string[];
  doubts: string[];
  report: Record<string, unknown>;
  keys?: string;
  seen?: string[];
  now?: string;
  late_hours?: number;
}

test.each(vectors('bundles/index.json') as Asked[])('$file $keys $seen $now $late_hours', async (asked) => {
  const notes = await Promise.all((asked.seen ?? []).map((name) => notesInFile(golden(`bundles/${name}`))));
  const report = await verify(sourceOfBytes(golden(`bundles/${asked.file}`)), {
    keys: readKeyFile(golden(`bundles/${asked.keys ?? 'KEYFILE'}`)),
    seen: notes.flat(),
    now: asked.now,
    lateHours: asked.late_hours,
  });
  const bare = (findings: Finding[]) => findings.map(({ code, place }) => ({ code, place }));
  expect({ ...report, failures: bare(report.failures), doubts: bare(report.doubts) }).toEqual(asked.report);
  expect([...new Set(report.failures.map((failure) => failure.code))].sort()).toEqual(asked.codes);
  expect(report.doubts.map((doubt) => doubt.code)).toEqual(asked.doubts);
  expect(exitCode(report)).toBe(asked.exit);
});

test('canonical JSON has one form, and what is outside of the profile none', () => {
  const {
    accepted,
    refused,
    valid_but_not_canonical: otherwise,
  } = vectors('canonical.json') as {
    accepted: { input: string; canonical: string }[];
    refused: string[];
    valid_but_not_canonical: string[];
  };
  for (const { input, canonical: form } of accepted) {
    expect(canonicalText(fromAny(bytesOf(input)))).toBe(form);
    expect(canonicalText(fromCanonical(bytesOf(form)))).toBe(form);
  }
  for (const text of refused) expect(() => fromAny(bytesOf(text)), text).toThrow(Fault);
  for (const text of otherwise) {
    expect(() => fromAny(bytesOf(text)), text).not.toThrow();
    expect(() => fromCanonical(bytesOf(text)), text).toThrow(Fault);
  }
  expect(() => fromAny(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(Fault);
});

test('every hash is the one of the vectors', () => {
  const told = vectors('hashes.json');
  const hash = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const { commitment: one } = told;
  expect(base64(commitment(one, one.part, hash(one.salt), bytesOf(one.bytes)))).toBe(one.commitment);
  const leaves: Uint8Array[] = [];
  for (const { header, leaf, root_after } of told.channel) {
    leaves.push(leafOf(bytesOf(header)));
    expect([base64(leaves.at(-1)!), base64(rootOf(leaves))]).toEqual([leaf, root_after]);
  }
  expect(base64(documentHash(bytesOf(told.document_hash.bytes)))).toBe(told.document_hash.hash);
  expect(base64(termsHash(canonical(told.terms_hash.terms as Json)))).toBe(told.terms_hash.hash);
  const { case: id, version, seat, document_hash, hash: challenge } = told.sign_challenge;
  expect(base64(signChallenge(id, version, seat, hash(document_hash)))).toBe(challenge);
  expect(base64(anchorEntry(told.anchor.note_text, hash(told.anchor.salt)))).toBe(told.anchor.entry);
  const keys = readKeyFile(bytesOf(`${told.keys.log}\n${told.keys.witness}\n`));
  expect(keys.keys.map(vkeyText)).toEqual([told.keys.log, told.keys.witness]);
  const anchored = readProof(bytesOf(told.tlog_proof), 'demo.example/log', keys, told.anchor.note_text);
  expect([anchored.index, anchored.cosigned.size]).toEqual([17, 1]);
});

test.runIf(existsSync(resolve(folder, 'keyfiles.json')))('a file of keys says whom to trust, or nothing', () => {
  const { accepted, refused } = vectors('keyfiles.json') as {
    accepted: { text: string; keys: { vkey: string; from: string; until: string }[]; seals: unknown[] }[];
    refused: string[];
  };
  for (const { text, keys, seals } of accepted) {
    const file = readKeyFile(bytesOf(text));
    expect(file.keys.map((key) => ({ vkey: vkeyText(key), from: key.from, until: key.until }))).toEqual(keys);
    expect(file.seals).toEqual(seals);
  }
  for (const text of refused) expect(() => readKeyFile(bytesOf(text)), text).toThrow(Fault);
});
