// A case's page before and while its room loads: what the tab is called, what is ready for a dead network, where it begins.
import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { view } from '../../../workbench/builders/case';
import { prepareTests, speak } from '../../../workbench/show';
import Page from './+page.svelte';

const told = vi.hoisted(() => ({ loaded: 0, type: 'enter' }));
vi.mock('$app/state', async (original) => ({
  ...(await original<object>()),
  page: { params: { case: 'any' }, state: {} },
}));
vi.mock('$app/navigation', () => ({
  goto: vi.fn(),
  pushState: vi.fn(),
  afterNavigate: (hear: (way: { type: string }) => void) => hear({ type: told.type }),
}));
vi.mock('$lib/components/room/Unanswered.svelte', async (original) => {
  told.loaded += 1;
  return original();
});

prepareTests();
beforeEach(() => {
  told.type = 'enter';
  vi.spyOn(api, 'case').mockResolvedValue({ ok: true, value: view() });
});

const room = () => screen.findByRole('heading', { level: 1, name: view().company.name }, { timeout: 10_000 });

test('the tab has the name of the case, though its room came after a page that waited', async () => {
  await speak('pt-BR');
  render(Page);
  await room();
  expect(document.title).toBe(`${view().company.name} · ${view().reference} · acordo`);
});

test('what says that no answer came is there before the network is gone', async () => {
  await speak('pt-BR');
  render(Page);
  await room();
  await waitFor(() => expect(told.loaded).toBe(1), { timeout: 5000 });
  expect(document.querySelector('.unanswered')).toBeNull();
});

test('whoever comes from the list begins at the name of the case, and whoever loads the page at its top', async () => {
  await speak('pt-BR');
  const first = render(Page);
  await room();
  expect(document.activeElement).toBe(document.body);
  first.unmount();
  told.type = 'link';
  render(Page);
  const heading = await room();
  await waitFor(() => expect(document.activeElement).toBe(heading));
});
