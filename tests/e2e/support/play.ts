// A case of the demonstration, played by its people in browsers of their own while its clock is moved forward.
import { randomUUID } from 'node:crypto';
import { expect, type Browser } from '@playwright/test';
import { breaches, Haul, type Canary } from './canary.ts';
import { demoOf, enter, visitor, type Demo } from './demo.ts';
import { DESK, PHONE, type Person } from './person.ts';
import { Room } from './room.ts';
import { Acordo } from './server.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const FIRST = (name: string): string => name.split(' ')[0]!;

export class Play {
  caseId = '';
  readonly people: Person[] = [];
  private readonly names = new Map<Person, string>();
  private readonly canaries: Canary[] = [];

  private constructor(
    readonly browser: Browser,
    readonly acordo: Acordo,
    readonly demo: Demo,
  ) {}

  static async begin(browser: Browser, acordo: Acordo): Promise<Play> {
    return new Play(browser, acordo, await demoOf(acordo));
  }

  /// Somebody from the demonstration, by role or name, in a browser of their own.
  async comes(host: string, wanted: (one: Demo['people'][number]) => boolean, phone = false): Promise<Person> {
    const found = this.demo.people.find(wanted);
    if (!found) throw new Error(`nobody like that: ${wanted}`);
    let person = await visitor(this.browser, this.acordo, host, phone ? PHONE : DESK);
    await enter(person, found.person);
    // The page uses the language that the person chose.
    const { language } = (await person.ask('GET', 'auth/session')).body.user;
    if (language !== person.language) {
      await person.leave();
      person = await visitor(this.browser, this.acordo, host, phone ? PHONE : DESK, language);
      await enter(person, found.person);
    }
    this.people.push(person);
    this.names.set(person, `${found.name} (${found.role})`);
    return person;
  }

  name(person: Person): string {
    return this.names.get(person)!;
  }

  /// A word that only these readers may ever receive.
  canary(where: string, ...readers: Person[]): string {
    const word = `canario${randomUUID().replaceAll('-', '')}`;
    this.canaries.push({ word, where, readers: new Set(readers.map((person) => this.name(person))) });
    return word;
  }

  /// Searches every byte that came to anybody, and all that left the server in other ways, for every such word.
  async noWordPassedAWall(files: Record<string, Buffer>): Promise<void> {
    const hauls: Haul[] = [];
    for (const person of this.people) {
      const haul = new Haul(this.name(person));
      await haul.addAll(person.line.received);
      hauls.push(haul);
    }
    for (const [what, bytes] of Object.entries(files)) {
      const haul = new Haul(what);
      await haul.add(what, bytes);
      hauls.push(haul);
    }
    const log = new Haul("the server's log");
    await log.add('log', Buffer.from(this.acordo.log));
    for (const haul of [...hauls, log]) expect(haul.size, `${haul.viewer} received something`).toBeGreaterThan(0);
    expect(breaches(this.canaries, [...hauls, log])).toEqual([]);
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

  room(person: Person, view: { consumer_name: string; company: { name: string } }): Room {
    return new Room(person, this.caseId, { consumer: FIRST(view.consumer_name), company: view.company.name });
  }

  /// Lets time pass until just after this moment, and waits until everything that this causes is done.
  async passes(moment: number): Promise<void> {
    const hours = Math.floor((moment - Date.parse((await demoOf(this.acordo)).now)) / HOUR) + 1;
    expect(hours, 'a date that is still to come').toBeGreaterThan(0);
    const answer = await fetch(`${this.acordo.url.replace('localhost', '127.0.0.1')}/api/v1/demo/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.acordo.url },
      body: JSON.stringify({ hours }),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
  }

  /// When a deadline runs out, as the case itself says.
  async due(person: Person, rule: string): Promise<number> {
    const { deadlines } = await person.view(this.caseId);
    const found = deadlines.find((one: any) => one.rule === rule);
    expect(found, `${rule} among ${deadlines.map((one: any) => one.rule)}`).toBeTruthy();
    return Date.parse(found.due);
  }

  async phase(person: Person): Promise<string> {
    return (await person.view(this.caseId)).phase;
  }

  async end(): Promise<void> {
    for (const person of this.people) person.unharmed();
    for (const person of this.people) await person.leave();
  }
}
