// What a reader sees of a proposal, and what happens when its buttons are pressed.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import {
  better,
  companysView,
  mediation,
  mediatorsView,
  proposal,
  reais,
  refund,
  terms,
  view,
} from '../../../workbench/builders/case';
import { dialog, prepareTests, press, server, show, speak } from '../../../workbench/show';
import AcceptSheet from './AcceptSheet.svelte';
import DeclineSheet from './DeclineSheet.svelte';
import DiffChips from './DiffChips.svelte';
import GapChart from './GapChart.svelte';
import IdeaCard from './IdeaCard.svelte';
import OfferBar from './OfferBar.svelte';
import ProposalCard from './ProposalCard.svelte';
import ProposalCompare from './ProposalCompare.svelte';
import TermRows from './TermRows.svelte';

prepareTests();
const offered = () => better({ awaits_you: true });
const toAnswer = () =>
  view({
    proposals: [proposal({ state: 'superseded' }), offered()],
    allowed: ['proposal.accept', 'proposal.decline', 'proposal.make'],
  });
const nothing = () => undefined;

describe('an offer', () => {
  test.each([
    ['pt-BR', 'Proposta 2 de Loja Aurora', /R\$\s300 a mais, melhor para você/],
    ['es', 'Propuesta 2 de Loja Aurora', /R\$\s300 más, mejor para usted/],
  ] as const)('says in %s whose it is and what is better for the reader', async (language, title, chip) => {
    await speak(language);
    const { text } = show(ProposalCard, { view: toAnswer(), proposal: offered(), run: server() });
    expect(screen.getByRole('article', { name: title })).toBeDefined();
    expect(text()).toMatch(chip);
  });

  test('is further away for the side that pays more', async () => {
    await speak('pt-BR');
    const { text } = show(TermRows, {
      view: companysView(),
      terms: offered().terms,
      changes: offered().changes,
      reader: 'company',
    });
    expect(text()).toMatch(/R\$\s300 a mais, pior para você/);
    expect(text()).not.toContain('melhor');
  });

  test('names both sides where it is drawn as somebody else will see it', async () => {
    await speak('pt-BR');
    const { text } = show(
      TermRows,
      { view: view(), terms: terms(), reader: 'company', seenBy: 'company' },
      { dense: true },
    );
    expect(text()).toContain('Marina');
  });

  test('offers its buttons only to whom it waits for, and a counter only where one may be made', async () => {
    await speak('pt-BR');
    show(ProposalCard, {
      view: view({ allowed: ['proposal.accept', 'proposal.decline'] }),
      proposal: offered(),
      run: server(),
    });
    expect(screen.getAllByRole('button').map((one) => one.textContent?.trim())).toEqual(['Aceitar', 'Recusar']);
  });

  test('hands itself to whoever counters or compares', async () => {
    await speak('es');
    const oncounter = vi.fn();
    const oncompare = vi.fn();
    show(ProposalCard, { view: toAnswer(), proposal: offered(), run: server(), oncounter, oncompare });
    await press('Proponer otra');
    await press('Comparar');
    expect(oncounter).toHaveBeenCalledWith(offered());
    expect(oncompare).toHaveBeenCalledWith(offered());
  });

  test('shows the keys at a desk that uses them, hidden from a screen reader', async () => {
    await speak('pt-BR');
    show(
      ProposalCard,
      { view: toAnswer(), proposal: offered(), run: server(), keys: true, oncounter: nothing },
      { dense: true },
    );
    expect(screen.getByRole('button', { name: 'Aceitar' }).textContent).toContain('A');
    expect(screen.getByRole('button', { name: 'Aceitar' }).classList).toContain('sm');
  });

  test.each([
    ['accepted', 'Aceita', 'Aceptada'],
    ['declined', 'Recusada', 'Rechazada'],
    ['expired', 'Vencida', 'Vencida'],
  ] as const)('that was %s says so and offers nothing', async (state, portuguese, spanish) => {
    for (const [language, words] of [
      ['pt-BR', portuguese],
      ['es', spanish],
    ] as const) {
      await speak(language);
      const { text, container } = show(ProposalCard, { view: view(), proposal: proposal({ state }), run: server() });
      expect(text()).toContain(words);
      expect(container.querySelectorAll('button')).toHaveLength(0);
    }
  });

  test('of the mediator that needed both never tells who said no', async () => {
    await speak('pt-BR');
    const { text } = show(ProposalCard, {
      view: mediation(),
      proposal: proposal({ author: 'mediator', state: 'not_agreed' }),
      run: server(),
    });
    expect(text()).not.toContain('Recusada');
    expect(text()).toContain('Sem o aceite dos dois lados');
  });

  test("of the mediator's tells the reader's own answer and waits for both", async () => {
    await speak('pt-BR');
    const { text } = show(ProposalCard, {
      view: mediation(),
      proposal: proposal({ author: 'mediator', own_answer: true }),
      run: server(),
    });
    expect(text()).toContain('Você aceitou.');
    expect(text()).toContain('Aguardando os dois');
  });

  test('is taken back only after asking once', async () => {
    await speak('pt-BR');
    const run = server();
    const own = proposal({ yours: true });
    show(ProposalCard, { view: companysView({ allowed: ['proposal.withdraw'] }), proposal: own, run });
    await press('Retirar proposta');
    const asked = await dialog();
    expect(run).not.toHaveBeenCalled();
    asked.getByRole('button', { name: 'Retirar proposta' }).click();
    await waitFor(() => expect(run).toHaveBeenCalledWith({ type: 'proposal.withdraw', channel: 'joint', number: 1 }));
  });
});

describe('accepting', () => {
  test('sums up what one gets and gives, then sends the terms as they were read', async () => {
    await speak('pt-BR');
    const run = server();
    const onclose = vi.fn();
    const { text } = show(AcceptSheet, {
      view: toAnswer(),
      proposal: offered(),
      subject: 'Refrigerador',
      run,
      onclose,
    });
    expect(text()).toMatch(/Você recebe: Dinheiro de volta\sR\$\s1\.200/);
    expect(text()).toContain('Seu compromisso: Entrega');
    await press(/^Sim|Aceit/);
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(run).toHaveBeenCalledWith({
      type: 'proposal.accept',
      channel: 'joint',
      number: 2,
      terms_hash: offered().terms_hash,
    });
  });

  test('accepts nothing once the offer is no longer open, and says so', async () => {
    await speak('es');
    const gone = view({ proposals: [{ ...offered(), state: 'withdrawn', awaits_you: false }] });
    show(AcceptSheet, { view: gone, proposal: offered(), run: server(), onclose: nothing });
    expect(screen.getByRole('alert').textContent).toMatch(/propuesta/);
    expect(screen.getAllByRole('button').map((one) => one.textContent?.trim())).not.toContain('Aceptar');
  });

  test('says why it was refused and stays', async () => {
    await speak('pt-BR');
    const onclose = vi.fn();
    show(AcceptSheet, { view: toAnswer(), proposal: offered(), run: server('proposal_expired'), onclose });
    await press(/^Sim|Aceit/);
    expect((await screen.findByRole('alert')).textContent).toMatch(/\S{3}/);
    expect(onclose).not.toHaveBeenCalled();
  });
});

test('a decline carries its reason and what would work, where somebody says so', async () => {
  await speak('pt-BR');
  const run = server();
  show(DeclineSheet, { view: toAnswer(), proposal: offered(), run, onclose: nothing });
  await press('O valor é baixo', 'radio');
  await press('Recusar');
  await waitFor(() =>
    expect(run).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'proposal.decline', number: 2, ground: 'amount_too_low' }),
    ),
  );
});

test.each([
  ['pt-BR', 'R$ 300 a mais, melhor para você', 'mais tarde, pior para você'],
  ['es', 'R$ 300 más, mejor para usted', 'más tarde, peor para usted'],
] as const)('a change says in words what its colour shows, in %s', async (language, good, bad) => {
  await speak(language);
  const { text } = show(DiffChips, {
    chips: [
      { field: 'money', tone: 'better', icon: 'up', text: 'more', by: reais(300) },
      { field: 'due', tone: 'further', icon: 'down', text: 'later', by: null },
    ],
  });
  expect(text()).toContain(good);
  expect(text()).toContain(bad);
});

test('the bar names the offer that waits and leads to it', async () => {
  await speak('es');
  const onsee = vi.fn();
  const { text } = show(OfferBar, { view: toAnswer(), proposal: offered(), onsee });
  expect(text()).toMatch(/Propuesta 2 de Loja Aurora: Devolución de dinero R\$\s1\.200/);
  await press(/Ver propuesta/);
  expect(onsee).toHaveBeenCalled();
});

test('a comparison leaves out what is the same until asked', async () => {
  await speak('pt-BR');
  const { text } = show(ProposalCompare, { view: toAnswer(), proposal: offered(), onclose: nothing });
  expect(text()).not.toContain('Entrega');
  await press('Mostrar termos iguais');
  expect(text()).toContain('Entrega');
});

test('the chart needs two figures, and its table says them all', async () => {
  await speak('pt-BR');
  const one = show(GapChart, { view: companysView(), proposals: [proposal()] });
  expect(one.text()).toBe('');
  const { text } = show(GapChart, {
    view: companysView(),
    proposals: [proposal(), proposal({ number: 2, author: 'consumer', terms: terms([refund(1500)]) })],
    draft: reais(1350),
  });
  expect(text()).toMatch(/Proposta 1 de Loja Aurora\s?R\$\s900/);
  expect(text()).toMatch(/rascunho, só você vê\s?R\$\s1\.350/);
});

describe('an idea', () => {
  const idea = { id: 2, channel: 'caucus:consumer', terms: terms([refund(1200)]), allowed: false };
  test('is carried only after its giver allows it', async () => {
    await speak('pt-BR');
    const run = server();
    show(IdeaCard, {
      view: mediation({ allowed: ['idea.allow_conveying'], ideas: [idea] }),
      channel: 'caucus:consumer',
      seq: 2,
      terms: idea.terms,
      run,
    });
    await press('Pode levar ao outro lado');
    const asked = await dialog();
    expect(run, 'a question comes before what the other side may accept').not.toHaveBeenCalled();
    asked.getByText(/proposta sua, com número\. Loja Aurora poderá aceitar/);
    await fireEvent.click(asked.getByRole('button', { name: 'Pode levar ao outro lado' }));
    expect(run).toHaveBeenCalledWith({ type: 'idea.allow_conveying', id: 2 });
  });
  test('cannot be carried by the mediator before', async () => {
    await speak('pt-BR');
    show(IdeaCard, {
      view: mediatorsView({ allowed: ['idea.convey'], ideas: [idea] }),
      channel: 'caucus:consumer',
      seq: 2,
      terms: idea.terms,
      run: server(),
    });
    expect(screen.queryByRole('button', { name: /Levar/ })).toBeNull();
  });
});
