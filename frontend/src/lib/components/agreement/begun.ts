/** A signature that was begun, for as long as the tab lives: the name that was typed, and for which code a mail was sent. */
import type { Challenge } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { clockNow } from '$lib/room/now.svelte';
import { session } from '$lib/session.svelte';

interface Kept {
  name: string;
  challenge: Challenge | null;
}
const PREFIX = 'acordo.sign.';

const placeOf = (room: Room, documentHash: string): string =>
  `${PREFIX}${session.user?.id ?? ''}.${room.id}.${documentHash}`;

function kept(place: string): Partial<Kept> {
  try {
    return (JSON.parse(sessionStorage.getItem(place) ?? '{}') ?? {}) as Partial<Kept>;
  } catch {
    return {};
  }
}

export class BegunSignature {
  /** Was it begun in this tab, for these words? */
  static was(room: Room, documentHash: string): boolean {
    try {
      return sessionStorage.getItem(placeOf(room, documentHash)) !== null;
    } catch {
      return false;
    }
  }

  readonly name: string;
  readonly challenge: Challenge | null;
  readonly #place: string;

  /** Somebody else at this device, and other words to sign, begin anew. */
  constructor(room: Room, documentHash: string) {
    this.#place = placeOf(room, documentHash);
    const { name, challenge } = kept(this.#place);
    this.name = name ?? '';
    const lasts = challenge && Date.parse(challenge.expires_at) > clockNow.read().getTime();
    this.challenge = lasts ? challenge : null;
  }

  keep(name: string, challenge: Challenge | null): void {
    try {
      sessionStorage.setItem(this.#place, JSON.stringify({ name, challenge } satisfies Kept));
    } catch {
      // A browser that refuses storage asks once more.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.#place);
    } catch {
      // Nothing was kept.
    }
  }
}
