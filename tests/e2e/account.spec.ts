// One's own account: a device that is not recognised is signed out, and a forgotten password is chosen by a mailed link.
import { expect, test } from '@playwright/test';
import { demoOf, mailsOf, visitor } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Acordo, until } from './support/server.ts';

const OLD = 'demonstracao';
const NEW = 'girafa sopro lâmpada trilho';

test('a rep ends a session elsewhere, forgets the password and chooses another', async ({ browser }) => {
  const acordo = await Acordo.demo();
  const email = 'bruna@lojaaurora.example';
  expect((await demoOf(acordo)).people.map(({ name }) => name)).toContain('Bruna Lima');
  const desk = await visitor(browser, acordo, 'company', DESK);
  const phone = await visitor(browser, acordo, 'company', PHONE);

  async function signIn(person: Person, password: string): Promise<void> {
    const { page, t } = person;
    await page.goto('/sign-in');
    const form = page.locator('#team');
    await form.getByLabel(t('form-email')).fill(email);
    await form.getByLabel(t('form-password')).fill(password);
    await form.getByRole('button', { name: t('sign-in-go') }).click();
  }
  const inside = (person: Person) => expect(person.page).toHaveURL(/\/cases(\?|$)/);

  await signIn(desk, OLD);
  await inside(desk);
  await signIn(phone, OLD);
  await inside(phone);

  await test.step('the desk sees both and ends the other', async () => {
    const { page, t } = desk;
    await page.goto('/account');
    const listed = page.locator('section', { has: page.locator('#devices') }).getByRole('listitem');
    await expect(listed).toHaveCount(2);
    await expect(listed.first()).toContainText(t('account-device-here'));
    await listed.last().getByRole('button').click();
    await expect(listed).toHaveCount(1);
    await expect(page.locator('#devices')).toBeFocused();
    await phone.page.goto('/account');
    await expect(phone.page.getByRole('link', { name: t('frame-sign-in') }).last()).toBeVisible();
  });

  await test.step('a wrong present password is told at its field', async () => {
    const { page, t } = desk;
    await page.getByLabel(t('account-password-present')).fill('wrong horse battery');
    await page.getByLabel(t('account-password-new')).fill(NEW);
    desk.expects(/\/api\/v1\/auth\/password$/);
    await page.getByRole('button', { name: t('account-password-go') }).click();
    await expect(page.locator('[data-summary]')).toBeFocused();
    await expect(page.locator('#present')).toHaveAttribute('aria-invalid', 'true');
  });

  const link = await test.step('the phone asks for a link', async () => {
    const { page, t } = phone;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: t('sign-in-forgotten') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('password-title') })).toBeVisible();
    await page.getByLabel(t('form-email')).fill(email);
    await page.keyboard.press('Enter');
    await expect(page.locator('.band', { hasText: t('password-sent') })).toBeFocused();
    return until('the mail', async () => {
      const mails = (await mailsOf(acordo)).filter(({ to }) => to === email);
      return mails.flatMap(({ text }) => /https?:\S+\/password\/[\w-]{20,}/.exec(text) ?? [])[0];
    });
  });

  await test.step('an easy password is refused, a hard one signs in and signs the desk out', async () => {
    const { page, t } = phone;
    await page.goto(link);
    await page.getByLabel(t('account-password-new')).fill('12345678');
    phone.expects(/\/api\/v1\/auth\/password\/choose$/);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-summary]')).toBeFocused();
    await page.getByLabel(t('account-password-new')).fill(NEW);
    await page.keyboard.press('Enter');
    await inside(phone);
    await desk.page.goto('/account');
    await expect(desk.page.getByRole('link', { name: t('frame-sign-in') }).last()).toBeVisible();
  });

  await test.step('the link is used up, the old password is none, the new one is', async () => {
    const { page, t } = desk;
    await page.goto(link);
    await expect(page.getByRole('heading', { name: t('password-used') })).toBeVisible();
    desk.expects(/\/api\/v1\/auth\/sign_in$/);
    await signIn(desk, OLD);
    await expect(page.locator('[data-summary]')).toBeFocused();
    await signIn(desk, NEW);
    await inside(desk);
  });

  for (const person of [desk, phone]) {
    person.unharmed();
    await person.leave();
  }
  await acordo.stop();
});
