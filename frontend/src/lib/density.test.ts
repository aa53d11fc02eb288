// Density is inherited: a component that took it as a prop could be loose on a dense page, or the other way round.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const components = readdirSync('src', { recursive: true, encoding: 'utf8' })
  // The development page gives each example the density it asks for.
  .filter((path) => path.endsWith('.svelte') && !path.startsWith('workbench/'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));
const where = (found: RegExp) => components.filter(({ text }) => found.test(text)).map(({ path }) => path);

test('no component takes or passes density as a prop', () => {
  expect(where(/isDense\(\)/).length).toBeGreaterThan(20);
  expect(where(/\bdense\??: boolean|\s\{dense\}|<[A-Z]\w*[^<>]*\sdense[\s/>]/)).toEqual([]);
});
