/** The mediator's list, kept while moving from room to room. */
import { Cases } from '$lib/desk/list.svelte';

export const rooms = new Cases();
rooms.tab = 'all';
