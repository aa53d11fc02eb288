/** The time on the page, moving once a minute: for clocks that count down. */
class Now {
  current = $state(new Date());
  /** How far the server's clock is from the device's, which may be wrong; a demonstration puts it forward by days. */
  #ahead = 0;

  constructor() {
    if (typeof window !== 'undefined') setInterval(() => this.#tick(), 60_000);
  }

  follow(now: string): void {
    const ahead = Date.parse(now) - Date.now();
    // Less than a minute is how two clocks always differ.
    this.#ahead = Math.abs(ahead) < 60_000 ? 0 : ahead;
    this.#tick();
  }

  /** What the clock shows at this moment; nothing is redrawn for it. */
  read(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  #tick(): void {
    this.current = this.read();
  }
}

export const clockNow = new Now();
