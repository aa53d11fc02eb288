import type { Channel, Command, Problem, Voice, WireEvent } from '$lib/api/types';
import type { GoingFile } from './queue';

/**
 * `kept`: waits to be sent. `held`: the case moved meanwhile, the writer confirms. `refused`: with its reason, the text
 * stays. `leaving`: its writer takes it back, and the server has not said yet whether it had arrived.
 */
export type OutgoingState = 'kept' | 'held' | 'sending' | 'delivered' | 'refused' | 'leaving';

export interface Outgoing {
  id: string;
  command: Command;
  files: GoingFile[];
  at: string;
  after: number;
  state: OutgoingState;
  /** A page has begun to send it. */
  tried: boolean;
  /** The device keeps nothing of it: it waits only as long as this page is open. */
  loose?: boolean;
  /** The name of the file that is under way, or was refused. */
  file?: string;
  /** How much of that file has gone, of 1; nothing before the first word of it. */
  share?: number;
  problem?: Problem;
}

/** As the server counts them in lists: `is_read_by_people` in the domain. */
const TALK = new Set([
  'message_posted',
  'note_put',
  'hand_over_noted',
  'complaint_filed',
  'account_given',
  'mediator_disclosed',
  'summary_written',
  'summary_corrected',
  'disclosure_asked',
  'words_disclosed',
  'proposal_made',
  'idea_given',
  'evidence_added',
  'handover_filed',
  'question_asked',
  'question_answered',
  'decision_explained',
  'item_released',
]);

/** Facts that a person wants to have read, as against the ones that only move the case. */
export const isTalk = (event: WireEvent): boolean => event.event !== null && TALK.has(event.event.type);

/** One channel as this viewer has it: events in `seq` order without repeats, and what is on its way. */
export class ChannelLog {
  readonly channel: Channel;
  events = $state.raw<WireEvent[]>([]);
  outgoing = $state<Outgoing[]>([]);
  typing = $state.raw<Voice[]>([]);
  /** How far each seat says it has read. */
  seenBy = $state.raw<Partial<Record<Voice, number>>>({});
  /** Head of the channel on the server, as last heard. */
  head = $state(0);
  /** How far this person has read, on whichever device; unknown until the room has said it. */
  seen = $state<number | null>(null);
  loadingOlder = $state(false);
  /** The numbers of `events`. */
  #have = new Set<number>();
  #typingUntil = new Map<Voice, ReturnType<typeof setTimeout>>();

  constructor(channel: Channel) {
    this.channel = channel;
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
    const { seen, events } = this;
    if (seen === null) return 0;
    const after = events.findLastIndex((event) => event.seq <= seen) + 1;
    return events.slice(after).filter((event) => event.by?.id !== you && isTalk(event)).length;
  }

  /** Takes events in any order and any number of times. Answers those that were new. */
  add(events: readonly WireEvent[]): WireEvent[] {
    const fresh = events.filter(
      (event) => event.channel === this.channel && !this.#have.has(event.seq) && this.#have.add(event.seq),
    );
    if (fresh.length === 0) return [];
    const all = [...this.events, ...fresh];
    const isNext = fresh.every((event, at) => event.seq > (fresh[at - 1]?.seq ?? this.last));
    this.events = isNext ? all : all.sort((a, b) => a.seq - b.seq);
    this.head = Math.max(this.head, this.last);
    for (const event of fresh) this.stopTyping(event.seat);
    return fresh;
  }

  /** The first hole between the events held, if any: `after` is the last one before it. */
  hole(): { after: number; missing: number } | null {
    if (this.events.length === 0 || this.last - this.first + 1 === this.events.length) return null;
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

  /** Everything up to the last event was on screen. Answers how far, when that is news. */
  see(): number | null {
    if (this.last <= (this.seen ?? 0)) return null;
    return (this.seen = this.last);
  }

  /** What the server knows of who has read how far; nobody ever un-reads. */
  mark(yours: number, seats: Partial<Record<Voice, number>>): void {
    this.seen = Math.max(this.seen ?? 0, yours);
    const seenBy = { ...this.seenBy };
    for (const [seat, seq] of Object.entries(seats) as [Voice, number][])
      seenBy[seat] = Math.max(seenBy[seat] ?? 0, seq);
    this.seenBy = seenBy;
  }

  restart(): void {
    this.events = [];
    this.#have.clear();
    this.head = 0;
    this.seen = 0;
  }
}
