/** The complaint form as data: what is kept, what is missing, and what is sent. */
import type { Company, Filing, Language, Remedy } from '$lib/api/types';
import type { Fault } from '$lib/components/form/FaultSummary.svelte';
import { keep, kept } from '$lib/kept';
import { readAmount } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';
import { clockNow } from '$lib/room/now.svelte';

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

export interface Form {
  company: Company | null;
  product: string;
  order: string;
  story: string;
  date: string;
  protocols: string;
  remedy: Remedy | '';
  remedyWords: string;
  amount: string;
  currency: string;
  name: string;
  email: string;
  identifier: string;
  language: Language;
  access: string;
  /** One key for one complaint: sent again after a lost answer, it is filed once. */
  key: string;
}

const PLACE = 'acordo.complaint';

export function emptyForm(language: Language): Form {
  return {
    company: null,
    product: '',
    order: '',
    story: '',
    date: '',
    protocols: '',
    remedy: '',
    remedyWords: '',
    amount: '',
    currency: 'BRL',
    name: '',
    email: '',
    identifier: '',
    language,
    access: '',
    key: crypto.randomUUID(),
  };
}

export function keptForm(language: Language): Form | null {
  try {
    const found = JSON.parse(kept(PLACE) ?? 'null') as Partial<Form> | null;
    return found && typeof found === 'object' ? { ...emptyForm(language), ...found } : null;
  } catch {
    return null;
  }
}
export const keepForm = (form: Form): void => keep(PLACE, JSON.stringify(form));
export const forgetForm = (): void => keep(PLACE, null);

export const today = (): string => {
  const now = clockNow.read();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

export function faultsOf(form: Form, rules: boolean, online: boolean): Fault[] {
  const faults: Fault[] = [];
  if (!form.company) faults.push({ id: 'company', text: t('complain-company-fault') });
  if (!form.product.trim()) faults.push({ id: 'product', text: t('complain-product-fault') });
  if (!form.story.trim()) faults.push({ id: 'story', text: t('complain-story-fault') });
  if (form.date && form.date > today()) faults.push({ id: 'date', text: t('complain-date-fault') });
  if (!form.remedy) faults.push({ id: 'remedy', text: t('complain-remedy-fault') });
  if (form.amount.trim() && readAmount(form.amount, form.currency) === null) {
    faults.push({ id: 'amount', text: t('complain-amount-fault') });
  }
  if (!form.name.trim()) faults.push({ id: 'name', text: t('form-fault-name') });
  if (!/^\S+@\S+$/.test(form.email.trim())) faults.push({ id: 'email', text: t('form-fault-email') });
  if (!rules) faults.push({ id: 'rules', text: t('rules-accept-fault') });
  if (!online) faults.push({ id: 'online', text: t('rules-online-fault') });
  return faults;
}

const words = (text: string): string | null => text.trim() || null;

export function filing(form: Form, rulesVersion: number): Filing | null {
  if (!form.company || !form.remedy) return null;
  const amount = form.amount.trim() ? readAmount(form.amount, form.currency) : null;
  return {
    consumer: {
      name: form.name.trim(),
      email: form.email.trim(),
      identifier: words(form.identifier),
      language: form.language,
    },
    company: form.company.id,
    complaint: {
      product: form.product.trim(),
      order_number: words(form.order),
      story: form.story.trim(),
      happened_on: form.date || null,
      earlier_protocols: form.protocols
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter(Boolean),
      amount_in_dispute: amount === null ? null : { amount, currency: form.currency },
      remedy: form.remedy,
      remedy_words: words(form.remedyWords),
      accessibility: words(form.access),
    },
    rules_version: rulesVersion,
    online: true,
  };
}

const FIELDS: Record<string, string> = {
  name: 'name',
  email: 'email',
  identifier: 'identifier',
  language: 'language',
  company: 'company',
  product: 'product',
  order_number: 'order',
  story: 'story',
  happened_on: 'date',
  earlier_protocols: 'protocols',
  amount_in_dispute: 'amount',
  remedy: 'remedy',
  remedy_words: 'remedy-words',
  accessibility: 'access',
  rules_version: 'rules',
  online: 'online',
};

/** Which control a problem's pointer means: `/complaint/amount_in_dispute/amount` is the amount. */
export function controlOf(pointer: string): string | undefined {
  for (const part of pointer.split('/')) {
    const control = FIELDS[part];
    if (control) return control;
  }
  return undefined;
}
