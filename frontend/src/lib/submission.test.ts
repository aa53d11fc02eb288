import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '$lib/api/types';
import { need } from '$lib/messages/index.svelte';
import { Submission } from './submission.svelte';

beforeAll(async () => {
  localStorage.setItem('acordo.language', 'en');
  await need('frame', 'problem', 'case');
});
let form: HTMLElement;
beforeEach(() => {
  form = document.body.appendChild(document.createElement('form'));
});
afterEach(() => form.remove());

const refused = (code = 'offline'): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { type: '', title: code, status: 0, code, detail: `the server on ${code}` },
});
const accepted = Promise.resolve({ ok: true as const, value: 7 });
/** An answer that comes only when the test says so. */
function later() {
  let answer!: (sent: { ok: true } | { ok: false; problem: Problem }) => void;
  const sent = new Promise<{ ok: true } | { ok: false; problem: Problem }>((resolve) => (answer = resolve));
  return { act: vi.fn(() => sent), answer };
}

test('an answer comes back with its value', async () => {
  const sending = new Submission();
  expect((await sending.send(() => accepted))?.value).toBe(7);
  expect([sending.busy, sending.fault, sending.problem]).toEqual([false, '', null]);
});

test('a second press while one is under way does nothing', async () => {
  const sending = new Submission();
  const { act, answer } = later();
  const first = sending.send(act);
  expect(sending.busy).toBe(true);
  expect(await sending.send(act)).toBeNull();
  expect(sending.check({ name: 'missing' })).toBe(false);
  expect([act.mock.calls.length, sending.faults]).toEqual([1, {}]);
  answer({ ok: true });
  expect(await first).toEqual({ ok: true });
  expect(sending.busy).toBe(false);
});

test('a refusal is said until the next try', async () => {
  const sending = new Submission();
  expect(await sending.send(() => Promise.resolve(refused('not_known_to_the_page')))).toBeNull();
  expect([sending.busy, sending.fault]).toEqual([false, 'the server on not_known_to_the_page']);
  expect(sending.problem?.code).toBe('not_known_to_the_page');
  await sending.send(() => accepted);
  expect([sending.fault, sending.problem]).toEqual(['', null]);
});

test('a form may have words of its own for a refusal, also such as it has to ask for', async () => {
  const sending = new Submission((problem) => ({ code: `no ${problem.code}` }));
  await sending.send(() => Promise.resolve(refused('code_wrong')));
  expect([sending.fault, sending.faults]).toEqual(['', { code: 'no code_wrong' }]);
  await sending.send(
    () => Promise.resolve(refused()),
    () => Promise.resolve('Ana was faster'),
  );
  expect([sending.fault, sending.faults]).toEqual(['Ana was faster', {}]);
});

test('what throws is not under way for ever', async () => {
  const sending = new Submission();
  await expect(sending.send(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(sending.busy).toBe(false);
});

test('what is missing stands beside its field, and what is there does not', () => {
  const sending = new Submission();
  expect(sending.check({ name: 'no name', email: false, code: null })).toBe(false);
  expect(sending.faults).toEqual({ name: 'no name' });
  expect(sending.check({ name: false })).toBe(true);
  expect(sending.faults).toEqual({});
});

test('the focus goes to the first field at fault, wherever the button was', async () => {
  form.innerHTML =
    '<input id="a"><div class="has-err"><input type="radio" id="b"></div><input id="c" aria-invalid="true">';
  const sending = new Submission();
  sending.form = form;
  sending.check({ b: 'choose' });
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('b'));
  sending.form = null;
  document.getElementById('a')!.focus();
  await sending.fail({ b: 'choose' });
  expect(document.activeElement?.id).toBe('a');
});

test('a summary takes the focus before any field, also for a fault of the whole', async () => {
  form.innerHTML = '<div id="sum" tabindex="-1" data-summary></div><input aria-invalid="true">';
  const sending = new Submission();
  sending.form = form;
  await sending.send(() => Promise.resolve(refused()));
  expect(document.activeElement?.id).toBe('sum');
});

test('a fault of the whole moves no focus where it stands by itself', async () => {
  form.innerHTML = '<input aria-invalid="true"><button id="send"></button>';
  document.getElementById('send')!.focus();
  const sending = new Submission();
  sending.form = form;
  await sending.send(() => Promise.resolve(refused()));
  expect(document.activeElement?.id).toBe('send');
});
