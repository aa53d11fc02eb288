/** Parts of a channel that the live connection does not bring, fetched over HTTP. */
import type { Channel } from '$lib/api/types';
import type { ChannelLog } from './log.svelte';
import { PAGE_EVENTS, type World } from './world';

export class Pages {
  #caseId: string;
  #api: Pick<World['api'], 'events'>;
  #filling = new Set<Channel>();

  constructor(caseId: string, api: Pick<World['api'], 'events'>) {
    this.#caseId = caseId;
    this.#api = api;
  }

  /** A hole is never shown as if nothing were missing: the events in it are fetched. */
  async fill(log: ChannelLog): Promise<void> {
    if (this.#filling.has(log.channel)) return;
    this.#filling.add(log.channel);
    try {
      for (let hole = log.hole(); hole; hole = log.hole()) {
        const limit = Math.min(PAGE_EVENTS, hole.missing);
        const page = await this.#api.events(this.#caseId, log.channel, { after: hole.after, limit });
        if (!page.ok || log.add(page.value.events).length === 0) return;
      }
    } finally {
      this.#filling.delete(log.channel);
    }
  }

  async older(log: ChannelLog): Promise<void> {
    if (log.loadingOlder || !log.hasOlder) return;
    log.loadingOlder = true;
    const page = await this.#api.events(this.#caseId, log.channel, { before: log.first, limit: PAGE_EVENTS });
    if (page.ok) log.add(page.value.events);
    log.loadingOlder = false;
  }
}
