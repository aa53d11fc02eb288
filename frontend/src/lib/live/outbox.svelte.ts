/**
 * Words and files of one room, from the moment somebody sends them until it is certain what became of them. They may wait
 * for a network, in order; each goes once, however often it is tried, because its id and those of its files stay. Until
 * the server has it, its writer may take it back for good.
 */
import { ownProblem, type api } from '$lib/api/client';
import type { Channel, Command, Problem } from '$lib/api/types';
import { clockNow } from '$lib/room/now.svelte';
import type { Sent } from './commands.svelte';
import type { Wire } from './frames';
import { isTalk, type ChannelLog, type Outgoing } from './log.svelte';
import type { GoingFile, Kept, Queue } from './queue';

export type Words = Extract<Command, { channel: Channel; text: string }> & { type: 'message.post' | 'note.put' };
/** Words may wait for the network; what binds or is judged by its time may not. */
export const mayWait = (command: Command): command is Words =>
  command.type === 'message.post' || command.type === 'note.put';

/** What goes back to its writer. */
export interface Returned {
  text: string;
  /** With their ids: sent again, a file that had arrived is the same file. */
  files: GoingFile[];
}

/** What a room lends to its outbox. */
export interface Lent {
  readonly caseId: string;
  /** Who writes; nothing is kept on the device of somebody unknown. */
  user(): string | null;
  log(channel: Channel): ChannelLog;
  logs(): Iterable<ChannelLog>;
  queue: Queue;
  api: Pick<typeof api, 'upload' | 'withdraw'>;
  id(): string;
  isLive(): boolean;
  wire(): Wire | null;
  /** Answers whether the frame went out. */
  put(frame: { t: 'do'; id: string; command: Command }): boolean;
}

export const WAIT_MILLIS = 3_000;
/** After these nobody knows whether it arrived. */
const UNCERTAIN = ['offline', 'unreadable', 'unavailable', 'internal', 'rate_limited'];

export class Outbox {
  #lent: Lent;
  #answers = new Map<string, (sent: Sent) => void>();
  /** On which connection a message went out last. */
  #sentOn = new Map<string, Wire>();
  /** Whether the device keeps it. */
  #stored = new Map<string, Promise<boolean>>();
  #draining = new Set<Channel>();
  #uploads = new AbortController();

  constructor(lent: Lent) {
    this.#lent = lent;
  }

  /** Answers once the server has it for good, or refused. */
  send(command: Words, files: readonly GoingFile[] = []): Promise<Sent> {
    const lent = this.#lent;
    const [id, log, live] = [lent.id(), lent.log(command.channel), lent.isLive()];
    const going = files.map((file) => ({ ...file }));
    const out: Outgoing = {
      id,
      command,
      files: going,
      at: clockNow.read().toISOString(),
      after: log.last,
      state: 'kept',
      tried: live,
    };
    const sent = new Promise<Sent>((answer) => this.#answers.set(id, answer));
    log.outgoing.push(out);
    const user = lent.user();
    if (user) {
      const { channel } = command;
      const kept: Kept = { id, caseId: lent.caseId, user, channel, command, at: out.at, after: out.after };
      if (going.length > 0) kept.files = going;
      if (live) kept.tried = true;
      const stored = lent.queue.put(kept).then(
        () => true,
        () => {
          const there = this.#find(id);
          if (there) there.out.loose = true;
          return false;
        },
      );
      this.#stored.set(id, stored);
    }
    if (live) void this.#drain(log);
    return sent;
  }

  /** What an earlier visit left waiting. */
  async restore(): Promise<void> {
    const user = this.#lent.user();
    if (!user) return;
    for (const kept of await this.#lent.queue.all(this.#lent.caseId, user).catch(() => [])) {
      const log = this.#lent.log(kept.channel);
      if (log.outgoing.some((one) => one.id === kept.id)) continue;
      const { id, command, at, after, files = [], tried = false } = kept;
      log.outgoing.push({ id, command, at, after, files, tried, state: kept.takenBack ? 'leaving' : 'kept' });
      this.#stored.set(id, Promise.resolve(true));
      if (kept.takenBack) void this.#withdraw(id, true);
    }
  }

  /** Something went out and its answer is waited for. */
  get waits(): boolean {
    return [...this.#lent.logs()].some((log) => log.outgoing.some((out) => out.state === 'sending'));
  }

  /** The link broke: a file under way is tried again when it is back. */
  lost(): void {
    this.#uploads.abort();
    this.#uploads = new AbortController();
  }

  /** Sends what waited in a channel, once this page has read what happened there meanwhile. */
  settle(log: ChannelLog): void {
    if (!this.#lent.isLive() || log.last < log.head) return;
    const wire = this.#lent.wire();
    for (const out of log.outgoing) {
      // Once for each connection: the id makes it safe, repeating it for every event would be noise.
      const again = out.state === 'sending' && wire && this.#sentOn.has(out.id) && this.#sentOn.get(out.id) !== wire;
      if (again) this.#transmit(out);
      if (out.state === 'kept' && this.#hasMoved(log, out)) out.state = 'held';
    }
    void this.#drain(log);
  }

  /** Others wrote while it waited: its writer looks again. */
  #hasMoved({ events, first }: ChannelLog, { after }: Outgoing): boolean {
    const user = this.#lent.user();
    return (
      events.some((event) => event.seq > after && event.by?.id !== user && isTalk(event)) ||
      (events.length > 0 && first > after + 1)
    );
  }

  /** Sends what waits in a channel, one after the other: a message comes after its files, the next one after it. */
  async #drain(log: ChannelLog): Promise<void> {
    if (this.#draining.has(log.channel)) return;
    this.#draining.add(log.channel);
    try {
      for (;;) {
        const next = log.outgoing.find((out) => out.state === 'kept');
        if (!next || !this.#lent.isLive()) return;
        const { id } = next;
        if (!next.tried) {
          const mine = !(await this.#stored.get(id)) || (await this.#lent.queue.claim(id).catch(() => true));
          const out = this.#find(id)?.out;
          if (!mine && out) this.#drop(log, id);
          if (!mine || !out || out.state !== 'kept') continue;
          out.tried = true;
        }
        const out = this.#find(id)?.out;
        if (!out) continue;
        if (out.files.some((file) => !file.evidence) && !(await this.#upload(log, id))) {
          if (this.#find(id)?.out.state === 'kept') return;
          continue;
        }
        const ready = this.#find(id)?.out;
        if (!ready || (ready.state !== 'kept' && ready.state !== 'sending')) continue;
        if (ready.command.type === 'message.post' && ready.command.text === '') this.done(id, {});
        else if (!this.#transmit(ready)) return;
      }
    } finally {
      this.#draining.delete(log.channel);
    }
  }

  /** Puts its files into the channel; answers whether all are there. */
  async #upload(log: ChannelLog, id: string): Promise<boolean> {
    for (;;) {
      const out = this.#find(id)?.out;
      const at = out?.files.findIndex((file) => !file.evidence) ?? -1;
      if (!out || (out.state !== 'kept' && out.state !== 'sending')) return false;
      const going = out.files[at];
      if (!going) return true;
      out.state = 'sending';
      out.file = going.file.name;
      const { signal } = this.#uploads;
      const { caseId, api } = this.#lent;
      const told = (share: number) => {
        const under = this.#find(id)?.out;
        if (under) under.share = share;
      };
      const answer = await api.upload(caseId, log.channel, going.file, going.file.name, going.id, signal, told);
      const there = this.#find(id)?.out;
      delete there?.share;
      if (answer.ok) {
        const evidence = answer.value.evidence.id;
        const file = there?.files[at];
        if (file) file.evidence = evidence;
        await this.#lent.queue.arrived(id, going.id, evidence).catch(() => undefined);
      } else if (UNCERTAIN.includes(answer.problem.code)) {
        if (there?.state === 'sending') there.state = 'kept';
        // Without a link the next connection tries again; with one it is tried after a while.
        const millis = (answer.problem.retry_after ?? 0) * 1000 || WAIT_MILLIS;
        if (!signal.aborted) setTimeout(() => void this.#drain(log), millis);
        return false;
      } else {
        this.refused(id, answer.problem);
        return false;
      }
    }
  }

  #transmit(out: Outgoing): boolean {
    const { id } = out;
    const wire = this.#lent.wire();
    delete out.problem;
    delete out.file;
    if (!wire || !this.#lent.put({ t: 'do', id, command: this.#command(out) })) {
      out.state = 'kept';
      return false;
    }
    this.#sentOn.set(id, wire);
    out.state = 'sending';
    return true;
  }

  /** The message with the files that came with it. */
  #command(out: Outgoing): Command {
    const command = $state.snapshot(out.command) as Command;
    const evidence = out.files.flatMap((file) => file.evidence ?? []);
    return command.type === 'message.post' && evidence.length > 0 ? { ...command, evidence } : command;
  }

  #find(id: string): { log: ChannelLog; out: Outgoing } | null {
    for (const log of this.#lent.logs()) {
      const out = log.outgoing.find((one) => one.id === id);
      if (out) return { log, out };
    }
    return null;
  }

  #answer(id: string, sent: Sent): void {
    this.#answers.get(id)?.(sent);
    this.#answers.delete(id);
  }

  #forget(id: string): void {
    this.#sentOn.delete(id);
    this.#stored.delete(id);
    this.#lent.queue.remove(id).catch(() => undefined);
  }

  #drop(log: ChannelLog, id: string): void {
    log.outgoing = log.outgoing.filter((one) => one.id !== id);
    this.#forget(id);
    this.#answer(id, { ok: false, problem: ownProblem('offline') });
  }

  done(id: string, at: Record<Channel, number>): void {
    const found = this.#find(id);
    if (!found) return;
    const { log, out } = found;
    this.#forget(id);
    this.#answer(id, { ok: true, at });
    const seq = at[log.channel] ?? 0;
    if (seq === 0 || log.events.some((event) => event.seq === seq))
      log.outgoing = log.outgoing.filter((one) => one.id !== id);
    else {
      // The event itself is on its way; from now on `after` is its place.
      out.state = 'delivered';
      out.after = seq;
    }
  }

  refused(id: string, problem: Problem): void {
    const found = this.#find(id);
    if (!found || found.out.state === 'leaving') return;
    const { out } = found;
    if (problem.code === 'rate_limited') {
      setTimeout(() => this.#again(id), (problem.retry_after ?? 1) * 1000);
      return;
    }
    out.state = 'refused';
    out.problem = problem;
    this.#answer(id, { ok: false, problem });
  }

  #again(id: string): void {
    const out = this.#find(id)?.out;
    if (out?.state === 'sending') this.#transmit(out);
  }

  /** The writer looked again: a held or refused message goes now. */
  resend(id: string): void {
    const found = this.#find(id);
    if (!found || (found.out.state !== 'held' && found.out.state !== 'refused')) return;
    found.out.after = found.log.last;
    found.out.state = 'kept';
    delete found.out.problem;
    void this.#drain(found.log);
  }

  /**
   * Takes it back for good, to be mended or to be dropped; answers what it held, or null where it had arrived. What was
   * never sent is gone at once; of anything else only the server knows, and it is asked until it answers.
   */
  async takeBack(id: string, why: 'mend' | 'drop'): Promise<Returned | null> {
    const found = this.#find(id);
    if (!found || found.out.state === 'delivered' || found.out.state === 'leaving') return null;
    const { log, out } = found;
    const { command, tried, state } = out;
    const back = { text: mayWait(command) ? command.text : '', files: out.files.map((file) => ({ ...file })) };
    // Refused words never happened; a file that was under way with them may have.
    if (state === 'refused' && (why === 'mend' || back.files.length === 0)) {
      this.#drop(log, id);
      return back;
    }
    out.state = 'leaving';
    const certain = await this.#lent.queue.takeBack(id).catch(() => false);
    if (certain || !tried) {
      this.#drop(log, id);
      return back;
    }
    return (await this.#withdraw(id, why === 'drop')) ? null : back;
  }

  /** Asks until the server says whether it happened; from then on it never will, and with it its files. */
  async #withdraw(id: string, withFiles: boolean): Promise<boolean> {
    const { api, caseId } = this.#lent;
    const files = withFiles ? (this.#find(id)?.out.files ?? []).filter((file) => !file.evidence) : [];
    for (const one of [...files.map((file) => file.id), id]) {
      for (;;) {
        const answer = await api.withdraw(caseId, one);
        const found = this.#find(id);
        if (!found) return true;
        if (answer.ok && one !== id) break;
        if (answer.ok) {
          this.#drop(found.log, id);
          return answer.value.happened;
        }
        await new Promise((go) => setTimeout(go, WAIT_MILLIS));
      }
    }
    return false;
  }
}
