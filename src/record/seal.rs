//! Sealed heads: whoever can write the database, but does not have the head
//! key, cannot rewrite the past without being found.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::hash::{Hash, length};
use crate::head::ChannelHead;

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

    /// `HMAC-SHA-256(head key, LP(case) ‖ LP(channel) ‖ u64be(size) ‖ LP(frontier))`
    pub fn seal(&self, case: &str, channel: &str, head: &ChannelHead) -> Hash {
        hmac(&self.newest, &sealed(case, channel, head))
    }

    /// Whether the seal is of this head.
    pub fn holds(&self, case: &str, channel: &str, head: &ChannelHead, seal: &[u8]) -> bool {
        self.made(&sealed(case, channel, head), seal)
    }

    /// Seals the head that was signed last; size 0 if none was.
    pub fn seal_signed(&self, case: &str, channel: &str, size: u64, root: &Hash) -> Hash {
        hmac(&self.newest, &signed(case, channel, size, root))
    }

    /// Whether the seal is of this signed head.
    pub fn holds_signed(&self, case: &str, channel: &str, (size, root): (u64, &Hash), seal: &[u8]) -> bool {
        self.made(&signed(case, channel, size, root), seal)
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

fn sealed(case: &str, channel: &str, head: &ChannelHead) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    field(&mut out, case.as_bytes());
    field(&mut out, channel.as_bytes());
    out.extend_from_slice(&head.size().to_be_bytes());
    field(&mut out, &head.frontier_bytes());
    out
}

fn signed(case: &str, channel: &str, size: u64, root: &Hash) -> Vec<u8> {
    let mut out = b"acordo/signed-head/v1\0".to_vec();
    field(&mut out, case.as_bytes());
    field(&mut out, channel.as_bytes());
    out.extend_from_slice(&size.to_be_bytes());
    out.extend_from_slice(root);
    out
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

/// Binds the order of a case's events over all its channels: the hash over everything up to the event before, and the
/// event's leaf. Zeros before the first.
pub fn in_order(before: &Hash, leaf: &Hash) -> Hash {
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
    fn an_order_is_of_all_that_came_before() {
        let two = in_order(&in_order(&[0; 32], &[1; 32]), &[2; 32]);
        assert_ne!(two, in_order(&in_order(&[0; 32], &[2; 32]), &[1; 32]));
        assert_ne!(two, in_order(&[0; 32], &[2; 32]));
    }

    #[test]
    fn a_seal_holds_for_its_head_alone_and_after_a_rotation() {
        let mut head = ChannelHead::new();
        let at = crate::Time::from_unix_millis(0).unwrap();
        head.replay([1; 32], at);
        head.replay([2; 32], at);
        head.replay([3; 32], at);
        let keys = HeadKeys::new([7; 32], Vec::new());
        let seal = keys.seal("case", "joint", &head);
        assert!(keys.holds("case", "joint", &head, &seal));
        assert!(!keys.holds("case", "procedure", &head, &seal) && !keys.holds("cas", "ejoint", &head, &seal));
        let mut other = ChannelHead::new();
        for leaf in [[1; 32], [2; 32], [4; 32]] {
            other.replay(leaf, at);
        }
        assert!(!keys.holds("case", "joint", &other, &seal) && !keys.holds("case", "joint", &head, &seal[1..]));
        assert!(HeadKeys::new([8; 32], vec![[7; 32]]).holds("case", "joint", &head, &seal));
        assert!(!HeadKeys::new([8; 32], vec![[9; 32]]).holds("case", "joint", &head, &seal));
    }
}
