// What was agreed and is owed: paid in part, late, and confirmed by the creditor without a report.
import { expect, test } from '@playwright/test';
import { enter } from './support/demo.ts';
import type { Person } from './support/person.ts';
import { Play } from './support/play.ts';
import { Acordo } from './support/server.ts';

test.describe('what is owed', () => {
  let acordo: Acordo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
  });
  test.afterAll(() => acordo.stop());

  const owed = async (person: Person, play: Play): Promise<any[]> => (await person.view(play.caseId)).obligations;

  test('a sum is paid in part and late, and each part is a receipt', async ({ browser }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const settled = play.demo.cases.find((one) => one.phase === 'settled' && one.consumer_name.startsWith('Joaqu'))!;
    play.caseId = settled.case;
    const consumer = await play.comes('consumer', (one) => one.person === settled.consumer, true);
    const rep = await play.comes('company', (one) => one.role === 'rep' && one.name === 'Bruna Lima');
    const sum = (await owed(consumer, play)).find((one) => one.money && one.debtor === 'company')!;
    expect(sum, 'the demonstration has a sum that a company owes').toBeTruthy();
    const half = Math.floor(sum.owed.amount / 200) * 100;
    const open = (person: Person) => person.page.goto(`/cases/${play.caseId}/agreement`);

    // What the company reported before is shown.
    await open(consumer);
    await consumer.page.getByRole('button', { name: consumer.t('fulfil-yes') }).click();
    await consumer.page
      .getByRole('dialog')
      .getByRole('button', { name: consumer.t('fulfil-yes') })
      .click();
    await expect.poll(async () => (await owed(consumer, play))[0].state).toBe('confirmed');

    // The company reports half of it; the consumer confirms it, and the other half is still owed.
    await open(rep);
    await rep.page.getByRole('button', { name: rep.t('fulfil-report'), exact: true }).click();
    const report = rep.page.getByRole('dialog');
    await report.getByLabel(rep.t('fulfil-report-sum', { currency: 'BRL' })).fill(`${half / 100},00`);
    await report.getByRole('button', { name: rep.t('fulfil-report-send'), exact: true }).click();
    await expect(report).toBeHidden();
    await consumer.page.getByRole('button', { name: consumer.t('fulfil-yes') }).click();
    await consumer.page
      .getByRole('dialog')
      .getByRole('button', { name: consumer.t('fulfil-yes') })
      .click();
    await expect
      .poll(async () => (await owed(consumer, play)).find((one) => one.id === sum.id).owed.amount)
      .toBe(sum.owed.amount - half);
    await rep.refused(play.caseId, { type: 'obligation.confirm', id: sum.id }, 'obligation_not_creditor');

    // The deadline passes: the rest is late, and the part that was paid stays paid.
    await play.passes(await play.due(consumer, 'obligation'));
    await enter(consumer, settled.consumer);
    await expect
      .poll(async () => (await owed(consumer, play)).find((one) => one.id === sum.id).overdue, { timeout: 20_000 })
      .toBeTruthy();
    await open(consumer);
    await expect(consumer.page.getByText(consumer.t('fulfil-overdue')).first()).toBeVisible();

    // The rest arrived without a report by the company: the creditor's receipt is enough.
    for (;;) {
      const left = (await owed(consumer, play)).filter((one) => one.state === 'due');
      if (left.length === 0) break;
      await consumer.page
        .getByRole('button', { name: consumer.t('fulfil-confirm'), exact: true })
        .first()
        .click();
      const receipt = consumer.page.getByRole('dialog');
      await receipt.getByRole('button', { name: consumer.t('fulfil-confirm-send'), exact: true }).click();
      await expect(receipt).toBeHidden();
      await expect
        .poll(async () => (await owed(consumer, play)).filter((one) => one.state === 'due').length)
        .toBe(left.length - 1);
    }
    await expect.poll(() => play.phase(consumer)).toBe('closed_fulfilled');
    await expect(consumer.page.getByText(consumer.t('fulfil-all'))).toBeVisible();
    const steps = (await owed(consumer, play)).find((one) => one.id === sum.id).steps;
    expect(steps.filter((one: any) => one.what === 'confirmed')).toHaveLength(2);
    await play.end();
  });
});
