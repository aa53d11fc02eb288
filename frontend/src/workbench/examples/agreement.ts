import type { CaseView } from '$lib/api/types';
import { createRawSnippet } from 'svelte';
import AgreementFrame from '$lib/components/agreement/AgreementFrame.svelte';
import AgreementPage from '$lib/components/agreement/AgreementPage.svelte';
import Fulfilment from '$lib/components/agreement/Fulfilment.svelte';
import Identify from '$lib/components/agreement/Identify.svelte';
import Receipt from '$lib/components/agreement/Receipt.svelte';
import Review from '$lib/components/agreement/Review.svelte';
import Sign from '$lib/components/agreement/Sign.svelte';
import Signers from '$lib/components/agreement/Signers.svelte';
import Wording from '$lib/components/agreement/Wording.svelte';
import { agreement, CASE, companysView, days, mediatorsView, obligation, signing, view } from '../builders/case';
import { room } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const owed = (over: Parameters<typeof obligation>[0], about: Partial<CaseView> = {}) => ({
  room: room(
    view({ phase: 'settled', agreement: agreement({ state: 'sealed' }), obligations: [obligation(over)], ...about }),
  ),
});
const signed = () => {
  const all = agreement({ state: 'sealed', sealed_pdf_hash: 'd4'.repeat(32) });
  for (const one of all.signers)
    Object.assign(one, { signed_at: days(-0.2), method: 'email_code', identity_level: 'email' });
  return all;
};

const words = createRawSnippet(() => ({ render: () => '<p>O acordo, em palavras.</p>' }));

export default [
  example('agreement/AgreementFrame', AgreementFrame, {
    'a step': () => ({ caseId: CASE, title: 'Acordo', step: 3, children: words }),
    'offline, with a foot': () => ({
      caseId: CASE,
      title: 'Acordo',
      step: 4,
      offline: true,
      onback: nothing,
      children: words,
      foot: words,
    }),
  }),
  example('agreement/AgreementPage', AgreementPage, {
    'to sign': () => ({ room: room(signing()), title: 'Acordo' }),
    sealed: () => ({
      room: room(signing({ phase: 'settled', agreement: signed(), obligations: [obligation()] })),
      title: 'Acordo',
    }),
    'to say who one is': () => ({ room: room(view({ allowed: ['party.identify'] })), title: 'Acordo' }),
  }),
  example('agreement/Fulfilment', Fulfilment, {
    'the company owes': () => owed({}, { allowed: ['obligation.confirm', 'obligation.dispute'] }),
    'you owe': () => owed({ debtor: 'consumer', kind: 'deliver', id: 2 }, { allowed: ['obligation.report_done'] }),
    reported: () => owed({ state: 'reported' }, { allowed: ['obligation.confirm', 'obligation.dispute'] }),
    disputed: () => owed({ state: 'disputed', overdue: true, due: days(-2) }),
    confirmed: () => owed({ state: 'confirmed' }),
    presumed: () => owed({ state: 'presumed' }),
    breached: () =>
      owed(
        { breached: true, overdue: true, due: days(-20) },
        { papers: [{ paper: 'enforcement', number: 1, at: days(-1), pdf_hash: 'a3', may_take: true }] },
      ),
  }),
  example('agreement/Identify', Identify, {
    consumer: () => ({ room: room(view({ allowed: ['party.identify'] })) }),
    company: () => ({ room: room(companysView({ allowed: ['party.identify'] })) }),
  }),
  example('agreement/Receipt', Receipt, {
    sealed: () => ({ room: room(signing({ phase: 'settled', agreement: signed() })), agreement: signed() }),
  }),
  example('agreement/Review', Review, {
    'to sign': () => ({ room: room(signing()), agreement: agreement() }),
    'while it rests': () => {
      const resting = agreement({ reflection_until: days(2) });
      return {
        room: room(signing({ agreement: resting, allowed: ['agreement.waive_reflection', 'agreement.refuse'] })),
        agreement: resting,
      };
    },
    "the mediator's": () => ({
      room: room(
        mediatorsView({ phase: 'agreed', agreement: agreement({ state: 'drafting' }), allowed: ['agreement.word'] }),
      ),
      agreement: agreement({ state: 'drafting' }),
    }),
  }),
  example('agreement/Sign', Sign, {
    consumer: () => ({ room: room(signing()), agreement: agreement(), ondone: nothing, onreplaced: nothing }),
    'the company states its authority': () => ({
      room: room(companysView({ phase: 'agreed', agreement: agreement(), allowed: ['agreement.sign'] })),
      agreement: agreement(),
      ondone: nothing,
      onreplaced: nothing,
    }),
  }),
  example('agreement/Signers', Signers, {
    'one signed': () => ({ view: signing() }),
    'all signed': () => ({ view: signing({ agreement: signed() }) }),
  }),
  example(
    'agreement/Wording',
    Wording,
    {
      open: () => ({
        room: room(mediatorsView({ agreement: agreement(), allowed: ['agreement.word'] })),
        agreement: agreement(),
        onclose: nothing,
      }),
    },
    { modal: true },
  ),
];
