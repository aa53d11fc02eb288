/**
 * One case while its page is open: one websocket, the channels this viewer reads, and what is on its way.
 * The page computes no state of its own; the case is what the server last said.
 */
import type { CaseView, Channel, Command, Evidence, Voice, WireEvent } from '$lib/api/types';
import { seen } from '$lib/pasted';
import { Commands, type Sent } from './commands.svelte';
import { Connection } from './connection';
import { draft, forgetDrafts, keepDraft } from './drafts';
import type { ClientFrame, Presence, ServerFrame, You } from './frames';
import { ChannelLog } from './log.svelte';
import { mayWait, Outbox, type Returned } from './outbox.svelte';
import { Pages } from './pages';
import type { GoingFile } from './queue';
import { BANNER_MILLIS, TYPING_MILLIS, world, type World } from './world';

export { BANNER_MILLIS, HEARTBEAT_MILLIS, type World } from './world';

export type { Sent } from './commands.svelte';
export type Link = 'connecting' | 'live' | 'lost' | 'ended';

/** Seats that several people of one company may hold. */
const SHARED: ReadonlySet<string> = new Set(['company']);

/** Every frame of the document is met above; a newer server's frame that this page does not know says nothing to it. */
const unknown = (_frame: never): void => undefined;

export class Room {
  readonly id: string;
  case: CaseView;
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

  /** Until when what is shown was read, on a device that has not reached the server since. */
  keptAt = $state<string | null>(null);
  /** What decides something; words and files wait in the outbox. */
  readonly commands: Commands;
  readonly outbox: Outbox;

  #world: World;
  #logs = new Map<Channel, ChannelLog>();
  #connection: Connection;
  #welcomed = false;
  /** The heads of the last welcome. */
  #history = new Map<Channel, number>();
  #typedAt = 0;
  #timers: Partial<Record<'banner' | 'back', ReturnType<typeof setTimeout>>> = {};
  #pages: Pages;

  constructor(view: CaseView, you: You | null, using: Partial<World> = {}) {
    this.id = view.id;
    this.you = you;
    this.case = $state.raw(view);
    this.#world = { ...world, ...using };
    this.#pages = new Pages(view.id, this.#world.api);
    this.#connection = new Connection(() => this.#world.wire(view.id), this.#world.random, {
      onopen: () => this.#resume(),
      onframe: (frame) => this.#take(frame),
      onlost: (code, opened) => this.#lost(code, opened),
      isLive: () => this.link === 'live',
      isWaiting: () => this.#isWaiting(),
    });
    this.commands = new Commands(view.id, {
      api: this.#world.api,
      isLive: () => this.link === 'live',
      put: (frame) => this.#put(frame),
      hear: ({ case: shown, events }) => {
        // Whose command was to leave has no view any more; the page keeps the last one until it is left.
        if (shown) this.case = shown;
        this.#hear(events, true);
      },
      look: () => this.#look(),
    });
    this.outbox = new Outbox({
      caseId: view.id,
      user: () => this.you?.id ?? null,
      log: (channel) => this.log(channel),
      logs: () => this.#logs.values(),
      queue: this.#world.queue,
      api: this.#world.api,
      id: () => this.#world.id(),
      isLive: () => this.link === 'live',
      wire: () => this.#connection.wire,
      put: (frame) => this.#put(frame),
    });
    // Until the room answers, how much each channel holds is known from the case.
    for (const [channel, head] of Object.entries(view.heads)) this.log(channel).head = head;
  }

  /** The log of a channel; made on first use. */
  log(channel: Channel): ChannelLog {
    let log = this.#logs.get(channel);
    if (!log) this.#logs.set(channel, (log = new ChannelLog(channel)));
    return log;
  }

  isMine = (event: WireEvent): boolean => event.by !== null && event.by.id === this.you?.id;
  unread = (channel: Channel): number => this.log(channel).unread(this.you?.id ?? null);
  allows = (command: Command['type']): boolean => this.case.allowed.includes(command);
  writable = (channel: Channel): boolean => this.case.writable.includes(channel);

  evidence(id: string): Evidence | null {
    return this.case.files.find(({ evidence }) => evidence.id === id)?.evidence ?? null;
  }

  // Something went out and its answer is waited for.
  #isWaiting(): boolean {
    return this.commands.waits || this.outbox.waits;
  }

  #put(frame: ClientFrame): boolean {
    const out = this.#connection.put(frame);
    if (out) queueMicrotask(() => this.#connection.hasten());
    return out;
  }

  /** The person does not want to wait for the next try. */
  tryNow(): void {
    this.#connection.now();
  }

  // -- open and close

  async open(): Promise<void> {
    if (!this.#connection.stopped) return;
    this.#connection.start();
    await this.outbox.restore();
    this.#watchBanner();
    this.#connection.connect();
  }

  close(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#connection.stop(1000);
  }

  /** Asks for what happened since the last event that is held here. */
  #resume(): void {
    const after: Record<Channel, number> = {};
    for (const log of this.#logs.values()) if (log.last > 0) after[log.channel] = log.last;
    this.#connection.put({ t: 'resume', after });
  }

  /** Answers whether the connection may come back by itself. */
  #lost(code: number, opened: boolean): boolean {
    if (this.link === 'live') this.link = 'lost';
    this.presence = {};
    this.#watchBanner();
    this.commands.again();
    this.outbox.lost();
    if (code === 4003) this.#end('right');
    else if (code === 4001) void this.#renew();
    else if (!opened) void this.#look();
    return code !== 4003 && code !== 4001;
  }

  async #renew(): Promise<void> {
    const renewed = await this.#world.refresh();
    if (renewed === 'renewed') this.#connection.connect();
    else if (renewed === 'ended') this.#end('session');
    else this.#connection.later();
  }

  /** A handshake that never opened hides its reason; the same question over HTTP tells it (and renews the session). */
  async #look(): Promise<void> {
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
    this.#connection.stop();
  }

  /** A short gap is no news; a browser that knows of none is believed at once. */
  #watchBanner(): void {
    clearTimeout(this.#timers.banner);
    const known = typeof navigator !== 'undefined' && navigator.onLine === false;
    this.#timers.banner = setTimeout(
      () => {
        if (this.link !== 'live' && this.link !== 'ended') {
          if (this.link === 'connecting') this.link = 'lost';
          this.banner = 'offline';
        }
      },
      known ? 0 : BANNER_MILLIS,
    );
  }

  // -- what the server says

  #take(frame: ServerFrame): void {
    switch (frame.t) {
      case 'welcome':
        return this.#welcome(frame);
      case 'event':
        // Until the heads of the welcome are reached it is history; the banner says how much of it is new.
        this.#hear([frame], this.#welcomed && frame.seq > (this.#history.get(frame.channel) ?? 0));
        return this.outbox.settle(this.log(frame.channel));
      case 'case':
        this.case = frame.case;
        return;
      case 'turn':
        if (this.case) this.case = { ...this.case, turn: frame.turn };
        return;
      case 'done':
        this.commands.done(frame.id, frame.at);
        return this.outbox.done(frame.id, frame.at);
      case 'refused':
        if (frame.id === null) return;
        this.commands.refused(frame.id, frame.problem);
        return this.outbox.refused(frame.id, frame.problem);
      case 'presence':
        this.presence = frame.seats;
        return;
      case 'typing':
        return this.log(frame.channel).startTyping(frame.seat);
      case 'seen': {
        // A seat that one person holds alone was read by that person: here, on another device.
        const own = frame.seat === this.you?.seat && !SHARED.has(frame.seat);
        return this.log(frame.channel).mark(own ? frame.seq : 0, own ? {} : { [frame.seat]: frame.seq });
      }
      case 'reset':
        return this.log(frame.channel).restart();
      case 'bye':
        if (frame.code === 'session_ended') void this.#renewAfterBye();
        return;
      case 'pong':
        return;
      default:
        return unknown(frame);
    }
  }

  async #renewAfterBye(): Promise<void> {
    this.#connection.letGo();
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
      this.#history.set(channel, head);
      const marks = frame.marks[channel];
      log.mark(marks?.yours ?? 0, marks?.seats ?? {});
    }
    this.#welcomed = true;
    this.keptAt = null;
    this.link = 'live';
    clearTimeout(this.#timers.banner);
    if (this.banner === 'offline') {
      this.banner = 'back';
      clearTimeout(this.#timers.back);
      this.#timers.back = setTimeout(() => {
        if (this.banner === 'back') this.banner = null;
      }, 6_000);
    } else this.banner = null;
    this.commands.settle();
    void this.outbox.restore().then(() => {
      for (const log of this.#logs.values()) this.outbox.settle(log);
    });
  }

  #hear(events: WireEvent[], tell: boolean): void {
    for (const channel of new Set(events.map((event) => event.channel))) {
      const log = this.log(channel);
      const fresh = log.add(events);
      if (log.hole()) void this.#pages.fill(log);
      for (const event of fresh) {
        log.outgoing = log.outgoing.filter((one) => !(one.state === 'delivered' && one.after === event.seq));
        if (tell) this.onevent?.(event);
      }
    }
  }

  older = (channel: Channel): Promise<void> => this.#pages.older(this.log(channel));

  // -- what this person says

  /** Answers once the server has it for good, or refused. Words written offline answer when they got through. */
  send(given: Command, files: readonly GoingFile[] = []): Promise<Sent> {
    const command = seen(given);
    return mayWait(command) ? this.outbox.send(command, files) : this.commands.ask(this.#world.id(), command);
  }

  resend = (id: string): void => this.outbox.resend(id);
  takeBack = (id: string, why: 'mend' | 'drop'): Promise<Returned | null> => this.outbox.takeBack(id, why);

  typing(channel: Channel): void {
    const now = Date.now();
    if (now - this.#typedAt < TYPING_MILLIS) return;
    this.#typedAt = now;
    this.#connection.put({ t: 'typing', channel });
  }

  /** Everything of this channel that is held here was on screen. */
  see(channel: Channel): void {
    const log = this.log(channel);
    const seq = log.see();
    if (seq !== null) this.#connection.put({ t: 'seen', channel, seq });
  }

  draft = (channel: Channel, what?: string): string => draft(this.#place, channel, what);
  keepDraft = (channel: Channel, text: string, what?: string): void => keepDraft(this.#place, channel, text, what);
  /** Drafts are a person's own: whoever signs in next on this device finds none. */
  get #place(): string {
    return `${this.id}.${this.you?.id ?? ''}`;
  }

  /** Nothing of this case stays on the device: at closure, or on "this is not my phone". */
  async forgetDevice(): Promise<void> {
    forgetDrafts(this.id);
    await this.#world.queue.clear(this.id).catch(() => undefined);
  }
}
