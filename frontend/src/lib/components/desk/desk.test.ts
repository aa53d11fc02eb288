// The rep's list and guide, and what is shown of a case in which one has no seat.
import { goto } from '$app/navigation';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { CaseView } from '$lib/api/types';
import { cases } from '$lib/desk/list.svelte';
import { rows } from '../../../workbench/builders/answers';
import { companysView, complaint, evidence, proposal } from '../../../workbench/builders/case';
import { events, room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import { alerts, countInTitle } from '$lib/desk/alerts.svelte';
import { forgetPerson } from '$lib/forget';
import { everywhere } from '$lib/desk/everywhere.svelte';
import { session } from '$lib/session.svelte';
import CaseList from './CaseList.svelte';
import Everywhere from './Everywhere.svelte';
import Guide from './Guide.svelte';
import Desk from './Desk.svelte';
import KeysSheet from './KeysSheet.svelte';
import Outside from './Outside.svelte';
import Palette from './Palette.svelte';
import RoomActions from './RoomActions.svelte';

vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
prepareTests();
beforeEach(forgetPerson);
const nothing = () => undefined;
const dense = { dense: true };

describe('on every page of a desk', () => {
  const rep = {
    id: 'x',
    name: 'Bruna Lima',
    email: 'bruna@example.org',
    language: 'pt-BR' as const,
    memberships: [
      { organisation: 'o', organisation_name: 'Loja Aurora', kind: 'company' as const, role: 'rep' as const },
    ],
  };

  test('J and K go along the list without opening anything, and the reference is whole', async () => {
    await speak('pt-BR');
    cases.choose('my_turn');
    const shown = rows();
    vi.spyOn(api, 'cases').mockResolvedValue({
      ok: true,
      value: { cases: shown, counts: { all: 3, my_turn: 3, waiting: 0, due_today: 0 }, next: null, cut: false },
    });
    const { container } = show(Desk, {}, dense);
    await waitFor(() => expect(container.querySelector(`li > a[href$="${shown[2]!.id}"]`)).not.toBeNull());
    const links = [...container.querySelectorAll<HTMLElement>('li > a')];
    links.forEach((link) => (link.scrollIntoView = () => undefined));
    const opened = vi.fn();
    container.addEventListener('click', opened);
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    await press('j');
    expect(document.activeElement).toBe(links[0]);
    await press('j');
    await press('j');
    expect(document.activeElement).toBe(links[2]);
    await press('k');
    expect(document.activeElement).toBe(links[1]);
    expect(goto).not.toHaveBeenCalled();
    expect(opened).not.toHaveBeenCalled();
    expect(links[0]!.querySelector('.num')?.textContent).toBe(shown[0]!.reference);
    expect(links[0]!.querySelector('.num')?.closest('.trunc')).toBeNull();
    vi.mocked(api.cases).mockRestore();
  });

  test('filter and words stand in the address of each case', async () => {
    await speak('pt-BR');
    const { container } = show(CaseList, {}, dense);
    await fireEvent.click(await screen.findByRole('button', { name: /Todos/ }));
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'geladeira' } });
    await waitFor(() => {
      const link = container.querySelector('li > a');
      expect(link?.getAttribute('href')).toMatch(/\?tab=all&q=geladeira$/);
    });
    cases.tab = 'my_turn';
    cases.q = '';
  });

  test('Ctrl K goes to a page or to a case by its words, and Esc leaves a field', async () => {
    await speak('pt-BR');
    session.user = rep;
    show(Everywhere, {}, dense);
    await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('searchbox', { name: /O que você procura/ });
    expect(document.activeElement).toBe(field);
    await fireEvent.input(field, { target: { value: 'CASOS' } });
    expect(screen.getByRole('button', { name: 'Casos' })).toBeDefined();
    await fireEvent.input(field, { target: { value: 'marina' } });
    expect((await screen.findAllByRole('link', { name: /Marina Souza.*K7Q2-9XMD/ })).length).toBeGreaterThan(0);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement?.tagName).toBe('A');
    everywhere.open = null;
    await waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull());
    const main = Object.assign(document.createElement('main'), { id: 'main', tabIndex: -1 });
    const typed = document.createElement('textarea');
    document.body.append(main, typed);
    typed.focus();
    await fireEvent.keyDown(typed, { key: 'Escape' });
    expect(document.activeElement).toBe(main);
    main.remove();
    typed.remove();
    session.user = null;
  });

  test('the keys of the page are told on ?, with what may make itself heard, which nobody is asked before', async () => {
    await speak('pt-BR');
    session.user = rep;
    const asked = vi.fn(async () => 'denied' as const);
    const told = vi.fn();
    vi.stubGlobal('Notification', Object.assign(told, { permission: 'default', requestPermission: asked }));
    show(Everywhere, {}, dense);
    await fireEvent.keyDown(document.body, { key: '?' });
    const box = await screen.findByRole('checkbox', { name: /aviso no computador/ });
    for (const key of ['J', 'Ctrl K', 'Esc', '?']) expect(screen.getByText(key, { selector: 'kbd' })).toBeDefined();
    expect([alerts.sound, alerts.notice, asked.mock.calls.length]).toEqual([false, false, 0]);
    await fireEvent.click(box);
    await screen.findByText('Este navegador não permite avisos deste endereço.');
    expect([alerts.notice, asked.mock.calls.length]).toEqual([false, 1]);
    expect((box as HTMLInputElement).checked).toBe(false);
    everywhere.open = null;
    vi.unstubAllGlobals();
    session.user = null;
  });

  test('the title says how many wait, whatever page gives it another name', async () => {
    document.title = 'Marina · acordo';
    const stop = countInTitle(3);
    expect(document.title).toBe('(3) Marina · acordo');
    document.title = 'Filas · acordo';
    await waitFor(() => expect(document.title).toBe('(3) Filas · acordo'));
    stop();
    expect(document.title).toBe('Filas · acordo');
  });

  test('what waits is counted on every page, and only what came since then is told of', async () => {
    await speak('pt-BR');
    session.user = rep;
    const told: string[] = [];
    vi.stubGlobal(
      'Notification',
      Object.assign(
        class {
          constructor(words: string) {
            told.push(words);
          }
        },
        { permission: 'granted' },
      ),
    );
    alerts.notice = true;
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    let waits = 3;
    vi.spyOn(api, 'cases').mockImplementation(async () => ({
      ok: true as const,
      value: { cases: [], counts: { all: 9, my_turn: waits, waiting: 0, due_today: 0 }, next: null, cut: false },
    }));
    document.title = 'Acordo · acordo';
    show(Everywhere, {}, dense);
    await waitFor(() => expect(document.title).toBe('(3) Acordo · acordo'));
    expect(told).toEqual([]);
    waits = 5;
    await cases.load();
    await waitFor(() => expect(told).toEqual(['5 casos esperam por você']));
    // Fewer wait: nothing to tell.
    waits = 1;
    await cases.load();
    await waitFor(() => expect(document.title).toBe('(1) Acordo · acordo'));
    expect(told).toHaveLength(1);
    alerts.notice = false;
    session.user = null;
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('a search of the palette never opens what older words found', async () => {
    await speak('pt-BR');
    session.user = rep;
    const answers: ((found: unknown[]) => void)[] = [];
    vi.spyOn(api, 'cases').mockImplementation(async () => {
      const found = (await new Promise<unknown[]>((go) => answers.push(go))) as never[];
      const counts = { all: 9, my_turn: 0, waiting: 0, due_today: 0 };
      return { ok: true as const, value: { cases: found, counts, next: null, cut: false } };
    });
    const [marina, joao] = rows();
    show(Palette, { onclose: nothing }, dense);
    const field = await screen.findByRole('searchbox', { name: /O que você procura/ });
    const asked = async (words: string) => {
      const before = answers.length;
      await fireEvent.input(field, { target: { value: words } });
      await waitFor(() => expect(answers.length).toBe(before + 1));
    };
    await asked('marina');
    expect(screen.queryByText(/Nada encontrado/)).toBeNull();
    answers.at(-1)!([marina]);
    const link = await screen.findByRole('link', { name: /Marina/ });
    // With a key beside it a link opens another window, as everywhere.
    const beside = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    link.addEventListener('click', (event) => queueMicrotask(() => event.preventDefault()));
    link.dispatchEvent(beside);
    expect(beside.defaultPrevented).toBe(false);
    await asked('joão');
    expect(screen.queryByRole('link', { name: /Marina/ })).toBeNull();
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(goto).not.toHaveBeenCalled();
    answers.at(-1)!([joao]);
    await waitFor(() => expect(goto).toHaveBeenCalledWith(`/cases/${joao!.id}`));
    await asked('zzzz');
    expect(screen.queryByText(/Nada encontrado/)).toBeNull();
    answers.at(-1)!([]);
    await screen.findByText(/Nada encontrado/);
    session.user = null;
    vi.restoreAllMocks();
  });
});

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
      value: { cases: [], counts: { all: 1, my_turn: 0, waiting: 1, due_today: 0 }, next: null, cut: false },
    });
    cases.choose('my_turn');
    show(CaseList, {}, dense);
    await fireEvent.click(await screen.findByRole('button', { name: 'Todos 1' }));
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ tab: 'all' }), expect.anything());
    await press('Minha vez 0');
    await fireEvent.click(await screen.findByRole('button', { name: 'Ver o que depende de outras pessoas' }));
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ tab: 'waiting' }), expect.anything());
  });
  test('keeps what the open case is, and loads more on a press', async () => {
    await speak('pt-BR');
    const shown = rows();
    const asked = vi.spyOn(api, 'cases').mockResolvedValue({
      ok: true,
      value: { cases: shown, counts: { all: 9, my_turn: 3, waiting: 3, due_today: 3 }, next: 'more', cut: false },
    });
    const { container } = show(CaseList, { current: shown[1]!.id }, dense);
    await waitFor(() => expect(container.querySelectorAll('[aria-current=true]')).toHaveLength(1));
    expect(container.querySelector('[aria-current=true]')!.textContent).toContain('João Prates');
    const further = () => asked.mock.calls.filter(([query]) => query?.cursor === 'more').length;
    expect(further()).toBe(0);
    await press(/mais/i);
    expect(further()).toBe(1);
  });
});

describe('the guide', () => {
  const guide = (stage: 'opening' | 'negotiating' = 'negotiating', over: Partial<CaseView> = {}) => {
    const held = events(
      'joint',
      ['consumer', { type: 'complaint_filed', complaint: complaint(), legal_name: 'Marina Souza' }],
      ['consumer', { type: 'evidence_added', shared: false }, evidence()],
    );
    return show(
      Guide,
      {
        room: room(companysView({ stage, proposals: [], agreement: null, ...over }), { events: held }),
        channels: ['joint'],
      },
      dense,
    );
  };
  test.each([
    ['pt-BR', 'feito', 'Lamentar não é assumir culpa.'],
    ['es', 'hecho', 'culpa'],
  ] as const)(
    'opens in %s the step of the stage, and ticks none of which nothing is there',
    async (language, done, how) => {
      await speak(language);
      // Both stages were reached, but nobody has thanked, apologised or made a proposal.
      expect(guide('negotiating').text()).not.toContain(`, ${done}`);
      expect(guide('opening').text()).toContain(how);
      const offered = guide('negotiating', { proposals: [proposal()] });
      expect(offered.container.querySelectorAll('.steps .done')).toHaveLength(1);
      expect(offered.container.querySelector('.steps .done')!.textContent).toContain(`, ${done}`);
    },
  );
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
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /teclas de uma letra/ });
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
