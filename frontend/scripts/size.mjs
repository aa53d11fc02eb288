// After the build: what a phone loads before a consumer's room stands, and before a complaint can be written, compressed
// as the server sends it. Not counted: the answers of the API, and what is fetched once that stands or on a press.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VIEWS = [
  {
    what: "A consumer's room",
    limit: 120_000,
    /** Loaded one after the other by the room of a case (src/routes/cases). */
    texts: ['words', 'frame', 'room', 'consumer'],
    route: ['+layout', '+error', 'cases/+layout', 'cases/[case]/+page'],
    chunks: ['room'],
  },
  {
    what: 'A complaint to write',
    limit: 105_000,
    texts: ['words', 'frame', 'page'],
    route: ['+layout', '+error', 'complain/+page'],
    chunks: [],
  },
];

const path = (from) => fileURLToPath(new URL(`../${from}`, import.meta.url));
const manifest = JSON.parse(readFileSync(path('.svelte-kit/output/client/.vite/manifest.json'), 'utf8'));
const nodes = '.svelte-kit/generated/client-optimized/nodes';

function sent(file) {
  const packed = path(`build/${file}.br`);
  return statSync(existsSync(packed) ? packed : path(`build/${file}`)).size;
}
/** The key of the one entry of the manifest that this is true of. */
function only(what, wanted) {
  const found = Object.keys(manifest).filter((key) => wanted(key, manifest[key]));
  if (found.length !== 1) throw new Error(`scripts/size.mjs: ${found.length} chunks are ${what}`);
  return found[0];
}
function node(route) {
  const name = readdirSync(path(nodes)).find((one) =>
    readFileSync(path(`${nodes}/${one}`), 'utf8').includes(`/src/routes/${route}.svelte"`),
  );
  return only(`the page ${route}`, (key) => key === `${nodes}/${name}`);
}

/** @param {Set<string>} files */
function add(files, key) {
  const { file, css = [], imports = [] } = manifest[key];
  if (files.has(file)) return;
  files.add(file);
  css.forEach((one) => files.add(one));
  imports.forEach((one) => add(files, one));
}

const page = readFileSync(path('build/index.html'), 'utf8');
const always = ['index.html', ...[...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file)];
for (const file of readdirSync(path('build/_app/immutable/assets'))) {
  if (file.endsWith('.woff2')) always.push(`_app/immutable/assets/${file}`);
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const { what, limit, texts, route, chunks } of VIEWS) {
  const shared = new Set(always);
  for (const one of route) add(shared, node(one));
  for (const name of chunks) {
    const key = only(`the chunk ${name}`, (key, chunk) => key.startsWith('_') && chunk.name === name);
    add(shared, key);
  }
  const sizes = ['pt-BR', 'es', 'en'].map((language) => {
    const files = new Set(shared);
    for (const part of texts) add(files, `../src/locales/${language}/${part}.ftl?raw`);
    return { language, files, bytes: [...files].reduce((sum, file) => sum + sent(file), 0) };
  });
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  console.log(`${what}: ${kilo(largest.bytes)} in ${largest.files.size} files (${largest.language})`);
  if (largest.bytes <= limit) continue;
  const rows = [...largest.files].map((file) => [sent(file), file]).sort(([a], [b]) => b - a);
  console.error(`That is more than ${kilo(limit)}. What opens on a press is imported when it is pressed; the largest:`);
  for (const [bytes, file] of rows.slice(0, 12)) console.error(`  ${kilo(bytes)}  ${file}`);
  process.exitCode = 1;
}
