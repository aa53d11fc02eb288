//! What a mail says about a case: its public name, the names on both sides and what it is about, never what was
//! said there.

use crate::contact::is_lure;
use crate::texts::{self, Language, Value};
use acordo_domain::case::audience::may_read;
use acordo_domain::case::command::{Queue, Trade};
use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::{Case, Procedure};
use acordo_domain::id::UserId;
use acordo_domain::rules::DeadlineRule;
use acordo_domain::seat::{Actor, Channel, Side};
use acordo_domain::terms::ObligationKind;

/// Characters of a product's name in a mail, so that a subject stays a line.
const MATTER_CHARS_MAX: usize = 40;

/// A case as a mail may name it to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNames {
    reference: String,
    consumer: String,
    company: String,
    /// Who reads: each is told of the other side, and nobody only of their own.
    reader: Reader,
    /// The product, to whom reads the complaint. Others are told the trade, and so is everybody where somebody wrote
    /// an address, a link or a number to call in its place.
    subject: Option<String>,
    trade: Trade,
    mediator: String,
    /// The team that has the case, or had it last.
    queue: Option<Queue>,
    company_pays: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    Consumer,
    Company,
    /// Of the house that runs the procedure.
    Operator,
    /// Has no part in the case any more, and is told no names.
    Apart,
}

impl CaseNames {
    pub fn of(case: &Case, to: &Actor) -> Option<Self> {
        let filed = case.procedure.filed.as_ref()?;
        let Actor::Person { person, memberships } = to else { return None };
        let reader = if filed.consumer.id == person.id {
            Reader::Consumer
        } else if memberships.iter().any(|membership| membership.organisation == filed.operator) {
            Reader::Operator
        } else {
            Reader::Company
        };
        let reads = may_read(&case.procedure, to, Channel::Joint, 1);
        Some(Self {
            reference: filed.reference.to_string(),
            consumer: filed.consumer.name.clone(),
            company: filed.company_name.clone(),
            reader,
            subject: case.joint().subject.as_deref().filter(|subject| reads && !is_lure(subject)).map(shortened),
            trade: filed.trade,
            mediator: case.procedure.mediator().map(|tenure| tenure.person.name.clone()).unwrap_or_default(),
            queue: case.procedure.entries.last().map(|entry| entry.queue),
            company_pays: filed.settings.company_pays,
        })
    }

    /// To somebody who has no part in the case any more, only its code is said.
    pub fn apart(self) -> Self {
        Self { reader: Reader::Apart, ..self }
    }

    /// The other side, as seen by this reader.
    fn other(&self) -> &str {
        if self.reader == Reader::Consumer { &self.company } else { &self.consumer }
    }

    fn matter(&self, language: Language) -> String {
        self.subject.clone().unwrap_or_else(|| texts::text(language, &format!("trade-{}", code(self.trade)), &[]))
    }

    /// "K7Q2-9XMD (Marina Alves, geladeira)": the case in a subject line, for a reader who has many.
    fn case(&self, language: Language) -> String {
        let Self { reference, consumer, company, .. } = self;
        match self.reader {
            Reader::Consumer => format!("{reference} ({company})"),
            Reader::Company => format!("{reference} ({consumer}, {})", self.matter(language)),
            Reader::Operator => format!("{reference} ({consumer}, {company})"),
            Reader::Apart => reference.clone(),
        }
    }

    /// "de Marina Alves (geladeira)": what follows "the case" within a sentence.
    fn about(&self, language: Language) -> String {
        let key = match self.reader {
            Reader::Consumer => "mail-about-consumer",
            Reader::Company => "mail-about-company",
            Reader::Operator => "mail-about-operator",
            Reader::Apart => return self.reference.clone(),
        };
        let (consumer, company) = (self.consumer.as_str().into(), self.company.as_str().into());
        let args = [("consumer", consumer), ("company", company), ("matter", self.matter(language).into())];
        texts::text(language, key, &args)
    }

    /// Who pays for the mediation, as the case's settings have it.
    fn payer(&self, language: Language) -> String {
        let key = if self.company_pays { "mail-payer-company" } else { "mail-payer-operator" };
        texts::text(language, key, &[])
    }

    pub fn text(&self, language: Language, key: &str) -> String {
        self.text_with(language, key, &[])
    }

    pub fn text_with(&self, language: Language, key: &str, more: &[(&str, Value<'_>)]) -> String {
        let mut args: Vec<(&str, Value<'_>)> = vec![
            ("reference", self.reference.as_str().into()),
            ("company", self.company.as_str().into()),
            ("other", self.other().into()),
            ("mediator", self.mediator.as_str().into()),
            ("case", self.case(language).into()),
            ("about", self.about(language).into()),
            ("payer", self.payer(language).into()),
        ];
        if let Some(queue) = self.queue {
            args.push(("queue", texts::text(language, &format!("queue-{}", queue.name()), &[]).into()));
        }
        args.extend(more.iter().cloned());
        texts::text(language, key, &args)
    }
}

/// A trade as its texts are keyed.
fn code(trade: Trade) -> String {
    serde_json::to_value(trade).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// "Item 2 of the agreement: Money back."
pub(super) fn obligation(id: u16, kind: ObligationKind, language: Language) -> String {
    let name = serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let what = texts::text(language, &format!("obligation-{name}"), &[]);
    texts::text(language, "mail-obligation-which", &[("number", id.to_string().into()), ("what", what.into())])
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(MATTER_CHARS_MAX) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

/// Whose proposal did not have a yes from both sides: the mediator's, or which officer's.
pub(super) fn author_key(case: &Case, notice: &Notice) -> Option<&'static str> {
    if notice.kind != NoticeKind::ProposalNotAgreed {
        return None;
    }
    let Channel::Review { entry } = notice.channel else { return Some("mail-not_agreed-mediator") };
    let queue = case.procedure.entries.iter().find(|past| past.number == entry).map(|past| past.queue)?;
    Some(match queue {
        Queue::CompanyOmbudsman => "mail-not_agreed-company_ombudsman",
        Queue::CompanyLegal => "mail-not_agreed-company_legal",
        Queue::OperatorOmbudsman => "mail-not_agreed-operator_ombudsman",
        Queue::OperatorLegal => "mail-not_agreed-operator_legal",
    })
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
        | DeadlineRule::GroundRules
        | DeadlineRule::MediatorMissing
        | DeadlineRule::Admission
        | DeadlineRule::EntryOverdue
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
        | NoticeKind::LegalIdentityMissing
        | NoticeKind::ProposalAccepted
        | NoticeKind::ObligationReported
        | NoticeKind::ObligationDisputed
        | NoticeKind::ObligationOverdue
        | NoticeKind::Breached
        | NoticeKind::ObligationReleased
        | NoticeKind::ObligationConfirmed => "/agreement",
        NoticeKind::CaseFiledLink
        | NoticeKind::Admitted
        | NoticeKind::Invitation
        | NoticeKind::InvitationMisdirected
        | NoticeKind::InvitationCalledBack
        | NoticeKind::InvitationUndelivered
        | NoticeKind::InvitationAccepted
        | NoticeKind::InvitationRefused
        | NoticeKind::Message
        | NoticeKind::Private
        | NoticeKind::Proposal
        | NoticeKind::ProposalDeclined
        | NoticeKind::ProposalNotAgreed
        | NoticeKind::MediatorRequested
        | NoticeKind::MediatorAssigned
        | NoticeKind::AssignmentEnded
        | NoticeKind::MediationStarted
        | NoticeKind::MediationEnded
        | NoticeKind::AgreementReturned
        | NoticeKind::Escalated
        | NoticeKind::Queued
        | NoticeKind::SeatGiven
        | NoticeKind::SeatLost
        | NoticeKind::RepresentativeAwaited
        | NoticeKind::ReplyOverdue
        | NoticeKind::ReplyLate
        | NoticeKind::MediatorLate
        | NoticeKind::MediatorMissing
        | NoticeKind::MediatorAwaited
        | NoticeKind::MediatorReplaced
        | NoticeKind::ToAdmit
        | NoticeKind::ExtensionAsked
        | NoticeKind::Extended
        | NoticeKind::EntryBreached
        | NoticeKind::EntryLate
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

    fn names(reader: Reader) -> CaseNames {
        CaseNames {
            reference: "K7Q2-9XMD".to_owned(),
            consumer: "Marina Alves".to_owned(),
            company: "Loja Aurora".to_owned(),
            reader,
            subject: Some("Geladeira Polar".to_owned()),
            trade: Trade::Retail,
            mediator: "Davi".to_owned(),
            queue: Some(Queue::OperatorOmbudsman),
            company_pays: true,
        }
    }

    #[test]
    fn every_notice_has_its_words_in_every_language() {
        for language in Language::ALL {
            for kind in NoticeKind::ALL {
                for piece in ["subject", "body", "button"] {
                    let key = format!("mail-{}-{piece}", kind.name());
                    let said = ["author", "why"]
                        .map(|name| (name, texts::text(language, "mail-not_agreed-mediator", &[]).into()));
                    let text = names(Reader::Consumer).text_with(language, &key, &said);
                    assert!(text != key && !text.contains('{'), "{key} in {}: {text}", language.tag());
                    assert!(piece != "subject" || text.contains("K7Q2-9XMD"), "{key} in {}", language.tag());
                }
            }
        }
    }

    #[test]
    fn an_invitation_says_who_pays() {
        for language in Language::ALL {
            let body = |company_pays| {
                CaseNames { company_pays, ..names(Reader::Company) }.text(language, "mail-invitation-body")
            };
            for (company_pays, key) in [(true, "mail-payer-company"), (false, "mail-payer-operator")] {
                let sentence = texts::text(language, key, &[]);
                assert!(body(company_pays).contains(&sentence), "{}: {}", language.tag(), body(company_pays));
                assert!(!body(!company_pays).contains(&sentence), "{}", language.tag());
            }
        }
    }

    #[test]
    fn a_mail_to_a_company_names_the_consumer_and_the_matter_and_not_the_company_alone() {
        for language in Language::ALL {
            for kind in NoticeKind::ALL.iter().filter(|kind| **kind != NoticeKind::CaseFiledLink) {
                let said =
                    |piece: &str| names(Reader::Company).text(language, &format!("mail-{}-{piece}", kind.name()));
                let (subject, body) = (said("subject"), said("body"));
                for word in ["Marina Alves", "Geladeira Polar"] {
                    assert!(subject.contains(word), "{}: {subject}", language.tag());
                }
                let named = body.contains("Marina Alves");
                assert!(named || !body.contains("Loja Aurora") || *kind == NoticeKind::RepresentativeAwaited, "{body}");
            }
        }
    }

    #[test]
    fn who_does_not_read_the_complaint_is_told_the_trade_and_a_long_product_is_cut() {
        let names = CaseNames { subject: None, ..names(Reader::Company) };
        assert_eq!(names.case(Language::PtBr), "K7Q2-9XMD (Marina Alves, Lojas e comércio)");
        assert_eq!(shortened(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
        assert_eq!(shortened("Geladeira"), "Geladeira");
    }

    #[test]
    fn each_side_has_its_host_in_the_demonstration() {
        assert_eq!(demo_url("http://localhost:8080", "consumer"), "http://consumer.localhost:8080");
    }
}
