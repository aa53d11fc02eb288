/** Messages written without a network wait in IndexedDB, so that a closed tab loses none. */
import type { Channel, Command } from '$lib/api/types';

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
}

export interface Queue {
  all(caseId: string, user: string): Promise<Kept[]>;
  put(kept: Kept): Promise<void>;
  remove(id: string): Promise<void>;
  clear(caseId: string): Promise<void>;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

export class DeviceQueue implements Queue {
  #database: Promise<IDBDatabase> | null = null;

  #open(): Promise<IDBDatabase> {
    this.#database ??= (() => {
      const request = indexedDB.open('acordo', 1);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore('outgoing', { keyPath: 'id' });
        store.createIndex('case', 'caseId');
      };
      return asked(request);
    })();
    return this.#database;
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return (await this.#open()).transaction('outgoing', mode).objectStore('outgoing');
  }

  async all(caseId: string, user: string): Promise<Kept[]> {
    const found = (await asked((await this.#store('readonly')).index('case').getAll(caseId))) as Kept[];
    return found.filter((kept) => kept.user === user).sort((a, b) => (a.at < b.at ? -1 : 1));
  }
  async put(kept: Kept): Promise<void> {
    await asked((await this.#store('readwrite')).put(kept));
  }
  async remove(id: string): Promise<void> {
    await asked((await this.#store('readwrite')).delete(id));
  }
  async clear(caseId: string): Promise<void> {
    const store = await this.#store('readwrite');
    const keys = await asked(store.index('case').getAllKeys(caseId));
    await Promise.all(keys.map((key) => asked(store.delete(key))));
  }
}
