// A professional's list hears at once of what they may read, over a socket that tells nothing else.
import { expect, test } from '@playwright/test';
import { demoOf, enter, visitor, type Demo, type DemoCase } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Acordo } from './support/server.ts';

test.describe('live lists', () => {
  let acordo: Acordo;
  let demo: Demo;
  let consumer: Person;
  const people: Person[] = [];

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
    consumer = await visitor(browser, acordo, 'consumer', PHONE);
  });
  test.afterAll(async () => {
    for (const one of [consumer, ...people]) {
      one.unharmed();
      await one.leave();
    }
    await acordo.stop();
  });

  /// What came down the socket of the lists.
  const hints = (person: Person): string =>
    person.line.received
      .filter(({ what }) => what.startsWith('socket'))
      .map(({ bytes }) => bytes.toString('latin1'))
      .filter((text) => text.includes('"watching"'))
      .join('');
  const asked = (person: Person): number =>
    person.line.received.filter(({ what }) => /GET \/api\/v1\/cases\?/.test(what)).length;

  /// Somebody of this role who has a case in which the consumer may write here.
  async function atDesk(person: Person, role: string, channel: string): Promise<DemoCase> {
    for (const one of demo.cases.filter(({ phase }) => ['negotiation', 'mediation'].includes(phase))) {
      await enter(consumer, one.consumer);
      if (!(await consumer.view(one.case)).writable.includes(channel)) continue;
      for (const { person: id } of demo.people.filter((who) => who.role === role)) {
        await enter(person, id);
        if ((await person.ask('GET', `cases/${one.case}`)).body?.writable?.includes(channel)) return one;
      }
    }
    throw new Error(`no ${role} shares ${channel} with a consumer`);
  }

  for (const [role, host, channel] of [
    ['rep', 'company', 'joint'],
    ['mediator', 'mediator', 'caucus:consumer'],
  ] as const) {
    test(`what a consumer writes in ${channel} shows in the list of the ${role} at once`, async ({ browser }) => {
      const person = await visitor(browser, acordo, host, DESK);
      people.push(person);
      const one = await atDesk(person, role, channel);
      await person.page.goto('/cases?tab=all');
      const row = person.page.locator('li', { hasText: one.reference }).first();
      await expect(row).toBeVisible();
      await expect.poll(() => hints(person)).toContain('"ask_again_seconds":60');
      const before = asked(person);
      const words = `canario-${role}`;
      expect((await consumer.command(one.case, { type: 'message.post', channel, text: words })).status).toBe(200);
      await expect.poll(() => hints(person)).toContain('{"t":"changed"}');
      await expect.poll(() => asked(person)).toBeGreaterThan(before);
      const rowOf = async () =>
        (await person.ask('GET', 'cases?tab=all&limit=100')).body.cases.find(({ id }: any) => id === one.case);
      expect(Object.keys((await rowOf()).unread)).toContain(channel);
      expect(hints(person)).not.toContain(words);
      expect(hints(person)).not.toContain(one.case);
    });
  }
});
