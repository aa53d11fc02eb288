// A case on a phone without a network: it opens, is read, and words and files wait. Nothing is left for the next person.
import { expect, test } from '@playwright/test';
import { demoOf, enter, visitor, type Demo, type DemoCase } from './support/demo.ts';
import { installed, kept, keptWith, versions } from './support/offline.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

/// A picture of this many bytes and more, which the server takes as it is.
const photo = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
});

test.describe('without a network', () => {
  let acordo: Acordo;
  let demo: Demo;
  let consumer: Person;
  /// Sees what the server has, whatever happens to the consumer's connection.
  let company: Person;
  let here: DemoCase;
  let room: Room;

  test.beforeAll(async ({ browser }) => {
    acordo = await Acordo.demo();
    demo = await demoOf(acordo);
    consumer = await visitor(browser, acordo, 'consumer', PHONE);
    company = await visitor(browser, acordo, 'company', DESK);
    for (const one of demo.cases.filter(({ phase }) => phase === 'negotiation')) {
      await enter(consumer, one.consumer);
      if (!(await consumer.view(one.case)).writable.includes('joint')) continue;
      for (const rep of demo.people.filter(({ role }) => role === 'rep')) {
        await enter(company, rep.person);
        if (!(await company.ask('GET', `cases/${one.case}`)).body?.allowed?.includes('message.post')) continue;
        here = one;
        room = new Room(consumer, one.case);
        return;
      }
    }
    throw new Error('no case of the demonstration has a consumer and a rep who both write');
  });
  test.afterAll(async () => {
    consumer.unharmed();
    await consumer.leave();
    await company.leave();
    await acordo.stop();
  });

  const said = async (text: string): Promise<any[]> => {
    const { body } = await company.ask('GET', `cases/${here.case}/channels/joint/events?limit=500`);
    return body.events.filter(({ event }: any) => event?.type === 'message_posted' && event.text === text);
  };
  const files = async (name: string): Promise<any[]> => {
    const { body } = await company.ask('GET', `cases/${here.case}/channels/joint/events?limit=500`);
    return body.events.filter(({ evidence }: any) => evidence?.name === name);
  };
  const going = (text: string) => consumer.page.locator('.out', { hasText: text });
  const press = (text: string, key: string) =>
    going(text)
      .getByRole('button', { name: consumer.t(key), exact: true })
      .click();

  /// The page is there, was read, and is on the device as well.
  async function atHome(): Promise<void> {
    await room.open();
    await installed(consumer);
    const words = 'A visita pode ser amanhã cedo.';
    if ((await said(words)).length === 0) {
      await company.command(here.case, { type: 'message.post', channel: 'joint', text: words });
    }
    await room.reads('joint', words);
    await keptWith(consumer, here.case, words);
  }

  test('the worker and what a phone needs to install the site come from the server as they must', async () => {
    await consumer.page.goto('/');
    const got = async (path: string) =>
      consumer.page.evaluate(async (path) => {
        const answer = await fetch(path);
        return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
      }, path);
    const worker = await got('/service-worker.js');
    expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    expect(worker.headers['content-type']).toContain('javascript');
    expect(worker.headers['content-security-policy']).toContain("trusted-types 'none'");
    const manifest = await got('/manifest.webmanifest');
    expect(manifest.headers['content-type']).toContain('application/manifest+json');
    const { icons, start_url } = JSON.parse(manifest.text);
    for (const path of [start_url, ...icons.map(({ src }: any) => src)]) expect((await got(path)).status).toBe(200);
    await installed(consumer);
    await expect(consumer.page.locator('link[rel=manifest]')).toHaveAttribute('href', '/manifest.webmanifest');
    // Nothing of the interface is ever in the worker's hands.
    const cached = await consumer.page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(cached.filter((path) => path.startsWith('/api'))).toEqual([]);
  });

  test('a case that was open is read again, with the time, and its list too', async () => {
    await consumer.page.goto('/cases');
    await expect(consumer.page.getByText(here.reference)).toBeVisible();
    await atHome();
    consumer.line.cut();
    await consumer.page.goto(`/cases/${here.case}`);
    await room.reads('joint', 'A visita pode ser amanhã cedo.');
    await expect(consumer.page.getByText(consumer.t('room-kept-at', { when: '' }).trim())).toBeVisible();
    await expect(consumer.page.locator('.ban')).toContainText(consumer.t('consumer-offline'));
    await consumer.page.goto('/cases');
    await expect(consumer.page.getByText(here.reference)).toBeVisible();
    // A case that was never open here is not made up.
    const other = demo.cases.find(({ case: id }) => id !== here.case)!;
    await consumer.page.goto(`/cases/${other.case}`);
    await expect(consumer.page.getByText(consumer.t('frame-offline'), { exact: true })).toBeVisible();
    consumer.line.mend();
    await room.open();
    await expect(consumer.page.getByText(consumer.t('room-kept-at', { when: '' }).trim())).toBeHidden();
  });

  test('words and files wait, also in a page that was closed, and arrive once', async () => {
    await atHome();
    consumer.line.cut();
    const words = `Seguem as fotos, sem rede.`;
    const input = await room.input('joint');
    await consumer.page
      .locator('input[type=file]')
      .first()
      .setInputFiles([photo('porta.png'), photo('nota.png')]);
    await input.fill(words);
    await consumer.page.getByRole('button', { name: consumer.t.like('room-send-joint') }).click();
    await expect(going(words)).toContainText('porta.png');
    await expect(going(words)).toContainText(consumer.t('room-kept'));
    await consumer.page.goto('about:blank');
    await consumer.page.goto(`/cases/${here.case}`);
    await expect(going(words)).toContainText('nota.png');
    await expect(going(words)).toContainText(consumer.t('room-kept'));
    consumer.line.mend();
    await expect.poll(async () => (await said(words)).length, { timeout: 30_000 }).toBe(1);
    const [message] = await said(words);
    expect(message.event.evidence).toHaveLength(2);
    await expect(going(words)).toHaveCount(0);
    await room.open();
    for (const name of ['porta.png', 'nota.png']) expect(await files(name)).toHaveLength(1);
    expect((await kept(consumer)).outgoing).toEqual([]);
  });

  test('what is taken back before the network returns never arrives', async () => {
    await atHome();
    consumer.line.cut();
    const words = 'Isto eu não queria dizer.';
    await room.write('joint', words);
    await expect(going(words)).toContainText(consumer.t('room-kept'));
    await press(words, 'room-take-back');
    await expect(going(words)).toHaveCount(0);
    consumer.line.mend();
    await room.open();
    await room.say('joint', 'Isto sim.');
    expect(await said(words)).toEqual([]);
    expect((await kept(consumer)).outgoing).toEqual([]);
  });

  test('an upload whose answer was lost is one file, and the message that waits for it goes once', async () => {
    await atHome();
    const words = 'A foto, com a resposta perdida.';
    const input = await room.input('joint');
    await consumer.page.locator('input[type=file]').first().setInputFiles(photo('perdida.png'));
    await input.fill(words);
    consumer.line.swallow(/\/evidence$/);
    consumer.lostRequests(/\/evidence$/);
    await consumer.page.getByRole('button', { name: consumer.t.like('room-send-joint') }).click();
    await expect.poll(async () => (await said(words)).length, { timeout: 30_000 }).toBe(1);
    expect(await files('perdida.png')).toHaveLength(1);
  });

  test('a file that the server refuses is named, and text and files stay to be sent again', async () => {
    await atHome();
    const words = 'O arquivo que não serve.';
    const input = await room.input('joint');
    // It says that it is a text and is none: the server alone knows.
    const broken = {
      name: 'estragado.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0xff, 0xfe, 0x00, 0x01, 0xc3]),
    };
    await consumer.page
      .locator('input[type=file]')
      .first()
      .setInputFiles([photo('boa.png'), broken]);
    await input.fill(words);
    consumer.expects(/\/evidence$/);
    await consumer.page.getByRole('button', { name: consumer.t.like('room-send-joint') }).click();
    await expect(going(words)).toContainText('estragado.txt');
    await expect(going(words).locator('.state.bad')).toContainText('estragado.txt');
    await press(words, 'room-refused-edit');
    await expect(await room.input('joint')).toHaveValue(words);
    await consumer.page
      .getByRole('button', { name: consumer.t('room-attach-remove', { name: 'estragado.txt' }) })
      .click();
    await consumer.page.getByRole('button', { name: consumer.t.like('room-send-joint') }).click();
    await expect.poll(async () => (await said(words)).length).toBe(1);
    expect((await said(words))[0].event.evidence).toHaveLength(1);
    expect(await files('boa.png')).toHaveLength(1);
    expect(await files('estragado.txt')).toEqual([]);
  });

  test('what decides something does not wait: without a network it is refused, and certainly not sent', async () => {
    await atHome();
    consumer.line.cut();
    await consumer.context.setOffline(true);
    await consumer.page.getByRole('button', { name: consumer.t('consumer-ask-mediator') }).click();
    const sheet = consumer.page.getByRole('dialog');
    await sheet.getByRole('button', { name: consumer.t('consumer-menu-mediator-yes') }).click();
    await expect(sheet.getByText(consumer.t('problem-page-offline'))).toBeVisible();
    expect((await kept(consumer)).outgoing).toEqual([]);
    await consumer.context.setOffline(false);
    consumer.line.mend();
    await consumer.page.keyboard.press('Escape');
    // Closing a sheet goes one entry back; what is opened before that has arrived is broken off.
    await expect(sheet).toBeHidden();
    await room.open();
    expect((await company.view(here.case)).phase).toBe('negotiation');
  });

  test('a new version of the site is taken at the next step, and a window that is open goes on', async () => {
    await atHome();
    const before = await installed(consumer);
    const after = String(Number(before) + 1);
    const newer = (text: string) => text.replaceAll(before, after);
    consumer.line.rewrite('/service-worker.js', newer);
    consumer.line.rewrite('/_app/version.json', newer);
    await consumer.page.evaluate(async () => {
      (window as any).stays = true;
      await (await navigator.serviceWorker.getRegistration())!.update();
    });
    await expect.poll(() => versions(consumer), { timeout: 60_000 }).toEqual([before, after]);
    const looked = () => consumer.line.received.filter(({ what }) => what.includes('/_app/version.json')).length;
    const seen = looked();
    await expect
      .poll(async () => (await installed(consumer)) === after && looked() > seen, { timeout: 60_000 })
      .toBe(true);
    // Whoever is writing is not interrupted.
    await room.say('joint', 'Na versão nova também.');
    expect(await consumer.page.evaluate(() => (window as any).stays)).toBe(true);
    await consumer.page.getByRole('button', { name: consumer.t('consumer-menu') }).click();
    await consumer.page
      .getByRole('dialog')
      .getByRole('link', { name: consumer.t('consumer-menu-cases') })
      .click();
    await expect(consumer.page.getByText(here.reference)).toBeVisible();
    expect(await consumer.page.evaluate(() => (window as any).stays)).toBeUndefined();
  });

  test('two windows keep two drafts, and a closed one loses none', async () => {
    await atHome();
    const other = new Room(
      Object.assign(Object.create(consumer), { page: await consumer.context.newPage() }),
      here.case,
    );
    await (await room.input('joint')).fill('Primeira janela');
    await other.open();
    await (await other.input('joint')).fill('Segunda janela');
    await consumer.page.reload();
    await expect(await room.input('joint')).toHaveValue('Primeira janela');
    await other.page.reload();
    await expect(await other.input('joint')).toHaveValue('Segunda janela');
    await other.page.close();
    const later = new Room(
      Object.assign(Object.create(consumer), { page: await consumer.context.newPage() }),
      here.case,
    );
    await later.open();
    await expect(await later.input('joint')).toHaveValue('Segunda janela');
    await later.page.close();
    await (await room.input('joint')).fill('');
  });

  test('who signs out without a network is out as soon as there is one, and nobody goes on meanwhile', async () => {
    await atHome();
    consumer.line.cut();
    await consumer.context.setOffline(true);
    await room.write('joint', 'Ninguém recebeu isto.');
    await expect(going('Ninguém recebeu isto.')).toContainText(consumer.t('room-kept'));
    const signOut = async () => {
      await consumer.page.getByRole('button', { name: consumer.t('consumer-menu') }).click();
      await consumer.page
        .getByRole('dialog')
        .getByRole('button', { name: consumer.t('frame-sign-out'), exact: true })
        .click();
    };
    await signOut();
    // What nobody has received is named first.
    const asked = consumer.page.getByRole('dialog', { name: consumer.t('leave-title') });
    await expect(asked).toContainText('Ninguém recebeu isto.');
    await asked.getByRole('button', { name: consumer.t('leave-yes') }).click();
    await expect(consumer.page.getByText(consumer.t('leave-unheard'))).toBeVisible();
    // Closed and opened again it is the same.
    await consumer.page.goto('about:blank');
    await consumer.page.goto(`/cases/${here.case}`);
    await expect(consumer.page.getByText(consumer.t('leave-unheard'))).toBeVisible();
    await expect(consumer.page.getByText('A visita pode ser')).toHaveCount(0);
    await consumer.page.goto('about:blank');
    await consumer.context.setOffline(false);
    consumer.line.mend();
    await consumer.page.goto(`/cases/${here.case}`);
    await expect(consumer.page).toHaveURL(/\/sign-in/);
    await expect(consumer.page.getByText(consumer.t('leave-unheard'))).toHaveCount(0);
    expect((await consumer.ask('GET', 'auth/session')).status).toBe(401);
    expect((await kept(consumer)).small).not.toHaveProperty('acordo.leaving');
    expect(await said('Ninguém recebeu isto.')).toEqual([]);
    await enter(consumer, here.consumer);
  });

  test('nothing is left after signing out, and nothing for whoever comes in next', async () => {
    await atHome();
    consumer.line.cut();
    await room.write('joint', 'Espera pela rede.');
    await (await room.input('joint')).fill('Um rascunho');
    await expect(going('Espera pela rede.')).toContainText(consumer.t('room-kept'));
    // Somebody else comes in on this device, and the first one never signed out.
    await consumer.page.goto('about:blank');
    consumer.line.mend();
    const next = demo.people.find(({ role, person }) => role === 'consumer' && person !== here.consumer)!;
    await enter(consumer, next.person);
    await consumer.page.goto('/cases');
    await expect(consumer.page.getByRole('heading', { name: consumer.t('cases-title') })).toBeVisible();
    const left = async () => {
      const { reading, outgoing, small } = await kept(consumer);
      return JSON.stringify({ reading, outgoing, small });
    };
    await expect.poll(left).not.toContain(here.case);
    for (const words of ['Espera pela rede.', 'Um rascunho', 'A visita pode ser', here.consumer_name])
      expect(await left()).not.toContain(words);
    consumer.line.cut();
    await consumer.page.goto(`/cases/${here.case}`);
    await expect(consumer.page.getByText(consumer.t('frame-offline'), { exact: true })).toBeVisible();
    consumer.line.mend();

    // And back: a sign-out empties the device, in the other window as well.
    await enter(consumer, here.consumer);
    await room.open();
    await keptWith(consumer, here.case, 'A visita pode ser');
    const other = await consumer.context.newPage();
    await other.goto(`/cases/${here.case}`);
    await expect(other.getByText('A visita pode ser')).toBeVisible();
    await consumer.page.getByRole('button', { name: consumer.t('consumer-menu') }).click();
    await consumer.page
      .getByRole('dialog')
      .getByRole('button', { name: consumer.t('frame-sign-out') })
      .click();
    await expect(consumer.page).toHaveURL(/\/$/);
    await expect(other).toHaveURL(/\/sign-in/);
    const { reading, outgoing, small } = await kept(consumer);
    expect([reading, outgoing, Object.keys(small).filter((key) => /draft|owner/.test(key))]).toEqual([[], [], []]);
    await other.close();
    consumer.line.cut();
    await consumer.page.goto(`/cases/${here.case}`);
    await expect(consumer.page.getByText('A visita pode ser')).toHaveCount(0);
    consumer.line.mend();
  });
});
