// A queue as its officer sees it: clocks, cards, filters and the menu of an entry.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { queues } from '$lib/queue/queues.svelte';
import { entries } from '../../../workbench/builders/answers';
import { days, officersView, olga, queued } from '../../../workbench/builders/case';
import { dialog, prepareTests, press, show, speak } from '../../../workbench/show';
import Board from './Board.svelte';
import ClockChip from './ClockChip.svelte';
import EntryMenu from './EntryMenu.svelte';
import QueueCard from './QueueCard.svelte';
import QueueTable from './QueueTable.svelte';

prepareTests();
const nothing = () => undefined;

describe('the clock of an entry', () => {
  test.each([
    ['pt-BR', 'Até', 'Vencido há', 'Parado: espera resposta', 'Terminou em'],
    ['es', 'Hasta', 'Vencido hace', 'Detenido: espera respuesta', 'Terminó el'],
  ] as const)('says in %s how it stands', async (language, until, over, paused, ended) => {
    await speak(language);
    const chip = (over: Parameters<typeof queued>[0]) =>
      show(ClockChip, { entry: queued(over).entry, zone: 'America/Sao_Paulo' });
    expect(chip({}).text()).toContain(until);
    expect(chip({ due: days(-1) }).text()).toContain(over);
    expect(chip({ due: days(-1), state: 'waiting_for_party' }).text()).toBe(paused);
    expect(chip({ state: 'resolved', ended_at: days(-1) }).text()).toContain(ended);
  });
  test('is loud only when little or nothing is left', async () => {
    await speak('pt-BR');
    const tone = (over: Parameters<typeof queued>[0]) =>
      show(ClockChip, { entry: queued(over).entry, zone: 'America/Sao_Paulo' }).container.querySelector('.chip')!
        .className;
    expect(tone({ due: days(-1), breached: true })).toContain('bad');
    expect(tone({ due: days(0.3) })).toContain('warn');
    expect(tone({})).not.toMatch(/bad|warn/);
  });
});

describe('a card', () => {
  test('says whether the case is yours or whose, and only an unusual priority', async () => {
    await speak('es');
    const card = (row = queued(), you: string | null = olga.id) =>
      show(QueueCard, { row, you, onmenu: nothing }).text();
    expect(card(queued({ state: 'claimed', officer: olga, priority: 'urgent' }))).toMatch(
      /Prioridad: Urgente.*con usted/,
    );
    expect(card(queued({ state: 'claimed', officer: olga }), null)).toContain('Olga Prado');
    expect(card()).not.toContain('Prioridad');
  });
  test('opens the menu of its own case', async () => {
    await speak('pt-BR');
    const onmenu = vi.fn();
    const row = queued();
    show(QueueCard, { row, you: null, onmenu });
    await press(/Marina Souza/);
    expect(onmenu).toHaveBeenCalledWith(row);
  });
});

describe('the board', () => {
  const board = () => {
    queues.rows = entries();
    queues.filter = 'all';
    queues.shape = 'board';
    return show(Board, { you: olga.id, caption: 'Fila', onmenu: nothing });
  };
  test('puts each case in its lane and counts it', async () => {
    await speak('pt-BR');
    board();
    const lane = within(screen.getByRole('region', { name: 'Esperando resposta 1' }));
    expect(lane.getByText(/Rita Alves/)).toBeDefined();
    expect(lane.queryByText(/Marina Souza/)).toBeNull();
  });
  test('of a long lane shows what is due first, and the rest on a press or where one scrolls', async () => {
    await speak('pt-BR');
    let scrolled = (): void => undefined;
    class Seen {
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        scrolled = () => seen([{ isIntersecting: true }]);
      }
      observe(): void {}
      disconnect(): void {}
    }
    vi.stubGlobal('IntersectionObserver', Seen);
    const { container } = board();
    queues.rows = Array.from({ length: 130 }, () => queued());
    await waitFor(() => expect(container.querySelectorAll('article')).toHaveLength(40));
    expect(screen.getByRole('region', { name: 'Chegaram 130' })).toBeDefined();
    await press('Ver mais casos');
    expect(container.querySelectorAll('article')).toHaveLength(80);
    scrolled();
    await waitFor(() => expect(container.querySelectorAll('article')).toHaveLength(120));
    await press('Ver mais casos');
    expect(container.querySelectorAll('article')).toHaveLength(130);
    expect(screen.queryByRole('button', { name: 'Ver mais casos' })).toBeNull();
    queues.shape = 'table';
    await waitFor(() => expect(container.querySelectorAll('tbody tr')).toHaveLength(80));
    await press('Ver mais casos');
    expect(container.querySelectorAll('tbody tr')).toHaveLength(130);
    vi.unstubAllGlobals();
  });
  test('shows what a filter leaves, and the way back from nothing', async () => {
    await speak('pt-BR');
    const { text } = board();
    await press('Vencidos 1');
    expect(text()).toContain('Rita Alves');
    expect(text()).not.toContain('João Prates');
    queues.rows = entries().slice(1, 2);
    await waitFor(() => expect(text()).not.toContain('Rita Alves'));
    expect(screen.getByRole('button', { name: 'Vencidos 0' }).getAttribute('aria-pressed')).toBe('true');
    await press('Ver todos');
    expect(text()).toContain('João Prates');
  });
  test('and the table show the same cases in the same order', async () => {
    await speak('pt-BR');
    const { container } = show(QueueTable, { rows: entries(), you: olga.id, caption: 'Fila', onmenu: nothing });
    const names = [...container.querySelectorAll('tbody tr')].map(
      (row) => /Marina|João|Rita|Caio/.exec(row.textContent ?? '')?.[0],
    );
    expect(names).toEqual(['Rita', 'Marina', 'João', 'Caio']);
  });
});

describe('the menu of an entry', () => {
  const menu = async (allowed: string[]) => {
    vi.spyOn(api, 'case').mockResolvedValue({ ok: true, value: officersView({ allowed }) });
    const row = queued();
    show(EntryMenu, { row, onclose: nothing }, { dense: true });
    return { row, opened: await dialog() };
  };
  test('offers what the case allows, once it is known', async () => {
    await speak('pt-BR');
    const { opened } = await menu(['escalation.claim']);
    expect(await opened.findByRole('button', { name: 'Assumir o caso' })).toBeDefined();
    expect(opened.queryByRole('radio')).toBeNull();
  });
  test('changes the priority of the case', async () => {
    await speak('es');
    const command = vi.spyOn(api, 'command');
    const { opened, row } = await menu(['escalation.prioritise']);
    (await opened.findByRole('radio', { name: 'Urgente' })).click();
    await waitFor(() =>
      expect(command).toHaveBeenCalledWith(
        row.id,
        { type: 'escalation.prioritise', priority: 'urgent' },
        expect.any(String),
      ),
    );
  });
  test('says why the case cannot be seen, and tries again', async () => {
    await speak('pt-BR');
    const look = vi
      .spyOn(api, 'case')
      .mockResolvedValue({ ok: false, problem: { type: '', title: '', status: 0, code: 'offline' } });
    show(EntryMenu, { row: queued(), onclose: nothing }, { dense: true });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/\S{3}/);
    await press('Tentar de novo');
    expect(look).toHaveBeenCalledTimes(2);
  });
});
