// Where somebody goes on when what they pressed goes away with it.
import { tick } from 'svelte';
import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import AgreementPage from '$lib/components/agreement/AgreementPage.svelte';
import AttachedFiles from '$lib/components/room/AttachedFiles.svelte';
import MessageLog from '$lib/components/room/MessageLog.svelte';
import { Attachments } from '$lib/room/attach.svelte';
import { agreement, days, signing, view } from '../workbench/builders/case';
import { events, room, said } from '../workbench/builders/room';
import { prepareTests, press, show, speak } from '../workbench/show';
import { isLost, startAtHeading } from './focus';

prepareTests();
const focused = () => document.activeElement as HTMLElement;
let after: HTMLElement;
beforeEach(() => {
  after = document.body.appendChild(document.createElement('button'));
});
afterEach(() => after.remove());

test('taking a file out leads to the next one, and from the last to what follows', async () => {
  await speak('en');
  const held = new Attachments();
  await held.add(['a.txt', 'b.txt'].map((name) => new File(['words'], name, { type: 'text/plain' })));
  show(AttachedFiles, { held });
  document.body.append(after);
  const remove = (name: string) => screen.getByRole('button', { name: `Remove ${name}` });
  remove('a.txt').focus();
  remove('a.txt').click();
  await waitFor(() => expect(focused()).toBe(remove('b.txt')));
  remove('b.txt').click();
  await waitFor(() => expect(focused()).toBe(after));
});

test('taking a waiting message back leads to the one before it', async () => {
  await speak('en');
  const own = room(view({ heads: { joint: 1 } }), { events: events('joint', said('company', 'Good morning.')) });
  own.link = 'lost';
  void own.send({ type: 'message.post', channel: 'joint', text: 'Not meant so.' });
  show(MessageLog, { room: own, channel: 'joint' });
  const button = await screen.findByRole('button', { name: 'Take back' });
  button.focus();
  button.click();
  await waitFor(() => expect(screen.queryByText('Not meant so.')).toBeNull());
  await waitFor(() => expect(focused().matches('[data-item]')).toBe(true));
  expect(focused().textContent).toContain('Good morning.');
});

test.each(['the case', 'the sheet'])('not waiting to sign leads to signing, where %s ends first', async (first) => {
  await speak('en');
  const resting = signing({ allowed: ['agreement.sign', 'agreement.waive_reflection'] });
  const waits = { ...resting, agreement: agreement({ ...resting.agreement, reflection_until: days(2) }) };
  const own = room(waits);
  let done = (): void => undefined;
  vi.spyOn(own, 'send').mockImplementation(() => new Promise((answer) => (done = () => answer({ ok: true, at: {} }))));
  show(AgreementPage, { room: own, title: 'Agreement', ongo: () => undefined });
  screen.getByRole('button', { name: 'I do not need to wait' }).focus();
  await press('I do not need to wait');
  await press('I want to sign now');
  const moved = () => (own.case = { ...waits, agreement: { ...waits.agreement, reflection_waived: true } });
  if (first === 'the case') moved();
  await tick();
  done();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  moved();
  await waitFor(() => expect(focused().closest('.foot')).not.toBeNull());
});

test('a page begins at its heading, unless somebody is busy elsewhere by then', async () => {
  after.focus();
  let stop = startAtHeading();
  const heading = document.body.appendChild(document.createElement('h1'));
  await new Promise((go) => setTimeout(go));
  expect(focused()).toBe(after);
  stop();
  heading.remove();
  after.blur();
  stop = startAtHeading();
  expect(isLost()).toBe(true);
  document.body.append(heading);
  await waitFor(() => expect(focused()).toBe(heading));
  stop();
  heading.remove();
});
