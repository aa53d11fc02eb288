//! The mail by which the filer of a complaint shows that its address is theirs.

use crate::identity::secret::OneTime;
use crate::notify::fault::MailError;
use crate::notify::letter::{Button, Letter};
use crate::notify::post::{Post, letter_id};
use crate::store::ComplaintDraft;
use crate::texts;
use acordo_domain::id::{CommandId, OrganisationId};
use serde::Deserialize;
use uuid::Uuid;

/// What the mail tells of the complaint: nothing that somebody typed but a name, for the address may be anybody's.
#[derive(Deserialize)]
struct DraftTold {
    name: String,
    company: OrganisationId,
}

impl Post {
    /// A draft that was corrected, confirmed or dropped meanwhile needs no mail, or has another one on its way.
    pub(super) async fn draft(&self, work: Uuid, draft: CommandId) -> Result<(), MailError> {
        let store = &self.0.store;
        let Some(draft) = store.drafts().get(draft).await?.filter(|draft| draft.ended.is_none()) else { return Ok(()) };
        let ComplaintDraft { email: Some(to_address), form: Some(form), language, .. } = draft.clone() else {
            return Ok(());
        };
        let told: DraftTold = serde_json::from_str(&form).map_err(|error| MailError::Never(error.to_string()))?;
        let Some(company) = store.accounts().organisation(told.company).await? else { return Ok(()) };
        let token = OneTime::fresh();
        if !store.drafts().link(draft.id, draft.revision, token.hash()).await? {
            return Ok(());
        }
        let until = texts::deadline(language, draft.expires_at, &self.0.zone, store.now());
        let reference = draft.reference.to_string();
        let say = |key: &str| {
            let values = [
                ("case", reference.as_str().into()),
                ("company", company.name.as_str().into()),
                ("until", until.as_str().into()),
            ];
            texts::text(language, key, &values)
        };
        let letter = Letter {
            id: letter_id(&[work.as_bytes()]),
            to_name: told.name,
            to_address,
            language,
            subject: say("mail-draft-subject"),
            paragraphs: vec![say("mail-draft-body"), say("mail-draft-until")],
            button: Some(Button {
                label: say("mail-draft-button"),
                url: format!("{}/complain/confirm/{}", self.consumers_base(), token.text()),
            }),
            kept: Vec::new(),
            notes: vec![
                say("mail-draft-not-you"),
                texts::text(language, "mail-footer-plain", &[("host", self.host().into())]),
            ],
        };
        self.send(&letter).await
    }
}
