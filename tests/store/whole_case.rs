//! A case is sealed as a whole: a channel rolled back or removed along with its seal, a changed row, and changes to
//! what agreements take from accounts are found, each by whoever reads it.

use crate::store::bare::{Engine, TestDatabase, on_both};
use crate::store::fixture::{Fixture, say};
use crate::store::intruder::{keeps, renumbers, runs};
use acordo::store::accounts::Member;
use acordo::store::{StoreError, StoredSeals};
use acordo_domain::case::decide::PowerForm;
use acordo_domain::id::CaseId;
use acordo_domain::seat::{Channel, Side};

const CAUCUS: Channel = Channel::Caucus { side: Side::Consumer, nth: 1 };

#[track_caller]
fn found<T: std::fmt::Debug>(what: &str, by: &str, answer: Result<T, StoreError>) {
    let said = answer.err();
    assert!(matches!(said, Some(StoreError::Altered(_))), "{what}: {by} said {said:?}");
}

/// A case with words in `joint` and in a caucus, whose channels have been signed.
async fn case_of(database: &TestDatabase) -> (Fixture, CaseId) {
    let fixture = Fixture::new(database.open().await).await;
    let case = fixture.mediation().await;
    fixture.done(case, fixture.rep.id, say(Channel::Joint, "Pagamos R$ 100.")).await;
    fixture.done(case, fixture.consumer.id, say(CAUCUS, "Metade me basta.")).await;
    for channel in [Channel::Joint, CAUCUS] {
        fixture.store.sign_checkpoint(case, channel).await.unwrap();
    }
    (fixture, case)
}

/// Nobody is shown anything of the case, and nothing of it is signed.
async fn is_found(what: &str, fixture: &Fixture, case: CaseId) {
    found(what, "the load", fixture.store.case(case).await);
    let actor = fixture.actor(fixture.consumer.id).await;
    found(what, "the view", fixture.store.view(case, &actor).await);
    found(what, "a page", fixture.store.page(case, &actor, Channel::Joint, 0, 100).await);
    found(what, "an append", fixture.does(case, fixture.rep.id, say(Channel::Joint, "depois")).await);
    for channel in [Channel::Procedure, Channel::Joint, CAUCUS] {
        found(what, "the signer", fixture.store.sign_checkpoint(case, channel).await);
        found(what, "the lines of a bundle", fixture.store.record_lines(case, channel).await);
    }
    found(what, "the check", fixture.store.verify_case(case).await);
}

on_both! {
    async fn a_channel_put_back_to_an_older_end_is_found(database) {
        let (fixture, case) = case_of(&database).await;
        keeps(&database, "signed_heads").await;
        runs(&database, "CREATE TABLE kept_ends AS SELECT channel, max(seq) AS size FROM events GROUP BY channel").await;
        fixture.done(case, fixture.rep.id, say(Channel::Joint, "Pagamos R$ 900.")).await;
        fixture.done(case, fixture.consumer.id, say(CAUCUS, "Aceito.")).await;
        fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
        // The row, its signed head and the events up to it are genuine; only the case as a whole is not.
        runs(
            &database,
            "DELETE FROM events WHERE channel = 'joint' AND seq > (SELECT size FROM kept_ends WHERE channel = 'joint'); \
             DELETE FROM signed_heads WHERE channel = 'joint'; \
             INSERT INTO signed_heads SELECT * FROM kept_signed_heads WHERE channel = 'joint'",
        )
        .await;
        renumbers(&database).await;
        let fixture = fixture.restarted(&database).await;
        is_found("an older end", &fixture, case).await;
    }

    async fn a_channel_taken_away_with_its_seal_is_found(database) {
        let (fixture, case) = case_of(&database).await;
        runs(&database, "DELETE FROM events WHERE channel = 'caucus:consumer'; DELETE FROM signed_heads WHERE channel = 'caucus:consumer'").await;
        renumbers(&database).await;
        let fixture = fixture.restarted(&database).await;
        is_found("a caucus gone", &fixture, case).await;
        runs(&database, "DELETE FROM events WHERE channel = 'joint'; DELETE FROM signed_heads WHERE channel = 'joint'").await;
        let fixture = fixture.restarted(&database).await;
        is_found("joint gone", &fixture, case).await;
    }

    async fn another_order_of_the_channels_is_found(database) {
        let (fixture, case) = case_of(&database).await;
        // The words in both channels keep their places, but their order across the two is changed.
        runs(
            &database,
            "CREATE TABLE last_two AS SELECT channel, seq, version FROM events ORDER BY version DESC LIMIT 2; \
             UPDATE events SET version = version - (SELECT sum(version) FROM last_two) \
             WHERE version IN (SELECT version FROM last_two); \
             UPDATE events SET version = -version WHERE version < 0",
        )
        .await;
        let fixture = fixture.restarted(&database).await;
        is_found("another order", &fixture, case).await;
    }

    async fn a_case_whose_row_is_gone_is_found_and_not_missed(database) {
        let (fixture, case) = case_of(&database).await;
        assert_eq!(fixture.store.strays().await.unwrap(), Vec::new());
        runs(&database, "DELETE FROM cases").await;
        let strays = fixture.store.strays().await.unwrap();
        assert!(strays.iter().any(|(stray, table)| *stray == case && *table == "events"), "{strays:?}");
        assert!(strays.iter().any(|(stray, table)| *stray == case && *table == "signed_heads"), "{strays:?}");
        let fixture = fixture.restarted(&database).await;
        is_found("the row gone", &fixture, case).await;
    }

    async fn every_column_of_a_case_is_what_was_written(database) {
        let (fixture, case) = case_of(&database).await;
        keeps(&database, "cases").await;
        let mut fixture = fixture;
        for (column, value) in [
            ("next_due_at", "NULL"),
            ("phase", "'closed_withdrawn'"),
            ("reference", "'AC-XXXX-XXXX'"),
            ("version", "version - 1"),
            ("number", "number + 1"),
            ("withdrawals", "withdrawals + 1"),
            ("company_id", "operator_id"),
            ("operator_id", "company_id"),
        ] {
            runs(&database, &format!("UPDATE cases SET {column} = {value}")).await;
            fixture = fixture.restarted(&database).await;
            is_found(column, &fixture, case).await;
            runs(&database, "DELETE FROM cases; INSERT INTO cases SELECT * FROM kept_cases").await;
        }
        let fixture = fixture.restarted(&database).await;
        fixture.store.verify_case(case).await.unwrap();
    }

    /// The reference of one case does not lead to another while the server runs.
    async fn a_reference_that_was_moved_is_not_followed(database) {
        let (fixture, case) = case_of(&database).await;
        let other = fixture.file().await;
        let reference = fixture.case(case).await.procedure.filed.unwrap().reference;
        let others = fixture.case(other).await.procedure.filed.unwrap().reference;
        assert_eq!(fixture.store.case_by_reference(reference).await.unwrap(), Some(case));
        runs(
            &database,
            &format!(
                "UPDATE cases SET reference = 'meanwhile' WHERE reference = '{reference}'; \
                 UPDATE cases SET reference = '{reference}' WHERE reference = '{others}'"
            ),
        )
        .await;
        found("a moved reference", "the way in", fixture.store.case_by_reference(reference).await);
    }
}

on_both! {
    async fn what_agreements_take_from_accounts_is_what_was_written(database) {
        let (fixture, _) = case_of(&database).await;
        let accounts = fixture.store.accounts();
        let company = fixture.company.id;
        accounts.enter_identity(company, &crate::support::app::legal_form(), None, true).await.unwrap();
        let power = PowerForm { limit: None, document: "Procuração, folha 7".to_owned(), until: None };
        accounts.give_power(company, fixture.rep.id, &power, None).await.unwrap();
        keeps(&database, "powers").await;
        let ended = accounts.powers(company, None).await.unwrap()[0].power.id;
        assert!(accounts.end_power(company, ended, None).await.unwrap());
        keeps(&database, "legal_identities").await;
        assert_eq!(accounts.check().await.unwrap(), Vec::<String>::new());
        for (what, change, back) in [
            ("another name", "UPDATE legal_identities SET name = 'Outra Ltda.'", "UPDATE legal_identities SET name = (SELECT name FROM kept_legal_identities)"),
            ("another number", "UPDATE legal_identities SET identifier = '0'", "UPDATE legal_identities SET identifier = (SELECT identifier FROM kept_legal_identities)"),
            ("no check", "UPDATE legal_identities SET checked_at = NULL", "UPDATE legal_identities SET checked_at = (SELECT checked_at FROM kept_legal_identities)"),
            ("gone", "DELETE FROM legal_identities", "INSERT INTO legal_identities SELECT * FROM kept_legal_identities"),
            ("an ended power put back", "UPDATE powers SET ended_at = NULL", "UPDATE powers SET ended_at = (SELECT max(entered_at) FROM kept_legal_identities)"),
        ] {
            runs(&database, change).await;
            found(what, "the identity", accounts.legal_identity(company).await);
            found(what, "the powers", accounts.powers(company, Some(fixture.rep.id)).await);
            found(what, "another power", accounts.give_power(company, fixture.manager.id, &power, None).await);
            assert_eq!(accounts.check().await.unwrap().len(), 1, "{what}");
            runs(&database, back).await;
            accounts.legal_identity(company).await.unwrap();
        }
        runs(&database, "UPDATE powers SET limit_amount = 1; UPDATE users SET name = 'Eva' WHERE name = 'Bruna Lima'; UPDATE organisations SET name = 'Loja Eva' WHERE name = 'Loja Aurora'").await;
        found("a power's limit", "the powers", accounts.powers(company, None).await);
        found("a person's name", "the actor", accounts.actor(fixture.rep.id).await);
        found("a company's name", "the organisation", accounts.organisation(company).await);
        found("a company's name", "its people", accounts.actor(fixture.manager.id).await);
        // Lists leave the person out without hiding anybody else.
        let names = |members: Vec<Member>| members.into_iter().map(|member| member.user.name).collect::<Vec<_>>();
        assert_eq!(names(accounts.members(company).await.unwrap()), ["Marta Reis"]);
        assert_eq!(accounts.companies("", 10).await.unwrap(), Vec::new());
        assert_eq!(accounts.check().await.unwrap().len(), 3);
    }

    /// What an earlier version stored is sealed if the keys' folder says that this is still to be done, and found if
    /// not.
    async fn a_store_of_before_is_sealed_at_its_opening(database) {
        let (fixture, case) = case_of(&database).await;
        let before = fixture.case(case).await;
        let none = if database.engine == Engine::Sqlite { "x''" } else { "''" };
        let unseal = format!(
            "UPDATE cases SET seal = {none}; UPDATE users SET seal = {none}; \
             UPDATE organisations SET seal = {none}, legal_seal = {none}"
        );
        runs(&database, &unseal).await;
        let fixture = fixture.restarted(&database).await;
        found("no seal", "the load", fixture.store.case(case).await);
        drop(fixture);
        let store = database.open_with_seals(StoredSeals::None).await;
        assert_eq!(*store.case(case).await.unwrap(), before);
        store.verify_case(case).await.unwrap();
        assert_eq!(store.accounts().check().await.unwrap(), Vec::<String>::new());
    }
}
