/**
 * One case while its page is open: one websocket, the channels this viewer reads, and what is on its way.
 * The page computes no state of its own; the case is what the server last said.
 */
import { api, ownProblem, refresh } from '$lib/api/client';
import type { CaseView, Channel, Command, Evidence, Problem, Voice, WireEvent } from '$lib/api/types';
import { draft, forgetDrafts, keepDraft } from './drafts';
import type { ClientFrame, Presence, ServerFrame, Wire, You } from './frames';
import { ChannelLog, isTalk, type Outgoing } from './log.svelte';
import { DeviceQueue, type Queue } from './queue';

export type Sent = { ok: true; at: Record<Channel, number> } | { ok: false; problem: Problem };
export type Link = 'connecting' | 'live' | 'lost' | 'ended';

/** What a room needs from the world; tests give their own. */
export interface World {
  wire(caseId: string): Wire;
  queue: Queue;
  api: Pick<typeof api, 'command' | 'events' | 'case'>;
  refresh(): Promise<boolean>;
  random(): number;
  id(): string;
}

export const HEARTBEAT_MILLIS = 10_000;
export const BANNER_MILLIS = 3_000;
const TYPING_MILLIS = 3_000;
const PAGE_EVENTS = 100;
const BACKOFF_MILLIS_MIN = 500;
const BACKOFF_MILLIS_MAX = 30_000;
const LOOK_MILLIS = 3_000;

const world: World = {
  wire(caseId) {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const address = `${scheme}//${location.host}/api/v1/cases/${encodeURIComponent(caseId)}/live`;
    return new WebSocket(address, 'acordo.v1') as unknown as Wire;
  },
  queue: new DeviceQueue(),
  api,
  refresh,
  random: Math.random,
  id: () => crypto.randomUUID(),
};

interface InFlight {
  command: Command;
  answer: (sent: Sent) => void;
}

/** Words may wait for the network; what binds or is judged by its time may not. */
const mayWait = (command: Command): command is Extract<Command, { channel: Channel; text: string }> =>
  command.type === 'message.post' || command.type === 'note.put';

export class Room {
  readonly id: string;
  case = $state.raw<CaseView | null>(null);
  you = $state.raw<You | null>(null);
  link = $state<Link>('connecting');
  /** Why the room ended for this person. */
  ended = $state<'session' | 'right' | null>(null);
  /** Shown once the link has been away for three seconds, and for a while after it came back. */
  banner = $state<'offline' | 'back' | null>(null);
  /** How many events came in with the last reconnect. */
  missed = $state(0);
  presence = $state.raw<Partial<Record<Voice, Presence>>>({});
  /** Called for each new event after the first load, in order: announcements live in the page. */
  onevent: ((event: WireEvent) => void) | null = null;

  #world: World;
  #logs = new Map<Channel, ChannelLog>();
  #wire: Wire | null = null;
  #inFlight = new Map<string, InFlight>();
  #answers = new Map<string, (sent: Sent) => void>();
  /** On which connection a message went out last. */
  #sentOn = new Map<string, Wire>();
  #tries = 0;
  #opened = false;
  #stopped = true;
  #welcomed = false;
  #ping = 0;
  #heard = true;
  #typedAt = 0;
  #timers: Partial<Record<'beat' | 'retry' | 'banner' | 'look' | 'back', ReturnType<typeof setTimeout>>> = {};
  #filling = new Set<Channel>();

  constructor(caseId: string, you: You | null = null, view: CaseView | null = null, using: Partial<World> = {}) {
    this.id = caseId;
    this.you = you;
    this.case = view;
    this.#world = { ...world, ...using };
    // Until the room answers, how much each channel holds is known from the case.
    for (const [channel, head] of Object.entries(view?.heads ?? {})) this.log(channel).head = head;
  }

  /** The log of a channel; made on first use. */
  log(channel: Channel): ChannelLog {
    let log = this.#logs.get(channel);
    if (!log) this.#logs.set(channel, (log = new ChannelLog(this.id, channel)));
    return log;
  }

  isMine = (event: WireEvent): boolean => event.by !== null && event.by.id === this.you?.id;
  unread = (channel: Channel): number => this.log(channel).unread(this.you?.id ?? null);
  allows = (command: Command['type']): boolean => this.case?.allowed.includes(command) ?? false;
  writable = (channel: Channel): boolean => this.case?.writable.includes(channel) ?? false;

  evidence(id: string): Evidence | null {
    for (const log of this.#logs.values()) {
      const found = log.evidence(id);
      if (found) return found;
    }
    return null;
  }

  // -- open and close

  async open(): Promise<void> {
    if (!this.#stopped) return;
    this.#stopped = false;
    if (typeof document !== 'undefined') {
      document.addEventListener('visibilitychange', this.#wake);
      addEventListener('online', this.#wake);
      addEventListener('pageshow', this.#wake);
    }
    await this.#restore();
    this.#watchBanner();
    this.#connect();
  }

  close(): void {
    this.#stopped = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    if (typeof document !== 'undefined') {
      document.removeEventListener('visibilitychange', this.#wake);
      removeEventListener('online', this.#wake);
      removeEventListener('pageshow', this.#wake);
    }
    this.#letGo(1000);
  }

  /** Messages that an earlier visit left waiting. */
  async #restore(): Promise<void> {
    if (!this.you) return;
    const waiting = await this.#world.queue.all(this.id, this.you.id).catch(() => []);
    for (const kept of waiting) {
      const log = this.log(kept.channel);
      if (log.outgoing.some((one) => one.id === kept.id)) continue;
      log.outgoing.push({ id: kept.id, command: kept.command, at: kept.at, after: kept.after, state: 'kept' });
    }
  }

  #connect(): void {
    if (this.#stopped || this.#wire) return;
    clearTimeout(this.#timers.retry);
    this.#opened = false;
    const wire = this.#world.wire(this.id);
    this.#wire = wire;
    wire.onopen = () => {
      this.#opened = true;
      const after: Record<Channel, number> = {};
      for (const log of this.#logs.values()) if (log.last > 0) after[log.channel] = log.last;
      this.#put({ t: 'resume', after });
      this.#beat();
    };
    wire.onmessage = ({ data }) => {
      this.#heard = true;
      if (typeof data !== 'string') return;
      let frame: ServerFrame;
      try {
        frame = JSON.parse(data) as ServerFrame;
      } catch {
        return;
      }
      this.#take(frame);
    };
    wire.onclose = ({ code }) => {
      if (this.#wire !== wire) return;
      this.#wire = null;
      this.#lost(code);
    };
    wire.onerror = () => undefined;
  }

  #letGo(code?: number): void {
    const wire = this.#wire;
    this.#wire = null;
    clearTimeout(this.#timers.beat);
    if (!wire) return;
    wire.onclose = wire.onmessage = wire.onopen = null;
    try {
      wire.close(code);
    } catch {
      // Already closed.
    }
  }

  #lost(code: number): void {
    clearTimeout(this.#timers.beat);
    if (this.#stopped) return;
    if (this.link === 'live') this.link = 'lost';
    this.presence = {};
    this.#watchBanner();
    this.#askOverHttp();
    if (code === 4003) return this.#end('right');
    if (code === 4001) return void this.#renew();
    if (!this.#opened) void this.#askWhy();
    if (code === 4008) return this.#connect();
    const most = Math.min(BACKOFF_MILLIS_MAX, BACKOFF_MILLIS_MIN * 2 ** this.#tries++);
    this.#timers.retry = setTimeout(() => this.#connect(), most / 2 + (most / 2) * this.#world.random());
  }

  async #renew(): Promise<void> {
    if (await this.#world.refresh()) this.#connect();
    else this.#end('session');
  }

  /** A handshake that never opened hides its reason; the same question over HTTP tells it (and renews the session). */
  async #askWhy(): Promise<void> {
    const answer = await this.#world.api.case(this.id);
    if (answer.ok) this.case = answer.value;
    else if (answer.problem.status === 401) this.#end('session');
    else if (answer.problem.status === 404 || answer.problem.status === 403) this.#end('right');
  }

  #end(why: 'session' | 'right'): void {
    this.ended = why;
    this.link = 'ended';
    this.banner = null;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#stopped = true;
    this.#letGo();
  }

  #watchBanner(): void {
    clearTimeout(this.#timers.banner);
    this.#timers.banner = setTimeout(() => {
      if (this.link !== 'live' && this.link !== 'ended') {
        if (this.link === 'connecting') this.link = 'lost';
        this.banner = 'offline';
      }
    }, BANNER_MILLIS);
  }

  /** Whenever the tab or the phone wakes: look at once instead of waiting for the next beat. */
  #wake = (): void => {
    if (this.#stopped || document.visibilityState === 'hidden') return;
    if (!this.#wire) {
      this.#tries = 0;
      this.#connect();
      return;
    }
    if (this.link !== 'live') return;
    this.#heard = false;
    this.#put({ t: 'ping', n: ++this.#ping });
    clearTimeout(this.#timers.look);
    this.#timers.look = setTimeout(() => this.#dropIfSilent(), LOOK_MILLIS);
  };

  #beat(): void {
    clearTimeout(this.#timers.beat);
    this.#heard = false;
    this.#put({ t: 'ping', n: ++this.#ping });
    this.#timers.beat = setTimeout(() => {
      if (this.#dropIfSilent()) return;
      this.#beat();
    }, HEARTBEAT_MILLIS);
  }

  #dropIfSilent(): boolean {
    if (this.#heard || !this.#wire) return false;
    this.#letGo();
    this.#lost(1006);
    return true;
  }

  #put(frame: ClientFrame): boolean {
    if (!this.#wire || this.#wire.readyState !== 1) return false;
    this.#wire.send(JSON.stringify(frame));
    return true;
  }

  // -- what the server says

  #take(frame: ServerFrame): void {
    switch (frame.t) {
      case 'welcome':
        return this.#welcome(frame);
      case 'event':
        this.#hear([frame], this.#welcomed);
        return this.#settle(frame.channel);
      case 'case':
        this.case = frame.case;
        return;
      case 'done':
        return this.#done(frame.id, frame.at);
      case 'refused':
        if (frame.id !== null) this.#refused(frame.id, frame.problem);
        return;
      case 'presence':
        this.presence = frame.seats;
        return;
      case 'typing':
        return this.log(frame.channel).startTyping(frame.seat);
      case 'seen': {
        const log = this.log(frame.channel);
        log.seenBy = { ...log.seenBy, [frame.seat]: Math.max(frame.seq, log.seenBy[frame.seat] ?? 0) };
        return;
      }
      case 'reset':
        return this.log(frame.channel).restart();
      case 'bye':
        if (frame.code === 'session_ended') void this.#renewAfterBye();
        return;
      case 'pong':
        return;
    }
  }

  async #renewAfterBye(): Promise<void> {
    this.#letGo();
    this.link = 'lost';
    await this.#renew();
  }

  #welcome(frame: Extract<ServerFrame, { t: 'welcome' }>): void {
    this.you = frame.you;
    this.case = frame.case;
    const again = this.#welcomed;
    this.missed = 0;
    for (const [channel, head] of Object.entries(frame.heads)) {
      const log = this.log(channel);
      if (again) this.missed += Math.max(0, head - log.last);
      log.head = head;
    }
    this.#welcomed = true;
    this.#tries = 0;
    this.link = 'live';
    clearTimeout(this.#timers.banner);
    if (this.banner === 'offline') {
      this.banner = 'back';
      clearTimeout(this.#timers.back);
      this.#timers.back = setTimeout(() => {
        if (this.banner === 'back') this.banner = null;
      }, 6_000);
    } else this.banner = null;
    // Commands whose answer was lost go again under the same id: they happen once.
    for (const [id, { command }] of this.#inFlight) this.#put({ t: 'do', id, command });
    void this.#restore().then(() => {
      for (const log of this.#logs.values()) this.#settle(log.channel);
    });
  }

  #hear(events: WireEvent[], tell: boolean): void {
    for (const channel of new Set(events.map((event) => event.channel))) {
      const log = this.log(channel);
      const fresh = log.add(events);
      if (log.hole()) void this.#fill(log);
      for (const event of fresh) {
        log.outgoing = log.outgoing.filter((one) => !(one.state === 'delivered' && one.after === event.seq));
        if (tell) this.onevent?.(event);
      }
    }
  }

  /** A hole is never shown as if nothing were missing: the events in it are fetched. */
  async #fill(log: ChannelLog): Promise<void> {
    if (this.#filling.has(log.channel)) return;
    this.#filling.add(log.channel);
    try {
      for (let hole = log.hole(); hole; hole = log.hole()) {
        const limit = Math.min(PAGE_EVENTS, hole.missing);
        const page = await this.#world.api.events(this.id, log.channel, { after: hole.after, limit });
        if (!page.ok || log.add(page.value.events).length === 0) return;
      }
    } finally {
      this.#filling.delete(log.channel);
    }
  }

  async older(channel: Channel): Promise<void> {
    const log = this.log(channel);
    if (log.loadingOlder || !log.hasOlder) return;
    log.loadingOlder = true;
    const page = await this.#world.api.events(this.id, channel, { before: log.first, limit: PAGE_EVENTS });
    if (page.ok) log.add(page.value.events);
    log.loadingOlder = false;
  }

  // -- what this person says

  /** Answers once the server has it for good, or refused. Words written offline answer when they got through. */
  send(command: Command): Promise<Sent> {
    const id = this.#world.id();
    if (!mayWait(command)) return this.#ask(id, command);
    const log = this.log(command.channel);
    const out: Outgoing = { id, command, at: new Date().toISOString(), after: log.last, state: 'kept' };
    const sent = new Promise<Sent>((answer) => this.#answers.set(id, answer));
    log.outgoing.push(out);
    if (this.you) {
      const kept = {
        id,
        caseId: this.id,
        user: this.you.id,
        channel: command.channel,
        command,
        at: out.at,
        after: out.after,
      };
      this.#world.queue.put(kept).catch(() => undefined);
    }
    if (this.link === 'live') this.#transmit(log, id);
    return sent;
  }

  #ask(id: string, command: Command): Promise<Sent> {
    // A signature's origin is the request that carried it.
    if (this.link !== 'live' || command.type === 'agreement.sign') return this.#overHttp(id, command);
    return new Promise((answer) => {
      this.#inFlight.set(id, { command, answer });
      if (!this.#put({ t: 'do', id, command })) this.#askOverHttp();
    });
  }

  #askOverHttp(): void {
    for (const [id, { command, answer }] of [...this.#inFlight]) {
      this.#inFlight.delete(id);
      void this.#overHttp(id, command).then(answer);
    }
  }

  async #overHttp(id: string, command: Command): Promise<Sent> {
    const answer = await this.#world.api.command(this.id, command, id);
    if (!answer.ok) return answer;
    this.case = answer.value.case;
    this.#hear(answer.value.events, true);
    return { ok: true, at: answer.value.at };
  }

  #transmit(log: ChannelLog, id: string): void {
    const out = log.outgoing.find((one) => one.id === id);
    if (!out) return;
    const wire = this.#wire;
    if (wire && this.#put({ t: 'do', id, command: $state.snapshot(out.command) as Command })) {
      this.#sentOn.set(id, wire);
      out.state = 'sending';
    } else out.state = 'kept';
    delete out.problem;
  }

  /** Sends what waited in a channel, once this page has read what happened there meanwhile. */
  #settle(channel: Channel): void {
    const log = this.log(channel);
    if (this.link !== 'live' || log.last < log.head) return;
    for (const out of log.outgoing) {
      if (out.state === 'sending') this.#transmitAgain(log, out);
      if (out.state !== 'kept') continue;
      const moved =
        log.events.some((event) => event.seq > out.after && !this.isMine(event) && isTalk(event)) ||
        (log.events.length > 0 && log.first > out.after + 1);
      if (moved) out.state = 'held';
      else this.#transmit(log, out.id);
    }
  }

  #transmitAgain(log: ChannelLog, out: Outgoing): void {
    // Once for each connection: the id makes it safe, repeating it for every event would be noise.
    if (this.#wire && this.#sentOn.get(out.id) !== this.#wire) this.#transmit(log, out.id);
  }

  #outgoing(id: string): { log: ChannelLog; out: Outgoing } | null {
    for (const log of this.#logs.values()) {
      const out = log.outgoing.find((one) => one.id === id);
      if (out) return { log, out };
    }
    return null;
  }

  #done(id: string, at: Record<Channel, number>): void {
    const asked = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    asked?.answer({ ok: true, at });
    const found = this.#outgoing(id);
    if (!found) return;
    const { log, out } = found;
    this.#forget(id);
    this.#answers.get(id)?.({ ok: true, at });
    this.#answers.delete(id);
    const seq = at[log.channel] ?? 0;
    if (log.events.some((event) => event.seq === seq)) log.outgoing = log.outgoing.filter((one) => one.id !== id);
    else {
      // The event itself is on its way; from now on `after` is its place.
      out.state = 'delivered';
      out.after = seq;
    }
  }

  #refused(id: string, problem: Problem): void {
    const asked = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    asked?.answer({ ok: false, problem });
    const found = this.#outgoing(id);
    if (!found) return;
    const { log, out } = found;
    if (problem.code === 'rate_limited') {
      setTimeout(() => this.#transmit(log, id), (problem.retry_after ?? 1) * 1000);
      return;
    }
    out.state = 'refused';
    out.problem = problem;
    this.#answers.get(id)?.({ ok: false, problem });
    this.#answers.delete(id);
  }

  /** The writer looked again: a held or refused message goes now. */
  resend(id: string): void {
    const found = this.#outgoing(id);
    if (!found || found.out.state === 'sending' || found.out.state === 'delivered') return;
    found.out.after = found.log.last;
    if (this.link === 'live') this.#transmit(found.log, id);
    else found.out.state = 'kept';
  }

  /** Takes a message back that the server does not have; answers its text. */
  discard(id: string): string | null {
    const found = this.#outgoing(id);
    if (!found || found.out.state === 'sending' || found.out.state === 'delivered') return null;
    found.log.outgoing = found.log.outgoing.filter((one) => one.id !== id);
    this.#forget(id);
    this.#answers.get(id)?.({ ok: false, problem: ownProblem('offline') });
    this.#answers.delete(id);
    return mayWait(found.out.command) ? found.out.command.text : null;
  }

  #forget(id: string): void {
    this.#sentOn.delete(id);
    this.#world.queue.remove(id).catch(() => undefined);
  }

  typing(channel: Channel): void {
    const now = Date.now();
    if (now - this.#typedAt < TYPING_MILLIS) return;
    this.#typedAt = now;
    this.#put({ t: 'typing', channel });
  }

  /** Everything of this channel that is held here was on screen. */
  see(channel: Channel): void {
    const log = this.log(channel);
    if (log.see()) this.#put({ t: 'seen', channel, seq: log.seen });
  }

  draft = (channel: Channel, what?: string): string => draft(this.id, channel, what);
  keepDraft = (channel: Channel, text: string, what?: string): void => keepDraft(this.id, channel, text, what);

  /** Nothing of this case stays on the device: at closure, or on "this is not my phone". */
  async forgetDevice(): Promise<void> {
    forgetDrafts(this.id);
    await this.#world.queue.clear(this.id).catch(() => undefined);
  }
}
