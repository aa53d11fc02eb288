/** The list of cases beside the room. It outlives the room, so that moving from case to case keeps its place. */
import { api } from '$lib/api/client';
import { untrack } from 'svelte';
import type { CaseList, CaseRow, Problem } from '$lib/api/types';

export type Tab = 'my_turn' | 'waiting' | 'due_today' | 'all';
export const TABS: readonly Tab[] = ['my_turn', 'waiting', 'due_today', 'all'];

const LIMIT = 50;
/** Rows that one question may ask for. */
const PAGE_MAX = 100;
/** How old a list may be while a page shows it. */
const FRESH_MILLIS = 5_000;

export class Cases {
  tab = $state<Tab>('my_turn');
  q = $state('');
  rows = $state.raw<CaseRow[]>([]);
  counts = $state.raw<CaseList['counts'] | null>(null);
  next = $state<string | null>(null);
  loading = $state(false);
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  readonly #first: Tab;
  #asked: AbortController | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Of which filter and words the rows are. */
  #shown = '';

  constructor(first: Tab = 'my_turn') {
    this.tab = this.#first = first;
  }

  /** Asks for one page more, or for as many rows as are shown: what was loaded stays, in the order of what is due. */
  load(more = false): Promise<void> {
    // What is asked for depends on the rows that are shown: an effect that followed them would ask again for ever.
    return untrack(() => this.#read(more));
  }

  async #read(more: boolean): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.loading = true;
    const same = this.#shown === this.query;
    const goesOn = more && same && this.next !== null;
    const wanted = goesOn ? this.rows.length + LIMIT : Math.max(same ? this.rows.length : 0, LIMIT);
    let rows: CaseRow[] = goesOn ? this.rows : [];
    let next: string | null = goesOn ? this.next : null;
    let full: boolean;
    try {
      do {
        const limit = Math.min(PAGE_MAX, wanted - rows.length);
        const answer = await api.cases(
          {
            tab: this.tab,
            q: this.q.trim(),
            sort: 'due',
            limit,
            ...(next ? { cursor: next } : {}),
          },
          asked.signal,
        );
        if (asked.signal.aborted) return;
        if (!answer.ok) {
          this.problem = answer.problem;
          this.loading = false;
          return;
        }
        // A case that moved between two pages stands in the first of them alone.
        const known = new Set(rows.map((row) => row.id));
        const news = answer.value.cases.filter((row) => !known.has(row.id));
        rows = [...rows, ...news];
        full = news.length > 0 && answer.value.cases.length >= limit;
        next = answer.value.next ?? null;
        this.counts = answer.value.counts;
      } while (next && full && rows.length < wanted);
      this.rows = rows;
      this.next = next;
      this.#shown = this.query;
      this.problem = null;
      this.loaded = true;
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

  /** What of the list stands in the address, and so survives a reload and can be passed on: filter and words. */
  get query(): string {
    const said = new URLSearchParams();
    if (this.tab !== this.#first) said.set('tab', this.tab);
    if (this.q.trim() !== '') said.set('q', this.q.trim());
    return said.size > 0 ? `?${said}` : '';
  }

  /** Takes filter and words from an address. */
  follow(address: URL): void {
    const tab = address.searchParams.get('tab');
    this.tab = TABS.find((one) => one === tab) ?? this.#first;
    this.q = address.searchParams.get('q') ?? '';
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
}

export const cases = new Cases();
