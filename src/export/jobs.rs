//! Exports of many agreements: one ZIP with each agreement, the record that proves it, and an index. Made one agreement at
//! a time, each in turn with what other people take along; kept in the data folder for a day.

use crate::export::bundle::BundleWanted;
use crate::export::index::{Index, IndexFile, IndexFiles, IndexRow, WhyLeftOut};
use crate::export::turns::DownloadPlace;
use crate::export::{ExportError, Exporter};
use crate::places::NoPlace;
use crate::store::{ExportJob, StoreError, StoredDocument, note_by_register};
use acordo_domain::case::register::Registered;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::Actor;
use acordo_record::bundle::zip::ZipWriter;
use acordo_record::bundle::{self, Profile, Taker};
use acordo_record::{hex, sha256};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::PathBuf;
use tokio::runtime::Handle;
use uuid::Uuid;

/// Room for the index and the ZIP's own directory below the 4 GiB of a ZIP without extensions.
const BYTES_MAX: u64 = (1 << 32) - 64 * 1024 * 1024;
const ENDING: &str = ".zip";
/// In the folder of exports; it is there.
pub const JOBS_FOLDER: &str = "jobs";

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobDone {
    Ready,
    /// Another process makes it, or whoever asked took it away.
    NotOurs,
}

/// A ZIP on its way, hashed as it is written.
type JobZip = ZipWriter<Hashing<BufWriter<tempfile::NamedTempFile>>>;

/// One agreement with the record that proves it.
struct AgreementCopy {
    pdf: Vec<u8>,
    record: Vec<u8>,
}

impl Exporter {
    /// Makes the file of a job, as this person's register is now.
    pub async fn make_job(&self, job: &ExportJob, claim: Uuid) -> Result<JobDone, ExportError> {
        let jobs = self.0.store.export_jobs();
        let person = self.0.store.accounts().actor(job.user).await?;
        let folder = self.jobs_folder();
        let file = tempfile::Builder::new().suffix(".part").tempfile_in(&folder)?;
        let mut zip = ZipWriter::new(Hashing::new(BufWriter::new(file)));
        let (mut rows, mut not_found, mut left_out, mut bytes) = (Vec::new(), 0, 0, 0);
        for (done, (case, version)) in (1..).zip(&job.selection) {
            match self.index_row(person.as_ref(), *case, *version).await? {
                None => not_found += 1,
                Some(mut row) => {
                    match self.taken(*case, *version, &row, job).await? {
                        Err(why) => row.left_out = Some(why),
                        Ok(taken) if bytes + taken.size() > BYTES_MAX => row.left_out = Some(WhyLeftOut::TooLarge),
                        Ok(taken) => {
                            bytes += taken.size();
                            // The README in each names it so, and two of one case do not unpack over each other.
                            let reference = row.agreement.reference.to_string();
                            let record = bundle::file_name(&reference, Profile::Agreement);
                            let place = format!("{reference}-{version}/{}", record.trim_end_matches(".zip"));
                            let (files, written) = blocking(move || taken.into_zip(zip, &place)).await?;
                            (row.files, zip) = (Some(files), written);
                        }
                    }
                    rows.push(row);
                }
            }
            left_out = not_found + u32::try_from(rows.iter().filter(|row| row.left_out.is_some()).count()).unwrap_or(0);
            if !jobs.progress(job.id, claim, done, left_out).await? {
                return Ok(JobDone::NotOurs);
            }
        }
        tracing::debug!(job = %job.id, left_out, "an export of many agreements is written");
        let index = Index { v: 1, made_at: self.0.store.now(), site: &self.0.place.site, agreements: &rows, not_found };
        let (csv, json) = (index.csv(job.language)?, index.json()?);
        let path = self.job_path(job.id);
        let (size, sha256) = blocking(move || {
            zip.add("index.csv", &csv).map_err(written)?;
            zip.add("index.json", &json).map_err(written)?;
            let (file, sha256) = zip.finish().map_err(written)?.done();
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.as_file().sync_all()?;
            let size = file.as_file().metadata()?.len();
            file.persist(path).map_err(|error| error.error)?;
            Ok((size, sha256))
        })
        .await?;
        let ours = jobs.ready(job.id, claim, size, sha256).await?;
        Ok(if ours { JobDone::Ready } else { JobDone::NotOurs })
    }

    /// What the register says of this agreement now; nothing where it is in none that this person reads. Who takes an
    /// agreement along has read it.
    async fn index_row(
        &self,
        person: Option<&Actor>,
        case: CaseId,
        version: u32,
    ) -> Result<Option<IndexRow>, ExportError> {
        let store = &self.0.store;
        let Some(person) = person else { return Ok(None) };
        let folded = match store.case(case).await {
            Ok(folded) => folded,
            // Nothing can be said of it, not even whose it is.
            Err(StoreError::Altered(_) | StoreError::NotFound) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if Registered::of(&folded, person).is_none() {
            return Ok(None);
        }
        let Some(agreement) = store.agreement(case, version).await? else { return Ok(None) };
        note_by_register(store, &folded, person).await?;
        Ok(Some(IndexRow { agreement, files: None, left_out: None }))
    }

    /// The agreement and its record, or why they are not to be had.
    async fn taken(
        &self,
        case: CaseId,
        version: u32,
        row: &IndexRow,
        job: &ExportJob,
    ) -> Result<Result<AgreementCopy, WhyLeftOut>, ExportError> {
        if !row.agreement.sealed {
            return Ok(Err(WhyLeftOut::NotReady));
        }
        let (profile, taker, reader) = (Profile::Agreement, Taker::Register, job.language);
        let wanted = BundleWanted { case, profile, caucus: None, agreement: Some(version), taker, reader };
        let permit = self.0.turns.to_make().await;
        let (exporter, runtime) = (self.clone(), Handle::current());
        let made = blocking(move || {
            let _permit = permit;
            let pdf = runtime.block_on(exporter.final_pdf(case, version))?;
            let (_, mut file) = runtime.block_on(exporter.bundle_into(wanted, exporter.new_file()?))?;
            let mut record = Vec::new();
            file.rewind()?;
            file.read_to_end(&mut record)?;
            Ok(AgreementCopy { pdf, record })
        });
        match made.await {
            Ok(taken) => Ok(Ok(taken)),
            Err(ExportError::Altered(_) | ExportError::Store(StoreError::Altered(_))) => {
                Ok(Err(WhyLeftOut::RecordAltered))
            }
            Err(error @ (ExportError::Store(_) | ExportError::Io(_))) => Err(error),
            Err(error) => {
                tracing::error!(%case, version, %error, "an agreement is left out of an export of many");
                Ok(Err(WhyLeftOut::Internal))
            }
        }
    }

    async fn final_pdf(&self, case: CaseId, version: u32) -> Result<Vec<u8>, ExportError> {
        let folded = self.0.store.case(case).await?;
        let concluded = folded.procedure.concluded_as(version).ok_or(StoreError::NotFound)?;
        let hash = concluded.sealed_pdf_hash.as_ref().ok_or(StoreError::NotFound)?;
        self.document(case, version, StoredDocument::Final, hash).await
    }

    fn jobs_folder(&self) -> PathBuf {
        self.0.place.folder.join(JOBS_FOLDER)
    }

    fn job_path(&self, id: Uuid) -> PathBuf {
        self.jobs_folder().join(format!("{id}{ENDING}"))
    }

    /// The file of a job that is ready; none where it is not there any more.
    pub async fn job_file(&self, id: Uuid) -> Result<Option<File>, ExportError> {
        let path = self.job_path(id);
        match blocking(move || Ok(File::open(path)?)).await {
            Err(ExportError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            other => other.map(Some),
        }
    }

    /// Takes away the file of a job that somebody no longer wants.
    pub async fn forget_job(&self, id: Uuid) {
        drop(tokio::fs::remove_file(self.job_path(id)).await);
    }

    /// Room for one more download of this person.
    pub fn download_place(&self, person: UserId) -> Result<DownloadPlace, ExportError> {
        self.0.turns.download(person).map_err(|none| match none {
            NoPlace::OfEach => ExportError::TooMany,
            NoPlace::OfAll => ExportError::Full,
        })
    }

    /// Takes away the files of jobs that are over, and what was left half-written long ago.
    pub async fn tidy_jobs(&self) -> Result<(), ExportError> {
        let jobs = self.0.store.export_jobs();
        jobs.forget_expired().await?;
        let folder = self.jobs_folder();
        let mut of_job = Vec::new();
        for entry in std::fs::read_dir(&folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            match name.strip_suffix(ENDING).and_then(|id| Uuid::try_parse(id).ok()) {
                Some(id) => of_job.push(id),
                None if is_old(&entry) => drop(std::fs::remove_file(entry.path())),
                None => {}
            }
        }
        // What was put back from a backup has no files of exports.
        for id in jobs.all_ready().await?.into_iter().filter(|id| !of_job.contains(id)) {
            if !self.job_path(id).exists() {
                jobs.lost(id).await?;
            }
        }
        let known = jobs.known(&of_job).await?;
        for id in of_job.into_iter().filter(|id| !known.contains(id)) {
            drop(std::fs::remove_file(self.job_path(id)));
        }
        Ok(())
    }

    /// Rung when somebody asked for a job here.
    pub fn jobs_wanted(&self) -> &tokio::sync::Notify {
        &self.0.jobs_wanted
    }

    pub fn store(&self) -> &crate::store::Store {
        &self.0.store
    }
}

/// Nobody writes to it any more: a job sets a sign of life much more often.
fn is_old(entry: &std::fs::DirEntry) -> bool {
    let age = entry.metadata().and_then(|data| data.modified()).map(|at| at.elapsed().unwrap_or_default());
    age.is_ok_and(|age| age.as_secs() > 3_600)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ExportError> + Send + 'static,
) -> Result<T, ExportError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| ExportError::Bundle(error.to_string()))?
}

fn written(error: acordo_record::bundle::zip::ZipError) -> ExportError {
    acordo_record::bundle::BundleError::from(error).into()
}

impl AgreementCopy {
    const fn size(&self) -> u64 {
        // Names and fields stand twice beside each file.
        (self.pdf.len() + self.record.len() + 1_024) as u64
    }

    fn into_zip(self, mut zip: JobZip, name: &str) -> Result<(IndexFiles, JobZip), ExportError> {
        let mut add = |ending: &str, bytes: &[u8]| {
            let name = format!("{name}{ending}");
            zip.add(&name, bytes).map_err(written)?;
            Ok::<_, ExportError>(IndexFile { name, sha256: hex(&sha256(bytes)) })
        };
        let files = IndexFiles { pdf: add(".pdf", &self.pdf)?, record: add(".zip", &self.record)? };
        Ok((files, zip))
    }
}

/// Hashes what passes through.
struct Hashing<W> {
    inner: W,
    sha: Sha256,
}

impl<W: Write> Hashing<W> {
    fn new(inner: W) -> Self {
        Self { inner, sha: Sha256::new() }
    }

    fn done(self) -> (W, [u8; 32]) {
        (self.inner, self.sha.finalize().into())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sha.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
