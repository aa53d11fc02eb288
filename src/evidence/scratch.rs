//! A file that is only passing through: it is there as long as somebody works on it.

use super::fault;
use crate::problem::Fault;
use std::path::PathBuf;
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;

/// Dropping it removes it.
#[derive(Debug)]
pub struct Scratch {
    file: File,
    path: PathBuf,
}

impl Scratch {
    pub(super) async fn at(path: PathBuf) -> Result<Self, Fault> {
        let file = File::options().read(true).write(true).create_new(true).open(&path).await.map_err(fault)?;
        Ok(Self { file, path })
    }

    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        self.file.write_all(chunk).await.map_err(fault)
    }

    /// The file as a reader's own, whatever its size.
    pub async fn reader(&mut self) -> Result<std::fs::File, Fault> {
        self.file.flush().await.map_err(fault)?;
        Ok(self.file.try_clone().await.map_err(fault)?.into_std().await)
    }

    /// All that was written.
    pub async fn read_back(&mut self) -> Result<Vec<u8>, Fault> {
        self.file.flush().await.map_err(fault)?;
        fs::read(&self.path).await.map_err(fault)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
