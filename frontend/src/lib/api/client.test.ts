import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, BASE, refresh } from './client';
import { enterApi } from '$lib/api/enter';
import { beginToLeave, isLeaving, tellLeaving } from './leaving';

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

describe('a session', () => {
  let answers: (() => Response | Promise<Response>)[];
  let asked: string[];
  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    vi.stubGlobal('fetch', async (what: Request | string) => {
      asked.push(new URL(typeof what === 'string' ? what : what.url, location.origin).pathname);
      return answers.shift()!();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const gone = () => Promise.reject(new TypeError('Failed to fetch'));

  test('waits as long as a busy server asks, and goes on', async () => {
    answers = [() => answer(401), () => answer(429, {}, { 'Retry-After': '2' }), () => answer(200), () => answer(200)];
    const got = api.session();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect((await got).ok).toBe(true);
  });

  test('is not ended by a network that failed while it was renewed', async () => {
    answers = [() => answer(401), gone];
    expect(await api.session()).toMatchObject({ ok: false, problem: { code: 'offline', status: 0 } });
    answers = [() => answer(503), () => answer(503), () => answer(503), () => answer(503)];
    const renewed = refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await renewed).toBe('unsure');
  });

  test('ends when the server says so', async () => {
    answers = [() => answer(401), () => answer(401)];
    expect(await api.session()).toMatchObject({ ok: false, problem: { status: 401 } });
  });
});

describe('what the document asked for', () => {
  const path = `${BASE}/auth/session`;
  const come = (coming: Promise<Response>) => {
    // The document looks at it too, and minds no network.
    void coming.catch(() => undefined);
    globalThis.acordoEarly = { [path]: coming };
  };
  let asked: number;
  beforeEach(() => {
    asked = 0;
    vi.spyOn(performance, 'now').mockReturnValue(1_000);
    vi.stubGlobal('fetch', async () => answer(200, { from: `request ${++asked}` }));
  });
  afterEach(() => {
    globalThis.acordoEarly = undefined;
    vi.unstubAllGlobals();
  });

  test('is the answer to the first request, and to no other', async () => {
    come(Promise.resolve(answer(200, { from: 'the document' })));
    expect(await api.session()).toMatchObject({ ok: true, value: { from: 'the document' } });
    expect(await api.session()).toMatchObject({ ok: true, value: { from: 'request 1' } });
  });

  test.each([
    ['refused', () => Promise.resolve(answer(401))],
    ['lost on the way', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is asked for anew where it was %s', async (_, coming) => {
    come(coming());
    expect(await api.session()).toMatchObject({ ok: true, value: { from: 'request 1' } });
  });

  test('is too old after a while', async () => {
    come(Promise.resolve(answer(200, { from: 'the document' })));
    vi.spyOn(performance, 'now').mockReturnValue(20_000);
    expect(await api.session()).toMatchObject({ ok: true, value: { from: 'request 1' } });
  });
});

describe('a sign-out that the server has not heard of', () => {
  let asked: string[];
  let there: boolean;
  beforeEach(() => {
    localStorage.clear();
    beginToLeave();
    [asked, there] = [[], false];
    vi.stubGlobal('fetch', async (what: Request | string) => {
      asked.push(new URL(typeof what === 'string' ? what : what.url, location.origin).pathname.slice(BASE.length));
      if (!there) throw new TypeError('Failed to fetch');
      return asked.at(-1) === '/auth/sign_out' ? new Response(null, { status: 204 }) : answer(200);
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  test('lets nothing be asked, and no session go on', async () => {
    expect(await api.session()).toMatchObject({ ok: false, problem: { code: 'offline' } });
    expect(await enterApi.signIn('rui@example.org', 'secret')).toMatchObject({
      ok: false,
      problem: { code: 'offline' },
    });
    expect(await refresh()).toBe('ended');
    expect([asked, isLeaving()]).toEqual([['/auth/sign_out', '/auth/sign_out'], true]);
  });

  test('is told before anything else, before a new sign-in as well, and once', async () => {
    there = true;
    const both = await Promise.all([enterApi.signIn('rui@example.org', 'secret'), api.session()]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(asked[0]).toBe('/auth/sign_out');
    expect(asked.filter((path) => path === '/auth/sign_out')).toHaveLength(1);
    expect(isLeaving()).toBe(false);
  });

  test('stands until the server itself has said that it knows', async () => {
    for (const status of [200, 302, 403, 429, 500, 503]) {
      vi.stubGlobal('fetch', async () => ({ status, ok: status === 200 }));
      expect(await tellLeaving(), String(status)).toBe(false);
    }
    expect(isLeaving()).toBe(true);
  });
});
