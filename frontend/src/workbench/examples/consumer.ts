import CaseCard from '$lib/components/consumer/CaseCard.svelte';
import ConsumerCases from '$lib/components/consumer/ConsumerCases.svelte';
import ConsumerRoom from '$lib/components/consumer/ConsumerRoom.svelte';
import Documents from '$lib/components/consumer/Documents.svelte';
import FeedbackSheet from '$lib/components/consumer/FeedbackSheet.svelte';
import GroundRules from '$lib/components/room/GroundRules.svelte';
import Invitation from '$lib/components/consumer/Invitation.svelte';
import Menu from '$lib/components/consumer/Menu.svelte';
import Tail from '$lib/components/consumer/Tail.svelte';
import { better, complaint, days, deadline, evidence, mediation, proposal, turn, view } from '../builders/case';
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
  invitation: { side: 'consumer' as const, state: 'open' as const, until: days(8) },
};

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
