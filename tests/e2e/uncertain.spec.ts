// What a person is told about a command that gets no answer: never that nothing was sent, unless that is certain.
import { expect, test } from '@playwright/test';
import { demoOf, enter, visitor } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

test.describe('accepting a proposal over a bad connection', () => {
  let acordo: Acordo;
  let consumer: Person;
  /// Sees what the server has, whatever happens to the consumer's connection.
  let company: Person;
  let room: Room;
  let number = 0;
  const told = (key: string) => consumer.page.locator('.unanswered').getByText(consumer.t(key));
  const close = () =>
    consumer.page
      .locator('.unanswered')
      .getByRole('button', { name: consumer.t('frame-close') })
      .click();

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    const demo = await demoOf(acordo);
    consumer = await visitor(browser, acordo, 'consumer', PHONE);
    company = await visitor(browser, acordo, 'company', DESK);
    for (const one of demo.cases.filter(({ phase }) => phase === 'negotiation')) {
      await enter(consumer, one.consumer);
      const { allowed, proposals } = await consumer.view(one.case);
      const open = proposals.find(
        (offer: { state: string; author: string; channel: string }) =>
          offer.state === 'open' && offer.author === 'company' && offer.channel === 'joint',
      );
      if (!open || !allowed.includes('proposal.accept')) continue;
      number = open.number;
      room = new Room(consumer, one.case);
      for (const rep of demo.people.filter(({ role }) => role === 'rep')) {
        await enter(company, rep.person);
        if ((await company.ask('GET', `cases/${one.case}`)).status === 200) return;
      }
    }
    throw new Error('no case of the demonstration has an offer to accept, and a rep who sees it');
  });
  test.afterAll(async () => {
    await consumer.leave();
    await company.leave();
    await acordo.stop();
  });

  async function press(): Promise<void> {
    await room.open();
    await room.enter('joint');
    await room
      .proposal(number)
      .getByRole('button', { name: consumer.t('room-offer-accept'), exact: true })
      .click();
  }
  const sheet = () => room.sheet(consumer.t('room-accept-title', { number }));
  const yes = async () => (await sheet()).getByRole('button', { name: consumer.t('room-accept-yes') }).click();
  const back = async () => (await sheet()).getByRole('button', { name: consumer.t('room-accept-back') }).click();
  const state = async () =>
    (await company.view(room.caseId)).proposals.find(
      (offer: { number: number; channel: string }) => offer.number === number && offer.channel === 'joint',
    ).state;

  test('without a network nothing is sent, not even later', async () => {
    await press();
    await consumer.context.setOffline(true);
    await yes();
    await expect((await sheet()).getByText(consumer.t('room-accept-offline'))).toBeVisible();
    await back();
    await consumer.context.setOffline(false);
    await consumer.settled();
    await room.open();
    expect(await state()).toBe('open');
  });

  test('somebody who goes back while it is under way is told that it was not sent, and it never arrives', async () => {
    await press();
    consumer.line.hold('sockets');
    await yes();
    await back();
    await expect(told('problem-page-not-sent')).toBeVisible();
    // Now the command reaches the server, but too late.
    consumer.line.release();
    await close();
    await consumer.settled();
    await room.open();
    expect(await state()).toBe('open');
  });

  // Words wait, unlike what decides; what is taken back while it is under way is gone for good, or had arrived.
  const said = async (text: string): Promise<number> => {
    const { body } = await company.ask('GET', `cases/${room.caseId}/channels/joint/events?limit=500`);
    return body.events.filter(({ event }: any) => event?.text === text).length;
  };
  const going = (text: string) => consumer.page.locator('.out', { hasText: text });
  const takeBack = (text: string) =>
    going(text)
      .getByRole('button', { name: consumer.t('room-take-back'), exact: true })
      .click();

  test('a message that is taken back while it is under way never arrives, however late it comes', async () => {
    await room.open();
    await room.enter('joint');
    consumer.line.hold('sockets');
    await room.write('joint', 'Retirada a tempo');
    // No answer to a beat: the link counts as lost.
    await expect(consumer.page.locator('.ban')).toBeVisible();
    await takeBack('Retirada a tempo');
    await expect(going('Retirada a tempo')).toHaveCount(0);
    consumer.line.release();
    await consumer.settled();
    await room.open();
    await room.say('joint', 'Depois da retirada');
    expect(await said('Retirada a tempo')).toBe(0);
  });

  test('a message that had arrived before it was taken back is said to have arrived', async () => {
    consumer.line.hold('all');
    await room.write('joint', 'Retirada tarde demais');
    await expect(consumer.page.locator('.ban')).toBeVisible();
    await takeBack('Retirada tarde demais');
    await expect(going('Retirada tarde demais')).toContainText(consumer.t('room-leaving'));
    consumer.line.releaseSockets();
    await expect.poll(() => said('Retirada tarde demais')).toBe(1);
    consumer.line.release();
    await expect(going('Retirada tarde demais')).toHaveCount(0, { timeout: 30_000 });
    await room.reads('joint', 'Retirada tarde demais');
    expect(await said('Retirada tarde demais')).toBe(1);
  });

  test('while nothing gets through nothing is claimed, and what had arrived is reported as arrived', async () => {
    await press();
    consumer.line.hold('all');
    await yes();
    await back();
    await expect(told('problem-page-unanswered')).toBeVisible();
    // What was sent first arrives first, so the request that takes it back comes too late.
    consumer.line.releaseSockets();
    await expect.poll(state).toBe('accepted');
    consumer.line.release();
    await expect(told('problem-page-arrived')).toBeVisible({ timeout: 30_000 });
    await close();
    await expect(consumer.page.locator('#main')).toBeFocused();
  });
});
