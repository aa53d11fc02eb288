// When it does not settle: impasse and officers, remit, silence, breach, leaving. Each person in a browser of their own.
import { expect, test, type Browser } from '@playwright/test';
import { demoOf, enter, visitor, type Demo } from './support/demo.ts';
import { DESK, PHONE, type Person } from './support/person.ts';
import { Acordo } from './support/server.ts';

class Play {
  caseId = '';
  readonly people: Person[] = [];

  private constructor(
    readonly browser: Browser,
    readonly acordo: Acordo,
    readonly demo: Demo
  ) {}

  static async begin(browser: Browser, acordo: Acordo): Promise<Play> {
    return new Play(browser, acordo, await demoOf(acordo));
  }

  /// Somebody of the demonstration, by role or name, in a browser of their own.
  async comes(host: string, wanted: (one: Demo['people'][number]) => boolean, phone = false): Promise<Person> {
    const found = this.demo.people.find(wanted);
    if (!found) throw new Error(`nobody like that: ${wanted}`);
    const person = await visitor(this.browser, this.acordo, host, phone ? PHONE : DESK);
    await enter(person, found.person);
    this.people.push(person);
    return person;
  }

  /// A case between a consumer and Loja Aurora, filed by the demonstration's own button.
  async fresh(from: Person): Promise<void> {
    const filed = await from.ask('POST', 'demo/cases');
    expect(filed.status).toBe(201);
    this.caseId = filed.body.case;
  }

  async does(person: Person, command: Record<string, unknown>): Promise<any> {
    const answer = await person.command(this.caseId, command);
    expect(answer, `${person.role} ${command.type}: ${answer.detail}`).toMatchObject({ status: 200 });
    return answer.body;
  }

  async passes(days: number): Promise<void> {
    const answer = await fetch(`${this.acordo.url.replace('localhost', '127.0.0.1')}/api/v1/demo/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.acordo.url },
      body: JSON.stringify({ hours: days * 24 })
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
  }

  async phase(person: Person): Promise<string> {
    return (await person.view(this.caseId)).phase;
  }

  async end(): Promise<void> {
    for (const person of this.people) person.unharmed();
    for (const person of this.people) await person.leave();
  }
}

test.describe('when it does not settle', () => {
  let acordo: Acordo;
  test.beforeAll(async () => {
    acordo = await Acordo.demo();
  });
  test.afterAll(() => acordo.stop());

  const mediated = async (play: Play, consumer: Person, rep: Person): Promise<Person> => {
    const view = await consumer.view(play.caseId);
    if (view.phase === 'intake') await play.does(rep, { type: 'invitation.accept', rules_version: 1, online: true });
    await play.does(consumer, { type: 'mediator.request' });
    await expect.poll(async () => (await consumer.view(play.caseId)).mediator?.person, { timeout: 20_000 }).toBeTruthy();
    const name = (await consumer.view(play.caseId)).mediator.person;
    const mediator = await play.comes('mediator', (one) => one.person === name);
    await play.does(mediator, { type: 'mediator.accept', no_conflict: true, disclosure: 'Nada a declarar.' });
    const { version } = (await consumer.view(play.caseId)).ground_rules;
    for (const side of [consumer, rep]) await play.does(side, { type: 'ground_rules.accept', version });
    return mediator;
  };

  const pair = async (play: Play): Promise<[Person, Person]> => {
    const rep = await play.comes('company', (one) => one.role === 'rep' && one.name === 'Bruna Lima');
    await play.fresh(rep);
    const about = (await demoOf(play.acordo)).cases.find((one) => one.case === play.caseId)!;
    const consumer = await play.comes('consumer', (one) => one.person === about.consumer, true);
    return [consumer, rep];
  };

  test('impasse: two officers claim, one wins, asks, recommends, and the platform closes with a certificate', async ({ browser }) => {
    test.setTimeout(180_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    const secret = `segredo${Date.now()}`;
    await play.does(consumer, { type: 'message.post', channel: 'caucus:consumer', text: `Aceito bem menos. ${secret}` });
    await play.does(mediator, { type: 'impasse.declare', ground: 'no_agreement' });
    // Whoever leads no more reads no more.
    await mediator.refusedAs(() => mediator.ask('GET', `cases/${play.caseId}`), 'not_found', /\/cases\/[0-9a-f-]+$/);

    // The company's own ombudsman first: both sides' room and the company's notes, never a caucus.
    expect((await consumer.view(play.caseId)).entries[0].queue).toBe('company_ombudsman');
    const own = await play.comes('ombudsman', (one) => one.role === 'ombudsman');
    await own.page.goto(`/cases/${play.caseId}`);
    await own.page.getByRole('button', { name: own.t('officer-claim') }).click();
    await expect.poll(async () => (await own.view(play.caseId)).capacity).toBe('ombudsman');
    expect(Object.keys((await own.view(play.caseId)).heads).sort()).toEqual(['desk:1', 'internal:company', 'joint', 'procedure', 'review:1']);
    await play.does(own, { type: 'escalation.close', outcome: 'final_answer' });
    const entry = (await consumer.view(play.caseId)).entries.at(-1);
    expect(entry.queue).toBe('operator_ombudsman');

    const officer = await play.comes('ombudsman', (one) => one.role === 'operator_ombudsman');
    const others = play.demo.people.filter((one) => one.role === 'operator_ombudsman');
    await officer.page.goto(`/cases/${play.caseId}`);
    const rival = others.length > 1 ? await play.comes('ombudsman', (one) => one.person === others[1]!.person) : null;
    await officer.page.getByRole('button', { name: officer.t('officer-claim') }).click();
    await expect.poll(async () => (await officer.view(play.caseId)).capacity).toBe('ombudsman');
    if (rival) await rival.refused(play.caseId, { type: 'escalation.claim' }, 'entry_claimed');

    const seen = await officer.view(play.caseId);
    expect(Object.keys(seen.heads).sort()).toEqual([`desk:${entry.number}`, 'procedure', `review:${entry.number}`].sort());
    await officer.refusedAs(() => officer.ask('GET', `cases/${play.caseId}/channels/caucus:consumer/events`), 'not_found', /\/events$/);
    await officer.refusedAs(() => officer.ask('GET', `cases/${play.caseId}/channels/joint/events`), 'not_found', /\/events$/);
    await expect.poll(async () => (await officer.view(play.caseId)).entries.at(-1).handed_over).toBe(true);

    await play.does(officer, { type: 'escalation.ask', side: 'consumer', question: 'A nota fiscal está com você?' });
    await consumer.page.goto(`/cases/${play.caseId}`);
    await expect(consumer.page.getByText('A nota fiscal está com você?').first()).toBeVisible();
    await play.does(consumer, { type: 'escalation.answer', text: 'Sim, guardei a nota.' });
    await expect(officer.page.getByText('Sim, guardei a nota.').first()).toBeVisible();

    const terms = { obligations: [{ kind: 'apologise', debtor: 'company', due: { days_after_signature: 5, working_days: true } }], clauses: [] };
    await play.does(officer, { type: 'escalation.recommend', terms, reasons: 'Um pedido de desculpas encerra bem.' });
    const channel = `review:${entry.number}`;
    const hash = (await consumer.view(play.caseId)).proposals.find((one: any) => one.channel === channel).terms_hash;
    await play.does(consumer, { type: 'proposal.accept', channel, number: 1, terms_hash: hash });
    expect((await rep.view(play.caseId)).proposals.find((one: any) => one.channel === channel)).toMatchObject({ state: 'open', own_answer: null });
    await play.does(rep, { type: 'proposal.decline', channel, number: 1 });
    expect((await consumer.view(play.caseId)).proposals.find((one: any) => one.channel === channel).state).toBe('declined');

    const words = await rep.ask('GET', `cases/${play.caseId}/channels/joint/events?after=0&limit=100`);
    const said = words.body.events.findLast((event: any) => event.event.type === 'message_posted');
    if (said) {
      await play.does(consumer, { type: 'escalation.release_item', channel: 'joint', seq: said.seq });
      await play.does(rep, { type: 'escalation.release_item', channel: 'joint', seq: said.seq });
      await expect(officer.page.getByText(said.event.text).first()).toBeVisible();
    }
    await play.does(officer, { type: 'escalation.close', outcome: 'no_agreement' });
    expect(await play.phase(consumer)).toBe('closed_no_agreement');
    await expect.poll(async () => (await consumer.view(play.caseId)).papers.map((one: any) => one.paper).sort(), { timeout: 30_000 }).toEqual(['certificate', 'final_term', 'procedure']);
    const pdf = await consumer.file(`/api/v1/cases/${play.caseId}/papers/certificate.pdf`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const record = await officer.file(`/api/v1/cases/${play.caseId}/papers/procedure.json`);
    for (const bytes of [pdf, record]) expect(bytes.toString('latin1')).not.toContain(secret);
    const page = await officer.page.content();
    expect(page).not.toContain(secret);
    await play.end();
  });

  test('remit: another mediator starts anew and cannot read what the former was told', async ({ browser }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    await play.does(consumer, { type: 'message.post', channel: 'caucus:consumer', text: 'Só para você.' });
    await play.does(mediator, { type: 'impasse.declare', ground: 'no_agreement' });
    const queue = (await consumer.view(play.caseId)).entries[0].queue;
    const officer = await play.comes('ombudsman', (one) => one.role === (queue === 'company_ombudsman' ? 'ombudsman' : 'operator_ombudsman'));
    await play.does(officer, { type: 'escalation.claim' });
    await play.does(officer, { type: 'escalation.remit' });
    await expect.poll(async () => (await consumer.view(play.caseId)).mediator?.state, { timeout: 20_000 }).toBe('assigned');
    const named = (await consumer.view(play.caseId)).mediator.person;
    const successor = await play.comes('mediator', (one) => one.person === named);
    await play.does(successor, { type: 'mediator.accept', no_conflict: true, disclosure: 'Nada a declarar.' });
    await successor.refusedAs(() => successor.ask('GET', `cases/${play.caseId}/channels/caucus:consumer/events`), 'not_found', /\/events$/);
    expect(Object.keys((await successor.view(play.caseId)).heads)).toContain('caucus:consumer/2');
    const { version } = (await consumer.view(play.caseId)).ground_rules;
    for (const side of [consumer, rep]) await play.does(side, { type: 'ground_rules.accept', version });
    const terms = { obligations: [{ kind: 'apologise', debtor: 'company', due: { days_after_signature: 5, working_days: true } }], clauses: [] };
    await play.does(rep, { type: 'proposal.make', channel: 'joint', terms });
    const made = (await consumer.view(play.caseId)).proposals.filter((one: any) => one.channel === 'joint').at(-1);
    await play.does(consumer, { type: 'proposal.accept', channel: 'joint', number: made.number, terms_hash: made.terms_hash });
    expect(await play.phase(consumer)).toBe('agreed');
    await play.end();
  });

  test('leaving: the only representative is removed, a manager takes the seat, a rep hands over with a note', async ({ browser }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const [consumer, rep] = await pair(play);
    const mediator = await mediated(play, consumer, rep);
    const seat = (await mediator.view(play.caseId)).seats.find((one: any) => one.seat === 'company');
    await consumer.refused(play.caseId, { type: 'participant.remove', user: seat.person, ground: 'insult' }, 'not_yours');
    await play.does(mediator, { type: 'participant.remove', user: seat.person, ground: 'insult' });
    await consumer.refused(play.caseId, { type: 'message.post', channel: 'joint', text: 'Olá?' }, 'case_suspended');
    const manager = await play.comes('company', (one) => one.role === 'manager' && one.name === 'Otávio Reis');
    await play.does(manager, { type: 'seat.join' });
    await play.does(consumer, { type: 'message.post', channel: 'joint', text: 'Bom dia.' });
    const candidates = await manager.ask('GET', `cases/${play.caseId}/candidates?for=seat.hand_over`);
    const bruna = candidates.body.people.find((one: any) => one.name === 'Bruna Lima');
    await play.does(manager, { type: 'seat.hand_over', to: bruna.id, note: 'Fale com calma.', reason: 'workload' });
    await rep.page.goto(`/cases/${play.caseId}`);
    expect((await rep.view(play.caseId)).capacity).toBe('company');
    await play.does(consumer, { type: 'mediation.leave' });
    expect(await play.phase(rep)).toBe('escalated_ombudsman');
    await play.end();
  });

  test('breach: an agreement that is not kept reaches the creditor and the legal queue, which exports it', async ({ browser }) => {
    test.setTimeout(120_000);
    const play = await Play.begin(browser, acordo);
    const settled = play.demo.cases.find((one) => one.phase === 'settled' && one.company_name === 'Loja Aurora') ?? play.demo.cases.find((one) => one.phase === 'settled')!;
    play.caseId = settled.case;
    await play.passes(60);
    const consumer = await play.comes('consumer', (one) => one.person === settled.consumer, true);
    const view = await consumer.view(settled.case);
    expect(view.phase).toBe('escalated_legal');
    expect(view.obligations.some((one: any) => one.breached)).toBe(true);
    await expect.poll(async () => (await consumer.view(settled.case)).papers.map((one: any) => one.paper), { timeout: 30_000 }).toContain('enforcement');
    const legal = await play.comes('legal', (one) => one.role === 'operator_legal');
    await legal.page.goto(`/cases/${settled.case}`);
    await legal.page.getByRole('button', { name: legal.t('officer-claim') }).click();
    await expect.poll(async () => (await legal.view(settled.case)).capacity).toBe('legal');
    const at = `/api/v1/cases/${settled.case}/papers/enforcement`;
    expect((await legal.file(`${at}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse((await legal.file(`${at}.json`)).toString()).paper).toBe('enforcement');
    expect((await legal.file(`${at}.zip`)).subarray(0, 2).toString()).toBe('PK');
    await legal.refusedAs(() => legal.ask('GET', `cases/${settled.case}/channels/joint/events`), 'not_found', /\/events$/);
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
        online: true
      },
      { 'Idempotency-Key': crypto.randomUUID() }
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const bruna = play.demo.people.find((one) => one.name === 'Bruna Lima')!.person;
    const listed = async (): Promise<any> => {
      // Days have passed: whoever comes back signs in again.
      await enter(rep, bruna);
      const found = await rep.ask('GET', `cases?q=${filed.body.reference.slice(0, 4)}`);
      return found.body.cases.find((one: any) => one.reference === filed.body.reference);
    };
    expect((await listed()).phase).toBe('intake');
    for (let day = 0; day < 14; day += 1) await play.passes(1);
    expect((await listed()).phase).toBe('escalated_ombudsman');
    for (let day = 0; day < 25; day += 1) await play.passes(1);
    const row = await listed();
    expect(row.phase).toBe('closed_refused');
    play.caseId = row.id;
    const facts = (await rep.ask('GET', `cases/${row.id}/channels/procedure/events?after=0&limit=100`)).body.events.map((event: any) => event.event);
    expect(facts.filter((fact: any) => fact.type === 'deadline_reminded').length).toBeGreaterThanOrEqual(3);
    await expect
      .poll(async () => (await rep.view(row.id)).papers.map((one: any) => one.paper), { timeout: 30_000 })
      .toContain('certificate');
    consumer.unharmed();
    await consumer.leave();
    await play.end();
  });
});
