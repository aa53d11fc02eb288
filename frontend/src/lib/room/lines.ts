/** Facts in words: one sentence each, with the names that people use in the room. */
import type { CaseView, FactOf, Money, Side, Voice, WireEvent } from '$lib/api/types';
import { civil, deadline } from '$lib/messages/dates';
import { firstName, money } from '$lib/messages/format';
import { messages, t, type Key } from '$lib/messages/index.svelte';
import { authorName, roleName, sideName } from './people';
import { queueName } from './queue';

/** The words of a code, or the code itself when a newer server knows one that this page does not. */
function word(prefix: string, code: string): string {
  return messages.text(`${prefix}-${code}`) ?? code;
}

/** Who did it: the person's first name, else the seat's. */
export function actor(view: CaseView, event: WireEvent): string {
  if (event.by) return firstName(event.by.name);
  return event.seat === 'system' ? t('seat-system') : roleName(view, event.seat);
}

function obligation(view: CaseView, id: number): string {
  const found = view.obligations.find((one) => one.id === id);
  return found ? t(`obligation-${found.kind}`) : String(id);
}

/** With the sum that is spoken of, and the day on which it was paid. */
function part(view: CaseView, fact: { id: number; money?: Money | null; on?: string | null }): string {
  const words = [obligation(view, fact.id)];
  if (fact.money) words.push(money(fact.money));
  const what = words.join(' ');
  return fact.on ? `${what} (${civil(fact.on)})` : what;
}

/** Facts that say nothing to people, or that another line already says. */
const SILENT: ReadonlySet<string> = new Set([
  'case_admitted',
  'invitation_delivered',
  'rules_accepted',
  'party_identified',
  'answer_given',
  'obligation_evidenced',
  'entry_prioritised',
  'feedback_given',
]);

/** A team's seat is told by its entry: who took it, handed it over or gave it back. */
const OFFICERS: ReadonlySet<string> = new Set(['ombudsman', 'legal']);

const days = (count: number) => t('room-length-days', { count });

type Said = (who: string, side: Side) => string;
const bySide =
  (key: Key): Said =>
  (who) =>
    t(key as 'room-fact-mediation-left', { who });
const SIDE_FACTS: Partial<Record<string, Said>> = {
  invitation_accepted: bySide('room-fact-invitation-accepted'),
  invitation_refused: bySide('room-fact-invitation-refused'),
  invitation_lapsed: bySide('room-fact-invitation-lapsed'),
  invitation_undelivered: bySide('room-fact-invitation-undelivered'),
  invitation_misdirected: () => t('room-fact-invitation-misdirected'),
  invitation_called_back: () => t('room-fact-invitation-called-back'),
  addressee_confirmed: bySide('room-fact-addressee-confirmed'),
  ground_rules_accepted: bySide('room-fact-ground-rules-accepted'),
  mediation_left: bySide('room-fact-mediation-left'),
  terms_lapsed: bySide('room-fact-terms-lapsed'),
  first_reply_given: bySide('room-fact-first-reply'),
  reply_overdue: bySide('room-fact-reply-overdue'),
  question_lapsed: bySide('room-fact-question-lapsed'),
};

/** The sentence of a fact; null for what is drawn as a message, a card or a file, or not at all. */
export function line(view: CaseView, event: WireEvent): string | null {
  const fact = event.event;
  if (!fact || SILENT.has(fact.type)) return null;
  const who = actor(view, event);
  if ('side' in fact && fact.side) {
    const said = SIDE_FACTS[fact.type];
    if (said) return said(sideName(view, fact.side), fact.side);
  }
  switch (fact.type) {
    case 'case_filed':
      return t('room-fact-case-filed', { who: sideName(view, fact.filed_by) });
    case 'case_refused':
      return t('room-fact-case-refused', { ground: word('refuse', fact.ground) });
    case 'invited':
      return t('room-fact-invited', {
        who: sideName(view, fact.side),
        date: fact.until ? deadline(fact.until, view.zone) : '',
      });
    case 'phase_changed':
      // How a case ended is a line of its own.
      if (fact.phase.startsWith('closed_')) return null;
      return t('room-fact-phase-changed', { phase: word('phase', fact.phase) });
    case 'seat_taken':
      if (OFFICERS.has(fact.seat)) return null;
      return t('room-fact-seat-taken', { name: fact.person.name, seat: roleName(view, fact.seat) });
    case 'seat_left':
      if (OFFICERS.has(fact.seat)) return null;
      return event.by
        ? t('room-fact-seat-left-by', { name: event.by.name, seat: roleName(view, fact.seat) })
        : t('room-fact-seat-left', { seat: roleName(view, fact.seat) });
    case 'seat_handed_over':
      if (OFFICERS.has(fact.seat)) return null;
      return t('room-fact-seat-handed-over', {
        name: fact.to.name,
        seat: roleName(view, fact.seat),
        reason: word('hand-over', fact.reason),
      });
    case 'mediator_requested':
      return fact.side
        ? t('room-fact-mediator-requested', { who: sideName(view, fact.side) })
        : t('room-fact-mediator-requested-nobody');
    case 'mediator_assigned':
      return t('room-fact-mediator-assigned', { name: fact.person.name });
    case 'mediator_declined':
      return t('room-fact-mediator-declined');
    case 'mediator_lapsed':
      return t('room-fact-mediator-lapsed');
    // Where the case went instead is the next line.
    case 'assignment_ended':
      return null;
    case 'decision_explained':
      return t('room-fact-decision-explained', { who, reasons: fact.reasons });
    case 'mediator_missing':
      return t('room-fact-mediator-missing');
    case 'mediator_replaced':
      return t('room-fact-mediator-replaced');
    case 'mediator_overdue':
      return t('room-fact-mediator-overdue');
    case 'mediator_accepted':
      return t('room-fact-mediator-accepted', { name: fact.person.name });
    case 'stage_moved':
      return t('room-fact-stage-moved', { stage: word('stage', fact.stage) });
    case 'stage_noted':
      return t('room-fact-stage-noted', { stage: word('stage', fact.stage), note: fact.note });
    case 'reflection_waived':
      return t('room-fact-reflection-waived', { who: sideName(view, 'consumer') });
    case 'agreement_worded':
      return t('room-fact-agreement-worded', { who });
    case 'agreement_drafted':
      return t('room-fact-agreement-drafted', { date: deadline(fact.sign_until, view.zone) });
    case 'agreement_signed':
      return t('room-fact-agreement-signed', { who: fact.name });
    case 'agreement_refused':
      return t('room-fact-agreement-refused', { who, ground: word('agreement-refuse', fact.ground) });
    case 'agreement_lapsed':
      return t('room-fact-agreement-lapsed');
    case 'agreement_concluded':
      return t('room-fact-agreement-concluded');
    case 'agreement_sealed':
      return t('room-fact-agreement-sealed');
    case 'obligations_started':
      return t('room-fact-obligations-started');
    case 'obligation_reported':
      return t('room-fact-obligation-reported', { who, what: part(view, fact) });
    case 'obligation_confirmed':
      return t('room-fact-obligation-confirmed', { who, what: part(view, fact) });
    case 'obligation_released':
      return t('room-fact-obligation-released', { who, what: part(view, fact) });
    case 'obligation_disputed':
      return t('room-fact-obligation-disputed', { who, what: obligation(view, fact.id) });
    case 'obligation_objected':
      return t('room-said', { who, text: fact.text });
    case 'impasse_declared':
      return t('room-fact-impasse-declared', { ground: word('impasse', fact.ground) });
    case 'case_withdrawn':
      return t('room-fact-case-withdrawn', { who });
    case 'final_term_made':
      return t('room-fact-final-term-made', { ground: word('final', fact.ground) });
    case 'certificate_made':
      return t(`room-fact-certificate-${fact.ground}`);
    case 'conflict_declared':
      return t('room-fact-conflict-declared');
    case 'case_closed':
      return t('room-fact-case-closed', { outcome: word('phase', `closed_${fact.outcome}`) });
    case 'party_named':
      return fact.side === 'company'
        ? t('room-fact-company-named', { who: view.company.name, name: fact.name, number: fact.identifier })
        : t('room-fact-party-named', { who: sideName(view, fact.side), name: fact.name });
    case 'hand_over_noted':
      return t('room-fact-hand-over-noted', { name: fact.to.name, note: fact.note });
    case 'floor_paused':
      return t('room-fact-floor-paused', { who });
    case 'floor_opened':
      return t('room-fact-floor-opened', { who });
    case 'summary_confirmed':
      return t('room-fact-summary-confirmed', { who });
    case 'summary_corrected':
      return t('room-fact-summary-corrected', { who, text: fact.text });
    case 'disclosure_answered':
      return fact.allow ? t('room-fact-disclosure-allowed', { who }) : t('room-fact-disclosure-denied', { who });
    case 'disclosure_used':
      return t('room-fact-disclosure-used');
    case 'proposal_accepted':
      return t('room-fact-proposal-accepted', { who: sideName(view, fact.side), number: fact.number });
    case 'proposal_declined':
      return declined(view, fact);
    case 'proposal_withdrawn':
      return t('room-fact-proposal-withdrawn', { who, number: fact.number });
    case 'proposal_expired':
      return t('room-fact-proposal-expired', { number: fact.number });
    case 'proposal_closed':
      return fact.by === 'agreement'
        ? t('room-fact-proposal-superseded', { number: fact.number })
        : t('room-fact-proposal-closed', { number: fact.number });
    case 'proposal_answered':
      return fact.agreed
        ? t('room-fact-proposal-agreed', { number: fact.number })
        : t('room-fact-proposal-not-agreed', { number: fact.number });
    case 'idea_conveying_allowed':
      return t('room-fact-idea-allowed', { who });
    case 'idea_conveyed':
      return t('room-fact-idea-conveyed', { number: fact.number });
    default:
      return unsettled(view, event) ?? owed(view, event);
  }
}

/** What a case goes through when it does not settle: queues, officers, replacements, more time. */
function unsettled(view: CaseView, event: WireEvent): string | null {
  const fact = event.event;
  if (!fact) return null;
  const entry = 'entry' in fact ? view.entries.find((one) => one.number === fact.entry) : undefined;
  const queue = entry ? queueName(view, entry.queue) : t('seat-ombudsman');
  switch (fact.type) {
    case 'escalation_opened':
      return t('room-fact-escalation-opened', {
        queue: queueName(view, fact.queue),
        ground: word('escalation', fact.ground),
        date: deadline(fact.due, view.zone),
      });
    case 'entry_claimed':
      return t('room-fact-entry-claimed', { name: fact.person.name, queue });
    case 'entry_released':
      return t('room-fact-entry-released', { queue });
    case 'entry_handed_over':
      return t('room-fact-entry-handed-over', { name: fact.to.name, queue });
    case 'entry_paused':
      return t('room-fact-entry-paused', { who: sideName(view, fact.side), date: deadline(fact.until, view.zone) });
    case 'entry_resumed':
      return t('room-fact-entry-resumed', { date: deadline(fact.due, view.zone) });
    case 'entry_breached':
      return t('room-fact-entry-breached', { queue });
    case 'entry_remitted':
      return t('room-fact-entry-remitted', { date: deadline(fact.until, view.zone) });
    case 'entry_forwarded':
      return t('room-fact-entry-forwarded', {
        queue: queueName(view, fact.to),
        ground: word('forward', fact.ground),
      });
    case 'entry_resolved':
      return t('room-fact-entry-resolved', { queue });
    case 'participant_removed':
      return t('room-fact-participant-removed', {
        name: view.company.name,
        ground: word('remove', fact.ground),
      });
    case 'representative_awaited':
      return t('room-fact-representative-awaited', {
        who: sideName(view, fact.side),
        date: deadline(fact.until, view.zone),
      });
    case 'consent_given':
    case 'consent_withdrawn': {
      const what = fact.type === 'consent_given' ? 'given' : 'withdrawn';
      const scope = fact.scope === 'joint_export' ? 'joint' : 'former';
      return t(`room-fact-consent-${what}-${scope}`, { who: sideName(view, fact.side) });
    }
    case 'deadline_extension_asked':
      return t('room-fact-extension-asked', { who: sideName(view, fact.side), days: days(fact.days) });
    case 'deadline_extended':
      return t('room-fact-extended', { days: days(fact.days) });
    case 'deadline_reminded':
      return t('room-fact-reminded', { rule: word('deadline', fact.rule), date: deadline(fact.due, view.zone) });
    case 'release_allowed':
      return fact.channel === 'joint'
        ? t('room-fact-release-allowed', { who: sideName(view, fact.side) })
        : t('room-fact-release-allowed-own', { who: sideName(view, fact.side) });
    case 'recommendation_agreed':
      return t('room-fact-recommendation-agreed', { number: fact.number });
    case 'evidence_sharing_allowed':
      return t('room-fact-sharing-allowed', { who: actor(view, event) });
    default:
      return null;
  }
}

/** What becomes of an agreement that is not kept, and of a case that was closed. */
function owed(view: CaseView, event: WireEvent): string | null {
  const fact = event.event;
  switch (fact?.type) {
    case 'obligation_overdue':
      return t('room-fact-obligation-overdue', { what: obligation(view, fact.id) });
    case 'obligation_breached':
      return t('room-fact-obligation-breached', { what: part(view, fact) });
    case 'obligation_presumed':
      return t('room-fact-obligation-presumed', { what: part(view, fact) });
    case 'case_reopened':
      return t('room-fact-case-reopened', { who: actor(view, event) });
    case 'paper_filed':
      // The record that somebody took along of the open case is no news.
      if (fact.size) return null;
      return t('room-fact-paper-filed', { paper: word('document', fact.paper) });
    case 'feedback_shared':
      return t('room-fact-feedback-shared', { who: actor(view, event), score: fact.score, comment: fact.comment });
    default:
      return null;
  }
}

function declined(view: CaseView, fact: FactOf<'proposal_declined'>): string {
  const who = sideName(view, fact.side);
  const first = fact.ground
    ? t('room-fact-proposal-declined-because', { who, number: fact.number, ground: word('decline', fact.ground) })
    : t('room-fact-proposal-declined', { who, number: fact.number });
  return fact.would_work ? `${first} ${t('room-fact-proposal-would-work', { who, text: fact.would_work })}` : first;
}

const NAMED: ReadonlySet<Voice> = new Set(['consumer', 'company', 'mediator']);

/** One line for assistive technology: "Bruna, Loja Aurora: ...". Null for what is silent. */
export function spoken(view: CaseView, event: WireEvent): string | null {
  const fact = event.event;
  if (!fact) return null;
  const who =
    NAMED.has(event.seat) && event.by
      ? `${firstName(event.by.name)}, ${roleName(view, event.seat)}`
      : actor(view, event);
  switch (fact.type) {
    case 'message_posted':
    case 'note_put':
    case 'summary_written':
    case 'mediator_disclosed':
      return t('room-said', { who, text: fact.text });
    case 'question_asked':
      return t('room-said', { who, text: fact.question });
    case 'question_answered':
      return t('room-said', { who, text: fact.text });
    case 'disclosure_asked':
    case 'words_disclosed':
      return t('room-said', { who, text: fact.words });
    case 'evidence_added':
      return t('room-said-file', { who, file: event.evidence?.name ?? '' });
    case 'proposal_made':
      return t('room-said-proposal', { who: authorName(view, fact.author), number: fact.number });
    case 'account_given':
      return t('room-said', { who, text: fact.account.product });
    case 'complaint_filed':
    case 'idea_given':
      return t('room-said', {
        who,
        text: fact.type === 'complaint_filed' ? fact.complaint.product : t('room-idea', { name: who }),
      });
    default:
      return line(view, event);
  }
}
