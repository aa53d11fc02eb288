// What happens to a case over weeks: somebody owes, is ill, may no longer sign, comes back. Everybody has a browser of
// their own; the clock of the demonstration is moved forward.
import { expect, test } from '@playwright/test';
import { sign } from './story/agreement.ts';
import { demoOf, enter, mailsOf } from './support/demo.ts';
import type { Person } from './support/person.ts';
import { DAY, Play } from './support/play.ts';
import { Room } from './support/room.ts';
import { Acordo, until } from './support/server.ts';

test.describe('over the weeks', () => {
  let acordo: Acordo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
  });
  test.afterAll(() => acordo.stop());

  /// The ids of the people played, to sign in again after days.
  const ids = new Map<Person, string>();
  const comes = async (play: Play, host: string, name: string, phone = false): Promise<Person> => {
    const found = play.demo.people.find((one) => one.name === name)!;
    const person = await play.comes(host, (one) => one.person === found.person, phone);
    ids.set(person, found.person);
    return person;
  };
  const back = (person: Person): Promise<void> => enter(person, ids.get(person)!);
  /// Nobody has the page open while days pass.
  const away = async (...people: Person[]): Promise<void> => {
    for (const person of people) await person.page.goto('about:blank');
  };

  const pair = async (play: Play): Promise<[Person, Person]> => {
    const rep = await comes(play, 'company', 'Bruna Lima');
    await play.fresh(rep);
    const about = (await demoOf(play.acordo)).cases.find((one) => one.case === play.caseId)!;
    const consumer = await play.comes('consumer', (one) => one.person === about.consumer, true);
    ids.set(consumer, about.consumer);
    return [consumer, rep];
  };

  const mails = () => mailsOf(acordo);
  const emailOf = async (person: Person): Promise<string> => (await person.ask('GET', 'auth/session')).body.user.email;

  /// Signs on the page, with the code from the mail.
  const signs = async (play: Play, person: Person): Promise<void> => {
    await person.settled();
    const email = await emailOf(person);
    const codes = async () =>
      (await mails()).filter((mail) => mail.to === email).flatMap((mail) => /\b\d{6}\b/.exec(mail.text) ?? []);
    const known = new Set(await codes());
    await person.page.goto(`/cases/${play.caseId}/agreement`);
    const name = (await person.ask('GET', 'auth/session')).body.user.name;
    await sign(person, name, () => until('the code', async () => (await codes()).find((code) => !known.has(code))));
  };

  /// The rep joins and a proposal is accepted; both sides are identified already.
  const agreed = async (play: Play, consumer: Person, rep: Person, obligations: unknown[]): Promise<void> => {
    await play.does(rep, { type: 'invitation.accept', rules_version: 1, online: true });
    await play.does(rep, { type: 'proposal.make', channel: 'joint', terms: { obligations, clauses: [] } });
    const room = new Room(consumer, play.caseId);
    await room.open();
    await room.accept(1);
    const { page, t } = consumer;
    await page.goto(`/cases/${play.caseId}/agreement`);
    await expect(page.getByRole('heading', { level: 1, name: t('review-title') })).toBeVisible();
    // The whole document is readable on a phone, and no line of it is cut off.
    await page.getByText(t('review-full'), { exact: true }).click();
    const document = page.locator('.document');
    await expect(document).toContainText('Loja Aurora Comércio Ltda.');
    expect(await document.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    await page.getByRole('button', { name: t('review-waive') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('review-waive-yes') })
      .click();
    await expect(page.getByRole('button', { name: t('review-continue') })).toBeVisible();
  };
  const due = { days_after_signature: 5, working_days: true };

  test('a consumer who owes cannot back out of what was signed, and the company confirms what they do', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    await agreed(play, consumer, rep, [
      { kind: 'pay', debtor: 'consumer', money: { amount: 12_000, currency: 'BRL' }, due },
    ]);
    await signs(play, consumer);
    await signs(play, rep);
    await expect.poll(() => play.phase(consumer)).toBe('settled');
    await consumer.refused(play.caseId, { type: 'case.withdraw' }, 'agreement_stands');

    // The deadline passes: it is the consumer who is late, and the company that is owed.
    const overdue = await play.due(consumer, 'obligation');
    await away(consumer, rep);
    await play.passes(overdue);
    await back(consumer);
    await back(rep);
    const { page, t } = consumer;
    await page.goto(`/cases/${play.caseId}/agreement`);
    await expect(page.getByText(t('fulfil-overdue')).first()).toBeVisible();
    await consumer.refused(play.caseId, { type: 'obligation.confirm', id: 1 }, 'obligation_not_creditor');
    await page.getByRole('button', { name: t('fulfil-report'), exact: true }).click();
    const report = page.getByRole('dialog');
    await report.getByRole('button', { name: t('fulfil-report-send'), exact: true }).click();
    await expect(report).toBeHidden();
    await rep.page.goto(`/cases/${play.caseId}/agreement`);
    await rep.page.getByRole('button', { name: rep.t('fulfil-yes') }).click();
    await rep.page
      .getByRole('dialog')
      .getByRole('button', { name: rep.t('fulfil-yes') })
      .click();
    await expect.poll(() => play.phase(consumer)).toBe('closed_fulfilled');
    await expect(page.getByText(t('fulfil-all'))).toBeVisible();
    await play.end();
  });

  test('a rep is told before signing that their power has ended, and a second rep with a power signs', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const manager = await comes(play, 'company', 'Otávio Reis');
    const company = (await rep.view(play.caseId)).company.id;
    const powers = async () => (await manager.ask('GET', `organisations/${company}/powers`)).body.powers;
    const old = (await powers()).find((one: any) => one.user === ids.get(rep) && !one.ended_at);
    expect((await manager.ask('DELETE', `organisations/${company}/powers/${old.power.id}`)).status).toBe(204);
    const until = new Date(Date.parse((await demoOf(acordo)).now) + DAY).toISOString().slice(0, 10);
    const given = await manager.ask('POST', `organisations/${company}/powers`, {
      user: ids.get(rep),
      document: 'Procuração de hoje',
      until,
    });
    expect(given.status, JSON.stringify(given.body)).toBe(201);

    await agreed(play, consumer, rep, [
      { kind: 'refund', debtor: 'company', money: { amount: 9_000, currency: 'BRL' }, due },
    ]);
    await rep.page.goto(`/cases/${play.caseId}/agreement`);
    await expect(rep.page.getByRole('button', { name: rep.t('review-continue') })).toBeVisible();
    await away(consumer, rep, manager);
    await play.passes(Date.parse((await demoOf(acordo)).now) + 2 * DAY);
    for (const person of [consumer, rep, manager]) await back(person);
    await rep.page.goto(`/cases/${play.caseId}/agreement`);
    await expect(rep.page.getByText(rep.t('agreement-power_expired'))).toBeVisible();
    await expect(rep.page.getByRole('button', { name: rep.t('review-continue') })).toHaveCount(0);
    const { version, document_hash, pdf_hash } = (await rep.view(play.caseId)).agreement;
    const signature = {
      type: 'agreement.sign',
      version,
      document_hash,
      pdf_hash,
      consent: true,
      name: 'Bruna Lima',
      challenge: crypto.randomUUID(),
      response: '000000',
    };
    await rep.refused(play.caseId, signature, 'power_expired');

    await play.does(manager, { type: 'seat.join' });
    await signs(play, manager);
    await signs(play, consumer);
    await expect.poll(() => play.phase(consumer)).toBe('settled');
    const signer = (await consumer.view(play.caseId)).agreement.signers.find((one: any) => one.seat === 'company');
    expect(signer.name).toBe('Otávio Reis');
    await play.end();
  });

  test('an abandoned case is reopened three times, each time with all its deadlines anew', async ({ browser }) => {
    test.setTimeout(180_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    await play.does(rep, { type: 'invitation.accept', rules_version: 1, online: true });
    for (let time = 1; time <= 3; time += 1) {
      await play.does(rep, { type: 'message.post', channel: 'joint', text: `Ainda está por aí? (${time})` });
      // Three reminders, then the notice, then the end: each on the date that the case itself names.
      for (let reminder = 1; reminder <= 3; reminder += 1) {
        await play.passes(Date.parse((await demoOf(acordo)).now) + 4 * DAY);
        await back(rep);
        expect(await play.phase(rep), `time ${time}, reminder ${reminder}`).toBe('negotiation');
      }
      await play.passes(await play.due(rep, 'silent_consumer'));
      await back(rep);
      await back(consumer);
      expect(await play.phase(rep)).toBe('closed_abandoned');
      await rep.refused(play.caseId, { type: 'case.reopen' }, 'not_yours');
      const { page, t } = consumer;
      await page.goto(`/cases/${play.caseId}`);
      await page.getByRole('button', { name: t('consumer-reopen') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('consumer-reopen-yes'), exact: true })
        .click();
      await expect.poll(() => play.phase(consumer)).toBe('negotiation');
      const { deadlines } = await consumer.view(play.caseId);
      const now = Date.parse((await demoOf(acordo)).now);
      expect(deadlines.map((one: any) => one.rule)).not.toContain('silent_consumer');
      for (const one of deadlines) expect(Date.parse(one.due), one.rule).toBeGreaterThan(now);
    }
    await play.end();
  });

  test('the company refuses on the first day: a paper at once, and the consumer may go to the ombudsman', async ({
    browser,
  }) => {
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    await rep.page.goto(`/cases/${play.caseId}`);
    await rep.page.getByRole('button', { name: rep.t('invite-no') }).click();
    await rep.page.getByRole('button', { name: rep.t('invite-refuse-go') }).click();
    await expect.poll(() => play.phase(consumer)).toBe('closed_refused');
    await expect
      .poll(async () => (await consumer.view(play.caseId)).papers.map((one: any) => one.paper), { timeout: 30_000 })
      .toContain('certificate');
    const { page, t } = consumer;
    await page.goto(`/cases/${play.caseId}`);
    await expect(page.getByText(t('consumer-refused-title', { company: 'Loja Aurora' }))).toBeVisible();
    await page.getByRole('button', { name: t('consumer-escalate') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('consumer-escalate-yes'), exact: true })
      .click();
    await expect.poll(() => play.phase(consumer)).toBe('escalated_ombudsman');
    await play.end();
  });

  test('a mediator falls silent and is replaced; if nobody is free, the coordinator and the parties are told', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const helena = await comes(play, 'mediator', 'Helena Prado');
    await play.does(rep, { type: 'invitation.accept', rules_version: 1, online: true });
    const room = new Room(consumer, play.caseId);
    await room.open();
    await room.askForMediator();
    const assigned = async (): Promise<string | undefined> => (await consumer.view(play.caseId)).mediator?.person;
    await expect.poll(assigned, { timeout: 20_000 }).toBeTruthy();
    const first = (await assigned())!;
    const ill = await play.comes('mediator', (one) => one.person === first);
    ids.set(ill, first);
    await ill.page.goto(`/cases/${play.caseId}`);
    await play.room(ill, await consumer.view(play.caseId)).acceptMediation('Nada a declarar.');
    const { version } = (await consumer.view(play.caseId)).ground_rules;
    for (const side of [consumer, rep]) await play.does(side, { type: 'ground_rules.accept', version });
    await play.does(consumer, { type: 'message.post', channel: 'caucus:consumer', text: 'Só entre nós.' });
    await play.does(consumer, { type: 'message.post', channel: 'joint', text: 'Quando começamos?' });
    const late = await play.due(consumer, 'room_reply');
    await away(consumer, rep, helena, ill);
    await play.passes(late);
    for (const person of [consumer, rep, helena, ill]) await back(person);

    // The coordinator gives the case to somebody else; the mediator who was ill can no longer read it.
    await helena.page.goto(`/cases/${play.caseId}`);
    const replace = helena.page.getByRole('button', { name: helena.t('desk-replace-yes') });
    await expect(replace).toBeVisible();
    await helena.page.getByRole('radio').first().check();
    await replace.click();
    await expect.poll(assigned).not.toBe(first);
    await ill.refusedAs(() => ill.ask('GET', `cases/${play.caseId}`), 'not_found', /\/cases\/[0-9a-f-]+$/);

    // Everybody who is asked now declines, until nobody is left.
    await away(helena);
    const asked = new Set([first]);
    for (;;) {
      const settled = async () => {
        const { mediator, deadlines } = await consumer.view(play.caseId);
        return (
          (mediator?.person && !asked.has(mediator.person)) ||
          deadlines.some((one: any) => one.rule === 'mediator_missing')
        );
      };
      await expect.poll(settled, { timeout: 20_000 }).toBe(true);
      const next = await assigned();
      if (!next || asked.has(next)) break;
      asked.add(next);
      const mediator = await play.comes('mediator', (one) => one.person === next);
      await play.does(mediator, { type: 'mediator.decline' });
    }
    expect(asked.size).toBe(3);
    await back(helena);
    const told = async (person: Person, text: RegExp) => {
      const email = await emailOf(person);
      return (await mails()).some((mail) => mail.to === email && text.test(mail.text));
    };
    await expect.poll(() => told(helena, /ninguém sem conflito está livre/i)).toBe(true);
    await expect.poll(() => told(consumer, /a cada dia útil/)).toBe(true);
    await helena.page.goto(`/cases/${play.caseId}`);
    await expect(helena.page.getByText(helena.t('desk-assign-nobody'))).toBeVisible();
    await play.end();
  });
});
