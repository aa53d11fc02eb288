/** A case that does not settle: which queue has it, what was released to its officer, whose consent is missing. */
import type { CaseView, Channel, ConsentScope, EntryView, Queue, ReleaseView, Side } from '$lib/api/types';
import { t } from '$lib/messages/index.svelte';

const OPEN: ReadonlySet<string> = new Set(['waiting', 'claimed', 'waiting_for_party']);

/** The stay in a queue that has not ended. */
export function openEntry(view: CaseView): EntryView | null {
  const last = view.entries.at(-1);
  return last && OPEN.has(last.state) ? last : null;
}

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

export const isCompanys = (queue: Queue): boolean => queue === 'company_ombudsman' || queue === 'company_legal';

/** The reviews that this reader may open, the newest last. */
export const reviewChannels = (view: CaseView): Channel[] =>
  view.entries.map((entry) => `review:${entry.number}`).filter((channel) => channel in view.heads);

/** A company's own officer reads the joint room too, from the moment of taking the case in hand. */
export function readsJoint(view: CaseView): boolean {
  const entry = openEntry(view);
  return entry !== null && isCompanys(entry.queue) && entry.officer !== null && entry.officer !== undefined;
}

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
