// After the build: what a phone loads before a consumer's room stands, and before a complaint can be written, compressed
// as the server sends it. Not counted: the answers of the API, and what is fetched once that stands or on a press.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { add, chunk, node, path, text } from './built.mjs';

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

function sent(file) {
  const packed = path(`build/${file}.br`);
  return statSync(existsSync(packed) ? packed : path(`build/${file}`)).size;
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
  for (const name of chunks) add(shared, chunk(name));
  const sizes = ['pt-BR', 'es', 'en'].map((language) => {
    const files = new Set(shared);
    for (const part of texts) add(files, text(language, part));
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
