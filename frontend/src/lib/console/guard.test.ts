import { describe, expect, it } from 'vitest';
import type { CaseView, Fact, Voice, WireEvent } from '$lib/api/types';
import type { Room } from '$lib/live/room.svelte';
import { guardFor } from './guard';

let seq = 0;
const event = (channel: string, seat: Voice, fact: Fact): WireEvent => ({
  t: 'event',
  channel,
  seq: ++seq,
  at: '2026-11-21T12:00:00.000Z',
  seat,
  by: { id: seat, name: seat },
  event: fact,
  evidence: null,
});
const message = (channel: string, seat: Voice, text: string) => event(channel, seat, { type: 'message_posted', text });

function guards(logs: Record<string, WireEvent[]>, disclosures: CaseView['disclosures'] = []) {
  const view = {
    heads: Object.fromEntries(Object.keys(logs).map((channel) => [channel, 1])),
    disclosures,
  } as unknown as CaseView;
  const room = { case: view, log: (channel: string) => ({ events: logs[channel] ?? [] }) } as unknown as Room;
  return (target: string) => guardFor(room, target);
}

const SECRET = 'A rapidez. Se pagarem em 2 dias eu aceito até R$ 1.250.';
const logs = () => ({
  joint: [message('joint', 'consumer', 'Mandei minha proposta de R$ 1.350.')],
  'caucus:consumer': [message('caucus:consumer', 'consumer', SECRET)],
  'caucus:company': [message('caucus:company', 'company', 'Consigo chegar a R$ 1.300.')],
  'notes:mediator': [event('notes:mediator', 'mediator', { type: 'note_put', text: 'Há espaço entre 1.250 e 1.300.' })],
});

describe('what a mediator may not carry', () => {
  it('keeps both private rooms out of the joint one', () => {
    const found = guards(logs())('joint')('Que tal entre 1.250 e 1.300?');
    expect(found.map((leak) => leak.side)).toEqual(['consumer', 'company']);
  });

  it('keeps one private room out of the other, and lets a room have its own words', () => {
    const guard = guards(logs());
    expect(guard('caucus:company')('Marina iria a 1.250.')).toHaveLength(1);
    expect(guard('caucus:consumer')('Você disse 1.250, certo?')).toEqual([]);
  });

  it('leaves what stands in the joint room alone', () => {
    expect(guards(logs())('joint')('A proposta de R$ 1.350 está aberta.')).toEqual([]);
  });

  it('opens the exact words that their giver allowed, and only then', () => {
    const asked = {
      channel: 'caucus:consumer',
      id: 2,
      words: 'Se pagarem em 2 dias eu aceito até R$ 1.250',
      used: false,
    };
    const text = 'Marina: se pagarem em 2 dias eu aceito até R$ 1.250';
    expect(guards(logs(), [{ ...asked, allowed: null }])('joint')(text)).not.toEqual([]);
    expect(guards(logs(), [{ ...asked, allowed: false }])('joint')(text)).not.toEqual([]);
    expect(guards(logs(), [{ ...asked, allowed: true }])('joint')(text)).toEqual([]);
  });

  it('lets the mediator say the same words to both sides in private', () => {
    const opening = 'O que você disser aqui fica só entre nós, e só levo o que autorizar.';
    const both = { ...logs(), 'caucus:consumer': [message('caucus:consumer', 'mediator', opening)] };
    expect(guards(both)('caucus:company')(opening)).toEqual([]);
    expect(guards(both)('joint')(opening)).not.toEqual([]);
  });

  it('keeps the figures of an idea', () => {
    const idea = event('caucus:consumer', 'consumer', {
      type: 'idea_given',
      terms: {
        obligations: [
          {
            kind: 'refund',
            debtor: 'company',
            money: { amount: 99_000, currency: 'BRL' },
            due: { days_after_signature: 2 },
          },
        ],
        clauses: [],
      },
      terms_hash: '',
    });
    expect(guards({ ...logs(), 'caucus:consumer': [idea] })('joint')('E se fosse R$ 990?')).toHaveLength(1);
  });
});
