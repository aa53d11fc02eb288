// The mediator's console and what leads to it.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseView } from '$lib/api/types';
import { forgetPerson } from '$lib/forget';
import { session } from '$lib/session.svelte';
import { days, mediatorsView, paulo, row, turn } from '../../../workbench/builders/case';
import { events, room, said } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import AcceptMediation from './AcceptMediation.svelte';
import AdmitCase from './AdmitCase.svelte';
import AssignMediator from './AssignMediator.svelte';
import Column from './Column.svelte';
import ConsoleHeader from './ConsoleHeader.svelte';
import Coordination from './Coordination.svelte';
import ImpasseSheet from './ImpasseSheet.svelte';
import RemoveSheet from './RemoveSheet.svelte';
import RoomList from './RoomList.svelte';
import { rooms, waiting } from './rooms.svelte';
import StageSheet from './StageSheet.svelte';
import WordsSheet from './WordsSheet.svelte';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
prepareTests();
const nothing = () => undefined;
const dense = { dense: true };
const table = (over: Partial<CaseView> = {}) => room(mediatorsView(over));

test('a coordinator sees what waits, what is late, and what each mediator has in hand', async () => {
  await speak('pt-BR');
  const operator = '0190a000-0000-7000-8000-000000000021';
  session.user = {
    id: paulo.id,
    name: 'Helena Costa',
    email: 'helena@example.org',
    language: 'pt-BR',
    memberships: [{ organisation: operator, organisation_name: 'Centro', kind: 'operator', role: 'coordinator' }],
  };
  const held = { capacity: 'coordinator' as const, phase: 'mediation' as const };
  const waits = row({
    ...held,
    reference: 'AAAA-AAAA',
    turn: turn({ what: 'assign_mediator', yours: true, until: null }),
  });
  const late = row({
    ...held,
    reference: 'BBBB-BBBB',
    turn: turn({ what: 'reply', who: 'company', yours: false, until: days(-1) }),
  });
  const counts = { my_turn: 1, waiting: 1, due_today: 0, all: 2 };
  const listed = vi.spyOn(api, 'cases').mockImplementation(async (query = {}) => ({
    ok: true as const,
    value: { cases: query.tab === 'my_turn' ? [waits] : [late, waits], next: null, counts, cut: false },
  }));
  const mediators = vi.spyOn(api, 'mediators').mockResolvedValue({
    ok: true,
    value: { mediators: [{ user: paulo.id, name: paulo.name, language: 'pt-BR', open_cases: 3 }] },
  });
  const { container } = show(Coordination, {});
  await waitFor(() => expect(container.querySelectorAll('.work li')).toHaveLength(2));
  expect([...container.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
    'Sem mediação · 1',
    'Em atraso · 1',
    'Quem medeia',
  ]);
  expect(container.querySelector('.assign')?.textContent).toContain('AAAA-AAAA');
  expect(container.querySelector('.late')?.textContent).toContain('BBBB-BBBB');
  await waitFor(() => expect(screen.getByRole('row', { name: 'Paulo Reis Português 3' })).toBeTruthy());
  expect(mediators).toHaveBeenCalledWith(operator);
  // What waits was not read yet, or could not be: nobody says that nothing does.
  forgetPerson();
  listed.mockImplementation(async (query = {}) =>
    query.tab === 'my_turn'
      ? { ok: false, problem: { type: '', title: '', status: 503, code: 'busy' } }
      : { ok: true, value: { cases: [], next: null, counts, cut: false } },
  );
  await Promise.all([rooms.load(), waiting.load()]);
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBe(1));
  expect(screen.queryByText('Não há nada pendente para você.')).toBeNull();
  forgetPerson();
  session.user = null;
  listed.mockRestore();
  mediators.mockRestore();
});

describe('who is asked to mediate', () => {
  const asked = (capacity: CaseView['capacity'], allowed: string[]) => {
    const own = table({
      capacity,
      allowed,
      mediator: { state: 'assigned', name: paulo.name, person: paulo.id },
      heads: { procedure: 3 },
      writable: [],
    });
    return { send: sends(own), ...show(AcceptMediation, { room: own }, dense) };
  };
  test.each([
    ['pt-BR', 'Você verá o que foi dito só depois de aceitar.', 'Nada a declarar'],
    ['es', 'Verá lo que se dijo solo después de aceptar.', 'Nada que declarar'],
  ] as const)(
    'sees in %s nothing of what was said, and accepts only after declaring',
    async (language, before, nothingToSay) => {
      await speak(language);
      const { send, text, container } = asked('assigned_mediator', ['mediator.accept', 'mediator.decline']);
      expect(text()).toContain(before);
      await fireEvent.click(container.querySelector('.btn.pri')!);
      expect((await screen.findAllByRole('alert')).length).toBe(2);
      expect(send).not.toHaveBeenCalled();
      await fireEvent.click(screen.getAllByRole('checkbox')[0]!);
      await fireEvent.click(await screen.findByRole('checkbox', { name: new RegExp(nothingToSay) }));
      await fireEvent.click(container.querySelector('.btn.pri')!);
      await waitFor(() =>
        expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'mediator.accept', no_conflict: true })),
      );
      const sent = send.mock.calls[0]![0];
      expect(sent.type === 'mediator.accept' && sent.disclosure.length).toBeGreaterThan(3);
    },
  );
  test('is somebody whom a coordinator chose', async () => {
    await speak('pt-BR');
    const own = table({ capacity: 'coordinator', allowed: ['mediator.assign'] });
    const send = sends(own);
    show(AssignMediator, { room: own }, dense);
    await fireEvent.click(await screen.findByRole('radio', { name: 'Olga Prado · 2 casos em mãos' }));
    await press('Indicar');
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'mediator.assign' })));
  });
  test('is replaced by the coordinator when away', async () => {
    await speak('pt-BR');
    const own = table({ capacity: 'coordinator', allowed: ['mediator.replace'] });
    const send = sends(own);
    show(AssignMediator, { room: own, replaces: true }, dense);
    await fireEvent.click(await screen.findByRole('radio', { name: 'Olga Prado · 2 casos em mãos' }));
    await press('Passar a mediação');
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'mediator.replace' })));
  });
});

describe('a complaint that no rule admits', () => {
  const waiting = async () => {
    await speak('pt-BR');
    const own = table({ capacity: 'coordinator', phase: 'intake', allowed: ['case.admit', 'case.refuse'] });
    const send = sends(own);
    show(AdmitCase, { room: own }, dense);
    return send;
  };
  test('is admitted', async () => {
    const send = await waiting();
    await press('Admitir o caso');
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'case.admit' }));
  });
  test('is refused with a ground, and not without', async () => {
    const send = await waiting();
    await press('Recusar o caso');
    await press('Recusar e avisar');
    expect(await screen.findByText('Escolha um motivo.')).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('radio', { name: 'Já está na Justiça' }));
    await press('Recusar e avisar');
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'case.refuse', ground: 'in_court' }));
  });
});

describe('a column of the table', () => {
  const column = (channel: string, open: boolean, over: Partial<CaseView> = {}) => {
    const acts = { onopen: vi.fn(), onask: vi.fn(), onsummary: vi.fn(), onpropose: vi.fn(), oncompare: vi.fn() };
    const held = events('caucus:consumer', said('consumer', 'Aceitaria R$ 1.200, se for logo e sem mais visitas.'));
    const own = room(
      mediatorsView({ allowed: ['message.post', 'summary.write', 'disclosure.ask', 'proposal.make'], ...over }),
      { events: held },
    );
    return { acts, own, ...show(Column, { room: own, channel, open, place: 3, ...acts }, dense) };
  };
  test.each([
    ['pt-BR', 'Reservada · Marina', 'A empresa não vê'],
    ['es', 'Reservada · Marina', 'La empresa no ve'],
  ] as const)('says in %s whose it is and who does not read it', async (language, title, words) => {
    await speak(language);
    const { text } = column('caucus:consumer', true);
    expect(text()).toContain(title);
    expect(text()).toContain(words);
  });
  test('tells whether its party is there', async () => {
    await speak('pt-BR');
    const { own, text } = column('caucus:consumer', true);
    expect(text()).toContain('fora da página');
    own.presence = { consumer: 'online' };
    await waitFor(() => expect(text()).not.toContain('fora da página'));
  });
  test('asks for what a private room is for', async () => {
    await speak('pt-BR');
    const { acts } = column('caucus:company', true);
    await press('Pedir para contar');
    expect(acts.onask).toHaveBeenCalledWith('company', '');
    await press('Resumir o que ouvi');
    expect(acts.onsummary).toHaveBeenCalledWith('company');
  });
  test('that is folded opens to be written in', async () => {
    await speak('es');
    const { acts } = column('caucus:company', false);
    expect(screen.queryByRole('textbox')).toBeNull();
    await press(/Escribir solo para Bruna/);
    expect(acts.onopen).toHaveBeenCalled();
  });
  test('marks private words in the joint room and does not send them', async () => {
    await speak('pt-BR');
    const { own } = column('joint', true);
    const send = sends(own);
    await fireEvent.input(screen.getByRole('textbox'), {
      target: { value: 'Ela disse: aceitaria R$ 1.200, se for logo e sem mais visitas.' },
    });
    expect(screen.getByText(/ainda não autorizou contar/)).toBeDefined();
    await press(/Enviar/);
    expect(send).not.toHaveBeenCalled();
    await press('Tirar o trecho');
    expect(screen.queryByText(/ainda não autorizou contar/)).toBeNull();
  });
});

describe('the header', () => {
  const header = (allowed: string[], over: Partial<CaseView> = {}) => {
    const onact = vi.fn();
    show(ConsoleHeader, { room: table({ allowed, ...over }), onact }, dense);
    return onact;
  };
  test('pauses an open room and opens a paused one, never both', async () => {
    await speak('pt-BR');
    const onact = header(['floor.pause']);
    await press('Pausar sala conjunta');
    expect(onact).toHaveBeenCalledWith('pause');
    expect(screen.queryByRole('button', { name: 'Reabrir sala conjunta' })).toBeNull();
  });
  test('keeps what is seldom needed behind one more press', async () => {
    await speak('es');
    const onact = header(['participant.remove', 'seat.leave']);
    expect(screen.queryByRole('button', { name: /Retirar/ })).toBeNull();
    await press('Acciones');
    (await dialog()).getByRole('button', { name: /Retirar/ }).click();
    expect(onact).toHaveBeenCalledWith('remove');
  });
});

test('a mediation is ended for a reason, and only after its effects were read', async () => {
  await speak('pt-BR');
  const own = table();
  const send = sends(own);
  show(ImpasseSheet, { room: own, onclose: nothing }, dense);
  await press('Continuar');
  await screen.findByRole('alert');
  await press('O tempo acabou', 'radio');
  await press('Continuar');
  expect(send).not.toHaveBeenCalled();
  expect(screen.getAllByRole('listitem').length).toBe(3);
  await press(/Encerrar|Declarar|Sim/);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'impasse.declare', ground: 'time_over' }));
});

test('a stage is moved with a note, or without', async () => {
  await speak('pt-BR');
  const own = table();
  const send = sends(own);
  show(StageSheet, { room: own, onclose: nothing }, dense);
  await press('fatos', 'radio');
  await press('Mudar');
  await waitFor(() => expect(send).toHaveBeenLastCalledWith({ type: 'stage.move', stage: 'facts', note: null }));
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Falta a nota. ' } });
  await press('Mudar');
  await waitFor(() =>
    expect(send).toHaveBeenLastCalledWith({ type: 'stage.move', stage: 'facts', note: 'Falta a nota.' }),
  );
});

test('somebody is taken out of the room for a reason that all will read', async () => {
  await speak('es');
  const own = table();
  const send = sends(own);
  const { text } = show(RemoveSheet, { room: own, onclose: nothing }, dense);
  expect(text()).toContain('El motivo aparece en el caso.');
  for (const name of ['Bruna Lima', 'Amenaza']) {
    const radio = screen.queryByRole('radio', { name });
    if (radio) await fireEvent.click(radio);
  }
  await press('Retirar de la conversación');
  await waitFor(() =>
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'participant.remove', ground: 'threat' })),
  );
});

test('words are sent as they stand, never none', async () => {
  await speak('pt-BR');
  const own = table();
  const send = sends(own);
  const onclose = vi.fn();
  show(
    WordsSheet,
    {
      room: own,
      title: 'Pedir',
      label: 'Palavras',
      hint: '',
      yes: 'Enviar',
      tone: 'cons',
      limit: 100,
      command: (words) => ({ type: 'disclosure.ask', side: 'consumer', words }),
      onclose,
    },
    dense,
  );
  await press('Enviar');
  expect(send).not.toHaveBeenCalled();
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Até 1.200. ' } });
  await press('Enviar');
  await waitFor(() => expect(onclose).toHaveBeenCalled());
  expect(send).toHaveBeenCalledWith({ type: 'disclosure.ask', side: 'consumer', words: 'Até 1.200.' });
});

test.each([
  ['pt-BR', /Precisam de você · 1/, /Andando sem você · 2/, 'Sala conjunta: 2 novas'],
  ['es', /Le necesitan · 1/, /Avanzan sin usted · 2/, 'Sala conjunta: 2 nuevas'],
] as const)(
  'the list in %s puts first who needs the mediator, with what is unread in each room',
  async (language, first, second, unread) => {
    await speak(language);
    const { container } = show(RoomList, {}, dense);
    await screen.findAllByText(/Marina Souza/);
    const text = container.textContent ?? '';
    expect(text.search(first)).toBeGreaterThan(-1);
    expect(text.search(second)).toBeGreaterThan(text.search(first));
    expect(within(container).getByText(unread)).toBeDefined();
  },
);
