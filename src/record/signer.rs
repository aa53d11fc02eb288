//! The private keys: an instance's log key signs notes, a witness's cosigns them.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::key::{KeyError, KeyKind, Vkey};
use crate::names::is_instance;
use crate::note::{cosigned, signature_line};

/// The log key of an instance: its private half. It signs every note of the
/// instance under the instance name.
pub struct LogKey {
    vkey: Vkey,
    signing: SigningKey,
}

impl LogKey {
    /// The key of this name that grows from 32 secret random bytes.
    pub fn from_seed(instance: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_instance(instance) {
            return Err(KeyError::Name);
        }
        let signing = SigningKey::from_bytes(seed);
        let vkey = Vkey::new(instance, KeyKind::Log, signing.verifying_key().as_bytes())?;
        Ok(Self { vkey, signing })
    }

    /// The public half, for KEYFILE and `keys.json`.
    pub fn vkey(&self) -> &Vkey {
        &self.vkey
    }

    /// The instance name.
    pub fn instance(&self) -> &str {
        self.vkey.name()
    }

    /// The signed note of a text that ends in a newline.
    pub fn sign_note(&self, text: &str) -> String {
        let signature = self.signing.sign(text.as_bytes()).to_bytes();
        format!("{text}\n{}", signature_line(&self.vkey, &signature))
    }
}

impl fmt::Debug for LogKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LogKey({})", self.vkey)
    }
}

/// The key of a witness: its private half.
pub struct WitnessKey {
    vkey: Vkey,
    signing: SigningKey,
}

impl WitnessKey {
    /// The key of this name that grows from 32 secret random bytes.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        let signing = SigningKey::from_bytes(seed);
        let vkey = Vkey::new(name, KeyKind::Witness, signing.verifying_key().as_bytes())?;
        Ok(Self { vkey, signing })
    }

    /// The public half, for KEYFILE.
    pub fn vkey(&self) -> &Vkey {
        &self.vkey
    }

    /// The line to add to a checkpoint whose note text this is, cosigned at a
    /// time in seconds since 1970 (C2SP tlog-cosignature).
    pub fn cosign(&self, text: &str, unix_seconds: u64) -> String {
        let signature = self.signing.sign(cosigned(text, unix_seconds).as_bytes());
        let mut bytes = unix_seconds.to_be_bytes().to_vec();
        bytes.extend_from_slice(&signature.to_bytes());
        signature_line(&self.vkey, &bytes)
    }
}

impl fmt::Debug for WitnessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WitnessKey({})", self.vkey)
    }
}
