//! The list rows of a case, per audience, and who may list it. Only changes are written.

use super::holder::{out_holder, role_holder, seat_holder, user_holder};
use super::place::{QueuePlace, due_place};
use super::stored::StoredRow;
use super::words::{finds, split, text, words};
use crate::store::code::name_of;
use crate::store::error::StoreError;
use crate::store::journal::lists::{AccessRow, FindRow, ListChange, ListRow, RegisterLine, RegisterRows, TouchedRow};
use crate::store::journal::rows::StandingRow;
use crate::store::sql::{At, Key};
use acordo_domain::case::audience::{capacity, counted_channels};
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::register::{RegisterEntry, register_entries};
use acordo_domain::case::show::{Audience, numbers, row};
use acordo_domain::case::state::{Case, Procedure};
use acordo_domain::id::UserId;
use acordo_domain::moment::{Moment, SECOND_MILLIS};
use acordo_domain::rules::Rules;
use acordo_domain::seat::{Actor, Channel, Membership, OrganisationKind, Person, Role, Seat, Side};
use acordo_domain::view::CaseRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A list's time of last movement is one of these apart, so that a lively talk does not write a list row for each message.
/// It follows from the case alone, whenever lists were written: that may depend on what the reader of a row may not read.
const LAST_AT_GRAIN_MILLIS: i64 = 5 * SECOND_MILLIS;

const ROLES: [Role; 9] = [
    Role::Manager,
    Role::Rep,
    Role::Viewer,
    Role::Admin,
    Role::Coordinator,
    Role::Mediator,
    Role::Auditor,
    Role::Ombudsman,
    Role::Legal,
];

/// What the list tables hold of one case.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListState {
    /// Rows with the time that was written, by audience.
    rows: BTreeMap<Audience, ListedRow>,
    access: Vec<AccessRow>,
    finds: Vec<FindRow>,
    agreements: Vec<RegisterLine>,
}

/// A row, and the words by which it is found.
#[derive(Debug, Clone)]
pub(super) struct ListedRow {
    pub row: CaseRow,
    pub words: BTreeSet<String>,
}

/// What the lists of a case need to be as it is now.
pub(super) struct ListUpdate {
    pub change: ListChange,
    /// Present only where that changed.
    pub register: Option<RegisterRows>,
    /// `None` where nothing changed.
    pub state: Option<ListState>,
}

/// What changed in the lists because these channels moved.
pub(super) fn update(
    before: Option<&ListState>,
    case: &Case,
    rules: &Rules,
    now: Moment,
    moved: &BTreeSet<Channel>,
) -> Result<ListUpdate, StoreError> {
    let mut change = ListChange::default();
    // Rights and audiences change by events in `procedure` alone.
    let everything = before.is_none() || moved.contains(&Channel::Procedure);
    let mut changed: Vec<(Audience, Option<ListedRow>)> = Vec::new();
    for audience in Audience::ALL {
        if !everything && !concerns(audience, moved) {
            continue;
        }
        let old = before.and_then(|listed| listed.rows.get(&audience));
        match (listed_row(case, audience, rules, now), old) {
            (Some(new), Some(old)) if same_but_time(&old.row, &new.row) && old.words == new.words => {
                if new.row.last_at != old.row.last_at {
                    change.touched.push(TouchedRow {
                        audience: name_of(&audience),
                        last_at: At(new.row.last_at),
                        due_place: place_by_due(&new.row),
                    });
                    changed.push((audience, Some(new)));
                }
            }
            (Some(new), _) => {
                change.rows.push(ListRow { audience: name_of(&audience), body: StoredRow::body(&new.row)? });
                changed.push((audience, Some(new)));
            }
            (None, Some(_)) => {
                change.rows_gone.push(name_of(&audience));
                changed.push((audience, None));
            }
            // Another process may have written one.
            (None, None) if before.is_none() => change.rows_gone.push(name_of(&audience)),
            (None, None) => {}
        }
    }
    if changed.is_empty() && !everything {
        return Ok(ListUpdate { change, register: None, state: None });
    }
    let agreements = agreement_lines(case, rules);
    let known = before.map(|listed| listed.agreements.as_slice()).unwrap_or_default();
    let register = if agreements == known { None } else { register_rows(case, agreements.clone()) };
    let mut rows = before.map(|listed| listed.rows.clone()).unwrap_or_default();
    for (audience, row) in changed {
        match row {
            Some(row) => rows.insert(audience, row),
            None => rows.remove(&audience),
        };
    }
    let old = before.map(|listed| listed.access.as_slice()).unwrap_or_default();
    let access = if everything {
        access(&case.procedure, &rows)
    } else {
        old.iter().map(|holder| refreshed(holder.clone(), &rows)).collect()
    };
    compare_access(old, &access, &mut change);
    let finds = finds(rows.iter().map(|(audience, listed)| (*audience, &listed.words)), &access);
    let old = before.map(|listed| listed.finds.as_slice()).unwrap_or_default();
    change.finds = finds.iter().filter(|new| !old.contains(new)).cloned().collect();
    change.finds_gone =
        old.iter().map(|old| old.part).filter(|part| !finds.iter().any(|new| new.part == *part)).collect();
    if before.is_none() {
        let holders = access.iter().map(|holder| holder.holder).collect();
        change.only = Some((holders, finds.iter().map(|row| row.part).collect()));
    }
    Ok(ListUpdate { change, register, state: Some(ListState { rows, access, finds, agreements }) })
}

fn listed_row(case: &Case, audience: Audience, rules: &Rules, now: Moment) -> Option<ListedRow> {
    let mut row = row(case, audience, rules, now)?;
    row.last_at = row.last_at.plus_millis(-row.last_at.millis().rem_euclid(LAST_AT_GRAIN_MILLIS));
    let words = words(&row, &numbers(case, audience));
    Some(ListedRow { row, words })
}

/// Adds the holders who were added, changed or removed.
fn compare_access(old: &[AccessRow], new: &[AccessRow], change: &mut ListChange) {
    let old: BTreeMap<Key, &AccessRow> = old.iter().map(|holder| (holder.holder, holder)).collect();
    let missing: Vec<AccessRow> = new
        .iter()
        .filter(|new| match old.get(&new.holder) {
            None => true,
            // Rows that moved in time alone are written audience by audience, not holder by holder.
            Some(old) if change.touched.iter().any(|touched| touched.audience == new.audience) => {
                AccessRow { last_at: new.last_at, due_place: new.due_place, ..(*old).clone() } != **new
            }
            Some(old) => *old != *new,
        })
        .cloned()
        .collect();
    change.access_gone = old.keys().filter(|holder| !new.iter().any(|new| new.holder == **holder)).copied().collect();
    change.access = missing;
}

/// Can these channels move this audience's row at all?
fn concerns(audience: Audience, moved: &BTreeSet<Channel>) -> bool {
    match audience {
        Audience::Consumer | Audience::Company | Audience::Mediator => true,
        Audience::Invited | Audience::Coordinator | Audience::Entry => moved.contains(&Channel::Procedure),
    }
}

fn same_but_time(old: &CaseRow, new: &CaseRow) -> bool {
    old.turn == new.turn
        && old.phase == new.phase
        && old.stage == new.stage
        && old.capacity == new.capacity
        && old.entry == new.entry
        && old.subject == new.subject
        && old.consumer_name == new.consumer_name
        && old.company_name == new.company_name
        && old.zone == new.zone
}

/// Where the register finds the agreements of a case.
pub(super) fn agreement_lines(case: &Case, rules: &Rules) -> Vec<RegisterLine> {
    let line = |entry: RegisterEntry| RegisterLine {
        version: entry.version.into(),
        state: name_of(&entry.state),
        breach_from: entry.breach_from.map(At),
        concluded_at: At(entry.concluded_at),
    };
    register_entries(case, rules).into_iter().map(line).collect()
}

pub(super) fn register_rows(case: &Case, lines: Vec<RegisterLine>) -> Option<RegisterRows> {
    let filed = case.procedure.filed.as_ref()?;
    let reference = filed.reference.to_string();
    let whole = reference.replace('-', "");
    // As they are called in the case, and as the agreement names them.
    let parties = Side::BOTH.into_iter().filter_map(|side| case.joint().parties.get(side).as_ref());
    let texts = [reference.as_str(), whole.as_str(), &filed.consumer.name, &filed.company_name];
    let (company, operator) = (Key(filed.company.0), Key(filed.operator.0));
    let words: BTreeSet<String> =
        texts.into_iter().chain(parties.map(|party| party.name.as_str())).flat_map(split).collect();
    Some(RegisterRows { company, operator, lines, words: text([company, operator], &words) })
}

fn turn_state(row: &CaseRow) -> i32 {
    if row.phase.is_closed() {
        0
    } else if row.turn.yours {
        2
    } else {
        1
    }
}

fn place_by_due(row: &CaseRow) -> i64 {
    due_place(turn_state(row), row.turn.until, row.last_at)
}

fn refreshed(holder: AccessRow, rows: &BTreeMap<Audience, ListedRow>) -> AccessRow {
    let row = rows.iter().find(|(audience, _)| name_of(*audience) == holder.audience).map(|(_, listed)| &listed.row);
    match row {
        Some(row) => {
            let of_queue = (holder.audience == name_of(&Audience::Entry)).then(|| QueuePlace::of(row)).flatten();
            AccessRow {
                turn: turn_state(row),
                phase: row.phase.name(),
                due_place: place_by_due(row),
                last_at: At(row.last_at),
                queue_place: of_queue.as_ref().map(|queue| queue.place),
                entry_state: of_queue.map(|queue| queue.state),
                ..holder
            }
        }
        None => holder,
    }
}

/// The audience of who was put out of a case. No view is kept for it.
const OUT: &str = "out";

/// Everybody who may list the case. The domain's `capacity` is asked for each; nothing is decided here.
fn access(procedure: &Procedure, rows: &BTreeMap<Audience, ListedRow>) -> Vec<AccessRow> {
    let Some(filed) = &procedure.filed else { return Vec::new() };
    let organisations = [(filed.company, OrganisationKind::Company), (filed.operator, OrganisationKind::Operator)];
    let memberships: Vec<Membership> = organisations
        .into_iter()
        .flat_map(|(organisation, kind)| ROLES.map(|role| Membership { organisation, kind, role }))
        .collect();
    let mut people: BTreeSet<UserId> = procedure.seats.iter().map(|tenure| tenure.person.id).collect();
    people.insert(filed.consumer.id);
    people.extend(procedure.mediation.assigned.as_ref().map(|assigned| assigned.person.id));
    let mut list = Vec::new();
    let mut offer = |holder: Key, actor: &Actor| {
        if let Some(audience) = Audience::of(procedure, actor)
            && let Some(capacity) = capacity(procedure, actor)
            && let Some(ListedRow { row, .. }) = rows.get(&audience)
        {
            let seen = AccessRow {
                holder,
                audience: name_of(&audience),
                capacity: name_of(&capacity),
                channels: counted_channels(procedure, actor)
                    .iter()
                    .map(|channel| channel.to_string())
                    .collect::<Vec<_>>()
                    .join(" "),
                turn: 0,
                phase: row.phase.name(),
                due_place: place_by_due(row),
                last_at: At(row.last_at),
                queue_place: None,
                entry_state: None,
            };
            list.push(refreshed(seen, rows));
        }
    };
    let person = |id: UserId, memberships: Vec<Membership>| Actor::Person {
        person: Person { id, name: String::new() },
        memberships,
    };
    let by_role: Vec<(Key, Actor)> = memberships
        .iter()
        .map(|membership| {
            (
                role_holder(membership.organisation, membership.role),
                person(UserId(Uuid::nil()), vec![membership.clone()]),
            )
        })
        .collect();
    for id in people {
        let alone = person(id, Vec::new());
        if capacity(procedure, &alone).is_some() {
            offer(user_holder(id), &alone);
            continue;
        }
        for (membership, (_, anybody)) in memberships.iter().zip(&by_role) {
            let with = person(id, vec![membership.clone()]);
            // Only where the person has another capacity than the role alone would give.
            if capacity(procedure, &with) != capacity(procedure, anybody) {
                offer(seat_holder(id, membership.organisation, membership.role), &with);
            }
        }
    }
    for (holder, anybody) in &by_role {
        offer(*holder, anybody);
    }
    // Who is out of the case lists it by no role of theirs: a row of their own, of an audience that has no view.
    list.extend(procedure.barred.iter().map(|id| AccessRow {
        holder: out_holder(*id),
        audience: OUT.to_owned(),
        capacity: OUT.to_owned(),
        channels: String::new(),
        turn: 0,
        phase: procedure.phase().name(),
        due_place: due_place(0, None, filed.at),
        last_at: At(filed.at),
        queue_place: None,
        entry_state: None,
    }));
    list
}

/// Who took a seat by these events, or left it; a closed case is left by all.
pub(super) fn standings(case: &Case, events: &[Event]) -> Vec<StandingRow> {
    let mut rows = Vec::new();
    let mut put = |user: UserId, seat: Seat, until: Option<Moment>| {
        let row = StandingRow { user: Key(user.0), seat: name_of(&seat), until: until.map(At) };
        rows.retain(|other: &StandingRow| (other.user, &other.seat) != (row.user, &row.seat));
        rows.push(row);
    };
    for event in events {
        match &event.fact {
            Some(Fact::SeatTaken { seat, person }) => put(person.id, *seat, None),
            Some(Fact::SeatLeft { seat, person }) => put(*person, *seat, Some(event.at)),
            Some(Fact::SeatHandedOver { seat, from, to, .. }) => {
                put(*from, *seat, Some(event.at));
                put(to.id, *seat, None);
            }
            Some(Fact::CaseClosed { .. }) => {
                case.procedure.seats.iter().for_each(|held| put(held.person.id, held.seat, Some(event.at)));
            }
            Some(Fact::CaseReopened { .. }) => {
                case.procedure.seats.iter().for_each(|held| put(held.person.id, held.seat, None));
            }
            _ => {}
        }
    }
    rows
}
