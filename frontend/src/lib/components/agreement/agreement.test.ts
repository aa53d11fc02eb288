// From reading an agreement to its fulfilment, as each side meets it.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseView, ObligationView } from '$lib/api/types';
import { agreement, companysView, days, obligation, signing, view } from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import Fulfilment from './Fulfilment.svelte';
import Receipt from './Receipt.svelte';
import Review from './Review.svelte';
import Sign from './Sign.svelte';
import Signers from './Signers.svelte';

prepareTests();
const nothing = () => undefined;

describe('what was agreed', () => {
  const owed = (over: Partial<ObligationView>, about: Partial<CaseView> = {}) => {
    const own = room(
      view({ phase: 'settled', agreement: agreement({ state: 'sealed' }), obligations: [obligation(over)], ...about }),
    );
    return { send: sends(own), ...show(Fulfilment, { room: own }) };
  };
  test.each([
    ['pt-BR', 'Já cumpri', 'Loja Aurora ainda não informou'],
    ['es', 'Ya cumplí', 'Loja Aurora todavía no informó'],
  ] as const)('is reported by whoever owes it, and waited for by the other, in %s', async (language, report, waits) => {
    await speak(language);
    owed({ debtor: 'consumer', kind: 'deliver', id: 2 });
    expect(screen.getByRole('button', { name: report })).toBeDefined();
    expect(owed({}).text()).toContain(waits);
    expect(screen.getAllByRole('button', { name: report })).toHaveLength(1);
  });
  test('is confirmed in one press once it was reported', async () => {
    await speak('pt-BR');
    const { send } = owed({ state: 'reported' });
    await press('Sim, foi cumprido');
    expect(send).toHaveBeenCalledWith({ type: 'obligation.confirm', id: 1 });
  });
  test('that did not arrive is disputed in words', async () => {
    await speak('es');
    const { send } = owed({ state: 'reported' });
    await press('No se cumplió');
    const asked = await dialog();
    await fireEvent.input(asked.getByRole('textbox'), { target: { value: 'No llegó.' } });
    await fireEvent.click(asked.getAllByRole('button').at(-1)!);
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'obligation.dispute', id: 1, text: 'No llegó.' }));
  });
  test('and was broken gives the creditor what a court needs, the debtor not', async () => {
    await speak('pt-BR');
    const papers: CaseView['papers'] = [
      { paper: 'enforcement', number: 1, at: days(-1), pdf_hash: 'a3', may_take: true },
    ];
    owed({ breached: true, overdue: true, due: days(-20) }, { papers });
    expect(screen.getByRole('link', { name: 'Dossiê para execução (PDF)' }).getAttribute('href')).toContain(
      'enforcement.pdf',
    );
    owed({ breached: true, debtor: 'consumer' }, { papers });
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });
  test('is over once everything is confirmed', async () => {
    await speak('pt-BR');
    expect(owed({ state: 'confirmed' }).text()).toContain('Tudo foi cumprido.');
    expect(owed({ state: 'presumed' }).text()).not.toContain('Tudo foi cumprido.');
  });
});

test.each([
  ['pt-BR', 'ainda não assinou', /senha/],
  ['es', 'todavía no firmó', /contraseña/],
] as const)('the signers say in %s who signed how, and who did not', async (language, missing, how) => {
  await speak(language);
  const { text } = show(Signers, { view: signing() });
  expect(text().split(missing)).toHaveLength(3);
  expect(text()).toMatch(how);
});

describe('reading before signing', () => {
  test('says first what the other will do, and what if nobody does', async () => {
    await speak('pt-BR');
    const { text } = show(Review, { room: room(signing()), agreement: agreement() });
    expect(text().indexOf('Loja Aurora vai')).toBeLessThan(text().indexOf('Você vai'));
    expect(text()).toContain('pode ser cobrado direto na Justiça');
  });
  test('ends where somebody finds the text wrong, for a reason', async () => {
    await speak('pt-BR');
    const own = room(signing());
    const send = sends(own);
    show(Review, { room: own, agreement: agreement() });
    await press('Algo não está certo');
    const asked = await dialog();
    await fireEvent.click(asked.getAllByRole('radio')[2]!);
    await fireEvent.click(asked.getByRole('button', { name: 'Devolver para a conversa' }));
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'agreement.refuse', ground: 'changed_mind' }));
  });
  test('shows its signature to whoever gave it, and who is missing', async () => {
    await speak('es');
    const signed = agreement();
    Object.assign(signed.signers[0]!, { signed_at: days(-0.1), method: 'email_code' });
    expect(show(Review, { room: room(signing({ agreement: signed })), agreement: signed }).text()).toMatch(
      /Usted firmó\. Faltan: Loja Aurora \(Bruna\)/,
    );
  });
});

describe('signing', () => {
  const open = (given: CaseView) => {
    const own = room(given);
    return {
      send: sends(own),
      ...show(Sign, { room: own, agreement: agreement(), ondone: nothing, onreplaced: nothing }),
    };
  };
  test.each([
    ['pt-BR', 'Enviar o código'],
    ['es', 'Enviar el código'],
  ] as const)('asks for a code about the very text that was read, in %s', async (language, words) => {
    await speak(language);
    const challenge = vi.spyOn(api, 'challenge');
    const { container } = open(signing());
    await press(words);
    await waitFor(() => expect(container.querySelector('#code')).not.toBeNull());
    expect(challenge).toHaveBeenCalledWith(signing().id, 1, agreement().document_hash);
  });
  test('sends nothing while something is missing, and says what', async () => {
    await speak('pt-BR');
    const { send, container } = open(signing());
    await fireEvent.submit(container.querySelector('form')!);
    expect((await screen.findByRole('alert')).textContent).toMatch(/\S{3}/);
    expect(send).not.toHaveBeenCalled();
  });
  test("asks the company's signer for the authority, nobody else", async () => {
    await speak('pt-BR');
    expect(open(companysView({ phase: 'agreed', agreement: agreement() })).text()).toContain('Com que poderes');
    expect(open(signing()).text()).not.toContain('Com que poderes');
  });
  test('goes back to reading where the text was replaced meanwhile', async () => {
    await speak('pt-BR');
    const onreplaced = vi.fn();
    const { rerender } = render(Sign, { room: room(signing()), agreement: agreement(), ondone: nothing, onreplaced });
    expect(onreplaced).not.toHaveBeenCalled();
    await rerender({ agreement: agreement({ version: 2 }) });
    await waitFor(() => expect(onreplaced).toHaveBeenCalled());
  });
});

test('a receipt offers the sealed copy only once it is sealed', async () => {
  await speak('pt-BR');
  const done = agreement({ state: 'concluded' });
  expect(show(Receipt, { room: room(signing({ agreement: done })), agreement: done }).text()).not.toContain(
    'Baixar o acordo (PDF)',
  );
  const sealed = agreement({ state: 'sealed', sealed_pdf_hash: 'd4'.repeat(32) });
  expect(
    show(Receipt, { room: room(signing({ phase: 'settled', agreement: sealed })), agreement: sealed }).text(),
  ).toContain('Baixar o acordo (PDF)');
});
