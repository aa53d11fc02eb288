//! The difference between two sets of terms: what is new, dropped or changed, and how far apart the money is.

use crate::money::Money;
use crate::seat::Side;
use crate::terms::{ChosenClause, Due, ObligationKind, Terms};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One obligation that is new, gone or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    pub kind: ObligationKind,
    pub debtor: Side,
    /// Its place in the newer terms, from 0; absent when dropped.
    pub index: Option<u16>,
    pub what: ChangeKind,
    pub money_before: Option<Money>,
    pub money_after: Option<Money>,
    pub due_before: Option<Due>,
    pub due_after: Option<Due>,
    pub description_changed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Same,
    New,
    Dropped,
    Changed,
}

/// One clause of the library that is new, gone or has another figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClauseChange {
    pub clause: String,
    pub what: ChangeKind,
    pub value_before: Option<u32>,
    pub value_after: Option<u32>,
}

/// The chosen clauses of `after` against those of `before`, in the order of `after`; what is gone comes last.
pub fn clause_diff(before: &Terms, after: &Terms) -> Vec<ClauseChange> {
    let among = |list: &[ChosenClause], id: &str| list.iter().find(|chosen| chosen.clause == id).cloned();
    let kept = after.chosen.iter().map(|now| {
        let old = among(&before.chosen, &now.clause);
        ClauseChange {
            clause: now.clause.clone(),
            what: match &old {
                None => ChangeKind::New,
                Some(old) if old.value == now.value => ChangeKind::Same,
                Some(_) => ChangeKind::Changed,
            },
            value_before: old.and_then(|old| old.value),
            value_after: now.value,
        }
    });
    let gone = before.chosen.iter().filter(|old| among(&after.chosen, &old.clause).is_none());
    kept.chain(gone.map(|old| ClauseChange {
        clause: old.clause.clone(),
        what: ChangeKind::Dropped,
        value_before: old.value,
        value_after: None,
    }))
    .collect()
}

/// `after` against `before`, obligation by obligation.
pub fn diff(before: &Terms, after: &Terms) -> Vec<Change> {
    let mut left: Vec<Option<&crate::terms::Obligation>> = before.obligations.iter().map(Some).collect();
    let mut changes = Vec::with_capacity(after.obligations.len());
    for (index, new) in after.obligations.iter().enumerate() {
        let old = left
            .iter_mut()
            .find(|old| old.is_some_and(|old| old.kind == new.kind && old.debtor == new.debtor))
            .and_then(Option::take);
        changes.push(Change {
            kind: new.kind,
            debtor: new.debtor,
            index: u16::try_from(index).ok(),
            what: match old {
                None => ChangeKind::New,
                Some(old) if old == new => ChangeKind::Same,
                Some(_) => ChangeKind::Changed,
            },
            money_before: old.and_then(|old| old.money),
            money_after: new.money,
            due_before: old.map(|old| old.due),
            due_after: Some(new.due),
            description_changed: old.is_some_and(|old| old.description != new.description),
        });
    }
    changes.extend(left.into_iter().flatten().map(|old| Change {
        kind: old.kind,
        debtor: old.debtor,
        index: None,
        what: ChangeKind::Dropped,
        money_before: old.money,
        money_after: None,
        due_before: Some(old.due),
        due_after: None,
        description_changed: false,
    }));
    changes
}
