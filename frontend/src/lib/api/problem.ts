import { messages, need, t } from '$lib/messages/index.svelte';
import type { Problem } from './types';

let asked = false;

/** Fetches the sentences for problems soon after the page stands: early enough to be there offline, late enough not to be in its way. */
export function needProblems(): void {
  if (asked) return;
  asked = true;
  setTimeout(() => void need('problem'), 1500);
}

/** What happened, in the reader's language. The page's own sentence wins over the server's, which may be in the account's. */
export function problemText(problem: Pick<Problem, 'code'> & Partial<Problem>): string {
  if (problem.code === 'offline') return t('problem-page-offline');
  if (problem.code === 'unreadable') return t('problem-page-unreadable');
  return messages.text(`problem-${problem.code}`) ?? problem.detail ?? t('problem-page-unreadable');
}

/** Field problems of one answer, by the end of their pointer: `/consumer/email` is found under "email". */
export function fieldProblems(problem: Problem): { pointer: string; text: string }[] {
  return (problem.errors ?? []).map((one) => ({
    pointer: one.pointer,
    text: problemText({ code: one.code, detail: one.detail }),
  }));
}
