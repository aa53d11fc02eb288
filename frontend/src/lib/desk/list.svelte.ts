/** The list of cases beside the room. It outlives the room, so that moving from case to case keeps its place. */
import { api } from '$lib/api/client';
import { untrack } from 'svelte';
import type { CaseList, CaseRow, Problem } from '$lib/api/types';
import { forgets } from '$lib/forget';
import { keepList, keptList } from '$lib/offline/reading';
import { clockNow } from '$lib/room/now.svelte';
import { session } from '$lib/session.svelte';
import { fresh } from './fresh';

export type Tab = 'my_turn' | 'waiting' | 'due_today' | 'all';
export const TABS: readonly Tab[] = ['my_turn', 'waiting', 'due_today', 'all'];
/** What the address says of a list. */
export const PARAMETERS = ['tab', 'q'] as const;

const LIMIT = 50;
/** Rows that one question may ask for. */
const PAGE_MAX = 100;

/** A question under way: which words and filter it is about, and whether it asks for one page more. */
interface Asked {
  query: string;
  more: boolean;
  abort: AbortController;
}

export class Cases {
  tab = $state<Tab>('my_turn');
  q = $state('');
  rows = $state.raw<CaseRow[]>([]);
  counts = $state.raw<CaseList['counts'] | null>(null);
  next = $state<string | null>(null);
  /** The words find more than the server looks at. */
  cut = $state(false);
  loading = $state(false);
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  /** Of when the rows are, while the server cannot be asked. */
  keptAt = $state<string | null>(null);
  readonly #first: Tab;
  #asked: Asked | null = null;
  /** Something happened while the last question was under way. */
  #again = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Of which filter and words the rows are. */
  #shown = '';

  constructor(first: Tab = 'my_turn') {
    this.tab = this.#first = first;
    forgets(() => this.#forget());
  }

  /** How many cases wait for this person, as long as it is known. */
  get waits(): number | null {
    return this.counts?.my_turn ?? null;
  }

  /** Keeps the list fresh while a page shows it; answers how to stop. */
  readonly watch = fresh((hinted) => this.#refresh(hinted));

  /** A server that takes its time is not asked anew before it has answered; then at once, if more has happened. */
  #refresh(hinted: boolean): void {
    if (this.#asked?.query !== this.query) void this.load();
    else this.#again ||= hinted;
  }

  #forget(): void {
    this.#asked?.abort.abort();
    this.#asked = null;
    this.#again = false;
    clearTimeout(this.#waiting);
    this.tab = this.#first;
    this.q = this.#shown = '';
    this.rows = [];
    this.counts = this.next = this.problem = this.keptAt = null;
    this.loaded = this.loading = this.cut = false;
  }

  /** Asks for one page more, or for as many rows as are shown: what was loaded stays, in the order of what is due. */
  load(more = false): Promise<void> {
    // What is asked for depends on the rows that are shown: an effect that followed them would ask again for ever.
    return untrack(() => this.#read(more));
  }

  async #read(more: boolean): Promise<void> {
    const query = this.query;
    const before = this.#asked;
    before?.abort.abort();
    // Whoever asked for more still gets it, whatever asks again meanwhile.
    const further = more || (before?.more === true && before.query === query);
    const asked: Asked = { query, more: further, abort: new AbortController() };
    this.#asked = asked;
    this.loading = true;
    const { signal } = asked.abort;
    const same = this.#shown === query;
    const goesOn = further && same && this.next !== null;
    const wanted = goesOn ? this.rows.length + LIMIT : Math.max(same ? this.rows.length : 0, LIMIT);
    let rows: CaseRow[] = goesOn ? this.rows : [];
    let next: string | null = goesOn ? this.next : null;
    let full: boolean;
    let cut: boolean;
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
          signal,
        );
        if (signal.aborted) return;
        if (!answer.ok) {
          if (answer.problem.code === 'offline' && !this.loaded && query === '') await this.#recall();
          this.problem = answer.problem;
          this.#done();
          return;
        }
        // A case that moved between two pages stands in the first of them alone.
        const known = new Set(rows.map((row) => row.id));
        const news = answer.value.cases.filter((row) => !known.has(row.id));
        rows = [...rows, ...news];
        full = news.length > 0 && answer.value.cases.length >= limit;
        next = answer.value.next ?? null;
        this.counts = answer.value.counts;
        cut = answer.value.cut;
      } while (next && full && rows.length < wanted);
      this.rows = rows;
      this.next = next;
      this.cut = cut;
      this.#shown = query;
      this.problem = this.keptAt = null;
      this.loaded = true;
      if (query === '') this.#keep();
      this.#done();
    } catch {
      // A newer question took its place.
    }
  }

  get #name(): string {
    return `desk ${this.#first}`;
  }

  /** What this list shows first can be read without a network. */
  #keep(): void {
    const [user, counts] = [session.user?.id, this.counts];
    if (!user || !counts) return;
    const list = { cases: this.rows.slice(0, LIMIT), next: null, counts, cut: false };
    const at = clockNow.read().toISOString();
    session
      .stay()
      .then(() => keepList(this.#name, user, list, at))
      .catch(() => undefined);
  }

  async #recall(): Promise<void> {
    const kept = await keptList(this.#name, session.user?.id ?? '').catch(() => null);
    if (!kept) return;
    this.rows = kept.list.cases;
    this.counts = kept.list.counts;
    this.keptAt = kept.at;
  }

  #done(): void {
    this.#asked = null;
    this.loading = false;
    if (!this.#again) return;
    this.#again = false;
    void this.load();
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
}

export const cases = new Cases();
