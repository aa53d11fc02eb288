// @vitest-environment node
// Changed files, of which the verifier in Rust has said what it finds: this one finds the same. `npm run verify:mutate`
// asks both, and --write keeps the answers anew.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sourceOfBytes } from './source';
import { answer, digestOf } from './testing/batch';
import { asked, bases, GOLDEN_SEEDS } from './testing/run';
import { writeZip } from './testing/write';
import { verify } from './verify';

test('of changed files it says what the verifier in Rust says', { timeout: 120_000 }, async () => {
  const folder = resolve('../tests/golden');
  const all = await bases(resolve(folder, 'bundles'));
  const told = JSON.parse(readFileSync(resolve(folder, 'mutations.json'), 'utf8')) as string[];
  expect(told).toHaveLength(GOLDEN_SEEDS);
  const apart: number[] = [];
  for (let seed = 1; seed <= told.length; seed++) {
    const { question } = asked(all, seed);
    if (digestOf(await answer(question)) !== told[seed - 1]) apart.push(seed);
  }
  expect(apart).toEqual([]);
});

test('a ZIP of bundles is no forged bundle', async () => {
  const nothing = new Uint8Array();
  const keys = { keys: [], seals: [] };
  const zip = (names: string[]) => verify(sourceOfBytes(writeZip(names.map((name) => [name, nothing]))), { keys });
  const found = await zip(['all/acordo-1.zip', 'all/index.csv']);
  expect([found.form, found.failures, found.doubts.map(({ code }) => code)]).toEqual([null, [], ['collection']]);
  // Beside a bag of its own a ZIP has no place.
  expect((await zip(['all/bagit.txt', 'all/data/acordo-1.zip'])).doubts).toEqual([]);
});
