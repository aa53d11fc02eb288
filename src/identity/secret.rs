//! Random secrets that are shown once and kept as a hash only.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::fmt;

/// 32 random bytes for a link or a refresh token. The text is a bearer secret; the database holds only its
/// SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTime([u8; 32]);

impl OneTime {
    pub fn fresh() -> Self {
        Self(rand::random())
    }
    /// Base64url without padding, 43 characters, as links and cookies carry it.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
    pub fn parse(text: &str) -> Option<Self> {
        // The length is checked first, so that a caller cannot make the server decode a megabyte.
        if text.len() != 43 {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }
    /// What the database keeps and looks for.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl fmt::Debug for OneTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTime(…)")
    }
}

/// Six digits for a mail. They can be guessed, so tries are counted and the hash is keyed.
pub fn fresh_code() -> String {
    let mut number = rand::random::<u32>();
    // Taken from the largest multiple of a million, so that every code is equally likely.
    while number >= 4_294_000_000 {
        number = rand::random();
    }
    format!("{:06}", number % 1_000_000)
}

/// What the database keeps of a code. `bound` is a secret of ours and all that the code may be
/// used for, so that a copy of the database gives no code away.
pub fn code_hash(bound: &[u8], code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for piece in [b"acordo/signing-code/v1".as_slice(), bound, code.as_bytes()] {
        hash.update((piece.len() as u64).to_be_bytes());
        hash.update(piece);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_one_time_secret_is_read_back_and_nothing_else_is() {
        let secret = OneTime::fresh();
        assert_eq!(OneTime::parse(&secret.text()), Some(secret.clone()));
        assert_ne!(OneTime::fresh(), secret);
        let text = secret.text();
        for bad in ["", "x", &text[1..], &format!("{text}A"), &format!("{}=", &text[1..])] {
            assert_eq!(OneTime::parse(bad), None, "{bad}");
        }
        assert!(!format!("{secret:?}").contains(&text));
    }

    #[test]
    fn a_code_has_six_digits_and_its_hash_is_bound() {
        for _ in 0..100 {
            let code = fresh_code();
            assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()));
        }
        let hash = code_hash(b"document", "012345");
        assert_eq!(hash, code_hash(b"document", "012345"));
        assert_ne!(hash, code_hash(b"other", "012345"));
        assert_ne!(hash, code_hash(b"document0", "12345"));
    }
}
