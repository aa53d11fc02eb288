import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const page = vi.hoisted(() => ({ state: {} as { open?: number } }));
const entries = vi.hoisted(() => [] as { open?: number }[]);
const navigating = vi.hoisted(() => ({ to: null as object | null }));
vi.mock('$app/state', () => ({ page, navigating }));
const goto = vi.hoisted(() => vi.fn());
vi.mock('$app/navigation', () => ({
  goto,
  pushState: (_: string, state: { open?: number }) => {
    entries.push(page.state);
    page.state = state;
  },
}));
import { backCloses, forgetOpen, goTo } from './back';

function back(count = 1): void {
  for (let left = count; left > 0; left -= 1) page.state = entries.pop() ?? {};
  dispatchEvent(new PopStateEvent('popstate'));
}
const settled = () => new Promise((go) => setTimeout(go, 5));
beforeEach(() => {
  vi.spyOn(history, 'go').mockImplementation((by = 0) => back(-by));
  vi.spyOn(globalThis, 'scrollTo').mockImplementation(() => undefined);
});
afterEach(async () => {
  back(entries.length);
  await settled();
});

test('Back closes what is open, the topmost first', () => {
  const closed: string[] = [];
  backCloses(() => closed.push('menu'));
  backCloses(() => closed.push('question'));
  expect(entries).toHaveLength(2);
  back();
  expect(closed).toEqual(['question']);
  back();
  expect(closed).toEqual(['question', 'menu']);
  expect(page.state).toEqual({});
});

test('what is closed by its own button leaves no entry behind', async () => {
  const close = vi.fn();
  const left = backCloses(close);
  left();
  await settled();
  expect(page.state).toEqual({});
  expect(close).not.toHaveBeenCalled();
});

test('a sheet that gives way to the next one leaves its entry to it', async () => {
  const left = backCloses(() => undefined);
  left();
  const close = vi.fn();
  backCloses(close);
  await settled();
  expect(entries).toHaveLength(1);
  back();
  expect(close).toHaveBeenCalledOnce();
});

test('a page that was left meanwhile is not gone back from', async () => {
  const left = backCloses(() => undefined);
  // A link in the sheet was followed: the new address has no such state.
  page.state = {};
  entries.length = 0;
  left();
  await settled();
  expect(history.go).not.toHaveBeenCalled();
});

test('who is on the way to another page is not called back', async () => {
  const left = backCloses(() => undefined);
  navigating.to = {};
  left();
  await settled();
  expect(history.go).not.toHaveBeenCalled();
  navigating.to = null;
});

test('to another page the entries of what is open are taken out first', async () => {
  const close = vi.fn();
  backCloses(close);
  backCloses(() => undefined);
  await goTo('/cases');
  expect(entries).toHaveLength(0);
  expect(close).toHaveBeenCalledOnce();
  expect(goto).toHaveBeenCalledWith('/cases');
});

test('a step back that is under way is waited for', async () => {
  let arrives = (): void => undefined;
  vi.mocked(history.go).mockImplementation((by = 0) => (arrives = () => back(-by)));
  goto.mockClear();
  backCloses(() => undefined)();
  await settled();
  const left = goTo('/cases');
  await settled();
  expect(goto).not.toHaveBeenCalled();
  arrives();
  await left;
  expect(goto).toHaveBeenCalledOnce();
  expect(history.go).toHaveBeenCalledOnce();
});

test('a step back that the browser does not take holds up nobody for long', async () => {
  vi.mocked(history.go).mockImplementation(() => undefined);
  goto.mockClear();
  backCloses(() => undefined);
  vi.useFakeTimers();
  const left = goTo('/cases');
  await vi.advanceTimersByTimeAsync(2000);
  await left;
  expect(goto).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('what is opened while a step back is under way stays open, and Back closes it', async () => {
  let arrives = (): void => undefined;
  vi.mocked(history.go).mockImplementation((by = 0) => (arrives = () => back(-by)));
  backCloses(() => undefined)();
  await settled();
  const close = vi.fn();
  backCloses(close);
  arrives();
  await settled();
  expect(close).not.toHaveBeenCalled();
  expect([entries.length, page.state.open]).toEqual([1, 1]);
  back();
  expect(close).toHaveBeenCalledOnce();
});

test('a page loaded anew goes back from the step of a sheet that is no longer open', async () => {
  forgetOpen();
  expect(history.go).not.toHaveBeenCalled();
  history.replaceState({ 'sveltekit:states': { open: 2 } }, '');
  vi.resetModules();
  const anew = await import('./back');
  // The router writes its own state before it says that the page is there.
  history.replaceState(null, '');
  anew.forgetOpen();
  expect(history.go).toHaveBeenCalledWith(-2);
});

test('after the step that a reload left behind, Back closes what is opened next', async () => {
  history.replaceState({ 'sveltekit:states': { open: 1 } }, '');
  vi.resetModules();
  const anew = await import('./back');
  history.replaceState(null, '');
  vi.mocked(history.go).mockImplementation(() => undefined);
  anew.forgetOpen();
  // The router begins to listen only now, and learns where the page is when it hears so.
  const router = ({ state }: PopStateEvent): void => void (page.state = state as { open?: number });
  addEventListener('popstate', router);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  await settled();
  const close = vi.fn();
  anew.backCloses(close);
  expect(page.state).toEqual({ open: 1 });
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  expect(close).toHaveBeenCalledOnce();
  removeEventListener('popstate', router);
});
