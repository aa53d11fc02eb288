/** The house's clause library as a case has it: asked for once in each language, and what its clauses say. */
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { api } from '$lib/api/client';
import type { ChosenClause, ClauseItem, ClauseKind, ClauseUnit, Language, Problem } from '$lib/api/types';
import { messages } from '$lib/messages/index.svelte';

export const CLAUSE_KINDS: readonly ClauseKind[] = ['release', 'penalty', 'interest', 'acceleration', 'forum'];

/** What the server answered; nothing while it is being asked. */
export type Library = { clauses: readonly ClauseItem[] } | { problem: Problem };

const answered = new SvelteMap<string, Library>();
const asking = new Set<string>();
const key = (caseId: string, language: Language) => `${language} ${caseId}`;

/** Nothing yet, the clauses, or why they did not come. */
export const library = (caseId: string): Library | undefined => answered.get(key(caseId, messages.language));

/** Asks the server unless that was done; what did not come is asked for anew. */
export async function needLibrary(caseId: string): Promise<void> {
  const { language } = messages;
  const place = key(caseId, language);
  // An effect that asks must not ask again because of the answer.
  const known = untrack(() => answered.get(place));
  if (asking.has(place) || (known && 'clauses' in known)) return;
  asking.add(place);
  const got = await api.clauses(caseId, language);
  asking.delete(place);
  answered.set(place, got.ok ? { clauses: got.value.clauses } : { problem: got.problem });
}

/** For tests: as if nobody had asked. */
export const forgetLibraries = () => answered.clear();

/** "2,5" for 250 hundredths of a percent, "10" for ten days: as the agreement writes it. */
export function figureText(unit: ClauseUnit, value: number): string {
  if (unit === 'days') return String(value);
  const text = String(value / 100);
  return messages.language === 'en' ? text : text.replace('.', ',');
}

/** What was typed, in the unit's smallest part; null where it is no such number. */
export function readFigure(unit: ClauseUnit, text: string): number | null {
  const plain = text.trim().replace(/\s*%$/, '');
  if (unit === 'days') return /^\d{1,5}$/.test(plain) ? Number(plain) : null;
  const read = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(plain);
  return read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : null;
}

/** The figure with its sign, for what changed: "2%", "10". */
export const figureShort = (unit: ClauseUnit, value: number): string =>
  unit === 'days'
    ? figureText(unit, value)
    : `${figureText(unit, value)}${messages.language === 'es' ? '\u00a0' : ''}%`;

/** These words of the clause with its figure in place. */
export function filled(words: string, clause: ClauseItem, value: number | null | undefined): string {
  return clause.figure && value != null ? words.replace('{value}', figureText(clause.figure.unit, value)) : words;
}

export interface Said {
  clause: ClauseItem;
  value: number | null;
  /** In plain words. */
  plain: string;
  /** As it stands in the agreement, in the reader's language. */
  wording: string;
}

/** The chosen clauses in the library's order. One that the library has not is left out: the server takes none such. */
export function said(clauses: readonly ClauseItem[], chosen: readonly ChosenClause[]): Said[] {
  return clauses.flatMap((clause) => {
    const one = chosen.find((each) => each.clause === clause.clause);
    if (!one) return [];
    const value = one.value ?? null;
    return [
      { clause, value, plain: filled(clause.plain, clause, value), wording: filled(clause.wording, clause, value) },
    ];
  });
}
