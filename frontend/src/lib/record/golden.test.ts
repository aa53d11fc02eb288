import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readKeyFile } from './keyfile';
import { exitCode } from './report';
import { sourceOfBytes } from './source';
import { verify } from './verify';

const golden = (name: string) => new Uint8Array(readFileSync(resolve('../tests/golden', name)));
const index = JSON.parse(new TextDecoder().decode(golden('bundles/index.json'))) as {
  file: string;
  exit: number;
  codes: string[];
  doubts: string[];
  parts: unknown;
  events: number;
}[];
const keys = readKeyFile(golden('bundles/KEYFILE'));

test.each(index)('$file', async ({ file, exit, codes, doubts, parts, events }) => {
  const report = await verify(sourceOfBytes(golden(`bundles/${file}`)), { keys });
  expect([...new Set(report.failures.map((failure) => failure.code))].sort()).toEqual(codes);
  expect(report.doubts.map((doubt) => doubt.code)).toEqual(doubts);
  expect({ exit: exitCode(report), parts: report.parts, events: report.events }).toEqual({ exit, parts, events });
});
