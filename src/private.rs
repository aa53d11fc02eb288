//! Folders and files that hold keys, mails and what people said: their owner's alone.

use std::io;
use std::path::Path;

/// Makes a folder that nobody else can read. One that is there and wider is told of.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    own(path, 0o700)
}

/// Makes a file that nobody else can read, where there is none yet. One that is there and wider is told of.
pub fn file(path: &Path) -> io::Result<()> {
    let mut options = std::fs::File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    own(path, 0o600)
}

/// Takes away what others may do: for what only this program ever made.
pub fn narrow(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))?;
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

fn own(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        let found = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path)?.permissions()) & 0o777;
        if found & 0o077 != 0 {
            let place = path.display();
            tracing::warn!("{place} is open to other users of this machine ({found:o}). Run: chmod {mode:o} {place}");
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_is_made_is_the_owners_alone() {
        let dir = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let data = dir.path().join("a/data");
        folder(&data).unwrap();
        file(&data.join("x")).unwrap();
        assert_eq!((mode(&data), mode(&data.join("x"))), (0o700, 0o600));
        narrow(&data, 0o750).unwrap();
        // What is there already keeps its rights, and the log says so.
        folder(&data).unwrap();
        assert_eq!(mode(&data), 0o750);
    }
}
