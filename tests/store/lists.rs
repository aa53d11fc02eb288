//! Lists: who finds which case, in which tab, by which words.

use crate::store::bare::on_both;
use crate::store::fixture::{Fixture, person, say};
use acordo::store::{CaseSort, CaseTab, Filter};
use acordo_domain::case::command::{Command, RemoveGround};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Channel, Role, Side};
use std::collections::BTreeMap;

async fn listed(fixture: &Fixture, who: UserId, filter: Filter) -> Vec<CaseId> {
    let actor = fixture.actor(who).await;
    let filter = Filter { limit: 50, ..filter };
    fixture.store.rows(&actor, &filter).await.unwrap().cases.iter().map(|row| row.id).collect()
}

on_both! {
    async fn each_person_lists_what_they_have_a_capacity_in(database) {
        let fixture = Fixture::new(database.open().await).await;
        let filed = fixture.file().await;
        let mediated = fixture.mediation().await;
        let stranger = person(&fixture.store, "Saulo Gil").await;
        assert_eq!(listed(&fixture, fixture.consumer.id, Filter::default()).await.len(), 2);
        assert_eq!(listed(&fixture, fixture.mediator.id, Filter::default()).await, [mediated]);
        assert_eq!(listed(&fixture, fixture.coordinator.id, Filter::default()).await.len(), 2);
        assert!(listed(&fixture, stranger.id, Filter::default()).await.is_empty());
        let actor = fixture.actor(fixture.manager.id).await;
        let page = fixture.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
        let capacities: BTreeMap<CaseId, Capacity> = page.cases.iter().map(|row| (row.id, row.capacity)).collect();
        assert_eq!(capacities, BTreeMap::from([(filed, Capacity::Invited), (mediated, Capacity::Approver)]));
        // Whoever holds the seat finds the case once, under that seat.
        let actor = fixture.actor(fixture.rep.id).await;
        let page = fixture.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
        assert_eq!(page.cases.len(), 2);
        assert_eq!(page.counts.all, 2);
        let own = page.cases.iter().find(|row| row.id == mediated).unwrap();
        assert_eq!(own.capacity, Capacity::Company);
        assert_eq!(own.subject.as_deref(), Some("Geladeira Polar"));
    }

    async fn a_removed_member_no_longer_finds_the_case(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.negotiation().await;
        assert_eq!(listed(&fixture, fixture.rep.id, Filter::default()).await, [case]);
        fixture.store.accounts().remove_member(fixture.company.id, fixture.rep.id, Role::Rep).await.unwrap();
        assert!(listed(&fixture, fixture.rep.id, Filter::default()).await.is_empty());
    }

    async fn who_was_put_out_of_a_case_lists_it_by_no_role(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let accounts = fixture.store.accounts();
        accounts.add_member(fixture.company.id, fixture.rep.id, Role::Manager).await.unwrap();
        let removal = Command::ParticipantRemove { user: fixture.rep.id, ground: RemoveGround::Insult };
        fixture.done(case, fixture.mediator.id, removal).await;
        assert!(listed(&fixture, fixture.rep.id, Filter::default()).await.is_empty());
        let actor = fixture.actor(fixture.rep.id).await;
        let page = fixture.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
        assert_eq!((page.counts.all, page.counts.my_turn, page.counts.waiting), (0, 0, 0));
        // Their colleague is asked to act, and finds the case.
        assert_eq!(listed(&fixture, fixture.manager.id, Filter::default()).await, [case]);
    }

    async fn a_row_shows_its_audience_nothing_of_another(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let rows = |who: UserId| { let fixture = fixture.clone(); async move {
            let actor = fixture.actor(who).await;
            fixture.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap()
        }};
        let before = (rows(fixture.rep.id).await, rows(fixture.coordinator.id).await);
        database.clock.advance_millis(3_600_000);
        let caucus = Channel::Caucus { side: Side::Consumer, nth: 1 };
        fixture.done(case, fixture.consumer.id, say(caucus, "aceito metade")).await;
        let after = (rows(fixture.rep.id).await, rows(fixture.coordinator.id).await);
        assert_eq!(before.0.cases, after.0.cases);
        assert_eq!(before.1.cases, after.1.cases);
        assert!(after.1.cases[0].subject.is_none(), "a coordinator sees names and dates");
        let mediator = rows(fixture.mediator.id).await;
        assert_eq!(mediator.cases[0].last_at, fixture.store.now());
        assert_eq!(mediator.cases[0].unread[&caucus], 1);
    }

    async fn a_channel_that_was_read_is_not_unread(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        for _ in 0..3 {
            fixture.done(case, fixture.consumer.id, say(Channel::Joint, "oi")).await;
        }
        let head = fixture.case(case).await.size(Channel::Joint);
        let mark = |seq| BTreeMap::from([(Channel::Joint, seq)]);
        fixture.store.mark_read(case, fixture.rep.id, &mark(head - 2)).await.unwrap();
        fixture.store.mark_read(case, fixture.rep.id, &mark(1)).await.unwrap();
        let actor = fixture.actor(fixture.rep.id).await;
        let filter = Filter { limit: 50, ..Filter::default() };
        let page = fixture.store.rows(&actor, &filter).await.unwrap();
        assert_eq!(page.cases[0].unread[&Channel::Joint], 2);
        fixture.store.mark_read(case, fixture.rep.id, &mark(head)).await.unwrap();
        let page = fixture.store.rows(&actor, &filter).await.unwrap();
        assert!(!page.cases[0].unread.contains_key(&Channel::Joint));
        assert_eq!(fixture.store.read_marks(case, fixture.rep.id).await.unwrap(), mark(head));
    }

    async fn ones_own_words_and_what_only_moves_the_case_are_not_unread(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        let head = fixture.case(case).await.size(Channel::Joint);
        let all = BTreeMap::from([(Channel::Joint, head)]);
        fixture.store.mark_read(case, fixture.rep.id, &all).await.unwrap();
        fixture.done(case, fixture.rep.id, say(Channel::Joint, "vou ver")).await;
        let unread = async |who: UserId| {
            let actor = fixture.actor(who).await;
            let page = fixture.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
            page.cases.into_iter().find(|row| row.id == case).unwrap().unread
        };
        assert_eq!(unread(fixture.rep.id).await, BTreeMap::new(), "the procedure moved, and the rep wrote");
        fixture.done(case, fixture.consumer.id, say(Channel::Joint, "obrigada")).await;
        assert_eq!(unread(fixture.rep.id).await, BTreeMap::from([(Channel::Joint, 1)]));
    }

    async fn tabs_part_what_is_ones_turn_from_what_waits(database) {
        let fixture = Fixture::new(database.open().await).await;
        let invited = fixture.file().await;
        let answered = fixture.negotiation().await;
        fixture.done(answered, fixture.rep.id, say(Channel::Joint, "Bom dia")).await;
        let tab = |tab| Filter { tab, ..Filter::default() };
        assert_eq!(listed(&fixture, fixture.rep.id, tab(CaseTab::MyTurn)).await, [invited]);
        assert_eq!(listed(&fixture, fixture.rep.id, tab(CaseTab::Waiting)).await, [answered]);
        assert_eq!(listed(&fixture, fixture.consumer.id, tab(CaseTab::MyTurn)).await, [answered]);
        let actor = fixture.actor(fixture.rep.id).await;
        let counts = fixture.store.rows(&actor, &Filter { limit: 1, ..Filter::default() }).await.unwrap().counts;
        assert_eq!((counts.my_turn, counts.waiting, counts.all), (1, 1, 2));
        let closed = Filter { phase: Some(Phase::Negotiation), ..Filter::default() };
        assert_eq!(listed(&fixture, fixture.rep.id, closed).await, [answered]);
        fixture.done(answered, fixture.consumer.id, Command::CaseWithdraw {}).await;
        assert!(listed(&fixture, fixture.consumer.id, tab(CaseTab::MyTurn)).await.is_empty());
    }

    async fn words_find_by_beginnings_and_without_accents(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.negotiation().await;
        let reference = fixture.case(case).await.procedure.filed.unwrap().reference.to_string();
        let words = |words: &str| Filter { words: Some(words.to_owned()), ..Filter::default() };
        for text in ["conceicao", "ANA gel", "aurora", &reference, &reference.replace('-', "").to_lowercase()[..5]] {
            assert_eq!(listed(&fixture, fixture.rep.id, words(text)).await, [case], "{text}");
        }
        assert!(listed(&fixture, fixture.rep.id, words("ana televisor")).await.is_empty());
        // The subject is in `joint`, which a coordinator does not read.
        assert!(listed(&fixture, fixture.coordinator.id, words("geladeira")).await.is_empty());
        assert_eq!(listed(&fixture, fixture.coordinator.id, words("conceição")).await, [case]);
    }

    async fn pages_follow_each_other_without_gap_or_repeat(database) {
        let fixture = Fixture::new(database.open().await).await;
        let mut cases = Vec::new();
        for turn in 0..9 {
            database.clock.advance_millis(if turn % 3 == 0 { 0 } else { 60_000 });
            cases.push(fixture.file().await);
        }
        let actor = fixture.actor(fixture.manager.id).await;
        for sort in [CaseSort::Newest, CaseSort::Oldest, CaseSort::Due] {
            let mut read = Vec::new();
            let mut cursor = None;
            loop {
                let filter = Filter { sort, cursor, limit: 4, ..Filter::default() };
                let page = fixture.store.rows(&actor, &filter).await.unwrap();
                read.extend(page.cases.iter().map(|row| row.id));
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            let mut sorted = read.clone();
            sorted.sort();
            assert_eq!(sorted, cases, "{sort:?}");
            if sort == CaseSort::Oldest {
                assert_eq!(read, cases);
            }
        }
    }

    async fn a_lively_talk_writes_its_rows_seldom(database) {
        use crate::store::bare::count;
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.mediation().await;
        fixture.done(case, fixture.mediator.id, say(Channel::Joint, "Comecemos.")).await;
        let at = "SELECT count(DISTINCT last_at) AS count FROM case_access";
        let before = count(&database, at).await;
        for _ in 0..10 {
            database.clock.advance_millis(100);
            fixture.done(case, fixture.mediator.id, say(Channel::Joint, "E mais.")).await;
        }
        assert_eq!(count(&database, at).await, before);
        database.clock.advance_millis(6_000);
        fixture.done(case, fixture.mediator.id, say(Channel::Joint, "Fim.")).await;
        let actor = fixture.actor(fixture.rep.id).await;
        let page = fixture.store.rows(&actor, &Filter { limit: 5, ..Filter::default() }).await.unwrap();
        assert_eq!(page.cases[0].last_at, fixture.store.now());
    }
}
