// The mediator joins; joint room and private conversations; what is said reaches its readers and nobody else.
import { expect } from '@playwright/test';
import { unchanged, type Person } from '../support/person.ts';
import type { Room } from '../support/room.ts';
import { FIRST, type Story } from './cast.ts';

export async function theMediatorAccepts(story: Story): Promise<void> {
  const { consumer, rep, mediator, room, caseId } = story;
  await story.signIn(mediator);
  await mediator.page.goto('/cases');
  await expect(mediator.page.getByText(consumer.name).first()).toBeVisible();

  // Before accepting, a mediator reads names and dates, but no words of the parties.
  await mediator.refusedAs(
    () => mediator.ask('GET', `cases/${caseId}/channels/joint/events`),
    'not_found',
    /\/channels\/joint\/events/,
  );
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await mediator.refused(
      caseId,
      { type: 'mediator.accept', no_conflict: false, disclosure: 'Nada a declarar' },
      'conflict_not_excluded',
    );
    await mediator.refused(caseId, { type: 'message.post', channel: 'joint', text: 'Olá' }, 'not_yours');
  });
  await mediator.page.goto(`/cases/${caseId}`);
  await room.mediator.acceptMediation(
    `Nunca trabalhei para a empresa. ${story.canary('disclosure', consumer, rep, mediator)}`,
  );
  await expect(room.mediator.log('joint')).toBeVisible();

  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await consumer.refused(
      caseId,
      { type: 'message.post', channel: 'joint', text: 'Já posso?' },
      'ground_rules_not_accepted',
    );
    await rep.refused(caseId, { type: 'ground_rules.accept', version: 99 }, 'rules_version_unknown');
    await mediator.refused(caseId, { type: 'mediator.accept', no_conflict: true, disclosure: 'De novo' }, 'not_yours');
  });
  for (const side of story.chance.shuffled([room.consumer, room.company])) await side.acceptGroundRules();
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await consumer.refused(caseId, { type: 'ground_rules.accept', version: 1 }, 'ground_rules_already_accepted');
  });
}

export async function theyTalkInPrivate(story: Story): Promise<void> {
  const { consumer, rep, mediator, room, caseId } = story;
  await room.mediator.say(
    'joint',
    `Obrigado por estarem aqui. ${story.canary('opening words', consumer, rep, mediator)}`,
  );

  const sides: [Person, Room, 'consumer' | 'company', string][] = [
    [consumer, room.consumer, 'consumer', "the consumer's"],
    [rep, room.company, 'company', "the company's"],
  ];
  for (const [person, own, side, whose] of story.chance.shuffled(sides)) {
    const word = (what: string) => story.canary(`${what} in ${whose} private room`, person, mediator);

    const [asked, told] = [word('question'), word('answer')];
    await room.mediator.say(side, `O que mais importa? ${asked}`);
    await own.reads('private', asked);
    await own.say('private', `Só a você: ${told}`);
    await room.mediator.reads(side, told);

    const file = word('file');
    await own.attach(
      'private',
      { name: `prova-${word('file name')}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`o recibo diz ${file}\n`) },
      `Segue o recibo ${word('message with a file')}`,
    );
    const evidence = await fileOf(mediator, caseId, `caucus:${side}`);
    expect((await mediator.file(`/api/v1/cases/${caseId}/evidence/${evidence}`)).toString()).toContain(file);
    expect((await person.file(`/api/v1/cases/${caseId}/evidence/${evidence}`)).toString()).toContain(file);
    const other = person === consumer ? rep : consumer;
    for (const outsider of [other, story.stranger]) {
      outsider.expects(/\/evidence\//);
      await expect(outsider.file(`/api/v1/cases/${caseId}/evidence/${evidence}`)).rejects.toThrow('404');
    }

    await own.giveIdea([
      { kind: 'refund', centavos: story.chance.between(5_000, 90_000), days: 9, words: `uma ideia ${word('idea')}` },
    ]);
    await room.mediator.writeSummary(side, `O que ouvi: ${word('summary')}`);
    await own.confirmSummary();
    await room.mediator.askDisclosure(side, `Posso contar isto? ${word('refused disclosure')}`);
    await own.answerDisclosure(false);

    // The wall from the other side, over HTTP: nothing to read, nowhere to write.
    await unchanged(caseId, [consumer, rep, mediator], async () => {
      await other.refusedAs(
        () => other.ask('GET', `cases/${caseId}/channels/caucus:${side}/events`),
        'not_found',
        /\/events$/,
      );
      await other.refused(
        caseId,
        { type: 'message.post', channel: `caucus:${side}`, text: 'Posso entrar?' },
        'channel_not_found',
      );
      await other.refused(caseId, { type: 'summary.write', side, text: 'Eu ouvi' }, 'not_yours');
      await mediator.refused(
        caseId,
        { type: 'disclosure.use', side, id: await disclosureOf(mediator, caseId, side) },
        'disclosure_not_allowed',
      );
    });
  }

  // One sentence may be disclosed: from then on both sides have it.
  const allowed = story.canary('allowed disclosure', consumer, rep, mediator);
  await room.mediator.askDisclosure('consumer', `Preciso resolver até o Natal. ${allowed}`);
  await room.consumer.answerDisclosure(true);
  await room.mediator.useDisclosure('consumer');
  await room.company.reads('joint', allowed);

  await room.company.say('internal', `Nota nossa: ${story.canary("note of the company's team", rep)}`);
  await room.mediator.say('notes', `Nota minha: ${story.canary("mediator's own note", mediator)}`);
  await room.mediator.closeSheet();
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await mediator.refused(
      caseId,
      { type: 'note.put', channel: 'internal:company', text: 'Espiar' },
      'channel_not_found',
    );
    await rep.refusedAs(
      () => rep.ask('GET', `cases/${caseId}/channels/notes:mediator/events`),
      'not_found',
      /\/events$/,
    );
    await consumer.refusedAs(
      () => consumer.ask('GET', `cases/${caseId}/channels/internal:company/events`),
      'not_found',
      /\/events$/,
    );
  });
}

async function fileOf(person: Person, caseId: string, channel: string): Promise<string> {
  const page = await person.ask('GET', `cases/${caseId}/channels/${channel}/events?after=0&limit=100`);
  return page.body.events.find((event: any) => event.evidence).evidence.id;
}

async function disclosureOf(person: Person, caseId: string, side: string): Promise<number> {
  return (await person.view(caseId)).disclosures.find(
    (one: any) => one.channel === `caucus:${side}` && one.allowed === false,
  ).id;
}

/// Each person's connection breaks once; what the others say meanwhile arrives later, each message once and in order.
export async function everyLineBreaksOnce(story: Story): Promise<void> {
  const { consumer, rep, mediator, room, caseId } = story;
  const all: [Person, Room][] = [
    [consumer, room.consumer],
    [rep, room.company],
    [mediator, room.mediator],
  ];
  for (const [person, own] of all) {
    await own.reads('joint', /./);
    const others = all.filter(([other]) => other !== person);
    person.line.cut();
    const said: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const [, theirs] = others[turn % 2]!;
      const text = `${turn + 1} enquanto ${FIRST(person.name)} está fora ${story.canary(`message while the ${person.role} was away`, consumer, rep, mediator)}`;
      said.push(text);
      await theirs.say('joint', text);
    }
    // A message written offline is kept, and needs a second look if the case has moved on meanwhile.
    const kept = `escrito sem internet ${story.canary('message written without a connection', consumer, rep, mediator)}`;
    await own.write('joint', kept);
    await expect(own.log('joint').getByText(person.t('room-kept'))).toBeVisible();
    person.line.mend();
    await own.readsInOrder('joint', said);
    await own
      .log('joint')
      .getByRole('button', { name: person.t('room-held-send') })
      .click();
    for (const [, theirs] of all) await theirs.readsInOrder('joint', [...said, kept]);
    const page = await person.ask('GET', `cases/${caseId}/channels/joint/events?after=0&limit=100`);
    const seqs = page.body.events.map((event: any) => event.seq);
    expect(seqs).toEqual(seqs.map((_: number, at: number) => at + 1));
  }
}
