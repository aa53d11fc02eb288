//! Everybody who may try something, and their roles.

use acordo_domain::case::decide::Named;
use acordo_domain::id::{OrganisationId, PowerId, UserId};
use acordo_domain::identifier::Scheme;
use acordo_domain::money::{Currency, Money};
use acordo_domain::organisation::{LegalIdentity, Power, StatedPower};
use acordo_domain::seat::*;
use uuid::Uuid;

pub const COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(0xC0));
pub const OTHER_COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(0xC1));
pub const OPERATOR: OrganisationId = OrganisationId(Uuid::from_u128(0x0F));
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Ana,
    Bruna,
    Carlos,
    Manager,
    OtherRep,
    Mediator,
    Successor,
    Coordinator,
    Ombudsman,
    /// In the same team as the ombudsman.
    Colleague,
    /// In the company's own ombudsman team.
    Ouvidora,
    /// In the operator's legal team.
    Legal,
    /// In the company's own legal team.
    Jurista,
    Viewer,
    Stranger,
    System,
}

impl Who {
    pub const ALL: [Self; 16] = [
        Self::Ana,
        Self::Bruna,
        Self::Carlos,
        Self::Manager,
        Self::OtherRep,
        Self::Mediator,
        Self::Successor,
        Self::Coordinator,
        Self::Ombudsman,
        Self::Colleague,
        Self::Ouvidora,
        Self::Legal,
        Self::Jurista,
        Self::Viewer,
        Self::Stranger,
        Self::System,
    ];
    pub fn id(self) -> UserId {
        UserId(Uuid::from_u128(0xA0 + self as u128))
    }
    pub fn person(self) -> Person {
        let name = match self {
            Self::Ana => "Ana Conceição",
            Self::Bruna => "Bruna Lima",
            Self::Carlos => "Carlos Prado",
            Self::Manager => "Marta Reis",
            Self::OtherRep => "Otto Braga",
            Self::Mediator => "Marcos Telles",
            Self::Successor => "Sílvia Nunes",
            Self::Coordinator => "Cora Dias",
            Self::Ombudsman => "Olga Paz",
            Self::Colleague => "Odete Brum",
            Self::Ouvidora => "Otília Ramos",
            Self::Legal => "Luís Farias",
            Self::Jurista => "Júlia Sena",
            Self::Viewer => "Vera Sá",
            Self::Stranger => "Saulo Gil",
            Self::System => "",
        };
        Person { id: self.id(), name: name.to_owned() }
    }
    pub fn memberships(self) -> Vec<Membership> {
        let membership_of = |organisation, kind, role| vec![Membership { organisation, kind, role }];
        let company = |role| membership_of(COMPANY, OrganisationKind::Company, role);
        let operator = |role| membership_of(OPERATOR, OrganisationKind::Operator, role);
        match self {
            Self::Ana | Self::Stranger | Self::System => Vec::new(),
            Self::Bruna | Self::Carlos => company(Role::Rep),
            Self::Manager => company(Role::Manager),
            Self::Viewer => company(Role::Viewer),
            Self::Ouvidora => company(Role::Ombudsman),
            Self::Legal => operator(Role::Legal),
            Self::Jurista => company(Role::Legal),
            Self::OtherRep => membership_of(OTHER_COMPANY, OrganisationKind::Company, Role::Rep),
            Self::Mediator | Self::Successor => operator(Role::Mediator),
            Self::Coordinator => operator(Role::Coordinator),
            Self::Ombudsman | Self::Colleague => operator(Role::Ombudsman),
        }
    }
    pub fn actor(self) -> Actor {
        match self {
            Self::System => Actor::System,
            who => Actor::Person { person: who.person(), memberships: who.memberships() },
        }
    }
    pub fn named(self) -> Named {
        Named { person: self.person(), memberships: self.memberships(), load: 0 }
    }
}

pub fn kinds(events: &[acordo_domain::case::event::Event]) -> Vec<&'static str> {
    events.iter().map(|event| event.kind.name()).collect()
}

/// A version of the company's legal identity.
pub fn identity(version: u32) -> LegalIdentity {
    LegalIdentity {
        version,
        name: "Aurora Comércio Ltda.".to_owned(),
        scheme: Scheme::Cnpj,
        identifier: "11.222.333/0001-81".to_owned(),
        address: "Rua das Flores, 1, São Paulo".to_owned(),
        trade_name: Some("Loja Aurora".to_owned()),
    }
}

/// A power up to this amount, or without a limit.
pub fn power(limit: Option<i64>) -> StatedPower {
    let (id, document) = (PowerId(Uuid::from_u128(0xBA)), "Procuração de 2026".to_owned());
    let power = Power {
        id,
        limit: limit.map(|amount| Money { amount, currency: Currency::BRL }),
        document: document.clone(),
        until: None,
        ended: false,
    };
    StatedPower { power, words: document }
}
