import CaseCard from '$lib/components/consumer/CaseCard.svelte';
import ConsumerCases from '$lib/components/consumer/ConsumerCases.svelte';
import ConsumerRoom from '$lib/components/consumer/ConsumerRoom.svelte';
import Documents from '$lib/components/consumer/Documents.svelte';
import FeedbackSheet from '$lib/components/consumer/FeedbackSheet.svelte';
import GroundRules from '$lib/components/room/GroundRules.svelte';
import AccountCard from '$lib/components/room/AccountCard.svelte';
import AddressForm from '$lib/components/consumer/AddressForm.svelte';
import Invited from '$lib/components/consumer/Invited.svelte';
import JoinForm from '$lib/components/consumer/JoinForm.svelte';
import Invitation from '$lib/components/consumer/Invitation.svelte';
import Menu from '$lib/components/consumer/Menu.svelte';
import Tail from '$lib/components/consumer/Tail.svelte';
import {
  account,
  better,
  complaint,
  days,
  deadline,
  evidence,
  mediation,
  proposal,
  turn,
  view,
} from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const talk = () =>
  events(
    'joint',
    ['consumer', { type: 'complaint_filed', complaint: complaint(), legal_name: 'Marina Souza' }],
    said('company', 'Vamos resolver.'),
    ['consumer', { type: 'evidence_added', shared: false }, evidence()],
  );
const invited = {
  allowed: ['invitation.accept', 'invitation.refuse'],
  capacity: 'invited' as const,
  phase: 'intake' as const,
  side: 'company' as const,
  invitation: {
    side: 'company' as const,
    state: 'open' as const,
    until: days(8),
    confirmed: false,
    undeliverable: false,
  },
};
const byCompany = (confirmed: boolean) => ({
  allowed: [
    'invitation.accept',
    'invitation.refuse',
    ...(confirmed ? [] : ['invitation.confirm', 'invitation.disown']),
  ],
  capacity: 'invited' as const,
  side: 'consumer' as const,
  phase: 'intake' as const,
  filed_by: 'company' as const,
  invitation: {
    side: 'consumer' as const,
    state: 'open' as const,
    until: days(8),
    confirmed,
    undeliverable: false,
    proof: 'identifier_start' as const,
  },
  account: confirmed ? account() : null,
});

export default [
  example('consumer/CaseCard', CaseCard, {
    negotiation: () => ({ view: view() }),
    mediation: () => ({ view: mediation() }),
    closed: () => ({ view: view({ phase: 'closed_fulfilled', closed_at: days(-1) }) }),
  }),
  example('consumer/ConsumerCases', ConsumerCases, { three: () => ({}) }),
  example('consumer/ConsumerRoom', ConsumerRoom, {
    'waits for the company': () => ({ room: room(view({ allowed: ['message.post'] }), { events: talk() }) }),
    'an offer to answer': () => ({
      room: room(
        view({
          proposals: [proposal({ state: 'superseded' }), better({ awaits_you: true })],
          allowed: ['message.post', 'proposal.accept', 'proposal.decline', 'proposal.make'],
          turn: turn({ who: 'consumer', what: 'answer_proposal', yours: true }),
        }),
        { events: talk() },
      ),
    }),
    'in mediation': () => ({ room: room(mediation({ allowed: ['message.post'] }), { events: talk() }) }),
    'rules to accept': () => ({
      room: room(mediation({ allowed: ['ground_rules.accept'], ground_rules: { version: 1, accepted: [] } }), {
        events: talk(),
      }),
    }),
    closed: () => ({
      room: room(view({ phase: 'closed_fulfilled', closed_at: days(-1), writable: [], deadlines: [] }), {
        events: talk(),
      }),
    }),
  }),
  example('consumer/Documents', Documents, {
    'two rooms': () => ({
      room: room(mediation(), { events: talk() }),
      channels: ['joint', 'caucus:consumer'],
      onclose: nothing,
    }),
  }),
  example('consumer/FeedbackSheet', FeedbackSheet, {
    plain: () => ({ room: room(view({ allowed: ['feedback.give'] })), onclose: nothing }),
  }),
  example(
    'room/GroundRules',
    GroundRules,
    { 'to accept': () => ({ room: room(mediation({ allowed: ['ground_rules.accept'] })) }) },
    { density: 'both' },
  ),
  example('consumer/Invitation', Invitation, { open: () => ({ case: view(invited), ondone: nothing }) }),
  example('consumer/Invited', Invited, {
    'who invites': () => ({ case: view(byCompany(false)), ondone: nothing }),
    'with the account': () => ({ case: view(byCompany(true)), ondone: nothing }),
    over: () => ({
      case: view({
        ...byCompany(false),
        allowed: [],
        phase: 'closed_refused',
        invitation: { side: 'consumer', state: 'lapsed', until: days(-1), confirmed: false, undeliverable: false },
      }),
      ondone: nothing,
    }),
  }),
  example('consumer/JoinForm', JoinForm, { open: () => ({ case: view(byCompany(true)), ondone: nothing }) }),
  example('consumer/AddressForm', AddressForm, { closed: () => ({ caseId: view().id }) }),
  example('room/AccountCard', AccountCard, {
    plain: () => ({ account: account(), name: 'Loja Aurora' }),
    short: () => ({ account: { product: 'Fogão', story: 'Não acende.' }, name: 'Loja Aurora' }),
  }),
  example('consumer/Menu', Menu, {
    'may leave': () => ({
      room: room(mediation({ allowed: ['mediation.leave', 'case.withdraw', 'mediator.request'] })),
      onclose: nothing,
      onrules: nothing,
    }),
  }),
  example('consumer/Tail', Tail, {
    'nobody from the company yet': () => ({ room: room(view({ seats: [], allowed: [] })) }),
    'may be escalated': () => ({
      room: room(view({ allowed: ['case.escalate'], deadlines: [deadline({ due: days(-1) })] })),
    }),
    'may be rated': () => ({
      room: room(view({ phase: 'closed_fulfilled', allowed: ['feedback.give', 'case.reopen'] })),
    }),
    closed: () => ({ room: room(view({ phase: 'closed_no_agreement' })) }),
  }),
];
