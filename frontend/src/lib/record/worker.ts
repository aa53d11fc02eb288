/** The check of one file, beside the page so that the page stays quick. Nothing here can send anything. */
import { outcome } from './fault';
import { readKeyFile } from './keyfile';
import type { Report } from './report';
import { sourceOfFile, Unreadable, type Source } from './source';
import type { Time } from './time';
import { notesInFile, shownIn, verify } from './verify';

export interface Asked {
  file: Blob;
  keys: Uint8Array;
  /** Files and texts that the reader kept. */
  seen: Uint8Array[];
  now: Time;
}

export type Told =
  /** Bytes that were read. */
  | { read: number }
  /** How many kept notes were compared; and the PDF that the signers were shown, out of a document whose attachments are genuine. */
  | { report: Report; notes: number; shown: Uint8Array | null }
  /** What was handed in beside the file is not what it should be, or the file could not be read. */
  | { fault: 'keys' | 'seen' | 'unreadable' };

const TELL_EVERY_MILLIS = 100;

const tell = (told: Told): void => postMessage(told);

/** The same source; what is read of it is told from time to time. */
function told(source: Source): Source {
  let read = 0;
  let last = 0;
  return {
    size: source.size,
    read: async (from, to) => {
      const bytes = await source.read(from, to);
      read += bytes.length;
      if (performance.now() - last > TELL_EVERY_MILLIS) {
        last = performance.now();
        tell({ read });
      }
      return bytes;
    },
  };
}

async function check({ file, keys, seen, now }: Asked): Promise<Told> {
  const keyFile = outcome(() => readKeyFile(keys)).value;
  if (!keyFile) return { fault: 'keys' };
  const notes = await Promise.all(seen.map(notesInFile));
  if (notes.some((found) => found.length === 0)) return { fault: 'seen' };
  const report = await verify(told(sourceOfFile(file)), { keys: keyFile, seen: notes.flat(), now });
  const attached =
    report.failures_total === 0 &&
    report.doubts.some((doubt) => doubt.code === 'pages_unchecked') &&
    report.doubts.every((doubt) => ['pages_unchecked', 'seen_unknown'].includes(doubt.code));
  return {
    report,
    notes: notes.flat().length,
    shown: attached ? await shownIn(new Uint8Array(await file.arrayBuffer())) : null,
  };
}

addEventListener('message', (event: MessageEvent<Asked>) => {
  check(event.data).then(tell, (error: unknown) => {
    // More than fits into memory is not readable either.
    if (error instanceof Unreadable || error instanceof RangeError) tell({ fault: 'unreadable' });
    else throw error;
  });
});
