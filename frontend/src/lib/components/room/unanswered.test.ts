// What its sender sees of a command whose answer was lost, once it is known what became of it.
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { Fate } from '$lib/live/commands.svelte';
import { ownProblem } from '$lib/api/client';
import { mediatorsView, view } from '../../../workbench/builders/case';
import { room } from '../../../workbench/builders/room';
import { prepareTests, press, show, speak } from '../../../workbench/show';
import FormSheet from '../form/FormSheet.svelte';
import Unanswered from './Unanswered.svelte';

prepareTests();

/** A command to which no answer came, and how it becomes known what it came to. */
function lost() {
  let tell!: (fate: Fate) => void;
  const fate = new Promise<Fate>((resolve) => (tell = resolve));
  const act = vi.fn(() => Promise.resolve({ ok: false as const, problem: ownProblem('unanswered'), fate }));
  return { act, tell };
}

test('a sheet closes once its command is known to have happened, and says so in no red', async () => {
  await speak('en');
  const { act, tell } = lost();
  const [onclose, ondone] = [vi.fn(), vi.fn()];
  show(FormSheet, { title: 'Leave?', yes: 'Leave', act, onclose, ondone });
  await press('Leave');
  expect((await screen.findByRole('alert')).textContent).toContain('No answer came');
  tell('happened');
  await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(ondone).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alert')).toBeNull();
});

/** A sheet whose answer was lost. */
async function unsure() {
  await speak('en');
  const { act, tell } = lost();
  const onclose = vi.fn();
  show(FormSheet, { title: 'Leave?', yes: 'Leave', act, onclose });
  await press('Leave');
  await screen.findByRole('alert');
  return { tell, onclose };
}

test('a sheet stays where it is certain that nothing was sent', async () => {
  const { tell, onclose } = await unsure();
  tell('withdrawn');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('nothing was sent'));
  expect(onclose).not.toHaveBeenCalled();
});

test('a sheet that was left meanwhile closes nothing that was opened since', async () => {
  const { tell, onclose } = await unsure();
  await press('Cancel');
  tell('happened');
  await new Promise((go) => setTimeout(go));
  expect(onclose).toHaveBeenCalledOnce();
});

test('whoever stood on what it took away goes on at the line that says it arrived, and then on the page', async () => {
  await speak('en');
  const made = room(mediatorsView());
  made.commands.unanswered = [{ id: 'a', fate: 'unknown' }];
  const main = document.body.appendChild(document.createElement('main'));
  [main.id, main.tabIndex] = ['main', -1];
  show(Unanswered, { room: made });
  made.commands.unanswered = [{ id: 'a', fate: 'happened' }];
  await waitFor(() => expect(document.activeElement?.matches('.unanswered .ok')).toBe(true));
  document.querySelector<HTMLElement>('.unanswered button')!.focus();
  await press('Close');
  await waitFor(() => expect(document.activeElement).toBe(main));
  main.remove();
});

test('who writes elsewhere meanwhile is not called away', async () => {
  await speak('en');
  const made = room(view());
  made.commands.unanswered = [{ id: 'a', fate: 'unknown' }];
  show(Unanswered, { room: made });
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  made.commands.unanswered = [{ id: 'a', fate: 'happened' }];
  await new Promise((go) => setTimeout(go, 20));
  expect(document.activeElement).toBe(field);
  field.remove();
});
