// A real server for one test file: its own data folder, its own mail server, its own database.
import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Mailbox } from './mail.ts';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const binary =
  process.env.ACORDO_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'acordo');

export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

async function until<T>(what: string, ready: () => Promise<T | undefined>, millis = 60_000): Promise<T> {
  const end = Date.now() + millis;
  for (;;) {
    const value = await ready().catch(() => undefined);
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within ${millis} ms`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/// When every installation begins: a Monday at 9:00 in São Paulo, in a week without holidays or clock changes.
const BEGINNING = '2026-11-23T12:00:00.000Z';

export class Acordo {
  /// What the program printed for people, without its log.
  said = '';

  private constructor(
    readonly port: number,
    readonly folder: string,
    readonly mail: Mailbox,
    private readonly environment: NodeJS.ProcessEnv,
    private server: ChildProcess,
    private readonly mailServer: ChildProcess,
    /// By how many milliseconds this installation's clock, and that of every browser here, is ahead of the machine's.
    readonly ahead: number,
    public log: string,
  ) {}

  get url() {
    return `http://localhost:${this.port}`;
  }

  static async start(database: 'sqlite' | 'postgres'): Promise<Acordo> {
    const folder = await mkdtemp(join(tmpdir(), 'acordo-e2e-'));
    const [port, mailPort] = [await freePort(), await freePort()];
    const mailFolder = join(folder, 'maildir');
    const python = process.env.ACORDO_TEST_PYTHON ?? 'python3';
    const mailServer = spawn(
      python,
      ['-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${mailPort}`, '-c', 'aiosmtpd.handlers.Mailbox', mailFolder],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const ahead = Date.parse(BEGINNING) - Date.now();
    const environment: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // `tests/run days` gives the whole machine another date, which the program must have as well.
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(LD_PRELOAD|TZ|.*FAKE.*)$/.test(name))),
      ACORDO_LISTEN: `127.0.0.1:${port}`,
      ACORDO_PUBLIC_URL: `http://localhost:${port}`,
      ACORDO_DATA_DIR: join(folder, 'data'),
      ACORDO_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      ACORDO_SMTP_FROM: 'acordo <acordo@example.org>',
      ACORDO_INSTANCE: 'e2e.example/log',
      ACORDO_TEST_CLOCK_AHEAD_MILLIS: String(ahead),
      ACORDO_LOG: 'info',
    };
    if (database === 'postgres') {
      const server = process.env.ACORDO_TEST_POSTGRES;
      if (!server) throw new Error('ACORDO_TEST_POSTGRES names no server; run tests/run e2e');
      const name = `acordo_e2e_${process.pid}_${port}`;
      await run('psql', [server, '-q', '-c', `create database ${name}`]);
      environment.DATABASE_URL = server.replace(/\/[^/]*$/, `/${name}`);
    }
    const acordo = new Acordo(
      port,
      folder,
      new Mailbox(mailFolder),
      environment,
      undefined as unknown as ChildProcess,
      mailServer,
      ahead,
      '',
    );
    return acordo;
  }

  /// A demonstration of its own, filled as `acordo demo` fills it.
  static async demo(): Promise<Acordo> {
    const acordo = await Acordo.start('sqlite');
    // The demonstration shows its mails on a page, so no mail server is named, and it chooses its own folder.
    delete acordo.environment.ACORDO_SMTP_URL;
    await acordo.start(['demo', '--folder', join(acordo.folder, 'demo')]);
    // It answers before its cases are played; the links are printed once they are.
    await until('the demonstration', async () => (acordo.said.includes('/dev/mail') ? true : undefined), 180_000);
    return acordo;
  }

  /// Runs one command of the command line against this installation while its server is not running.
  async command(...words: string[]): Promise<string> {
    const { stdout } = await run(binary, words, { env: this.environment, cwd: this.folder });
    return stdout;
  }

  async commandWithInput(input: string, ...words: string[]): Promise<void> {
    await new Promise<void>((done, fail) => {
      const child = spawn(binary, words, {
        env: this.environment,
        cwd: this.folder,
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (part) => (errors += part));
      child.once('close', (code) => (code === 0 ? done() : fail(new Error(`${words.join(' ')}: ${errors}`))));
      child.stdin.end(`${input}\n`);
    });
  }

  /// The same for a command that may fail: its exit code and all its output.
  async attempt(...words: string[]): Promise<{ code: number; said: string }> {
    return new Promise((done) => {
      execFile(binary, words, { env: this.environment, cwd: this.folder }, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });
  }

  async serve(): Promise<void> {
    await this.start(['serve']);
  }

  private async start(words: string[]): Promise<void> {
    this.server = spawn(binary, words, { env: this.environment, cwd: this.folder });
    this.server.stdout?.on('data', (part) => {
      this.said += part;
      this.log += part;
    });
    this.server.stderr?.on('data', (part) => (this.log += part));
    await until('the server', async () => {
      if (this.server.exitCode !== null) throw new Error(`the server ended:\n${this.log}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`);
      return answer.ok ? true : undefined;
    });
  }

  async stop(): Promise<void> {
    for (const child of [this.server, this.mailServer]) {
      if (child && child.exitCode === null) {
        const ended = new Promise((done) => child.once('close', done));
        child.kill('SIGTERM');
        await ended;
      }
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

export { until };
