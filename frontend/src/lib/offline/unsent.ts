/** What somebody wrote or chose on this device that nobody has received: it is lost when they sign out. */
import { keptKeys, kept } from '$lib/kept';
import { asked, store } from '$lib/live/device';
import { mayWait } from '$lib/live/outbox.svelte';
import type { Kept } from '$lib/live/queue';
import { chosenFiles } from '$lib/room/chosen';

export type Unsent = { what: 'message' | 'file' | 'chosen' | 'draft'; words: string } | { what: 'offer' | 'complaint' };

/** Drafts in plain words; the others hold what a form does. */
const IN_WORDS = ['message', 'answer', 'note'];

async function waiting(user: string): Promise<Unsent[]> {
  const all = (await asked((await store('outgoing', 'readonly')).getAll())) as Kept[];
  return all
    .filter((one) => one.user === user && !one.takenBack)
    .flatMap(({ command, files = [] }): Unsent[] => [
      ...(mayWait(command) && command.text ? [{ what: 'message' as const, words: command.text }] : []),
      ...files.filter(({ evidence }) => !evidence).map(({ file }) => ({ what: 'file' as const, words: file.name })),
    ]);
}

function drafts(user: string): Unsent[] {
  const found = new Map<string, Unsent>();
  for (const tab of [false, true]) {
    for (const key of keptKeys('acordo.draft.', tab)) {
      const words = kept(key, tab)?.trim();
      if (!words || !key.includes(`.${user}.`)) continue;
      const plain = IN_WORDS.includes(key.split('.').at(-1) ?? '');
      found.set(plain ? words : key, plain ? { what: 'draft', words } : { what: 'offer' });
    }
  }
  return [...found.values()];
}

export async function unsent(user: string): Promise<Unsent[]> {
  const complaint: Unsent[] = kept('acordo.complaint') ? [{ what: 'complaint' }] : [];
  const chosen = chosenFiles().map((words): Unsent => ({ what: 'chosen', words }));
  return [...(await waiting(user).catch(() => [])), ...drafts(user), ...chosen, ...complaint];
}
