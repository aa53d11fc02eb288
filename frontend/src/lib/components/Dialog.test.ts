import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { need, t } from '$lib/messages/index.svelte';
import Dialog from './Dialog.svelte';

beforeAll(async () => {
  localStorage.setItem('acordo.language', 'en');
  await need('frame');
  // The test's browser has the element, but not its methods.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
});
let opener: HTMLButtonElement;
beforeEach(() => {
  opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
});
afterEach(() => {
  cleanup();
  opener.remove();
});

const html = (source: string) => createRawSnippet(() => ({ render: () => source }));
function open(body = '<p><input aria-label="Words"></p>', footer = '<button>Send</button>') {
  const onclose = vi.fn();
  const { unmount } = render(Dialog, { title: 'A question', onclose, children: html(body), footer: html(footer) });
  const cross = screen.getByRole('button', { name: t('frame-close') });
  return { onclose, unmount, cross, last: screen.getByRole('button', { name: 'Send' }) };
}
const tab = (from: HTMLElement, shiftKey = false) => {
  from.focus();
  return fireEvent.keyDown(from, { key: 'Tab', shiftKey });
};

test('a dialog is named by its title, and the title is read first', () => {
  open();
  expect(screen.getByRole('dialog', { name: 'A question' })).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('A question');
});

test('a form in a dialog may ask for its own start', () => {
  open('<p><input autofocus aria-label="Words"></p>');
  expect(document.activeElement?.tagName).not.toBe('H2');
});

test('Tab goes from the last control to the first, and back', async () => {
  const { cross, last } = open();
  await tab(last);
  expect(document.activeElement).toBe(cross);
  await tab(cross, true);
  expect(document.activeElement).toBe(last);
  await tab(screen.getByText('A question'), true);
  expect(document.activeElement).toBe(last);
});

test('Tab between controls is the browser’s own', async () => {
  const { cross, onclose } = open();
  expect(await tab(cross)).toBe(true);
  expect(onclose).not.toHaveBeenCalled();
});

test('what cannot be reached is no end of the dialog', async () => {
  const { cross } = open(undefined, '<p><button>Send</button><button disabled>Never</button></p>');
  await tab(screen.getByRole('button', { name: 'Send' }));
  expect(document.activeElement).toBe(cross);
});

test('a long text without a control is reached by Tab, so that keys scroll it', async () => {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(900);
  open('<p>Long.</p>');
  const body = screen.getByText('Long.').parentElement!;
  expect(body.tabIndex).toBe(0);
  cleanup();
  open();
  expect(screen.getByLabelText('Words').closest<HTMLElement>('.body')!.tabIndex).toBe(-1);
});

test('Escape asks to close, and only whoever opened the dialog takes it away', async () => {
  const { onclose } = open();
  const cancelled = new Event('cancel', { cancelable: true });
  await fireEvent(screen.getByRole('dialog'), cancelled);
  expect(cancelled.defaultPrevented).toBe(true);
  expect(onclose).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('the cross closes', async () => {
  const { cross, onclose } = open();
  await fireEvent.click(cross);
  expect(onclose).toHaveBeenCalledOnce();
});

test('a dialog that the browser closes by itself is closed for the page too', async () => {
  const { onclose } = open();
  await fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(onclose).toHaveBeenCalledOnce();
});

test('focus goes on at the page where what opened it is gone', async () => {
  const main = document.body.appendChild(document.createElement('main'));
  [main.id, main.tabIndex] = ['main', -1];
  const { unmount } = open();
  opener.remove();
  unmount();
  await waitFor(() => expect(document.activeElement).toBe(main));
  main.remove();
});

test('focus returns to where it was', () => {
  const { unmount, onclose } = open();
  unmount();
  expect(document.activeElement).toBe(opener);
  expect(onclose).not.toHaveBeenCalled();
});
