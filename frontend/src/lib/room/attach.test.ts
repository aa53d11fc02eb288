import { expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { Attachments } from './attach.svelte';

const file = (name: string) => new File(['x'], name);
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
  held.add([first, out]);
  held.add([last]);
  held.remove(out);
  expect(await held.upload('case', 'review:1')).toEqual({ ok: true, ids: ['review:1/a', 'review:1/c'] });
  expect(held.busy).toBeNull();
});

test('what is up stays so when a later file fails, and the next try sends the rest', async () => {
  const upload = uploads('b');
  const held = new Attachments();
  const [first, second] = [file('a'), file('b')] as const;
  held.add([first, second]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: false, problem: full });
  expect([held.isUp(first), held.isUp(second)]).toEqual([true, false]);
  expect(await held.upload('case', 'joint')).toEqual({ ok: true, ids: ['joint/a', 'joint/b'] });
  expect(upload.mock.calls.map(([, , , name]) => name)).toEqual(['a', 'b', 'b']);
});

test('a file of one room is not named in another', async () => {
  uploads();
  const held = new Attachments();
  held.add([file('a')]);
  await held.upload('case', 'joint');
  expect(await held.upload('case', 'caucus:consumer')).toEqual({ ok: true, ids: ['caucus:consumer/a'] });
});
