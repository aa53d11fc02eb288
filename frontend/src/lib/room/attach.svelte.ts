/** Files chosen beside a text: they go up when it is sent, and what is up already stays so for the next try. */
import { api } from '$lib/api/client';
import type { Channel, Problem } from '$lib/api/types';

export type Uploaded = { ok: true; ids: string[] } | { ok: false; problem: Problem };

export class Attachments {
  files = $state.raw<readonly File[]>([]);
  /** The name of the file that is under way. */
  busy = $state<string | null>(null);
  /** Files that are up, by the channel they lie in: each is a fact there and cannot be taken back. */
  #up = $state.raw<ReadonlyMap<File, { channel: Channel; id: string }>>(new Map());

  isUp = (file: File): boolean => this.#up.has(file);

  add(picked: Iterable<File>): void {
    this.files = [...this.files, ...picked];
  }
  remove(file: File): void {
    this.files = this.files.filter((one) => one !== file);
  }
  clear(): void {
    this.files = [];
    this.#up = new Map();
  }

  /** Puts the files into a channel; their ids in the order chosen. */
  async upload(caseId: string, channel: Channel): Promise<Uploaded> {
    const ids: string[] = [];
    for (const file of this.files) {
      const before = this.#up.get(file);
      if (before?.channel === channel) {
        ids.push(before.id);
        continue;
      }
      this.busy = file.name;
      const answer = await api.upload(caseId, channel, file, file.name);
      this.busy = null;
      if (!answer.ok) return answer;
      const { id } = answer.value.evidence;
      this.#up = new Map(this.#up).set(file, { channel, id });
      ids.push(id);
    }
    return { ok: true, ids };
  }
}
