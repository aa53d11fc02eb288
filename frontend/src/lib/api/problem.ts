import { messages, need, t } from '$lib/messages/index.svelte';
import type { Problem } from './types';

let asked = false;

/** Fetches the sentences for problems soon after the page stands: early enough to be there offline, late enough not to be in its way. */
export function needProblems(): void {
  if (asked) return;
  asked = true;
  setTimeout(() => void need('problem', 'case'), 1500);
}

/** What happened, in the reader's language. The page's own sentence wins over the server's, which may be in the account's. */
export function problemText(problem: Pick<Problem, 'code'> & Partial<Problem>): string {
  if (problem.code === 'offline') return t('problem-page-offline');
  if (problem.code === 'unanswered') return t('problem-page-unanswered');
  if (problem.code === 'not_sent') return t('problem-page-not-sent');
  if (problem.code === 'unreadable') return t('problem-page-unreadable');
  return messages.text(`problem-${problem.code}`) ?? problem.detail ?? t('problem-page-unreadable');
}

/** The same where somebody only reads: what nobody wrote is not said to be kept. */
export const readingText = (problem: Problem): string =>
  problem.code === 'offline' ? t('frame-offline') : problemText(problem);

/** What is wrong with the fields of one request, by the name that `field` finds for a pointer such as `/consumer/email`. */
export function faultsBy(problem: Problem, field: (pointer: string) => string): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { pointer, code, detail } of problem.errors ?? [])
    faults[field(pointer)] ??= problemText({ code, detail });
  return faults;
}
