/**
 * Commands that decide something, from the moment somebody pressed until it is certain what became of them.
 *
 * An answer may be lost while the command arrived, and a command may arrive long after it was sent. So it is tried
 * again, under its id, only while its sender waits. Once they were told that no answer came, or went back, it is taken
 * back: the server says whether it has happened, and refuses it from then on. Only that makes "not sent" certain.
 */
import { ownProblem, type api } from '$lib/api/client';
import type { Channel, Command, Problem } from '$lib/api/types';
import { keep, kept } from '$lib/kept';

export type Fate = 'unknown' | 'happened' | 'withdrawn';
export type Sent = { ok: true; at: Record<Channel, number> } | { ok: false; problem: Problem; fate?: Promise<Fate> };
type Api = Pick<typeof api, 'command' | 'withdraw'>;
type Answered = Extract<Awaited<ReturnType<Api['command']>>, { ok: true }>['value'];

/** A command whose sender was told that no answer came. */
export interface Unanswered {
  readonly id: string;
  readonly fate: Fate;
}

/** What a room lends to its commands. */
export interface Lent {
  api: Api;
  isLive(): boolean;
  /** Answers whether the frame went out. */
  put(frame: { t: 'do'; id: string; command: Command }): boolean;
  /** What the server answered over HTTP. */
  hear(answered: Answered): void;
  /** It had happened though no answer came: what is shown may be old. */
  look(): Promise<unknown>;
}

export const WITHDRAW_MILLIS = 3_000;

/** After these nobody knows whether the command was done. */
const UNCERTAIN = ['offline', 'unreadable', 'unavailable', 'internal'];
const isOffline = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false;

const ways = new WeakMap<Promise<unknown>, () => void>();
/** Whoever waits for this goes back: what was sent is taken back. Nothing happens once the answer is there. */
export const takeBack = (sent: Promise<unknown>): void => ways.get(sent)?.();

interface UnderWay {
  command: Command;
  answer: (sent: Sent) => void;
}

export class Commands {
  unanswered = $state.raw<readonly Unanswered[]>([]);

  #caseId: string;
  #lent: Lent;
  #underWay = new Map<string, UnderWay>();
  #told = new Map<string, (fate: Fate) => void>();

  constructor(caseId: string, lent: Lent) {
    this.#caseId = caseId;
    this.#lent = lent;
    // A page that was closed before it knew asks when the case is opened next.
    for (const id of (kept(this.#key) ?? '').split(' ').filter(Boolean)) this.#wonder(id);
  }

  get #key(): string {
    return `acordo.unanswered.${this.#caseId}`;
  }

  ask(id: string, command: Command): Promise<Sent> {
    // The one case in which not sending is certain at once.
    if (isOffline()) return Promise.resolve({ ok: false, problem: ownProblem('offline') });
    const sent = new Promise<Sent>((answer) => this.#underWay.set(id, { command, answer }));
    ways.set(sent, () => this.#giveUp(id));
    // A signature's origin is the request that carried it.
    const direct = !this.#lent.isLive() || command.type === 'agreement.sign';
    if (direct || !this.#lent.put({ t: 'do', id, command })) void this.#overHttp(id, command);
    return sent;
  }

  get waits(): boolean {
    return this.#underWay.size > 0;
  }

  /** The link broke: whoever still waits is served another way, under the same id. */
  again(): void {
    for (const [id, { command }] of this.#underWay) void this.#overHttp(id, command);
  }

  /** The link is back: what is not known yet is asked now. */
  settle(): void {
    for (const { id, fate } of this.unanswered) if (fate === 'unknown') void this.#withdraw(id);
  }

  done(id: string, at: Record<Channel, number>): void {
    this.#answer(id, { ok: true, at });
    this.#settled(id, 'happened');
  }

  refused(id: string, problem: Problem): void {
    this.#answer(id, { ok: false, problem });
    this.#settled(id, 'withdrawn');
  }

  dismiss(id: string): void {
    this.unanswered = this.unanswered.filter((one) => one.id !== id);
  }

  async #overHttp(id: string, command: Command): Promise<void> {
    const answer = await this.#lent.api.command(this.#caseId, command, id);
    if (answer.ok) {
      this.#lent.hear(answer.value);
      this.done(id, answer.value.at);
    } else if (UNCERTAIN.includes(answer.problem.code)) this.#giveUp(id);
    else this.refused(id, answer.problem);
  }

  #answer(id: string, sent: Sent): void {
    const waiting = this.#underWay.get(id);
    this.#underWay.delete(id);
    waiting?.answer(sent);
  }

  #giveUp(id: string): void {
    const waiting = this.#underWay.get(id);
    if (!waiting) return;
    const fate = this.#wonder(id);
    this.#answer(id, { ok: false, problem: ownProblem('unanswered'), fate });
    void this.#withdraw(id);
  }

  /** From now on this command is not known to have happened, until the server says so. */
  #wonder(id: string): Promise<Fate> {
    const fate = new Promise<Fate>((tell) => this.#told.set(id, tell));
    this.unanswered = [...this.unanswered, { id, fate: 'unknown' }];
    this.#remember();
    return fate;
  }

  #remember(): void {
    const unknown = this.unanswered.filter(({ fate }) => fate === 'unknown').map(({ id }) => id);
    keep(this.#key, unknown.join(' '));
  }

  async #withdraw(id: string): Promise<void> {
    const answer = await this.#lent.api.withdraw(this.#caseId, id);
    if (!this.#told.has(id)) return;
    if (!answer.ok) {
      // Also after the page is left: whoever was told that it failed must not find it done.
      setTimeout(() => void this.#withdraw(id), WITHDRAW_MILLIS);
      return;
    }
    if (answer.value.happened) await this.#lent.look();
    this.#settled(id, answer.value.happened ? 'happened' : 'withdrawn');
  }

  #settled(id: string, fate: Fate): void {
    const tell = this.#told.get(id);
    if (!tell) return;
    this.#told.delete(id);
    this.unanswered = this.unanswered.map((one) => (one.id === id ? { ...one, fate } : one));
    this.#remember();
    tell(fate);
  }
}
