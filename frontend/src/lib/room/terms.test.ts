import { describe, expect, it } from 'vitest';
import { faultAt, newTerm, offerFrom, proposalMake, readOffer } from './terms';

const TODAY = '2026-11-21';

function filled() {
  const offer = offerFrom(null, 'BRL');
  offer.terms[0]!.amount = 'R$ 1.280,50';
  return offer;
}

describe('the terms form', () => {
  it('becomes the command that docs/api.md names', () => {
    const offer = filled();
    offer.terms[0]!.description = '  por Pix ';
    offer.terms.push({ ...newTerm('apologise', 'company'), dueBy: 'date', date: '2026-12-01' });
    offer.clauses = ['', ' A coleta é grátis. '];
    offer.note = ' Marina, consigo em 5 dias. ';
    offer.validDays = '2';
    expect(proposalMake(offer, 'joint', 3, TODAY)).toEqual({
      type: 'proposal.make',
      channel: 'joint',
      terms: {
        obligations: [
          {
            kind: 'refund',
            debtor: 'company',
            money: { amount: 128_050, currency: 'BRL' },
            due: { days_after_signature: 5, working_days: true },
            description: 'por Pix',
          },
          { kind: 'apologise', debtor: 'company', due: { on: '2026-12-01' } },
        ],
        clauses: ['A coleta é grátis.'],
      },
      note: 'Marina, consigo em 5 dias.',
      valid_days: 2,
      answers: 3,
    });
  });

  it('leaves the validity to the rule unless it was changed', () => {
    expect(proposalMake(filled(), 'joint', null, TODAY).valid_days).toBeNull();
  });

  it('is prefilled with the last offer, and reads back the same terms', () => {
    const { terms } = readOffer(filled(), TODAY);
    expect(readOffer(offerFrom(terms, 'BRL'), TODAY)).toEqual({ terms, faults: [] });
  });

  it('names the field at fault', () => {
    const offer = offerFrom(null, 'BRL');
    offer.terms.push({ ...newTerm('refund', 'company'), amount: 'muito', days: '' });
    offer.terms.push({ ...newTerm('other', 'consumer'), dueBy: 'date', date: '2020-01-01' });
    expect(readOffer(offer, TODAY).faults.map(({ term, field, code }) => `${term} ${field} ${code}`)).toEqual([
      '0 amount amount-missing',
      '1 due due-missing',
      '1 amount amount-unreadable',
      '2 due due-past',
      '2 description description-missing',
    ]);
  });

  it('carries the clauses that were chosen, and none where none was', () => {
    const offer = filled();
    offer.chosen = [{ clause: 'release_when_performed' }, { clause: 'late_penalty', value: 150, typed: '1,5' }];
    const { terms } = readOffer(offer, TODAY);
    expect(terms.chosen).toEqual([{ clause: 'release_when_performed' }, { clause: 'late_penalty', value: 150 }]);
    expect(readOffer(offerFrom(terms, 'BRL'), TODAY).terms).toEqual(terms);
    expect(readOffer(filled(), TODAY).terms).not.toHaveProperty('chosen');
    offer.chosen = [{ clause: 'late_penalty', value: null, fault: 'clause-value-missing' }];
    expect(readOffer(offer, TODAY).faults).toEqual([{ term: 0, field: 'chosen', code: 'clause-value-missing' }]);
  });

  it('refuses an empty list', () => {
    const offer = filled();
    offer.terms = [];
    expect(readOffer(offer, TODAY).faults).toEqual([{ term: null, field: 'terms', code: 'terms-empty' }]);
  });

  it('asks no amount for what is not money', () => {
    const offer = filled();
    offer.terms = [{ ...newTerm('apologise', 'company'), amount: '900' }];
    expect(readOffer(offer, TODAY)).toEqual({
      terms: {
        obligations: [{ kind: 'apologise', debtor: 'company', due: { days_after_signature: 5, working_days: true } }],
        clauses: [],
      },
      faults: [],
    });
  });

  it.each([
    ['/terms/obligations/1/money/amount', { term: 1, field: 'amount' }],
    ['/terms/obligations/0/due', { term: 0, field: 'due' }],
    ['/terms/obligations/2/description', { term: 2, field: 'description' }],
    ['/terms/clauses/0', { term: 0, field: 'clause' }],
    ['/terms/chosen/1/value', { term: 1, field: 'chosen' }],
    ['/note', { term: null, field: 'note' }],
    ['/valid_days', { term: null, field: 'valid' }],
    ['/valid_until', { term: null, field: 'valid' }],
    ['/terms', { term: null, field: 'terms' }],
  ])('finds the field of %s', (pointer, at) => {
    expect(faultAt(pointer, 'amount_missing')).toMatchObject(at);
  });
});
