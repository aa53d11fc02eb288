/** Files that are nearly right: each is one that was written well, changed in a way that a seed decides. */
import { deflateSync } from 'node:zlib';
import { base64, bytesOf, joined, textOf } from '../bytes';
import type { Json, JsonObject } from '../canonical';
import { documentHash, sha256 } from '../hash';
import { vkeyText } from '../keyfile';
import { timeOfMillis } from '../time';
import type { Chance } from './chance';
import {
  anchored,
  CASE,
  close,
  INSTANCE,
  json,
  LOG_KEY,
  open,
  pack,
  readLines,
  rewrite,
  WITNESS,
  type Opened,
} from './forged';
import { SEAL_LINES, sealed } from './seal';
import { changed } from './values';
import { canonical, canonicalText, cosignature, keyOfSeed, signedNote, writePdf } from './write';
import type { ZipEntry } from '../zip';

/** One question to a verifier. */
export interface Question {
  file: Uint8Array;
  keys: Uint8Array;
  seen: string[];
  now?: string;
  lateHours?: number;
}

/** What is changed: a bundle that is valid. */
export interface Base {
  name: string;
  file: Uint8Array;
  entries: ZipEntry[];
}

const opened = (base: Base): Opened => {
  const { folder, files } = open(base.entries);
  return { folder, files: new Map(files) };
};

const text = (bundle: Opened, path: string): string => textOf(bundle.files.get(path) ?? new Uint8Array()) ?? '';
const put = (bundle: Opened, path: string, value: string | Uint8Array) =>
  bundle.files.set(path, typeof value === 'string' ? bytesOf(value) : value);

const pathIn = (bundle: Opened, chance: Chance, pattern = /./): string =>
  chance.pick([...bundle.files.keys()].filter((path) => pattern.test(path)));

/** A few bytes become others, go, or come. */
export function scratched(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return chance.pick<() => Uint8Array>([
    () => bytes.map((byte, nth) => (nth === at ? byte ^ (1 << chance.below(8)) : byte)),
    () => bytes.map((byte, nth) => (nth === at ? chance.below(256) : byte)),
    () => joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(4))),
    () => joined(bytes.subarray(0, at), Uint8Array.of(chance.below(256)), bytes.subarray(at)),
    () =>
      joined(
        bytes.subarray(0, at),
        bytesOf(chance.pick(['\n', ' ', '\r', '0', '\ufeff', '\u0000', '9'])),
        bytes.subarray(at),
      ),
    () => bytes.slice(0, at),
    () => joined(bytes, bytesOf(chance.pick(['\n', ' ', '\n\n', 'x']))),
    () => joined(bytes.subarray(at), bytes.subarray(0, at)),
  ])();
}

/** The last bytes of a ZIP, where its directory is. */
function scratchedDirectory(bytes: Uint8Array, chance: Chance): Uint8Array {
  const from = Math.max(0, bytes.length - 22 - chance.pick([0, 60, 400, 2000]));
  const at = from + chance.below(bytes.length - from);
  return bytes.map((byte, nth) =>
    nth === at ? chance.pick([0, 1, 255, byte ^ 1, byte + 1, byte - 1, byte ^ 0x20]) : byte,
  );
}

/** One number in a text becomes another, one word another's neighbour. */
function retyped(value: string, chance: Chance): string {
  const words = [...value.matchAll(/[0-9]+|[A-Za-z_]+|[+/=:{}",.-]/g)];
  if (words.length === 0) return `${value}x`;
  const word = chance.pick(words);
  const to = /[0-9]/.test(word[0])
    ? chance.pick([
        '0',
        '1',
        `0${word[0]}`,
        `${word[0]}0`,
        String(BigInt(word[0]) + 1n),
        '9007199254740992',
        '18446744073709551616',
        '-1',
      ])
    : chance.pick(['', word[0] + word[0], word[0].toUpperCase(), chance.pick(words)[0]]);
  return value.slice(0, word.index) + to + value.slice(word.index + word[0].length);
}

const RECORD = /^data\/record\//;
const JSON_FILES = /^data\/(case|keys|agreement)\.json$/;

/** JSON that says the same in another layout. */
const laidOut = (value: Json, chance: Chance): string =>
  chance.pick<(value: Json) => string>([
    canonicalText,
    canonicalText,
    canonicalText,
    (one) => JSON.stringify(one, null, 1),
    (one) => canonicalText(one).replace(/"/, '\\u0022'),
    (one) => canonicalText(one).replace('a', '\\u0061'),
    (one) => canonicalText(one).replace(/([0-9])([,}])/, '$1.0$2'),
  ])(value);

/** Changes of a bundle after which its manifests and its signature are right again. */
const INSIDE: ((bundle: Opened, chance: Chance) => void)[] = [
  (bundle, chance) => {
    const path = pathIn(bundle, chance);
    put(bundle, path, scratched(bundle.files.get(path) ?? new Uint8Array(), chance));
  },
  (bundle, chance) => {
    const path = pathIn(bundle, chance, /\.(txt|tlog-proof|json|jsonl)$/);
    put(bundle, path, retyped(text(bundle, path), chance));
  },
  (bundle, chance) => void bundle.files.delete(pathIn(bundle, chance, /^data\//)),
  (bundle, chance) => {
    const [path, other] = [pathIn(bundle, chance, /^data\//), pathIn(bundle, chance, /^data\//)];
    const kept = bundle.files.get(path) ?? new Uint8Array();
    put(bundle, path, bundle.files.get(other) ?? new Uint8Array());
    put(bundle, other, kept);
  },
  (bundle, chance) => {
    const path = pathIn(bundle, chance, /^data\//);
    const to = chance.pick([
      retyped(path, chance),
      `${path}.1`,
      path.replace(/-([0-9]+)\./, '-0$1.'),
      path.replace('.tlog', '.2.tlog'),
    ]);
    if (/^[A-Za-z0-9._/-]+$/.test(to)) put(bundle, to, bundle.files.get(path) ?? new Uint8Array());
    if (chance.once(2)) bundle.files.delete(path);
  },
  (bundle, chance) => {
    const path = pathIn(bundle, chance, JSON_FILES);
    put(bundle, path, laidOut(changed(json(bundle.files.get(path)), chance), chance));
  },
  (bundle, chance) => {
    // Lines as they stand, so that nothing they rest on is made anew.
    const path = pathIn(bundle, chance, RECORD);
    const lines = text(bundle, path).split('\n').slice(0, -1);
    const at = chance.below(lines.length);
    const line = JSON.parse(lines[at] ?? 'null') as Json;
    const change = chance.pick<() => string[]>([
      () => [laidOut(changed(line, chance), chance)],
      () => [laidOut(changed(line, chance), chance)],
      () => [],
      () => [lines[at] ?? '', lines[at] ?? ''],
      () => [lines[(at + 1) % lines.length] ?? '', lines[at] ?? ''],
      () => [lines[at] ?? '', ''],
      () => [`${lines[at]}${' '.repeat(chance.once(2) ? 1 << 20 : 1)}`],
    ])();
    lines.splice(at, 1, ...change);
    put(
      bundle,
      path,
      lines
        .map((one) => `${one}\n`)
        .join('')
        .slice(0, chance.once(8) ? -1 : undefined),
    );
  },
];

/** Changes after which everything above them is right again: what only the last rule can find. */
const DEEP: ((bundle: Opened, chance: Chance) => void)[] = [
  (bundle, chance) =>
    rewrite(bundle, pathIn(bundle, chance, RECORD), (lines) => {
      const line = chance.pick(lines);
      line.header = changed(line.header, chance) as JsonObject;
    }),
  (bundle, chance) =>
    rewrite(bundle, pathIn(bundle, chance, RECORD), (lines) => {
      const line = chance.pick(lines.filter((one) => Object.keys(one.parts).length > 0));
      const name = chance.pick(Object.keys(line.parts));
      const part = line.parts[name];
      if (part) part.value = changed(part.value, chance);
    }),
  (bundle, chance) =>
    rewrite(bundle, pathIn(bundle, chance, RECORD), (lines) => {
      const [line, other] = [chance.pick(lines), chance.pick(lines)];
      const name = chance.pick(Object.keys(line.parts));
      const [part] = [line.parts[name]];
      chance.pick<() => void>([
        () => delete line.parts[name],
        () => part && (part.salt = Object.values(other.parts)[0]?.salt ?? part.salt),
        () => part && (other.parts[name] = part),
        () =>
          Object.assign(line.header['parts'] as JsonObject, {
            [chance.pick(['evidence', 'origin', 'origin_legal', 'author'])]: base64(sha256(bytesOf('x'))),
          }),
        () => delete (line.header['parts'] as JsonObject)[name],
      ])();
    }),
  (bundle, chance) =>
    rewrite(bundle, pathIn(bundle, chance, RECORD), (lines) => {
      const at = chance.below(lines.length);
      const [line] = lines.slice(at);
      chance.pick<() => void>([
        () => lines.splice(at, 1),
        () => line && lines.splice(at, 0, structuredClone(line)),
        () => lines.reverse(),
        () => line && lines.push(structuredClone(line)),
      ])();
      if (chance.once(2)) lines.forEach((one, nth) => (one.header['seq'] = nth + 1));
    }),
  (bundle, chance) => redraft(bundle, chance),
  (bundle, chance) => reanchor(bundle, chance),
  (bundle, chance) => resign(bundle, chance),
];

const SEALED = /agreement_(signed|concluded|sealed|drafted)/;

/** Another agreement, signed by everybody all the same. */
function redraft(bundle: Opened, chance: Chance): void {
  const path = chance.pick([
    'data/agreement.json',
    'data/agreement.json',
    'data/agreement-shown.pdf',
    'data/agreement.pdf',
  ]);
  const old = bundle.files.get(path);
  if (!old) return;
  const isJson = path.endsWith('.json');
  const next = isJson ? bytesOf(laidOut(changed(json(old), chance), chance)) : scratched(old, chance);
  bundle.files.set(path, next);
  const hash = isJson ? documentHash : sha256;
  const [from, to] = [base64(hash(old)), base64(hash(next))];
  for (const record of [...bundle.files.keys()].filter((one) => RECORD.test(one))) {
    rewrite(bundle, record, (lines) => {
      for (const line of lines) {
        if (!SEALED.test(String(line.header['kind']))) continue;
        for (const part of Object.values(line.parts)) {
          part.value = JSON.parse(JSON.stringify(part.value).replaceAll(from, to)) as Json;
        }
      }
    });
  }
}

/** A checkpoint by chance elsewhere in the log, seen at another time, or by more heads. */
function reanchor(bundle: Opened, chance: Chance): void {
  const path = pathIn(bundle, chance, /^data\/anchors\//);
  const note = text(bundle, path.replace('anchors', 'checkpoints').replace(/(\.[0-9]+)?\.tlog-proof$/, '.txt'));
  const [salt = '', index = '0'] = /extra (.{44})\nindex ([0-9]+)\n/.exec(text(bundle, path))?.slice(1) ?? [];
  const body = note.slice(0, note.indexOf('\n\n') + 1);
  const place = {
    salt: chance.once(4) ? base64(sha256(bytesOf('other'))) : salt,
    index: Number(index) + chance.pick([0, 0, 0, 1, 5]),
    size: 100 + chance.below(300),
    at: chance.pick([
      null,
      1_795_273_800n,
      1_795_200_000n,
      1_795_400_000n,
      0n,
      2n ** 53n - 1n,
      2n ** 53n,
      253_402_300_800n,
    ]),
    origin: chance.once(6) ? 'other.example/log' : INSTANCE,
  };
  put(bundle, chance.once(2) ? path.replace('.tlog', '.1.tlog') : path, anchored(body, place));
}

/** A note that is signed, but says something else, or is signed once more. */
function resign(bundle: Opened, chance: Chance): void {
  const path = pathIn(bundle, chance, /^data\/checkpoints\//);
  const note = text(bundle, path);
  const body = note.slice(0, note.indexOf('\n\n') + 1);
  const other = keyOfSeed(chance.pick([INSTANCE, 'other.example/log']), 'log', chance.pick([1, 7]));
  put(
    bundle,
    path,
    chance.pick<() => string>([
      () => signedNote(retyped(body, chance), LOG_KEY),
      () => signedNote(body, other),
      () => note + signedNote(body, other).slice(body.length + 1),
      () => note + cosignature(body, WITNESS, 1_795_273_800n),
      () => signedNote(`${body}more\n`, LOG_KEY),
      () => note + note.slice(body.length + 1),
    ])(),
  );
}

/** A PDF with the proof of a bundle attached. */
function document(bundle: Opened, chance: Chance): Uint8Array {
  const line = text(bundle, 'data/record/procedure.jsonl')
    .split('\n')
    .find((one) => readLines(bytesOf(one))[0]?.header['kind'] === 'agreement_concluded');
  const parsed = JSON.parse(line ?? '{"parts":{}}') as { parts: JsonObject };
  for (const part of Object.keys(parsed.parts)) if (part.startsWith('origin')) delete parsed.parts[part];
  const attached: [string, Uint8Array, string?][] = [
    ['agreement.json', bundle.files.get('data/agreement.json') ?? new Uint8Array()],
    ['agreement-shown.pdf', bundle.files.get('data/agreement-shown.pdf') ?? new Uint8Array()],
    ['agreement_concluded.jsonl', joined(canonical(parsed as unknown as Json), bytesOf('\n'))],
    ['checkpoint.txt', bundle.files.get(pathIn(bundle, chance, /^data\/checkpoints\/procedure/)) ?? new Uint8Array()],
  ];
  if (chance.once(4)) {
    const [at, more] = [chance.below(4), chance.pick([0, 1])];
    const one = attached[at];
    if (one) attached.splice(at, more, [one[0], scratched(one[1], chance)]);
  }
  if (chance.once(3)) {
    const at = chance.below(attached.length);
    const [name, data] = attached[at] ?? ['', new Uint8Array()];
    const deflated = new Uint8Array(deflateSync(data));
    const bytes = chance.once(2) ? scratched(deflated, chance) : deflated;
    attached[at] = [name, bytes, chance.pick(['/Filter/FlateDecode', '/Filter[/FlateDecode]', '/Filter/Flate'])];
  }
  const plain = writePdf(attached);
  const pdf = chance.once(2) ? plain : sealed(plain, chance);
  return chance.pick<() => Uint8Array>([
    () => pdf,
    () => scratched(pdf, chance),
    () => scratched(pdf, chance),
    () => bytesOf(retyped(textOf(pdf) ?? '', chance)),
    () => joined(pdf, bytesOf(`\nstartxref\n${chance.below(pdf.length)}\n%%EOF`)),
  ])();
}

/** Who the reader trusts: the keys that are right, or nearly. */
function keysFor(chance: Chance): Uint8Array {
  const [log, witness] = [vkeyText(LOG_KEY), vkeyText(WITNESS)];
  if (!chance.once(4)) return bytesOf([log, witness, ...SEAL_LINES, ''].join('\n'));
  const stay = () =>
    chance.pick([
      '',
      ' from=2026-01-01T00:00:00.000Z',
      ' until=2026-11-21T12:00:00.000Z',
      ' until=2026-11-22T00:00:00.000Z',
      ' from=2026-11-21T15:00:00.000Z until=2027-01-01T00:00:00.000Z',
      ' from=2027-01-01T00:00:00.000Z',
      ' # a word',
      ' ',
    ]);
  const others = [
    vkeyText(keyOfSeed(WITNESS.name, 'witness', 11)),
    vkeyText(keyOfSeed('witness.example/w2', 'witness', 12)),
    vkeyText(keyOfSeed(INSTANCE, 'log', 13)),
    `seal ${'0'.repeat(64)}`,
    ...SEAL_LINES,
    '# a comment',
  ];
  const lines = [
    log + stay(),
    ...(chance.once(3) ? [] : [witness + stay()]),
    ...(chance.once(2) ? [chance.pick(others) + stay()] : []),
  ];
  const file = lines.reverse().join(chance.pick(['\n', '\n', '\r\n', '\n\n'])) + chance.pick(['\n', '']);
  const marked = chance.once(4) ? `\ufeff${file}` : file;
  return bytesOf(chance.once(3) ? retyped(marked, chance) : marked);
}

/** What the reader kept: a checkpoint, in a mail or alone. */
function seenOf(bundle: Opened, chance: Chance): string[] {
  if (!chance.once(3)) return [];
  const note = text(bundle, pathIn(bundle, chance, /^data\/checkpoints\//));
  const body = note.slice(0, note.indexOf('\n\n') + 1);
  const [origin = '', size = '1'] = body.split('\n');
  const at = chance.pick([Number(size), 1, 2, 3, 4, 5, 40]);
  const other = `${chance.pick([origin, origin, `${INSTANCE}/case/${CASE}/joint`, 'x/case/y/joint'])}\n${at}\n${base64(sha256(bytesOf('other')))}\n`;
  const kept = chance.pick([
    note,
    note,
    signedNote(other, LOG_KEY),
    signedNote(other, keyOfSeed(INSTANCE, 'log', 1)),
    retyped(note, chance),
  ]);
  return [
    chance.pick<(text: string) => string>([
      (one) => one,
      (one) => `Olá,\r\n\r\n${one.replaceAll('\n', '\r\n')}\r\nAté!`,
      (one) =>
        one
          .split('\n')
          .map((row) => `> ${row}`)
          .join('\n'),
      (one) => one.replace('\n\n', '\n'),
      (one) => one.replace(/(.{60})(.+)\n$/, '$1\n$2\n'),
      (one) => `${one}\n${note}`,
      (one) =>
        one
          .split('\n')
          .map((row) => `\u00a0\t${row}\u3000`)
          .join('\n'),
    ])(kept),
  ];
}

/** One question: a file that is right, or was changed, and what it is to be checked against. */
export function question(base: Base, chance: Chance): Question {
  const bundle = opened(base);
  const seen = seenOf(bundle, chance);
  const asked = {
    keys: keysFor(chance),
    seen,
    ...(chance.once(4) && { now: timeOfMillis(1_795_200_000_000 + chance.below(400) * 1_000_000) }),
    ...(chance.once(4) && { lateHours: chance.pick([0, 1, 2, 5, 24, 10_000]) }),
  };
  const changes = chance.pick([0, 1, 1, 1, 1, 2, 3]);
  const how = chance.below(11);
  if (how < 4) for (let nth = 0; nth < changes; nth++) tried(DEEP, bundle, chance);
  else if (how < 8) for (let nth = 0; nth < changes; nth++) tried(INSIDE, bundle, chance);
  else if (how <= 9 && bundle.files.has('data/agreement.json')) return { ...asked, file: document(bundle, chance) };
  else {
    const change = chance.pick([scratched, scratchedDirectory]);
    return { ...asked, file: change(base.file, chance) };
  }
  return { ...asked, file: chance.once(20) ? pack(bundle) : close(bundle) };
}

/** A change may not fit what another has left. */
function tried(changes: ((bundle: Opened, chance: Chance) => void)[], bundle: Opened, chance: Chance): void {
  try {
    chance.pick(changes)(bundle, chance);
  } catch {
    bundle.files.set('data/README.txt', bytesOf('unreadable'));
  }
}
