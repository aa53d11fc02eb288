//! Who the parties are before the law: a consumer says it, a company's record does.

use super::text::{self, line, printable, text};
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::event::Fact;
use crate::case::refusal::{Refusal, Refused};
use crate::identifier::{Scheme, formatted, is_identifier};
use crate::limit::{ADDRESS_CHARS_MAX, LEGAL_NAME_CHARS_MAX, POWER_DOCUMENT_CHARS_MAX};
use crate::money::{AMOUNT_MAX, Money};
use crate::organisation::{LegalIdentity, fits};
use crate::seat::{Channel, Side};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The draft names the parties; who is wrong in it refuses to sign.
pub(in crate::case) fn identify(asker: &Asker<'_>) -> Guard<Side> {
    let side = asker.side()?;
    let deal = asker.readable.joint().and_then(|joint| joint.deal.as_ref());
    if deal.is_some_and(|deal| deal.draft.is_some()) { Err(Refusal::DraftExists.into()) } else { Ok(side) }
}

impl Decision<'_> {
    /// Legal name and identifier, by the time the agreement is drafted at the latest.
    pub(super) fn identify(&mut self, name: &str, identifier: &str, address: Option<&str>) -> Verdict {
        let side = identify(&self.asker)?;
        text::name(name, LEGAL_NAME_CHARS_MAX, "/name")?;
        printable(name, "/name")?;
        if !is_identifier(identifier) {
            return Err(Refusal::IdentifierInvalid.at("/identifier"));
        }
        if let Some(address) = address {
            text(address, ADDRESS_CHARS_MAX, "/address")?;
            printable(address, "/address")?;
        }
        let fact = Fact::PartyNamed {
            side,
            name: name.trim().to_owned(),
            identifier: formatted(identifier),
            address: address.map(|address| address.trim().to_owned()),
            scheme: None,
            trade_name: None,
            version: None,
        };
        self.own(Channel::Joint, fact);
        self.own(Channel::Procedure, Fact::PartyIdentified { side });
        Ok(())
    }

    /// The company's side takes what its organisation's record says; where nothing stands there, drafting waits.
    pub(super) fn name_company(&mut self) {
        let Some(identity) = self.context.legal_identity else { return };
        if self.joint.identity_version() == Some(identity.version) {
            return;
        }
        let LegalIdentity { version, name, scheme, identifier, address, trade_name } = identity.clone();
        let fact = Fact::PartyNamed {
            side: Side::Company,
            name,
            identifier,
            address: Some(address),
            scheme: Some(scheme),
            trade_name,
            version: Some(version),
        };
        self.follows(Channel::Joint, fact);
        if !self.procedure.identified.company {
            self.follows(Channel::Procedure, Fact::PartyIdentified { side: Side::Company });
        }
    }

    /// The record changed, or was filled, between acceptance and draft.
    pub(super) fn take_legal_identity(&mut self) -> Verdict {
        let deal = self.joint.deal.as_ref().ok_or(Refusal::NoAcceptedProposal)?;
        if deal.draft.is_some() {
            return Err(Refusal::DraftExists.into());
        }
        let identity = self.context.legal_identity.ok_or(Refusal::LegalIdentityMissing)?;
        if self.joint.identity_version() == Some(identity.version) {
            return Err(Refusal::LegalIdentityTaken.into());
        }
        self.name_company();
        Ok(())
    }

    /// Both are named, the company as its record has it now.
    pub(super) fn parties_are_named(&self) -> Verdict {
        if self.joint.identified(Side::Consumer).is_none() {
            return Err(Refusal::PartyNotIdentified.into());
        }
        let version = self.joint.identity_version().ok_or(Refusal::LegalIdentityMissing)?;
        match self.context.legal_identity {
            Some(now) if now.version != version => Err(Refusal::Conflict.into()),
            Some(_) | None => Ok(()),
        }
    }
}

/// A legal identity as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalIdentityForm {
    /// The registered name.
    #[schema(max_length = 200)]
    pub name: String,
    pub scheme: Scheme,
    #[schema(max_length = 40)]
    pub identifier: String,
    #[schema(max_length = 300)]
    pub address: String,
    #[serde(default)]
    #[schema(max_length = 200)]
    pub trade_name: Option<String>,
}

impl LegalIdentityForm {
    /// The same, checked and written as it will stand in agreements.
    pub fn checked(&self) -> Result<Self, Refused> {
        text::name(&self.name, LEGAL_NAME_CHARS_MAX, "/name")?;
        printable(&self.name, "/name")?;
        if !fits(self.scheme, &self.identifier) || !is_identifier(&self.identifier) {
            return Err(Refusal::IdentifierInvalid.at("/identifier"));
        }
        line(&self.address, ADDRESS_CHARS_MAX, "/address")?;
        printable(&self.address, "/address")?;
        if let Some(trade_name) = &self.trade_name {
            line(trade_name, LEGAL_NAME_CHARS_MAX, "/trade_name")?;
            printable(trade_name, "/trade_name")?;
        }
        let trimmed = |words: &str| words.trim().to_owned();
        Ok(Self {
            name: trimmed(&self.name),
            scheme: self.scheme,
            identifier: match self.scheme {
                Scheme::Cnpj => formatted(&self.identifier),
                Scheme::Nif | Scheme::Vat | Scheme::Other => trimmed(&self.identifier),
            },
            address: trimmed(&self.address),
            trade_name: self.trade_name.as_deref().map(trimmed),
        })
    }
}

/// A power as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PowerForm {
    /// The most that may be owed by one signature; any amount where nothing is said.
    #[serde(default)]
    pub limit: Option<Money>,
    #[schema(max_length = 200)]
    pub document: String,
    /// The last day on which it holds; without one it holds until it is ended.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
}

impl PowerForm {
    pub fn checked(&self, today: Date) -> Result<Self, Refused> {
        line(&self.document, POWER_DOCUMENT_CHARS_MAX, "/document")?;
        printable(&self.document, "/document")?;
        match self.limit {
            Some(limit) if limit.amount < 0 => return Err(Refusal::AmountNegative.at("/limit/amount")),
            Some(limit) if limit.amount > AMOUNT_MAX => return Err(Refusal::AmountTooLarge.at("/limit/amount")),
            Some(_) | None => {}
        }
        if self.until.is_some_and(|until| until < today) {
            return Err(Refusal::DateInThePast.at("/until"));
        }
        Ok(Self { document: self.document.trim().to_owned(), ..self.clone() })
    }
}
