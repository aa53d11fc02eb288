import More from '$lib/components/More.svelte';
import Board from '$lib/components/queue/Board.svelte';
import ClockChip from '$lib/components/queue/ClockChip.svelte';
import EntryMenu from '$lib/components/queue/EntryMenu.svelte';
import OfficerRail from '$lib/components/queue/OfficerRail.svelte';
import QueueCard from '$lib/components/queue/QueueCard.svelte';
import QueueTable from '$lib/components/queue/QueueTable.svelte';
import Queues from '$lib/components/queue/Queues.svelte';
import type { QueueRow } from '$lib/queue/board';
import { queues } from '$lib/queue/queues.svelte';
import { entries } from '../builders/answers';
import { days, olga, queued } from '../builders/case';
import { example } from '../example';

const nothing = () => undefined;
const dense = { density: 'dense' } as const;
const clock = ({ entry, zone }: QueueRow) => ({ entry, zone });
const shown = () => {
  queues.rows = entries();
  queues.loaded = true;
};

export default [
  example(
    'queue/Board',
    Board,
    { 'four lanes': () => (shown(), { you: olga.id, caption: 'Ouvidoria', onmenu: nothing }) },
    dense,
  ),
  example('More', More, { plain: () => ({ onmore: () => undefined }) }),
  example(
    'queue/ClockChip',
    ClockChip,
    {
      later: () => clock(queued()),
      soon: () => clock(queued({ due: days(0.3) })),
      over: () => clock(queued({ due: days(-1) })),
      breached: () => clock(queued({ due: days(-1), breached: true })),
      paused: () => clock(queued({ state: 'waiting_for_party' })),
      ended: () => clock(queued({ state: 'resolved', ended_at: days(-1) })),
    },
    dense,
  ),
  example(
    'queue/EntryMenu',
    EntryMenu,
    { plain: () => ({ row: queued(), onclose: nothing }) },
    { ...dense, modal: true },
  ),
  example(
    'queue/OfficerRail',
    OfficerRail,
    {
      queues: () => ({ here: 'queues' as const }),
      case: () => ({ here: 'case' as const }),
      register: () => ({ here: 'register' as const }),
    },
    dense,
  ),
  example(
    'queue/QueueCard',
    QueueCard,
    {
      waiting: () => ({ row: queued(), you: olga.id, onmenu: nothing }),
      'yours, urgent': () => ({
        row: queued({ state: 'claimed', officer: olga, priority: 'urgent' }),
        you: olga.id,
        onmenu: nothing,
      }),
      "another's, breached": () => ({
        row: queued({ state: 'claimed', officer: olga, breached: true, due: days(-1) }),
        you: null,
        onmenu: nothing,
      }),
    },
    dense,
  ),
  example(
    'queue/QueueTable',
    QueueTable,
    {
      four: () => ({ rows: entries(), you: olga.id, caption: 'Ouvidoria', onmenu: nothing }),
      none: () => ({ rows: [], you: olga.id, caption: 'Ouvidoria', onmenu: nothing }),
    },
    dense,
  ),
  example('queue/Queues', Queues, { one: () => (shown(), {}) }, dense),
];
