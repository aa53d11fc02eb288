//! Why mails do not leave.

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The server is away, refuses us or is set up wrongly: that says nothing of the mail, which waits until it is mended.
    #[error("the mail server does not work: {0}")]
    Server(String),
    /// The server says "later": another try may do.
    #[error("not sent, tried again later: {0}")]
    Later(String),
    /// Another try would end the same way.
    #[error("cannot be sent: {0}")]
    Never(String),
}

/// The configuration of the mail server cannot be used.
#[derive(Debug, thiserror::Error)]
#[error(
    "{0}. Write smtp.url = \"smtps://user:password@mail.example.org\" and smtp.from = \"acordo <acordo@example.org>\"."
)]
pub struct MailSetup(pub(super) String);
