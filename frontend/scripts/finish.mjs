// After the build: puts what the document itself starts into it (scripts/ahead.js, static/theme.js), so that no script is
// waited for before the others are asked for, and a brotli copy beside everything that compresses. The server names each
// inline script by its hash.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { add, chunk, node, path as from, text } from './built.mjs';

const build = from('build');
const page = join(build, 'index.html');
let html = readFileSync(page, 'utf8');

const FOLDER = '_app/immutable/';
const LANGUAGES = ['pt-BR', 'es', 'en'];
const ROOM = ['cases/+layout', 'cases/[case]/+page'];
const linked = [...html.matchAll(/href="\/_app\/immutable\/([^"]+)"/g)].map(([, file]) => file);

/** What the document does not name yet and these need, one of a kind. */
function wanted(keys, but = []) {
  const files = new Set();
  for (const key of keys) add(files, key);
  const known = new Set([...linked, ...but]);
  return [...files].map((file) => file.slice(FOLDER.length)).filter((file) => !known.has(file));
}
const everywhere = wanted([node('+error')]);
const room = wanted(ROOM.map(node), everywhere);
const inRoom = [...everywhere, ...room];
const FILES = {
  complain: [...everywhere, ...wanted([node('complain/+page')], everywhere)],
  room: inRoom,
  consumer: wanted([chunk('room')], inRoom),
};
const PARTS = {
  complain: ['words', 'frame', 'page'],
  room: ['words', 'frame', 'room'],
  consumer: ['consumer'],
};
const TEXTS = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    Object.fromEntries(
      Object.entries(PARTS).map(([view, parts]) => [view, wanted(parts.map((part) => text(language, part)))]),
    ),
  ]),
);

/** Without what only we read. */
const bare = (code) => code.replace(/^\s*(\/\/|\/\*\*|\*).*\n/gm, '').replace(/\n\s*/g, '\n');
const theme = bare(readFileSync(join(build, 'theme.js'), 'utf8'));
const ahead = bare(readFileSync(new URL('ahead.js', import.meta.url), 'utf8'))
  .replace('FILES', () => JSON.stringify(FILES))
  .replace('TEXTS', () => JSON.stringify(TEXTS));
const head = '<script src="/theme.js"></script>';
// A script waits for the styles that stand before it.
const styles = '<link href="/_app/immutable/assets/base';
for (const known of [head, styles])
  if (!html.includes(known)) throw new Error(`index.html has no ${known}, as scripts/finish.mjs knows it`);
html = html
  .replace(head, () => `<script>${theme}</script>`)
  .replace(styles, () => `<script>${ahead}</script>${styles}`);
if (/\son\w+=/.test(html)) throw new Error('index.html holds a script in an attribute');
writeFileSync(page, html.replace(/\n\s*/g, '\n'));

// SvelteKit hides its route announcer by a style attribute, which `style-src 'self'` refuses;
// src/styles/base.css hides it instead.
for (const entry of readdirSync(join(build, '_app/immutable'), { recursive: true })) {
  const path = join(build, '_app/immutable', String(entry));
  if (!path.endsWith('.js')) continue;
  const code = readFileSync(path, 'utf8');
  const plain = code.replace(/(<div id="svelte-announcer"[^>`]*?) style="[^"]*"/, '$1');
  if (plain !== code) writeFileSync(path, plain);
}

for (const entry of readdirSync(build, { recursive: true })) {
  const path = join(build, String(entry));
  if (!/\.(html|js|css|svg|json|txt|ftl|webmanifest)$/.test(path) || !statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  if (bytes.length < 400) continue;
  const small = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  if (small.length < bytes.length * 0.95) writeFileSync(`${path}.br`, small);
}
