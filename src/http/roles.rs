//! Pages that only the holders of some roles have.

use crate::http::app_state::AppState;
use crate::http::read::CurrentUser;
use crate::problem::{Fault, Shell};
use acordo_domain::seat::Membership;

/// Whether they hold such a role now, whatever their session remembers. To everybody else there is no such page.
pub(super) async fn holds(
    state: &AppState,
    someone: &CurrentUser,
    is_such: impl Fn(&Membership) -> bool,
) -> Result<(), Fault> {
    let held = state.store.accounts().member_of(someone.0.who.user.id).await?;
    if held.iter().any(|member| is_such(&member.membership)) { Ok(()) } else { Err(Shell::NotFound.into()) }
}
