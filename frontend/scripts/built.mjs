// What Vite built, as its manifest tells it: which files a page, a chunk or a text needs.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const path = (from) => fileURLToPath(new URL(`../${from}`, import.meta.url));
const manifest = JSON.parse(readFileSync(path('.svelte-kit/output/client/.vite/manifest.json'), 'utf8'));
const nodes = '.svelte-kit/generated/client-optimized/nodes';

/** The key of the one entry of the manifest that this is true of. */
function only(what, wanted) {
  const found = Object.keys(manifest).filter((key) => wanted(key, manifest[key]));
  if (found.length !== 1) throw new Error(`scripts/built.mjs: ${found.length} chunks are ${what}`);
  return found[0];
}

/** The page of a route, as `cases/[case]/+page`. */
export function node(route) {
  const name = readdirSync(path(nodes)).find((one) =>
    readFileSync(path(`${nodes}/${one}`), 'utf8').includes(`/src/routes/${route}.svelte"`),
  );
  return only(`the page ${route}`, (key) => key === `${nodes}/${name}`);
}
export const chunk = (name) => only(`the chunk ${name}`, (key, one) => key.startsWith('_') && one.name === name);
/** A module that is imported when it is wanted. */
export const later = (module) => only(`the module ${module}`, (key) => key === module);
export const text = (language, part) => later(`../src/locales/${language}/${part}.ftl?raw`);

/** @param {Set<string>} files */
export function add(files, key) {
  const { file, css = [], imports = [] } = manifest[key];
  if (files.has(file)) return;
  files.add(file);
  css.forEach((one) => files.add(one));
  imports.forEach((one) => add(files, one));
}
