import AcceptMediation from '$lib/components/console/AcceptMediation.svelte';
import AdmitCase from '$lib/components/console/AdmitCase.svelte';
import AssignMediator from '$lib/components/console/AssignMediator.svelte';
import Column from '$lib/components/console/Column.svelte';
import ConsoleHeader from '$lib/components/console/ConsoleHeader.svelte';
import ConsoleRoom from '$lib/components/console/ConsoleRoom.svelte';
import ImpasseSheet from '$lib/components/console/ImpasseSheet.svelte';
import RemoveSheet from '$lib/components/console/RemoveSheet.svelte';
import Coordination from '$lib/components/console/Coordination.svelte';
import RoomList from '$lib/components/console/RoomList.svelte';
import Rooms from '$lib/components/console/Rooms.svelte';
import StageSheet from '$lib/components/console/StageSheet.svelte';
import WordsSheet from '$lib/components/console/WordsSheet.svelte';
import { complaint, mediatorsView, paulo, proposal, turn } from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const dense = { density: 'dense' } as const;
const ALL = [
  'message.post',
  'note.put',
  'floor.pause',
  'proposal.make',
  'stage.move',
  'impasse.declare',
  'summary.write',
  'disclosure.ask',
  'participant.remove',
  'seat.hand_over',
  'seat.leave',
  'message.hide',
];
const talk = () => [
  ...events(
    'joint',
    ['consumer', { type: 'complaint_filed', complaint: complaint(), legal_name: 'Marina Souza' }],
    said('company', 'Vamos resolver.'),
    said('mediator', 'Obrigado aos dois.'),
  ),
  ...events(
    'caucus:consumer',
    said('mediator', 'O que importa mais?'),
    said('consumer', 'Aceitaria R$ 1.200, se for logo.'),
  ),
  ...events('caucus:company', said('company', 'Podemos chegar a R$ 1.300.')),
];
const table = (over: Parameters<typeof mediatorsView>[0] = {}) =>
  room(
    mediatorsView({
      allowed: ALL,
      turn: turn({ who: 'mediator', what: 'mediate', yours: true, until: null }),
      ...over,
    }),
    { events: talk() },
  );
const column = (channel: string, place: number, open = true) => ({
  room: table(),
  channel,
  open,
  place,
  onopen: nothing,
  onask: nothing,
  onsummary: nothing,
  onpropose: nothing,
  oncompare: nothing,
});
const assigned = () =>
  room(
    mediatorsView({
      capacity: 'assigned_mediator',
      allowed: ['mediator.accept', 'mediator.decline'],
      mediator: { state: 'assigned', name: paulo.name, person: paulo.id, cases_with_company: 2 },
      heads: { procedure: 3 },
      writable: [],
    }),
  );

export default [
  example('console/AcceptMediation', AcceptMediation, { 'to accept': () => ({ room: assigned() }) }, dense),
  example(
    'console/AssignMediator',
    AssignMediator,
    {
      'two to choose from': () => ({
        room: room(
          mediatorsView({ capacity: 'coordinator', allowed: ['mediator.assign'], mediator: { state: 'requested' } }),
        ),
      }),
      'in place of one who is away': () => ({
        room: room(mediatorsView({ capacity: 'coordinator', allowed: ['mediator.replace'] })),
        replaces: true,
      }),
    },
    dense,
  ),
  example(
    'console/AdmitCase',
    AdmitCase,
    {
      'to admit or refuse': () => ({
        room: room(mediatorsView({ capacity: 'coordinator', phase: 'intake', allowed: ['case.admit', 'case.refuse'] })),
      }),
    },
    dense,
  ),
  example(
    'console/Column',
    Column,
    {
      joint: () => column('joint', 2),
      consumer: () => column('caucus:consumer', 1),
      company: () => column('caucus:company', 3),
      folded: () => column('caucus:company', 3, false),
    },
    dense,
  ),
  example(
    'console/ConsoleHeader',
    ConsoleHeader,
    {
      'may do everything': () => ({ room: table(), onact: nothing }),
      paused: () => ({ room: table({ floor_paused: true, allowed: ['floor.open'] }), onact: nothing }),
    },
    dense,
  ),
  example(
    'console/ConsoleRoom',
    ConsoleRoom,
    {
      'three rooms': () => ({ room: table({ proposals: [proposal({ author: 'company' })] }) }),
      'to accept first': () => ({ room: assigned() }),
    },
    dense,
  ),
  example('console/ImpasseSheet', ImpasseSheet, { plain: () => ({ room: table(), onclose: nothing }) }, dense),
  example('console/RemoveSheet', RemoveSheet, { plain: () => ({ room: table(), onclose: nothing }) }, dense),
  example('console/Coordination', Coordination, { 'what waits': () => ({}) }, dense),
  example('console/RoomList', RoomList, { three: () => ({}) }, dense),
  example('console/Rooms', Rooms, { 'none open': () => ({}) }, dense),
  example('console/StageSheet', StageSheet, { plain: () => ({ room: table(), onclose: nothing }) }, dense),
  example(
    'console/WordsSheet',
    WordsSheet,
    {
      'to the consumer': () => ({
        room: table(),
        title: 'O que entendi',
        label: 'Resumo',
        hint: 'Marina confirma ou corrige.',
        yes: 'Enviar',
        tone: 'cons' as const,
        limit: 2000,
        command: (text: string) => ({ type: 'summary.write', side: 'consumer', text }),
        onclose: nothing,
      }),
      'to the company, begun': () => ({
        room: table(),
        title: 'Pedir para contar',
        label: 'Palavras',
        hint: 'Só estas palavras serão ditas.',
        yes: 'Pedir',
        tone: 'comp' as const,
        start: 'Podemos chegar a R$ 1.300.',
        limit: 500,
        command: (words: string) => ({ type: 'disclosure.ask', side: 'company', words }),
        onclose: nothing,
      }),
    },
    dense,
  ),
];
