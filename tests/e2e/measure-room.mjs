#!/usr/bin/env node
// What a keystroke and an arriving message cost in a long room, from a running demonstration (`acordo demo --fresh`).
//
//   npm run measure:room -- [--url http://localhost:8080] [--messages 1000]
//
// Of each the time of the page's main thread (its own, whatever else the machine
// does) until the next frame stands, on a phone a quarter as fast as this machine
// and on a desk, in a room as the demonstration has it and in one with so many messages.
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    messages: { type: 'string', default: '1000' },
  },
});
const MESSAGES = Number(values.messages);
const KEYS = 'Recebi a sua proposta e vou responder até amanhã, obrigado';
const hostOf = (role) => values.url.replace('//localhost', `//${role}.localhost`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
async function person(role, screen) {
  const context = await browser.newContext({ viewport: screen, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' });
  const page = await context.newPage();
  await page.goto(`${hostOf(role)}/demo`);
  return page;
}
/** Several requests, one after the other, in the page: its cookies are the person's. */
const ask = (page, requests) =>
  page.evaluate(async (requests) => {
    const answers = [];
    for (const { method = 'POST', path, body } of requests) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
      for (;;) {
        const answer = await fetch(`/api/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
        if (answer.status === 429) {
          await new Promise((go) => setTimeout(go, 1000 * Number(answer.headers.get('Retry-After') ?? 1)));
          continue;
        }
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
        answers.push(await answer.json());
        break;
      }
    }
    return answers;
  }, requests);

const pages = {
  consumer: await person('consumer', PHONE),
  company: await person('company', DESK),
  mediator: await person('mediator', DESK),
};
const [demo] = await ask(pages.consumer, [{ method: 'GET', path: 'demo' }]);
const enter = (role, who) => ask(pages[role], [{ path: 'demo/enter', body: { person: who } }]);
const playing = (role) => demo.people.find((one) => one.host.split('.')[0] === role).person;
await enter('company', playing('company'));
await enter('mediator', playing('mediator'));

const post = (id, channel, text) => ({
  path: `cases/${id}/commands`,
  body: { type: 'message.post', channel, text },
});
const words = (at) =>
  `Mensagem ${at}: a geladeira chegou com a porta amassada, e a loja disse que responderia em ${at} dias. ` +
  (at % 5 === 0 ? 'Paguei R$ 1.899,00 à vista, e até hoje ninguém veio ver o que foi que aconteceu com ela.' : '');

/** As many messages as wanted, by the two in turn. */
async function fill(id, channel, writers) {
  const [{ heads }] = await ask(writers[0], [{ method: 'GET', path: `cases/${id}` }]);
  for (let at = heads[channel] ?? 0; at < MESSAGES; at += 50) {
    const of50 = Array.from({ length: Math.min(50, MESSAGES - at) }, (_, one) => post(id, channel, words(at + one)));
    const turn = (at / 50) | 0;
    await ask(writers[turn % writers.length], of50);
  }
}

const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
const most = (all) => Math.max(...all);

/** The main thread's time from before `act` until the frame after it stands. */
async function busy(page, session, act) {
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const frames = () =>
    page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go)))));
  await frames();
  const before = await taken();
  await act();
  await frames();
  return (await taken()) - before;
}

async function measure(what, page, id, { slow, other, channel }) {
  await page.goto(`${new URL(page.url()).origin}/cases/${id}`);
  const log = page.locator('.room-log').nth(channel?.place ?? 0);
  await log.waitFor();
  const field = page.locator('.composer textarea').first();
  await field.waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  const older = log.locator('.older button');
  while ((await older.count()) > 0) {
    const before = await log.locator('[data-item]').count();
    await older.click({ timeout: 60_000 }).catch(() => undefined);
    await page.waitForFunction(
      ([before, place]) => {
        const log = document.querySelectorAll('.room-log')[place];
        return log.querySelectorAll('[data-item]').length > before || !log.querySelector('.older');
      },
      [before, channel?.place ?? 0],
    );
  }
  await log.evaluate((box) => (box.scrollTop = box.scrollHeight));
  await field.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  // What nothing costs: the two frames, and what else the page does.
  const idle = [];
  for (let at = 0; at < 10; at++) idle.push(await busy(page, session, async () => undefined));
  const keys = [];
  for (const key of KEYS) {
    keys.push(await busy(page, session, () => session.send('Input.insertText', { text: key })));
  }
  const arrived = [];
  for (let at = 0; at < 5; at++) {
    const text = `${words(at)} ${Math.random()}`;
    const came = await log.evaluateHandle((box) => {
      const came = new Promise((go) => {
        new MutationObserver((_, watching) => (watching.disconnect(), go())).observe(box.querySelector('ol'), {
          childList: true,
        });
      });
      return { came };
    });
    arrived.push(
      await busy(page, session, async () => {
        await ask(other, [post(id, channel?.name ?? 'joint', text)]);
        await came.evaluate(({ came }) => came);
      }),
    );
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { items, nodes } = await log.evaluate((box) => ({
    items: box.querySelectorAll('[data-item]').length,
    nodes: box.querySelectorAll('*').length,
  }));
  await field.fill('');
  await session.detach();
  const base = median(idle);
  const row = (all) => `${Math.max(0, median(all) - base).toFixed(1)} / ${Math.max(0, most(all) - base).toFixed(1)}`;
  console.log(`| ${what} | ${items} | ${(nodes / items).toFixed(0)} | ${row(keys)} | ${row(arrived)} |`);
}

const all = (phase) => demo.cases.filter((one) => one.phase === phase);
console.log('| room | items | elements an item | a keystroke, ms, median / most | a message that arrives, ms |');
console.log('| --- | --- | --- | --- | --- |');

/** Only the rep's own cases: the one played here leads them. */
const [row] = await ask(pages.company, [{ method: 'GET', path: 'cases?limit=100' }]);
const theirs = new Set(row.cases.map((one) => one.id));
const open = [...all('negotiation'), ...all('mediation')].filter((one) => theirs.has(one.case));
const [long, few] = [open[0], open.at(-1)];
const both = [pages.consumer, pages.company];
for (const one of [few, long]) {
  await enter('consumer', one.consumer);
  if (one === long) await fill(one.case, 'joint', both);
  await measure('a phone, the CPU at a quarter', pages.consumer, one.case, { slow: 4, other: pages.company });
  await measure('a desk', pages.company, one.case, { slow: 1, other: pages.consumer });
}
const [mediated] = all('mediation');
await enter('consumer', mediated.consumer);
const mediators = [pages.mediator, pages.consumer];
for (const channel of ['joint', 'caucus:consumer']) await fill(mediated.case, channel, mediators);
await measure("a mediator's table, joint room", pages.mediator, mediated.case, {
  slow: 1,
  other: pages.consumer,
  channel: { name: 'joint', place: 1 },
});
await browser.close();
