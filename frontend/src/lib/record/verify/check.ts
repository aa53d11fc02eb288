/** A check under way: what it was asked, the files at hand, and what it has found. */
import type { Hash } from '../hash';
import { keyOf } from '../hash';
import { witnessesOf, type KeyFile } from '../keyfile';
import type { Note } from '../note';
import { emptyReport, FAILURES_MAX, type Report } from '../report';
import type { Time } from '../time';

/** What a file is checked against, besides the rules. */
export interface Inquiry {
  keys: KeyFile;
  /** Notes that somebody kept: the record must have their roots at their sizes. */
  seen?: Note[];
  /** The reader's clock; without it no date is too late. */
  now?: Time;
  /** Strict about time: every event was witnessed within so many hours. */
  lateHours?: number;
}

/** A file of a bundle; of evidence only size and digest are known. */
export interface BagFile {
  size: number;
  sha256: Hash;
  data: Uint8Array;
}

export class Check {
  readonly report: Report = emptyReport();
  readonly keys: KeyFile;
  readonly inquiry: Inquiry;
  /** By path inside the bundle's folder. */
  readonly files: Map<string, BagFile>;
  /** Lines whose evidence file is not there. */
  leftOut: Report['left_out'] = [];
  /** The witnesses that cosigned a head. */
  readonly cosigned = new Set<string>();
  /** Files that some rule asked for. */
  private readonly used = new Set<string>();
  /** Salts of parts and anchors: none is used twice. */
  private salts = new Set<string>();

  constructor(inquiry: Inquiry, files = new Map<string, BagFile>()) {
    this.inquiry = inquiry;
    this.keys = inquiry.keys;
    this.files = files;
  }

  fail(code: string, place: string, words: string): void {
    this.report.failures_total += 1;
    if (this.report.failures.length < FAILURES_MAX) this.report.failures.push({ code, place, words });
  }

  doubt(code: string, place: string, words: string): void {
    this.report.doubts.push({ code, place, words });
  }

  /** The file, noted as one that belongs there. */
  file(path: string): BagFile | null {
    const found = this.files.get(path) ?? null;
    if (found) this.used.add(path);
    return found;
  }

  take(path: string): Uint8Array | null {
    return this.file(path)?.data ?? null;
  }

  /** The same of one that has to be there. */
  need(path: string): Uint8Array | null {
    const found = this.take(path);
    if (!found) this.fail('file_missing', path, 'this file is missing');
    return found;
  }

  /** The paths of all files, sorted. */
  paths(): string[] {
    return [...this.files.keys()].sort();
  }

  /** What was found up to here, to go back to. */
  kept(): () => void {
    const [report, salts] = [structuredClone(this.report), new Set(this.salts)];
    return () => {
      Object.assign(this.report, report);
      this.salts = salts;
    };
  }

  salt(salt: Hash, place: string): void {
    const key = keyOf(salt);
    if (this.salts.has(key)) this.fail('salt_reused', place, 'a salt is used a second time');
    this.salts.add(key);
  }

  noRecord(): void {
    this.doubt('no_record', '', 'this is no bundle, or only half of one: ask for it again');
  }

  unknownFiles(): void {
    for (const path of this.paths()) {
      if (!this.used.has(path)) this.fail('file_unknown', path, 'this file does not belong into the bundle');
    }
  }

  finished(): Report {
    const { report } = this;
    report.witnesses = witnessesOf(this.keys).map((name) => ({ name, cosigned: this.cosigned.has(name) }));
    report.valid = report.failures_total === 0 && report.doubts.length === 0 && report.events > 0;
    // It tells what was proven; where something failed, or rests on a key that counts no more, that is nothing.
    const unproven = report.failures_total > 0 || report.doubts.some(({ code }) => code === 'key_ended');
    if (unproven) [report.agreements, report.phases, report.left_out] = [[], [], []];
    return report;
  }
}
