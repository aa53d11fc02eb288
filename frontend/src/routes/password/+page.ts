import { needProblems } from '$lib/api/problem';
import { need } from '$lib/messages/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  needProblems();
  await need('account', 'page');
};
