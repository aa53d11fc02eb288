//! Evidence on disk: received as a stream, hashed on the way, stored by its digest in its case's folder.

pub mod name;
mod scratch;
pub mod sniff;
mod strip;

use crate::problem::{Fault, Shell};
use acordo_domain::id::{CaseId, EvidenceId};
use acordo_record::{base64, hash_from_base64, hex};
use bytes::Bytes;
use futures_util::Stream;
use scratch::Scratch;
use sha2::{Digest, Sha256};
use sniff::{HEAD_BYTES, TextWatch};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use strip::Unfit;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio::sync::Semaphore;
use uuid::Uuid;

const CHUNK_BYTES: usize = 64 * 1024;
/// What nobody wrote to for so long was left half-done; another process may be receiving the others.
const ABANDONED: Duration = Duration::from_secs(3_600);
/// Copies without metadata that are made at the same time.
const COPIES_AT_ONCE: usize = 4;

/// `<root>/<case>/<evidence>-<digest in hex>`: whatever a name says, it never becomes a path.
#[derive(Debug, Clone)]
pub struct EvidenceFiles {
    root: PathBuf,
    bytes_max: u64,
    copying: Arc<Semaphore>,
}

/// A file that was received completely and is no evidence yet. Dropping it removes it.
#[derive(Debug)]
pub struct Arrived {
    path: PathBuf,
    size: u64,
    sha256: [u8; 32],
    head: Vec<u8>,
    text: bool,
}

impl Drop for Arrived {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// A stored file: the original, and the copy that others see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    pub media_type: &'static str,
    pub original_sha256: String,
    pub sha256: String,
    /// Of the copy.
    pub size: u64,
    /// Files that were not there before.
    pub new: Vec<PathBuf>,
}

/// A file being received.
#[derive(Debug)]
pub struct Arriving {
    file: File,
    bytes_max: u64,
    hash: Sha256,
    watch: TextWatch,
    arrived: Arrived,
}

impl Arriving {
    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        let arrived = &mut self.arrived;
        arrived.size += chunk.len() as u64;
        if arrived.size > self.bytes_max {
            return Err(Shell::FileTooLarge.into());
        }
        let room = HEAD_BYTES.saturating_sub(arrived.head.len()).min(chunk.len());
        arrived.head.extend_from_slice(&chunk[..room]);
        self.watch.see(chunk);
        self.hash.update(chunk);
        self.file.write_all(chunk).await.map_err(fault)
    }

    pub async fn done(mut self) -> Result<Arrived, Fault> {
        self.file.flush().await.map_err(fault)?;
        self.file.sync_all().await.map_err(fault)?;
        let mut arrived = self.arrived;
        if arrived.size == 0 {
            return Err(Shell::FileEmpty.into());
        }
        arrived.sha256 = self.hash.finalize().into();
        arrived.text = self.watch.is_text();
        Ok(arrived)
    }
}

impl EvidenceFiles {
    /// The files as they are, to read alone: another process may be receiving some.
    pub fn to_read(root: &Path) -> Self {
        Self { root: root.to_owned(), bytes_max: 0, copying: Arc::new(Semaphore::new(COPIES_AT_ONCE)) }
    }

    /// Makes the folders; what an earlier process left half-done is removed.
    pub fn open(root: &Path, bytes_max: u64) -> io::Result<Self> {
        let arriving = root.join("arriving");
        std::fs::create_dir_all(&arriving)?;
        for half in std::fs::read_dir(&arriving)? {
            let half = half?;
            let age = half.metadata().and_then(|data| data.modified()).map(|at| at.elapsed().unwrap_or_default());
            if age.is_ok_and(|age| age > ABANDONED) {
                let _ = std::fs::remove_file(half.path());
            }
        }
        Ok(Self { root: root.to_owned(), bytes_max, copying: Arc::new(Semaphore::new(COPIES_AT_ONCE)) })
    }

    pub async fn begin(&self) -> Result<Arriving, Fault> {
        let path = self.root.join("arriving").join(Uuid::now_v7().simple().to_string());
        let file = File::create_new(&path).await.map_err(fault)?;
        let arrived = Arrived { path, size: 0, sha256: [0; 32], head: Vec::new(), text: false };
        Ok(Arriving { file, bytes_max: self.bytes_max, hash: Sha256::new(), watch: TextWatch::default(), arrived })
    }

    /// A place for bytes that are kept by nobody.
    pub async fn scratch(&self) -> Result<Scratch, Fault> {
        Scratch::at(self.root.join("arriving").join(Uuid::now_v7().simple().to_string())).await
    }

    /// Whether there is no room for even a small file.
    pub async fn is_full(&self) -> bool {
        let written = async {
            let mut file = self.scratch().await?;
            file.write(&[0; 4_096]).await?;
            file.read_back().await
        };
        written.await.is_err_and(|fault: Fault| fault.code == Shell::StorageFull.into())
    }

    /// Detects the type, makes the copy without metadata, and moves both to their final place.
    pub async fn keep(&self, case_id: CaseId, id: EvidenceId, arrived: Arrived, name: &str) -> Result<KeptFile, Fault> {
        let media_type = sniff::media_type(&arrived.head, arrived.text, name).ok_or(Shell::UnsupportedMedia)?;
        let original_sha256 = arrived.sha256;
        let (sha256, size, copy) = if !media_type.starts_with("text/") && media_type != "message/rfc822" {
            // Each holds a whole file in memory.
            let _turn = self.copying.acquire().await.map_err(Fault::internal)?;
            let bytes = fs::read(&arrived.path).await.map_err(fault)?;
            let stripped = tokio::task::spawn_blocking(move || strip::without_metadata(media_type, bytes.into()))
                .await
                .map_err(Fault::internal)?
                .map_err(|unfit| match unfit {
                    Unfit::Broken => Fault::new(Shell::UnsupportedMedia),
                    Unfit::TooManyPoints => Fault::new(Shell::PictureTooLarge),
                })?;
            let digest: [u8; 32] = Sha256::digest(&stripped).into();
            (digest, stripped.len() as u64, (digest != original_sha256).then_some(stripped))
        } else {
            (original_sha256, arrived.size, None)
        };
        fs::create_dir_all(self.folder(case_id)).await.map_err(fault)?;
        let mut new = Vec::new();
        let place = self.place(case_id, id, &original_sha256);
        if !fs::try_exists(&place).await.map_err(fault)? {
            fs::rename(&arrived.path, &place).await.map_err(fault)?;
            new.push(place);
        }
        if let Some(stripped) = copy {
            let place = self.place(case_id, id, &sha256);
            if !fs::try_exists(&place).await.map_err(fault)? {
                self.put(&place, &stripped).await?;
                new.push(place);
            }
        }
        self.sync_folder(case_id).await?;
        Ok(KeptFile { media_type, original_sha256: base64(&original_sha256), sha256: base64(&sha256), size, new })
    }

    /// The same bytes for a file that is shared under a new id.
    pub async fn share(
        &self,
        case_id: CaseId,
        from: (EvidenceId, &str),
        id: EvidenceId,
    ) -> Result<Vec<PathBuf>, Fault> {
        let digest = digest(from.1)?;
        let place = self.place(case_id, id, &digest);
        if fs::try_exists(&place).await.map_err(fault)? {
            return Ok(Vec::new());
        }
        let bytes = self.whole(case_id, from.0, from.1).await?;
        self.put(&place, &bytes).await?;
        self.sync_folder(case_id).await?;
        Ok(vec![place])
    }

    async fn put(&self, place: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let half = self.root.join("arriving").join(Uuid::now_v7().simple().to_string());
        let mut file = File::create_new(&half).await.map_err(fault)?;
        file.write_all(bytes).await.map_err(fault)?;
        file.flush().await.map_err(fault)?;
        file.sync_all().await.map_err(fault)?;
        fs::rename(&half, place).await.map_err(fault)
    }

    /// Without this a file may have lost its name after a power cut.
    async fn sync_folder(&self, case_id: CaseId) -> Result<(), Fault> {
        File::open(self.folder(case_id)).await.map_err(fault)?.sync_all().await.map_err(fault)
    }

    /// Removes files that no command refers to.
    pub async fn forget(&self, new: &[PathBuf]) {
        for path in new {
            let _ = fs::remove_file(path).await;
        }
    }

    /// The file with this digest (base64), and its size. It is hashed before its first byte leaves: what was
    /// exchanged on the disk is never shown.
    pub async fn open_stored(&self, case_id: CaseId, id: EvidenceId, sha256: &str) -> Result<(u64, File), Fault> {
        let digest = digest(sha256)?;
        let mut file = File::open(self.place(case_id, id, &digest)).await.map_err(|error| gone(error, &digest))?;
        let mut hash = Sha256::new();
        let mut chunk = vec![0; CHUNK_BYTES];
        let mut size = 0;
        loop {
            let read = file.read(&mut chunk).await.map_err(fault)?;
            if read == 0 {
                break;
            }
            hash.update(&chunk[..read]);
            size += read as u64;
        }
        same(hash, &digest)?;
        Ok((size, file))
    }

    /// The whole file, for a copy under another id.
    async fn whole(&self, case_id: CaseId, id: EvidenceId, sha256: &str) -> Result<Vec<u8>, Fault> {
        let digest = digest(sha256)?;
        let bytes = fs::read(self.place(case_id, id, &digest)).await.map_err(|error| gone(error, &digest))?;
        same(Sha256::new().chain_update(&bytes), &digest)?;
        Ok(bytes)
    }

    /// The file as it is on the disk, for an export, which hashes it while it reads. None where it is gone.
    pub fn open_unchecked(
        &self,
        case_id: CaseId,
        id: EvidenceId,
        digest: &[u8; 32],
    ) -> io::Result<Option<std::fs::File>> {
        match std::fs::File::open(self.place(case_id, id, digest)) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn folder(&self, case_id: CaseId) -> PathBuf {
        self.root.join(case_id.to_string())
    }

    fn place(&self, case_id: CaseId, id: EvidenceId, digest: &[u8; 32]) -> PathBuf {
        self.folder(case_id).join(format!("{id}-{}", hex(digest)))
    }
}

/// A file that the record names is there, or somebody took it away.
fn gone(error: io::Error, digest: &[u8; 32]) -> Fault {
    if error.kind() == io::ErrorKind::NotFound { altered(digest) } else { fault(error) }
}

/// A file is what its name says, or somebody exchanged it.
fn same(hash: Sha256, digest: &[u8; 32]) -> Result<(), Fault> {
    if <[u8; 32]>::from(hash.finalize()) == *digest {
        return Ok(());
    }
    Err(altered(digest))
}

fn altered(digest: &[u8; 32]) -> Fault {
    metrics::counter!("acordo_record_altered_total").increment(1);
    tracing::error!(file = hex(digest), "a stored file is not what was written, or it is gone");
    Fault::new(Shell::RecordAltered).because(format!("the file {}", hex(digest)))
}

/// So many bytes of a file from a place, as a stream.
pub async fn part_of(
    mut file: File,
    from: u64,
    size: u64,
) -> Result<impl Stream<Item = io::Result<Bytes>> + use<>, Fault> {
    file.seek(io::SeekFrom::Start(from)).await.map_err(fault)?;
    Ok(futures_util::stream::try_unfold(file.take(size), |mut file| async move {
        let mut chunk = vec![0; CHUNK_BYTES];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok((read > 0).then(|| (Bytes::from(chunk), file)))
    }))
}

fn digest(sha256: &str) -> Result<[u8; 32], Fault> {
    hash_from_base64(sha256).ok_or_else(|| Fault::internal("a digest in the record is not one"))
}

fn fault(error: io::Error) -> Fault {
    error.into()
}
