import { api, type Answer } from '$lib/api/client';
import { beginToLeave, isLeaving, LEAVING, tellLeaving } from '$lib/api/leaving';
import type { Role, Session, User } from '$lib/api/types';
import { goTo } from '$lib/back';
import { forgetPerson } from '$lib/forget';
import { keep, kept, keptKeys } from '$lib/kept';
import { emptyDevice } from '$lib/live/device';
import { messages, withTexts } from '$lib/messages/index.svelte';
import { clockNow } from '$lib/room/now.svelte';

const INVITING: readonly Role[] = ['manager', 'rep'];
const OFFICERS: readonly Role[] = ['ombudsman', 'legal'];

/** Whose things are on this device. */
const OWNER = 'acordo.owner';

/** What is small and a person's own, beside how they like the page to look. */
const OWN = /^acordo\.(owner|draft|part|unanswered|sign|complaint|queue\.open)/;

function forgetOwn(tab: boolean): void {
  for (const key of keptKeys('acordo.', tab)) if (OWN.test(key)) keep(key, null, tab);
}

/** Fetched while there is a network. */
const asking = () => withTexts(import('$lib/leave'));

/** Whoever signs out does not wait longer than this for a network that says nothing. */
const WORD_MILLIS = 4000;
/** A network may come back without the browser's saying so. */
const AGAIN_MILLIS = 5000;

/** Nothing of one person is left on a device for the next. */
async function leaveNothing(): Promise<void> {
  forgetPerson();
  forgetOwn(false);
  forgetOwn(true);
  await emptyDevice().catch(() => undefined);
}

/** Who is signed in on this host, as far as the server says. */
class SessionStore {
  user = $state.raw<User | null>(null);
  demo = $state(false);
  known = $state(false);
  /** Somebody left this device, and the server was not reached to hear of it. */
  leaving = $state(false);
  #here: Session | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  /** The largest file that the server takes; not known without an answer. */
  fileBytesMax = Infinity;

  constructor() {
    if (typeof window === 'undefined') return;
    // Another window signed out, or somebody else came in there: what this one holds is not theirs.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === LEAVING) void this.#tellLeaving();
      if (key !== OWNER || !this.user || newValue === this.user.id) return;
      forgetOwn(true);
      location.reload();
    });
    const tell = () => isLeaving() && void this.#tellLeaving();
    addEventListener('online', tell);
    tell();
  }

  /** Until the server knows. */
  async #tellLeaving(): Promise<void> {
    clearTimeout(this.#again);
    this.leaving = !(await tellLeaving());
    if (this.leaving) this.#again = setTimeout(() => void this.#tellLeaving(), AGAIN_MILLIS);
  }

  async take(session: Session): Promise<void> {
    // Signed out in another window while this was asked.
    if (isLeaving()) return;
    const { id } = session.user;
    // What somebody wrote before they signed in is theirs; a window that was opened again may be somebody else's.
    if ((kept(OWNER) ?? id) !== id) await leaveNothing();
    else if ((kept(OWNER, true) ?? id) !== id) forgetOwn(true);
    for (const tab of [false, true]) keep(OWNER, id, tab);
    this.#here = session;
    this.#show(session);
    // What is read without a network comes after what is read now.
    setTimeout(() => {
      void asking().catch(() => undefined);
      void this.stay().catch(() => undefined);
    }, 2000);
  }

  /** The device knows who is here: before that it keeps nothing that is read. */
  async stay(): Promise<void> {
    const here = this.#here;
    const { beHere } = await import('$lib/offline/reading');
    if (here && kept(OWNER) === here.user.id) await beHere(here).catch(() => undefined);
  }

  #show(session: Session): void {
    this.user = session.user;
    this.demo = session.demo;
    this.known = true;
    this.fileBytesMax = session.evidence_bytes_max;
    void messages.suggest(session.user.language);
    clockNow.follow(session.now);
  }

  /** While the server cannot be asked: whoever was here last. Answers whether there is somebody. */
  async recall(): Promise<boolean> {
    const session = await import('$lib/offline/reading').then(({ lastHere }) => lastHere()).catch(() => null);
    if (!session || session.user.id !== kept(OWNER)) return false;
    this.#show(session);
    addEventListener('online', () => void this.load(), { once: true });
    return true;
  }

  async load(): Promise<Answer<Session>> {
    const answer = await api.session();
    if (answer.ok) await this.take(answer.value);
    else if (answer.problem.status === 401) {
      // What they were writing waits for them; what they read does not lie about.
      forgetPerson();
      if (kept(OWNER)) void import('$lib/offline/reading').then(({ leave }) => leave()).catch(() => undefined);
      this.user = null;
      this.known = true;
    }
    return answer;
  }

  /** Asks first where something would be lost. */
  async leave(to: string): Promise<void> {
    const asks = await asking().catch(() => null);
    if (asks && this.user && !(await asks.mayLeave(this.user.id))) return;
    await this.signOut();
    await goTo(to);
  }

  /** Of this device at once, and of the server as soon as it can be reached: this window may be closed before. */
  async signOut(): Promise<void> {
    beginToLeave();
    await leaveNothing();
    await Promise.race([this.#tellLeaving(), new Promise((go) => setTimeout(go, WORD_MILLIS))]);
    this.leaving = isLeaving();
    this.user = null;
    this.known = true;
  }

  /** Is somebody of an ombudsman's or a legal team? */
  get isOfficer(): boolean {
    return this.user?.memberships.some((member) => OFFICERS.includes(member.role)) ?? false;
  }

  /** Does somebody also work where cases are listed, outside of queues? */
  get hasOtherWork(): boolean {
    return this.user?.memberships.some((member) => !OFFICERS.includes(member.role)) ?? false;
  }

  /** The companies for which somebody may invite a consumer. */
  get invites(): { id: string; name: string }[] {
    const held = this.user?.memberships.filter((member) => INVITING.includes(member.role)) ?? [];
    return [...new Map(held.map((member) => [member.organisation, member.organisation_name]))].map(([id, name]) => ({
      id,
      name,
    }));
  }

  /** In what kind of organisation somebody works; a consumer belongs to none. */
  get works(): 'operator' | 'company' | null {
    const kinds = this.user?.memberships.map((member) => member.kind) ?? [];
    return kinds.includes('operator') ? 'operator' : kinds.includes('company') ? 'company' : null;
  }
}

export const session = new SessionStore();
