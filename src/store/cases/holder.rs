//! Who lists cases: a person, a person by a seat, and a role. Each is known by the hash of its name, which is short enough
//! to begin every key.

use crate::store::code::name_of;
use crate::store::sql::Key;
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::seat::{Actor, Role};
use sha2::{Digest, Sha256};
use uuid::Uuid;

fn holder(name: &str) -> Key {
    let hash: [u8; 32] = Sha256::digest(name).into();
    Key(Uuid::from_u64_pair(
        u64::from_be_bytes(hash[..8].try_into().unwrap_or_default()),
        u64::from_be_bytes(hash[8..16].try_into().unwrap_or_default()),
    ))
}

pub(super) fn user_holder(user: UserId) -> Key {
    holder(&format!("user:{user}"))
}

/// A person who is out of a case. Nothing is listed by it.
pub(super) fn out_holder(user: UserId) -> Key {
    holder(&format!("out:{user}"))
}

/// A person by a seat that needs the membership it was taken with.
pub(super) fn seat_holder(user: UserId, organisation: OrganisationId, role: Role) -> Key {
    holder(&format!("user:{user}@{organisation}:{}", name_of(&role)))
}

pub(super) fn role_holder(organisation: OrganisationId, role: Role) -> Key {
    holder(&format!("{organisation}:{}", name_of(&role)))
}

/// The holder under which an accepted mediator lists a case.
pub(crate) fn mediator_holder(user: UserId, operator: OrganisationId) -> Key {
    seat_holder(user, operator, Role::Mediator)
}

/// By whom an actor lists cases.
#[derive(Debug, Default)]
pub(super) struct Holders {
    /// The person, then the person's seats.
    pub own: Vec<Key>,
    /// What each membership lists by its role alone.
    pub by_role: Vec<Key>,
    /// A case that one of these has is listed by no role: those of the person, and the one of who is out.
    pub apart: Vec<Key>,
}

impl Holders {
    pub fn of(actor: &Actor) -> Self {
        let Actor::Person { person, memberships } = actor else { return Self::default() };
        let seats = memberships.iter().map(|one| seat_holder(person.id, one.organisation, one.role));
        let own: Vec<Key> = std::iter::once(user_holder(person.id)).chain(seats).collect();
        let by_role = memberships.iter().map(|one| role_holder(one.organisation, one.role)).collect();
        let apart = own.iter().copied().chain([out_holder(person.id)]).collect();
        Self { own, by_role, apart }
    }

    /// All of them, those that go before others first.
    pub fn all(&self) -> Vec<Key> {
        self.apart.iter().chain(&self.by_role).copied().collect()
    }
}

/// Those of the person alone, in cases that they list or are out of.
pub(crate) fn own_holders(actor: &Actor) -> Vec<Key> {
    Holders::of(actor).apart
}
