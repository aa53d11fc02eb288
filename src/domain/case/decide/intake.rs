//! From the complaint to the first word of the other side.

use super::terms::money;
use super::text::{self, line, optional, text};
use super::{Context, Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{Complaint, Language, RefuseGround, Trade};
use crate::case::event::{Fact, NewEvent};
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{FiledCase, Invitation, InvitationState};
use crate::id::{CaseId, OrganisationId, Reference};
use crate::identifier::is_identifier;
use crate::limit::{
    ACCESSIBILITY_CHARS_MAX, EARLIER_PROTOCOL_CHARS_MAX, EARLIER_PROTOCOLS_MAX, LEGAL_NAME_CHARS_MAX, NAME_CHARS_MAX,
    ORDER_NUMBER_CHARS_MAX, PRODUCT_CHARS_MAX, REMEDY_WORDS_CHARS_MAX, STORY_CHARS_MAX,
};
use crate::phase::{Phase, WithoutAgreement};
use crate::seat::{Channel, Person, Seat, Side, Voice};

pub(in crate::case) fn admit<'a>(asker: &Asker<'a>) -> Guard<&'a FiledCase> {
    let filed = asker.procedure().filed.as_ref().ok_or(Refusal::NoCapacity)?;
    if asker.procedure().admitted { Err(Refusal::AlreadyAdmitted.into()) } else { Ok(filed) }
}

/// An invited party may also accept after refusing or staying silent: for as long as the invitation had been open,
/// and as long as an officer has the case.
pub(in crate::case) fn accept_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let procedure = asker.procedure();
    let invitation = procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    let person = asker.person()?;
    let side = invitation.side;
    if asker.side()? != side || procedure.side_of(person) == Some(side.other()) {
        return Err(Refusal::OtherSide.into());
    }
    if invitation.state == InvitationState::Accepted {
        return Err(Refusal::InvitationAlreadyAccepted.into());
    }
    if procedure.phase() != Phase::ClosedRefused {
        return Ok(invitation);
    }
    // The operator refused the case, or the time for a change of mind is over.
    let until = invitation.back_until(asker.rules).ok_or(Refusal::CaseClosed)?;
    if asker.now < until { Ok(invitation) } else { Err(Refusal::InvitationNotOpen.into()) }
}

pub(in crate::case) fn refuse_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let invitation = asker.procedure().invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    if invitation.state != InvitationState::Open {
        return Err(Refusal::InvitationNotOpen.into());
    }
    if asker.side()? == invitation.side { Ok(invitation) } else { Err(Refusal::OtherSide.into()) }
}

/// A complaint on its way to become a case. Pointers of refusals are those of the body of `POST complaints`.
#[derive(Debug, Clone, PartialEq)]
pub struct Filing {
    pub case: CaseId,
    pub reference: Reference,
    pub company: OrganisationId,
    pub company_name: String,
    pub operator: OrganisationId,
    pub trade: Trade,
    pub language: Language,
    pub consumer: Person,
    pub legal_name: String,
    pub identifier: Option<String>,
    pub complaint: Complaint,
    /// Where the company filed, `consumer` is the invited person and nobody sits for the company yet.
    pub filed_by: Side,
    pub rules_version: u32,
    pub online: bool,
}

/// The first facts of a case.
pub fn file(filing: &Filing, context: &Context<'_>) -> Result<Vec<NewEvent>, Refused> {
    check_filing(filing, context)?;
    let by_consumer = filing.filed_by == Side::Consumer;
    let mut facts = Vec::with_capacity(7);
    let mut say = |channel, own: bool, fact| {
        // A company files through the programs of its customer care; nobody sits for it yet.
        let own = own && by_consumer;
        facts.push(NewEvent {
            channel,
            seat: if own { Voice::Consumer } else { Voice::System },
            by: own.then(|| filing.consumer.clone()),
            fact,
            evidence: None,
            with_origin: false,
        });
    };
    say(
        Channel::Procedure,
        true,
        Fact::CaseFiled {
            reference: filing.reference,
            filed_by: filing.filed_by,
            consumer: filing.consumer.clone(),
            company: filing.company,
            company_name: filing.company_name.clone(),
            operator: filing.operator,
            trade: filing.trade,
            language: filing.language,
            law: context.rules.law,
            settings: context.rules.settings,
        },
    );
    say(
        Channel::Procedure,
        true,
        Fact::RulesAccepted { side: filing.filed_by, rules_version: filing.rules_version, online: filing.online },
    );
    if by_consumer {
        say(Channel::Procedure, true, Fact::SeatTaken { seat: Seat::Consumer, person: filing.consumer.clone() });
    }
    if filing.identifier.is_some() {
        say(Channel::Procedure, true, Fact::PartyIdentified { side: Side::Consumer });
    }
    say(
        Channel::Joint,
        true,
        Fact::ComplaintFiled {
            complaint: filing.complaint.clone(),
            legal_name: filing.legal_name.trim().to_owned(),
            identifier: filing.identifier.as_deref().map(|text| text.trim().to_owned()),
        },
    );
    if context.rules.admit_by_rule {
        say(Channel::Procedure, false, Fact::CaseAdmitted {});
        say(Channel::Procedure, false, invited(filing.filed_by.other(), context));
    }
    Ok(facts)
}

fn invited(side: Side, context: &Context<'_>) -> Fact {
    let rules = context.rules;
    Fact::Invited { side, until: rules.calendar.deadline(context.now, rules.invitation_days) }
}

fn check_filing(filing: &Filing, context: &Context<'_>) -> Result<(), Refused> {
    if filing.rules_version != context.rules.rules_version {
        return Err(Refusal::RulesVersionUnknown.at("/rules_version"));
    }
    if !filing.online {
        return Err(Refusal::OnlineConsentMissing.at("/online"));
    }
    text::name(&filing.consumer.name, NAME_CHARS_MAX, "/consumer/name")?;
    text::name(&filing.legal_name, LEGAL_NAME_CHARS_MAX, "/consumer/name")?;
    text::name(&filing.company_name, LEGAL_NAME_CHARS_MAX, "/company")?;
    if filing.identifier.as_deref().is_some_and(|text| !is_identifier(text)) {
        return Err(Refusal::IdentifierInvalid.at("/consumer/identifier"));
    }
    let complaint = &filing.complaint;
    line(&complaint.product, PRODUCT_CHARS_MAX, "/complaint/product")?;
    text(&complaint.story, STORY_CHARS_MAX, "/complaint/story")?;
    if let Some(number) = &complaint.order_number {
        line(number, ORDER_NUMBER_CHARS_MAX, "/complaint/order_number")?;
    }
    optional(complaint.remedy_words.as_deref(), REMEDY_WORDS_CHARS_MAX, "/complaint/remedy_words")?;
    optional(complaint.accessibility.as_deref(), ACCESSIBILITY_CHARS_MAX, "/complaint/accessibility")?;
    if complaint.earlier_protocols.len() > EARLIER_PROTOCOLS_MAX {
        return Err(Refusal::TooManyItems.at("/complaint/earlier_protocols"));
    }
    for (index, protocol) in complaint.earlier_protocols.iter().enumerate() {
        line(protocol, EARLIER_PROTOCOL_CHARS_MAX, &format!("/complaint/earlier_protocols/{index}"))?;
    }
    if complaint.happened_on.is_some_and(|day| day > context.rules.calendar.day(context.now)) {
        return Err(Refusal::DateInTheFuture.at("/complaint/happened_on"));
    }
    complaint.amount_in_dispute.map_or(Ok(()), |amount| money(amount, "/complaint/amount_in_dispute"))
}

impl Decision<'_> {
    pub(super) fn admit(&mut self) -> Verdict {
        let filed = admit(&self.asker)?;
        let invited = invited(filed.filed_by.other(), self.context);
        self.own(Channel::Procedure, Fact::CaseAdmitted {});
        self.follows(Channel::Procedure, invited);
        Ok(())
    }

    pub(super) fn refuse_case(&mut self, ground: RefuseGround) -> Verdict {
        admit(&self.asker)?;
        self.own(Channel::Procedure, Fact::CaseRefused { ground });
        self.close_without_agreement(WithoutAgreement::Refused)
    }

    /// Seats the person who accepts; once both sides accepted the rules, negotiation begins.
    pub(super) fn accept_invitation(&mut self, rules_version: u32, online: bool) -> Verdict {
        let side = accept_invitation(&self.asker)?.side;
        let person = self.person()?.clone();
        if rules_version != self.rules().rules_version {
            return Err(Refusal::RulesVersionUnknown.at("/rules_version"));
        }
        if !online {
            return Err(Refusal::OnlineConsentMissing.at("/online"));
        }
        self.own(Channel::Procedure, Fact::InvitationAccepted { side });
        self.own(Channel::Procedure, Fact::RulesAccepted { side, rules_version, online });
        self.own(Channel::Procedure, Fact::SeatTaken { seat: side.seat(), person });
        // A company that accepts after the case went to a queue answers there.
        if matches!(self.phase(), Phase::Intake | Phase::ClosedRefused) {
            self.enter(Phase::Negotiation);
        }
        Ok(())
    }

    /// A refusal counts at once, and accepting undoes it for a while. An entry in a queue outlives it.
    pub(super) fn refuse_invitation(&mut self) -> Verdict {
        let side = refuse_invitation(&self.asker)?.side;
        self.own(Channel::Procedure, Fact::InvitationRefused { side });
        self.close_where_nobody_has_it()
    }

    /// Thirty days without an answer count as a refusal (Lei 13.140, art. 21).
    pub(super) fn lapse_invitation(&mut self) -> Verdict {
        let invitation = self.procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
        if matches!(invitation.state, InvitationState::Accepted | InvitationState::Lapsed) {
            return Err(Refusal::InvitationNotOpen.into());
        }
        if self.now() < invitation.until {
            return Err(Refusal::InvitationStillOpen.into());
        }
        let side = invitation.side;
        self.own(Channel::Procedure, Fact::InvitationLapsed { side });
        self.close_where_nobody_has_it()
    }

    /// What an officer has in hand goes on without the one who did not come.
    fn close_where_nobody_has_it(&mut self) -> Verdict {
        if self.procedure.open_entry().is_some() {
            return Ok(());
        }
        self.close_without_agreement(WithoutAgreement::Refused)
    }
}
