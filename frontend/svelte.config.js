import adapter from '@sveltejs/adapter-static';
import { readdirSync } from 'node:fs';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The page that shows every component, /components, has an ending of its own: only `vite dev` takes it for a route, so
// nothing of it, nor of the data made up for it, is in a build (scripts/excluded.mjs).
const extensions = process.argv[2] === 'dev' ? ['.svelte', '.workbench'] : ['.svelte'];

/** Each component's styles carry its number among all: every element of a page carries it too, so it is short. */
const components = readdirSync(new URL('src', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => extensions.some((ending) => path.endsWith(ending)))
  .sort();
/** @param {{ filename: string, hash: (of: string) => string }} component */
function styled({ filename, hash }) {
  const at = components.indexOf(filename.replace(/^.*?\bsrc\//, ''));
  return at < 0 ? `_${hash(filename)}` : `_${at.toString(36)}`;
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  extensions,
  preprocess: vitePreprocess(),
  compilerOptions: { cssHash: styled },
  kit: {
    // One page for every address: the server answers it for whatever is not a file or an API route.
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html', precompress: false, strict: false }),
    output: { preloadStrategy: 'modulepreload' },
    version: { pollInterval: 0 },
    // It begins after the page stands, and as the one script that may be started from text (lib/offline/install.ts).
    serviceWorker: { register: false },
  },
};
