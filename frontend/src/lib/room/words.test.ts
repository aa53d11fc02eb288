// The lists of phrases, against sentences that were marked by hand (tests/golden/words), and what is refused in a list.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '$lib/api/types';
import { fold } from '$lib/messages/fold';
import { LANGUAGES } from '$lib/messages/index.svelte';
import { WORDS, wordLists } from '../../workbench/builders/words';
import { heated, type Heat, type HeatKind } from './heat';
import { readWords } from './words';

interface Sentence {
  line: number;
  text: string;
  marked: { kind: HeatKind; phrase: string }[];
}

const golden = (name: string) => readFileSync(resolve('../tests/golden/words', name), 'utf8').split('\n');
/** The lines of a file that are neither empty nor a note, as `first | second`. */
const pairs = (name: string) =>
  golden(name).flatMap((row, at) => {
    const [first, second] = row.split(/ \| (.*)/s);
    return row === '' || row.startsWith('#') || second === undefined ? [] : [{ line: at + 1, first: first!, second }];
  });

function sentences(language: Language): Sentence[] {
  return pairs(`${language}.txt`).map(({ line, first, second }) => {
    const kinds = first === 'none' ? [] : (first.split(' ') as HeatKind[]);
    const phrases = [...second.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!);
    expect(phrases.length, `${language}.txt, line ${line}`).toBe(kinds.length);
    return {
      line,
      text: second.replace(/[{}]/g, ''),
      marked: kinds.map((kind, at) => ({ kind, phrase: phrases[at]! })),
    };
  });
}

type Marked = Sentence['marked'];
const found = (text: string, professional: boolean): Marked =>
  heated(text, professional, wordLists).map(({ from, to, kind }: Heat) => ({ kind, phrase: text.slice(from, to) }));
const told = (marked: Marked): string => marked.map(({ kind, phrase }) => `${kind} {${phrase}}`).join(', ') || 'none';
/** The same in whatever spelling. */
const bare = (marked: Marked): Marked =>
  marked.map(({ kind, phrase }) => ({ kind, phrase: fold(phrase).replace(/\s+/g, ' ') }));

describe.each(LANGUAGES)('the sentences of %s', (language) => {
  const all = sentences(language);
  test('are two hundred, and half of them harmless', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ marked }) => marked.length === 0).length).toBeGreaterThanOrEqual(90);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });
  test('are marked as by hand, for a professional and for everybody', () => {
    const wrong = all.flatMap(({ line, text, marked }) =>
      [true, false].flatMap((professional) => {
        const wanted = told(marked.filter(({ kind }) => professional || kind !== 'evasive'));
        const got = told(found(text, professional));
        return got === wanted ? [] : [`line ${line} marks ${got}, not ${wanted}: ${text}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test.each<[how: string, spell: (text: string) => string[]]>([
    ['without accents', (text) => [text.normalize('NFD').replace(/\p{M}/gu, '')]],
    ['with accents that are signs of their own', (text) => [text.normalize('NFD')]],
    ['with double spaces', (text) => [text.replaceAll(' ', '  ')]],
    ['with blanks that do not break', (text) => [text.replaceAll(' ', '\u00a0')]],
    [
      'with one word in capitals',
      (text) => text.split(' ').map((_, at, words) => words.map((w, i) => (i === at ? w.toUpperCase() : w)).join(' ')),
    ],
  ])('are marked the same %s', (how, spell) => {
    // One word more in capitals may be the one that makes a shout of a sentence.
    const quiet = how.includes('capitals') ? all.filter(({ marked }) => marked[0]?.kind !== 'shouting') : all;
    const wrong = quiet.flatMap(({ line, text, marked }) =>
      spell(text).flatMap((spelt) => {
        const [got, wanted] = [told(bare(found(spelt, true))), told(bare(marked))];
        return got === wanted ? [] : [`line ${line} marks ${got}, not ${wanted}: ${spelt}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a list of phrases', () => {
  test.each(LANGUAGES)('in %s comes without a fault', (language) => {
    const { phrases, faults } = readWords(WORDS[language]);
    expect(faults).toEqual([]);
    expect(new Set(phrases.map(({ section }) => section)).size).toBe(7);
  });
  test.each(pairs('wrong.txt'))('is told what is wrong with $second', ({ first, second }) => {
    const { phrases, faults } = readWords(`[insult]\nbefore\n${second.replace('…', 'x'.repeat(1501))}\nbehind`);
    expect(faults).toEqual(first === 'right' ? [] : [{ line: 3, what: first }]);
    expect(phrases.length).toBeGreaterThanOrEqual(first === 'section' ? 1 : 2);
  });
  test('of a section that nobody knows is left out, and its line told once', () => {
    const { phrases, faults } = readWords('a\nb\n[rude]\nc\nd\n[insult]\ne');
    expect(faults).toEqual([
      { line: 1, what: 'section' },
      { line: 3, what: 'section' },
    ]);
    expect(phrases).toHaveLength(1);
  });
  test('reads the longest message in no time, whatever it says', () => {
    for (const text of [
      'a'.repeat(10_000),
      'voce e muito '.repeat(770),
      'you are such a '.repeat(660),
      'E '.repeat(5000),
    ]) {
      const begun = performance.now();
      heated(text, true, wordLists);
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});
