import type { CaseView } from '$lib/api/types';
import AskSheet from '$lib/components/officer/AskSheet.svelte';
import CloseSheet from '$lib/components/officer/CloseSheet.svelte';
import Dates from '$lib/components/officer/Dates.svelte';
import DeskNotes from '$lib/components/officer/DeskNotes.svelte';
import DeskPanel from '$lib/components/officer/DeskPanel.svelte';
import EntryFacts from '$lib/components/officer/EntryFacts.svelte';
import EntryPage from '$lib/components/officer/EntryPage.svelte';
import ForwardSheet from '$lib/components/officer/ForwardSheet.svelte';
import HandOverSheet from '$lib/components/officer/HandOverSheet.svelte';
import HandoverPanel from '$lib/components/officer/HandoverPanel.svelte';
import OfficerHeader from '$lib/components/officer/OfficerHeader.svelte';
import OfficerRoom from '$lib/components/officer/OfficerRoom.svelte';
import Owed from '$lib/components/officer/Owed.svelte';
import Papers from '$lib/components/officer/Papers.svelte';
import People from '$lib/components/officer/People.svelte';
import PrioritySheet from '$lib/components/officer/PrioritySheet.svelte';
import Procedure from '$lib/components/officer/Procedure.svelte';
import RemitSheet from '$lib/components/officer/RemitSheet.svelte';
import ReviewPanel from '$lib/components/officer/ReviewPanel.svelte';
import {
  CASE,
  complaint,
  days,
  deadline,
  entry,
  evidence,
  obligation,
  officersView,
  olga,
  reais,
} from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const dense = { density: 'dense' } as const;
const ALL = [
  'escalation.ask',
  'escalation.recommend',
  'escalation.remit',
  'escalation.release',
  'escalation.hand_over',
  'escalation.prioritise',
  'escalation.forward',
  'escalation.close',
  'escalation.note',
];
const happened = () => [
  ...events(
    'procedure',
    ['system', { type: 'case_admitted' }],
    ['mediator', { type: 'impasse_declared', ground: 'no_agreement' }],
    [
      'system',
      {
        type: 'escalation_opened',
        entry: 1,
        due: days(8),
        ground: 'impasse',
        organisation: 'o',
        queue: 'operator_ombudsman',
      },
    ],
    ['ombudsman', { type: 'entry_claimed', entry: 1, person: olga }],
  ),
  ...events(
    'review:1',
    [
      'system',
      {
        type: 'handover_filed',
        complaint: complaint(),
        legal_name: 'Marina Souza',
        evidence: [evidence().id],
        left_out: [{ what: 'joint_conversation', why: 'needs_both_sides' }],
        procedure_root: 'a1',
        procedure_size: 12,
      },
    ],
    ['ombudsman', { type: 'question_asked', side: 'company', question: 'Há um laudo?', due: days(4) }],
  ),
  ...events('desk:operator_ombudsman', ['ombudsman', { type: 'note_put', text: 'Ligar para a assistência.' }]),
];
const desk = (over: Partial<CaseView> = {}) => room(officersView({ allowed: ALL, ...over }), { events: happened() });
const unclaimed = () =>
  desk({
    capacity: 'queue_officer',
    allowed: ['escalation.claim'],
    entries: [entry({ state: 'waiting', officer: null })],
  });
export default [
  example('officer/AskSheet', AskSheet, { plain: () => ({ room: desk(), onclose: nothing }) }, dense),
  example(
    'officer/CloseSheet',
    CloseSheet,
    {
      plain: () => ({ room: desk(), entry: entry(), onclose: nothing }),
      "the company's": () => ({ room: desk(), entry: entry({ queue: 'company_ombudsman' }), onclose: nothing }),
    },
    dense,
  ),
  example(
    'officer/Dates',
    Dates,
    {
      two: () => ({
        view: officersView({
          deadlines: [deadline({ rule: 'ombudsman_entry', owner: 'officer' }), deadline({ paused: true })],
        }),
      }),
    },
    dense,
  ),
  example(
    'officer/DeskNotes',
    DeskNotes,
    {
      one: () => ({ room: desk(), channel: 'desk:operator_ombudsman' }),
      none: () => ({ room: room(officersView({ allowed: ALL })), channel: 'desk:operator_ombudsman' }),
    },
    dense,
  ),
  example('officer/DeskPanel', DeskPanel, { plain: () => ({ room: desk(), entry: entry() }) }, dense),
  example(
    'officer/EntryFacts',
    EntryFacts,
    {
      plain: () => ({ view: officersView(), entry: entry() }),
      breached: () => ({ view: officersView(), entry: entry({ breached: true, due: days(-1), priority: 'urgent' }) }),
    },
    dense,
  ),
  example(
    'officer/EntryPage',
    EntryPage,
    {
      'may be claimed': () => ({ room: unclaimed() }),
      "another's": () => ({ room: desk({ capacity: 'queue_officer', allowed: [], entries: [entry()] }) }),
    },
    dense,
  ),
  example(
    'officer/ForwardSheet',
    ForwardSheet,
    { plain: () => ({ room: desk(), entry: entry(), onclose: nothing }) },
    dense,
  ),
  example('officer/HandOverSheet', HandOverSheet, { plain: () => ({ room: desk(), onclose: nothing }) }, dense),
  example(
    'officer/HandoverPanel',
    HandoverPanel,
    {
      filed: () => ({ room: desk(), channel: 'review:1' }),
      'not yet': () => ({ room: room(officersView()), channel: 'review:1' }),
    },
    dense,
  ),
  example(
    'officer/OfficerHeader',
    OfficerHeader,
    { 'may do everything': () => ({ room: desk(), onact: nothing }) },
    dense,
  ),
  example(
    'officer/OfficerRoom',
    OfficerRoom,
    { 'in hand': () => ({ room: desk() }), 'to claim': () => ({ room: unclaimed() }) },
    dense,
  ),
  example(
    'officer/Papers',
    Papers,
    {
      one: () => ({
        room: desk({ papers: [{ paper: 'final_term', number: 1, at: days(-1), pdf_hash: 'a1', may_take: true }] }),
      }),
      none: () => ({ room: desk() }),
    },
    dense,
  ),
  example(
    'officer/People',
    People,
    { two: () => ({ caseId: CASE, wanted: 'escalation.hand_over' as const, legend: 'Para quem', value: null }) },
    dense,
  ),
  example(
    'officer/PrioritySheet',
    PrioritySheet,
    { plain: () => ({ room: desk(), entry: entry(), onclose: nothing }) },
    dense,
  ),
  example('officer/Owed', Owed, {
    'in part': () => ({
      view: officersView({
        obligations: [
          obligation({
            owed: reais(600),
            confirmed: reais(300),
            breached: true,
            steps: [{ what: 'confirmed', money: reais(300), on: '2026-11-20', at: days(-1) }],
          }),
        ],
      }),
    }),
    nothing: () => ({ view: officersView() }),
  }),
  example('officer/Procedure', Procedure, { four: () => ({ room: desk() }) }, dense),
  example('officer/RemitSheet', RemitSheet, { plain: () => ({ room: desk(), onclose: nothing }) }, dense),
  example(
    'officer/ReviewPanel',
    ReviewPanel,
    {
      plain: () => ({ room: desk(), review: 'review:1', onask: nothing, onrecommend: nothing }),
      'may write in the joint room': () => ({
        room: room(
          officersView({ allowed: ['message.post'], heads: { joint: 1, 'review:1': 2 }, writable: ['joint'] }),
          { events: [...happened(), ...events('joint', said('consumer', 'Bom dia.'))] },
        ),
        review: 'review:1',
        onask: nothing,
        onrecommend: nothing,
      }),
    },
    dense,
  ),
];
