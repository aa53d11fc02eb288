import { createRawSnippet } from 'svelte';
import type { Room } from '$lib/live/room.svelte';
import type { CaseView, FactOf, Stage } from '$lib/api/types';
import { t } from '$lib/messages/index.svelte';
import { Attachments } from '$lib/room/attach.svelte';
import { heated } from '$lib/room/heat';
import { items, type Item, type SpareItem } from '$lib/room/items';
import { Offer } from '$lib/room/offer.svelte';
import AttachButton from '$lib/components/room/AttachButton.svelte';
import AttachedFiles from '$lib/components/room/AttachedFiles.svelte';
import AcceptSheet from '$lib/components/room/AcceptSheet.svelte';
import Bubble from '$lib/components/room/Bubble.svelte';
import CasePage from '$lib/components/room/CasePage.svelte';
import ChannelHeader from '$lib/components/room/ChannelHeader.svelte';
import ComplaintCard from '$lib/components/room/ComplaintCard.svelte';
import Composer from '$lib/components/room/Composer.svelte';
import ConfirmSheet from '$lib/components/room/ConfirmSheet.svelte';
import DatesSheet from '$lib/components/room/DatesSheet.svelte';
import DeclineSheet from '$lib/components/room/DeclineSheet.svelte';
import DiffChips from '$lib/components/room/DiffChips.svelte';
import DisclosureCard from '$lib/components/room/DisclosureCard.svelte';
import ExtensionForm from '$lib/components/room/ExtensionForm.svelte';
import FileLink from '$lib/components/room/FileLink.svelte';
import GapChart from '$lib/components/room/GapChart.svelte';
import HandoverCard from '$lib/components/room/HandoverCard.svelte';
import HideSheet from '$lib/components/room/HideSheet.svelte';
import IdeaCard from '$lib/components/room/IdeaCard.svelte';
import LeakNotice from '$lib/components/room/LeakNotice.svelte';
import MessageLog from '$lib/components/room/MessageLog.svelte';
import OfferBar from '$lib/components/room/OfferBar.svelte';
import OfferTable from '$lib/components/room/OfferTable.svelte';
import OutgoingBubble from '$lib/components/room/OutgoingBubble.svelte';
import Papers from '$lib/components/room/Papers.svelte';
import PauseSheet from '$lib/components/room/PauseSheet.svelte';
import ProposalCard from '$lib/components/room/ProposalCard.svelte';
import ProposalCompare from '$lib/components/room/ProposalCompare.svelte';
import ProposalEditor from '$lib/components/room/ProposalEditor.svelte';
import QuestionCard from '$lib/components/room/QuestionCard.svelte';
import ReleaseButton from '$lib/components/room/ReleaseButton.svelte';
import ReleasedCard from '$lib/components/room/ReleasedCard.svelte';
import RoomTabs from '$lib/components/room/RoomTabs.svelte';
import SpareCard from '$lib/components/room/SpareCard.svelte';
import StageBar from '$lib/components/room/StageBar.svelte';
import SummaryCard from '$lib/components/room/SummaryCard.svelte';
import TermFields from '$lib/components/room/TermFields.svelte';
import TermRows from '$lib/components/room/TermRows.svelte';
import TurnStrip from '$lib/components/room/TurnStrip.svelte';
import WaitCard from '$lib/components/room/WaitCard.svelte';
import WhereBand from '$lib/components/room/WhereBand.svelte';
import WhereSheet from '$lib/components/room/WhereSheet.svelte';
import {
  better,
  CASE,
  companysView,
  complaint,
  days,
  deadline,
  entry,
  evidence,
  mediation,
  mediatorsView,
  officersView,
  problem,
  proposal,
  reais,
  refund,
  terms,
  turn,
  view,
} from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const run = async () => ({ ok: true as const });
const both = { density: 'both' } as const;
const dense = { density: 'dense' } as const;

const conversation = () =>
  events(
    'joint',
    [
      'consumer',
      {
        type: 'complaint_filed',
        complaint: complaint(),
        legal_name: 'Marina Souza',
      } satisfies FactOf<'complaint_filed'>,
    ],
    said('company', 'Sinto muito pela espera. Vi aqui as duas visitas da assistência.'),
    ['consumer', { type: 'evidence_added', shared: false }, evidence()],
    said('consumer', 'Segue a nota. Prefiro o dinheiro de volta.'),
  );
const answering = (over: Partial<CaseView> = {}) =>
  view({
    proposals: [proposal({ state: 'superseded' }), better({ awaits_you: true })],
    turn: turn({ who: 'consumer', what: 'answer_proposal', yours: true, number: 2, channel: 'joint' }),
    allowed: ['proposal.accept', 'proposal.decline', 'proposal.make', 'message.post'],
    ...over,
  });
const talk = (seat: 'consumer' | 'company' | 'mediator', text: string): Extract<Item, { kind: 'message' }> => {
  const found = items(view(), events('joint', said(seat, text))).find((item) => item.kind === 'message');
  if (found?.kind !== 'message') throw new Error('A message makes a message.');
  return found;
};
const offer = (asked: CaseView) => new Offer(room(asked, { events: conversation() }), 'joint', null, 'proposal');
const withFiles = () => {
  const held = new Attachments();
  held.add([new File(['1'], 'nota-fiscal.pdf'), new File(['22'], 'foto-da-porta.jpg')]);
  return held;
};
const question: FactOf<'question_asked'> = {
  type: 'question_asked',
  side: 'consumer',
  question: 'A assistência deixou algum laudo?',
  due: days(5),
};
const handover: FactOf<'handover_filed'> = {
  type: 'handover_filed',
  complaint: complaint(),
  legal_name: 'Marina Souza',
  evidence: [evidence().id],
  left_out: [
    { what: 'joint_conversation', why: 'needs_both_sides' },
    { what: 'private_conversations', why: 'never_passed_on' },
  ],
  procedure_root: 'a1'.repeat(32),
  procedure_size: 12,
};
const released: FactOf<'item_released'> = {
  type: 'item_released',
  channel: 'joint',
  target: 2,
  said_at: days(-2),
  said_by: 'company',
  name: 'Bruna Lima',
  text: 'Podemos devolver o valor da nota.',
};
const spare = (seat: 'mediator' | 'consumer', fact: Parameters<typeof said>[1] extends never ? never : SpareFact) => {
  const found = items(mediation(), events('caucus:consumer', [seat, fact])).find((item) => item.kind !== 'day');
  return found as SpareItem;
};
type SpareFact =
  FactOf<'summary_written'> | FactOf<'disclosure_asked'> | FactOf<'idea_given'> | FactOf<'question_asked'>;

export default [
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
    'room/AttachButton',
    AttachButton,
    {
      'icon alone': () => ({ label: t('room-attach-joint'), onpick: nothing }),
      'in words': () => ({ label: t('room-question-attach'), words: true, onpick: nothing }),
      'not now': () => ({ label: t('room-question-attach'), words: true, disabled: true, onpick: nothing }),
    },
    both,
  ),
  example(
    'room/AttachedFiles',
    AttachedFiles,
    {
      none: () => ({ held: new Attachments() }),
      'two files': () => ({ held: withFiles() }),
    },
    both,
  ),
  example(
    'room/Bubble',
    Bubble,
    {
      "the other's": () => ({
        room: room(view()),
        item: talk('company', 'Bom dia, Marina.'),
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'own, delivered': () => ({
        room: room(view()),
        item: talk('consumer', 'Prefiro o dinheiro.'),
        kind: 'joint' as const,
        isNew: false,
        last: true,
        read: false,
      }),
      'own, seen': () => ({
        room: room(view()),
        item: talk('consumer', 'Prefiro o dinheiro.'),
        kind: 'joint' as const,
        isNew: false,
        last: true,
        read: true,
      }),
      "the mediator's, new": () => ({
        room: room(mediation()),
        item: talk('mediator', 'Vamos por partes.'),
        kind: 'joint' as const,
        isNew: true,
        last: false,
        read: false,
      }),
      'hidden for an insult': () => ({
        room: room(view()),
        item: { ...talk('company', '…'), hidden: 'insult' as const },
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'may be hidden': () => ({
        room: room(mediatorsView({ allowed: ['message.hide'] })),
        item: talk('company', 'Isto é ridículo.'),
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'an apology with a file': () => ({
        room: room(view()),
        item: { ...talk('company', 'Desculpe o transtorno.'), apology: true, files: [evidence()] },
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
    },
    { ...both, inside: 'ul' },
  ),
  example('room/CasePage', CasePage, {
    'a case': () => ({
      id: CASE,
      children: createRawSnippet<[Room]>((entered) => ({ render: () => `<p>${entered().case.reference}</p>` })),
    }),
  }),
  example(
    'room/ChannelHeader',
    ChannelHeader,
    {
      joint: () => ({ view: mediation(), channel: 'joint' }),
      'private, consumer': () => ({ view: mediation(), channel: 'caucus:consumer' }),
      'private, company': () => ({ view: mediatorsView(), channel: 'caucus:company' }),
      "the company's own": () => ({ view: companysView(), channel: 'internal:company' }),
      "the mediator's own": () => ({ view: mediatorsView(), channel: 'notes:mediator' }),
      review: () => ({ view: officersView(), channel: 'review:1' }),
    },
    both,
  ),
  example(
    'room/ComplaintCard',
    ComplaintCard,
    {
      'with everything': () => ({
        complaint: complaint({ accessibility: 'Leio melhor com letras grandes.' }),
        name: 'Marina',
      }),
      'with the least': () => ({
        complaint: { product: 'Refrigerador', story: 'Não gela.', remedy: 'repair' as const },
        name: 'Marina',
      }),
      bare: () => ({ complaint: complaint(), name: 'Marina', bare: true }),
    },
    both,
  ),
  example(
    'room/Composer',
    Composer,
    {
      joint: () => ({ room: room(view({ allowed: ['message.post'] })), channel: 'joint' }),
      private: () => ({ room: room(mediation({ allowed: ['message.post'] })), channel: 'caucus:consumer' }),
      'private, company': () => ({
        room: room(mediatorsView({ allowed: ['message.post'] })),
        channel: 'caucus:company',
      }),
      'own notes': () => ({ room: room(mediatorsView({ allowed: ['note.put'] })), channel: 'notes:mediator' }),
      paused: () => ({
        room: room(mediation({ floor_paused: true, writable: ['caucus:consumer'] })),
        channel: 'joint',
      }),
      closed: () => ({ room: room(view({ phase: 'closed_fulfilled', writable: [] })), channel: 'joint' }),
    },
    both,
  ),
  example(
    'room/ConfirmSheet',
    ConfirmSheet,
    {
      plain: () => ({
        title: t('room-hide-title'),
        body: t('rules-voluntary'),
        yes: t('room-hide-title'),
        act: run,
        onclose: nothing,
      }),
      dangerous: () => ({
        title: t('room-hide-title'),
        body: t('rules-voluntary'),
        yes: t('room-hide-title'),
        danger: true,
        act: run,
        onclose: nothing,
      }),
      refused: () => ({
        title: t('room-hide-title'),
        body: t('rules-voluntary'),
        yes: t('room-hide-title'),
        act: async () => ({ ok: false as const, problem: problem() }),
        onclose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/DatesSheet',
    DatesSheet,
    {
      two: () => ({
        view: view({
          deadlines: [
            deadline(),
            deadline({ rule: 'procedure', owner: 'nobody', due: days(60), length: { unit: 'days', value: 60 } }),
          ],
        }),
        onclose: nothing,
      }),
      'more time may be asked': () => ({ view: view({ allowed: ['deadline.extend'] }), run, onclose: nothing }),
      none: () => ({ view: view({ deadlines: [] }), onclose: nothing }),
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
    'room/DisclosureCard',
    DisclosureCard,
    {
      'asked of you': () => ({
        view: mediation({
          allowed: ['disclosure.answer'],
          disclosures: [{ id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false }],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      allowed: () => ({
        view: mediation({
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: true },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      'not allowed': () => ({
        view: mediation({
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: false },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      'the mediator may use it': () => ({
        view: mediatorsView({
          allowed: ['disclosure.use'],
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: true },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
    },
    both,
  ),
  example(
    'room/ExtensionForm',
    ExtensionForm,
    {
      'may ask': () => ({ view: view({ allowed: ['deadline.extend'] }), rule: 'room_reply' as const, run }),
      'the other asked': () => ({
        view: view({ allowed: ['deadline.extend'], extension: { rule: 'room_reply', asked_by: 'company', days: 5 } }),
        rule: 'room_reply' as const,
        run,
      }),
      'you asked': () => ({
        view: view({ allowed: ['deadline.extend'], extension: { rule: 'room_reply', asked_by: 'consumer', days: 5 } }),
        rule: 'room_reply' as const,
        run,
      }),
    },
    both,
  ),
  example(
    'room/FileLink',
    FileLink,
    {
      plain: () => ({ room: room(view()), file: evidence() }),
      'may be shared': () => ({
        room: room(mediation({ allowed: ['message.post'] })),
        file: evidence(),
        mayShare: true,
      }),
      'its owner may let it be passed on': () => ({
        room: room(mediation({ allowed: ['evidence.allow_sharing'] })),
        file: evidence(),
        owned: 'joint',
      }),
    },
    both,
  ),
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
    'room/HandoverCard',
    HandoverCard,
    {
      'with what was left out': () => ({
        room: room(officersView()),
        fact: handover,
        files: [evidence()],
        at: days(-2),
      }),
    },
    both,
  ),
  example(
    'room/HideSheet',
    HideSheet,
    {
      plain: () => ({
        room: room(mediatorsView({ allowed: ['message.hide'] })),
        event: talk('company', 'Isto é ridículo.').event,
        onclose: nothing,
      }),
    },
    both,
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
  example(
    'room/LeakNotice',
    LeakNotice,
    {
      words: () => ({
        view: mediatorsView(),
        id: 'leak',
        leak: { from: 0, to: 20, kind: 'words', side: 'consumer', seq: 2 } as const,
        onremove: nothing,
        onask: nothing,
      }),
      'an amount, cannot be asked': () => ({
        view: mediatorsView(),
        id: 'leak',
        leak: { from: 0, to: 8, kind: 'amount', side: 'company', seq: 2 } as const,
        onremove: nothing,
        onask: null,
      }),
    },
    dense,
  ),
  example(
    'room/MessageLog',
    MessageLog,
    {
      'a conversation': () => ({ room: room(view(), { events: conversation() }), channel: 'joint' }),
      'with an offer to answer': () => ({
        room: room(answering(), {
          events: [
            ...conversation(),
            ...events('joint', ...Array.from({ length: 5 }, () => said('company', '…')), [
              'company',
              {
                type: 'proposal_made',
                author: 'company',
                number: 2,
                terms: better().terms,
                terms_hash: better().terms_hash,
                valid_until: days(4),
              },
            ]).slice(5),
          ],
        }),
        channel: 'joint',
      }),
      empty: () => ({ room: room(view({ heads: { joint: 0 } })), channel: 'joint' }),
      'private, consumer': () => ({
        room: room(mediation(), {
          events: events(
            'caucus:consumer',
            said('mediator', 'O que é mais importante para você?'),
            said('consumer', 'Não esperar mais.'),
          ),
        }),
        channel: 'caucus:consumer',
      }),
      erased: () => ({
        room: room(view(), { events: events('joint', ['consumer', null], said('company', 'Recebemos o pedido.')) }),
        channel: 'joint',
      }),
    },
    both,
  ),
  example('room/OfferBar', OfferBar, {
    plain: () => ({ view: answering(), proposal: better({ awaits_you: true }), onsee: nothing }),
  }),
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
    'room/OutgoingBubble',
    OutgoingBubble,
    {
      kept: () => outgoing('kept'),
      sending: () => outgoing('sending'),
      held: () => outgoing('held'),
      refused: () => outgoing('refused'),
    },
    { ...both, inside: 'ul' },
  ),
  example(
    'room/Papers',
    Papers,
    {
      'a final term': () => ({
        room: room(
          view({
            papers: [
              { paper: 'final_term', number: 1, at: days(-1), pdf_hash: 'a1' },
              { paper: 'procedure', number: 1, at: days(-1), pdf_hash: 'a2' },
            ],
          }),
        ),
      }),
      'none yet': () => ({ room: room(view()) }),
    },
    both,
  ),
  example(
    'room/PauseSheet',
    PauseSheet,
    {
      'an insult': () => ({
        text: 'Vocês são ladrões e eu quero o meu dinheiro.',
        found: heated('Vocês são ladrões e eu quero o meu dinheiro.', 'pt-BR'),
        reader: 'Bruna',
        onreview: nothing,
        onmediator: nothing,
        onanyway: nothing,
      }),
      'without a mediator': () => ({
        text: 'Vocês são ladrões.',
        found: heated('Vocês são ladrões.', 'pt-BR'),
        reader: null,
        onreview: nothing,
        onmediator: null,
        onanyway: nothing,
      }),
    },
    both,
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
    'room/QuestionCard',
    QuestionCard,
    {
      'asked of you': () => ({
        room: room(
          view({
            allowed: ['escalation.answer'],
            question: {
              channel: 'review:1',
              seq: 2,
              side: 'consumer',
              question: question.question,
              asked_at: days(-1),
              due: days(5),
            },
          }),
        ),
        channel: 'review:1',
        seq: 2,
        fact: question,
        who: 'Olga',
      }),
      answered: () => ({ room: room(view()), channel: 'review:1', seq: 2, fact: question, who: 'Olga' }),
      'asked of the other': () => ({
        room: room(view()),
        channel: 'review:1',
        seq: 2,
        fact: { ...question, side: 'company' as const },
        who: 'Olga',
      }),
    },
    both,
  ),
  example(
    'room/ReleaseButton',
    ReleaseButton,
    {
      'may be asked': () => ({
        room: room(view({ phase: 'escalated_ombudsman', allowed: ['escalation.release_item'], entries: [entry()] })),
        channel: 'joint',
        seq: 2,
      }),
      'the other allowed it': () => ({
        room: room(
          view({
            phase: 'escalated_ombudsman',
            allowed: ['escalation.release_item'],
            entries: [entry()],
            releases: [{ channel: 'joint', seq: 2, allowed: ['company'], done: false }],
          }),
        ),
        channel: 'joint',
        seq: 2,
      }),
      done: () => ({
        room: room(view({ releases: [{ channel: 'joint', seq: 2, allowed: ['company', 'consumer'], done: true }] })),
        channel: 'joint',
        seq: 2,
      }),
    },
    both,
  ),
  example(
    'room/ReleasedCard',
    ReleasedCard,
    {
      words: () => ({ view: officersView(), fact: released }),
      'an offer': () => ({ view: officersView(), fact: { ...released, text: null, terms: terms() } }),
    },
    both,
  ),
  example(
    'room/RoomTabs',
    RoomTabs,
    {
      'joint is open': () => ({
        room: room(mediation(), { events: conversation() }),
        channels: ['joint', 'caucus:consumer'],
        channel: 'joint',
        panel: 'panel',
        onchoose: nothing,
      }),
      'private is open': () => ({
        room: room(mediation(), { events: conversation() }),
        channels: ['joint', 'caucus:consumer'],
        channel: 'caucus:consumer',
        panel: 'panel',
        onchoose: nothing,
      }),
      'at a desk': () => ({
        room: room(companysView()),
        channels: ['joint', 'internal:company'],
        channel: 'joint',
        panel: 'panel',
        onchoose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/SpareCard',
    SpareCard,
    {
      summary: () => ({
        room: room(mediation({ allowed: ['summary.confirm', 'summary.correct'] })),
        channel: 'caucus:consumer',
        item: spare('mediator', { type: 'summary_written', text: 'Você quer o dinheiro de volta, e logo.' }),
        run,
        onshown: nothing,
      }),
      disclosure: () => ({
        room: room(mediation({ allowed: ['disclosure.answer'] })),
        channel: 'caucus:consumer',
        item: spare('mediator', { type: 'disclosure_asked', words: 'Aceitaria R$ 1.200.' }),
        run,
        onshown: nothing,
      }),
    },
    both,
  ),
  example('room/StageBar', StageBar, {
    ...Object.fromEntries(
      (['opening', 'facts', 'negotiating', 'agreement', 'signing'] satisfies Stage[]).map((stage) => [
        stage,
        () => ({ stage }),
      ]),
    ),
    finished: () => ({ stage: 'signing' as const, finished: true }),
    compact: () => ({ stage: 'negotiating' as const, compact: true }),
  }),
  example(
    'room/SummaryCard',
    SummaryCard,
    {
      'to confirm': () => ({
        view: mediation({
          allowed: ['summary.confirm', 'summary.correct'],
          summaries: [{ channel: 'caucus:consumer', text: 'Você quer o dinheiro de volta, e logo.', confirmed: false }],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro de volta, e logo.',
        latest: true,
        run,
      }),
      confirmed: () => ({
        view: mediation({
          summaries: [{ channel: 'caucus:consumer', text: 'Você quer o dinheiro de volta, e logo.', confirmed: true }],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro de volta, e logo.',
        latest: true,
        run,
      }),
      corrected: () => ({
        view: mediatorsView({
          summaries: [
            {
              channel: 'caucus:consumer',
              text: 'Você quer o dinheiro.',
              confirmed: false,
              correction: 'Quero o dinheiro e o frete.',
            },
          ],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro.',
        latest: true,
        run,
      }),
      former: () => ({ view: mediation(), channel: 'caucus:consumer', text: 'Você quer trocar.', latest: false, run }),
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
      'with clauses': () => ({
        view: view(),
        terms: terms([refund()], ['A empresa paga o frete.']),
        reader: 'consumer' as const,
      }),
    },
    both,
  ),
  example(
    'room/TurnStrip',
    TurnStrip,
    {
      yours: () => ({ view: answering() }),
      "the company's": () => ({ view: view() }),
      "the mediator's": () => ({ view: mediation({ turn: turn({ who: 'mediator', what: 'mediate', until: null }) }) }),
      late: () => ({ view: view({ turn: turn({ until: days(-1) }) }) }),
      'brief, more time may be asked': () => ({
        view: companysView({ allowed: ['deadline.extend'] }),
        brief: true,
        run,
      }),
      'nobody acts': () => ({
        view: view({ phase: 'closed_fulfilled', turn: turn({ who: 'nobody', what: 'nothing', until: null }) }),
      }),
    },
    both,
  ),
  example(
    'room/WaitCard',
    WaitCard,
    {
      'the company answers': () => ({ view: view() }),
      'the mediator acts': () => ({
        view: mediation({ turn: turn({ who: 'mediator', what: 'mediate', until: null }) }),
      }),
    },
    both,
  ),
  example(
    'room/WhereBand',
    WhereBand,
    {
      'in a queue': () => ({
        room: room(view({ phase: 'escalated_ombudsman', entries: [entry({ state: 'waiting', officer: null })] })),
      }),
      'an officer asks you': () => ({
        room: room(
          view({
            phase: 'escalated_ombudsman',
            entries: [entry({ state: 'waiting_for_party', waiting_for: 'consumer' })],
          }),
        ),
      }),
      'back in mediation': () => ({
        room: room(
          mediation({
            entries: [entry({ state: 'remitted' })],
            deadlines: [deadline({ rule: 'remitted_mediation', due: days(30) })],
          }),
        ),
      }),
      'somebody is awaited': () => ({ room: room(view({ awaited: { side: 'company', until: days(5) } })) }),
      nothing: () => ({ room: room(view()) }),
    },
    both,
  ),
  example(
    'room/WhereSheet',
    WhereSheet,
    {
      'in a queue': () => ({ view: view({ phase: 'escalated_ombudsman', entries: [entry()] }), onclose: nothing }),
    },
    both,
  ),
];

function outgoing(state: 'kept' | 'sending' | 'held' | 'refused') {
  const own = room(view());
  void own.send({ type: 'message.post', channel: 'joint', text: 'Pode ser na quinta?' });
  const out = own.log('joint').outgoing[0]!;
  out.state = state;
  if (state === 'refused') out.problem = problem({ code: 'floor_paused' });
  return { room: own, out, onedit: nothing };
}
function fields(index: number) {
  const asked = view({ proposals: [proposal({ author: 'consumer' })] });
  const made = offer(asked);
  return { view: asked, offer: made, term: made.draft.terms[index]!, index };
}
