// Searches every byte that anybody received for every private word.
import { expect } from '@playwright/test';
import { breaches, Haul } from '../support/canary.ts';
import type { Story } from './cast.ts';

export async function noWordPassedAWall(story: Story, documents: { pdf: Buffer; bundle: Buffer }): Promise<void> {
  const hauls: Haul[] = [];
  for (const person of story.everybody) {
    const haul = new Haul(person.role);
    await haul.addAll(person.line.received);
    hauls.push(haul);
  }
  // What leaves the server in other ways is for no particular reader, so nothing private may be in it.
  const outside = {
    mails: new Haul('the mails'),
    log: new Haul("the server's log"),
    pdf: new Haul('the PDF'),
    bundle: new Haul('the bundle'),
  };
  for (const mail of await story.acordo.mail.all()) await outside.mails.addMail(mail);
  await outside.log.add('log', Buffer.from(story.acordo.log));
  await outside.pdf.add('agreement.pdf', documents.pdf);
  await outside.bundle.add('bundle.zip', documents.bundle);
  hauls.push(...Object.values(outside));

  for (const haul of hauls) expect(haul.size, `${haul.viewer} received something`).toBeGreaterThan(0);
  expect(breaches(story.canaries, hauls)).toEqual([]);
}
