/** All that the document says, as the server has it: fetched once for each wording. */
import { api, type Answer } from '$lib/api/client';
import type { AgreementText } from '$lib/api/types';

const had = new Map<string, Promise<Answer<AgreementText>>>();

export async function fullText(caseId: string, documentHash: string): Promise<Answer<AgreementText>> {
  const about = `${caseId} ${documentHash}`;
  const asked = had.get(about) ?? api.agreementText(caseId);
  had.set(about, asked);
  const answer = await asked;
  // What did not come is asked for anew.
  if (!answer.ok) had.delete(about);
  return answer;
}

/** The same, to be read aloud. */
export const spoken = ({ title, opening, sections }: AgreementText): string =>
  [
    title,
    opening,
    ...sections.flatMap((section) => [
      section.title,
      ...section.lines.map(({ label, text, details }) => [label ? `${label}: ${text}` : text, ...details].join('. ')),
    ]),
  ].join('\n');
