//! Owed work: stored with its cause, done once, tried again, and given up visibly.

use crate::store::bare::on_both;
use crate::store::fixture::{Fixture, say};
use acordo_domain::moment::HOUR_MILLIS;
use acordo_domain::seat::Channel;

on_both! {
    async fn a_complaint_owes_the_link_and_the_invitation(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        let work = fixture.store.outbox().claim(10).await.unwrap();
        assert!(work.iter().all(|piece| piece.case == Some(case) && piece.kind == "notice"));
        let payloads: String = work.iter().map(|piece| piece.payload.as_str()).collect();
        assert!(payloads.contains("case_filed_link") && payloads.contains("\"invitation\""), "{payloads}");
        assert!(!payloads.contains("Geladeira") && !payloads.contains("Ana"), "ids only");
        for piece in &work {
            assert!(fixture.store.outbox().finish(piece).await.unwrap());
            assert!(!fixture.store.outbox().finish(piece).await.unwrap());
        }
        assert_eq!(fixture.store.outbox().next_at().await.unwrap(), None);
    }

    async fn a_piece_of_work_is_claimed_by_one_worker(database) {
        let store = database.open().await;
        for turn in 0..40 {
            store.outbox().owe(None, "test", &format!("{{\"turn\":{turn}}}")).await.unwrap();
        }
        let workers: Vec<_> = (0..8)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.outbox().claim(7).await.unwrap() })
            })
            .collect();
        let mut claimed = Vec::new();
        for worker in workers {
            claimed.extend(worker.await.unwrap().into_iter().map(|work| work.id));
        }
        // Rows that another claim was looking at may have been skipped.
        loop {
            let rest = store.outbox().claim(40).await.unwrap();
            if rest.is_empty() {
                break;
            }
            claimed.extend(rest.into_iter().map(|work| work.id));
        }
        let count = claimed.len();
        claimed.sort();
        claimed.dedup();
        assert_eq!((claimed.len(), count), (40, 40));
    }

    async fn a_worker_that_took_too_long_cannot_finish_what_another_took_over(database) {
        let store = database.open().await;
        store.outbox().owe(None, "test", "{}").await.unwrap();
        let slow = store.outbox().claim(1).await.unwrap().remove(0);
        assert!(store.outbox().claim(1).await.unwrap().is_empty());
        database.clock.advance_millis(HOUR_MILLIS);
        let quick = store.outbox().claim(1).await.unwrap().remove(0);
        assert_eq!((slow.id, quick.attempts), (quick.id, 1));
        assert!(!store.outbox().finish(&slow).await.unwrap());
        store.outbox().fail(&slow, "late", true).await.unwrap();
        assert!(store.outbox().finish(&quick).await.unwrap());
    }

    async fn failing_work_waits_longer_each_time_and_ends_on_the_dead_letter_list(database) {
        let store = database.open().await;
        store.outbox().owe(None, "test", "{\"to\":\"x\"}").await.unwrap();
        let mut waits = Vec::new();
        while let Some(work) = store.outbox().claim(1).await.unwrap().pop() {
            store.outbox().fail(&work, "550 no such user", true).await.unwrap();
            if let Some(next) = store.outbox().next_at().await.unwrap() {
                waits.push(next.millis() - store.now().millis());
                database.clock.set(next);
            }
        }
        assert!(waits.is_sorted() && waits[0] == 10_000 && *waits.last().unwrap() <= 6 * HOUR_MILLIS, "{waits:?}");
        let dead = store.outbox().dead(10).await.unwrap();
        assert_eq!((dead.len(), dead[0].attempts), (1, 12));
        assert_eq!(dead[0].last_error.as_deref(), Some("550 no such user"));
        assert!(store.outbox().revive(dead[0].id).await.unwrap());
        let again = store.outbox().claim(1).await.unwrap().remove(0);
        store.outbox().fail(&again, "poison", false).await.unwrap();
        assert_eq!(store.outbox().dead(10).await.unwrap().len(), 1);
    }

    async fn work_that_comes_too_early_is_put_back_without_a_try(database) {
        let store = database.open().await;
        store.outbox().owe(None, "test", "{}").await.unwrap();
        let work = store.outbox().claim(1).await.unwrap().remove(0);
        let later = store.now().plus_hours(1);
        store.outbox().postpone(&work, later).await.unwrap();
        assert!(store.outbox().claim(1).await.unwrap().is_empty());
        assert_eq!(store.outbox().next_at().await.unwrap(), Some(later));
        database.clock.set(later);
        assert_eq!(store.outbox().claim(1).await.unwrap().remove(0).attempts, 0);
    }

    async fn a_worker_is_woken_by_new_work(database) {
        let fixture = Fixture::new(database.open().await).await;
        let store = fixture.store.clone();
        let outbox = store.outbox();
        let woken = outbox.woken();
        fixture.file().await;
        woken.await;
    }

    async fn many_messages_owe_one_letter(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.negotiation().await;
        while let Some(work) = fixture.store.outbox().claim(1).await.unwrap().pop() {
            fixture.store.outbox().finish(&work).await.unwrap();
        }
        for turn in 0..10 {
            let who = if turn % 2 == 0 { fixture.rep.id } else { fixture.consumer.id };
            fixture.done(case, who, say(Channel::Joint, "oi")).await;
        }
        assert!(fixture.store.outbox().claim(20).await.unwrap().is_empty(), "who reads meanwhile needs no letter");
        database.clock.advance_millis(180_000);
        let letters = fixture.store.outbox().claim(20).await.unwrap();
        assert_eq!(letters.len(), 2, "{letters:?}");
    }
}
