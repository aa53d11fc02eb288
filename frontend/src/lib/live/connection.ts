/** The life of a wire: it opens, beats, is lost, and comes back. What the frames mean is its owner's matter. */
import { isLeaving } from '$lib/api/leaving';
import type { ClientFrame, ServerFrame, Wire } from './frames';
import { BACKOFF_MILLIS_MAX, BACKOFF_MILLIS_MIN, HASTY_MILLIS, HEARTBEAT_MILLIS, LOOK_MILLIS } from './world';

/** What a connection tells and asks its owner. */
export interface Calls<Down> {
  /** The wire is open: the first frame is the owner's. */
  onopen(): void;
  onframe(frame: Down): void;
  /** The wire is gone; `opened` tells whether it ever opened. Answers whether to connect again without being asked. */
  onlost(code: number, opened: boolean): boolean;
  /** Whether the server has welcomed its owner and was not lost since. */
  isLive(): boolean;
  /** Whether something that went out waits for its answer. */
  isWaiting(): boolean;
}

export class Connection<Down extends { t: string } = ServerFrame> {
  #open: () => Wire;
  #random: () => number;
  #calls: Calls<Down>;
  #wire: Wire | null = null;
  #tries = 0;
  #opened = false;
  #stopped = true;
  #ping = 0;
  #heard = true;
  #timers: Partial<Record<'beat' | 'retry' | 'look', ReturnType<typeof setTimeout>>> = {};

  constructor(open: () => Wire, random: () => number, calls: Calls<Down>) {
    this.#open = open;
    this.#random = random;
    this.#calls = calls;
  }

  /** The wire of this moment: each connection has another one. */
  get wire(): Wire | null {
    return this.#wire;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** From now on it may connect, and does whenever the tab or the phone wakes. */
  start(): void {
    this.#stopped = false;
    if (typeof document === 'undefined') return;
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('online', this.#wake);
    addEventListener('offline', this.#cut);
    addEventListener('pageshow', this.#wake);
  }

  stop(code?: number): void {
    this.#stopped = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    if (typeof document !== 'undefined') {
      document.removeEventListener('visibilitychange', this.#wake);
      removeEventListener('online', this.#wake);
      removeEventListener('offline', this.#cut);
      removeEventListener('pageshow', this.#wake);
    }
    this.letGo(code);
  }

  connect(): void {
    if (this.#stopped || this.#wire || isLeaving()) return;
    clearTimeout(this.#timers.retry);
    this.#opened = false;
    const wire = this.#open();
    this.#wire = wire;
    wire.onopen = () => {
      this.#opened = true;
      this.#calls.onopen();
      this.#beat();
    };
    wire.onmessage = ({ data }) => {
      this.#heard = true;
      if (typeof data !== 'string') return;
      let frame: Down;
      try {
        frame = JSON.parse(data) as Down;
      } catch {
        return;
      }
      if (frame.t === 'welcome' || frame.t === 'watching') this.#tries = 0;
      this.#calls.onframe(frame);
    };
    wire.onclose = ({ code }) => {
      if (this.#wire !== wire) return;
      this.#wire = null;
      this.#lost(code);
    };
    wire.onerror = () => undefined;
  }

  /** Closes the wire without calling it lost. */
  letGo(code?: number): void {
    const wire = this.#wire;
    this.#wire = null;
    clearTimeout(this.#timers.beat);
    if (!wire) return;
    wire.onclose = wire.onmessage = wire.onopen = null;
    try {
      wire.close(code);
    } catch {
      // Already closed.
    }
  }

  /** Answers whether the frame went out. */
  put(frame: ClientFrame): boolean {
    if (!this.#wire || this.#wire.readyState !== 1) return false;
    this.#wire.send(JSON.stringify(frame));
    return true;
  }

  #lost(code: number): void {
    clearTimeout(this.#timers.beat);
    if (this.#stopped || !this.#calls.onlost(code, this.#opened)) return;
    if (code === 4008) return this.connect();
    this.later();
  }

  /** Connects again after a while, longer each time. */
  later(): void {
    clearTimeout(this.#timers.retry);
    if (this.#stopped) return;
    const most = Math.min(BACKOFF_MILLIS_MAX, BACKOFF_MILLIS_MIN * 2 ** this.#tries++);
    this.#timers.retry = setTimeout(() => this.connect(), most / 2 + (most / 2) * this.#random());
  }

  /** The person asks: no waiting for the next try. */
  now(): void {
    this.#tries = 0;
    if (this.#wire) this.#wake();
    else this.connect();
  }

  /** The browser says that the network is gone: it knows before any silence tells. */
  #cut = (): void => {
    if (this.#stopped || !this.#wire) return;
    this.letGo();
    this.#lost(1006);
  };

  /** Whenever the tab or the phone wakes: look at once instead of waiting for the next beat. */
  #wake = (): void => {
    if (this.#stopped || document.visibilityState === 'hidden') return;
    if (!this.#wire) {
      this.#tries = 0;
      this.connect();
      return;
    }
    if (!this.#calls.isLive()) return;
    this.#heard = false;
    this.put({ t: 'ping', n: ++this.#ping });
    clearTimeout(this.#timers.look);
    this.#timers.look = setTimeout(() => this.#dropIfSilent(), LOOK_MILLIS);
  };

  #beat(): void {
    clearTimeout(this.#timers.beat);
    this.#heard = false;
    this.put({ t: 'ping', n: ++this.#ping });
    const millis = this.#calls.isWaiting() ? HASTY_MILLIS : HEARTBEAT_MILLIS;
    this.#timers.beat = setTimeout(() => {
      if (this.#dropIfSilent()) return;
      this.#beat();
    }, millis);
  }

  /** Something went out and waits for its answer: from now on a silence is noticed soon. */
  hasten(): void {
    if (this.#wire?.readyState === 1) this.#beat();
  }

  #dropIfSilent(): boolean {
    if (this.#heard || !this.#wire) return false;
    this.letGo();
    this.#lost(1006);
    return true;
  }
}
