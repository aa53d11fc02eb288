//! A WebAuthn assertion: the one kind of signature that does not rest on the
//! operator's word.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier;
use serde_json::Value;
use thiserror::Error;

use crate::canonical;
use crate::forms::Assertion;
use crate::hash::{Hash, from_base64, sha256};
use crate::key::public_key;

/// Why an assertion is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasskeyError {
    #[error("a field is not base64")]
    Encoding,
    #[error("the client data is not a webauthn.get over this signature's challenge")]
    ClientData,
    #[error("user presence or user verification is missing")]
    Flags,
    #[error("the public key is neither P-256 nor Ed25519")]
    Key,
    #[error("the assertion's signature is wrong")]
    Signature,
}

/// DER of a SubjectPublicKeyInfo up to the key: id-ecPublicKey, prime256v1.
const P256_SPKI: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
    0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// DER of a SubjectPublicKeyInfo up to the key: id-Ed25519.
const ED25519_SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// Relying party id hash, flags, counter.
const AUTHENTICATOR_DATA_MIN: usize = 37;
const USER_PRESENT_AND_VERIFIED: u8 = 0x05;

/// Checks an assertion over a challenge
/// ([`sign_challenge`](crate::agreement::sign_challenge)).
pub fn verify(assertion: &Assertion, challenge: &Hash) -> Result<(), PasskeyError> {
    let decode = |text: &str| from_base64(text).ok_or(PasskeyError::Encoding);
    let authenticator = decode(&assertion.authenticator_data)?;
    let client = decode(&assertion.client_data_json)?;
    let key = decode(&assertion.public_key)?;
    let signature = decode(&assertion.signature)?;

    let data = canonical::parse(&client).map_err(|_| PasskeyError::ClientData)?;
    let field = |name: &str| data.get(name).and_then(Value::as_str);
    let expected = URL_SAFE_NO_PAD.encode(challenge);
    if field("type") != Some("webauthn.get") || field("challenge") != Some(&expected) {
        return Err(PasskeyError::ClientData);
    }
    let flags = if authenticator.len() < AUTHENTICATOR_DATA_MIN { 0 } else { authenticator[32] };
    if flags & USER_PRESENT_AND_VERIFIED != USER_PRESENT_AND_VERIFIED {
        return Err(PasskeyError::Flags);
    }
    let message = [authenticator.as_slice(), &sha256(&client)].concat();
    if let Some(point) = key.strip_prefix(&P256_SPKI) {
        let uncompressed = point.len() == 65 && point[0] == 4;
        let key =
            p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().filter(|_| uncompressed).ok_or(PasskeyError::Key)?;
        let signature = p256::ecdsa::Signature::from_der(&signature).map_err(|_| PasskeyError::Signature)?;
        key.verify(&message, &signature).map_err(|_| PasskeyError::Signature)
    } else if let Some(point) = key.strip_prefix(&ED25519_SPKI) {
        let key = point.try_into().ok().and_then(public_key).ok_or(PasskeyError::Key)?;
        let signature = ed25519_dalek::Signature::from_slice(&signature).map_err(|_| PasskeyError::Signature)?;
        key.verify_strict(&message, &signature).map_err(|_| PasskeyError::Signature)
    } else {
        Err(PasskeyError::Key)
    }
}
