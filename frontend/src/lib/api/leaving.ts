/**
 * A sign-out of which the server has not said yet that it knows. The mark is for every window of this device and holds
 * nothing about anybody; while it stands, the server is asked for nothing else, so that no session goes on, and the next
 * sign-in does not lay another session over one that nobody could end any more.
 */
import { keep, kept } from '$lib/kept';

export const LEAVING = 'acordo.leaving';
const ANSWER_MILLIS = 15_000;
let telling: Promise<boolean> | null = null;

export const isLeaving = (): boolean => kept(LEAVING) !== null;
export const beginToLeave = (): void => keep(LEAVING, '1');

async function tell(): Promise<boolean> {
  // Another window may have told it while this one waited.
  if (!isLeaving()) return true;
  const signal = AbortSignal.timeout(ANSWER_MILLIS);
  const answer = await fetch('/api/v1/auth/sign_out', { method: 'POST', credentials: 'same-origin', signal }).catch(
    () => null,
  );
  // The server's own word, not that of something on the way.
  if (answer?.status === 204) keep(LEAVING, null);
  return !isLeaving();
}

/** Tells the server, one window at a time: an answer that came late would take the cookies of whoever signs in next. */
export function tellLeaving(): Promise<boolean> {
  telling ??= Promise.resolve(navigator.locks ? navigator.locks.request(LEAVING, tell) : tell()).finally(
    () => (telling = null),
  );
  return telling;
}
