/**
 * What somebody is writing, one draft for each channel of each case. Text never moves along when switching rooms. Each
 * window has its own; what was written last in any of them is also kept for the next visit, since a window may be closed.
 */
import { keep, kept, keptKeys } from '$lib/kept';
import type { Channel } from '$lib/api/types';

const place = (caseId: string, channel: Channel, what: string): string => `acordo.draft.${caseId}.${channel}.${what}`;

export function draft(caseId: string, channel: Channel, what = 'message'): string {
  const at = place(caseId, channel, what);
  return kept(at, true) ?? kept(at) ?? '';
}

export function keepDraft(caseId: string, channel: Channel, text: string, what = 'message'): void {
  const at = place(caseId, channel, what);
  const before = kept(at, true);
  keep(at, text, true);
  // What another window keeps is not this one's to drop.
  if (text !== '' || before === null || kept(at) === before) keep(at, text);
}

/** At closure, at sign-out, or on "this is not my phone". */
export function forgetDrafts(caseId?: string): void {
  for (const tab of [false, true])
    for (const key of keptKeys(caseId ? `acordo.draft.${caseId}.` : 'acordo.draft.', tab)) keep(key, null, tab);
}
