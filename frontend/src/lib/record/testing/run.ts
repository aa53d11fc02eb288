/** `npm run verify:mutate`: compares the two verifiers over changed files, and tells each disagreement. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { sourceOfBytes } from '../source';
import { readZip } from '../zip';
import { answer, batch, comparable, digestOf, type Answer } from './batch';
import { chanceOf } from './chance';
import { question, type Base, type Question } from './mutations';

export interface Run {
  program: string;
  /** Where the bundles are that are changed. */
  bundles: string;
  from: number;
  count: number;
  /** Where the first answers are kept, for the tests of the page alone; and whether they are written anew. */
  golden: string;
  write: boolean;
  /** Where files go on which the two disagree. */
  kept: string;
  say(words: string): void;
}

/** The bundles that are changed: those that are valid as they stand. */
export async function bases(folder: string): Promise<Base[]> {
  const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { file: string; exit: number }[];
  const valid = index.filter(({ file, exit }) => exit === 0 && file.endsWith('.zip')).map(({ file }) => file);
  return Promise.all(
    [...new Set(valid)].map(async (name) => {
      const file = new Uint8Array(readFileSync(`${folder}/${name}`));
      return { name, file, entries: await readZip(sourceOfBytes(file), () => true) };
    }),
  );
}

/** Of which seeds, from 1 on, the answers are kept. */
export const GOLDEN_SEEDS = 400;

export function asked(all: Base[], seed: number): { base: Base; question: Question } {
  const chance = chanceOf(seed);
  const base = chance.pick(all);
  return { base, question: question(base, chance) };
}

const verdict = (told: Answer): string =>
  'key_file' in told ? 'no key file' : told.valid ? 'valid' : told.failures_total > 0 ? 'not valid' : 'could not tell';

export async function run({ program, bundles, from, count, golden, write, kept, say }: Run): Promise<number> {
  const [all, rust] = [await bases(bundles), batch(program)];
  const verdicts = new Map<string, number>();
  const codes = new Map<string, number>();
  const began = performance.now();
  const told: string[] = [];
  let apart = 0;
  for (let seed = from; seed < from + count; seed++) {
    const { base, question: one } = asked(all, seed);
    const [ours, theirs] = await Promise.all([answer(one), rust.ask(one)]);
    if (seed <= GOLDEN_SEEDS) told.push(digestOf(theirs));
    verdicts.set(verdict(theirs), (verdicts.get(verdict(theirs)) ?? 0) + 1);
    if (!('key_file' in theirs)) {
      for (const code of new Set([...theirs.failures, ...theirs.doubts].map((finding) => finding.code))) {
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    if (!isDeepStrictEqual(comparable(ours), comparable(theirs))) {
      apart += 1;
      mkdirSync(kept, { recursive: true });
      writeFileSync(`${kept}/${seed}.file`, one.file);
      writeFileSync(`${kept}/${seed}.keys`, one.keys);
      writeFileSync(
        `${kept}/${seed}.json`,
        JSON.stringify(
          { base: base.name, seen: one.seen, now: one.now, late: one.lateHours, page: ours, rust: theirs },
          null,
          1,
        ),
      );
      if (apart <= 20) say(`seed ${seed} (${base.name}): they disagree`);
    }
    if ((seed - from + 1) % 10_000 === 0) say(`${seed - from + 1} compared, ${apart} disagreements`);
  }
  rust.end();
  const seconds = (performance.now() - began) / 1000;
  const listed = (counts: Map<string, number>) =>
    [...counts]
      .sort()
      .map(([name, times]) => `${name} ${times}`)
      .join(', ');
  say(`${count} files from seed ${from} in ${seconds.toFixed(0)} s: ${listed(verdicts)}`);
  say(`Codes met: ${codes.size} (${listed(codes)})`);
  say(`${apart} disagreements`);
  if (write) writeFileSync(golden, `${JSON.stringify(told, null, 1)}\n`);
  const before = JSON.parse(readFileSync(golden, 'utf8')) as string[];
  if (from === 1 && told.some((digest, nth) => digest !== before[nth])) {
    say('The answers that are kept are not these: run it with --write');
    apart += 1;
  }
  return apart;
}
