/** What is written or chosen without a network waits in IndexedDB, so that a closed tab loses none of it. */
import type { Channel, Command } from '$lib/api/types';
import { asked, store } from './device';

/** A file on its way, under one id however often it is tried. */
export interface GoingFile {
  readonly id: string;
  readonly file: File;
  /** As what it lies in the channel; from then on it is a fact there. */
  evidence?: string;
}

export interface Kept {
  id: string;
  caseId: string;
  user: string;
  channel: Channel;
  command: Command;
  /** When it was written. */
  at: string;
  /** Head of the channel that the writer had read. */
  after: number;
  files?: GoingFile[];
  /** A page has begun to send it: from then on the server alone knows what became of it. */
  tried?: boolean;
  /** Its writer took it back: it is never sent again. */
  takenBack?: boolean;
}

export interface Queue {
  all(caseId: string, user: string): Promise<Kept[]>;
  put(kept: Kept): Promise<void>;
  /** Before it is sent; false where it was taken back or sent from another window. */
  claim(id: string): Promise<boolean>;
  /** A file of it is up. */
  arrived(id: string, file: string, evidence: string): Promise<void>;
  /** From now on it is not sent any more. True where it never was: then it is gone for certain. */
  takeBack(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  clear(caseId: string): Promise<void>;
}

export class DeviceQueue implements Queue {
  async all(caseId: string, user: string): Promise<Kept[]> {
    const found = (await asked((await store('outgoing', 'readonly')).index('case').getAll(caseId))) as Kept[];
    return found.filter((kept) => kept.user === user).sort((a, b) => (a.at < b.at ? -1 : 1));
  }
  async put(kept: Kept): Promise<void> {
    await asked((await store('outgoing')).put(kept));
  }
  /** Reads and writes in one transaction: of two windows one is first. */
  async #change<T>(id: string, change: (kept: Kept, all: IDBObjectStore) => T): Promise<T | null> {
    const all = await store('outgoing');
    const kept = (await asked(all.get(id))) as Kept | undefined;
    return kept ? change(kept, all) : null;
  }
  async claim(id: string): Promise<boolean> {
    const mine = await this.#change(id, (kept, all) => {
      if (kept.takenBack) return false;
      all.put({ ...kept, tried: true });
      return true;
    });
    return mine ?? false;
  }
  async arrived(id: string, file: string, evidence: string): Promise<void> {
    await this.#change(id, (kept, all) => {
      const files = (kept.files ?? []).map((one) => (one.id === file ? { ...one, evidence } : one));
      all.put({ ...kept, files });
    });
  }
  async takeBack(id: string): Promise<boolean> {
    const certain = await this.#change(id, (kept, all) => {
      if (kept.tried) all.put({ ...kept, takenBack: true });
      else all.delete(id);
      return !kept.tried;
    });
    return certain ?? false;
  }
  async remove(id: string): Promise<void> {
    await asked((await store('outgoing')).delete(id));
  }
  async clear(caseId: string): Promise<void> {
    const all = await store('outgoing');
    const keys = await asked(all.index('case').getAllKeys(caseId));
    await Promise.all(keys.map((key) => asked(all.delete(key))));
  }
}
