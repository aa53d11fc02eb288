/** How a case begins, before there is one: nobody in a room needs it, so it is no part of it. */
import { seen } from '$lib/pasted';
import { answer, client, done, key } from './client';
import type { Drafted, Filing, Invitation } from './types';

export const complaintApi = {
  complain: (filing: Filing, id: string) =>
    answer(client.POST('/api/v1/complaints', { params: { header: key(id) }, body: seen(filing) })),
  draft: (draftKey: string) =>
    answer(client.GET('/api/v1/complaints/draft', { params: { header: { 'Draft-Key': draftKey } } })),
  correctComplaint: (
    { reference, draft_key, revision }: Pick<Drafted, 'reference' | 'draft_key' | 'revision'>,
    filing: Filing,
  ) =>
    answer(
      client.PATCH('/api/v1/complaints/{reference}', {
        params: { path: { reference }, query: { revision }, header: { 'Draft-Key': draft_key } },
        body: seen(filing),
      }),
    ),
  dropComplaint: (reference: string, draftKey: string) =>
    done(
      client.DELETE('/api/v1/complaints/{reference}', {
        params: { path: { reference }, header: { 'Draft-Key': draftKey } },
      }),
    ),
  confirmComplaint: (draftKey: string, revision: number) =>
    answer(client.POST('/api/v1/complaints/confirm', { body: { draft_key: draftKey, revision } })),
  invite: (invitation: Invitation, id: string) =>
    answer(client.POST('/api/v1/complaints/invite', { params: { header: key(id) }, body: seen(invitation) })),
};
