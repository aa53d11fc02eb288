//! Lists are written behind messages, and no reader notices; a date is put off when the clock asks for it.

use crate::store::bare::{count, on_both};
use crate::store::fixture::{Fixture, say};
use acordo::store::Filter;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::seat::Channel;

const UNLISTED: &str = "SELECT count(*) AS count FROM unlisted";

impl Fixture {
    async fn lists_as_theirs(&self, user: UserId, case: CaseId) -> bool {
        let actor = self.actor(user).await;
        let page = self.store.rows(&actor, &Filter { limit: 5, only: Some(case), ..Filter::default() }).await.unwrap();
        page.cases[0].turn.yours
    }

    async fn alternate(&self, case: CaseId) {
        self.done(case, self.rep.id, say(Channel::Joint, "Boa tarde.")).await;
        self.done(case, self.mediator.id, say(Channel::Joint, "E a senhora?")).await;
    }
}

on_both! {
    async fn a_message_writes_no_list_and_every_reader_of_one_sees_it(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "Bom dia.")).await;
        assert!(fixture.lists_as_theirs(fixture.mediator.id, case).await);
        assert_eq!(count(&database, UNLISTED).await, 0, "whoever reads a list has it written first");
        let turns = "SELECT coalesce(sum(turn), 0) AS count FROM case_access";
        let before = count(&database, turns).await;
        fixture.alternate(case).await;
        assert_eq!((count(&database, UNLISTED).await, count(&database, turns).await), (1, before));
        assert!(!fixture.lists_as_theirs(fixture.mediator.id, case).await);
        assert!(fixture.lists_as_theirs(fixture.rep.id, case).await);
        assert_eq!(count(&database, UNLISTED).await, 0);
        assert_ne!(count(&database, turns).await, before);
        fixture.store.verify_case(case).await.unwrap();
    }

    async fn what_was_behind_when_a_process_ended_is_written_by_the_next(database) {
        let fixture = Fixture::new(database.open().await).await;
        let (case, other) = (fixture.mediation().await, fixture.mediation().await);
        fixture.lists_as_theirs(fixture.rep.id, case).await;
        fixture.alternate(case).await;
        assert_eq!(count(&database, UNLISTED).await, 1, "the other case is not behind");
        let fixture = fixture.restarted(&database).await;
        assert!(fixture.lists_as_theirs(fixture.rep.id, case).await);
        assert_eq!(count(&database, UNLISTED).await, 0);
        for case in [case, other] {
            fixture.store.verify_case(case).await.unwrap();
        }
    }

    async fn a_command_that_is_more_than_a_message_takes_along_what_is_behind(database) {
        use acordo_domain::case::command::Command;
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.lists_as_theirs(fixture.rep.id, case).await;
        fixture.alternate(case).await;
        fixture.done(case, fixture.mediator.id, Command::FloorPause {}).await;
        assert_eq!(count(&database, UNLISTED).await, 0);
    }

    async fn a_reader_who_goes_away_takes_no_list_along(database) {
        use futures_util::FutureExt;
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.alternate(case).await;
        assert_eq!(count(&database, UNLISTED).await, 1);
        let store = fixture.store.clone();
        assert!(Box::pin(store.write_lists()).now_or_never().is_none());
        fixture.store.write_lists().await;
        assert_eq!(count(&database, UNLISTED).await, 0);
    }

    async fn a_message_moves_a_date_later_and_the_clock_finds_nothing_before_it(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "Bom dia.")).await;
        let kept = fixture.store.next_due_at().await.unwrap().unwrap();
        database.clock.advance_millis(86_400_000);
        fixture.alternate(case).await;
        assert_eq!(fixture.store.next_due_at().await.unwrap(), Some(kept), "a later date writes nothing");
        database.clock.advance_millis(kept.millis() - fixture.store.now().millis());
        let now = fixture.store.now();
        let due = fixture.store.due_cases(now, None, 9).await.unwrap();
        assert_eq!(due.iter().map(|due| due.case).collect::<Vec<_>>(), [case]);
        assert_eq!(fixture.store.due_command_at(case, now).await.unwrap(), None);
        assert_eq!(acordo::jobs::dates::strike(&fixture.store, now).await, 1);
        assert!(!fixture.store.is_any_due().await.unwrap());
        assert!(fixture.store.next_due_at().await.unwrap().unwrap() > kept);
        let fixture = fixture.restarted(&database).await;
        fixture.store.verify_case(case).await.unwrap();
    }
}
