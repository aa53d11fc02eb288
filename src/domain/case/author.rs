//! Who offers.

use crate::seat::Side;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whose proposal it is. The mediator's and an officer's need both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    Consumer,
    Company,
    Mediator,
    Officer,
}

impl Author {
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Consumer => Some(Side::Consumer),
            Self::Company => Some(Side::Company),
            Self::Mediator | Self::Officer => None,
        }
    }
}
