/**
 * The id of a command, a message or an upload: it begins with the moment it was made (UUIDv7, RFC 9562), so that the
 * server's indexes grow at their end. A device's clock may be wrong: nothing depends on the order.
 */
export function newId(millis = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(millis / 2 ** 32));
  view.setUint32(2, millis);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
