// The register of agreements by keyboard alone, from the queues to a file on the disk; and who looked into a case.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { entries } from './support/archive.ts';
import { demoOf, enter, visitor, type Demo } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Acordo } from './support/server.ts';

test.describe('the register', () => {
  let acordo: Acordo;
  let demo: Demo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
  });
  test.afterAll(() => acordo.stop());

  const personOf = (role: string) => demo.people.find((one) => one.role === role)!.person;
  async function tabTo(person: Person, name: string, role: 'link' | 'button' | 'checkbox'): Promise<void> {
    const wanted = person.page.getByRole(role, { name, exact: role !== 'link' }).first();
    await expect(wanted).toBeVisible();
    for (let at = 0; at < 80; at += 1) {
      await person.page.keyboard.press('Tab');
      if (await wanted.evaluate((node) => node === document.activeElement)) return;
    }
    throw new Error(`no way to ${name} by keyboard`);
  }

  test('a legal officer finds agreements and takes many along by keyboard alone', async ({ browser }) => {
    test.setTimeout(180_000);
    const legal = await visitor(browser, acordo, 'legal', DESK);
    await enter(legal, personOf('operator_legal'));
    const { page, t } = legal;
    await page.goto('/cases');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await tabTo(legal, t('desk-rail-register'), 'link');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('register-title') })).toBeVisible();
    const shown = (await legal.ask('GET', 'agreements')).body;
    expect(shown.agreements.length).toBeGreaterThan(0);
    await expect(page.getByRole('checkbox')).toHaveCount(shown.agreements.length + 1);
    await tabTo(legal, t('register-select-page'), 'checkbox');
    await page.keyboard.press('Space');
    await tabTo(legal, t('register-export'), 'button');
    await page.keyboard.press('Enter');
    const get = page.getByRole('link', { name: /^Baixar \(/ });
    await expect(get).toBeVisible({ timeout: 120_000 });
    const download = page.waitForEvent('download');
    await get.focus();
    await page.keyboard.press('Enter');
    const file = readFileSync(await (await download).path());
    const names = [...entries(file).keys()];
    expect(names).toContain('index.csv');
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBe(shown.agreements.length);
    // What is asked for is filtered by the address, and a reload shows it again.
    await page.goto('/cases/agreements?q=nobody-of-this-name');
    await expect(page.getByText(t('register-empty-filter'))).toBeVisible();
    await page.reload();
    await expect(page.getByText(t('register-empty-filter'))).toBeVisible();
    // The file that is not wanted any more is gone.
    await page.getByRole('button', { name: /^Apagar/ }).click();
    await expect(page.getByText(t('register-exports-none'))).toBeVisible();
    legal.unharmed();
    await legal.leave();
  });

  test('a consumer is told who looked into the case', async ({ browser }) => {
    const one = demo.cases.find((case_) => case_.phase === 'mediation')!;
    const coordinator = await visitor(browser, acordo, 'mediator', DESK);
    await enter(coordinator, personOf('coordinator'));
    await coordinator.page.goto(`/cases/${one.case}`);
    await expect(coordinator.page.getByRole('heading', { level: 1 }).last()).toBeVisible();
    const consumer = await visitor(browser, acordo, 'consumer', PHONE);
    await enter(consumer, one.consumer);
    const { page, t } = consumer;
    await page.goto(`/cases/${one.case}/access`);
    await expect(page.getByRole('heading', { level: 1, name: t('access-title') })).toBeVisible();
    const name = demo.people.find((person) => person.role === 'coordinator')!.name;
    await expect(page.getByText(name).first()).toBeVisible();
    await expect(page.getByText(t('access-read', { channels: t('access-channel-procedure') })).first()).toBeVisible();
    await page.getByRole('link', { name: t('agreement-back') }).click();
    await page.waitForURL(new RegExp(`/cases/${one.case}$`));
    consumer.unharmed();
    coordinator.unharmed();
    await consumer.leave();
    await coordinator.leave();
  });
});
