// Clauses of the library: chosen in the editor, read on the card, in the check before accepting, and in the summary of
// the agreement.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { forgetLibraries } from '$lib/room/clauses.svelte';
import { agreement, better, problem, refund, terms, view } from '../../../workbench/builders/case';
import { chosen, clauseLibrary } from '../../../workbench/builders/clauses';
import { room } from '../../../workbench/builders/room';
import { prepareTests, press, sends, server, show, speak } from '../../../workbench/show';
import Review from '../agreement/Review.svelte';
import AcceptSheet from './AcceptSheet.svelte';
import ProposalCard from './ProposalCard.svelte';
import ProposalEditor from './ProposalEditor.svelte';

prepareTests();
const nothing = () => undefined;
const writing = () => room(view({ proposals: [], allowed: ['proposal.make'], writable: ['joint'] }));
const offered = () =>
  better({
    awaits_you: true,
    terms: { ...terms([refund()]), chosen: chosen() },
    clause_changes: [
      { clause: 'release_at_signature', what: 'same', value_before: null, value_after: null },
      { clause: 'late_penalty', what: 'changed', value_before: 100, value_after: 200 },
      { clause: 'forum_consumer', what: 'new', value_before: null, value_after: null },
      { clause: 'interest_legal', what: 'dropped', value_before: null, value_after: null },
    ],
  });
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (control: HTMLInputElement, value: string) => fireEvent.input(control, { target: { value } });

async function editor(dense = false) {
  await speak('pt-BR');
  const given = writing();
  const shown = show(ProposalEditor, { room: given, channel: 'joint', onclose: nothing }, { dense });
  const amount = screen.getAllByRole<HTMLInputElement>('textbox').find((one) => one.inputMode === 'decimal')!;
  await type(amount, '900');
  await screen.findByRole('button', { name: 'Multa por atraso' });
  return { ...shown, send: sends(given) };
}

test('a chip chooses a clause, says what it means, and sends it with its number', async () => {
  const { send, text } = await editor(true);
  await press('Multa por atraso');
  expect(text()).toContain('Quem atrasar um pagamento paga mais 2% do valor atrasado.');
  expect(text()).toContain('De 0,01 a 2. Limite: Código de Defesa do Consumidor, art. 52, § 1º.');
  await type(field(/^Quanto \(%\)/), '1,5');
  expect(text()).toContain('paga mais 1,5% do valor atrasado');
  await press(/Enviar proposta/);
  await waitFor(() => expect(send).toHaveBeenCalledOnce());
  expect(send.mock.calls[0]![0]).toMatchObject({ terms: { chosen: [{ clause: 'late_penalty', value: 150 }] } });
});

test('of two clauses that cannot stand together the one pressed last stays', async () => {
  const { text } = await editor();
  await press('Quitação quando tudo for cumprido');
  await press('Quitação já na assinatura');
  const pressed = () => screen.getAllByRole('button', { pressed: true }).map((one) => one.textContent?.trim());
  expect(pressed()).toEqual(['Quitação já na assinatura']);
  expect(text()).toContain('Os direitos que a lei dá a quem consome e que não podem ser renunciados continuam');
  await press('Quitação já na assinatura');
  expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
});

test('a number beyond the law is told at once, and nothing is sent', async () => {
  const { send, text } = await editor(true);
  await press('Multa por atraso');
  await type(field(/^Quanto \(%\)/), '10');
  expect(text()).toContain('O número passa do limite, ou fica abaixo dele.');
  await press(/Enviar proposta/);
  expect(send).not.toHaveBeenCalled();
  await press('Menos');
  await press(/Enviar proposta/);
  await waitFor(() => expect(send).toHaveBeenCalledOnce());
  expect(send.mock.calls[0]![0]).toMatchObject({ terms: { chosen: [{ clause: 'late_penalty', value: 200 }] } });
});

test('the card says each clause in plain words, what changed, and what is given up by it', async () => {
  await speak('pt-BR');
  const given = view({ proposals: [offered()], allowed: ['proposal.accept'] });
  const { text } = show(ProposalCard, { view: given, proposal: offered(), run: server() });
  await waitFor(() => expect(text()).toContain('Multa: Quem atrasar um pagamento paga mais 2% do valor atrasado.'));
  expect(text()).toContain('antes 1%');
  expect(text()).toMatch(/onde mora quem reclamou\. novo/);
  expect(text()).toContain('Juros e correção da lei saiu');
  expect(text()).toContain('art. 51, I');
});

test('nobody accepts a clause whose words are not on the screen', async () => {
  await speak('pt-BR');
  forgetLibraries();
  const asked = vi.spyOn(api, 'clauses').mockResolvedValueOnce({ ok: false, problem: problem({ code: 'offline' }) });
  const given = view({ proposals: [offered()] });
  const run = server();
  const { text } = show(AcceptSheet, { view: given, proposal: offered(), run, onclose: nothing });
  await screen.findByRole('button', { name: /Tentar de novo/ });
  await press(/Sim, aceito/);
  expect(run).not.toHaveBeenCalled();
  asked.mockResolvedValue({ ok: true, value: clauseLibrary('pt-BR') });
  await press(/Tentar de novo/);
  await waitFor(() => expect(text()).toContain('paga mais 2% do valor atrasado'));
  await press(/Sim, aceito/);
  await waitFor(() => expect(run).toHaveBeenCalledOnce());
});

test.each([
  ['pt-BR', 'O que este acordo encerra', 'Quem atrasar um pagamento paga mais 2%', 'art. 51, I'],
  ['en', 'What this agreement settles for good', 'Whoever pays late pays 2% more', 'art. 51, I'],
] as const)(
  'the summary in %s says what is settled for good, what follows from delay, and what is given up',
  async (language, ...words) => {
    await speak(language);
    const agreed = agreement({ terms: { ...terms([refund()]), chosen: chosen() } });
    const { text } = show(Review, { room: room(view({ phase: 'agreed', agreement: agreed })), agreement: agreed });
    await waitFor(() => expect(text()).toContain(words[1]));
    for (const said of words) expect(text()).toContain(said);
  },
);
