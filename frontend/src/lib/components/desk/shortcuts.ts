import { t } from '$lib/messages/index.svelte';
import { mediates } from '$lib/console/work';
import { session } from '$lib/session.svelte';

const deskKeys = (): [string, string][] => [
  ['J', t('desk-key-next')],
  ['K', t('desk-key-previous')],
  ['Enter', t('desk-key-open')],
  ['A', t('desk-key-accept')],
  ['C', t('desk-key-counter')],
  ['P', t('desk-key-propose')],
  ['1 – 4', t('desk-key-starters')],
  ['/', t('desk-search')],
];

/** Every key that somebody has, with its words: the list that `?` opens on each of their pages. */
export const keysHere = (): [string, string][] => [
  ...(session.works === 'operator' ? [] : deskKeys()),
  ...(mediates(session.user) ? [['Alt 1 – 3', t('desk-alt-keys')] as [string, string]] : []),
  ['Ctrl K', t('desk-palette')],
  ['Ctrl Enter', t('desk-key-send')],
  ['Esc', t('desk-key-leave')],
  ['?', t('desk-keys')],
];
