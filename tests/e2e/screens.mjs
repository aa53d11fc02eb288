#!/usr/bin/env node
// Pictures of every page for people to look at, from a running demonstration (`acordo demo`).
//
//   npm run screens -- [--url http://localhost:8080] [--out FOLDER] [--only PATTERN] [--docs]
//
// At 360 and 1440 px, light and dark, in three languages. `--docs` also writes the pictures of the README.
import { chromium } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    out: { type: 'string', default: join(tmpdir(), 'acordo-screens') },
    only: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
});
const docs = resolve(dirname(fileURLToPath(import.meta.url)), '../../docs/images');
const hostOf = (role) => values.url.replace('//localhost', `//${role}.localhost`);
const SCREENS = { 360: { width: 360, height: 780 }, 1440: { width: 1440, height: 900 } };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
  timezoneId: 'America/Sao_Paulo',
  locale: 'pt-BR',
});
const pages = {};
for (const role of ['nobody', 'consumer', 'company', 'mediator', 'ombudsman']) {
  pages[role] = await context.newPage();
  await pages[role].goto(`${hostOf(role)}/`);
}
const call = (role, method, path, body) =>
  pages[role].evaluate(
    async ({ method, path, body }) => {
      const answer = await fetch(`/api/v1/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
      return answer.json();
    },
    { method, path, body },
  );
const demo = await call('nobody', 'GET', 'demo');
const enter = (role, person) => call(role, 'POST', 'demo/enter', { person });
// Several people share a host; the first one listed is shown there.
for (const [role, person] of new Map(demo.people.map((one) => [one.host.split('.')[0], one.person]).reverse())) {
  if (pages[role]) await enter(role, person);
}

/// Every place: a name, whose browser, the path, and who must sit there.
const places = [
  ['home', 'nobody', '/'],
  ['complain', 'nobody', '/complain'],
  ['sign-in', 'nobody', '/sign-in'],
  ['verify', 'nobody', '/verify'],
  ['demo', 'nobody', '/demo'],
  ['link-unknown', 'nobody', `/l/${'x'.repeat(43)}`],
  ['missing', 'nobody', '/no-such-page'],
  ['cases', 'consumer', '/cases'],
  ['desk', 'company', '/cases'],
  ['rooms', 'mediator', '/cases'],
  ['queues', 'ombudsman', '/cases'],
];
const admin = demo.people.find((one) => one.role === 'admin');
places.push(['settings', 'mediator', '/cases/settings', admin.person]);
const theirs = {};
for (const role of ['company', 'mediator', 'ombudsman'])
  theirs[role] = new Map((await call(role, 'GET', 'cases?limit=100')).cases.map((row) => [row.id, row]));
for (const one of demo.cases) {
  places.push([`room-${one.phase}-${one.reference}`, 'consumer', `/cases/${one.case}`, one.consumer]);
  for (const role of ['company', 'mediator', 'ombudsman'])
    if (theirs[role].has(one.case)) places.push([`room-${one.phase}-${one.reference}`, role, `/cases/${one.case}`]);
  if (/agreed|settled|fulfilled/.test(one.phase)) {
    places.push([`agreement-${one.phase}-${one.reference}`, 'consumer', `/cases/${one.case}/agreement`, one.consumer]);
    places.push([`agreement-${one.phase}-${one.reference}`, 'company', `/cases/${one.case}/agreement`]);
  }
}

async function open(role, path, person) {
  const page = pages[role];
  if (person) await enter(role, person);
  await page.goto(`${hostOf(role)}${path}`);
  await page.locator('main').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]') && document.querySelector('h1, h2'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}
async function look(role, language, width, colorScheme) {
  const page = pages[role];
  await page.setViewportSize(SCREENS[width]);
  await page.emulateMedia({ colorScheme });
  await page.evaluate((language) => localStorage.setItem('acordo.language', language), language);
}

let count = 0;
if (!values.docs || values.only) {
  for (const language of ['pt-BR', 'es', 'en']) {
    for (const width of [360, 1440]) {
      const folder = join(values.out, language, String(width));
      await mkdir(folder, { recursive: true });
      for (const [name, role, path, person] of places) {
        if (values.only && !new RegExp(values.only).test(name)) continue;
        await look(role, language, width, 'light');
        const page = await open(role, path, person);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(folder, `${role}-${name}-${colorScheme}.png`) });
          count += 1;
        }
      }
    }
  }
  console.log(`${count} pictures in ${values.out}`);
}

if (values.docs) {
  await mkdir(docs, { recursive: true });
  const offer =
    demo.cases.find((one) => one.phase === 'negotiation' && theirs.company.get(one.case)?.language === 'pt-BR') ??
    demo.cases.find((one) => one.phase === 'negotiation');
  const mediated =
    demo.cases.find((one) => one.phase === 'mediation' && theirs.mediator.get(one.case)?.language === 'pt-BR') ??
    demo.cases.find((one) => one.phase === 'mediation');
  const shots = [
    ['room-phone', 'consumer', 360, offer.case, offer.consumer],
    ['desk', 'company', 1440, offer.case],
    ['console', 'mediator', 1440, mediated.case],
  ];
  for (const [name, role, width, id, person] of shots) {
    await look(role, 'pt-BR', width, 'light');
    const page = await open(role, `/cases/${id}`, person);
    await page.screenshot({ path: join(docs, `${name}.png`) });
    console.log(join(docs, `${name}.png`));
  }
}
await browser.close();
