import { describe, expect, test, vi } from 'vitest';
import { DeviceQueue, type Kept } from './queue';
import { HEARTBEAT_MILLIS } from './room.svelte';
import {
  CASE,
  ME,
  OTHER,
  again,
  enter,
  http,
  latest,
  message,
  post,
  queue,
  renewal,
  room,
  settle,
  view,
  wires,
} from './room.harness';

describe('resume', () => {
  test('the first visit resumes from nothing', async () => {
    await enter(room(), { joint: 0 });
    expect(latest().sent[0]).toEqual({ t: 'resume', after: {} });
  });

  test('a reconnect asks only for what comes after the last event held, in each channel', async () => {
    const made = room();
    await enter(made, { joint: 2, 'caucus:consumer': 1 });
    latest().say(message(1));
    latest().say(message(2));
    latest().say(message(1, OTHER, 'caucus:consumer'));
    latest().drop();
    await vi.advanceTimersByTimeAsync(1_000);
    latest().accept();
    expect(latest().sent[0]).toEqual({ t: 'resume', after: { joint: 2, 'caucus:consumer': 1 } });
  });

  test('an event that comes twice or out of order is held once and in its place', async () => {
    const made = room();
    await enter(made, { joint: 3 });
    for (const seq of [1, 3, 2, 3, 1]) latest().say(message(seq));
    expect(made.log('joint').events.map((event) => event.seq)).toEqual([1, 2, 3]);
  });

  test('a hole between events is fetched over HTTP', async () => {
    const made = room();
    http.events.mockResolvedValue({ ok: true, value: { events: [message(2), message(3)], head: 4 } });
    await enter(made, { joint: 4 });
    latest().say(message(1));
    latest().say(message(4));
    await settle();
    expect(http.events).toHaveBeenCalledWith(CASE, 'joint', { after: 1, limit: 2 });
    expect(made.log('joint').events.map((event) => event.seq)).toEqual([1, 2, 3, 4]);
  });

  test('a reset forgets the channel and starts it again', async () => {
    const made = room();
    await enter(made, { joint: 2 });
    latest().say(message(1));
    latest().say(message(2));
    latest().say({ t: 'reset', channel: 'joint' });
    latest().say(message(1));
    expect(made.log('joint').events.map((event) => event.seq)).toEqual([1]);
  });

  test('the case is what the server last said', async () => {
    const made = room();
    await enter(made);
    latest().say({ t: 'case', case: view('mediation') });
    expect(made.case?.phase).toBe('mediation');
  });

  test('whose turn it is moves by itself, and nothing else of the case', async () => {
    const made = room();
    await enter(made);
    const before = view('mediation');
    latest().say({ t: 'case', case: before });
    const turn = { ...before.turn, who: 'both', what: 'reply', yours: true } as const;
    latest().say({ t: 'turn', turn });
    expect(made.case).toEqual({ ...before, turn });
  });
});

describe('sending', () => {
  test('a message is delivered only after the server says done', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    const sent = made.send(post('good morning'));
    expect(made.log('joint').outgoing[0]?.state).toBe('sending');
    latest().say(message(1, ME));
    latest().say({ t: 'done', id: 'command-1', at: { joint: 1 } });
    expect(await sent).toEqual({ ok: true, at: { joint: 1 } });
    expect(made.log('joint').outgoing).toEqual([]);
    expect(queue.kept.size).toBe(0);
  });

  test('a delivered message stays on screen until its event arrives', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('good morning'));
    latest().say({ t: 'done', id: 'command-1', at: { joint: 1 } });
    expect(made.log('joint').outgoing[0]?.state).toBe('delivered');
    latest().say(message(1, ME));
    expect(made.log('joint').outgoing).toEqual([]);
  });

  test('a refused message keeps its text and its reason', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    const sent = made.send(post('good morning'));
    const problem = {
      type: 'about:blank',
      title: 'floor_paused',
      status: 409,
      code: 'floor_paused' as const,
      detail: '',
    };
    latest().say({ t: 'refused', id: 'command-1', problem });
    expect(await sent).toMatchObject({ ok: false, problem: { code: 'floor_paused' } });
    expect(made.log('joint').outgoing[0]).toMatchObject({ state: 'refused', problem: { code: 'floor_paused' } });
    expect(await made.takeBack('command-1', 'mend')).toEqual({ text: 'good morning', files: [] });
    expect(made.log('joint').outgoing).toEqual([]);
  });

  test('a message whose answer was lost goes again under the same id, once for each connection', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('good morning'));
    latest().say(message(1));
    expect(latest().frames('do')).toHaveLength(1);
    latest().drop();
    await again(made, { joint: 1 });
    expect(
      latest()
        .frames('do')
        .map((frame) => frame.id),
    ).toEqual(['command-1']);
    latest().say(message(2, ME));
    expect(latest().frames('do')).toHaveLength(1);
    latest().say({ t: 'done', id: 'command-1', at: { joint: 2 } });
    expect(made.log('joint').outgoing).toEqual([]);
  });

  test('a command under way when the link breaks is asked again over HTTP under the same id', async () => {
    const made = room();
    await enter(made);
    http.command.mockResolvedValue({ ok: true, value: { events: [], at: { joint: 9 }, case: view() } });
    const sent = made.send({ type: 'proposal.accept', channel: 'joint', number: 2, terms_hash: 'h' });
    latest().drop();
    expect(await sent).toEqual({ ok: true, at: { joint: 9 } });
    expect(http.command.mock.calls[0]?.[2]).toBe('command-1');
  });

  test('whose command was to leave keeps the last view until the page is left', async () => {
    const made = room();
    await enter(made);
    http.command.mockResolvedValue({ ok: true, value: { events: [], at: {}, case: null } });
    const sent = made.send({ type: 'escalation.release' });
    latest().drop();
    expect(await sent).toMatchObject({ ok: true });
    expect(made.case.phase).toBe('negotiation');
  });

  test('accepting without a network is refused as offline and nothing is queued', async () => {
    const made = room();
    await enter(made);
    latest().drop();
    const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const sent = await made.send({ type: 'proposal.accept', channel: 'joint', number: 2, terms_hash: 'h' });
    network.mockRestore();
    expect(http.command).not.toHaveBeenCalled();
    expect(sent).toMatchObject({ ok: false, problem: { code: 'offline' } });
    expect(queue.kept.size).toBe(0);
  });

  test('a rate limit waits and sends again', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('good morning'));
    const problem = { type: '', title: '', status: 429, code: 'rate_limited' as const, retry_after: 2 };
    latest().say({ t: 'refused', id: 'command-1', problem: { ...problem, detail: '' } });
    expect(latest().frames('do')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(latest().frames('do')).toHaveLength(2);
  });
});

describe('the queue', () => {
  test('words written offline are kept and go in order when the link is back', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    latest().drop();
    void made.send(post('first'));
    void made.send(post('second'));
    await settle();
    expect(made.log('joint').outgoing.map((out) => out.state)).toEqual(['kept', 'kept']);
    expect(queue.kept.size).toBe(2);
    await again(made, { joint: 1 });
    expect(
      latest()
        .frames('do')
        .map((frame) => (frame.command as { text: string }).text),
    ).toEqual(['first', 'second']);
  });

  test('if somebody wrote meanwhile, what was kept is shown for confirmation', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    latest().drop();
    void made.send(post('I accept'));
    await again(made, { joint: 2 });
    expect(latest().frames('do')).toHaveLength(0);
    latest().say(message(2));
    expect(made.log('joint').outgoing[0]?.state).toBe('held');
    made.resend('command-1');
    await settle();
    expect(latest().frames('do')).toHaveLength(1);
  });

  test('a message left by a closed tab is found again and sent', async () => {
    await queue.put({
      id: 'old',
      caseId: CASE,
      user: ME.id,
      channel: 'joint',
      command: post('from yesterday'),
      at: '2026-11-20T10:00:00.000Z',
      after: 1,
    });
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    await settle();
    expect(
      latest()
        .frames('do')
        .map((frame) => frame.id),
    ).toEqual(['old']);
  });

  test('another person on the same device does not get it', async () => {
    await queue.put({
      id: 'old',
      caseId: CASE,
      user: OTHER.id,
      channel: 'joint',
      command: post('not yours'),
      at: '2026-11-20T10:00:00.000Z',
      after: 0,
    });
    const made = room();
    await enter(made, { joint: 0 });
    expect(made.log('joint').outgoing).toEqual([]);
  });

  test('the device keeps messages in the order they were written and forgets a case at once', async () => {
    vi.useRealTimers();
    const device = new DeviceQueue();
    const kept = (id: string, at: string, caseId = CASE): Kept => ({
      id,
      caseId,
      user: ME.id,
      channel: 'joint',
      command: post(id),
      at,
      after: 0,
    });
    await device.put(kept('b', '2026-11-21T10:00:01.000Z'));
    await device.put(kept('a', '2026-11-21T10:00:00.000Z'));
    await device.put(kept('c', '2026-11-21T10:00:00.000Z', 'another'));
    expect((await device.all(CASE, ME.id)).map((one) => one.id)).toEqual(['a', 'b']);
    await device.clear(CASE);
    expect(await device.all(CASE, ME.id)).toEqual([]);
    expect(await device.all('another', ME.id)).toHaveLength(1);
  });
});

describe('the link', () => {
  test('the banner appears three seconds after the link is lost and says when it is back', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    latest().drop();
    expect(made.banner).toBeNull();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(made.banner).toBe('offline');
    latest().accept();
    latest().say({ t: 'welcome', you: ME, case: view(), heads: { joint: 3 }, marks: {} });
    expect(made.banner).toBe('back');
    expect(made.missed).toBe(2);
  });

  test('a silent server is found out by the heartbeat', async () => {
    const made = room();
    await enter(made);
    const first = latest();
    await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MILLIS);
    expect(first.closed).toBeDefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wires.length).toBeGreaterThan(1);
  });

  test('a lost right ends the room and nothing reconnects', async () => {
    const made = room();
    await enter(made);
    latest().drop(4003);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(made.ended).toBe('right');
    expect(wires).toHaveLength(1);
  });

  test('an ended session is renewed and the room goes on', async () => {
    const made = room();
    await enter(made);
    latest().drop(4001);
    await settle();
    expect(wires).toHaveLength(2);
    expect(made.ended).toBeNull();
  });

  test('a bad network or a busy server never means signed out: the room tries again by itself', async () => {
    const made = room();
    await enter(made);
    renewal('unsure');
    latest().drop(4001);
    await settle();
    expect([made.ended, made.link]).toEqual([null, 'lost']);
    renewal('renewed');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wires).toHaveLength(2);
    renewal('ended');
    latest().drop(4001);
    await settle();
    expect(made.ended).toBe('session');
  });

  test('the network is told as gone when the browser says so, and on a press it is tried at once', async () => {
    const made = room();
    await enter(made);
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    await settle();
    expect([made.link, made.banner]).toEqual(['lost', 'offline']);
    online.mockReturnValue(true);
    made.tryNow();
    expect(wires).toHaveLength(2);
  });

  test('a silent network is noticed within three seconds while an answer is waited for', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('is anybody there?'));
    await vi.advanceTimersByTimeAsync(2_100);
    expect(made.link).toBe('lost');
  });

  test('opening tells nothing aloud: history is not news', async () => {
    const made = room();
    const told: number[] = [];
    made.onevent = (event) => told.push(event.seq);
    await enter(made, { joint: 3 });
    for (const seq of [1, 2, 3, 4]) latest().say(message(seq));
    expect(told).toEqual([4]);
    latest().drop();
    await again(made, { joint: 6 });
    for (const seq of [5, 6, 7]) latest().say(message(seq));
    expect(told).toEqual([4, 7]);
  });
});
