import { expect, test } from 'vitest';
import type { DemoPerson } from '$lib/api/types';
import { offered } from './people';

const person = (name: string, host: string) => ({ name, host, person: name, role: 'rep', enter_url: '' }) as DemoPerson;
const PEOPLE = [person('Ana', 'consumer.localhost:8080'), person('Bruna', 'company.localhost:8080')];

test('a host offers its own people, and names the others apart', () => {
  const { here, elsewhere } = offered(PEOPLE, 'company.localhost');
  expect(here.map((one) => one.name)).toEqual(['Bruna']);
  expect(elsewhere.map((one) => one.name)).toEqual(['Ana']);
});

test('on a host of nobody everybody is offered', () => {
  expect(offered(PEOPLE, 'localhost').here).toHaveLength(2);
  expect(offered(PEOPLE, 'localhost').elsewhere).toHaveLength(0);
});
