// From reading an agreement to its fulfilment, as each side sees it.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseView, ObligationView } from '$lib/api/types';
import {
  agreement,
  companysView,
  days,
  obligation,
  party,
  power,
  reais,
  signing,
  view,
} from '../../../workbench/builders/case';
import { agreementText } from '../../../workbench/builders/answers';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import AgreementPage from './AgreementPage.svelte';
import Fulfilment from './Fulfilment.svelte';
import Receipt from './Receipt.svelte';
import Review from './Review.svelte';
import Sign from './Sign.svelte';
import Signers from './Signers.svelte';

prepareTests();
const nothing = () => undefined;
const JUDGES = ['obligation.confirm', 'obligation.dispute', 'obligation.release'];

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
    owed({ debtor: 'consumer', kind: 'deliver', id: 2, place: 2, allowed: ['obligation.report_done'] });
    expect(screen.getByRole('button', { name: report })).toBeDefined();
    expect(owed({}).text()).toContain(waits);
    expect(screen.getAllByRole('button', { name: report })).toHaveLength(1);
  });
  test('is confirmed once it was reported, after one has read what that means', async () => {
    await speak('pt-BR');
    const { send } = owed({ state: 'reported', allowed: JUDGES, reported: reais(900) });
    await press('Sim, foi cumprido');
    expect(send).not.toHaveBeenCalled();
    const asked = await dialog();
    expect(asked.getByText(/vale para sempre/)).toBeDefined();
    await fireEvent.click(asked.getByRole('button', { name: 'Sim, foi cumprido' }));
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'obligation.confirm', id: 1 }));
  });
  test('and was reported in part is not told as never reported', async () => {
    await speak('pt-BR');
    const step = { what: 'reported', money: reais(300), on: '2026-11-20', at: days(-1) } as const;
    expect(owed({ steps: [step], owed: reais(600) }).text()).not.toContain('ainda não informou');
  });
  test('asks for another sum only where a sum is owed', async () => {
    await speak('pt-BR');
    const other = 'Recebi outro valor ou em outro dia';
    expect(owed({ state: 'reported', allowed: JUDGES, reported: reais(900) }).text()).toContain(other);
    const apology = { kind: 'apologise', money: null, owed: null } as const;
    expect(owed({ state: 'reported', allowed: JUDGES, ...apology }).text()).not.toContain(other);
  });
  test('that did not arrive is disputed in words', async () => {
    await speak('es');
    const { send } = owed({ state: 'reported', allowed: JUDGES });
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
    const over = { phase: 'closed_fulfilled' } as const;
    expect(owed({ state: 'confirmed' }, over).text()).toContain('Tudo foi cumprido.');
    expect(owed({ state: 'presumed' }, over).text()).not.toContain('Tudo foi cumprido.');
    expect(owed({ state: 'released' }, over).text()).not.toContain('Tudo foi cumprido.');
  });
  test('is reported in part, with its sum and its day', async () => {
    await speak('pt-BR');
    const { send } = owed({ debtor: 'consumer', allowed: ['obligation.report_done'], owed: reais(900) });
    await press('Já cumpri');
    const asked = await dialog();
    await fireEvent.input(asked.getByLabelText(/Quanto foi pago/), { target: { value: '900,01' } });
    await fireEvent.click(asked.getByRole('button', { name: 'Informar' }));
    expect((await asked.findByRole('alert')).textContent).toMatch(/R\$\s900/);
    await fireEvent.input(asked.getByLabelText(/Quanto foi pago/), { target: { value: '300,50' } });
    await fireEvent.input(asked.getByLabelText(/Dia em que/), { target: { value: '2026-11-20' } });
    await fireEvent.click(asked.getByRole('button', { name: 'Informar' }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith({
        type: 'obligation.report_done',
        id: 1,
        evidence: [],
        money: { amount: 30_050, currency: 'BRL' },
        on: '2026-11-20',
      }),
    );
  });
  test('and came without a report is confirmed with the day it came', async () => {
    await speak('es');
    const { send } = owed({ allowed: ['obligation.confirm', 'obligation.release'] });
    await press('Ya lo recibí');
    const asked = await dialog();
    await fireEvent.input(asked.getByLabelText(/Día en que lo recibió/), { target: { value: '2026-11-19' } });
    await fireEvent.click(asked.getByRole('button', { name: 'Confirmar la recepción' }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith({
        type: 'obligation.confirm',
        id: 1,
        money: reais(900),
        on: '2026-11-19',
      }),
    );
  });
  test('is let go of only after one has read what that means', async () => {
    await speak('en');
    const { send } = owed({ allowed: ['obligation.confirm', 'obligation.release'] });
    await press('Release');
    const asked = await dialog();
    expect(asked.getByText(/cannot be undone/)).toBeDefined();
    expect(send).not.toHaveBeenCalled();
    await fireEvent.click(asked.getByRole('button', { name: 'Release it for good' }));
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'obligation.release', id: 1, money: reais(900) }));
  });
  test('shows what is still owed, and each receipt with its day, to both', async () => {
    await speak('pt-BR');
    const paid = {
      owed: reais(600),
      confirmed: reais(300),
      steps: [{ what: 'confirmed', money: reais(300), on: '2026-11-20', at: days(-1) }],
    } satisfies Partial<ObligationView>;
    for (const side of ['consumer', 'company'] as const) {
      const { text } = owed({ ...paid }, { side, capacity: side });
      expect(text()).toMatch(/Falta R\$\s600 de R\$\s900/);
      expect(text()).toMatch(/Recebimento confirmado: R\$\s300, sexta, 20 de novembro/);
    }
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
  test('shows all that is signed: who, what is settled, each sum in words, the words of the law', async () => {
    await speak('en');
    const ask = vi.spyOn(api, 'agreementText').mockResolvedValue({ ok: true, value: agreementText });
    const { container, text } = show(Review, { room: room(signing()), agreement: agreement() });
    expect(ask).not.toHaveBeenCalled();
    await fireEvent.click(container.querySelector('summary')!);
    const whole = [agreementText.title, agreementText.opening];
    for (const { title, lines } of agreementText.sections)
      whole.push(title, ...lines.flatMap((line) => [line.label ?? '', line.text, ...line.details]));
    await waitFor(() => whole.forEach((words) => expect(text()).toContain(words)));
    // In the agreement's own language, whatever the page's is.
    expect(container.querySelector('.document')?.getAttribute('lang')).toBe('pt-BR');
  });
  test('says that the text did not come, and asks again', async () => {
    await speak('pt-BR');
    const problem = { type: '', title: '', status: 0, code: 'offline' };
    const ask = vi.spyOn(api, 'agreementText').mockResolvedValue({ ok: false, problem });
    const other = agreement({ document_hash: 'bb' });
    const { container } = show(Review, { room: room(signing({ agreement: other })), agreement: other });
    await fireEvent.click(container.querySelector('summary')!);
    await fireEvent.click(await screen.findByRole('button', { name: 'Tentar de novo' }));
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
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
  test("tells the company's signer by which power they sign, and asks for none", async () => {
    await speak('pt-BR');
    const by = agreement({ power });
    const { text, container } = show(Sign, {
      room: room(companysView({ phase: 'agreed', agreement: by })),
      agreement: by,
      ondone: nothing,
      onreplaced: nothing,
    });
    expect(text()).toContain(power.words);
    expect(container.querySelector('#authority')).toBeNull();
    expect(open(signing()).text()).not.toContain('poderes');
  });
  test('is not offered to who has no power for it, and says that somebody else must', async () => {
    await speak('pt-BR');
    const lacking = companysView({
      phase: 'agreed',
      agreement: agreement({ power_lacks: 'power_too_small' }),
      allowed: ['agreement.sign'],
    });
    const { text } = show(AgreementPage, { room: room(lacking), title: 'Acordo', ongo: nothing });
    expect(text()).toContain('Outra pessoa da empresa precisa assinar');
    expect(text()).not.toContain('Continuar para assinar');
  });
  test('is preceded by who the other side is before the law', async () => {
    await speak('pt-BR');
    const named = signing({ parties: [party('consumer'), party('company')] });
    const { text } = show(Review, { room: room(named), agreement: agreement() });
    expect(text()).toContain('Loja Aurora Comércio Ltda., 11.222.333/0001-81, Rua das Acácias, 120, São Paulo');
  });
  test('is where it was after the page was loaded again: the name typed, the code asked for', async () => {
    await speak('pt-BR');
    const challenge = vi.spyOn(api, 'challenge');
    const first = open(signing());
    await fireEvent.input(first.container.querySelector('#name')!, { target: { value: 'Marina Duarte' } });
    await press('Enviar o código');
    await waitFor(() => expect(first.container.querySelector('#code')).not.toBeNull());
    first.unmount();
    const again = open(signing());
    expect(again.container.querySelector<HTMLInputElement>('#name')?.value).toBe('Marina Duarte');
    expect(again.container.querySelector('#code')).not.toBeNull();
    expect(challenge).toHaveBeenCalledTimes(1);
    again.unmount();
    // A changed wording has to be signed anew.
    const other = agreement({ document_hash: 'cc' });
    const { container } = show(Sign, {
      room: room(signing({ agreement: other })),
      agreement: other,
      ondone: nothing,
      onreplaced: nothing,
    });
    expect(container.querySelector('#code')).toBeNull();
  });
  test('has an address: it opens there after a reload, and to whoever comes by a link the text comes first', async () => {
    await speak('pt-BR');
    const page = { room: room(signing()), title: 'Acordo', signing: true, ongo: vi.fn() };
    const first = show(AgreementPage, page);
    expect(first.container.querySelector('#sign')).toBeNull();
    await press('Continuar para assinar');
    expect(page.ongo).toHaveBeenCalledWith(true, false);
    await waitFor(() => expect(first.container.querySelector('#sign')).not.toBeNull());
    first.unmount();
    expect(show(AgreementPage, page).container.querySelector('#sign')).not.toBeNull();
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

test('what happens now is what is still to come', async () => {
  await speak('pt-BR');
  const done = agreement({ state: 'sealed' });
  const receipt = (over: Partial<ObligationView>) =>
    show(Receipt, {
      room: room(signing({ phase: 'settled', agreement: done, obligations: [obligation(over)] })),
      agreement: done,
    }).text();
  expect(receipt({ due: days(3) })).toContain('O que acontece agora');
  expect(receipt({ due: days(-3), overdue: true })).not.toContain('O que acontece agora');
  expect(receipt({ due: days(3), state: 'confirmed' })).not.toContain('O que acontece agora');
});

test('nobody is told to wait for signatures that are all there', async () => {
  await speak('pt-BR');
  const last = agreement({ sign_until: days(3) });
  const text = () =>
    show(AgreementPage, { room: room(signing({ agreement: last })), title: 'Acordo', signing: true, ongo: nothing });
  expect(text().text()).not.toContain('As outras pessoas assinam');
  await press('Continuar para assinar');
  await waitFor(() => expect(document.body.textContent).toContain('As outras pessoas assinam'));
  for (const one of last.signers) if (one.seat !== 'consumer') one.signed_at = days(-1);
  const { text: said } = text();
  expect(said()).not.toContain('As outras pessoas assinam');
});
