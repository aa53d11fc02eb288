/** The words of the API, under short names. The only file that knows where the types come from. */

export type Language = 'pt-BR' | 'es' | 'en';
export type Side = 'consumer' | 'company';
export type Seat = Side | 'mediator' | 'ombudsman' | 'legal';
export type Voice = Seat | 'coordinator' | 'system';
export type Capacity =
  Seat | 'coordinator' | 'assigned_mediator' | 'approver' | 'queue_officer' | 'companion' | 'invited' | 'system';
export type Role =
  'manager' | 'rep' | 'viewer' | 'admin' | 'coordinator' | 'mediator' | 'auditor' | 'ombudsman' | 'legal';
export type Phase =
  | 'intake'
  | 'negotiation'
  | 'mediation'
  | 'agreed'
  | 'settled'
  | 'escalated_ombudsman'
  | 'escalated_legal'
  | 'closed_fulfilled'
  | 'closed_settled_unconfirmed'
  | 'closed_no_agreement'
  | 'closed_refused'
  | 'closed_withdrawn'
  | 'closed_abandoned'
  | 'closed_final_answer'
  | 'closed_referred_to_court';
export type Stage = 'opening' | 'facts' | 'negotiating' | 'agreement' | 'signing';
export type Trade =
  'retail' | 'telecom' | 'travel' | 'banking' | 'energy' | 'health' | 'education' | 'insurance' | 'delivery' | 'other';
export type Remedy =
  | 'refund'
  | 'replace'
  | 'repair'
  | 'redo_service'
  | 'reduce_price'
  | 'cancel_contract'
  | 'correct_record'
  | 'deliver'
  | 'explain'
  | 'other';
export type ObligationKind =
  | 'refund'
  | 'pay'
  | 'replace'
  | 'repair'
  | 'redo_service'
  | 'reduce_price'
  | 'discount'
  | 'voucher'
  | 'cancel_contract'
  | 'correct_record'
  | 'deliver'
  | 'apologise'
  | 'explain'
  | 'other';
export type DeclineGround =
  'amount_too_low' | 'amount_too_high' | 'too_late' | 'not_what_i_asked' | 'not_possible' | 'other';
export type ImpasseGround = 'time_over' | 'no_agreement' | 'conduct' | 'not_suitable';
export type AgreementRefuseGround = 'wording_wrong' | 'terms_not_mine' | 'changed_mind' | 'need_advice' | 'other';
export type HandOverReason = 'absence' | 'expertise' | 'authority' | 'conflict' | 'workload' | 'other';
export type HideGround = 'insult' | 'threat' | 'personal_data' | 'off_topic';
export type RefuseGround = 'out_of_scope' | 'not_a_consumer_dispute' | 'in_court' | 'abusive' | 'incomplete';
export type Author = Side | 'mediator' | 'officer';
export type ProposalState = 'open' | 'accepted' | 'declined' | 'countered' | 'withdrawn' | 'expired' | 'superseded';
export type ObligationState = 'due' | 'reported' | 'disputed' | 'confirmed';
export type AgreementState = 'drafting' | 'signing' | 'concluded' | 'sealed';
export type MediatorState = 'requested' | 'assigned' | 'accepted';
export type InvitationState = 'open' | 'accepted' | 'refused' | 'lapsed';
export type SigningMethod = 'password' | 'totp' | 'passkey' | 'email_code';
export type IdentityLevel = 'email' | 'password' | 'two_factor' | 'passkey';
export type TurnOf = Side | 'mediator' | 'both' | 'coordinator' | 'officer' | 'several' | 'system' | 'nobody';
export type TurnFor =
  | 'admit'
  | 'answer_invitation'
  | 'reply'
  | 'answer_proposal'
  | 'accept_ground_rules'
  | 'assign_mediator'
  | 'accept_mediation'
  | 'mediate'
  | 'answer_disclosure'
  | 'confirm_summary'
  | 'identify'
  | 'draft'
  | 'sign'
  | 'perform'
  | 'confirm_obligation'
  | 'review'
  | 'nothing';
export type DeadlineRule =
  | 'invitation'
  | 'first_reply'
  | 'room_reply'
  | 'proposal_validity'
  | 'mediator_accepts'
  | 'mediation'
  | 'procedure'
  | 'signatures'
  | 'obligation'
  | 'confirmation'
  | 'reflection'
  | 'replace_representative'
  | 'remitted_mediation'
  | 'silent_consumer'
  | 'ombudsman_entry'
  | 'legal_entry'
  | 'follow_up';
export type ChangeKind = 'same' | 'new' | 'dropped' | 'changed';
/** `joint`, `caucus:consumer`, `caucus:company/2`, … */
export type Channel = string;

export interface Money {
  amount: number;
  currency: string;
}
export type Due = { on: string } | { days_after_signature: number; working_days?: boolean };
export interface Obligation {
  kind: ObligationKind;
  debtor: Side;
  money?: Money | null;
  due: Due;
  description?: string | null;
}
export interface Terms {
  obligations: Obligation[];
  clauses: string[];
}
export interface Change {
  kind: ObligationKind;
  debtor: Side;
  index?: number | null;
  what: ChangeKind;
  money_before?: Money | null;
  money_after?: Money | null;
  due_before?: Due | null;
  due_after?: Due | null;
  description_changed: boolean;
}
export interface Turn {
  who: TurnOf;
  what: TurnFor;
  yours: boolean;
  until?: string | null;
  number?: number | null;
  channel?: Channel | null;
}
export interface DeadlineView {
  rule: DeadlineRule;
  due: string;
  started: string;
  owner: TurnOf;
  number?: number | null;
}
export interface SeatView {
  seat: Seat;
  person: string;
  name: string;
  since: string;
}
export interface InvitationView {
  side: Side;
  until: string;
  state: InvitationState;
}
export interface MediatorView {
  state: MediatorState;
  person?: string | null;
  name?: string | null;
  disclosure?: string | null;
  cases_with_company?: number | null;
}
export interface ProposalView {
  channel: Channel;
  number: number;
  seq: number;
  author: Author;
  terms: Terms;
  terms_hash: string;
  note?: string | null;
  made_at: string;
  valid_until: string;
  answers?: number | null;
  state: ProposalState;
  own_answer?: boolean | null;
  awaits_you: boolean;
  changes: Change[];
}
export interface IdeaView {
  channel: Channel;
  id: number;
  terms: Terms;
  allowed: boolean;
  conveyed?: number | null;
}
export interface DisclosureView {
  channel: Channel;
  id: number;
  words: string;
  allowed?: boolean | null;
  used: boolean;
}
export interface SummaryView {
  channel: Channel;
  text: string;
  confirmed: boolean;
  correction?: string | null;
}
export interface SignerView {
  seat: Seat;
  name?: string | null;
  signed_at?: string | null;
  method?: SigningMethod | null;
  identity_level?: IdentityLevel | null;
  authority?: string | null;
}
export interface AgreementView {
  terms: Terms;
  terms_hash: string;
  clauses: string[];
  version: number;
  document_hash?: string | null;
  pdf_hash?: string | null;
  state: AgreementState;
  sign_until?: string | null;
  reflection_until?: string | null;
  reflection_waived: boolean;
  signers: SignerView[];
  sealed_pdf_hash?: string | null;
}
export interface ObligationView {
  id: number;
  kind: ObligationKind;
  debtor: Side;
  due: string;
  state: ObligationState;
  overdue: boolean;
}
export interface PartyView {
  side: Side;
  name?: string | null;
  identifier?: string | null;
}
export interface CaseView {
  id: string;
  reference: string;
  phase: Phase;
  stage: Stage;
  trade: Trade;
  language: Language;
  company: { id: string; name: string };
  consumer_name: string;
  filed_by: Side;
  filed_at: string;
  capacity: Capacity;
  side?: Side | null;
  seats: SeatView[];
  turn: Turn;
  deadlines: DeadlineView[];
  heads: Record<Channel, number>;
  writable: Channel[];
  allowed: string[];
  invitation?: InvitationView | null;
  mediator?: MediatorView | null;
  ground_rules: { version: number; accepted: Side[] };
  floor_paused: boolean;
  proposals: ProposalView[];
  ideas: IdeaView[];
  disclosures: DisclosureView[];
  summaries: SummaryView[];
  agreement?: AgreementView | null;
  obligations: ObligationView[];
  parties: PartyView[];
  closed_at?: string | null;
}
export interface CaseRow {
  id: string;
  reference: string;
  phase: Phase;
  stage: Stage;
  trade: Trade;
  language: Language;
  company_name: string;
  consumer_name: string;
  subject?: string | null;
  turn: Turn;
  capacity: Capacity;
  filed_at: string;
  last_at: string;
  unread: Record<Channel, number>;
}
export interface CaseList {
  cases: CaseRow[];
  next: string | null;
  counts: { my_turn: number; waiting: number; due_today: number; all: number };
}
export interface Complaint {
  product: string;
  order_number?: string | null;
  story: string;
  happened_on?: string | null;
  earlier_protocols: string[];
  amount_in_dispute?: Money | null;
  remedy: Remedy;
  remedy_words?: string | null;
  accessibility?: string | null;
}
export interface Evidence {
  id: string;
  media_type: string;
  name: string;
  original_sha256: string;
  sha256: string;
  size: number;
}

/** The content of an event. `type` names the fact; each page reads the fields of the facts it shows. */
export type Fact =
  | { type: 'complaint_filed'; complaint: Complaint; legal_name: string; identifier?: string | null }
  | { type: 'message_posted'; text: string; reply_to?: number; evidence?: string[]; kind?: 'apology' | null }
  | { type: 'message_hidden'; target: number; ground: HideGround }
  | { type: 'note_put'; text: string }
  | { type: 'evidence_added'; shared: boolean }
  | { type: 'floor_paused' }
  | { type: 'floor_opened' }
  | { type: 'mediator_disclosed'; text: string; cases_with_company: number }
  | { type: 'stage_noted'; stage: Stage; note: string }
  | { type: 'party_named'; side: Side; name: string; identifier: string }
  | { type: 'hand_over_noted'; to: { id: string; name: string }; note: string }
  | { type: 'summary_written'; text: string }
  | { type: 'summary_confirmed' }
  | { type: 'summary_corrected'; text: string }
  | { type: 'disclosure_asked'; words: string }
  | { type: 'disclosure_answered'; id: number; allow: boolean }
  | { type: 'disclosure_used'; id: number }
  | { type: 'words_disclosed'; side: Side; words: string }
  | {
      type: 'proposal_made';
      number: number;
      author: Author;
      terms: Terms;
      terms_hash: string;
      valid_until: string;
      note?: string;
      answers?: number;
      conveyed?: boolean;
    }
  | { type: 'proposal_accepted'; number: number; terms_hash: string; side: Side }
  | { type: 'proposal_declined'; number: number; side: Side; ground?: DeclineGround; would_work?: string }
  | { type: 'proposal_withdrawn'; number: number }
  | { type: 'proposal_expired'; number: number }
  | { type: 'proposal_answered'; number: number; agreed: boolean }
  | { type: 'idea_given'; terms: Terms; terms_hash: string }
  | { type: 'idea_conveying_allowed'; id: number }
  | { type: 'idea_conveyed'; id: number; number: number }
  | { type: 'agreement_worded'; version: number; clauses: string[] }
  | {
      type: 'agreement_drafted';
      version: number;
      document_hash: string;
      terms: Terms;
      clauses: string[];
      sign_until: string;
      reflection_until: string;
    }
  | { type: 'agreement_signed'; name: string; seat: Seat; version: number }
  | { type: 'agreement_refused'; seat: Seat; ground: AgreementRefuseGround }
  | { type: 'agreement_lapsed'; version: number }
  | { type: 'obligation_objected'; id: number; text: string }
  | { type: 'obligation_evidenced'; id: number; evidence: string[] }
  | { type: 'case_filed'; reference: string; filed_by: Side; company_name: string }
  | { type: 'case_admitted' }
  | { type: 'case_refused'; ground: RefuseGround }
  | { type: 'rules_accepted'; side: Side; rules_version: number; online: boolean }
  | { type: 'invited' | 'invitation_accepted' | 'invitation_refused' | 'invitation_lapsed'; side: Side; until?: string }
  | { type: 'phase_changed'; phase: Phase }
  | { type: 'seat_taken'; seat: Seat; person: { id: string; name: string } }
  | { type: 'seat_left'; seat: Seat; person: string }
  | { type: 'seat_handed_over'; seat: Seat; from: string; to: { id: string; name: string }; reason: HandOverReason }
  | { type: 'party_identified'; side: Side }
  | { type: 'mediator_requested'; side?: Side | null }
  | { type: 'mediator_assigned' | 'mediator_accepted'; person: { id: string; name: string } }
  | { type: 'mediator_declined'; person: string }
  | { type: 'ground_rules_accepted'; side: Side; version: number }
  | { type: 'stage_moved'; stage: Stage }
  | { type: 'reflection_waived' }
  | { type: 'agreement_concluded' | 'agreement_sealed'; document_hash: string; pdf_hash: string; version: number }
  | { type: 'obligations_started' }
  | { type: 'obligation_reported' | 'obligation_confirmed' | 'obligation_disputed'; id: number }
  | { type: 'mediation_left'; side: Side }
  | { type: 'impasse_declared'; ground: ImpasseGround }
  | { type: 'case_withdrawn' }
  | { type: 'escalation_opened'; entry: number; queue: Seat; organisation: string }
  | { type: 'final_term_made'; ground: string }
  | { type: 'case_closed'; outcome: string }
  | { type: 'answer_given'; channel: Channel; number: number; accept: boolean };
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

export interface WireEvent {
  t: 'event';
  channel: Channel;
  seq: number;
  at: string;
  seat: Voice;
  by: { id: string; name: string } | null;
  event: Fact | null;
  evidence: Evidence | null;
}

/** What somebody asks for: protocol.md, "Commands". */
export type Command =
  | { type: 'case.admit' }
  | { type: 'case.refuse'; ground: RefuseGround }
  | { type: 'invitation.accept'; rules_version: number; online: boolean }
  | { type: 'invitation.refuse' }
  | { type: 'seat.join' }
  | { type: 'seat.hand_over'; to: string; note: string; reason: HandOverReason }
  | { type: 'party.identify'; name: string; identifier: string }
  | { type: 'mediator.request' }
  | { type: 'mediator.assign'; user: string }
  | { type: 'mediator.accept'; no_conflict: boolean; disclosure: string }
  | { type: 'mediator.decline' }
  | { type: 'ground_rules.accept'; version: number }
  | { type: 'stage.move'; stage: Stage; note?: string | null }
  | { type: 'summary.write'; side: Side; text: string }
  | { type: 'summary.confirm' }
  | { type: 'summary.correct'; text: string }
  | {
      type: 'message.post';
      channel: Channel;
      text: string;
      reply_to?: number | null;
      evidence?: string[];
      kind?: 'apology' | null;
    }
  | { type: 'message.hide'; channel: Channel; seq: number; ground: HideGround }
  | { type: 'note.put'; channel: Channel; text: string }
  | { type: 'disclosure.ask'; side: Side; words: string }
  | { type: 'disclosure.answer'; id: number; allow: boolean }
  | { type: 'disclosure.use'; side: Side; id: number }
  | { type: 'floor.pause' }
  | { type: 'floor.open' }
  | {
      type: 'proposal.make';
      channel: Channel;
      terms: Terms;
      note?: string | null;
      valid_until?: string | null;
      answers?: number | null;
    }
  | { type: 'proposal.withdraw'; channel: Channel; number: number }
  | { type: 'proposal.accept'; channel: Channel; number: number; terms_hash: string }
  | {
      type: 'proposal.decline';
      channel: Channel;
      number: number;
      ground?: DeclineGround | null;
      would_work?: string | null;
    }
  | { type: 'idea.give'; terms: Terms }
  | { type: 'idea.allow_conveying'; id: number }
  | { type: 'idea.convey'; side: Side; id: number }
  | { type: 'agreement.word'; clauses: string[] }
  | { type: 'agreement.waive_reflection' }
  | {
      type: 'agreement.sign';
      version: number;
      document_hash: string;
      pdf_hash: string;
      name: string;
      consent: boolean;
      authority?: string | null;
      challenge: string;
      response: string;
    }
  | { type: 'agreement.refuse'; ground: AgreementRefuseGround }
  | { type: 'obligation.report_done'; id: number; evidence?: string[] }
  | { type: 'obligation.confirm'; id: number }
  | { type: 'obligation.dispute'; id: number; text: string }
  | { type: 'mediation.leave' }
  | { type: 'impasse.declare'; ground: ImpasseGround }
  | { type: 'case.withdraw' };
export type CommandName = Command['type'];

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string | null;
  code: string;
  errors?: { pointer: string; code: string; detail?: string | null }[] | null;
  request_id?: string | null;
  retry_after?: number | null;
}
export interface Member {
  organisation: string;
  organisation_name: string;
  kind: 'company' | 'operator';
  role: Role;
}
export interface User {
  id: string;
  name: string;
  email: string;
  language: Language;
  memberships: Member[];
}
export interface Session {
  user: User;
  demo: boolean;
}
export interface Company {
  id: string;
  name: string;
  trade: Trade;
}
