//! May this happen? Policy first, then the state, then the facts that follow. Pure and synchronous.

mod agreement;
mod consent;
mod ends;
mod escalation;
mod intake;
mod mediation;
mod performance;
mod proposals;
mod seats;
mod talk;
mod terms;
mod text;

pub use consent::consent_text;
pub use intake::{Filing, file};

use crate::case::audience::{capacity, invited_side};
use crate::case::command::Command;
use crate::case::deadline::first_word;
use crate::case::event::{Event, Fact, FactKind, IdentityLevel, NewEvent, SigningMethod};
use crate::case::floor;
use crate::case::policy::policy;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Case, Procedure, Talk};
use crate::id::{ChallengeId, CommandId};
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Actor, Capacity, Channel, Membership, Person, Side, Voice};
use crate::view::ProposalState;

/// What `decide` cannot know by itself: the time, the proof of a signer, the person a command names.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    pub now: Moment,
    pub command_id: CommandId,
    pub signing: Option<SigningProof>,
    pub named: Option<&'a Named>,
    /// How many other cases the mediator who accepts has had with this company.
    pub cases_with_company: u32,
    /// Which teams the company keeps for cases that do not settle.
    pub company_teams: Teams,
    /// The event that `escalation.release_item` names, as it is stored.
    pub item: Option<&'a Event>,
    pub rules: &'a Rules,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Teams {
    pub ombudsman: bool,
    pub legal: bool,
}

/// The shell checked challenge and response against the document hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningProof {
    pub challenge: ChallengeId,
    pub method: SigningMethod,
    pub identity_level: IdentityLevel,
}

/// The person a command names (`mediator.assign`, `seat.hand_over`), as the house knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub person: Person,
    pub memberships: Vec<Membership>,
    /// Open cases this person mediates; the shell orders candidates by it.
    pub load: u32,
}

type Answer = Result<(), Refused>;

/// A command under decision, and the facts gathered so far.
struct Asked<'a> {
    case: &'a Case,
    procedure: &'a Procedure,
    joint: &'a Talk,
    person: Option<&'a Person>,
    capacity: Capacity,
    voice: Voice,
    given: &'a Given<'a>,
    facts: Vec<NewEvent>,
}

/// Decides one command. The facts it returns are numbered and applied in their order, all or none.
pub fn decide(case: &Case, actor: &Actor, command: &Command, given: &Given<'_>) -> Result<Vec<NewEvent>, Refused> {
    let capacity = capacity(&case.procedure, actor).ok_or(Refusal::NoCapacity)?;
    let phase = case.phase();
    let phases = policy(command.kind(), capacity);
    if phases.is_empty() {
        return Err(Refusal::NotYours.into());
    }
    if !phases.has(phase) {
        let closed = phase.is_closed();
        return Err(if closed { Refusal::CaseClosed } else { Refusal::WrongPhase }.into());
    }
    let mut asked = Asked {
        case,
        procedure: &case.procedure,
        joint: case.joint(),
        person: match actor {
            Actor::Person { person, .. } => Some(person),
            Actor::System => None,
        },
        capacity,
        voice: voice(&case.procedure, actor, capacity),
        given,
        facts: Vec::new(),
    };
    asked.decide(command)?;
    asked.first_reply();
    Ok(asked.facts)
}

/// The name under which this capacity stands in the record (record.md, "An event").
fn voice(procedure: &Procedure, actor: &Actor, capacity: Capacity) -> Voice {
    match capacity {
        Capacity::Consumer => Voice::Consumer,
        Capacity::Company | Capacity::Approver => Voice::Company,
        Capacity::Mediator | Capacity::AssignedMediator => Voice::Mediator,
        Capacity::Ombudsman => Voice::Ombudsman,
        Capacity::Legal => Voice::Legal,
        Capacity::QueueOfficer => match procedure.open_entry() {
            Some(entry) => entry.queue.seat().into(),
            None => Voice::Ombudsman,
        },
        Capacity::Coordinator => Voice::Coordinator,
        Capacity::Invited => invited_side(procedure, actor).seat().into(),
        Capacity::Companion | Capacity::System => Voice::System,
    }
}

impl<'a> Asked<'a> {
    fn decide(&mut self, command: &Command) -> Answer {
        match command {
            Command::CaseAdmit {} => self.admit(),
            Command::CaseRefuse { ground } => self.refuse_case(*ground),
            Command::InvitationAccept { rules_version, online } => self.accept_invitation(*rules_version, *online),
            Command::InvitationRefuse {} => self.refuse_invitation(),
            Command::InvitationLapse {} => self.lapse_invitation(),
            Command::SeatJoin {} => self.join(),
            Command::SeatHandOver { to, note, reason } => self.hand_over(*to, note, *reason),
            Command::PartyIdentify { name, identifier } => self.identify(name, identifier),
            Command::MediatorRequest {} => self.request_mediator(),
            Command::MediatorAssign { user } => self.assign_mediator(*user),
            Command::MediatorAccept { no_conflict, disclosure } => self.accept_mediation(*no_conflict, disclosure),
            Command::MediatorDecline {} => self.decline_mediation(),
            Command::GroundRulesAccept { version } => self.accept_ground_rules(*version),
            Command::StageMove { stage, note } => self.move_stage(*stage, note.as_deref()),
            Command::SummaryWrite { side, text } => self.write_summary(*side, text),
            Command::SummaryConfirm {} => self.confirm_summary(),
            Command::SummaryCorrect { text } => self.correct_summary(text),
            Command::MessagePost { channel, text, reply_to, evidence, kind } => {
                self.post_message(*channel, text, *reply_to, evidence, *kind)
            }
            Command::MessageHide { channel, seq, ground } => self.hide_message(*channel, *seq, *ground),
            Command::NotePut { channel, text } => self.put_note(*channel, text),
            Command::DisclosureAsk { side, words } => self.ask_disclosure(*side, words),
            Command::DisclosureAnswer { id, allow } => self.answer_disclosure(*id, *allow),
            Command::DisclosureUse { side, id } => self.use_disclosure(*side, *id),
            Command::FloorPause {} => self.pause_floor(),
            Command::FloorOpen {} => self.open_floor(),
            Command::ProposalMake { channel, terms, note, valid_until, answers } => {
                self.make_proposal(*channel, terms, note.as_deref(), *valid_until, *answers)
            }
            Command::ProposalWithdraw { channel, number } => self.withdraw_proposal(*channel, *number),
            Command::ProposalAccept { channel, number, terms_hash } => {
                self.accept_proposal(*channel, *number, terms_hash)
            }
            Command::ProposalDecline { channel, number, ground, would_work } => {
                self.decline_proposal(*channel, *number, *ground, would_work.as_deref())
            }
            Command::ProposalExpire { channel, number } => self.expire_proposal(*channel, *number),
            Command::IdeaGive { terms } => self.give_idea(terms),
            Command::IdeaAllowConveying { id } => self.allow_conveying(*id),
            Command::IdeaConvey { side, id } => self.convey_idea(*side, *id),
            Command::AgreementWord { clauses } => self.word_agreement(clauses),
            Command::AgreementWaiveReflection {} => self.waive_reflection(),
            Command::AgreementSign {
                version,
                document_hash,
                pdf_hash,
                name,
                consent,
                authority,
                challenge,
                response: _,
            } => self.sign(&agreement::Signing {
                version: *version,
                document_hash,
                pdf_hash,
                name,
                consent: *consent,
                authority: authority.as_deref(),
                challenge: *challenge,
            }),
            Command::AgreementRefuse { ground } => self.refuse_agreement(*ground),
            Command::AgreementDraft { version, document_hash, pdf_hash, joint_size } => {
                self.draft(*version, document_hash, pdf_hash, *joint_size)
            }
            Command::AgreementSeal { version, document_hash, pdf_hash } => self.seal(*version, document_hash, pdf_hash),
            Command::AgreementLapse {} => self.lapse_agreement(),
            Command::ObligationReportDone { id, evidence } => self.report_done(*id, evidence),
            Command::ObligationConfirm { id } => self.confirm_done(*id),
            Command::ObligationDispute { id, text } => self.dispute_done(*id, text),
            Command::MediationLeave {} => self.leave_mediation(),
            Command::ImpasseDeclare { ground } => self.declare_impasse(*ground),
            Command::CaseWithdraw {} => self.withdraw_case(),
            Command::EvidenceAdd { channel, evidence, shared_from } => {
                self.add_evidence(*channel, evidence, *shared_from)
            }
            Command::SeatLeave {} => self.leave_seat(),
            Command::ParticipantRemove { user, ground } => self.remove_participant(*user, *ground),
            Command::SeatVacate { user } => self.vacate(*user),
            Command::ConsentGive { scope } => self.give_consent(*scope),
            Command::ConsentWithdraw { scope } => self.withdraw_consent(*scope),
            Command::CaseEscalate { ground } => self.escalate_case(*ground),
            Command::CaseReopen {} => self.reopen(),
            Command::CaseClose { outcome } => self.close_case(*outcome),
            Command::DeadlineExtend { rule, days } => self.extend(*rule, *days),
            Command::DeadlineRemind { rule, channel, number, nth } => self.remind(*rule, *channel, *number, *nth),
            Command::FeedbackGive { score, solved, comment, share_comment } => {
                self.give_feedback(*score, *solved, comment.as_deref(), *share_comment)
            }
            Command::PaperFile { paper, number, pdf_hash } => self.file_paper(*paper, *number, pdf_hash),
            Command::ObligationMarkOverdue { id } => self.mark_overdue(*id),
            Command::ObligationMarkBreached { id } => self.mark_breached(*id),
            Command::ObligationPresume { id } => self.presume_done(*id),
            other => self.decide_escalation(other),
        }
    }

    /// The commands of a case in a queue.
    fn decide_escalation(&mut self, command: &Command) -> Answer {
        match command {
            Command::EscalationClaim {} => self.claim(),
            Command::EscalationRelease {} => self.release(),
            Command::EscalationHandOver { to, note } => self.hand_over_entry(*to, note),
            Command::EscalationPrioritise { priority } => self.prioritise(*priority),
            Command::EscalationNote { text } => self.note_entry(text),
            Command::EscalationAsk { side, question, due } => self.ask(*side, question, *due),
            Command::EscalationAnswer { text, evidence } => self.answer(text, evidence),
            Command::EscalationRecommend { terms, reasons, valid_until } => {
                self.recommend(terms, reasons, *valid_until)
            }
            Command::EscalationReleaseItem { channel, seq } => self.release_item(*channel, *seq),
            Command::EvidenceAllowSharing { channel, id } => self.allow_sharing(*channel, *id),
            Command::EscalationRemit { mediator } => self.remit(*mediator),
            Command::EscalationForward { queue, ground, note } => self.forward(*queue, *ground, note.as_deref()),
            Command::EscalationClose { outcome } => self.close_entry(*outcome),
            Command::QuestionLapse { entry } => self.lapse_question(*entry),
            Command::EntryMarkBreached { entry } => self.breach_entry(*entry),
            Command::HandoverFile { entry, complaint, evidence, procedure_size, procedure_root } => {
                self.file_handover(*entry, complaint, evidence, *procedure_size, procedure_root)
            }
            _ => Err(Refusal::NotYours.into()),
        }
    }

    /// The first word of a side is a date of the procedure; what it said is not.
    fn first_reply(&mut self) {
        let words = |new: &NewEvent| {
            let said = matches!(
                new.fact.kind(),
                FactKind::MessagePosted
                    | FactKind::ProposalMade
                    | FactKind::ProposalDeclined
                    | FactKind::ProposalAccepted
            );
            (said && new.channel == Channel::Joint).then_some(new.seat)
        };
        let spoke = self.facts.iter().find_map(words);
        if let Some(side) = spoke.and_then(|voice| first_word(self.procedure, voice)) {
            self.follows(Channel::Procedure, Fact::FirstReplyGiven { side });
        }
    }

    /// A fact by the one who asks.
    fn own(&mut self, channel: Channel, fact: Fact) {
        self.facts.push(NewEvent {
            channel,
            seat: self.voice,
            by: self.person.cloned(),
            fact,
            evidence: None,
            with_origin: false,
        });
    }

    /// A fact that follows, in the system's voice.
    fn follows(&mut self, channel: Channel, fact: Fact) {
        self.facts.push(NewEvent { channel, seat: Voice::System, by: None, fact, evidence: None, with_origin: false });
    }

    fn enter(&mut self, phase: Phase) {
        self.follows(Channel::Procedure, Fact::PhaseChanged { phase });
    }

    /// Leaving a phase expires every open proposal and reopens a paused floor.
    fn clear_the_table(&mut self) {
        let open: Vec<u32> = self
            .joint
            .proposals
            .iter()
            .filter(|proposal| proposal.state == ProposalState::Open)
            .map(|proposal| proposal.number)
            .collect();
        for number in open {
            self.follows(Channel::Joint, Fact::ProposalExpired { number });
        }
        self.expire_recommendations();
    }

    fn reopen_floor(&mut self) {
        if self.joint.paused {
            self.follows(Channel::Joint, Fact::FloorOpened {});
        }
    }

    fn now(&self) -> Moment {
        self.given.now
    }

    fn rules(&self) -> &'a Rules {
        self.given.rules
    }

    fn phase(&self) -> Phase {
        self.procedure.phase()
    }

    fn side(&self) -> Result<Side, Refused> {
        self.voice.side().ok_or(Refusal::NotYours.into())
    }

    fn person(&self) -> Result<&'a Person, Refused> {
        self.person.ok_or(Refusal::NotYours.into())
    }

    /// The caucus of this side with the present mediator.
    fn caucus(&self, side: Side) -> Channel {
        Channel::Caucus { side, nth: self.procedure.mediation.nth.max(1) }
    }

    fn ground_rules_accepted(&self) -> Answer {
        let Some(side) = self.voice.side() else { return Ok(()) };
        Ok(floor::ground_rules_accepted(self.procedure, side)?)
    }

    /// A party writes in `joint` only while the floor is open.
    fn floor_open(&self) -> Answer {
        if self.voice.side().is_some() && self.procedure.awaited.is_some() {
            return Err(Refusal::CaseSuspended.into());
        }
        if self.joint.paused && self.voice.side().is_some() {
            return Err(Refusal::FloorPaused.into());
        }
        Ok(())
    }
}
