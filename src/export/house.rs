//! The house that issues a paper, by its legal name, number and address.

use crate::export::{ExportError, Exporter};
use crate::texts::{self, Language, Value};
use acordo_domain::case::state::Case;
use acordo_domain::identifier;
use acordo_domain::organisation::LegalIdentity;
use acordo_paper::Signer;
use serde_json::json;

#[derive(Debug, Clone, Default)]
pub struct House {
    /// As everybody knows it.
    pub name: String,
    /// Its checked record; absent where it has none yet.
    pub identity: Option<LegalIdentity>,
}

impl House {
    /// Whoever issues the paper, at the place of the seal.
    pub fn signer(&self, language: Language) -> Signer {
        let seat_label = texts::text(language, "paper-attestation", &[]);
        let Some(identity) = &self.identity else {
            return Signer { seat_label, name: self.name.clone(), remarks: Vec::new() };
        };
        let label = identifier::name(&identity.identifier);
        let number = [label.unwrap_or_default(), &identifier::formatted(&identity.identifier)].join(" ");
        let known = (identity.name != self.name)
            .then(|| texts::text(language, "paper-traded-as", &[("name", Value::from(self.name.as_str()))]));
        let remarks = [Some(number.trim().to_owned()), known, Some(identity.address.clone())];
        Signer { seat_label, name: identity.name.clone(), remarks: remarks.into_iter().flatten().collect() }
    }

    /// The same for machines.
    pub fn data(&self) -> serde_json::Value {
        json!({ "name": self.name, "identity": self.identity })
    }
}

impl Exporter {
    /// The mediation centre of the case.
    pub(super) async fn house(&self, case: &Case) -> Result<House, ExportError> {
        let Some(filed) = &case.procedure.filed else { return Ok(House::default()) };
        let accounts = self.0.store.accounts();
        let name = accounts.organisation(filed.operator).await?.map(|organisation| organisation.name);
        let identity = accounts.legal_identity(filed.operator).await?;
        Ok(House { name: name.unwrap_or_default(), identity })
    }
}
