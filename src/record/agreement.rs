//! The hashes of an agreement: its document, its terms, and what a passkey
//! signs.

use serde::Serialize;

use crate::canonical::{CanonicalError, to_canonical};
use crate::hash::{Hash, length, sha256_of};

/// `H("acordo/agreement/v1" ‖ 0x00 ‖ bytes)` of `agreement.json`.
pub fn document_hash(agreement_json: &[u8]) -> Hash {
    sha256_of(&[b"acordo/agreement/v1\0", agreement_json])
}

/// `H("acordo/terms/v1" ‖ 0x00 ‖ canonical terms)`.
pub fn terms_hash<T: Serialize + ?Sized>(terms: &T) -> Result<Hash, CanonicalError> {
    Ok(sha256_of(&[b"acordo/terms/v1\0", &to_canonical(terms)?]))
}

/// What a passkey signs as its challenge:
/// `H("acordo/sign/v1" ‖ 0x00 ‖ LP(case) ‖ u64be(version) ‖ LP(seat) ‖ document_hash)`.
pub fn sign_challenge(case: &str, version: u64, seat: &str, document_hash: &Hash) -> Hash {
    let (case, seat) = (case.as_bytes(), seat.as_bytes());
    sha256_of(&[b"acordo/sign/v1\0", &length(case), case, &version.to_be_bytes(), &length(seat), seat, document_hash])
}
