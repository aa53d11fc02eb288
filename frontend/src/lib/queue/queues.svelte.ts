/** The queues of the signed-in officer, and what stands in the one that is open. */
import { api } from '$lib/api/client';
import type { CaseRow, Problem, QueueItem } from '$lib/api/types';
import { fresh } from '$lib/desk/fresh';
import { forgets } from '$lib/forget';
import { keep, kept } from '$lib/kept';
import { inQueue, isOver, type Filter, type QueueRow } from './board';

const SHAPE_KEY = 'acordo.queue.shape';
const OPEN_KEY = 'acordo.queue.open';

export type Shape = 'board' | 'table';

class Queues {
  list = $state.raw<QueueItem[]>([]);
  /** The queue whose entries are shown. */
  open = $state<string | null>(kept(OPEN_KEY));
  rows = $state.raw<QueueRow[]>([]);
  /** Where more of what is over begins; what is open is always all there. */
  next = $state<string | null>(null);
  /** Of which queue the rows are. */
  shown = $state<string | null>(null);
  loaded = $state(false);
  problem = $state.raw<Problem | null>(null);
  filter = $state<Filter>('all');
  shape = $state<Shape>(kept(SHAPE_KEY) === 'table' ? 'table' : 'board');
  /** Rows that somebody asked for beyond what is open. */
  #wanted = 0;
  #asked: AbortController | null = null;
  /** Something happened while the last question was under way. */
  #again = false;

  constructor() {
    forgets(() => this.#forget());
  }

  /** How many entries wait in the queues of this person, as long as it is known. */
  get waits(): number | null {
    return this.loaded ? this.list.reduce((sum, queue) => sum + queue.waiting, 0) : null;
  }

  /** Keeps the board fresh while a page shows it; answers how to stop. */
  readonly watch = fresh((hinted) => {
    // A server that takes its time is not asked anew before it has answered; then at once, if more has happened.
    if (!this.#asked) void this.load();
    else this.#again ||= hinted;
  });

  #forget(): void {
    this.#asked?.abort();
    this.#asked = null;
    this.#again = false;
    this.list = [];
    this.rows = [];
    this.next = null;
    this.#wanted = 0;
    this.open = kept(OPEN_KEY);
    this.shown = this.problem = null;
    this.loaded = false;
  }

  async load(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const queues = await api.queues(asked.signal);
      if (asked.signal.aborted) return;
      if (!queues.ok) {
        this.problem = queues.problem;
        this.#done();
        return;
      }
      this.list = queues.value.queues;
      // Who lost a membership, or never opened a queue here, begins with the first.
      if (!this.list.some((queue) => queue.id === this.open)) this.open = this.list[0]?.id ?? null;
      const open = this.list.find((queue) => queue.id === this.open);
      if (open) {
        const rows: CaseRow[] = [];
        let next: string | null = null;
        do {
          const entries = await api.queueEntries(open.id, next ?? undefined, asked.signal);
          if (asked.signal.aborted) return;
          if (!entries.ok) {
            this.problem = entries.problem;
            this.#done();
            return;
          }
          rows.push(...entries.value.rows);
          next = entries.value.next;
        } while (next && (rows.length < this.#wanted || !isOver(rows.at(-1))));
        this.rows = inQueue(rows, open.queue);
        this.next = next;
      } else [this.rows, this.next] = [[], null];
      this.shown = open?.id ?? null;
      this.problem = null;
      this.loaded = true;
      this.#done();
    } catch {
      // A newer question took its place.
    }
  }

  #done(): void {
    this.#asked = null;
    if (!this.#again) return;
    this.#again = false;
    void this.load();
  }

  /** Loads more of what is over. */
  more(): void {
    this.#wanted = this.rows.length + 1;
    void this.load();
  }

  choose(id: string): void {
    this.open = id;
    this.#wanted = 0;
    keep(OPEN_KEY, id);
    void this.load();
  }

  show(shape: Shape): void {
    this.shape = shape;
    keep(SHAPE_KEY, shape);
  }
}

export const queues = new Queues();
