//! Lists: who finds which case, in which tab, by which words.

use crate::store::bare::{Engine, TestDatabase, on_both};
use crate::store::fixture::{Fixture, person, say};
use crate::store::intruder::runs;
use acordo::store::{COUNT_MAX, CaseSort, CaseTab, Filter};
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
        // So is the order number.
        for (who, found) in [(fixture.rep.id, vec![case]), (fixture.consumer.id, vec![case]), (fixture.coordinator.id, vec![])] {
            assert_eq!(listed(&fixture, who, words("778")).await, found);
        }
        // Nothing that is typed is taken for more than a word.
        for text in ["§", "\"", "aurora OR geladeira", "aurora*televisor", "') | ('", "''"] {
            let found = listed(&fixture, fixture.coordinator.id, words(text)).await;
            assert_eq!(found.len(), usize::from(!text.contains(char::is_alphabetic)), "{text}");
        }
        assert!(listed(&fixture, person(&fixture.store, "Saulo Gil").await.id, words("aurora")).await.is_empty());
    }

    async fn pages_follow_each_other_without_gap_or_repeat(database) {
        let fixture = Fixture::new(database.open().await).await;
        let mut cases = Vec::new();
        for turn in 0..9 {
            database.clock.advance_millis(if turn % 3 == 0 { 0 } else { 60_000 });
            cases.push(fixture.file().await);
        }
        let actor = fixture.actor(fixture.manager.id).await;
        let orders = [CaseSort::Newest, CaseSort::Oldest, CaseSort::Due];
        for (sort, words) in orders.into_iter().flat_map(|sort| [(sort, None), (sort, Some("aurora ana".to_owned()))]) {
            let mut read = Vec::new();
            let mut cursor = None;
            loop {
                let filter = Filter { sort, cursor, words: words.clone(), limit: 4, ..Filter::default() };
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
        // To five seconds, whenever the lists were written.
        let now = fixture.store.now().millis();
        assert_eq!(page.cases[0].last_at.millis(), now - now % 5_000);
    }

    async fn what_is_due_comes_first_and_what_is_closed_last(database) {
        let fixture = Fixture::new(database.open().await).await;
        let closed = fixture.negotiation().await;
        fixture.done(closed, fixture.consumer.id, Command::CaseWithdraw {}).await;
        let first = fixture.file().await;
        database.clock.advance_millis(86_400_000);
        let second = fixture.file().await;
        let due = |tab| Filter { tab, sort: CaseSort::Due, ..Filter::default() };
        assert_eq!(listed(&fixture, fixture.rep.id, due(CaseTab::All)).await, [first, second, closed]);
        assert!(listed(&fixture, fixture.rep.id, due(CaseTab::DueToday)).await.is_empty());
        database.clock.advance_millis(30 * 86_400_000);
        // No other order is known of what is due.
        let late = Filter { tab: CaseTab::DueToday, sort: CaseSort::Newest, ..Filter::default() };
        assert_eq!(listed(&fixture, fixture.rep.id, late).await, [first, second]);
        let actor = fixture.actor(fixture.rep.id).await;
        let page = fixture.store.rows(&actor, &Filter { limit: 1, ..Filter::default() }).await.unwrap();
        assert_eq!((page.counts.due_today, page.counts.all), (2, 3));
    }

    async fn who_has_two_roles_lists_and_counts_each_case_once(database) {
        let fixture = Fixture::new(database.open().await).await;
        fixture.store.accounts().add_member(fixture.company.id, fixture.rep.id, Role::Manager).await.unwrap();
        let cases = [fixture.file().await, fixture.negotiation().await, fixture.mediation().await];
        let actor = fixture.actor(fixture.rep.id).await;
        for words in [None, Some("aurora".to_owned())] {
            let filter = Filter { words, limit: 50, sort: CaseSort::Oldest, ..Filter::default() };
            let page = fixture.store.rows(&actor, &filter).await.unwrap();
            assert_eq!(page.cases.iter().map(|row| row.id).collect::<Vec<_>>(), cases);
            assert_eq!((page.counts.all, page.counts.my_turn + page.counts.waiting), (3, 3));
        }
    }

    /// A search looks at the thousand cases filed last, and counts go to a hundred.
    async fn very_many_cases_are_counted_and_found_up_to_a_bound(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        copied(&database, case, 1_100).await;
        let actor = fixture.actor(fixture.coordinator.id).await;
        let ask = |words: Option<&str>| Filter { words: words.map(str::to_owned), limit: 100, ..Filter::default() };
        let page = fixture.store.rows(&actor, &ask(Some("aurora"))).await.unwrap();
        assert_eq!((page.cases.len(), page.cut, page.counts.all), (100, true, COUNT_MAX));
        let mut read = 0;
        let mut filter = ask(Some("aurora"));
        loop {
            let page = fixture.store.rows(&actor, &filter).await.unwrap();
            read += page.cases.len();
            filter.cursor = page.next;
            if filter.cursor.is_none() {
                break;
            }
        }
        assert_eq!(read, 1_000);
        let page = fixture.store.rows(&actor, &ask(Some("televisor"))).await.unwrap();
        assert_eq!((page.cases.len(), page.cut), (0, false));
        let whole = fixture.store.rows(&actor, &ask(None)).await.unwrap();
        assert_eq!((whole.cut, whole.next.is_some()), (false, true));
    }

    async fn lists_are_written_anew_from_the_record(database) {
        let fixture = Fixture::new(database.open().await).await;
        fixture.file().await;
        fixture.mediation().await;
        let closed = fixture.negotiation().await;
        fixture.done(closed, fixture.consumer.id, Command::CaseWithdraw {}).await;
        let people = [fixture.consumer.id, fixture.rep.id, fixture.manager.id, fixture.mediator.id, fixture.coordinator.id];
        let shown = async |fixture: &Fixture| {
            let mut shown = Vec::new();
            for who in people {
                let actor = fixture.actor(who).await;
                for words in [None, Some("conceicao".to_owned()), Some("polar".to_owned())] {
                    let filter = Filter { words, sort: CaseSort::Due, limit: 50, ..Filter::default() };
                    shown.push(fixture.store.rows(&actor, &filter).await.unwrap());
                }
            }
            shown
        };
        let before = shown(&fixture).await;
        let gone = "DELETE FROM case_rows; DELETE FROM case_access; DELETE FROM case_finds";
        runs(&database, gone).await;
        assert!(shown(&fixture).await.iter().all(|page| page.cases.is_empty()));
        // As a database is found whose lists have an older form.
        runs(&database, "DELETE FROM instance WHERE name = 'lists'").await;
        let fixture = fixture.restarted(&database).await;
        assert_eq!(shown(&fixture).await, before);
    }
}

/// As many cases beside this one, with its lists and no record of their own.
async fn copied(database: &TestDatabase, case: CaseId, count: u32) {
    let key = |id: uuid::Uuid| match database.engine {
        Engine::Sqlite => format!("x'{}'", id.simple()),
        Engine::Postgres => format!("'{id}'::uuid"),
    };
    let ids: Vec<String> = (1..=count).map(|n| format!("({})", key(uuid::Uuid::from_u128(n.into())))).collect();
    for ids in ids.chunks(400) {
        let (real, ids) = (key(case.0), ids.join(", "));
        for (table, columns) in [
            ("case_rows", "audience, body"),
            ("case_access", "holder, audience, capacity, channels, turn, phase, due_place, last_at"),
            ("case_finds", "part, audiences, words"),
        ] {
            runs(
                database,
                &format!(
                    "INSERT INTO {table} (case_id, {columns}) SELECT v.column1, {columns} FROM (VALUES {ids}) AS v, \
                     {table} t WHERE t.case_id = {real}"
                ),
            )
            .await;
        }
    }
}
