/** Says new events to assistive technology: others' lines politely, "it is your turn" at once. */
import { announce } from '$lib/announce.svelte';
import type { WireEvent } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { spoken } from './lines';
import { turnTitle } from './turn';

/** The listener for `room.onevent`. */
export function telling(room: Room): (event: WireEvent) => void {
  return (event) => {
    if (room.isMine(event)) return;
    const words = spoken(room.case, event);
    if (words) announce(words);
  };
}

/** Call in an effect: announces once each time the turn comes to the reader. */
export function turnTeller(): (room: Room) => void {
  let before: string | null = null;
  return (room) => {
    const { turn } = room.case;
    const now = turn.yours ? `${turn.what}:${turn.number ?? ''}` : '';
    if (before !== null && now !== '' && now !== before) announce(turnTitle(room.case), 'assertive');
    before = now;
  };
}
