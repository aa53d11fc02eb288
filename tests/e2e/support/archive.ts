// Everything that can be read inside a file: entries of a ZIP, text and streams of a PDF, parts of a mail.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

const run = promisify(execFile);

/// The entries of a ZIP by name, unpacked.
export function entries(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('this is no ZIP');
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength, extra, comment, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(body, body + packed);
    found.set(name, method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

/// What a PDF says and holds: its text as people read it, and all streams and attachments unpacked.
export async function pdfInside(pdf: Buffer): Promise<{ text: string; inside: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'acordo-pdf-'));
  try {
    const [file, open] = [join(folder, 'in.pdf'), join(folder, 'open.pdf')];
    await writeFile(file, pdf);
    const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 26 });
    await run('qpdf', ['--qdf', '--object-streams=disable', '--stream-data=uncompress', file, open]);
    return { text: stdout, inside: await readFile(open) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/// A raw mail with every encoding undone in which its words may be wrapped.
export function mailInside(raw: string): string {
  const quoted = raw
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/gi, (run) => Buffer.from(run.replace(/=/g, ''), 'hex').toString('utf8'));
  const packed = [...raw.matchAll(/(?:^[A-Za-z0-9+/]{40,}={0,2}\r?\n)+(?:^[A-Za-z0-9+/]*={0,2}\r?\n?)?/gm)].map(
    ([block]) => Buffer.from(block, 'base64').toString('utf8'),
  );
  return [raw, quoted, ...packed].join('\n');
}
