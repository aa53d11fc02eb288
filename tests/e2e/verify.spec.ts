// The check of a file in the browser: what it says of good and of broken files, that nothing is sent, and how it looks.
import { expect, test, type Page } from '@playwright/test';
import { open, truncate, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit, sideways } from './support/audit.ts';
import { DESK, PHONE, Person } from './support/person.ts';
import { Acordo } from './support/server.ts';
import { LANGUAGES, texts, type Language } from './support/texts.ts';

const golden = (name: string) => resolve(fileURLToPath(import.meta.url), '../../golden/bundles', name);

const REPORT = '.result h1';
/// The worker is there before a file is chosen; only the keys are asked for afterwards.
const KEYS = '/.well-known/acordo-keys';

let acordo: Acordo;

test.beforeAll(async () => {
  acordo = await Acordo.start('sqlite');
  await acordo.serve();
});
test.afterAll(() => acordo?.stop());

async function reader(browser: Parameters<typeof Person.arrive>[0], screen = DESK, language: Language = 'pt-BR') {
  const person = await Person.arrive(browser, acordo, { role: 'reader', name: 'reader', email: '', language, screen });
  await person.page.goto('/verify');
  await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
  await person.page.waitForLoadState('networkidle');
  return person;
}

/// Chooses a file, and keys of one's own.
async function choose(page: Page, t: Person['t'], file: string, keys: string | null = 'KEYFILE'): Promise<void> {
  await page.locator('#bundle').setInputFiles(file);
  if (keys === null) return;
  await page.getByRole('radio', { name: t('verify-keys-own') }).check();
  await page.locator('#key-file').setInputFiles(golden(keys));
}

async function check(page: Page, t: Person['t']): Promise<void> {
  await page.getByRole('button', { name: t('verify-go'), exact: true }).click();
}

test('a good file is checked with keys of one’s own, without a network', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t, context } = person;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await context.setOffline(true);
  await choose(page, t, golden('agreement.zip'));
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-valid'));
  await expect(page.locator(REPORT)).toBeFocused();
  const report = page.getByRole('main');
  for (const words of [
    'Nome de consumer',
    'Nome de company',
    'Torradeiras S.A.',
    'K7Q2-9XMD',
    'demo.example/log',
    'witness.example/w1',
  ])
    await expect(report).toContainText(words);
  await expect(report).toContainText(t('verify-basis-own', { name: 'KEYFILE' }));
  await expect(page.getByRole('heading', { name: t('verify-unproven-title') })).toBeVisible();
  expect(asked).toEqual([]);
  // The other of the two ways to hand keys in, and what was kept.
  await page.getByRole('button', { name: t('verify-another') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('verify-title') })).toBeFocused();
  await page.locator('#bundle').setInputFiles(golden('joint.zip'));
  await page.getByRole('radio', { name: t('verify-keys-own') }).check();
  await page.locator('#key-text').fill(await readFile(golden('KEYFILE'), 'utf8'));
  await page.getByText(t('verify-seen'), { exact: true }).click();
  await page.locator('#seen').setInputFiles([golden('seen/joint-2-quoted.txt'), golden('unclear/agreement.pdf')]);
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-valid'));
  await expect(report).toContainText(t('verify-seen-fits'));
  await expect(report).toContainText(t('verify-basis-pasted'));
  expect(asked).toEqual([]);
  person.unharmed();
  await person.leave();
});

test('of a broken file it says what failed, and nothing that it does not prove', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t } = person;
  const broken = {
    'broken/checksum.zip': 'file',
    'broken/message-rewritten.zip': 'content',
    'broken/messages-swapped.zip': 'chain',
    'broken/signed-by-a-stranger.zip': 'house',
    'broken/witnessed-before-it-happened.zip': 'time',
  };
  for (const [file, kind] of Object.entries(broken)) {
    await choose(page, t, golden(file));
    await check(page, t);
    await expect(page.locator(REPORT), file).toHaveText(t('verify-invalid'));
    await expect(page.getByText(t(`verify-failure-${kind}`)), file).toBeVisible();
    await expect(page.getByText('Nome de company'), file).toHaveCount(0);
    await expect(page.getByRole('heading', { name: t('verify-unproven-title') }), file).toHaveCount(0);
    await page.getByRole('button', { name: t('verify-another') }).click();
  }
  await choose(page, t, golden('unclear/half-a-download.zip'));
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-unclear'));
  await expect(page.getByText(t('verify-doubt-record'))).toBeVisible();
  person.unharmed();
  await person.leave();
});

test('a file of another house is told apart, and only the keys are asked for', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t } = person;
  const asked: { method: string; path: string; body: string | null }[] = [];
  page.on('request', (request) =>
    asked.push({ method: request.method(), path: new URL(request.url()).pathname, body: request.postData() }),
  );
  await choose(page, t, golden('joint.zip'), null);
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-invalid'));
  await expect(page.getByText(t('verify-failure-house'))).toBeVisible();
  await expect(page.getByRole('main')).toContainText(new URL(acordo.url).host);
  expect(asked).toEqual([{ method: 'GET', path: KEYS, body: null }]);
  person.unharmed();
  await person.leave();
});

test('what is missing or no such file is said beside its field', async ({ browser }) => {
  const person = await reader(browser, PHONE);
  const { page, t } = person;
  await check(page, t);
  await expect(page.locator('#bundle')).toBeFocused();
  await expect(page.getByText(t('verify-fault-none'))).toBeVisible();
  await page.locator('#bundle').setInputFiles(golden('joint.zip'));
  await page.getByRole('radio', { name: t('verify-keys-own') }).check();
  await check(page, t);
  await expect(page.getByText(t('verify-fault-keys-none'))).toBeVisible();
  await page.locator('#key-text').fill('no key');
  await check(page, t);
  await expect(page.getByText(t('verify-fault-keys'), { exact: true })).toBeVisible();
  await page.locator('#key-text').fill(await readFile(golden('KEYFILE'), 'utf8'));
  await page.getByText(t('verify-seen'), { exact: true }).click();
  await page.locator('#seen-text').fill('nothing that was signed');
  await check(page, t);
  await expect(page.getByText(t('verify-fault-seen'))).toBeVisible();
  await page.getByRole('radio', { name: t('verify-keys-site') }).check();
  await person.context.setOffline(true);
  await check(page, t);
  await expect(page.getByText(t('verify-fault-site'))).toBeVisible();
  expect(person.faults.filter((fault) => !fault.includes(KEYS))).toEqual([]);
  await person.leave();
});

test('a PDF by itself is checked, and what was shown can be had out of it', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t } = person;
  await choose(page, t, golden('unclear/agreement.pdf'));
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-attached'));
  const [got] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('verify-shown-save') }).click(),
  ]);
  expect(got.suggestedFilename()).toBe('agreement-shown.pdf');
  const shown = join(acordo.folder, 'shown.pdf');
  await got.saveAs(shown);
  expect((await readFile(shown)).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: t('verify-another') }).click();
  await choose(page, t, golden('agreement-sealed-rsa.pdf'), 'keys/with-seals');
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-valid'));
  await expect(page.getByText(t('verify-seal-trusted'))).toBeVisible();
  person.unharmed();
  await person.leave();
});

/// A ZIP of two gigabytes, which takes a while to read and hardly any space on the disk.
async function hugeBundle(): Promise<string> {
  const path = join(acordo.folder, 'huge.zip');
  const name = Buffer.from('a/data/evidence/huge.mp4');
  const size = 2_000_000_000;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name]);
  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE(0x81a40000, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, attributes, name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + size, 16);
  await writeFile(path, local);
  await truncate(path, local.length + size);
  const file = await open(path, 'a');
  await file.write(Buffer.concat([central, end]));
  await file.close();
  return path;
}

test('a huge file is read piece by piece, and can be stopped', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t } = person;
  await choose(page, t, await hugeBundle());
  await check(page, t);
  const progress = page.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: t('verify-busy') })).toBeFocused();
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(10_000_000);
  await page.getByRole('button', { name: t('verify-stop') }).click();
  await expect(page.getByText('huge.zip')).toBeVisible();
  await expect(progress).toHaveCount(0);
  // What was stopped does not stand in the way of the next.
  await choose(page, t, golden('agreement.zip'));
  await check(page, t);
  await expect(page.locator(REPORT)).toHaveText(t('verify-valid'));
  person.unharmed();
  await person.leave();
});

test('it is asked, and its report read, by keyboard alone', async ({ browser }) => {
  const person = await reader(browser);
  const { page, t } = person;
  await choose(page, t, golden('agreement.zip'));
  await page.locator('#key-file').focus();
  for (let steps = 0; steps < 20; steps += 1) {
    if (
      await page
        .getByRole('button', { name: t('verify-go'), exact: true })
        .evaluate((one) => one === document.activeElement)
    )
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator(REPORT)).toBeFocused();
  await expect(page.locator(REPORT)).toHaveText(t('verify-valid'));
  person.unharmed();
  await person.leave();
});

const SHOWN = [
  ['agreement.zip', 'KEYFILE', 'valid'],
  ['procedural-with-dates.zip', 'KEYFILE', 'valid'],
  ['broken/messages-swapped.zip', 'KEYFILE', 'invalid'],
  ['unclear/agreement.pdf', 'KEYFILE', 'attached'],
] as const;

for (const language of LANGUAGES) {
  test(`question and report have no fault in ${language}, at two widths and in both themes`, async ({ browser }) => {
    const person = await reader(browser, PHONE, language);
    const { page } = person;
    const t = texts(language);
    const folder = process.env.ACORDO_SCREENS;
    const look = async (what: string) => {
      for (const screen of [PHONE, DESK]) {
        await page.setViewportSize(screen);
        expect(await sideways(page), `${what} at ${screen.width} px`).toBe(0);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await audit(page, `${what}, ${language}, ${screen.width} px, ${colorScheme}`);
          const name = `${what.replace(/\W+/g, '-')}-${language}-${screen.width}-${colorScheme}.png`;
          if (folder) await page.screenshot({ path: join(folder, name), fullPage: true });
        }
      }
    };
    await page.getByRole('radio', { name: t('verify-keys-own') }).check();
    await page.getByText(t('verify-seen'), { exact: true }).click();
    await look('question');
    for (const [file, keys, verdict] of SHOWN) {
      await choose(page, t, golden(file), keys);
      await check(page, t);
      await expect(page.locator(REPORT)).toHaveText(t(`verify-${verdict}`));
      await look(file);
      if (folder) await page.pdf({ path: join(folder, `${file.replace(/\W+/g, '-')}-${language}.pdf`), format: 'A4' });
      await page.getByRole('button', { name: t('verify-another') }).click();
    }
    person.unharmed();
    await person.leave();
  });
}
