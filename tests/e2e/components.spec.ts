// Every component in all its states, on the development page: axe-core, in both themes. What concerns a whole page (its
// landmarks, a single first heading) is checked on the pages themselves, in pages.spec.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { breachesOf } from './support/audit.ts';
import { freePort } from './support/server.ts';

const frontend = resolve(dirname(fileURLToPath(import.meta.url)), '../../frontend');
/// One page shows many examples, so rules that allow a thing once per page do not apply.
const OF_PAGES =
  /^(region|landmark-[\w-]+|page-has-heading-one|heading-order|empty-heading|bypass|duplicate-id[\w-]*|skip-link|aria-dialog-name):/;

let server: ChildProcess;
let url: string;
test.beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = spawn(join(frontend, 'node_modules/.bin/vite'), ['dev', '--port', String(port), '--strictPort'], {
    cwd: frontend,
    stdio: 'ignore',
  });
  await expect
    .poll(
      () =>
        fetch(url).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
});
test.afterAll(() => {
  server.kill();
});

async function open(page: Page, show: string, language: string, theme: string): Promise<void> {
  await page.goto(`${url}/components?${new URLSearchParams({ show, language, theme })}`);
  // On its first load a development server transforms every file.
  await page.locator('[data-example]').first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
const found = async (page: Page, of: string, part?: string) =>
  (await breachesOf(page, part)).filter((one) => !OF_PAGES.test(one)).map((one) => `${of}: ${one}`);

for (const [theme, language] of [
  ['light', 'pt-BR'],
  ['dark', 'es'],
] as const) {
  test(`no component breaches a rule in ${theme}, ${language}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, 'form', language, theme);
    const groups = await page
      .locator('nav .group')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('show') ?? ''),
      );
    expect(groups.length).toBeGreaterThan(5);
    for (const group of groups) {
      await open(page, group, language, theme);
      expect.soft(await found(page, group || 'frame')).toEqual([]);
      for (const button of await page.locator('[data-open]').all()) {
        const name = (await button.getAttribute('data-open')) ?? '';
        // Dispatched, because a sheet that is still open covers the button.
        await button.dispatchEvent('click');
        await page.locator('dialog[open]').first().waitFor();
        expect.soft(await found(page, name, 'dialog[open]')).toEqual([]);
      }
    }
  });
}
