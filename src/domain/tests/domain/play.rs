//! Random play: steps that mostly make sense, so that histories go deep, and sometimes do not.

use crate::world::*;
use acordo_domain::case::audience::capacity;
use acordo_domain::case::command::*;
use acordo_domain::case::due::due;
use acordo_domain::case::policy::policy;
use acordo_domain::id::EvidenceId;
use acordo_domain::phase::WithoutAgreement;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use acordo_domain::terms::*;
use proptest::prelude::*;
use uuid::Uuid;

/// One throw of the dice; what it means depends on where the case is.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub who: u8,
    pub kind: u16,
    pub detail: u32,
    pub sense: u8,
    pub wait: u8,
}

prop_compose! {
    pub fn step()(who in any::<u8>(), kind in any::<u16>(), detail in any::<u32>(), sense in any::<u8>(), wait in any::<u8>()) -> Step {
        Step { who, kind, detail, sense, wait }
    }
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

pub fn start(tale: u8) -> World {
    match tale % 18 {
        0 | 11 => World::intake(),
        12 => World::waiting_to_be_admitted(),
        1 => World::negotiation(),
        2 => World::assigned(),
        3 | 4 => World::mediation(),
        5 => World::drafted(),
        6 => World::settled(),
        7 | 17 => World::claimed(),
        8 => World::with_own_ombudsman(),
        9 => World::breached(),
        13 => World::invited(),
        14 => World::confirmed(),
        15 => World::closed(),
        16 => crate::owed::with_a_further_agreement(),
        _ => World::escalated(),
    }
}

impl Step {
    pub fn who(&self) -> Who {
        // People who have something to do come up more often.
        const OFTEN: [Who; 8] =
            [Who::Ana, Who::Bruna, Who::Mediator, Who::Ana, Who::Bruna, Who::System, Who::Ombudsman, Who::Ouvidora];
        let at = usize::from(self.who) % (OFTEN.len() + Who::ALL.len());
        OFTEN.get(at).copied().unwrap_or_else(|| Who::ALL[at - OFTEN.len()])
    }

    /// What somebody does in this step: mostly something that they may try.
    pub fn command(&self, world: &World) -> Command {
        let who = self.who();
        if who == Who::System
            && self.sense < 100
            && let Some(command) = due(&world.case, &world.rules, world.now)
        {
            return command;
        }
        let fitting: Vec<CommandKind> = if self.sense > 230 {
            CommandKind::ALL.to_vec()
        } else if who == Who::System {
            let phase = world.phase();
            let all = CommandKind::ALL.iter().copied();
            all.filter(|kind| policy(*kind, Capacity::System).has(phase))
                .filter(|kind| *kind != CommandKind::SeatVacate || self.sense.is_multiple_of(8))
                .collect()
        } else {
            let allowed = world.view(who).map(|view| view.allowed).unwrap_or_default();
            // Endings are rare, or every history would be short. Officers come late and may end more of what they do.
            let officer = matches!(who, Who::Ombudsman | Who::Colleague | Who::Ouvidora | Who::Legal | Who::Jurista);
            let kinds = allowed.iter().filter_map(|name| CommandKind::from_name(name));
            kinds
                .filter(|kind| match (ends(*kind), officer) {
                    (true, _) => self.sense < if officer { 50 } else { 10 },
                    (false, true) => self.sense >= 50,
                    (false, false) => true,
                })
                .collect()
        };
        let fitting = if fitting.is_empty() { CommandKind::ALL.to_vec() } else { fitting };
        build(world, who, fitting[usize::from(self.kind) % fitting.len()], self.detail)
    }

    /// Time passes now and then, sometimes by days.
    pub fn pass(&self, world: &mut World) {
        let hours = match self.wait {
            0..=3 => 24 * 20,
            4..=15 => 30,
            16..=90 => 1,
            _ => 0,
        };
        world.now = world.now.plus_hours(hours);
    }
}

fn ends(kind: CommandKind) -> bool {
    matches!(
        kind,
        CommandKind::CaseWithdraw
            | CommandKind::CaseRefuse
            | CommandKind::InvitationDisown
            | CommandKind::InvitationCallBack
            | CommandKind::MediationLeave
            | CommandKind::ImpasseDeclare
            | CommandKind::AgreementRefuse
            | CommandKind::CaseEscalate
            | CommandKind::SeatLeave
            | CommandKind::MediatorReplace
            | CommandKind::EscalationClose
            | CommandKind::EscalationForward
    )
}

fn terms(detail: u32) -> Terms {
    let mut terms = refund(i64::from(detail % 5_000) + 1);
    if detail.is_multiple_of(3) {
        terms.obligations.push(Obligation {
            kind: ObligationKind::Explain,
            debtor: if detail.is_multiple_of(2) { Side::Consumer } else { Side::Company },
            money: None,
            due: Due::After(DueAfter { days_after_signature: (detail % 9) as u16, working_days: false }),
            description: None,
        });
    }
    if detail.is_multiple_of(17) {
        terms.obligations.clear();
    }
    if detail.is_multiple_of(5) {
        let late = ("late_penalty", Some(detail % 230));
        terms.chosen = chosen(&[("release_when_performed", None), late, ("interest_legal", None)]).chosen;
    }
    terms
}

/// A command of this kind that more or less fits the world.
pub fn build(world: &World, who: Who, kind: CommandKind, detail: u32) -> Command {
    let part = (detail % 6 < 2).then(|| brl(1));
    let nth = world.case.procedure.mediation.nth.max(1);
    let side = match who {
        Who::Ana => Side::Consumer,
        Who::Bruna | Who::Carlos | Who::Manager => Side::Company,
        _ if detail.is_multiple_of(2) => Side::Consumer,
        _ => Side::Company,
    };
    let own_caucus = Channel::Caucus { side, nth };
    let caucus = world.case.talk(own_caucus);
    let text = format!("palavra {detail}");
    // An officer's recommendation is a proposal in the review.
    let review = world.case.procedure.open_entry().map(|entry| Channel::Review { entry: entry.number });
    let table = match review {
        Some(review) if !detail.is_multiple_of(4) && world.case.talk(review).open_proposals().next().is_some() => {
            review
        }
        _ => Channel::Joint,
    };
    let at_table = world.case.talk(table);
    let open: Vec<u32> = at_table.open_proposals().map(|proposal| proposal.number).collect();
    let number = match open.len() {
        0 => detail % 4,
        some => open[detail as usize / 4 % some],
    };
    let talking = match detail % 3 {
        0 => own_caucus,
        1 if who == Who::Mediator => Channel::Notes { nth },
        _ => Channel::Joint,
    };
    let notes = if who == Who::Mediator { Channel::Notes { nth } } else { Channel::Internal };
    let last = |ids: Vec<u64>| ids.last().copied().unwrap_or(u64::from(detail % 5));
    let id = (detail % 2) as u16 + 1;
    let entry = world.case.procedure.entries.last().map_or(1, |entry| entry.number);
    let entry_is_open = world.case.procedure.open_entry().is_some();
    let from = if detail.is_multiple_of(2) { Channel::Joint } else { own_caucus };
    let company = world.case.procedure.holders(Seat::Company).next().map_or(Who::Bruna.id(), |tenure| tenure.person.id);
    let seats = &world.case.procedure.seats;
    let seated = seats.get(detail as usize % seats.len().max(1)).map_or(Who::Carlos.id(), |tenure| tenure.person.id);
    let scope = ConsentScope::ALL[detail as usize % ConsentScope::ALL.len()];
    #[allow(clippy::wildcard_enum_match_arm, reason = "what needs no fitting to the world is taken from the rows")]
    match kind {
        CommandKind::CaseRefuse => Command::CaseRefuse { ground: RefuseGround::Abusive },
        CommandKind::InvitationAccept => {
            let own = (!detail.is_multiple_of(7)).then(|| Box::new(own_account()));
            let proof = detail.is_multiple_of(2).then(|| PROOF.to_owned());
            Command::InvitationAccept { rules_version: 1, online: !detail.is_multiple_of(9), proof, own }
        }
        CommandKind::InvitationConfirm => {
            Command::InvitationConfirm { proof: if detail.is_multiple_of(3) { text } else { PROOF.into() } }
        }
        CommandKind::SeatHandOver => Command::SeatHandOver {
            to: match (who, detail % 3) {
                (Who::Mediator, _) => Who::Successor.id(),
                (_, 0) => Who::Carlos.id(),
                (_, 1) => Who::Bruna.id(),
                _ => Who::Manager.id(),
            },
            note: if who == Who::Mediator { String::new() } else { text },
            reason: HandOverReason::Absence,
        },
        CommandKind::PartyIdentify => Command::PartyIdentify {
            name: text,
            identifier: "529.982.247-25".into(),
            address: detail.is_multiple_of(2).then(|| "Rua Um, 2".into()),
        },
        CommandKind::MediatorAssign => {
            Command::MediatorAssign { user: if detail.is_multiple_of(2) { Who::Mediator } else { Who::Successor }.id() }
        }
        CommandKind::MediatorReplace => {
            Command::MediatorReplace { user: detail.is_multiple_of(2).then_some(Who::Successor.id()) }
        }
        CommandKind::MediatorAccept => Command::MediatorAccept { no_conflict: true, disclosure: text },
        CommandKind::GroundRulesAccept => Command::GroundRulesAccept { version: 1 },
        CommandKind::StageMove => Command::StageMove {
            stage: Stage::ALL[detail as usize % 3],
            note: detail.is_multiple_of(2).then_some(text),
        },
        CommandKind::SummaryWrite => Command::SummaryWrite { side, text },
        CommandKind::SummaryCorrect => Command::SummaryCorrect { text },
        CommandKind::MessagePost => message(talking, &text),
        CommandKind::MessageHide => {
            let talk = world.case.talk(talking);
            let seq = (1..=talk.size).rev().find(|seq| talk.messages.has(*seq) && !talk.hidden.has(*seq)).unwrap_or(1);
            Command::MessageHide { channel: talking, seq, ground: HideGround::Insult }
        }
        CommandKind::NotePut => Command::NotePut { channel: notes, text },
        CommandKind::DisclosureAsk => Command::DisclosureAsk { side, words: text },
        CommandKind::DisclosureAnswer => Command::DisclosureAnswer {
            id: last(
                caucus
                    .disclosures
                    .iter()
                    .filter(|disclosure| disclosure.allowed.is_none())
                    .map(|disclosure| disclosure.id)
                    .collect(),
            ),
            allow: !detail.is_multiple_of(4),
        },
        CommandKind::DisclosureUse => Command::DisclosureUse {
            side,
            id: last(
                caucus
                    .disclosures
                    .iter()
                    .filter(|disclosure| disclosure.allowed == Some(true) && !disclosure.used)
                    .map(|disclosure| disclosure.id)
                    .collect(),
            ),
        },
        CommandKind::ProposalMake => Command::ProposalMake {
            channel: Channel::Joint,
            terms: terms(detail),
            note: detail.is_multiple_of(5).then_some(text),
            valid_days: (!detail.is_multiple_of(7) && detail.is_multiple_of(3)).then_some(detail % 60 + 1),
            valid_until: detail.is_multiple_of(7).then(|| world.now.plus_hours(i64::from(detail % 90) + 1)),
            answers: (detail.is_multiple_of(2) && !open.is_empty()).then_some(number),
        },
        CommandKind::ProposalWithdraw => Command::ProposalWithdraw { channel: table, number },
        CommandKind::ProposalAccept => Command::ProposalAccept {
            channel: table,
            number,
            terms_hash: at_table.proposal(number).map(|proposal| proposal.terms_hash.clone()).unwrap_or_default(),
        },
        CommandKind::ProposalDecline => {
            Command::ProposalDecline { channel: table, number, ground: None, would_work: None }
        }
        CommandKind::ProposalExpire => Command::ProposalExpire { channel: table, number },
        CommandKind::IdeaGive => Command::IdeaGive { terms: terms(detail) },
        CommandKind::IdeaAllowConveying => Command::IdeaAllowConveying {
            id: last(caucus.ideas.iter().filter(|idea| !idea.allowed).map(|idea| idea.id).collect()),
        },
        CommandKind::IdeaConvey => Command::IdeaConvey {
            side,
            id: last(
                caucus
                    .ideas
                    .iter()
                    .filter(|idea| idea.allowed && idea.conveyed.is_none())
                    .map(|idea| idea.id)
                    .collect(),
            ),
        },
        CommandKind::AgreementWord => Command::AgreementWord { clauses: vec![text] },
        CommandKind::AgreementWaiveReflection => {
            Command::AgreementWaiveReflection { version: world.case.joint().deal.as_ref().map(|deal| deal.version) }
        }
        CommandKind::AgreementSign => world.signing(who),
        CommandKind::AgreementRefuse => Command::AgreementRefuse { ground: AgreementRefuseGround::Other },
        CommandKind::AgreementDraft => world.drafting(),
        CommandKind::AgreementSeal => Command::AgreementSeal {
            version: world.case.procedure.concluded.as_ref().map_or(1, |concluded| concluded.version),
            document_hash: HASH_A.into(),
            pdf_hash: HASH_B.into(),
        },
        CommandKind::ObligationReportDone => {
            Command::ObligationReportDone { id: (detail % 2) as u16 + 1, evidence: vec![], money: part, on: None }
        }
        CommandKind::ObligationConfirm => {
            Command::ObligationConfirm { id: (detail % 2) as u16 + 1, money: part, on: None }
        }
        CommandKind::ObligationRelease => Command::ObligationRelease { id: (detail % 2) as u16 + 1, money: part },
        CommandKind::ObligationDispute => Command::ObligationDispute { id: (detail % 2) as u16 + 1, text },
        CommandKind::ImpasseDeclare => Command::ImpasseDeclare {
            ground: if who == Who::System { ImpasseGround::TimeOver } else { ImpasseGround::NoAgreement },
        },
        CommandKind::SeatVacate => Command::SeatVacate { user: seated },
        CommandKind::ParticipantRemove => Command::ParticipantRemove { user: company, ground: RemoveGround::Insult },
        CommandKind::ConsentGive => Command::ConsentGive { scope },
        CommandKind::ConsentWithdraw => Command::ConsentWithdraw { scope },
        CommandKind::CaseEscalate => Command::CaseEscalate {
            ground: match who {
                Who::Ana if world.phase().is_closed() => EscalationGround::InvitationRefused,
                Who::Ana if entry_is_open => EscalationGround::CompanyOverdue,
                Who::Ana => EscalationGround::ProposalsRefused,
                _ => EscalationGround::ProcedureOver,
            },
        },
        CommandKind::CaseClose => Command::CaseClose { outcome: WithoutAgreement::Abandoned.into() },
        CommandKind::DeadlineExtend => Command::DeadlineExtend {
            rule: if world.case.procedure.mediation.remitted.is_some() {
                DeadlineRule::RemittedMediation
            } else {
                DeadlineRule::Mediation
            },
            days: detail % 3 + 1,
        },
        CommandKind::DeadlineRemind => Command::DeadlineRemind {
            rule: DeadlineRule::RoomReply,
            channel: Channel::Joint,
            number: Some(detail % 9),
            nth: 1,
        },
        CommandKind::FeedbackGive => Command::FeedbackGive {
            score: (detail % 6) as u8,
            solved: !detail.is_multiple_of(5),
            comment: Some(text),
            share_comment: detail.is_multiple_of(2),
            unsolved: Some("Falta a nota fiscal.".to_owned()),
        },
        CommandKind::EscalationHandOver => Command::EscalationHandOver { to: Who::Colleague.id(), note: text },
        CommandKind::EscalationPrioritise => Command::EscalationPrioritise {
            priority: match world.case.procedure.open_entry().map(|entry| entry.priority) {
                Some(Priority::Urgent) => Priority::Low,
                _ => Priority::Urgent,
            },
        },
        CommandKind::EscalationNote => Command::EscalationNote { text },
        CommandKind::EscalationAsk => Command::EscalationAsk {
            side,
            question: text,
            due_working_days: detail.is_multiple_of(3).then_some(detail % 20 + 1),
            due: None,
        },
        CommandKind::EscalationAnswer => {
            let files = &world.case.talk(Channel::Review { entry }).evidence;
            Command::EscalationAnswer { text, evidence: files.keys().take(detail as usize % 2).copied().collect() }
        }
        CommandKind::EscalationRecommend => {
            Command::EscalationRecommend { terms: terms(detail), reasons: text, valid_days: None, valid_until: None }
        }
        CommandKind::EscalationReleaseItem => {
            let talk = world.case.talk(from);
            let mut said = (1..=talk.size).rev().filter(|seq| talk.messages.has(*seq));
            let seq = said.nth(detail as usize / 2 % 4).unwrap_or(1);
            Command::EscalationReleaseItem { channel: from, seq }
        }
        CommandKind::EvidenceAllowSharing => {
            let files = world
                .case
                .talks
                .iter()
                .flat_map(|(channel, talk)| talk.evidence.iter().map(move |file| (*channel, file)));
            let own: Vec<_> = files.filter(|(_, (_, file))| file.owner == Some(who.id())).collect();
            let file = own.get(detail as usize % own.len().max(1));
            let (channel, id) =
                file.map_or((from, EvidenceId(Uuid::from_u128(1))), |(channel, (id, _))| (*channel, **id));
            Command::EvidenceAllowSharing { channel, id }
        }
        CommandKind::EscalationRemit => Command::EscalationRemit { mediator: None, reasons: reasons() },
        CommandKind::EscalationForward => Command::EscalationForward {
            reasons: reasons(),
            queue: if detail.is_multiple_of(2) { Queue::OperatorOmbudsman } else { Queue::OperatorLegal },
            ground: ForwardGround::NotAgreed,
            note: None,
        },
        CommandKind::EscalationClose => Command::EscalationClose {
            outcome: ClosingOutcome::ALL[detail as usize % ClosingOutcome::ALL.len()],
            reasons: reasons(),
        },
        CommandKind::QuestionLapse => Command::QuestionLapse { entry },
        CommandKind::EntryPassOn => Command::EntryPassOn { entry },
        CommandKind::EntryMarkBreached => Command::EntryMarkBreached { entry },
        CommandKind::ObligationMarkOverdue => Command::ObligationMarkOverdue { id },
        CommandKind::ObligationMarkBreached => Command::ObligationMarkBreached { id },
        CommandKind::ObligationPresume => Command::ObligationPresume { id },
        CommandKind::HandoverFile => world.handing_over(),
        CommandKind::PaperFile => {
            let procedure = &world.case.procedure;
            let so_far = procedure.record_as_it_stands().filter(|_| detail % 2 == 1);
            Command::PaperFile {
                paper: if so_far.is_some() { PaperKind::Procedure } else { PaperKind::FinalTerm },
                number: so_far.unwrap_or(1),
                pdf_hash: HASH_A.into(),
                data_hash: HASH_B.into(),
                size: so_far.map(|_| procedure.size),
            }
        }
        CommandKind::EvidenceAdd => Command::EvidenceAdd {
            channel: match (detail % 4, who) {
                (0, Who::Mediator) => Channel::Notes { nth },
                (0, _) => Channel::Internal,
                (_, Who::Ombudsman | Who::Colleague | Who::Ouvidora | Who::Legal | Who::Jurista) | (2, _)
                    if entry_is_open =>
                {
                    Channel::Review { entry }
                }
                (1, _) => own_caucus,
                _ => Channel::Joint,
            },
            evidence: EvidencePart { id: EvidenceId(Uuid::from_u128(0xE000_0000 + u128::from(detail))), ..evidence(1) },
            shared_from: None,
        },
        _ => crate::rows::example(kind),
    }
}

pub fn capacity_in(world: &World, who: Who) -> Option<Capacity> {
    capacity(&world.case.procedure, &who.actor())
}
