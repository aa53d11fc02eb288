// A long room: what a keystroke and an arriving message may derive anew, counted and not timed.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { clock } from '$lib/messages/dates';
import { fold } from '$lib/messages/fold';
import type { Fact, Voice } from '$lib/api/types';
import { guardFor } from '$lib/console/guard';
import { items, LogItems } from '$lib/room/items';
import { mediation, mediatorsView, view } from '../../../workbench/builders/case';
import { events, room, said } from '../../../workbench/builders/room';
import { prepareTests, show, speak } from '../../../workbench/show';
import Composer from './Composer.svelte';
import MessageLog from './MessageLog.svelte';

vi.mock('$lib/messages/dates', async (original) => {
  const real = await original<typeof import('$lib/messages/dates')>();
  return { ...real, clock: vi.fn(real.clock) };
});
vi.mock('$lib/messages/fold', async (original) => {
  const real = await original<typeof import('$lib/messages/fold')>();
  return { ...real, fold: vi.fn(real.fold) };
});
/** Each line of a log says its time once, and each word that a guard learns is folded once. */
const drawn = vi.mocked(clock);
const read = vi.mocked(fold);

prepareTests();
beforeEach(() => void speak('pt-BR'));
const LENGTH = 120;
const talk = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    said(at % 2 ? 'company' : 'consumer', `Mensagem ${at}, nem curta nem longa.`),
  );

test('a keystroke draws nothing of the log, and a message that arrives itself alone', async () => {
  await speak('pt-BR');
  const all = events('joint', ...talk(LENGTH + 1));
  const own = room(view({ allowed: ['message.post'] }), { events: all.slice(0, LENGTH) });
  show(MessageLog, { room: own, channel: 'joint' });
  show(Composer, { room: own, channel: 'joint' });
  expect(drawn).toHaveBeenCalledTimes(LENGTH);
  drawn.mockClear();
  for (const text of ['B', 'Bo', 'Bom'])
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
  expect(drawn).not.toHaveBeenCalled();
  own.log('joint').add(all.slice(LENGTH));
  flushSync();
  expect(screen.getByText(`Mensagem ${LENGTH}, nem curta nem longa.`)).toBeDefined();
  expect(drawn).toHaveBeenCalledTimes(1);
});

test('what the server says of the case draws no message anew', async () => {
  await speak('pt-BR');
  const own = room(view(), { events: events('joint', ...talk(LENGTH)) });
  show(MessageLog, { room: own, channel: 'joint' });
  drawn.mockClear();
  own.case = { ...own.case };
  flushSync();
  expect(drawn).not.toHaveBeenCalled();
});

test('items are the same objects until something of them changes', async () => {
  await speak('pt-BR');
  const hide: [Voice, Fact] = ['mediator', { type: 'message_hidden', target: 2, ground: 'insult' }];
  const all = events('joint', ...talk(4), hide);
  const log = new LogItems();
  const before = log.read(view(), all.slice(0, 4));
  expect(log.read(view(), all.slice(0, 4)).map((item, at) => item === before[at])).toEqual(before.map(() => true));
  const after = log.read(view(), all);
  expect(after).toEqual(items(view(), all));
  expect(after.filter((item, at) => item !== before[at]).map(({ key }) => key)).toEqual(['joint-2']);
});

test('a message shows what it answers once that is held, in the middle of a log too', async () => {
  await speak('pt-BR');
  const all = events('joint', ...talk(3), ['company', { type: 'message_posted', text: 'Sim.', reply_to: 2 }]);
  const log = new LogItems();
  const held = [all[0]!, all[2]!, all[3]!];
  const answer = () => log.read(view(), held).find((item) => item.kind === 'message' && item.text === 'Sim.');
  expect(answer()).toMatchObject({ replyTo: null });
  held.splice(1, 0, all[1]!);
  expect(answer()).toMatchObject({ replyTo: all[1] });
});

test('a quote of what is hidden stays hidden, however often the log is read', async () => {
  await speak('pt-BR');
  const answer: [Voice, Fact] = ['company', { type: 'message_posted', text: 'Sim.', reply_to: 2 }];
  const hide: [Voice, Fact] = ['mediator', { type: 'message_hidden', target: 2, ground: 'insult' }];
  const all = events('joint', ...talk(3), answer, hide);
  const log = new LogItems();
  const quoted = (count: number) => log.read(view(), all.slice(0, count)).find(({ key }) => key === 'joint-4');
  expect(quoted(4)).toMatchObject({ replyTo: all[1] });
  for (const _ of [1, 2]) expect(quoted(5)).toMatchObject({ replyTo: null });
});

test('texts follow the language though nothing of the log changed', async () => {
  await speak('pt-BR');
  const own = room(mediation(), { events: events('joint', ['mediator', { type: 'floor_paused' }]) });
  const { text } = show(MessageLog, { room: own, channel: 'joint' });
  const before = text();
  await speak('en');
  await waitFor(() => expect(text()).toContain('paused'));
  expect(text()).not.toBe(before);
});

test('the guard reads each private word once, and of a draft its own words alone', async () => {
  await speak('pt-BR');
  const secret = events('caucus:consumer', ...talk(LENGTH + 1));
  const table = room(mediatorsView(), { events: secret.slice(0, LENGTH) });
  const guard = guardFor(table, 'joint');
  guard('');
  read.mockClear();
  expect(guard('Bom dia a todos')).toEqual([]);
  expect(read).toHaveBeenCalledTimes(4);
  read.mockClear();
  table.log('caucus:consumer').add(secret.slice(LENGTH));
  guard('');
  expect(read.mock.calls.length).toBeLessThan(8);
});

test('no older page is asked for before somebody scrolls up, and one when they come to its top', async () => {
  await speak('pt-BR');
  const all = events('joint', ...talk(LENGTH));
  const own = room(view({ heads: { joint: LENGTH } }), { events: all.slice(60, 80) });
  const older = vi.spyOn(own, 'older').mockResolvedValue();
  show(MessageLog, { room: own, channel: 'joint' });
  const box = screen.getByRole('region');
  let height = 900;
  Object.defineProperties(box, { scrollHeight: { get: () => height }, clientHeight: { value: 600 } });
  const scroll = (top: number) => {
    box.scrollTop = top;
    return fireEvent.scroll(box);
  };
  // The first events push the end away while the page is on its way there.
  await scroll(0);
  await scroll(40);
  height = 3000;
  await scroll(60);
  expect(older).not.toHaveBeenCalled();
  await scroll(2400);
  await scroll(1200);
  expect(older).not.toHaveBeenCalled();
  await scroll(30);
  expect(older).toHaveBeenCalledTimes(1);
});
