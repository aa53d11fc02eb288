/** The frames of the live room as the server's document has them: docs/api.md, "The live room". */
export type { ClientFrame, Presence, ServerFrame } from '$lib/api/types';
import type { You as Person } from '$lib/api/types';

/** Who this is. The seat is unknown until the room has said it. */
export type You = Omit<Person, 'seat'> & Partial<Pick<Person, 'seat'>>;

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
