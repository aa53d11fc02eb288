//! The list rows of a case, per audience, and who may list it. Only changes are written.

use super::bytes::canonical;
use super::place::QueuePlace;
use crate::store::code::name_of;
use crate::store::error::StoreError;
use crate::store::journal::rows::{AccessRow, Append, ListRow, RegisterLine, RegisterRows, StandingRow};
use crate::store::sql::{At, Key};
use acordo_domain::case::audience::{capacity, counted_channels};
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::register::{RegisterEntry, register_entries};
use acordo_domain::case::show::{Audience, row};
use acordo_domain::case::state::{Case, Procedure};
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::moment::{Moment, SECOND_MILLIS};
use acordo_domain::rules::Rules;
use acordo_domain::seat::{Actor, Channel, Membership, OrganisationKind, Person, Role, Seat, Side};
use acordo_domain::view::CaseRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A list's time of last movement may lag by this much, so that a lively talk does not write a
/// list row for each message.
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
    rows: BTreeMap<Audience, CaseRow>,
    access: Vec<AccessRow>,
    agreements: Vec<RegisterLine>,
}

/// Adds to the append the list rows that changed because these channels moved.
pub(super) fn update(
    before: Option<&ListState>,
    case: &Case,
    rules: &Rules,
    now: Moment,
    moved: &BTreeSet<Channel>,
    append: &mut Append,
) -> Result<Option<ListState>, StoreError> {
    // Rights and audiences change by events in `procedure` alone.
    let everything = before.is_none() || moved.contains(&Channel::Procedure);
    let mut changed: Vec<(Audience, Option<CaseRow>)> = Vec::new();
    for audience in Audience::ALL {
        if !everything && !concerns(audience, moved) {
            continue;
        }
        let old = before.and_then(|listed| listed.rows.get(&audience));
        match (row(case, audience, rules, now), old) {
            (Some(new), Some(old)) if same_but_time(old, &new) => {
                if new.last_at.millis() - old.last_at.millis() >= LAST_AT_GRAIN_MILLIS {
                    append.touched.push((name_of(&audience), At(new.last_at)));
                    changed.push((audience, Some(new)));
                }
            }
            (Some(new), old) => {
                append.rows.push(list_row(audience, &new, old)?);
                changed.push((audience, Some(new)));
            }
            (None, Some(_)) => {
                append.rows_gone.push(name_of(&audience));
                changed.push((audience, None));
            }
            // Another process may have written one.
            (None, None) if before.is_none() => append.rows_gone.push(name_of(&audience)),
            (None, None) => {}
        }
    }
    if changed.is_empty() && !everything {
        return Ok(None);
    }
    let agreements = agreement_lines(case, rules);
    if agreements != before.map(|listed| listed.agreements.as_slice()).unwrap_or_default() {
        append.register = register_rows(case, agreements.clone());
    }
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
    compare_access(old, &access, append);
    if before.is_none() {
        append.access_only = Some(access.iter().map(|holder| holder.holder.clone()).collect());
    }
    Ok(Some(ListState { rows, access, agreements }))
}

/// Adds to the append the holders who were added, changed or removed.
fn compare_access(old: &[AccessRow], new: &[AccessRow], append: &mut Append) {
    let old: BTreeMap<&str, &AccessRow> = old.iter().map(|holder| (holder.holder.as_str(), holder)).collect();
    let missing: Vec<AccessRow> = new
        .iter()
        .filter(|new| match old.get(new.holder.as_str()) {
            None => true,
            // Rows that moved in time alone are written audience by audience, not holder by holder.
            Some(old) if append.touched.iter().any(|(audience, _)| *audience == new.audience) => {
                AccessRow { last_at: new.last_at, ..(*old).clone() } != **new
            }
            Some(old) => *old != *new,
        })
        .cloned()
        .collect();
    let gone = old.keys().filter(|holder| !new.iter().any(|new| new.holder == **holder));
    append.access_gone = gone.map(|holder| (*holder).to_owned()).collect();
    append.access = missing;
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

fn list_row(audience: Audience, new: &CaseRow, old: Option<&CaseRow>) -> Result<ListRow, StoreError> {
    let words = words(new);
    let same_words = old.is_some_and(|old| self::words(old) == words);
    Ok(ListRow {
        audience: name_of(&audience),
        body: canonical(new)?,
        last_at: At(new.last_at),
        words: (!same_words).then(|| words.into_iter().collect()),
    })
}

/// The words by which this audience finds the case: reference, names, subject.
fn words(row: &CaseRow) -> BTreeSet<String> {
    let reference = row.reference.to_string();
    let mut found = BTreeSet::from([plain(&reference.replace('-', ""))]);
    for text in [&reference, &row.consumer_name, &row.company_name].into_iter().chain(&row.subject) {
        found.extend(split(text));
    }
    found
}

/// Words as they are searched: lower case, without accents, at most 40 letters.
pub(super) fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(plain)
}

fn plain(word: &str) -> String {
    let bare = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).map(bare).take(40).collect()
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
    let words: BTreeSet<String> =
        texts.into_iter().chain(parties.map(|party| party.name.as_str())).flat_map(split).collect();
    Some(RegisterRows {
        company: Key(filed.company.0),
        operator: Key(filed.operator.0),
        lines,
        words: words.into_iter().collect(),
    })
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

fn refreshed(holder: AccessRow, rows: &BTreeMap<Audience, CaseRow>) -> AccessRow {
    let row = rows.iter().find(|(audience, _)| name_of(*audience) == holder.audience).map(|(_, row)| row);
    match row {
        Some(row) => {
            let of_queue = (holder.audience == name_of(&Audience::Entry)).then(|| QueuePlace::of(row)).flatten();
            AccessRow {
                turn: turn_state(row),
                phase: row.phase.name(),
                due_at: row.turn.until.map(At),
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
pub(super) const OUT: &str = "out";

/// Everybody who may list the case. The domain's `capacity` is asked for each; nothing is decided here.
fn access(procedure: &Procedure, rows: &BTreeMap<Audience, CaseRow>) -> Vec<AccessRow> {
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
    let mut offer = |holder: String, actor: &Actor| {
        if let Some(audience) = Audience::of(procedure, actor)
            && let Some(capacity) = capacity(procedure, actor)
            && let Some(row) = rows.get(&audience)
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
                due_at: None,
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
    let by_role: Vec<(String, Actor)> = memberships
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
        offer(holder.clone(), anybody);
    }
    // Who is out of the case lists it by no role of theirs: a row of their own, of an audience that has no view.
    list.extend(procedure.barred.iter().map(|id| AccessRow {
        holder: user_holder(*id),
        audience: OUT.to_owned(),
        capacity: OUT.to_owned(),
        channels: String::new(),
        turn: 0,
        phase: procedure.phase().name(),
        due_at: None,
        last_at: At(filed.at),
        queue_place: None,
        entry_state: None,
    }));
    list
}

pub(super) fn user_holder(user: UserId) -> String {
    format!("user:{user}")
}

/// A person by a seat that needs the membership it was taken with.
pub(super) fn seat_holder(user: UserId, organisation: OrganisationId, role: Role) -> String {
    format!("user:{user}@{organisation}:{}", name_of(&role))
}

pub(super) fn role_holder(organisation: OrganisationId, role: Role) -> String {
    format!("{organisation}:{}", name_of(&role))
}

/// The holders of an actor: first those of the person, then those of the roles alone.
pub(super) fn holders(actor: &Actor) -> (Vec<String>, Vec<String>) {
    let Actor::Person { person, memberships } = actor else { return Default::default() };
    let mut own = vec![user_holder(person.id)];
    own.extend(memberships.iter().map(|membership| seat_holder(person.id, membership.organisation, membership.role)));
    let by_role = memberships.iter().map(|membership| role_holder(membership.organisation, membership.role)).collect();
    (own, by_role)
}

/// Those of the person alone.
pub(crate) fn own_holders(actor: &Actor) -> Vec<String> {
    holders(actor).0
}

/// The holder under which an accepted mediator lists a case.
pub(crate) fn mediator_holder(user: UserId, operator: OrganisationId) -> String {
    seat_holder(user, operator, Role::Mediator)
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
