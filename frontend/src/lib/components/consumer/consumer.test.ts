// What the person who complained sees around the conversation.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { CaseView } from '$lib/api/types';
import { api } from '$lib/api/client';
import { account, complaint, days, deadline, mediation, view } from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import CaseCard from './CaseCard.svelte';
import ConsumerCases from './ConsumerCases.svelte';
import FeedbackSheet from './FeedbackSheet.svelte';
import Invitation from './Invitation.svelte';
import Invited from './Invited.svelte';
import Menu from './Menu.svelte';
import Tail from './Tail.svelte';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
prepareTests();
const nothing = () => undefined;

describe('below the last message', () => {
  const tail = (over: Partial<CaseView>) => {
    const own = room(view(over));
    return { send: sends(own), ...show(Tail, { room: own }) };
  };
  test.each([
    ['pt-BR', 'Enquanto a empresa não responde'],
    ['es', 'Mientras la empresa no responde'],
  ] as const)('stands in %s what to prepare until the company is there', async (language, words) => {
    await speak(language);
    expect(tail({ seats: [] }).text()).toContain(words);
    expect(tail({}).text()).not.toContain(words);
  });
  test('stands the way to the ombudsman, asked once more before', async () => {
    await speak('pt-BR');
    const { send } = tail({ allowed: ['case.escalate'] });
    await press('Pedir análise da ouvidoria');
    const asked = await dialog();
    expect(send).not.toHaveBeenCalled();
    await fireEvent.click(asked.getAllByRole('button').find((one) => one.classList.contains('pri'))!);
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'case.escalate' })));
  });
  test('stands the way on where the company’s own team is late', async () => {
    await speak('pt-BR');
    const { send, text } = tail({ phase: 'escalated_ombudsman', allowed: ['case.escalate'] });
    expect(text()).toContain('A empresa não respondeu no prazo');
    await press('Pedir análise da ouvidoria');
    const asked = await dialog();
    await fireEvent.click(asked.getAllByRole('button').find((one) => one.classList.contains('pri'))!);
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'case.escalate', ground: 'company_overdue' })),
    );
  });
  test('stands, once it is over, how it ended and what may still be done', async () => {
    await speak('es');
    const { text } = tail({ phase: 'closed_fulfilled', allowed: ['feedback.give'] });
    expect(text()).toContain('Cerrado: cumplido');
    expect(screen.getByRole('button', { name: 'Contar cómo fue' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Reabrir el caso' })).toBeNull();
  });
});

describe('telling how it was', () => {
  const sheet = (phase: CaseView['phase'] = 'closed_fulfilled') => {
    const own = room(view({ phase, allowed: ['feedback.give'] }));
    const onclose = vi.fn();
    const send = sends(own);
    show(FeedbackSheet, { room: own, onclose });
    return { send, onclose };
  };
  test('needs both answers, and says which is missing', async () => {
    await speak('pt-BR');
    const { send } = sheet();
    await press('Enviar');
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    await press('Não foi resolvido', 'radio');
    await press('Enviar');
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
    expect(send).not.toHaveBeenCalled();
  });
  test('asks what is not solved, which the company reads in a new talk', async () => {
    await speak('pt-BR');
    const { send } = sheet();
    await press('Não foi resolvido', 'radio');
    await press(/2: Ruim/, 'radio');
    await press('Enviar');
    expect((await screen.findByRole('alert')).textContent).toContain('não foi resolvido');
    await fireEvent.input(screen.getByLabelText('O que não foi resolvido?'), { target: { value: 'Falta a nota.' } });
    await press('Enviar');
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        expect.objectContaining({ type: 'feedback.give', solved: false, score: 2, unsolved: 'Falta a nota.' }),
      ),
    );
  });
  test('ends a talk about what was not solved', async () => {
    await speak('es');
    const { send } = sheet('negotiation');
    expect(screen.queryByRole('radio', { name: 'No se resolvió' })).toBeNull();
    await press(/5: Muy bueno/, 'radio');
    await press('Enviar');
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ solved: true, score: 5 })));
  });
  test('shares words with the company only where the person says so', async () => {
    await speak('es');
    const { send, onclose } = sheet();
    await press('Sí, se resolvió', 'radio');
    await press(/4: Bueno/, 'radio');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Fue rápido.' } });
    expect(screen.getByRole('checkbox')).toBeDefined();
    await press('Enviar');
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith({
      type: 'feedback.give',
      score: 4,
      solved: true,
      comment: 'Fue rápido.',
      share_comment: false,
      unsolved: null,
    });
  });
});

describe('the menu', () => {
  const menu = (allowed: string[]) => {
    const own = room(mediation({ allowed }));
    show(Menu, { room: own, onclose: nothing, onrules: nothing });
    return sends(own);
  };
  test.each([
    ['pt-BR', 'Sair da mediação', 'Retirar a reclamação'],
    ['es', 'Salir de la mediación', 'Retirar el reclamo'],
  ] as const)('offers in %s only what may be done now', async (language, leave, withdraw) => {
    await speak(language);
    menu(['mediation.leave']);
    expect(screen.getByRole('button', { name: leave })).toBeDefined();
    expect(screen.queryByRole('button', { name: withdraw })).toBeNull();
  });
  test('lets nobody leave by one press', async () => {
    await speak('pt-BR');
    const send = menu(['mediation.leave']);
    await press('Sair da mediação');
    expect(send).not.toHaveBeenCalled();
    const sure = (await screen.findAllByRole('dialog')).at(-1)!;
    await fireEvent.click(sure.querySelector('.btn.danger, .btn.pri')!);
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'mediation.leave' }));
  });
});

test.each([
  ['pt-BR', 'Mediação Paulo Reis', 'Encerrado: cumprido'],
  ['es', 'Mediación Paulo Reis', 'Cerrado: cumplido'],
] as const)('the card of a case says in %s who mediates and how it stands', async (language, mediator, closed) => {
  await speak(language);
  expect(show(CaseCard, { view: mediation() }).text()).toContain(mediator);
  expect(show(CaseCard, { view: view() }).text()).not.toMatch(/Mediaç|Mediaci/);
  expect(show(CaseCard, { view: view({ phase: 'closed_fulfilled', closed_at: days(-1) }) }).text()).toContain(closed);
});

describe('the list of cases', () => {
  test('says of each whose turn it is', async () => {
    await speak('es');
    const { text } = show(ConsumerCases, {});
    await waitFor(() => expect(text()).toContain('Su turno: responda'));
    expect(text()).toContain('2 mensajes nuevos');
    expect(screen.getAllByRole('link', { name: /Loja Aurora/ })).toHaveLength(3);
  });
  test('says why it cannot be had, and tries again', async () => {
    await speak('pt-BR');
    const asked = vi
      .spyOn(api, 'cases')
      .mockResolvedValue({ ok: false, problem: { type: '', title: '', status: 0, code: 'offline' } });
    show(ConsumerCases, {});
    await screen.findByRole('alert');
    // The refusal is shown a moment before another try is accepted.
    await waitFor(() => {
      screen.getByRole('button', { name: 'Tentar de novo' }).click();
      expect(asked).toHaveBeenCalledTimes(2);
    });
  });
});

test('an invitation is accepted only with both boxes ticked', async () => {
  await speak('pt-BR');
  const command = vi.spyOn(api, 'command');
  const invited = view({
    capacity: 'invited',
    phase: 'intake',
    allowed: ['invitation.accept', 'invitation.refuse'],
    side: 'company',
    invitation: { side: 'company', state: 'open', until: days(8), confirmed: false, undeliverable: false },
  });
  const { container } = show(Invitation, { case: invited, ondone: nothing });
  expect(screen.queryByRole('checkbox')).toBeNull();
  await fireEvent.click(container.querySelector('.btn.pri')!);
  await screen.findAllByRole('checkbox');
  await fireEvent.click(container.querySelector('.btn.pri')!);
  expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
  expect(command).not.toHaveBeenCalled();
});

test('an invited company sees until when to answer, since when that counts, what a silence does, and its three ways', async () => {
  await speak('pt-BR');
  const invited = view({
    capacity: 'invited',
    phase: 'intake',
    allowed: ['invitation.accept', 'invitation.refuse'],
    side: 'company',
    complaint: complaint(),
    invitation: { side: 'company', state: 'open', until: days(30), confirmed: false, undeliverable: false },
    deadlines: [
      deadline({ rule: 'invitation', due: days(30), length: { unit: 'days', value: 30 } }),
      deadline({ rule: 'procedure', due: days(90), owner: 'both', length: { unit: 'days', value: 90 } }),
      deadline({ rule: 'first_reply', due: days(10), length: { unit: 'days', value: 10 } }),
    ],
  });
  const written = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('not allowed'));
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText: written } }));
  // The words of somebody's search are no part of the address that is passed on.
  history.replaceState(null, '', '/cases/x?tab=all&q=marina');
  const { container } = show(Invitation, { case: invited, ondone: nothing });
  const card = screen.getByRole('article', { name: 'Reclamação de Marina' });
  for (const told of ['Refrigerador Polar 400', complaint().story]) expect(card.textContent).toContain(told);
  const dates = [...container.querySelectorAll('.dates li')].map((one) => one.textContent?.replace(/\s+/g, ' '));
  expect(dates).toHaveLength(2);
  // The nearest comes first; each says when it began and what follows if nobody answers.
  expect(dates[0]).toMatch(
    /^.*Prazo da primeira resposta da empresa · Conta desde .* Depois o caso vai à ouvidoria\.$/,
  );
  expect(dates[1]).toMatch(/Conta desde .* Sem resposta, conta como recusa\.$/);
  const text = container.textContent!;
  expect(text).toContain('Na sala conjunta: Marina, quem da empresa Loja Aurora está no caso');
  for (const way of ['Aceitar', 'Não participar', 'Deixar para outra pessoa da equipe']) expect(text).toContain(way);
  const copy = screen.getByRole('button', { name: 'Copiar o endereço' });
  await fireEvent.click(copy);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Endereço copiado'));
  expect(written).toHaveBeenCalledWith(`${location.origin}/cases/x`);
  await fireEvent.click(copy);
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('não deixou copiar'));
  vi.unstubAllGlobals();
});

describe('the invitation of a company', () => {
  const invited = (more: Partial<CaseView> = {}) =>
    view({
      capacity: 'invited',
      side: 'consumer',
      phase: 'intake',
      filed_by: 'company',
      allowed: ['invitation.accept', 'invitation.confirm', 'invitation.disown', 'invitation.refuse'],
      invitation: {
        side: 'consumer',
        state: 'open',
        until: days(8),
        confirmed: false,
        undeliverable: false,
        proof: 'identifier_start',
      },
      ...more,
    });
  const confirmed = () =>
    invited({
      allowed: ['invitation.accept', 'invitation.refuse'],
      invitation: {
        side: 'consumer',
        state: 'open',
        until: days(8),
        confirmed: true,
        undeliverable: false,
        proof: 'identifier_start',
      },
      account: account(),
    });
  const shownText = () => document.body.textContent ?? '';
  const done = (of: CaseView | null) => ({ ok: true as const, value: { events: [], at: {}, case: of } });

  test('says how many tries are left, and shows the account once it is certain who reads', async () => {
    await speak('pt-BR');
    const command = vi.spyOn(api, 'command').mockResolvedValueOnce({
      ok: false,
      problem: {
        type: '',
        title: '',
        status: 422,
        detail: '',
        code: 'proof_wrong',
        attempts_left: 3,
        errors: [{ pointer: '/proof', code: 'proof_wrong', detail: '' }],
      },
    });
    const { container } = show(Invited, { case: invited(), ondone: nothing });
    expect(shownText()).not.toContain(account().story);
    await fireEvent.click(screen.getByRole('button', { name: 'Continuar' }));
    await fireEvent.input(await screen.findByLabelText('Os 3 primeiros números do seu CPF'), {
      target: { value: '111' },
    });
    await fireEvent.submit(container.querySelector('form')!);
    await waitFor(() => expect(shownText()).toContain('Faltam 3 tentativas'));
    command.mockResolvedValue(done(confirmed()));
    // The refusal is shown a moment before another try is accepted.
    await waitFor(async () => {
      const form = container.querySelector('form');
      if (form) await fireEvent.submit(form);
      expect(shownText()).toContain(account().story);
    });
    expect(screen.queryByRole('button', { name: 'Não sou eu' })).toBeNull();
  });

  test('lets somebody else say so, and tells what the company learns', async () => {
    await speak('pt-BR');
    const command = vi.spyOn(api, 'command').mockResolvedValue(done(null));
    show(Invited, { case: invited(), ondone: nothing });
    await fireEvent.click(screen.getByRole('button', { name: 'Não sou eu' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Não sou eu' }));
    await waitFor(() => expect(shownText()).toContain('Agradecemos o aviso'));
    expect(command).toHaveBeenCalledWith(expect.anything(), { type: 'invitation.disown' }, expect.anything());
  });
});
