//! The only list of commands. Of each: its name on the wire and its fields; who sends it; who may give it in which
//! phases; what deciding it needs from outside the case; which method of `Decision` decides it with which arguments;
//! and which guard offers it: `by` a guard that `decide` has too, or `when` some form of it passes. Without either
//! the policy alone decides, and what only the system executes is offered to nobody.
//!
//! `command_table!(make)` hands all rows to the macro `make`: `command/mod.rs` makes the types of them, and
//! `decide/mod.rs` what is done.

macro_rules! command_table { ($make:ident) => {
    $make! {
        // intake
        CaseAdmit = "case.admit" {} from People [HOUSE => INTAKE]
            decided by admit() offered by intake::admit;
        CaseRefuse = "case.refuse" { ground: RefuseGround } from People [HOUSE => INTAKE]
            decided by refuse_case(*ground) offered by intake::admit;
        // A person who is in the case already gets a better reason from the state than "not yours".
        InvitationAccept = "invitation.accept" {
            rules_version: u32,
            online: bool,
            /// Asked of a consumer whom a company invited, unless `invitation.confirm` gave it before.
            #[serde(default)]
            proof: Option<String>,
            /// Asked of a consumer whom a company invited: what the company cannot know.
            #[serde(default)]
            own: Option<Box<OwnAccount>>,
        }
            from People [&[Capacity::Invited, Capacity::Consumer, Capacity::Company] => INTAKE.and(NEGOTIATION).and(ESCALATED).and(REFUSED)]
            needs { proof: proof.as_deref() }
            decided by accept_invitation(*rules_version, *online, own.as_deref()) offered by intake::accept_invitation;
        /// The invited consumer shows that the invitation reached the right person, and reads the company's account.
        InvitationConfirm = "invitation.confirm" { proof: String } from People [INVITED => INTAKE]
            needs { proof: Some(proof) }
            decided by confirm_addressee() offered by intake::confirm_addressee;
        /// Whoever got the invitation is not the person who was meant.
        InvitationDisown = "invitation.disown" {} from People [INVITED => INTAKE]
            decided by disown_invitation() offered by intake::disown_invitation;
        /// The company that invited takes its invitation back, as long as nobody answered it.
        InvitationCallBack = "invitation.call_back" {} from People [COMPANY => INTAKE]
            decided by call_back() offered by intake::call_back;
        InvitationRefuse = "invitation.refuse" {} from People [INVITED => INTAKE.and(ESCALATED)]
            decided by refuse_invitation() offered by intake::refuse_invitation;
        // seats
        SeatJoin = "seat.join" {} from People [&[Capacity::Invited, Capacity::Approver, Capacity::Company] => OPEN]
            decided by join() offered by seats::join;
        SeatHandOver = "seat.hand_over" { to: UserId, note: String, reason: HandOverReason }
            from People [COMPANY => OPEN, MEDIATOR => MEDIATION] needs { named: Some(*to), conflict: true }
            decided by hand_over(*to, note, *reason);
        SeatLeave = "seat.leave" {} from People [COMPANY => OPEN, MEDIATOR => MEDIATION]
            decided by leave_seat();
        /// The mediator removes a person of the company; the company must send another.
        ParticipantRemove = "participant.remove" { user: UserId, ground: RemoveGround }
            from People [MEDIATOR => MEDIATION]
            decided by remove_participant(*user, *ground) offered by seats::remove_participant;
        ConsentGive = "consent.give" { scope: ConsentScope } from People [PARTIES => ALWAYS]
            decided by give_consent(*scope) offered when seats::any_consent_to_give;
        ConsentWithdraw = "consent.withdraw" { scope: ConsentScope } from People [PARTIES => ALWAYS]
            decided by withdraw_consent(*scope) offered when seats::any_consent_to_withdraw;
        /// A consumer alone: a company is who its record says it is.
        PartyIdentify = "party.identify" {
            name: String,
            identifier: String,
            #[serde(default)]
            address: Option<String>,
        } from People [CONSUMER => BEFORE_SETTLED]
            decided by identify(name, identifier, address.as_deref()) offered by identity::identify;
        // mediator
        MediatorRequest = "mediator.request" {} from People [PARTIES => NEGOTIATION]
            decided by request_mediator() offered by mediation::request;
        MediatorAssign = "mediator.assign" { user: UserId } from People [HOUSE => NEGOTIATION.and(MEDIATION)]
            needs { named: Some(*user), conflict: true }
            decided by assign_mediator(*user) offered by mediation::assign;
        /// The coordinator takes the case from a mediator who is away, and names another or leaves it to the rotation.
        MediatorReplace = "mediator.replace" {
            #[serde(default)]
            user: Option<UserId>,
        } from People [COORDINATOR => NEGOTIATION.and(MEDIATION).and(AGREED)] needs { named: *user, conflict: user.is_some() }
            decided by replace_mediator(*user) offered by mediation::replace;
        MediatorAccept = "mediator.accept" { no_conflict: bool, disclosure: String }
            from People [ASSIGNED => NEGOTIATION.and(MEDIATION).and(AGREED)] needs { cases_with_company: true, conflict: true }
            decided by accept_mediation(*no_conflict, disclosure) offered by mediation::accept;
        MediatorDecline = "mediator.decline" {} from People [&[Capacity::AssignedMediator, Capacity::System] => OPEN]
            decided by decline_mediation() offered by mediation::assignment;
        GroundRulesAccept = "ground_rules.accept" { version: u32 } from People [PARTIES => MEDIATION]
            decided by accept_ground_rules(*version) offered by mediation::accept_ground_rules;
        StageMove = "stage.move" {
            stage: Stage,
            #[serde(default)]
            note: Option<String>,
        } from People [MEDIATOR => MEDIATION]
            decided by move_stage(*stage, note.as_deref()) offered when mediation::any_stage;
        SummaryWrite = "summary.write" { side: Side, text: String } from People [MEDIATOR => MEDIATION]
            decided by write_summary(*side, text);
        SummaryConfirm = "summary.confirm" {} from People [PARTIES => MEDIATION]
            decided by confirm_summary() offered by mediation::waiting_summary;
        SummaryCorrect = "summary.correct" { text: String } from People [PARTIES => MEDIATION]
            decided by correct_summary(text) offered by mediation::waiting_summary;
        // talk
        MessagePost = "message.post" {
            channel: Channel,
            text: String,
            #[serde(default)]
            reply_to: Option<u64>,
            #[serde(default)]
            evidence: Vec<EvidenceId>,
            #[serde(default)]
            kind: Option<MessageKind>,
        } from People [PARTIES => OPEN, MEDIATOR => MEDIATED]
            decided by post_message(*channel, text, *reply_to, evidence, *kind) offered when talk::any_channel;
        MessageHide = "message.hide" { channel: Channel, seq: u64, ground: HideGround }
            from People [MEDIATOR => MEDIATED] needs { item: Some((*channel, *seq)) }
            decided by hide_message(*channel, *seq, *ground) offered by mediation::presides;
        NotePut = "note.put" { channel: Channel, text: String }
            from People [&[Capacity::Company, Capacity::Approver] => OPEN, MEDIATOR => MEDIATED]
            decided by put_note(*channel, text) offered when talk::any_notes;
        // disclosure: exact words from a caucus, by leave of the one who said them
        DisclosureAsk = "disclosure.ask" { side: Side, words: String } from People [MEDIATOR => MEDIATION]
            decided by ask_disclosure(*side, words) offered when mediation::any_side_to_ask;
        DisclosureAnswer = "disclosure.answer" { id: u64, allow: bool } from People [PARTIES => MEDIATION]
            decided by answer_disclosure(*id, *allow) offered when mediation::any_disclosure_to_answer;
        DisclosureUse = "disclosure.use" { side: Side, id: u64 } from People [MEDIATOR => MEDIATION]
            decided by use_disclosure(*side, *id) offered when mediation::any_disclosure_to_use;
        // moderation
        FloorPause = "floor.pause" {} from People [MEDIATOR => MEDIATED]
            decided by pause_floor() offered by mediation::pause_floor;
        FloorOpen = "floor.open" {} from People [MEDIATOR => MEDIATED]
            decided by open_floor() offered by mediation::open_floor;
        // proposals
        // A company's own officer offers as the company; the operator's have no room to offer in.
        ProposalMake = "proposal.make" {
            channel: Channel,
            terms: Terms,
            #[serde(default)]
            note: Option<String>,
            /// How many days it holds, from now; five where neither this nor a time is said.
            #[serde(default)]
            valid_days: Option<u32>,
            /// Until when it holds, instead of a length.
            #[serde(default)]
            valid_until: Option<Moment>,
            #[serde(default)]
            answers: Option<u32>,
        } from People [PARTIES => TALKS, MEDIATOR => MEDIATION, OFFICERS => ESCALATED]
            decided by make_proposal(*channel, terms, note.as_deref(), (*valid_days, *valid_until), *answers) offered by proposals::make_jointly;
        ProposalWithdraw = "proposal.withdraw" { channel: Channel, number: u32 }
            from People [PARTIES => TALKS, MEDIATOR => MEDIATION, OFFICERS => ESCALATED]
            decided by withdraw_proposal(*channel, *number) offered when proposals::any_to_withdraw;
        ProposalAccept = "proposal.accept" { channel: Channel, number: u32, terms_hash: String }
            from People [PARTIES => TALKS] needs { legal_identity: true }
            decided by accept_proposal(*channel, *number, terms_hash) offered when proposals::any_to_answer;
        ProposalDecline = "proposal.decline" {
            channel: Channel,
            number: u32,
            #[serde(default)]
            ground: Option<DeclineGround>,
            #[serde(default)]
            would_work: Option<String>,
        } from People [PARTIES => TALKS]
            decided by decline_proposal(*channel, *number, *ground, would_work.as_deref()) offered when proposals::any_to_answer;
        IdeaGive = "idea.give" { terms: Terms } from People [PARTIES => MEDIATION]
            decided by give_idea(terms) offered by proposals::give_idea;
        IdeaAllowConveying = "idea.allow_conveying" { id: u64 } from People [PARTIES => MEDIATION]
            decided by allow_conveying(*id) offered when proposals::any_idea_to_allow;
        IdeaConvey = "idea.convey" { side: Side, id: u64 } from People [MEDIATOR => MEDIATION]
            decided by convey_idea(*side, *id) offered when proposals::any_idea_to_convey;
        // agreement
        AgreementWord = "agreement.word" { clauses: Vec<String> } from People [SIGNERS => AGREED]
            decided by word_agreement(clauses) offered by agreement::word;
        /// For this version of the wording alone.
        AgreementWaiveReflection = "agreement.waive_reflection" {
            /// The wording that was read; the one that is there now where nothing is said.
            #[serde(default)]
            version: Option<u32>,
        } from People [CONSUMER => AGREED]
            decided by waive_reflection(*version) offered by agreement::waive_reflection;
        AgreementSign = "agreement.sign" {
            version: u32,
            document_hash: String,
            pdf_hash: String,
            name: String,
            consent: bool,
            challenge: ChallengeId,
            response: String,
        } from People [SIGNERS => AGREED]
            needs { signing: Some(SigningCode { challenge: *challenge, response, document_hash }), powers: true }
            decided by sign(&agreement::SignatureForm { version: *version, document_hash, pdf_hash, name, consent: *consent, challenge: *challenge }) offered by agreement::sign;
        AgreementRefuse = "agreement.refuse" { ground: AgreementRefuseGround } from People [SIGNERS => AGREED]
            decided by refuse_agreement(*ground) offered by agreement::refuse;
        // performance
        ObligationReportDone = "obligation.report_done" {
            id: u16,
            #[serde(default)]
            evidence: Vec<EvidenceId>,
            /// A part of the sum; all that was not reported yet where nothing is said.
            #[serde(default)]
            money: Option<Money>,
            /// When it was paid or done; today where nothing is said.
            #[serde(default)]
            #[schema(value_type = Option<String>, format = Date)]
            on: Option<jiff::civil::Date>,
        } from People [PARTIES => OWED]
            decided by report_done(*id, evidence, *money, *on) offered when performance::any_to_report;
        /// The creditor's receipt, also for what nobody reported.
        ObligationConfirm = "obligation.confirm" {
            id: u16,
            /// A part of the sum; what was reported, else all that is owed, where nothing is said.
            #[serde(default)]
            money: Option<Money>,
            /// When it was received; the day that was reported, else today, where nothing is said.
            #[serde(default)]
            #[schema(value_type = Option<String>, format = Date)]
            on: Option<jiff::civil::Date>,
        } from People [PARTIES => RECEIVED]
            decided by confirm_done(*id, *money, *on) offered when performance::any_to_confirm;
        ObligationDispute = "obligation.dispute" { id: u16, text: String } from People [PARTIES => OWED]
            decided by dispute_done(*id, text) offered when performance::any_to_dispute;
        /// The creditor lets go of what is still owed, or of a part of the sum.
        ObligationRelease = "obligation.release" {
            id: u16,
            #[serde(default)]
            money: Option<Money>,
        } from People [PARTIES => RECEIVED]
            decided by let_go(*id, *money) offered when performance::any_to_release;
        // ends
        MediationLeave = "mediation.leave" {} from People [PARTIES => MEDIATION] needs { company_teams: true }
            decided by leave_mediation() offered by ends::enter_queue;
        ImpasseDeclare = "impasse.declare" { ground: ImpasseGround }
            from People [&[Capacity::Mediator, Capacity::System] => MEDIATION] needs { company_teams: true }
            decided by declare_impasse(*ground) offered by ends::enter_queue;
        CaseWithdraw = "case.withdraw" {} from People [CONSUMER => OPEN]
            decided by withdraw_case() offered by ends::withdraw;
        CaseEscalate = "case.escalate" { ground: EscalationGround }
            from People [SYSTEM => INTAKE.and(NEGOTIATION).and(MEDIATION), CONSUMER => NEGOTIATION.and(MEDIATION).and(ESCALATED).and(REFUSED)]
            needs { company_teams: true }
            decided by escalate_case(*ground) offered by ends::escalate;
        CaseReopen = "case.reopen" {} from People [CONSUMER => REOPENABLE]
            decided by reopen() offered by ends::reopen;
        /// More time for the mediation, once the other side asks for the same.
        DeadlineExtend = "deadline.extend" { rule: DeadlineRule, days: u32 } from People [PARTIES => MEDIATION]
            decided by extend(*rule, *days) offered by ends::extend;
        FeedbackGive = "feedback.give" {
            /// Satisfaction, 1 to 5.
            score: u8,
            solved: bool,
            #[serde(default)]
            comment: Option<String>,
            #[serde(default)]
            share_comment: bool,
            /// What is not solved: with it the consumer opens a new talk with the company.
            #[serde(default)]
            unsolved: Option<String>,
        } from People [CONSUMER => KEPT.and(NEGOTIATION)]
            decided by give_feedback(*score, *solved, comment.as_deref(), *share_comment, unsolved.as_deref()) offered by feedback::give_feedback;
        // officers of a queue
        EscalationClaim = "escalation.claim" {} from People [TEAM => ESCALATED]
            decided by claim() offered by escalation::claim;
        // An officer who has not claimed the entry is told so, instead of "not yours".
        EscalationRelease = "escalation.release" {} from People [TEAM => ESCALATED]
            decided by release() offered by escalation::own_entry;
        EscalationHandOver = "escalation.hand_over" { to: UserId, note: String } from People [OFFICERS => ESCALATED]
            needs { named: Some(*to) }
            decided by hand_over_entry(*to, note) offered by escalation::own_entry;
        EscalationPrioritise = "escalation.prioritise" { priority: Priority } from People [TEAM => ESCALATED]
            decided by prioritise(*priority) offered by escalation::entry;
        EscalationNote = "escalation.note" { text: String } from People [OFFICERS => ESCALATED.and(AGREED)]
            decided by note_entry(text) offered by escalation::own_entry;
        EscalationAsk = "escalation.ask" {
            side: Side,
            question: String,
            /// How many working days an answer is awaited, from now; two where neither this nor a time is said.
            #[serde(default)]
            due_working_days: Option<u32>,
            /// Until when an answer is awaited, instead of a length.
            #[serde(default)]
            due: Option<Moment>,
        } from People [OFFICERS => ESCALATED]
            decided by ask(*side, question, *due_working_days, *due) offered by review::ask;
        EscalationAnswer = "escalation.answer" {
            text: String,
            #[serde(default)]
            evidence: Vec<EvidenceId>,
        } from People [PARTIES => ESCALATED]
            decided by answer(text, evidence) offered by review::answer;
        EscalationRecommend = "escalation.recommend" {
            terms: Terms,
            reasons: String,
            /// As for a proposal.
            #[serde(default)]
            valid_days: Option<u32>,
            #[serde(default)]
            valid_until: Option<Moment>,
        } from People [OFFICERS => ESCALATED]
            decided by recommend(terms, reasons, *valid_days, *valid_until) offered by review::recommend;
        /// One item is passed on to the officer: of `joint` by leave of both sides, of a caucus by its own.
        EscalationReleaseItem = "escalation.release_item" { channel: Channel, seq: u64 }
            from People [PARTIES => ESCALATED] needs { item: Some((*channel, *seq)) }
            decided by release_item(*channel, *seq) offered by review::release_item;
        EvidenceAllowSharing = "evidence.allow_sharing" { channel: Channel, id: EvidenceId }
            from People [PARTIES => OPEN]
            decided by allow_sharing(*channel, *id) offered when review::any_file_to_share;
        /// A decision has reasons, which both sides read in the review: so have the next two.
        EscalationRemit = "escalation.remit" {
            reasons: String,
            #[serde(default)]
            mediator: Option<UserId>,
        } from People [OFFICERS => ESCALATED] needs { named: *mediator, conflict: mediator.is_some() }
            decided by remit(reasons, *mediator) offered by escalation::remit;
        EscalationForward = "escalation.forward" {
            queue: Queue,
            ground: ForwardGround,
            reasons: String,
            #[serde(default)]
            note: Option<String>,
        } from People [OFFICERS => ESCALATED] needs { company_teams: true }
            decided by forward(*queue, *ground, reasons, note.as_deref()) offered by escalation::forward;
        EscalationClose = "escalation.close" { outcome: ClosingOutcome, reasons: String } from People [OFFICERS => ESCALATED]
            decided by close_entry(*outcome, reasons) offered by escalation::close;
        // files
        // Officers add files to the review alone.
        EvidenceAdd = "evidence.add" {
            channel: Channel,
            evidence: EvidencePart,
            #[serde(default)]
            shared_from: Option<EvidenceId>,
        } from Route [PARTIES => OPEN, MEDIATOR => MEDIATED, OFFICERS => ESCALATED]
            decided by add_evidence(*channel, evidence, *shared_from) offered when talk::any_channel_for_files;
        // by the system alone
        /// The company's side is named from its record before the agreement is written.
        LegalIdentityTake = "legal_identity.take" {} from System [SYSTEM => AGREED] needs { legal_identity: true }
            decided by take_legal_identity();
        AgreementDraft = "agreement.draft" {
            version: u32,
            document_hash: String,
            pdf_hash: String,
            /// Size of `joint` that `agreement.json` names; another size refuses with `conflict` and the draft is made anew.
            joint_size: u64,
        } from System [SYSTEM => AGREED] needs { legal_identity: true }
            decided by draft(*version, document_hash, pdf_hash, *joint_size);
        AgreementSeal = "agreement.seal" { version: u32, document_hash: String, pdf_hash: String }
            from System [SYSTEM => ALWAYS]
            decided by seal(*version, document_hash, pdf_hash);
        AgreementLapse = "agreement.lapse" {} from System [SYSTEM => AGREED]
            decided by lapse_agreement();
        /// The rotation found nobody.
        MediatorFindNobody = "mediator.find_nobody" {} from System [SYSTEM => NEGOTIATION.and(MEDIATION)]
            decided by find_nobody();
        /// A side that never accepted the mediator's terms has left the mediation.
        MediationLapse = "mediation.lapse" {} from System [SYSTEM => MEDIATION] needs { company_teams: true }
            decided by lapse_mediation();
        /// What became of the invitation's mail. The time to answer runs from its receipt (Lei 13.140, art. 21).
        InvitationRecordMail = "invitation.record_mail" { delivered: bool } from System [SYSTEM => OPEN]
            decided by record_mail(*delivered);
        InvitationLapse = "invitation.lapse" {} from System [SYSTEM => INTAKE.and(ESCALATED)]
            decided by lapse_invitation();
        ProposalExpire = "proposal.expire" { channel: Channel, number: u32 } from System [SYSTEM => TALKS]
            decided by expire_proposal(*channel, *number);
        /// Reminds those whom a running date concerns. Each reminder happens once.
        DeadlineRemind = "deadline.remind" {
            rule: DeadlineRule,
            channel: Channel,
            #[serde(default)]
            number: Option<u32>,
            nth: u8,
        } from System [SYSTEM => ALWAYS]
            decided by remind(*rule, *channel, *number, *nth);
        CaseClose = "case.close" { outcome: Outcome } from System [SYSTEM => NEGOTIATION]
            decided by close_case(*outcome);
        QuestionLapse = "question.lapse" { entry: u16 } from System [SYSTEM => ESCALATED.and(AGREED)]
            decided by lapse_question(*entry);
        EntryMarkBreached = "entry.mark_breached" { entry: u16 } from System [SYSTEM => ESCALATED]
            decided by breach_entry(*entry);
        /// A company's team let its time pass, and then as much again.
        EntryPassOn = "entry.pass_on" { entry: u16 } from System [SYSTEM => ESCALATED]
            decided by pass_on_late(*entry);
        ObligationMarkOverdue = "obligation.mark_overdue" { id: u16 } from System [SYSTEM => OWED]
            decided by mark_overdue(*id);
        ObligationMarkBreached = "obligation.mark_breached" { id: u16 } from System [SYSTEM => OWED]
            needs { company_teams: true }
            decided by mark_breached(*id);
        /// Nobody confirmed what was reported done, and nobody disputed it.
        ObligationPresume = "obligation.presume" { id: u16 } from System [SYSTEM => OWED]
            decided by presume_done(*id);
        /// Somebody lost the membership with which the seat was held.
        SeatVacate = "seat.vacate" { user: UserId } from System [SYSTEM => OPEN]
            decided by vacate(*user);
        /// The handover file for the officer of this entry, gathered by the system.
        HandoverFile = "handover.file" {
            entry: u16,
            complaint: Box<HandoverComplaint>,
            #[serde(default)]
            evidence: Vec<SharedEvidence>,
            procedure_size: u64,
            procedure_root: String,
        } from System [SYSTEM => ESCALATED.and(AGREED)]
            decided by file_handover(*entry, complaint, evidence, *procedure_size, procedure_root);
        /// A paper of procedure was made; its hash enters the record.
        PaperFile = "paper.file" {
            paper: PaperKind,
            number: u16,
            pdf_hash: String,
            data_hash: String,
            /// Of a case that is open: the size of `procedure` that it tells.
            #[serde(default, skip_serializing_if = "Option::is_none")] size: Option<u64>,
        } from System [SYSTEM => ALWAYS]
            decided by file_paper(*paper, *number, pdf_hash, data_hash, *size);
    }
} }
pub(in crate::case) use command_table;
