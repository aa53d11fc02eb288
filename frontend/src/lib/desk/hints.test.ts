// Lists that are told when to look: over one socket, which comes back, and beside which they still ask now and then.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ListServerFrame, ServerFrame } from '$lib/api/types';
import { FakeWire } from '../../workbench/builders/wire';
import { Hints } from './hints';

let wires: FakeWire[];
let hints: Hints;
let renewed: 'renewed' | 'ended' = 'renewed';
vi.mock('$lib/api/client', async (real) => ({ ...(await real()), refresh: async () => renewed }));

const latest = (): FakeWire => wires[wires.length - 1]!;
const say = (frame: ListServerFrame) => latest().say(frame as unknown as ServerFrame);
const watching: ListServerFrame = { t: 'watching', ask_again_seconds: 60 };

beforeEach(() => {
  vi.useFakeTimers();
  wires = [];
  renewed = 'renewed';
  hints = new Hints(
    () => {
      const wire = new FakeWire();
      wires.push(wire);
      return wire;
    },
    () => 0,
  );
});
afterEach(() => hints.stop());

test('all lists of a page hear over one socket, which closes with the last of them', () => {
  const [one, two] = [vi.fn(), vi.fn()];
  const [deaf, stop] = [hints.listen(one), hints.listen(two)];
  latest().accept();
  say(watching);
  // What happened before the socket stood was told to nobody.
  expect([one.mock.calls.length, two.mock.calls.length, hints.pauseMillis]).toEqual([1, 1, 60_000]);
  say({ t: 'changed' });
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([2, 2]);
  deaf();
  say({ t: 'changed' });
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([2, 3]);
  expect(latest().closed).toBeUndefined();
  stop();
  expect([latest().closed, hints.pauseMillis, wires.length]).toEqual([1000, null, 1]);
});

test('a lost socket comes back, and the lists look again then', async () => {
  const list = vi.fn();
  hints.listen(list);
  latest().accept();
  say(watching);
  latest().drop();
  expect(hints.pauseMillis).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(wires).toHaveLength(2);
  latest().accept();
  say(watching);
  expect(list).toHaveBeenCalledTimes(2);
});

test('a silent server is found out and does not keep the lists waiting', async () => {
  hints.listen(vi.fn());
  latest().accept();
  say(watching);
  await vi.advanceTimersByTimeAsync(21_000);
  expect(wires.length).toBeGreaterThan(1);
  expect(hints.pauseMillis).toBeNull();
});

test('an ended session is renewed, and what is over stays over', async () => {
  hints.listen(vi.fn());
  latest().accept();
  say(watching);
  latest().drop(4001);
  await vi.advanceTimersByTimeAsync(0);
  expect(wires).toHaveLength(2);
  renewed = 'ended';
  latest().accept();
  latest().drop(4001);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(wires).toHaveLength(2);
});
