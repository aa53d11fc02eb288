// A room on a small phone, with the keyboard open, and with the reader's letters twice as large. The boxes on the
// screen are measured. Everybody who may see a case of the demonstration opens it, so every phase is there.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { demoOf, enter, visitor, type Demo, type DemoCase } from './support/demo.ts';
import type { Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';
import { LANGUAGES } from './support/texts.ts';

interface Way {
  what: string;
  width: number;
  height: number;
  /// The reader's own font size, as set in the browser.
  letters: number;
  /// Somebody is writing, so the keyboard covers the rest of the screen.
  writing: boolean;
  /// Only the page's own letters are twice as large: the browser's text zoom, which its media queries know nothing of.
  zoomed?: boolean;
}
const SMALL: Way = { what: 'on a small phone', width: 360, height: 640, letters: 16, writing: false };
const KEYBOARD: Way = { what: 'with the keyboard open', width: 360, height: 380, letters: 16, writing: true };
const LARGE: Way = { what: 'with letters twice as large', width: 360, height: 640, letters: 32, writing: false };
const ZOOMED: Way = {
  what: 'with its text at 200 %',
  width: 360,
  height: 640,
  letters: 16,
  writing: false,
  zoomed: true,
};
const ZOOMED_KEYBOARD: Way = {
  ...ZOOMED,
  what: 'with its text at 200 % and the keyboard open',
  height: 380,
  writing: true,
};
const ROLES = ['consumer', 'company', 'mediator'];
const WAYS = [SMALL, KEYBOARD, LARGE, ZOOMED, ZOOMED_KEYBOARD];
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function see(page: Page, way: Way): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: way.letters } });
  await devtools.detach();
  await page.setViewportSize({ width: way.width, height: way.height });
}

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/// The box of an element on the screen.
const boxOf = (one: Locator): Promise<Box> =>
  one.evaluate((node) => {
    const { top, bottom, left, right } = node.getBoundingClientRect();
    return { top, bottom, left, right };
  });

/// Whether all of it is on the screen and nothing covers its middle.
const inReach = (one: Locator): Promise<boolean> =>
  one.evaluate((node) => {
    const box = node.getBoundingClientRect();
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const whole = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 0.5 && box.right <= innerWidth + 0.5;
    return whole && hit !== null && node.contains(hit);
  });

/// Waits until the effects of a scroll have been drawn.
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  );

/// Buttons of the log that are in sight but covered by the pill that leads to its end.
const covered = (log: Locator): Promise<string[]> =>
  log.evaluate((node) => {
    const jump = node.querySelector('.jump button');
    if (!jump || getComputedStyle(jump).visibility === 'hidden') return [];
    const pill = jump.getBoundingClientRect();
    return [...node.querySelectorAll('button')]
      .filter((button) => !button.closest('.jump'))
      .filter((button) => {
        const box = button.getBoundingClientRect();
        return box.bottom > pill.top && box.top < pill.bottom && box.right > pill.left && box.left < pill.right;
      })
      .map((button) => button.textContent?.trim() ?? '');
  });

test.describe('a room fits a small screen', () => {
  let acordo: Acordo;
  let demo: Demo;
  /// By role and language, because words are longer in some languages.
  const people = new Map<string, Person>();
  const seers = new Map<string, Map<string, string>>();

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
    for (const role of ROLES) {
      for (const language of LANGUAGES) {
        const person = await visitor(browser, acordo, role, { width: SMALL.width, height: SMALL.height }, language);
        await person.page.goto('/');
        people.set(`${role} ${language}`, person);
      }
      seers.set(role, new Map());
    }
    for (const played of demo.people) {
      const role = played.role === 'rep' ? 'company' : played.role;
      const person = people.get(`${role} pt-BR`);
      if (!person) continue;
      await enter(person, played.person);
      for (const row of (await person.ask('GET', 'cases?limit=100')).body.cases)
        if (!seers.get(role)!.has(row.id)) seers.get(role)!.set(row.id, played.person);
    }
  });
  test.afterAll(async () => {
    for (const person of people.values()) await person.leave();
    await acordo.stop();
  });

  /// What is wrong with one case as one person sees it in one way.
  async function faults(person: Person, one: DemoCase, way: Way): Promise<string[]> {
    const { page, t } = person;
    const found: string[] = [];
    const room = new Room(person, one.case, {});
    const log = room.log('joint');
    const input = page.getByRole('textbox', { name: t.end('room-message') });
    await page.evaluate((zoomed) => (document.documentElement.style.fontSize = zoomed ? '200%' : ''), way.zoomed);
    if (way.writing) {
      if (!(await input.isVisible())) return found;
      await input.focus();
    }
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const least = one.phase === 'negotiation' && !way.zoomed ? 1 / 2 : 1 / 3;
    const measure = async (when: string, wanted = least) => {
      const box = await boxOf(log);
      const share = (Math.min(box.bottom, way.height) - Math.max(box.top, 0)) / way.height;
      if (share < wanted) found.push(`${when} the log has ${(share * 100).toFixed(1)} % of the screen`);
    };
    await measure('at its end');
    const rules = page.getByRole('button', { name: t('ground-rules-accept') });
    if ((await rules.isVisible()) && !(await inReach(rules))) found.push('the mediation terms hide their button');
    if (await input.isVisible()) {
      const send = page.getByRole('button', { name: t.like('room-send-joint') });
      await input.fill('Uma palavra\ne outra\n\n\n\n\n\n\n\n\nfim.');
      const [writes, sends] = [await boxOf(input), await boxOf(send)];
      if (!(await inReach(send))) found.push('the button that sends is pushed out');
      if (
        person.role === 'consumer' &&
        (sends.bottom <= writes.top || sends.top >= writes.bottom || sends.left < writes.right)
      )
        found.push('input and button are not in one row');
      await measure('beside a long message', 1 / 3);
      await input.fill('');
    }
    // At such a height a button is as tall as the log that it stands in.
    if (way.zoomed && way.writing) return found;
    // When the reader has scrolled up, a line of its own points to a proposal that waits.
    await log.evaluate((node) => node.scrollTo(0, 0));
    await drawn(page);
    await measure('read from its beginning');
    for (const button of await covered(log)) found.push(`the pill lies over “${button}”`);
    // Every answer can be reached: after scrolling to it, all of it is on the screen and nothing covers it.
    for (const answer of await log.getByRole('button').all()) {
      if (!(await answer.isVisible()) || (await answer.evaluate((node) => node.closest('.jump') !== null))) continue;
      await answer.scrollIntoViewIfNeeded();
      await drawn(page);
      for (const button of await covered(log)) found.push(`the pill lies over “${button}” after scrolling`);
      if (!(await inReach(answer))) found.push(`“${await answer.innerText()}” is not in reach`);
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (sideways > 0) found.push(`the page scrolls sideways by ${sideways}`);
    return [...new Set(found)];
  }

  for (const role of ROLES) {
    for (const way of WAYS) {
      test(`for the ${role} ${way.what}, in every phase`, async () => {
        const language = LANGUAGES[(ROLES.indexOf(role) + WAYS.indexOf(way)) % LANGUAGES.length]!;
        const person = people.get(`${role} ${language}`)!;
        await person.page.evaluate((language) => localStorage.setItem('acordo.language', language), language);
        const wrong: string[] = [];
        let at = 0;
        await see(person.page, way);
        for (const one of demo.cases) {
          const seer = seers.get(role)!.get(one.case);
          if (!seer) continue;
          await enter(person, seer);
          await person.page.goto(`/cases/${one.case}`);
          await expect(person.page.getByRole('main')).toBeVisible();
          await expect(person.page.locator('[aria-busy=true]')).toHaveCount(0);
          const log = new Room(person, one.case, {}).log('joint');
          const { allowed, capacity, heads } = await person.view(one.case);
          // Before an invitation or an assignment is answered there is a letter instead of the room.
          if (!('joint' in heads) || allowed.includes('invitation.accept') || capacity === 'assigned_mediator')
            continue;
          await expect(log).toBeVisible();
          // Cards appear a moment later than the log.
          await expect.poll(() => log.evaluate((node) => node.scrollHeight)).toBeGreaterThan(0);
          await person.page.waitForLoadState('networkidle');
          const said = await faults(person, one, way);
          wrong.push(...said.map((fault) => `${one.phase} ${one.reference}: ${fault}`));
          at += 1;
        }
        expect(at).toBeGreaterThan(role === 'mediator' ? 1 : 3);
        expect(wrong).toEqual([]);
        person.unharmed();
      });
    }
  }

  for (const way of [SMALL, ZOOMED]) {
    test(`a dozen pictures leave the log its third, ${way.what}`, async () => {
      const person = people.get('consumer pt-BR')!;
      const { page, t } = person;
      const mine = demo.cases.find((one) => one.phase === 'negotiation' && seers.get('consumer')!.has(one.case))!;
      await enter(person, seers.get('consumer')!.get(mine.case)!);
      await page.evaluate(() => localStorage.setItem('acordo.language', 'pt-BR'));
      await see(page, way);
      await page.goto(`/cases/${mine.case}`);
      await page.evaluate((zoomed) => (document.documentElement.style.fontSize = zoomed ? '200%' : ''), way.zoomed);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(
          Array.from({ length: 13 }, (_, at) => ({
            name: `foto-da-geladeira-quebrada-${at}.png`,
            mimeType: 'image/png',
            buffer: Buffer.concat([Buffer.from(PICTURE, 'base64'), Buffer.from([at])]),
          })),
        );
      await expect(page.getByRole('list', { name: t('room-attached') }).getByRole('listitem')).toHaveCount(13);
      await drawn(page);
      const box = await boxOf(new Room(person, mine.case, {}).log('joint'));
      expect((box.bottom - box.top) / way.height).toBeGreaterThanOrEqual(1 / 3);
      expect(await inReach(page.getByRole('button', { name: t.like('room-send-joint') }))).toBe(true);
      person.unharmed();
    });
  }

  test('at a desk of any width a reference is whole, and filters, tabs and stages stand in one line each', async () => {
    const wrong: string[] = [];
    const role = ['company', 'mediator'];
    for (const [who, language] of role.flatMap((who) => LANGUAGES.map((language) => [who, language] as const))) {
      const person = people.get(`${who} ${language}`)!;
      const { page } = person;
      const mine = demo.cases.find((one) => one.phase === 'mediation' && seers.get(who)!.has(one.case))!;
      await enter(person, seers.get(who)!.get(mine.case)!);
      await page.evaluate((language) => localStorage.setItem('acordo.language', language), language);
      for (const width of [1440, 1280, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/cases/${mine.case}`);
        const heading = page.getByRole('heading', { level: 1 });
        await expect(heading).toContainText(mine.reference);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const at = `${who} ${language} ${width}:`;
        const reference = await boxOf(heading.getByText(mine.reference, { exact: true }));
        const whole = await boxOf(heading);
        if (reference.right > whole.right + 0.5) wrong.push(`${at} the reference is cut off`);
        for (const lined of ['.list .tabs', 'main [role=tablist]', '.stagesline .stages']) {
          const lines = await page
            .locator(lined)
            .evaluateAll((all) =>
              all.map(
                (one) => new Set([...one.children].map((each) => Math.round(each.getBoundingClientRect().top))).size,
              ),
            );
          if (lines.some((count) => count > 1)) wrong.push(`${at} ${lined} takes more than one line`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('ten cases stand in the list of a desk, with reference and date whole, in each language', async () => {
    const wrong: string[] = [];
    for (const language of LANGUAGES) {
      const { page } = people.get(`company ${language}`)!;
      await enter(people.get(`company ${language}`)!, [...seers.get('company')!.values()][0]!);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.evaluate((language) => localStorage.setItem('acordo.language', language), language);
      await page.goto('/cases?tab=all');
      const rows = page.locator('.cases > li');
      await expect(rows.nth(2)).toBeVisible();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const list = await boxOf(page.locator('ul.cases'));
      // The tallest row counts: a case with a date and an unread message, not the smallest of the list.
      const heights = await rows.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      const fit = (list.bottom - list.top) / Math.max(...heights);
      if (fit < 10) wrong.push(`${language}: ${fit.toFixed(1)} rows`);
      for (const row of await rows.all()) {
        const reference = row.locator('.num').first();
        const [shown, edge] = [await boxOf(reference), await boxOf(row)];
        if (shown.right > edge.right + 0.5 || shown.left < edge.left) wrong.push(`${language}: a reference is cut off`);
        for (const part of await row.locator('.num, .due').all()) {
          // Ellipses and clipped boxes both show less than there is to read.
          const cut = await part.evaluate((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            const words = range.getBoundingClientRect();
            for (let box: Element | null = node; box && box.tagName !== 'LI'; box = box.parentElement) {
              const clips = getComputedStyle(box).overflowX !== 'visible';
              if (clips && words.right > box.getBoundingClientRect().right + 1) return true;
            }
            return false;
          });
          if (cut) wrong.push(`${language}: “${await part.innerText()}” is cut off`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a desk whose window narrows loses nothing that was typed, and has its keys at every width', async () => {
    const person = people.get('company pt-BR')!;
    const { page, t } = person;
    const mine = demo.cases.find((one) => one.phase === 'negotiation' && seers.get('company')!.has(one.case))!;
    await enter(person, seers.get('company')!.get(mine.case)!);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.evaluate(() => localStorage.setItem('acordo.language', 'pt-BR'));
    await page.goto(`/cases/${mine.case}`);
    const input = page.getByRole('textbox', { name: t.end('room-message') });
    await input.fill('Um texto que ninguém quer escrever de novo');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'nota.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Nota fiscal 4711'),
      });
    await expect(page.getByText('nota.txt').first()).toBeVisible();
    for (const width of [900, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      await drawn(page);
      await expect(input).toHaveValue('Um texto que ninguém quer escrever de novo');
      await expect(page.getByText('nota.txt').first()).toBeVisible();
      await input.press('Control+k');
      await expect(page.getByRole('dialog', { name: t('desk-palette') })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    person.unharmed();
  });
});
