//! Mail: what a notice says is put into words when it is sent, in the recipient's language, and
//! leaves by SMTP or, where none is configured, into the data folder.

mod dates;
mod draft;
mod ending;
mod fate;
mod fault;
mod invited;
mod kept;
pub mod letter;
mod links;
pub mod outgoing;
mod post;
mod smtp;
mod variant;
mod wanted;
mod wording;

pub use fault::{MailError, MailSetup};
pub use letter::Letter;
pub use outgoing::Outgoing;
pub use post::Post;
pub use wording::demo_url;
