//! Who is signed in, as every answer that lets somebody in says it.

use crate::http::app_state::AppState;
use crate::identity;
use acordo_domain::case::command::Language;
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{OrganisationKind, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The signed-in person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionView {
    pub user: UserView,
    /// Is this an installation for trying out?
    pub demo: bool,
    /// The server's clock: what is due and what is over is told by it, not by the device's.
    pub now: Moment,
    /// The largest file that is taken as evidence.
    pub evidence_bytes_max: u64,
    /// For a program that asked for them in the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<TokensView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserView {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub memberships: Vec<MembershipView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MembershipView {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub kind: OrganisationKind,
    pub role: Role,
}

/// A session's tokens, named as in RFC 6749, section 5.1.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokensView {
    /// For the header `Authorization: Bearer …`.
    pub access_token: String,
    /// `Bearer`.
    pub token_type: String,
    /// Seconds.
    pub expires_in: i64,
    /// Good for one renewal, which gives another.
    pub refresh_token: String,
    /// Seconds.
    pub refresh_expires_in: i64,
}

/// A token never reaches a log.
impl std::fmt::Debug for TokensView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokensView")
    }
}

pub fn shown(state: &AppState, who: &identity::SignedIn) -> SessionView {
    let memberships = who.memberships.iter().map(|member| MembershipView {
        organisation: member.membership.organisation,
        organisation_name: member.organisation_name.clone(),
        kind: member.membership.kind,
        role: member.membership.role,
    });
    SessionView {
        user: UserView {
            id: who.user.id,
            name: who.user.name.clone(),
            email: who.user.email.clone(),
            language: who.user.language,
            memberships: memberships.collect(),
        },
        demo: state.config.demo,
        now: state.store.now(),
        evidence_bytes_max: state.config.limits.evidence_bytes_max,
        tokens: None,
    }
}
