/** The time on the page, moving once a minute: for clocks that count down. */
class Now {
  current = $state(new Date());

  constructor() {
    if (typeof window !== 'undefined') setInterval(() => (this.current = new Date()), 60_000);
  }
}

export const clockNow = new Now();
