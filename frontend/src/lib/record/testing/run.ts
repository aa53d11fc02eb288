/** `npm run verify:mutate`: compares the two verifiers over changed files, and tells each disagreement. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { sourceOfBytes } from '../source';
import { readZip } from '../zip';
import { answer, batch, comparable, type Answer } from './batch';
import { chanceOf } from './chance';
import { question, type Base } from './mutations';

export interface Run {
  program: string;
  /** Where the bundles are that are changed. */
  bundles: string;
  from: number;
  count: number;
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

const verdict = (told: Answer): string =>
  'key_file' in told ? 'no key file' : told.valid ? 'valid' : told.failures_total > 0 ? 'not valid' : 'could not tell';

export async function run({ program, bundles, from, count, kept, say }: Run): Promise<number> {
  const [all, rust] = [await bases(bundles), batch(program)];
  const verdicts = new Map<string, number>();
  const codes = new Map<string, number>();
  const began = performance.now();
  let apart = 0;
  for (let seed = from; seed < from + count; seed++) {
    const chance = chanceOf(seed);
    const base = chance.pick(all);
    const asked = question(base, chance);
    const [ours, theirs] = await Promise.all([answer(asked), rust.ask(asked)]);
    verdicts.set(verdict(theirs), (verdicts.get(verdict(theirs)) ?? 0) + 1);
    if (!('key_file' in theirs)) {
      for (const code of new Set([...theirs.failures, ...theirs.doubts].map((finding) => finding.code))) {
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    if (!isDeepStrictEqual(comparable(ours), comparable(theirs))) {
      apart += 1;
      mkdirSync(kept, { recursive: true });
      writeFileSync(`${kept}/${seed}.file`, asked.file);
      writeFileSync(`${kept}/${seed}.keys`, asked.keys);
      writeFileSync(
        `${kept}/${seed}.json`,
        JSON.stringify(
          { base: base.name, seen: asked.seen, now: asked.now, late: asked.lateHours, page: ours, rust: theirs },
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
  const told = (counts: Map<string, number>) =>
    [...counts]
      .sort()
      .map(([name, times]) => `${name} ${times}`)
      .join(', ');
  say(`${count} files from seed ${from} in ${seconds.toFixed(0)} s: ${told(verdicts)}`);
  say(`Codes met: ${codes.size} (${told(codes)})`);
  say(`${apart} disagreements`);
  return apart;
}
