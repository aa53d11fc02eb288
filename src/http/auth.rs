//! Who is there: sign-in, one-time links, refresh, sign-out.

use crate::http::answer::Answer;
use crate::problem::{Problem, Shell};
use acordo_domain::case::command::Language;
use acordo_domain::id::{CaseId, OrganisationId, Reference, UserId};
use acordo_domain::seat::{OrganisationKind, Role};
use actix_web::{HttpResponse, get, post, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(session)
        .service(sign_in)
        .service(send_link)
        .service(link_state)
        .service(redeem_link)
        .service(refresh)
        .service(sign_out);
}

/// The signed-in person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionView {
    pub user: UserView,
    /// Is this an installation for trying out?
    pub demo: bool,
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

#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[schema(max_length = 254)]
    pub email: String,
    #[schema(max_length = 1024)]
    pub password: String,
}

/// A password never reaches a log.
impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn")
    }
}

#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkAsk {
    #[schema(max_length = 254)]
    pub email: String,
    #[serde(default)]
    pub case: Option<CaseId>,
}

#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkToken {
    pub token: String,
}

/// A token never reaches a log.
impl std::fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkToken")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Redeemed {
    pub session: SessionView,
    #[schema(required)]
    pub case: Option<CaseId>,
}

/// What a link is for; asking does not use it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinkView {
    pub state: LinkState,
    #[schema(required)]
    pub case_reference: Option<Reference>,
    #[schema(required)]
    pub company_name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    Open,
    Used,
    Expired,
}

/// Who is signed in.
#[utoipa::path(tag = "auth", responses((status = 200, body = SessionView), (status = 401, body = Problem, content_type = "application/problem+json")))]
#[get("/auth/session")]
pub async fn session() -> Answer {
    Err(Shell::Unavailable.into())
}

/// Sign in with a password.
#[utoipa::path(tag = "auth", request_body = SignIn, responses((status = 200, body = SessionView), (status = 401, body = Problem, content_type = "application/problem+json")))]
#[post("/auth/sign_in")]
pub async fn sign_in(_form: web::Json<SignIn>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Send a one-time link by mail. Answers the same whether or not the address is known.
#[utoipa::path(tag = "auth", request_body = LinkAsk, responses((status = 202)))]
#[post("/auth/link")]
pub async fn send_link(_form: web::Json<LinkAsk>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// What a link is for. Never uses it up: mail scanners follow links.
#[utoipa::path(tag = "auth", responses((status = 200, body = LinkView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/auth/link/{token}")]
pub async fn link_state(_token: web::Path<String>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Use a link up and sign in by it.
#[utoipa::path(tag = "auth", request_body = LinkToken, responses((status = 200, body = Redeemed), (status = 410, body = Problem, content_type = "application/problem+json")))]
#[post("/auth/link/redeem")]
pub async fn redeem_link(_form: web::Json<LinkToken>) -> Answer {
    Err(Shell::Unavailable.into())
}

/// Trade the refresh token in its cookie for a fresh pair.
#[utoipa::path(tag = "auth", responses((status = 200, body = SessionView), (status = 401, body = Problem, content_type = "application/problem+json")))]
#[post("/auth/refresh")]
pub async fn refresh() -> Answer {
    Err(Shell::Unavailable.into())
}

/// End this session; its sockets close at once.
#[utoipa::path(tag = "auth", responses((status = 204)))]
#[post("/auth/sign_out")]
pub async fn sign_out() -> Result<HttpResponse, crate::problem::Fault> {
    Err(Shell::Unavailable.into())
}
