//! What an earlier version stored is taken over: its seals where they hold, its tables through every later migration.

use crate::store::bare::{Engine, TestDatabase, on_both};
use crate::store::fixture::{Fixture, command_id, say};
use crate::store::intruder::{Hand, runs};
use acordo::store::{Filter, OpenError, StoreError, StoredSeals};
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Channel, Side};
use acordo_record::{HeadKeys, in_former_order, leaf};

const CAUCUS: Channel = Channel::Caucus { side: Side::Consumer, nth: 1 };
/// The first migration that an earlier version, which had events in another table, did not know.
const FIRST_LATER: &str = "0013";

/// A case with words in `joint` and in a caucus, whose `joint` was signed.
async fn case_of(database: &TestDatabase) -> (Fixture, CaseId) {
    let fixture = Fixture::new(database.open().await).await;
    let case = fixture.mediation().await;
    fixture.done(case, fixture.rep.id, say(Channel::Joint, "Pagamos R$ 100.")).await;
    fixture.done(case, fixture.consumer.id, say(CAUCUS, "Metade me basta.")).await;
    fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
    (fixture, case)
}

/// Seals the row of the only case as versions did that sealed the ends of channels apart.
async fn seal_formerly(database: &TestDatabase, fixture: &Fixture, case: CaseId) {
    let mut hand = Hand::on(&database.url).await;
    let headers = hand.column("header", "events ORDER BY version", false).await;
    let version = headers.len() as i64;
    let order = headers.into_iter().fold([0; 32], |order, header| in_former_order(&order, &leaf(&header.unwrap())));
    let folded = fixture.case(case).await;
    let filed = folded.procedure.filed.as_ref().unwrap();
    let due = fixture.store.next_due_at().await.unwrap().map(|at| at.millis().to_be_bytes());
    let (name, reference) = (case.to_string(), filed.reference.to_string());
    let fields: [&[u8]; 9] = [
        name.as_bytes(),
        &version.to_be_bytes(),
        &order,
        reference.as_bytes(),
        fixture.company.id.0.as_bytes(),
        fixture.operator.id.0.as_bytes(),
        folded.phase().name().as_bytes(),
        &filed.at.millis().to_be_bytes(),
        due.as_ref().map_or(&[], |due| due),
    ];
    let seal = HeadKeys::new([8; 32], Vec::new()).seal_row("cases", &fields);
    let seal = hand.literal(&seal);
    assert_eq!(hand.runs(&format!("UPDATE cases SET seal = {seal}")).await, Some(1));
}

#[track_caller]
fn is_altered<T: std::fmt::Debug>(answer: Result<T, StoreError>) {
    assert!(matches!(answer, Err(StoreError::Altered(_))), "{answer:?}");
}

/// Takes back the later migrations, newest first.
async fn go_back(database: &TestDatabase) {
    let engine = if database.engine == Engine::Sqlite { "sqlite" } else { "postgres" };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    let mut later: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    later.retain(|path| path.file_name().unwrap().to_str().unwrap() >= FIRST_LATER);
    later.sort();
    assert!(later.len() >= 4);
    let mut hand = Hand::on(&database.url).await;
    for step in later.iter().rev() {
        hand.runs_script(&std::fs::read_to_string(step.join("down.sql")).unwrap()).await;
    }
    let gone = format!("DELETE FROM __diesel_schema_migrations WHERE version >= '{FIRST_LATER}'");
    assert_eq!(hand.runs(&gone).await, Some(later.len() as u64));
}

on_both! {
    async fn a_case_under_former_seals_is_sealed_anew_where_the_keys_say_so(database) {
        let (fixture, case) = case_of(&database).await;
        let before = fixture.case(case).await;
        seal_formerly(&database, &fixture, case).await;
        let fixture = fixture.restarted(&database).await;
        is_altered(fixture.store.case(case).await);
        let fixture = fixture.reopened(&database, StoredSeals::Former, async {}).await;
        assert_eq!(fixture.case(case).await, before);
        fixture.store.verify_case(case).await.unwrap();
        fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
        // From now on as any other.
        let fixture = fixture.restarted(&database).await;
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn a_sealed_database_does_not_open_where_the_keys_say_nothing_of_its_seals(database) {
        let (fixture, _) = case_of(&database).await;
        drop(fixture);
        let opened = database.try_open_with_seals(StoredSeals::None).await;
        assert!(matches!(opened, Err(OpenError::SealsUnknown)), "whoever took the seals away would have everything sealed");
    }

    async fn what_somebody_changed_under_former_seals_is_not_sealed_anew(database) {
        let (mut fixture, case) = case_of(&database).await;
        seal_formerly(&database, &fixture, case).await;
        let none = if database.engine == Engine::Sqlite { "x''" } else { "''" };
        for change in ["reference = 'AC-XXXX-XXXX'".to_owned(), format!("seal = {none}")] {
            runs(&database, &format!("UPDATE cases SET {change}")).await;
            fixture = fixture.reopened(&database, StoredSeals::Former, async {}).await;
            is_altered(fixture.store.case(case).await);
        }
    }

    async fn a_database_of_an_earlier_version_goes_through_every_later_migration(database) {
        let (fixture, case) = case_of(&database).await;
        let (id, words) = (command_id(), say(Channel::Joint, "Até sexta-feira."));
        let said = fixture.does_as(case, fixture.rep.id, id, words.clone()).await.unwrap();
        let before = fixture.case(case).await;
        let fixture = fixture.reopened(&database, StoredSeals::None, go_back(&database)).await;
        assert_eq!(fixture.case(case).await, before);
        fixture.store.verify_case(case).await.unwrap();
        // What was sent is known as sent, whoever lists the case lists it, and the case goes on.
        let again = fixture.does_as(case, fixture.rep.id, id, words).await.unwrap();
        assert!(again.replayed);
        assert_eq!(again.at, said.at);
        for who in [fixture.consumer.id, fixture.rep.id, fixture.mediator.id] {
            let actor = fixture.actor(who).await;
            assert_eq!(fixture.store.rows(&actor, &Filter::default()).await.unwrap().cases.len(), 1);
        }
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "Combinado.")).await;
        fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
        let fixture = fixture.restarted(&database).await;
        fixture.store.verify_case(case).await.unwrap();
    }
}
