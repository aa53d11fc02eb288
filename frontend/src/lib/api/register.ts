/** The register of agreements, and who looked into a case: nobody in a room needs them, so they are no part of it. */
import { answer, BASE, client, done, key, place } from './client';
import type { paths } from './schema';
import type { ExportWanted } from './types';

export type AgreementsQuery = NonNullable<paths['/api/v1/agreements']['get']['parameters']['query']>;

export const registerApi = {
  /** Who looked into a case by a role. */
  reads: (caseId: string, cursor?: string) =>
    answer(
      client.GET('/api/v1/cases/{case}/access', {
        params: { path: { case: caseId }, query: cursor ? { cursor } : {} },
      }),
    ),
  agreements: (query: AgreementsQuery) => answer(client.GET('/api/v1/agreements', { params: { query } })),
  exportAgreements: (wanted: ExportWanted, id: string) =>
    answer(client.POST('/api/v1/agreements/export', { params: { header: key(id) }, body: wanted })),
  exports: () => answer(client.GET('/api/v1/agreements/export')),
  removeExport: (job: string) => done(client.DELETE('/api/v1/agreements/export/{job}', { params: { path: { job } } })),
  exportFile: (job: string) => `${BASE}/agreements/export/${place(job)}/file`,
  /** Agreement, record of the procedure and list of files in one PDF. */
  volume: (caseId: string, version: number) => `${BASE}/cases/${place(caseId)}/volume.pdf?version=${version}`,
};
