// Sizes are tokens: text and its lines in rem, so that the reader's own font size counts; spacing and radii where a
// token has exactly that value. A size between two tokens may stay in px, except for text.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(css|svelte)$/.test(path))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }))
  .map(({ path, text }) => ({ path, text, css: path.endsWith('.css') ? text : styleOf(text) }));
const tokens = files.find((file) => file.path === 'styles/tokens.css')?.css ?? '';
const others = files.filter((file) => file.path !== 'styles/tokens.css');

function styleOf(component: string): string {
  return [...component.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((found) => found[1]).join('\n');
}

interface Declaration {
  path: string;
  property: string;
  value: string;
}
function declarations(property: RegExp): Declaration[] {
  return others.flatMap(({ path, css }) =>
    [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g)]
      .map((found) => ({ path, property: found[1] ?? '', value: found[2] ?? '' }))
      .filter((one) => property.test(one.property)),
  );
}
const said = (one: Declaration) => `${one.path}: ${one.property}: ${one.value}`;
/** The lengths that have a token, in px as a style sheet would write them. */
const tokened = (name: RegExp) =>
  new Set(
    [...tokens.matchAll(/--(\w+):\s*(\d+px);/g)]
      .filter((found) => name.test(found[1] ?? ''))
      .map((found) => found[2] ?? ''),
  );

test('text and its lines are never measured in px', () => {
  const sized = declarations(/^(font|font-size|line-height)$/);
  expect(sized.length).toBeGreaterThan(300);
  expect(sized.filter((one) => /\d(px|pt)\b/.test(one.value)).map(said)).toEqual([]);
});

test('the tokens of text are in rem', () => {
  const sized = [...tokens.matchAll(/--([tl]-\d+):\s*([^;]+);/g)];
  expect(sized.length).toBeGreaterThan(20);
  expect(sized.filter((found) => !/^[\d.]+rem$/.test(found[2] ?? '')).map((found) => found[0])).toEqual([]);
  for (const [, name, value] of sized)
    expect(`${name} ${parseFloat(value ?? '') * 16}`).toBe(`${name} ${name?.slice(2)}`);
});

test.each([
  ['spacing', /^s\d+$/, /^(row-gap|column-gap|gap|padding|margin)(-|$)/],
  ['radii', /^r\w$/, /^border(-\w+)*-radius$/],
])('%s that have a token use it', (_, name, property) => {
  const known = tokened(name);
  expect(known.size).toBeGreaterThan(3);
  const found = declarations(property);
  expect(found.length).toBeGreaterThan(30);
  expect(
    found.filter((one) => one.value.split(/[\s()]+/).some((length) => known.has(length.replace(/^-/, '')))).map(said),
  ).toEqual([]);
});

test('no element carries a size of text in its own style', () => {
  const found = files.filter((file) => /style(:font-size|="[^"]*font)/.test(file.text));
  expect(found.map((file) => file.path)).toEqual([]);
});
