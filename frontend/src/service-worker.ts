/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * The site without a network: its one page, its scripts and its texts, each as the version that it belongs to. Nothing
 * of the interface passes through here, so nothing of any case is kept here: what can be read without a network the page
 * keeps itself, for its person (lib/offline).
 */
import { build, files, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

const CACHES = 'acordo-pages-';
const CACHE = `${CACHES}${version}`;
const PAGE = '/';
/** The page of this version and what it starts with; both are read from the page itself. */
const STARTS = /(?:src|href)="(\/_app\/[^"]+)"/g;
/** A page that takes longer than this to begin comes from the device. */
const SLOW_MILLIS = 4_000;
/** Files that are fetched at the same time: the worker's own are never in the way of the page's. */
const AT_ONCE = 3;
/** Of an older version the scripts stay, for windows that are open. */
const VERSIONS_KEPT = 2;

/** The system takes its icons when it wants them. */
const lasting = files.filter((path) => !path.startsWith('/icon-'));

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', cache: path === PAGE ? 'no-cache' : 'default' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** All or nothing: a version that is not whole is never used. */
async function takeIn(): Promise<void> {
  const page = await fetched(PAGE);
  const starts = [...(await page.clone().text()).matchAll(STARTS)].map(([, path]) => path ?? '');
  const wanted = [...new Set([...starts, ...build, ...lasting])];
  const cache = await caches.open(CACHE);
  const take = async (): Promise<void> => {
    for (let path = wanted.shift(); path; path = wanted.shift()) {
      if (!(await cache.match(path))) await cache.put(path, await fetched(path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  // The page comes last: where it is, everything is.
  await cache.put(PAGE, page);
}

async function clearUp(): Promise<void> {
  const known = (await caches.keys()).filter((name) => name.startsWith(CACHES)).sort();
  const kept = new Set([CACHE, ...known.slice(-VERSIONS_KEPT)]);
  await Promise.all(known.filter((name) => !kept.has(name)).map((name) => caches.delete(name)));
}

worker.addEventListener('install', (event) => {
  event.waitUntil(takeIn().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(clearUp().then(() => worker.clients.claim()));
});

async function pageFor(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>((go) => setTimeout(() => go(null), SLOW_MILLIS));
  const answer = await Promise.race([asked.catch(() => null), late]);
  // Online it is always the newest page.
  return answer ?? (await (await caches.open(CACHE)).match(PAGE)) ?? asked;
}

async function fileFor(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request);
}

const own = new Set([...build, ...lasting]);
const isLasting = (path: string) => path.startsWith('/_app/immutable/') || own.has(path);
/** Addresses of the page: neither files nor anything that the server answers by itself. */
const isPage = (path: string) => !/^\/(api|dev|source|\.well-known|healthz|readyz|metrics)(\/|$)|\.[^/]*$/.test(path);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(pageFor(request));
  } else if (isLasting(pathname)) event.respondWith(fileFor(request));
});
