/**
 * How a professional hears that something waits: a number in the title of every page, and, only if asked for, a sound
 * and a notification of the desktop. Neither ever says of which case or what.
 */
import { keep, kept } from '$lib/kept';

const SOUND = 'acordo.alert-sound';
const NOTICE = 'acordo.alert-notice';

class Alerts {
  sound = $state(kept(SOUND) === '1');
  notice = $state(kept(NOTICE) === '1' && mayNotify() === 'granted');

  useSound(on: boolean): void {
    this.sound = on;
    keep(SOUND, on ? '1' : null);
    if (on) ring();
  }

  /** Asks the browser where it has to be asked; answers whether it will be so. */
  async useNotice(on: boolean): Promise<boolean> {
    let may = mayNotify();
    if (on && may === 'default') may = await Notification.requestPermission();
    this.notice = on && may === 'granted';
    keep(NOTICE, this.notice ? '1' : null);
    return this.notice === on;
  }
}

export function mayNotify(): NotificationPermission {
  return typeof Notification === 'undefined' ? 'denied' : Notification.permission;
}

/** A short soft tone, made on the spot. */
function ring(): void {
  try {
    const context = new AudioContext();
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.08, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.36);
    tone.onended = () => void context.close();
  } catch {
    // A browser without sound still shows the number.
  }
}

export const alerts = new Alerts();

/** More waits than before. Whoever looks at the page sees it there, and hears at most the tone. */
export function alertOf(words: string): void {
  if (alerts.sound) ring();
  if (alerts.notice && document.visibilityState === 'hidden' && mayNotify() === 'granted') {
    // One notification that is renewed, not a heap of them.
    const shown = new Notification(words, { tag: 'acordo' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  }
}

/** Who counts on this page: two of them never write the title against each other, the last one is right. */
const counting: { count: number }[] = [];
let watch: MutationObserver | null = null;
function putCount(): void {
  const count = counting.at(-1)?.count ?? 0;
  const bare = document.title.replace(/^\(\d+\) /, '');
  const wanted = count > 0 ? `(${count}) ${bare}` : bare;
  if (document.title !== wanted) document.title = wanted;
}

/** "(3) " before the title of whatever page is open; answers how to stop. */
export function countInTitle(count: number): () => void {
  const mine = { count };
  counting.push(mine);
  putCount();
  if (!watch) {
    watch = new MutationObserver(putCount);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  }
  return () => {
    counting.splice(counting.indexOf(mine), 1);
    if (counting.length > 0) return;
    watch?.disconnect();
    watch = null;
  };
}
