//! Whether everything of a case is what was written: its events and seals, the documents and files that they name.

use crate::evidence::EvidenceFiles;
use crate::export::papers::kept;
use crate::store::{Store, StoreError, StoredDocument};
use acordo_domain::case::command::EvidencePart;
use acordo_domain::case::event::Fact;
use acordo_domain::id::CaseId;
use acordo_record::hash_from_base64;

/// Looks at cases one after the other; it changes nothing.
#[derive(Debug, Clone)]
pub struct Audit {
    store: Store,
    files: EvidenceFiles,
}

impl Audit {
    pub const fn new(store: Store, files: EvidenceFiles) -> Self {
        Self { store, files }
    }

    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// What is wrong beside the cases, in words for the operator: people, organisations, and what is left of cases whose
    /// row is gone.
    pub async fn beside_cases(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = self.store.accounts().check().await?;
        let strays = self.store.strays().await?.into_iter();
        faults.extend(strays.map(|(case, table)| format!("case {case}: it is gone, and {table} has rows of it")));
        Ok(faults)
    }

    /// What is wrong with a case, in words for the operator; nothing if all is what was written.
    pub async fn case(&self, case_id: CaseId) -> Result<Vec<String>, StoreError> {
        let checked = match self.store.verify_case(case_id).await {
            Ok(checked) => checked,
            Err(StoreError::Altered(what) | StoreError::Corrupt(what)) => return Ok(vec![what]),
            Err(error) => return Err(error),
        };
        let mut faults: Vec<String> = self.store.register_fault(case_id).await?.into_iter().collect();
        for channel in checked.heads.into_keys() {
            for recorded in self.store.whole_channel(case_id, channel).await? {
                if let Some(fact) = &recorded.event.fact {
                    for (version, which, hash) in named(fact) {
                        faults.extend(self.document(case_id, version, which, hash).await?);
                    }
                    if let Fact::AgreementConcluded { version, .. } = fact {
                        match self.store.kept_checkpoint(case_id, *version).await {
                            Ok(_) => {}
                            Err(StoreError::Altered(what)) => faults.push(what),
                            Err(error) => return Err(error),
                        }
                    }
                }
                if let Some(part) = &recorded.event.evidence {
                    faults.extend(self.files(case_id, part).await);
                }
            }
        }
        Ok(faults)
    }

    async fn document(
        &self,
        case_id: CaseId,
        version: u32,
        which: StoredDocument,
        hash: &str,
    ) -> Result<Option<String>, StoreError> {
        let documents = self.store.documents();
        let found = if which == StoredDocument::Json {
            // Known by another hash than that of its bytes.
            let all = documents.all(case_id, version, which).await;
            let its = |bytes: &Vec<u8>| acordo_record::base64(&acordo_record::agreement::document_hash(bytes)) == hash;
            all.map(|all| all.iter().any(its))
        } else {
            let Some(digest) = hash_from_base64(hash) else { return Ok(Some(format!("{hash} is not a hash"))) };
            documents.get(case_id, version, which, digest).await.map(|bytes| bytes.is_some())
        };
        match found {
            Ok(true) => Ok(None),
            Ok(false) => Ok(Some(format!("the document {which:?} of version {version} is not there"))),
            Err(StoreError::Altered(what)) => Ok(Some(format!("{what} was changed"))),
            Err(error) => Err(error),
        }
    }

    /// The copy that others see, and the original.
    async fn files(&self, case_id: CaseId, part: &EvidencePart) -> Vec<String> {
        let mut faults = Vec::new();
        let mut hashes = vec![&part.sha256, &part.original_sha256];
        hashes.dedup();
        for hash in hashes {
            if let Err(fault) = self.files.open_stored(case_id, part.id, hash).await {
                faults.push(format!("the file {} ({hash}): {fault}", part.id));
            }
        }
        faults
    }
}

/// The documents that a fact names, by hash.
fn named(fact: &Fact) -> Vec<(u32, StoredDocument, &str)> {
    match fact {
        Fact::AgreementDrafted { version, document_hash, pdf_hash, .. } => {
            vec![(*version, StoredDocument::Json, document_hash), (*version, StoredDocument::Shown, pdf_hash)]
        }
        Fact::AgreementSealed { version, pdf_hash, .. } => vec![(*version, StoredDocument::Final, pdf_hash)],
        Fact::PaperFiled { paper, number, pdf_hash, data_hash, size: _ } => {
            let (number, (pdf, data)) = (u32::from(*number), kept(*paper));
            let data = data_hash.iter().map(|hash| (number, data, hash.as_str()));
            std::iter::once((number, pdf, pdf_hash.as_str())).chain(data).collect()
        }
        _ => Vec::new(),
    }
}
