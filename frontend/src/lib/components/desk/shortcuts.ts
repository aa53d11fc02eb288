import { t } from '$lib/messages/index.svelte';

/** The keys of the desk with their words, for the list that `?` opens. */
export const deskKeys = (): [string, string][] => [
  ['J', t('desk-key-next')],
  ['K', t('desk-key-previous')],
  ['Enter', t('desk-key-open')],
  ['A', t('desk-key-accept')],
  ['C', t('desk-key-counter')],
  ['P', t('desk-key-propose')],
  ['1 – 4', t('desk-key-starters')],
  ['/', t('desk-search')],
  ['Ctrl Enter', t('desk-key-send')],
  ['?', t('desk-keys')],
];
