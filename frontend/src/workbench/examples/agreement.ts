import type { CaseView } from '$lib/api/types';
import { createRawSnippet } from 'svelte';
import AgreementFrame from '$lib/components/agreement/AgreementFrame.svelte';
import AgreementPage from '$lib/components/agreement/AgreementPage.svelte';
import Fulfilment from '$lib/components/agreement/Fulfilment.svelte';
import FullText from '$lib/components/agreement/FullText.svelte';
import Identify from '$lib/components/agreement/Identify.svelte';
import PartSheet from '$lib/components/agreement/PartSheet.svelte';
import Receipt from '$lib/components/agreement/Receipt.svelte';
import Review from '$lib/components/agreement/Review.svelte';
import Sign from '$lib/components/agreement/Sign.svelte';
import Signers from '$lib/components/agreement/Signers.svelte';
import Wording from '$lib/components/agreement/Wording.svelte';
import {
  agreement,
  CASE,
  companysView,
  day,
  days,
  mediatorsView,
  obligation,
  party,
  power,
  reais,
  signing,
  view,
} from '../builders/case';
import { room } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const NAMED = 'Dinheiro de volta R$ 900';
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
  example('agreement/FullText', FullText, { read: () => ({ caseId: CASE, documentHash: 'a1' }) }),
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
    'to sign': () => ({ room: room(signing()), title: 'Acordo', ongo: nothing }),
    sealed: () => ({
      room: room(signing({ phase: 'settled', agreement: signed(), obligations: [obligation()] })),
      title: 'Acordo',
      ongo: nothing,
    }),
    'to say who one is': () => ({
      room: room(view({ agreement: agreement({ state: 'drafting' }), allowed: ['party.identify'] })),
      title: 'Acordo',
      ongo: nothing,
    }),
    "without the company's legal identity": () => ({
      room: room(
        companysView({
          phase: 'agreed',
          agreement: agreement({ state: 'drafting', waits_for: 'legal_identity_missing' }),
          parties: [party('consumer')],
        }),
      ),
      title: 'Acordo',
      ongo: nothing,
    }),
    "above the rep's power": () => ({
      room: room(
        companysView({
          phase: 'agreed',
          agreement: agreement({ power_lacks: 'power_too_small' }),
          allowed: ['agreement.sign'],
        }),
      ),
      title: 'Acordo',
      ongo: nothing,
    }),
  }),
  example('agreement/Fulfilment', Fulfilment, {
    'the company owes': () => owed({ allowed: ['obligation.confirm', 'obligation.release'] }),
    'you owe': () =>
      owed({ debtor: 'consumer', kind: 'deliver', id: 2, place: 2, allowed: ['obligation.report_done'] }),
    reported: () =>
      owed({
        state: 'reported',
        reported: reais(900),
        allowed: ['obligation.confirm', 'obligation.dispute', 'obligation.release'],
      }),
    'paid in part': () =>
      owed({
        owed: reais(600),
        confirmed: reais(300),
        overdue: true,
        due: days(-2),
        steps: [{ what: 'confirmed', money: reais(300), on: day(-1), at: days(-1) }],
        allowed: ['obligation.confirm', 'obligation.release'],
      }),
    released: () => owed({ state: 'released', owed: reais(0), released: reais(900) }),
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
  }),
  example('agreement/PartSheet', PartSheet, {
    'to report': () => ({
      room: room(view()),
      obligation: obligation(),
      what: 'report' as const,
      named: NAMED,
      onclose: nothing,
    }),
    'to confirm': () => ({
      room: room(view()),
      obligation: obligation(),
      what: 'confirm' as const,
      named: NAMED,
      onclose: nothing,
    }),
    'to release': () => ({
      room: room(view()),
      obligation: obligation(),
      what: 'release' as const,
      named: NAMED,
      onclose: nothing,
    }),
    'without a sum': () => ({
      room: room(view()),
      obligation: obligation({ kind: 'explain', money: null, owed: null }),
      what: 'report' as const,
      named: 'Explicação',
      onclose: nothing,
    }),
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
    'the company signs by its power': () => ({
      room: room(companysView({ phase: 'agreed', agreement: agreement(), allowed: ['agreement.sign'] })),
      agreement: agreement({ power }),
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
