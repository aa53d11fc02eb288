import { createRawSnippet } from 'svelte';
import type { Room } from '$lib/live/room.svelte';
import type { FactOf, Stage } from '$lib/api/types';
import CasePage from '$lib/components/room/CasePage.svelte';
import DatesSheet from '$lib/components/room/DatesSheet.svelte';
import Unanswered from '$lib/components/room/Unanswered.svelte';
import JoinButton from '$lib/components/room/JoinButton.svelte';
import ExtensionForm from '$lib/components/room/ExtensionForm.svelte';
import HandoverCard from '$lib/components/room/HandoverCard.svelte';
import Papers from '$lib/components/room/Papers.svelte';
import QuestionCard from '$lib/components/room/QuestionCard.svelte';
import StageBar from '$lib/components/room/StageBar.svelte';
import TurnStrip from '$lib/components/room/TurnStrip.svelte';
import WaitCard from '$lib/components/room/WaitCard.svelte';
import WhereBand from '$lib/components/room/WhereBand.svelte';
import WhereSheet from '$lib/components/room/WhereSheet.svelte';
import {
  CASE,
  companysView,
  complaint,
  days,
  deadline,
  entry,
  evidence,
  mediation,
  officersView,
  turn,
  view,
} from '../builders/case';
import { room } from '../builders/room';
import { example } from '../example';
import { answering, question } from '../builders/scenes';

const nothing = () => undefined;
const run = async () => ({ ok: true as const });
const both = { density: 'both' } as const;
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

export default [
  example(
    'room/Unanswered',
    Unanswered,
    Object.fromEntries(
      (['unknown', 'happened', 'withdrawn'] as const).map((fate) => [
        fate,
        () => {
          const made = room(companysView());
          made.commands.unanswered = [{ id: fate, fate }];
          return { room: made };
        },
      ]),
    ),
  ),
  example('room/JoinButton', JoinButton, { plain: () => ({ room: room(companysView()) }) }, both),
  example('room/CasePage', CasePage, {
    'a case': () => ({
      id: CASE,
      children: createRawSnippet<[Room]>((entered) => ({ render: () => `<p>${entered().case.reference}</p>` })),
    }),
  }),
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
    'room/Papers',
    Papers,
    {
      'a final term': () => ({
        room: room(
          view({
            papers: [
              { paper: 'final_term', number: 1, at: days(-1), pdf_hash: 'a1', may_take: true },
              { paper: 'procedure', number: 1, at: days(-1), pdf_hash: 'a2', may_take: true },
            ],
          }),
        ),
      }),
      'none yet': () => ({ room: room(view()) }),
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
  example('room/StageBar', StageBar, {
    ...Object.fromEntries(
      (['opening', 'facts', 'negotiating', 'agreement', 'signing'] satisfies Stage[]).map((stage) => [
        stage,
        () => ({ stage, phase: 'mediation' as const }),
      ]),
    ),
    finished: () => ({ stage: 'signing' as const, phase: 'closed_fulfilled' as const }),
    compact: () => ({ stage: 'negotiating' as const, phase: 'mediation' as const, compact: true }),
    'without agreement': () => ({ stage: 'negotiating' as const, phase: 'closed_no_agreement' as const }),
  }),
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
