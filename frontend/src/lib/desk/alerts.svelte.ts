/**
 * How a professional hears that something waits: a number in the title of every page, and, only if asked for, a sound
 * and a notification of the desktop. Neither ever says of which case or what.
 */
import { keep, kept } from '$lib/kept';
import { bounded } from './bounded';

const SOUND = 'acordo.alert-sound';
const NOTICE = 'acordo.alert-notice';

class Alerts {
  sound = $state(kept(SOUND) === '1');
  notice = $state(kept(NOTICE) === '1' && mayNotify() === 'granted');

  /** Is anything asked for? */
  get on(): boolean {
    return this.sound || this.notice;
  }

  useSound(on: boolean): void {
    this.sound = on;
    keep(SOUND, on ? '1' : null);
    if (on) void ring();
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

/** A tone that could not sound at once says nothing later. */
const LATE_MILLIS = 1_000;
let sound: AudioContext | null = null;

/** A short soft tone, made on the spot. */
async function ring(): Promise<void> {
  const asked = performance.now();
  try {
    sound ??= new AudioContext();
    // A page that nobody has touched yet may make no sound.
    if (sound.state !== 'running') await sound.resume();
    if (performance.now() - asked > LATE_MILLIS) return;
    const [tone, volume] = [sound.createOscillator(), sound.createGain()];
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.08, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 0.35);
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.36);
  } catch {
    // A browser without sound still shows the number.
  }
}

export const alerts = new Alerts();

/** More waits than before. Whoever looks at the page sees it there, and hears at most the tone. */
export function alertOf(words: string): void {
  if (alerts.sound) void ring();
  if (!alerts.notice || document.visibilityState !== 'hidden' || mayNotify() !== 'granted') return;
  try {
    // One notification that is renewed, not a heap of them.
    const shown = new Notification(words, { tag: 'acordo' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // A phone's browser has the permission, but shows none from a page.
  }
}

/** What stands before the title, whatever page is open. */
let counted = 0;
function putCount(): void {
  const bare = document.title.replace(/^\(\d+\+?\) /, '');
  const wanted = counted > 0 ? `(${bounded(counted)}) ${bare}` : bare;
  if (document.title !== wanted) document.title = wanted;
}

/** "(3) " before the title, whatever name a page gives itself; answers how to stop. */
export function countInTitle(count: number): () => void {
  counted = count;
  putCount();
  const watch = new MutationObserver(putCount);
  watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    watch.disconnect();
    counted = 0;
    putCount();
  };
}
