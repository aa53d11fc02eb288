// The demonstration as a visitor sees it: who can be played, and what there is to see.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Browser } from '@playwright/test';
import { Person, type Screen } from './person.ts';
import { until, type Acordo } from './server.ts';
import type { Language } from './texts.ts';

export interface DemoPerson {
  person: string;
  role: string;
  name: string;
  host: string;
  enter_url: string;
}
export interface DemoCase {
  case: string;
  reference: string;
  phase: string;
  company_name: string;
  subject: string;
  consumer: string;
  consumer_name: string;
}
export interface Demo {
  now: string;
  people: DemoPerson[];
  cases: DemoCase[];
}

export async function demoOf(acordo: Pick<Acordo, 'url'>): Promise<Demo> {
  const answer = await fetch(`${acordo.url.replace('localhost', '127.0.0.1')}/api/v1/demo`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Demo;
}

interface DemoMail {
  to: string;
  text: string;
}

/// What the demonstration mailed so far; it keeps its mails in its folder.
export async function mailsOf(acordo: Pick<Acordo, 'folder'>): Promise<DemoMail[]> {
  const folder = join(acordo.folder, 'demo', 'mail');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as DemoMail));
}

/// The key in the mail that asks this address to confirm its complaint, once it is there.
export const draftKey = (acordo: Pick<Acordo, 'folder'>, email: string): Promise<string> =>
  until(`a mail to ${email}`, async () => {
    const mails = (await mailsOf(acordo)).filter((mail) => mail.to === email);
    return mails.flatMap((mail) => /\/complain\/confirm\/(\S+)/.exec(mail.text)?.[1] ?? [])[0];
  });

export const urlOf = (acordo: Pick<Acordo, 'url'>, role: string): string =>
  role === 'nobody' ? acordo.url : acordo.url.replace('//localhost', `//${role}.localhost`);

/// Somebody on their own host of the demonstration, not signed in yet.
export async function visitor(
  browser: Browser,
  acordo: Acordo,
  role: string,
  screen: Screen,
  language: Language = 'pt-BR',
): Promise<Person> {
  return Person.arrive(browser, acordo, { role, name: role, email: '', language, screen, url: urlOf(acordo, role) });
}

/// Signs in as the person with this id, over the button's own route.
export async function enter(person: Person, id: string): Promise<void> {
  if (person.page.url() === 'about:blank') await person.page.goto('/');
  const answer = await person.ask('POST', 'demo/enter', { person: id });
  expect(answer.status).toBe(200);
}
