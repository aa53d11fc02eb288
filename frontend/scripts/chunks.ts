// Which modules travel together. Left alone, the bundler cuts a consumer's room into some sixty files, and small files
// compress badly: the same in a few is a tenth smaller.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (from: string) => fileURLToPath(new URL(`../${from}`, import.meta.url));

const CASE = ['src/routes/cases/+layout.ts', 'src/routes/cases/+layout.svelte', 'src/routes/cases/[case]/+page.svelte'];
const ROOM = ['src/lib/components/consumer/ConsumerRoom.svelte'];
const COMPLAINT = ['src/routes/complain/+page.ts', 'src/routes/complain/+page.svelte'];

/** Each chunk is what these modules import, less what the chunks before it hold, and only what `also` imports, too. */
const CHUNKS: { name: string; roots: string[]; also?: string[] }[] = [
  // Every page: SvelteKit loads the layout and the page of errors whatever the address.
  {
    name: 'base',
    roots: [
      'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
      '.svelte-kit/generated/client-optimized/app.js',
      'src/routes/+layout.ts',
      'src/routes/+layout.svelte',
      'src/routes/+error.svelte',
    ],
  },
  // And what both a complaint and a room begin with: nobody who complains waits for a room.
  { name: 'base', roots: COMPLAINT, also: [...CASE, ...ROOM] },
  // What asks for a case and stands until it is there.
  { name: 'case', roots: CASE },
  // What a consumer sees of it first.
  { name: 'room', roots: ROOM },
  // Every act in a sheet has it, and few of them a form.
  { name: 'submission', roots: ['src/lib/submission.svelte.ts'] },
  // A complaint to fill in, and with it what every form is made of.
  { name: 'form', roots: COMPLAINT },
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
        groups: [...new Set(CHUNKS.map(({ name }) => name))].map((name, at) => ({
          name,
          test: (id: string) => chunkOf.get(id) === name,
          priority: CHUNKS.length - at,
        })),
      },
    }),
    buildEnd(fault) {
      if (fault) return;
      const closure = (roots: string[]): Set<string> => {
        const found = new Set<string>();
        const open = roots.map(path);
        for (const root of open) {
          if (!this.getModuleInfo(root)) this.error(`scripts/chunks.ts names a module that is not built: ${root}`);
        }
        for (let id = open.pop(); id; id = open.pop()) {
          if (found.has(id)) continue;
          found.add(id);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
        return found;
      };
      for (const { name, roots, also } of CHUNKS) {
        const shared = also && closure(also);
        for (const id of closure(roots)) if (!chunkOf.has(id) && (!shared || shared.has(id))) chunkOf.set(id, name);
      }
    },
  };
}
