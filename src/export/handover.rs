//! The handover file, which is passed on to the officer of an entry: gathered once and frozen in the review.

use crate::export::{ExportError, Exporter, WorkResult};
use acordo_domain::case::command::{Command, HandoverComplaint, SharedEvidence};
use acordo_domain::case::event::Fact;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::case::state::{Case, Exhibit};
use acordo_domain::id::{CaseId, EvidenceId};
use acordo_domain::seat::Channel;
use acordo_record::base64;
use sha2::{Digest, Sha256};
use uuid::Uuid;

impl Exporter {
    /// Gathers the complaint and the files that their owners marked, and executes `handover.file`.
    pub async fn hand_over(&self, case_id: CaseId, entry: u16) -> Result<WorkResult, ExportError> {
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let open = case.procedure.open_entry().filter(|open| open.number == entry);
        if open.is_none() || case.talk(Channel::Review { entry }).handed_over {
            return Ok(WorkResult::NotWanted);
        }
        let missing = || ExportError::Document("the complaint of a case".to_owned());
        let stands = case.joint().complaint.ok_or_else(missing)?;
        let filed = store.event(case_id, Channel::Joint, stands).await?;
        let Some(Fact::ComplaintFiled { complaint, legal_name, .. }) = filed.event.fact.clone() else {
            return Err(missing());
        };
        let evidence = self.passed_on(&case, entry).await?;
        let (procedure_size, root, _) = store.channel_end(case_id, Channel::Procedure).await?;
        let command = Command::HandoverFile {
            entry,
            complaint: Box::new(HandoverComplaint { complaint, legal_name }),
            evidence,
            procedure_size,
            procedure_root: base64(&root),
        };
        // The entry ended meanwhile, or somebody was quicker.
        let over = [Refusal::HandoverExists, Refusal::EntryNotFound, Refusal::WrongPhase, Refusal::CaseClosed];
        self.work(case_id, &command, &over).await
    }

    /// Copies of the marked files under new ids and without metadata: in the review nobody owns them.
    async fn passed_on(&self, case: &Case, entry: u16) -> Result<Vec<SharedEvidence>, ExportError> {
        let mut list = Vec::new();
        for talk in case.talks.values() {
            let shared = |exhibit: &Exhibit| exhibit.may_be_shared && !talk.hidden.has(exhibit.seq);
            for (from, exhibit) in talk.evidence.iter().filter(|(_, exhibit)| shared(exhibit)) {
                let Some(part) = &exhibit.part else { continue };
                let id = shared_id(*from, entry);
                self.0
                    .files
                    .share(case.id, (*from, &part.sha256), id)
                    .await
                    .map_err(|_| ExportError::Document(format!("the file {from}")))?;
                let mut part = part.clone();
                part.id = id;
                part.original_sha256.clone_from(&part.sha256);
                list.push(SharedEvidence { shared_from: *from, part });
            }
        }
        Ok(list)
    }
}

/// The same at each try, so that a crash in between leaves no second copy.
fn shared_id(from: EvidenceId, entry: u16) -> EvidenceId {
    let mut hash = Sha256::new();
    hash.update(b"acordo handover");
    hash.update(from.0.as_bytes());
    hash.update(entry.to_be_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let mut bits = [0; 16];
    bits.copy_from_slice(&digest[..16]);
    EvidenceId(Uuid::from_u128(u128::from_be_bytes(bits)))
}
