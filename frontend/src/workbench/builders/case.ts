// One case, made up: a refrigerator that never cooled, its buyer and its shop. Component tests and the development page
// build what they show from here, each saying only what it is about. Moments are told from now, so nothing ages.
import type {
  Account,
  AgreementView,
  Capacity,
  CaseRow,
  CaseView,
  Complaint,
  DeadlineView,
  EntryRow,
  EntryView,
  Evidence,
  ListenerView,
  Obligation,
  ObligationView,
  PartyView,
  PowerView,
  Problem,
  ProposalView,
  SeatView,
  Side,
  SignerView,
  Terms,
  Turn,
} from '$lib/api/types';
import type { QueueRow } from '$lib/queue/board';

export interface Person {
  id: string;
  name: string;
}

const id = (nth: number) => `0190a000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`;

export const CASE = id(1);
export const marina: Person = { id: id(10), name: 'Marina Souza' };
export const bruna: Person = { id: id(11), name: 'Bruna Lima' };
export const paulo: Person = { id: id(12), name: 'Paulo Reis' };
export const olga: Person = { id: id(13), name: 'Olga Prado' };
export const lucia: Person = { id: id(14), name: 'Lúcia Teles' };
export const shop = { id: id(20), name: 'Loja Aurora' };
const HASH = 'c4'.repeat(32);

const DAY_MILLIS = 86_400_000;
/** So many days from now, back when negative. */
export const days = (count: number): string => new Date(Date.now() + count * DAY_MILLIS).toISOString();
/** The same as a day without an hour, as terms say it. */
export const day = (count: number): string => days(count).slice(0, 10);

export const reais = (amount: number) => ({ amount: amount * 100, currency: 'BRL' });
export const problem = (over: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  code: 'proposal_not_open',
  detail: null,
  ...over,
});

export const refund = (amount = 900, over: Partial<Obligation> = {}): Obligation => ({
  kind: 'refund',
  debtor: 'company',
  money: reais(amount),
  due: { days_after_signature: 5, working_days: true },
  ...over,
});
export const giveBack = (over: Partial<Obligation> = {}): Obligation => ({
  kind: 'deliver',
  debtor: 'consumer',
  description: 'Refrigerador, na embalagem',
  due: { on: day(12) },
  ...over,
});
export const terms = (obligations: Obligation[] = [refund(), giveBack()], clauses: string[] = []): Terms => ({
  obligations,
  clauses,
});

export const proposal = (over: Partial<ProposalView> = {}): ProposalView => ({
  number: 1,
  author: 'company',
  channel: 'joint',
  seq: 4,
  state: 'open',
  awaits_you: false,
  yours: over.author === 'consumer',
  needs_both: over.author === 'mediator' || over.author === 'officer',
  made_at: days(-1),
  valid_until: days(4),
  terms: terms(),
  terms_hash: HASH,
  changes: [],
  ...over,
});
/** The company's second offer, R$ 300 better than its first and earlier. */
export const better = (over: Partial<ProposalView> = {}): ProposalView =>
  proposal({
    number: 2,
    seq: 6,
    terms: terms([refund(1200), giveBack()]),
    changes: [
      {
        what: 'changed',
        kind: 'refund',
        debtor: 'company',
        index: 0,
        money_before: reais(900),
        money_after: reais(1200),
        due_before: { days_after_signature: 10, working_days: true },
        due_after: { days_after_signature: 5, working_days: true },
        description_changed: false,
      },
      { what: 'same', kind: 'deliver', debtor: 'consumer', index: 1, description_changed: false },
    ],
    note: 'A nota fiscal basta; a etiqueta não é precisa.',
    ...over,
  });

export const turn = (over: Partial<Turn> = {}): Turn => ({
  who: 'company',
  what: 'reply',
  yours: false,
  until: days(2),
  ...over,
});
export const deadline = (over: Partial<DeadlineView> = {}): DeadlineView => ({
  rule: 'room_reply',
  owner: 'company',
  started: days(-3),
  due: days(2),
  length: { unit: 'working_days', value: 5 },
  paused: false,
  ...over,
});

export const complaint = (over: Partial<Complaint> = {}): Complaint => ({
  product: 'Refrigerador Polar 400',
  story: 'Comprei no dia 2 e ele nunca gelou. A assistência veio duas vezes e disse que a peça não existe mais.',
  remedy: 'refund',
  amount_in_dispute: reais(1500),
  happened_on: day(-40),
  order_number: 'A-3391',
  earlier_protocols: ['2026-118', '2026-203'],
  ...over,
});
export const account = (over: Partial<Account> = {}): Account => ({
  product: 'Refrigerador Polar 400',
  order_number: 'A-3391',
  story: 'Entregue onze dias depois do prazo, com a porta amassada. A troca que prometemos não saiu.',
  happened_on: day(-40),
  care: [
    { protocol: '2026-118', on: day(-38), answer: 'Prometemos a troca em cinco dias úteis.' },
    { protocol: '2026-203', on: day(-20), answer: 'Confirmamos que a peça não chegou.' },
  ],
  ...over,
});
export const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  id: id(50),
  name: 'nota-fiscal.pdf',
  media_type: 'application/pdf',
  size: 182_400,
  sha256: HASH,
  original_sha256: HASH,
  ...over,
});

const signer = (seat: SignerView['seat'], name: string, over: Partial<SignerView> = {}): SignerView => ({
  seat,
  name,
  ...over,
});
export const agreement = (over: Partial<AgreementView> = {}): AgreementView => ({
  version: 1,
  state: 'signing',
  terms: terms(),
  terms_hash: HASH,
  document_hash: HASH,
  pdf_hash: HASH,
  clauses: ['A empresa paga o frete da devolução.'],
  consent_text: 'Li o acordo e concordo com ele.',
  reflection_until: days(-1),
  reflection_waived: false,
  sign_until: days(6),
  signers: [
    signer('consumer', marina.name),
    signer('company', bruna.name),
    signer('mediator', paulo.name, { signed_at: days(-0.5), method: 'password', identity_level: 'password' }),
  ],
  ...over,
});
/** Who a party is before the law. */
export const party = (side: Side, over: Partial<PartyView> = {}): PartyView =>
  side === 'consumer'
    ? { side, name: marina.name, identifier: '123.456.780-62', identified: true, ...over }
    : {
        side,
        name: 'Loja Aurora Comércio Ltda.',
        identifier: '11.222.333/0001-81',
        scheme: 'cnpj',
        address: 'Rua das Acácias, 120, São Paulo',
        identified: true,
        ...over,
      };
/** By which Bruna signs. */
export const power: PowerView = {
  document: 'Procuração pública',
  limit: { amount: 500_000, currency: 'BRL' },
  words: 'Procuração pública; até R$ 5.000,00; sem data de término',
};
export const obligation = (over: Partial<ObligationView> = {}): ObligationView => ({
  id: 1,
  kind: 'refund',
  debtor: 'company',
  due: days(5),
  state: 'due',
  overdue: false,
  breached: false,
  version: 1,
  place: 1,
  money: reais(900),
  owed: reais(900),
  reported: reais(0),
  confirmed: reais(0),
  released: reais(0),
  presumed: reais(0),
  steps: [],
  allowed: [],
  ...over,
});
export const entry = (over: Partial<EntryView> = {}): EntryView => ({
  number: 1,
  queue: 'operator_ombudsman',
  organisation: id(21),
  ground: 'impasse',
  state: 'claimed',
  priority: 'normal',
  since: days(-2),
  due: days(8),
  breached: false,
  handed_over: true,
  officer: olga,
  yours: false,
  open: true,
  of_company: over.queue?.startsWith('company') ?? false,
  forwards: [{ queue: 'operator_legal', note: true }],
  closings: ['no_agreement', 'final_answer', 'referred_to_court'],
  ...over,
});

const SEATS: SeatView[] = [
  { seat: 'consumer', person: marina.id, name: marina.name, since: days(-6) },
  { seat: 'company', person: bruna.id, name: bruna.name, since: days(-5) },
];
/** Whoever has a seat reads what is said to all. */
const heard = (seats: SeatView[], capacity: Capacity): ListenerView[] =>
  seats.map(({ seat, name }) => ({ seat, name, you: seat === capacity }));

/** The case as Marina, who complained, sees it while both negotiate; `over` says what is different. */
export const view = (over: Partial<CaseView> = {}): CaseView => ({
  id: CASE,
  reference: 'K7Q2-9XMD',
  trade: 'retail',
  language: 'pt-BR',
  phase: 'negotiation',
  stage: 'negotiating',
  capacity: 'consumer',
  side: 'consumer',
  consumer_name: marina.name,
  company: shop,
  filed_at: days(-6),
  zone: 'America/Sao_Paulo',
  filed_by: 'consumer',
  floor_paused: false,
  ground_rules: { version: 1, accepted: ['consumer', 'company'] },
  turn: turn(),
  heads: { joint: 4, procedure: 3 },
  writable: ['joint'],
  allowed: [],
  listeners: { joint: heard(over.seats ?? SEATS, over.capacity ?? 'consumer') },
  offers_as: { joint: 'consumer' },
  releasable: [],
  records: ['procedural', 'joint'],
  seats: SEATS,
  parties: [],
  complaint: complaint(),
  files: [],
  proposals: [],
  ideas: [],
  deadlines: [deadline()],
  disclosures: [],
  summaries: [],
  consents: [],
  entries: [],
  releases: [],
  agreements: [],
  record_as_it_stands: false,
  papers: [],
  obligations: [],
  ...over,
});
/** The same case to Bruna, who speaks for the shop. */
export const companysView = (over: Partial<CaseView> = {}): CaseView =>
  view({
    capacity: 'company',
    side: 'company',
    heads: { joint: 4, procedure: 3, 'internal:company': 0 },
    writable: ['joint', 'internal:company'],
    offers_as: { joint: 'company' },
    turn: turn({ yours: true }),
    ...over,
  });
/** The parts that a mediation has: three seats, a caucus for each side. */
const mediated = {
  phase: 'mediation',
  mediator: { state: 'accepted', name: paulo.name, person: paulo.id, cases_with_company: 2 },
  seats: [
    { seat: 'consumer', person: marina.id, name: marina.name, since: days(-6) },
    { seat: 'company', person: bruna.id, name: bruna.name, since: days(-5) },
    { seat: 'mediator', person: paulo.id, name: paulo.name, since: days(-2) },
  ],
} satisfies Partial<CaseView>;
export const mediation = (over: Partial<CaseView> = {}): CaseView =>
  view({
    ...mediated,
    heads: { joint: 4, procedure: 3, 'caucus:consumer': 2 },
    writable: ['joint', 'caucus:consumer'],
    ...over,
  });
export const mediatorsView = (over: Partial<CaseView> = {}): CaseView =>
  view({
    ...mediated,
    capacity: 'mediator',
    side: null,
    heads: { joint: 4, procedure: 3, 'caucus:consumer': 2, 'caucus:company': 2, 'notes:mediator': 1 },
    writable: ['joint', 'caucus:consumer', 'caucus:company', 'notes:mediator'],
    offers_as: { joint: 'mediator' },
    ...over,
  });
/** To Olga, who has it from the operator's ombudsman queue. */
export const officersView = (over: Partial<CaseView> = {}): CaseView =>
  view({
    phase: 'escalated_ombudsman',
    capacity: 'ombudsman',
    side: null,
    heads: { procedure: 5, 'review:1': 2 },
    writable: ['review:1'],
    offers_as: { 'review:1': 'officer' },
    records: ['procedural'],
    entries: [entry({ yours: true })],
    turn: turn({ who: 'officer', what: 'review', yours: true, until: days(8) }),
    ...over,
  });

let rows = 100;
export const row = (over: Partial<CaseRow> = {}): CaseRow => ({
  id: id(rows++),
  reference: 'K7Q2-9XMD',
  consumer_name: marina.name,
  company_name: shop.name,
  subject: 'Refrigerador Polar 400',
  capacity: 'company',
  language: 'pt-BR',
  phase: 'negotiation',
  stage: 'negotiating',
  trade: 'retail',
  filed_at: days(-6),
  zone: 'America/Sao_Paulo',
  last_at: days(-0.2),
  turn: turn({ yours: true }),
  unread: {},
  ...over,
});
export const queued = (over: Partial<EntryRow> = {}, about: Partial<CaseRow> = {}): QueueRow => ({
  ...row({ phase: 'escalated_ombudsman', capacity: 'ombudsman', ...about }),
  entry: {
    number: 1,
    queue: 'operator_ombudsman',
    ground: 'impasse',
    state: 'waiting',
    priority: 'normal',
    since: days(-2),
    due: days(8),
    breached: false,
    ...over,
  },
});

/** An agreement that waits for the viewer's signature. */
export const signing = (over: Partial<CaseView> = {}) =>
  mediation({
    phase: 'agreed',
    stage: 'signing',
    agreement: agreement(),
    allowed: ['agreement.sign', 'agreement.refuse'],
    ...over,
  });
