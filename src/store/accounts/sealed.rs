//! Seals over what agreements take from accounts: the names of people and organisations, legal identities and powers.
//! Whoever changes them without the head key is found by whoever reads them.

use super::Accounts;
use crate::store::connect::{reading, writing};
use crate::store::error::{StoreError, altered};
use crate::store::schema::{legal_identities, organisations, powers, users};
use crate::store::sql::{At, Key};
use acordo_domain::id::OrganisationId;
use acordo_record::HeadKeys;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

/// How often rows are read again that change while they are read.
const TRIES: u32 = 50;

/// What a user's seal covers: id, name, address.
pub(super) fn seal_user(keys: &HeadKeys, id: Key, name: &str, email: &str) -> Vec<u8> {
    keys.seal_row("users", &[id.0.as_bytes(), name.as_bytes(), email.as_bytes()]).to_vec()
}

pub(super) fn check_user(keys: &HeadKeys, id: Key, name: &str, email: &str, seal: &[u8]) -> Result<(), StoreError> {
    let holds = keys.holds_row("users", &[id.0.as_bytes(), name.as_bytes(), email.as_bytes()], seal);
    if holds { Ok(()) } else { Err(altered(format!("the name or the address of user {}", id.0))) }
}

/// In a list: a row that somebody changed does not hide the others. The operator has heard of it.
pub(super) fn genuine<T>(row: Result<T, StoreError>) -> Option<Result<T, StoreError>> {
    match row {
        Err(StoreError::Altered(_)) => None,
        row => Some(row),
    }
}

/// What an organisation's own seal covers: id, kind, name, trade.
pub(super) type OrganisationColumns = (Key, String, String, String, Vec<u8>);

pub(super) fn seal_organisation(keys: &HeadKeys, id: Key, [kind, name, trade]: [&str; 3]) -> Vec<u8> {
    keys.seal_row("organisations", &[id.0.as_bytes(), kind.as_bytes(), name.as_bytes(), trade.as_bytes()]).to_vec()
}

pub(super) fn check_organisation(keys: &HeadKeys, row: &OrganisationColumns) -> Result<(), StoreError> {
    let (id, kind, name, trade, seal) = row;
    let fields = [id.0.as_bytes().as_slice(), kind.as_bytes(), name.as_bytes(), trade.as_bytes()];
    if keys.holds_row("organisations", &fields, seal) {
        return Ok(());
    }
    Err(altered(format!("the row of organisation {}", id.0)))
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = legal_identities)]
pub(super) struct IdentityRow {
    pub version: i64,
    pub name: String,
    pub scheme: String,
    pub identifier: String,
    pub address: String,
    pub trade_name: Option<String>,
    pub entered_at: At,
    pub entered_by: Option<Key>,
    pub checked_at: Option<At>,
    pub checked_by: Option<Key>,
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = powers)]
pub(super) struct PowerRow {
    pub id: Key,
    pub user_id: Key,
    #[diesel(select_expression = (users::name, users::email, users::seal))]
    pub named: (String, String, Vec<u8>),
    pub limit_amount: Option<i64>,
    pub limit_currency: Option<String>,
    pub document: String,
    pub until_day: Option<String>,
    pub given_at: At,
    pub given_by: Option<Key>,
    pub ended_at: Option<At>,
    pub ended_by: Option<Key>,
}

/// A time, for the seal.
fn at(at: At) -> [u8; 8] {
    at.0.millis().to_be_bytes()
}

impl IdentityRow {
    /// The columns, for the seal.
    fn sealed_bytes(&self) -> Vec<u8> {
        SealedColumns::default()
            .with(Some(&self.version.to_be_bytes()))
            .text(&self.name)
            .text(&self.scheme)
            .text(&self.identifier)
            .text(&self.address)
            .with(self.trade_name.as_deref().map(str::as_bytes))
            .with(Some(&at(self.entered_at)))
            .with(self.entered_by.as_ref().map(|key| key.0.as_bytes().as_slice()))
            .with(self.checked_at.map(at).as_ref().map(<[u8; 8]>::as_slice))
            .with(self.checked_by.as_ref().map(|key| key.0.as_bytes().as_slice()))
            .bytes()
    }
}

impl PowerRow {
    /// The columns, for the seal.
    fn sealed_bytes(&self) -> Vec<u8> {
        SealedColumns::default()
            .with(Some(self.id.0.as_bytes()))
            .with(Some(self.user_id.0.as_bytes()))
            .with(self.limit_amount.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice))
            .with(self.limit_currency.as_deref().map(str::as_bytes))
            .text(&self.document)
            .with(self.until_day.as_deref().map(str::as_bytes))
            .with(Some(&at(self.given_at)))
            .with(self.given_by.as_ref().map(|key| key.0.as_bytes().as_slice()))
            .with(self.ended_at.map(at).as_ref().map(<[u8; 8]>::as_slice))
            .with(self.ended_by.as_ref().map(|key| key.0.as_bytes().as_slice()))
            .bytes()
    }
}

/// Everything that binds an organisation, under one seal: a row that was changed, added, taken away or put back alone is
/// found. The counter moves with each change.
#[derive(Debug)]
pub(super) struct LegalRows {
    pub changes: i64,
    pub seal: Vec<u8>,
    /// The newest first.
    pub identities: Vec<IdentityRow>,
    /// The newest first.
    pub powers: Vec<PowerRow>,
}

impl LegalRows {
    fn fields(&self, organisation: OrganisationId, changes: i64) -> Vec<Vec<u8>> {
        let mut fields = vec![organisation.0.as_bytes().to_vec(), changes.to_be_bytes().to_vec()];
        fields.extend(self.identities.iter().map(IdentityRow::sealed_bytes));
        fields.push(Vec::new());
        fields.extend(self.powers.iter().map(PowerRow::sealed_bytes));
        fields
    }

    pub fn sealed(&self, keys: &HeadKeys, organisation: OrganisationId) -> Vec<u8> {
        let fields = self.fields(organisation, self.changes);
        keys.seal_row("legal", &fields.iter().map(Vec::as_slice).collect::<Vec<_>>()).to_vec()
    }

    /// Whether the seal is of these rows after so many changes.
    pub fn hold(&self, keys: &HeadKeys, organisation: OrganisationId, changes: i64) -> Result<(), StoreError> {
        let fields = self.fields(organisation, changes);
        if keys.holds_row("legal", &fields.iter().map(Vec::as_slice).collect::<Vec<_>>(), &self.seal) {
            return Ok(());
        }
        Err(altered(format!("the legal identity or a power of organisation {}", organisation.0)))
    }
}

/// The columns of a row, none told from an empty one.
#[derive(Default)]
struct SealedColumns(Vec<u8>);

impl SealedColumns {
    fn with(mut self, column: Option<&[u8]>) -> Self {
        let length = column.map_or(u32::MAX, |bytes| u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(column.unwrap_or_default());
        self
    }

    fn text(self, text: &str) -> Self {
        self.with(Some(text.as_bytes()))
    }

    fn bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what binds an organisation, as it is.
macro_rules! legal_rows {
    ($conn:ident, $organisation:expr) => {{
        use crate::store::schema::{legal_identities, organisations, powers, users};
        let key = Key($organisation.0);
        let (changes, seal): (i64, Vec<u8>) = organisations::table
            .find(key)
            .select((organisations::legal_changes, organisations::legal_seal))
            .first($conn)
            .await?;
        let identities: Vec<IdentityRow> = legal_identities::table
            .filter(legal_identities::organisation_id.eq(key))
            .order(legal_identities::version.desc())
            .select(IdentityRow::as_select())
            .load($conn)
            .await?;
        let powers: Vec<PowerRow> = powers::table
            .inner_join(users::table)
            .filter(powers::organisation_id.eq(key))
            .order((powers::given_at.desc(), powers::id.desc()))
            .select(PowerRow::as_select())
            .load($conn)
            .await?;
        LegalRows { changes, seal, identities, powers }
    }};
}

/// Changes what binds an organisation and seals it anew, inside a transaction: others who change it wait, and what does
/// not hold before is not sealed again.
macro_rules! changing_legal {
    ($conn:ident, $keys:expr, $organisation:expr, $change:block) => {{
        use crate::store::schema::organisations;
        let moved = diesel::update(organisations::table.find(Key($organisation.0)))
            .set(organisations::legal_changes.eq(organisations::legal_changes + 1))
            .execute($conn)
            .await?;
        if moved != 1 {
            return Err(StoreError::NotFound);
        }
        let before = legal_rows!($conn, $organisation);
        before.hold($keys, $organisation, before.changes - 1)?;
        let done = $change;
        let after = legal_rows!($conn, $organisation);
        diesel::update(organisations::table.find(Key($organisation.0)))
            .set(organisations::legal_seal.eq(after.sealed($keys, $organisation)))
            .execute($conn)
            .await?;
        done
    }};
}

pub(super) use {changing_legal, legal_rows};

impl Accounts<'_> {
    /// What binds an organisation, compared with its seal.
    pub(super) async fn legal(&self, organisation: OrganisationId) -> Result<LegalRows, StoreError> {
        for _ in 0..TRIES {
            let rows: LegalRows = reading!(&self.0.0.database, |conn| legal_rows!(conn, organisation));
            let changes: i64 = reading!(&self.0.0.database, |conn| {
                organisations::table.find(Key(organisation.0)).select(organisations::legal_changes).first(conn).await?
            });
            // Somebody changed it while it was read.
            if changes == rows.changes {
                rows.hold(&self.0.0.head_keys, organisation, changes)?;
                return Ok(rows);
            }
        }
        Err(StoreError::Busy)
    }

    /// Looks at every sealed row, and says what is not what was written.
    pub async fn check(&self) -> Result<Vec<String>, StoreError> {
        let people: Vec<(Key, String, String, Vec<u8>)> = reading!(&self.0.0.database, |conn| {
            users::table.select((users::id, users::name, users::email, users::seal)).load(conn).await?
        });
        let keys = &self.0.0.head_keys;
        let mut looked: Vec<Result<(), StoreError>> =
            people.iter().map(|(id, name, email, seal)| check_user(keys, *id, name, email, seal)).collect();
        for row in self.organisation_rows().await? {
            looked.push(check_organisation(keys, &row));
            looked.push(self.legal(OrganisationId(row.0.0)).await.map(drop));
        }
        let faults = looked.into_iter().filter_map(|looked| match looked {
            Ok(()) => None,
            Err(StoreError::Altered(what)) => Some(Ok(what)),
            Err(error) => Some(Err(error)),
        });
        faults.collect()
    }

    async fn organisation_rows(&self) -> Result<Vec<OrganisationColumns>, StoreError> {
        Ok(reading!(&self.0.0.database, |conn| {
            organisations::table
                .select((
                    organisations::id,
                    organisations::kind,
                    organisations::name,
                    organisations::trade,
                    organisations::seal,
                ))
                .load(conn)
                .await?
        }))
    }

    /// Seals what an earlier version stored without seals.
    pub(crate) async fn seal_what_is_there(&self) -> Result<(), StoreError> {
        let keys = &self.0.0.head_keys;
        let people: Vec<(Key, String, String)> = reading!(&self.0.0.database, |conn| {
            users::table
                .filter(users::seal.eq(Vec::new()))
                .select((users::id, users::name, users::email))
                .load(conn)
                .await?
        });
        for (id, name, email) in people {
            let seal = seal_user(keys, id, &name, &email);
            writing!(&self.0.0.database, |conn| {
                diesel::update(users::table.find(id)).set(users::seal.eq(seal)).execute(conn).await?
            });
        }
        for (id, kind, name, trade, seal) in self.organisation_rows().await? {
            if !seal.is_empty() {
                continue;
            }
            let rows: LegalRows = reading!(&self.0.0.database, |conn| legal_rows!(conn, OrganisationId(id.0)));
            let own = seal_organisation(keys, id, [&kind, &name, &trade]);
            let legal = rows.sealed(keys, OrganisationId(id.0));
            writing!(&self.0.0.database, |conn| {
                diesel::update(organisations::table.find(id))
                    .filter(organisations::legal_changes.eq(rows.changes))
                    .set((organisations::seal.eq(own), organisations::legal_seal.eq(legal)))
                    .execute(conn)
                    .await?
            });
        }
        Ok(())
    }
}

impl LegalRows {
    /// Of an organisation that was made just now.
    pub const fn none() -> Self {
        Self { changes: 0, seal: Vec::new(), identities: Vec::new(), powers: Vec::new() }
    }
}
