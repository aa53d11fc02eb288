// What the server answers where there is none: lists as the builders make them, and "done" to what is sent.
import { api, type Answer } from '$lib/api/client';
import { registerApi } from '$lib/api/register';
import type { Language, QueueItem, Session } from '$lib/api/types';
import { session } from '$lib/session.svelte';
import {
  agreement,
  bruna,
  days,
  evidence,
  lucia,
  marina,
  obligation,
  olga,
  paulo,
  queued,
  row,
  shop,
  turn,
  view,
} from './case';
import { clauseLibrary } from './clauses';
import { accessPage, exportJob, registered } from './register';
import { settingList, staff } from './settings';

const ok = async <T>(value: T): Promise<Answer<T>> => ({ ok: true, value });

export const rows = () => [
  row({ unread: { joint: 2 } }),
  row({
    consumer_name: 'João Prates',
    subject: 'Fogão Brasa 5',
    turn: turn({ who: 'consumer', until: days(0.2) }),
    trade: 'delivery',
  }),
  row({
    consumer_name: 'Rita Alves',
    subject: null,
    phase: 'mediation',
    turn: turn({ who: 'mediator', what: 'mediate', until: days(-1) }),
  }),
];
export const queue: QueueItem = {
  id: 'q1',
  queue: 'operator_ombudsman',
  organisation: shop.id,
  organisation_name: 'Câmara Acordo',
  waiting: 1,
  claimed: 1,
  waiting_for_party: 1,
  ended: 1,
  breached: 1,
};
export const entries = () => [
  queued({ priority: 'urgent', due: days(0.3) }),
  queued({ state: 'claimed', officer: olga }, { consumer_name: 'João Prates' }),
  queued({ state: 'waiting_for_party', officer: olga, breached: true, due: days(-1) }, { consumer_name: 'Rita Alves' }),
  queued({ state: 'resolved', ended_at: days(-1) }, { consumer_name: 'Caio Nunes' }),
];
export const agreementText = {
  language: 'pt-BR' as const,
  title: 'Termo final de mediação — acordo',
  opening: 'As partes abaixo identificadas puseram fim à controvérsia descrita a seguir.',
  sections: [
    {
      title: 'Partes',
      lines: [
        { label: 'Consumidor(a)', text: 'Marina Duarte', details: ['CPF 529.982.247-25'] },
        { label: 'Empresa', text: 'Loja Aurora Comércio Ltda.', details: ['CNPJ 11.222.333/0001-81'] },
      ],
    },
    {
      title: 'O que este acordo resolve',
      lines: [{ label: 'Produto ou serviço', text: 'Geladeira', details: [] }],
    },
    {
      title: 'Obrigações',
      lines: [{ label: '1', text: 'Restituição do valor pago', details: ['Valor: R$ 900,00 (novecentos reais)'] }],
    },
    {
      title: 'Natureza do documento',
      lines: [{ label: null, text: 'Este termo é título executivo extrajudicial.', details: [] }],
    },
  ],
};
export const signedIn = (role: 'consumer' | 'rep' | 'mediator' | 'ombudsman'): Session => {
  const who = { consumer: marina, rep: bruna, mediator: paulo, ombudsman: olga }[role];
  const kind = role === 'rep' ? 'company' : 'operator';
  return {
    now: new Date().toISOString(),
    demo: false,
    evidence_bytes_max: 20_971_520,
    user: {
      ...who,
      email: `${role}@example.org`,
      language: 'pt-BR',
      memberships:
        role === 'consumer'
          ? []
          : [
              {
                role,
                kind,
                organisation: shop.id,
                organisation_name: kind === 'company' ? shop.name : 'Câmara Acordo',
              },
            ],
    },
  };
};

/** A line to the server that never opens. */
class NoLine extends EventTarget {
  readonly readyState = 0;
  send(): void {}
  close(): void {}
}

/** Puts them in the place of the API, and no line in the place of the live room's. */
export function answers(): void {
  Object.assign(api, {
    session: () => ok(signedIn('consumer')),
    cases: () =>
      ok({ cases: rows(), counts: { all: 3, my_turn: 1, waiting: 1, due_today: 1 }, next: null, cut: false }),
    case: () => ok(view({ agreement: agreement(), obligations: [obligation()] })),
    command: () => ok({ at: {}, case: view(), events: [] }),
    clauses: (_: string, language: Language) => ok(clauseLibrary(language)),
    settings: () => ok(settingList()),
    changeSettings: () => ok(settingList()),
    members: () => ok({ members: staff() }),
    queues: () => ok({ queues: [queue] }),
    queueEntries: () => ok({ rows: entries(), next: null }),
    candidates: () => ok({ people: [lucia, { ...olga, open_cases: 2 }] }),
    mediators: () =>
      ok({ mediators: [{ user: paulo.id, name: paulo.name, language: 'pt-BR' as const, open_cases: 3 }] }),
    companies: () => ok([{ ...shop, trade: 'retail' as const }]),
    rules: () => ok({ rules_version: 1, ground_rules_version: 1 }),
    events: () => ok({ events: [], head: 0 }),
    upload: () => ok({ evidence: evidence(), seq: 1 }),
    agreementText: () => ok(agreementText),
    shareEvidence: () => ok({ evidence: evidence(), seq: 1 }),
    challenge: () =>
      ok({ challenge: 'c1', method: 'email_code' as const, sent_to: 'm•••@example.org', expires_at: days(0.01) }),
  } satisfies Partial<typeof api>);
  Object.assign(registerApi, {
    reads: () => ok(accessPage()),
    agreements: () =>
      ok({
        agreements: [registered(), registered({ version: 2, state: 'done' })],
        counts: { owed: 1, breached: 0, done: 1 },
        next: null,
        altered: 0,
        zone: 'America/Sao_Paulo',
      }),
    exports: () => ok({ jobs: [exportJob()] }),
    exportAgreements: () => ok(exportJob({ state: 'waiting' })),
    removeExport: () => ok(undefined),
  } satisfies Partial<typeof registerApi>);
  const Line = globalThis.WebSocket;
  globalThis.WebSocket = new Proxy(Line, {
    construct: (line, given: [string]) => (given[0].includes('/api/') ? new NoLine() : Reflect.construct(line, given)),
  });
  session.user = signedIn('consumer').user;
  session.known = true;
}
