import { expect, test } from 'vitest';
import { newId } from './ids';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a version 7 of RFC 9562: its moment first, the rest by chance', () => {
  // The example of the RFC, appendix A.6.
  expect(newId(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7/);
  expect(newId(2 ** 48 - 1)).toMatch(/^ffffffff-ffff-7/);
  expect(newId(0)).toMatch(/^00000000-0000-7/);
  const many = Array.from({ length: 500 }, () => newId(1_700_000_000_000));
  expect(many.filter((id) => !FORM.test(id))).toEqual([]);
  expect(new Set(many).size).toBe(500);
});

test('of two moments the later sorts after', () => {
  expect(newId(1_700_000_000_000) < newId(1_700_000_000_001)).toBe(true);
});
