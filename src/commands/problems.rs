//! Errors of the store and of identity as problems.

use crate::contact::NameError;
use crate::identity::account::RenewError;
use crate::identity::session::AuthError;
use crate::identity::signing::CodeError;
use crate::problem::{Fault, Shell};
use crate::store::StoreError;
use acordo_domain::case::refusal::Refusal;

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refused) => refused.into(),
            StoreError::NotFound => Shell::NotFound.into(),
            StoreError::LastManager => Shell::LastManager.into(),
            StoreError::IdReused => Shell::IdReused.into(),
            StoreError::Withdrawn => Shell::CommandWithdrawn.into(),
            StoreError::Busy => Self::new(Shell::Busy).after_seconds(1),
            StoreError::TooLarge => Shell::BodyTooLarge.into(),
            StoreError::Full => Self::new(Shell::StorageFull).after_seconds(60),
            StoreError::Unavailable(cause) => Self::new(Shell::Unavailable).after_seconds(2).because(cause),
            StoreError::Corrupt(cause) => Self::internal(cause),
            StoreError::Altered(cause) => Self::new(Shell::RecordAltered).because(cause),
        }
    }
}

impl From<AuthError> for Fault {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Missing => Shell::Unauthenticated.into(),
            AuthError::Expired => Shell::SessionExpired.into(),
            AuthError::Ended => Shell::SessionEnded.into(),
            AuthError::Wrong => Shell::WrongCredentials.into(),
            AuthError::TooMany { retry_after_seconds } => {
                Self::new(Shell::RateLimited).after_seconds(retry_after_seconds)
            }
            AuthError::AddressTaken => Shell::AddressTaken.into(),
            AuthError::OneCaseOnly => Shell::OneCaseOnly.into(),
            AuthError::LinkUnknown => Shell::LinkUnknown.into(),
            AuthError::LinkUsed { .. } => Shell::LinkUsed.into(),
            AuthError::LinkExpired { .. } => Shell::LinkExpired.into(),
            AuthError::Busy => Self::new(Shell::Busy).after_seconds(1),
            AuthError::Store(error) => error.into(),
            AuthError::Internal(cause) => Self::internal(cause),
        }
    }
}

impl From<RenewError> for Fault {
    fn from(error: RenewError) -> Self {
        match error {
            RenewError::Wrong => Self::new(Shell::PasswordWrong).at("/present"),
            RenewError::NoPassword => Shell::NoPassword.into(),
            RenewError::LinkOver => Shell::PasswordLinkOver.into(),
            RenewError::Same => Self::new(Shell::PasswordSame).at("/password"),
            RenewError::TooWeak => Self::new(Shell::PasswordWeak).at("/password"),
            RenewError::TooLong => Self::new(Shell::PasswordTooLong).at("/password"),
            RenewError::Other(error) => error.into(),
        }
    }
}

impl From<CodeError> for Fault {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Wrong { attempts_left: 0 } => Shell::CodeTooManyTries.into(),
            CodeError::Wrong { .. } => Shell::CodeWrong.into(),
            CodeError::Void => Shell::CodeExpired.into(),
            CodeError::TooMany => Self::new(Shell::RateLimited).after_seconds(3_600),
            CodeError::Other(error) => error.into(),
        }
    }
}

impl From<NameError> for Fault {
    fn from(error: NameError) -> Self {
        match error {
            NameError::Empty => Refusal::TextEmpty.into(),
            NameError::TooLong => Refusal::TextTooLong.into(),
            NameError::ControlCharacters => Refusal::ControlCharacters.into(),
            NameError::Lure => Shell::NameLure.into(),
        }
    }
}
