/** C2SP tlog-proofs: that a checkpoint is in the instance log, and who saw it there. */
import { bytesOf, decimal, hashFromBase64, splitOnce, textOf } from './bytes';
import { Fault } from './fault';
import { anchorEntry, leafOf, type Hash } from './hash';
import { holds, type KeyFile } from './keyfile';
import { checkpointIn, NoteFault, parseNote, verifyNote, type Checkpoint, type Note } from './note';
import { latest, timeOfSeconds, type Time } from './time';
import { includes } from './tree';

/** A proof cannot be read, or does not hold. */
export class ProofFault extends Fault {}

interface Proof {
  salt: Hash;
  index: number;
  path: Hash[];
  head: Note;
}

/** What a valid proof says. */
export interface Anchored {
  salt: Hash;
  index: number;
  head: Checkpoint;
  /** The witnesses of the key file that cosigned the head within their windows, and when each did first. */
  cosigned: Map<string, Time>;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A path of a log that fits into 64 bits is no longer. */
const PATH_MAX = 64;

/** The latest among the witnesses' times. */
export const witnessedAt = (anchored: Anchored): Time | null => latest([...anchored.cosigned.values()]);

function parseProof(bytes: Uint8Array): Proof {
  const [front, head] = splitOnce(textOf(bytes) ?? '', '\n\n') ?? ['', ''];
  const [first, extra = '', index = '', ...lines] = front.split('\n');
  const salt = extra.startsWith('extra ') ? hashFromBase64(extra.slice('extra '.length)) : null;
  const at = index.startsWith('index ') ? decimal(index.slice('index '.length)) : null;
  const path = lines.map(hashFromBase64).filter((hash) => hash !== null);
  if (first !== FIRST_LINE || !salt || at === null || path.length !== lines.length || path.length > PATH_MAX) {
    throw new ProofFault('not a tlog-proof with a salt as its extra data');
  }
  return { salt, index: at, path, head: parseNote(bytesOf(head)) };
}

/** Checks that the instance log holds the checkpoint with this text, under a head that a log key of it signed. */
export function readProof(bytes: Uint8Array, instance: string, keys: KeyFile, noteText: string): Anchored {
  const { salt, index, path, head: note } = parseProof(bytes);
  const head = checkpointIn(note.text);
  if (head.origin !== instance) throw new ProofFault('the head is of another log');
  const known = keys.keys.filter((key) => key.kind === 'witness' || key.name === instance);
  const verified = verifyNote(note, known);
  if (!verified.some(({ key }) => key.kind === 'log')) {
    throw new NoteFault(`not signed by a log key of ${instance} in the key file`);
  }
  const cosigned = new Map<string, Time>();
  for (const { key, cosignedAt } of verified) {
    if (cosignedAt === null) continue;
    const at = timeOfSeconds(cosignedAt);
    if (!holds(key, at)) continue;
    const before = cosigned.get(key.name);
    if (before === undefined || at < before) cosigned.set(key.name, at);
  }
  const leaf = leafOf(anchorEntry(noteText, salt));
  if (!includes(leaf, index, head.size, path, head.root)) {
    throw new ProofFault('the checkpoint is not in the instance log at this place');
  }
  return { salt, index, head, cosigned };
}
