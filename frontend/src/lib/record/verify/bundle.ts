/** A bundle: its container, the summary, and everything that its lines rest on. */
import { base64, hex, splitOnce, textOf } from '../bytes';
import { fromCanonical, isObject } from '../canonical';
import { outcome } from '../fault';
import { read } from '../form';
import * as forms from '../forms';
import type { CaseFile } from '../forms';
import { logKeys, parseVkey } from '../keyfile';
import { isCase, isInstance, isSeat } from '../names';
import { parseNote, signedOnce, UnknownKey } from '../note';
import type { Profile, Report } from '../report';
import { millisOf } from '../time';
import type { ZipEntry } from '../zip';
import { checkAgreements } from './agreement';
import { nameInFirstLine, readChannel, type VerifiedChannel } from './channel';
import type { BagFile, Check } from './check';
import { checkLogs } from './log';
import * as paths from './paths';
import { checkSeen } from './seen';

/** The only declaration that is accepted. */
const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const TAGS = [paths.BAG_INFO, paths.BAGIT, paths.MANIFEST];
const LANGUAGES = ['pt-BR', 'es', 'en'];
/** How far the issuer's clock may be ahead of the reader's. */
const CLOCK_MAX_MILLIS = 24 * 3_600_000;

export function checkBundle(check: Check, entries: ZipEntry[]): void {
  const folder = unpack(check, entries);
  if (folder === null) return;
  checkBag(check);
  const summary = readSummary(check, folder);
  checkKeysFile(check);
  checkReadme(check);
  // Without the summary it is unknown which files belong in the bundle.
  if (!summary) return;
  checkBundleNote(check, summary);
  checkClock(check, summary);
  checkRecord(check, summary);
  check.unknownFiles();
}

/** Finds the ZIP's one folder, and the files in it. */
function unpack(check: Check, entries: ZipEntry[]): string | null {
  const [folder] = splitOnce(entries[0]?.name ?? '', '/') ?? [null];
  if (folder === null) {
    check.fail('zip', '', 'the bundle has no folder');
    return null;
  }
  for (const { name, size, sha256, data } of entries) {
    if (name.startsWith(`${folder}/`)) check.files.set(name.slice(folder.length + 1), { size, sha256, data });
    else check.fail('file_unknown', name, "this file is outside of the bundle's folder");
  }
  return folder;
}

/** What any BagIt tool checks, and a little more. */
function checkBag(check: Check): void {
  const declared = check.need(paths.BAGIT);
  if (declared && textOf(declared) !== DECLARATION) check.fail('bag', paths.BAGIT, 'not BagIt 1.0 in UTF-8');
  const listed = (is: (path: string) => boolean) =>
    check.paths().flatMap((path): [string, BagFile][] => {
      const file = check.files.get(path);
      return file && is(path) ? [[path, file]] : [];
    });
  const payload = listed((path) => path.startsWith('data/'));
  const oxum = `${payload.reduce((sum, [, file]) => sum + file.size, 0)}.${payload.length}`;
  const info = check.need(paths.BAG_INFO);
  if (info && payloadOxum(info) !== oxum) {
    check.fail('bag', paths.BAG_INFO, 'not a plain bag-info with the right Payload-Oxum');
  }
  checkManifest(check, paths.MANIFEST, payload);
  checkManifest(
    check,
    paths.TAG_MANIFEST,
    listed((path) => TAGS.includes(path)),
  );
}

/** The value of `Payload-Oxum`, if the file is a plain bag-info that says it exactly once. */
function payloadOxum(data: Uint8Array): string | null {
  const text = textOf(data);
  if (!text?.endsWith('\n')) return null;
  const pairs = text
    .slice(0, -1)
    .split('\n')
    .map((line) => splitOnce(line, ': ') ?? (['', ''] as const));
  if (text.includes('\r') || pairs.some(([label]) => label === '' || /^[ \t]/.test(label))) return null;
  const found = pairs.filter(([label]) => label.toLowerCase() === 'payload-oxum');
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

function checkManifest(check: Check, path: string, files: [string, BagFile][]): void {
  const found = check.need(path);
  if (!found) return;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(found);
  if (text === files.map(([listed, file]) => `${hex(file.sha256)}  ${listed}\n`).join('')) return;
  const pairs = text.split('\n').map((line) => splitOnce(line.replace(/\r$/, ''), '  '));
  const digests = new Map(pairs.filter((pair) => pair !== null).map(([digest, listed]) => [listed, digest]));
  const changed = files.filter(([listed, file]) => (digests.get(listed) ?? hex(file.sha256)) !== hex(file.sha256));
  for (const [listed] of changed) check.fail('file_changed', listed, `not the file that ${path} lists`);
  if (changed.length === 0) {
    check.fail('manifest', path, 'does not list exactly the files that are there, sorted');
  }
}

/** The registers take agreements alone. */
const takes = (taker: CaseFile['taker'], profile: Profile): boolean =>
  profile === 'agreement' || (taker !== 'register' && taker !== 'packet');

function readSummary(check: Check, folder: string): CaseFile | null {
  const path = paths.CASE_FILE;
  const data = check.need(path);
  if (!data) return null;
  const { value: summary, fault } = outcome(() => read(forms.caseFile, data));
  if (!summary) {
    check.fail('case_file', path, fault);
    return null;
  }
  const fine =
    summary.v === 1 &&
    isCase(summary.case) &&
    isInstance(summary.instance) &&
    LANGUAGES.includes(summary.language) &&
    takes(summary.taker, summary.profile) &&
    summary.parties.every((party) => isSeat(party.seat));
  if (!fine) check.fail('case_file', path, 'v, case, instance, language, taker or a seat is not of its form');
  if (folder !== `acordo-${summary.reference}-${summary.profile}`) {
    check.fail('case_file', path, 'the folder is not named after reference and profile');
  }
  const { instance, reference, profile, exported_at } = summary;
  Object.assign(check.report, {
    instance,
    case: summary.case,
    reference,
    profile,
    exported_at,
  } satisfies Partial<Report>);
  return fine ? summary : null;
}

function checkKeysFile(check: Check): void {
  const path = paths.KEYS_FILE;
  const data = check.need(path);
  if (!data) return;
  const { value: keys, fault } = outcome(() => read(forms.keysFile, data));
  const isLogKey = (text: string) => outcome(() => parseVkey(text)).value?.kind === 'log';
  if (!keys) check.fail('keys_file', path, fault);
  else if (keys.v !== 1 || !keys.log.every(isLogKey))
    check.fail('keys_file', path, 'v or a log key is not of its form');
}

function checkReadme(check: Check): void {
  const data = check.need(paths.README);
  if (data && !textOf(data)?.endsWith('\n')) {
    check.fail('bag', paths.README, 'not UTF-8 that ends with a line feed');
  }
}

function checkBundleNote(check: Check, summary: CaseFile): void {
  const path = paths.BUNDLE_NOTE;
  const data = check.need(path);
  const tagManifest = check.files.get(paths.TAG_MANIFEST);
  if (!data || !tagManifest) return;
  const expected = `${summary.instance}/bundle\n${summary.case}\n${base64(tagManifest.sha256)}\n`;
  const {
    value: read,
    fault,
    cause,
  } = outcome(() => {
    const note = parseNote(data);
    return { note, key: signedOnce(note, summary.instance, logKeys(check.keys, summary.instance)) };
  });
  if (!read) check.fail(cause instanceof UnknownKey ? 'key_unknown' : 'bundle_note', path, fault);
  else if (read.note.text !== expected) check.fail('bundle_note', path, 'signed for other files, or another case');
  else if (read.key.until !== null) {
    check.doubt('key_ended', path, 'signed by a key that was stolen later: ask for this file again under the new key');
  }
}

function checkClock(check: Check, { exported_at }: CaseFile): void {
  const { now } = check.inquiry;
  if (now === undefined || millisOf(exported_at) - millisOf(now) <= CLOCK_MAX_MILLIS) return;
  const words = `exported at ${exported_at}, which is still to come: the clock of this machine or of the issuer is wrong`;
  check.doubt('clock', paths.CASE_FILE, words);
}

/** The events, and everything that rests on them. */
function checkRecord(check: Check, summary: CaseFile): void {
  const named = channelNames(check, summary.profile).map((name) => readChannel(check, summary, name));
  const channels = named.filter((channel) => channel !== null);
  checkWithheld(check, summary, channels);
  checkLogs(check, summary, channels, check.inquiry.lateHours);
  checkAgreements(check, summary, channels);
  checkPhases(check, summary, channels);
  for (const note of check.inquiry.seen ?? []) checkSeen(check, summary, channels, note);
}

/** The channels that the profile shows. Which caucus it is, its file says. */
function channelNames(check: Check, profile: Profile): string[] {
  if (profile === 'joint') return ['procedure', 'joint'];
  if (profile !== 'caucus') return ['procedure'];
  const path = check.paths().find((one) => one.startsWith(paths.recordPath('caucus-').slice(0, -'.jsonl'.length)));
  const name = path ? nameInFirstLine(check.files.get(path)?.data ?? new Uint8Array()) : null;
  if (name?.startsWith('caucus:') && path === paths.recordPath(paths.stemOf(name))) return [name];
  check.fail('no_events', 'data/record', 'there is no caucus whose file has its name');
  return [];
}

/** The phases that the case went through, where all of `procedure` is there: the summary says the same. */
function checkPhases(check: Check, summary: CaseFile, channels: VerifiedChannel[]): void {
  const procedure = channels.find((channel) => channel.name === 'procedure' && channel.whole);
  if (!procedure) return;
  const phases = procedure.events.flatMap(({ seq, kind, at, content }) => {
    if (seq === 1) return [{ at, phase: 'intake' }];
    const changed = kind === 'phase_changed' && content ? fromCanonical(content) : null;
    const phase = isObject(changed) ? changed['phase'] : null;
    return typeof phase === 'string' ? [{ at, phase }] : [];
  });
  const plain = (all: CaseFile['phases']) => JSON.stringify(all.map(({ at, phase }) => [at, phase]));
  if (plain(summary.phases) !== plain(phases)) {
    check.fail('case_file', paths.CASE_FILE, 'the phases are not those of the procedure');
  }
  check.report.phases = phases;
}

/** The summary counts what the lines lack, and says why. */
function checkWithheld(check: Check, summary: CaseFile, channels: VerifiedChannel[]): void {
  const key = (...words: string[]) => JSON.stringify(words);
  const rows = new Set<string>();
  const told = new Map<string, number>();
  const files = new Map<string, number>();
  let plain = true;
  for (const { channel, part, reason, count } of summary.withheld) {
    const row = key(channel, part, reason);
    const fits = (part === 'evidence_file') === (reason !== 'profile');
    if (!fits || rows.has(row) || count === 0) plain = false;
    rows.add(row);
    if (!fits) continue;
    if (part === 'evidence_file') files.set(channel, (files.get(channel) ?? 0) + count);
    else told.set(key(channel, part), count);
  }
  const counted = channels.flatMap(({ name, withheld }) =>
    [...withheld].map(([part, count]): [string, number] => [key(name, part), count]),
  );
  const allTold = counted.length === told.size && counted.every(([row, count]) => told.get(row) === count);
  const { leftOut } = check;
  const absent = (channel: string) => leftOut.filter((line) => line.channel === channel).length;
  if (!plain || !allTold || [...files].some(([channel, count]) => absent(channel) !== count)) {
    const words = 'withheld does not count what is not there, or does not say why';
    check.fail('withheld_counts', paths.CASE_FILE, words);
  }
  for (const line of leftOut) {
    if (!files.has(line.channel)) check.fail('file_missing', line.path, 'this file is missing');
  }
  check.report.left_out = leftOut;
}
