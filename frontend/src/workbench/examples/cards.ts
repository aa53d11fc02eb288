import type { FactOf } from '$lib/api/types';
import { items, type SpareItem } from '$lib/room/items';
import ComplaintAside from '$lib/components/room/ComplaintAside.svelte';
import ComplaintCard from '$lib/components/room/ComplaintCard.svelte';
import DisclosureCard from '$lib/components/room/DisclosureCard.svelte';
import ReleaseButton from '$lib/components/room/ReleaseButton.svelte';
import ReleasedCard from '$lib/components/room/ReleasedCard.svelte';
import SpareCard from '$lib/components/room/SpareCard.svelte';
import SummaryCard from '$lib/components/room/SummaryCard.svelte';
import { complaint, days, entry, mediation, mediatorsView, officersView, terms, view } from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';

const nothing = () => undefined;
const run = async () => ({ ok: true as const });
const both = { density: 'both' } as const;
const released: FactOf<'item_released'> = {
  type: 'item_released',
  channel: 'joint',
  target: 2,
  said_at: days(-2),
  said_by: 'company',
  name: 'Bruna Lima',
  text: 'Podemos devolver o valor da nota.',
};
const spare = (seat: 'mediator' | 'consumer', fact: Parameters<typeof said>[1] extends never ? never : SpareFact) => {
  const found = items(mediation(), events('caucus:consumer', [seat, fact])).find((item) => item.kind !== 'day');
  return found as SpareItem;
};
type SpareFact =
  FactOf<'summary_written'> | FactOf<'disclosure_asked'> | FactOf<'idea_given'> | FactOf<'question_asked'>;

export default [
  example('room/ComplaintAside', ComplaintAside, {
    open: () => ({ view: view(), open: true }),
    folded: () => ({ view: view(), open: false }),
  }),
  example(
    'room/ComplaintCard',
    ComplaintCard,
    {
      'with everything': () => ({
        complaint: complaint({ accessibility: 'Leio melhor com letras grandes.' }),
        name: 'Marina',
      }),
      'with the least': () => ({
        complaint: { product: 'Refrigerador', story: 'Não gela.', remedy: 'repair' as const },
        name: 'Marina',
      }),
      bare: () => ({ complaint: complaint(), name: 'Marina', bare: true }),
    },
    both,
  ),
  example(
    'room/DisclosureCard',
    DisclosureCard,
    {
      'asked of you': () => ({
        view: mediation({
          allowed: ['disclosure.answer'],
          disclosures: [{ id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false }],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      allowed: () => ({
        view: mediation({
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: true },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      'not allowed': () => ({
        view: mediation({
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: false },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
      'the mediator may use it': () => ({
        view: mediatorsView({
          allowed: ['disclosure.use'],
          disclosures: [
            { id: 2, channel: 'caucus:consumer', words: 'Aceitaria R$ 1.200.', used: false, allowed: true },
          ],
        }),
        channel: 'caucus:consumer',
        seq: 2,
        words: 'Aceitaria R$ 1.200.',
        run,
      }),
    },
    both,
  ),
  example(
    'room/ReleaseButton',
    ReleaseButton,
    {
      'may be asked': () => ({
        room: room(view({ phase: 'escalated_ombudsman', allowed: ['escalation.release_item'], entries: [entry()] })),
        channel: 'joint',
        seq: 2,
      }),
      'the other allowed it': () => ({
        room: room(
          view({
            phase: 'escalated_ombudsman',
            allowed: ['escalation.release_item'],
            entries: [entry()],
            releases: [{ channel: 'joint', seq: 2, allowed: ['company'], done: false }],
          }),
        ),
        channel: 'joint',
        seq: 2,
      }),
      done: () => ({
        room: room(view({ releases: [{ channel: 'joint', seq: 2, allowed: ['company', 'consumer'], done: true }] })),
        channel: 'joint',
        seq: 2,
      }),
    },
    both,
  ),
  example(
    'room/ReleasedCard',
    ReleasedCard,
    {
      words: () => ({ view: officersView(), fact: released }),
      'an offer': () => ({ view: officersView(), fact: { ...released, text: null, terms: terms() } }),
    },
    both,
  ),
  example(
    'room/SpareCard',
    SpareCard,
    {
      summary: () => ({
        room: room(mediation({ allowed: ['summary.confirm', 'summary.correct'] })),
        channel: 'caucus:consumer',
        item: spare('mediator', { type: 'summary_written', text: 'Você quer o dinheiro de volta, e logo.' }),
        run,
        onshown: nothing,
      }),
      disclosure: () => ({
        room: room(mediation({ allowed: ['disclosure.answer'] })),
        channel: 'caucus:consumer',
        item: spare('mediator', { type: 'disclosure_asked', words: 'Aceitaria R$ 1.200.' }),
        run,
        onshown: nothing,
      }),
    },
    both,
  ),
  example(
    'room/SummaryCard',
    SummaryCard,
    {
      'to confirm': () => ({
        view: mediation({
          allowed: ['summary.confirm', 'summary.correct'],
          summaries: [{ channel: 'caucus:consumer', text: 'Você quer o dinheiro de volta, e logo.', confirmed: false }],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro de volta, e logo.',
        latest: true,
        run,
      }),
      confirmed: () => ({
        view: mediation({
          summaries: [{ channel: 'caucus:consumer', text: 'Você quer o dinheiro de volta, e logo.', confirmed: true }],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro de volta, e logo.',
        latest: true,
        run,
      }),
      corrected: () => ({
        view: mediatorsView({
          summaries: [
            {
              channel: 'caucus:consumer',
              text: 'Você quer o dinheiro.',
              confirmed: false,
              correction: 'Quero o dinheiro e o frete.',
            },
          ],
        }),
        channel: 'caucus:consumer',
        text: 'Você quer o dinheiro.',
        latest: true,
        run,
      }),
      former: () => ({ view: mediation(), channel: 'caucus:consumer', text: 'Você quer trocar.', latest: false, run }),
    },
    both,
  ),
];
