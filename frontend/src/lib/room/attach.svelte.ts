/** Files chosen beside a text: they go up when it is sent, and what is up already stays so for the next try. */
import { api, ownProblem } from '$lib/api/client';
import { problemText } from '$lib/api/problem';
import type { Channel, Problem } from '$lib/api/types';
import { newId } from '$lib/ids';
import type { GoingFile } from '$lib/live/queue';
import { t } from '$lib/messages/index.svelte';

/** `name` is that of the file that failed. */
export type Uploaded = { ok: true; ids: string[] } | { ok: false; problem: Problem; name: string };

/** Which file did not go up and why, as far as that is known: without an answer it may have arrived. */
export const attachFault = ({ name, problem }: { name: string; problem: Problem }): string =>
  problem.status === 0 || problem.status >= 500
    ? t('room-attach-unsure', { name })
    : t('room-attach-failed', { name, reason: problemText(problem) });

/** A file chosen once more is the same file, though the browser makes another of it. */
const mark = ({ name, size, lastModified }: File): string => JSON.stringify([name, size, lastModified]);

export class Attachments {
  /** A phone sends a large photo smaller; a desk, as it is, if the server takes it. */
  readonly #shrinks: boolean;
  files = $state.raw<readonly File[]>([]);
  /** The name of the file that is under way. */
  busy = $state<string | null>(null);
  /** How much of it has gone, of 1. */
  share = $state<number | null>(null);
  /** A file that the server would not take, and so was not taken up here. */
  refused = $state.raw<{ name: string; problem: Problem } | null>(null);
  /** Files that are up, by the channel they lie in: each is a fact there and cannot be taken back. */
  #up = $state.raw<ReadonlyMap<string, { channel: Channel; id: string }>>(new Map());
  /** One upload has one id however often it is tried, since the answer of the first may have been lost. */
  #ids = new Map<string, string>();

  constructor(shrinks = false) {
    this.#shrinks = shrinks;
  }

  isUp = (file: File): boolean => this.#up.has(mark(file));

  /** Chosen files that are still being looked at. */
  adding = $state(false);
  #added: Promise<void> = Promise.resolve();

  /** What cannot be taken is said before anything goes up; the same file twice is one. */
  add(picked: Iterable<File>): Promise<void> {
    // The browser's list is emptied when this returns.
    const all = [...picked];
    this.adding = true;
    const added = this.#added.then(() => this.#judge(all)).finally(() => (this.adding = this.#added !== added));
    this.#added = added;
    return added;
  }
  async #judge(all: readonly File[]): Promise<void> {
    this.refused = null;
    // Without a network the judge may not come: then the server is the first to say it.
    const judge = await import('./judge').catch(() => null);
    for (const chosen of all) {
      const file = (await judge?.fitting(chosen, this.#shrinks)) ?? chosen;
      const code = (await judge?.lacks(file)) ?? null;
      if (code === 'file_too_large')
        // A code without a sentence of its own is worded by its detail.
        this.refused = {
          name: file.name,
          problem: { ...ownProblem(code, 422), code: 'file_over_limit', detail: await judge?.limitText() },
        };
      else if (code) this.refused = { name: file.name, problem: ownProblem(code, 422) };
      else if (!this.files.some((one) => mark(one) === mark(file))) this.files = [...this.files, file];
    }
  }
  remove(file: File): void {
    this.files = this.files.filter((one) => one !== file);
  }
  clear(): void {
    this.files = [];
    this.refused = null;
    this.#up = new Map();
    this.#ids.clear();
  }

  #id(file: File, channel: Channel): string {
    const about = `${channel} ${mark(file)}`;
    const id = this.#ids.get(about) ?? newId();
    this.#ids.set(about, id);
    return id;
  }

  /** What was taken out again to be mended: what of it is up, or may be, goes on under its id. */
  restore(going: readonly GoingFile[], channel: Channel): void {
    for (const { file, id, evidence } of going) {
      if (this.files.some((one) => mark(one) === mark(file))) continue;
      this.#ids.set(`${channel} ${mark(file)}`, id);
      if (evidence) this.#up = new Map(this.#up).set(mark(file), { channel, id: evidence });
      this.files = [...this.files, file];
    }
  }

  /** The files as they go into a channel with a message; null where one was not taken. Nothing is left here. */
  async take(channel: Channel): Promise<GoingFile[] | null> {
    if (this.adding) await this.#added;
    if (this.refused) return null;
    const going = this.files.map((file): GoingFile => {
      const up = this.#up.get(mark(file));
      const id = this.#id(file, channel);
      return up?.channel === channel ? { id, file, evidence: up.id } : { id, file };
    });
    this.clear();
    return going;
  }

  /** Puts the files into a channel; their ids in the order chosen. */
  async upload(caseId: string, channel: Channel): Promise<Uploaded> {
    if (this.adding) {
      await this.#added;
      if (this.refused) return { ok: false, ...this.refused };
    }
    const ids: string[] = [];
    for (const file of this.files) {
      const before = this.#up.get(mark(file));
      if (before?.channel === channel) {
        ids.push(before.id);
        continue;
      }
      this.busy = file.name;
      const told = (share: number) => (this.share = share);
      const answer = await api.upload(caseId, channel, file, file.name, this.#id(file, channel), undefined, told);
      this.busy = null;
      this.share = null;
      if (!answer.ok) return { ...answer, name: file.name };
      const { id } = answer.value.evidence;
      this.#up = new Map(this.#up).set(mark(file), { channel, id });
      ids.push(id);
    }
    return { ok: true, ids };
  }
}
