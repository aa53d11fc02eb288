/** Taking a case in hand. Of two officers at the same moment one is told by name who was faster. */
import { api } from '$lib/api/client';
import { problemText } from '$lib/api/problem';
import type { CaseView, Problem } from '$lib/api/types';
import { newId } from '$lib/ids';
import { t } from '$lib/messages/index.svelte';

/** Who has the case in its queue now. */
export const holder = (view: CaseView | null): string | null =>
  view?.entries.findLast((entry) => !entry.ended_at)?.officer?.name ?? null;

/** The sentence for a claim that was refused. Asks the server once more, since somebody else moved the case. */
export async function claimRefused(caseId: string, problem: Problem): Promise<string> {
  if (problem.code !== 'entry_claimed') return problemText(problem);
  const now = await api.case(caseId);
  const name = now.ok ? holder(now.value) : null;
  return name ? t('officer-claimed-by', { name }) : problemText(problem);
}

export async function claim(caseId: string): Promise<{ ok: true } | { ok: false; text: string }> {
  const answer = await api.command(caseId, { type: 'escalation.claim' }, newId());
  return answer.ok ? { ok: true } : { ok: false, text: await claimRefused(caseId, answer.problem) };
}
