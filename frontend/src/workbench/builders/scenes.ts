// What several examples show: a conversation, an offer to answer.
import type { CaseView, FactOf } from '$lib/api/types';
import { Offer } from '$lib/room/offer.svelte';
import { better, complaint, days, evidence, proposal, turn, view } from './case';
import { events, room, said } from './room';

export const conversation = () =>
  events(
    'joint',
    [
      'consumer',
      {
        type: 'complaint_filed',
        complaint: complaint(),
        legal_name: 'Marina Souza',
      } satisfies FactOf<'complaint_filed'>,
    ],
    said('company', 'Sinto muito pela espera. Vi aqui as duas visitas da assistência.'),
    ['consumer', { type: 'evidence_added', shared: false }, evidence()],
    said('consumer', 'Segue a nota. Prefiro o dinheiro de volta.'),
  );
export const answering = (over: Partial<CaseView> = {}) =>
  view({
    proposals: [proposal({ state: 'superseded' }), better({ awaits_you: true })],
    turn: turn({ who: 'consumer', what: 'answer_proposal', yours: true, number: 2, channel: 'joint' }),
    allowed: ['proposal.accept', 'proposal.decline', 'proposal.make', 'message.post'],
    ...over,
  });
export const offer = (asked: CaseView) => new Offer(room(asked, { events: conversation() }), 'joint', null, 'proposal');
export const question: FactOf<'question_asked'> = {
  type: 'question_asked',
  side: 'consumer',
  question: 'A assistência deixou algum laudo?',
  due: days(5),
};
