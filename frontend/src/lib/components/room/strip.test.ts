// What is above and below the log: whose turn it is, where the case is, what happens next, how the connection is.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { CaseView } from '$lib/api/types';
import { clockNow } from '$lib/room/now.svelte';
import { companysView, days, deadline, entry, mediation, turn, view } from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, server, show, speak } from '../../../workbench/show';
import DatesSheet from './DatesSheet.svelte';
import ExtensionForm from './ExtensionForm.svelte';
import LinkBanner from './LinkBanner.svelte';
import StageBar from './StageBar.svelte';
import TurnStrip from './TurnStrip.svelte';
import WaitCard from './WaitCard.svelte';
import WhereBand from './WhereBand.svelte';

prepareTests();
const nothing = () => undefined;

describe('the strip of the turn', () => {
  test.each([
    ['pt-BR', 'Sua vez: responda à proposta', 'Vez da empresa Loja Aurora', 'Responde até'],
    ['es', 'Su turno: responda a la propuesta', 'Turno de la empresa Loja Aurora', 'Tiene hasta'],
  ] as const)('says in %s whose turn it is, for what and until when', async (language, yours, theirs, until) => {
    await speak(language);
    expect(
      show(TurnStrip, { view: view({ turn: turn({ who: 'consumer', what: 'answer_proposal', yours: true }) }) }).text(),
    ).toContain(yours);
    const other = show(TurnStrip, { view: view() }).text();
    expect(other).toContain(theirs);
    expect(other).toContain(until);
  });
  test('says that nobody acts, without a date', async () => {
    await speak('pt-BR');
    const { text } = show(TurnStrip, { view: view({ turn: turn({ who: 'nobody', what: 'nothing', until: null }) }) });
    expect(text()).toContain('Ninguém precisa agir agora');
    expect(text()).not.toContain('até');
  });
  test('says late of what is late, what is left of the last day, and of a closed case how it ended', async () => {
    await speak('pt-BR');
    // The deadline is the end of Friday in São Paulo.
    const until = '2026-11-21T03:00:00.000Z';
    const strip = (now: string, over: Partial<CaseView> = {}) => {
      clockNow.follow(now);
      return show(TurnStrip, { view: view({ turn: turn({ until }), ...over }) }).text();
    };
    expect(strip('2026-11-16T12:00:00.000Z')).toMatch(/Responde até sexta, 20 de novembro(?! ·)/);
    expect(strip('2026-11-20T12:30:00.000Z')).toContain('Responde até sexta, 20 de novembro · vence em 14 h');
    expect(strip('2026-11-21T03:00:00.000Z')).toContain('Venceu sexta, 20 de novembro');
    const over = turn({ who: 'nobody', what: 'nothing', until: null });
    const ended = strip('2026-11-21T03:00:00.000Z', { phase: 'closed_fulfilled', turn: over });
    expect(ended).toContain('Encerrado: cumprido');
    expect(ended).not.toContain('Ninguém precisa agir');
  });
  test('tells a deadline in the zone of the case, not of the device', async () => {
    await speak('pt-BR');
    const until = '2026-12-05T02:00:00.000Z';
    const strip = (zone: string) => show(TurnStrip, { view: view({ zone, turn: turn({ until }) }) }).text();
    expect(strip('America/Noronha')).toContain('até sexta, 4 de dezembro');
    expect(strip('UTC')).toContain('até sábado, 5 de dezembro, 2h (UTC)');
  });
  test('opens where the dates come from', async () => {
    await speak('es');
    show(TurnStrip, { view: view() });
    await press(/Loja Aurora/);
    expect((await dialog()).getByText(/5 días hábiles/)).toBeDefined();
  });
  test.each([
    [2, /2 dias|48 h/, 'chip'],
    [0.2, /h/, 'warn'],
    [-1, /h/, 'bad'],
  ] as const)('counts at a desk what is left of %s days', async (left, words, tone) => {
    await speak('pt-BR');
    const { container } = show(
      TurnStrip,
      { view: companysView({ turn: turn({ until: days(left) }) }) },
      { dense: true },
    );
    const chip = container.querySelector('.chip')!;
    expect(chip.textContent).toMatch(words);
    expect(chip.classList).toContain(tone);
  });
});

describe('what happens next', () => {
  test.each([
    ['pt-BR', 'O silêncio da empresa nunca conta contra você.'],
    ['es', 'El silencio de la empresa nunca cuenta en su contra.'],
  ] as const)('tells the consumer in %s what silence never does', async (language, words) => {
    await speak(language);
    expect(show(WaitCard, { view: view() }).text()).toContain(words);
  });
  test('says nothing while the reader has to act', async () => {
    await speak('pt-BR');
    expect(show(WaitCard, { view: view({ turn: turn({ who: 'consumer', what: 'reply', yours: true }) }) }).text()).toBe(
      '',
    );
  });
});

describe('where the case is', () => {
  const queue = (over = {}) => room(view({ phase: 'escalated_ombudsman', entries: [entry(over)] }));
  test.each([
    ['pt-BR', 'Ninguém da equipe assumiu o caso ainda.'],
    ['es', 'Nadie del equipo tomó el caso todavía.'],
  ] as const)('is said of a queue that nobody took it from, in %s', async (language, words) => {
    await speak(language);
    expect(show(WhereBand, { room: queue({ state: 'waiting', officer: null }) }).text()).toContain(words);
  });
  test('names who has it, and whose answer is waited for', async () => {
    await speak('pt-BR');
    expect(show(WhereBand, { room: queue() }).text()).toContain('Olga Prado');
    expect(show(WhereBand, { room: queue({ state: 'waiting_for_party', waiting_for: 'consumer' }) }).text()).toContain(
      'Espera a sua resposta.',
    );
  });
  test('lets a successor take the seat that is awaited', async () => {
    await speak('pt-BR');
    const own = room(companysView({ awaited: { side: 'company', until: days(5) }, allowed: ['seat.join'] }));
    const send = sends(own);
    show(WhereBand, { room: own }, { dense: true });
    (await screen.findByRole('button', { name: 'Entrar no caso' })).click();
    await waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'seat.join' }));
  });
  test('shows the most pressing alone on a phone, all at a desk', async () => {
    await speak('pt-BR');
    const both = () =>
      room(view({ phase: 'escalated_ombudsman', entries: [entry()], awaited: { side: 'company', until: days(5) } }));
    expect(show(WhereBand, { room: both() }).container.querySelectorAll('.where')).toHaveLength(1);
    expect(show(WhereBand, { room: both() }, { dense: true }).container.querySelectorAll('.where')).toHaveLength(2);
  });
  test('explains itself on a press', async () => {
    await speak('es');
    show(WhereBand, { room: queue() });
    await press(/Saber más/);
    expect((await dialog()).getByText('La mediación terminó sin acuerdo')).toBeDefined();
  });
});

describe('the stages', () => {
  test.each([
    ['pt-BR', 'fatos, concluída', 'negociação, etapa atual', 'acordo, depois'],
    ['es', 'hechos, completada', 'negociación, etapa actual', 'acuerdo, después'],
  ] as const)('tell a screen reader in %s what is done, now and later', async (language, ...words) => {
    await speak(language);
    const { text } = show(StageBar, { stage: 'negotiating', phase: 'mediation' });
    for (const one of words) expect(text()).toContain(one);
    expect(screen.getByRole('list').querySelectorAll('[aria-current=step]')).toHaveLength(1);
  });
  test('are all done in a case that is finished', async () => {
    await speak('pt-BR');
    const ended = { stage: 'signing', phase: 'closed_fulfilled' } as const;
    expect(show(StageBar, ended).text()).not.toContain('etapa atual');
    expect(show(StageBar, { ...ended, compact: true }).text()).toContain('As 5 etapas foram concluídas');
  });
  test.each([
    ['closed_no_agreement', 'Encerrado: sem acordo'],
    ['closed_refused', 'Encerrado: não aceito'],
    ['escalated_legal', 'No jurídico'],
  ] as const)('are not told of a case that is in none of them: %s', async (phase, words) => {
    await speak('pt-BR');
    for (const compact of [true, false])
      expect(show(StageBar, { stage: 'negotiating', phase, compact }).text()).toBe(words);
  });
});

describe('more time', () => {
  const may = (over = {}) => view({ allowed: ['deadline.extend'], ...over });
  test('is asked for in days, once opened', async () => {
    await speak('pt-BR');
    const run = server();
    const { container } = show(ExtensionForm, { view: may(), rule: 'room_reply', run });
    await press('Pedir mais tempo');
    expect(run).not.toHaveBeenCalled();
    expect(container.querySelector('input, select')).not.toBeNull();
  });
  test('is agreed to as the other asked for it', async () => {
    await speak('es');
    const run = server();
    show(ExtensionForm, {
      view: may({ extension: { rule: 'room_reply', asked_by: 'company', days: 5 } }),
      rule: 'room_reply',
      run,
    });
    await press('Aceptar 5 días más');
    await waitFor(() => expect(run).toHaveBeenCalledWith({ type: 'deadline.extend', rule: 'room_reply', days: 5 }));
  });
  test('waits for the other once asked', async () => {
    await speak('pt-BR');
    expect(
      show(ExtensionForm, {
        view: may({ extension: { rule: 'room_reply', asked_by: 'consumer', days: 5 } }),
        rule: 'room_reply',
        run: server(),
      }).text(),
    ).toContain('Falta o outro lado.');
  });
});

test('the dates say which rule each comes from, or that none runs', async () => {
  await speak('pt-BR');
  const two = [deadline(), deadline({ rule: 'procedure', owner: 'nobody', length: { unit: 'days', value: 60 } })];
  const { text } = show(DatesSheet, { view: view({ deadlines: two }), onclose: nothing });
  expect(text()).toContain('5 dias úteis');
  expect(text()).toContain('60 dias');
  expect(show(DatesSheet, { view: view({ deadlines: [] }), onclose: nothing }).text()).toContain(
    'Nenhum prazo corre agora.',
  );
});

test.each([
  ['pt-BR', 'Sem conexão. O que você escrever fica guardado e vai depois.', 'Conexão restabelecida. 2 novidades.'],
  ['es', 'Sin conexión. Lo que escriba queda guardado y se envía después.', 'Conexión restablecida. 2 novedades.'],
] as const)('the line says in %s that it is gone, and that it is back', async (language, gone, back) => {
  await speak(language);
  const own = room(mediation());
  const { text } = show(LinkBanner, { room: own });
  expect(text()).toBe('');
  own.link = 'lost';
  own.banner = 'offline';
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(gone));
  own.link = 'live';
  own.missed = 2;
  own.banner = 'back';
  await waitFor(() => expect(text()).toContain(back));
});

test.each([
  ['pt-BR', 'o caso segue para a ouvidoria', 'envia um lembrete'],
  ['es', 'el caso pasa al ombudsman', 'envía un recordatorio'],
] as const)(
  'waiting for a first reply ends with the ombudsman, not with a reminder, in %s',
  async (language, on, later) => {
    await speak(language);
    const first = show(WaitCard, { view: view({ deadlines: [deadline({ rule: 'first_reply', due: days(5) })] }) });
    expect(first.text()).toContain(on);
    expect(first.text()).not.toContain(later);
    const replied = show(WaitCard, { view: view({ deadlines: [deadline()] }) });
    expect(replied.text()).not.toContain(on);
  },
);
