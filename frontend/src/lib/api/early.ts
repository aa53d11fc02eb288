/** Answers that the document asked for while the page itself was on its way (scripts/ahead.js). */
declare global {
  var acordoEarly: Partial<Record<string, Promise<Response>>> | undefined;
}

/** What came so early is an answer for the beginning alone. */
const EARLY_MILLIS = 20_000;

/** The answer to this request, once; null where there is none, or where only asking anew can tell. */
export async function early({ method, url }: Request): Promise<Response | null> {
  const path = new URL(url).pathname;
  const coming = globalThis.acordoEarly?.[path];
  if (method !== 'GET' || !coming) return null;
  delete globalThis.acordoEarly?.[path];
  const answer = performance.now() < EARLY_MILLIS ? await coming.catch(() => null) : null;
  return answer?.ok ? answer : null;
}
