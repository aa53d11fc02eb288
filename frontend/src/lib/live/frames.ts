/** The frames of the live room: docs/api.md, "The live room". */
import type { CaseView, Channel, Command, Problem, Seat, Voice, WireEvent } from '$lib/api/types';

export type ClientFrame =
  | { t: 'resume'; after: Record<Channel, number> }
  | { t: 'do'; id: string; command: Command }
  | { t: 'typing'; channel: Channel }
  | { t: 'seen'; channel: Channel; seq: number }
  | { t: 'ping'; n: number };

export interface You {
  id: string;
  name: string;
  /** Absent until the room has said who this person is in the case. */
  seat?: Seat | null;
}

export type Presence = 'online' | 'away';

export type ServerFrame =
  | { t: 'welcome'; you: You; case: CaseView; heads: Record<Channel, number> }
  | WireEvent
  | { t: 'case'; case: CaseView }
  | { t: 'done'; id: string; at: Record<Channel, number> }
  | { t: 'refused'; id: string | null; problem: Problem }
  | { t: 'presence'; seats: Partial<Record<Voice, Presence>> }
  | { t: 'typing'; channel: Channel; seat: Voice }
  | { t: 'seen'; channel: Channel; seat: Voice; seq: number }
  | { t: 'pong'; n: number }
  | { t: 'reset'; channel: Channel }
  | { t: 'bye'; code: string };

/** The part of a browser's WebSocket that a room uses. */
export interface Wire {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: unknown) => void) | null;
}
