//! The installation's own keys: files that only their owner reads, made at first start, rotated by a command.

use crate::identity::token::Tokens;
use acordo_record::{KeyFile, LogKey, base64, from_base64, hex};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a key is for. Each use has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Signs checkpoints and bundles.
    Log,
    /// Signs access tokens.
    Jwt,
}

impl Use {
    pub const ALL: [Self; 2] = [Self::Log, Self::Jwt];
    pub const fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Jwt => "jwt",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    #[error(
        "cannot use the key file {path}: {source}. Check that the folder exists and that this user may write in it."
    )]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path} is open to other users. Close it: chmod 600 {path}")]
    Open { path: PathBuf },
    #[error("{path} does not hold a key. Restore it from a backup; a new key would not verify old records.")]
    Damaged { path: PathBuf },
    #[error(
        "this installation's name in the record is {fixed}, since its first start, but the configuration says {configured}. Set instance = \"{fixed}\"."
    )]
    Renamed { fixed: String, configured: String },
}

/// The content of a private key's file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFileContent {
    id: String,
    #[serde(rename = "use")]
    usage: Use,
    instance: String,
    made_at: String,
    seed: String,
}

struct LoadedKey {
    kept: KeyFileContent,
    seed: [u8; 32],
}

/// A key as the command line lists it: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyListing {
    pub id: String,
    pub usage: Use,
    pub made_at: String,
    /// Is this the one that signs?
    pub current: bool,
    /// The C2SP vkey of a log key.
    pub vkey: Option<String>,
}

/// All keys, ready for use.
#[derive(Debug)]
pub struct Keys {
    pub log: LogKey,
    /// The public log keys, newest first: `/.well-known/acordo-keys`.
    pub public: KeyFile,
    pub tokens: Tokens,
    /// What short codes are hashed with, so that a copy of the database does not give them away.
    pub pepper: [u8; 32],
    listed: Vec<KeyListing>,
}

impl Keys {
    /// Reads the keys in `dir`, making what is missing.
    pub fn open(dir: &Path, instance: &str) -> Result<Self, KeysError> {
        make_folder(dir)?;
        for usage in Use::ALL {
            if read(dir, usage)?.is_empty() {
                make(dir, usage, instance, 1)?;
            }
        }
        let log = read(dir, Use::Log)?;
        if let Some(key) = log.iter().find(|key| key.kept.instance != instance) {
            return Err(KeysError::Renamed { fixed: key.kept.instance.clone(), configured: instance.to_owned() });
        }
        let jwt = read(dir, Use::Jwt)?;
        let damaged = || KeysError::Damaged { path: dir.to_owned() };
        let mut vkeys = Vec::new();
        let mut newest = None;
        let mut listed = Vec::new();
        for (place, key) in log.iter().enumerate() {
            let log_key = LogKey::from_seed(instance, &key.seed).map_err(|_| damaged())?;
            vkeys.push(log_key.vkey().clone());
            listed.push(key.list(place == 0, Some(log_key.vkey().to_string())));
            newest.get_or_insert(log_key);
        }
        listed.extend(jwt.iter().enumerate().map(|(place, key)| key.list(place == 0, None)));
        let (first, older) = jwt.split_first().ok_or_else(damaged)?;
        let older: Vec<(&str, &[u8; 32])> = older.iter().map(|key| (key.kept.id.as_str(), &key.seed)).collect();
        Ok(Self {
            log: newest.ok_or_else(damaged)?,
            public: KeyFile::of(vkeys),
            tokens: Tokens::new(instance, (&first.kept.id, &first.seed), &older),
            pepper: acordo_record::sha256(&[b"acordo/code-pepper/v1".as_slice(), &first.seed].concat()),
            listed,
        })
    }

    /// A new key for that use; the former stay, to verify what they signed.
    pub fn rotate(dir: &Path, instance: &str, usage: Use) -> Result<Self, KeysError> {
        let count = Self::open(dir, instance)?.listed.iter().filter(|key| key.usage == usage).count();
        make(dir, usage, instance, count + 1)?;
        Self::open(dir, instance)
    }

    pub fn list(&self) -> &[KeyListing] {
        &self.listed
    }
}

impl LoadedKey {
    fn list(&self, current: bool, vkey: Option<String>) -> KeyListing {
        KeyListing {
            id: self.kept.id.clone(),
            usage: self.kept.usage,
            made_at: self.kept.made_at.clone(),
            current,
            vkey,
        }
    }
}

/// The keys of one use, newest first: the file's number says the order.
fn read(dir: &Path, usage: Use) -> Result<Vec<LoadedKey>, KeysError> {
    let failed = |source| KeysError::File { path: dir.to_owned(), source };
    let prefix = format!("{}-", usage.name());
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        if name.starts_with(&prefix) && name.ends_with(".json") {
            paths.push(dir.join(name));
        }
    }
    paths.sort();
    paths.reverse();
    paths.iter().map(|path| read_one(path, usage)).collect()
}

fn read_one(path: &Path, usage: Use) -> Result<LoadedKey, KeysError> {
    let failed = |source| KeysError::File { path: path.to_owned(), source };
    let damaged = || KeysError::Damaged { path: path.to_owned() };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(failed)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(KeysError::Open { path: path.to_owned() });
        }
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    let kept: KeyFileContent = serde_json::from_str(&text).map_err(|_| damaged())?;
    let seed = from_base64(&kept.seed).and_then(|bytes| bytes.try_into().ok());
    let seed: [u8; 32] = seed.ok_or_else(damaged)?;
    if kept.usage != usage {
        return Err(damaged());
    }
    Ok(LoadedKey { kept, seed })
}

fn make(dir: &Path, usage: Use, instance: &str, number: usize) -> Result<(), KeysError> {
    let seed: [u8; 32] = rand::random();
    let public = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key();
    let kept = KeyFileContent {
        id: hex(&acordo_record::sha256(public.as_bytes())[..4]),
        usage,
        instance: instance.to_owned(),
        made_at: jiff::Timestamp::now().to_string(),
        seed: base64(&seed),
    };
    let path = dir.join(format!("{}-{number:04}.json", usage.name()));
    let failed = |source| KeysError::File { path: path.clone(), source };
    let text = serde_json::to_string_pretty(&kept).unwrap_or_default();
    // Written to a temporary file and linked into place, so that a crash leaves no partial key and two
    // concurrent starts agree on one.
    let draft = dir.join(format!(".{}-{number:04}.{}", usage.name(), std::process::id()));
    write_private(&draft, text.as_bytes()).map_err(failed)?;
    let linked = match fs::hard_link(&draft, &path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    };
    fs::remove_file(&draft).map_err(failed)?;
    linked.map_err(failed)
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn make_folder(dir: &Path) -> Result<(), KeysError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(|source| KeysError::File { path: dir.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    const NAME: &str = "demo.example/log";

    #[test]
    fn the_first_start_makes_keys_that_the_second_finds() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("keys");
        let first = Keys::open(&dir, NAME).unwrap();
        let second = Keys::open(&dir, NAME).unwrap();
        assert_eq!(first.public, second.public);
        assert_eq!(first.list(), second.list());
        for entry in fs::read_dir(&dir).unwrap() {
            let mode = entry.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(fs::metadata(&dir).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_rotation_signs_with_the_new_key_and_still_publishes_the_old() {
        let folder = tempfile::tempdir().unwrap();
        let before = Keys::open(folder.path(), NAME).unwrap();
        let after = Keys::rotate(folder.path(), NAME, Use::Log).unwrap();
        assert_eq!(after.public.keys().len(), 2);
        assert_eq!(after.public.keys()[1], before.public.keys()[0]);
        assert_eq!(after.log.vkey(), &after.public.keys()[0]);
        assert_ne!(after.log.vkey(), before.log.vkey());
        let text = after.public.to_string();
        assert_eq!(KeyFile::parse(&text).unwrap(), after.public);
    }

    #[test]
    fn a_key_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        Keys::open(folder.path(), NAME).unwrap();
        let path = folder.path().join("jwt-0001.json");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let error = Keys::open(folder.path(), NAME).unwrap_err();
        assert!(error.to_string().contains("chmod 600"), "{error}");
    }

    #[test]
    fn the_name_of_the_installation_stays_what_it_was_at_first_start() {
        let folder = tempfile::tempdir().unwrap();
        Keys::open(folder.path(), NAME).unwrap();
        let error = Keys::open(folder.path(), "other.example/log").unwrap_err();
        assert!(error.to_string().contains(NAME), "{error}");
    }
}
