import { beforeEach, describe, expect, test } from 'vitest';
import { messages } from '$lib/messages/index.svelte';
import { clauseLibrary } from '../../workbench/builders/clauses';
import { figureShort, figureText, filled, readFigure, said } from './clauses.svelte';

describe('the figure of a clause', () => {
  beforeEach(() => messages.choose('pt-BR'));
  // As the domain writes them (src/domain/law/clauses.rs).
  test.each([
    [200, '2', '2'],
    [50, '0,5', '0.5'],
    [33, '0,33', '0.33'],
    [1005, '10,05', '10.05'],
  ])('%d hundredths are written as the agreement has them', async (value, portuguese, english) => {
    expect(figureText('percent', value)).toBe(portuguese);
    expect(readFigure('percent', portuguese)).toBe(value);
    await messages.choose('en');
    expect(figureText('percent', value)).toBe(english);
    expect(readFigure('percent', english)).toBe(value);
  });
  test.each([
    ['percent', '2 %', 200],
    ['percent', '2,555', null],
    ['percent', 'dois', null],
    ['percent', '', null],
    ['percent', '-1', null],
    ['days', '10', 10],
    ['days', '1,5', null],
  ] as const)('%s %j is read as %j', (unit, text, value) => expect(readFigure(unit, text)).toBe(value));
  test('keeps its sign where Spanish parts it', async () => {
    await messages.choose('es');
    expect(figureShort('percent', 150)).toBe('1,5\u00a0%');
    expect(figureShort('days', 10)).toBe('10');
  });
});

test('the chosen clauses are said in the order of the library, with their figures', async () => {
  await messages.choose('pt-BR');
  const { clauses } = clauseLibrary('pt-BR');
  const lines = said(clauses, [{ clause: 'late_penalty', value: 150 }, { clause: 'release_when_performed' }]);
  expect(lines.map(({ clause }) => clause.clause)).toEqual(['release_when_performed', 'late_penalty']);
  expect(lines[1]!.plain).toBe('Quem atrasar um pagamento paga mais 1,5% do valor atrasado.');
  expect(lines[1]!.wording).toContain('multa de 1,5% sobre o valor em atraso');
  expect(filled(clauses[0]!.plain, clauses[0]!, null)).not.toContain('{');
});
