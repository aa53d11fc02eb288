#!/usr/bin/env node
// How long a first visit waits until it can begin, on slow 3G (400 kbit/s, 400 ms a round trip) and a quarter of this
// machine's speed, from a running demonstration (`acordo demo`). Nothing is in the browser's store.
//
//   npm run measure:first -- [--url http://localhost:8080] [--runs 3] [--waterfall]
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    waterfall: { type: 'boolean', default: false },
  },
});
const hostOf = (role) => values.url.replace('//localhost', role === 'nobody' ? '//localhost' : `//${role}.localhost`);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const demo = await (await fetch(`${values.url.replace('localhost', '127.0.0.1')}/api/v1/demo`)).json();
const rep = demo.people.find((one) => one.host.startsWith('company.')).person;
const talks = demo.cases.filter((one) => one.phase === 'negotiation').at(-1);

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
const ROOM = '.room-log [data-item]';
const VIEWS = [
  {
    what: 'A complaint to write',
    role: 'nobody',
    path: '/complain',
    screen: PHONE,
    until: ['main :is(input, button[role=radio], textarea)'],
  },
  {
    what: "A consumer's room",
    role: 'consumer',
    person: talks.consumer,
    path: `/cases/${talks.case}`,
    screen: PHONE,
    until: [ROOM, '.composer textarea'],
  },
  {
    what: 'A desk',
    role: 'company',
    person: rep,
    path: `/cases/${talks.case}`,
    screen: DESK,
    until: [ROOM, '.composer textarea', '.cases li a'],
  },
];

/** A browser with nothing in its store, and the person signed in. */
async function fresh({ role, person, screen }, locale) {
  const context = await browser.newContext({ viewport: screen, locale, timezoneId: 'America/Sao_Paulo' });
  const page = await context.newPage();
  // A picture is no page: the person comes in here, and no file of the pages with them.
  await page.goto(`${hostOf(role)}/favicon.svg`);
  const language = await page.evaluate(async (person) => {
    if (!person) return null;
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/api/v1/demo/enter', { method: 'POST', headers, body: JSON.stringify({ person }) });
    if (!answer.ok) throw new Error(`demo/enter: ${answer.status}`);
    return (await (await fetch('/api/v1/auth/session')).json()).user.language;
  }, person);
  if (!language || language === locale) return page;
  await context.close();
  return fresh({ role, person, screen }, language);
}

async function once(view) {
  const { role, path, until } = view;
  const page = await fresh(view, 'pt-BR');
  const context = page.context();
  await page.addInitScript((until) => {
    const look = () => {
      if (until.every((one) => document.querySelector(one))) globalThis.begun ??= performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, until);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const bytes = 400_000 / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${hostOf(role)}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.begun !== undefined, null, { timeout: 60_000 });
  const found = await page.evaluate(() => ({
    begun: globalThis.begun,
    asked: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ startTime }) => startTime < globalThis.begun)
      .map(({ name, startTime, responseStart, responseEnd, encodedBodySize, initiatorType }) => ({
        name: name.replace(/^.*?\/\/[^/]*/, '').slice(0, 70),
        from: Math.round(startTime),
        first: Math.round(responseStart),
        to: Math.round(responseEnd),
        bytes: encodedBodySize,
        by: initiatorType,
      })),
  }));
  await context.close();
  return found;
}

for (const view of VIEWS) {
  if (!view.what.includes(values.only)) continue;
  const all = [];
  for (let run = 0; run < Number(values.runs); run++) all.push(await once(view));
  all.sort((a, b) => a.begun - b.begun);
  const middle = all[all.length >> 1];
  const sum = middle.asked.reduce((total, one) => total + one.bytes, 0);
  console.log(
    `${view.what}: ${(middle.begun / 1000).toFixed(1)} s (${all.map((one) => (one.begun / 1000).toFixed(1)).join(', ')}), ` +
      `${middle.asked.length} requests, ${(sum / 1000).toFixed(0)} kB before it`,
  );
  if (values.waterfall)
    for (const one of middle.asked)
      console.log(
        `  ${[one.from, one.first, one.to, one.bytes].map((n) => String(n).padStart(7)).join('')}  ${one.name} (${one.by})`,
      );
}
await browser.close();
