//! The first words of a case: a consumer's complaint, or a company's invitation with its account of the matter.

use super::Context;
use super::terms::money;
use super::text::{self, line, optional, text};
use crate::accepted::AcceptedText;
use crate::case::command::{Account, Complaint, Language, OwnAccount, ProofKind, Trade};
use crate::case::event::{Fact, NewEvent};
use crate::case::refusal::{Refusal, Refused};
use crate::id::{CaseId, OrganisationId, Reference};
use crate::identifier::is_identifier;
use crate::limit::{
    ACCESSIBILITY_CHARS_MAX, CARE_ANSWER_CHARS_MAX, CARE_MAX, EARLIER_PROTOCOL_CHARS_MAX, EARLIER_PROTOCOLS_MAX,
    LEGAL_NAME_CHARS_MAX, NAME_CHARS_MAX, ORDER_NUMBER_CHARS_MAX, PRODUCT_CHARS_MAX, REMEDY_WORDS_CHARS_MAX,
    STORY_CHARS_MAX,
};
use crate::seat::{Channel, Person, Seat, Side, Voice};

/// The first side to speak opens the case: a consumer with a complaint, a company with an invitation.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseOpening {
    Complaint(Box<Filing>),
    Invitation(Box<CompanyFiling>),
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
    pub rules_version: u32,
    pub online: bool,
}

/// A company's invitation of one consumer, with its own account of the matter. Pointers of refusals are those of the
/// body of `POST complaints/invite`.
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyFiling {
    pub case: CaseId,
    pub reference: Reference,
    pub company: OrganisationId,
    pub company_name: String,
    pub operator: OrganisationId,
    pub trade: Trade,
    pub language: Language,
    /// Who files for the company, and takes its seat.
    pub filer: Person,
    pub consumer: Person,
    pub account: Account,
    /// What the consumer is asked for to show who they are. What it is compared with stays outside the case.
    pub proof: ProofKind,
    pub rules_version: u32,
    pub online: bool,
}

impl CaseOpening {
    pub fn case(&self) -> CaseId {
        match self {
            Self::Complaint(filing) => filing.case,
            Self::Invitation(filing) => filing.case,
        }
    }
    pub fn reference(&self) -> Reference {
        match self {
            Self::Complaint(filing) => filing.reference,
            Self::Invitation(filing) => filing.reference,
        }
    }
    /// The drawn reference was taken: this one is tried.
    pub fn refer_to(&mut self, reference: Reference) {
        match self {
            Self::Complaint(filing) => filing.reference = reference,
            Self::Invitation(filing) => filing.reference = reference,
        }
    }
    pub fn company(&self) -> OrganisationId {
        match self {
            Self::Complaint(filing) => filing.company,
            Self::Invitation(filing) => filing.company,
        }
    }
    pub fn operator(&self) -> OrganisationId {
        match self {
            Self::Complaint(filing) => filing.operator,
            Self::Invitation(filing) => filing.operator,
        }
    }
    pub fn filer(&self) -> &Person {
        match self {
            Self::Complaint(filing) => &filing.consumer,
            Self::Invitation(filing) => &filing.filer,
        }
    }
}

/// The first facts of a case.
pub fn open(opening: &CaseOpening, context: &Context<'_>) -> Result<Vec<NewEvent>, Refused> {
    match opening {
        CaseOpening::Complaint(filing) => file(filing, context),
        CaseOpening::Invitation(filing) => invite(filing, context),
    }
}

/// The facts of an opening, said by its filer or by the system.
struct FilerFacts<'a> {
    voice: Voice,
    filer: &'a Person,
    facts: Vec<NewEvent>,
}

impl<'a> FilerFacts<'a> {
    fn by(side: Side, filer: &'a Person) -> Self {
        Self { voice: side.seat().into(), filer, facts: Vec::with_capacity(7) }
    }
    fn own(&mut self, channel: Channel, fact: Fact) {
        self.say(channel, self.voice, Some(self.filer.clone()), fact);
    }
    fn follows(&mut self, fact: Fact) {
        self.say(Channel::Procedure, Voice::System, None, fact);
    }
    fn say(&mut self, channel: Channel, seat: Voice, by: Option<Person>, fact: Fact) {
        self.facts.push(NewEvent { channel, seat, by, fact, evidence: None, with_origin: false });
    }
}

fn file(filing: &Filing, context: &Context<'_>) -> Result<Vec<NewEvent>, Refused> {
    check_filing(filing, context)?;
    let mut said = FilerFacts::by(Side::Consumer, &filing.consumer);
    said.own(
        Channel::Procedure,
        Fact::CaseFiled {
            reference: filing.reference,
            filed_by: Side::Consumer,
            consumer: filing.consumer.clone(),
            company: filing.company,
            company_name: filing.company_name.clone(),
            operator: filing.operator,
            trade: filing.trade,
            language: filing.language,
            law: context.rules.law,
            settings: context.rules.settings,
            proof: None,
        },
    );
    said.own(Channel::Procedure, rules_accepted(Side::Consumer, filing.rules_version, filing.online));
    said.own(Channel::Procedure, Fact::SeatTaken { seat: Seat::Consumer, person: filing.consumer.clone() });
    if filing.identifier.is_some() {
        said.own(Channel::Procedure, Fact::PartyIdentified { side: Side::Consumer });
    }
    said.own(
        Channel::Joint,
        Fact::ComplaintFiled {
            complaint: filing.complaint.clone(),
            legal_name: filing.legal_name.trim().to_owned(),
            identifier: filing.identifier.as_deref().map(|text| text.trim().to_owned()),
        },
    );
    if context.rules.admit_by_rule {
        said.follows(Fact::CaseAdmitted {});
        said.follows(invited(Side::Company, context));
    }
    Ok(said.facts)
}

/// A company begins: its account is the first event of `joint`, and the consumer is invited.
fn invite(filing: &CompanyFiling, context: &Context<'_>) -> Result<Vec<NewEvent>, Refused> {
    check_rules(filing.rules_version, filing.online, context)?;
    text::name(&filing.consumer.name, NAME_CHARS_MAX, "/consumer/name")?;
    text::name(&filing.company_name, LEGAL_NAME_CHARS_MAX, "/company")?;
    if filing.filer.id == filing.consumer.id {
        return Err(Refusal::OtherSide.at("/consumer/email"));
    }
    check_account(&filing.account, context)?;
    let mut said = FilerFacts::by(Side::Company, &filing.filer);
    said.own(
        Channel::Procedure,
        Fact::CaseFiled {
            reference: filing.reference,
            filed_by: Side::Company,
            consumer: filing.consumer.clone(),
            company: filing.company,
            company_name: filing.company_name.clone(),
            operator: filing.operator,
            trade: filing.trade,
            language: filing.language,
            law: context.rules.law,
            settings: context.rules.settings,
            proof: Some(filing.proof),
        },
    );
    said.own(Channel::Procedure, rules_accepted(Side::Company, filing.rules_version, filing.online));
    said.own(Channel::Procedure, Fact::SeatTaken { seat: Seat::Company, person: filing.filer.clone() });
    said.own(Channel::Joint, Fact::AccountGiven { account: filing.account.clone() });
    if context.rules.admit_by_rule {
        said.follows(Fact::CaseAdmitted {});
        said.follows(invited(Side::Consumer, context));
    }
    Ok(said.facts)
}

pub(super) fn invited(side: Side, context: &Context<'_>) -> Fact {
    let rules = context.rules;
    Fact::Invited { side, until: rules.calendar.deadline(context.now, rules.invitation_days) }
}

/// What was accepted is named by its version and by the hash of its text.
pub(super) fn rules_accepted(side: Side, rules_version: u32, online: bool) -> Fact {
    let text_hash = AcceptedText::Rules.hash(rules_version);
    Fact::RulesAccepted { side, rules_version, online, text_hash }
}

pub(super) fn check_rules(rules_version: u32, online: bool, context: &Context<'_>) -> Result<(), Refused> {
    if rules_version != context.rules.rules_version {
        return Err(Refusal::RulesVersionUnknown.at("/rules_version"));
    }
    if online { Ok(()) } else { Err(Refusal::OnlineConsentMissing.at("/online")) }
}

fn check_account(account: &Account, context: &Context<'_>) -> Result<(), Refused> {
    let today = context.rules.calendar.day(context.now);
    line(&account.product, PRODUCT_CHARS_MAX, "/account/product")?;
    text(&account.story, STORY_CHARS_MAX, "/account/story")?;
    if let Some(number) = &account.order_number {
        line(number, ORDER_NUMBER_CHARS_MAX, "/account/order_number")?;
    }
    if account.happened_on.is_some_and(|day| day > today) {
        return Err(Refusal::DateInTheFuture.at("/account/happened_on"));
    }
    if let Some(amount) = account.amount_in_dispute {
        money(amount, "/account/amount_in_dispute")?;
    }
    if account.care.len() > CARE_MAX {
        return Err(Refusal::TooManyItems.at("/account/care"));
    }
    for (index, contact) in account.care.iter().enumerate() {
        text(&contact.answer, CARE_ANSWER_CHARS_MAX, &format!("/account/care/{index}/answer"))?;
        if let Some(number) = &contact.protocol {
            line(number, EARLIER_PROTOCOL_CHARS_MAX, &format!("/account/care/{index}/protocol"))?;
        }
        if contact.on.is_some_and(|day| day > today) {
            return Err(Refusal::DateInTheFuture.at(format!("/account/care/{index}/on")));
        }
    }
    Ok(())
}

/// What the consumer adds when accepting a company's invitation.
pub(super) fn check_own(own: &OwnAccount) -> Result<(), Refused> {
    optional(own.remedy_words.as_deref(), REMEDY_WORDS_CHARS_MAX, "/own/remedy_words")?;
    optional(own.story.as_deref(), STORY_CHARS_MAX, "/own/story")?;
    optional(own.accessibility.as_deref(), ACCESSIBILITY_CHARS_MAX, "/own/accessibility")?;
    own.amount_in_dispute.map_or(Ok(()), |amount| money(amount, "/own/amount_in_dispute"))
}

/// The complaint that the two accounts make: the matter as the company told it, the wish as the consumer said it.
pub(super) fn complaint(account: &Account, own: &OwnAccount) -> Complaint {
    Complaint {
        product: account.product.clone(),
        order_number: account.order_number.clone(),
        story: own.story.clone().unwrap_or_default(),
        happened_on: account.happened_on,
        earlier_protocols: account.care.iter().filter_map(|contact| contact.protocol.clone()).collect(),
        amount_in_dispute: own.amount_in_dispute.or(account.amount_in_dispute),
        remedy: own.remedy,
        remedy_words: own.remedy_words.clone(),
        accessibility: own.accessibility.clone(),
    }
}

fn check_filing(filing: &Filing, context: &Context<'_>) -> Result<(), Refused> {
    check_rules(filing.rules_version, filing.online, context)?;
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
