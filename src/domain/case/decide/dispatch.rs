//! Each command and the method that decides it.

use super::{Answer, Asked, agreement};
use crate::case::command::Command;

impl Asked<'_> {
    pub(super) fn dispatch(&mut self, command: &Command) -> Answer {
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
