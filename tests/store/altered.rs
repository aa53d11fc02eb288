//! Somebody who can write to the database but has no key: whatever they change is found before it is shown or signed.

use crate::store::bare::{Engine, TestDatabase};
use crate::store::fixture::{Fixture, say};
use acordo::store::{OpenError, StoreError, StoredSeals};
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Channel, Side};
use acordo_record::{Hash, Header, PartName, Salt, Slot, base64, commitment, leaf};
use diesel::sql_types::{BigInt, Binary};
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};

/// Somebody with write access to the database file.
struct Intruder(SqliteConnection);

#[derive(QueryableByName)]
struct HeaderRow {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = Binary)]
    header: Vec<u8>,
}

#[derive(QueryableByName)]
struct KeptHead {
    #[diesel(sql_type = BigInt)]
    size: i64,
    #[diesel(sql_type = Binary)]
    root: Vec<u8>,
}

#[derive(QueryableByName)]
struct KeptCase {
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = Binary)]
    seal: Vec<u8>,
}

impl Intruder {
    fn at(database: &TestDatabase) -> Self {
        let mut conn = SqliteConnection::establish(database.file()).unwrap();
        diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).unwrap();
        Self(conn)
    }

    fn runs(&mut self, sql: &str) {
        for statement in sql.split(';').filter(|statement| !statement.trim().is_empty()) {
            assert!(diesel::sql_query(statement).execute(&mut self.0).unwrap() > 0, "{statement} changed nothing");
        }
    }

    fn joint(&mut self) -> Vec<HeaderRow> {
        diesel::sql_query("SELECT seq, header FROM events WHERE channel = 'joint' ORDER BY seq")
            .load(&mut self.0)
            .unwrap()
    }

    fn put_header(&mut self, seq: i64, header: &[u8]) {
        diesel::sql_query("UPDATE events SET header = ? WHERE channel = 'joint' AND seq = ?")
            .bind::<Binary, _>(header)
            .bind::<BigInt, _>(seq)
            .execute(&mut self.0)
            .unwrap();
    }

    /// Replaces the words, commits to them correctly, and chains all later headers to the change.
    fn rewrites(&mut self, seq: i64, text: &str) {
        let bytes = format!("{{\"text\":\"{text}\"}}").into_bytes();
        let salt = Salt([0; 32]);
        let mut prev: Option<Hash> = None;
        for row in self.joint().into_iter().filter(|row| row.seq >= seq) {
            let old = Header::parse(&row.header).unwrap();
            let mut header = String::from_utf8(row.header).unwrap();
            if row.seq == seq {
                let slot = Slot { case: &old.case, channel: "joint", seq: old.seq, kind: &old.kind };
                let new = commitment(slot, PartName::Content, &salt, &bytes);
                header = header.replace(&base64(&old.parts[&PartName::Content]), &base64(&new));
            }
            if let Some(prev) = prev {
                header = header.replace(&base64(&old.prev), &base64(&prev));
            }
            prev = Some(leaf(header.as_bytes()));
            self.put_header(row.seq, header.as_bytes());
        }
        let stored = [bytes, salt.0.to_vec()].concat();
        diesel::sql_query("UPDATE events SET content = ? WHERE channel = 'joint' AND seq = ?")
            .bind::<Binary, _>(stored)
            .bind::<BigInt, _>(seq)
            .execute(&mut self.0)
            .unwrap();
    }

    /// The head of `joint` that was signed last, and the seal of the whole case.
    fn keeps_head(&mut self) -> (KeptHead, KeptCase) {
        let sql = "SELECT size, root FROM signed_heads WHERE channel = 'joint'";
        let head = diesel::sql_query(sql).get_result(&mut self.0).unwrap();
        (head, diesel::sql_query("SELECT version, seal FROM cases").get_result(&mut self.0).unwrap())
    }

    fn puts_back(&mut self, head: &KeptHead) {
        diesel::sql_query("UPDATE signed_heads SET size = ?, root = ? WHERE channel = 'joint'")
            .bind::<BigInt, _>(head.size)
            .bind::<Binary, _>(&head.root)
            .execute(&mut self.0)
            .unwrap();
    }

    fn puts_case_back(&mut self, case: &KeptCase) {
        diesel::sql_query("UPDATE cases SET version = ?, seal = ?")
            .bind::<BigInt, _>(case.version)
            .bind::<Binary, _>(&case.seal)
            .execute(&mut self.0)
            .unwrap();
    }

    fn signed(&mut self) -> i64 {
        #[derive(QueryableByName)]
        struct Signed {
            #[diesel(sql_type = BigInt)]
            size: i64,
        }
        let sql = "SELECT coalesce(sum(size), 0) AS size FROM signed_heads";
        diesel::sql_query(sql).get_result::<Signed>(&mut self.0).unwrap().size
    }
}

#[track_caller]
fn found<T: std::fmt::Debug>(what: &str, by: &str, answer: Result<T, StoreError>) {
    let said = answer.err();
    assert!(matches!(said, Some(StoreError::Altered(_))), "{what}: {by} said {said:?}");
}

type Tampering = fn(&mut Intruder);

const LAST: &str = "channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint')";

/// Ways to tamper with rows of events.
const EVENTS: &[(&str, Tampering)] = &[
    ("other words", |db| {
        db.runs(&format!(
            "UPDATE events SET content = CAST('{{\"text\":\"R$ 900\"}}' || substr(content, -32) AS BLOB) WHERE {LAST}"
        ));
    }),
    ("other words with their commitment, last", |db| {
        let last = db.joint().len() as i64;
        db.rewrites(last, "R$ 900");
    }),
    ("other words with their commitment, rechained", |db| {
        let last = db.joint().len() as i64;
        db.rewrites(last - 3, "R$ 900");
    }),
    ("another seat", |db| db.runs(&format!("UPDATE events SET seat = 'company' WHERE {LAST}"))),
    ("another time", |db| db.runs(&format!("UPDATE events SET at = at - 86400000 WHERE {LAST}"))),
    ("another kind", |db| db.runs(&format!("UPDATE events SET kind = 'summary_confirmed' WHERE {LAST}"))),
    ("another name", |db| {
        db.runs(&format!(
            "UPDATE events SET author = CAST(replace(CAST(author AS TEXT), 'Ana', 'Eva') AS BLOB) WHERE {LAST}"
        ));
    }),
    ("words swapped", |db| {
        db.runs(&format!(
            "UPDATE events SET content = (SELECT content FROM events AS other WHERE other.channel = 'joint' AND other.seq = events.seq - 1) WHERE {LAST}"
        ));
    }),
    ("events swapped", |db| {
        db.runs(&format!(
            "UPDATE events SET seq = 1000 WHERE {LAST}; \
             UPDATE events SET seq = seq + 1 WHERE channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint' AND seq < 1000); \
             UPDATE events SET seq = (SELECT max(seq) FROM events WHERE channel = 'joint' AND seq < 1000) - 1 WHERE channel = 'joint' AND seq = 1000"
        ));
    }),
    ("the last dropped", |db| {
        db.runs(&format!("DELETE FROM events WHERE {LAST}; UPDATE cases SET version = version - 1"));
    }),
    ("one dropped", |db| {
        db.runs("DELETE FROM events WHERE channel = 'joint' AND seq = (SELECT max(seq) - 2 FROM events WHERE channel = 'joint')");
    }),
    ("one written twice", |db| {
        db.runs(&format!(
            "INSERT INTO events SELECT id + 1, case_id, channel, seq + 1, version + 1, kind, seat, at, header, author, content, origin, evidence, command, key_id FROM events WHERE {LAST}"
        ));
    }),
    ("a part blanked", |db| db.runs(&format!("UPDATE events SET content = NULL WHERE {LAST}"))),
    ("a part that nobody wrote", |db| db.runs(&format!("UPDATE events SET evidence = content WHERE {LAST}"))),
    ("another place alone", |db| db.runs(&format!("UPDATE events SET id = id + 1 WHERE {LAST}"))),
    ("another case alone", |db| db.runs(&format!("UPDATE events SET case_id = zeroblob(16) WHERE {LAST}"))),
    ("moved into another room", |db| {
        db.runs(&format!("UPDATE events SET channel = 'caucus:consumer', seq = seq + 100 WHERE {LAST}"))
    }),
];

/// Changes that do not touch what a bundle is made of.
const COPIES: [&str; 7] = [
    "another seat",
    "another time",
    "another kind",
    "one written twice",
    "events swapped",
    "another case alone",
    "moved into another room",
];

/// Ways to tamper with seals, and with what was signed last.
const SEALS: &[(&str, Tampering)] = &[
    ("a signed head gone", |db| db.runs("DELETE FROM signed_heads WHERE channel = 'joint'")),
    ("all signed heads gone", |db| db.runs("DELETE FROM signed_heads")),
    ("the signed head forgotten", |db| {
        db.runs("UPDATE signed_heads SET size = 0, root = zeroblob(32) WHERE channel = 'joint'");
    }),
    ("a signed head that nobody signed", |db| {
        db.runs("INSERT INTO signed_heads SELECT case_id, 'internal:company', size, root FROM signed_heads WHERE channel = 'joint'");
    }),
    ("another signed head", |db| db.runs("UPDATE signed_heads SET root = zeroblob(32) WHERE channel = 'joint'")),
    ("another seal of the case", |db| db.runs("UPDATE cases SET seal = zeroblob(32)")),
    ("another number of withdrawn commands", |db| db.runs("UPDATE cases SET withdrawals = withdrawals + 1")),
    ("a command forgotten", |db| db.runs(&format!("UPDATE events SET command = NULL WHERE {LAST}"))),
    ("the command of another event", |db| {
        db.runs(&format!("UPDATE events SET command = (SELECT command FROM events AS other WHERE other.channel = 'joint' AND other.seq = events.seq - 1) WHERE {LAST}"));
    }),
];

/// A case with words in `joint` and in a caucus, whose `joint` was signed before the last message.
async fn case_of(database: &TestDatabase) -> (Fixture, CaseId) {
    let fixture = Fixture::new(database.open().await).await;
    let case = fixture.mediation().await;
    for turn in 0..4 {
        fixture.done(case, fixture.rep.id, say(Channel::Joint, &format!("mensagem {turn}"))).await;
    }
    fixture.done(case, fixture.consumer.id, say(Channel::Caucus { side: Side::Consumer, nth: 1 }, "metade")).await;
    fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
    fixture.done(case, fixture.consumer.id, say(Channel::Joint, "R$ 100")).await;
    (fixture, case)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_store_is_found_at_the_load_and_nothing_is_shown_or_signed() {
    for (what, change) in EVENTS.iter().chain(SEALS) {
        let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
        let (fixture, case) = case_of(&database).await;
        let mut intruder = Intruder::at(&database);
        change(&mut intruder);
        let signed = intruder.signed();
        let fixture = fixture.restarted(&database).await;
        found(what, "the load", fixture.store.case(case).await);
        let actor = fixture.actor(fixture.consumer.id).await;
        found(what, "the view", fixture.store.view(case, &actor).await);
        found(what, "a page", fixture.store.page(case, &actor, Channel::Joint, 0, 100).await);
        found(what, "an append", fixture.does(case, fixture.rep.id, say(Channel::Joint, "depois")).await);
        found(what, "the signer", fixture.store.sign_checkpoint(case, Channel::Joint).await);
        found(what, "the lines of a bundle", fixture.store.record_lines(case, Channel::Joint).await);
        found(what, "the check", fixture.store.verify_case(case).await);
        assert_eq!(intruder.signed(), signed, "{what}: something was signed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_changed_while_the_server_runs_is_found_where_it_is_read() {
    for (what, change) in EVENTS {
        let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
        let (fixture, case) = case_of(&database).await;
        let actor = fixture.actor(fixture.consumer.id).await;
        let shown = fixture.store.page(case, &actor, Channel::Joint, 0, 100).await.unwrap();
        let written = fixture.store.record_lines(case, Channel::Joint).await.unwrap();
        change(&mut Intruder::at(&database));
        match fixture.store.page(case, &actor, Channel::Joint, 0, 100).await {
            // An event added beyond the end that this process wrote is not shown.
            Ok(page) => assert!(page == shown && *what == "one written twice", "{what} was shown"),
            Err(error) => assert!(matches!(error, StoreError::Altered(_)), "{what}: {error}"),
        }
        match fixture.store.record_lines(case, Channel::Joint).await {
            // A bundle is made of the headers; the columns that repeat them are not read.
            Ok(lines) => assert!(lines == written && COPIES.contains(what), "{what} went into a bundle"),
            Err(error) => assert!(matches!(error, StoreError::Altered(_)), "{what}: {error}"),
        }
        found(what, "the check", fixture.store.verify_case(case).await);
        let note = fixture.store.sign_checkpoint(case, Channel::Joint).await;
        if *what == "the last dropped" {
            // This change touched the row of the case too.
            found(what, "the signer", note);
        } else {
            // The signer signs what this process wrote itself, which is the true past.
            assert!(note.is_ok(), "{what}: {note:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_end_put_back_is_found() {
    let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
    let (fixture, case) = case_of(&database).await;
    let mut intruder = Intruder::at(&database);
    let (_, whole) = intruder.keeps_head();
    fixture.done(case, fixture.rep.id, say(Channel::Joint, "aceito")).await;
    fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
    // The row of the case and the events up to it are genuine, but a note has been signed since that says otherwise.
    intruder.puts_case_back(&whole);
    intruder.runs(&format!("DELETE FROM events WHERE {LAST}"));
    let fixture = fixture.restarted(&database).await;
    found("the end before", "the load", fixture.store.case(case).await);
    // What was signed before is genuine too, but the case has gone on since.
    let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
    let (fixture, case) = case_of(&database).await;
    let mut intruder = Intruder::at(&database);
    let (old, _) = intruder.keeps_head();
    fixture.done(case, fixture.rep.id, say(Channel::Joint, "aceito")).await;
    fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
    intruder.puts_back(&old);
    intruder.runs(&format!("DELETE FROM events WHERE {LAST}; UPDATE cases SET version = version - 1"));
    let fixture = fixture.restarted(&database).await;
    found("the end before", "the load", fixture.store.case(case).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fold_that_somebody_changed_is_not_believed() {
    let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
    let fixture = Fixture::new(database.open().await).await;
    let case = fixture.mediation().await;
    for turn in 0..210 {
        fixture.done(case, fixture.rep.id, say(Channel::Joint, &format!("mensagem {turn}"))).await;
    }
    let before = fixture.case(case).await;
    let mut intruder = Intruder::at(&database);
    intruder.runs("UPDATE snapshots SET state = CAST(replace(CAST(state AS TEXT), 'Ana', 'Eva') AS BLOB)");
    let fixture = fixture.restarted(&database).await;
    assert_eq!(fixture.case(case).await, before);
    // Of what is already folded only headers are read, but they are compared.
    fixture.done(case, fixture.rep.id, say(Channel::Joint, "mais")).await;
    intruder.rewrites(9, "R$ 900");
    let fixture = fixture.restarted(&database).await;
    found("an old event", "the load", fixture.store.case(case).await);
}

/// Without the rows that say whose database it is, other keys could take it over: it is not opened, and nothing is
/// written in their place.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_does_not_say_whose_it_is_is_not_opened() {
    let database = TestDatabase::new(Engine::Sqlite).await.unwrap();
    let (fixture, _) = case_of(&database).await;
    drop(fixture.restarted(&database).await);
    for row in ["name", "log_key", "head_key"] {
        let renamed = |from: &str, to: &str| format!("UPDATE instance SET name = '{to}' WHERE name = '{from}'");
        Intruder::at(&database).runs(&renamed(row, "elsewhere"));
        for _ in 0..2 {
            let refused = database.try_open_with_seals(StoredSeals::Current).await.map(drop);
            assert!(matches!(&refused, Err(OpenError::InstanceLost(lost)) if *lost == row), "{row}: {refused:?}");
        }
        Intruder::at(&database).runs(&renamed("elsewhere", row));
        drop(database.open().await);
    }
}
