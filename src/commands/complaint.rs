//! Filing a complaint: the way into a case, also for somebody who has no account yet.

use crate::contact::{EmailAddress, PersonName};
use crate::problem::{Fault, Shell};
use crate::store::accounts::NewUser;
use crate::store::{Done, Origin, Store};
use acordo_domain::case::command::{Complaint, Language};
use acordo_domain::case::decide::Filing;
use acordo_domain::case::event::Fact;
use acordo_domain::id::{CaseId, CommandId, OrganisationId, Reference};
use acordo_domain::seat::{OrganisationKind, Person};
use rand::Rng;
use uuid::Uuid;

/// A complaint, with who complains and about whom.
#[derive(Debug, Clone)]
pub struct NewComplaint {
    pub name: PersonName,
    pub email: EmailAddress,
    pub identifier: Option<String>,
    pub language: Language,
    pub company: OrganisationId,
    pub complaint: Complaint,
    pub rules_version: u32,
    /// Consent to mediate online (Lei 13.140, art. 46).
    pub online: bool,
}

/// Opens the case and owes the consumer a link to it. The same command again answers its first case.
pub async fn file_complaint(
    store: &Store,
    new: NewComplaint,
    id: CommandId,
    origin: Origin,
) -> Result<(CaseId, Reference), Fault> {
    let accounts = store.accounts();
    let company = accounts
        .organisation(new.company)
        .await?
        .filter(|organisation| organisation.kind == OrganisationKind::Company)
        .ok_or_else(|| Fault::new(Shell::CompanyNotFound).at("/company"))?;
    let operator = accounts.operator().await?.ok_or_else(|| Fault::internal("this installation has no operator"))?;
    let name = new.name.to_string();
    let user = accounts.ensure_user(&NewUser { name: new.name, email: new.email, language: new.language }).await?;
    let filing = Filing {
        case: CaseId(Uuid::now_v7()),
        reference: Reference::from_bits(rand::rng().next_u64()),
        company: company.id,
        company_name: company.name,
        operator: operator.id,
        trade: company.trade,
        language: new.language,
        // The name as typed here: what an account is called elsewhere is nobody's to learn.
        consumer: Person { id: user.id, name: name.clone() },
        legal_name: name,
        identifier: new.identifier,
        complaint: new.complaint,
        rules_version: new.rules_version,
        online: new.online,
    };
    filed(&store.file(filing, id, origin).await?)
}

/// Another reference may have been drawn, and the same filing again answers its first case.
pub(super) fn filed(done: &Done) -> Result<(CaseId, Reference), Fault> {
    let filed = done.events.iter().find_map(|recorded| {
        let Some(Fact::CaseFiled { reference, .. }) = &recorded.event.fact else { return None };
        Some((recorded.case, *reference))
    });
    filed.ok_or_else(|| Fault::internal("a case was filed without its first event"))
}
