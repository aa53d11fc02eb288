// The rep's list, guide and what stands before a case that one has no seat in.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { cases } from '$lib/desk/list.svelte';
import { rows } from '../../../workbench/builders/answers';
import { companysView, complaint, evidence } from '../../../workbench/builders/case';
import { events, room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import CaseList from './CaseList.svelte';
import Guide from './Guide.svelte';
import KeysSheet from './KeysSheet.svelte';
import Outside from './Outside.svelte';
import RoomActions from './RoomActions.svelte';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
prepareTests();
const nothing = () => undefined;
const dense = { dense: true };

describe('the list', () => {
  test.each([
    ['pt-BR', 'Minha vez 1', 'Todos 3', '2 novas', 'venceu há 24 h'],
    ['es', 'Mi turno 1', 'Todos 3', '2 nuevas', 'venció hace 24 h'],
  ] as const)('counts its tabs in %s and says what is new and late', async (language, mine, all, unread, late) => {
    await speak(language);
    cases.choose('my_turn');
    const { text } = show(CaseList, {}, dense);
    expect((await screen.findByRole('button', { name: mine })).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: all })).toBeDefined();
    expect(text()).toContain(unread);
    expect(text()).toContain(late);
  });
  test('asks the server for another tab, and shows the way on from an empty one', async () => {
    await speak('pt-BR');
    const asked = vi.spyOn(api, 'cases').mockResolvedValue({
      ok: true,
      value: { cases: [], counts: { all: 1, my_turn: 0, waiting: 1, due_today: 0 }, next: null },
    });
    cases.choose('my_turn');
    show(CaseList, {}, dense);
    await fireEvent.click(await screen.findByRole('button', { name: 'Todos 1' }));
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ tab: 'all' }), expect.anything());
    await press('Minha vez 0');
    await fireEvent.click(await screen.findByRole('button', { name: 'Ver o que espera por outras pessoas' }));
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ tab: 'waiting' }), expect.anything());
  });
  test('keeps what the open case is, and loads more on a press', async () => {
    await speak('pt-BR');
    const shown = rows();
    const asked = vi.spyOn(api, 'cases').mockResolvedValue({
      ok: true,
      value: { cases: shown, counts: { all: 9, my_turn: 3, waiting: 3, due_today: 3 }, next: 'more' },
    });
    const { container } = show(CaseList, { current: shown[1]!.id }, dense);
    await waitFor(() => expect(container.querySelectorAll('[aria-current=true]')).toHaveLength(1));
    expect(container.querySelector('[aria-current=true]')!.textContent).toContain('João Prates');
    const before = asked.mock.calls.length;
    await press(/mais/i);
    expect(asked.mock.calls.length).toBe(before + 1);
    expect(asked.mock.lastCall![0]).toMatchObject({ cursor: 'more' });
  });
});

describe('the guide', () => {
  const guide = (stage: 'opening' | 'negotiating' = 'negotiating') => {
    const held = events(
      'joint',
      ['consumer', { type: 'complaint_filed', complaint: complaint(), legal_name: 'Marina Souza' }],
      ['consumer', { type: 'evidence_added', shared: false }, evidence()],
    );
    return show(Guide, { room: room(companysView({ stage }), { events: held }), channels: ['joint'] }, dense);
  };
  test.each([
    ['pt-BR', 'feito', 'Lamentar não é assumir culpa.'],
    ['es', 'hecho', 'culpa'],
  ] as const)('opens in %s the step of the stage and ticks those before', async (language, done, how) => {
    await speak(language);
    expect(guide('negotiating').text()).toContain(done);
    const first = guide('opening').text();
    expect(first).toContain(how);
    expect(first).not.toContain(`, ${done}`);
  });
  test('has its parts a key away', async () => {
    await speak('pt-BR');
    const { text } = guide();
    await fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight' });
    expect(text()).toContain('Refrigerador Polar 400');
    await fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight' });
    expect(text()).toContain('nota-fiscal.pdf');
    expect(document.activeElement?.textContent).toContain('Documentos 1');
  });
});

describe('a case in which one has no seat', () => {
  test('may be joined where a seat is free', async () => {
    await speak('pt-BR');
    const command = vi.spyOn(api, 'command');
    const ondone = vi.fn();
    show(Outside, { case: companysView({ capacity: 'invited', allowed: ['seat.join'] }), was: false, ondone });
    await press('Entrar no caso');
    await waitFor(() => expect(ondone).toHaveBeenCalled());
    expect(command.mock.lastCall![1]).toEqual({ type: 'seat.join' });
  });
  test.each([
    ['pt-BR', 'Sua participação neste caso terminou', 'Sua empresa está neste caso'],
    ['es', 'terminó', 'Su empresa está en este caso'],
  ] as const)('says in %s whether one was in it before', async (language, before, never) => {
    await speak(language);
    const card = (was: boolean) =>
      show(Outside, { case: companysView({ capacity: 'invited' }), was, ondone: nothing }).text();
    expect(card(true)).toContain(before);
    expect(card(false)).toContain(never);
    expect(screen.queryByRole('button', { name: /lugar/ })).toBeNull();
  });
});

test('keys of one letter can be switched off, for speech input', async () => {
  await speak('pt-BR');
  show(KeysSheet, { keys: [['J', 'Próximo caso']], onclose: nothing }, dense);
  const box = screen.getByRole<HTMLInputElement>('checkbox');
  const before = box.checked;
  await fireEvent.click(box);
  expect(box.checked).toBe(!before);
  expect(localStorage.length).toBeGreaterThan(0);
});

test('a mediator is asked for only after saying so twice', async () => {
  await speak('pt-BR');
  const own = room(companysView({ allowed: ['mediator.request'] }));
  const send = sends(own);
  show(RoomActions, { room: own }, dense);
  await press('Pedir mediação');
  const asked = await dialog();
  expect(send).not.toHaveBeenCalled();
  await fireEvent.click(asked.getAllByRole('button').find((one) => one.classList.contains('pri'))!);
  await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'mediator.request' }));
});
