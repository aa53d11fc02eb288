import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The page that shows every component, /components, has an ending of its own: only `vite dev` takes it for a route, so
// nothing of it, nor of the data made up for it, is in a build (scripts/excluded.mjs).
const extensions = process.argv[2] === 'dev' ? ['.svelte', '.workbench'] : ['.svelte'];

/** @type {import('@sveltejs/kit').Config} */
export default {
  extensions,
  preprocess: vitePreprocess(),
  kit: {
    // One page for every address: the server answers it for whatever is not a file or an API route.
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html', precompress: false, strict: false }),
    output: { preloadStrategy: 'modulepreload' },
    version: { pollInterval: 0 },
  },
};
