import type { Channel, Command, Evidence, Problem, Voice, WireEvent } from '$lib/api/types';
import { keep, kept } from '$lib/kept';

/** `kept`: not sent yet. `held`: the case moved meanwhile, the writer confirms. `refused`: with its reason, the text stays. */
export type OutgoingState = 'kept' | 'held' | 'sending' | 'delivered' | 'refused';

export interface Outgoing {
  id: string;
  command: Command;
  at: string;
  after: number;
  state: OutgoingState;
  problem?: Problem;
}

const TALK = new Set([
  'message_posted',
  'proposal_made',
  'evidence_added',
  'words_disclosed',
  'disclosure_asked',
  'summary_written',
  'complaint_filed',
  'account_given',
  'mediator_disclosed',
]);

/** Facts that a person wants to have read, as against the ones that only move the case. */
export const isTalk = (event: WireEvent): boolean => event.event !== null && TALK.has(event.event.type);

/** One channel as this viewer has it: events in `seq` order without repeats, and what is on its way. */
export class ChannelLog {
  readonly channel: Channel;
  readonly #caseId: string;
  events = $state.raw<WireEvent[]>([]);
  outgoing = $state<Outgoing[]>([]);
  typing = $state.raw<Voice[]>([]);
  /** How far each seat says it has read. */
  seenBy = $state.raw<Partial<Record<Voice, number>>>({});
  /** Head of the channel on the server, as last heard. */
  head = $state(0);
  seen = $state(0);
  loadingOlder = $state(false);
  #typingUntil = new Map<Voice, ReturnType<typeof setTimeout>>();

  constructor(caseId: string, channel: Channel) {
    this.#caseId = caseId;
    this.channel = channel;
    this.seen = Number(kept(this.#seenKey) ?? 0) || 0;
  }

  get #seenKey(): string {
    return `acordo.seen.${this.#caseId}.${this.channel}`;
  }
  get first(): number {
    return this.events[0]?.seq ?? this.head + 1;
  }
  get last(): number {
    return this.events[this.events.length - 1]?.seq ?? 0;
  }
  get hasOlder(): boolean {
    return this.head > 0 && this.first > 1;
  }

  unread(you: string | null): number {
    return this.events.filter((event) => event.seq > this.seen && event.by?.id !== you && isTalk(event)).length;
  }

  evidence(id: string): Evidence | null {
    return this.events.find((event) => event.evidence?.id === id)?.evidence ?? null;
  }

  /** Takes events in any order and any number of times. Answers those that were new. */
  add(events: readonly WireEvent[]): WireEvent[] {
    const have = new Set(this.events.map((event) => event.seq));
    const fresh = events.filter(
      (event) => event.channel === this.channel && !have.has(event.seq) && have.add(event.seq),
    );
    if (fresh.length === 0) return [];
    this.events = [...this.events, ...fresh].sort((a, b) => a.seq - b.seq);
    this.head = Math.max(this.head, this.last);
    for (const event of fresh) this.stopTyping(event.seat);
    return fresh;
  }

  /** The first hole between the events held, if any: `after` is the last one before it. */
  hole(): { after: number; missing: number } | null {
    let before: number | null = null;
    for (const { seq } of this.events) {
      if (before !== null && seq - before > 1) return { after: before, missing: seq - before - 1 };
      before = seq;
    }
    return null;
  }

  startTyping(seat: Voice): void {
    clearTimeout(this.#typingUntil.get(seat));
    this.#typingUntil.set(
      seat,
      setTimeout(() => this.stopTyping(seat), 5000),
    );
    if (!this.typing.includes(seat)) this.typing = [...this.typing, seat];
  }
  stopTyping(seat: Voice): void {
    clearTimeout(this.#typingUntil.get(seat));
    this.#typingUntil.delete(seat);
    if (this.typing.includes(seat)) this.typing = this.typing.filter((one) => one !== seat);
  }

  /** Remembers that everything up to the last event was on screen. True when that is news. */
  see(): boolean {
    if (this.last <= this.seen) return false;
    this.seen = this.last;
    keep(this.#seenKey, String(this.seen));
    return true;
  }

  restart(): void {
    this.events = [];
    this.head = 0;
    this.seen = 0;
  }
}
