/** A company's invitation as it is typed: what is missing, and what is sent. */
import type { Invitation, Language, ProofKind } from '$lib/api/types';
import { newId } from '$lib/ids';
import { amountFault, readAmount } from '$lib/messages/format';
import { t } from '$lib/messages/index.svelte';
import { today } from '$lib/messages/dates';

export const PROOFS: readonly ProofKind[] = ['order_number', 'identifier_start', 'phone_end', 'postal_code'];
export const CARE_MAX = 10;

export interface Contact {
  id: string;
  protocol: string;
  on: string;
  answer: string;
}

export interface Form {
  company: string;
  name: string;
  email: string;
  language: Language;
  proof: ProofKind;
  answer: string;
  product: string;
  order: string;
  date: string;
  story: string;
  amount: string;
  currency: string;
  care: Contact[];
  /** One key for one invitation: sent again after a lost answer, it happens once. */
  key: string;
}

export const contact = (): Contact => ({ id: crypto.randomUUID(), protocol: '', on: '', answer: '' });

export const emptyForm = (company: string, language: Language): Form => ({
  company,
  name: '',
  email: '',
  language,
  proof: 'order_number',
  answer: '',
  product: '',
  order: '',
  date: '',
  story: '',
  amount: '',
  currency: 'BRL',
  care: [],
  key: newId(),
});

/** What is missing, by the id of its control, in the order of the form. */
export function faultsOf(form: Form, rules: boolean, online: boolean): Record<string, string | false> {
  const care = form.care.flatMap((one) => [
    [`care-on-${one.id}`, one.on > today() && t('invite-new-date-fault')],
    [`care-answer-${one.id}`, !one.answer.trim() && t('invite-new-care-answer-fault')],
  ]);
  return {
    name: !form.name.trim() && t('form-fault-name'),
    email: !/^\S+@\S+$/.test(form.email.trim()) && t('form-fault-email'),
    answer: !form.answer.trim() && t('invite-new-answer-fault'),
    product: !form.product.trim() && t('invite-new-product-fault'),
    date: form.date > today() && t('invite-new-date-fault'),
    story: !form.story.trim() && t('invite-new-story-fault'),
    amount: !!form.amount.trim() && readAmount(form.amount, form.currency) === null && amountFault(form.currency),
    ...(Object.fromEntries(care) as Record<string, string | false>),
    rules: !rules && t('rules-accept-fault'),
    online: !online && t('rules-online-fault'),
  };
}

const words = (text: string): string | null => text.trim() || null;

export function invitation(form: Form, rulesVersion: number): Invitation {
  const amount = form.amount.trim() ? readAmount(form.amount, form.currency) : null;
  return {
    company: form.company,
    consumer: { name: form.name.trim(), email: form.email.trim(), language: form.language },
    proof: { kind: form.proof, answer: form.answer.trim() },
    account: {
      product: form.product.trim(),
      order_number: words(form.order),
      story: form.story.trim(),
      happened_on: form.date || null,
      amount_in_dispute: amount === null ? null : { amount, currency: form.currency },
      care: form.care.map((one) => ({
        protocol: words(one.protocol),
        on: one.on || null,
        answer: one.answer.trim(),
      })),
    },
    rules_version: rulesVersion,
    online: true,
  };
}

const FIELDS: readonly [RegExp, string][] = [
  [/^\/consumer\/(name|email|language)/, '$1'],
  [/^\/proof/, 'answer'],
  [/^\/account\/(product|story)/, '$1'],
  [/^\/account\/order_number/, 'order'],
  [/^\/account\/happened_on/, 'date'],
  [/^\/account\/amount_in_dispute/, 'amount'],
  [/^\/rules_version/, 'rules'],
  [/^\/online/, 'online'],
];

/** Which control a problem's pointer means; none is ''. */
export function controlOf(form: Form, pointer: string): string {
  const care = /^\/account\/care\/(\d+)\/(protocol|on|answer)/.exec(pointer);
  if (care) return `care-${care[2]}-${form.care[Number(care[1])]?.id ?? ''}`;
  for (const [path, control] of FIELDS) {
    const found = path.exec(pointer);
    if (found) return control === '$1' ? (found[1] ?? '') : control;
  }
  return '';
}
