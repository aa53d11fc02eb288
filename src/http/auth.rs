//! Authentication: sign-in, one-time links, refresh, sign-out.

use crate::contact::EmailAddress;
use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::precheck;
use crate::http::read::{self, CurrentUser, Json, SentJson};
use crate::http::session_view::{SessionView, shown};
use crate::http::throttle::{What, Whose, counted};
use crate::http::tokens::{self, entered, refresh_token, with_cookies, with_tokens, without_cookies};
use crate::identity::links::CameIn;
use crate::identity::session::{PASSWORD, RESET};
use crate::identity::{AuthError, Device};
use crate::problem::{Fault, Problem, Shell};
use crate::store::accounts;
use acordo_domain::id::{CaseId, Reference};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(show_session)
        .service(sign_in)
        .service(send_link)
        .service(change_address)
        .service(show_link)
        .service(redeem_link)
        .service(refresh_session)
        .service(sign_out);
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

/// What a program shows instead of the cookie of a browser.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshToken {
    #[serde(default)]
    pub refresh_token: Option<String>,
}

/// A token never reaches a log.
impl std::fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RefreshToken")
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
    /// It lets nobody in: a new password is chosen by it.
    pub chooses_password: bool,
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
pub async fn show_session(state: web::Data<AppState>, someone: CurrentUser) -> HandlerResult {
    Ok(HttpResponse::Ok().json(shown(&state, &someone.0.who)))
}

/// Sign in with a password.
#[utoipa::path(tag = "auth", request_body = SignIn, responses((status = 200, body = SessionView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/sign_in")]
pub async fn sign_in(state: web::Data<AppState>, form: Json<SignIn>, request: HttpRequest) -> HandlerResult {
    let begun = state.identity.sign_in(&form.0.email, &form.0.password, device(&state, &request)).await?;
    Ok(entered(&state, &request, &begun, |session| session))
}

/// Send a one-time link by mail. Answers the same whether or not the address is known.
#[utoipa::path(tag = "auth", request_body = LinkAsk, responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/link")]
pub async fn send_link(state: web::Data<AppState>, form: Json<LinkAsk>) -> HandlerResult {
    state.post.owe_asked(&form.0.email, form.0.case).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Send a link to another address: once it is opened, mails go there, and all former links and sessions end.
#[utoipa::path(tag = "auth", request_body = LinkAsk, responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/address")]
pub async fn change_address(state: web::Data<AppState>, someone: CurrentUser, form: Json<LinkAsk>) -> HandlerResult {
    let who = &someone.0.who;
    let user = who.user.id;
    let address = EmailAddress::parse(&form.0.email).ok_or_else(|| Fault::new(Shell::EmailInvalid).at("/email"))?;
    if state.store.accounts().credential(user, PASSWORD).await?.is_some() {
        return Err(Shell::AddressNotYours.into());
    }
    state.identity.may_change_address(who, form.0.case).await?;
    // A case in which they have no part is not named to them.
    if let Some(case) = form.0.case {
        state.store.view(case, &someone.actor()).await?;
    }
    state.post.owe_address(user, form.0.case, &address, who.case.is_some()).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// What a link is for. Never uses it up: mail scanners follow links.
#[utoipa::path(tag = "auth", params(("token" = String, Path)), responses((status = 200, body = LinkView), (status = 404, body = Problem, content_type = "application/problem+json")))]
#[get("/auth/link/{token}")]
pub async fn show_link(state: web::Data<AppState>, token: web::Path<String>) -> HandlerResult {
    let link = state.identity.look_at_link(&token).await?;
    let filed = match link.case {
        Some(case) => state.store.case(case).await?.procedure.filed.clone(),
        None => None,
    };
    Ok(HttpResponse::Ok().json(LinkView {
        chooses_password: link.purpose == RESET,
        state: match link.state {
            accounts::OneTimeLinkState::Open => LinkState::Open,
            accounts::OneTimeLinkState::Used => LinkState::Used,
            accounts::OneTimeLinkState::Expired => LinkState::Expired,
        },
        case_reference: filed.as_ref().map(|filed| filed.reference),
        company_name: filed.map(|filed| filed.company_name),
    }))
}

/// Use a link up and sign in by it. One that is used or expired mails a fresh one to its owner.
#[utoipa::path(tag = "auth", request_body = LinkToken, responses((status = 200, body = Redeemed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/link/redeem")]
pub async fn redeem_link(state: web::Data<AppState>, form: Json<LinkToken>, request: HttpRequest) -> HandlerResult {
    match state.identity.redeem(&form.0.token, device(&state, &request)).await {
        Ok(CameIn { begun, case }) => Ok(entered(&state, &request, &begun, |session| Redeemed { session, case })),
        Err(error) => {
            if let AuthError::LinkUsed { user, case } | AuthError::LinkExpired { user, case } = &error {
                state.post.owe_link(*user, *case).await?;
            }
            Err(error.into())
        }
    }
}

/// Trade the refresh token for a fresh pair: the one in the body, answered there, or the one in its cookie.
#[utoipa::path(tag = "auth", request_body = Option<RefreshToken>, responses((status = 200, body = SessionView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/refresh")]
pub async fn refresh_session(
    state: web::Data<AppState>,
    form: SentJson<RefreshToken>,
    request: HttpRequest,
) -> HandlerResult {
    let in_body = form.0.and_then(|form| form.refresh_token);
    let from_cookie = in_body.is_none();
    let token = in_body.or_else(|| refresh_token(&state, &request)).ok_or(AuthError::Missing)?;
    state.throttle.take(What::Refresh, Whose::Token(Sha256::digest(token.as_bytes()).into()))?;
    let begun = match state.identity.refresh(&token).await {
        // Whoever makes tokens up shows another one each time.
        Err(error @ (AuthError::Missing | AuthError::Ended)) => {
            state.throttle.take(What::Auth, Whose::Address(counted(precheck::address_of(&state, &request))))?;
            return Err(error.into());
        }
        other => other?,
    };
    let view = shown(&state, &begun.who);
    // What a script cannot read in a cookie it does not get in a body either.
    Ok(if from_cookie { with_cookies(&state, &begun).json(view) } else { with_tokens(&begun, view, |view| view) })
}

/// End this session; its sockets close at once. Who is not signed in is signed out already.
#[utoipa::path(tag = "auth", request_body = Option<RefreshToken>, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/auth/sign_out")]
pub async fn sign_out(
    state: web::Data<AppState>,
    someone: Option<CurrentUser>,
    form: SentJson<RefreshToken>,
    request: HttpRequest,
) -> HandlerResult {
    let token = form.0.and_then(|form| form.refresh_token).or_else(|| refresh_token(&state, &request));
    match (someone, token) {
        (Some(someone), _) => state.identity.sign_out(someone.0.who.session, someone.0.who.user.id).await?,
        // The access token has expired; the refresh token still says which session to end.
        (None, Some(token)) => state.identity.sign_out_by_refresh(&token).await?,
        (None, None) => {}
    }
    Ok(without_cookies(&state).finish())
}

pub fn device(state: &AppState, request: &HttpRequest) -> Device {
    let origin = read::origin(state, request);
    let network = counted(precheck::address_of(state, request)).to_string();
    let mark = tokens::device_mark(state, request);
    Device { address: origin.address, user_agent: origin.user_agent, network, mark }
}
