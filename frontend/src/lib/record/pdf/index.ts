/** The files that are attached to a PDF, by the names in its name tree: streams that are plain or deflated. */
import { latin } from '../bytes';
import { Fault } from '../fault';
import type { Source } from '../source';
import { FILE_MAX, PdfFile, unread, type PdfStream } from './file';

export { sealOf, type Seal } from './seal';

/** All attachments together. */
const FILES_MAX = 128 * 1024 * 1024;

const BEGINS = '%PDF-';

export const beginsAsPdf = async (source: Source): Promise<boolean> =>
  latin(await source.read(0, Math.min(source.size, BEGINS.length))) === BEGINS;

/** Whether the bytes begin and end as a PDF does. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1;
  return latin(bytes.subarray(0, BEGINS.length)) === BEGINS && latin(bytes.subarray(0, end).slice(-5)) === '%%EOF';
}

/** The attached files by name; null if the document cannot be read or has a name twice. */
export async function attachmentsOf(bytes: Uint8Array): Promise<Map<string, Uint8Array> | null> {
  try {
    const document = new PdfFile(bytes);
    const found = new Map<string, Uint8Array>();
    let total = 0;
    for (const [name, number] of document.embedded()) {
      const file = await inflated(document.stream(number));
      total += file.length;
      if (total > FILES_MAX || found.has(name)) unread();
      found.set(name, file);
    }
    return found;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** What a zlib stream ends with, over what it holds (RFC 1950). */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let from = 0; from < bytes.length; from += 4096) {
    for (const byte of bytes.subarray(from, from + 4096)) b += a += byte;
    [a, b] = [a % 65_521, b % 65_521];
  }
  return b * 65_536 + a;
}

/** The bytes of a stream: one that is deflated is a zlib stream (RFC 1950), and nothing more. */
async function inflated({ data, deflated }: PdfStream): Promise<Uint8Array> {
  if (!deflated) return data;
  const reader = new Blob([data as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(unread);
    if (done) break;
    size += value.length;
    if (size > FILE_MAX) {
      await reader.cancel();
      unread();
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  // Some engines forgive what stands after its end.
  const end = data.slice(-4).reduce((sum, byte) => sum * 256 + byte, 0);
  return end === adler32(whole) ? whole : unread();
}
