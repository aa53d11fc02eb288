//! The installation's own keys: files that only their owner reads, made at first start, rotated by a command.

use crate::identity::token::Tokens;
use crate::store::StoredSeals;
use acordo_record::{HeadKeys, KeyFile, KeyWindow, LogKey, Time, TrustedKey, Vkey, base64, from_base64, hex};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file that says which seals the database has, and what it says: 2 since cases are sealed as a whole, 3 since that
/// seal alone is over the ends of channels and over commands.
const SEALS: &str = "seals";
const SEALS_FORM: &str = "3\n";
const FORMER_SEALS: &str = "2\n";

/// What a key is for. Each use has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Signs checkpoints and bundles.
    Log,
    /// Seals the ends of channels, so that a change of the database is found.
    Head,
    /// Signs access tokens.
    Jwt,
}

impl Use {
    pub const ALL: [Self; 3] = [Self::Log, Self::Head, Self::Jwt];
    pub const fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Head => "head",
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
    #[error("there are no keys in {dir} yet: the first `acordo serve` makes them")]
    None { dir: PathBuf },
    #[error(
        "another process made a key in {dir} at the same moment; nothing was rotated. List the keys and try again."
    )]
    Raced { dir: PathBuf },
    #[error("there is no log key {id}. `acordo keys list` shows them.")]
    Unknown { id: String },
    #[error("the key {id} signs. Rotate first, restart, and retire it then.")]
    Signs { id: String },
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
    /// Of a log key that was stolen: from when on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
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
    pub heads: HeadKeys,
    /// Which seals the database has, as the folder says.
    pub seals: StoredSeals,
    /// Log keys that signed before, newest first.
    pub former_logs: Vec<Vkey>,
    /// Files of keys that were made by this opening.
    pub made: Vec<PathBuf>,
    pub tokens: Tokens,
    /// What short codes are hashed with, so that a copy of the database does not give them away.
    pub pepper: [u8; 32],
    listed: Vec<KeyListing>,
}

impl Keys {
    /// Reads the keys in `dir`, making what is missing.
    pub fn open(dir: &Path, instance: &str) -> Result<Self, KeysError> {
        make_folder(dir)?;
        let mut made = Vec::new();
        for usage in Use::ALL {
            if read(dir, usage)?.is_empty() {
                made.extend(make(dir, usage, instance, 1)?);
            }
        }
        Self::of(dir, instance, made)
    }

    /// The same, but nothing is made.
    pub fn read(dir: &Path, instance: &str) -> Result<Self, KeysError> {
        for usage in Use::ALL {
            if !dir.is_dir() || read(dir, usage)?.is_empty() {
                return Err(KeysError::None { dir: dir.to_owned() });
            }
        }
        Self::of(dir, instance, Vec::new())
    }

    fn of(dir: &Path, instance: &str, made: Vec<PathBuf>) -> Result<Self, KeysError> {
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
            let until = key.kept.until.as_deref().map(Time::parse).transpose().map_err(|_| damaged())?;
            vkeys.push(TrustedKey { key: log_key.vkey().clone(), window: KeyWindow { from: None, until } });
            listed.push(key.list(place == 0, Some(log_key.vkey().to_string())));
            newest.get_or_insert(log_key);
        }
        let heads = read(dir, Use::Head)?;
        listed.extend(heads.iter().enumerate().map(|(place, key)| key.list(place == 0, None)));
        let (head, former) = heads.split_first().ok_or_else(damaged)?;
        listed.extend(jwt.iter().enumerate().map(|(place, key)| key.list(place == 0, None)));
        let (first, older) = jwt.split_first().ok_or_else(damaged)?;
        let older: Vec<(&str, &[u8; 32])> = older.iter().map(|key| (key.kept.id.as_str(), &key.seed)).collect();
        Ok(Self {
            log: newest.ok_or_else(damaged)?,
            former_logs: vkeys.iter().skip(1).map(|trusted| trusted.key.clone()).collect(),
            public: KeyFile::of_trusted(vkeys),
            made,
            heads: HeadKeys::new(head.seed, former.iter().map(|key| key.seed).collect()),
            seals: match fs::read_to_string(dir.join(SEALS)).as_deref() {
                Ok(SEALS_FORM) => StoredSeals::Current,
                Ok(FORMER_SEALS) => StoredSeals::Former,
                _ => StoredSeals::None,
            },
            tokens: Tokens::new(instance, (&first.kept.id, &first.seed), &older),
            pepper: acordo_record::sha256(&[b"acordo/code-pepper/v1".as_slice(), &first.seed].concat()),
            listed,
        })
    }

    /// The store has sealed what it holds: from now on a missing seal was taken away. It stands beside the keys, where
    /// who can write the database cannot.
    pub fn sealed(dir: &Path) -> Result<(), KeysError> {
        let path = dir.join(SEALS);
        write_private(&path, SEALS_FORM.as_bytes()).map_err(|source| KeysError::File { path, source })
    }

    /// A backup was restored that an earlier version made: its cases are sealed anew where the former seals hold. Nobody
    /// can ask in this way for more to be sealed.
    pub fn expect_former_seals(dir: &Path) -> Result<(), KeysError> {
        let path = dir.join(SEALS);
        write_private(&path, FORMER_SEALS.as_bytes()).map_err(|source| KeysError::File { path, source })
    }

    /// A new key for that use; the former stay, to verify what they signed.
    pub fn rotate(dir: &Path, instance: &str, usage: Use) -> Result<Self, KeysError> {
        Self::open(dir, instance)?;
        // After the last number, also where one is missing between; a rotation that makes no key has failed.
        let last = paths(dir, usage)?.first().and_then(|path| number(path)).unwrap_or(0);
        let made = make(dir, usage, instance, last + 1)?;
        made.ok_or_else(|| KeysError::Raced { dir: dir.to_owned() })?;
        Self::open(dir, instance)
    }

    /// Marks a log key as stolen from that time on: a checkpoint by it counts only with a witness's time before.
    pub fn retire(dir: &Path, instance: &str, id: &str, until: Time) -> Result<Self, KeysError> {
        let unknown = || KeysError::Unknown { id: id.to_owned() };
        let listed = Self::open(dir, instance)?.listed;
        let key = listed.iter().find(|key| key.usage == Use::Log && key.id == id).ok_or_else(unknown)?;
        if key.current {
            return Err(KeysError::Signs { id: id.to_owned() });
        }
        for path in paths(dir, Use::Log)? {
            let mut kept = read_one(&path, Use::Log)?.kept;
            if kept.id == id {
                kept.until = Some(until.to_string());
                let draft = path.with_extension("draft");
                let failed = |source| KeysError::File { path: path.clone(), source };
                let text = serde_json::to_string_pretty(&kept).unwrap_or_default();
                write_private(&draft, text.as_bytes()).map_err(failed)?;
                fs::rename(&draft, &path).map_err(failed)?;
            }
        }
        Self::open(dir, instance)
    }

    /// Takes back keys that were made by an opening whose database knows others: a backup can be put in their place.
    pub fn unmake(made: &[PathBuf]) {
        for path in made {
            let _ = fs::remove_file(path);
        }
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
    paths(dir, usage)?.iter().map(|path| read_one(path, usage)).collect()
}

/// The number in the name of a key's file.
fn number(path: &Path) -> Option<usize> {
    path.file_stem()?.to_str()?.rsplit('-').next()?.parse().ok()
}

/// The files of the keys of one use, newest first.
fn paths(dir: &Path, usage: Use) -> Result<Vec<PathBuf>, KeysError> {
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
    Ok(paths)
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

/// A new key; none where another process made one of this number first.
fn make(dir: &Path, usage: Use, instance: &str, number: usize) -> Result<Option<PathBuf>, KeysError> {
    let seed: [u8; 32] = rand::random();
    let public = ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key();
    let kept = KeyFileContent {
        id: hex(&acordo_record::sha256(public.as_bytes())[..4]),
        usage,
        instance: instance.to_owned(),
        made_at: jiff::Timestamp::now().to_string(),
        seed: base64(&seed),
        until: None,
    };
    let path = dir.join(format!("{}-{number:04}.json", usage.name()));
    let failed = |source| KeysError::File { path: path.clone(), source };
    let text = serde_json::to_string_pretty(&kept).unwrap_or_default();
    // Written to a temporary file and linked into place, so that a crash leaves no partial key and two
    // concurrent starts agree on one.
    let draft = dir.join(format!(".{}-{number:04}.{}", usage.name(), std::process::id()));
    write_private(&draft, text.as_bytes()).map_err(failed)?;
    let linked = match fs::hard_link(&draft, &path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(None),
        other => other.map(|()| Some(path.clone())),
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
    fn what_is_stored_is_sealed_once() {
        let folder = tempfile::tempdir().unwrap();
        let seals = || Keys::open(folder.path(), NAME).unwrap().seals;
        assert_eq!(seals(), StoredSeals::None);
        assert_eq!(seals(), StoredSeals::None, "the store did not say that it was done");
        Keys::sealed(folder.path()).unwrap();
        assert_eq!(seals(), StoredSeals::Current);
        assert_eq!(Keys::rotate(folder.path(), NAME, Use::Head).unwrap().seals, StoredSeals::Current);
        fs::write(folder.path().join(SEALS), FORMER_SEALS).unwrap();
        assert_eq!(seals(), StoredSeals::Former);
    }

    #[test]
    fn a_rotation_signs_with_the_new_key_and_still_publishes_the_old() {
        let folder = tempfile::tempdir().unwrap();
        let before = Keys::open(folder.path(), NAME).unwrap();
        let after = Keys::rotate(folder.path(), NAME, Use::Log).unwrap();
        assert_eq!(after.public.keys().len(), 2);
        assert_eq!(after.public.keys()[1], before.public.keys()[0]);
        assert_eq!(after.log.vkey(), &after.public.keys()[0].key);
        assert_ne!(after.log.vkey(), before.log.vkey());
        let text = after.public.to_string();
        assert_eq!(KeyFile::parse(&text).unwrap(), after.public);
    }

    #[test]
    fn a_rotation_makes_a_key_though_an_older_one_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        Keys::open(folder.path(), NAME).unwrap();
        let second = Keys::rotate(folder.path(), NAME, Use::Log).unwrap();
        fs::remove_file(folder.path().join("log-0001.json")).unwrap();
        let third = Keys::rotate(folder.path(), NAME, Use::Log).unwrap();
        assert_ne!(third.log.vkey(), second.log.vkey());
        assert_eq!(third.former_logs, [second.log.vkey().clone()]);
    }

    #[test]
    fn a_stolen_key_is_published_with_its_end_once_another_signs() {
        let folder = tempfile::tempdir().unwrap();
        let first = Keys::open(folder.path(), NAME).unwrap();
        let id = first.list()[0].id.clone();
        let until = Time::parse("2026-11-21T18:00:00.000Z").unwrap();
        assert!(matches!(Keys::retire(folder.path(), NAME, &id, until), Err(KeysError::Signs { .. })));
        assert!(matches!(Keys::retire(folder.path(), NAME, "00000000", until), Err(KeysError::Unknown { .. })));
        Keys::rotate(folder.path(), NAME, Use::Log).unwrap();
        let after = Keys::retire(folder.path(), NAME, &id, until).unwrap();
        let line = format!("{} until={until}", first.log.vkey());
        assert!(after.public.to_string().lines().any(|told| told == line), "{}", after.public);
        assert_eq!(KeyFile::parse(&after.public.to_string()).unwrap(), after.public);
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
