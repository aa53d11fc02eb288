// From complaint to signed agreement, played by four people in four browsers, on both databases.
import { test } from '@playwright/test';
import * as agreement from './story/agreement.ts';
import { Story } from './story/cast.ts';
import * as mediation from './story/mediation.ts';
import * as opening from './story/opening.ts';
import * as talks from './story/talks.ts';
import { noWordPassedAWall } from './story/walls.ts';

for (const database of ['sqlite', 'postgres'] as const) {
  test(`a complaint becomes a signed and fulfilled agreement, and no private word passes a wall (${database})`, async ({
    browser,
  }) => {
    const story = await Story.begin(browser, database);
    try {
      await test.step('the consumer complains and signs in by a link', () => opening.theConsumerComplains(story));
      await test.step('the company is invited and accepts the rules', () => opening.theCompanyComesIn(story));
      await test.step('they talk', () => opening.theyTalk(story));
      await test.step('proposal 1 and counter-proposal 2', () => talks.theyExchangeProposals(story));
      await test.step('one side asks for a mediator, who is assigned', () => talks.oneAsksForAMediator(story));
      await test.step('the mediator discloses and accepts; both accept the terms', () =>
        mediation.theMediatorAccepts(story));
      await test.step('joint room and private conversations', () => mediation.theyTalkInPrivate(story));
      await test.step('every connection breaks once', () => mediation.everyLineBreaksOnce(story));
      await test.step('proposal 3 is accepted by number and hash', () => agreement.proposalThreeIsAccepted(story));
      await test.step('they identify themselves and read the draft', () => agreement.theyIdentifyThemselves(story));
      await test.step('all three sign', () => agreement.theyAllSign(story));
      const documents = await test.step('the documents are verified', () => agreement.theDocumentsHold(story));
      await test.step('what was agreed gets done; the case closes', () => agreement.whatWasAgreedIsDone(story));
      await test.step('no private word passed a wall', () => noWordPassedAWall(story, documents));
      for (const person of story.everybody) person.unharmed();
    } finally {
      await story.end();
    }
  });
}
