// What an officer does with a case: each act asks for what it needs before it is sent.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { goto } from '$app/navigation';
import type { CaseView } from '$lib/api/types';
import { days, deadline, entry, officersView } from '../../../workbench/builders/case';
import { events, room } from '../../../workbench/builders/room';
import { prepareTests, press, sends, show, speak } from '../../../workbench/show';
import AskSheet from './AskSheet.svelte';
import CloseSheet from './CloseSheet.svelte';
import Dates from './Dates.svelte';
import DeskNotes from './DeskNotes.svelte';
import EntryFacts from './EntryFacts.svelte';
import EntryPage from './EntryPage.svelte';
import HandOverSheet from './HandOverSheet.svelte';
import PrioritySheet from './PrioritySheet.svelte';
import RemitSheet from './RemitSheet.svelte';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
prepareTests();
const nothing = () => undefined;
const dense = { dense: true };
const desk = (over: Partial<CaseView> = {}) => room(officersView({ allowed: ['escalation.note'], ...over }));

describe('a question', () => {
  test.each([
    ['pt-BR', 'Perguntar'],
    ['es', 'Preguntar'],
  ] as const)('goes to nobody without somebody to answer and words, in %s', async (language, ask) => {
    await speak(language);
    const own = desk();
    const send = sends(own);
    show(AskSheet, { room: own, onclose: nothing }, dense);
    await press(ask);
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThanOrEqual(1);
    expect(send).not.toHaveBeenCalled();
  });
  test('goes to one side with its words', async () => {
    await speak('pt-BR');
    const own = desk();
    const send = sends(own);
    show(AskSheet, { room: own, onclose: nothing }, dense);
    await press('Loja Aurora', 'radio');
    await fireEvent.input(screen.getByRole('textbox', { name: /Pergunta/ }), { target: { value: ' Há laudo? ' } });
    await press('Perguntar');
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        expect.objectContaining({ type: 'escalation.ask', side: 'company', question: 'Há laudo?' }),
      ),
    );
  });
});

describe('closing', () => {
  test('asks how the case ends', async () => {
    await speak('pt-BR');
    const own = desk();
    const send = sends(own);
    show(CloseSheet, { room: own, entry: entry(), onclose: nothing }, dense);
    await press('Encerrar o caso');
    await screen.findAllByRole('alert');
    expect(send).not.toHaveBeenCalled();
    await fireEvent.click(screen.getAllByRole('radio')[0]!);
    await press('Encerrar o caso');
    expect(send, 'a decision has reasons').not.toHaveBeenCalled();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Não houve laudo. ' } });
    await press('Encerrar o caso');
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith({
        type: 'escalation.close',
        outcome: 'no_agreement',
        reasons: 'Não houve laudo.',
      }),
    );
  });
  test("at the company's is its last word, not the end", async () => {
    await speak('es');
    const { text } = show(
      CloseSheet,
      { room: desk(), entry: entry({ queue: 'company_ombudsman' }), onclose: nothing },
      dense,
    );
    expect(screen.queryByRole('radio')).toBeNull();
    expect(text()).toMatch(/ombudsman independiente/);
  });
});

test('a priority is changed to another', async () => {
  await speak('pt-BR');
  const own = desk();
  const send = sends(own);
  show(PrioritySheet, { room: own, entry: entry(), onclose: nothing }, dense);
  await press('Urgente', 'radio');
  await press('Mudar');
  await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'escalation.prioritise', priority: 'urgent' }));
});

test('a case goes to a colleague with a note, never without either', async () => {
  await speak('pt-BR');
  const own = desk();
  const send = sends(own);
  show(HandOverSheet, { room: own, onclose: nothing }, dense);
  await screen.findByRole('radio', { name: 'Lúcia Teles' });
  await press('Passar o caso');
  expect(send).not.toHaveBeenCalled();
  await press('Lúcia Teles', 'radio');
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Falta o laudo.' } });
  await press('Passar o caso');
  await waitFor(() =>
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'escalation.hand_over', note: 'Falta o laudo.' }),
    ),
  );
  await waitFor(() => expect(goto).toHaveBeenCalledWith('/cases'));
});

test('a case goes back to mediation, to whoever is next unless somebody is named', async () => {
  await speak('pt-BR');
  const own = desk();
  const send = sends(own);
  show(RemitSheet, { room: own, onclose: nothing }, dense);
  await screen.findByRole('radio', { name: 'Por rodízio' });
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Falta ouvir a empresa.' } });
  await press('Devolver à mediação');
  await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'escalation.remit' })));
  expect(send.mock.calls[0]![0]).not.toHaveProperty('mediator', expect.any(String));
});

describe('notes of the desk', () => {
  const CHANNEL = 'desk:operator_ombudsman';
  test.each([
    ['pt-BR', 'Nada anotado ainda.', 'Salvar nota'],
    ['es', 'Nada anotado todavía.', 'Guardar nota'],
  ] as const)('are empty at first and take words, not blanks, in %s', async (language, none, save) => {
    await speak(language);
    const own = desk();
    const send = sends(own);
    const { text } = show(DeskNotes, { room: own, channel: CHANNEL }, dense);
    expect(text()).toContain(none.split(' ')[0]!);
    await press(save);
    await screen.findByRole('alert');
    expect(send).not.toHaveBeenCalled();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Ligar amanhã.' } });
    await press(save);
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'escalation.note', text: 'Ligar amanhã.' }));
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(''));
  });
  test('name whose they are', async () => {
    await speak('pt-BR');
    const held = events(CHANNEL, ['ombudsman', { type: 'note_put', text: 'Ligar.' }]);
    expect(show(DeskNotes, { room: room(officersView(), { events: held }), channel: CHANNEL }, dense).text()).toMatch(
      /Você.*Ligar\./,
    );
  });
});

describe('a case that nobody has', () => {
  test('is claimed by one press; before, nothing said in it is shown', async () => {
    await speak('pt-BR');
    const own = desk({
      capacity: 'queue_officer',
      allowed: ['escalation.claim'],
      entries: [entry({ state: 'waiting', officer: null })],
    });
    const send = sends(own);
    const { text } = show(EntryPage, { room: own }, dense);
    expect(text()).toContain('sem conversas nem valores');
    await press('Assumir o caso');
    expect(send).toHaveBeenCalledWith({ type: 'escalation.claim' });
  });
  test('and one that another has cannot be claimed', async () => {
    await speak('es');
    const { text } = show(
      EntryPage,
      { room: desk({ capacity: 'queue_officer', allowed: [], entries: [entry()] }) },
      dense,
    );
    expect(text()).toContain('Olga Prado');
    expect(screen.queryByRole('button', { name: /Tomar/ })).toBeNull();
  });
});

test('the facts of a stay say that its time is over', async () => {
  await speak('pt-BR');
  expect(
    show(EntryFacts, { view: officersView(), entry: entry({ breached: true, due: days(-1) }) }, dense).text(),
  ).toContain('Vencido há 24 h');
  expect(show(EntryFacts, { view: officersView(), entry: entry() }, dense).text()).not.toContain('Vencido');
});

test('a date that is paused says so', async () => {
  await speak('es');
  expect(show(Dates, { view: officersView({ deadlines: [deadline({ paused: true })] }) }, dense).text()).toContain(
    'Detenido',
  );
});

test('an officer reads every date of a case in its zone, wherever the device is', async () => {
  await speak('pt-BR');
  // In the device's zone the case came to the queue on the evening before.
  const since = '2026-11-20T23:30:00.000Z';
  const about = (zone: string) =>
    show(EntryFacts, { view: officersView({ zone }), entry: entry({ since }) }, dense).text();
  expect(about('Asia/Tokyo')).toMatch(/8h30/);
  expect(about('America/Sao_Paulo')).toMatch(/20h30/);
});
