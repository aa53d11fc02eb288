// Messages, the conversations they are in, and the field they are written in.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { CaseView } from '$lib/api/types';
import type { GoingFile } from '$lib/live/queue';
import { items, type Item } from '$lib/room/items';
import { LANGUAGES } from '$lib/messages/index.svelte';
import { Attachments } from '$lib/room/attach.svelte';
import { heated } from '$lib/room/heat';
import { unsent } from '$lib/offline/unsent';
import UnsentList from '$lib/components/UnsentList.svelte';
import {
  companysView,
  evidence,
  mediation,
  mediatorsView,
  officersView,
  problem,
  view,
} from '../../../workbench/builders/case';
import { events, room, said } from '../../../workbench/builders/room';
import { wordLists, WORDS } from '../../../workbench/builders/words';
import { dialog, NOW, prepareTests, press, sends, show, speak } from '../../../workbench/show';
import AttachButton from './AttachButton.svelte';
import Bubble from './Bubble.svelte';
import ChannelHeader from './ChannelHeader.svelte';
import Composer from './Composer.svelte';
import AttachedFiles from './AttachedFiles.svelte';
import FileLink from './FileLink.svelte';
import FileProgress from './FileProgress.svelte';
import LeakNotice from './LeakNotice.svelte';
import MessageLog from './MessageLog.svelte';
import OutgoingBubble from './OutgoingBubble.svelte';
import PauseSheet from './PauseSheet.svelte';
import RoomTabs from './RoomTabs.svelte';

prepareTests();
const nothing = () => undefined;
const message = (seat: 'consumer' | 'company' | 'mediator', words: string) =>
  items(view(), events('joint', said(seat, words))).find((item) => item.kind === 'message') as Extract<
    Item,
    { kind: 'message' }
  >;
const bubble = (given: CaseView, item: Extract<Item, { kind: 'message' }>, over = {}) =>
  show(
    Bubble,
    { room: room(given), item, kind: 'joint' as const, isNew: false, last: false, read: false, ...over },
    { inside: 'ul' },
  );

describe('a message', () => {
  test.each([
    ['pt-BR', 'Entregue a todos', 'Lida por todos'],
    ['es', 'Entregado a todos', 'Leído por todos'],
  ] as const)('tells its writer in %s how far it got, the last one alone', async (language, delivered, seen) => {
    await speak(language);
    const own = message('consumer', 'Bom dia.');
    expect(bubble(view(), own).text()).not.toContain(delivered);
    expect(bubble(view(), own, { last: true }).text()).toContain(delivered);
    expect(bubble(view(), own, { last: true, read: true }).text()).toContain(seen);
    expect(bubble(view(), message('company', 'Bom dia.'), { last: true }).text()).not.toContain(delivered);
  });

  test('that was hidden says why and keeps its words', async () => {
    await speak('pt-BR');
    const { text } = bubble(view(), { ...message('company', 'palavra feia'), hidden: 'insult' });
    expect(text()).toContain('Mensagem ocultada pela mediação: Ofensa.');
    expect(text()).not.toContain('palavra feia');
  });

  test('is hidden by a mediator who chose a reason', async () => {
    await speak('pt-BR');
    const table = room(mediatorsView({ allowed: ['message.hide'] }));
    const send = sends(table);
    show(
      Bubble,
      { room: table, item: message('company', 'Ridículo.'), kind: 'joint', isNew: false, last: false, read: false },
      { inside: 'ul' },
    );
    await press('Ocultar');
    (await dialog()).getByRole('button', { name: 'Ameaça' }).click();
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith({ type: 'message.hide', channel: 'joint', seq: 1, ground: 'threat' }),
    );
  });

  test('cannot be hidden by whoever wrote it, nor by a party', async () => {
    await speak('pt-BR');
    bubble(mediatorsView({ allowed: ['message.hide'] }), message('mediator', 'Calma.'));
    bubble(view(), message('company', 'Ridículo.'));
    expect(screen.queryByRole('button', { name: 'Ocultar' })).toBeNull();
  });
});

describe('a message under way', () => {
  const going = (state: 'kept' | 'held' | 'sending' | 'refused') => {
    const own = room(view());
    void own.send({ type: 'message.post', channel: 'joint', text: 'Quinta?' });
    const out = own.log('joint').outgoing[0]!;
    out.state = state;
    if (state === 'refused') out.problem = problem({ code: 'floor_paused' });
    return { own, out };
  };
  test.each([
    ['kept', 'Guardada, ainda não enviada', 'Guardado, aún no enviado'],
    ['sending', 'Enviando', 'Enviando'],
    ['refused', 'A sala conjunta está em pausa', 'La sala conjunta está en pausa'],
  ] as const)('says that it is %s', async (state, portuguese, spanish) => {
    for (const [language, words] of [
      ['pt-BR', portuguese],
      ['es', spanish],
    ] as const) {
      await speak(language);
      const { own, out } = going(state);
      expect(show(OutgoingBubble, { room: own, out }, { inside: 'ul' }).text()).toContain(words);
    }
  });
  test('that was refused goes back to its writer with its words', async () => {
    await speak('pt-BR');
    const { own, out } = going('refused');
    const onedit = vi.fn();
    show(OutgoingBubble, { room: own, out, onedit }, { inside: 'ul' });
    await press('Editar e enviar de novo');
    expect(onedit).toHaveBeenCalledWith({ text: 'Quinta?', files: [] });
    expect(own.log('joint').outgoing).toEqual([]);
  });
  test('goes only after another look where the case moved meanwhile', async () => {
    await speak('es');
    const { own, out } = going('held');
    const resend = vi.spyOn(own, 'resend');
    show(OutgoingBubble, { room: own, out }, { inside: 'ul' });
    await press('Enviar ahora');
    expect(resend).toHaveBeenCalledWith(out.id);
  });
});

describe('the log', () => {
  test('shows what was said, its files, and that nothing was said yet', async () => {
    await speak('pt-BR');
    const held = events('joint', said('company', 'Vamos resolver.'), [
      'consumer',
      { type: 'evidence_added', shared: false },
      evidence(),
    ]);
    const { text } = show(MessageLog, { room: room(view(), { events: held }), channel: 'joint' });
    expect(text()).toContain('Vamos resolver.');
    expect(screen.getByRole('link', { name: /nota-fiscal\.pdf/ })).toBeDefined();
    expect(show(MessageLog, { room: room(view({ heads: { joint: 0 } })), channel: 'joint' }).text()).toContain(
      'Ninguém escreveu ainda.',
    );
  });
  test('shows nothing of what was erased but that it was', async () => {
    await speak('es');
    const { text } = show(MessageLog, {
      room: room(view(), { events: events('joint', ['consumer', null]) }),
      channel: 'joint',
    });
    expect(text()).toContain('borrado');
  });
});

describe('a room says who reads in it', () => {
  test.each([
    ['pt-BR', 'Só você e Paulo. A empresa Loja Aurora não vê nada daqui.'],
    ['es', 'Solo usted y Paulo. La empresa Loja Aurora no ve nada de aquí.'],
  ] as const)('to the consumer in private, in %s', async (language, words) => {
    await speak(language);
    expect(show(ChannelHeader, { view: mediation(), channel: 'caucus:consumer' }).text()).toContain(words);
  });
  test.each([
    ['joint', mediation, 'Loja Aurora (Bruna), Paulo e você'],
    ['caucus:company', mediatorsView, 'Marina não vê'],
    ['internal:company', companysView, 'Só a equipe da empresa Loja Aurora vê.'],
    ['notes:mediator', mediatorsView, 'Só você vê.'],
    ['review:1', officersView, 'os dois lados leem'],
  ] as const)('%s', async (channel, made, words) => {
    await speak('pt-BR');
    expect(show(ChannelHeader, { view: made(), channel }).text()).toContain(words);
  });
});

describe('the tabs of the rooms', () => {
  const tabs = (channel: string, given = mediation(), channels = ['joint', 'caucus:consumer'], dense = false) => {
    const onchoose = vi.fn();
    const held = events('caucus:consumer', said('mediator', 'Bom dia.'), said('mediator', 'Tudo bem?'));
    show(RoomTabs, { room: room(given, { events: held }), channels, channel, panel: 'panel', onchoose }, { dense });
    return onchoose;
  };
  test('are walked through by arrows, round their ends', async () => {
    await speak('pt-BR');
    const onchoose = tabs('joint');
    await fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowLeft' });
    expect(onchoose).toHaveBeenLastCalledWith('caucus:consumer');
    expect(document.activeElement?.textContent).toContain('Só mediação');
    await fireEvent.keyDown(screen.getByRole('tablist'), { key: 'a' });
    expect(onchoose).toHaveBeenCalledTimes(1);
  });
  test('count what was not read in the others, in words too', async () => {
    await speak('es');
    tabs('joint');
    expect(screen.getByRole('tab', { name: /Solo mediación.*2 nuevas/ })).toBeDefined();
    expect(screen.getByRole('tab', { name: 'Con todos' }).getAttribute('aria-selected')).toBe('true');
  });
  test('bear the names of the parties to the mediator', async () => {
    await speak('pt-BR');
    tabs('joint', mediatorsView(), ['caucus:consumer', 'joint', 'caucus:company'], true);
    expect(screen.getByRole('tab', { name: /^Marina/ })).toBeDefined();
    expect(screen.getByRole('tab', { name: /^Loja Aurora/ })).toBeDefined();
  });
});

describe('the field to write in', () => {
  test.each([
    ['pt-BR', 'Enviar só para Paulo', 'Só para Paulo. A empresa não vê.'],
    ['es', 'Enviar solo a Paulo', 'Solo para Paulo. La empresa no ve.'],
  ] as const)('says on its button in %s whom it reaches, and sends there', async (language, button, readers) => {
    await speak(language);
    const own = room(mediation({ allowed: ['message.post'] }));
    const send = sends(own);
    const { text } = show(Composer, { room: own, channel: 'caucus:consumer' });
    expect(text()).toContain(readers);
    const area = screen.getByRole<HTMLTextAreaElement>('textbox');
    await fireEvent.input(area, { target: { value: '  Aceitaria 1200.  ' } });
    await press(button);
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        expect.objectContaining({ type: 'message.post', channel: 'caucus:consumer', text: 'Aceitaria 1200.' }),
        [],
      ),
    );
    await waitFor(() => expect(area.value).toBe(''));
  });
  test('sends nothing that is empty', async () => {
    await speak('pt-BR');
    const own = room(view({ allowed: ['message.post'] }));
    const send = sends(own);
    show(Composer, { room: own, channel: 'joint' });
    await press('Enviar para todos');
    expect(send).not.toHaveBeenCalled();
  });
  test('stops before heated words, and lets them go when asked', async () => {
    await speak('pt-BR');
    const own = room(mediation({ allowed: ['message.post'] }));
    const send = sends(own);
    // The lists of words are loaded half a second after the field.
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
      const language = LANGUAGES.find((known) => address === `/api/v1/words/${known}`);
      return language ? new Response(WORDS[language]) : new Response(null, { status: 404 });
    });
    vi.useFakeTimers({ now: NOW });
    show(Composer, { room: own, channel: 'joint' });
    await vi.advanceTimersByTimeAsync(500);
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    await vi.dynamicImportSettled();
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(3));
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Vocês são ladrões!' } });
    await press('Enviar para todos');
    const pause = await dialog();
    expect(send).not.toHaveBeenCalled();
    pause.getByRole('button', { name: 'Enviar só a quem medeia' }).click();
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ channel: 'caucus:consumer' }), []));
  });
  test('takes files that are pasted or dropped, and leaves text alone', async () => {
    await speak('pt-BR');
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => undefined }),
    );
    const own = room(view({ allowed: ['message.post'] }));
    const send = sends(own);
    show(Composer, { room: own, channel: 'joint' });
    const area = screen.getByRole('textbox');
    const file = new File(['x'], 'porta.png', { type: 'image/png' });
    await fireEvent.paste(area, { clipboardData: { files: [] } });
    await fireEvent.paste(area, { clipboardData: { files: [file] } });
    await fireEvent.drop(area, { dataTransfer: { files: [new File(['y'], 'nota.txt', { type: 'text/plain' })] } });
    await screen.findByText(/porta\.png/);
    await screen.findByText(/nota\.txt/);
    expect(document.querySelector('img')?.getAttribute('src')).toBe('blob:picture');
    await press('Enviar para todos');
    await waitFor(() => expect(send).toHaveBeenCalled());
    expect(send.mock.calls[0]?.[1]?.map(({ file: { name } }: GoingFile) => name)).toEqual(['porta.png', 'nota.txt']);
  });
  test('is closed while the mediator paused the room, and says so', async () => {
    await speak('es');
    const { text } = show(Composer, {
      room: room(mediation({ floor_paused: true, writable: ['caucus:consumer'] })),
      channel: 'joint',
    });
    expect(text()).toContain('Paulo pausó la sala conjunta.');
    expect(screen.queryByRole('textbox')).toBeNull();
  });
  test('sends by Ctrl and Enter at a desk', async () => {
    await speak('pt-BR');
    const own = room(companysView({ allowed: ['message.post'] }));
    const send = sends(own);
    show(Composer, { room: own, channel: 'joint' }, { dense: true });
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Bom dia.' } });
    await fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.objectContaining({ text: 'Bom dia.' }), []));
  });
});

test.each([
  ['pt-BR', 'Se acalme, por favor.', 'costuma irritar mais'],
  ['es', 'Cálmese, por favor.', 'suele enojar más'],
  ['en', 'Please calm down.', 'makes most people angrier'],
] as const)('the pause says in %s what "calm down" does', async (language, words, told) => {
  await speak(language);
  for (const reader of [null, 'Marina']) {
    const { text, unmount } = show(PauseSheet, {
      text: words,
      found: heated(words, reader !== null, wordLists),
      reader,
      onreview: nothing,
      onmediator: null,
      onanyway: nothing,
    });
    expect(text()).toContain(told);
    unmount();
  }
});

test('the pause names no mediator where there is none, and never blocks', async () => {
  await speak('pt-BR');
  const words = 'Vocês são ladrões.';
  const onanyway = vi.fn();
  const { text } = show(PauseSheet, {
    text: words,
    found: heated(words, false, wordLists),
    reader: null,
    onreview: nothing,
    onmediator: null,
    onanyway,
  });
  expect(text()).toContain('Faz sentido estar com raiva.');
  expect(screen.queryByRole('button', { name: /quem medeia|mediador/ })).toBeNull();
  await press('Enviar assim mesmo');
  expect(onanyway).toHaveBeenCalled();
});

test('words from a private room can be taken out, or asked for where that is possible', async () => {
  await speak('pt-BR');
  const leak = { from: 0, to: 20, kind: 'words', side: 'consumer', seq: 2 } as const;
  const onask = vi.fn();
  show(LeakNotice, { view: mediatorsView(), id: 'leak', leak, onremove: nothing, onask });
  await press('Pedir a Marina');
  expect(onask).toHaveBeenCalledWith(leak);
  show(LeakNotice, {
    view: mediatorsView(),
    id: 'other',
    leak: { ...leak, kind: 'amount' },
    onremove: nothing,
    onask: null,
  });
  expect(screen.getAllByRole('button', { name: 'Pedir a Marina' })).toHaveLength(1);
});

test('a file is a link, and is shared only by its owner', async () => {
  await speak('es');
  show(FileLink, { room: room(view()), file: evidence() });
  expect(screen.getByRole('link', { name: /nota-fiscal\.pdf, 182 kB/ })).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
  show(FileLink, { room: room(mediation({ allowed: ['message.post'] })), file: evidence(), mayShare: true });
  await press('Llevar a la sala conjunta');
  expect((await dialog()).getAllByRole('button').length).toBeGreaterThan(1);
});

test('files picked are handed on, and the same ones can be picked again', async () => {
  await speak('pt-BR');
  const onpick = vi.fn();
  const { container } = show(AttachButton, { label: 'Anexar', onpick });
  await fireEvent.change(container.querySelector('input')!, { target: { files: [new File(['1'], 'a.pdf')] } });
  expect(onpick).toHaveBeenCalledTimes(1);
  expect(container.querySelector('input')!.value).toBe('');
});

test('of many files chosen it is said how many they are, since one line does not show them all', async () => {
  await speak('pt-BR');
  const held = new Attachments();
  const files = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => new File(['1'], `foto-${from + at}.png`, { type: 'text/plain' }));
  await held.add(files(0, 3));
  const { text } = show(AttachedFiles, { held });
  expect(text()).not.toContain('arquivos');
  await held.add(files(3, 13));
  await waitFor(() => expect(text()).toContain('13 arquivos'));
  expect(screen.getByRole('list', { name: 'Arquivos anexados' }).getAttribute('tabindex')).toBe('0');
});

test('what is called a picture and is none has no picture', async () => {
  await speak('pt-BR');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:none', revokeObjectURL: () => undefined }));
  const held = new Attachments();
  await held.add([new File(['words'], 'porta.png', { type: 'image/png' })]);
  const { text, container } = show(AttachedFiles, { held });
  await fireEvent.error(container.querySelector('img')!);
  expect(container.querySelector('img')).toBeNull();
  expect(text()).toContain('porta.png');
});

test('files that were chosen and not sent are named while they stand beside the text', async () => {
  await speak('pt-BR');
  const own = room(view({ allowed: ['message.post'] }));
  const { unmount } = show(Composer, { room: own, channel: 'joint' });
  const file = new File(['1'], 'nota.txt', { type: 'text/plain' });
  await fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { files: [file] } });
  await screen.findByText(/nota\.txt/);
  expect(await unsent('nobody')).toEqual([{ what: 'chosen', words: 'nota.txt' }]);
  expect(show(UnsentList, { left: await unsent('nobody') }).text()).toContain('Arquivo escolhido: nota.txt');
  unmount();
  expect(await unsent('nobody')).toEqual([]);
});

test('a file on its way says how much of it has gone, in words and to a screen reader', async () => {
  await speak('pt-BR');
  const { text } = show(FileProgress, { name: 'grande.pdf', share: 0.428 });
  expect(text()).toBe('42 %');
  const bar = screen.getByRole('progressbar', { name: 'Enviando grande.pdf' });
  expect((bar as HTMLProgressElement).position).toBeCloseTo(0.42);
});
