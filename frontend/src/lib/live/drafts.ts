/** What somebody is writing, one draft for each channel of each case. Text never moves along when switching rooms. */
import { keep, kept, keptKeys } from '$lib/kept';
import type { Channel } from '$lib/api/types';

const place = (caseId: string, channel: Channel, what: string): string => `acordo.draft.${caseId}.${channel}.${what}`;

export function draft(caseId: string, channel: Channel, what = 'message'): string {
  return kept(place(caseId, channel, what)) ?? '';
}

export function keepDraft(caseId: string, channel: Channel, text: string, what = 'message'): void {
  keep(place(caseId, channel, what), text);
}

/** At closure, at sign-out, or on "this is not my phone". */
export function forgetDrafts(caseId?: string): void {
  for (const key of keptKeys(caseId ? `acordo.draft.${caseId}.` : 'acordo.draft.')) keep(key, null);
}
