//! Assigns mediators by rotation: those who speak the language first, then those with the fewest open cases.

use crate::jobs::{WorkError, command};
use crate::store::{Store, StoreError};
use acordo_domain::case::command::Command;
use acordo_domain::case::refusal::Refusal;
use acordo_domain::id::{CaseId, CommandId, UserId};
use acordo_domain::seat::{Role, Seat};
use uuid::Uuid;

/// A mediator who might take the case; the order of candidates is the order of the fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct MediatorCandidate {
    speaks_another_language: bool,
    open_cases: u32,
    user: UserId,
}

/// Executes `mediator.assign` for the first candidate whom the rules allow.
pub async fn assign(store: &Store, case_id: CaseId, work: Uuid) -> Result<(), WorkError> {
    let case = store.case(case_id).await?;
    let procedure = &case.procedure;
    let Some(filed) = &procedure.filed else { return Ok(()) };
    if procedure.mediation.assigned.is_some() || procedure.holds(Seat::Mediator) {
        return Ok(());
    }
    let members = store.accounts().members(filed.operator).await?;
    let mut candidates = Vec::new();
    for member in members.iter().filter(|member| member.role == Role::Mediator) {
        let user = member.user.id;
        let mediation = &procedure.mediation;
        // Who let the time pass is not asked again by rotation; a coordinator may ask.
        let asked = mediation.declined.contains(&user) || mediation.lapsed.contains(&user);
        if asked || mediation.former.contains(&user) || procedure.side_of(user).is_some() {
            continue;
        }
        if store.bars_mediation(&case, user).await? {
            continue;
        }
        let Some(named) = store.person_named(user, Some(filed.operator)).await? else { continue };
        candidates.push(MediatorCandidate {
            speaks_another_language: member.user.language != filed.language,
            open_cases: named.load,
            user,
        });
    }
    candidates.sort();
    for (place, candidate) in candidates.iter().enumerate() {
        // The same work gives the same command once, however often it is tried.
        let id = CommandId(Uuid::from_u128(work.as_u128() ^ ((place as u128 + 1) << 1)));
        match command(store, case_id, id, &Command::MediatorAssign { user: candidate.user }).await {
            Ok(()) => return Ok(()),
            Err(StoreError::Refused(refused))
                if matches!(refused.code, Refusal::PersonNotEligible | Refusal::MediatorHasConflict) => {}
            // A mediator was assigned meanwhile, or is no longer wanted.
            Err(StoreError::Refused(_)) => return Ok(()),
            // Another candidate was tried under this id before: the rotation has moved since.
            Err(StoreError::IdReused | StoreError::Withdrawn) => {}
            Err(error) => return Err(error.into()),
        }
    }
    // Told in the case, to its people and every day to the coordinators; each day somebody is looked for again.
    match command(store, case_id, CommandId(Uuid::from_u128(work.as_u128() ^ 1)), &Command::MediatorFindNobody {}).await
    {
        Ok(()) | Err(StoreError::Refused(_) | StoreError::IdReused) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_who_speak_the_language_come_first_and_then_those_with_the_fewest_cases() {
        let candidate = |speaks_another_language, open_cases, user| MediatorCandidate {
            speaks_another_language,
            open_cases,
            user: UserId(Uuid::from_u128(user)),
        };
        let mut all = [candidate(true, 0, 1), candidate(false, 5, 2), candidate(false, 2, 3), candidate(false, 2, 4)];
        all.sort();
        let order: Vec<u128> = all.iter().map(|c| c.user.0.as_u128()).collect();
        assert_eq!(order, [3, 4, 2, 1]);
    }
}
