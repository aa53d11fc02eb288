//! The texts that people accept, each version for ever. An acceptance names the version and the hash of its text, so
//! that years later anybody can tell what was accepted: the text is served as the bytes that were hashed.
//!
//! A changed text is a new file and a new version; the file of a version that somebody accepted never changes.

use acordo_record::{base64, sha256};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text that somebody accepts. What a signer declares stands word for word in the signature instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcceptedText {
    /// What both sides accept before a case begins.
    Rules,
    /// What each side accepts once a mediator was found.
    GroundRules,
}

/// Canonical JSON, all languages in one, the oldest first.
const RULES: &[&str] = &[include_str!("rules-1.json")];
const GROUND_RULES: &[&str] = &[include_str!("ground_rules-1.json")];

impl AcceptedText {
    pub const ALL: [Self; 2] = [Self::Rules, Self::GroundRules];

    const fn versions(self) -> &'static [&'static str] {
        match self {
            Self::Rules => RULES,
            Self::GroundRules => GROUND_RULES,
        }
    }

    /// The version that is accepted from now on.
    pub fn current(self) -> u32 {
        u32::try_from(self.versions().len()).unwrap_or(u32::MAX)
    }

    /// The text of a version in all languages, as it is hashed.
    pub fn document(self, version: u32) -> Option<&'static str> {
        let place = usize::try_from(version.checked_sub(1)?).ok()?;
        self.versions().get(place).copied()
    }

    /// SHA-256 of the document, in base64.
    pub fn hash(self, version: u32) -> Option<String> {
        self.document(version).map(|document| base64(&sha256(document.as_bytes())))
    }
}
