//! Filing a complaint: the way into a case, also for somebody who has no account yet.
//!
//! Nothing of it reaches the company before its filer has confirmed it on the page that the mailed link opens: until
//! then it is a draft that the filer corrects or drops.

use crate::contact::{EmailAddress, PersonName};
use crate::identity::secret::OneTime;
use crate::identity::{Begun, Device, Identity, OwedLink};
use crate::problem::{Fault, Shell};
use crate::store::accounts::{NewUser, Organisation};
use crate::store::{
    ComplaintDraft, Done, DraftEnd, DraftHolder, NewDraft, Origin, OwedMail, Revision, Store, StoreError,
};
use acordo_domain::case::command::{Complaint, Language};
use acordo_domain::case::decide::{CaseOpening, Filing};
use acordo_domain::case::event::Fact;
use acordo_domain::id::{CaseId, CommandId, OrganisationId, Reference, UserId};
use acordo_domain::seat::{OrganisationKind, Person};
use rand::Rng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long a filer has to confirm. After that the complaint is dropped, and nobody was told.
pub const CONFIRM_DAYS: i64 = 7;

/// A complaint, with who complains and about whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// A complaint that waits for its filer, and the key by which the page that sent it corrects or drops it.
#[derive(Debug)]
pub struct DraftedComplaint {
    pub draft: ComplaintDraft,
    pub key: OneTime,
}

/// A draft with what its holder may do.
#[derive(Debug)]
pub struct HeldDraft {
    pub draft: ComplaintDraft,
    pub holder: DraftHolder,
    pub complaint: NewComplaint,
    pub company_name: String,
}

/// What a confirmed complaint became.
#[derive(Debug)]
pub struct Confirmed {
    pub case: CaseId,
    pub reference: Reference,
    pub user: UserId,
    pub entrance: Entrance,
}

#[derive(Debug)]
pub enum Entrance {
    Session(Box<Begun>),
    /// Who has a password is not let in by a mail alone.
    Password,
    /// The link was used before: it lets nobody in again.
    LinkUsed,
}

/// Keeps the complaint and owes its address the link that confirms it. What could not become a case is refused now.
pub async fn draft_complaint(store: &Store, new: NewComplaint, id: CommandId) -> Result<DraftedComplaint, Fault> {
    let (case, reference) = (CaseId(Uuid::now_v7()), Reference::from_bits(rand::rng().next_u64()));
    may_become_a_case(store, &new, id).await?;
    let form = serde_json::to_string(&new).map_err(Fault::internal)?;
    let key = OneTime::fresh();
    let draft = NewDraft {
        id,
        case,
        reference,
        said: Sha256::digest(&form).into(),
        form,
        email: new.email.to_string(),
        language: new.language,
        filer: key.hash(),
        expires_at: store.now().plus_days(CONFIRM_DAYS),
    };
    let draft = store.drafts().add(&draft, link_mail(id)?).await?;
    if draft.ended.is_some() {
        return Err(Shell::DraftOver.into());
    }
    Ok(DraftedComplaint { draft, key })
}

impl HeldDraft {
    /// The draft that this key opens, while it is one.
    pub async fn by_key(store: &Store, key: &str) -> Result<Self, Fault> {
        let (draft, holder) = held(store, key).await?;
        if draft.ended.is_some() {
            return Err(Shell::DraftOver.into());
        }
        let complaint = read(&draft)?;
        let company_name = company(store, complaint.company).await?.name;
        Ok(Self { draft, holder, complaint, company_name })
    }

    /// Puts a corrected complaint in its place. Whoever reads the mails of the address goes on with the link that they
    /// have; anybody else's correction is mailed to the address for confirmation.
    pub async fn revise(&self, store: &Store, new: &NewComplaint, corrects: i32) -> Result<ComplaintDraft, Fault> {
        may_become_a_case(store, new, self.draft.id).await?;
        let keeps_link = self.holder == DraftHolder::Mailbox && self.complaint.email == new.email;
        let revision = Revision {
            corrects,
            form: serde_json::to_string(new).map_err(Fault::internal)?,
            email: new.email.to_string(),
            language: new.language,
        };
        let mail = if keeps_link { None } else { Some(link_mail(self.draft.id)?) };
        if !store.drafts().revise(self.draft.id, &revision, mail).await? {
            return Err(Shell::DraftChanged.into());
        }
        store.drafts().get(self.draft.id).await?.ok_or_else(|| Shell::DraftOver.into())
    }

    /// Nobody was told of it, and nobody will be.
    pub async fn drop(&self, store: &Store) -> Result<(), Fault> {
        if store.drafts().drop(self.draft.id).await? { Ok(()) } else { Err(Shell::DraftChanged.into()) }
    }
}

/// Opens the case as its filer saw it last, and lets them in once.
pub async fn confirm_complaint(
    store: &Store,
    identity: &Identity,
    key: &str,
    revision: i32,
    (origin, device): (Origin, Device),
) -> Result<Confirmed, Fault> {
    let (draft, holder) = held(store, key).await?;
    if holder != DraftHolder::Mailbox {
        return Err(Shell::LinkUnknown.into());
    }
    if draft.ended.is_some() {
        return confirmed_before(store, identity, draft.id, Shell::DraftOver).await;
    }
    let new = read(&draft)?;
    let known = store.accounts().user_by_email(new.email.as_str()).await?;
    if known.is_some_and(|user| user.disabled_at.is_some()) {
        return Err(Shell::AccountDisabled.into());
    }
    if !store.drafts().claim(draft.id, revision).await? {
        return confirmed_before(store, identity, draft.id, Shell::DraftChanged).await;
    }
    let (case, reference, user) = match open_case(store, new, &draft, origin).await {
        Ok(opened) => opened,
        Err(fault) => {
            store.drafts().release(draft.id).await?;
            // Somebody else with the same link may have been quicker.
            return confirmed_before(store, identity, draft.id, fault).await;
        }
    };
    if !store.drafts().confirm(draft.id, user).await? {
        return confirmed_before(store, identity, draft.id, Shell::DraftOver).await;
    }
    let entrance = match identity.enter_case(user, case, device).await? {
        Some(begun) => Entrance::Session(Box::new(begun)),
        None => Entrance::Password,
    };
    Ok(Confirmed { case, reference, user, entrance })
}

/// What the complaint became before, if it did.
async fn confirmed_before(
    store: &Store,
    identity: &Identity,
    draft: CommandId,
    otherwise: impl Into<Fault>,
) -> Result<Confirmed, Fault> {
    let draft = store.drafts().get(draft).await?;
    let Some(ComplaintDraft { ended: Some(DraftEnd::Confirmed), user: Some(user), case, reference, .. }) = draft else {
        return Err(otherwise.into());
    };
    let entrance = if identity.has_password(user).await? { Entrance::Password } else { Entrance::LinkUsed };
    Ok(Confirmed { case, reference, user, entrance })
}

/// The account is made now: nobody gets one by an address that somebody else typed.
async fn open_case(
    store: &Store,
    new: NewComplaint,
    draft: &ComplaintDraft,
    origin: Origin,
) -> Result<(CaseId, Reference, UserId), Fault> {
    let user = NewUser { name: new.name.clone(), email: new.email.clone(), language: new.language };
    let user = store.accounts().ensure_user(&user).await?;
    let filing = filing(store, new, (draft.case, draft.reference, user.id)).await?;
    let (case, reference) = filed(&store.file(filing, draft.id, origin).await?)?;
    Ok((case, reference, user.id))
}

async fn may_become_a_case(store: &Store, new: &NewComplaint, id: CommandId) -> Result<(), Fault> {
    let nobody = (CaseId(Uuid::nil()), Reference::from_bits(0), UserId(Uuid::nil()));
    let filing = filing(store, new.clone(), nobody).await?;
    Ok(store.may_begin(&CaseOpening::Complaint(Box::new(filing)), id).await?)
}

async fn filing(
    store: &Store,
    new: NewComplaint,
    (case, reference, consumer): (CaseId, Reference, UserId),
) -> Result<Filing, Fault> {
    let company = company(store, new.company).await?;
    let operator = store.accounts().operator().await?;
    let operator = operator.ok_or_else(|| Fault::internal("this installation has no operator"))?;
    let name = new.name.into_string();
    Ok(Filing {
        case,
        reference,
        company: company.id,
        company_name: company.name,
        operator: operator.id,
        trade: company.trade,
        language: new.language,
        // The name as typed here: what an account is called elsewhere is nobody's to learn.
        consumer: Person { id: consumer, name: name.clone() },
        legal_name: name,
        identifier: new.identifier,
        complaint: new.complaint,
        rules_version: new.rules_version,
        online: new.online,
    })
}

async fn company(store: &Store, id: OrganisationId) -> Result<Organisation, Fault> {
    let found = store.accounts().organisation(id).await?;
    let found = found.filter(|organisation| organisation.kind == OrganisationKind::Company);
    found.ok_or_else(|| Fault::new(Shell::CompanyNotFound).at("/company"))
}

async fn held(store: &Store, key: &str) -> Result<(ComplaintDraft, DraftHolder), Fault> {
    let key = OneTime::parse(key).ok_or(Shell::LinkUnknown)?;
    store.drafts().held_by(key.hash()).await?.ok_or_else(|| Shell::LinkUnknown.into())
}

fn read(draft: &ComplaintDraft) -> Result<NewComplaint, Fault> {
    let form = draft.form.as_deref().ok_or(Shell::DraftOver)?;
    serde_json::from_str(form).map_err(Fault::internal)
}

fn link_mail(draft: CommandId) -> Result<OwedMail, StoreError> {
    Ok(OwedMail { kind: OwedLink::KIND, payload: OwedLink::Draft { draft }.payload()? })
}

/// Another reference may have been drawn, and the same filing again answers its first case.
pub(super) fn filed(done: &Done) -> Result<(CaseId, Reference), Fault> {
    let filed = done.events.iter().find_map(|recorded| {
        let Some(Fact::CaseFiled { reference, .. }) = &recorded.event.fact else { return None };
        Some((recorded.case, *reference))
    });
    filed.ok_or_else(|| Fault::internal("a case was filed without its first event"))
}
