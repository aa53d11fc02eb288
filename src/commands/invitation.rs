//! A company begins: it invites one consumer, with its own account of the matter.

use super::Visitor;
use super::complaint::filed;
use crate::contact::{EmailAddress, PersonName};
use crate::identity::Identity;
use crate::problem::{Fault, Shell};
use crate::store::Store;
use crate::store::accounts::NewUser;
use acordo_domain::case::command::{Account, Language, ProofKind};
use acordo_domain::case::decide::{CaseOpening, CompanyFiling};
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId, OrganisationId, Reference};
use acordo_domain::seat::{OrganisationKind, Person, Role};
use rand::Rng;
use uuid::Uuid;

/// Whom a company invites, about what, and by what the consumer shows who they are.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    pub company: OrganisationId,
    pub name: PersonName,
    /// As the company knows it: nobody has shown yet that it is the consumer's.
    pub email: EmailAddress,
    pub language: Language,
    pub account: Account,
    pub proof: ProofKind,
    pub answer: String,
    pub rules_version: u32,
    /// Consent to mediate online (Lei 13.140, art. 46).
    pub online: bool,
}

/// Opens the case and owes the consumer the invitation. The same command again answers its first case.
pub async fn invite_consumer(
    store: &Store,
    identity: &Identity,
    visitor: &Visitor,
    new: NewInvitation,
    id: CommandId,
) -> Result<(CaseId, Reference), Fault> {
    let accounts = store.accounts();
    let company = accounts
        .organisation(new.company)
        .await?
        .filter(|organisation| organisation.kind == OrganisationKind::Company)
        .ok_or_else(|| Fault::new(Shell::CompanyNotFound).at("/company"))?;
    let speaks = |role| matches!(role, Role::Manager | Role::Rep);
    let held = visitor.who.memberships.iter().map(|member| &member.membership);
    if !held.into_iter().any(|membership| membership.organisation == company.id && speaks(membership.role)) {
        return Err(Fault::new(Refusal::NotYours).at("/company"));
    }
    let answer = new.proof.normal(&new.answer).ok_or_else(|| Fault::new(Shell::ProofUnusable).at("/proof/answer"))?;
    let operator = accounts.operator().await?.ok_or_else(|| Fault::internal("this installation has no operator"))?;
    let name = new.name.to_string();
    // Whether the address was known is told to nobody.
    let user = accounts.ensure_user(&NewUser { name: new.name, email: new.email, language: new.language }).await?;
    let case = CaseId(Uuid::now_v7());
    let filing = CompanyFiling {
        case,
        reference: Reference::from_bits(rand::rng().next_u64()),
        company: company.id,
        company_name: company.name,
        operator: operator.id,
        trade: company.trade,
        language: new.language,
        filer: Person { id: visitor.who.user.id, name: visitor.who.user.name.clone() },
        // The name as the company knows it: what an account is called elsewhere is nobody's to learn.
        consumer: Person { id: user.id, name },
        account: new.account,
        proof: new.proof,
        rules_version: new.rules_version,
        online: new.online,
    };
    // Before the case, so that no case is ever without it.
    accounts.add_proof(case, user.id, identity.proof_hash(case, user.id, &answer)).await?;
    let opening = CaseOpening::Invitation(Box::new(filing));
    let opened = match store.begin(opening, &visitor.who.actor(), id, visitor.origin.clone()).await {
        Ok(done) => filed(&done),
        Err(error) => Err(error.into()),
    };
    if opened.as_ref().map(|(opened, _)| *opened) != Ok(case) {
        accounts.drop_proof(case).await?;
    }
    opened
}
