//! What the house signs: the bundle as a whole, under which keys.

use super::{Check, DoubtCode, FailureCode};
use crate::bundle::bag;
use crate::bundle::parts;
use crate::bundle::{CaseFile, KeysFile};
use crate::canonical;
use crate::hash::from_base64;
use crate::key::{KeyKind, Vkey};
use crate::note::{Note, NoteError};

/// Whether no key that is known signed a note: that says nothing of what is in it.
pub(super) fn unsigned(error: &NoteError) -> Option<FailureCode> {
    matches!(error, NoteError::Unsigned(_)).then_some(FailureCode::KeyUnknown)
}

impl Check<'_> {
    pub(super) fn keys_file(&mut self) {
        let path = parts::KEYS_FILE;
        let Some(data) = self.need(path) else { return };
        match canonical::exact::<KeysFile>(data) {
            Ok(keys) => {
                let log = |text: &String| Vkey::parse(text).is_ok_and(|key| key.kind() == KeyKind::Log);
                let fine = keys.v == 1
                    && keys.log.iter().all(log)
                    && keys.seal.iter().all(|der| from_base64(der).is_some_and(|der| !der.is_empty()));
                if !fine {
                    self.fail(FailureCode::KeysFile, path, "v, a log key or a certificate is not of its form");
                }
            }
            Err(error) => self.fail(FailureCode::KeysFile, path, error.to_string()),
        }
    }

    pub(super) fn bundle_note(&mut self, case: &CaseFile) {
        let path = bag::BUNDLE_NOTE;
        let Some(data) = self.need(path) else { return };
        let Some(tag_manifest) = self.files.get(bag::TAG_MANIFEST) else { return };
        let expected = parts::bundle_text(&case.instance, &case.case, &tag_manifest.sha256);
        let outcome = Note::parse(data).and_then(|note| {
            let key = note.signed_once(&case.instance, self.keys.logs(&case.instance))?;
            Ok((note.text() == expected, self.keys.window(key).until))
        });
        match outcome {
            Ok((true, None)) => {}
            Ok((true, Some(_))) => self.doubt(
                DoubtCode::KeyEnded,
                path,
                "signed by a key that was stolen later: ask for this file again under the new key",
            ),
            Ok((false, _)) => self.fail(FailureCode::BundleNote, path, "signed for other files, or another case"),
            Err(error) => self.fail(unsigned(&error).unwrap_or(FailureCode::BundleNote), path, error.to_string()),
        }
    }
}
