// Proposal 3, the draft, three signatures, the documents, the obligations, the end.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { entries, pdfInside } from '../support/archive.ts';
import { reais } from '../support/chance.ts';
import { unchanged, type Person } from '../support/person.ts';
import type { Story } from './cast.ts';

export async function proposalThreeIsAccepted(story: Story): Promise<void> {
  const { consumer, rep, mediator, room, caseId, chance } = story;
  const refund = chance.between(15_000, 250_000);
  story.terms = [
    { kind: 'refund', centavos: refund, days: chance.between(2, 8), words: 'por Pix' },
    { kind: 'apologise', days: 5, words: 'por escrito' },
  ];
  const [author, answerer, other] = chance.pick([
    [room.company, room.consumer, consumer],
    [room.consumer, room.company, rep],
  ] as const);
  await author.offer(story.terms, 'Com a ajuda da mediação.');
  await expect(answerer.proposal(3)).toBeVisible();
  const three = (await other.view(caseId)).proposals.find((one: any) => one.number === 3);
  const two = (await other.view(caseId)).proposals.find((one: any) => one.number === 2);
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await other.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 3, terms_hash: two.terms_hash },
      'terms_hash_mismatch',
    );
    await rep.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 2, terms_hash: two.terms_hash },
      'proposal_not_open',
    );
    await mediator.refused(
      caseId,
      { type: 'proposal.accept', channel: 'joint', number: 3, terms_hash: three.terms_hash },
      'not_yours',
    );
  });
  await answerer.accept(3);
  await expect.poll(async () => (await mediator.view(caseId)).phase).toBe('agreed');
  const view = await mediator.view(caseId);
  expect(view.agreement.terms_hash).toBe(three.terms_hash);
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await other.refused(caseId, { type: 'proposal.make', channel: 'joint', terms: three.terms }, 'wrong_phase');
    await consumer.refused(caseId, { type: 'agreement.waive_reflection' }, 'no_draft');
  });
}

export async function theyIdentifyThemselves(story: Story): Promise<void> {
  const { consumer, rep, mediator, caseId, chance } = story;
  const number = chance.cpf();
  const { page, t } = consumer;
  await consumer.refused(
    caseId,
    { type: 'party.identify', name: 'Alguém', identifier: '111.111.111-11' },
    'identifier_invalid',
  );
  // Nobody types in a company's identity.
  await rep.refused(
    caseId,
    { type: 'party.identify', name: 'Padaria do Bairro Ltda.', identifier: chance.cnpj() },
    'not_yours',
  );
  await page.goto(`/cases/${caseId}/agreement`);
  await page.getByLabel(t('identify-name'), { exact: true }).fill(consumer.name);
  await page.getByLabel(t('identify-number'), { exact: true }).fill(number);
  await page.getByRole('button', { name: t('identify-save') }).click();
  await expect(page.getByRole('button', { name: t('identify-save') })).toBeHidden();
  for (const person of [consumer, rep, mediator]) {
    await person.page.goto(`/cases/${caseId}/agreement`);
    await expect(person.page.getByRole('heading', { level: 1, name: person.t('review-title') })).toBeVisible();
  }
  const shown = await pdfInside(await consumer.file(`/api/v1/cases/${caseId}/agreement.pdf?which=shown`));
  for (const words of [
    reais(story.terms[0]!.centavos!),
    number,
    `${story.company} Ltda.`,
    story.companyNumber,
    story.reference,
  ])
    expect(shown.text).toContain(words);
}

export async function theyAllSign(story: Story): Promise<void> {
  const { consumer, rep, mediator, stranger, acordo, caseId, chance } = story;
  const { version, document_hash, pdf_hash } = (await consumer.view(caseId)).agreement;
  const signing = { type: 'agreement.sign', version, document_hash, pdf_hash, consent: true };
  const nobody = { challenge: crypto.randomUUID(), response: '000000' };

  const challenge = async (person: Person) =>
    (await person.ask('POST', `cases/${caseId}/agreement/challenges`, { version, document_hash })).body.challenge;
  const codeOf = async (person: Person) =>
    /\b(\d{6})\b/.exec((await acordo.mail.take(person.email, /\b\d{6}\b/)).text)![1]!;

  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await rep.refused(caseId, { type: 'agreement.waive_reflection' }, 'not_yours');
    const early = { challenge: await challenge(consumer), response: await codeOf(consumer) };
    await consumer.refused(caseId, { ...signing, name: consumer.name, ...early }, 'reflection_running');
  });
  const { page, t } = consumer;
  await page.getByRole('button', { name: t('review-waive') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('review-waive-yes') })
    .click();
  await expect(page.getByRole('button', { name: t('review-continue') })).toBeVisible();
  await consumer.refused(caseId, { type: 'agreement.waive_reflection' }, 'reflection_already_waived');

  for (const person of chance.shuffled([consumer, rep, mediator])) {
    await unchanged(caseId, [consumer, rep, mediator], async () => {
      const asked = { challenge: await challenge(person), response: await codeOf(person) };
      const off = String((Number(asked.response) + 1) % 1_000_000).padStart(6, '0');
      await person.refused(
        caseId,
        { ...signing, name: person.name, challenge: asked.challenge, response: off },
        'code_wrong',
      );
      await person.refused(caseId, { ...signing, name: 'Fulana de Tal', ...asked }, 'name_mismatch');
      await person.refused(
        caseId,
        { ...signing, name: person.name, document_hash: pdf_hash, ...asked },
        'document_hash_mismatch',
      );
      await stranger.refused(caseId, { ...signing, name: stranger.name, ...nobody }, 'not_found');
    });
    await sign(person, person.name, () => codeOf(person));
    // Some time after the last signature the document is sealed and a certificate of the mediation is made.
    await expect
      .poll(async () =>
        ((view) => view.phase === 'agreed' || (view.papers.length > 0 && view.agreement.state === 'sealed'))(
          await person.view(caseId),
        ),
      )
      .toBe(true);
    await unchanged(caseId, [consumer, rep, mediator], async () => {
      await person.refused(
        caseId,
        { type: 'agreement.refuse', ground: 'changed_mind' },
        (await person.view(caseId)).phase === 'agreed' ? 'already_signed' : 'wrong_phase',
      );
    });
  }
  for (const person of [consumer, rep, mediator]) {
    await expect(person.page.getByRole('heading', { level: 1, name: person.t('receipt-title') })).toBeVisible();
  }
}

/// On the agreement's page, from its review to the signature.
export async function sign(person: Person, name: string, codeOf: () => Promise<string>): Promise<void> {
  const { page, t } = person;
  await page.getByRole('button', { name: t('review-continue') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('sign-title') })).toBeVisible();
  await page.getByLabel(t('identify-name'), { exact: true }).fill(name);
  await page.getByRole('button', { name: t('sign-code-send') }).click();
  await expect(page.getByLabel(t('sign-code'), { exact: true })).toBeVisible();
  await page.getByLabel(t('sign-code'), { exact: true }).fill(await codeOf());
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('sign-go') }).click();
  await expect(
    page
      .getByText(t('review-signed-you'))
      .or(page.getByRole('heading', { level: 1, name: t('receipt-title') }))
      .first(),
  ).toBeVisible();
}

/// PDF and bundle, downloaded by the page's own links; the verifier calls them valid, and notices one changed byte.
export async function theDocumentsHold(story: Story): Promise<{ pdf: Buffer; bundle: Buffer }> {
  const { consumer, rep, mediator, acordo } = story;
  const { page, t } = consumer;
  const download = async (key: string): Promise<string> => {
    const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t(key) }).click()]);
    const file = join(acordo.folder, got.suggestedFilename());
    await got.saveAs(file);
    return file;
  };
  const pdf = await download('receipt-pdf');
  const bundle = await download('receipt-zip');
  const { text } = await pdfInside(await readFile(pdf));
  for (const person of [consumer, rep, mediator]) expect(text).toContain(person.name);
  const read = await readFile(bundle);
  expect([...entries(read).keys()].some((name) => name.endsWith('.pdf'))).toBe(true);

  const keys = join(acordo.folder, 'keyfile');
  await writeFile(
    keys,
    await (await fetch(`${acordo.url.replace('localhost', '127.0.0.1')}/.well-known/acordo-keys`)).text(),
  );
  const good = await acordo.attempt('verify', bundle, '--key', keys);
  expect(good, good.said).toMatchObject({ code: 0 });
  const flipped = Buffer.from(read);
  // Somewhere in the first file's content, past its header and name.
  const at =
    30 +
    flipped.readUInt16LE(26) +
    flipped.readUInt16LE(28) +
    story.chance.below(Math.max(1, flipped.readUInt32LE(18)));
  flipped[at] = flipped[at]! ^ 1;
  await writeFile(`${bundle}-flipped`, flipped);
  const bad = await acordo.attempt('verify', `${bundle}-flipped`, '--key', keys);
  expect(bad, bad.said).toMatchObject({ code: 1 });

  await consumer.page.getByRole('link', { name: t('receipt-check') }).click();
  await page.waitForURL(/\/verify$/);
  await page.locator('#bundle').setInputFiles(bundle);
  await page.getByRole('button', { name: t('verify-go'), exact: true }).click();
  await expect(page.getByText(t('verify-valid')).first()).toBeVisible();
  return { pdf: await readFile(pdf), bundle: read };
}

export async function whatWasAgreedIsDone(story: Story): Promise<void> {
  const { consumer, rep, mediator, room, caseId } = story;
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    await consumer.refused(caseId, { type: 'obligation.report_done', id: 1 }, 'obligation_not_debtor');
    await consumer.refused(
      caseId,
      { type: 'obligation.dispute', id: 1, text: 'Nada veio.' },
      'obligation_not_reported',
    );
    await rep.refused(caseId, { type: 'obligation.confirm', id: 1 }, 'obligation_not_creditor');
    await rep.refused(caseId, { type: 'obligation.report_done', id: 9 }, 'obligation_not_found');
    await mediator.refused(caseId, { type: 'obligation.confirm', id: 1 }, 'not_yours');
  });
  for (const person of [consumer, rep]) await person.page.goto(`/cases/${caseId}/agreement`);
  const left = story.terms.length;
  for (let done = 0; done < left; done += 1) {
    await rep.page
      .getByRole('button', { name: rep.t('fulfil-report'), exact: true })
      .first()
      .click();
    await rep.page
      .getByRole('dialog')
      .getByRole('button', { name: rep.t('fulfil-report-send'), exact: true })
      .click();
    await expect(rep.page.getByRole('dialog')).toBeHidden();
    await consumer.page.getByRole('button', { name: consumer.t('fulfil-yes') }).click();
    await consumer.page
      .getByRole('dialog')
      .getByRole('button', { name: consumer.t('fulfil-yes') })
      .click();
    await expect(consumer.page.getByRole('dialog')).toBeHidden();
    await expect(consumer.page.getByRole('button', { name: consumer.t('fulfil-yes') })).toBeHidden();
  }
  await expect(consumer.page.getByText(consumer.t('fulfil-all'))).toBeVisible();

  for (const own of [room.consumer, room.company, room.mediator]) {
    const { t } = own.person;
    await own.open();
    await own.reads('joint', t('room-fact-case-closed', { outcome: t('phase-closed_fulfilled') }));
  }
  // The last papers are made in the background; until they are there, the case still changes.
  await expect
    .poll(async () => (await consumer.view(caseId)).papers.map((one: any) => one.paper).sort(), { timeout: 30_000 })
    .toEqual(['certificate', 'certificate', 'procedure']);
  await unchanged(caseId, [consumer, rep, mediator], async () => {
    for (const person of [consumer, rep, mediator])
      await person.refused(caseId, { type: 'message.post', channel: 'joint', text: 'Mais uma coisa' }, 'case_closed');
  });
}
