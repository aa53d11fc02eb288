//! One's own account: the password, and the devices that are signed in.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::auth::device;
use crate::http::read::{CurrentUser, Json};
use crate::http::session_view::SessionView;
use crate::http::tokens::entered;
use crate::identity::account::may_have_password;
use crate::identity::level::level;
use crate::identity::session::PASSWORD;
use crate::problem::{Problem, Shell};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::CaseId;
use acordo_domain::moment::Moment;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(show_account)
        .service(end_other_sessions)
        .service(end_session)
        .service(change_password)
        .service(ask_for_password)
        .service(choose_password);
}

/// One's own account, beside what the session says of its person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountView {
    /// Is there a password to come in by? Consumers come in by mailed links. A session of one case is not told.
    pub has_password: bool,
    /// Can one be chosen by a mailed link?
    pub may_have_password: bool,
    /// Where this person is signed in, the newest first. A session of one case sees those of its case.
    pub sessions: Vec<OpenSession>,
}

/// A device, or a program, that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenSession {
    pub id: Uuid,
    /// Is it the one that asks?
    pub current: bool,
    /// How the person proved who they are.
    pub level: IdentityLevel,
    pub began_at: Moment,
    /// When it was last renewed: a session in use is renewed every few minutes.
    pub last_used_at: Moment,
    pub expires_at: Moment,
    #[schema(required)]
    pub address: Option<String>,
    /// What the browser said of itself.
    #[schema(required)]
    pub user_agent: Option<String>,
    /// The only case that it leads to.
    #[schema(required)]
    pub case: Option<CaseId>,
}

#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The one that is to be replaced.
    #[schema(max_length = 1024)]
    pub present: String,
    /// Judged by how hard it is to guess, not by its length.
    #[schema(max_length = 1024)]
    pub password: String,
}

/// A password never reaches a log.
impl std::fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordChange")
    }
}

#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordAsk {
    #[schema(max_length = 254)]
    pub email: String,
}

#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChoice {
    /// Of the mailed link.
    pub token: String,
    #[schema(max_length = 1024)]
    pub password: String,
}

/// Neither a token nor a password reaches a log.
impl std::fmt::Debug for PasswordChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordChoice")
    }
}

/// One's own account, and where one is signed in.
#[utoipa::path(tag = "auth", responses((status = 200, body = AccountView), (status = 401, body = Problem, content_type = "application/problem+json")))]
#[get("/auth/account")]
pub async fn show_account(state: web::Data<AppState>, someone: CurrentUser) -> HandlerResult {
    let who = &someone.0.who;
    let whole = who.case.is_none();
    let sessions = state.identity.sessions_of(who).await?.into_iter().map(|session| OpenSession {
        id: session.id,
        current: session.id == who.session,
        level: level(&session.level),
        began_at: session.created_at,
        last_used_at: session.last_used_at,
        expires_at: session.expires_at,
        address: session.address,
        user_agent: session.user_agent,
        case: session.case,
    });
    Ok(HttpResponse::Ok().json(AccountView {
        has_password: whole && state.store.accounts().credential(who.user.id, PASSWORD).await?.is_some(),
        may_have_password: whole && may_have_password(&state.store, who.user.id).await?,
        sessions: sessions.collect(),
    }))
}

/// End one's other sessions; their sockets close at once.
#[utoipa::path(tag = "auth", responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/sessions/end_others")]
pub async fn end_other_sessions(state: web::Data<AppState>, someone: CurrentUser) -> HandlerResult {
    state.identity.end_other_sessions(&someone.0.who).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// End one of one's sessions; its sockets close at once.
#[utoipa::path(tag = "auth", params(("session" = Uuid, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/auth/sessions/{session}")]
pub async fn end_session(state: web::Data<AppState>, someone: CurrentUser, session: web::Path<Uuid>) -> HandlerResult {
    if state.identity.end_session_of(&someone.0.who, *session).await? {
        Ok(HttpResponse::NoContent().finish())
    } else {
        Err(Shell::NotFound.into())
    }
}

/// Put another password in place of the present one. All other sessions end, and a mail tells of it.
#[utoipa::path(tag = "auth", request_body = PasswordChange, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/password")]
pub async fn change_password(
    state: web::Data<AppState>,
    someone: CurrentUser,
    form: Json<PasswordChange>,
    request: HttpRequest,
) -> HandlerResult {
    let PasswordChange { present, password } = &form.0;
    if someone.0.who.case.is_some() {
        return Err(Shell::OneCaseOnly.into());
    }
    state.identity.change_password(&someone.0.who, present, password, &device(&state, &request)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Mail a link to choose a new password by, good for two hours. Answers the same whether or not the address is known.
#[utoipa::path(tag = "auth", request_body = PasswordAsk, responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/password/ask")]
pub async fn ask_for_password(state: web::Data<AppState>, form: Json<PasswordAsk>) -> HandlerResult {
    state.post.owe_reset(&form.0.email).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Choose a password by a mailed link and sign in with it. All other sessions end. What is refused leaves the link whole.
#[utoipa::path(tag = "auth", request_body = PasswordChoice, responses((status = 200, body = SessionView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/password/choose")]
pub async fn choose_password(
    state: web::Data<AppState>,
    form: Json<PasswordChoice>,
    request: HttpRequest,
) -> HandlerResult {
    let PasswordChoice { token, password } = &form.0;
    let begun = state.identity.reset_password(token, password, device(&state, &request)).await?;
    state.post.forget_reset(&begun.who.user.email);
    Ok(entered(&state, &request, &begun, |session| session))
}
