// What a browser keeps for the time without a network, and when it has it.
import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/// The pages of the site are on the device: from now on it opens without a network.
export async function installed(person: Person): Promise<string> {
  await expect.poll(async () => (await whole(person)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  return (await whole(person)).at(-1)!;
}

/// The versions of which everything is there.
const whole = (person: Person): Promise<string[]> =>
  person.page.evaluate(async () => {
    const found = [];
    if (!navigator.serviceWorker.controller) return [];
    for (const name of await caches.keys())
      if (await (await caches.open(name)).match('/')) found.push(name.replace('acordo-pages-', ''));
    return found.sort();
  });

export const versions = (person: Person): Promise<string[]> =>
  person.page.evaluate(async () => (await caches.keys()).map((name) => name.replace('acordo-pages-', '')).sort());

/// Everything that the browser keeps for this host: of whichever person it is, it stands here.
export function kept(person: Person): Promise<{ reading: any[]; outgoing: any[]; small: Record<string, string> }> {
  return person.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((go, fail) => {
      const asked = indexedDB.open('acordo');
      asked.onsuccess = () => go(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const all = (name: string) =>
      new Promise<any[]>((go) => {
        if (!database.objectStoreNames.contains(name)) return go([]);
        const asked = database.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => go(asked.result);
      });
    const [reading, outgoing] = [await all('reading'), await all('outgoing')];
    database.close();
    return { reading, outgoing, small: { ...localStorage, ...sessionStorage } };
  });
}

/// The case as it was read last is on the device, with these words in it.
export async function keptWith(person: Person, caseId: string, words: string): Promise<void> {
  await expect
    .poll(async () => {
      const found = (await kept(person)).reading.find(({ key }) => key === `case ${caseId}`);
      return JSON.stringify(found ?? '').includes(words);
    })
    .toBe(true);
}
