/** The header of an event: it names nobody and holds no content. */
import { Fault } from './fault';
import { count, hash, named, object, read, such, time } from './form';
import { isCase, isChannel, isKind, isSeat, PARTS, SYSTEM } from './names';

const form = object({
  at: time,
  case: such(isCase, 'the case is not a UUID in lower case'),
  channel: such(isChannel, 'there is no such channel'),
  kind: such(isKind, 'the kind is not [a-z][a-z0-9_]{0,63}'),
  parts: named(PARTS, hash),
  prev: hash,
  seat: such(isSeat, 'there is no such seat'),
  seq: count,
  v: count,
});
export type Header = ReturnType<typeof form>;

class NoHeader extends Fault {}

/** Reads the stored bytes, refusing whatever is not exactly a header. */
export function parseHeader(bytes: Uint8Array): Header {
  const header = read(form, bytes);
  if (header.v !== 1) throw new NoHeader('v is not 1');
  if (header.seq === 0) throw new NoHeader('seq is not at least 1');
  if (!header.parts.has('content')) throw new NoHeader('the part `content` is missing');
  if (header.parts.has('author') === (header.seat === SYSTEM)) {
    throw new NoHeader('the part `author` is there if and only if the seat is not `system`');
  }
  if (header.seq === 1 && header.prev.some((byte) => byte !== 0)) {
    throw new NoHeader("the first event's prev is 32 zero bytes");
  }
  return header;
}
