// What is wrong with a form, above it: only what can be corrected is counted.
import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { ownProblem } from '$lib/api/client';
import { Submission } from '$lib/submission.svelte';
import { prepareTests, show, speak } from '../../../workbench/show';
import FaultSummary from './FaultSummary.svelte';

prepareTests();

test('says of a lost connection that, and not that there is anything to correct', async () => {
  await speak('pt-BR');
  const sending = new Submission();
  await sending.send(async () => ({ ok: false as const, problem: ownProblem('offline') }));
  const { text } = show(FaultSummary, { sending });
  expect(text()).toBe('Não há conexão com o servidor. O que você escreveu continua aqui.');
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.getByRole('alert').hasAttribute('data-summary')).toBe(true);
});

test('counts the fields alone where the whole has a fault, too', async () => {
  await speak('pt-BR');
  const sending = new Submission();
  await sending.fail({ '': 'Fora do prazo.', name: 'Diga o nome' });
  const { text } = show(FaultSummary, { sending });
  expect(text()).toContain('Fora do prazo.');
  expect(screen.getByRole('heading').textContent).toContain('1 ponto');
});
