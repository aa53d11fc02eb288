//! Passwords: argon2id on blocking threads, behind a semaphore, with the same work where there is no such user.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use zxcvbn::Score;

/// OWASP's figures: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Of five grades (zxcvbn): safe where guesses are slow, as argon2id makes them.
const GRADE_MIN: Score = Score::Three;
/// Only the beginning is graded: what follows makes it no easier to guess.
const GRADED_CHARS: usize = 100;
pub const PASSWORD_BYTES_MAX: usize = 1024;

/// How long a sign-in waits for a free slot before it is refused as busy.
const WAIT_MAX: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error(
        "the password is too easy to guess: take four unrelated words or more, or let a program make one; length alone, names and patterns of keys do not help"
    )]
    TooWeak,
    #[error("a password has at most 1024 bytes")]
    TooLong,
    #[error("too many sign-ins at once")]
    Busy,
    #[error("the password could not be hashed")]
    Failed,
}

/// Hashes and checks. As many at a time as there are processors, so that a storm of sign-ins
/// takes neither all memory nor the threads of the store.
#[derive(Debug, Clone)]
pub struct Passwords {
    turn: Arc<Semaphore>,
    /// The hash of a random password, checked where there is no user.
    nobody: Arc<str>,
}

impl Passwords {
    pub fn new() -> Result<Self, PasswordError> {
        let unknown: [u8; 32] = rand::random();
        let nobody = hash_now(&unknown)?;
        let at_once = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self { turn: Arc::new(Semaphore::new(at_once)), nobody: nobody.into() })
    }

    /// The PHC string to keep of a new password. `about` is what others know of its owner: it makes no password strong.
    pub async fn hash_strong(&self, password: &str, about: &[&str]) -> Result<String, PasswordError> {
        let about: Vec<String> = about.iter().flat_map(|text| known_words(text)).collect();
        // What others know of its owner adds nothing, however much of it there is.
        let own = about.iter().fold(password.to_lowercase(), |rest, word| rest.replace(&word.to_lowercase(), ""));
        let kept = if own.len() == password.to_lowercase().len() { password } else { own.as_str() };
        let graded: String = kept.chars().take(GRADED_CHARS).collect();
        let strong = self.work(move || {
            let about: Vec<&str> = about.iter().map(String::as_str).collect();
            zxcvbn::zxcvbn(&graded, &about).score() >= GRADE_MIN
        });
        if strong.await? { self.hash(password).await } else { Err(PasswordError::TooWeak) }
    }

    /// The same without a look at its strength.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordError> {
        if password.len() > PASSWORD_BYTES_MAX {
            return Err(PasswordError::TooLong);
        }
        let password = password.to_owned();
        self.work(move || hash_now(password.as_bytes())).await?
    }

    /// Is it this person's password? `kept` is absent where the user is unknown or has no
    /// password; then the same work is done and the answer is no.
    pub async fn check(&self, password: &str, kept: Option<String>) -> Result<bool, PasswordError> {
        if password.len() > PASSWORD_BYTES_MAX {
            return Err(PasswordError::TooLong);
        }
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| self.nobody.to_string());
        let password = password.to_owned();
        let fits = self
            .work(move || {
                PasswordHash::new(&kept)
                    .is_ok_and(|kept| Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
            })
            .await?;
        Ok(fits && known)
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
        let turn = tokio::time::timeout(WAIT_MAX, self.turn.clone().acquire_owned());
        let turn = turn.await.map_err(|_| PasswordError::Busy)?.map_err(|_| PasswordError::Failed)?;
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            job()
        })
        .await
        .map_err(|_| PasswordError::Failed)
    }
}

/// A name or an address, and its parts.
fn known_words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() > 2);
    parts.chain([text]).map(str::to_owned).collect()
}

fn hash_now(password: &[u8]) -> Result<String, PasswordError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| PasswordError::Failed)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password)
        .map(|hash| hash.to_string())
        .map_err(|_| PasswordError::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_with_the_figures_of_owasp() {
        let passwords = Passwords::new().unwrap();
        let kept = passwords.hash("correct horse battery").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        let check = async |word: &str| passwords.check(word, Some(kept.clone())).await.unwrap();
        assert!(check("correct horse battery").await);
        assert!(!check("correct horse batterz").await);
        assert_ne!(kept, passwords.hash("correct horse battery").await.unwrap());
    }

    #[tokio::test]
    async fn somebody_unknown_costs_the_same_work_and_is_refused() {
        let passwords = Passwords::new().unwrap();
        assert!(passwords.nobody.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!passwords.check("whatever it is", None).await.unwrap());
        assert!(!passwords.check("x", Some("not a hash".to_owned())).await.unwrap());
    }

    #[tokio::test]
    async fn what_is_easy_to_guess_is_refused_however_long_it_is() {
        let passwords = Passwords::new().unwrap();
        let about = ["rita.lima@loja-ipe.example", "Rita Lima"];
        for weak in
            ["", "x", "password", "Password123!", "aaaaaaaaaaaaaaaaaaaaaaaa", "qwertyuiopasdfghjkl", "1234567890123456"]
        {
            assert_eq!(passwords.hash_strong(weak, &about).await, Err(PasswordError::TooWeak), "{weak}");
        }
        for own in ["rita.lima@loja-ipe.example", "Rita Lima", "rita.lima@loja-ipe.example Rita Lima", "LIMArita2026"] {
            assert_eq!(passwords.hash_strong(own, &about).await, Err(PasswordError::TooWeak), "{own}");
        }
        for strong in ["dYz8#kq2Pw", "girafa sopro lâmpada trilho", "correct horse battery"] {
            assert!(passwords.hash_strong(strong, &about).await.is_ok(), "{strong}");
        }
    }

    #[tokio::test]
    async fn a_huge_password_is_refused() {
        let passwords = Passwords::new().unwrap();
        assert_eq!(passwords.hash(&"x".repeat(1025)).await, Err(PasswordError::TooLong));
        assert_eq!(passwords.check(&"x".repeat(1025), None).await, Err(PasswordError::TooLong));
    }
}
