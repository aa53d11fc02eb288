/**
 * What the server says of the lists of cases: that something moved which this person may read, and nothing of what. One
 * socket for all the lists of a page, open while any of them is shown.
 */
import { refresh } from '$lib/api/client';
import type { ListServerFrame } from '$lib/api/types';
import { forgets } from '$lib/forget';
import { Connection } from '$lib/live/connection';
import type { Wire } from '$lib/live/frames';
import { wireTo } from '$lib/live/world';

export class Hints {
  /** How long a list may go unasked while hints come; null while none do. */
  pauseMillis: number | null = null;
  #lists = new Set<() => void>();
  #connection: Connection<ListServerFrame>;

  constructor(open: () => Wire, random = Math.random) {
    this.#connection = new Connection<ListServerFrame>(open, random, {
      onopen: () => undefined,
      onframe: (frame) => this.#take(frame),
      onlost: (code) => this.#lost(code),
      isLive: () => this.pauseMillis !== null,
      isWaiting: () => false,
    });
  }

  /** Calls this whenever a list may have changed; answers how to stop. */
  listen(list: () => void): () => void {
    this.#lists.add(list);
    if (this.#connection.stopped) {
      this.#connection.start();
      this.#connection.connect();
    }
    return () => {
      this.#lists.delete(list);
      if (this.#lists.size === 0) this.stop();
    };
  }

  stop(): void {
    this.pauseMillis = null;
    this.#connection.stop(1000);
  }

  #take(frame: ListServerFrame): void {
    // What moved before the first frame of a connection was told to nobody.
    if (frame.t === 'watching') this.pauseMillis = frame.ask_again_seconds * 1000;
    if (frame.t === 'watching' || frame.t === 'changed') for (const list of this.#lists) list();
  }

  #lost(code: number): boolean {
    this.pauseMillis = null;
    if (code !== 4001) return true;
    void refresh().then((renewed) => {
      if (renewed === 'renewed') this.#connection.connect();
      else if (renewed === 'unsure') this.#connection.later();
    });
    return false;
  }
}

export const hints = new Hints(() => wireTo('cases'));
forgets(() => hints.stop());
