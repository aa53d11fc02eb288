// The development page shows every component: this fails for one without an example, and for one that cannot be
// rendered in one of the three languages.
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGES, messages, need } from '$lib/messages/index.svelte';
import { prepare } from './builders/browser';
import { answers } from './builders/answers';
import { examples } from './registry';
import Stage from './Stage.svelte';

const components = Object.keys(import.meta.glob('/src/lib/components/**/*.svelte')).map((path) =>
  path.slice('/src/lib/components/'.length, -'.svelte'.length),
);

test('every component has an example, and every example its component', () => {
  const shown = examples.map((one) => one.path);
  expect(components.filter((path) => !shown.includes(path))).toEqual([]);
  expect(shown.filter((path) => !components.includes(path))).toEqual([]);
  expect(new Set(shown).size).toBe(shown.length);
});

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(async () => {
    await messages.choose(language);
    await need(
      'words',
      'frame',
      'page',
      'account',
      'agreement',
      'consumer',
      'room',
      'invited',
      'invite',
      'sheets',
      'desk',
      'officer',
      'register',
      'settings',
      'problem',
      'case',
    );
  });
  beforeEach(() => {
    prepare();
    answers();
  });
  afterEach(cleanup);

  test.each(examples.map((one) => [one.path, one.states] as const))('%s is drawn in all its states', (_, states) => {
    for (const state of states) {
      const fault = vi.fn();
      const { container } = render(Stage, { shown: state, dense: state.density === 'dense', onfault: fault });
      expect(fault.mock.calls, state.name).toEqual([]);
      // A text that is missing in a language is shown as its key.
      expect(container.textContent, state.name).not.toMatch(
        /\b(room|desk|officer|register|access|turn|seat|frame|obligation)-[a-z-]+\b/,
      );
      cleanup();
    }
  });
});
