/** A room with a wire, a queue and an interface that a test holds in its hand. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { CaseView, Channel, Command, WireEvent } from '$lib/api/types';
import { Room, type World } from './room.svelte';
import { FakeWire, MemoryQueue } from '../../workbench/builders/wire';

export const CASE = '0190a000-0000-7000-8000-000000000001';
export const ME = { id: '0190a000-0000-7000-8000-00000000000a', name: 'Ana', seat: null };
export const OTHER = { id: '0190a000-0000-7000-8000-00000000000b', name: 'Bruna' };

export const view = (phase = 'negotiation'): CaseView =>
  ({
    id: CASE,
    phase,
    heads: {},
    allowed: [],
    writable: ['joint'],
    files: [],
    proposals: [],
    turn: {},
  }) as unknown as CaseView;

export function message(seq: number, by = OTHER, channel: Channel = 'joint'): WireEvent {
  return {
    t: 'event',
    channel,
    seq,
    at: '2026-11-21T18:00:00.000Z',
    seat: by === ME ? 'consumer' : 'company',
    by,
    event: { type: 'message_posted', text: `message ${seq}` },
    evidence: null,
  };
}
export const post = (text: string, channel: Channel = 'joint'): Command => ({ type: 'message.post', channel, text });
/** Lets promises that are already decided run. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

export let wires: FakeWire[];
export let queue: MemoryQueue;
export let http: { [K in keyof World['api']]: ReturnType<typeof vi.fn> };
export let ids = 0;
export let open: Room[];
export let renewed: 'renewed' | 'ended' | 'unsure';

export function room(): Room {
  const made = new Room(view(), ME, {
    wire: () => {
      const wire = new FakeWire();
      wires.push(wire);
      return wire;
    },
    queue,
    api: http as unknown as World['api'],
    refresh: async () => renewed,
    random: () => 0,
    id: () => `command-${++ids}`,
  });
  open.push(made);
  return made;
}
export function latest(): FakeWire {
  const wire = wires.at(-1);
  if (!wire) throw new Error('no wire was opened');
  return wire;
}

export async function enter(made: Room, heads: Record<Channel, number> = {}) {
  await made.open();
  latest().accept();
  latest().say({ t: 'welcome', you: ME, case: view(), heads, marks: {} });
  await settle();
}

export async function again(made: Room, heads: Record<Channel, number>) {
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made.link).not.toBe('live');
  latest().accept();
  latest().say({ t: 'welcome', you: ME, case: view(), heads, marks: {} });
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  wires = [];
  open = [];
  ids = 0;
  renewed = 'renewed';
  queue = new MemoryQueue();
  http = {
    command: vi.fn(),
    withdraw: vi.fn(async () => ({ ok: true, value: { happened: false } })),
    events: vi.fn(async () => ({ ok: false, problem: { code: 'offline' } })),
    case: vi.fn(async () => ({ ok: true, value: view() })),
    upload: vi.fn(async () => ({ ok: false, problem: { code: 'offline' } })),
  };
});
afterEach(() => {
  open.forEach((one) => one.close());
  vi.useRealTimers();
});
/** What the next renewal of the session answers. */
export const renewal = (answer: typeof renewed): void => void (renewed = answer);
