/** How a case begins, before there is one: nobody in a room needs it, so it is no part of it. */
import { answer, client, done, key, patience } from './client';
import { seen } from '$lib/pasted';
import type { Drafted, Filing, Invitation } from './types';

export const complaintsApi = {
  file: (filing: Filing, id: string) =>
    answer(client.POST('/api/v1/complaints', { params: { header: key(id) }, body: seen(filing), signal: patience() })),
  draft: (draftKey: string) =>
    answer(
      client.GET('/api/v1/complaints/draft', { params: { header: { 'Draft-Key': draftKey } }, signal: patience() }),
    ),
  correct: (
    { reference, draft_key, revision }: Pick<Drafted, 'reference' | 'draft_key' | 'revision'>,
    filing: Filing,
  ) =>
    answer(
      client.PATCH('/api/v1/complaints/{reference}', {
        params: { path: { reference }, query: { revision }, header: { 'Draft-Key': draft_key } },
        body: seen(filing),
        signal: patience(),
      }),
    ),
  drop: (reference: string, draftKey: string) =>
    done(
      client.DELETE('/api/v1/complaints/{reference}', {
        params: { path: { reference }, header: { 'Draft-Key': draftKey } },
        signal: patience(),
      }),
    ),
  confirm: (draftKey: string, revision: number) =>
    answer(client.POST('/api/v1/complaints/confirm', { body: { draft_key: draftKey, revision }, signal: patience() })),
  invite: (invitation: Invitation, id: string) =>
    answer(client.POST('/api/v1/complaints/invite', { params: { header: key(id) }, body: seen(invitation) })),
};
