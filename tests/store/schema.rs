//! Both databases have the same tables and columns, and only one process at a time holds an SQLite file.

use crate::store::bare::Engine;
use crate::store::bare::{INSTANCE, TestDatabase, on_both};
use crate::support::app::BEGINNING;
use acordo::store::{OpenError, Store, StoreSettings, StoredSeals};
use acordo_record::{HeadKeys, LogKey};
use std::collections::BTreeMap;

/// table → column → (type as SQLite stores it, may be null, place in the primary key)
type Tables = BTreeMap<String, BTreeMap<String, (String, bool, i64)>>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_have_the_same_tables_and_columns() {
    let lite = TestDatabase::new(Engine::Sqlite).await.unwrap();
    drop(lite.open().await);
    let sqlite = sqlite_tables(lite.file());
    crate::store::bare::on(Engine::Postgres, move |database| async move {
        drop(database.open().await);
        let postgres = postgres_tables(&database.url).await;
        let names = |tables: &Tables| tables.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&sqlite), names(&postgres));
        for (table, columns) in &sqlite {
            assert_eq!(columns, &postgres[table], "{table}");
        }
        assert_eq!(sqlite.len(), 35);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_table_of_a_case_has_the_case_first_in_its_key() {
    let lite = TestDatabase::new(Engine::Sqlite).await.unwrap();
    drop(lite.open().await);
    for (table, columns) in sqlite_tables(lite.file()) {
        // Openings belong to an actor, links and sessions to a person, drafts to nobody yet; the ids of events begin with
        // the number of their case, and SQLite's full text knows a row by a number alone.
        let others = ["openings", "one_time_links", "sessions", "complaint_drafts", "events", "case_finds"];
        if let Some((_, _, place)) = columns.get("case_id").filter(|_| !others.contains(&table.as_str())) {
            assert_eq!(*place, 1, "{table}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_process_is_kept_out_of_an_sqlite_file() {
    let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
    let store = database.open().await;
    assert!(matches!(database.try_open().await, Err(OpenError::InUse(_))));
    drop(store);
    database.open().await;
}

on_both! {
    async fn the_instance_keeps_the_name_of_its_first_start(database) {
        drop(database.open().await);
        let other = Store::open(StoreSettings {
            url: database.url.clone(),
            clock: database.clock.clone(),
            log_key: LogKey::from_seed("other.example/log", &[7; 32]).unwrap(),
            head_keys: HeadKeys::new([8; 32], Vec::new()),
            former_log_keys: Vec::new(),
            seals: StoredSeals::Current,
            rules: Default::default(),
            warm_cases_max: 10,
        })
        .await;
        assert!(matches!(other, Err(OpenError::OtherInstance(name)) if name == INSTANCE));
        database.open().await.ready().await.unwrap();
    }
}

on_both! {
    async fn a_database_opens_with_its_own_keys_alone(database) {
        drop(database.open().await);
        let lost = database.try_open_with(1, Vec::new()).await;
        assert!(matches!(lost, Err(OpenError::OtherKeys(_))), "the same history would be signed by a new key");
        let first = LogKey::from_seed(INSTANCE, &[7; 32]).unwrap().vkey().clone();
        drop(database.try_open_with(1, vec![first]).await.unwrap());
        let behind = database.try_open().await;
        assert!(matches!(behind, Err(OpenError::OtherKeys(_))), "a process that lacks the new key signs with the old one");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invalid_database_url_is_refused() {
    for url in ["", "mysql://localhost/acordo", "sqlite::memory:"] {
        let settings = StoreSettings {
            url: url.to_owned(),
            clock: std::sync::Arc::new(acordo::store::HandClock::at(BEGINNING.parse().unwrap())),
            log_key: LogKey::from_seed(INSTANCE, &[7; 32]).unwrap(),
            head_keys: HeadKeys::new([8; 32], Vec::new()),
            former_log_keys: Vec::new(),
            seals: StoredSeals::Current,
            rules: Default::default(),
            warm_cases_max: 10,
        };
        assert!(matches!(Store::open(settings).await, Err(OpenError::Url(_))), "{url}");
    }
}

/// Without the full text, which is an index of `case_finds`; PostgreSQL's has no table.
fn sqlite_tables(path: &str) -> Tables {
    use diesel::sql_types::{BigInt, Text};
    use diesel::{Connection, QueryableByName, RunQueryDsl};
    #[derive(QueryableByName)]
    struct Column {
        #[diesel(sql_type = Text)]
        table_name: String,
        #[diesel(sql_type = Text)]
        column_name: String,
        #[diesel(sql_type = Text)]
        kind: String,
        #[diesel(sql_type = BigInt)]
        required: i64,
        #[diesel(sql_type = BigInt)]
        place: i64,
    }
    let mut conn = diesel::SqliteConnection::establish(path).unwrap();
    // The store's last connection may still be closing.
    diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
    let columns: Vec<Column> = diesel::sql_query(
        "SELECT t.name AS table_name, c.name AS column_name, c.type AS kind, c.\"notnull\" AS required, c.pk AS place \
         FROM sqlite_schema t, pragma_table_info(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '__diesel_schema_migrations' AND t.name NOT LIKE 'case_search%'",
    )
    .load(&mut conn)
    .unwrap();
    let mut tables = Tables::new();
    for column in columns {
        let found = (column.kind, column.required == 0, column.place);
        tables.entry(column.table_name).or_default().insert(column.column_name, found);
    }
    tables
}

async fn postgres_tables(url: &str) -> Tables {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    let rows = client
        .query(
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES', \
                    coalesce((SELECT k.ordinal_position FROM information_schema.table_constraints t \
                              JOIN information_schema.key_column_usage k USING (constraint_name, table_name) \
                              WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name \
                                AND k.column_name = c.column_name), 0)::bigint \
             FROM information_schema.columns c \
             WHERE c.table_schema = 'public' AND c.table_name <> '__diesel_schema_migrations'",
            &[],
        )
        .await
        .unwrap();
    let mut tables = Tables::new();
    for row in rows {
        let kind = match row.get::<_, String>(2).as_str() {
            "uuid" | "bytea" => "BLOB",
            "bigint" | "integer" | "timestamp with time zone" | "boolean" => "INTEGER",
            "text" => "TEXT",
            other => panic!("{other} has no counterpart in SQLite"),
        };
        tables.entry(row.get(0)).or_default().insert(row.get(1), (kind.to_owned(), row.get(3), row.get(4)));
    }
    tables
}
