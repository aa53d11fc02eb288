import { expect, test } from 'vitest';
import { besides, type Item } from './items';

const day = (key: string) => ({ kind: 'day', key, at: '' }) as Item;
const item = (kind: Item['kind'], key: string) => ({ kind, key }) as Item;
const keys = (all: readonly Item[]) => all.map((one) => one.key);

test('what stands elsewhere leaves the log, and no day stays behind empty', () => {
  const all = [day('mon'), item('handover', 'a'), day('tue'), item('question', 'b'), day('wed'), item('released', 'c')];
  expect(keys(besides(all, ['handover', 'released']))).toEqual(['tue', 'b']);
  expect(keys(besides([day('mon'), item('handover', 'a')], ['handover']))).toEqual([]);
  expect(besides(all, [])).toBe(all);
});
