/** Keeps an open case on the device while the server is heard, so that it can be read without a network later. */
import type { Channel, WireEvent } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { clockNow } from '$lib/room/now.svelte';
import { dropCase, keepCase } from './reading';

/** A lively talk does not write the case for every message. */
const PAUSE_MILLIS = 1_500;

/** Answers how to stop; what is known then is kept. */
export function keeping(room: Room): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  const write = (): void => {
    clearTimeout(timer);
    const user = room.you?.id;
    if (!due || !user) return;
    due = false;
    const logs: Record<Channel, WireEvent[]> = {};
    for (const channel of Object.keys(room.case.heads)) logs[channel] = [...room.log(channel).events];
    const at = clockNow.read().toISOString();
    keepCase({ user, view: $state.snapshot(room.case) as Room['case'], logs, at }).catch(() => undefined);
  };
  const stop = $effect.root(() => {
    $effect(() => {
      if (room.ended === 'right') {
        clearTimeout(timer);
        due = false;
        dropCase(room.id).catch(() => undefined);
        return;
      }
      for (const channel of Object.keys(room.case.heads)) void room.log(channel).last;
      if (room.link !== 'live') return;
      due = true;
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE_MILLIS);
    });
  });
  // A phone may close the page without another word.
  const hidden = () => document.visibilityState === 'hidden' && write();
  document.addEventListener('visibilitychange', hidden);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', hidden);
    write();
  };
}
