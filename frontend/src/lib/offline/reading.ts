/**
 * What can be read without a network: who is here, the cases that were opened, and the lists. It is written as it comes
 * from the server, belongs to one person, and is read again only while the server cannot be asked.
 */
import type { CaseList, CaseView, Channel, Session, WireEvent } from '$lib/api/types';
import { asked, store } from '$lib/live/device';

/** Cases that are kept, and events of each of their channels. */
const CASES_MAX = 20;
const EVENTS_MAX = 300;

interface Here {
  key: 'here';
  user: string;
  session: Session;
  /** By the device's clock. */
  at: number;
}
export interface KeptCase {
  key: string;
  user: string;
  view: CaseView;
  logs: Record<Channel, WireEvent[]>;
  /** When the server was heard last, by its clock. */
  at: string;
}
export interface KeptList {
  key: string;
  user: string;
  list: CaseList;
  at: string;
}

const caseKey = (id: string) => `case ${id}`;
const listKey = (name: string) => `list ${name}`;

/** Whoever this is from now on; what another person's visit left is gone before. */
export async function beHere(session: Session): Promise<void> {
  const all = await store('reading');
  const before = (await asked(all.get('here'))) as Here | undefined;
  if (before && before.user !== session.user.id) all.clear();
  const here: Here = { key: 'here', user: session.user.id, session, at: Date.now() };
  await asked(all.put(here));
}

/** The session is over: nothing can be read without another. */
export async function leave(): Promise<void> {
  await asked((await store('reading')).clear());
}

/** Who was here last, with the server's time as it must be by now. */
export async function lastHere(): Promise<Session | null> {
  const here = (await asked((await store('reading', 'readonly')).get('here'))) as Here | undefined;
  if (!here) return null;
  const now = new Date(Date.parse(here.session.now) + Math.max(0, Date.now() - here.at)).toISOString();
  return { ...here.session, now };
}

/** Only while this person is here: of a sign-out in another window nothing comes back. */
async function write(kept: KeptCase | KeptList): Promise<IDBObjectStore | null> {
  const all = await store('reading');
  const here = (await asked(all.get('here'))) as Here | undefined;
  if (here?.user !== kept.user) return null;
  await asked(all.put(kept));
  return all;
}

async function read<T extends { user: string }>(key: string, user: string): Promise<T | null> {
  const found = (await asked((await store('reading', 'readonly')).get(key))) as T | undefined;
  return found?.user === user ? found : null;
}

export async function keepCase(kept: Omit<KeptCase, 'key'>): Promise<void> {
  const logs = Object.fromEntries(
    Object.entries(kept.logs).map(([channel, events]) => [channel, events.slice(-EVENTS_MAX)]),
  );
  const all = await write({ ...kept, logs, key: caseKey(kept.view.id) });
  if (!all) return;
  const cases = ((await asked(all.getAll(IDBKeyRange.bound('case ', 'case ~')))) as KeptCase[]).sort((a, b) =>
    a.at < b.at ? 1 : -1,
  );
  for (const old of cases.slice(CASES_MAX)) all.delete(old.key);
}

export const keptCase = (id: string, user: string): Promise<KeptCase | null> => read<KeptCase>(caseKey(id), user);

/** Nobody reads a case any more that they have no part in. */
export async function dropCase(id: string): Promise<void> {
  await asked((await store('reading')).delete(caseKey(id)));
}

export async function keepList(name: string, user: string, list: CaseList, at: string): Promise<void> {
  await write({ key: listKey(name), user, list, at });
}

export const keptList = (name: string, user: string): Promise<KeptList | null> => read<KeptList>(listKey(name), user);
