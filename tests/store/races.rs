//! Many who sign, reword, refuse and withdraw one agreement in one moment: what comes of it is one history, in which
//! nobody is bound by what they did not sign.
//!
//! `ACORDO_RACE_ROUNDS=100 cargo test --features bench --test acordo store::races -- --nocapture` makes a hundred rounds
//! and prints how they ended.

use crate::store::bare::{Engine, TestDatabase};
use crate::store::changes::Dice;
use crate::store::fixture::{Fixture, command_id};
use crate::support::app::legal_form;
use acordo::store::accounts::NewChallenge;
use acordo::store::{Execution, Origin, StoreError};
use acordo_domain::case::command::{AgreementRefuseGround, Command};
use acordo_domain::case::decide::{PowerForm, SigningProof};
use acordo_domain::case::event::{Fact, FactKind, IdentityLevel, SigningMethod};
use acordo_domain::id::{CaseId, ChallengeId, UserId};
use acordo_domain::money::{Currency, Money};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Channel, Side};
use acordo_domain::terms::{Due, DueAfter, Obligation, ObligationKind, Terms};
use acordo_record::{base64, sha256};
use futures_util::future::join_all;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// How many act in one moment.
const AT_ONCE: u64 = 500;

#[test]
fn of_many_who_sign_reword_refuse_and_withdraw_at_once_one_history_comes() {
    let asked = std::env::var("ACORDO_RACE_ROUNDS").ok().and_then(|text| text.parse().ok());
    rounds(Engine::Sqlite, asked.unwrap_or(3));
    rounds(Engine::Postgres, asked.unwrap_or(1));
}

fn rounds(engine: Engine, rounds: u64) {
    crate::support::app::on_a_runtime(async {
        let Some(database) = TestDatabase::new(engine).await else { return };
        let fixture = Fixture::new(database.open().await).await;
        let accounts = fixture.store.accounts();
        accounts.enter_identity(fixture.company.id, &legal_form(), None, true).await.unwrap();
        let power = PowerForm { limit: None, document: "Procuração, folha 7".to_owned(), until: None };
        accounts.give_power(fixture.company.id, fixture.rep.id, &power, None).await.unwrap();
        let (begun, mut ends) = (Instant::now(), BTreeMap::<&str, u64>::new());
        for round in 0..rounds {
            let end = one(&fixture, Dice(round)).await;
            *ends.entry(end).or_default() += 1;
        }
        println!("{rounds} rounds of {AT_ONCE} in {:.1} s ended {ends:?}", begun.elapsed().as_secs_f64());
    });
}

fn hash(text: &str) -> String {
    base64(&sha256(text.as_bytes()))
}

/// A case whose agreement is drafted, and the time to reflect on it waived.
async fn drafted(fixture: &Fixture) -> CaseId {
    let case = fixture.mediation().await;
    let owed = Obligation {
        kind: ObligationKind::Refund,
        debtor: Side::Company,
        money: Some(Money { amount: 50_000, currency: Currency::try_from("BRL".to_owned()).unwrap() }),
        due: Due::After(DueAfter { days_after_signature: 5, working_days: true }),
        description: None,
    };
    let terms = Terms { obligations: vec![owed], clauses: Vec::new(), chosen: Vec::new() };
    let make = Command::ProposalMake {
        channel: Channel::Joint,
        terms,
        note: None,
        valid_days: None,
        valid_until: None,
        answers: None,
    };
    fixture.done(case, fixture.rep.id, make).await;
    let terms_hash = fixture.case(case).await.joint().proposal(1).unwrap().terms_hash.clone();
    let accept = Command::ProposalAccept { channel: Channel::Joint, number: 1, terms_hash };
    fixture.done(case, fixture.consumer.id, accept).await;
    if fixture.case(case).await.joint().identity_version().is_none() {
        fixture.by_system(case, Command::LegalIdentityTake {}).await.unwrap();
    }
    draft(fixture, case).await;
    fixture.done(case, fixture.consumer.id, Command::AgreementWaiveReflection { version: None }).await;
    case
}

async fn draft(fixture: &Fixture, case: CaseId) {
    let folded = fixture.case(case).await;
    let (version, joint_size) = (folded.joint().deal.as_ref().unwrap().version, folded.size(Channel::Joint));
    let (document_hash, pdf_hash) = (hash(&format!("json {version}")), hash(&format!("pdf {version}")));
    let draft = Command::AgreementDraft { version, document_hash, pdf_hash, joint_size };
    fixture.by_system(case, draft).await.unwrap();
}

async fn challenge(fixture: &Fixture, case: CaseId, user: UserId, version: u32) -> ChallengeId {
    let expires_at = fixture.store.now().plus_days(1);
    let new = NewChallenge {
        case,
        user,
        version,
        document_hash: hash(&format!("json {version}")),
        method: SigningMethod::EmailCode,
        code_hash: [0; 32],
        expires_at,
    };
    fixture.store.accounts().add_challenge(&new).await.unwrap().id
}

/// Everybody at once; how it ended.
async fn one(fixture: &Fixture, mut dice: Dice) -> &'static str {
    let case = drafted(fixture).await;
    let version = fixture.case(case).await.joint().deal.as_ref().unwrap().version;
    let people = [&fixture.consumer, &fixture.rep, &fixture.mediator];
    let mut codes = Vec::new();
    for person in people {
        codes.push(challenge(fixture, case, person.id, version).await);
    }
    // In some rounds hardly anybody but signers, so that it comes to a conclusion.
    let others = [0, 2, 40, 250][dice.below(4) as usize];
    let work = (0..AT_ONCE).map(|_| {
        let (roll, place) = (dice.below(AT_ONCE), dice.below(3) as usize);
        let (user, name, code) = (people[place].id, people[place].name.clone(), codes[place]);
        let command = match roll % 5 {
            _ if roll >= others => Command::AgreementSign {
                version,
                document_hash: hash(&format!("json {version}")),
                pdf_hash: hash(&format!("pdf {version}")),
                name,
                consent: true,
                challenge: code,
                response: "000000".to_owned(),
            },
            0 => Command::CaseWithdraw {},
            1 | 2 => Command::AgreementRefuse { ground: AgreementRefuseGround::ChangedMind },
            _ => Command::AgreementWord { clauses: vec![format!("Cláusula {roll}")] },
        };
        let fixture = fixture.clone();
        tokio::spawn(async move {
            let actor = fixture.actor(user).await;
            let signing = matches!(command, Command::AgreementSign { .. }).then_some(SigningProof {
                challenge: code,
                method: SigningMethod::EmailCode,
                identity_level: IdentityLevel::Email,
            });
            let execution = Execution {
                case,
                actor: &actor,
                id: command_id(),
                command: &command,
                origin: Origin::default(),
                signing,
                addressee_shown: false,
            };
            (command.kind(), fixture.store.execute(execution).await)
        })
    });
    let work: Vec<_> = work.collect();
    let mut done = BTreeMap::new();
    for answer in join_all(work).await {
        let (kind, answer) = answer.unwrap();
        match answer {
            Ok(_) => *done.entry(kind.name()).or_insert(0_u64) += 1,
            Err(StoreError::Refused(_) | StoreError::Busy) => {}
            Err(other) => panic!("{}: {other}", kind.name()),
        }
    }
    held(fixture, case, version, &done).await
}

/// What the record says now is one history, and the answers are its.
async fn held(fixture: &Fixture, case: CaseId, version: u32, done: &BTreeMap<&str, u64>) -> &'static str {
    fixture.store.verify_case(case).await.unwrap();
    let joint = fixture.store.whole_channel(case, Channel::Joint).await.unwrap();
    let procedure = fixture.store.whole_channel(case, Channel::Procedure).await.unwrap();
    let count = |kind| joint.iter().filter(|told| told.event.kind == kind).count() as u64;
    let answered = |name: &str| done.get(name).copied().unwrap_or_default();
    assert_eq!(count(FactKind::AgreementSigned), answered("agreement.sign"), "each answer is in the record");
    assert_eq!(count(FactKind::AgreementWorded), answered("agreement.word"));
    assert_eq!(count(FactKind::AgreementRefused), answered("agreement.refuse"));
    let mut signed = BTreeSet::new();
    for told in &joint {
        if let Some(Fact::AgreementSigned { seat, version: signed_version, .. }) = &told.event.fact {
            assert!(signed.insert((*signed_version, *seat)), "{seat:?} signed version {signed_version} twice");
            assert_eq!(*signed_version, version, "nobody signed what was not drafted");
        }
    }
    let concluded: Vec<_> = procedure
        .iter()
        .filter_map(|told| match &told.event.fact {
            Some(Fact::AgreementConcluded { version, signatures, .. }) => Some((told.event.seq, *version, signatures)),
            _ => None,
        })
        .collect();
    let ended = count(FactKind::AgreementWorded) + count(FactKind::AgreementRefused) + answered("case.withdraw");
    let case_now = fixture.case(case).await;
    let Some((seq, of_version, signatures)) = concluded.first() else {
        assert_ne!(case_now.phase(), Phase::Settled);
        return match (answered("case.withdraw"), answered("agreement.refuse"), answered("agreement.word")) {
            (1.., _, _) => "withdrawn",
            (_, 1.., _) => "refused",
            (_, _, 1..) => "reworded",
            _ => "waiting for signers",
        };
    };
    assert_eq!((concluded.len(), *of_version, ended), (1, version, 0), "nothing was concluded that was given up");
    let seats: BTreeSet<_> = signatures.iter().map(|signature| (signature.version, signature.seat)).collect();
    assert_eq!(seats, signed);
    assert_eq!(case_now.phase(), Phase::Settled);
    let note = fixture.store.kept_checkpoint(case, version).await.unwrap();
    assert_eq!(note.lines().nth(1), Some(seq.to_string().as_str()));
    "concluded"
}
