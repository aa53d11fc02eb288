/** Whom the check trusts, and what that rests on. */
import { bytesOf } from '$lib/record/bytes';

export type Basis =
  /** The keys that this site gave out at that time. */
  | { from: 'site'; site: string; at: string }
  /** A file of the reader's own, or what they pasted. */
  | { from: 'own'; name: string | null };

/** The one thing that is asked of a server: nothing of the file goes with it. */
export async function keysOfSite(): Promise<Uint8Array | null> {
  const answer = await fetch('/.well-known/acordo-keys', { cache: 'no-cache', credentials: 'omit' }).catch(() => null);
  const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => null) : null;
  return bytes && new Uint8Array(bytes);
}

/** What was chosen and what was pasted, each that is there. */
export async function given(files: Iterable<File>, pasted: string): Promise<Uint8Array[]> {
  const read = await Promise.all([...files].map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return pasted.trim() === '' ? read : [...read, bytesOf(pasted)];
}
