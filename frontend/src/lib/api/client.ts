/**
 * The API as functions. Every answer is `{ok: true, value}` or `{ok: false, problem}`; nothing throws, because a page
 * has something to say in both cases. A 401 is met once by `POST auth/refresh`.
 */
import { messages } from '$lib/messages/index.svelte';
import type {
  CaseList,
  CaseView,
  Channel,
  Command,
  Company,
  Complaint,
  Evidence,
  Language,
  Problem,
  Session,
  WireEvent,
} from './types';

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const BASE = '/api/v1';

/** Problems that this page makes itself, with the same shape as the server's. */
export function ownProblem(code: 'offline' | 'unreadable' | 'session_ended', status = 0): Problem {
  return { type: 'about:blank', title: code, status, code };
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string | number | undefined | null>;
  body?: unknown;
  /** Sent as it is: a file or a form. */
  raw?: BodyInit;
  key?: string;
  signal?: AbortSignal;
  /** Do not try to refresh the session on 401. */
  plain?: boolean;
}

let refreshing: Promise<boolean> | null = null;

/** One refresh at a time, shared by all calls that met a 401. */
export function refresh(): Promise<boolean> {
  refreshing ??= fetch(`${BASE}/auth/refresh`, { method: 'POST', credentials: 'same-origin' })
    .then((answer) => answer.ok)
    .catch(() => false)
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

export function address(path: string, query?: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${BASE}/${path}${text ? `?${text}` : ''}`;
}

async function once(path: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': messages.language };
  if (call.key) headers['Idempotency-Key'] = call.key;
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  return fetch(address(path, call.query), {
    method: call.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    body: call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
    signal: call.signal,
  });
}

export async function readProblem(answer: Response): Promise<Problem> {
  try {
    const body = (await answer.json()) as Partial<Problem>;
    if (typeof body.code === 'string') {
      return { type: 'about:blank', title: body.code, ...body, status: answer.status, code: body.code };
    }
  } catch {
    // Not ours: a proxy's page, or nothing at all.
  }
  return ownProblem('unreadable', answer.status);
}

export async function call<T>(path: string, how: Call = {}): Promise<Answer<T>> {
  try {
    let answer = await once(path, how);
    if (answer.status === 401 && !how.plain && (await refresh())) answer = await once(path, how);
    if (!answer.ok) return { ok: false, problem: await readProblem(answer) };
    if (answer.status === 204 || answer.headers.get('Content-Length') === '0')
      return { ok: true, value: undefined as T };
    const text = await answer.text();
    return { ok: true, value: (text ? JSON.parse(text) : undefined) as T };
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    return { ok: false, problem: ownProblem(fault instanceof SyntaxError ? 'unreadable' : 'offline') };
  }
}

const id = encodeURIComponent;

export interface CaseQuery {
  tab?: 'my_turn' | 'waiting' | 'due_today' | 'all';
  phase?: string;
  q?: string;
  sort?: string;
  cursor?: string | null;
  limit?: number;
}

export interface Commanded {
  events: WireEvent[];
  at: Record<Channel, number>;
  case: CaseView;
}

export interface DemoPerson {
  role: string;
  name: string;
  host: string;
  enter_url: string;
}

export interface DemoCase {
  id: string;
  reference: string;
  phase: CaseView['phase'];
  trade: CaseView['trade'];
  language: Language;
  company_name: string;
  consumer_name: string;
  [more: string]: unknown;
}

export interface Filing {
  consumer: { name: string; email: string; identifier?: string | null; language: Language };
  company: string;
  complaint: Complaint;
  rules_version: number;
  online: boolean;
}

export const api = {
  session: () => call<Session>('auth/session'),
  signIn: (email: string, password: string) =>
    call<Session>('auth/sign_in', { method: 'POST', body: { email, password }, plain: true }),
  signOut: () => call<void>('auth/sign_out', { method: 'POST', plain: true }),
  askLink: (email: string, caseId?: string) =>
    call<void>('auth/link', { method: 'POST', body: { email, ...(caseId ? { case: caseId } : {}) }, plain: true }),
  link: (token: string) =>
    call<{ state: 'open' | 'used' | 'expired'; case_reference: string | null; company_name: string | null }>(
      `auth/link/${id(token)}`,
      { plain: true },
    ),
  redeem: (token: string) =>
    call<Session & { case: string | null }>('auth/link/redeem', { method: 'POST', body: { token }, plain: true }),

  companies: (q: string, signal?: AbortSignal) => call<Company[]>('companies', { query: { q }, signal }),
  rules: () => call<{ rules_version: number; ground_rules_version: number }>('rules'),
  complain: (filing: Filing, key: string) =>
    call<{ case: string; reference: string; sent_to: string }>('complaints', { method: 'POST', body: filing, key }),

  cases: (query: CaseQuery = {}, signal?: AbortSignal) => call<CaseList>('cases', { query: { ...query }, signal }),
  case: (caseId: string) => call<CaseView>(`cases/${id(caseId)}`),
  command: (caseId: string, command: Command, key: string) =>
    call<Commanded>(`cases/${id(caseId)}/commands`, { method: 'POST', body: command, key }),
  events: (caseId: string, channel: Channel, range: { after?: number; before?: number; limit?: number }) =>
    call<{ events: WireEvent[]; head: number }>(`cases/${id(caseId)}/channels/${id(channel)}/events`, { query: range }),

  upload(caseId: string, channel: Channel, file: Blob & { name?: string }, description?: string) {
    const form = new FormData();
    if (description) form.set('description', description);
    form.set('file', file, file.name ?? 'file');
    return call<{ evidence: Evidence; seq: number }>(`cases/${id(caseId)}/channels/${id(channel)}/evidence`, {
      method: 'POST',
      raw: form,
      key: crypto.randomUUID(),
    });
  },
  evidenceUrl: (caseId: string, evidence: string) => `${BASE}/cases/${id(caseId)}/evidence/${id(evidence)}`,
  shareEvidence: (caseId: string, evidence: string, channel: Channel) =>
    call<{ evidence: Evidence; seq: number }>(`cases/${id(caseId)}/evidence/${id(evidence)}/share`, {
      method: 'POST',
      body: { channel },
      key: crypto.randomUUID(),
    }),

  challenge: (caseId: string, version: number, documentHash: string) =>
    call<{ challenge: string; method: string; sent_to: string; expires_at: string }>(
      `cases/${id(caseId)}/agreement/challenges`,
      { method: 'POST', body: { version, document_hash: documentHash } },
    ),
  agreementPdf: (caseId: string, which: 'shown' | 'final') =>
    `${BASE}/cases/${id(caseId)}/agreement.pdf?which=${which}`,
  agreementJson: (caseId: string) => `${BASE}/cases/${id(caseId)}/agreement.json`,
  recordZip: (caseId: string, profile: 'agreement' | 'joint') =>
    `${BASE}/cases/${id(caseId)}/record.zip?profile=${profile}`,

  demo: () => call<{ people: DemoPerson[]; cases: DemoCase[] }>('demo', { plain: true }),
  demoEnter: (person: string) => call<Session>('demo/enter', { method: 'POST', body: { person }, plain: true }),
  demoCase: () => call<{ case: string; reference: string }>('demo/cases', { method: 'POST' }),
};
