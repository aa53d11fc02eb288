/** The check in a worker, which reads what it is given and sends nothing. */
import address from './worker?worker&url';
import type { Asked, Told } from './worker';

export type Outcome = Exclude<Told, { read: number }>;

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The server lets this page start this one worker (src/http/pages.rs). */
const POLICY = 'acordo-verifier';
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trusted?.createPolicy(POLICY, { createScriptURL: (url) => (url === address ? url : '') });

const start = (): Worker => new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });

let ready: Worker | null = null;

/** Called with the page, so that nothing is fetched any more once a file was chosen, and the check needs no network. */
export function prepare(): void {
  if (typeof Worker !== 'undefined') ready ??= start();
}

/** What was found; null once it was stopped. */
export async function checkInBrowser(
  asked: Asked,
  onread: (bytes: number) => void,
  stop: AbortSignal,
): Promise<Outcome | null> {
  const worker = ready ?? start();
  ready = null;
  const outcome = await new Promise<Outcome | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) => ('read' in data ? onread(data.read) : resolve(data));
    worker.onerror = () => resolve({ fault: 'unreadable' });
    stop.addEventListener('abort', () => resolve(null), { once: true });
    worker.postMessage(asked);
  });
  // One that was stopped, or failed, is in the midst of something.
  if (outcome && 'report' in outcome) ready ??= worker;
  else worker.terminate();
  return outcome;
}
