//! A stored fold and the events since give the state that all events give, and what is stored proves itself.

use crate::store::bare::Engine;
use crate::store::bare::{count, on_both};
use crate::store::fixture::{Fixture, say};
use crate::store::intruder::runs;
use acordo::store::StoreError;
use acordo_domain::seat::Channel;
use acordo_record::Note;

on_both! {
    async fn a_fresh_process_folds_the_state_that_the_old_one_had(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        for turn in 0..250 {
            let who = if turn % 2 == 0 { fixture.consumer.id } else { fixture.mediator.id };
            fixture.done(case, who, say(Channel::Joint, &format!("mensagem {turn}"))).await;
            if turn % 50 == 0 {
                let side = acordo_domain::seat::Side::Consumer;
                fixture.done(case, fixture.consumer.id, say(Channel::Caucus { side, nth: 1 }, "em particular")).await;
            }
        }
        let before = fixture.case(case).await;
        assert_eq!(count(&database, "SELECT count(*) AS count FROM snapshots").await, 1, "long cases have a snapshot");
        let fixture = fixture.restarted(&database).await;
        assert_eq!(fixture.case(case).await, before);
        fixture.done(case, fixture.rep.id, say(Channel::Joint, "depois")).await;
        let checked = fixture.store.verify_case(case).await.unwrap();
        assert_eq!(checked.heads[&Channel::Joint], before.size(Channel::Joint) + 1);
        assert!(checked.parts > checked.events);
    }

    async fn a_changed_byte_in_the_database_is_found(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "R$ 100")).await;
        fixture.store.verify_case(case).await.unwrap();
        let forged = match database.engine {
            Engine::Sqlite => "UPDATE events SET content = CAST('{\"text\":\"R$ 900\"}' || substr(content, -32) AS BLOB) WHERE channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint') RETURNING 1 AS count",
            Engine::Postgres => "UPDATE events SET content = convert_to('{\"text\":\"R$ 900\"}', 'UTF8') || substr(content, length(content) - 31) WHERE channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint') RETURNING 1::bigint AS count",
        };
        count(&database, forged).await;
        let found = fixture.store.verify_case(case).await.unwrap_err();
        assert!(matches!(found, StoreError::Altered(_)) && found.to_string().contains("was changed"), "{found}");
    }

    async fn a_part_that_no_erasure_names_cannot_be_blanked(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "meu telefone")).await;
        let blanked = match database.engine {
            Engine::Sqlite => "UPDATE events SET author = NULL, content = NULL WHERE channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint') RETURNING 1 AS count",
            Engine::Postgres => "UPDATE events SET author = NULL, content = NULL WHERE channel = 'joint' AND seq = (SELECT max(seq) FROM events WHERE channel = 'joint') RETURNING 1::bigint AS count",
        };
        count(&database, blanked).await;
        let fixture = fixture.restarted(&database).await;
        let actor = fixture.actor(fixture.rep.id).await;
        let page = fixture.store.page(case, &actor, Channel::Joint, 0, 10).await;
        assert!(matches!(page, Err(StoreError::Altered(_))), "{page:?}");
    }

    async fn pages_have_no_gaps_and_the_frames_that_were_sent(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let mut sent = Vec::new();
        for turn in 0..30 {
            let done = fixture.done(case, fixture.rep.id, say(Channel::Joint, &format!("mensagem {turn}"))).await;
            sent.push((done.at[&Channel::Joint], done.events[0].wire.clone()));
        }
        let actor = fixture.actor(fixture.consumer.id).await;
        let mut read = Vec::new();
        let mut after = sent[0].0 - 1;
        loop {
            let page = fixture.store.page(case, &actor, Channel::Joint, after, 7).await.unwrap();
            assert_eq!(page.head, sent.last().unwrap().0);
            let Some((last, _)) = page.events.last() else { break };
            after = *last;
            read.extend(page.events);
        }
        assert_eq!(read, sent);
        let tail = fixture.store.page_before(case, &actor, Channel::Joint, u64::MAX, 5).await.unwrap();
        assert_eq!(tail.events, sent[25..]);
        let beyond = fixture.store.page(case, &actor, Channel::Joint, 1_000_000, 5).await.unwrap();
        assert!(beyond.events.is_empty());
    }

    async fn a_channel_that_nobody_gave_is_not_there(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let side = acordo_domain::seat::Side::Consumer;
        let caucus = Channel::Caucus { side, nth: 1 };
        let done = fixture.done(case, fixture.consumer.id, say(caucus, "aceito metade")).await;
        assert_eq!(done.at[&caucus], 1);
        let rep = fixture.actor(fixture.rep.id).await;
        assert!(fixture.store.page(case, &rep, caucus, 0, 10).await.is_err());
        assert!(!fixture.store.spans(case, &rep).await.unwrap().iter().any(|span| span.channel == caucus));
        let mediator = fixture.actor(fixture.mediator.id).await;
        assert_eq!(fixture.store.page(case, &mediator, caucus, 0, 10).await.unwrap().events.len(), 1);
    }

    async fn time_never_goes_back_within_a_channel(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let first = fixture.done(case, fixture.rep.id, say(Channel::Joint, "antes")).await;
        database.clock.advance_millis(-3_600_000);
        let second = fixture.done(case, fixture.rep.id, say(Channel::Joint, "depois")).await;
        assert_eq!(first.events[0].event.at, second.events[0].event.at);
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn the_signer_signs_what_extends_the_head_signed_last(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let note = fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap();
        assert_eq!(fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap(), note);
        Note::parse(note.as_bytes()).unwrap();
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "mais")).await;
        assert_ne!(fixture.store.sign_checkpoint(case, Channel::Joint).await.unwrap(), note);
        let changes = match database.engine {
            Engine::Sqlite => [
                "UPDATE signed_heads SET size = size - 1 RETURNING 1 AS count",
                "UPDATE signed_heads SET size = 0, root = zeroblob(32) RETURNING 1 AS count",
                "DELETE FROM signed_heads RETURNING 1 AS count",
            ],
            Engine::Postgres => [
                "UPDATE signed_heads SET size = size - 1 RETURNING 1::bigint AS count",
                "UPDATE signed_heads SET size = 0, root = decode(repeat('00', 32), 'hex') RETURNING 1::bigint AS count",
                "DELETE FROM signed_heads RETURNING 1::bigint AS count",
            ],
        };
        for change in changes {
            count(&database, change).await;
            let refused = fixture.store.sign_checkpoint(case, Channel::Joint).await;
            assert!(matches!(refused, Err(StoreError::Altered(_))), "{change}: {refused:?}");
        }
    }

    async fn what_an_earlier_version_stored_is_sealed_with_a_new_key_and_with_no_other(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let before = fixture.case(case).await;
        let none = if database.engine == Engine::Sqlite { "x''" } else { "''" };
        runs(
            &database,
            &format!(
                "UPDATE cases SET seal = {none}; UPDATE users SET seal = {none}; \
                 UPDATE organisations SET seal = {none}, legal_seal = {none}"
            ),
        )
        .await;
        let fixture = fixture.restarted(&database).await;
        assert!(matches!(fixture.store.case(case).await, Err(StoreError::Altered(_))));
        drop(fixture.store);
        runs(&database, "DELETE FROM instance WHERE name = 'head_key'").await;
        let store = database.open_with_new_head_key().await;
        assert_eq!(*store.case(case).await.unwrap(), before);
        store.verify_case(case).await.unwrap();
    }
}
