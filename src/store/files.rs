//! Documents as bytes, and the rows of evidence, whose bytes are files outside the database.

use super::Store;
use super::code::{name_of, named};
use super::connect::{reading, writing};
use super::error::{StoreError, altered};
use super::schema::{documents, evidence};
use super::sql::{At, Key};
use acordo_domain::id::{CaseId, EvidenceId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::Channel;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};

/// A file of an agreement (record.md, "Agreement"), or a paper of procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredDocument {
    /// `agreement.json`, canonical.
    Json,
    /// The PDF that the signers read.
    Shown,
    /// The PDF with the page that certifies the signatures, sealed.
    Final,
    /// The checkpoint of `procedure` at the conclusion, as it was signed then.
    Checkpoint,
    /// The papers of procedure, by number: the PDF, and the same as data.
    FinalTerm,
    FinalTermData,
    Certificate,
    CertificateData,
    Procedure,
    ProcedureData,
    Enforcement,
    EnforcementData,
}

#[derive(Debug, Clone, Copy)]
pub struct Documents<'s>(pub(crate) &'s Store);

impl Documents<'_> {
    /// Keeps these bytes. The same bytes twice are kept once; other bytes never replace them.
    pub async fn put(
        &self,
        case_id: CaseId,
        version: u32,
        which: StoredDocument,
        bytes: &[u8],
    ) -> Result<[u8; 32], StoreError> {
        let hash = acordo_record::sha256(bytes);
        let now = At(self.0.now());
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(documents::table)
                .values((
                    documents::case_id.eq(Key(case_id.0)),
                    documents::version.eq(i64::from(version)),
                    documents::which.eq(name_of(&which)),
                    documents::sha256.eq(hash.to_vec()),
                    documents::bytes.eq(bytes),
                    documents::created_at.eq(now),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        Ok(hash)
    }

    /// The document with this hash, as the events name it.
    pub async fn get(
        &self,
        case_id: CaseId,
        version: u32,
        which: StoredDocument,
        sha256: [u8; 32],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let key = (Key(case_id.0), i64::from(version), name_of(&which), sha256.to_vec());
        let bytes = reading!(&self.0.0.database, |conn| {
            documents::table.find(key).select(documents::bytes).first::<Vec<u8>>(conn).await.optional()?
        });
        bytes.map(|bytes| same(bytes, &sha256, which, version)).transpose()
    }

    /// Every stored document of this version and sort, newest first: `agreement.json` is found by its own hash.
    pub async fn all(&self, case_id: CaseId, version: u32, which: StoredDocument) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = reading!(&self.0.0.database, |conn| {
            documents::table
                .filter(documents::case_id.eq(Key(case_id.0)))
                .filter(documents::version.eq(i64::from(version)))
                .filter(documents::which.eq(name_of(&which)))
                .order(documents::created_at.desc())
                .select((documents::bytes, documents::sha256))
                .load::<(Vec<u8>, Vec<u8>)>(conn)
                .await?
        });
        rows.into_iter().map(|(bytes, sha256)| same(bytes, &sha256, which, version)).collect()
    }
}

/// A document is what its hash says, or somebody exchanged it.
fn same(bytes: Vec<u8>, sha256: &[u8], which: StoredDocument, version: u32) -> Result<Vec<u8>, StoreError> {
    if acordo_record::sha256(&bytes) == *sha256 {
        return Ok(bytes);
    }
    Err(altered(format!("the document {} of version {version}", name_of(&which))))
}

/// A file in one channel of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    pub id: EvidenceId,
    pub channel: Channel,
    pub owner: UserId,
    pub media_type: String,
    pub name: String,
    pub description: Option<String>,
    /// Of the copy that others see; lower-case hex or base64, as the caller wrote it.
    pub sha256: String,
    pub size: u64,
    pub original_sha256: String,
    pub original_size: u64,
    pub shared_from: Option<EvidenceId>,
    pub created_at: Moment,
}

#[derive(Debug, Clone, Copy)]
pub struct EvidenceRows<'s>(pub(crate) &'s Store);

#[derive(Queryable, Selectable)]
#[diesel(table_name = evidence)]
struct EvidenceRow {
    id: Key,
    channel: String,
    owner_id: Key,
    media_type: String,
    name: String,
    description: Option<String>,
    sha256: String,
    size: i64,
    original_sha256: String,
    original_size: i64,
    shared_from: Option<Key>,
    created_at: At,
}

impl TryFrom<EvidenceRow> for EvidenceFile {
    type Error = StoreError;
    fn try_from(row: EvidenceRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: EvidenceId(row.id.0),
            channel: named(&row.channel)?,
            owner: UserId(row.owner_id.0),
            media_type: row.media_type,
            name: row.name,
            description: row.description,
            sha256: row.sha256,
            size: row.size.unsigned_abs(),
            original_sha256: row.original_sha256,
            original_size: row.original_size.unsigned_abs(),
            shared_from: row.shared_from.map(|id| EvidenceId(id.0)),
            created_at: row.created_at.0,
        })
    }
}

impl EvidenceRows<'_> {
    /// Written before the command that adds it to the channel; nobody can see it before that event.
    pub async fn put(&self, case_id: CaseId, row: &EvidenceFile) -> Result<(), StoreError> {
        writing!(&self.0.0.database, |conn| {
            diesel::insert_into(evidence::table)
                .values((
                    evidence::case_id.eq(Key(case_id.0)),
                    evidence::id.eq(Key(row.id.0)),
                    evidence::channel.eq(row.channel.to_string()),
                    evidence::owner_id.eq(Key(row.owner.0)),
                    evidence::media_type.eq(&row.media_type),
                    evidence::name.eq(&row.name),
                    evidence::description.eq(&row.description),
                    evidence::sha256.eq(&row.sha256),
                    evidence::size.eq(row.size.cast_signed()),
                    evidence::original_sha256.eq(&row.original_sha256),
                    evidence::original_size.eq(row.original_size.cast_signed()),
                    evidence::shared_from.eq(row.shared_from.map(|id| Key(id.0))),
                    evidence::created_at.eq(At(row.created_at)),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        Ok(())
    }

    pub async fn get(&self, case_id: CaseId, id: EvidenceId) -> Result<Option<EvidenceFile>, StoreError> {
        let row: Option<EvidenceRow> = reading!(&self.0.0.database, |conn| {
            evidence::table
                .find((Key(case_id.0), Key(id.0)))
                .select(EvidenceRow::as_select())
                .first(conn)
                .await
                .optional()?
        });
        row.map(EvidenceFile::try_from).transpose()
    }

    /// All rows of a case, oldest first. The caller checks who may see them.
    pub async fn of_case(&self, case_id: CaseId) -> Result<Vec<EvidenceFile>, StoreError> {
        let rows: Vec<EvidenceRow> = reading!(&self.0.0.database, |conn| {
            evidence::table
                .filter(evidence::case_id.eq(Key(case_id.0)))
                .order(evidence::id)
                .select(EvidenceRow::as_select())
                .load(conn)
                .await?
        });
        rows.into_iter().map(EvidenceFile::try_from).collect()
    }

    /// How many files and bytes a person has put into a case: for the limits.
    pub async fn used(&self, case_id: CaseId, owner: UserId) -> Result<(u64, u64), StoreError> {
        let sizes: Vec<i64> = reading!(&self.0.0.database, |conn| {
            evidence::table
                .filter(evidence::case_id.eq(Key(case_id.0)))
                .filter(evidence::owner_id.eq(Key(owner.0)))
                .select(evidence::original_size)
                .load(conn)
                .await?
        });
        Ok((sizes.len() as u64, sizes.iter().map(|size| size.unsigned_abs()).sum()))
    }
}
