// How often a list is asked for: seen, hidden, and shown by several pages at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alerts } from './alerts.svelte';
import { fresh } from './fresh';
import { hints } from './hints';

let seen: DocumentVisibilityState = 'visible';
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
});
afterEach(() => {
  seen = 'visible';
  alerts.sound = false;
  hints.pauseMillis = null;
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);

test('several pages share one clock, which stops with the last of them', () => {
  const ask = vi.fn();
  const watch = fresh(ask);
  const [first, second] = [watch(), watch()];
  expect(ask).toHaveBeenCalledTimes(2);
  seconds(10);
  expect(ask).toHaveBeenCalledTimes(4);
  first();
  seconds(5);
  expect(ask).toHaveBeenCalledTimes(5);
  second();
  seconds(60);
  expect(ask).toHaveBeenCalledTimes(5);
});

test('a hidden page asks nothing, and at once when it is seen again', () => {
  const ask = vi.fn();
  const stop = fresh(ask)();
  seen = 'hidden';
  seconds(300);
  expect(ask).toHaveBeenCalledTimes(1);
  seen = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
});

test('whoever asked to be told is told while the page is hidden, from slower questions', () => {
  const ask = vi.fn();
  const stop = fresh(ask)();
  seen = 'hidden';
  alerts.sound = true;
  seconds(29);
  expect(ask).toHaveBeenCalledTimes(1);
  seconds(61);
  expect(ask).toHaveBeenCalledTimes(4);
  stop();
});

/** What the server says to the lists of this page. */
function server(): { hint: () => void } {
  const lists: (() => void)[] = [];
  vi.spyOn(hints, 'listen').mockImplementation((list) => {
    lists.push(list);
    return () => undefined;
  });
  return { hint: () => lists.forEach((list) => list()) };
}

test('while the server tells what moves, a list asks upon that, and by itself only now and then', () => {
  const { hint } = server();
  const ask = vi.fn();
  const stop = fresh(ask)();
  hints.pauseMillis = 60_000;
  seconds(50);
  expect(ask).toHaveBeenCalledTimes(1);
  hint();
  expect(ask.mock.calls).toEqual([[false], [true]]);
  seconds(60);
  expect(ask).toHaveBeenCalledTimes(3);
  // Nothing is told any more: back to asking.
  hints.pauseMillis = null;
  seconds(10);
  expect(ask).toHaveBeenCalledTimes(5);
  stop();
});

test('a hidden page keeps a hint for later, and one that was asked to tell looks at once', () => {
  const { hint } = server();
  const ask = vi.fn();
  const stop = fresh(ask)();
  hints.pauseMillis = 60_000;
  seen = 'hidden';
  seconds(5);
  hint();
  expect(ask).toHaveBeenCalledTimes(1);
  // The number in the title of a hidden window is right within half a minute.
  seconds(30);
  expect(ask).toHaveBeenCalledTimes(2);
  hint();
  seen = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ask).toHaveBeenCalledTimes(3);
  seen = 'hidden';
  alerts.sound = true;
  hint();
  expect(ask).toHaveBeenCalledTimes(4);
  stop();
});
