//! Seals: whoever can write the database, but does not have the head key, cannot rewrite the past without being
//! found.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::hash::{Hash, length};

/// The head keys of an instance: the newest seals, all verify.
#[derive(Clone)]
pub struct HeadKeys {
    newest: [u8; 32],
    older: Vec<[u8; 32]>,
}

impl HeadKeys {
    /// The keys, secret random bytes.
    pub fn new(newest: [u8; 32], older: Vec<[u8; 32]>) -> Self {
        Self { newest, older }
    }

    /// What says which keys these are, and nothing of them: the newest first.
    pub fn fingerprints(&self) -> Vec<String> {
        let print = |key: &[u8; 32]| crate::hash::hex(&hmac(key, b"acordo/head-key/v1"));
        std::iter::once(&self.newest).chain(&self.older).map(print).collect()
    }

    /// Seals the fold of a case up to a version.
    pub fn seal_fold(&self, case: &str, version: u64, state: &[u8]) -> Hash {
        hmac(&self.newest, &fold(case, version, state))
    }

    /// Whether the seal is of this fold.
    pub fn holds_fold(&self, case: &str, version: u64, state: &[u8], seal: &[u8]) -> bool {
        self.made(&fold(case, version, state), seal)
    }

    /// Seals the fields of one row of a table.
    pub fn seal_row(&self, table: &str, fields: &[&[u8]]) -> Hash {
        hmac(&self.newest, &row(table, fields))
    }

    /// Whether the seal is of this row.
    pub fn holds_row(&self, table: &str, fields: &[&[u8]], seal: &[u8]) -> bool {
        self.made(&row(table, fields), seal)
    }

    fn made(&self, message: &[u8], seal: &[u8]) -> bool {
        let same = |key| {
            let ours = hmac(key, message);
            // Every byte is looked at, so that the time says nothing.
            seal.len() == ours.len() && ours.iter().zip(seal).fold(0, |other, (a, b)| other | (a ^ b)) == 0
        };
        same(&self.newest) || self.older.iter().any(same)
    }
}

impl fmt::Debug for HeadKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HeadKeys(…)")
    }
}

fn field(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&length(bytes));
    out.extend_from_slice(bytes);
}

fn fold(case: &str, version: u64, state: &[u8]) -> Vec<u8> {
    let mut out = b"acordo/fold/v1\0".to_vec();
    field(&mut out, case.as_bytes());
    out.extend_from_slice(&version.to_be_bytes());
    out.extend_from_slice(&Sha256::digest(state));
    out
}

fn row(table: &str, fields: &[&[u8]]) -> Vec<u8> {
    let mut out = b"acordo/row/v1\0".to_vec();
    field(&mut out, table.as_bytes());
    fields.iter().for_each(|bytes| field(&mut out, bytes));
    out
}

/// Binds the order of a case's events over all its channels: the hash over everything up to the event before, the
/// event's leaf, and what is stored beside the event. Zeros before the first.
///
/// A leaf commits to all leaves of its channel before it, so that a seal over this hash seals the end of every channel.
pub fn in_order(before: &Hash, leaf: &Hash, beside: &[u8]) -> Hash {
    Sha256::new()
        .chain_update(b"acordo/order/v2\0")
        .chain_update(before)
        .chain_update(leaf)
        .chain_update(length(beside))
        .chain_update(beside)
        .finalize()
        .into()
}

/// As it was bound before anything was stored beside events.
pub fn in_former_order(before: &Hash, leaf: &Hash) -> Hash {
    Sha256::new().chain_update(b"acordo/order/v1\0").chain_update(before).chain_update(leaf).finalize().into()
}

/// RFC 2104 with SHA-256 and a key that is shorter than a block.
fn hmac(key: &[u8; 32], message: &[u8]) -> Hash {
    let pad = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(key).for_each(|(b, k)| *b ^= k);
        block
    };
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::hex;

    #[test]
    fn the_code_is_the_hmac_of_everybody() {
        // As Python's hmac module has it.
        assert_eq!(
            hex(&hmac(&[0x0b; 32], b"Hi There")),
            "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7"
        );
    }

    #[test]
    fn a_row_s_seal_is_of_its_table_and_of_each_field_in_its_place() {
        let keys = HeadKeys::new([7; 32], Vec::new());
        let seal = keys.seal_row("users", &[b"ab", b"c"]);
        assert!(keys.holds_row("users", &[b"ab", b"c"], &seal));
        assert!(!keys.holds_row("users", &[b"a", b"bc"], &seal) && !keys.holds_row("powers", &[b"ab", b"c"], &seal));
        assert!(!keys.holds_row("users", &[b"ab", b"c", b""], &seal));
        assert!(!keys.holds_row("users", &[b"ab", b"c"], &[]));
    }

    #[test]
    fn an_order_is_of_all_that_came_before_and_of_what_lies_beside() {
        let two = |beside: &[u8]| in_order(&in_order(&[0; 32], &[1; 32], b"a"), &[2; 32], beside);
        assert_ne!(two(b""), in_order(&in_order(&[0; 32], &[2; 32], b"a"), &[1; 32], b""));
        assert_ne!(two(b""), in_order(&[0; 32], &[2; 32], b""));
        assert_ne!(two(b""), two(b"b"));
        assert_ne!(two(b""), in_order(&in_order(&[0; 32], &[1; 32], b""), &[2; 32], b""));
        assert_ne!(in_order(&[0; 32], &[1; 32], b""), in_former_order(&[0; 32], &[1; 32]));
    }

    #[test]
    fn a_seal_holds_after_a_rotation_and_by_no_other_key() {
        let seal = HeadKeys::new([7; 32], Vec::new()).seal_fold("case", 3, b"state");
        let holds = |newest, older| HeadKeys::new(newest, older).holds_fold("case", 3, b"state", &seal);
        assert!(holds([7; 32], Vec::new()) && holds([8; 32], vec![[7; 32]]));
        assert!(!holds([8; 32], vec![[9; 32]]));
        let keys = HeadKeys::new([7; 32], Vec::new());
        assert!(!keys.holds_fold("case", 2, b"state", &seal) && !keys.holds_fold("cas", 3, b"state", &seal));
        assert!(!keys.holds_fold("case", 3, b"other", &seal) && !keys.holds_fold("case", 3, b"state", &seal[1..]));
    }
}
