import { need } from '$lib/messages/index.svelte';
import type { LayoutLoad } from './$types';

// One static page for every address; what it shows comes from the API.
export const ssr = false;
export const prerender = false;

// Outside of a case every page has the words of `page`: asked for here, they come while the page itself does.
export const load: LayoutLoad = async ({ route }) => {
  await need('words', 'frame', ...(route.id?.startsWith('/cases') ? [] : (['page'] as const)));
};
