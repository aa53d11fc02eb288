//! What an append writes of lists: their rows, who may list the case, and by which words it is found.

use crate::store::sql::{At, Key};

/// What changes in the lists of one case.
#[derive(Debug, Default)]
pub(crate) struct ListChange {
    pub rows: Vec<ListRow>,
    pub rows_gone: Vec<String>,
    /// Audiences for which only the time of the row changed.
    pub touched: Vec<TouchedRow>,
    pub access: Vec<AccessRow>,
    pub access_gone: Vec<Key>,
    pub finds: Vec<FindRow>,
    pub finds_gone: Vec<i32>,
    /// Everybody who may list the case, and all by which it is found: after a cold start this process does not know
    /// what there was before.
    pub only: Option<(Vec<Key>, Vec<i32>)>,
}

impl ListChange {
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
            && self.rows_gone.is_empty()
            && self.touched.is_empty()
            && self.access.is_empty()
            && self.access_gone.is_empty()
            && self.finds.is_empty()
            && self.finds_gone.is_empty()
            && self.only.is_none()
    }
}

#[derive(Debug)]
pub(crate) struct ListRow {
    pub audience: String,
    pub body: String,
}

#[derive(Debug)]
pub(crate) struct TouchedRow {
    pub audience: String,
    pub last_at: At,
    pub due_place: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccessRow {
    pub holder: Key,
    pub audience: String,
    pub capacity: String,
    pub channels: String,
    pub turn: i32,
    pub phase: &'static str,
    pub due_place: i64,
    pub last_at: At,
    /// Where the case stands in the queue of a team, the smallest first, and how its entry is.
    pub queue_place: Option<i64>,
    pub entry_state: Option<String>,
}

/// A set of words by which these audiences find the case, with the marks of who lists it as one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindRow {
    pub part: i32,
    pub audiences: String,
    pub words: String,
}

/// The part by which the register finds a case.
pub(crate) const REGISTER_PART: i32 = 100;

/// Where the register finds a case's agreements, and by which words.
#[derive(Debug)]
pub(crate) struct RegisterRows {
    pub company: Key,
    pub operator: Key,
    pub lines: Vec<RegisterLine>,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegisterLine {
    pub version: i64,
    pub state: String,
    /// From when on what is still owed counts as in breach, though no event says so.
    pub breach_from: Option<At>,
    pub concluded_at: At,
}

/// Written once for both databases; the asynchronous side adds its `.await`.
macro_rules! write_lists {
    ($conn:ident, $case:expr, $change:expr $(, $await:tt)*) => {{
        use crate::store::journal::lists::{REGISTER_PART, write_find};
        use crate::store::schema::{case_access, case_finds, case_rows};
        use diesel::upsert::excluded;
        let (case, change) = ($case, $change);
        for row in &change.rows {
            diesel::insert_into(case_rows::table)
                .values((
                    case_rows::case_id.eq(case),
                    case_rows::audience.eq(&row.audience),
                    case_rows::body.eq(&row.body),
                ))
                .on_conflict((case_rows::case_id, case_rows::audience))
                .do_update()
                .set(case_rows::body.eq(excluded(case_rows::body)))
                .execute($conn) $(.$await)* ?;
        }
        for audience in &change.rows_gone {
            diesel::delete(case_rows::table.find((case, audience))).execute($conn) $(.$await)* ?;
        }
        if let Some((holders, parts)) = &change.only {
            diesel::delete(case_access::table)
                .filter(case_access::case_id.eq(case))
                .filter(case_access::holder.ne_all(holders))
                .execute($conn) $(.$await)* ?;
            diesel::delete(case_finds::table)
                .filter(case_finds::case_id.eq(case))
                .filter(case_finds::part.ne(REGISTER_PART))
                .filter(case_finds::part.ne_all(parts))
                .execute($conn) $(.$await)* ?;
        }
        if !change.access_gone.is_empty() {
            diesel::delete(case_access::table)
                .filter(case_access::case_id.eq(case))
                .filter(case_access::holder.eq_any(&change.access_gone))
                .execute($conn) $(.$await)* ?;
        }
        for row in &change.access {
            diesel::insert_into(case_access::table)
                .values((
                    case_access::case_id.eq(case),
                    case_access::holder.eq(row.holder),
                    case_access::audience.eq(&row.audience),
                    case_access::capacity.eq(&row.capacity),
                    case_access::channels.eq(&row.channels),
                    case_access::turn.eq(row.turn),
                    case_access::phase.eq(row.phase),
                    case_access::due_place.eq(row.due_place),
                    case_access::last_at.eq(row.last_at),
                    case_access::queue_place.eq(row.queue_place),
                    case_access::entry_state.eq(&row.entry_state),
                ))
                .on_conflict((case_access::case_id, case_access::holder))
                .do_update()
                .set((
                    case_access::audience.eq(excluded(case_access::audience)),
                    case_access::capacity.eq(excluded(case_access::capacity)),
                    case_access::channels.eq(excluded(case_access::channels)),
                    case_access::turn.eq(excluded(case_access::turn)),
                    case_access::phase.eq(excluded(case_access::phase)),
                    case_access::due_place.eq(excluded(case_access::due_place)),
                    case_access::last_at.eq(excluded(case_access::last_at)),
                    case_access::queue_place.eq(excluded(case_access::queue_place)),
                    case_access::entry_state.eq(excluded(case_access::entry_state)),
                ))
                .execute($conn) $(.$await)* ?;
        }
        for row in &change.touched {
            diesel::update(case_access::table)
                .filter(case_access::case_id.eq(case))
                .filter(case_access::audience.eq(&row.audience))
                .set((case_access::last_at.eq(row.last_at), case_access::due_place.eq(row.due_place)))
                .execute($conn) $(.$await)* ?;
        }
        if !change.finds_gone.is_empty() {
            diesel::delete(case_finds::table)
                .filter(case_finds::case_id.eq(case))
                .filter(case_finds::part.eq_any(&change.finds_gone))
                .execute($conn) $(.$await)* ?;
        }
        for row in &change.finds {
            write_find!($conn, case, row.part, &row.audiences, &row.words $(, $await)*);
        }
    }};
}

macro_rules! write_find {
    ($conn:ident, $case:expr, $part:expr, $audiences:expr, $words:expr $(, $await:tt)*) => {{
        use crate::store::schema::case_finds as finds;
        diesel::insert_into(finds::table)
            .values((
                finds::case_id.eq($case),
                finds::part.eq($part),
                finds::audiences.eq($audiences),
                finds::words.eq($words),
            ))
            .on_conflict((finds::case_id, finds::part))
            .do_update()
            .set((
                finds::audiences.eq(diesel::upsert::excluded(finds::audiences)),
                finds::words.eq(diesel::upsert::excluded(finds::words)),
            ))
            .execute($conn) $(.$await)* ?;
    }};
}

/// The register's lines of a case, in place of those that were there.
macro_rules! write_register {
    ($conn:ident, $case:expr, $rows:expr $(, $await:tt)*) => {{
        use crate::store::journal::lists::{REGISTER_PART, write_find};
        use crate::store::schema::register;
        diesel::delete(register::table.filter(register::case_id.eq($case))).execute($conn) $(.$await)* ?;
        for line in &$rows.lines {
            diesel::insert_into(register::table)
                .values((
                    register::case_id.eq($case),
                    register::version.eq(line.version),
                    register::company_id.eq($rows.company),
                    register::operator_id.eq($rows.operator),
                    register::state.eq(&line.state),
                    register::breach_from.eq(line.breach_from),
                    register::concluded_at.eq(line.concluded_at),
                ))
                .execute($conn) $(.$await)* ?;
        }
        write_find!($conn, $case, REGISTER_PART, "", &$rows.words $(, $await)*);
    }};
}

pub(crate) use {write_find, write_lists, write_register};
