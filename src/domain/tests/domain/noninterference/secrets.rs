//! What somebody does where a viewer cannot look, and how one history is retold with other words.

use super::knowledge::{may_know, only_invited};
use crate::play::Step;
use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::id::EvidenceId;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The number that an event of the first history has in the second.
pub type Numbers = BTreeMap<(Channel, u64), u64>;

fn side_of(who: Who) -> Side {
    if who == Who::Ana { Side::Consumer } else { Side::Company }
}

/// The channel that the text of this command goes to.
fn words_in(world: &World, who: Who, command: &Command) -> Option<Channel> {
    let procedure = &world.case.procedure;
    let entry = procedure.entries.last().map_or(1, |entry| entry.number);
    let nth = procedure.mediation.nth.max(1);
    Some(match command {
        Command::MessagePost { channel, .. }
        | Command::NotePut { channel, .. }
        | Command::EvidenceAdd { channel, .. }
        | Command::ProposalMake { channel, .. } => *channel,
        Command::SummaryWrite { side, .. } => Channel::Caucus { side: *side, nth },
        Command::SummaryCorrect { .. } => Channel::Caucus { side: side_of(who), nth },
        Command::SeatHandOver { .. } => Channel::Internal,
        Command::StageMove { .. } | Command::ObligationDispute { .. } | Command::MediatorAccept { .. } => {
            Channel::Joint
        }
        Command::FeedbackGive { share_comment: false, .. } => Channel::Sealed { side: Side::Consumer },
        Command::EscalationAsk { .. }
        | Command::EscalationAnswer { .. }
        | Command::EscalationRecommend { .. }
        | Command::EscalationClose { .. }
        | Command::EscalationRemit { .. } => Channel::Review { entry },
        Command::EscalationNote { .. } | Command::EscalationHandOver { .. } => Channel::Desk { entry },
        Command::EscalationForward { .. } => Channel::Desk { entry: entry + 1 },
        _ => return None,
    })
}

/// A command of the first history, retold in the second, where private events have other numbers and words: the events
/// that the viewer may not read even `after` it.
pub fn retold(
    who: Who,
    command: &Command,
    numbers: &Numbers,
    world: &World,
    (viewer, after): (Who, &World),
) -> Command {
    let nth = world.case.procedure.mediation.nth.max(1);
    let moved = |channel: Channel, seq: u64| numbers.get(&(channel, seq)).copied().unwrap_or(seq);
    let in_caucus = |side: Side, id: u64| moved(Channel::Caucus { side, nth }, id);
    let mut told = command.clone();
    match &mut told {
        Command::MessageHide { channel, seq, .. } | Command::EscalationReleaseItem { channel, seq } => {
            *seq = moved(*channel, *seq);
        }
        Command::DisclosureUse { side, id } | Command::IdeaConvey { side, id } => *id = in_caucus(*side, *id),
        Command::DisclosureAnswer { id, .. } | Command::IdeaAllowConveying { id } => *id = in_caucus(side_of(who), *id),
        Command::AgreementDraft { joint_size, .. } => *joint_size = world.case.joint().size,
        Command::DeadlineRemind { rule: DeadlineRule::RoomReply, channel, number: Some(number), .. } => {
            *number = u32::try_from(moved(*channel, u64::from(*number))).unwrap();
        }
        // The same proposal, whose terms may differ here.
        Command::ProposalAccept { channel, number, terms_hash } => {
            if let Some(proposal) = world.case.talk(*channel).proposal(*number) {
                terms_hash.clone_from(&proposal.terms_hash);
            }
        }
        _ => {}
    }
    if words_in(world, who, command).is_some_and(|channel| !may_know(after, viewer, channel)) {
        other_words(&mut told);
    }
    told
}

fn other_words(told: &mut Command) {
    match told {
        Command::MessagePost { text, .. }
        | Command::NotePut { text, .. }
        | Command::SummaryWrite { text, .. }
        | Command::SummaryCorrect { text }
        | Command::ObligationDispute { text, .. }
        | Command::EscalationNote { text }
        | Command::EscalationAnswer { text, .. }
        | Command::EscalationAsk { question: text, .. }
        | Command::EscalationHandOver { note: text, .. }
        | Command::MediatorAccept { disclosure: text, .. }
        | Command::FeedbackGive { comment: Some(text), .. }
        | Command::StageMove { note: Some(text), .. }
        | Command::EscalationClose { reasons: text, .. }
        | Command::EscalationRemit { reasons: text, .. }
        | Command::EscalationForward { note: Some(text), .. } => text.push_str(" (outra)"),
        // A mediator hands over no note, so there is none to change.
        Command::SeatHandOver { note, .. } if !note.is_empty() => note.push_str(" (outra)"),
        Command::EvidenceAdd { evidence, .. } => evidence.name.insert_str(0, "outra "),
        Command::ProposalMake { terms, .. } | Command::EscalationRecommend { terms, .. } => {
            if let Some(money) = terms.obligations.first_mut().and_then(|obligation| obligation.money.as_mut()) {
                money.amount += 7;
            }
        }
        _ => {}
    }
}

/// Hidden answers that were given only in the second history.
pub type Answered = BTreeSet<(Channel, u32)>;

/// Whether this command rightly discloses what was hidden: the second of two answers, an item that is released, or
/// reminders in the room that did not help.
pub fn opens(command: &Command, answered: &Answered, differ: &BTreeSet<Channel>) -> bool {
    match command {
        Command::ProposalAccept { channel, number, .. } | Command::ProposalDecline { channel, number, .. } => {
            answered.contains(&(*channel, *number))
        }
        Command::EscalationReleaseItem { channel, .. } => differ.contains(channel),
        Command::DeadlineRemind { rule: DeadlineRule::RoomReply | DeadlineRule::Signatures, .. }
        | Command::CaseClose { .. } => differ.contains(&Channel::Joint),
        _ => false,
    }
}

/// Something that somebody else does where the viewer cannot look.
pub fn secret(step: &Step, world: &World, viewer: Who, answered: &mut Answered) -> Option<(Who, Command)> {
    const WHISPER: [Who; 13] = [
        Who::Ana,
        Who::Bruna,
        Who::Mediator,
        Who::Manager,
        Who::Carlos,
        Who::Successor,
        Who::Ombudsman,
        Who::Colleague,
        Who::Ouvidora,
        Who::Legal,
        Who::Jurista,
        Who::Ana,
        Who::Bruna,
    ];
    let procedure = &world.case.procedure;
    if only_invited(world, viewer) && step.detail.is_multiple_of(3) {
        // Who comes and goes on the company's side is a secret to an invited consumer.
        let who = if step.detail.is_multiple_of(2) { Who::Carlos } else { Who::Manager };
        let seated = procedure.seats.iter().any(|tenure| tenure.person.id == who.id());
        return Some((who, if seated { Command::SeatLeave {} } else { Command::SeatJoin {} }));
    }
    let nth = procedure.mediation.nth.max(1);
    let review = procedure.open_entry().map(|entry| Channel::Review { entry: entry.number });
    let detail = step.detail;
    let who = WHISPER[usize::from(step.who) % WHISPER.len()];
    let side = match who {
        Who::Ana => Side::Consumer,
        Who::Mediator | Who::Successor if detail.is_multiple_of(2) => Side::Consumer,
        _ => Side::Company,
    };
    let caucus = Channel::Caucus { side, nth };
    let text = format!("segredo {detail}");
    let officer = matches!(who, Who::Ombudsman | Who::Colleague | Who::Ouvidora | Who::Legal | Who::Jurista);
    let command = match step.kind % 13 {
        0 | 1 if officer => Command::EscalationNote { text },
        0 | 1 => message(caucus, &text),
        2 => Command::NotePut {
            channel: match who {
                Who::Mediator | Who::Successor => Channel::Notes { nth },
                _ => Channel::Internal,
            },
            text,
        },
        3 => Command::IdeaGive { terms: refund(i64::from(detail % 900) + 1) },
        4 => Command::DisclosureAsk { side, words: text },
        5 => Command::SummaryWrite { side, text },
        6 => Command::EvidenceAdd {
            channel: match (detail % 3, review) {
                (_, Some(review)) if officer => review,
                (0, Some(review)) => review,
                (1, _) => Channel::Internal,
                _ => caucus,
            },
            evidence: EvidencePart { id: EvidenceId(Uuid::from_u128(0xF000_0000 + u128::from(detail))), ..evidence(1) },
            shared_from: None,
        },
        7 => message(Channel::Joint, &text),
        8 => {
            let channel = if detail.is_multiple_of(2) { Channel::Joint } else { caucus };
            let talk = world.case.talk(channel);
            let seq = (1..=talk.size).rev().find(|seq| talk.messages.has(*seq))?;
            Command::EscalationReleaseItem { channel, seq }
        }
        _ => {
            // An answer that stays hidden until the other one is in.
            let (channel, waiting) = [review, Some(Channel::Joint)].into_iter().flatten().find_map(|channel| {
                let proposals = &world.case.talk(channel).proposals;
                Some((channel, proposals.iter().rev().find(|proposal| proposal.author.side().is_none())?))
            })?;
            let answers = |side| world.case.talk(Channel::Sealed { side }).answer_to(channel, waiting.number);
            if Side::BOTH.into_iter().any(|side| answers(side).is_some()) {
                return None;
            }
            answered.insert((channel, waiting.number));
            let (number, terms_hash) = (waiting.number, waiting.terms_hash.clone());
            if detail.is_multiple_of(2) {
                Command::ProposalAccept { channel, number, terms_hash }
            } else {
                Command::ProposalDecline { channel, number, ground: None, would_work: None }
            }
        }
    };
    (who != viewer).then_some((who, command))
}
