import { expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { Problem } from '$lib/api/types';
import { need } from '$lib/messages/index.svelte';
import { session } from '$lib/session.svelte';
import { Attachments, attachFault } from './attach.svelte';

const file = (name: string, content: BlobPart = 'x') => new File([content], name, { lastModified: 1 });
const full = { type: '', title: '', status: 413, code: 'file_too_large', detail: '' };

function uploads(...fails: string[]) {
  return vi.spyOn(api, 'upload').mockImplementation((_, channel, __, name) => {
    const failed = fails.indexOf(name);
    if (failed >= 0) {
      fails.splice(failed, 1);
      return Promise.resolve({ ok: false, problem: full });
    }
    const evidence = {
      id: `${channel}/${name}`,
      name,
      size: 1,
      media_type: 'text/plain',
      sha256: '',
      original_sha256: '',
    };
    return Promise.resolve({ ok: true, value: { evidence, seq: 1 } });
  });
}

test('files go up in the order chosen, without those taken out', async () => {
  uploads();
  const held = new Attachments();
  const [first, out, last] = [file('a'), file('b'), file('c')] as const;
  await held.add([first, out]);
  await held.add([last]);
  held.remove(out);
  expect(await held.upload('case', 'review:1')).toEqual({ ok: true, ids: ['review:1/a', 'review:1/c'] });
  expect(held.busy).toBeNull();
});

test('how much of a file has gone is told while it goes', async () => {
  const shares: (number | null)[] = [];
  const held = new Attachments();
  vi.spyOn(api, 'upload').mockImplementation(async (...given) => {
    given[6]?.(0.5);
    shares.push(held.share);
    return { ok: false, problem: full };
  });
  await held.add([file('a')]);
  await held.upload('case', 'joint');
  expect([...shares, held.share]).toEqual([0.5, null]);
});

test('what is up stays so when a later file fails, and the next try sends the rest', async () => {
  const upload = uploads('b');
  const held = new Attachments();
  const [first, second] = [file('a'), file('b')] as const;
  await held.add([first, second]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: false, problem: full, name: 'b' });
  expect([held.isUp(first), held.isUp(second)]).toEqual([true, false]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: true, ids: ['joint/a', 'joint/b'] });
  expect(upload.mock.calls.map(([, , , name]) => name)).toEqual(['a', 'b', 'b']);
});

test('a file of one room is not named in another', async () => {
  uploads();
  const held = new Attachments();
  await held.add([file('a')]);
  await held.upload('case', 'joint');
  expect(await held.upload('case', 'caucus:consumer')).toEqual({ ok: true, ids: ['caucus:consumer/a'] });
});

const calls = (upload: ReturnType<typeof uploads>) => upload.mock.calls.map(([, , , name, id]) => ({ name, id }));

test('an upload whose answer was lost is tried again as the same one, also when the file is chosen anew', async () => {
  const upload = uploads('a', 'a');
  const held = new Attachments();
  const first = file('a');
  await held.add([first]);
  await held.upload('case', 'joint');
  await held.upload('case', 'joint');
  held.remove(first);
  await held.add([file('a')]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: true, ids: ['joint/a'] });
  const ids = calls(upload).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  // The same file in another message or another channel is an upload of its own.
  held.clear();
  await held.add([file('a')]);
  await held.upload('case', 'joint');
  await held.upload('case', 'review:1');
  expect(new Set(calls(upload).map(({ id }) => id)).size).toBe(3);
});

test('the same file twice in one message is one', async () => {
  const upload = uploads();
  const held = new Attachments();
  await held.add([file('a'), file('a'), file('b')]);
  await held.add([file('b')]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: true, ids: ['joint/a', 'joint/b'] });
  expect(upload).toHaveBeenCalledTimes(2);
});

test('what the server would refuse is said before it goes up, by name', async () => {
  const held = new Attachments();
  session.fileBytesMax = 30;
  const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic')]);
  for (const [name, content, code] of [
    ['arquivo.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'unsupported_media'],
    ['foto.heic', heic, 'unsupported_media'],
    ['vazio.txt', '', 'file_empty'],
    ['grande.txt', 'x'.repeat(31), 'file_over_limit'],
  ] as const) {
    await held.add([file(name, content)]);
    expect(held.refused).toMatchObject({ name, problem: { code } });
  }
  // Called a picture, and none by its bytes.
  await held.add([new File([new Uint8Array([7, 0, 2, 3])], 'foto.jpg', { type: 'image/jpeg' })]);
  expect(held.refused).toMatchObject({ name: 'foto.jpg', problem: { code: 'unsupported_media' } });
  const jpeg = new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 1])], 'certa.jpg', { type: 'image/jpeg' });
  await held.add([jpeg]);
  expect(held.refused).toBeNull();
  held.remove(jpeg);
  expect(held.files).toEqual([]);
  const mp4 = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypmp42')]);
  await held.add([file('nota.txt', 'texto'), file('video.mp4', mp4)]);
  expect(held.refused).toBeNull();
  expect(held.files).toHaveLength(2);
  session.fileBytesMax = Infinity;
});

test('what is too large is told the limit', async () => {
  await need('room', 'problem');
  const held = new Attachments();
  session.fileBytesMax = 20_971_520;
  const large = file('filme.mp4');
  Object.defineProperty(large, 'size', { value: 30_000_000 });
  await held.add([large]);
  expect(attachFault(held.refused!)).toMatch(/filme\.mp4.*20 MB/);
  session.fileBytesMax = Infinity;
});

test('without an answer nobody says that a file was not sent', async () => {
  await need('room', 'frame', 'problem');
  const said = (problem: Partial<Problem>) => attachFault({ name: 'a.pdf', problem: { ...full, ...problem } });
  expect(said({ status: 0, code: 'offline' })).not.toMatch(/not sent|não foi enviado/);
  expect(said({ status: 503, code: 'unavailable' })).not.toMatch(/not sent|não foi enviado/);
  expect(said({})).toMatch(/a\.pdf (was not sent|não foi enviado)/);
});
