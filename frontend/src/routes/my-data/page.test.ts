// What somebody reads without a network, and what it does not claim.
import { screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { ownProblem } from '$lib/api/client';
import { mineApi } from '$lib/api/mine';
import AgreementPage from '$lib/components/agreement/AgreementPage.svelte';
import Trouble from '$lib/components/Trouble.svelte';
import { LANGUAGES } from '$lib/messages/index.svelte';
import { signing } from '../../workbench/builders/case';
import { room } from '../../workbench/builders/room';
import { prepareTests, press, show, speak } from '../../workbench/show';
import Page from './+page.svelte';

prepareTests();
const WRITTEN = /escreveu|escribió|wrote/;

test.each(LANGUAGES)('in %s nothing is said to be kept where nobody can have written anything', async (language) => {
  await speak(language);
  expect(show(Trouble, { problem: ownProblem('offline') }).text()).not.toMatch(WRITTEN);
  vi.spyOn(mineApi, 'data').mockResolvedValue({ ok: false, problem: ownProblem('offline') });
  const { text } = show(Page, {});
  await press(/baixar|descargar|download/i);
  expect((await screen.findAllByRole('alert')).at(-1)!.textContent).not.toMatch(WRITTEN);
  expect(text()).not.toMatch(WRITTEN);
});

test('an agreement says above its text that the network is gone, and no more', async () => {
  await speak('en');
  const own = room(signing());
  own.banner = 'offline';
  vi.spyOn(own, 'send').mockResolvedValue({ ok: false, problem: ownProblem('offline') });
  const { text } = show(AgreementPage, { room: own, title: 'Agreement', ongo: () => undefined });
  expect(text()).toContain('No internet.');
  expect(text()).not.toMatch(WRITTEN);
});
