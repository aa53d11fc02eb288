// Which modules travel together. Left alone, the bundler cuts a consumer's room into some sixty files, and small files
// compress badly: the same in a few is a tenth smaller.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (from: string) => fileURLToPath(new URL(`../${from}`, import.meta.url));

/** Each chunk is what these modules import, less what the chunks before it hold. */
const CHUNKS: [name: string, roots: string[]][] = [
  // Every page: SvelteKit loads the layout and the page of errors whatever the address.
  [
    'base',
    [
      'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
      '.svelte-kit/generated/client-optimized/app.js',
      'src/routes/+layout.ts',
      'src/routes/+layout.svelte',
      'src/routes/+error.svelte',
    ],
  ],
  // What asks for a case and stands until it is there.
  ['case', ['src/routes/cases/+layout.ts', 'src/routes/cases/+layout.svelte', 'src/routes/cases/[case]/+page.svelte']],
  // What a consumer sees of it first.
  ['room', ['src/lib/components/consumer/ConsumerRoom.svelte']],
];

export function chunks(): Plugin {
  const chunkOf = new Map<string, string>();
  return {
    name: 'acordo-chunks',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: CHUNKS.map(([name], at) => ({
          name,
          test: (id: string) => chunkOf.get(id) === name,
          priority: CHUNKS.length - at,
        })),
      },
    }),
    buildEnd(fault) {
      if (fault) return;
      for (const [name, roots] of CHUNKS) {
        const open = roots.map(path);
        for (const root of open) {
          if (!this.getModuleInfo(root)) this.error(`scripts/chunks.ts names a module that is not built: ${root}`);
        }
        for (let id = open.pop(); id; id = open.pop()) {
          if (chunkOf.has(id)) continue;
          chunkOf.set(id, name);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
  };
}
