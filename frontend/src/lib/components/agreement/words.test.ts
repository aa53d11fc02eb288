// The calendar file of an agreement: the same days, in the same words, as the page, the mails and the papers.
import { beforeEach, expect, test } from 'vitest';
import { messages, need } from '$lib/messages/index.svelte';
import { view } from '../../../workbench/builders/case';
import { calendarFile } from './words';

beforeEach(async () => {
  await need('words', 'agreement');
  await messages.choose('pt-BR');
});

const OWED = { kind: 'refund', debtor: 'company', state: 'due', overdue: false, breached: false } as const;
const file = (zone: string, due: string) => calendarFile(view({ zone, obligations: [{ id: 1, due, ...OWED }] }));

test('an obligation stands on its last day, wherever the device is', () => {
  // The end of Monday in Manaus, an hour into Tuesday where these tests run.
  const text = file('America/Manaus', '2026-12-29T04:00:00.000Z');
  expect(text).toContain('DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20261229\r\n');
  expect(text).toContain('Até segunda\\, 28 de dezembro');
  expect(file('UTC', '2027-01-01T00:00:00.000Z')).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
});
