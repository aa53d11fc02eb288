import type { CaseRow } from '$lib/api/types';
import { firstName } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';

/** Whose turn, on a row: the list knows the two parties, not the mediator's name. */
export function rowTurn({ turn, company_name, consumer_name }: CaseRow): string {
  if (turn.yours) return t(`turn-yours-${turn.what}`);
  switch (turn.who) {
    case 'company':
      return t('turn-of-company', { name: company_name });
    case 'consumer':
      return t('turn-of-consumer', { name: firstName(consumer_name) });
    case 'mediator':
      return t('turn-of-mediator', { name: t('mediator-unnamed') });
    default:
      return t(`turn-of-${turn.who}`);
  }
}
