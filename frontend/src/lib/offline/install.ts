/** The part of the site that stands without a network: its worker, and what lets a phone put it beside its own apps. */
import { updated } from '$app/state';

/** A worker is a script: only this one is ever started from text (Trusted Types). */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): unknown };
}
const WORKER = '/service-worker.js';

function address(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  if (!trustedTypes) return WORKER;
  const only = trustedTypes.createPolicy('acordo-worker', {
    createScriptURL(text) {
      if (text !== WORKER) throw new TypeError('This is not the worker.');
      return text;
    },
  });
  return only.createScriptURL(WORKER) as string;
}

function link(rel: string, href: string): void {
  const found = document.createElement('link');
  found.rel = rel;
  found.href = href;
  document.head.append(found);
}

/** A window may stay open for days: whether there is a newer site is asked when somebody comes back to it. */
const LOOK_MILLIS = 10 * 60_000;

export async function install(): Promise<void> {
  link('manifest', '/manifest.webmanifest');
  link('apple-touch-icon', '/icon-180.png');
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const look = () => void updated.check().catch(() => undefined);
  // The page that came from the device may be older than the server.
  if (serviceWorker.controller) look();
  serviceWorker.addEventListener('controllerchange', look);
  const worker = await serviceWorker.register(address(), { updateViaCache: 'none' }).catch(() => null);
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || performance.now() - looked < LOOK_MILLIS) return;
    looked = performance.now();
    worker?.update().catch(() => undefined);
  });
}
