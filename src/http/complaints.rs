//! Filing a complaint: the way into a case.

use crate::http::answer::Answer;
use crate::http::body::{ComplaintForm, Filed};
use crate::http::limits::{EMAIL_CHARS_MAX, NAME_CHARS_MAX};
use crate::http::read::{self, IdempotencyKey, Json};
use crate::http::site::Site;
use crate::problem::{Fault, Problem, Shell};
use crate::store::accounts::NewUser;
use acordo_domain::case::decide::Filing;
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::seat::{OrganisationKind, Person, Side};
use actix_web::{HttpRequest, HttpResponse, post, web};
use rand::RngCore;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(file);
}

/// File a complaint. The consumer gets a link by mail; no account is needed.
#[utoipa::path(
    tag = "complaints",
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "Chosen by the client: sent twice, it happens once")),
    request_body = ComplaintForm,
    responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[post("/complaints")]
pub async fn file(
    site: web::Data<Site>,
    key: IdempotencyKey,
    form: Json<ComplaintForm>,
    request: HttpRequest,
) -> Answer {
    let form = form.0;
    let email = email(&form.consumer.email)?;
    let name = name(&form.consumer.name)?;
    let accounts = site.store.accounts();
    let company = accounts
        .organisation(form.company)
        .await?
        .filter(|organisation| organisation.kind == OrganisationKind::Company)
        .ok_or_else(|| Fault::new(Shell::CompanyNotFound).at("/company"))?;
    let operator = accounts.operator().await?.ok_or_else(|| Fault::internal("this installation has no operator"))?;
    let new = NewUser { name: name.clone(), email: email.clone(), language: form.consumer.language };
    let user = accounts.ensure_user(&new).await?;
    let filing = Filing {
        case: CaseId(Uuid::now_v7()),
        reference: Reference::from_bits(rand::rng().next_u64()),
        company: company.id,
        company_name: company.name,
        operator: operator.id,
        trade: company.trade,
        language: form.consumer.language,
        // The name as typed here: what an account is called elsewhere is nobody's to learn.
        consumer: Person { id: user.id, name: name.clone() },
        legal_name: name,
        identifier: form.consumer.identifier,
        complaint: form.complaint,
        filed_by: Side::Consumer,
        rules_version: form.rules_version,
        online: form.online,
    };
    let done = site.store.file(filing, key.0, read::origin(&site, &request)).await?;
    // Another reference may have been drawn, and the same filing again answers its first case.
    let filed = done.events.iter().find_map(|recorded| {
        let Some(Fact::CaseFiled { reference, .. }) = &recorded.event.fact else { return None };
        Some((recorded.case, *reference))
    });
    let (case, reference) = filed.ok_or_else(|| Fault::internal("a case was filed without its first event"))?;
    Ok(HttpResponse::Created().json(Filed { case, reference, sent_to: masked(&email) }))
}

fn name(text: &str) -> Result<String, Fault> {
    let name = text.trim();
    let at = |code: Refusal| Fault::new(code).at("/consumer/name");
    if name.is_empty() {
        return Err(at(Refusal::TextEmpty));
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(at(Refusal::TextTooLong));
    }
    if name.chars().any(char::is_control) {
        return Err(at(Refusal::ControlCharacters));
    }
    Ok(name.to_owned())
}

/// Only what could ever be delivered: one @, a host with a dot, nothing that a mail header would misread.
fn email(text: &str) -> Result<String, Fault> {
    let email = text.trim().to_lowercase();
    let fine = email.len() <= EMAIL_CHARS_MAX
        && email
            .chars()
            .all(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';' | '(' | ')'))
        && email.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && !host.contains('@')
                && host.split('.').count() >= 2
                && host.split('.').all(|label| !label.is_empty())
        });
    if fine { Ok(email) } else { Err(Fault::new(Shell::EmailInvalid).at("/consumer/email")) }
}

/// `m…@example.org`: enough to know one's own address again.
pub fn masked(email: &str) -> String {
    match email.split_once('@') {
        Some((local, host)) => format!("{}…@{host}", local.chars().next().unwrap_or('…')),
        None => "…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_cannot_be_delivered_is_refused() {
        assert_eq!(email(" Ana@Example.ORG ").unwrap(), "ana@example.org");
        for bad in [
            "",
            "ana",
            "ana@",
            "@example.org",
            "ana@host",
            "a@b@c.org",
            "a b@c.org",
            "a@c.org\r\nBcc: x@y.z",
            "<a@c.org>",
        ] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
