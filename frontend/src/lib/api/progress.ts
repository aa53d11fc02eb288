/** A request whose way up can be followed: `fetch` does not say how much of a body has gone. */
export type Progress = (share: number) => void;

export const following =
  (onprogress: Progress) =>
  async (request: Request): Promise<Response> => {
    const body = await request.blob();
    request.signal.throwIfAborted();
    return new Promise((answer, fail) => {
      const sending = new XMLHttpRequest();
      const abort = () => sending.abort();
      sending.open(request.method, request.url);
      sending.responseType = 'blob';
      request.headers.forEach((value, name) => sending.setRequestHeader(name, value));
      sending.upload.onprogress = ({ loaded, total }) => total > 0 && onprogress(loaded / total);
      sending.onload = () => {
        const lines = sending.getAllResponseHeaders().trim().split(/\r?\n/).filter(Boolean);
        const headers = lines.map((line): [string, string] => {
          const [name = '', ...value] = line.split(':');
          return [name, value.join(':').trim()];
        });
        const empty = [204, 205, 304].includes(sending.status);
        answer(new Response(empty ? null : (sending.response as Blob), { status: sending.status, headers }));
      };
      sending.onerror = () => fail(new TypeError('The request did not get through.'));
      sending.onabort = () => fail(new DOMException('', 'AbortError'));
      request.signal.addEventListener('abort', abort);
      sending.onloadend = () => request.signal.removeEventListener('abort', abort);
      sending.send(body);
    });
  };
