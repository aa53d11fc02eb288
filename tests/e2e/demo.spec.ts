// `acordo demo`: its links open as consumer, company and mediator side by side in one browser.
import { expect, test } from '@playwright/test';
import { demoOf, visitor } from './support/demo.ts';
import { DESK, PHONE } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

test.describe('the demonstration', () => {
  let acordo: Acordo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
  });
  test.afterAll(() => acordo.stop());

  test('prints links for three people on one screen', async () => {
    const said = acordo.said.split('\n');
    for (const host of ['consumer', 'company', 'mediator']) {
      expect(
        said.findIndex((line) => line.includes(`http://${host}.localhost:${acordo.port}`)),
        host,
      ).toBeGreaterThanOrEqual(0);
    }
    expect(said.filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(24);
  });

  test('three people sit side by side in one browser, each with cookies of their own', async ({ browser }) => {
    const somebody = await visitor(browser, acordo, 'consumer', DESK);
    const demo = await demoOf(acordo);
    for (const role of ['consumer', 'company', 'mediator']) {
      const played = demo.people.find((person) => person.host.startsWith(`${role}.localhost`))!;
      const page = await somebody.context.newPage();
      await page.goto(played.enter_url);
      await page.waitForURL(/\/cases/);
      // The link can be used again, and leads to the same person.
      await page.goto(played.enter_url);
      await page.waitForURL(/\/cases/);
    }
    const names = [];
    for (const page of somebody.context.pages().slice(1)) {
      names.push(await page.evaluate(async () => (await (await fetch('/api/v1/auth/session')).json()).user.name));
    }
    expect(new Set(names).size).toBe(3);
    somebody.unharmed();
    await somebody.leave();
  });

  test('one button opens a fresh case that everybody may play', async ({ browser }) => {
    const consumer = await visitor(browser, acordo, 'consumer', PHONE);
    const { page, t } = consumer;
    await page.goto('/demo');
    await page.getByRole('button', { name: t('demo-fresh-go') }).click();
    const done = page.getByRole('status').filter({ hasText: /[0-9A-Z]{4}-[0-9A-Z]{4}/ });
    await expect(done).toBeVisible();
    const links = await done.getByRole('link').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    const first = links.find((link) => link.includes('//consumer.localhost'))!;
    await page.goto(first);
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    const caseId = page.url().split('/').at(-1)!;
    await expect(new Room(consumer, caseId).log('joint')).toBeVisible();
    const rep = await visitor(browser, acordo, 'company', DESK);
    await rep.page.goto(links.find((link) => link.includes('//company.localhost'))!);
    await rep.page.waitForURL(new RegExp(caseId));
    await expect(rep.page.getByRole('heading', { level: 1 })).toBeVisible();
    consumer.unharmed();
    rep.unharmed();
    await consumer.leave();
    await rep.leave();
  });

  test('a dozen cases can be opened, in at least five phases, five trades and three languages', async ({ browser }) => {
    const demo = await demoOf(acordo);
    expect(demo.cases.length).toBeGreaterThanOrEqual(12);
    expect(new Set(demo.cases.map((one) => one.phase)).size).toBeGreaterThanOrEqual(5);
    const visitors = await visitor(browser, acordo, 'consumer', PHONE);
    const { page, t } = visitors;
    await page.goto('/demo');
    await expect(page.getByRole('link', { name: t.like('demo-case-consumer') })).toHaveCount(demo.cases.length);
    const seen = { trades: new Set<string>(), languages: new Set<string>() };
    for (const one of demo.cases) {
      await page.goto(`/demo?person=${one.consumer}&case=${one.case}`);
      await page.waitForURL(new RegExp(`/cases/${one.case}$`));
      await expect(page.getByRole('heading', { level: 1, name: one.company_name })).toBeVisible();
      const view = await visitors.view(one.case);
      seen.trades.add(view.trade);
      seen.languages.add(view.language);
    }
    expect(seen.trades.size).toBeGreaterThanOrEqual(5);
    expect([...seen.languages].sort()).toEqual(['en', 'es', 'pt-BR']);
    visitors.unharmed();
    await visitors.leave();
  });
});
