/** The check in a worker of its own, which ends with it. */
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

/** What was found; null once it was stopped. */
export function checkInBrowser(
  asked: Asked,
  onread: (bytes: number) => void,
  stop: AbortSignal,
): Promise<Outcome | null> {
  const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  return new Promise<Outcome | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) => ('read' in data ? onread(data.read) : resolve(data));
    worker.onerror = () => resolve({ fault: 'unreadable' });
    stop.addEventListener('abort', () => resolve(null), { once: true });
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
