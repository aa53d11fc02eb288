// What every page must pass: axe-core with nothing switched off, and no sideways scrolling on a narrow phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { KEYS } from './texts.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// Every breach that axe-core finds, one per line, in the whole page or in the part given.
export async function breachesOf(page: Page, part = 'html'): Promise<string[]> {
  // Injected through the debugger, so that the page's content policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async (part) => {
    const { violations } = await (globalThis as any).axe.run(part, { resultTypes: ['violations'] });
    return violations.flatMap((rule: any) =>
      rule.nodes.map(
        (node: any) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`,
      ),
    );
  }, part);
}

/// By how many pixels the page is wider than the screen.
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/// Keys that are shown on the page because their text is missing.
export async function unworded(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const said = [
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
        ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
      ),
    ];
    return said.join('\n').match(/[a-z]\w*(?:-\w+)+/g) ?? [];
  });
  return [...new Set(words)].filter((word) => KEYS.has(word));
}

export async function audit(page: Page, what: string): Promise<void> {
  expect.soft(await breachesOf(page), `axe-core on ${what}`).toEqual([]);
  expect.soft(await unworded(page), `texts of ${what}`).toEqual([]);
}
