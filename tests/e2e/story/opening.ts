// The complaint, the link in the mail, the invitation, the first words.
import { expect } from '@playwright/test';
import { reais } from '../support/chance.ts';
import { unchanged } from '../support/person.ts';
import type { Story } from './cast.ts';
import { FIRST } from './cast.ts';

export async function theConsumerComplains(story: Story): Promise<void> {
  const { consumer, chance, company, acordo } = story;
  const { page, t } = consumer;
  await page.goto('/');
  await page
    .getByRole('link', { name: t('home-complain') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: t('complain-title') })).toBeVisible();

  // Sent while empty, the form says what is missing and sends nothing.
  await page.getByRole('button', { name: t('complain-send'), exact: true }).click();
  await expect(page.getByRole('alert').getByText(t('complain-story-fault'))).toBeVisible();

  const amount = chance.between(20_000, 900_000);
  await page.getByRole('combobox', { name: t('complain-company') }).fill(company.slice(0, 9));
  await page.getByRole('option', { name: new RegExp(`^${company}(?! Vizinha)`) }).click();
  await page.getByLabel(t('complain-product'), { exact: true }).fill(story.product);
  await page
    .getByLabel(t('complain-story'), { exact: true })
    .fill(
      `Chegou com defeito e ninguém veio. ${story.canary('complaint', story.consumer, story.rep, story.mediator, 'the PDF', 'the bundle')}`,
    );
  await page
    .getByLabel(t.like('complain-order'))
    .or(page.locator('#order'))
    .first()
    .fill(String(chance.between(100_000, 999_999)));
  await page.getByLabel(t('complain-remedy'), { exact: true }).selectOption('refund');
  await page.locator('#amount').fill(reais(amount));
  await page.getByLabel(t('complain-name'), { exact: true }).fill(consumer.name);
  await page.getByLabel(t('form-email'), { exact: true }).fill(consumer.email);
  await page.getByRole('checkbox', { name: t('rules-accept') }).check();
  await page.getByRole('checkbox', { name: t('rules-online') }).check();
  await page.getByRole('button', { name: t('complain-send'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('complain-sent-title') })).toBeVisible();
  story.reference = (await page.locator('.ref b').innerText()).trim();

  // A malformed complaint is refused, and nobody gets a mail for it.
  const companies = await consumer.ask('GET', `companies?q=${encodeURIComponent(company)}`);
  const wrong = {
    consumer: { name: 'Outra Pessoa', email: 'nobody@example.net', language: 'pt-BR' },
    company: companies.body[0].id,
    rules_version: 1,
    online: true,
  };
  const complaint = { product: 'Geladeira', story: 'Veio quebrada', remedy: 'refund' };
  for (const [code, body] of [
    ['amount_negative', { ...wrong, complaint: { ...complaint, amount_in_dispute: { amount: -1, currency: 'BRL' } } }],
    ['date_in_the_future', { ...wrong, complaint: { ...complaint, happened_on: '2999-01-01' } }],
    ['text_empty', { ...wrong, complaint: { ...complaint, story: '  ' } }],
    ['online_consent_missing', { ...wrong, online: false, complaint }],
    ['unknown_field', { ...wrong, complaint: { ...complaint, colour: 'red' } }],
  ] as const) {
    await consumer.refusedAs(
      () => consumer.ask('POST', 'complaints', body, { 'Idempotency-Key': crypto.randomUUID() }),
      code,
      /\/api\/v1\/complaints$/,
    );
  }

  // Nobody but the filer hears of it before it is confirmed, and the mail holds nothing of what was written.
  const mail = await acordo.mail.take(consumer.email, /\/complain\/confirm\//);
  expect(mail.subject).toContain(story.reference);
  expect(mail.text).not.toContain(story.product);
  const link = /https?:\/\/\S+\/complain\/confirm\/\S+/.exec(mail.text)![0];
  const key = link.split('/confirm/')[1]!;
  expect((await acordo.mail.all()).filter((other) => other.subject.includes(story.reference))).toHaveLength(1);

  // Looking at the link, as mail scanners do, confirms nothing; only the button does.
  for (const look of [0, 1])
    expect(
      (await consumer.ask('GET', 'complaints/draft', undefined, { 'Draft-Key': key })).status,
      `look ${look}`,
    ).toBe(200);
  await page.goto(link);
  await expect(page.getByText(story.reference)).toBeVisible();
  await expect(page.getByText(story.product).first()).toBeVisible();

  // A correction is read again before it is confirmed.
  await page.getByRole('button', { name: t('complain-correct') }).click();
  await page.getByLabel(t('complain-remedy-words')).fill('E o frete.');
  await page.getByRole('button', { name: t('complain-correct-send'), exact: true }).click();
  await expect(page.getByText('E o frete.')).toBeVisible();
  await consumer.refusedAs(
    () => consumer.ask('POST', 'complaints/confirm', { draft_key: key, revision: 1 }),
    'draft_changed',
    /\/complaints\/confirm$/,
  );
  await page.getByRole('button', { name: t('confirm-go') }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  story.enterCase(page.url().split('/').at(-1)!);
  await expect(story.room.consumer.log('joint')).toBeVisible();
  await expect(page.getByText(story.product).first()).toBeVisible();

  await consumer.refusedAs(
    () => consumer.ask('POST', 'complaints/confirm', { draft_key: key, revision: 2 }),
    'link_used',
    /\/complaints\/confirm$/,
  );
  await consumer.refusedAs(
    () => consumer.ask('POST', 'auth/link/redeem', { token: 'x'.repeat(43) }),
    'link_unknown',
    /\/auth\/link\/redeem$/,
  );
  expect((await acordo.mail.all()).filter((mail) => mail.to.includes('nobody@example.net'))).toEqual([]);
}

export async function theCompanyComesIn(story: Story): Promise<void> {
  const { rep, stranger, consumer, acordo, caseId } = story;
  const { page, t } = rep;
  const mail = await acordo.mail.take(rep.email, /https?:\/\//);
  expect(mail.subject).toContain(story.reference);
  const place = new URL(/https?:\/\/\S+/.exec(mail.text)![0]);

  await page.goto('/sign-in');
  await rep.refusedAs(
    () => rep.ask('POST', 'auth/sign_in', { email: rep.email, password: 'not this one' }),
    'wrong_credentials',
    /\/auth\/sign_in$/,
  );
  await story.signIn(rep);
  await page.goto(place.pathname);
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: t('invite-title-company', { consumer: FIRST(consumer.name), company: story.company }),
    }),
  ).toBeVisible();

  // To another company the case does not exist.
  await story.signIn(stranger);
  await stranger.refusedAs(() => stranger.ask('GET', `cases/${caseId}`), 'not_found', /\/cases\/[0-9a-f-]+$/);
  await stranger.refused(caseId, { type: 'invitation.accept', rules_version: 1, online: true }, 'not_found');

  await unchanged(caseId, [consumer, rep], async () => {
    await rep.refused(caseId, { type: 'message.post', channel: 'joint', text: 'Antes da hora' }, 'not_yours');
    await rep.refused(caseId, { type: 'invitation.accept', rules_version: 99, online: true }, 'rules_version_unknown');
    await rep.refused(caseId, { type: 'invitation.accept', rules_version: 1, online: false }, 'online_consent_missing');
  });

  await page.getByRole('button', { name: t('invite-continue') }).click();
  await page.getByRole('checkbox', { name: t('rules-accept') }).check();
  await page.getByRole('checkbox', { name: t('rules-online') }).check();
  await page.getByRole('button', { name: t('invite-join') }).click();
  await expect(story.room.company.log('joint')).toBeVisible();
  await story.room.company.reads('joint', story.canaries[0]!.word);
}

export async function theyTalk(story: Story): Promise<void> {
  const { consumer, rep, room, caseId } = story;
  const [hello, answer] = [
    story.canary('message to all', consumer, rep, story.mediator),
    story.canary('answer to all', consumer, rep, story.mediator),
  ];
  await room.company.say('joint', `Bom dia, vamos ver isso com cuidado. ${hello}`);
  await room.consumer.reads('joint', hello);
  await room.consumer.say('joint', `Obrigado. Espero há um mês. ${answer}`);
  await room.company.reads('joint', answer);
  await unchanged(caseId, [consumer, rep], async () => {
    await consumer.refused(
      caseId,
      { type: 'message.post', channel: 'caucus:consumer', text: 'Há alguém?' },
      'channel_not_found',
    );
    await consumer.refused(caseId, { type: 'message.post', channel: 'joint', text: ' ' }, 'text_empty');
    await rep.refused(caseId, { type: 'message.post', channel: 'joint', text: 'a\u0007b' }, 'control_characters');
    await rep.refused(caseId, { type: 'message.post', channel: 'joint', text: 'x'.repeat(10_001) }, 'text_too_long');
  });
}
