/**
 * One thing that is sent: whether it is under way, and what was wrong with it. A second press while it is under way does
 * nothing, a refusal leaves what was typed, and the focus goes to what has to be mended.
 */
import { tick } from 'svelte';
import { problemText } from '$lib/api/problem';
import { ownProblem } from '$lib/api/client';
import type { Problem } from '$lib/api/types';
import { takeBack, type Fate } from '$lib/live/commands.svelte';

/** What is wrong, by field, in the order of the form; under `''` what no field is to blame for. */
export type Faults = Readonly<Record<string, string>>;
/** A refusal in words: of the whole, or of the fields that it names. */
export type Refusal = string | Faults;
export type Words = (problem: Problem) => Refusal | Promise<Refusal>;

type Sent = { ok: true } | { ok: false; problem: Problem; fate?: Promise<Fate> };
const AT_FAULT = ['[aria-invalid="true"]', '.has-err input', '.has-err select', '.has-err button'].join();

export class Submission {
  busy = $state(false);
  /** What is wrong with the whole. */
  fault = $state('');
  faults = $state.raw<Faults>({});
  /** What the server said last, until the next try. */
  problem = $state.raw<Problem | null>(null);
  /** Where its fields stand, by `bind:this`. */
  form = $state.raw<HTMLElement | null>();
  #words: Words;
  #sent: Promise<Sent> | null = null;
  #left: Promise<Sent> | null = null;

  constructor(words: Words = problemText) {
    this.#words = words;
  }

  clear(): void {
    this.fault = '';
    this.faults = {};
    this.problem = null;
  }

  /** Says what is wrong and shows it: a summary where the form has one, the first field at fault where not. */
  async fail(refusal: Refusal): Promise<void> {
    const { '': whole = '', ...faults } = typeof refusal === 'string' ? { '': refusal } : refusal;
    this.fault = whole;
    this.faults = faults;
    await tick();
    const summary = this.form?.querySelector<HTMLElement>('[data-summary]');
    if (summary) {
      summary.focus();
      // A dialog has its own place for it, and would be moved itself.
      if (!summary.closest('dialog')) summary.scrollIntoView?.({ block: 'start' });
    } else if (Object.keys(this.faults).length > 0) this.form?.querySelector<HTMLElement>(AT_FAULT)?.focus();
  }

  /** Before sending: whether nothing is wrong with any field. A field without a fault may be left out or be false. */
  check(found: Readonly<Record<string, string | false | null | undefined>>): boolean {
    if (this.busy) return false;
    this.clear();
    const faults = Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]);
    if (faults.length > 0) void this.fail(Object.fromEntries(faults));
    return faults.length === 0;
  }

  /** Whoever sent goes back: what is under way is taken back, and what is learnt of it later is told elsewhere. */
  leave(): void {
    if (this.busy && this.#sent) takeBack(this.#sent);
    this.#left = this.#sent;
  }

  async #refuse(problem: Problem, words: Words): Promise<void> {
    this.problem = problem;
    await this.fail(await words(problem));
  }

  /**
   * The answer, once it was accepted; null where it was refused, and where the last one is still under way. Without an
   * answer this goes on until it is known what became of it: what has happened was accepted.
   */
  async send<A extends Sent>(act: () => Promise<A>, words = this.#words): Promise<Extract<A, { ok: true }> | null> {
    if (this.busy) return null;
    this.clear();
    this.busy = true;
    const sent = act();
    this.#sent = sent;
    const answer = await sent.finally(() => (this.busy = false));
    if (answer.ok) return answer as Extract<A, { ok: true }>;
    await this.#refuse(answer.problem, words);
    const fate = await answer.fate;
    // Meanwhile it was tried again, or left.
    if (!fate || this.problem !== answer.problem || this.#left === sent) return null;
    if (fate === 'withdrawn') {
      await this.#refuse(ownProblem('not_sent'), words);
      return null;
    }
    this.clear();
    return { ok: true, at: {} } as unknown as Extract<A, { ok: true }>;
  }
}
