import { expect, test } from 'vitest';
import { seen, seenText } from './pasted';

test.each([
  ['Word', 'uma\u000bduas'],
  ['a PDF viewer', 'uma\u000cduas'],
  ['Mac notes', 'uma\u2028duas'],
  ['Windows', 'uma\r\nduas'],
  ['an old system', 'uma\u0085duas'],
])('lines from %s are lines', (_, text) => {
  expect(seenText(text)).toBe('uma\nduas');
});

test('what nobody sees is not sent, and accents, emoji and tabs are', () => {
  expect(seenText('\ufeffR$\u00a01.200\u202a, até amanhã\u202c\u0000\t👍🏽')).toBe('R$\u00a01.200, até amanhã\t👍🏽');
});

test('every text of a command is meant, and nothing else of it', () => {
  const terms = { obligations: [{ description: 'a\u000bb', money: { amount: 5 }, due: null }], clauses: ['c\u2029d'] };
  const read = { obligations: [{ description: 'a\nb', money: { amount: 5 }, due: null }], clauses: ['c\nd'] };
  expect(seen({ type: 'proposal.make', terms })).toEqual({ type: 'proposal.make', terms: read });
});
