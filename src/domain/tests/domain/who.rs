//! Everybody who may try something, and what they are.

use acordo_domain::case::decide::Named;
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::seat::*;
use uuid::Uuid;

pub const COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(0xC0));
pub const OTHER_COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(0xC1));
pub const OPERATOR: OrganisationId = OrganisationId(Uuid::from_u128(0x0F));
/// Everybody who may try something.
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
    /// Of the same team as the ombudsman.
    Colleague,
    /// Of the company's own ombudsman's team.
    Ouvidora,
    /// Of the operator's legal team.
    Legal,
    /// Of the company's own legal team.
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

/// The kinds of some events, in order.
pub fn kinds(events: &[acordo_domain::case::event::Event]) -> Vec<&'static str> {
    events.iter().map(|event| event.kind.name()).collect()
}
