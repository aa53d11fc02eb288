// A page that shows a list keeps it fresh from an effect, as every page of a desk does.
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { row } from '../../workbench/builders/case';
import { Cases } from './list.svelte';

afterEach(() => vi.restoreAllMocks());

test('a list is asked for once when a page begins to show it, not again for every answer', async () => {
  const counts = { my_turn: 1, waiting: 0, due_today: 0, all: 1 };
  const asked = vi
    .spyOn(api, 'cases')
    .mockImplementation(async () => ({ ok: true as const, value: { cases: [row()], next: null, counts, cut: false } }));
  const list = new Cases();
  const leave = $effect.root(() => {
    $effect(() => list.watch());
  });
  for (let turn = 0; turn < 5; turn += 1) {
    flushSync();
    await new Promise((go) => setTimeout(go));
  }
  expect(asked).toHaveBeenCalledTimes(1);
  expect(list.rows).toHaveLength(1);
  leave();
});
