//! Each command: the method that decides it, and the guards by which it is offered before anybody gives it.

use super::{Decision, Verdict, agreement as papers};
use crate::case::command::{Command, CommandKind, ConsentScope, Stage};
use crate::case::guard::{Asker, agreement, ends, escalation, intake, mediation, obligations, proposals, seats, talk};
use crate::case::state::Talk;
use crate::seat::{Channel, Side};

impl Decision<'_> {
    pub(super) fn dispatch(&mut self, command: &Command) -> Verdict {
        match command {
            // intake
            Command::CaseAdmit {} => self.admit(),
            Command::CaseRefuse { ground } => self.refuse_case(*ground),
            Command::InvitationAccept { rules_version, online } => self.accept_invitation(*rules_version, *online),
            Command::InvitationRefuse {} => self.refuse_invitation(),
            // seats
            Command::SeatJoin {} => self.join(),
            Command::SeatHandOver { to, note, reason } => self.hand_over(*to, note, *reason),
            Command::SeatLeave {} => self.leave_seat(),
            Command::ParticipantRemove { user, ground } => self.remove_participant(*user, *ground),
            Command::ConsentGive { scope } => self.give_consent(*scope),
            Command::ConsentWithdraw { scope } => self.withdraw_consent(*scope),
            Command::PartyIdentify { name, identifier } => self.identify(name, identifier),
            // mediator
            Command::MediatorRequest {} => self.request_mediator(),
            Command::MediatorAssign { user } => self.assign_mediator(*user),
            Command::MediatorAccept { no_conflict, disclosure } => self.accept_mediation(*no_conflict, disclosure),
            Command::MediatorDecline {} => self.decline_mediation(),
            Command::GroundRulesAccept { version } => self.accept_ground_rules(*version),
            Command::StageMove { stage, note } => self.move_stage(*stage, note.as_deref()),
            Command::SummaryWrite { side, text } => self.write_summary(*side, text),
            Command::SummaryConfirm {} => self.confirm_summary(),
            Command::SummaryCorrect { text } => self.correct_summary(text),
            // talk
            Command::MessagePost { channel, text, reply_to, evidence, kind } => {
                self.post_message(*channel, text, *reply_to, evidence, *kind)
            }
            Command::MessageHide { channel, seq, ground } => self.hide_message(*channel, *seq, *ground),
            Command::NotePut { channel, text } => self.put_note(*channel, text),
            // disclosure
            Command::DisclosureAsk { side, words } => self.ask_disclosure(*side, words),
            Command::DisclosureAnswer { id, allow } => self.answer_disclosure(*id, *allow),
            Command::DisclosureUse { side, id } => self.use_disclosure(*side, *id),
            // moderation
            Command::FloorPause {} => self.pause_floor(),
            Command::FloorOpen {} => self.open_floor(),
            // proposals
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
            Command::IdeaGive { terms } => self.give_idea(terms),
            Command::IdeaAllowConveying { id } => self.allow_conveying(*id),
            Command::IdeaConvey { side, id } => self.convey_idea(*side, *id),
            // agreement
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
            } => self.sign(&papers::SignatureForm {
                version: *version,
                document_hash,
                pdf_hash,
                name,
                consent: *consent,
                authority: authority.as_deref(),
                challenge: *challenge,
            }),
            Command::AgreementRefuse { ground } => self.refuse_agreement(*ground),
            // performance
            Command::ObligationReportDone { id, evidence } => self.report_done(*id, evidence),
            Command::ObligationConfirm { id } => self.confirm_done(*id),
            Command::ObligationDispute { id, text } => self.dispute_done(*id, text),
            // ends
            Command::MediationLeave {} => self.leave_mediation(),
            Command::ImpasseDeclare { ground } => self.declare_impasse(*ground),
            Command::CaseWithdraw {} => self.withdraw_case(),
            Command::CaseEscalate { ground } => self.escalate_case(*ground),
            Command::CaseReopen {} => self.reopen(),
            Command::DeadlineExtend { rule, days } => self.extend(*rule, *days),
            Command::FeedbackGive { score, solved, comment, share_comment } => {
                self.give_feedback(*score, *solved, comment.as_deref(), *share_comment)
            }
            // officers of a queue
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
            // files
            Command::EvidenceAdd { channel, evidence, shared_from } => {
                self.add_evidence(*channel, evidence, *shared_from)
            }
            // by the system alone
            Command::AgreementDraft { version, document_hash, pdf_hash, joint_size } => {
                self.draft(*version, document_hash, pdf_hash, *joint_size)
            }
            Command::AgreementSeal { version, document_hash, pdf_hash } => self.seal(*version, document_hash, pdf_hash),
            Command::AgreementLapse {} => self.lapse_agreement(),
            Command::InvitationLapse {} => self.lapse_invitation(),
            Command::ProposalExpire { channel, number } => self.expire_proposal(*channel, *number),
            Command::DeadlineRemind { rule, channel, number, nth } => self.remind(*rule, *channel, *number, *nth),
            Command::CaseClose { outcome } => self.close_case(*outcome),
            Command::QuestionLapse { entry } => self.lapse_question(*entry),
            Command::EntryMarkBreached { entry } => self.breach_entry(*entry),
            Command::ObligationMarkOverdue { id } => self.mark_overdue(*id),
            Command::ObligationMarkBreached { id } => self.mark_breached(*id),
            Command::ObligationPresume { id } => self.presume_done(*id),
            Command::SeatVacate { user } => self.vacate(*user),
            Command::HandoverFile { entry, complaint, evidence, procedure_size, procedure_root } => {
                self.file_handover(*entry, complaint, evidence, *procedure_size, procedure_root)
            }
            Command::PaperFile { paper, number, pdf_hash } => self.file_paper(*paper, *number, pdf_hash),
        }
    }
}

/// Do the guards let some form of this command pass? Whether the policy does is asked before.
pub(in crate::case) fn is_open(command: CommandKind, asker: &Asker<'_>) -> bool {
    match command {
        CommandKind::CaseAdmit => intake::admit(asker).is_ok(),
        CommandKind::InvitationAccept => intake::accept_invitation(asker).is_ok(),
        CommandKind::InvitationRefuse => intake::refuse_invitation(asker).is_ok(),
        CommandKind::SeatJoin => seats::join(asker).is_ok(),
        CommandKind::ParticipantRemove => seats::remove_participant(asker).is_ok(),
        CommandKind::ConsentGive => ConsentScope::ALL.iter().any(|scope| seats::give_consent(asker, *scope).is_ok()),
        CommandKind::ConsentWithdraw => {
            ConsentScope::ALL.iter().any(|scope| seats::withdraw_consent(asker, *scope).is_ok())
        }
        CommandKind::PartyIdentify => seats::identify(asker).is_ok(),
        CommandKind::MediatorRequest => mediation::request(asker).is_ok(),
        CommandKind::MediatorAssign => mediation::assign(asker).is_ok(),
        CommandKind::MediatorAccept | CommandKind::MediatorDecline => mediation::assignment(asker).is_ok(),
        CommandKind::GroundRulesAccept => mediation::accept_ground_rules(asker).is_ok(),
        CommandKind::StageMove => Stage::ALL.iter().any(|stage| mediation::move_stage(asker, *stage).is_ok()),
        CommandKind::SummaryConfirm | CommandKind::SummaryCorrect => mediation::waiting_summary(asker).is_ok(),
        CommandKind::MessagePost => asker.readable.channels().any(|channel| talk::post(asker, channel).is_ok()),
        CommandKind::MessageHide => mediation::presides(asker).is_ok(),
        CommandKind::NotePut => asker.readable.channels().any(|channel| talk::note(asker, channel).is_ok()),
        CommandKind::DisclosureAsk => Side::BOTH.iter().any(|side| mediation::ask_disclosure(asker, *side).is_ok()),
        CommandKind::DisclosureAnswer => any_in_a_caucus(asker, |_, caucus| {
            caucus.disclosures.iter().any(|asked| mediation::answer_disclosure(asker, asked.id).is_ok())
        }),
        CommandKind::DisclosureUse => any_in_a_caucus(asker, |side, caucus| {
            caucus.disclosures.iter().any(|asked| mediation::use_disclosure(asker, side, asked.id).is_ok())
        }),
        CommandKind::FloorPause => mediation::pause_floor(asker).is_ok(),
        CommandKind::FloorOpen => mediation::open_floor(asker).is_ok(),
        CommandKind::ProposalMake => proposals::make(asker, Channel::Joint).is_ok(),
        CommandKind::ProposalWithdraw => {
            any_proposal(asker, |channel, number| proposals::withdraw(asker, channel, number).is_ok())
        }
        CommandKind::ProposalAccept | CommandKind::ProposalDecline => {
            any_proposal(asker, |channel, number| proposals::answer(asker, channel, number).is_ok())
        }
        CommandKind::IdeaGive => proposals::give_idea(asker).is_ok(),
        CommandKind::IdeaAllowConveying => any_in_a_caucus(asker, |_, caucus| {
            caucus.ideas.iter().any(|idea| proposals::allow_conveying(asker, idea.id).is_ok())
        }),
        CommandKind::IdeaConvey => any_in_a_caucus(asker, |side, caucus| {
            caucus.ideas.iter().any(|idea| proposals::convey(asker, side, idea.id).is_ok())
        }),
        CommandKind::AgreementWord => agreement::word(asker).is_ok(),
        CommandKind::AgreementWaiveReflection => agreement::waive_reflection(asker).is_ok(),
        CommandKind::AgreementSign => agreement::sign(asker).is_ok(),
        CommandKind::AgreementRefuse => agreement::refuse(asker).is_ok(),
        CommandKind::ObligationReportDone => any_obligation(asker, |id| obligations::report_done(asker, id).is_ok()),
        CommandKind::ObligationConfirm | CommandKind::ObligationDispute => {
            any_obligation(asker, |id| obligations::judge_report(asker, id).is_ok())
        }
        CommandKind::MediationLeave | CommandKind::ImpasseDeclare => ends::enter_queue(asker).is_ok(),
        CommandKind::CaseEscalate => ends::escalate(asker).is_ok(),
        CommandKind::DeadlineExtend => ends::extend(asker).is_ok(),
        CommandKind::FeedbackGive => ends::give_feedback(asker).is_ok(),
        CommandKind::EscalationClaim => escalation::claim(asker).is_ok(),
        CommandKind::EscalationRelease | CommandKind::EscalationHandOver | CommandKind::EscalationNote => {
            escalation::own_entry(asker).is_ok()
        }
        CommandKind::EscalationPrioritise => escalation::entry(asker).is_ok(),
        CommandKind::EscalationAsk => escalation::ask(asker).is_ok(),
        CommandKind::EscalationAnswer => escalation::answer(asker).is_ok(),
        CommandKind::EscalationRecommend => escalation::recommend(asker).is_ok(),
        CommandKind::EscalationReleaseItem => escalation::release_item(asker).is_ok(),
        CommandKind::EvidenceAllowSharing => asker.readable.channels().any(|channel| {
            let files = asker.talk(channel).into_iter().flat_map(|talk| talk.evidence.keys());
            files.into_iter().any(|id| escalation::allow_sharing(asker, channel, *id).is_ok())
        }),
        CommandKind::EscalationRemit => escalation::remit(asker).is_ok(),
        CommandKind::EscalationForward => escalation::forward(asker).is_ok(),
        CommandKind::EscalationClose => escalation::close(asker).is_ok(),
        CommandKind::EvidenceAdd => asker.readable.channels().any(|channel| talk::add_file(asker, channel).is_ok()),
        // The policy alone decides.
        CommandKind::CaseRefuse
        | CommandKind::SeatHandOver
        | CommandKind::SeatLeave
        | CommandKind::SummaryWrite
        | CommandKind::CaseWithdraw
        | CommandKind::CaseReopen => true,
        // The system is shown nothing.
        CommandKind::AgreementDraft
        | CommandKind::AgreementSeal
        | CommandKind::AgreementLapse
        | CommandKind::InvitationLapse
        | CommandKind::ProposalExpire
        | CommandKind::DeadlineRemind
        | CommandKind::CaseClose
        | CommandKind::QuestionLapse
        | CommandKind::EntryMarkBreached
        | CommandKind::ObligationMarkOverdue
        | CommandKind::ObligationMarkBreached
        | CommandKind::ObligationPresume
        | CommandKind::SeatVacate
        | CommandKind::HandoverFile
        | CommandKind::PaperFile => false,
    }
}

/// The caucuses with the present mediator, as far as they are read.
fn any_in_a_caucus(asker: &Asker<'_>, some: impl Fn(Side, &Talk) -> bool) -> bool {
    Side::BOTH.into_iter().any(|side| asker.caucus_talk(side).is_ok_and(|(_, talk)| some(side, talk)))
}

fn any_proposal(asker: &Asker<'_>, passes: impl Fn(Channel, u32) -> bool) -> bool {
    proposals::tables(asker).any(|channel| {
        let numbers = asker.talk(channel).into_iter().flat_map(|talk| talk.proposals.iter());
        numbers.into_iter().any(|proposal| passes(channel, proposal.number))
    })
}

fn any_obligation(asker: &Asker<'_>, passes: impl Fn(u16) -> bool) -> bool {
    asker.procedure().obligations.iter().any(|owing| passes(owing.what.id))
}
