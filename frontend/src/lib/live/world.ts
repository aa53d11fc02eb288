/** What a room needs from outside of it, and how long it waits for things. */
import { api, refresh, type Renewed } from '$lib/api/client';
import { newId } from '$lib/ids';
import type { Wire } from './frames';
import { DeviceQueue, type Queue } from './queue';

/** What a room needs from the world; tests give their own. */
export interface World {
  wire(caseId: string): Wire;
  queue: Queue;
  api: Pick<typeof api, 'command' | 'withdraw' | 'events' | 'case' | 'upload'>;
  refresh(): Promise<Renewed>;
  random(): number;
  id(): string;
}

export const HEARTBEAT_MILLIS = 10_000;
/** While somebody waits for an answer, a dead network is to be known soon. */
export const HASTY_MILLIS = 2_000;
export const BANNER_MILLIS = 3_000;
export const TYPING_MILLIS = 3_000;
export const PAGE_EVENTS = 100;
export const BACKOFF_MILLIS_MIN = 500;
export const BACKOFF_MILLIS_MAX = 30_000;
export const LOOK_MILLIS = 3_000;

/** The live address of one case, or of the lists of cases. */
export function wireTo(path: string): Wire {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(`${scheme}//${location.host}/api/v1/${path}/live`, 'acordo.v1') as unknown as Wire;
}

export const world: World = {
  wire: (caseId) => wireTo(`cases/${encodeURIComponent(caseId)}`),
  queue: new DeviceQueue(),
  api,
  refresh,
  random: Math.random,
  id: newId,
};
