/** What the site holds about somebody: nobody in a room needs it, so it is no part of it. */
import { client, settled } from './client';

export const mineApi = {
  /** As a file, with the name that the server gives it. */
  data: () =>
    settled(client.GET('/api/v1/my_data.zip', { parseAs: 'blob' }), ({ data, response }) => {
      const [, name = 'data.zip'] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
      return { ok: true, value: { blob: data as Blob, name } };
    }),
};
