/** Notes that somebody kept, and what the record says of them. */
import { base64, bytesOf, decimal, fromBase64, hashFromBase64, same } from '../bytes';
import { outcome } from '../fault';
import type { CaseFile } from '../forms';
import { logKeys } from '../keyfile';
import { channelOrigin, checkpointIn, parseNote, signedOnce, type Note } from '../note';
import { rootAt, sizeOf, type VerifiedChannel } from './channel';
import type { Check } from './check';

/** Base64 of a key id and an Ed25519 signature. */
const SIGNATURE_CHARS = 92;
const WHITE = /\p{White_Space}+/u;

/**
 * Every signed checkpoint in a text: a note, or a mail with several. What mail programs do to a text is forgiven:
 * quoting, indentation, other line ends, a lost blank line, a signature wrapped over lines, words before and after.
 */
export function notesIn(text: string): Note[] {
  const bare = text
    .split('\n')
    .map((line) => line.replace(/^[ \t>\u00a0\ufeff]+/, '').replace(/\p{White_Space}+$/u, ''));
  const lines = bare.filter((line) => line !== '');
  return lines.map((_, at) => noteAt(lines.slice(at, at + 5 + SIGNATURE_CHARS))).filter((note) => note !== null);
}

/**
 * The note that begins with the first of these lines, none of which is blank. The signature may be broken over lines at
 * any place.
 */
function noteAt([origin, size = '', root = '', ...rest]: string[]): Note | null {
  if (decimal(size) === null || !hashFromBase64(root)) return null;
  const [dash, name, ...pieces] = rest.flatMap((line) => line.split(WHITE));
  let encoded = '';
  for (const piece of pieces) {
    if (encoded.length >= SIGNATURE_CHARS) break;
    encoded += piece;
  }
  if (dash !== '—' || encoded.length < SIGNATURE_CHARS || !fromBase64(encoded)) return null;
  return outcome(() => parseNote(bytesOf(`${origin}\n${size}\n${root}\n\n— ${name} ${encoded}\n`))).value ?? null;
}

/** A kept note binds the record to its past. */
export function checkSeen(check: Check, summary: CaseFile, channels: VerifiedChannel[], note: Note): void {
  const [place = ''] = note.text.split('\n');
  const unknown = (words: string) => check.doubt('seen_unknown', place, words);
  const { value: kept, fault } = outcome(() => {
    const key = signedOnce(note, summary.instance, logKeys(check.keys, summary.instance));
    return { key, ...checkpointIn(note.text) };
  });
  if (!kept) return unknown(`the note that was seen: ${fault}`);
  const ofCase = channelOrigin(summary.instance, summary.case, '');
  if (!kept.origin.startsWith(ofCase)) return unknown('the note that was seen is of another case');
  const name = kept.origin.slice(ofCase.length);
  const channel = channels.find((one) => one.name === name);
  if (!channel) return unknown(`this file does not show the channel ${name}`);
  const ends = sizeOf(channel);
  if (kept.size > ends) return unknown(`this file ends at ${ends}, the note is of ${kept.size}: ask for a newer one`);
  const root = rootAt(channel, kept.size);
  if (root && same(root, kept.root)) return;
  if (kept.key.until !== null) {
    unknown('the note that was seen is by a key that was stolen later, and does not fit');
  } else if (root) {
    check.fail('seen', place, `at size ${kept.size} the record has the root ${base64(root)}`);
  } else {
    unknown(`this file does not show the root at size ${kept.size}`);
  }
}
