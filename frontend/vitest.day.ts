import { afterEach, beforeAll, beforeEach, vi } from 'vitest';

// Every test begins on this day; timers go on as they are. A test that needs another sets it.
const BEGINNING = new Date('2026-11-23T12:00:00.000Z');
const begin = () => vi.useFakeTimers({ toFake: ['Date'], now: BEGINNING });

/** A socket whose server never answers: no test reaches another one, and a test that speaks over a socket brings its own. */
class SilentSocket {
  readyState = 0;
  send(): void {}
  close(): void {}
}
vi.stubGlobal('WebSocket', SilentSocket);

beforeAll(begin);
beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
});
