// The calendar file of an agreement: the same days and words as on the page, in mails and in papers.
import { beforeEach, expect, test } from 'vitest';
import { messages, need } from '$lib/messages/index.svelte';
import { obligation, view } from '../../../workbench/builders/case';
import { calendarFile, does } from './words';

beforeEach(async () => {
  await need('words', 'agreement');
  await messages.choose('pt-BR');
});

const file = (zone: string, due: string) => calendarFile(view({ zone, obligations: [obligation({ due })] }));

test('an obligation stands on its last day, wherever the device is', () => {
  // The end of Monday in Manaus, which is an hour into Tuesday where these tests run.
  const text = file('America/Manaus', '2026-12-29T04:00:00.000Z');
  expect(text).toContain('DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20261229\r\n');
  expect(text).toContain('Até segunda\\, 28 de dezembro');
  expect(file('UTC', '2027-01-01T00:00:00.000Z')).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
});

test('what somebody will do is a sentence with its sum, in three languages', async () => {
  const refund = {
    kind: 'refund',
    debtor: 'company',
    money: { amount: 9_000, currency: 'BRL' },
    due: { days_after_signature: 5 },
  } as const;
  const said = async (language: 'pt-BR' | 'es' | 'en') => {
    await messages.choose(language);
    return [does({ ...refund, description: 'por Pix' }), does({ ...refund, money: null })];
  };
  expect(await said('pt-BR')).toEqual(['devolver R$\u00a090 (por Pix)', 'devolver o que foi pago']);
  expect((await said('en'))[1]).toBe('give back what was paid');
  expect((await said('es'))[1]).toBe('devolver lo que se pagó');
});
