// Every page: axe-core with nothing switched off at two widths, in both themes and three languages; no sideways
// scrolling at 320 px; by keyboard alone; and nothing unexpected in the console.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { audit, sideways } from './support/audit.ts';
import { demoOf, draftKey, enter, visitor, type Demo } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';
import { LANGUAGES, texts } from './support/texts.ts';

const WIDTHS = [PHONE, DESK];
const NARROW = { width: 320, height: 640 };

/// Who looks: each has a browser of their own, at the host that the demonstration gives them.
const HOSTS = {
  nobody: 'nobody',
  consumer: 'consumer',
  company: 'company',
  mediator: 'mediator',
  coordinator: 'mediator',
  admin: 'mediator',
  ombudsman: 'ombudsman',
  operator_legal: 'legal',
} as const;
type Role = keyof typeof HOSTS;
const ROLES = Object.keys(HOSTS) as Role[];

/// A page to check: how to get there, and how to know that it is ready.
interface Place {
  what: string;
  role: Role;
  path: string;
  /// Opens what covers the page: a sheet, an editor.
  then?: (page: Page, t: ReturnType<typeof texts>) => Promise<void>;
}

async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((language) => localStorage.setItem('acordo.language', language), language);
}

/// One case for each thing that a page can show, picked from the demonstration's own.
async function places(demo: Demo, viewOf: (caseId: string) => Promise<any>): Promise<Place[]> {
  const views = new Map<string, any>();
  for (const one of demo.cases) views.set(one.case, await viewOf(one.case));
  const where = (fits: (view: any) => boolean) => [...views].find(([, view]) => view && fits(view))?.[0];
  const found: Place[] = [
    { what: 'the first page', role: 'nobody', path: '/' },
    { what: 'the complaint form', role: 'nobody', path: '/complain' },
    {
      what: 'the complaint form with faults',
      role: 'nobody',
      path: '/complain',
      then: async (page, t) => {
        await page.getByRole('button', { name: t('complain-send'), exact: true }).click();
        await expect(page.getByRole('alert').first()).toBeVisible();
      },
    },
    {
      what: 'the rules',
      role: 'nobody',
      path: '/complain',
      then: async (page, t) => {
        await page.getByRole('button', { name: t('rules-read') }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { what: 'the sign-in', role: 'nobody', path: '/sign-in' },
    { what: 'a link that nobody knows', role: 'nobody', path: `/l/${'x'.repeat(43)}` },
    { what: 'the check of a bundle', role: 'nobody', path: '/verify' },
    { what: 'who runs the site', role: 'nobody', path: '/about' },
    { what: 'what is held about a person, signed out', role: 'nobody', path: '/my-data' },
    {
      what: 'what is held about a person',
      role: 'consumer',
      path: '/my-data',
      then: async (page, t) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: t('mine-get') }).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(/\.zip$/);
        await expect(page.getByText(t('mine-done'))).toBeVisible();
      },
    },
    { what: 'the own account, signed out', role: 'nobody', path: '/account' },
    { what: 'the account of a consumer', role: 'consumer', path: '/account' },
    { what: 'the account of a rep', role: 'company', path: '/account' },
    { what: 'a forgotten password', role: 'nobody', path: '/password' },
    { what: 'a link to choose a password that nobody knows', role: 'nobody', path: `/password/${'x'.repeat(43)}` },
    { what: 'a page that does not exist', role: 'nobody', path: '/no-such-page' },
    { what: 'the demonstration', role: 'nobody', path: '/demo' },
    { what: 'the list of a consumer', role: 'consumer', path: '/cases' },
    { what: "the company's desk", role: 'company', path: '/cases' },
    { what: "the mediator's rooms", role: 'mediator', path: '/cases' },
    { what: "the coordinator's page", role: 'coordinator', path: '/cases' },
    { what: 'the settings', role: 'admin', path: '/cases/settings' },
    { what: "a company's invitation", role: 'company', path: '/cases/invite' },
    { what: "the ombudsman's queues", role: 'ombudsman', path: '/cases' },
    { what: "the centre's legal queues", role: 'operator_legal', path: '/cases' },
    { what: "the company's register of agreements", role: 'ombudsman', path: '/cases/agreements' },
    {
      what: 'an agreement ticked in the register',
      role: 'operator_legal',
      path: '/cases/agreements',
      then: async (page, t) => {
        await page.getByRole('checkbox', { name: t('register-select-page') }).check();
        await expect(page.getByRole('button', { name: t('register-export') })).toBeVisible();
      },
    },
    {
      what: 'the keys of a desk',
      role: 'company',
      path: '/cases',
      then: async (page, t) => {
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: t('desk-keys') })).toBeVisible();
      },
    },
    {
      what: 'the palette of a desk',
      role: 'coordinator',
      path: '/cases',
      then: async (page, t) => {
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog', { name: t('desk-palette') })).toBeVisible();
      },
    },
  ];
  const intake = where((view) => view.phase === 'intake');
  const offer = where(
    (view) =>
      view.phase === 'negotiation' &&
      view.proposals.some((one: any) => one.state === 'open' && one.author === 'company'),
  );
  const mediated = where((view) => view.phase === 'mediation');
  const agreed = where((view) => view.agreement?.state === 'signing');
  const settled = where((view) => view.phase === 'settled');
  const closed = where((view) => view.phase === 'closed_fulfilled');
  if (intake) found.push({ what: 'an invitation', role: 'company', path: `/cases/${intake}` });
  if (offer) {
    found.push(
      { what: 'a room with a proposal', role: 'consumer', path: `/cases/${offer}` },
      { what: 'a room with a proposal on the desk', role: 'company', path: `/cases/${offer}` },
      {
        what: 'the sheet to accept',
        role: 'consumer',
        path: `/cases/${offer}`,
        then: async (page, t) => {
          await page
            .getByRole('button', { name: t('room-offer-accept'), exact: true })
            .first()
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      {
        what: 'the editor of a counter-proposal',
        role: 'consumer',
        path: `/cases/${offer}`,
        then: async (page, t) => {
          await page
            .getByRole('button', { name: t('room-offer-counter'), exact: true })
            .first()
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      {
        what: 'the editor on the desk',
        role: 'company',
        path: `/cases/${offer}`,
        then: async (page, t) => {
          await page
            .getByRole('button', { name: t('room-offer-new') })
            .first()
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      {
        what: "the consumer's menu",
        role: 'consumer',
        path: `/cases/${offer}`,
        then: async (page, t) => {
          await page.getByRole('button', { name: t('consumer-menu'), exact: true }).click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
    );
  }
  if (mediated) {
    found.push({ what: 'who looked into a case', role: 'consumer', path: `/cases/${mediated}/access` });
    for (const role of ['consumer', 'company', 'mediator'] as const)
      found.push({ what: `a mediated room (${role})`, role, path: `/cases/${mediated}` });
    found.push({
      what: 'a private room',
      role: 'consumer',
      path: `/cases/${mediated}`,
      then: async (page, t) => {
        await page.getByRole('tab', { name: t('room-private') }).click();
        await expect(page.getByRole('region', { name: t.like('room-region-private') })).toBeVisible();
      },
    });
  }
  for (const [what, id] of Object.entries({
    'an agreement to sign': agreed,
    'a receipt': settled,
    'the receipt of a closed case': closed,
  })) {
    if (id)
      for (const role of ['consumer', 'company'] as const)
        found.push({ what: `${what} (${role})`, role, path: `/cases/${id}/agreement` });
  }
  if (closed) found.push({ what: 'a closed room', role: 'consumer', path: `/cases/${closed}` });
  for (const [what, id] of Object.entries({ intake, offer, mediated, agreed, settled, closed }))
    expect(id, `a case for: ${what}`).toBeTruthy();
  return found;
}

test.describe('every page', () => {
  let acordo: Acordo;
  let demo: Demo;
  const people = new Map<string, Person>();
  /// For each kind of person, who may see which case.
  const seers = new Map<Role, Map<string, string>>(ROLES.map((role) => [role, new Map()]));
  /// For each kind of person, somebody of that kind.
  const played = new Map<Role, string>();
  let all: Place[];

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
    for (const role of ROLES) {
      const person = await visitor(browser, acordo, HOSTS[role], PHONE);
      await person.page.goto('/');
      people.set(role, person);
    }
    for (const one of demo.people) {
      const role = (one.role === 'rep' ? 'company' : one.role) as Role;
      const person = people.get(role);
      if (!person) continue;
      if (!played.has(role)) played.set(role, one.person);
      await enter(person, one.person);
      for (const row of (await person.ask('GET', 'cases?limit=100')).body.cases)
        if (!seers.get(role)!.has(row.id)) seers.get(role)!.set(row.id, one.person);
    }
    all = await places(demo, async (caseId) => {
      await enter(people.get('consumer')!, seers.get('consumer')!.get(caseId)!);
      return people.get('consumer')!.view(caseId);
    });
  });
  test.afterAll(async () => {
    for (const person of people.values()) await person.leave();
    await acordo.stop();
  });

  async function go(place: Place): Promise<Page> {
    const person = people.get(place.role)!;
    const caseId = /[0-9a-f-]{36}/.exec(place.path)?.[0];
    if (place.role !== 'nobody')
      await enter(person, seers.get(place.role)!.get(caseId ?? '') ?? played.get(place.role)!);
    if (/^\/(l|password)\/x/.test(place.path)) person.expects(/\/auth\/link\/x+$/);
    await person.page.goto(place.path);
    await ready(person.page);
    return person.page;
  }

  for (const language of LANGUAGES) {
    test(`passes axe-core at both widths, in both themes (${language})`, async () => {
      const t = texts(language);
      for (const person of people.values()) await speak(person.page, language);
      for (const place of all) {
        const page = people.get(place.role)!.page;
        await page.setViewportSize(PHONE);
        await go(place);
        await place.then?.(page, t);
        expect.soft(await page.evaluate(() => document.documentElement.lang), place.what).toBe(language);
        for (const screen of WIDTHS) {
          await page.setViewportSize(screen);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await audit(page, `${place.what}, ${language}, ${screen.width} px, ${colorScheme}`);
          }
        }
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize(NARROW);
        expect
          .soft(await sideways(page), `sideways scrolling of ${place.what} at 320 px, ${language}`)
          .toBeLessThanOrEqual(0);
      }
      for (const person of people.values()) person.unharmed();
    });
  }

  test('every case of the demonstration is clean for everybody who may see it', async () => {
    const turns = LANGUAGES.flatMap((language) =>
      WIDTHS.flatMap((screen) =>
        (['light', 'dark'] as const).map((colorScheme) => ({ language, screen, colorScheme })),
      ),
    );
    let at = 0;
    for (const one of demo.cases) {
      for (const role of ['consumer', 'company', 'mediator'] as const) {
        const person = people.get(role)!;
        const seer = seers.get(role)!.get(one.case);
        if (!seer) continue;
        await enter(person, seer);
        const { language, screen, colorScheme } = turns[at++ % turns.length]!;
        await speak(person.page, language);
        await person.page.setViewportSize(screen);
        await person.page.emulateMedia({ colorScheme });
        await person.page.goto(`/cases/${one.case}`);
        await ready(person.page);
        await audit(person.page, `${one.phase} (${role}), ${language}, ${screen.width} px, ${colorScheme}`);
      }
    }
    for (const person of people.values()) person.unharmed();
  });

  // -- by keyboard alone

  /// Presses Tab until this has the focus, as somebody without a mouse would.
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    for (let steps = 0; steps < 120; steps += 1) {
      if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${wanted}`);
  }

  test('a complaint is filed by keyboard alone', async ({ browser }) => {
    const person = await visitor(browser, acordo, 'nobody', PHONE);
    const { page, t } = person;
    const company = demo.cases[0]!.company_name;
    await page.goto('/complain');
    await ready(page);
    await tabTo(page, page.getByRole('combobox', { name: t('complain-company') }));
    await page.keyboard.type(company);
    await expect(page.getByRole('option', { name: company }).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const fields: [Locator, string][] = [
      [page.getByLabel(t('complain-product'), { exact: true }), 'Chuveiro'],
      [page.getByLabel(t('complain-story'), { exact: true }), 'Queimou no primeiro dia.'],
    ];
    for (const [field, words] of fields) {
      await tabTo(page, field);
      await page.keyboard.type(words);
    }
    await tabTo(page, page.getByLabel(t('complain-remedy'), { exact: true }));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByLabel(t('complain-name'), { exact: true }));
    await page.keyboard.type('Teresa Teclado');
    await tabTo(page, page.getByLabel(t('form-email'), { exact: true }));
    await page.keyboard.type('teresa@example.net');
    for (const box of ['rules-accept', 'rules-online']) {
      await tabTo(page, page.getByRole('checkbox', { name: t(box) }));
      await page.keyboard.press('Space');
    }
    await tabTo(page, page.getByRole('button', { name: t('complain-send'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('complain-sent-title') })).toBeFocused();
    await audit(page, 'complaint sent');

    // A mistyped address is corrected here; the link goes to the right one.
    await tabTo(page, page.getByRole('button', { name: t('complain-correct') }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel(t('form-email'), { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('teresa.teclado@example.net');
    await tabTo(page, page.getByRole('button', { name: t('complain-correct-send'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('complain-sent-title') })).toBeFocused();
    await page.goto(`/complain/confirm/${await draftKey(acordo, 'teresa.teclado@example.net')}`);
    await ready(page);
    await expect(page.getByText('Queimou no primeiro dia.')).toBeVisible();
    await audit(page, 'complaint to confirm');

    // Dropped after a question; then the link says so.
    await tabTo(page, page.getByRole('button', { name: t('complain-drop') }));
    await page.keyboard.press('Enter');
    await audit(page, 'complaint to drop');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: t('complain-drop'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('confirm-dropped-title') })).toBeFocused();
    person.expects(/\/complaints\/draft$/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: t('confirm-over-title') })).toBeVisible();
    person.unharmed();
    await person.leave();
  });

  test('somebody signs in by keyboard alone, and is told what is wrong', async ({ browser }) => {
    const person = await visitor(browser, acordo, 'nobody', DESK);
    const { page, t } = person;
    await page.goto('/sign-in');
    await ready(page);
    const form = page.getByRole('region', { name: t('sign-in-team-title') });
    await tabTo(page, form.getByLabel(t('form-email')));
    await page.keyboard.type('nobody@example.org');
    await tabTo(page, form.getByLabel(t('form-password')));
    await page.keyboard.type('not a password');
    person.expects(/\/auth\/sign_in$/);
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toBeFocused();
    await expect(form.getByRole('alert')).toContainText(t('problem-wrong_credentials'));
    person.unharmed();
    await person.leave();
  });

  test('a proposal is answered by keyboard alone', async () => {
    const place = all.find((one) => one.what === 'a room with a proposal')!;
    const person = people.get('consumer')!;
    const { page, t } = person;
    await speak(page, 'pt-BR');
    await page.setViewportSize(PHONE);
    await go(place);
    await tabTo(page, page.getByRole('button', { name: t('room-offer-accept'), exact: true }).first());
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    // Escape leaves the proposal unanswered and puts the focus back.
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: t('room-offer-accept'), exact: true }).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, sheet.getByRole('button', { name: t('room-accept-yes') }));
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await expect.poll(async () => (await person.view(place.path.split('/').at(-1)!)).phase).toBe('agreed');
    await expect(new Room(person, '').log('joint')).toBeVisible();
    person.unharmed();
  });
});
