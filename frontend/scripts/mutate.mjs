// Compares the verifier of the page with the one in Rust, over files that were changed by chance that a seed decides.
//   npm run verify:mutate -- [--count N] [--from SEED] [--write]
// It builds the program that it asks, unless ACORDO_VERIFY_BATCH names it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const path = (from) => fileURLToPath(new URL(`../${from}`, import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});

let program = process.env.ACORDO_VERIFY_BATCH;
if (!program) {
  const selection = ['--workspace', '--features', 'acordo/bench', '--example', 'verify_batch'];
  const built = spawnSync('cargo', ['build', '--quiet', ...selection], {
    cwd: path('..'),
    stdio: 'inherit',
    env: { ...process.env, ACORDO_SKIP_PAGES: '1' },
  });
  if (built.status !== 0) process.exit(2);
  program = `${process.env.CARGO_TARGET_DIR ?? path('../target')}/debug/examples/verify_batch`;
}
const { module } = await runnerImport(path('src/lib/record/testing/run.ts'), { configFile: false, logLevel: 'error' });
const apart = await module.run({
  program,
  bundles: path('../tests/golden/bundles'),
  from: Number(values.from),
  count: Number(values.count),
  golden: path('../tests/golden/mutations.json'),
  write: values.write,
  kept: path('../target/disagreements'),
  say: (words) => console.log(words),
});
process.exit(apart === 0 ? 0 : 1);
