// The proposal that somebody is writing: what it starts from, and what its writer reads before sending it.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { better, companysView, proposal, refund, terms, view } from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import { needPrintable } from '$lib/room/printable.svelte';
import ProposalEditor from './ProposalEditor.svelte';

prepareTests();
const nothing = () => undefined;
const asked = proposal({
  number: 1,
  author: 'consumer',
  yours: true,
  state: 'superseded',
  terms: terms([refund(1500)]),
});
const answering = () =>
  room(view({ proposals: [asked, better({ awaits_you: true })], allowed: ['proposal.make'], writable: ['joint'] }));
const amounts = () => screen.getAllByRole<HTMLInputElement>('textbox').map((field) => field.value);

test("a counter-offer starts from the writer's own last offer, not from the other side's", async () => {
  await speak('pt-BR');
  show(ProposalEditor, { room: answering(), channel: 'joint', answers: better(), onclose: nothing });
  expect(amounts()).toContain('1.500');
  expect(amounts()).not.toContain('1.200');
});

test.each([
  ['pt-BR', 'O que você pede', 'Conferir antes de enviar', 'Como Loja Aurora vai ver'],
  ['es', 'Lo que usted pide', 'Revisar antes de enviar', 'Cómo lo verá Loja Aurora'],
] as const)('the last look in %s speaks to whoever sends', async (language, look, check, folded) => {
  await speak(language);
  const given = answering();
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: better(), onclose: nothing });
  const send = sends(given);
  await press(check);
  expect(screen.getByRole('heading', { name: look })).toBeDefined();
  const before = text().split(folded)[0]!;
  // "You" is whoever sends it; the company appears under its name.
  expect(before).not.toMatch(/(Você|Usted)\s+R\$/);
  expect(screen.getByText(folded).closest('details')!.open).toBe(false);
  expect(send).not.toHaveBeenCalled();
});

test('what is no plain amount is refused with a hint, and what was read is said back', async () => {
  await speak('pt-BR');
  const given = answering();
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: better(), onclose: nothing });
  const send = sends(given);
  expect(text()).toContain('Lido: 1.500,00 reais brasileiros');
  const field = screen.getAllByRole<HTMLInputElement>('textbox').find((one) => one.value === '1.500')!;
  field.value = '1.280 ou 1.300';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await press('Conferir antes de enviar');
  expect(send).not.toHaveBeenCalled();
  expect(text()).not.toContain('Lido:');
  expect((await dialog()).getAllByText(/valor/i).length).toBeGreaterThan(0);
});

test('the company, too, is "you" in its own last look', async () => {
  await speak('pt-BR');
  const given = room(companysView({ proposals: [], allowed: ['proposal.make'], writable: ['joint'] }));
  show(ProposalEditor, { room: given, channel: 'joint', onclose: nothing });
  const field = screen.getAllByRole<HTMLInputElement>('textbox').find((one) => one.inputMode === 'decimal')!;
  field.value = '900';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await press('Conferir antes de enviar');
  expect(screen.getByRole('heading', { name: 'O que você oferece' })).toBeDefined();
});

test('a sign that the agreement cannot print is named while it is typed, and nothing is sent', async () => {
  await speak('pt-BR');
  await needPrintable();
  const given = answering();
  const { text } = show(
    ProposalEditor,
    { room: given, channel: 'joint', answers: better(), onclose: nothing },
    { dense: true },
  );
  const send = sends(given);
  // What was complained of stands beside what is offered.
  expect(screen.getByText('Reclamação de Marina').closest('details')!.open).toBe(true);
  expect(text()).toContain('Refrigerador Polar 400');
  await press('Acrescentar condição');
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Condição 1' });
  await fireEvent.input(field, { target: { value: 'Paz 🕊' } });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(text()).toContain('O documento não consegue imprimir 🕊. Escreva esse sinal com palavras.');
  await press(/Enviar proposta/);
  expect(send).not.toHaveBeenCalled();
  await fireEvent.input(field, { target: { value: 'Paz' } });
  await press(/Enviar proposta/);
  expect(send).toHaveBeenCalledOnce();
});

test('an answer moves to the offer that took the place of the one it was begun for', async () => {
  await speak('pt-BR');
  const newer = better({ number: 3, awaits_you: true, terms: terms([refund(1300)]) });
  const given = room(
    view({
      proposals: [asked, better({ state: 'superseded' }), newer],
      allowed: ['proposal.make'],
      writable: ['joint'],
    }),
  );
  const send = sends(given);
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: better(), onclose: nothing });
  expect(text()).toMatch(/R\$\s1\.300/);
  expect(text()).not.toMatch(/R\$\s1\.200/);
  await press('Conferir antes de enviar');
  await press(/Enviar proposta/);
  await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ answers: 3 })));
});

test('an answer to an offer that was withdrawn says so, shows no figure of it, and goes as a new one', async () => {
  await speak('pt-BR');
  const given = room(
    view({
      proposals: [asked, better({ state: 'withdrawn' })],
      allowed: ['proposal.make'],
      writable: ['joint'],
    }),
  );
  const send = sends(given);
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: better(), onclose: nothing });
  expect(text()).toContain('A proposta 2 não está mais em aberto');
  expect(text()).not.toMatch(/R\$\s1\.200/);
  await press('Conferir antes de enviar');
  await press(/Enviar proposta/);
  await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ answers: null })));
});

test('of two offers that are gone the one that was answered last is named', async () => {
  await speak('pt-BR');
  const given = room(
    view({
      proposals: [asked, better({ state: 'superseded' }), better({ number: 3, state: 'withdrawn' })],
      allowed: ['proposal.make'],
      writable: ['joint'],
    }),
  );
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: better(), onclose: nothing });
  expect(text()).toContain('A proposta 3 não está mais em aberto');
  expect(text()).not.toContain('A proposta 2 não está');
});

test('an offer that came and went meanwhile is not announced, and the preview bears the number that is next', async () => {
  await speak('pt-BR');
  const given = answering();
  const { text } = show(
    ProposalEditor,
    { room: given, channel: 'joint', answers: better(), onclose: nothing },
    { dense: true },
  );
  expect(text()).toContain('Proposta 3 de Marina');
  expect(text()).not.toContain('Chegou uma proposta nova');
  const came = (state: 'open' | 'withdrawn') =>
    view({
      proposals: [asked, better({ state: 'superseded' }), better({ number: 3, state, awaits_you: state === 'open' })],
      allowed: ['proposal.make'],
      writable: ['joint'],
    });
  given.case = came('open');
  await waitFor(() => expect(text()).toContain('Chegou uma proposta nova'));
  expect(text()).toContain('Proposta 4 de Marina');
  given.case = came('withdrawn');
  await waitFor(() => expect(text()).not.toContain('Chegou uma proposta nova'));
  expect(text()).toContain('Proposta 4 de Marina');
});

test('what the company offered is called its proposal, and never what it asked for', async () => {
  await speak('pt-BR');
  const mine = proposal({ number: 1, author: 'company', yours: true, state: 'countered', terms: terms([refund(900)]) });
  const theirs = proposal({
    number: 2,
    author: 'consumer',
    yours: false,
    awaits_you: true,
    terms: terms([refund(1500)]),
  });
  const given = room(companysView({ proposals: [mine, theirs], allowed: ['proposal.make'], writable: ['joint'] }));
  const { text } = show(ProposalEditor, { room: given, channel: 'joint', answers: theirs, onclose: nothing });
  expect(text()).toMatch(/Proposta 2 de Marina: R\$\s1\.500/);
  expect(text()).toMatch(/Sua proposta 1: R\$\s900/);
  expect(text()).not.toMatch(/Você pediu|Marina oferece|pedido de/);
});
