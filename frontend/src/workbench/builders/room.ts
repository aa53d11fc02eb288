// A room without a network: a real `Room`, whose link is up and whose server answers what a test says.
import type { Answer } from '$lib/api/client';
import type { CaseView, Channel, Command, Commanded, Evidence, Fact, Voice, WireEvent } from '$lib/api/types';
import { Room, type World } from '$lib/live/room.svelte';
import { bruna, days, marina, olga, paulo, type Person } from './case';

const SPEAKERS: Partial<Record<Voice, Person>> = { consumer: marina, company: bruna, mediator: paulo, ombudsman: olga };

/** What happened in a channel, numbered in the order given; the last one a few minutes ago. */
export function events(
  channel: Channel,
  ...facts: readonly (readonly [Voice, Fact | null] | readonly [Voice, Fact | null, Evidence])[]
): WireEvent[] {
  return facts.map(([seat, event, evidence], at) => ({
    t: 'event',
    channel,
    seq: at + 1,
    at: days((at - facts.length) / 100),
    seat,
    by: SPEAKERS[seat] ?? null,
    event,
    evidence: evidence ?? null,
  }));
}
export const said = (seat: Voice, text: string): readonly [Voice, Fact] => [seat, { type: 'message_posted', text }];

export interface Given {
  /** What each channel holds. */
  events?: readonly WireEvent[];
  you?: Person;
  /** The server's answer to every command; done, unless a test says otherwise. */
  answer?: (command: Command) => Answer<Commanded> | Promise<Answer<Commanded>>;
}

const VIEWERS: Partial<Record<CaseView['capacity'], Person>> = {
  consumer: marina,
  company: bruna,
  mediator: paulo,
  ombudsman: olga,
};

export function room(asked: CaseView, { events: held = [], you, answer }: Given = {}): Room {
  const reader = you ?? VIEWERS[asked.capacity] ?? marina;
  const files = held.flatMap(({ channel, seq, by, evidence }) =>
    evidence ? [{ channel, seq, evidence, yours: by?.id === reader.id, may_be_shared: false }] : [],
  );
  const view = { ...asked, files: [...asked.files, ...files] };
  const done = (): Answer<Commanded> => ({ ok: true, value: { at: {}, case: view, events: [] } });
  let ids = 0;
  const using: Partial<World> = {
    wire: () => {
      throw new Error('This room has no network.');
    },
    queue: {
      all: async () => [],
      put: async () => undefined,
      claim: async () => true,
      arrived: async () => undefined,
      takeBack: async () => true,
      remove: async () => undefined,
      clear: async () => undefined,
    },
    api: {
      command: async (_, command) => (answer ?? done)(command),
      withdraw: async () => ({ ok: true, value: { happened: false } }),
      events: async () => ({ ok: true, value: { events: [], head: 0 } }),
      case: async () => ({ ok: true, value: view }),
      upload: async () => ({
        ok: false,
        problem: { type: 'about:blank', title: 'offline', status: 0, code: 'offline' },
      }),
    },
    refresh: async () => 'renewed',
    random: () => 0,
    id: () => `command-${++ids}`,
  };
  const made = new Room(view, { seat: null, ...reader }, using);
  for (const channel of new Set(held.map((event) => event.channel))) made.log(channel).add(held);
  // What the view says of a channel beyond these events was read before and is not fetched.
  for (const channel of Object.keys(view.heads)) {
    made.log(channel).head = made.log(channel).last;
    made.log(channel).mark(0, {});
  }
  made.link = 'live';
  return made;
}
