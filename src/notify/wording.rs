//! What a mail says about a case: its public name and the names on both sides, never what was said there.

use crate::texts::{self, Language, Value};
use acordo_domain::case::owed::NoticeKind;
use acordo_domain::case::state::{Case, Procedure};
use acordo_domain::id::UserId;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::Side;

/// A case as a mail may name it to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNames {
    reference: String,
    company: String,
    /// The other side, as seen by this reader.
    other: String,
    mediator: String,
}

impl CaseNames {
    pub fn of(case: &Case, to: UserId) -> Option<Self> {
        let filed = case.procedure.filed.as_ref()?;
        let consumer = filed.consumer.id == to;
        Some(Self {
            reference: filed.reference.to_string(),
            company: filed.company_name.clone(),
            other: if consumer { filed.company_name.clone() } else { filed.consumer.name.clone() },
            mediator: case.procedure.mediator().map(|tenure| tenure.person.name.clone()).unwrap_or_default(),
        })
    }

    pub fn text(&self, language: Language, key: &str) -> String {
        self.text_with(language, key, &[])
    }

    pub fn text_with(&self, language: Language, key: &str, more: &[(&str, Value<'_>)]) -> String {
        let mut args: Vec<(&str, Value<'_>)> = vec![
            ("reference", self.reference.as_str().into()),
            ("company", self.company.as_str().into()),
            ("other", self.other.as_str().into()),
            ("mediator", self.mediator.as_str().into()),
        ];
        args.extend(more.iter().cloned());
        texts::text(language, key, &args)
    }
}

/// On which side of the case this person is; the consumer also without a seat.
pub(super) fn side_of(procedure: &Procedure, person: UserId) -> Option<Side> {
    let consumer = procedure.filed.as_ref().is_some_and(|filed| filed.consumer.id == person);
    if consumer { Some(Side::Consumer) } else { procedure.side_of(person) }
}

/// The part of the case's page that a reminder of this date is about.
pub const fn page_of_rule(rule: DeadlineRule) -> &'static str {
    match rule {
        DeadlineRule::Signatures
        | DeadlineRule::Reflection
        | DeadlineRule::Obligation
        | DeadlineRule::Confirmation
        | DeadlineRule::Breach => "/agreement",
        DeadlineRule::Invitation
        | DeadlineRule::FirstReply
        | DeadlineRule::RoomReply
        | DeadlineRule::ProposalValidity
        | DeadlineRule::MediatorAccepts
        | DeadlineRule::Mediation
        | DeadlineRule::Procedure
        | DeadlineRule::ReplaceRepresentative
        | DeadlineRule::RemittedMediation
        | DeadlineRule::SilentConsumer
        | DeadlineRule::OmbudsmanEntry
        | DeadlineRule::LegalEntry
        | DeadlineRule::FollowUp
        | DeadlineRule::Question => "",
    }
}

/// The part of the case's page that a notice is about.
pub const fn page_of_notice(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::DraftReady
        | NoticeKind::Signed
        | NoticeKind::Concluded
        | NoticeKind::Identify
        | NoticeKind::ProposalAccepted
        | NoticeKind::ObligationReported
        | NoticeKind::ObligationDisputed
        | NoticeKind::ObligationOverdue
        | NoticeKind::Breached
        | NoticeKind::ObligationConfirmed => "/agreement",
        NoticeKind::CaseFiledLink
        | NoticeKind::Invitation
        | NoticeKind::InvitationAccepted
        | NoticeKind::InvitationRefused
        | NoticeKind::Message
        | NoticeKind::Private
        | NoticeKind::Proposal
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::MediatorRequested
        | NoticeKind::MediatorAssigned
        | NoticeKind::MediationStarted
        | NoticeKind::AgreementReturned
        | NoticeKind::Escalated
        | NoticeKind::Queued
        | NoticeKind::SeatGiven
        | NoticeKind::SeatLost
        | NoticeKind::RepresentativeAwaited
        | NoticeKind::ReplyOverdue
        | NoticeKind::ExtensionAsked
        | NoticeKind::Extended
        | NoticeKind::EntryBreached
        | NoticeKind::QuestionAnswered
        | NoticeKind::Remitted
        | NoticeKind::Forwarded
        | NoticeKind::PaperReady
        | NoticeKind::FollowUp
        | NoticeKind::Reopened
        | NoticeKind::Question
        | NoticeKind::DeadlineReminder
        | NoticeKind::Closed => "",
    }
}

/// `http://consumer.localhost:8080` for `http://localhost:8080`.
pub fn demo_url(public_url: &str, who: &str) -> String {
    match public_url.split_once("://") {
        Some((scheme, host)) => format!("{scheme}://{who}.{host}"),
        None => public_url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_has_its_words_in_every_language() {
        let reader = CaseNames {
            reference: "K7Q2-9XMD".to_owned(),
            company: "Loja Aurora".to_owned(),
            other: "Marina".to_owned(),
            mediator: "Davi".to_owned(),
        };
        for language in Language::ALL {
            for kind in NoticeKind::ALL {
                for piece in ["subject", "body", "button"] {
                    let key = format!("mail-{}-{piece}", kind.name());
                    let text = reader.text(language, &key);
                    assert!(text != key && !text.contains('{'), "{key} in {}: {text}", language.tag());
                    assert!(piece != "subject" || text.contains("K7Q2-9XMD"), "{key} in {}", language.tag());
                }
            }
        }
    }

    #[test]
    fn each_side_has_its_host_in_the_demonstration() {
        assert_eq!(demo_url("http://localhost:8080", "consumer"), "http://consumer.localhost:8080");
    }
}
