// Words and files that wait: shown as such, sent once and in order, and taken back for good.
import { describe, expect, test, vi } from 'vitest';
import type { Problem } from '$lib/api/types';
import { DeviceQueue, type GoingFile, type Kept } from './queue';
import { emptyDevice } from './device';
import { CASE, ME, OTHER, again, enter, http, latest, message, post, queue, room, settle } from './room.harness';
import type { Words } from './outbox.svelte';

const file = (name: string): GoingFile => ({ id: `file-${name}`, file: new File(['x'], name) });
const outgoing = (made: ReturnType<typeof room>) => made.log('joint').outgoing;
const states = (made: ReturnType<typeof room>) => outgoing(made).map(({ state }) => state);
const sent = () =>
  latest()
    .frames('do')
    .map(({ command }) => command as Words & { evidence?: string[] });
const problem = (code: string, status = 422): Problem => ({ type: '', title: '', status, code });
const up = (id: string) => ({ ok: true, value: { evidence: { id: `evidence-of-${id}` }, seq: 2 } });
/** A server that takes every file. */
const taking = () => http.upload.mockImplementation(async (_, __, ___, ____, id: string) => up(id));

async function offline(): Promise<ReturnType<typeof room>> {
  const made = room();
  await enter(made, { joint: 1 });
  latest().say(message(1));
  latest().drop();
  return made;
}

describe('files', () => {
  test('go up before the message that they came with, which names them', async () => {
    taking();
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('see here'), [file('a.jpg'), file('b.pdf')]);
    expect(outgoing(made)[0]).toMatchObject({ state: 'sending', file: 'a.jpg' });
    await settle();
    expect(http.upload.mock.calls.map(([, channel, , name, id]) => [channel, name, id])).toEqual([
      ['joint', 'a.jpg', 'file-a.jpg'],
      ['joint', 'b.pdf', 'file-b.pdf'],
    ]);
    expect(sent()[0]?.evidence).toEqual(['evidence-of-file-a.jpg', 'evidence-of-file-b.pdf']);
  });

  test('say on their way how much of them has gone', async () => {
    let answer: ((value: unknown) => void) | undefined;
    http.upload.mockImplementation((...given: unknown[]) => {
      (given[6] as (share: number) => void)(0.25);
      return new Promise((go) => (answer = go));
    });
    const made = room();
    await enter(made, { joint: 0 });
    void made.send(post('see here'), [file('a.jpg')]);
    await settle();
    expect(outgoing(made)[0]).toMatchObject({ file: 'a.jpg', share: 0.25 });
    answer?.(up('file-a.jpg'));
    await settle();
    expect(outgoing(made)[0]).not.toHaveProperty('share');
  });

  test('without words are done once they are up', async () => {
    taking();
    const made = room();
    await enter(made, { joint: 0 });
    const done = made.send(post(''), [file('a.jpg')]);
    expect(await done).toMatchObject({ ok: true });
    expect([outgoing(made), queue.kept.size, sent()]).toEqual([[], 0, []]);
  });

  test('chosen without a network wait with their words, also when the tab is closed, and go once', async () => {
    const made = await offline();
    void made.send(post('see here'), [file('a.jpg')]);
    await settle();
    expect(states(made)).toEqual(['kept']);
    expect(http.upload).not.toHaveBeenCalled();
    made.close();
    taking();
    const later = room();
    await enter(later, { joint: 1 });
    latest().say(message(1));
    await settle();
    expect(http.upload).toHaveBeenCalledTimes(1);
    expect(http.upload.mock.calls[0]?.[4]).toBe('file-a.jpg');
    expect(sent().map(({ text, evidence }) => [text, evidence])).toEqual([['see here', ['evidence-of-file-a.jpg']]]);
  });

  test('that got no answer are tried again under their id, and hold back what was written after them', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    http.upload.mockResolvedValueOnce({ ok: false, problem: problem('offline', 0) });
    void made.send(post('first'), [file('a.jpg')]);
    void made.send(post('second'));
    await settle();
    expect([states(made), sent()]).toEqual([['kept', 'kept'], []]);
    taking();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(http.upload.mock.calls.map((call) => call[4])).toEqual(['file-a.jpg', 'file-a.jpg']);
    expect(sent().map(({ text }) => text)).toEqual(['first', 'second']);
  });

  test('that break off with the link go up again with the next one, and what was up stays so', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    let broken = false;
    http.upload.mockImplementation(
      (_, __, ___, name, id, signal: AbortSignal) =>
        new Promise((go) => {
          if (name === 'a.jpg' || broken) go(up(id));
          else signal.addEventListener('abort', () => go({ ok: false, problem: problem('offline', 0) }));
        }),
    );
    void made.send(post('see here'), [file('a.jpg'), file('b.jpg')]);
    await settle();
    expect(outgoing(made)[0]).toMatchObject({ state: 'sending', file: 'b.jpg' });
    latest().drop();
    await settle();
    expect(states(made)).toEqual(['kept']);
    broken = true;
    await again(made, { joint: 1 });
    expect(http.upload.mock.calls.map((call) => call[3])).toEqual(['a.jpg', 'b.jpg', 'b.jpg']);
    expect(sent()[0]?.evidence).toEqual(['evidence-of-file-a.jpg', 'evidence-of-file-b.jpg']);
  });

  test('that the server refuses are named, with words and files kept to be sent again', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    http.upload.mockResolvedValueOnce(up('file-a.jpg')).mockResolvedValueOnce({
      ok: false,
      problem: problem('file_too_large', 413),
    });
    void made.send(post('see here'), [file('a.jpg'), file('b.jpg')]);
    await settle();
    expect(outgoing(made)[0]).toMatchObject({ state: 'refused', file: 'b.jpg', problem: { code: 'file_too_large' } });
    expect(queue.kept.size).toBe(1);
    const back = await made.takeBack('command-1', 'mend');
    expect(back?.text).toBe('see here');
    // What is up goes on as what it is.
    expect(back?.files.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['file-a.jpg', 'evidence-of-file-a.jpg'],
      ['file-b.jpg', undefined],
    ]);
    taking();
    void made.send(post('see here'), back?.files.slice(0, 1));
    await settle();
    expect(http.upload).toHaveBeenCalledTimes(2);
    expect(sent()[0]?.evidence).toEqual(['evidence-of-file-a.jpg']);
  });
});

describe('what is taken back', () => {
  test('before it was ever sent is gone at once, and not sent with the next link', async () => {
    const made = await offline();
    void made.send(post('in anger'));
    await settle();
    expect(await made.takeBack('command-1', 'mend')).toEqual({ text: 'in anger', files: [] });
    expect([queue.kept.size, http.withdraw.mock.calls]).toEqual([0, []]);
    await again(made, { joint: 1 });
    expect(sent()).toEqual([]);
  });

  test('after it was sent is gone only once the server says that it never will be', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    void made.send(post('in anger'));
    latest().drop();
    http.withdraw.mockResolvedValueOnce({ ok: false, problem: problem('offline', 0) });
    let back: unknown = 'unknown';
    void made.takeBack('command-1', 'drop').then((answer) => (back = answer));
    await settle();
    expect([states(made), back]).toEqual([['leaving'], 'unknown']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(http.withdraw).toHaveBeenLastCalledWith(CASE, 'command-1');
    expect([states(made), back]).toEqual([[], { text: 'in anger', files: [] }]);
  });

  test('but had arrived is said to have arrived', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    void made.send(post('in anger'));
    latest().drop();
    http.withdraw.mockResolvedValue({ ok: true, value: { happened: true } });
    expect(await made.takeBack('command-1', 'drop')).toBeNull();
    expect(outgoing(made)).toEqual([]);
  });

  test('in a page that was closed meanwhile is asked for when the case is opened next, and never sent again', async () => {
    const made = room();
    await enter(made, { joint: 1 });
    latest().say(message(1));
    void made.send(post('in anger'), []);
    latest().drop();
    http.withdraw.mockResolvedValue({ ok: false, problem: problem('offline', 0) });
    void made.takeBack('command-1', 'drop');
    await settle();
    made.close();
    http.withdraw.mockResolvedValue({ ok: true, value: { happened: false } });
    const later = room();
    await enter(later, { joint: 1 });
    latest().say(message(1));
    await settle();
    expect([outgoing(later), sent(), queue.kept.size]).toEqual([[], [], 0]);
    await vi.advanceTimersByTimeAsync(3_000);
  });

  test('takes the files along that were under way', async () => {
    const made = room();
    await enter(made, { joint: 0 });
    let answer: ((value: unknown) => void) | undefined;
    http.upload.mockImplementation(() => new Promise((go) => (answer = go)));
    void made.send(post('see here'), [file('a.jpg')]);
    await settle();
    const back = made.takeBack('command-1', 'drop');
    await settle();
    expect(http.withdraw.mock.calls).toEqual([
      [CASE, 'file-a.jpg'],
      [CASE, 'command-1'],
    ]);
    expect(await back).toMatchObject({ text: 'see here' });
    answer?.({ ok: false, problem: problem('command_withdrawn', 409) });
    await settle();
    expect([outgoing(made), sent()]).toEqual([[], []]);
  });

  test('in one window is not sent by another', async () => {
    const made = await offline();
    void made.send(post('in anger'));
    await settle();
    const other = room();
    await other.open();
    await settle();
    expect(states(other)).toEqual(['kept']);
    await made.takeBack('command-1', 'drop');
    latest().accept();
    latest().say({ t: 'welcome', you: ME, case: made.case, heads: { joint: 1 }, marks: {} });
    await settle();
    latest().say(message(1, OTHER));
    await settle();
    expect([outgoing(other), sent()]).toEqual([[], []]);
  });
});

test('a device that keeps nothing says so, and what waits is sent all the same', async () => {
  const made = await offline();
  vi.spyOn(queue, 'put').mockRejectedValue(new Error('full'));
  void made.send(post('good morning'));
  await settle();
  expect(outgoing(made)[0]).toMatchObject({ state: 'kept', loose: true });
  await again(made, { joint: 1 });
  expect(sent().map(({ text }) => text)).toEqual(['good morning']);
});

test('the device gives a message to one who may send it, keeps what is up, and is emptied as a whole', async () => {
  vi.useRealTimers();
  const device = new DeviceQueue();
  const kept: Kept = {
    id: 'a',
    caseId: CASE,
    user: ME.id,
    channel: 'joint',
    command: post('a'),
    at: '2026-11-21T10:00:00.000Z',
    after: 0,
    files: [{ id: 'f', file: new File(['x'], 'a.jpg') }],
  };
  await device.put(kept);
  expect(await device.claim('a')).toBe(true);
  await device.arrived('a', 'f', 'evidence');
  expect((await device.all(CASE, ME.id))[0]).toMatchObject({ tried: true, files: [{ id: 'f', evidence: 'evidence' }] });
  // Somebody has begun to send it: only the server can say that it is gone.
  expect(await device.takeBack('a')).toBe(false);
  expect(await device.claim('a')).toBe(false);
  await device.put({ ...kept, id: 'b' });
  expect(await device.takeBack('b')).toBe(true);
  expect(await device.claim('b')).toBe(false);
  await emptyDevice();
  expect(await device.all(CASE, ME.id)).toEqual([]);
});
