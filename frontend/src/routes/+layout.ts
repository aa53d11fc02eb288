import { need } from '$lib/messages/index.svelte';
import type { LayoutLoad } from './$types';

// One static page for every address; what it shows comes from the API.
export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = async () => {
  await need('words', 'frame');
};
