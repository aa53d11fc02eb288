/** How an obligation is drawn: one icon per kind. */
import type { ObligationKind } from '$lib/api/types';
import type { IconName } from '$lib/icons';

export const KIND_ICONS: Record<ObligationKind, IconName> = {
  refund: 'money',
  pay: 'money',
  replace: 'swap',
  repair: 'wrench',
  redo_service: 'refresh',
  reduce_price: 'percent',
  discount: 'percent',
  voucher: 'tag',
  cancel_contract: 'stop',
  correct_record: 'pencil',
  deliver: 'truck',
  apologise: 'heart',
  explain: 'talk',
  other: 'more',
};
