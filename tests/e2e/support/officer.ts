// A case as the officer who has it works on it, by role and name.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './person.ts';
import type { Term } from './room.ts';

type Act = 'ask' | 'recommend' | 'offer' | 'remit' | 'close' | 'close-company' | 'forward' | 'hand_over' | 'release';

export class Officer {
  readonly page: Page;

  constructor(
    readonly person: Person,
    readonly caseId: string,
  ) {
    this.page = person.page;
  }

  private get t() {
    return this.person.t;
  }

  async open(): Promise<void> {
    await this.page.goto(`/cases/${this.caseId}`);
  }

  async claim(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: this.t('officer-claim') }).click();
    await expect(this.page.getByRole('button', { name: this.t('officer-act-ask') })).toBeVisible();
  }

  /// The sheet of an act, whose button is in the header or one step away.
  private async sheet(act: Act): Promise<Locator> {
    const name = this.t(act === 'close-company' ? 'officer-close-company' : `officer-act-${act}`);
    const more = this.page.getByRole('button', { name: this.t('officer-more-acts') });
    const button = this.page.getByRole('button', { name, exact: true });
    await expect(more).toBeVisible();
    if (!(await button.first().isVisible())) await more.click();
    await button.first().click();
    const sheet = this.page.getByRole('dialog', { name });
    await expect(sheet).toBeVisible();
    return sheet;
  }

  /// What both sides read of a decision. Without it nothing is sent, and the sheet says so.
  private async decide(
    sheet: Locator,
    yes: string,
    reasons = 'As fotos e a nota fiscal bastam para decidir.',
  ): Promise<void> {
    const go = sheet.getByRole('button', { name: this.t(yes), exact: true });
    await go.click();
    await expect(sheet.getByText(this.t('officer-decision-reasons-missing')).first()).toBeVisible();
    await sheet.getByLabel(this.t('officer-decision-reasons'), { exact: true }).fill(reasons);
    await go.click();
  }

  /// The company's officer passes the case on, with the company's final answer.
  async giveFinalAnswer(): Promise<void> {
    const sheet = await this.sheet('close-company');
    await this.decide(sheet, 'officer-close-yes-company');
    await this.page.waitForURL((url) => url.pathname === '/cases');
  }

  async ask(side: string, question: string): Promise<void> {
    const sheet = await this.sheet('ask');
    // If nobody is chosen to answer, nothing is sent, and the sheet says so.
    await sheet.getByRole('button', { name: this.t('officer-ask-yes'), exact: true }).click();
    await expect(sheet.getByText(this.t('officer-ask-side-missing'))).toBeVisible();
    await sheet.getByRole('radio', { name: side }).check();
    await sheet.getByLabel(this.t('officer-ask-question'), { exact: true }).fill(question);
    await sheet.getByRole('button', { name: this.t('officer-ask-yes'), exact: true }).click();
    await expect(sheet).toBeHidden();
  }

  async recommend(term: Term, reasons: string): Promise<void> {
    const name = this.t('officer-act-recommend');
    await this.page.getByRole('button', { name, exact: true }).first().click();
    const editor = this.page.getByRole('dialog');
    await expect(editor).toBeVisible();
    await editor.getByLabel(this.t('room-edit-kind'), { exact: true }).last().selectOption(term.kind);
    await editor.getByLabel(this.t('room-edit-days'), { exact: true }).first().fill(String(term.days));
    if (term.words !== undefined)
      await editor.getByLabel(this.t('room-edit-description'), { exact: true }).first().fill(term.words);
    await editor.getByLabel(this.t('officer-reasons')).fill(reasons);
    const check = editor.getByRole('button', { name: this.t('room-edit-check'), exact: true });
    if (await check.isVisible()) await check.click();
    await editor.getByRole('button', { name: this.t('room-edit-send-both') }).click();
    await expect(editor).toBeHidden();
  }

  /// The company's officer makes a proposal as the company.
  async offer(term: Term): Promise<void> {
    const editor = await this.sheet('offer');
    await editor.getByLabel(this.t('room-edit-kind'), { exact: true }).last().selectOption(term.kind);
    await editor.getByLabel(this.t('room-edit-days'), { exact: true }).first().fill(String(term.days));
    const check = editor.getByRole('button', { name: this.t('room-edit-check'), exact: true });
    if (await check.isVisible()) await check.click();
    await editor.getByRole('button', { name: this.t.like('room-edit-send-to') }).click();
    await expect(editor).toBeHidden();
  }

  async note(text: string): Promise<void> {
    await this.page.getByLabel(this.t('officer-note-new'), { exact: true }).fill(text);
    await this.page.getByRole('button', { name: this.t('officer-note-save'), exact: true }).click();
    await expect(this.page.getByText(text)).toBeVisible();
  }

  async remit(): Promise<void> {
    const sheet = await this.sheet('remit');
    await this.decide(sheet, 'officer-remit-yes');
    await expect(sheet).toBeHidden();
  }

  async close(outcome: string): Promise<void> {
    const sheet = await this.sheet('close');
    await sheet
      .getByRole('radio', { name: this.t.like(`officer-close-${outcome}`) })
      .or(sheet.getByRole('radio', { name: this.t(`officer-close-${outcome}`) }))
      .first()
      .check();
    await this.decide(sheet, 'officer-close-yes');
    await expect(sheet).toBeHidden();
  }
}
