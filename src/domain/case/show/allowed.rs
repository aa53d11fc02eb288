//! Which commands this viewer could give now with some hope: the policy, and the guards that `decide` itself has.

use crate::case::asker::Asker;
use crate::case::command::CommandKind;
use crate::case::decide::is_offered;
use crate::case::policy::policy;

pub(super) fn allowed(asker: &Asker<'_>) -> Vec<String> {
    let phase = asker.procedure().phase();
    CommandKind::ALL
        .iter()
        .copied()
        .filter(|command| policy(*command, asker.capacity()).has(phase))
        .filter(|command| is_offered(*command, asker))
        .map(|command| command.name().to_owned())
        .collect()
}
