// What a person is told about a command whose answer does not come: never that nothing was sent, unless that is certain.
import { expect, test } from '@playwright/test';
import { demoOf, enter, visitor } from './support/demo.ts';
import { PHONE, type Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

test.describe('accepting an offer over a bad line', () => {
  let acordo: Acordo;
  let consumer: Person;
  let room: Room;
  let number = 0;
  const told = (key: string) => consumer.page.locator('.unanswered').getByText(consumer.t(key));
  const close = () => consumer.page.locator('.unanswered').getByRole('button', { name: consumer.t('frame-close') }).click();

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    const demo = await demoOf(acordo);
    consumer = await visitor(browser, acordo, 'consumer', PHONE);
    for (const one of demo.cases.filter(({ phase }) => phase === 'negotiation')) {
      await enter(consumer, one.consumer);
      const { allowed, proposals } = await consumer.view(one.case);
      const open = proposals.find((offer: { state: string; author: string; channel: string }) => offer.state === 'open' && offer.author === 'company' && offer.channel === 'joint');
      if (!open || !allowed.includes('proposal.accept')) continue;
      number = open.number;
      room = new Room(consumer, one.case);
      return;
    }
    throw new Error('no case of the demonstration has an offer to accept');
  });
  test.afterAll(async () => {
    await consumer.leave();
    await acordo.stop();
  });

  async function press(): Promise<void> {
    await room.open();
    await room.enter('joint');
    await room.proposal(number).getByRole('button', { name: consumer.t('room-offer-accept'), exact: true }).click();
  }
  const sheet = () => room.sheet(consumer.t('room-accept-title', { number }));
  const yes = async () => (await sheet()).getByRole('button', { name: consumer.t('room-accept-yes') }).click();
  const back = async () => (await sheet()).getByRole('button', { name: consumer.t('room-accept-back') }).click();
  const state = async () => (await consumer.view(room.caseId)).proposals.find((offer: { number: number; channel: string }) => offer.number === number && offer.channel === 'joint').state;

  test('without a network nothing is sent, and nothing goes later', async () => {
    await press();
    await consumer.context.setOffline(true);
    await yes();
    await expect((await sheet()).getByText(consumer.t('room-accept-offline'))).toBeVisible();
    await back();
    await consumer.context.setOffline(false);
    await room.open();
    expect(await state()).toBe('open');
  });

  test('who goes back while it is under way is told that it was not sent, and it never arrives', async () => {
    await press();
    consumer.line.hold('sockets');
    await yes();
    await back();
    await expect(told('problem-page-not-sent')).toBeVisible();
    // Now it arrives at the server, too late.
    consumer.line.release();
    await close();
    await room.open();
    expect(await state()).toBe('open');
  });

  test('while nothing gets through nobody says so, and what had arrived is told as arrived', async () => {
    await press();
    consumer.line.hold('all');
    await yes();
    await back();
    await expect(told('problem-page-unanswered')).toBeVisible();
    consumer.line.release();
    await expect(told('problem-page-arrived')).toBeVisible({ timeout: 30_000 });
    expect(await state()).toBe('accepted');
    await close();
  });
});
