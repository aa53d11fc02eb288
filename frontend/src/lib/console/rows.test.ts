// Which rooms need a word of the mediator.
import { expect, test } from 'vitest';
import { row, turn } from '../../workbench/builders/case';
import { grouped } from './rows';

const moves = turn({ yours: false, who: 'company', what: 'reply' });
const of = (unread: Record<string, number>, over = {}) =>
  row({ capacity: 'mediator', phase: 'mediation', turn: moves, unread, ...over });

test('private words that the mediator has not read need the mediator, whosever turn it is', () => {
  const told = of({ 'caucus:company': 1 });
  const spoke = of({ joint: 4 });
  expect(grouped([told, spoke])).toEqual({ needsYou: [told], moving: [spoke] });
});

test('an ended case needs nobody, and somebody without the seat is asked for nothing by what others write', () => {
  const ended = of({ 'caucus:consumer': 2 }, { phase: 'closed_no_agreement' });
  const coordinated = of({ 'caucus:consumer': 2 }, { capacity: 'coordinator' });
  expect(grouped([ended, coordinated])).toEqual({ needsYou: [], moving: [coordinated] });
});
