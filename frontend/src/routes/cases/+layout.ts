import { redirect } from '@sveltejs/kit';
import { needProblems } from '$lib/api/problem';
import { need } from '$lib/messages/index.svelte';
import { session } from '$lib/session.svelte';
import type { LayoutLoad } from './$types';

/** Everything under /cases needs somebody signed in; who they are decides what they see. */
export const load: LayoutLoad = async ({ url }) => {
  needProblems();
  await need('room');
  if (session.user) return {};
  const answer = await session.load();
  if (!answer.ok && answer.problem.status === 401) {
    redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  return answer.ok ? {} : { problem: answer.problem };
};
