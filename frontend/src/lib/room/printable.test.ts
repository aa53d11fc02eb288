import { beforeAll, expect, test } from 'vitest';
import { messages, need } from '$lib/messages/index.svelte';
import { needPrintable, printFault, unprintable } from './printable.svelte';

test('nothing is marked before the table is there', () => expect(unprintable('Paz 🕊')).toEqual([]));

test('once it is there a sign is named', async () => {
  await needPrintable();
  expect(unprintable('Paz 🕊')).toEqual(['🕊']);
});

test.each([
  ['São João, niño, ½ € – Łódź Ω', []],
  ['Юрий Щукин, Ελένη, Çağrı', []],
  ['linha\nlinha\u00a0com\u200bespaços\ufe0f', []],
  ['山 e 🏠, outra vez 山', ['山', '🏠']],
])('%s', async (text, signs) => {
  await needPrintable();
  expect(unprintable(text)).toEqual(signs);
});

beforeAll(() => need('words', 'sheets'));
test.each([
  ['pt-BR', /O documento não consegue imprimir 山 🏠/],
  ['es', /El documento no puede imprimir 山 🏠/],
  ['en', /The document cannot print 山 🏠/],
] as const)('the signs are named in %s', async (language, said) => {
  await messages.choose(language);
  await needPrintable();
  expect(printFault('山 🏠')).toMatch(said);
  expect(printFault('Paz')).toBeUndefined();
});
