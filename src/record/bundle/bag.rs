//! BagIt (RFC 8493): the small files that let any BagIt tool check a bundle.

use std::collections::BTreeMap;

use crate::hash::{Hash, hex, sha256};

pub(crate) const BAGIT: &str = "bagit.txt";
pub(crate) const BAG_INFO: &str = "bag-info.txt";
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";
pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(crate) const BUNDLE_NOTE: &str = "bundle.txt";

/// The only declaration that is accepted.
pub(crate) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// A file of a bag: what the manifest needs of it, and its bytes, unless it is evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BagFile<'a> {
    pub size: u64,
    pub sha256: Hash,
    pub data: &'a [u8],
}

impl<'a> BagFile<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self { size: data.len() as u64, sha256: sha256(data), data }
    }
}

/// The files of a bag, by path inside its folder; sorted by bytes, as the
/// manifests are.
pub(crate) type BagFiles<'a> = BTreeMap<&'a str, BagFile<'a>>;

/// Digest, two spaces, path, newline, for each file.
pub(crate) fn manifest<'a>(files: impl IntoIterator<Item = (&'a str, Hash)>) -> String {
    files.into_iter().fold(String::new(), |mut out, (path, digest)| {
        out.push_str(&hex(&digest));
        out.push_str("  ");
        out.push_str(path);
        out.push('\n');
        out
    })
}

/// Whether a file belongs to the payload.
pub(crate) fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}

/// What the tag manifest lists, sorted.
pub(crate) const TAGS: [&str; 3] = [BAG_INFO, BAGIT, MANIFEST];

/// `<bytes>.<files>` of the payload.
pub(crate) fn oxum(sizes: impl IntoIterator<Item = u64>) -> String {
    let (bytes, files) = sizes.into_iter().fold((0, 0_u64), |(bytes, files), size| (bytes + size, files + 1));
    format!("{bytes}.{files}")
}

/// The value of `Payload-Oxum`, if the file has the form of a bag-info without
/// continuation lines and says it exactly once.
pub(crate) fn payload_oxum(bag_info: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bag_info).ok()?.strip_suffix('\n')?;
    let mut found = None;
    for line in text.split('\n') {
        let (label, value) = line.split_once(": ")?;
        if label.is_empty() || label.starts_with([' ', '\t']) || line.contains('\r') {
            return None;
        }
        if label.eq_ignore_ascii_case("Payload-Oxum") && found.replace(value).is_some() {
            return None;
        }
    }
    found
}
