// The connection between one person's browser and the server. Every byte that comes down it is kept, and it can be cut.
//
// A browser context uses it as its proxy: pages over HTTP, sockets through CONNECT. Answers are requested uncompressed,
// so that what is kept can be searched as it is.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Received {
  /// `GET /api/v1/cases → 200`, or the socket's address.
  what: string;
  readonly bytes: Buffer;
}

const isOurs = (host: string) => host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1';

let lines = 0;

export class Line {
  /// Each person has an address of their own, as people do.
  private readonly from = `127.0.${1 + Math.floor(lines / 250)}.${2 + (lines++ % 250)}`;
  readonly received: Received[] = [];
  private down = false;
  private mendedAt = 0;
  /// What is held back on its way to the server.
  private held: 'sockets' | 'requests' | 'all' | null = null;
  /// Requests that reach the server and whose answers never come back, as many as there are here.
  private readonly unheard: RegExp[] = [];
  /// Files that come down otherwise than the server sends them.
  private readonly rewritten = new Map<string, (text: string) => string>();
  private readonly late: { by: 'socket' | 'request'; deliver: () => void }[] = [];
  private readonly open = new Set<Duplex>();

  private constructor(private readonly proxy: Server) {
    proxy.on('connection', (socket) => this.watch(socket));
    proxy.on('request', (asked, answer) => this.forward(asked, answer));
    proxy.on('connect', (asked, socket, head) => this.tunnel(asked, socket, head));
  }

  static async lay(): Promise<Line> {
    const proxy = createServer({ keepAliveTimeout: 60_000 });
    const line = new Line(proxy);
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  private get holdsSockets(): boolean {
    return this.held === 'sockets' || this.held === 'all';
  }

  /// Also for a moment after it was mended: what failed before is told late.
  get isCut(): boolean {
    return this.down || Date.now() - this.mendedAt < 2_000;
  }

  /// As if the phone entered a tunnel: open connections break, and nothing new gets through.
  cut(): void {
    this.down = true;
    for (const socket of this.open) socket.destroy();
  }

  mend(): void {
    this.down = false;
    this.mendedAt = Date.now();
  }

  /// What the browser sends from now on arrives only once it is released; no connection breaks meanwhile.
  hold(what: 'sockets' | 'all'): void {
    this.held = what;
  }

  /// The next request of this path is done by the server, and its answer is lost.
  swallow(path: RegExp): void {
    this.unheard.push(path);
  }

  /// From now on this file is another one, as after a new version of the site.
  rewrite(path: string, change: (text: string) => string): void {
    this.rewritten.set(path, change);
  }

  release(): void {
    this.held = null;
    for (const { deliver } of this.late.splice(0)) deliver();
  }

  /// Lets through what was sent by socket, and whatever follows it; requests are still held back.
  releaseSockets(): void {
    this.held = 'requests';
    for (const one of this.late.splice(0)) {
      if (one.by === 'socket') one.deliver();
      else this.late.push(one);
    }
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((done) => this.proxy.close(done));
  }

  private watch(socket: Duplex): void {
    this.open.add(socket);
    socket.on('close', () => this.open.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  private forward(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.held === 'all' || this.held === 'requests') {
      return void this.late.push({ by: 'request', deliver: () => this.forward(asked, answer) });
    }
    const place = URL.canParse(asked.url ?? '') ? new URL(asked.url!) : null;
    if (this.down) return void asked.socket.destroy();
    // The browser's own services call home now and then; they are refused.
    if (!place || !isOurs(place.hostname)) return void answer.writeHead(403).end();
    const headers = { ...asked.headers, 'accept-encoding': 'identity' } as Record<
      string,
      string | string[] | undefined
    >;
    delete headers['proxy-connection'];
    // Another file has another tag.
    if (this.rewritten.has(place.pathname)) delete headers['if-none-match'];
    const onward = request({
      host: '127.0.0.1',
      localAddress: this.from,
      port: place.port,
      method: asked.method,
      path: place.pathname + place.search,
      headers,
    });
    onward.on('response', (got) => {
      const parts: Buffer[] = [Buffer.from(`${got.rawHeaders.join('\n')}\n\n`)];
      got.on('data', (part: Buffer) => parts.push(part));
      got.on('close', () =>
        this.received.push({
          what: `${asked.method} ${place.pathname}${place.search} → ${got.statusCode}`,
          bytes: Buffer.concat(parts),
        }),
      );
      const lost = this.unheard.findIndex((path) => path.test(place.pathname));
      if (lost >= 0) {
        this.unheard.splice(lost, 1);
        got.resume();
        return void got.on('end', () => asked.socket.destroy());
      }
      const change = this.rewritten.get(place.pathname);
      if (change && got.statusCode === 200) {
        return void got.on('end', () => {
          const text = change(Buffer.concat(parts.slice(1)).toString());
          const { etag: _, 'content-length': __, ...headers } = got.headers;
          answer.writeHead(200, headers).end(text);
        });
      }
      answer.writeHead(got.statusCode ?? 502, got.statusMessage, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    asked.pipe(onward);
    answer.on('close', () => onward.destroy());
  }

  private tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.watch(socket);
    const [host, port] = (asked.url ?? '').split(':');
    if (this.down) return void socket.destroy();
    if (!isOurs(host)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const onward: Socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: this.from });
    this.watch(onward);
    const parts: Buffer[] = [];
    this.received.push({
      what: `socket ${asked.url}`,
      get bytes() {
        return Buffer.concat(parts);
      },
    });
    onward.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) onward.write(head);
      socket.on('data', (part: Buffer) => {
        if (this.holdsSockets) this.late.push({ by: 'socket', deliver: () => onward.write(part) });
        else onward.write(part);
      });
      // While held, what was sent before still arrives, even if the browser has hung up.
      socket.on('end', () =>
        this.holdsSockets ? this.late.push({ by: 'socket', deliver: () => onward.end() }) : onward.end(),
      );
      onward.pipe(socket);
    });
    onward.on('data', (part: Buffer) => parts.push(part));
    onward.on('close', () => socket.destroy());
    socket.on('close', () =>
      this.holdsSockets ? this.late.push({ by: 'socket', deliver: () => onward.end() }) : onward.destroy(),
    );
  }
}
