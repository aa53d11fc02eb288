// What somebody is told of their devices and of their password, and what is sent.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { accountApi } from '$lib/api/account';
import { problem } from '../../../workbench/builders/case';
import { openSession, openSessions } from '../../../workbench/builders/account';
import { prepareTests, press, show, speak } from '../../../workbench/show';
import Devices from './Devices.svelte';
import PasswordForm from './PasswordForm.svelte';

prepareTests();
const done = { ok: true, value: undefined } as const;

test('each other device can be signed out, this one not here', async () => {
  await speak('en');
  const end = vi.spyOn(accountApi, 'endSession').mockResolvedValue(done);
  const onended = vi.fn(async () => undefined);
  const { text } = show(Devices, { sessions: openSessions(), password: true, onended });
  expect(screen.getAllByRole('button', { name: /^Sign out .* signed in/ })).toHaveLength(2);
  expect(text()).toContain('3 sessions are open.');
  expect(text()).toContain('curl/8.5.0');
  await press(/^Sign out Chrome on Android/);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Signed out: Chrome on Android.'));
  expect(end).toHaveBeenCalledWith(openSession().id);
  expect(onended).toHaveBeenCalledOnce();
  await waitFor(() => expect(document.activeElement?.id).toBe('devices'));
});

test('what ended meanwhile is ended, and what was refused is not', async () => {
  await speak('en');
  const onended = vi.fn(async () => undefined);
  const end = vi.spyOn(accountApi, 'endSession');
  end.mockResolvedValueOnce({ ok: false, problem: problem({ code: 'not_found', status: 404 }) });
  show(Devices, { sessions: openSessions(), password: true, onended });
  await press(/^Sign out A program/);
  await waitFor(() => expect(onended).toHaveBeenCalledOnce());
  end.mockResolvedValueOnce({ ok: false, problem: problem({ code: 'unavailable', status: 503 }) });
  await press(/^Sign out A program/);
  await screen.findByRole('alert');
  expect(onended).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('');
});

test('of many the first are shown, this one above all, and the rest on request', async () => {
  await speak('en');
  const many = [...Array(9).keys()].map((at) => openSession({ id: `s${at}`, current: at === 8 }));
  show(Devices, { sessions: many, password: true, onended: async () => undefined });
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getAllByRole('listitem')[0]!.textContent).toContain('This device');
  await press('Show all 9');
  expect(screen.getAllByRole('listitem')).toHaveLength(9);
});

test('where there is no password nobody is told to change it', async () => {
  await speak('en');
  const { text } = show(Devices, { sessions: openSessions(), password: false, onended: async () => undefined });
  expect(text()).not.toMatch(/password/i);
});

const type = (name: string, value: string) => fireEvent.input(screen.getByLabelText(name), { target: { value } });

test('a refused password says so at its field and keeps what was typed', async () => {
  await speak('en');
  const change = vi.spyOn(accountApi, 'change');
  const onchanged = vi.fn(async () => undefined);
  const { text } = show(PasswordForm, { email: 'bruna@lojaaurora.example', onchanged });
  await press('Change the password');
  expect(change).not.toHaveBeenCalled();
  await type('Present password', 'correct horse battery');
  await type('New password', 'bruna');
  change.mockResolvedValueOnce({ ok: false, problem: problem({ code: 'password_weak', status: 422 }) });
  await press('Change the password');
  await waitFor(() => expect(screen.getByLabelText('New password').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText<HTMLInputElement>('Present password').value).toBe('correct horse battery');
  expect(onchanged).not.toHaveBeenCalled();
  change.mockResolvedValueOnce(done);
  await type('New password', 'girafa sopro lâmpada trilho');
  await press('Change the password');
  await waitFor(() => expect(text()).toContain('Your password was changed.'));
  expect(change).toHaveBeenLastCalledWith('correct horse battery', 'girafa sopro lâmpada trilho');
  expect(screen.getByLabelText<HTMLInputElement>('Present password').value).toBe('');
  expect(onchanged).toHaveBeenCalledOnce();
});
