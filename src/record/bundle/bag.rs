//! BagIt (RFC 8493): the small files that let any BagIt tool check a bundle.

use std::collections::BTreeMap;

use crate::hash::{hex, sha256};

pub(crate) const BAGIT: &str = "bagit.txt";
pub(crate) const BAG_INFO: &str = "bag-info.txt";
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";
pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(crate) const BUNDLE_NOTE: &str = "bundle.txt";

/// The only declaration that is accepted.
pub(crate) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The files of a bag, by path inside its folder; sorted by bytes, as the
/// manifests are.
pub(crate) type BagFiles<'a> = BTreeMap<&'a str, &'a [u8]>;

/// Digest, two spaces, path, newline, for each file.
pub(crate) fn manifest<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    files.into_iter().fold(String::new(), |mut out, (path, data)| {
        out.push_str(&hex(&sha256(data)));
        out.push_str("  ");
        out.push_str(path);
        out.push('\n');
        out
    })
}

/// The payload: everything under `data/`.
pub(crate) fn payload<'a>(files: &BagFiles<'a>) -> Vec<(&'a str, &'a [u8])> {
    files.iter().filter(|(path, _)| path.starts_with("data/")).map(|(path, data)| (*path, *data)).collect()
}

/// What the tag manifest lists.
pub(crate) fn tags<'a>(files: &BagFiles<'a>) -> Vec<(&'a str, &'a [u8])> {
    [BAG_INFO, BAGIT, MANIFEST].iter().filter_map(|path| files.get_key_value(path).map(|(p, d)| (*p, *d))).collect()
}

/// `<bytes>.<files>` of the payload.
pub(crate) fn oxum(payload: &[(&str, &[u8])]) -> String {
    let bytes: u64 = payload.iter().map(|(_, data)| data.len() as u64).sum();
    format!("{bytes}.{}", payload.len())
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
