//! Reads the mails of an installation without a mail server.

use crate::support::app::TestApp;
use crate::support::room::PATIENCE;
use acordo::notify::outgoing::{KeptMail, read_folder};
use std::time::Duration;

/// Looks again until there is something. It gives up long after anything that works would be done.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let found = async {
        let mut ticks = tokio::time::interval(Duration::from_millis(10));
        loop {
            ticks.tick().await;
            if let Some(found) = look().await {
                return found;
            }
        }
    };
    let waited = tokio::time::timeout(PATIENCE, found).await;
    waited.unwrap_or_else(|_| panic!("{what} did not come within {PATIENCE:?}"))
}

/// Every mail to this address, newest first.
pub fn mails_to(app: &TestApp, email: &str) -> Vec<KeptMail> {
    read_folder(&app.data().join("mail"), Some(email), usize::MAX)
}

pub fn mails(app: &TestApp) -> Vec<KeptMail> {
    read_folder(&app.data().join("mail"), None, usize::MAX)
}

/// The newest mail to this address that contains these words, once it is there.
pub async fn mail_to(app: &TestApp, email: &str, words: &str) -> KeptMail {
    until(&format!("a mail to {email} with {words:?}"), async || {
        mails_to(app, email).into_iter().find(|mail| mail.text.contains(words))
    })
    .await
}

pub fn link_in(mail: &KeptMail) -> String {
    mail.link.as_ref().unwrap().split_once("/l/").unwrap().1.to_owned()
}
