import Register from '$lib/components/register/Register.svelte';
import RegisterFilter from '$lib/components/register/RegisterFilter.svelte';
import RegisterJobs from '$lib/components/register/RegisterJobs.svelte';
import RegisterRows from '$lib/components/register/RegisterRows.svelte';
import AccessList from '$lib/components/room/AccessList.svelte';
import { keyOf } from '$lib/register/register.svelte';
import { CASE, days, reais } from '../builders/case';
import { exportJob, owing, registered } from '../builders/register';
import { example } from '../example';

const nothing = () => undefined;
const dense = { density: 'dense' } as const;
const rows = () => [
  registered(),
  registered({
    version: 2,
    state: 'breached',
    obligations: [
      owing({ breached: true, overdue: true, due: days(-9), owed: reais(800), confirmed: reais(400) }),
      owing({ id: 2, kind: 'apologise', money: null, owed: null, confirmed: null, due: days(-9), overdue: true }),
    ],
  }),
  registered({
    version: 3,
    state: 'done',
    obligations: [owing({ state: 'confirmed', owed: reais(0), confirmed: reais(1200), breached: true })],
  }),
  registered({ version: 4, sealed: false, state: 'done', obligations: [] }),
];

export default [
  example('register/Register', Register, { two: () => ({}) }, dense),
  example(
    'register/RegisterFilter',
    RegisterFilter,
    {
      empty: () => ({ filter: {}, onfilter: nothing }),
      set: () => ({ filter: { q: 'souza', from: '2026-11-01', to: '2026-11-30' }, onfilter: nothing }),
    },
    dense,
  ),
  example(
    'register/RegisterRows',
    RegisterRows,
    {
      four: () => ({ rows: rows(), chosen: new Set([keyOf(registered())]), onchoose: nothing }),
    },
    dense,
  ),
  example(
    'register/RegisterJobs',
    RegisterJobs,
    {
      'every state': () => ({
        jobs: [
          exportJob({ state: 'waiting', done: 0 }),
          exportJob({ state: 'making', done: 5 }),
          exportJob(),
          exportJob({ left_out: 1 }),
          exportJob({ state: 'failed', problem: 'internal', done: 3 }),
        ],
        onremove: nothing,
      }),
      none: () => ({ jobs: [], onremove: nothing }),
    },
    dense,
  ),
  example('room/AccessList', AccessList, { four: () => ({ caseId: CASE }) }),
];
