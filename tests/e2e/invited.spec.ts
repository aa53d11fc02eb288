// A company begins a case: its invitation reaches a consumer in a browser of their own, who joins, refuses, stays
// silent, or is somebody else. Two people never share a browser.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { demoOf, enter, visitor } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Acordo, until } from './support/server.ts';

const STORY = 'A porta veio amassada.';
const ANSWER = 'LA-9001';
let acordo: Acordo;
let rep: Person;

test.beforeAll(async ({ browser }) => {
  acordo = await Acordo.demo();
  rep = await visitor(browser, acordo, 'company', DESK);
  const bruna = (await demoOf(acordo)).people.find((person) => person.name === 'Bruna Lima')!;
  await enter(rep, bruna.person);
});
test.afterAll(async () => {
  await rep.leave();
  await acordo.stop();
});

/// The rep fills in the form on the desk; the answer to its question is in no mail.
async function theRepInvites(email: string): Promise<string> {
  const { page, t } = rep;
  await page.goto('/cases');
  await page.getByRole('link', { name: t('desk-invite') }).click();
  await page.waitForURL(/\/cases\/invite$/);
  await page.getByRole('button', { name: t('invite-new-go') }).click();
  await expect(page.locator('[data-summary]')).toBeFocused();
  await page.locator('#name').fill('Carla Nogueira');
  await page.locator('#email').fill(email);
  await page.locator('#answer').fill(ANSWER);
  await page.locator('#product').fill('Geladeira Polar');
  await page.locator('#story').fill(STORY);
  await page.getByRole('button', { name: t('invite-new-care-add') }).click();
  await page.getByLabel(t('invite-new-care-answer')).fill('Prometemos a troca em cinco dias.');
  await page.getByRole('checkbox', { name: t('rules-accept') }).check();
  await page.getByRole('checkbox', { name: t('rules-online') }).check();
  await page.getByRole('button', { name: t('invite-new-go') }).click();
  await expect(page.getByRole('heading', { name: t('invite-new-sent') })).toBeFocused();
  const href = await page.getByRole('link', { name: t('invite-new-sent-open') }).getAttribute('href');
  return href!.split('/').at(-1)!;
}

/// Whoever reads the mailbox opens the link of the invitation, and sees who invites but nothing of the account.
async function somebodyOpensTheMail(browser: Browser, email: string): Promise<Person> {
  const folder = join(acordo.folder, 'demo', 'mail');
  const mail = await until(`the invitation to ${email}`, async () => {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.json')) continue;
      const kept = await readFile(join(folder, name), 'utf8');
      if (kept.includes(email)) return kept;
    }
    return undefined;
  });
  for (const secret of [STORY, ANSWER, 'Polar']) expect(mail).not.toContain(secret);
  const person = await visitor(browser, acordo, 'consumer', PHONE);
  const { page, t } = person;
  await page.goto(/https?:\/\/[^"\\\s]+\/l\/[A-Za-z0-9_-]{43}/.exec(mail)![0]);
  await page.getByRole('button', { name: t('link-continue') }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(
    page.getByRole('heading', { level: 1, name: t('invite-title', { company: 'Loja Aurora' }) }),
  ).toBeVisible();
  await expect(page.getByText('Polar')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  return person;
}

test('the consumer proves who they are, reads the account of the company, and joins', async ({ browser }) => {
  const id = await theRepInvites('carla@consumidor.example');
  const carla = await somebodyOpensTheMail(browser, 'carla@consumidor.example');
  const { page, t } = carla;
  await page.getByRole('button', { name: t('invite-continue') }).click();
  carla.expects(/\/commands$/);
  await page.locator('#proof').fill('LA-1111');
  await page.keyboard.press('Enter');
  await expect(page.locator('#proof-fault')).toContainText(t('invited-confirm-wrong', { left: 4 }));
  await page.locator('#proof').fill('la 9001');
  await page.keyboard.press('Enter');
  await expect(page.getByText(STORY)).toBeVisible();
  await expect(page.getByRole('button', { name: t('invited-not-me') })).toHaveCount(0);
  await page.getByRole('button', { name: t('invite-continue') }).click();
  await page.getByRole('button', { name: t('invite-join') }).click();
  await expect(page.locator('[data-summary]')).toBeFocused();
  await page.locator('#remedy').selectOption('replace');
  await page.getByRole('checkbox', { name: t('rules-accept') }).check();
  await page.getByRole('checkbox', { name: t('rules-online') }).check();
  await page.getByRole('button', { name: t('invite-join') }).click();
  await expect(page.getByText(STORY)).toBeVisible();
  await expect.poll(async () => (await rep.view(id)).phase).toBe('negotiation');
  carla.unharmed();
  await carla.leave();
});

test('the company is told of a refusal, which can be undone', async ({ browser }) => {
  const id = await theRepInvites('dora@consumidor.example');
  const dora = await somebodyOpensTheMail(browser, 'dora@consumidor.example');
  const { page, t } = dora;
  await page.getByRole('button', { name: t('invite-no') }).click();
  await page.getByRole('button', { name: t('invite-refuse-go') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('invite-refused-title') })).toBeFocused();
  expect((await rep.view(id)).invitation.state).toBe('refused');
  await page.reload();
  await expect(page.getByRole('button', { name: t('invite-continue') })).toBeVisible();
  dora.unharmed();
  await dora.leave();
});

test('a stranger says so, and the company learns only that the address is wrong', async ({ browser }) => {
  const id = await theRepInvites('errado@consumidor.example');
  const stranger = await somebodyOpensTheMail(browser, 'errado@consumidor.example');
  const { page, t } = stranger;
  await page.getByRole('button', { name: t('invited-not-me') }).click();
  await page.getByRole('button', { name: t('invited-disown-go') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('invited-disowned-title') })).toBeFocused();
  const view = await rep.view(id);
  expect([view.phase, view.invitation.state, view.papers]).toEqual(['closed_misdirected', 'misdirected', []]);
  stranger.expects(new RegExp(`/cases/${id}$`));
  expect((await stranger.ask('GET', `cases/${id}`)).status).toBe(404);
  stranger.unharmed();
  await stranger.leave();
});

test('without an answer the invitation lapses', async ({ browser }) => {
  const id = await theRepInvites('silente@consumidor.example');
  const silent = await somebodyOpensTheMail(browser, 'silente@consumidor.example');
  await silent.page.evaluate(() =>
    fetch('/api/v1/demo/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"hours":960}',
    }),
  );
  // A page renews its session by itself; a test's own request does not.
  await rep.page.goto('/cases');
  await expect(rep.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(async () => (await rep.view(id)).phase).toBe('closed_refused');
  await silent.page.reload();
  await expect(silent.page.getByText(silent.t.like('invite-lapsed'))).toBeVisible();
  await silent.page.evaluate(() =>
    fetch('/api/v1/demo/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"hours":960}',
    }),
  );
  await silent.page.reload();
  await expect(silent.page.getByRole('heading', { level: 1, name: silent.t('invited-over-title') })).toBeVisible();
  silent.unharmed();
  await silent.leave();
});
