//! Mails that identity owes besides the domain's notices. They hold ids and addresses: a token is made with its mail.

use crate::store::StoreError;
use acordo_domain::id::{CaseId, CommandId, UserId};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OwedLink {
    Link {
        user: UserId,
        case: Option<CaseId>,
    },
    /// Somebody asked by this address, which may be nobody's.
    Asked {
        email: String,
        case: Option<CaseId>,
    },
    /// To the address that is theirs no more.
    Farewell {
        user: UserId,
        address: String,
    },
    /// To the address that is to become theirs.
    Address {
        user: UserId,
        case: Option<CaseId>,
        address: String,
        /// Asked for by a session that leads to that case alone.
        #[serde(default)]
        case_only: bool,
    },
    /// Somebody who wants to choose a new password asked by this address, which may be nobody's.
    PasswordAsked {
        email: String,
    },
    /// To whoever's password was replaced.
    PasswordChanged {
        user: UserId,
    },
    /// To the address that a complaint gives, which may be anybody's.
    Draft {
        draft: CommandId,
    },
}

impl OwedLink {
    /// The kind of owed work under which they wait.
    pub const KIND: &str = "link";

    pub fn payload(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|error| StoreError::Corrupt(error.to_string()))
    }
}
