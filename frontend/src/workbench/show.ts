// For component tests: a component on a page of its own, in a language, on a fixed day.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Component, ComponentProps } from 'svelte';
import type { Command, Language } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { messages, need } from '$lib/messages/index.svelte';
import { clockNow } from '$lib/room/now.svelte';
import type { Outcome } from '$lib/room/run';
import { answers } from './builders/answers';
import { prepare } from './builders/browser';
import { problem } from './builders/case';
import { example, type State } from './example';
import Stage from './Stage.svelte';

/** A Tuesday without holidays near; only the date is fixed, timers run. */
export const NOW = new Date('2026-11-24T15:00:00Z');

/** Every test of a file begins on the same day, with nothing kept from the one before. */
export function prepareTests(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    clockNow.follow(NOW.toISOString());
    localStorage.clear();
    sessionStorage.clear();
    prepare();
    answers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
}

export async function speak(language: Language): Promise<void> {
  await messages.choose(language);
  await need(
    'words',
    'frame',
    'page',
    'account',
    'invited',
    'invite',
    'agreement',
    'consumer',
    'room',
    'sheets',
    'desk',
    'officer',
    'register',
    'settings',
    'problem',
    'case',
  );
}

/** Draws it; `dense` as at a desk. Answers what a reader reads, white space as one blank. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as ComponentProps has it
export function show<C extends Component<any, any>>(
  component: C,
  props: ComponentProps<C>,
  { dense = false, inside = 'div' as State['inside'] } = {},
): { text: () => string; container: HTMLElement; unmount: () => void } {
  const shown = example('', component, { only: () => props }, { inside }).states[0]!;
  const faults: unknown[] = [];
  const { container, unmount } = render(Stage, { shown, dense, onfault: (fault: unknown) => faults.push(fault) });
  expect(faults).toEqual([]);
  return { container, unmount, text: () => (container.textContent ?? '').replace(/\s+/g, ' ').trim() };
}

/** What somebody presses. A name that is no regular expression is the whole of it. */
export const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));
/** The one open dialog, once it is there. */
export const dialog = async () => within(await screen.findByRole('dialog'));

/** A server that takes every command, or refuses it; it remembers what was asked. */
export function server(refusal?: string) {
  const outcome: Outcome = refusal ? { ok: false, problem: problem({ code: refusal }) } : { ok: true };
  return vi.fn(async (_: Command): Promise<Outcome> => outcome);
}
/** The same for a room: what it is given to send. */
export function sends(room: Room, refusal?: string) {
  return vi
    .spyOn(room, 'send')
    .mockResolvedValue(refusal ? { ok: false, problem: problem({ code: refusal }) } : { ok: true, at: {} });
}
