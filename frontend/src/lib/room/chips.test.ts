import { describe, expect, it } from 'vitest';
import type { Obligation, Terms } from '$lib/api/types';
import { chips, moneyTo, type Reader } from './chips';
import { diff } from './diff';

const brl = (reais: number) => ({ amount: reais * 100, currency: 'BRL' });
const refund = (reais: number, days = 5): Obligation => ({
  kind: 'refund',
  debtor: 'company',
  money: brl(reais),
  due: { days_after_signature: days, working_days: true },
});
const voucher: Obligation = { kind: 'voucher', debtor: 'company', money: brl(150), due: { on: '2026-12-01' } };
const terms = (...obligations: Obligation[]): Terms => ({ obligations, clauses: [] });
const read = (before: Terms, after: Terms, reader: Reader, asked: Terms | null = null) =>
  diff(before, after).flatMap((change) => chips(change, reader, asked).map(({ tone, text }) => `${text}:${tone}`));

describe('what changed, for its reader', () => {
  it('says more money is better for the one who gets it and further away for the one who pays', () => {
    expect(read(terms(refund(900)), terms(refund(1200)), 'consumer')).toEqual(['more:better']);
    expect(read(terms(refund(900)), terms(refund(1200)), 'company')).toEqual(['more:further']);
  });

  it('stays grey for the mediator', () => {
    expect(read(terms(refund(900)), terms(refund(1200, 2)), null)).toEqual(['more:same', 'faster:same']);
  });

  it('says sooner is better for the one who waits', () => {
    expect(read(terms(refund(900, 10)), terms(refund(900, 5)), 'consumer')).toEqual(['faster:better']);
    expect(read(terms(refund(900, 5)), terms(refund(900, 10)), 'consumer')).toEqual(['later:further']);
  });

  it('counts business days as longer than days', () => {
    const days: Obligation = { ...refund(900), due: { days_after_signature: 5, working_days: false } };
    expect(read(terms(refund(900, 5)), terms(days), 'consumer')).toEqual(['faster:better']);
  });

  it('only says that the date changed when a day cannot be told from a number of days', () => {
    const dated: Obligation = { ...refund(900), due: { on: '2026-12-01' } };
    expect(read(terms(refund(900)), terms(dated), 'consumer')).toEqual(['due-changed:same']);
  });

  it('shows what is new and what is gone', () => {
    expect(read(terms(refund(900)), terms(refund(900), voucher), 'consumer')).toEqual(['same:same', 'new:better']);
    expect(read(terms(refund(900), voucher), terms(refund(900)), 'consumer')).toEqual(['same:same', 'removed:further']);
    expect(read(terms(refund(900), voucher), terms(refund(900)), 'company')).toEqual(['same:same', 'removed:better']);
  });

  it('says "as you asked" when it meets the reader’s own last offer', () => {
    expect(read(terms(refund(900)), terms(refund(1350)), 'consumer', terms(refund(1350)))).toEqual([
      'as-you-asked:better',
    ]);
    expect(read(terms(refund(900), voucher), terms(refund(900)), 'consumer', terms(refund(1350)))).toContain(
      'as-you-asked:better',
    );
  });

  it('adds up the money that a side gets, in one currency only, and no vouchers', () => {
    expect(moneyTo('consumer', terms(refund(900), voucher))).toEqual(brl(900));
    expect(moneyTo('consumer', terms(voucher))).toBeNull();
    expect(moneyTo('company', terms(refund(900)))).toBeNull();
    const paid: Obligation = { ...refund(50), kind: 'pay' };
    expect(moneyTo('consumer', terms(refund(900), paid))).toEqual(brl(950));
    expect(moneyTo('consumer', terms(refund(900), { ...paid, money: { amount: 1, currency: 'USD' } }))).toBeNull();
  });
});
