// A file on its way up: how far it is, and the answer as `fetch` would give it.
import { afterEach, expect, test, vi } from 'vitest';
import { following } from './progress';

class Wire {
  static last: Wire;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  headers: Record<string, string> = {};
  responseType = '';
  status = 0;
  response: unknown = null;
  onload = () => undefined as unknown;
  onerror = () => undefined as unknown;
  onabort = () => undefined as unknown;
  onloadend = () => undefined as unknown;
  opened: string[] = [];
  body: Blob | null = null;
  constructor() {
    Wire.last = this;
  }
  open = (...given: string[]) => (this.opened = given);
  setRequestHeader = (name: string, value: string) => (this.headers[name] = value);
  getAllResponseHeaders = () => 'content-type: application/json\r\nretry-after: 3\r\n';
  send = (body: Blob) => (this.body = body);
  abort = () => this.onabort();
}
vi.stubGlobal('XMLHttpRequest', Wire);
const request = (init: RequestInit = {}) =>
  new Request('http://localhost/api', { method: 'POST', body: 'a file', headers: { 'X-One': '1' }, ...init });
afterEach(() => vi.clearAllMocks());

test('a request tells how much of it has gone, and answers like any other', async () => {
  const told: number[] = [];
  const answer = following((share) => told.push(share))(request());
  await vi.waitFor(() => expect(Wire.last?.body).toBeTruthy());
  const { last } = Wire;
  last.upload.onprogress?.({ loaded: 1, total: 4 });
  last.upload.onprogress?.({ loaded: 0, total: 0 });
  Object.assign(last, { status: 201, response: '{"ok":true}' });
  last.onload();
  const got = await answer;
  expect(told).toEqual([0.25]);
  expect(last.opened).toEqual(['POST', 'http://localhost/api']);
  expect(last.headers).toMatchObject({ 'x-one': '1' });
  expect([got.status, got.headers.get('retry-after'), await got.json()]).toEqual([201, '3', { ok: true }]);
});

test('one that is given up or gets no answer fails as `fetch` does', async () => {
  const giving = new AbortController();
  const given = following(() => undefined)(request({ signal: giving.signal }));
  const before = Wire.last;
  await vi.waitFor(() => expect(Wire.last).not.toBe(before));
  await vi.waitFor(() => expect(Wire.last.body).not.toBeNull());
  giving.abort();
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  await expect(following(() => undefined)(request({ signal: giving.signal }))).rejects.toMatchObject({
    name: 'AbortError',
  });
  const lost = following(() => undefined)(request());
  const earlier = Wire.last;
  await vi.waitFor(() => expect(Wire.last).not.toBe(earlier));
  await vi.waitFor(() => expect(Wire.last.body).not.toBeNull());
  Wire.last.onerror();
  await expect(lost).rejects.toBeInstanceOf(TypeError);
});
