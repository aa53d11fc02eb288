// Reads what the real mail server received (a Maildir).
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './server.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  raw: string;
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, body) =>
      kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString('utf8') : decodeQuoted(body.replace(/_/g, ' ')),
    );
}

function headerOf(head: string, name: string): string {
  const found = new RegExp(`^${name}:((?:.*(?:\\r?\\n[ \\t].*)*))`, 'im').exec(head);
  return decodeWords((found?.[1] ?? '').replace(/\r?\n[ \t]+/g, ' ').trim());
}

function body(part: string): string {
  const [head, ...rest] = part.split(/\r?\n\r?\n/);
  const content = rest.join('\n\n');
  const encoding = headerOf(head, 'Content-Transfer-Encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuoted(content);
  return content;
}

export function parse(raw: string): Mail {
  const head = raw.split(/\r?\n\r?\n/, 1)[0];
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1];
  const parts = boundary
    ? raw
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => part.replace(/^\r?\n/, ''))
    : [raw];
  const plain = parts.find((part) => /content-type:\s*text\/plain/i.test(part.split(/\r?\n\r?\n/, 1)[0])) ?? parts[0];
  return { to: headerOf(head, 'To'), subject: headerOf(head, 'Subject'), text: body(plain), raw };
}

export class Mailbox {
  private read = new Set<string>();
  constructor(private readonly folder: string) {}

  async all(): Promise<Mail[]> {
    const mails: Mail[] = [];
    for (const sub of ['new', 'cur']) {
      for (const name of (await readdir(join(this.folder, sub)).catch(() => [])).sort()) {
        mails.push(parse(await readFile(join(this.folder, sub, name), 'utf8')));
      }
    }
    return mails;
  }

  /// The next mail to this address that matches and was not taken yet.
  async take(to: string, matching: RegExp): Promise<Mail> {
    return until(`a mail to ${to} matching ${matching}`, async () => {
      for (const mail of await this.all()) {
        if (mail.to.includes(to) && matching.test(mail.text) && !this.read.has(mail.raw)) {
          this.read.add(mail.raw);
          return mail;
        }
      }
      return undefined;
    });
  }
}
