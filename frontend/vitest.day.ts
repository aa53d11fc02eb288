import { afterEach, beforeAll, beforeEach, vi } from 'vitest';

// Every test begins on this day; timers go on as they are. A test that needs another sets it.
const BEGINNING = new Date('2026-11-23T12:00:00.000Z');
const begin = () => vi.useFakeTimers({ toFake: ['Date'], now: BEGINNING });

beforeAll(begin);
beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});
