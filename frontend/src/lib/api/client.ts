/**
 * The API as functions, typed by the server's own document. Every answer is `{ok: true, value}` or
 * `{ok: false, problem}`; nothing throws, because a page has something to say in both cases.
 */
import createClient from 'openapi-fetch';
import { messages } from '$lib/messages/index.svelte';
import { early } from './early';
import { isLeaving, tellLeaving } from './leaving';
import type { Progress } from './progress';
import type { paths } from './schema';
import type { Channel, Command, Language, PaperKind, Problem, SettingValue } from './types';

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const BASE = '/api/v1';
/** After this a command counts as unanswered. */
const ANSWER_MILLIS = 15_000;
export const patience = () => AbortSignal.timeout(ANSWER_MILLIS);

/** Problems that this page makes itself, with the same shape as the server's. */
export function ownProblem(
  code:
    | 'offline'
    | 'unreadable'
    | 'unanswered'
    | 'not_sent'
    | 'session_ended'
    | 'file_empty'
    | 'file_too_large'
    | 'unsupported_media',
  status = 0,
): Problem {
  return { type: 'about:blank', title: code, status, code };
}

/** Whether a session goes on: only the server's own "no" ends one, never a bad network or a busy server. */
export type Renewed = 'renewed' | 'ended' | 'unsure';

const RENEW_TRIES = 4;
const RENEW_WAIT_MILLIS_MAX = 60_000;
let refreshing: Promise<Renewed> | null = null;

const wait = (millis: number) => new Promise<void>((go) => setTimeout(go, millis));

async function renew(): Promise<Renewed> {
  for (let left = RENEW_TRIES; ; left -= 1) {
    const answer = await fetch(`${BASE}/auth/refresh`, { method: 'POST', credentials: 'same-origin' }).catch(
      () => null,
    );
    if (answer?.ok) return 'renewed';
    if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) return 'ended';
    // Without an answer the network is away: the call that asked says so, and whoever retries it asks again.
    if (!answer || left <= 1) return 'unsure';
    const seconds = Number(answer.headers.get('Retry-After')) || 2;
    await wait(Math.min(seconds * 1000, RENEW_WAIT_MILLIS_MAX));
  }
}

/** One refresh at a time, shared by all calls that met a 401. */
export async function refresh(): Promise<Renewed> {
  if (isLeaving()) return 'ended';
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** After any sign-out that the server does not know of. Adds the reader's language; meets a 401 once by a refresh, except where somebody is just signing in. */
async function patient(request: Request, send: (request: Request) => Promise<Response> = fetch): Promise<Response> {
  if (isLeaving() && !(await tellLeaving())) throw new TypeError('Nobody has told the server who left.');
  request.headers.set('Accept-Language', messages.language);
  const again = request.clone();
  const answer = (await early(request)) ?? (await send(request));
  const path = new URL(request.url).pathname;
  const signing = path.startsWith(`${BASE}/auth/`) && !path.endsWith('/session');
  if (answer.status !== 401 || signing) return answer;
  const renewed = await refresh();
  if (renewed === 'unsure') throw new TypeError('Nobody said whether the session goes on.');
  return renewed === 'renewed' ? send(again) : answer;
}

export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: (request) => patient(request),
  credentials: 'same-origin',
});

function problemOf(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    return { type: 'about:blank', title: body.code, ...body, status, code: body.code };
  }
  // Not ours: a proxy's page, or nothing at all.
  return ownProblem('unreadable', status);
}

interface Got<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export async function settled<T, A = T>(asked: Promise<Got<T>>, read: (got: Got<T>) => Answer<A>): Promise<Answer<A>> {
  try {
    const got = await asked;
    return got.response.ok ? read(got) : { ok: false, problem: problemOf(got.error, got.response.status) };
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    return { ok: false, problem: ownProblem(fault instanceof SyntaxError ? 'unreadable' : 'offline') };
  }
}

/** What the document says that this path answers. */
export const answer = <T>(asked: Promise<Got<T>>): Promise<Answer<T>> =>
  settled(asked, ({ data, response }) =>
    data === undefined ? { ok: false, problem: ownProblem('unreadable', response.status) } : { ok: true, value: data },
  );

/** Where the answer is that it was done. */
export const done = (asked: Promise<Got<undefined>>): Promise<Answer<undefined>> =>
  settled(asked, () => ({ ok: true, value: undefined }));

export const key = (id: string) => ({ 'Idempotency-Key': id });
export const place = encodeURIComponent;
/** openapi-fetch sends what the serializer gives; a form keeps its own boundary. */
const asForm = (form: FormData) => ({ body: form as never, bodySerializer: () => form });

export type CaseQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

export const api = {
  session: () => answer(client.GET('/api/v1/auth/session')),
  changeAddress: (email: string, caseId: string) =>
    done(client.POST('/api/v1/auth/address', { body: { email, case: caseId } })),

  companies: (q: string, signal?: AbortSignal) =>
    answer(client.GET('/api/v1/companies', { params: { query: { q } }, signal })),
  rules: () => answer(client.GET('/api/v1/rules')),

  cases: (query: CaseQuery = {}, signal?: AbortSignal) =>
    answer(client.GET('/api/v1/cases', { params: { query }, signal })),
  case: (caseId: string) => answer(client.GET('/api/v1/cases/{case}', { params: { path: { case: caseId } } })),
  command: (caseId: string, command: Command, id: string) =>
    answer(
      client.POST('/api/v1/cases/{case}/commands', {
        params: { path: { case: caseId }, header: key(id) },
        body: command,
        signal: patience(),
      }),
    ),
  /** Either the command has happened, or from now on it never will. */
  withdraw: (caseId: string, id: string) =>
    answer(
      client.DELETE('/api/v1/cases/{case}/commands/{id}', {
        params: { path: { case: caseId, id } },
        signal: patience(),
      }),
    ),
  about: () => answer(client.GET('/api/v1/about')),
  clauses: (caseId: string, language: Language) =>
    answer(client.GET('/api/v1/cases/{case}/clauses', { params: { path: { case: caseId }, query: { language } } })),
  queues: (signal?: AbortSignal) => answer(client.GET('/api/v1/queues', { signal })),
  /** As many at once as the server gives. */
  queueEntries: (queue: string, cursor: string | undefined, signal?: AbortSignal) =>
    answer(
      client.GET('/api/v1/queues/{queue}/entries', {
        params: { path: { queue }, query: { cursor, limit: 500 } },
        signal,
      }),
    ),
  events: (caseId: string, channel: Channel, range: { after?: number; before?: number; limit?: number }) =>
    answer(
      client.GET('/api/v1/cases/{case}/channels/{channel}/events', {
        params: { path: { case: caseId, channel }, query: range },
      }),
    ),

  /** The id is the caller's, so that whoever tries again sends the same upload again. */
  async upload(
    caseId: string,
    channel: Channel,
    file: Blob,
    name: string,
    id: string,
    signal?: AbortSignal,
    onprogress?: Progress,
  ) {
    const form = new FormData();
    form.set('file', file, name);
    // Without the means to follow it, it goes all the same.
    const follow = onprogress && (await import('./progress').catch(() => null))?.following(onprogress);
    const sent = client.POST('/api/v1/cases/{case}/channels/{channel}/evidence', {
      params: { path: { case: caseId, channel }, header: key(id) },
      ...(signal ? { signal } : {}),
      ...(follow ? { fetch: (request: Request) => patient(request, follow) } : {}),
      ...asForm(form),
    });
    // Given up from here, it may have arrived all the same.
    return answer(sent).catch(() => ({ ok: false as const, problem: ownProblem('offline') }));
  },
  evidenceUrl: (caseId: string, evidence: string) => `${BASE}/cases/${place(caseId)}/evidence/${place(evidence)}`,
  shareEvidence: (caseId: string, evidence: string, channel: Channel, id: string) =>
    answer(
      client.POST('/api/v1/cases/{case}/evidence/{id}/share', {
        params: { path: { case: caseId, id: evidence }, header: key(id) },
        body: { channel },
      }),
    ),

  challenge: (caseId: string, version: number, documentHash: string) =>
    answer(
      client.POST('/api/v1/cases/{case}/agreement/challenges', {
        params: { path: { case: caseId } },
        body: { version, document_hash: documentHash },
      }),
    ),
  /** Of an earlier agreement of the case by its version. */
  agreementPdf: (caseId: string, which: 'shown' | 'final', version?: number) =>
    `${BASE}/cases/${place(caseId)}/agreement.pdf?which=${which}${version ? `&version=${version}` : ''}`,
  receiptPdf: (caseId: string) => `${BASE}/cases/${place(caseId)}/receipt.pdf`,
  /** All that the document says, in its own words. */
  agreementText: (caseId: string) =>
    answer(client.GET('/api/v1/cases/{case}/agreement/text', { params: { path: { case: caseId } } })),
  agreementJson: (caseId: string, version?: number) =>
    `${BASE}/cases/${place(caseId)}/agreement.json${version ? `?version=${version}` : ''}`,
  /** Who may take a seat: for the command that names them. */
  candidates: (
    caseId: string,
    wanted: 'seat.hand_over' | 'escalation.hand_over' | 'mediator.assign' | 'mediator.replace' | 'escalation.remit',
  ) =>
    answer(
      client.GET('/api/v1/cases/{case}/candidates', { params: { path: { case: caseId }, query: { for: wanted } } }),
    ),
  /** Without a number: the record of the procedure as it stands. */
  paper: (caseId: string, paper: PaperKind, format: 'pdf' | 'json' | 'zip', number?: number) =>
    `${BASE}/cases/${place(caseId)}/papers/${paper}.${format}${number ? `?number=${number}` : ''}`,
  recordZip: (caseId: string, profile: 'agreement' | 'procedural' | 'joint', version?: number) =>
    `${BASE}/cases/${place(caseId)}/record.zip?profile=${profile}${version ? `&version=${version}` : ''}`,

  settings: (organisation: string) =>
    answer(client.GET('/api/v1/organisations/{organisation}/settings', { params: { path: { organisation } } })),
  changeSettings: (organisation: string, changes: Record<string, SettingValue | null>) =>
    answer(
      client.PATCH('/api/v1/organisations/{organisation}/settings', {
        params: { path: { organisation } },
        // The document knows the values by name alone.
        body: { changes: changes as never },
      }),
    ),
  mediators: (organisation: string) =>
    answer(client.GET('/api/v1/organisations/{organisation}/mediators', { params: { path: { organisation } } })),
  members: (organisation: string) =>
    answer(client.GET('/api/v1/organisations/{organisation}/members', { params: { path: { organisation } } })),
};
