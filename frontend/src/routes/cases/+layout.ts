import { redirect } from '@sveltejs/kit';
import { needProblems } from '$lib/api/problem';
import { need } from '$lib/messages/index.svelte';
import { session } from '$lib/session.svelte';
import type { LayoutLoad } from './$types';

/** Everything under /cases needs somebody signed in; who they are decides what they see. */
export const load: LayoutLoad = async ({ url }) => {
  needProblems();
  await need('room');
  const answer = session.user ? null : await session.load();
  if (answer && !answer.ok && answer.problem.status === 401) {
    redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  const recalled = answer && !answer.ok && answer.problem.code === 'offline' && (await session.recall());
  // A desk shows at once what a phone opens on a press.
  if (session.works !== null) await need('sheets');
  return answer && !answer.ok && !recalled ? { problem: answer.problem } : {};
};
