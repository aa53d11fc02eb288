/** From what a person types in the terms form to the command, and from the server's pointers back to the fields. */
import type { ChosenClause, Due, Obligation, ObligationKind, Side, Terms } from '$lib/api/types';
import { amountText, readAmount } from '$lib/messages/format';

/** Does an obligation of this kind carry money? As the domain has it. */
export const MONEY: Record<ObligationKind, 'needed' | 'possible' | 'none'> = {
  refund: 'needed',
  pay: 'needed',
  reduce_price: 'needed',
  discount: 'needed',
  voucher: 'needed',
  replace: 'possible',
  repair: 'possible',
  redo_service: 'possible',
  cancel_contract: 'possible',
  correct_record: 'none',
  deliver: 'possible',
  apologise: 'none',
  explain: 'none',
  other: 'possible',
};

export const KINDS = Object.keys(MONEY) as ObligationKind[];

export type DueBy = 'days' | 'working_days' | 'date';

export interface TermDraft {
  /** Stable while the form is open, so that rows keep their place and focus. */
  key: number;
  kind: ObligationKind;
  debtor: Side;
  amount: string;
  dueBy: DueBy;
  days: string;
  date: string;
  description: string;
}

/** A clause of the library that was chosen; its number as typed, and as it is sent. */
export interface ChosenDraft {
  clause: string;
  /** Absent where the clause takes none, null while it cannot be read. */
  value?: number | null;
  typed?: string;
  fault?: 'clause-value-missing' | 'clause-value-out';
}

export interface OfferDraft {
  terms: TermDraft[];
  clauses: string[];
  chosen: ChosenDraft[];
  currency: string;
  note: string;
  /** Days the offer stays open; the rule's five unless chosen. */
  validDays: string;
}

export const VALID_DAYS = ['1', '2', '3', '5', '10', '15'];
const VALID_DEFAULT = '5';

let lastKey = 0;

export function newTerm(kind: ObligationKind, debtor: Side): TermDraft {
  lastKey += 1;
  return { key: lastKey, kind, debtor, amount: '', dueBy: 'working_days', days: '5', date: '', description: '' };
}

/** A form filled with given terms, or with one refund by the company. */
export function offerFrom(terms: Terms | null, currency: string): OfferDraft {
  const drafts = (terms?.obligations ?? []).map((obligation) => {
    const draft = newTerm(obligation.kind, obligation.debtor);
    draft.amount = obligation.money ? amountText(obligation.money.amount, obligation.money.currency) : '';
    draft.description = obligation.description ?? '';
    if ('on' in obligation.due) {
      draft.dueBy = 'date';
      draft.date = obligation.due.on;
      draft.days = '';
    } else {
      draft.dueBy = obligation.due.working_days ? 'working_days' : 'days';
      draft.days = String(obligation.due.days_after_signature);
    }
    return draft;
  });
  return {
    terms: drafts.length > 0 || terms ? drafts : [newTerm('refund', 'company')],
    clauses: [...(terms?.clauses ?? [])],
    chosen: (terms?.chosen ?? []).map(({ clause, value }) => (value == null ? { clause } : { clause, value })),
    currency: terms?.obligations.find((o) => o.money)?.money?.currency ?? currency,
    note: '',
    validDays: VALID_DEFAULT,
  };
}

/** Where in the form something is wrong; the names of the server's pointers, made flat. */
export interface Fault {
  term: number | null;
  field: 'amount' | 'due' | 'description' | 'kind' | 'terms' | 'clause' | 'chosen' | 'note' | 'valid';
  code: string;
  /** The server's sentence, where it sent one. */
  detail?: string;
}

export interface Read {
  terms: Terms;
  faults: Fault[];
}

function readDue(draft: TermDraft, today: string): Due | { fault: string } {
  if (draft.dueBy === 'date') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.date)) return { fault: 'due-missing' };
    if (draft.date < today) return { fault: 'due-past' };
    return { on: draft.date };
  }
  if (!/^\d{1,4}$/.test(draft.days.trim()) || Number(draft.days) > 3650) return { fault: 'due-missing' };
  return { days_after_signature: Number(draft.days), working_days: draft.dueBy === 'working_days' };
}

/** The terms of the form, as far as they can be read, and what keeps them from being sent. */
export function readOffer(offer: OfferDraft, today: string): Read {
  const faults: Fault[] = [];
  const obligations = offer.terms.map((draft, term): Obligation => {
    const due = readDue(draft, today);
    if ('fault' in due) faults.push({ term, field: 'due', code: due.fault });
    const obligation: Obligation = {
      kind: draft.kind,
      debtor: draft.debtor,
      due: 'fault' in due ? { days_after_signature: 0, working_days: false } : due,
    };
    const rule = MONEY[draft.kind];
    if (rule !== 'none') {
      const amount = readAmount(draft.amount, offer.currency);
      if (amount !== null && amount > 0) obligation.money = { amount, currency: offer.currency };
      else if (draft.amount.trim() !== '') faults.push({ term, field: 'amount', code: 'amount-unreadable' });
      else if (rule === 'needed') faults.push({ term, field: 'amount', code: 'amount-missing' });
    }
    const description = draft.description.trim();
    if (description !== '') obligation.description = description;
    else if (draft.kind === 'other') faults.push({ term, field: 'description', code: 'description-missing' });
    return obligation;
  });
  const clauses = offer.clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
  const chosen = offer.chosen.map(({ clause, value, fault }, term): ChosenClause => {
    if (fault) faults.push({ term, field: 'chosen', code: fault });
    return value == null ? { clause } : { clause, value };
  });
  if (obligations.length === 0 && clauses.length === 0 && chosen.length === 0)
    faults.push({ term: null, field: 'terms', code: 'terms-empty' });
  return { terms: chosen.length > 0 ? { obligations, clauses, chosen } : { obligations, clauses }, faults };
}

/** `proposal.make` from a form without faults. */
export function proposalMake(offer: OfferDraft, channel: string, answers: number | null, today: string) {
  const { terms } = readOffer(offer, today);
  const note = offer.note.trim();
  return {
    type: 'proposal.make' as const,
    channel,
    terms,
    note: note === '' ? null : note,
    // A length, not a time: it begins by the server's clock, whatever this device's says.
    valid_days: offer.validDays === VALID_DEFAULT ? null : Number(offer.validDays),
    answers,
  };
}

/** The place in the form that a problem's pointer names; null when it names none. */
export function faultAt(pointer: string, code: string, detail?: string): Fault {
  const term = /^\/terms\/obligations\/(\d+)(?:\/(\w+))?/.exec(pointer);
  if (term) {
    const field =
      term[2] === 'money' ? 'amount' : term[2] === 'due' ? 'due' : term[2] === 'description' ? 'description' : 'kind';
    return { term: Number(term[1]), field, code, detail };
  }
  const clause = /^\/terms\/clauses\/(\d+)/.exec(pointer);
  if (clause) return { term: Number(clause[1]), field: 'clause', code, detail };
  const chosen = /^\/terms\/chosen\/(\d+)/.exec(pointer);
  if (chosen) return { term: Number(chosen[1]), field: 'chosen', code, detail };
  if (pointer.startsWith('/note') || pointer.startsWith('/reasons')) return { term: null, field: 'note', code, detail };
  if (pointer.startsWith('/valid_')) return { term: null, field: 'valid', code, detail };
  return { term: null, field: 'terms', code, detail };
}
