// After the build: moves SvelteKit's inline start script into a file, so that the page runs under
// `script-src 'self'`, and puts a brotli copy beside everything that compresses.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const build = new URL('../build', import.meta.url).pathname;
const page = join(build, 'index.html');
let html = readFileSync(page, 'utf8');
let moved = 0;
html = html.replace(/<script>([\s\S]*?)<\/script>/g, (_, code) => {
  // The start script mounts the page in its own parent, so it stays where it was.
  const name = `start-${createHash('sha256').update(code).digest('hex').slice(0, 10)}.js`;
  writeFileSync(join(build, '_app/immutable', name), code);
  moved += 1;
  return `<script src="/_app/immutable/${name}"></script>`;
});
if (moved === 0 || /<script>|\son\w+=/.test(html))
  throw new Error('index.html still holds inline script, or the start script was not found');
writeFileSync(page, html);

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
