/** The offer that somebody is writing: its fields, what is wrong with them, and what they are compared with. */
import type { CaseView, ClauseItem, Money, Problem, ProposalView, Side, Terms } from '$lib/api/types';
import { problemText } from '$lib/api/problem';
import type { Room } from '$lib/live/room.svelte';
import { today } from '$lib/messages/dates';
import { amountFault, amountText, readAmount } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';
import { moneyTo } from './chips';
import { printFault } from './printable.svelte';
import { otherSide } from './channel';
import {
  faultAt,
  newTerm,
  offerFrom,
  proposalMake,
  readOffer,
  type ChosenDraft,
  type Fault,
  type OfferDraft,
  type TermDraft,
} from './terms';

export const CURRENCIES = ['BRL', 'USD', 'EUR', 'ARS', 'CLP', 'COP', 'MXN', 'PEN', 'UYU'];
const STEP_MAJOR = 10;

function storedOffer(text: string): OfferDraft | null {
  try {
    const stored = JSON.parse(text) as OfferDraft;
    if (!Array.isArray(stored.terms) || !Array.isArray(stored.clauses)) return null;
    // New keys: those of another visit may repeat.
    return {
      ...stored,
      // Kept by a page that knew no library.
      chosen: stored.chosen ?? [],
      terms: stored.terms.map((term) => ({
        ...newTerm(term.kind, term.debtor),
        ...term,
        key: newTerm(term.kind, term.debtor).key,
      })),
    };
  } catch {
    return null;
  }
}

/** The currency that this case already speaks in, if any. */
export function caseCurrency(view: CaseView): string | null {
  for (const proposal of [...view.proposals].reverse()) {
    const named = proposal.terms.obligations.find((o) => o.money)?.money;
    if (named) return named.currency;
  }
  return (view.complaint ?? view.account)?.amount_in_dispute?.currency ?? null;
}

/** What the terms become: a proposal, an idea for the mediator alone, an officer's recommendation. */
export type Written = 'proposal' | 'idea' | 'recommendation';

const TAKEN_BACK: ReadonlySet<ProposalView['state']> = new Set(['withdrawn', 'expired', 'superseded']);

export class Offer {
  draft: OfferDraft;
  faults = $state.raw<Fault[]>([]);
  readonly currencyFixed: boolean;
  readonly #room: Room;
  readonly #channel: string;
  readonly #what: Written;
  /** The proposal that the form was opened for. */
  readonly #first: ProposalView | null;

  constructor(room: Room, channel: string, answers: ProposalView | null, what: Written) {
    this.#room = room;
    this.#channel = channel;
    this.#what = what;
    this.#first = answers;
    const view = room.case;
    const currency = caseCurrency(view);
    this.currencyFixed = currency !== null;
    // The mediator starts from what lies on the table.
    const own =
      this.own(view) ?? (this.side(view) ? null : (view.proposals.filter((p) => p.channel === channel).at(-1) ?? null));
    this.draft = $state(
      storedOffer(room.draft(channel, what)) ??
        offerFrom(own?.terms ?? answers?.terms ?? null, currency ?? (view.language === 'pt-BR' ? 'BRL' : 'USD')),
    );
  }

  /** What this one answers: the offer that the form was opened for, else the one that took its place. */
  get answers(): ProposalView | null {
    const first = this.#first;
    if (!first) return null;
    const open = this.#room.case.proposals.filter((p) => p.channel === this.#channel && p.state === 'open');
    return open.find((p) => p.number === first.number) ?? open.findLast((p) => p.author === first.author) ?? null;
  }
  /** The number of what was to be answered, once it is withdrawn, over or decided, and nothing took its place. */
  get gone(): number | null {
    const first = this.#first;
    if (!first || this.answers) return null;
    // What took its place, and is gone as well, was the last that could be answered.
    const later = this.#room.case.proposals.filter(
      (p) => p.channel === this.#channel && p.author === first.author && p.number > first.number,
    );
    return later.at(-1)?.number ?? first.number;
  }

  /** The side that offers; none for whoever offers to both. */
  side(view: CaseView): Side | null {
    const author = view.offers_as[this.#channel];
    return author === 'consumer' || author === 'company' ? author : null;
  }
  /** The writer's last proposal in this channel. */
  own(view: CaseView): ProposalView | null {
    return view.proposals.filter((p) => p.channel === this.#channel && p.yours).at(-1) ?? null;
  }
  /** What the other side put last, as far as it still stands for something: what was taken back does not. */
  theirs(view: CaseView): ProposalView | null {
    const { answers } = this;
    if (answers) return answers;
    const side = this.side(view);
    if (!side) return null;
    const other = otherSide(side);
    const last = view.proposals.filter((p) => p.channel === this.#channel && p.author === other).at(-1);
    return last && !TAKEN_BACK.has(last.state) ? last : null;
  }

  /** Where the case is: that is where a due date must not have passed. */
  #today(): string {
    return today(this.#room.case.zone);
  }

  get terms(): Terms {
    return readOffer(this.draft, this.#today()).terms;
  }

  keep(): void {
    this.#room.keepDraft(this.#channel, JSON.stringify(this.draft), this.#what);
  }
  forget(): void {
    this.#room.keepDraft(this.#channel, '', this.#what);
  }

  /** Takes a clause of the library, instead of those that cannot stand beside it. */
  choose({ clause, excludes, figure }: ClauseItem): void {
    const kept = this.draft.chosen.filter((one) => one.clause !== clause && !excludes.includes(one.clause));
    this.draft.chosen = [...kept, figure ? { clause, value: figure.usual } : { clause }];
    this.#chosenMoved();
  }
  leaveOut(clause: string): void {
    this.draft.chosen = this.draft.chosen.filter((one) => one.clause !== clause);
    this.#chosenMoved();
  }
  setFigure(one: ChosenDraft, { figure }: ClauseItem, value: number | null, typed?: string): void {
    if (!figure) return;
    const out = value !== null && (value < figure.least || value > figure.greatest);
    Object.assign(one, { value, typed, fault: undefined });
    if (value === null) one.fault = 'clause-value-missing';
    else if (out) one.fault = 'clause-value-out';
    this.#chosenMoved();
  }
  /** What was wrong with a clause named it by its place. */
  #chosenMoved(): void {
    this.faults = this.faults.filter((fault) => fault.field !== 'chosen');
    this.keep();
  }

  add(term: TermDraft): void {
    this.draft.terms.push(term);
    this.keep();
  }
  remove(key: number): void {
    this.draft.terms = this.draft.terms.filter((term) => term.key !== key);
    this.faults = [];
    this.keep();
  }
  step(term: TermDraft, by: 1 | -1): void {
    const { currency } = this.draft;
    const now = readAmount(term.amount, currency) ?? 0;
    const digits = readAmount('1', currency) ?? 100;
    term.amount = amountText(Math.max(0, now + by * STEP_MAJOR * digits), currency);
    this.keep();
  }
  get stepMoney(): Money {
    return { amount: STEP_MAJOR * (readAmount('1', this.draft.currency) ?? 100), currency: this.draft.currency };
  }
  stepDays(term: TermDraft, by: 1 | -1): void {
    term.days = String(Math.max(0, (Number(term.days) || 0) + by));
    this.keep();
  }

  /** Reads the form; true when nothing keeps it from being sent. */
  check(): boolean {
    this.faults = [...readOffer(this.draft, this.#today()).faults, ...this.#unprintable()];
    // Whoever recommends says why.
    if (this.#what === 'recommendation' && this.draft.note.trim() === '')
      this.faults = [...this.faults, { term: null, field: 'note', code: 'reasons-missing' }];
    return this.faults.length === 0;
  }

  /** What the agreement will print has to be printable. */
  #unprintable(): Fault[] {
    const wrong = (text: string, term: number, field: Fault['field']): Fault[] => {
      const detail = printFault(text);
      return detail ? [{ term, field, code: 'not_printable', detail }] : [];
    };
    return [
      ...this.draft.terms.flatMap((one, index) => wrong(one.description, index, 'description')),
      ...this.draft.clauses.flatMap((clause, index) => wrong(clause, index, 'clause')),
    ];
  }

  refused(problem: Problem): void {
    this.faults = (problem.errors ?? []).map((one) =>
      faultAt(one.pointer, one.code, problemText({ code: one.code, detail: one.detail })),
    );
  }

  text(fault: Fault): string {
    if (fault.detail) return fault.detail;
    if (fault.code === 'amount-unreadable') return amountFault(this.draft.currency);
    return t(`room-error-${fault.code as 'amount-missing'}`);
  }
  at(term: number, field: Fault['field']): Fault | undefined {
    return this.faults.find((fault) => fault.term === term && fault.field === field);
  }

  command() {
    if (this.#what === 'idea') return { type: 'idea.give' as const, terms: this.terms };
    const made = proposalMake(this.draft, this.#channel, this.answers?.number ?? null, this.#today());
    if (this.#what === 'proposal') return made;
    const { terms, note, valid_days } = made;
    return { type: 'escalation.recommend' as const, terms, reasons: note ?? '', valid_days };
  }

  /** How far the money is from what the other side put; null where it cannot be told. */
  gap(view: CaseView): Money | null {
    const theirs = this.theirs(view);
    if (!theirs || !this.side(view)) return null;
    const to: Side = 'consumer';
    const mine = moneyTo(to, this.terms);
    const other = moneyTo(to, theirs.terms);
    if (!mine || !other || mine.currency !== other.currency) return null;
    return { amount: Math.abs(other.amount - mine.amount), currency: mine.currency };
  }
}
