//! Where a try to sign in comes from: a device on which this person signed in before, by a mark that it keeps in a
//! cookie, or else an address. Tries are counted by that, so that nobody can use up another's.

use acordo_domain::id::UserId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// How long a device is known.
pub const DEVICE_DAYS: i64 = 365;

const NONCE_BYTES: usize = 16;
const MARK_BYTES: usize = NONCE_BYTES + 32;

/// A mark for a device on which this person has just signed in. It opens nothing: it only keeps others' wrong
/// passwords apart from theirs.
pub fn fresh_mark(pepper: &[u8; 32], user: UserId) -> String {
    let nonce: [u8; NONCE_BYTES] = rand::random();
    URL_SAFE_NO_PAD.encode([&nonce[..], &seal(pepper, user, &nonce)].concat())
}

/// What tries are counted by.
pub fn source(pepper: &[u8; 32], user: Option<UserId>, mark: Option<&str>, network: &str) -> [u8; 32] {
    let known = user.and_then(|user| nonce_of(pepper, user, mark?));
    match known {
        Some(nonce) => hash(&[b"device", &nonce]),
        None => hash(&[b"network", network.as_bytes()]),
    }
}

fn nonce_of(pepper: &[u8; 32], user: UserId, mark: &str) -> Option<[u8; NONCE_BYTES]> {
    if mark.len() != MARK_BYTES / 3 * 4 {
        return None;
    }
    let bytes: [u8; MARK_BYTES] = URL_SAFE_NO_PAD.decode(mark).ok()?.try_into().ok()?;
    let nonce: [u8; NONCE_BYTES] = bytes[..NONCE_BYTES].try_into().ok()?;
    (seal(pepper, user, &nonce)[..] == bytes[NONCE_BYTES..]).then_some(nonce)
}

fn seal(pepper: &[u8; 32], user: UserId, nonce: &[u8]) -> [u8; 32] {
    hash(&[b"acordo/device/v1", pepper, user.0.as_bytes(), nonce])
}

fn hash(pieces: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update((piece.len() as u64).to_be_bytes());
        hash.update(piece);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_device_is_known_for_the_person_who_signed_in_on_it_and_for_nobody_else() {
        let (ana, rui) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        let (pepper, office) = ([7; 32], "192.0.2.1");
        let mark = fresh_mark(&pepper, ana);
        let from = |user, mark: Option<&str>| source(&pepper, user, mark, office);
        let stranger = from(Some(ana), None);
        assert_ne!(from(Some(ana), Some(&mark)), stranger);
        assert_eq!(from(Some(ana), Some(&mark)), source(&pepper, Some(ana), Some(&mark), "192.0.2.9"));
        for other in [from(Some(rui), Some(&mark)), from(None, Some(&mark)), from(Some(ana), Some("made up"))] {
            assert_eq!(other, stranger);
        }
        assert_eq!(from(Some(ana), Some(&fresh_mark(&[8; 32], ana))), stranger);
        assert_ne!(source(&pepper, None, None, "192.0.2.2"), stranger);
    }
}
