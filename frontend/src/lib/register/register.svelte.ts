/** The register of agreements as its page shows it: what was loaded, what is ticked, and which files were asked for. */
import { announce } from '$lib/announce.svelte';
import type { Answer } from '$lib/api/client';
import { registerApi } from '$lib/api/register';
import type { AgreementsPage, ExportJob, Problem, RegisterRow, RegisterState } from '$lib/api/types';
import { forgets } from '$lib/forget';
import { t } from '$lib/messages/index.svelte';

export interface RegisterFilter {
  state?: RegisterState;
  q?: string;
  from?: string;
  to?: string;
}
export const STATES: readonly RegisterState[] = ['owed', 'breached', 'done'];

/** Agreements that one file may be asked for by name. */
export const NAMED_MAX = 500;
/** How often a file that is being made is asked about. */
const ASK_MILLIS = 2_000;

export const keyOf = (row: { case: string; version: number }): string => `${row.case} ${row.version}`;

export class Register {
  rows = $state.raw<RegisterRow[]>([]);
  counts = $state.raw<AgreementsPage['counts'] | null>(null);
  altered = $state(0);
  next = $state<string | null>(null);
  loaded = $state(false);
  loading = $state(false);
  problem = $state.raw<Problem | null>(null);
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  jobs = $state.raw<ExportJob[]>([]);
  #filter: RegisterFilter = {};
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched = false;

  constructor() {
    forgets(() => this.#forget());
  }

  #forget(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.rows = [];
    this.jobs = [];
    this.counts = this.next = this.problem = null;
    this.chosen = new Set();
    this.loaded = this.loading = false;
    this.altered = 0;
  }

  /** Agreements that fit, whatever state is shown. */
  get total(): number {
    return this.counts ? STATES.reduce((sum, state) => sum + (this.counts?.[state] ?? 0), 0) : 0;
  }

  /** Agreements that fit the whole filter. */
  get fitting(): number {
    return this.#filter.state ? (this.counts?.[this.#filter.state] ?? 0) : this.total;
  }

  /** The first page of what fits. What is ticked is what is seen: another filter begins anew. */
  async show(filter: RegisterFilter): Promise<void> {
    this.#filter = filter;
    this.chosen = new Set();
    await this.#read(null);
  }

  async more(): Promise<void> {
    if (this.next && !this.loading) await this.#read(this.next);
  }

  async #read(cursor: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    const answer = await registerApi.agreements({ ...this.#filter, ...(cursor ? { cursor } : {}) });
    if (turn !== this.#turn) return;
    this.loading = false;
    this.loaded = true;
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    const page = answer.value;
    const known = new Set(cursor ? this.rows.map(keyOf) : []);
    this.rows = cursor ? [...this.rows, ...page.agreements.filter((row) => !known.has(keyOf(row)))] : page.agreements;
    this.altered = page.altered + (cursor ? this.altered : 0);
    this.next = page.next;
    this.counts = page.counts;
    this.problem = null;
  }

  choose(row: RegisterRow, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(keyOf(row));
    else chosen.delete(keyOf(row));
    this.chosen = chosen;
  }

  chooseAll(on: boolean): void {
    this.chosen = new Set(on ? this.rows.slice(0, NAMED_MAX).map(keyOf) : []);
  }

  /** Asks for the ticked agreements in one file, or for all that fit. The id is the caller's: sent twice it is one. */
  async ask(all: boolean, id: string): Promise<Answer<ExportJob>> {
    const { state, q, from, to } = this.#filter;
    const filter = { state: state ?? null, q: q ?? null, from: from ?? null, to: to ?? null };
    const agreements = this.rows
      .filter((row) => this.chosen.has(keyOf(row)))
      .map((row) => ({ case: row.case, version: row.version }));
    const answer = await registerApi.exportAgreements(all ? { filter } : { agreements }, id);
    if (answer.ok) {
      this.chosen = new Set();
      announce(t('register-job-started'));
      await this.#askJobs();
    }
    return answer;
  }

  async remove(job: ExportJob): Promise<Answer<undefined>> {
    const answer = await registerApi.removeExport(job.job);
    if (answer.ok) announce(t('register-job-removed'));
    await this.#askJobs();
    return answer;
  }

  /** Follows the files while the page is open; answers how to stop. */
  watch(): () => void {
    this.#watched = true;
    void this.#askJobs();
    return () => {
      this.#watched = false;
      clearTimeout(this.#timer);
    };
  }

  async #askJobs(): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await registerApi.exports();
    if (answer.ok) {
      const before = new Map(this.jobs.map((job) => [job.job, job.state]));
      const ready = answer.value.jobs.filter(
        (job) => job.state === 'ready' && (before.get(job.job) ?? 'ready') !== 'ready',
      );
      this.jobs = answer.value.jobs;
      if (ready.length > 0) announce(t('register-job-is-ready'));
    }
    const open = this.jobs.some((job) => job.state === 'waiting' || job.state === 'making');
    clearTimeout(this.#timer);
    if (this.#watched && (open || !answer.ok)) this.#timer = setTimeout(() => void this.#askJobs(), ASK_MILLIS);
  }
}

export const register = new Register();
