//! Cases by words: the full text finds them by words that their holder reads, and the holder's row says what is listed.

use super::filter::{CaseTab, Filter, IndexOrder};
use super::holder::Holders;
use super::walk::IndexPlace;
use super::words::Sought;
use crate::store::Store;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::sql::{At, Instant, Key, Uid};
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Integer, Text};
use diesel_async::RunQueryDsl;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Cases that a search looks at: those filed last.
const FOUND_MAX: usize = 1_000;

/// The places that words find in a list.
#[derive(Debug)]
pub(super) struct FoundPlaces {
    pub places: Vec<IndexPlace>,
    /// The words find as many as are looked at; there may be more.
    pub cut: bool,
}

#[derive(Debug, QueryableByName)]
struct FoundRow {
    #[diesel(sql_type = BigInt)]
    finder: i64,
    #[diesel(sql_type = Text)]
    audiences: String,
    #[diesel(sql_type = Uid)]
    case_id: Key,
    #[diesel(sql_type = Uid)]
    holder: Key,
    #[diesel(sql_type = Text)]
    audience: String,
    #[diesel(sql_type = Integer)]
    turn: i32,
    #[diesel(sql_type = Text)]
    phase: String,
    #[diesel(sql_type = BigInt)]
    due_place: i64,
    #[diesel(sql_type = Instant)]
    last_at: At,
}

impl FoundRow {
    /// Whether this holder reads the words by which it was found.
    fn is_by_its_words(&self) -> bool {
        self.audiences.split(' ').any(|audience| audience == self.audience)
    }

    fn place(&self, order: IndexOrder) -> IndexPlace {
        let at = if order == IndexOrder::Due { self.due_place } else { self.last_at.0.millis() };
        IndexPlace { order, at, case: self.case_id.0 }
    }
}

impl Sought {
    /// The columns of a `FoundRow`, of the cases found last filed first and of these holders.
    fn lists_lite(holders: &[Key]) -> String {
        let holders: Vec<String> = holders.iter().map(|holder| format!("x'{}'", holder.0.simple())).collect();
        format!(
            "SELECT f.finder, f.audiences, a.case_id, a.holder, a.audience, a.turn, a.phase, a.due_place, a.last_at \
             FROM (SELECT rowid AS finder FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?) s \
             CROSS JOIN case_finds f ON f.finder = s.finder \
             CROSS JOIN case_access a ON a.case_id = f.case_id AND a.holder IN ({})",
            holders.join(", ")
        )
    }

    fn lists_postgres(holders: &[Key]) -> String {
        let holders: Vec<String> = holders.iter().map(|holder| format!("'{}'::uuid", holder.0)).collect();
        format!(
            "WITH f AS MATERIALIZED (SELECT finder, case_id, audiences FROM case_finds \
             WHERE array_to_tsvector(string_to_array(words, ' ')) @@ $1::tsquery ORDER BY finder DESC LIMIT $2) \
             SELECT f.finder, f.audiences, a.case_id, a.holder, a.audience, a.turn, a.phase, a.due_place, a.last_at \
             FROM f JOIN case_access a ON a.case_id = f.case_id AND a.holder IN ({})",
            holders.join(", ")
        )
    }

    /// A condition on `register`, with the query as its one bind.
    pub(super) const REGISTER_LITE: &str = "register.case_id IN (SELECT f.case_id FROM case_finds f \
         WHERE f.part = 100 AND f.finder IN (SELECT rowid FROM case_search WHERE case_search MATCH ";
    pub(super) const REGISTER_POSTGRES: &str = "register.case_id IN (SELECT f.case_id FROM case_finds f \
         WHERE f.part = 100 AND (array_to_tsvector(string_to_array(f.words, ' ')) @@ (";
}

impl Store {
    /// A query's text, in the language of this database.
    pub(super) fn sought_text(&self, sought: &Sought) -> String {
        if self.is_shared() { sought.postgres() } else { sought.lite() }
    }

    /// The places that these words find in an actor's list, after `from`.
    pub(super) async fn found(
        &self,
        holders: &Holders,
        filter: &Filter,
        sought: &Sought,
        orders: &[IndexOrder],
        from: Option<IndexPlace>,
    ) -> Result<FoundPlaces, StoreError> {
        let listing = holders.all();
        let query = self.sought_text(sought);
        let lists = if self.is_shared() { Sought::lists_postgres(&listing) } else { Sought::lists_lite(&listing) };
        let rows: Vec<FoundRow> = reading!(&self.0.database, |conn| {
            diesel::sql_query(lists).bind::<Text, _>(query).bind::<BigInt, _>(FOUND_MAX as i64).load(conn).await?
        });
        let finders: HashSet<i64> = rows.iter().map(|row| row.finder).collect();
        let precedence = |row: &FoundRow| listing.iter().position(|holder| *holder == row.holder);
        let mut by_case: HashMap<Uuid, Vec<FoundRow>> = HashMap::new();
        for row in rows {
            by_case.entry(row.case_id.0).or_default().push(row);
        }
        let today_ends = self.today_ends().millis();
        let mut places = Vec::new();
        for rows in by_case.into_values() {
            // The row that the actor lists, whichever words it was found by.
            let Some(first) = rows.iter().filter_map(precedence).min() else { continue };
            let listed = rows.iter().filter(|row| precedence(row) == Some(first));
            let Some(row) = listed.into_iter().find(|row| row.is_by_its_words()) else { continue };
            let wanted = filter.phase.is_none_or(|phase| phase.name() == row.phase)
                && filter.only.is_none_or(|only| only.0 == row.case_id.0)
                && (filter.tab != CaseTab::DueToday || row.due_place <= today_ends);
            let order = orders.iter().find(|order| filter.turns(**order).any(|turn| turn == row.turn));
            if let Some(order) = order.filter(|_| wanted) {
                let place = row.place(*order);
                if from.is_none_or(|from| place > from) {
                    places.push(place);
                }
            }
        }
        places.sort_unstable();
        Ok(FoundPlaces { places, cut: finders.len() >= FOUND_MAX })
    }
}
