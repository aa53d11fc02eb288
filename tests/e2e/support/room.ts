// A case's room as a person works in it, by role and name. Phone, desk and console use the same words.
import { expect, type Locator, type Page } from '@playwright/test';
import { reais } from './chance.ts';
import type { Person } from './person.ts';

/// A party's own private conversation is `private`; the mediator says whose it is.
export type Where = 'joint' | 'private' | 'consumer' | 'company' | 'internal' | 'notes';

export interface Term {
  kind: string;
  centavos?: number;
  days: number;
  words?: string;
}

export class Room {
  readonly page: Page;

  constructor(
    readonly person: Person,
    readonly caseId: string,
    /// First names, for the mediator's two private conversations.
    private readonly others: { consumer?: string; company?: string } = {},
  ) {
    this.page = person.page;
  }

  private get t() {
    return this.person.t;
  }

  async open(): Promise<void> {
    await this.page.goto(`/cases/${this.caseId}`);
    await expect(this.log('joint')).toBeVisible();
  }

  log(where: Where): Locator {
    const named = {
      joint: () => this.t('room-region-joint'),
      private: () => this.t.like('room-region-private'),
      consumer: () => this.t.like('room-region-private', { name: this.others.consumer! }),
      company: () => this.t.like('room-region-private', { name: this.others.company! }),
      internal: () => this.t.like('room-region-internal'),
      notes: () => this.t('room-region-notes'),
    }[where]();
    return this.page.getByRole('region', { name: named, ...(typeof named === 'string' ? { exact: true } : {}) });
  }

  private get mediates(): boolean {
    return this.person.role === 'mediator';
  }

  /// The part of the page that holds this conversation: the whole page, or one of the mediator's columns or sheets.
  private part(where: Where): Locator {
    if (!this.mediates) return this.page.locator('body');
    if (where === 'notes') return this.page.getByRole('dialog', { name: this.t('room-notes') });
    const title =
      where === 'joint'
        ? this.t('room-band-joint')
        : this.t('room-band-of', { name: this.others[where as 'consumer' | 'company']! });
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /// Goes to where this conversation is read and written.
  async enter(where: Where): Promise<void> {
    if (await this.log(where).isVisible()) return;
    if (this.mediates) {
      if (where === 'notes') await this.button(this.t('room-notes')).click();
    } else {
      const names = {
        joint: [this.t('room-joint'), this.t('room-joint-desk')],
        private: [this.t('room-private'), this.t('room-private-company')],
        internal: [this.t('room-internal')],
      }[where as 'joint' | 'private' | 'internal'];
      const tab = names.map((name) => this.page.getByRole('tab', { name })).reduce((one, other) => one.or(other));
      // Without other conversations there are no tabs: the joint room is all there is.
      await expect(tab.or(this.log(where)).first()).toBeVisible();
      if (await tab.isVisible()) await tab.click();
    }
    await expect(this.log(where)).toBeVisible();
  }

  /// The input of this conversation, opened first where only one is open at a time.
  async input(where: Where): Promise<Locator> {
    await this.enter(where);
    const note = where === 'internal' || where === 'notes';
    const input = this.part(where).getByRole('textbox', { name: this.t.end(note ? 'room-note' : 'room-message') });
    if (this.mediates && !note) {
      const fold = this.part(where).getByRole('button', {
        expanded: false,
        name: this.t.like(where === 'joint' ? 'room-open-joint' : 'room-open-private'),
      });
      await expect(fold.or(input)).toBeVisible();
      if (await fold.isVisible()) await fold.click();
    }
    await expect(input).toBeVisible();
    return input;
  }

  private sendButton(where: Where): Locator {
    const key =
      where === 'joint'
        ? 'room-send-joint'
        : where === 'internal' || where === 'notes'
          ? 'room-send-note'
          : 'room-send-private';
    return this.part(where).getByRole('button', { name: this.t.like(key) });
  }

  async say(where: Where, text: string): Promise<void> {
    await this.write(where, text);
    await this.reads(where, text);
  }

  async write(where: Where, text: string): Promise<void> {
    const input = await this.input(where);
    await input.fill(text);
    await this.sendButton(where).click();
  }

  async attach(where: Where, file: { name: string; mimeType: string; buffer: Buffer }, text: string): Promise<void> {
    const input = await this.input(where);
    await this.part(where).locator('input[type=file]').first().setInputFiles(file);
    await input.fill(text);
    await this.sendButton(where).click();
    await expect(
      this.log(where)
        .getByRole('link', { name: this.t('room-file-open', { name: file.name }) })
        .first(),
    ).toBeVisible();
  }

  async reads(where: Where, text: string | RegExp): Promise<void> {
    await this.enter(where);
    await expect(this.log(where).getByText(text).first()).toBeVisible();
  }

  /// All of these texts, each once, in this order.
  async readsInOrder(where: Where, texts: readonly string[]): Promise<void> {
    await this.enter(where);
    await expect(async () => {
      const all = await this.log(where).innerText();
      const places = texts.map((text) => {
        expect(all.split(text).length - 1, `times of ${text}`).toBe(1);
        return all.indexOf(text);
      });
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }).toPass();
  }

  proposal(number: number): Locator {
    return this.page.locator(`#proposal-joint-${number}`);
  }

  async sheet(name: string | RegExp): Promise<Locator> {
    const sheet = this.page.getByRole('dialog', { name });
    await expect(sheet).toBeVisible();
    return sheet;
  }

  /// Fills in the open editor and sends the proposal.
  async fillAndSend(terms: readonly Term[], note?: string): Promise<void> {
    const editor = this.page.getByRole('dialog');
    await expect(editor).toBeVisible();
    const days = editor.getByLabel(this.t('room-edit-days'), { exact: true });
    for (const [at, term] of terms.entries()) {
      if ((await days.count()) <= at) {
        await editor.getByRole('button', { name: this.t('room-edit-add') }).click();
        await expect(days).toHaveCount(at + 1);
        await editor.getByLabel(this.t('room-edit-kind'), { exact: true }).last().selectOption(term.kind);
      }
      if (term.centavos !== undefined)
        await editor.getByLabel(this.t.like('room-edit-amount')).nth(at).fill(reais(term.centavos));
      await days.nth(at).fill(String(term.days));
      if (term.words !== undefined)
        await editor.getByLabel(this.t('room-edit-description'), { exact: true }).nth(at).fill(term.words);
    }
    if (note) await editor.getByLabel(this.t('room-edit-note')).fill(note);
    const check = editor.getByRole('button', { name: this.t('room-edit-check'), exact: true });
    if (await check.isVisible()) await check.click();
    const send = editor
      .getByRole('button', { name: this.t.like('room-edit-send-to') })
      .or(editor.getByRole('button', { name: this.t.like('room-edit-send-idea') }))
      .or(editor.getByRole('button', { name: this.t('room-edit-send-both') }));
    await send.click();
    await expect(editor).toBeHidden();
    await this.person.settled();
  }

  async counter(number: number, terms: readonly Term[], note?: string): Promise<void> {
    await this.enter('joint');
    await this.proposal(number)
      .getByRole('button', { name: this.t('room-offer-counter') })
      .click();
    await this.fillAndSend(terms, note);
  }

  async accept(number: number): Promise<void> {
    await this.enter('joint');
    await this.proposal(number)
      .getByRole('button', { name: this.t('room-offer-accept'), exact: true })
      .click();
    const sheet = await this.sheet(this.t('room-accept-title', { number }));
    await sheet.getByRole('button', { name: this.t('room-accept-yes') }).click();
    await expect(sheet).toBeHidden();
    await this.person.settled();
  }

  private button(...names: (string | RegExp)[]): Locator {
    return names
      .map((name) => this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }))
      .reduce((one, other) => one.or(other));
  }

  /// A proposal that answers no other.
  async offer(terms: readonly Term[], note?: string): Promise<void> {
    await this.enter('joint');
    await this.button(this.t('consumer-offer'), this.t('room-offer-new')).click();
    await this.fillAndSend(terms, note);
  }

  async giveIdea(terms: readonly Term[]): Promise<void> {
    await this.enter('private');
    await this.button(this.t('consumer-idea'), this.t('room-idea-give')).click();
    await this.fillAndSend(terms);
    await this.reads('private', terms[0]!.words!);
  }

  async askForMediator(): Promise<void> {
    if (this.person.role === 'consumer') {
      await this.button(this.t('consumer-ask-mediator')).click();
      const sheet = await this.sheet(this.t('consumer-menu-mediator'));
      await sheet.getByRole('button', { name: this.t('consumer-menu-mediator-yes') }).click();
    } else {
      await this.button(this.t('desk-ask-mediator')).click();
      const sheet = await this.sheet(this.t('desk-ask-mediator'));
      await sheet.getByRole('button', { name: this.t('desk-ask-mediator') }).click();
    }
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await this.person.settled();
  }

  async acceptGroundRules(): Promise<void> {
    await this.enter('joint');
    const accept = this.button(this.t('ground-rules-accept'));
    await accept.click();
    await expect(accept).toBeHidden();
  }

  async confirmSummary(): Promise<void> {
    await this.enter('private');
    await this.log('private')
      .getByRole('button', { name: this.t('room-summary-confirm') })
      .click();
    await expect(this.log('private').getByText(this.t('room-summary-confirmed'), { exact: true })).toBeVisible();
  }

  async answerDisclosure(allow: boolean): Promise<void> {
    await this.enter('private');
    const answer = this.log('private').getByRole('button', {
      name: this.t(allow ? 'room-disclosure-allow' : 'room-disclosure-deny'),
    });
    await answer.click();
    await expect(answer).toBeHidden();
  }

  // -- the mediator's own

  async acceptMediation(disclosure: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.t('desk-accept-clear') }).check();
    await this.page.getByLabel(this.t('desk-accept-words'), { exact: true }).fill(disclosure);
    await this.button(this.t('desk-accept-yes')).click();
    await expect(this.log('joint')).toBeVisible();
  }

  private async words(
    side: 'consumer' | 'company',
    opener: string,
    label: string,
    send: string,
    text: string,
  ): Promise<void> {
    await this.input(side);
    await this.part(side)
      .getByRole('button', { name: this.t(opener) })
      .click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByLabel(this.t(label), { exact: true }).fill(text);
    await sheet.getByRole('button', { name: this.t.like(send) }).click();
    await expect(sheet).toBeHidden();
    await this.person.settled();
    await this.reads(side, text);
  }

  async writeSummary(side: 'consumer' | 'company', text: string): Promise<void> {
    await this.words(side, 'desk-summary', 'desk-summary-label', 'room-send-private', text);
  }

  async askDisclosure(side: 'consumer' | 'company', text: string): Promise<void> {
    await this.words(side, 'desk-ask-tell', 'desk-ask-label', 'desk-ask-send', text);
  }

  async useDisclosure(side: 'consumer' | 'company'): Promise<void> {
    const bring = this.log(side).getByRole('button', { name: this.t('room-disclosure-bring') });
    await bring.click();
    await expect(bring).toBeHidden();
  }

  /// Closes the sheet that is open, if any.
  async closeSheet(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await this.person.settled();
  }
}
