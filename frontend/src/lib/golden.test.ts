// The same cases as in the server's tests (src/domain/tests/domain/golden.rs, src/texts/dates.rs): what both compute
// comes out the same.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseView, Change, ClauseChange, Language, Terms, WireEvent, You } from '$lib/api/types';
import type { ServerFrame, Wire } from '$lib/live/frames';
import { Room } from '$lib/live/room.svelte';
import type { World } from '$lib/live/world';
import { day, deadline, lastDate } from '$lib/messages/dates';
import { LANGUAGES, messages, need } from '$lib/messages/index.svelte';
import { clauseDiff, diff } from '$lib/room/diff';
import { items, type Item } from '$lib/room/items';

const golden = (name: string): unknown => JSON.parse(readFileSync(resolve('../tests/golden', name), 'utf8'));

interface Pair {
  name: string;
  before: Terms;
  after: Terms;
  changes: Change[];
  clause_changes?: ClauseChange[];
}

describe('the difference between terms', () => {
  const pairs = golden('diff.json') as Pair[];
  test.each(pairs)('$name', ({ before, after, changes, clause_changes = [] }) => {
    expect(diff(before, after)).toEqual(changes);
    expect(clauseDiff(before, after)).toEqual(clause_changes);
  });
});

interface GoldenDate {
  name: string;
  at: string;
  zone: string;
  now: string;
  last_date: string;
  deadline: Record<Language, string>;
  dated_deadline: Record<Language, string>;
  day: Record<Language, string>;
}

describe('a date', () => {
  const dates = golden('dates.json') as GoldenDate[];
  test.each(LANGUAGES)('is said in %s as in mails and papers, wherever the device is', async (language) => {
    await need('words');
    await messages.choose(language);
    for (const date of dates) {
      const now = new Date(date.now);
      expect(deadline(date.at, date.zone, now), date.name).toBe(date.deadline[language]);
      expect(day(date.at, date.zone, now), date.name).toBe(date.day[language]);
      expect(lastDate(date.at, date.zone), date.name).toBe(date.last_date);
    }
  });
});

interface Folded {
  head: number;
  messages: number[];
  hidden: number[];
  files: string[];
  proposals: [seq: number, number: number][];
  ideas: number[];
  disclosures: number[];
  summary: string | null;
}
interface GoldenRoom {
  you: You;
  view: CaseView;
  frames: WireEvent[];
  folded: Record<string, Folded>;
}

/** A room whose server sends these frames, in this order. */
async function hear({ you, view }: GoldenRoom, frames: readonly WireEvent[]): Promise<Room> {
  let connect: (wire: Wire) => void;
  const connected = new Promise<Wire>((resolve) => (connect = resolve));
  const never = () => new Promise<never>(() => undefined);
  const world: Partial<World> = {
    wire() {
      const wire: Wire = {
        readyState: 1,
        send: () => undefined,
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      };
      queueMicrotask(() => connect(wire));
      return wire;
    },
    queue: {
      all: async () => [],
      put: async () => undefined,
      remove: async () => undefined,
      claim: async () => true,
      arrived: async () => undefined,
      takeBack: async () => true,
      clear: async () => undefined,
    },
    // The page also asks for missing events; here the frames bring them.
    api: { case: never, command: never, withdraw: never, events: never, upload: never },
    random: () => 0,
  };
  const room = new Room(view, you, world);
  void room.open();
  const wire = await connected;
  const say = (frame: ServerFrame) => wire.onmessage?.({ data: JSON.stringify(frame) });
  wire.onopen?.({});
  say({ t: 'welcome', you, case: view, heads: view.heads, marks: {} });
  frames.forEach(say);
  room.close();
  return room;
}

const of = <K extends Item['kind']>(all: readonly Item[], kind: K): Extract<Item, { kind: K }>[] =>
  all.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
const seqs = (all: readonly { event: WireEvent }[]): number[] => all.map(({ event }) => event.seq);

/** What this page shows of a channel, in the terms of the domain's fold. */
function folded(room: Room, channel: string): Folded {
  const log = room.log(channel);
  const all = items(room.case, log.events);
  const posted = of(all, 'message').filter(({ event }) => event.event?.type === 'message_posted');
  return {
    head: log.head,
    messages: seqs(posted),
    hidden: seqs(posted.filter(({ hidden }) => hidden !== null)),
    files: [
      ...of(all, 'file').map(({ file }) => file.id),
      ...posted.flatMap(({ files }) => files.map(({ id }) => id)),
    ].sort(),
    proposals: of(all, 'proposal').map(({ event, number }) => [event.seq, number]),
    ideas: seqs(of(all, 'idea')),
    disclosures: seqs(of(all, 'disclosure')),
    summary: of(all, 'summary').find(({ latest }) => latest)?.text ?? null,
  };
}

describe('what a room holds after its frames', () => {
  const rooms = golden('rooms.json') as GoldenRoom[];
  const ORDERS: [name: string, order: (frames: WireEvent[]) => WireEvent[]][] = [
    ['in their order', (frames) => frames],
    ['backwards', (frames) => frames.toReversed()],
    ['each twice', (frames) => frames.flatMap((frame) => [frame, frame])],
    ['the second half first', (frames) => [...frames.slice(frames.length / 2), ...frames.slice(0, frames.length / 2)]],
  ];
  const cases = rooms.flatMap((room) => ORDERS.map(([order, put]) => ({ name: room.you.name, order, room, put })));
  test.each(cases)('$name, $order', async ({ room: given, put }) => {
    const room = await hear(given, put(given.frames));
    const held = Object.keys(given.folded).map((channel) => [channel, folded(room, channel)]);
    expect(Object.fromEntries(held)).toEqual(given.folded);
  });
  test('the golden rooms hold something of everything', () => {
    const all = rooms.flatMap(({ folded }) => Object.values(folded));
    for (const part of ['messages', 'hidden', 'files', 'proposals', 'ideas', 'disclosures'] as const)
      expect(all.some((one) => one[part].length > 0)).toBe(true);
    expect(all.some(({ summary }) => summary !== null)).toBe(true);
  });
});
