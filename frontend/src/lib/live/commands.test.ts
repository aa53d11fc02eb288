import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '$lib/api/types';
import { Commands, takeBack, WITHDRAW_MILLIS, type Lent } from './commands.svelte';

const CASE = '0190a000-0000-7000-8000-000000000001';
const accept: Command = { type: 'proposal.accept', channel: 'joint', number: 1, terms_hash: 'x' };
const problem = (code: string) => ({ ok: false, problem: { code } });
const settle = () => vi.advanceTimersByTimeAsync(0);

let live: boolean;
let frames: string[];
let http: { command: ReturnType<typeof vi.fn>; withdraw: ReturnType<typeof vi.fn> };
let look: ReturnType<typeof vi.fn>;

const commands = () =>
  new Commands(CASE, {
    api: http as unknown as Lent['api'],
    isLive: () => live,
    put: ({ id }) => (live ? frames.push(id) > 0 : false),
    hear: () => undefined,
    look: look as unknown as Lent['look'],
  });
const fates = (made: Commands) => made.unanswered.map(({ fate }) => fate);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  live = true;
  frames = [];
  http = { command: vi.fn(async () => problem('offline')), withdraw: vi.fn(async () => problem('offline')) };
  look = vi.fn(async () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a command that decides', () => {
  test('is not sent at all without a network, and that is certain', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const made = commands();
    expect(await made.ask('a', accept)).toMatchObject(problem('offline'));
    expect([frames, http.command.mock.calls, made.unanswered]).toEqual([[], [], []]);
  });

  test('is tried over HTTP under its id when the link breaks, while its sender waits', async () => {
    const made = commands();
    const sent = made.ask('a', accept);
    http.command.mockResolvedValue({ ok: true, value: { at: { joint: 3 }, events: [], case: null } });
    made.again();
    expect(await sent).toEqual({ ok: true, at: { joint: 3 } });
    expect(http.command).toHaveBeenCalledWith(CASE, accept, 'a');
    expect(made.unanswered).toEqual([]);
  });

  test('is never sent again once its sender was told that no answer came', async () => {
    const made = commands();
    const sent = made.ask('a', accept);
    made.again();
    await settle();
    expect(await sent).toEqual(expect.objectContaining({ ok: false }));
    expect(fates(made)).toEqual(['unknown']);
    const tries = http.command.mock.calls.length;
    made.again();
    made.settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([http.command.mock.calls.length, frames]).toEqual([tries, ['a']]);
  });

  test('counts as not sent only once the server will not take it any more', async () => {
    const made = commands();
    live = false;
    const sent = await made.ask('a', accept);
    if (sent.ok) throw new Error('sent');
    expect(sent.problem.code).toBe('unanswered');
    await vi.advanceTimersByTimeAsync(5 * WITHDRAW_MILLIS);
    expect(fates(made)).toEqual(['unknown']);
    http.withdraw.mockResolvedValue({ ok: true, value: { happened: false } });
    await vi.advanceTimersByTimeAsync(WITHDRAW_MILLIS);
    expect(fates(made)).toEqual(['withdrawn']);
    expect(await sent.fate).toBe('withdrawn');
    made.dismiss('a');
    expect(made.unanswered).toEqual([]);
  });

  test('that had happened without an answer is told as done, after the case was read again', async () => {
    http.withdraw.mockResolvedValue({ ok: true, value: { happened: true } });
    const made = commands();
    live = false;
    const sent = await made.ask('a', accept);
    await settle();
    expect([sent.ok, fates(made), look.mock.calls.length]).toEqual([false, ['happened'], 1]);
  });

  test('is taken back when its sender goes back, and says what became of it', async () => {
    const made = commands();
    const sent = made.ask('a', accept);
    takeBack(sent);
    expect((await sent).ok).toBe(false);
    expect(fates(made)).toEqual(['unknown']);
    // The answer was on its way after all.
    made.done('a', { joint: 4 });
    expect(fates(made)).toEqual(['happened']);
    const answered = made.ask('b', accept);
    made.done('b', { joint: 5 });
    await answered;
    takeBack(answered);
    expect(fates(made)).toEqual(['happened']);
    expect(http.withdraw).toHaveBeenCalledTimes(1);
  });

  test.each(['unreadable', 'unavailable', 'internal'])('is as unknown after %s as after no answer', async (code) => {
    http.command.mockResolvedValue(problem(code));
    const made = commands();
    live = false;
    await made.ask('a', accept);
    expect(fates(made)).toEqual(['unknown']);
  });

  test('that was refused was certainly not done', async () => {
    http.command.mockResolvedValue(problem('proposal_not_open'));
    const made = commands();
    live = false;
    expect(await made.ask('a', accept)).toEqual(problem('proposal_not_open'));
    expect([made.unanswered, http.withdraw.mock.calls]).toEqual([[], []]);
  });

  test('stays unknown over a closed page, until the case is opened again', async () => {
    const before = commands();
    live = false;
    await before.ask('a', accept);
    const after = commands();
    expect(fates(after)).toEqual(['unknown']);
    http.withdraw.mockResolvedValue({ ok: true, value: { happened: false } });
    after.settle();
    await settle();
    expect(fates(after)).toEqual(['withdrawn']);
    expect(commands().unanswered).toEqual([]);
  });
});
