//! Who somebody is: keys, passwords, one-time links, sessions and signing codes.

pub mod keys;
pub mod password;
pub mod secret;
pub mod session;
pub mod signing;
pub mod staff;
pub mod token;

pub use session::{AuthError, Begun, Device, Identity, SessionEnded, SignedIn};
pub use signing::{CodeError, Issued};
