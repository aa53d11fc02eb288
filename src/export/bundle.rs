//! The record as one ZIP, from the store and the evidence files (record.md, "Bundle").

use crate::export::{ExportError, Exporter};
use crate::store::StoredDocument;
use crate::texts::{self, Language};
use acordo_domain::case::state::{Case, Talk};
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Channel, Side};
use acordo_record::bundle::{
    self, AgreementFiles, BundleInput, BundleParty, BundlePhase, ChannelInput, CheckpointInput, EventInput, OpenedPart,
    Profile,
};
use acordo_record::{Time, Vkey, hash_from_base64};

/// A bundle and the name that it is saved under.
#[derive(Debug, Clone)]
pub struct BundleFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

struct AgreementDocuments {
    json: Vec<u8>,
    shown: Vec<u8>,
    sealed: Vec<u8>,
}

impl Exporter {
    /// Writes a bundle of the case as it is now. The caller has checked the reader's rights.
    pub async fn bundle(&self, case_id: CaseId, profile: Profile, reader: Language) -> Result<BundleFile, ExportError> {
        let store = &self.0.store;
        let case = store.case(case_id).await?;
        let filed = case.procedure.filed.as_ref().ok_or(crate::store::StoreError::NotFound)?;
        let mut channels = vec![self.channel(case_id, Channel::Procedure).await?];
        let mut evidence = Vec::new();
        if profile == Profile::Joint {
            channels.push(self.channel(case_id, Channel::Joint).await?);
            evidence = self.evidence(case_id, case.joint()).await?;
        }
        let files = self.agreement_files(&case).await?;
        let evidence: Vec<&[u8]> = evidence.iter().map(Vec::as_slice).collect();
        let language = filed.language.tag();
        let reference = filed.reference.to_string();
        let log_keys: Vec<Vkey> = self.0.keys.logs(store.log_key().instance()).cloned().collect();
        let phases = case.procedure.phases.iter();
        let input = BundleInput {
            profile,
            case: &case_id.to_string(),
            reference: &reference,
            language,
            exported_at: time(store.now())?,
            parties: parties(&case, profile),
            phases: phases
                .map(|stay| Ok(BundlePhase { at: time(stay.since)?, phase: stay.phase.name().to_owned() }))
                .collect::<Result<_, ExportError>>()?,
            readme: &texts::text(reader, "bundle-readme", &[]),
            withheld_reason: &texts::text(reader, "bundle-withheld", &[]),
            log_keys: &log_keys,
            seal_certificates: &[],
            channels: &channels,
            agreement: files.as_ref().map(|files| AgreementFiles {
                json: &files.json,
                shown_pdf: &files.shown,
                final_pdf: &files.sealed,
            }),
            evidence: &evidence,
        };
        let bytes = bundle::write(&input, store.log_key()).map_err(|error| ExportError::Bundle(error.to_string()))?;
        Ok(BundleFile { name: bundle::file_name(&reference, profile), bytes })
    }

    async fn channel(&self, case_id: CaseId, channel: Channel) -> Result<ChannelInput, ExportError> {
        let store = &self.0.store;
        // The head first: an event appended in between stays out of this bundle.
        let note = store.sign_checkpoint(case_id, channel).await?;
        let size = signed_size(&note).ok_or_else(|| ExportError::Bundle(format!("the checkpoint of {channel}")))?;
        let lines = store.record_lines(case_id, channel).await?;
        let events = lines.into_iter().take_while(|line| line.seq <= size).map(|line| EventInput {
            header: line.header,
            parts: line
                .parts
                .into_iter()
                .map(|(name, part)| OpenedPart { name, salt: part.salt, bytes: part.bytes })
                .collect(),
        });
        let events = events.collect();
        let checkpoints = vec![CheckpointInput { size, note, proof: None }];
        Ok(ChannelInput { channel: channel.to_string(), events, checkpoints })
    }

    /// The copies that others see, never the originals.
    async fn evidence(&self, case_id: CaseId, talk: &Talk) -> Result<Vec<Vec<u8>>, ExportError> {
        let mut found = Vec::new();
        for (id, part) in talk.evidence.iter().filter_map(|(id, exhibit)| Some((*id, exhibit.part.as_ref()?))) {
            let bytes = self.0.files.whole(case_id, id, &part.sha256).await;
            found.push(bytes.map_err(|fault| ExportError::Document(fault.to_string()))?);
        }
        Ok(found)
    }

    async fn agreement_files(&self, case: &Case) -> Result<Option<AgreementDocuments>, ExportError> {
        let Some(concluded) = &case.procedure.concluded else { return Ok(None) };
        let Some(sealed_hash) = &concluded.sealed_pdf_hash else { return Ok(None) };
        let version = concluded.version;
        Ok(Some(AgreementDocuments {
            json: self.json(case.id, version, &concluded.document_hash).await?,
            shown: self.document(case.id, version, StoredDocument::Shown, &concluded.pdf_hash).await?,
            sealed: self.document(case.id, version, StoredDocument::Final, sealed_hash).await?,
        }))
    }

    /// A stored document by the hash that the record names.
    pub async fn document(
        &self,
        case_id: CaseId,
        version: u32,
        which: StoredDocument,
        hash: &str,
    ) -> Result<Vec<u8>, ExportError> {
        let missing = || ExportError::Document(format!("{which:?} of version {version}"));
        let digest = hash_from_base64(hash).ok_or_else(missing)?;
        self.0.store.documents().get(case_id, version, which, digest).await?.ok_or_else(missing)
    }
}

/// Legal names and identifiers are in `joint`; without it the names are those of `procedure`.
fn parties(case: &Case, profile: Profile) -> Vec<BundleParty> {
    let known = |side: Side| {
        case.procedure.filed.as_ref().map(|filed| match side {
            Side::Consumer => filed.consumer.name.clone(),
            Side::Company => filed.company_name.clone(),
        })
    };
    Side::BOTH
        .into_iter()
        .map(|side| {
            if profile == Profile::Procedural {
                return BundleParty { identifier: None, name: known(side), seat: side.name().to_owned() };
            }
            let party = case.joint().parties.get(side).as_ref();
            BundleParty {
                identifier: party.and_then(|party| party.identifier.clone()),
                name: party.map(|party| party.name.clone()),
                seat: side.name().to_owned(),
            }
        })
        .collect()
}

/// The second line of a checkpoint.
fn signed_size(note: &str) -> Option<u64> {
    note.lines().nth(1)?.parse().ok()
}

fn time(at: acordo_domain::moment::Moment) -> Result<Time, ExportError> {
    Time::parse(&at.to_string()).map_err(|error| ExportError::Bundle(error.to_string()))
}
