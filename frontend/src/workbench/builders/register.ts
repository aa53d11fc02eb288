// Agreements of the register, the files that were asked for, and who looked into a case.
import type { AccessEntry, AccessPage, ExportJob, RegisterObligation, RegisterRow } from '$lib/api/types';
import { CASE, days, marina, olga, reais, shop } from './case';

export const owing = (over: Partial<RegisterObligation> = {}): RegisterObligation => ({
  id: 1,
  kind: 'refund',
  debtor: 'company',
  due: days(4),
  state: 'due',
  overdue: false,
  breached: false,
  money: reais(1200),
  owed: reais(1200),
  reported: reais(0),
  confirmed: reais(0),
  released: reais(0),
  presumed: reais(0),
  steps: [],
  ...over,
});

export const registered = (over: Partial<RegisterRow> = {}): RegisterRow => ({
  case: CASE,
  version: 1,
  reference: 'K7Q2-9XMD',
  company_name: shop.name,
  consumer_name: marina.name,
  language: 'pt-BR',
  concluded_at: days(-3),
  sealed: true,
  state: 'owed',
  zone: 'America/Sao_Paulo',
  obligations: [owing()],
  ...over,
});

export const exportJob = (over: Partial<ExportJob> = {}): ExportJob => ({
  job: `${over.state ?? 'ready'}-${over.left_out ?? 0}`,
  state: 'ready',
  total: 12,
  done: 12,
  left_out: 0,
  size: 5_400_000,
  sha256: 'ab'.repeat(32),
  problem: null,
  created_at: days(-0.1),
  expires_at: days(0.9),
  ...over,
});

export const accessEntry = (over: Partial<AccessEntry> = {}): AccessEntry => ({
  at: days(-0.2),
  name: olga.name,
  you: false,
  capacity: 'ombudsman',
  organisation_name: 'Câmara Acordo',
  organisation_kind: 'operator',
  channels: ['procedure', 'review:1'],
  ...over,
});

export const accessPage = (): AccessPage => ({
  entries: [
    accessEntry(),
    accessEntry({
      at: days(-1.2),
      name: 'Marta Reis',
      capacity: 'approver',
      organisation_name: shop.name,
      organisation_kind: 'company',
      channels: ['procedure', 'joint', 'internal:company'],
    }),
    accessEntry({ at: days(-1.3), name: null, capacity: 'coordinator', channels: ['procedure'] }),
    accessEntry({ at: days(-2.3), you: true, capacity: 'register', channels: ['procedure'] }),
  ],
  next: 'more',
  zone: 'America/Sao_Paulo',
});
