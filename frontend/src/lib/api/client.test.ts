import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, refresh } from './client';

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
