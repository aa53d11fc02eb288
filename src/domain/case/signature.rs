//! A signature under an agreement.

use crate::moment::Moment;
use crate::seat::Seat;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a signer proved who they are, in words of record.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningMethod {
    Password,
    Totp,
    Passkey,
    EmailCode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentityLevel {
    Email,
    Password,
    TwoFactor,
    Passkey,
}

/// A signature as `agreement_concluded` lists it: the content of `agreement_signed` plus its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    pub at: Moment,
    pub authority: Option<String>,
    pub consent_text: String,
    pub document_hash: String,
    pub identity_level: IdentityLevel,
    pub method: SigningMethod,
    pub name: String,
    pub pdf_hash: String,
    pub seat: Seat,
    pub version: u32,
}
