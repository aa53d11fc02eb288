//! What the tests of the shell are built on: a real server, people, and their sockets.

pub mod app;
pub mod database;
pub mod person;
pub mod room;

/// Runs each test on SQLite and on PostgreSQL: `on_both! { a_sentence }` for `async fn a_sentence(app: TestApp)`.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite { $(
            #[test]
            fn $name() {
                crate::support::app::run(crate::support::database::Engine::Sqlite, super::$name);
            }
        )* }
        mod on_postgres { $(
            #[test]
            fn $name() {
                crate::support::app::run(crate::support::database::Engine::Postgres, super::$name);
            }
        )* }
    };
}
pub(crate) use on_both;
