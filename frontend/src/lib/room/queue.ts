/** A case that does not settle: which queue has it, what was released to its officer, whose consent is missing. */
import type { CaseView, Channel, ConsentScope, EntryView, Queue, ReleaseView, Side } from '$lib/api/types';
import { t } from '$lib/messages/index.svelte';

/** The stay in a queue that has not ended. */
export const openEntry = (view: CaseView): EntryView | null => view.entries.find((entry) => entry.open) ?? null;

/** The queue that sent the case back to the mediation that runs now. */
export function remittedBy(view: CaseView): EntryView | null {
  const last = view.entries.at(-1);
  return view.phase === 'mediation' && last?.state === 'remitted' ? last : null;
}

/** "Ouvidoria da Loja Aurora", "ouvidoria independente": it always says whose team it is. */
export const queueName = (view: CaseView, queue: Queue): string =>
  t(`room-queue-${queue}`, { company: view.company.name });

/** The team that has the case, or had it last. */
export function officerName(view: CaseView): string {
  const last = view.entries.at(-1);
  return last ? queueName(view, last.queue) : t('seat-ombudsman');
}

/** The reviews that this reader may open, the newest last. */
export const reviewChannels = (view: CaseView): Channel[] =>
  view.entries.map((entry) => `review:${entry.number}`).filter((channel) => channel in view.heads);

export type Release = 'done' | 'waits' | 'asked' | 'open';

export const releaseOf = (view: CaseView, channel: Channel, seq: number): ReleaseView | null =>
  view.releases.find((one) => one.channel === channel && one.seq === seq) ?? null;

/**
 * How far an item is on its way to the officer, seen by one side: `waits` for the other side, `asked` by the other
 * side of this one, `open` where nobody released it.
 */
export function releaseState(release: ReleaseView | null, side: Side | null | undefined): Release {
  if (!release) return 'open';
  if (release.done) return 'done';
  return side && release.allowed.includes(side) ? 'waits' : 'asked';
}

const SIDES: readonly Side[] = ['consumer', 'company'];

export const consents = (view: CaseView, side: Side, scope: ConsentScope): boolean =>
  view.consents.some((one) => one.side === side && one.scope === scope);

/** Whose consent is missing before something that needs both is given out. */
export const missingConsents = (view: CaseView, scope: ConsentScope): Side[] =>
  SIDES.filter((side) => !consents(view, side, scope));

/** Is there a conversation with a former mediator that this side may open to the present one? */
export const hasFormerCaucus = (view: CaseView): boolean => Boolean(view.side) && `caucus:${view.side}/2` in view.heads;

/** Where a party starts: in the review where it is asked something there, else with everyone. */
export function firstRoom(view: CaseView): Channel {
  const { yours, channel } = view.turn;
  return yours && channel && reviewChannels(view).includes(channel) ? channel : 'joint';
}
