// When it does not settle: impasse and officers, remit, silence, breach, leaving. Everybody has a browser of their own.
import { expect, test } from '@playwright/test';
import { demoOf, draftKey, enter, visitor } from './support/demo.ts';
import { Officer } from './support/officer.ts';
import { PHONE, type Person } from './support/person.ts';
import { DAY, FIRST, Play } from './support/play.ts';
import { Room } from './support/room.ts';
import { Acordo } from './support/server.ts';

test.describe('when it does not settle', () => {
  let acordo: Acordo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
  });
  test.afterAll(() => acordo.stop());

  const mediated = async (play: Play, consumer: Person, rep: Person): Promise<Person> => {
    const view = await consumer.view(play.caseId);
    if (view.phase === 'intake') await play.does(rep, { type: 'invitation.accept', rules_version: 1, online: true });
    const rooms = { consumer: new Room(consumer, play.caseId), company: new Room(rep, play.caseId) };
    for (const room of Object.values(rooms)) await room.open();
    await rooms.consumer.askForMediator();
    await expect
      .poll(async () => (await consumer.view(play.caseId)).mediator?.person, { timeout: 20_000 })
      .toBeTruthy();
    const name = (await consumer.view(play.caseId)).mediator.person;
    const mediator = await play.comes('mediator', (one) => one.person === name);
    await mediator.page.goto(`/cases/${play.caseId}`);
    await play.room(mediator, view).acceptMediation('Nada a declarar.');
    for (const room of Object.values(rooms)) await room.acceptGroundRules();
    return mediator;
  };

  const pair = async (play: Play): Promise<[Person, Person]> => {
    const rep = await play.comes('company', (one) => one.role === 'rep' && one.name === 'Bruna Lima');
    await play.fresh(rep);
    const about = (await demoOf(play.acordo)).cases.find((one) => one.case === play.caseId)!;
    const consumer = await play.comes('consumer', (one) => one.person === about.consumer, true);
    return [consumer, rep];
  };

  test('impasse: two officers claim, one wins, asks, recommends, and the platform closes with a certificate', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    const view = await consumer.view(play.caseId);
    const [atConsumer, atRep, atMediator] = [consumer, rep, mediator].map((person) => play.room(person, view)) as [
      Room,
      Room,
      Room,
    ];
    await atConsumer.say('private', `Aceito bem menos. ${play.canary("consumer's caucus", consumer, mediator)}`);
    await atRep.say('private', `Podemos dar mais. ${play.canary("company's caucus", rep, mediator)}`);
    await atMediator.write('notes', `Os dois cedem. ${play.canary("mediator's notes", mediator)}`);
    const toRelease = 'Bom dia, quero o meu dinheiro.';
    await atConsumer.say('joint', toRelease);
    await play.does(mediator, { type: 'impasse.declare', ground: 'no_agreement' });
    // A mediator who no longer leads the case cannot read it any more.
    await mediator.refusedAs(() => mediator.ask('GET', `cases/${play.caseId}`), 'not_found', /\/cases\/[0-9a-f-]+$/);

    // The company's own ombudsman comes first, and reads the joint room and the company's notes, never a caucus.
    expect((await consumer.view(play.caseId)).entries[0].queue).toBe('company_ombudsman');
    const own = await play.comes('ombudsman', (one) => one.role === 'ombudsman');
    await play.does(rep, {
      type: 'note.put',
      channel: 'internal:company',
      text: `Já tivemos três casos assim. ${play.canary("company's notes", rep, own)}`,
    });
    const atOwn = new Officer(own, play.caseId);
    await atOwn.claim();
    expect(Object.keys((await own.view(play.caseId)).heads).sort()).toEqual([
      'desk:1',
      'internal:company',
      'joint',
      'procedure',
      'review:1',
    ]);
    await atOwn.note(`Falei com a loja. ${play.canary("company officer's desk", own)}`);
    // She makes one more proposal as the company; the consumer declines it on the phone.
    await atOwn.offer({ kind: 'apologise', days: 5 });
    await expect
      .poll(async () => (await consumer.view(play.caseId)).proposals.at(-1))
      .toMatchObject({ channel: 'joint', author: 'company', state: 'open' });
    const last = (await consumer.view(play.caseId)).proposals.at(-1);
    await play.does(consumer, { type: 'proposal.decline', channel: 'joint', number: last.number });
    await atOwn.giveFinalAnswer();
    const entry = (await consumer.view(play.caseId)).entries.at(-1);
    expect(entry.queue).toBe('operator_ombudsman');
    await own.refusedAs(
      () => own.ask('GET', `cases/${play.caseId}/channels/review:${entry.number}/events`),
      'not_found',
      /\/events$/,
    );

    // Two of the platform's officers claim at the same moment: one gets the case, the other is told who did.
    const team = play.demo.people.filter((one) => one.role === 'operator_ombudsman').slice(0, 2);
    expect(team).toHaveLength(2);
    const both = await Promise.all(
      team.map((wanted) => play.comes('ombudsman', (one) => one.person === wanted.person)),
    );
    await Promise.all(both.map((person) => new Officer(person, play.caseId).open()));
    const buttons = both.map((person) => person.page.getByRole('button', { name: person.t('officer-claim') }));
    for (const button of buttons) await expect(button).toBeVisible();
    await Promise.all(buttons.map((button) => button.evaluate((pressed: HTMLElement) => pressed.click())));
    const winner = async () => (await both[0]!.view(play.caseId)).entries.at(-1).officer?.name;
    await expect.poll(winner).toBeTruthy();
    const first = (await winner()) === team[0]!.name ? 0 : 1;
    const [officer, rival] = [both[first]!, both[1 - first]!];
    await expect(rival.page.getByText(team[first]!.name).first()).toBeVisible();
    await expect.poll(async () => (await officer.view(play.caseId)).capacity).toBe('ombudsman');
    const atOfficer = new Officer(officer, play.caseId);
    await rival.refused(play.caseId, { type: 'escalation.claim' }, 'entry_claimed');

    const seen = await officer.view(play.caseId);
    expect(Object.keys(seen.heads).sort()).toEqual(
      [`desk:${entry.number}`, 'procedure', `review:${entry.number}`].sort(),
    );
    await officer.refusedAs(
      () => officer.ask('GET', `cases/${play.caseId}/channels/caucus:consumer/events`),
      'not_found',
      /\/events$/,
    );
    await officer.refusedAs(
      () => officer.ask('GET', `cases/${play.caseId}/channels/joint/events`),
      'not_found',
      /\/events$/,
    );
    await expect.poll(async () => (await officer.view(play.caseId)).entries.at(-1).handed_over).toBe(true);
    await atOfficer.note(`Ouvir os dois. ${play.canary("platform officer's desk", officer)}`);

    // A question to the consumer, answered on the phone with a file that both sides may read.
    const asked = `A nota fiscal está com você? ${play.canary('question', consumer, rep, officer)}`;
    await atOfficer.ask(FIRST(view.consumer_name), asked);
    await consumer.page.goto(`/cases/${play.caseId}`);
    await expect(consumer.page.getByText(asked).first()).toBeVisible();
    const answered = `Sim, guardei a nota. ${play.canary('answer', consumer, rep, officer)}`;
    await consumer.page.getByLabel(consumer.t('room-question-answer'), { exact: true }).fill(answered);
    await consumer.page
      .locator('article.question input[type=file]')
      .setInputFiles({ name: 'nota.txt', mimeType: 'text/plain', buffer: Buffer.from('Nota fiscal 123') });
    await expect(consumer.page.getByText('nota.txt').first()).toBeVisible();
    await consumer.page.getByRole('button', { name: consumer.t('room-question-send') }).click();
    await expect(officer.page.getByText(answered).first()).toBeVisible();
    await expect(
      officer.page.getByRole('link', { name: officer.t('room-file-open', { name: 'nota.txt' }) }).first(),
    ).toBeVisible();
    await rep.page.goto(`/cases/${play.caseId}`);
    await rep.page.getByRole('tab', { name: rep.t('room-review') }).click();
    await expect(rep.page.getByText(answered).first()).toBeVisible();

    // Recommended terms: neither side sees the other's answer before both have answered.
    await atOfficer.recommend(
      { kind: 'apologise', days: 5 },
      `Um pedido de desculpas encerra bem. ${play.canary('recommendation', consumer, rep, officer)}`,
    );
    const channel = `review:${entry.number}`;
    const recommended = async (person: Person) =>
      (await person.view(play.caseId)).proposals.find((one: any) => one.channel === channel);
    await play.does(consumer, {
      type: 'proposal.accept',
      channel,
      number: 1,
      terms_hash: (await recommended(consumer)).terms_hash,
    });
    expect(await recommended(rep)).toMatchObject({ state: 'open', own_answer: null });
    await play.does(rep, { type: 'proposal.decline', channel, number: 1 });
    expect((await recommended(consumer)).state).toBe('not_agreed');

    // One message of the joint room goes to the officer once both sides pass it on.
    const words = await rep.ask('GET', `cases/${play.caseId}/channels/joint/events?after=0&limit=100`);
    const said = words.body.events.find((event: any) => event.event.text === toRelease);
    for (const side of [consumer, rep])
      await play.does(side, { type: 'escalation.release_item', channel: 'joint', seq: said.seq });
    await expect(officer.page.getByText(toRelease).first()).toBeVisible();
    await atOfficer.close('no_agreement');
    expect(await play.phase(consumer)).toBe('closed_no_agreement');
    await expect
      .poll(async () => (await consumer.view(play.caseId)).papers.map((one: any) => one.paper).sort(), {
        timeout: 30_000,
      })
      .toEqual(['certificate', 'certificate', 'final_term', 'procedure']);
    const pdf = await consumer.file(`/api/v1/cases/${play.caseId}/papers/certificate.pdf`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const zip = await officer.file(`/api/v1/cases/${play.caseId}/papers/procedure.zip`);
    await play.noWordPassedAWall({ 'the certificate': pdf, 'the procedural record': zip });
    await play.end();
  });

  test('remit: another mediator starts anew and cannot read what the former one was told', async ({ browser }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    await play.does(consumer, { type: 'message.post', channel: 'caucus:consumer', text: 'Só para você.' });
    await play.does(mediator, { type: 'impasse.declare', ground: 'no_agreement' });
    const queue = (await consumer.view(play.caseId)).entries[0].queue;
    const officer = await play.comes(
      'ombudsman',
      (one) => one.role === (queue === 'company_ombudsman' ? 'ombudsman' : 'operator_ombudsman'),
    );
    const atOfficer = new Officer(officer, play.caseId);
    await atOfficer.claim();
    await atOfficer.remit();
    await expect
      .poll(async () => (await consumer.view(play.caseId)).mediator?.state, { timeout: 20_000 })
      .toBe('assigned');
    const named = (await consumer.view(play.caseId)).mediator.person;
    const successor = await play.comes('mediator', (one) => one.person === named);
    await successor.page.goto(`/cases/${play.caseId}`);
    await play.room(successor, await consumer.view(play.caseId)).acceptMediation('Nada a declarar.');
    await successor.refusedAs(
      () => successor.ask('GET', `cases/${play.caseId}/channels/caucus:consumer/events`),
      'not_found',
      /\/events$/,
    );
    expect(Object.keys((await successor.view(play.caseId)).heads)).toContain('caucus:consumer/2');
    const { version } = (await consumer.view(play.caseId)).ground_rules;
    for (const side of [consumer, rep]) await play.does(side, { type: 'ground_rules.accept', version });
    const terms = {
      obligations: [{ kind: 'apologise', debtor: 'company', due: { days_after_signature: 5, working_days: true } }],
      clauses: [],
    };
    await play.does(rep, { type: 'proposal.make', channel: 'joint', terms });
    const made = (await consumer.view(play.caseId)).proposals.filter((one: any) => one.channel === 'joint').at(-1);
    await play.does(consumer, {
      type: 'proposal.accept',
      channel: 'joint',
      number: made.number,
      terms_hash: made.terms_hash,
    });
    expect(await play.phase(consumer)).toBe('agreed');
    await play.end();
  });

  test('leaving: the only representative is removed, a manager takes the seat, a rep hands over with a note', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    const seat = (await mediator.view(play.caseId)).seats.find((one: any) => one.seat === 'company');
    await consumer.refused(
      play.caseId,
      { type: 'participant.remove', user: seat.person, ground: 'insult' },
      'not_yours',
    );
    await play.does(mediator, { type: 'participant.remove', user: seat.person, ground: 'insult' });
    await consumer.refused(play.caseId, { type: 'message.post', channel: 'joint', text: 'Olá?' }, 'case_suspended');
    const manager = await play.comes('company', (one) => one.role === 'manager' && one.name === 'Otávio Reis');
    await play.does(manager, { type: 'seat.join' });
    await play.does(consumer, { type: 'message.post', channel: 'joint', text: 'Bom dia.' });
    const candidates = await manager.ask('GET', `cases/${play.caseId}/candidates?for=seat.hand_over`);
    // Somebody who was removed does not come back.
    expect(candidates.body.people.map((one: any) => one.id)).not.toContain(seat.person);
    await manager.refused(
      play.caseId,
      { type: 'seat.hand_over', to: seat.person, note: 'Fale com calma.', reason: 'workload' },
      'person_not_eligible',
    );
    await play.does(consumer, { type: 'mediation.leave' });
    expect(await play.phase(consumer)).toBe('escalated_ombudsman');
    await play.end();
  });

  test('breach: an agreement that is not kept reaches the creditor and the legal queue, which exports it', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const settled =
      play.demo.cases.find((one) => one.phase === 'settled' && one.company_name === 'Loja Aurora') ??
      play.demo.cases.find((one) => one.phase === 'settled')!;
    play.caseId = settled.case;
    const consumer = await play.comes('consumer', (one) => one.person === settled.consumer, true);
    for (const rule of ['obligation', 'breach']) {
      await play.passes(await play.due(consumer, rule));
      // Days have passed, so whoever comes back signs in again.
      await enter(consumer, settled.consumer);
    }
    const view = await consumer.view(settled.case);
    expect(view.phase).toBe('escalated_legal');
    expect(view.obligations.some((one: any) => one.breached)).toBe(true);
    await expect
      .poll(async () => (await consumer.view(settled.case)).papers.map((one: any) => one.paper), { timeout: 30_000 })
      .toContain('enforcement');
    const legal = await play.comes('legal', (one) => one.role === 'operator_legal');
    await legal.page.goto(`/cases/${settled.case}`);
    await legal.page.getByRole('button', { name: legal.t('officer-claim') }).click();
    await expect.poll(async () => (await legal.view(settled.case)).capacity).toBe('legal');
    const at = `/api/v1/cases/${settled.case}/papers/enforcement`;
    expect((await legal.file(`${at}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse((await legal.file(`${at}.json`)).toString()).paper).toBe('enforcement');
    expect((await legal.file(`${at}.zip`)).subarray(0, 2).toString()).toBe('PK');
    await legal.refusedAs(
      () => legal.ask('GET', `cases/${settled.case}/channels/joint/events`),
      'not_found',
      /\/events$/,
    );
    await play.end();
  });

  test('silence: reminders, escalation, and in the end a certificate of no answer', async ({ browser }) => {
    test.setTimeout(180_000);
    const play = await Play.begin(browser, acordo);
    const rep = await play.comes('company', (one) => one.role === 'rep' && one.name === 'Bruna Lima');
    const consumer = await visitor(browser, acordo, 'consumer', PHONE);
    await consumer.page.goto('/');
    const companies = await consumer.ask('GET', 'companies?q=Loja');
    const filed = await consumer.ask(
      'POST',
      'complaints',
      {
        consumer: { name: 'Pedro Lago', email: 'pedro.lago@example.net', language: 'pt-BR' },
        company: companies.body.find((one: any) => one.name === 'Loja Aurora').id,
        complaint: { product: 'Chaleira', story: 'Não esquenta.', remedy: 'refund' },
        rules_version: 1,
        online: true,
      },
      { 'Idempotency-Key': crypto.randomUUID() },
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const bruna = play.demo.people.find((one) => one.name === 'Bruna Lima')!.person;
    const draft_key = await draftKey(acordo, 'pedro.lago@example.net');
    const confirmed = await consumer.ask('POST', 'complaints/confirm', { draft_key, revision: 1 });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
    play.caseId = confirmed.body.case;
    const later = async (moment: number): Promise<void> => {
      await play.passes(moment);
      // Days have passed, so whoever comes back signs in again.
      await enter(rep, bruna);
    };
    const reminded = async (rule: string): Promise<number[]> => {
      const page = await rep.ask('GET', `cases/${play.caseId}/channels/procedure/events?after=0&limit=100`);
      return page.body.events
        .map(({ event }: any) => event)
        .filter((fact: any) => fact.type === 'deadline_reminded' && fact.rule === rule)
        .map((fact: any) => fact.nth);
    };
    expect(await play.phase(rep)).toBe('intake');
    // The thirty days run from the receipt of the invitation, which is no later than the mail that is on its way.
    await expect
      .poll(async () => (await rep.view(play.caseId)).invitation.received_at, { timeout: 30_000 })
      .toBeTruthy();

    const first = await play.due(rep, 'first_reply');
    const last = await play.due(rep, 'invitation');
    await later(first - 3 * DAY);
    expect(await reminded('first_reply')).toEqual([1]);
    await later(first - DAY);
    expect(await reminded('first_reply')).toEqual([1, 2]);
    expect(await play.phase(rep)).toBe('intake');
    await later(first);
    expect(await play.phase(rep)).toBe('escalated_ombudsman');

    await later(last - 7 * DAY);
    expect(await reminded('invitation')).toEqual([1]);
    await later(last - DAY);
    expect(await reminded('invitation')).toEqual([1, 2]);
    expect(await play.phase(rep)).toBe('escalated_ombudsman');
    await later(last);
    expect(await play.phase(rep)).toBe('escalated_ombudsman');
    await expect
      .poll(async () => (await rep.view(play.caseId)).papers.map((one: any) => one.paper), { timeout: 30_000 })
      .toContain('certificate');
    consumer.unharmed();
    await consumer.leave();
    await play.end();
  });
});
