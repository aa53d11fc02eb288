// The cards of private conversations and of a review: what may be told, what was understood, what is passed on.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { CaseView } from '$lib/api/types';
import {
  complaint,
  days,
  entry,
  mediation,
  mediatorsView,
  officersView,
  terms,
  view,
} from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { dialog, prepareTests, press, sends, server, show, speak } from '../../../workbench/show';
import FormSheet from '../form/FormSheet.svelte';
import ActsSheet from './ActsSheet.svelte';
import ComplaintCard from './ComplaintCard.svelte';
import DisclosureCard from './DisclosureCard.svelte';
import GroundRules from './GroundRules.svelte';
import HandOverSheet from './HandOverSheet.svelte';
import Papers from './Papers.svelte';
import ReleaseButton from './ReleaseButton.svelte';
import ReleasedCard from './ReleasedCard.svelte';
import SummaryCard from './SummaryCard.svelte';

prepareTests();
const nothing = () => undefined;
const CAUCUS = 'caucus:consumer';

describe('a request to tell', () => {
  const words = 'Aceitaria R$ 1.200.';
  const card = (allowed: boolean | null, given: (over: Partial<CaseView>) => CaseView, may: string, used = false) => {
    const run = server();
    const shown = show(DisclosureCard, {
      view: given({
        allowed: [may],
        disclosures: [{ id: 2, channel: CAUCUS, words, used, ...(allowed === null ? {} : { allowed }) }],
      }),
      channel: CAUCUS,
      seq: 2,
      words,
      run,
    });
    return { run, ...shown };
  };
  test.each([
    ['pt-BR', 'Pode contar', 'Não contar'],
    ['es', 'Puede contar', 'No contar'],
  ] as const)('is answered either way, in %s', async (language, yes, no) => {
    await speak(language);
    const first = card(null, mediation, 'disclosure.answer');
    await press(yes);
    expect(first.run).toHaveBeenCalledWith({ type: 'disclosure.answer', id: 2, allow: true });
    first.container.remove();
    const second = card(null, mediation, 'disclosure.answer');
    await press(no);
    expect(second.run).toHaveBeenCalledWith({ type: 'disclosure.answer', id: 2, allow: false });
  });
  test('cannot be answered twice', async () => {
    await speak('pt-BR');
    const { text } = card(false, mediation, 'disclosure.answer');
    expect(text()).toContain('Você não autorizou');
    expect(screen.queryByRole('button')).toBeNull();
  });
  test('is brought to the joint room only after it was allowed, and once', async () => {
    await speak('pt-BR');
    card(null, mediatorsView, 'disclosure.use');
    card(true, mediatorsView, 'disclosure.use', true);
    expect(screen.queryByRole('button')).toBeNull();
    const { run } = card(true, mediatorsView, 'disclosure.use');
    await press('Levar à sala conjunta');
    expect(run).toHaveBeenCalledWith({ type: 'disclosure.use', side: 'consumer', id: 2 });
  });
});

describe('what the mediator understood', () => {
  const card = (refusal?: string) => {
    const run = server(refusal);
    const text = 'Você quer o dinheiro.';
    show(SummaryCard, {
      view: mediation({
        allowed: ['summary.confirm', 'summary.correct'],
        summaries: [{ channel: CAUCUS, text, confirmed: false }],
      }),
      channel: CAUCUS,
      text,
      latest: true,
      run,
    });
    return run;
  };
  test('is confirmed by one press', async () => {
    await speak('es');
    const run = card();
    await press('Es así');
    expect(run).toHaveBeenCalledWith({ type: 'summary.confirm' });
  });
  test('is corrected in words, never in none', async () => {
    await speak('pt-BR');
    const run = card();
    await press('Corrigir');
    const form = screen.getByRole('textbox').closest('form')!;
    form.requestSubmit();
    expect(run).not.toHaveBeenCalled();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' E o frete. ' } });
    form.requestSubmit();
    await waitFor(() => expect(run).toHaveBeenCalledWith({ type: 'summary.correct', text: 'E o frete.' }));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  });
  test('keeps the correction where it was refused', async () => {
    await speak('pt-BR');
    card('case_suspended');
    await press('Corrigir');
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'E o frete.' } });
    screen.getByRole('textbox').closest('form')!.requestSubmit();
    await screen.findByRole('alert');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('E o frete.');
  });
});

describe('passing something on to the officer', () => {
  const item = (over: Partial<CaseView> = {}) => {
    const own = room(view({ phase: 'escalated_ombudsman', releasable: ['joint'], entries: [entry()], ...over }));
    const send = sends(own);
    return { send, ...show(ReleaseButton, { room: own, channel: 'joint', seq: 2 }) };
  };
  test('is asked for once more, then sent', async () => {
    await speak('pt-BR');
    const { send } = item();
    await press('Passar para a análise');
    const asked = await dialog();
    expect(send).not.toHaveBeenCalled();
    asked
      .getAllByRole('button', { name: /Passar/ })
      .at(-1)!
      .click();
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith({ type: 'escalation.release_item', channel: 'joint', seq: 2 }),
    );
  });
  test.each([
    ['pt-BR', 'Loja Aurora liberou. Falta você', 'Passado para a análise'],
    ['es', 'Loja Aurora lo liberó. Falta usted', 'Pasado a la revisión'],
  ] as const)('says in %s who allowed it, and that it is done', async (language, waits, done) => {
    await speak(language);
    expect(item({ releases: [{ channel: 'joint', seq: 2, allowed: ['company'], done: false }] }).text()).toContain(
      waits,
    );
    expect(
      item({ releases: [{ channel: 'joint', seq: 2, allowed: ['company', 'consumer'], done: true }] }).text(),
    ).toContain(done);
  });
  test('is not there without the right to it', async () => {
    await speak('pt-BR');
    expect(item({ releasable: [] }).text()).toBe('');
  });
});

test('what was released says who said it, when, and where', async () => {
  await speak('es');
  const fact = {
    type: 'item_released',
    channel: 'joint',
    target: 2,
    said_at: days(-2),
    said_by: 'company',
    name: 'Bruna Lima',
  } as const;
  expect(show(ReleasedCard, { view: officersView(), fact: { ...fact, text: 'Devolvemos.' } }).text()).toMatch(
    /Dicho por Bruna Lima en la sala conjunta.*“Devolvemos\.”/,
  );
  expect(show(ReleasedCard, { view: officersView(), fact: { ...fact, terms: terms() } }).text()).toMatch(/R\$\s900/);
});

test('the rules of the room are accepted in the version that was read', async () => {
  await speak('pt-BR');
  const own = room(mediation({ allowed: ['ground_rules.accept'], ground_rules: { version: 3, accepted: [] } }));
  const send = sends(own);
  const { text } = show(GroundRules, { room: own });
  expect(text()).toContain('Paulo aceitou mediar.');
  await press(/Aceito os termos/);
  expect(send).toHaveBeenCalledWith({ type: 'ground_rules.accept', version: 3 });
});

test('a complaint shows what it has and no empty rows', async () => {
  await speak('pt-BR');
  const { text } = show(ComplaintCard, {
    complaint: { product: 'Fogão', story: 'Não acende.', remedy: 'repair' },
    name: 'Marina',
  });
  expect(text()).toContain('Conserto');
  expect(text()).not.toContain('Protocolos');
  expect(show(ComplaintCard, { complaint: complaint(), name: 'Marina' }).text()).toContain('2026-118, 2026-203');
});

test('a question is asked once, and its refusal is said while it stays open', async () => {
  await speak('pt-BR');
  const onclose = vi.fn();
  const no = vi.fn(server('case_suspended'));
  show(FormSheet, {
    title: 'Sair?',
    lead: 'Você não lê mais.',
    yes: 'Sair',
    act: () => no({ type: 'mediation.leave' }),
    onclose,
  });
  await press('Sair');
  expect((await screen.findByRole('alert')).textContent).toMatch(/\S{3}/);
  expect(onclose).not.toHaveBeenCalled();
});

test('an act is chosen from the list', async () => {
  await speak('es');
  const onact = vi.fn();
  show(ActsSheet, {
    acts: [{ doing: 'papers', icon: 'document', words: 'Documentos' }] as const,
    onact,
    onclose: nothing,
  });
  await press('Documentos');
  expect(onact).toHaveBeenCalledWith('papers');
});

test('a case is handed over to somebody chosen, for a reason', async () => {
  await speak('pt-BR');
  const own = room(view({ allowed: ['seat.hand_over'] }));
  const send = sends(own);
  show(HandOverSheet, { room: own, onclose: nothing });
  await screen.findByLabelText('Olga Prado');
  await press('Passar o caso');
  expect(send).not.toHaveBeenCalled();
});

test('documents are listed, or said to be none yet', async () => {
  await speak('pt-BR');
  expect(show(Papers, { room: room(view()) }).text()).toContain('Ainda não há documentos do procedimento.');
  show(Papers, {
    room: room(view({ papers: [{ paper: 'final_term', number: 1, at: days(-1), pdf_hash: 'a1', may_take: true }] })),
  });
  expect(screen.getAllByRole('link').some((link) => link.getAttribute('href')?.includes('final_term.pdf'))).toBe(true);
});
