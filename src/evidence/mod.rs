//! Evidence on disk: received as a stream, hashed on the way, stored by its digest in its case's folder.

pub mod sniff;

use crate::problem::{Fault, Shell};
use acordo_domain::id::{CaseId, EvidenceId};
use acordo_record::{base64, hash_from_base64, hex};
use bytes::Bytes;
use futures_util::Stream;
use sha2::{Digest, Sha256};
use sniff::{HEAD_BYTES, TextWatch};
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use uuid::Uuid;

const CHUNK_BYTES: usize = 64 * 1024;

/// `<root>/<case>/<evidence>-<digest in hex>`: whatever a name says, it never becomes a path.
#[derive(Debug, Clone)]
pub struct EvidenceFiles {
    root: PathBuf,
    bytes_max: u64,
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
    /// Makes the folders; what an earlier process left half-done is removed.
    pub fn open(root: &Path, bytes_max: u64) -> io::Result<Self> {
        let arriving = root.join("arriving");
        if arriving.exists() {
            std::fs::remove_dir_all(&arriving)?;
        }
        std::fs::create_dir_all(&arriving)?;
        Ok(Self { root: root.to_owned(), bytes_max })
    }

    pub async fn begin(&self) -> Result<Arriving, Fault> {
        let path = self.root.join("arriving").join(Uuid::now_v7().simple().to_string());
        let file = File::create_new(&path).await.map_err(fault)?;
        let arrived = Arrived { path, size: 0, sha256: [0; 32], head: Vec::new(), text: false };
        Ok(Arriving { file, bytes_max: self.bytes_max, hash: Sha256::new(), watch: TextWatch::default(), arrived })
    }

    /// Detects the type, makes the copy without metadata, and moves both to their final place.
    pub async fn keep(&self, case_id: CaseId, id: EvidenceId, arrived: Arrived, name: &str) -> Result<KeptFile, Fault> {
        let media_type = sniff::media_type(&arrived.head, arrived.text, name).ok_or(Shell::UnsupportedMedia)?;
        let original_sha256 = arrived.sha256;
        let (sha256, size, copy) = if media_type.starts_with("image/") {
            let bytes = fs::read(&arrived.path).await.map_err(fault)?;
            let stripped = tokio::task::spawn_blocking(move || sniff::without_metadata(media_type, bytes.into()))
                .await
                .map_err(Fault::internal)?
                .ok_or(Shell::UnsupportedMedia)?;
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
        let bytes = fs::read(self.place(case_id, from.0, &digest)).await.map_err(fault)?;
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

    /// The bytes with this digest (base64), as a stream and their size.
    pub async fn read(
        &self,
        case_id: CaseId,
        id: EvidenceId,
        sha256: &str,
    ) -> Result<(u64, impl Stream<Item = io::Result<Bytes>> + use<>), Fault> {
        let file = File::open(self.place(case_id, id, &digest(sha256)?)).await.map_err(fault)?;
        let size = file.metadata().await.map_err(fault)?.len();
        let stream = futures_util::stream::try_unfold(file, |mut file| async move {
            let mut chunk = vec![0; CHUNK_BYTES];
            let read = file.read(&mut chunk).await?;
            chunk.truncate(read);
            Ok((read > 0).then(|| (Bytes::from(chunk), file)))
        });
        Ok((size, stream))
    }

    /// The whole file, for a bundle.
    pub async fn whole(&self, case_id: CaseId, id: EvidenceId, sha256: &str) -> Result<Vec<u8>, Fault> {
        fs::read(self.place(case_id, id, &digest(sha256)?)).await.map_err(fault)
    }

    fn folder(&self, case_id: CaseId) -> PathBuf {
        self.root.join(case_id.to_string())
    }

    fn place(&self, case_id: CaseId, id: EvidenceId, digest: &[u8; 32]) -> PathBuf {
        self.folder(case_id).join(format!("{id}-{}", hex(digest)))
    }
}

fn digest(sha256: &str) -> Result<[u8; 32], Fault> {
    hash_from_base64(sha256).ok_or_else(|| Fault::internal("a digest in the record is not one"))
}

fn fault(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Fault::new(Shell::StorageFull).because(error),
        _ => Fault::internal(error),
    }
}
