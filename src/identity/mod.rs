//! Who somebody is: keys, passwords, one-time links, sessions and signing codes.

pub mod keys;
pub mod password;
pub mod secret;
pub mod token;
