//! The rooms that the bench plays in: real cases in mediation, made by the same commands that people send.

use super::BenchError;
use super::load::LoadRoom;
use crate::contact::{EmailAddress, PersonName};
use crate::identity::{Device, Identity};
use crate::store::accounts::{NewOrganisation, NewUser};
use crate::store::{Execution, Origin, Store};
use acordo_domain::case::command::{Command, Complaint, Language, Remedy, Trade};
use acordo_domain::case::decide::Filing;
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::id::{CaseId, CommandId, OrganisationId, Reference, UserId};
use acordo_domain::seat::{Actor, OrganisationKind, Person, Role};
use uuid::Uuid;

/// Pieces of owed work taken at once.
const CLAIM_MAX: u32 = 500;

struct SeededOrganisations {
    operator: OrganisationId,
    company: OrganisationId,
}

/// Makes so many rooms and signs their people in.
pub async fn rooms(store: &Store, identity: &Identity, count: usize) -> Result<Vec<LoadRoom>, BenchError> {
    let run = Uuid::now_v7().simple().to_string();
    let operator = match store.accounts().operator().await? {
        Some(operator) => operator.id,
        None => organisation(store, OrganisationKind::Operator, "Bench operator").await?,
    };
    let company = organisation(store, OrganisationKind::Company, &format!("Bench company {run}")).await?;
    let house = SeededOrganisations { operator, company };
    let mut rooms = Vec::with_capacity(count);
    for place in 0..count {
        rooms.push(room(store, identity, &house, &format!("{run}-{place}")).await?);
    }
    Ok(rooms)
}

async fn organisation(store: &Store, kind: OrganisationKind, name: &str) -> Result<OrganisationId, BenchError> {
    let new = NewOrganisation { kind, name: name.to_owned(), trade: Trade::Retail };
    Ok(store.accounts().add_organisation(&new).await?.id)
}

async fn person(store: &Store, what: &str, mark: &str) -> Result<Person, BenchError> {
    let new = NewUser {
        name: PersonName::parse(&format!("Bench {what}")).map_err(|error| BenchError::Seed(error.to_string()))?,
        email: EmailAddress::parse(&format!("{what}-{mark}@bench.invalid"))
            .ok_or_else(|| BenchError::Seed(format!("{mark} is no part of an address")))?,
        language: Language::PtBr,
    };
    let user = store.accounts().ensure_user(&new).await?;
    Ok(Person { id: user.id, name: user.name })
}

async fn actor(store: &Store, user: UserId) -> Result<Actor, BenchError> {
    store.accounts().actor(user).await?.ok_or_else(|| BenchError::Seed("a person just made is not there".into()))
}

async fn room(
    store: &Store,
    identity: &Identity,
    house: &SeededOrganisations,
    mark: &str,
) -> Result<LoadRoom, BenchError> {
    let consumer = person(store, "consumer", mark).await?;
    let rep = person(store, "rep", mark).await?;
    let mediator = person(store, "mediator", mark).await?;
    store.accounts().add_member(house.company, rep.id, Role::Rep).await?;
    store.accounts().add_member(house.operator, mediator.id, Role::Mediator).await?;
    let case = CaseId(Uuid::now_v7());
    let bits = Uuid::new_v4().as_u64_pair().0;
    let filing = Filing {
        case,
        reference: Reference::from_bits(bits),
        company: house.company,
        company_name: "Bench company".into(),
        operator: house.operator,
        trade: Trade::Retail,
        language: Language::PtBr,
        consumer: consumer.clone(),
        legal_name: consumer.name.clone(),
        identifier: None,
        complaint: Complaint {
            product: "Geladeira".into(),
            order_number: None,
            story: "Não gela.".into(),
            happened_on: None,
            earlier_protocols: Vec::new(),
            amount_in_dispute: None,
            remedy: Remedy::Refund,
            remedy_words: None,
            accessibility: None,
        },
        rules_version: 1,
        online: true,
    };
    store.file(filing, CommandId(Uuid::now_v7()), Origin::default()).await?;

    let people = [consumer.id, rep.id, mediator.id];
    let mut actors = Vec::with_capacity(3);
    for user in people {
        actors.push(actor(store, user).await?);
    }
    let [consumer, rep, mediator] = &actors[..] else {
        return Err(BenchError::Seed("three people make a room".into()));
    };
    let steps = [
        (rep, Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None }),
        (consumer, Command::MediatorRequest {}),
        (&Actor::System, Command::MediatorAssign { user: people[2] }),
        (mediator, Command::MediatorAccept { no_conflict: true, disclosure: "Nada a declarar.".into() }),
        (consumer, Command::GroundRulesAccept { version: 1 }),
        (rep, Command::GroundRulesAccept { version: 1 }),
    ];
    for (actor, command) in steps {
        execute(store, case, actor, &command).await?;
    }
    let mut tokens = Vec::with_capacity(3);
    for user in people {
        let begun = identity.begin(user, IdentityLevel::Password, Device::default()).await;
        tokens.push(begun.map_err(|error| BenchError::Seed(error.to_string()))?.access);
    }
    let tokens = <[String; 3]>::try_from(tokens).map_err(|_| BenchError::Seed("three tokens make a room".into()))?;
    Ok(LoadRoom { case: case.to_string(), tokens, people: people.map(|user| user.0) })
}

/// One command of somebody in a room.
pub async fn act(store: &Store, case: CaseId, user: UserId, command: &Command) -> Result<(), BenchError> {
    execute(store, case, &actor(store, user).await?, command).await
}

async fn execute(store: &Store, case: CaseId, actor: &Actor, command: &Command) -> Result<(), BenchError> {
    let execution = Execution {
        case,
        actor,
        id: CommandId(Uuid::now_v7()),
        command,
        origin: Origin::default(),
        signing: None,
        addressee_shown: false,
    };
    store.execute(execution).await?;
    Ok(())
}

/// Ends everything that is owed, as if it had been done: nobody reads letters about rooms of a bench.
pub async fn forgive(store: &Store) -> Result<(), BenchError> {
    loop {
        let claimed = store.outbox().claim(CLAIM_MAX).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for work in &claimed {
            store.outbox().finish(work).await?;
        }
    }
}
