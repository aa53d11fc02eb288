//! Mail: what a notice says is put into words when it is sent, in the recipient's language, and
//! leaves by SMTP or, where none is configured, into the data folder.

mod dates;
mod invited;
pub mod letter;
pub mod outgoing;
mod post;
mod wanted;
mod wording;

pub use letter::Letter;
pub use outgoing::{MailError, MailSetup, Outgoing};
pub use post::Post;
pub use wording::demo_url;
