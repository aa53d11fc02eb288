//! Accounts: links that work once, sessions whose stolen tokens end them, challenges used up once.

use crate::store::bare::on_both;
use crate::store::fixture::{Fixture, person};
use acordo::store::accounts::{
    ChallengeAnswer, NewChallenge, NewOneTimeLink, NewPassword, NewSession, NewUser, OneTimeLinkState, Refreshed,
};
use acordo_domain::case::command::Language;
use acordo_domain::case::event::SigningMethod;
use acordo_domain::seat::{Actor, Role};

fn new_user(email: &str) -> NewUser {
    crate::support::app::new_user("Ana Conceição", email, Language::Es)
}

on_both! {
    async fn an_address_belongs_to_one_person_however_it_is_written(database) {
        let store = database.open().await;
        let accounts = store.accounts();
        let ana = accounts.add_user(&new_user("Ana@Example.org")).await.unwrap().unwrap();
        assert_eq!(ana.email, "ana@example.org");
        assert_eq!(accounts.add_user(&new_user(" ana@example.ORG ")).await.unwrap(), None);
        assert_eq!(accounts.ensure_user(&new_user("ANA@example.org")).await.unwrap(), ana);
        assert_eq!(accounts.user(ana.id).await.unwrap().unwrap().language, Language::Es);
        accounts.set_language(ana.id, Language::PtBr).await.unwrap();
        assert_eq!(accounts.user_by_email("ana@example.org").await.unwrap().unwrap().language, Language::PtBr);
    }

    async fn a_credential_is_replaced_and_never_doubled(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let accounts = store.accounts();
        assert_eq!(accounts.credential(ana.id, "password").await.unwrap(), None);
        accounts.set_credential(ana.id, "password", "one").await.unwrap();
        accounts.set_credential(ana.id, "password", "two").await.unwrap();
        assert_eq!(accounts.credential(ana.id, "password").await.unwrap().as_deref(), Some("two"));
    }

    async fn an_actor_is_a_person_with_memberships_until_disabled(database) {
        let fixture = Fixture::new(database.open().await).await;
        let accounts = fixture.store.accounts();
        let Actor::Person { memberships, .. } = fixture.actor(fixture.rep.id).await else { unreachable!() };
        assert_eq!(memberships.len(), 1);
        assert_eq!((memberships[0].organisation, memberships[0].role), (fixture.company.id, Role::Rep));
        let members = accounts.members(fixture.company.id).await.unwrap();
        assert_eq!(members.iter().map(|member| member.user.name.as_str()).collect::<Vec<_>>(), ["Bruna Lima", "Marta Reis"]);
        assert!(accounts.remove_member(fixture.company.id, fixture.rep.id, Role::Rep).await.unwrap());
        let Actor::Person { memberships, .. } = fixture.actor(fixture.rep.id).await else { unreachable!() };
        assert!(memberships.is_empty());
        accounts.set_disabled(fixture.rep.id, true).await.unwrap();
        assert_eq!(accounts.actor(fixture.rep.id).await.unwrap(), None);
    }

    async fn companies_are_found_by_part_of_their_name(database) {
        let fixture = Fixture::new(database.open().await).await;
        let accounts = fixture.store.accounts();
        let found = accounts.companies("AURO", 10).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0], fixture.company);
        assert!(accounts.companies("100%", 10).await.unwrap().is_empty());
        assert_eq!(accounts.companies("", 10).await.unwrap().len(), 1, "the operator is no company");
        assert_eq!(accounts.operator().await.unwrap(), Some(fixture.operator.clone()));
    }

    async fn of_many_who_use_a_link_at_once_one_gets_in(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let expires_at = store.now().plus_days(7);
        let link = NewOneTimeLink { hash: [9; 32], purpose: "sign_in".to_owned(), user: ana.id, case: None, expires_at, address: None, replaces_older: true };
        store.accounts().add_link(&link).await.unwrap();
        // Looking uses nothing up.
        assert_eq!(store.accounts().link([9; 32]).await.unwrap().unwrap().state, OneTimeLinkState::Open);
        let racers: Vec<_> = (0..12)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.accounts().use_link([9; 32]).await.unwrap().is_some() })
            })
            .collect();
        let mut won = 0;
        for racer in racers {
            won += u32::from(racer.await.unwrap());
        }
        assert_eq!(won, 1);
        assert_eq!(store.accounts().link([9; 32]).await.unwrap().unwrap().state, OneTimeLinkState::Used);
        assert_eq!(store.accounts().use_link([8; 32]).await.unwrap(), None);
    }

    async fn an_expired_link_lets_nobody_in(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let expires_at = store.now().plus_hours(1);
        let link = NewOneTimeLink { hash: [9; 32], purpose: "sign_in".to_owned(), user: ana.id, case: None, expires_at, address: None, replaces_older: true };
        store.accounts().add_link(&link).await.unwrap();
        database.clock.set(expires_at);
        assert_eq!(store.accounts().link([9; 32]).await.unwrap().unwrap().state, OneTimeLinkState::Expired);
        assert_eq!(store.accounts().use_link([9; 32]).await.unwrap(), None);
    }

    async fn a_session_begins_with_the_credential_that_was_compared_or_not_at_all(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let accounts = store.accounts();
        let begin = async |token: u8, secret: &str| {
            let new = NewSession {
                user: ana.id,
                level: "password".to_owned(),
                token_hash: [token; 32],
                expires_at: store.now().plus_days(30),
                address: None,
                user_agent: None,
                case: None,
                credential: Some(("password".to_owned(), secret.to_owned())),
            };
            accounts.begin_session(new).await.unwrap()
        };
        assert_eq!(begin(1, "old").await, None, "there is none");
        accounts.set_credential(ana.id, "password", "old").await.unwrap();
        let began = begin(2, "old").await.unwrap();
        let new = NewPassword {
            user: ana.id,
            kind: "password".to_owned(),
            hash: "new".to_owned(),
            former: Some("old".to_owned()),
            link: None,
            keep: None,
            owed: None,
            why: "new_password".to_owned(),
        };
        // Of two who replace the same one, the second replaces nothing.
        assert_eq!(accounts.renew_password(new.clone()).await.unwrap(), Some(vec![began.id]));
        assert_eq!(accounts.renew_password(new).await.unwrap(), None);
        assert_eq!(begin(3, "old").await, None);
        assert_eq!(accounts.sessions(ana.id).await.unwrap(), []);
        assert!(begin(4, "new").await.is_some());
    }

    async fn a_refresh_token_shown_again_ends_the_session(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let accounts = store.accounts();
        let session = accounts
            .begin_session(NewSession {
                user: ana.id,
                level: "email".to_owned(),
                token_hash: [1; 32],
                expires_at: store.now().plus_days(30),
                address: None,
                user_agent: Some("Browser".to_owned()),
                case: None,
                credential: None,
            })
            .await
            .unwrap()
            .unwrap();
        assert!(matches!(accounts.rotate([1; 32], [2; 32]).await.unwrap(), Refreshed::Rotated(_)));
        // A second tab a moment later is no thief.
        assert!(matches!(accounts.rotate([1; 32], [3; 32]).await.unwrap(), Refreshed::Rotated(_)));
        database.clock.advance_millis(60_000);
        assert!(matches!(accounts.rotate([2; 32], [4; 32]).await.unwrap(), Refreshed::Rotated(_)));
        assert!(matches!(accounts.rotate([1; 32], [5; 32]).await.unwrap(), Refreshed::Reused(_)));
        assert_eq!(accounts.rotate([4; 32], [6; 32]).await.unwrap(), Refreshed::Refused);
        assert!(accounts.session(session.id).await.unwrap().unwrap().ended_at.is_some());
        assert!(accounts.sessions(ana.id).await.unwrap().is_empty());
        assert_eq!(accounts.rotate([77; 32], [6; 32]).await.unwrap(), Refreshed::Refused);
    }

    async fn of_two_who_hold_a_stolen_session_one_is_noticed_however_they_meet(database) {
        let store = database.open().await;
        let ana = person(&store, "Ana Conceição").await;
        let accounts = store.accounts();
        for round in 0..40_u8 {
            let token = |place: u8| [[round, place]; 16].concat().try_into().unwrap();
            accounts
                .begin_session(NewSession {
                    user: ana.id,
                    level: "email".to_owned(),
                    token_hash: token(0),
                    expires_at: store.now().plus_days(30),
                    address: None,
                    user_agent: None,
                    case: None,
                    credential: None,
                })
                .await
                .unwrap()
                .unwrap();
            for sibling in [1, 2] {
                assert!(matches!(accounts.rotate(token(0), token(sibling)).await.unwrap(), Refreshed::Rotated(_)));
            }
            let (one, two) = tokio::join!(accounts.rotate(token(1), token(3)), accounts.rotate(token(2), token(4)));
            let both = [one.unwrap(), two.unwrap()];
            let count = |wanted: fn(&Refreshed) -> bool| both.iter().filter(|answer| wanted(answer)).count();
            assert_eq!(count(|answer| matches!(answer, Refreshed::Rotated(_))), 1, "{both:?}");
            assert_eq!(count(|answer| matches!(answer, Refreshed::Reused(_))), 1, "{both:?}");
        }
    }

    async fn a_challenge_is_void_after_five_wrong_codes_and_for_another_document(database) {
        let fixture = Fixture::new(database.open().await).await;
        let case = fixture.file().await;
        let accounts = fixture.store.accounts();
        let new = NewChallenge {
            case,
            user: fixture.consumer.id,
            version: 1,
            document_hash: "hash".to_owned(),
            method: SigningMethod::EmailCode,
            code_hash: [5; 32],
            expires_at: fixture.store.now().plus_hours(1),
        };
        let challenge = accounts.add_challenge(&new).await.unwrap();
        let ana = fixture.consumer.id;
        let right = accounts.answer_challenge(case, challenge.id, ana, "hash", [5; 32]).await.unwrap();
        assert_eq!(right, ChallengeAnswer::Right(SigningMethod::EmailCode));
        let other = accounts.answer_challenge(case, challenge.id, ana, "other", [5; 32]).await.unwrap();
        assert_eq!(other, ChallengeAnswer::Void);
        let stranger = accounts.answer_challenge(case, challenge.id, fixture.rep.id, "hash", [5; 32]).await.unwrap();
        assert_eq!(stranger, ChallengeAnswer::Void);
        for left in (0..4).rev() {
            let wrong = accounts.answer_challenge(case, challenge.id, ana, "hash", [6; 32]).await.unwrap();
            assert_eq!(wrong, ChallengeAnswer::Wrong { attempts_left: left });
        }
        let late = accounts.answer_challenge(case, challenge.id, ana, "hash", [5; 32]).await.unwrap();
        assert_eq!(late, ChallengeAnswer::Void);
    }
}
