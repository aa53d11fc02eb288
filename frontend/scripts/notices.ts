// The licences of every package of which something is shipped with the pages, as one text file beside them; the
// server adds it to the notices of its own libraries (src/http/licences.rs).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILE = 'notices-of-pages.txt';
/** src/styles/fonts holds a smaller copy of this package's font (scripts/font.py). */
const COPIED = fileURLToPath(new URL('../node_modules/@fontsource-variable/public-sans', import.meta.url));
const LICENCE = /^(licen[cs]e|copying|notice|ofl)/i;

function packageOf(id: string): string | undefined {
  const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
  return found?.[1] && existsSync(join(found[1], 'package.json')) ? found[1] : undefined;
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} – ${license ?? 'licence in the text below'}`, ...texts].join('\n\n');
}

/** Packages that are shipped in a worker, which is built by itself and before the pages are written. */
const inWorkers = new Set<string>();

const packagesOf = (modules: Iterable<string>) => [...modules].map(packageOf).filter((folder) => folder !== undefined);

/** The same for workers (`worker.plugins`). */
export function noticesOfWorkers(): Plugin {
  return {
    name: 'acordo-notices-of-workers',
    apply: 'build',
    generateBundle() {
      packagesOf(this.getModuleIds()).forEach((folder) => inWorkers.add(folder));
    },
  };
}

export function notices(): Plugin {
  return {
    name: 'acordo-notices',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      const folders = new Set([...packagesOf(this.getModuleIds()), ...inWorkers, COPIED]);
      const source = [...folders]
        .sort()
        .map(notice)
        .join(`\n\n${'='.repeat(80)}\n`);
      this.emitFile({ type: 'asset', fileName: FILE, source: `${source}\n` });
    },
  };
}
