/** The list of cases beside the room. It outlives the room, so that moving from case to case keeps its place. */
import { api } from '$lib/api/client';
import type { CaseList, CaseRow, Problem } from '$lib/api/types';

export type Tab = 'my_turn' | 'waiting' | 'due_today' | 'all';
export const TABS: readonly Tab[] = ['my_turn', 'waiting', 'due_today', 'all'];

const LIMIT = 50;
const FRESH_MILLIS = 30_000;

export class Cases {
  tab = $state<Tab>('my_turn');
  q = $state('');
  rows = $state.raw<CaseRow[]>([]);
  counts = $state.raw<CaseList['counts'] | null>(null);
  next = $state<string | null>(null);
  loading = $state(false);
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  #asked: AbortController | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  async load(more = false): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.loading = true;
    try {
      const answer = await api.cases(
        { tab: this.tab, q: this.q.trim(), limit: LIMIT, ...(more && this.next ? { cursor: this.next } : {}) },
        asked.signal,
      );
      if (asked.signal.aborted) return;
      if (answer.ok) {
        this.rows = more ? [...this.rows, ...answer.value.cases] : answer.value.cases;
        this.next = answer.value.next ?? null;
        this.counts = answer.value.counts;
        this.problem = null;
        this.loaded = true;
      } else this.problem = answer.problem;
      this.loading = false;
    } catch {
      // A newer question took its place.
    }
  }

  choose(tab: Tab): void {
    this.tab = tab;
    void this.load();
  }

  search(q: string): void {
    this.q = q;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.load(), 250);
  }

  /** Keeps the list fresh while a page shows it; answers how to stop. */
  watch(): () => void {
    void this.load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.load();
    }, FRESH_MILLIS);
    const wake = () => {
      if (document.visibilityState === 'visible') void this.load();
    };
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }

  /** The case after or before this one in the list. */
  beside(id: string | null, step: 1 | -1): CaseRow | null {
    if (this.rows.length === 0) return null;
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) return this.rows[step === 1 ? 0 : this.rows.length - 1] ?? null;
    return this.rows[at + step] ?? null;
  }
}

export const cases = new Cases();
