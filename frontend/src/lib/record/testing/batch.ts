/** Asks the verifier in Rust (src/record/examples/verify_batch.rs), one question a line. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { base64, hex } from '../bytes';
import type { Json } from '../canonical';
import { Fault } from '../fault';
import { sha256 } from '../hash';
import { readKeyFile } from '../keyfile';
import type { Report } from '../report';
import { sourceOfBytes } from '../source';
import { notesIn, verify } from '../verify';
import type { Question } from './mutations';
import { canonical } from './write';

export type Answer = Report | { key_file: string };

export interface Batch {
  ask(question: Question): Promise<Answer>;
  end(): void;
}

export function batch(program: string): Batch {
  const rust = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: rust.stdout })[Symbol.asyncIterator]();
  return {
    async ask({ file, keys, seen, now, lateHours }) {
      const line = JSON.stringify({ file: base64(file), keys: base64(keys), seen, now, late_hours: lateHours });
      rust.stdin.write(`${line}\n`);
      const answer = await lines.next();
      if (answer.done) throw new Error(`${program} has ended`);
      return JSON.parse(answer.value) as Answer;
    },
    end: () => rust.stdin.end(),
  };
}

/** The same of the verifier of the page. */
export async function answer({ file, keys, seen, now, lateHours }: Question): Promise<Answer> {
  try {
    const inquiry = { keys: readKeyFile(keys), seen: seen.flatMap(notesIn), now, lateHours };
    return await verify(sourceOfBytes(file), inquiry);
  } catch (error) {
    if (error instanceof Fault) return { key_file: error.message };
    throw error;
  }
}

/** The same in a few characters, to be kept. */
export const digestOf = (told: Answer): string => hex(sha256(canonical(comparable(told) as Json))).slice(0, 16);

/** What both must say alike: all but words, which are not stable. */
export function comparable(report: Answer): unknown {
  if ('key_file' in report) return { key_file: '' };
  const bare = (findings: Report['failures']) => findings.map(({ code, place }) => `${code} ${place}`);
  return { ...report, failures: bare(report.failures), doubts: bare(report.doubts) };
}
