import AcceptSheet from '$lib/components/room/AcceptSheet.svelte';
import ChosenClauses from '$lib/components/room/ChosenClauses.svelte';
import ClausePicker from '$lib/components/room/ClausePicker.svelte';
import DeclineSheet from '$lib/components/room/DeclineSheet.svelte';
import DiffChips from '$lib/components/room/DiffChips.svelte';
import GapChart from '$lib/components/room/GapChart.svelte';
import IdeaCard from '$lib/components/room/IdeaCard.svelte';
import OfferBar from '$lib/components/room/OfferBar.svelte';
import OfferPreview from '$lib/components/room/OfferPreview.svelte';
import OfferTable from '$lib/components/room/OfferTable.svelte';
import ProposalCard from '$lib/components/room/ProposalCard.svelte';
import ProposalCompare from '$lib/components/room/ProposalCompare.svelte';
import ProposalEditor from '$lib/components/room/ProposalEditor.svelte';
import TermFields from '$lib/components/room/TermFields.svelte';
import TermRows from '$lib/components/room/TermRows.svelte';
import {
  better,
  companysView,
  days,
  mediation,
  mediatorsView,
  proposal,
  reais,
  refund,
  terms,
  view,
} from '../builders/case';
import { t } from '$lib/messages/index.svelte';
import { chosen } from '../builders/clauses';
import { room } from '../builders/room';
import { example } from '../example';
import { conversation, answering, offer } from '../builders/scenes';

const nothing = () => undefined;
const run = async () => ({ ok: true as const });
const both = { density: 'both' } as const;
const dense = { density: 'dense' } as const;
function fields(index: number) {
  const asked = view({ proposals: [proposal({ author: 'consumer' })] });
  const made = offer(asked);
  return { view: asked, offer: made, term: made.draft.terms[index]!, index };
}

const previewed = () => ({
  view: companysView(),
  title: t('room-offer-of', { number: 1, name: 'Loja Aurora' }),
  terms: terms([refund(1200)]),
  changes: [],
  asked: null,
});

const picking = (picked = chosen()) => {
  const asked = view();
  const made = offer(asked);
  made.draft.chosen = picked.map(({ clause, value }) => (value == null ? { clause } : { clause, value }));
  return { caseId: asked.id, offer: made };
};

export default [
  example(
    'room/ChosenClauses',
    ChosenClauses,
    {
      first: () => ({ caseId: view().id, chosen: chosen() }),
      changed: () => ({
        caseId: view().id,
        chosen: chosen(),
        changes: [
          { clause: 'late_penalty', what: 'changed' as const, value_before: 100, value_after: 200 },
          { clause: 'forum_consumer', what: 'new' as const, value_before: null, value_after: null },
          { clause: 'interest_legal', what: 'dropped' as const, value_before: null, value_after: null },
        ],
      }),
    },
    both,
  ),
  example(
    'room/ClausePicker',
    ClausePicker,
    {
      none: () => picking([]),
      'some chosen': () => picking(),
      'a number at fault': () => {
        const given = picking();
        const penalty = given.offer.draft.chosen[1]!;
        Object.assign(penalty, { value: 900, typed: '9', fault: 'clause-value-out' });
        return given;
      },
    },
    both,
  ),
  example(
    'room/AcceptSheet',
    AcceptSheet,
    {
      'money and a return': () => ({
        view: answering(),
        proposal: better({ awaits_you: true }),
        subject: 'Refrigerador',
        run,
        onclose: nothing,
      }),
      'from the mediator, needs both': () => ({
        view: mediation(),
        proposal: proposal({ author: 'mediator', awaits_you: true }),
        run,
        onclose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/DeclineSheet',
    DeclineSheet,
    {
      plain: () => ({ view: answering(), proposal: better({ awaits_you: true }), run, onclose: nothing }),
    },
    both,
  ),
  example('room/DiffChips', DiffChips, {
    'every tone': () => ({
      chips: [
        { field: 'money', tone: 'better', icon: 'up', text: 'more', by: reais(300) },
        { field: 'due', tone: 'further', icon: 'down', text: 'later', by: null },
        { field: 'presence', tone: 'better', icon: 'plus', text: 'new', by: null },
        { field: 'text', tone: 'same', icon: 'change', text: 'text-changed', by: null },
      ] as const,
    }),
  }),
  example(
    'room/GapChart',
    GapChart,
    {
      apart: () => ({
        view: companysView(),
        proposals: [
          proposal(),
          proposal({ number: 2, author: 'consumer', terms: terms([refund(1500)]) }),
          better({ number: 3 }),
        ],
      }),
      'with a draft': () => ({
        view: companysView(),
        proposals: [proposal(), proposal({ number: 2, author: 'consumer', terms: terms([refund(1500)]) })],
        draft: reais(1350),
      }),
      'one figure': () => ({ view: companysView(), proposals: [proposal()] }),
    },
    dense,
  ),
  example(
    'room/IdeaCard',
    IdeaCard,
    {
      'own, not to be carried': () => ({
        view: mediation({
          allowed: ['idea.allow_conveying'],
          ideas: [{ id: 2, channel: 'caucus:consumer', terms: terms([refund(1200)]), allowed: false }],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        terms: terms([refund(1200)]),
        run,
      }),
      'may be carried': () => ({
        view: mediatorsView({
          allowed: ['idea.convey'],
          ideas: [{ id: 2, channel: 'caucus:consumer', terms: terms([refund(1200)]), allowed: true }],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        terms: terms([refund(1200)]),
        run,
      }),
      carried: () => ({
        view: mediation({
          ideas: [{ id: 2, channel: 'caucus:consumer', terms: terms([refund(1200)]), allowed: true, conveyed: 3 }],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        terms: terms([refund(1200)]),
        run,
      }),
    },
    both,
  ),
  example('room/OfferBar', OfferBar, {
    plain: () => ({ view: answering(), proposal: better({ awaits_you: true }), onsee: nothing }),
  }),
  example(
    'room/OfferPreview',
    OfferPreview,
    {
      'in the own eyes': () => ({ ...previewed(), eyes: 'company' as const, note: '' }),
      "in nobody's, with a note": () => ({ ...previewed(), eyes: null, note: 'Até sexta-feira.' }),
    },
    both,
  ),
  example(
    'room/OfferTable',
    OfferTable,
    {
      'first offer': () => ({ view: companysView(), offer: offer(companysView()), columns: [], onremove: nothing }),
      'against two': () => {
        const before = companysView({
          proposals: [
            proposal(),
            proposal({ number: 2, author: 'consumer', terms: terms([refund(1500)]), awaits_you: true }),
          ],
        });
        return { view: before, offer: offer(before), columns: before.proposals, onremove: nothing };
      },
    },
    dense,
  ),
  example(
    'room/ProposalCard',
    ProposalCard,
    {
      'yours to answer': () => ({
        view: answering(),
        proposal: better({ awaits_you: true }),
        run,
        oncounter: nothing,
        oncompare: nothing,
      }),
      'with keys': () => ({
        view: answering(),
        proposal: better({ awaits_you: true }),
        run,
        oncounter: nothing,
        oncompare: nothing,
        keys: true,
      }),
      'own, waits': () => ({ view: companysView({ allowed: ['proposal.withdraw'] }), proposal: proposal(), run }),
      accepted: () => ({ view: view(), proposal: proposal({ state: 'accepted' }), run }),
      declined: () => ({ view: view(), proposal: proposal({ state: 'declined' }), run }),
      expired: () => ({ view: view(), proposal: proposal({ state: 'expired', valid_until: days(-1) }), run }),
      'from the mediator': () => ({
        view: mediation({ allowed: ['proposal.accept', 'proposal.decline'] }),
        proposal: proposal({ author: 'mediator', awaits_you: true }),
        run,
      }),
      'from the mediator, answered': () => ({
        view: mediation(),
        proposal: proposal({ author: 'mediator', own_answer: true }),
        run,
      }),
    },
    both,
  ),
  example(
    'room/ProposalCompare',
    ProposalCompare,
    {
      'may be countered': () => ({
        view: answering(),
        proposal: better({ awaits_you: true }),
        oncounter: nothing,
        onclose: nothing,
      }),
      'only to read': () => ({
        view: view({ proposals: [proposal(), better()] }),
        proposal: better(),
        onclose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/ProposalEditor',
    ProposalEditor,
    {
      'a first offer': () => ({
        room: room(view({ allowed: ['proposal.make'] }), { events: conversation() }),
        channel: 'joint',
        onclose: nothing,
      }),
      'an answer': () => ({
        room: room(answering(), { events: conversation() }),
        channel: 'joint',
        answers: better({ awaits_you: true }),
        onclose: nothing,
      }),
      'an idea': () => ({
        room: room(mediation({ allowed: ['idea.give'] }), { events: conversation() }),
        channel: 'caucus:consumer',
        idea: true,
        onclose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/TermFields',
    TermFields,
    {
      refund: () => fields(0),
      'with words': () => fields(1),
      'with what both said': () => ({ ...fields(0), hint: 'Loja Aurora: R$ 900' }),
      fixed: () => ({ ...fields(0), fixed: true }),
    },
    both,
  ),
  example(
    'room/TermRows',
    TermRows,
    {
      first: () => ({ view: view(), terms: terms(), reader: 'consumer' as const }),
      changed: () => ({ view: view(), terms: better().terms, changes: better().changes, reader: 'consumer' as const }),
      'changed, to the company': () => ({
        view: companysView(),
        terms: better().terms,
        changes: better().changes,
        reader: 'company' as const,
      }),
      'with clauses of the library': () => ({
        view: view(),
        terms: { ...terms([refund()]), chosen: chosen() },
        reader: 'consumer' as const,
      }),
      'with clauses': () => ({
        view: view(),
        terms: terms([refund()], ['A empresa paga o frete.']),
        reader: 'consumer' as const,
      }),
    },
    both,
  ),
];
