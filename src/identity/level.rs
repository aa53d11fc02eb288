//! How sure it is who somebody is, by the name under which it is stored.

use acordo_domain::case::event::IdentityLevel;

pub(super) const fn level_name(level: IdentityLevel) -> &'static str {
    match level {
        IdentityLevel::Email => "email",
        IdentityLevel::Password => "password",
        IdentityLevel::TwoFactor => "two_factor",
        IdentityLevel::Passkey => "passkey",
    }
}

/// A level that this version does not know counts as the lowest.
pub fn level(name: &str) -> IdentityLevel {
    match name {
        "password" => IdentityLevel::Password,
        "two_factor" => IdentityLevel::TwoFactor,
        "passkey" => IdentityLevel::Passkey,
        _ => IdentityLevel::Email,
    }
}
