/** What is chosen from where a case is told. */
import type { Remedy } from '$lib/api/types';

export const CURRENCIES = ['BRL', 'USD', 'EUR', 'ARS', 'CLP', 'COP', 'MXN', 'PEN', 'PYG', 'UYU'] as const;
export const REMEDIES: readonly Remedy[] = [
  'refund',
  'replace',
  'repair',
  'redo_service',
  'reduce_price',
  'cancel_contract',
  'correct_record',
  'deliver',
  'explain',
  'other',
];
