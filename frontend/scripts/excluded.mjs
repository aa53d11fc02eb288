// After the build: the page that shows every component, and the data made up for it, are for development alone. None of
// its files may have gone into the build, none of its words into what the build serves.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (from) => fileURLToPath(new URL(`../${from}`, import.meta.url));
const files = (folder) =>
  readdirSync(path(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);

/** What only the made-up case says. They are looked for where they must be first, so that none is out of date. */
const WORDS = ['Refrigerador Polar 400', 'K7Q2-9XMD', 'data-example'];
const source = files('src/workbench').map((file) => readFileSync(file, 'utf8'));
for (const words of WORDS)
  if (!source.some((text) => text.includes(words))) throw new Error(`scripts/excluded.mjs: nobody says "${words}"`);

const manifest = readFileSync(path('.svelte-kit/output/client/.vite/manifest.json'), 'utf8');
const served = files('build').filter((file) => /\.(js|css|html|json)$/.test(file));
if (served.length < 20) throw new Error(`scripts/excluded.mjs: only ${served.length} files in the build`);
const found = [
  ...(manifest.includes('workbench') ? ['workbench, in the manifest'] : []),
  ...served.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return WORDS.filter((words) => text.includes(words)).map((words) => `"${words}", in ${file}`);
  }),
];
if (found.length > 0) throw new Error(`For development alone, but in the build: ${found.join('; ')}`);
