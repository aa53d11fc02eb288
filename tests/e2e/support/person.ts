// One person with a browser of their own: a context, a connection, a language, and nothing unexpected in the console.
import { randomUUID } from 'node:crypto';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Line } from './line.ts';
import type { Acordo } from './server.ts';
import { texts, type Language, type Text } from './texts.ts';

export interface Screen {
  width: number;
  height: number;
}
export const PHONE: Screen = { width: 360, height: 780 };
export const DESK: Screen = { width: 1440, height: 900 };

export interface Answer {
  status: number;
  /// The stable code of a problem.
  code?: string;
  detail?: string;
  // The body as it came: a test reads from it what it needs.
  body: any;
}

/// Answers that are part of the ordinary course: a page asks whether somebody is signed in, and nobody is; on
/// `localhost` it asks whether this is a demonstration, and it is not.
const ORDINARY = [
  / 401 .*\/api\/v1\/auth\/(session|refresh)$/,
  // A list asks by itself, also when the token has just run out; it is renewed, and the list asked again.
  / 401 GET .*\/api\/v1\/cases\?/,
  // So does the document of a room, before its scripts are there.
  / 401 GET .*\/api\/v1\/cases\/[0-9a-f-]{36}$/,
  / 404 GET .*\/api\/v1\/demo$/,
];

/// Runs in every page before its own scripts, so that the browser has the server's date. Timers run as they are.
function setTheClock(ahead: number): void {
  const Machine = Date;
  const now = () => Machine.now() + ahead;
  globalThis.Date = new Proxy(Machine, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    apply: () => new Machine(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

export class Person {
  /// What went wrong in this browser: errors in the console, breaches of the content policy, failed requests.
  readonly faults: string[] = [];
  /// Answers with an error status that a step causes on purpose; each must come once.
  private readonly awaited: RegExp[] = [];
  /// Requests that fail on purpose; each once.
  private readonly lost: RegExp[] = [];

  private constructor(
    /// For reports, such as `consumer`.
    readonly role: string,
    readonly name: string,
    readonly email: string,
    readonly language: Language,
    readonly t: Text,
    readonly acordo: Pick<Acordo, 'url' | 'ahead'>,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly line: Line,
  ) {}

  static async arrive(
    browser: Browser,
    acordo: Pick<Acordo, 'url' | 'ahead'>,
    who: {
      role: string;
      name: string;
      email: string;
      language?: Language;
      screen: Screen;
      dark?: boolean;
      url?: string;
    },
  ): Promise<Person> {
    const language = who.language ?? 'pt-BR';
    const line = await Line.lay();
    const context = await browser.newContext({
      viewport: who.screen,
      locale: language === 'es' ? 'es-AR' : language,
      colorScheme: who.dark ? 'dark' : 'light',
      baseURL: who.url ?? acordo.url,
      proxy: { server: line.address, bypass: '<-loopback>' },
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const machine = await page.evaluate(() => Date.now());
    await context.addInitScript(setTheClock, Date.now() + acordo.ahead - machine);
    const person = new Person(who.role, who.name, who.email, language, texts(language), acordo, context, page, line);
    person.watch();
    return person;
  }

  private watch(): void {
    this.context.on('page', (page) => this.watchPage(page));
    this.watchPage(this.page);
  }

  private watchPage(page: Page): void {
    page.on('pageerror', (error) =>
      this.faults.push(`${this.role}, error in the page: ${error.stack ?? error.message}`),
    );
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // An error status is judged where the answer arrives; the browser only repeats it here.
      if (/^Failed to load resource/.test(message.text())) return;
      if (this.line.isCut || /WebSocket connection to .* failed/.test(message.text())) return;
      this.faults.push(`${this.role}, in the console: ${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(http|ws)s?:$/.test(protocol) && !/(^|\.)localhost$/.test(hostname))
        this.faults.push(`${this.role}, asked somebody else: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      if (this.line.isCut || why === 'net::ERR_ABORTED') return;
      const at = this.lost.findIndex((path) => path.test(new URL(request.url()).pathname));
      if (at >= 0) return void this.lost.splice(at, 1);
      this.faults.push(`${this.role}, request failed: ${why} ${request.method()} ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const seen = ` ${response.status()} ${response.request().method()} ${response.url()}`;
      if (ORDINARY.some((one) => one.test(seen))) return;
      const at = this.awaited.findIndex((one) => one.test(seen));
      if (at >= 0) this.awaited.splice(at, 1);
      else this.faults.push(`${this.role}, unexpected answer:${seen}`);
    });
  }

  /// Announces an error status that the next step causes on purpose.
  expects(path: RegExp): void {
    this.awaited.push(new RegExp(` 4\\d\\d [A-Z]+ \\S*${path.source}`));
  }

  /// Announces a request whose answer is lost on purpose.
  lostRequests(path: RegExp): void {
    this.lost.push(path);
  }

  /// Nothing unexpected happened in this browser, and its pages called nobody but this installation.
  unharmed(): void {
    expect(this.faults).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.line.close();
  }

  // -- HTTP, from the page's own context: its cookies, its origin, its language

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.page.evaluate(
      async ({ method, path, body, headers }) => {
        const answer = await fetch(path, {
          method,
          headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
          body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
        });
        const text = await answer.text();
        let read: any = text;
        try {
          read = JSON.parse(text);
        } catch {
          // Not every answer is JSON.
        }
        return { status: answer.status, code: read?.code, detail: read?.detail, body: read };
      },
      { method, path: `/api/v1/${path}`, body, headers: { 'Accept-Language': this.language, ...headers } },
    );
  }

  /// Waits until no entry of the history belongs to a sheet; before that the page is still going back by itself.
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => !/"open":[1-9]/.test(JSON.stringify(history.state ?? {})));
  }

  async view(caseId: string): Promise<any> {
    const answer = await this.ask('GET', `cases/${caseId}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  command(caseId: string, command: Record<string, unknown>, id: string = randomUUID()): Promise<Answer> {
    return this.ask('POST', `cases/${caseId}/commands`, command, { 'Idempotency-Key': id });
  }

  /// A command that must be refused, with this code and its sentence in this person's language.
  async refused(caseId: string, command: Record<string, unknown>, code: string): Promise<void> {
    await this.refusedAs(() => this.command(caseId, command), code, /\/api\/v1\/cases\/[0-9a-f-]+\/commands$/);
  }

  async refusedAs(asking: () => Promise<Answer>, code: string, path: RegExp): Promise<void> {
    // Which status belongs to a code is tested with the API; here any error status will do if the code is right.
    this.expects(path);
    const answer = await asking();
    expect(answer, `${this.role} is refused with ${code}`).toMatchObject({ code, detail: this.t(`problem-${code}`) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }

  /// The bytes of a file, fetched as a browser fetches a download.
  async file(path: string): Promise<Buffer> {
    const text = await this.page.evaluate(async (path) => {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      let out = '';
      for (let at = 0; at < bytes.length; at += 32_768) out += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(out);
    }, path);
    return Buffer.from(text, 'base64');
  }
}

/// Nothing that anybody sees changes while this is tried.
export async function unchanged(caseId: string, people: readonly Person[], trying: () => Promise<void>): Promise<void> {
  const before = await Promise.all(people.map((person) => person.view(caseId)));
  await trying();
  const after = await Promise.all(people.map((person) => person.view(caseId)));
  expect(after).toEqual(before);
}
