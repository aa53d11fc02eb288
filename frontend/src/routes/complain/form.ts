/** The complaint form as data: what is kept, what is missing, and what is sent. */
import type { Company, DraftView, Filing, Language, Remedy } from '$lib/api/types';
import { newId } from '$lib/ids';
import { today } from '$lib/messages/dates';
import { amountFault, amountText, readAmount } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';

export { CURRENCIES, REMEDIES } from '$lib/filing';

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
    key: newId(),
  };
}

/** What is missing, by the id of its control, in the order of the form. */
export const faultsOf = (form: Form, rules: boolean, online: boolean): Record<string, string | false> => ({
  company: !form.company && t('complain-company-fault'),
  product: !form.product.trim() && t('complain-product-fault'),
  story: !form.story.trim() && t('complain-story-fault'),
  date: form.date > today() && t('complain-date-fault'),
  remedy: !form.remedy && t('complain-remedy-fault'),
  amount: !!form.amount.trim() && readAmount(form.amount, form.currency) === null && amountFault(form.currency),
  name: !form.name.trim() && t('form-fault-name'),
  email: !/^\S+@\S+$/.test(form.email.trim()) && t('form-fault-email'),
  rules: !rules && t('rules-accept-fault'),
  online: !online && t('rules-online-fault'),
});

/** A complaint that waits to be confirmed, to correct it. */
export function formOf({ company_name, form: filed }: DraftView): Form {
  const { complaint, consumer } = filed;
  const disputed = complaint.amount_in_dispute;
  return {
    ...emptyForm(consumer.language),
    company: { id: filed.company, name: company_name, trade: 'other' },
    product: complaint.product,
    order: complaint.order_number ?? '',
    story: complaint.story,
    date: complaint.happened_on ?? '',
    protocols: complaint.earlier_protocols?.join(', ') ?? '',
    remedy: complaint.remedy,
    remedyWords: complaint.remedy_words ?? '',
    ...(disputed && { amount: amountText(disputed.amount, disputed.currency), currency: disputed.currency }),
    name: consumer.name,
    email: consumer.email,
    identifier: consumer.identifier ?? '',
    access: complaint.accessibility ?? '',
  };
}

const words = (text: string): string | null => text.trim() || null;

/** A form in which nothing is missing, as it is sent. */
export function filing(form: Form, rulesVersion: number): Filing {
  if (!form.company || !form.remedy) throw new Error('the form was not checked');
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

/** Which control a problem's pointer means: `/complaint/amount_in_dispute/amount` is the amount; none is ''. */
export function controlOf(pointer: string): string {
  for (const part of pointer.split('/')) {
    const control = FIELDS[part];
    if (control) return control;
  }
  return '';
}
