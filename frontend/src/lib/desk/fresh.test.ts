// How often a list is asked for: seen, hidden, and shown by several pages at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alerts } from './alerts.svelte';
import { fresh } from './fresh';

let seen: DocumentVisibilityState = 'visible';
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
});
afterEach(() => {
  seen = 'visible';
  alerts.sound = false;
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
