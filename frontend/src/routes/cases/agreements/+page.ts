import { need } from '$lib/messages/index.svelte';

export const load = () => need('page', 'register', 'desk', 'officer', 'room');
