//! Lists: who finds which case, in which tab, by which words.

use crate::store::bare::on_both;
use crate::store::house::{House, person, say};
use acordo::store::{CaseSort, CaseTab, Filter};
use acordo_domain::case::command::Command;
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Channel, Role, Side};
use std::collections::BTreeMap;

async fn listed(house: &House, who: UserId, filter: Filter) -> Vec<CaseId> {
    let actor = house.actor(who).await;
    let filter = Filter { limit: 50, ..filter };
    house.store.rows(&actor, &filter).await.unwrap().cases.iter().map(|row| row.id).collect()
}

on_both! {
    async fn each_person_lists_what_they_have_a_capacity_in(database) {
        let house = House::new(database.open().await).await;
        let filed = house.file().await;
        let mediated = house.mediation().await;
        let stranger = person(&house.store, "Saulo Gil").await;
        assert_eq!(listed(&house, house.consumer.id, Filter::default()).await.len(), 2);
        assert_eq!(listed(&house, house.mediator.id, Filter::default()).await, [mediated]);
        assert_eq!(listed(&house, house.coordinator.id, Filter::default()).await.len(), 2);
        assert!(listed(&house, stranger.id, Filter::default()).await.is_empty());
        let actor = house.actor(house.manager.id).await;
        let page = house.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
        let capacities: BTreeMap<CaseId, Capacity> = page.cases.iter().map(|row| (row.id, row.capacity)).collect();
        assert_eq!(capacities, BTreeMap::from([(filed, Capacity::Invited), (mediated, Capacity::Approver)]));
        // Who holds the seat finds the case once, as that.
        let actor = house.actor(house.rep.id).await;
        let page = house.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap();
        assert_eq!(page.cases.len(), 2);
        assert_eq!(page.counts.all, 2);
        let own = page.cases.iter().find(|row| row.id == mediated).unwrap();
        assert_eq!(own.capacity, Capacity::Company);
        assert_eq!(own.subject.as_deref(), Some("Geladeira Polar"));
    }

    async fn who_is_let_go_finds_the_case_no_more(database) {
        let house = House::new(database.open().await).await;
        let case = house.negotiation().await;
        assert_eq!(listed(&house, house.rep.id, Filter::default()).await, [case]);
        house.store.accounts().remove_member(house.company.id, house.rep.id, Role::Rep).await.unwrap();
        assert!(listed(&house, house.rep.id, Filter::default()).await.is_empty());
    }

    async fn a_row_shows_its_audience_nothing_of_another(database) {
        let house = House::new(database.open().await).await;
        let case = house.mediation().await;
        let rows = |who: UserId| { let house = house.clone(); async move {
            let actor = house.actor(who).await;
            house.store.rows(&actor, &Filter { limit: 50, ..Filter::default() }).await.unwrap()
        }};
        let before = (rows(house.rep.id).await, rows(house.coordinator.id).await);
        database.clock.advance_millis(3_600_000);
        let caucus = Channel::Caucus { side: Side::Consumer, nth: 1 };
        house.done(case, house.consumer.id, say(caucus, "aceito metade")).await;
        let after = (rows(house.rep.id).await, rows(house.coordinator.id).await);
        assert_eq!(before.0.cases, after.0.cases);
        assert_eq!(before.1.cases, after.1.cases);
        assert!(after.1.cases[0].subject.is_none(), "a coordinator sees names and dates");
        let mediator = rows(house.mediator.id).await;
        assert_eq!(mediator.cases[0].last_at, house.store.now());
        assert_eq!(mediator.cases[0].unread[&caucus], 1);
    }

    async fn what_is_read_is_not_unread(database) {
        let house = House::new(database.open().await).await;
        let case = house.mediation().await;
        for _ in 0..3 {
            house.done(case, house.consumer.id, say(Channel::Joint, "oi")).await;
        }
        let head = house.case(case).await.size(Channel::Joint);
        let mark = |seq| BTreeMap::from([(Channel::Joint, seq)]);
        house.store.mark_read(case, house.rep.id, &mark(head - 2)).await.unwrap();
        house.store.mark_read(case, house.rep.id, &mark(1)).await.unwrap();
        let actor = house.actor(house.rep.id).await;
        let filter = Filter { limit: 50, ..Filter::default() };
        let page = house.store.rows(&actor, &filter).await.unwrap();
        assert_eq!(page.cases[0].unread[&Channel::Joint], 2);
        house.store.mark_read(case, house.rep.id, &mark(head)).await.unwrap();
        let page = house.store.rows(&actor, &filter).await.unwrap();
        assert!(!page.cases[0].unread.contains_key(&Channel::Joint));
        assert_eq!(house.store.read_marks(case, house.rep.id).await.unwrap(), mark(head));
    }

    async fn tabs_part_what_is_ones_turn_from_what_waits(database) {
        let house = House::new(database.open().await).await;
        let invited = house.file().await;
        let answered = house.negotiation().await;
        house.done(answered, house.rep.id, say(Channel::Joint, "Bom dia")).await;
        let tab = |tab| Filter { tab, ..Filter::default() };
        assert_eq!(listed(&house, house.rep.id, tab(CaseTab::MyTurn)).await, [invited]);
        assert_eq!(listed(&house, house.rep.id, tab(CaseTab::Waiting)).await, [answered]);
        assert_eq!(listed(&house, house.consumer.id, tab(CaseTab::MyTurn)).await, [answered]);
        let actor = house.actor(house.rep.id).await;
        let counts = house.store.rows(&actor, &Filter { limit: 1, ..Filter::default() }).await.unwrap().counts;
        assert_eq!((counts.my_turn, counts.waiting, counts.all), (1, 1, 2));
        let closed = Filter { phase: Some(Phase::Negotiation), ..Filter::default() };
        assert_eq!(listed(&house, house.rep.id, closed).await, [answered]);
        house.done(answered, house.consumer.id, Command::CaseWithdraw {}).await;
        assert!(listed(&house, house.consumer.id, tab(CaseTab::MyTurn)).await.is_empty());
    }

    async fn words_find_by_beginnings_and_without_accents(database) {
        let house = House::new(database.open().await).await;
        let case = house.negotiation().await;
        let reference = house.case(case).await.procedure.filed.unwrap().reference.to_string();
        let words = |words: &str| Filter { words: Some(words.to_owned()), ..Filter::default() };
        for text in ["conceicao", "ANA gel", "aurora", &reference, &reference.replace('-', "").to_lowercase()[..5]] {
            assert_eq!(listed(&house, house.rep.id, words(text)).await, [case], "{text}");
        }
        assert!(listed(&house, house.rep.id, words("ana televisor")).await.is_empty());
        // The subject stands in `joint`, which a coordinator does not read.
        assert!(listed(&house, house.coordinator.id, words("geladeira")).await.is_empty());
        assert_eq!(listed(&house, house.coordinator.id, words("conceição")).await, [case]);
    }

    async fn pages_follow_each_other_without_gap_or_repeat(database) {
        let house = House::new(database.open().await).await;
        let mut cases = Vec::new();
        for turn in 0..9 {
            database.clock.advance_millis(if turn % 3 == 0 { 0 } else { 60_000 });
            cases.push(house.file().await);
        }
        let actor = house.actor(house.manager.id).await;
        for sort in [CaseSort::Newest, CaseSort::Oldest, CaseSort::Due] {
            let mut read = Vec::new();
            let mut cursor = None;
            loop {
                let filter = Filter { sort, cursor, limit: 4, ..Filter::default() };
                let page = house.store.rows(&actor, &filter).await.unwrap();
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
        let house = House::new(database.open().await).await;
        let case = house.mediation().await;
        house.done(case, house.mediator.id, say(Channel::Joint, "Comecemos.")).await;
        let at = "SELECT count(DISTINCT last_at) AS count FROM case_access";
        let before = count(&database, at).await;
        for _ in 0..10 {
            database.clock.advance_millis(100);
            house.done(case, house.mediator.id, say(Channel::Joint, "E mais.")).await;
        }
        assert_eq!(count(&database, at).await, before);
        database.clock.advance_millis(6_000);
        house.done(case, house.mediator.id, say(Channel::Joint, "Fim.")).await;
        let actor = house.actor(house.rep.id).await;
        let page = house.store.rows(&actor, &Filter { limit: 5, ..Filter::default() }).await.unwrap();
        assert_eq!(page.cases[0].last_at, house.store.now());
    }
}
