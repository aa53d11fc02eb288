// What one person leaves on a device: everything while they are here, nothing for the next.
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CaseView, Session } from '$lib/api/types';
import { api } from '$lib/api/client';
import { keep, kept } from '$lib/kept';
import { draft, keepDraft } from '$lib/live/drafts';
import { emptyDevice } from '$lib/live/device';
import { DeviceQueue } from '$lib/live/queue';
import { beHere, keepCase, keptCase, keepList, keptList, lastHere } from '$lib/offline/reading';
import { session } from './session.svelte';

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
  await keepList('own', ANA, { cases: [], next: null, counts: { my_turn: 0, waiting: 0, due_today: 0, all: 0 } }, at);
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
const NOTHING = { reading: [null, null], waiting: [], last: null, own: [] };

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await emptyDevice();
  session.user = null;
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
  vi.spyOn(api, 'signOut').mockResolvedValue({
    ok: false,
    problem: { type: '', title: '', status: 0, code: 'offline' },
  });
  await session.signOut();
  expect(await left()).toEqual(NOTHING);
  expect(kept('acordo.theme')).toBe('dark');
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
