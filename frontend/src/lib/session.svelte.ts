import { api, type Answer } from '$lib/api/client';
import type { Role, Session, User } from '$lib/api/types';
import { forgetPerson } from '$lib/forget';
import { forgetDrafts } from '$lib/live/drafts';
import { messages } from '$lib/messages/index.svelte';
import { clockNow } from '$lib/room/now.svelte';

const INVITING: readonly Role[] = ['manager', 'rep'];
const OFFICERS: readonly Role[] = ['ombudsman', 'legal'];

/** Who is signed in on this host, as far as the server says. */
class SessionStore {
  user = $state.raw<User | null>(null);
  demo = $state(false);
  known = $state(false);
  /** The largest file that the server takes; not known without an answer. */
  fileBytesMax = Infinity;

  async take(session: Session): Promise<void> {
    if (this.user && this.user.id !== session.user.id) forgetPerson();
    this.user = session.user;
    this.demo = session.demo;
    this.known = true;
    this.fileBytesMax = session.evidence_bytes_max;
    void messages.suggest(session.user.language);
    clockNow.follow(session.now);
  }

  async load(): Promise<Answer<Session>> {
    const answer = await api.session();
    if (answer.ok) await this.take(answer.value);
    else if (answer.problem.status === 401) {
      forgetPerson();
      this.user = null;
      this.known = true;
    }
    return answer;
  }

  async signOut(): Promise<void> {
    await api.signOut();
    forgetDrafts();
    forgetPerson();
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
