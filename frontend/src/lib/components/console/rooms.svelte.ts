/** The mediator's list, kept while moving from room to room. */
import { Cases } from '$lib/desk/list.svelte';

export const rooms = new Cases('all');
/** What waits for a coordinator, which no other case pushes off the first page. */
export const waiting = new Cases('my_turn');
