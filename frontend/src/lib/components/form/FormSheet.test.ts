import { screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { Outcome } from '$lib/room/run';
import { room } from '../../../workbench/builders/room';
import { mediatorsView } from '../../../workbench/builders/case';
import { prepareTests, press, show, speak } from '../../../workbench/show';
import StageSheet from '../console/StageSheet.svelte';
import WordsSheet from '../console/WordsSheet.svelte';
import FormSheet from './FormSheet.svelte';

prepareTests();
const refused = (errors: { pointer: string; code: string; detail: string }[] = []): Outcome => ({
  ok: false,
  problem: { type: 'about:blank', title: 'no', status: 422, code: 'of_no_known_kind', detail: 'Not so.', errors },
});

test('a second press while it is sent does nothing, and the sheet closes once it was accepted', async () => {
  await speak('en');
  let accept!: (outcome: Outcome) => void;
  const act = vi.fn(() => new Promise<Outcome>((resolve) => (accept = resolve)));
  const onclose = vi.fn();
  show(FormSheet, { title: 'Leave?', lead: 'You read no more.', yes: 'Leave', act, onclose });
  await press('Leave');
  await press('Leave');
  expect(act).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Leave' }).getAttribute('aria-disabled')).toBe('true');
  expect(onclose).not.toHaveBeenCalled();
  accept({ ok: true });
  await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
});

test('a refusal keeps what was typed, and says beside the field what is wrong with it', async () => {
  await speak('en');
  const own = room(mediatorsView());
  vi.spyOn(own, 'send').mockResolvedValue(
    refused([{ pointer: '/note', code: 'of_no_known_kind', detail: 'Too long.' }]) as never,
  );
  const onclose = vi.fn();
  show(StageSheet, { room: own, onclose }, { dense: true });
  const note = screen.getByRole<HTMLTextAreaElement>('textbox');
  note.value = 'Now we talk about money.';
  note.dispatchEvent(new Event('input', { bubbles: true }));
  screen.getByRole('dialog').querySelector<HTMLButtonElement>('footer .pri')!.click();
  expect((await screen.findByRole('alert')).textContent.trim()).toBe('Too long.');
  expect(note.value).toBe('Now we talk about money.');
  expect(note.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(note));
  expect(onclose).not.toHaveBeenCalled();
});

test('a refusal of the whole is said in the sheet', async () => {
  await speak('en');
  show(FormSheet, { title: 'Leave?', yes: 'Leave', act: () => Promise.resolve(refused()), onclose: vi.fn() });
  await press('Leave');
  expect((await screen.findByRole('alert')).textContent.trim()).toBe('Not so.');
});

test('nothing is sent before there is something to send', async () => {
  await speak('en');
  const own = room(mediatorsView());
  const send = vi.spyOn(own, 'send');
  show(WordsSheet, {
    room: own,
    title: 'Ask',
    label: 'Words',
    hint: 'Exactly these.',
    yes: 'Ask',
    tone: 'cons',
    limit: 100,
    command: (text) => ({ type: 'summary.write', side: 'consumer', text }),
    onclose: vi.fn(),
  });
  await press('Ask');
  expect(send).not.toHaveBeenCalled();
});
