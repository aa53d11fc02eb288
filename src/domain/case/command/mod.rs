//! Commands, in the imperative, with the names of docs/domain.md.
//!
//! `table.rs` is the only list of commands: everything that each of them has is declared there.

mod needs;
mod sets;
mod table;
mod values;

pub use needs::{Needs, SigningCode};
pub(in crate::case) use table::command_table;
pub use values::*;

use crate::id::{ChallengeId, EvidenceId, UserId};
use crate::moment::Moment;
use crate::money::Money;
use crate::phase::{Outcome, PhaseSet};
use crate::rules::DeadlineRule;
use crate::seat::{Capacity, Channel, Side};
use crate::terms::Terms;
use serde::{Deserialize, Serialize};
use sets::*;
use utoipa::ToSchema;

/// Where a command may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// Clients send it as a command, over HTTP or a socket.
    People,
    /// A route of its own builds it from a request: an upload, a shared file.
    Route,
    /// Only the system executes it.
    System,
}

/// One row of the policy: these capacities may give this command in these phases.
#[derive(Debug, Clone, Copy)]
pub struct PolicyRow {
    pub command: CommandKind,
    pub who: &'static [Capacity],
    pub phases: PhaseSet,
}

macro_rules! commands {
    ($(
        $(#[$meta:meta])*
        $variant:ident = $name:tt { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? }
        from $sender:ident [$($who:expr => $phases:expr),+]
        $(needs { $($need:ident: $value:expr),+ })?
        decided by $method:ident($($argument:expr),* $(,)?) $(offered $how:ident $guard:path)?;
    )*) => {
        /// A command to one case. Over the wire `{"type": "message.post", "channel": "joint", "text": "…"}`.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(tag = "type", deny_unknown_fields)]
        pub enum Command { $(
            $(#[$meta])* #[serde(rename = $name)] $variant { $($(#[$field_meta])* $field: $type),* },
        )* }

        /// The name of a command without its fields: what policy, metrics and `allowed` speak about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind { $($variant),* }

        impl CommandKind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The `type` of docs/domain.md.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$variant),)* _ => None } }
            pub const fn sender(self) -> Sender { match self { $(Self::$variant => Sender::$sender),* } }
        }

        impl Command {
            pub const fn kind(&self) -> CommandKind { match self { $(Self::$variant { .. } => CommandKind::$variant),* } }
            /// What deciding this command needs from outside the case.
            #[allow(unused_variables)]
            pub fn needs(&self) -> Needs<'_> {
                match self { $(
                    Self::$variant { $($field),* } => Needs { $($($need: $value,)+)? ..Needs::NOTHING },
                )* }
            }
        }

        /// The policy. Several rows of one command add up.
        pub const TABLE: &[PolicyRow] =
            &[$($(PolicyRow { command: CommandKind::$variant, who: $who, phases: $phases }),+),*];
    };
}

command_table!(commands);
