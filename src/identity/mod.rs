//! Authentication: keys, passwords, one-time links, sessions and signing codes.

pub mod account;
mod address;
pub mod device;
mod follow;
pub mod keys;
pub mod legal;
pub mod level;
pub mod links;
pub mod owed;
pub mod password;
pub mod secret;
pub mod session;
pub mod signing;
pub mod staff;
pub mod token;

pub use address::make_address_link;
pub use owed::OwedLink;
pub use session::{AuthError, Begun, Device, Identity, SessionWatcher, SignedIn};
pub use signing::{CodeError, Issued};
