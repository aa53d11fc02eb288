/**
 * What assistive technology is told. One polite region, at most one change every three seconds, gathers new lines;
 * the assertive one is for "it is your turn" and for errors.
 */
class Announcer {
  polite = $state('');
  assertive = $state('');
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  say(text: string, how: 'polite' | 'assertive' = 'polite'): void {
    if (how === 'assertive') {
      // The same sentence twice must still be a change.
      this.assertive = this.assertive === text ? `${text}\u00a0` : text;
      return;
    }
    this.#waiting.push(text);
    if (this.#timer === null) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length === 0) {
      this.#timer = null;
      return;
    }
    this.polite = this.#waiting
      .splice(0)
      .map((line) => (/[.!?…]$/.test(line) ? line : `${line}.`))
      .join(' ');
    this.#timer = setTimeout(() => this.#flush(), 3000);
  }
}

export const announcer = new Announcer();
export const announce = (text: string, how?: 'polite' | 'assertive'): void => announcer.say(text, how);
