/** Where a case is that did not settle, in the words of its reader: the queue, the mediation it came back to, who is awaited. */
import type { CaseView, EntryView } from '$lib/api/types';
import type { IconName } from '$lib/icons';
import { deadline } from '$lib/messages/dates';
import { t } from '$lib/messages/index.svelte';
import { sideName } from './people';
import { openEntry, queueName, remittedBy } from './queue';

export interface Place {
  kind: 'queue' | 'remitted' | 'awaited';
  icon: IconName;
  title: string;
  lines: string[];
  until: string | null;
}

/** Whose team it is, said to its reader. */
export function whose(view: CaseView, entry: EntryView): string {
  if (!entry.of_company) return t('room-where-independent');
  return view.side === 'company' ? t('room-where-yours') : t('room-where-companys');
}

function queue(view: CaseView): Place | null {
  const entry = openEntry(view);
  // While an agreement is being signed nobody waits for the officer.
  if (!entry || !view.phase.startsWith('escalated')) return null;
  const who =
    entry.state === 'waiting_for_party' && entry.waiting_for
      ? entry.waiting_for === view.side
        ? t('room-where-asked-you')
        : t('room-where-asked', { name: sideName(view, entry.waiting_for) })
      : entry.officer
        ? t('room-where-has', { name: entry.officer.name })
        : t('room-where-unclaimed');
  return {
    kind: 'queue',
    icon: 'scales',
    title: t('room-where-queue', { queue: queueName(view, entry.queue) }),
    lines: [whose(view, entry), who],
    until: entry.due,
  };
}

function remitted(view: CaseView): Place | null {
  const entry = remittedBy(view);
  if (!entry) return null;
  const until = view.deadlines.find((one) => one.rule === 'remitted_mediation')?.due ?? null;
  return {
    kind: 'remitted',
    icon: 'undo',
    title: t('room-where-remitted'),
    lines: [
      t('room-where-remitted-by', { queue: queueName(view, entry.queue) }),
      ...(until ? [t('room-where-remitted-until', { date: deadline(until, view.zone) })] : []),
    ],
    until: null,
  };
}

function awaited(view: CaseView): Place | null {
  if (!view.awaited) return null;
  const { side, until } = view.awaited;
  return {
    kind: 'awaited',
    icon: 'person',
    title: t('room-where-awaited', { name: sideName(view, side), date: deadline(until, view.zone) }),
    lines: [view.side === side ? t('room-where-awaited-you') : t('room-where-awaited-then')],
    until: null,
  };
}

/** What stands above the room, the most pressing first. */
export const places = (view: CaseView): Place[] =>
  [awaited(view), queue(view), remitted(view)].filter((one): one is Place => one !== null);
