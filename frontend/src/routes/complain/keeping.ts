/** What this device keeps of a complaint: the one that is written, those this tab filed, and corrections begun. */
import type { Drafted, DraftView, Language } from '$lib/api/types';
import { keep, kept, keptKeys } from '$lib/kept';
import { clockNow } from '$lib/room/now.svelte';
import { emptyForm, type Form } from './form';

const FORM = 'acordo.complaint';
const SENT = 'acordo.complaint.sent';
const WRITING = 'acordo.complaint.writing';
const CORRECTED = 'acordo.complaint.corrected.';

function read<T extends object>(key: string, tab = false): Partial<T> | null {
  try {
    const found = JSON.parse(kept(key, tab) ?? 'null') as Partial<T> | null;
    return found && typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

/** Whether both say the same; under which key they are sent says nothing. */
export const same = (one: Form, other: Form): boolean => {
  const words = (form: Form) => JSON.stringify(Object.entries({ ...form, key: '', company: form.company?.id }).sort());
  return words(one) === words(other);
};

export function keptForm(language: Language): Form | null {
  const found = read<Form>(FORM);
  return found && { ...emptyForm(language), ...found };
}
/** An empty one is not kept: nobody left off there. */
export const keepForm = (form: Form): void =>
  keep(FORM, same(form, emptyForm(form.language)) ? null : JSON.stringify(form));
export const forgetForm = (): void => keep(FORM, null);
/** It was filed. Another tab may have begun another complaint since: that one stays. */
export function forgetFiled(form: Form): void {
  const found = keptForm(form.language);
  if (found && same(found, form)) forgetForm();
}

export interface Waiting {
  drafted: Drafted;
  /** As it was sent last. */
  form: Form;
}
const waits = (until: string): boolean => clockNow.read().getTime() < Date.parse(until);

/** What this tab filed and nobody has confirmed, the newest first: a mistyped address can be corrected after a reload too. */
export function keptSent(): Waiting[] {
  const found = read<Waiting[]>(SENT, true);
  return Array.isArray(found) ? (found as Waiting[]).filter(({ drafted }) => waits(drafted.confirm_by)) : [];
}
export const keepSent = (all: readonly Waiting[]): void =>
  keep(SENT, all.length > 0 ? JSON.stringify(all) : null, true);

/** This tab shows the form although it filed a complaint before. */
export const isWriting = (): boolean => kept(WRITING, true) !== null;
export const keepWriting = (writing: boolean): void => keep(WRITING, writing ? 'yes' : null, true);

type Draft = Pick<Drafted, 'reference' | 'revision' | 'confirm_by'>;
interface Begun {
  revision: number;
  until: string;
  form: Form;
  /** Its form was on the screen last. */
  open: boolean;
}
/** A correction that was begun and not saved; one of what the complaint said before is none. */
export function keptCorrection({ reference, revision }: Pick<Draft, 'reference' | 'revision'>): Begun | null {
  for (const key of keptKeys(CORRECTED)) if (!waits(read<Begun>(key)?.until ?? '')) keep(key, null);
  const found = read<Begun>(CORRECTED + reference) as Begun | null;
  return found?.revision === revision ? found : null;
}
export const keepCorrection = ({ reference, revision, confirm_by }: Draft, form: Form, open: boolean): void =>
  keep(CORRECTED + reference, JSON.stringify({ revision, until: confirm_by, form, open } satisfies Begun));
export const forgetCorrection = (reference: string): void => keep(CORRECTED + reference, null);

/** A complaint was confirmed or dropped: what is kept of it goes with it. */
export function forgetDraft(reference: string): void {
  keepSent(keptSent().filter(({ drafted }) => drafted.reference !== reference));
  forgetCorrection(reference);
}
export function forgetComplaint({ reference, form }: DraftView): void {
  forgetDraft(reference);
  if (keptForm(form.consumer.language)?.story.trim() === form.complaint.story) forgetForm();
}
