import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { need } from '$lib/messages/index.svelte';
import { emptyReport, type AgreementReport, type Report } from '$lib/record/report';
import { doubtOf, kindOf, obligationOf, phaseOf, placeOf, seatOf, verdictOf } from './report';
import Told from './Told.svelte';

beforeAll(() => need('words', 'report'));
afterEach(cleanup);

const report = (codes: string[], failures = 0): Report => ({
  ...emptyReport(),
  valid: codes.length === 0 && failures === 0,
  form: 'document',
  instance: 'demo.example/log',
  profile: 'agreement',
  events: 1,
  parts: { opened: 1, withheld: 0, erased: 0, failed: 0 },
  failures_total: failures,
  doubts: codes.map((code) => ({ code, place: '', words: '' })),
});

const agreement: AgreementReport = {
  version: 1,
  concluded_at: '2026-11-21T18:04:05.123Z',
  document_hash: 'document',
  pdf_hash: 'pdf',
  signatures: [
    {
      name: 'Ana Souza',
      seat: 'consumer',
      at: '2026-11-21T18:04:05.123Z',
      method: 'email_code',
      identity_level: 'email',
      authority: null,
    },
  ],
  due_dates: [],
  terms: {
    subject: 'Geladeira',
    language: 'pt-BR',
    parties: [{ seat: 'company', name: 'Loja Ipê Ltda.', identifier: '11.222.333/0001-81' }],
    clauses: ['Cumprido o acordo, as partes dão quitação.', 'A geladeira fica com a consumidora.'],
    obligations: [
      {
        id: 1,
        debtor: 'company',
        creditor: 'consumer',
        kind: 'refund',
        text: 'Devolução do valor',
        amount: { amount: 50_000, currency: 'BRL' },
        due: { days_after_signature: 5, working_days: true },
      },
    ],
  },
};

test('a PDF whose attachments are genuine is neither valid nor false', () => {
  expect(verdictOf(report([]))).toBe('valid');
  expect(verdictOf(report(['pages_unchecked']))).toBe('attached');
  expect(verdictOf(report(['pages_unchecked', 'key_ended']))).toBe('unclear');
  expect(verdictOf(report(['no_proof']))).toBe('unclear');
  expect(verdictOf(report(['pages_unchecked'], 1))).toBe('invalid');
  expect([doubtOf('no_proof'), doubtOf('no_record')]).toEqual(['proof', 'record']);
  expect([kindOf('key_unknown'), kindOf('root'), kindOf('of_tomorrow')]).toEqual(['house', 'chain', 'content']);
  expect([placeOf('caucus:consumer'), placeOf('notes:mediator')]).toEqual(['caucus', null]);
});

test('what a newer house wrote is shown as it stands', () => {
  expect([phaseOf('agreed'), phaseOf('of_tomorrow'), seatOf('consumer'), seatOf('toString')]).toEqual([
    'agreed',
    null,
    'consumer',
    null,
  ]);
  expect(obligationOf('refund')).toBe('refund');
  const [obligation] = agreement.terms?.obligations ?? [];
  const unknown = {
    ...obligation!,
    kind: 'plant_a_tree',
    text: 'Plantar uma árvore',
    amount: { amount: 5, currency: '??' },
  };
  render(Told, { agreement: { ...agreement, terms: { ...agreement.terms!, obligations: [unknown] } } });
  expect(document.body.textContent).toContain('Plantar uma árvore');
  expect(document.body.textContent).toContain('??');
});

test('it says who signed what, by which way, and what it says', () => {
  render(Told, { agreement });
  const text = document.body.textContent ?? '';
  for (const words of [
    'Ana Souza',
    'document',
    'Loja Ipê Ltda.',
    '11.222.333/0001-81',
    '500',
    '2026',
    'UTC',
    '(Devolução do valor)',
    'Cumprido o acordo, as partes dão quitação.',
    'A geladeira fica com a consumidora.',
  ])
    expect(text).toContain(words);
  expect(screen.getByRole('listitem').textContent).toContain('Ana Souza');
});
