// Proposal 1, counter-proposal 2, and the call for a mediator.
import { expect } from '@playwright/test';
import { unchanged } from '../support/person.ts';
import type { Story } from './cast.ts';

/// A hash of the same shape that belongs to other terms.
const another = (hash: string): string => (hash.startsWith('A') ? 'B' : 'A') + hash.slice(1);

/// The current state of a proposal, as one of the sides sees it.
async function proposal(story: Story, number: number): Promise<any> {
  const view = await story.consumer.view(story.caseId);
  return view.proposals.find((one: any) => one.number === number);
}

export async function theyExchangeProposals(story: Story): Promise<void> {
  const { consumer, rep, chance, room, caseId } = story;
  const first = chance.between(10_000, 200_000);
  const asked = first + chance.between(1_000, 90_000);
  const terms = {
    obligations: [
      {
        kind: 'refund',
        debtor: 'company',
        money: { amount: first, currency: 'BRL' },
        due: { days_after_signature: 5, working_days: true },
      },
    ],
  };
  const make = (change: object) => ({
    type: 'proposal.make',
    channel: 'joint',
    terms: { obligations: [{ ...terms.obligations[0], ...change }] },
  });

  await unchanged(caseId, [consumer, rep], async () => {
    await rep.refused(caseId, make({ money: { amount: -5, currency: 'BRL' } }), 'amount_negative');
    await rep.refused(caseId, make({ money: { amount: 1_000_000_000_001, currency: 'BRL' } }), 'amount_too_large');
    await rep.refused(caseId, make({ money: { amount: first, currency: 'ZZZ' } }), 'currency_unknown');
    await rep.refused(caseId, make({ due: { on: '2001-01-01' } }), 'date_in_the_past');
    await rep.refused(caseId, { type: 'proposal.make', channel: 'joint', terms: { obligations: [] } }, 'terms_empty');
    await rep.refused(
      caseId,
      { type: 'proposal.make', channel: 'joint', terms, answers: 7 },
      'answers_unknown_proposal',
    );
  });

  story.terms = [{ kind: 'refund', centavos: first, days: chance.between(3, 12), words: 'por Pix' }];
  await room.company.offer(story.terms, 'É o que podemos devolver hoje.');
  await expect(room.consumer.proposal(1)).toBeVisible();

  const one = await proposal(story, 1);
  await unchanged(caseId, [consumer, rep], async () => {
    await rep.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 1, terms_hash: one.terms_hash },
      'proposal_is_yours',
    );
    await consumer.refused(caseId, { type: 'proposal.withdraw', channel: 'joint', number: 1 }, 'proposal_is_not_yours');
    await consumer.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 1, terms_hash: another(one.terms_hash) },
      'terms_hash_mismatch',
    );
    await consumer.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 9, terms_hash: one.terms_hash },
      'proposal_not_found',
    );
  });

  // The counter-proposal asks for more money, and for an apology.
  story.terms = [
    { kind: 'refund', centavos: asked, days: chance.between(2, 5), words: 'por Pix' },
    { kind: 'apologise', days: 5 },
  ];
  await room.consumer.counter(1, story.terms, 'Isto cobre o que perdi.');
  await expect(room.company.proposal(2)).toBeVisible();
  const two = await proposal(story, 2);
  expect(two).toMatchObject({ answers: 1, state: 'open', author: 'consumer' });
  expect(two.terms.obligations).toMatchObject([
    { kind: 'refund', money: { amount: asked, currency: 'BRL' } },
    { kind: 'apologise', debtor: 'company' },
  ]);
  expect((await proposal(story, 1)).state).toBe('countered');

  await unchanged(caseId, [consumer, rep], async () => {
    // A proposal that is no longer open, and the right number with the hash of other terms.
    await consumer.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 1, terms_hash: one.terms_hash },
      'proposal_not_open',
    );
    await rep.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 2, terms_hash: one.terms_hash },
      'terms_hash_mismatch',
    );
  });
}

export async function oneAsksForAMediator(story: Story): Promise<void> {
  const { consumer, rep, mediator, chance, room, caseId, acordo } = story;
  await unchanged(caseId, [consumer, rep], async () => {
    await rep.refused(caseId, { type: 'ground_rules.accept', version: 1 }, 'wrong_phase');
    await rep.refused(caseId, { type: 'mediator.accept', no_conflict: true, disclosure: 'Nada' }, 'not_yours');
    await consumer.refused(
      caseId,
      { type: 'idea.give', terms: { obligations: [], clauses: ['Uma ideia'] } },
      'wrong_phase',
    );
  });
  await chance.pick([room.consumer, room.company]).askForMediator();
  await acordo.mail.take(mediator.email, /https?:\/\//);
  for (const person of [consumer, rep]) {
    await expect.poll(async () => (await person.view(caseId)).mediator?.state).toBe('assigned');
  }
  await unchanged(caseId, [consumer, rep], async () => {
    await consumer.refused(caseId, { type: 'mediator.request' }, 'mediator_already_requested');
  });
}
