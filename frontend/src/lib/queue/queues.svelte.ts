/** The queues of the signed-in officer, and what stands in the one that is open. */
import { api } from '$lib/api/client';
import type { Problem, QueueItem } from '$lib/api/types';
import { keep, kept } from '$lib/kept';
import { inQueue, type Filter, type QueueRow } from './board';

const FRESH_MILLIS = 5_000;
const SHAPE_KEY = 'acordo.queue.shape';
const OPEN_KEY = 'acordo.queue.open';

export type Shape = 'board' | 'table';

class Queues {
  list = $state.raw<QueueItem[]>([]);
  /** The queue whose entries are shown. */
  open = $state<string | null>(kept(OPEN_KEY));
  rows = $state.raw<QueueRow[]>([]);
  /** Of which queue the rows are. */
  shown = $state<string | null>(null);
  loaded = $state(false);
  problem = $state.raw<Problem | null>(null);
  filter = $state<Filter>('all');
  shape = $state<Shape>(kept(SHAPE_KEY) === 'table' ? 'table' : 'board');
  #asked: AbortController | null = null;

  async load(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const queues = await api.queues(asked.signal);
      if (asked.signal.aborted) return;
      if (!queues.ok) {
        this.problem = queues.problem;
        return;
      }
      this.list = queues.value.queues;
      // Who lost a membership, or never opened a queue here, begins with the first.
      if (!this.list.some((queue) => queue.id === this.open)) this.open = this.list[0]?.id ?? null;
      const open = this.list.find((queue) => queue.id === this.open);
      if (open) {
        const entries = await api.queueEntries(open.id, asked.signal);
        if (asked.signal.aborted) return;
        if (!entries.ok) {
          this.problem = entries.problem;
          return;
        }
        this.rows = inQueue(entries.value.rows, open.queue);
      } else this.rows = [];
      this.shown = open?.id ?? null;
      this.problem = null;
      this.loaded = true;
    } catch {
      // A newer question took its place.
    }
  }

  choose(id: string): void {
    this.open = id;
    keep(OPEN_KEY, id);
    void this.load();
  }

  show(shape: Shape): void {
    this.shape = shape;
    keep(SHAPE_KEY, shape);
  }

  /** Keeps the board fresh while a page shows it; answers how to stop. */
  watch(): () => void {
    void this.load();
    const fresh = () => {
      if (document.visibilityState === 'visible') void this.load();
    };
    const timer = setInterval(fresh, FRESH_MILLIS);
    document.addEventListener('visibilitychange', fresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', fresh);
      this.#asked?.abort();
    };
  }
}

export const queues = new Queues();
