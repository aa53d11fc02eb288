import ActsSheet from '$lib/components/room/ActsSheet.svelte';
import CaseList from '$lib/components/desk/CaseList.svelte';
import Desk from '$lib/components/desk/Desk.svelte';
import DeskRail from '$lib/components/desk/DeskRail.svelte';
import Everywhere from '$lib/components/desk/Everywhere.svelte';
import Palette from '$lib/components/desk/Palette.svelte';
import DeskRoom from '$lib/components/desk/DeskRoom.svelte';
import Guide from '$lib/components/desk/Guide.svelte';
import HandOverSheet from '$lib/components/room/HandOverSheet.svelte';
import KeysSheet from '$lib/components/desk/KeysSheet.svelte';
import LeaveSeatSheet from '$lib/components/room/LeaveSeatSheet.svelte';
import LinkBanner from '$lib/components/room/LinkBanner.svelte';
import Outside from '$lib/components/desk/Outside.svelte';
import RoomActions from '$lib/components/desk/RoomActions.svelte';
import { companysView, complaint, days, evidence, proposal, turn } from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const dense = { density: 'dense' } as const;
const talk = () =>
  events(
    'joint',
    ['consumer', { type: 'complaint_filed', complaint: complaint(), legal_name: 'Marina Souza' }],
    ['consumer', { type: 'evidence_added', shared: false }, evidence()],
    said('company', 'Vamos resolver.'),
  );
const desk = (over: Parameters<typeof companysView>[0] = {}) =>
  room(
    companysView({
      allowed: [
        'message.post',
        'note.put',
        'proposal.make',
        'seat.hand_over',
        'seat.leave',
        'mediation.leave',
        'mediator.request',
      ],
      ...over,
    }),
    { events: talk() },
  );
const lost = (banner: 'offline' | 'back') => {
  const away = desk();
  away.link = banner === 'offline' ? 'lost' : 'live';
  away.banner = banner;
  away.missed = 2;
  return away;
};

export default [
  example(
    'room/ActsSheet',
    ActsSheet,
    {
      two: () => ({
        acts: [
          { doing: 'papers', icon: 'document', words: 'Documentos' },
          { doing: 'leave', icon: 'stop', words: 'Sair da mediação', danger: true },
        ] as const,
        onact: nothing,
        onclose: nothing,
      }),
    },
    dense,
  ),
  example('desk/CaseList', CaseList, { three: () => ({}) }, dense),
  example('desk/Desk', Desk, { 'none open': () => ({}) }, dense),
  example('desk/DeskRail', DeskRail, { plain: () => ({}), register: () => ({ here: 'register' as const }) }, dense),
  example('desk/Everywhere', Everywhere, { 'nothing open': () => ({}) }, dense),
  example('desk/Palette', Palette, { 'nothing typed': () => ({ onclose: nothing }) }, dense),
  example(
    'desk/DeskRoom',
    DeskRoom,
    {
      'your turn': () => ({ room: desk() }),
      'an offer of the consumer': () => ({
        room: desk({
          proposals: [proposal({ author: 'consumer', awaits_you: true })],
          turn: turn({ what: 'answer_proposal', yours: true }),
        }),
      }),
      closed: () => ({
        room: desk({ phase: 'closed_fulfilled', closed_at: days(-1), writable: ['internal:company'], allowed: [] }),
      }),
    },
    dense,
  ),
  example(
    'desk/Guide',
    Guide,
    {
      'in negotiation': () => ({ room: desk(), channels: ['joint'] }),
      'at the beginning': () => ({ room: desk({ stage: 'opening' }), channels: ['joint'] }),
    },
    dense,
  ),
  example(
    'room/HandOverSheet',
    HandOverSheet,
    { 'two to choose from': () => ({ room: desk(), onclose: nothing }) },
    dense,
  ),
  example(
    'desk/KeysSheet',
    KeysSheet,
    {
      plain: () => ({
        keys: [
          ['J', 'Próximo caso'],
          ['K', 'Caso anterior'],
        ] as const,
        onclose: nothing,
      }),
      'with letters': () => ({ keys: [['J', 'Próximo caso']] as const, letters: true, onclose: nothing }),
    },
    dense,
  ),
  example(
    'room/LeaveSeatSheet',
    LeaveSeatSheet,
    { plain: () => ({ room: desk(), body: 'Outra pessoa da sua equipe poderá entrar.', onclose: nothing }) },
    dense,
  ),
  example(
    'room/LinkBanner',
    LinkBanner,
    {
      offline: () => ({ room: lost('offline') }),
      back: () => ({ room: lost('back') }),
      live: () => ({ room: desk() }),
    },
    { density: 'both' },
  ),
  example(
    'desk/Outside',
    Outside,
    {
      invited: () => ({
        case: companysView({ capacity: 'invited', allowed: ['seat.join'] }),
        was: false,
        ondone: nothing,
      }),
      'left the seat': () => ({
        case: companysView({ capacity: 'invited', allowed: ['seat.join'] }),
        was: true,
        ondone: nothing,
      }),
      taken: () => ({ case: companysView({ capacity: 'invited', allowed: [] }), was: false, ondone: nothing }),
    },
    dense,
  ),
  example('desk/RoomActions', RoomActions, { plain: () => ({ room: desk() }) }, dense),
];
