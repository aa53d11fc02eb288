/**
 * What is kept on this device in IndexedDB: what waits to be sent, and what can be read without a network. All of it is
 * one person's, and nothing of it is left for the next.
 */
export type StoreName = 'outgoing' | 'reading';

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

let database: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  database ??= (() => {
    const request = indexedDB.open('acordo', 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore('outgoing', { keyPath: 'id' }).createIndex('case', 'caseId');
      request.result.createObjectStore('reading', { keyPath: 'key' });
    };
    return asked(request).then((open) => {
      // A newer page in another tab may have to change it.
      open.onversionchange = open.onclose = () => {
        open.close();
        database = null;
      };
      return open;
    });
  })();
  database.catch(() => (database = null));
  return database;
}

export async function store(name: StoreName, mode: IDBTransactionMode = 'readwrite'): Promise<IDBObjectStore> {
  return (await opened()).transaction(name, mode).objectStore(name);
}

/** Somebody signed out, or somebody else is here. */
export async function emptyDevice(): Promise<void> {
  const stores: StoreName[] = ['outgoing', 'reading'];
  const all = (await opened()).transaction(stores, 'readwrite');
  await Promise.all(stores.map((name) => asked(all.objectStore(name).clear())));
}
