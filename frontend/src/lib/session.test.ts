// What one person leaves on a device: everything while they are here, nothing for the next.
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseView, Session } from '$lib/api/types';
import { api } from '$lib/api/client';
import { keep, kept } from '$lib/kept';
import { draft, keepDraft } from '$lib/live/drafts';
import { emptyDevice } from '$lib/live/device';
import { DeviceQueue } from '$lib/live/queue';
import { beHere, keepCase, keptCase, keepList, keptList, lastHere } from '$lib/offline/reading';
import ConsumerCases from '$lib/components/consumer/ConsumerCases.svelte';
import { messages } from '$lib/messages/index.svelte';
import { unsent } from '$lib/offline/unsent';
import { prepare } from '../workbench/builders/browser';
import { session } from './session.svelte';

// Nothing leads anywhere here.
vi.mock('$app/navigation', () => ({ goto: vi.fn(), pushState: vi.fn() }));

const ANA = '0190a000-0000-7000-8000-00000000000a';
const RUI = '0190a000-0000-7000-8000-00000000000b';
const CASE = '0190a000-0000-7000-8000-000000000001';
const here = (id: string): Session => ({
  user: { id, name: id, email: `${id}@example.org`, language: 'pt-BR', memberships: [] },
  demo: false,
  now: '2026-11-23T12:00:00.000Z',
  evidence_bytes_max: 1_000_000,
});
const view = { id: CASE, heads: {} } as unknown as CaseView;
const at = '2026-11-23T12:00:00.000Z';
const reading = async (user: string) => [await keptCase(CASE, user), await keptList('own', user)];

async function anaWasHere(): Promise<void> {
  await session.take(here(ANA));
  await beHere(here(ANA));
  await keepCase({ user: ANA, view, logs: {}, at });
  await keepList(
    'own',
    ANA,
    { cases: [], next: null, counts: { my_turn: 0, waiting: 0, due_today: 0, all: 0 }, cut: false },
    at,
  );
  keepDraft(`${CASE}.${ANA}`, 'joint', 'a draft');
  keep(`acordo.part.${CASE}`, ANA);
  keep('acordo.theme', 'dark');
  const command = { type: 'message.post' as const, channel: 'joint', text: 'waits' };
  await new DeviceQueue().put({ id: 'a', caseId: CASE, user: ANA, channel: 'joint', command, at, after: 0 });
}
const left = async () => ({
  reading: await reading(ANA),
  waiting: await new DeviceQueue().all(CASE, ANA),
  last: await lastHere(),
  own: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'acordo.theme'),
});
/** What the server is asked, which is there or is not. */
function server(there = true): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (what: Request | string) => {
    asked.push(new URL(typeof what === 'string' ? what : what.url, location.origin).pathname);
    if (!there) throw new TypeError('Failed to fetch');
    return new Response(null, { status: 204 });
  });
  return asked;
}
const NOTHING = { reading: [null, null], waiting: [], last: null, own: [] };

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await emptyDevice();
  session.user = null;
  session.leaving = false;
  prepare();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('whoever comes back finds what they left', async () => {
  await anaWasHere();
  await session.take(here(ANA));
  expect((await reading(ANA))[0]).toMatchObject({ view: { id: CASE } });
  expect(draft(`${CASE}.${ANA}`, 'joint')).toBe('a draft');
  expect((await lastHere())?.user.id).toBe(ANA);
});

test('signing out leaves nothing but how the page looks', async () => {
  await anaWasHere();
  server();
  await session.signOut();
  expect(await left()).toEqual(NOTHING);
  expect(session.leaving).toBe(false);
  expect(kept('acordo.theme')).toBe('dark');
});

test('signing out without a network leaves a mark, and nobody goes on until the server knows', async () => {
  await anaWasHere();
  server(false);
  await session.signOut();
  expect([session.user, session.known, session.leaving]).toEqual([null, true, true]);
  expect(await left()).toEqual({ ...NOTHING, own: ['acordo.leaving'] });
  expect(kept('acordo.leaving')).not.toContain(ANA);
  // An answer of the old session that was under way; whoever was here last; and the server that is not there.
  await session.take(here(ANA));
  expect([session.user, await session.recall(), (await session.load()).ok]).toEqual([null, false, false]);
  const asked = server();
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(session.leaving).toBe(false));
  expect([asked, kept('acordo.leaving')]).toEqual([['/api/v1/auth/sign_out'], null]);
});

test('a network that swallows the word keeps nobody waiting, and the page says what is so', async () => {
  await anaWasHere();
  let cut = (): void => undefined;
  vi.stubGlobal('fetch', () => new Promise((_, fail) => (cut = () => fail(new TypeError('cut')))));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const out = session.signOut();
  await vi.waitFor(() => (vi.advanceTimersByTime(1000), expect(session.user).toBeNull()));
  await out;
  expect(session.leaving).toBe(true);
  vi.useRealTimers();
  cut();
});

test('a page that starts where a sign-out is not told yet tells it first', async () => {
  keep('acordo.leaving', '1');
  const asked = server();
  vi.resetModules();
  const { session: anew } = await import('./session.svelte');
  await vi.waitFor(() => expect(kept('acordo.leaving')).toBeNull());
  expect([asked, anew.leaving]).toEqual([['/api/v1/auth/sign_out'], false]);
});

test('a list that is read on the first visit is kept at once', async () => {
  vi.spyOn(api, 'cases').mockResolvedValue({
    ok: true,
    value: { cases: [], next: null, counts: { my_turn: 0, waiting: 0, due_today: 0, all: 0 }, cut: false },
  });
  await session.take(here(ANA));
  render(ConsumerCases);
  await vi.waitFor(async () => expect((await reading(ANA))[1]).toMatchObject({ list: { cases: [] } }), {
    timeout: 1500,
  });
  // Nothing of somebody who is gone comes back by the same way.
  server();
  await session.signOut();
  await session.stay();
  expect(await lastHere()).toBeNull();
});

test('what nobody has received is named before signing out destroys it', async () => {
  await anaWasHere();
  keepDraft(`${CASE}.${ANA}`, 'joint', '{"terms":[]}', 'offer');
  keepDraft(`${CASE}.${RUI}`, 'joint', 'of somebody else');
  // A stand-in for the device cannot keep a file of a stand-in for the browser.
  const file = { name: 'door.png' } as File;
  const command = { type: 'message.post' as const, channel: 'joint', text: '' };
  const files = [
    { id: 'f', file },
    { id: 'g', file, evidence: CASE },
  ];
  await new DeviceQueue().put({ id: 'b', caseId: CASE, user: ANA, channel: 'joint', command, at, after: 0, files });
  expect(await unsent(ANA)).toEqual([
    { what: 'message', words: 'waits' },
    { what: 'file', words: 'door.png' },
    { what: 'draft', words: 'a draft' },
    { what: 'offer' },
  ]);
  const asked = server();
  await messages.choose('en');
  void session.leave('/');
  const sheet = await screen.findByRole('dialog', {}, { timeout: 10_000 });
  expect(sheet.textContent).toContain('Waiting message: “waits”');
  screen.getByRole('button', { name: 'Stay' }).click();
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([asked, session.user?.id, draft(`${CASE}.${ANA}`, 'joint')]).toEqual([[], ANA, 'a draft']);
  void session.leave('/');
  (await screen.findByRole('button', { name: 'Erase and sign out' }, { timeout: 10_000 })).click();
  await vi.waitFor(() => expect(session.user).toBeNull());
  expect(await unsent(ANA)).toEqual([]);
});

test('somebody else who comes in finds nothing, though nobody signed out', async () => {
  await anaWasHere();
  await session.take(here(RUI));
  await beHere(here(RUI));
  expect(await left()).toMatchObject({ reading: [null, null], waiting: [], last: { user: { id: RUI } } });
  expect((await left()).own).toEqual(['acordo.owner', 'acordo.owner']);
});

test('a page that lags behind writes nothing back once its person is gone', async () => {
  await anaWasHere();
  await session.take(here(RUI));
  await beHere(here(RUI));
  await keepCase({ user: ANA, view, logs: {}, at });
  expect(await reading(ANA)).toEqual([null, null]);
});

test('a session that is over can be read by nobody, and what was being written waits for its writer', async () => {
  await anaWasHere();
  vi.spyOn(api, 'session').mockResolvedValue({
    ok: false,
    problem: { type: '', title: '', status: 401, code: 'ended' },
  });
  await session.load();
  await vi.waitFor(async () => expect(await reading(ANA)).toEqual([null, null]));
  expect(await session.recall()).toBe(false);
  expect(draft(`${CASE}.${ANA}`, 'joint')).toBe('a draft');
});

test('without a network whoever was here last is here, and nobody else', async () => {
  expect(await session.recall()).toBe(false);
  await anaWasHere();
  session.user = null;
  expect(await session.recall()).toBe(true);
  expect(session.user).toMatchObject({ id: ANA });
  keep('acordo.owner', RUI);
  session.user = null;
  expect(await session.recall()).toBe(false);
});

test('two windows write two drafts, and the last of them is there for the next', () => {
  keepDraft('c', 'joint', 'first window');
  // The other window has a place of its own, and the same device.
  sessionStorage.clear();
  keepDraft('c', 'joint', 'second window');
  expect(draft('c', 'joint')).toBe('second window');
  sessionStorage.clear();
  sessionStorage.setItem('acordo.draft.c.joint.message', 'first window');
  expect(draft('c', 'joint')).toBe('first window');
  // Sent there, it takes nothing from the other.
  keepDraft('c', 'joint', '');
  expect(draft('c', 'joint')).toBe('');
  sessionStorage.clear();
  expect(draft('c', 'joint')).toBe('second window');
});
