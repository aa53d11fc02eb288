import { needProblems } from '$lib/api/problem';
import { need } from '$lib/messages/index.svelte';

export const load = () => {
  needProblems();
  return need('page', 'room', 'sheets');
};
