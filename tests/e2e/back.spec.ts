// The phone's Back button, and a page that the phone dropped: nobody loses their place or sends anything twice.
import { expect, test } from '@playwright/test';
import { demoOf, enter, visitor, type Demo } from './support/demo.ts';
import { PHONE, type Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

test.describe('on a phone', () => {
  let acordo: Acordo;
  let demo: Demo;
  let consumer: Person;

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
    consumer = await visitor(browser, acordo, 'consumer', PHONE);
  });
  test.afterAll(async () => {
    await consumer.leave();
    await acordo.stop();
  });

  /// The first case in this phase whose consumer may do this.
  async function caseWhere(phase: string, allowed: string): Promise<string> {
    for (const one of demo.cases.filter((row) => row.phase === phase)) {
      await enter(consumer, one.consumer);
      if ((await consumer.view(one.case)).allowed.includes(allowed)) return one.case;
    }
    throw new Error(`no case in ${phase} allows ${allowed}`);
  }

  test('Back closes a sheet, or one step within it, before it leaves the case', async () => {
    const { page, t } = consumer;
    const caseId = await caseWhere('negotiation', 'proposal.make');
    await page.goto('/cases');
    await page.goto(`/cases/${caseId}`);
    const sheet = page.getByRole('dialog');
    await page.getByRole('button', { name: t('consumer-menu') }).click();
    await expect(sheet).toBeVisible();
    await page.goBack();
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));

    // A sheet closed by its own button leaves nothing to go back through; one that replaces another takes one entry.
    await page.getByRole('button', { name: t('consumer-menu') }).click();
    await sheet.getByRole('button', { name: t('consumer-menu-rules') }).click();
    await expect(page.getByRole('dialog', { name: t('rules-title') })).toBeVisible();
    await page.getByRole('button', { name: t('frame-close') }).click();
    await expect(sheet).toHaveCount(0);

    await page.getByRole('button', { name: t('consumer-offer') }).click();
    await sheet.getByRole('button', { name: t('room-edit-check') }).click();
    const send = sheet.getByRole('button', { name: /Loja|Enviar|para/ }).first();
    await expect(sheet.getByRole('button', { name: t('room-edit-check') })).toHaveCount(0);
    await expect(send).toBeVisible();
    await page.goBack();
    await expect(sheet.getByRole('button', { name: t('room-edit-check') })).toBeVisible();
    await page.goBack();
    await expect(sheet).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL(/\/cases$/);

    // After a reload no sheet is open, and Back leaves the case at once.
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('button', { name: t('consumer-menu') }).click();
    await expect(sheet).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: t('consumer-menu') })).toBeVisible();
    await expect(sheet).toHaveCount(0);
    await consumer.settled();
    // Of a sheet that is opened then, Back closes that.
    await page.getByRole('button', { name: t('consumer-menu') }).click();
    await expect(sheet).toBeVisible();
    await page.goBack();
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
    await page.goBack();
    await expect(page).toHaveURL(/\/cases$/);
  });

  test('a file whose upload got no answer goes again by itself, and is in the record once', async () => {
    const { page } = consumer;
    const caseId = await caseWhere('negotiation', 'message.post');
    const room = new Room(consumer, caseId);
    await room.open();
    const name = `recibo-${Date.now().toString(36)}.txt`;
    let sent = 0;
    await page.route('**/evidence', async (route) => {
      if (route.request().method() !== 'POST' || sent++ > 0) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from('recibo'),
      });
    await page.locator('textarea').first().fill('Segue o recibo.');
    await page.locator('button.go').click();
    await expect(page.locator('textarea').first()).toHaveValue('');
    const files = async () =>
      (await consumer.view(caseId)).files.filter((one: { evidence: { name: string } }) => one.evidence.name === name)
        .length;
    await expect.poll(() => sent).toBe(2);
    await room.reads('joint', 'Segue o recibo.');
    await expect(page.locator('.out')).toHaveCount(0);
    expect(await files()).toBe(1);
  });
});
