/** What a log shows, in its order: days, messages, cards, files and facts in words. */
import type { CaseView, Evidence, FactOf, HideGround, WireEvent } from '$lib/api/types';
import { line } from './lines';
import { sameDay } from '$lib/messages/dates';
import { messages } from '$lib/messages/index.svelte';

export type Item =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'line'; key: string; event: WireEvent; text: string }
  | {
      kind: 'message';
      key: string;
      event: WireEvent;
      text: string;
      files: Evidence[];
      hidden: HideGround | null;
      apology: boolean;
      replyTo: WireEvent | null;
    }
  | { kind: 'erased'; key: string; event: WireEvent }
  | { kind: 'file'; key: string; event: WireEvent; file: Evidence; shared: boolean }
  | { kind: 'proposal'; key: string; event: WireEvent; number: number }
  | { kind: 'account'; key: string; event: WireEvent; fact: FactOf<'account_given'> }
  | { kind: 'complaint'; key: string; event: WireEvent; fact: FactOf<'complaint_filed'> }
  | { kind: 'summary'; key: string; event: WireEvent; text: string; latest: boolean }
  | { kind: 'disclosure'; key: string; event: WireEvent; words: string }
  | { kind: 'disclosed'; key: string; event: WireEvent; fact: FactOf<'words_disclosed'> }
  | { kind: 'idea'; key: string; event: WireEvent; fact: FactOf<'idea_given'> }
  | { kind: 'declaration'; key: string; event: WireEvent; fact: FactOf<'mediator_disclosed'> }
  | { kind: 'handover'; key: string; event: WireEvent; fact: FactOf<'handover_filed'>; files: Evidence[] }
  | { kind: 'question'; key: string; event: WireEvent; fact: FactOf<'question_asked'> }
  | { kind: 'answer'; key: string; event: WireEvent; fact: FactOf<'question_answered'>; files: Evidence[] }
  | { kind: 'released'; key: string; event: WireEvent; fact: FactOf<'item_released'> };

const SPARE = [
  'summary',
  'declaration',
  'disclosure',
  'disclosed',
  'idea',
  'handover',
  'question',
  'answer',
  'released',
] as const;
/** What few logs hold. */
export type SpareItem = Extract<Item, { kind: (typeof SPARE)[number] }>;
export const isSpare = (item: Item): item is SpareItem => SPARE.some((kind) => kind === item.kind);

/** Facts that follow from what was said in the same moment, and so stand after it. */
const AFTER: ReadonlySet<string> = new Set([
  'phase_changed',
  'agreement_concluded',
  'obligations_started',
  'final_term_made',
  'certificate_made',
  'escalation_opened',
  'case_closed',
]);

/** Two channels as one log, by time; within a channel the order of its numbers holds. */
export function merged(own: readonly WireEvent[], procedure: readonly WireEvent[]): WireEvent[] {
  const out: WireEvent[] = [];
  let next = 0;
  for (const event of own) {
    for (let fact = procedure[next]; fact; fact = procedure[++next]) {
      if (fact.at > event.at || (fact.at === event.at && AFTER.has(fact.event?.type ?? ''))) break;
      out.push(fact);
    }
    out.push(event);
  }
  return out.concat(procedure.slice(next));
}

/**
 * The items of one log, again and again as it grows. What did not change is the same object as before, so that of a long
 * room only what is new is drawn; and a message that arrives is derived alone.
 */
export class LogItems {
  #held = new WeakMap<WireEvent, Item | null>();
  /** The day that begins with an event where the one before it was of that moment, if one does. */
  #days = new WeakMap<WireEvent, { after: string; day: Item | null }>();
  /** What an item depends on besides its own event. */
  #from: readonly unknown[] = [];

  read(view: CaseView, events: readonly WireEvent[]): Item[] {
    const around = aroundOf(view, events);
    const { hidden, attached, lastSummary } = around;
    const from = [view, messages.source, events[0], hidden.size, attached.size, lastSummary];
    const same = from.every((one, at) => one === this.#from[at]);
    this.#from = from;
    const out: Item[] = [];
    let day = '';
    for (const event of events) {
      const held = this.#held.get(event);
      const item = same && held !== undefined ? held : this.#derive(view, event, around, held);
      if (!item) continue;
      const opens = this.#day(event, day);
      if (opens) out.push(opens);
      day = event.at;
      out.push(item);
    }
    return out;
  }

  #derive(view: CaseView, event: WireEvent, around: Around, held: Item | null | undefined): Item | null {
    const made = itemOf(view, event, around);
    const item = made && held && alike(made, held) ? held : made;
    // What it answers may come later, with a page that was missing.
    const fact = event.event;
    const isAlone = item?.kind === 'message' && !item.replyTo && fact?.type === 'message_posted' && fact.reply_to;
    if (isAlone) this.#held.delete(event);
    else this.#held.set(event, item);
    return item;
  }

  #day(event: WireEvent, after: string): Item | null {
    const held = this.#days.get(event);
    if (held?.after === after) return held.day;
    const isSame = after !== '' && sameDay(after, event.at);
    const day: Item | null = isSame ? null : { kind: 'day', key: `day-${event.channel}-${event.seq}`, at: event.at };
    this.#days.set(event, { after, day });
    return day;
  }
}

export const items = (view: CaseView, events: readonly WireEvent[]): Item[] => new LogItems().read(view, events);

/** Whether both show the same: a case that the server tells anew holds other objects. */
const alike = (one: Item, other: Item): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The log without what stands elsewhere on the page; a day with nothing left in it goes too. */
export function besides(all: readonly Item[], elsewhere: readonly Item['kind'][]): readonly Item[] {
  if (elsewhere.length === 0) return all;
  const left = all.filter((item) => !elsewhere.includes(item.kind));
  return left.filter((item, at) => item.kind !== 'day' || (left[at + 1] ?? item).kind !== 'day');
}

interface Around {
  hidden: Map<number, HideGround>;
  attached: Set<string>;
  files: Map<string, Evidence>;
  lastSummary: number;
  events: readonly WireEvent[];
}

function aroundOf(view: CaseView, events: readonly WireEvent[]): Around {
  const hidden = new Map<number, HideGround>();
  const attached = new Set<string>();
  const files = new Map(view.files.map(({ evidence }) => [evidence.id, evidence]));
  let lastSummary = 0;
  for (const { event, seq } of events) {
    if (event?.type === 'message_hidden') hidden.set(event.target, event.ground);
    if (event?.type === 'message_posted' || event?.type === 'handover_filed' || event?.type === 'question_answered')
      event.evidence?.forEach((id) => attached.add(id));
    if (event?.type === 'summary_written') lastSummary = seq;
  }
  return { hidden, attached, files, lastSummary, events };
}

function itemOf(view: CaseView, event: WireEvent, around: Around): Item | null {
  const key = `${event.channel}-${event.seq}`;
  const fact = event.event;
  if (!fact) return { kind: 'erased', key, event };
  switch (fact.type) {
    case 'message_posted':
    case 'note_put': {
      const ids = fact.type === 'message_posted' ? (fact.evidence ?? []) : [];
      const replyTo = fact.type === 'message_posted' && fact.reply_to ? fact.reply_to : null;
      return {
        kind: 'message',
        key,
        event,
        text: fact.text,
        files: ids.flatMap((id) => around.files.get(id) ?? []),
        hidden: around.hidden.get(event.seq) ?? null,
        apology: fact.type === 'message_posted' && fact.kind === 'apology',
        replyTo:
          // Hidden is hidden in a quote too.
          replyTo === null || around.hidden.has(replyTo)
            ? null
            : (around.events.find((one) => one.channel === event.channel && one.seq === replyTo) ?? null),
      };
    }
    case 'message_hidden':
      return null;
    case 'evidence_added':
      if (!event.evidence || around.attached.has(event.evidence.id)) return null;
      return { kind: 'file', key, event, file: event.evidence, shared: fact.shared };
    case 'proposal_made':
      return { kind: 'proposal', key, event, number: fact.number };
    case 'account_given':
      return { kind: 'account', key, event, fact };
    case 'complaint_filed':
      return { kind: 'complaint', key, event, fact };
    case 'summary_written':
      return { kind: 'summary', key, event, text: fact.text, latest: event.seq === around.lastSummary };
    case 'disclosure_asked':
      return { kind: 'disclosure', key, event, words: fact.words };
    case 'words_disclosed':
      return { kind: 'disclosed', key, event, fact };
    case 'idea_given':
      return { kind: 'idea', key, event, fact };
    case 'mediator_disclosed':
      return { kind: 'declaration', key, event, fact };
    case 'handover_filed':
      return { kind: 'handover', key, event, fact, files: fact.evidence.flatMap((id) => around.files.get(id) ?? []) };
    case 'question_asked':
      return { kind: 'question', key, event, fact };
    case 'question_answered':
      return {
        kind: 'answer',
        key,
        event,
        fact,
        files: (fact.evidence ?? []).flatMap((id) => around.files.get(id) ?? []),
      };
    case 'item_released':
      return { kind: 'released', key, event, fact };
    default: {
      const text = line(view, event);
      return text === null ? null : { kind: 'line', key, event, text };
    }
  }
}
