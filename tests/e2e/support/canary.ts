// A unique word in every private payload, and a search for it in everything that anybody received.
import { entries, mailInside, pdfInside } from './archive.ts';
import type { Mail } from './mail.ts';
import type { Received } from './line.ts';

export interface Canary {
  word: string;
  /// Where it was said: `message in the consumer's caucus`.
  where: string;
  /// Who may read it, by the names of the receivers below.
  readers: ReadonlySet<string>;
}

/// Everything that one viewer got, or that is in one place outside the server: bytes with the name of their source.
export class Haul {
  private readonly texts: { what: string; bytes: Buffer }[] = [];
  constructor(readonly viewer: string) {}

  async add(what: string, bytes: Buffer): Promise<void> {
    this.texts.push({ what, bytes });
    const start = bytes.subarray(0, 4).toString('latin1');
    if (start === '%PDF') {
      const { text, inside } = await pdfInside(bytes);
      this.texts.push(
        { what: `${what}, its text`, bytes: Buffer.from(text) },
        { what: `${what}, its streams`, bytes: inside },
      );
    } else if (start.startsWith('PK\x03\x04')) {
      for (const [name, entry] of entries(bytes)) await this.add(`${what}: ${name}`, entry);
    }
  }

  async addAll(received: readonly Received[]): Promise<void> {
    for (const { what, bytes } of received) {
      await this.add(what, bytes);
      const blank = bytes.indexOf('\n\n');
      const body = bytes.subarray(blank + 2);
      const first = body.subarray(0, 4).toString('latin1');
      if (blank >= 0 && ['%PDF', 'PK\x03\x04'].includes(first)) await this.add(what, body);
    }
  }

  async addMail(mail: Mail): Promise<void> {
    await this.add(`mail to ${mail.to}: ${mail.subject}`, Buffer.from(mailInside(mail.raw)));
  }

  /// Where the word occurs, in whichever encoding JSON, base64 or an address may have put it.
  find(word: string): string[] {
    const forms = [
      word,
      ...[0, 1, 2].map((shift) =>
        Buffer.from(`${' '.repeat(shift)}${word}`)
          .toString('base64')
          .slice(shift === 0 ? 0 : 4, -4),
      ),
    ];
    return this.texts.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ what }) => what);
  }

  get size(): number {
    return this.texts.reduce((all, { bytes }) => all + bytes.length, 0);
  }
}

/// Every breach of the wall, and every word that its own readers did not get.
export function breaches(canaries: readonly Canary[], hauls: readonly Haul[]): string[] {
  const found: string[] = [];
  for (const canary of canaries) {
    for (const haul of hauls) {
      const places = haul.find(canary.word);
      if (canary.readers.has(haul.viewer)) {
        if (places.length === 0) found.push(`${haul.viewer} never received the ${canary.where}`);
      } else if (places.length > 0) {
        found.push(`${haul.viewer} received the ${canary.where} in: ${places.slice(0, 4).join(', ')}`);
      }
    }
  }
  return found;
}
