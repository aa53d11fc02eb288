//! A mediation centre, a company and their people, and a case that moves by its own commands.

use crate::store::bare::TestDatabase;
use crate::support::app::new_user;
use acordo::store::accounts::{NewOrganisation, Organisation, User};
use acordo::store::{Done, Execution, Origin, Store, StoreError, StoredSeals};
use acordo_domain::case::command::{Command, Complaint, Language, Remedy, Trade};
use acordo_domain::case::decide::Filing;
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, CommandId, Reference, UserId};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Actor, Channel, OrganisationKind, Role};
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct Fixture {
    pub store: Store,
    pub operator: Organisation,
    pub company: Organisation,
    pub consumer: User,
    pub rep: User,
    pub manager: User,
    pub mediator: User,
    pub coordinator: User,
}

impl Fixture {
    /// Enters the organisations and people into an empty store.
    pub async fn new(store: Store) -> Self {
        let accounts = store.accounts();
        let organisation = |kind, name: &str| NewOrganisation { kind, name: name.to_owned(), trade: Trade::Retail };
        let operator =
            accounts.add_organisation(&organisation(OrganisationKind::Operator, "Casa de Acordo")).await.unwrap();
        let company = accounts.add_organisation(&organisation(OrganisationKind::Company, "Loja Aurora")).await.unwrap();
        let consumer = person(&store, "Ana Conceição").await;
        let rep = person(&store, "Bruna Lima").await;
        let manager = person(&store, "Marta Reis").await;
        let mediator = person(&store, "Marcos Telles").await;
        let coordinator = person(&store, "Cora Dias").await;
        accounts.add_member(company.id, rep.id, Role::Rep).await.unwrap();
        accounts.add_member(company.id, manager.id, Role::Manager).await.unwrap();
        accounts.add_member(operator.id, mediator.id, Role::Mediator).await.unwrap();
        accounts.add_member(operator.id, coordinator.id, Role::Coordinator).await.unwrap();
        Self { operator, company, consumer, rep, manager, mediator, coordinator, store }
    }

    /// The same people at two processes over one database.
    pub async fn on_two_nodes(database: &TestDatabase) -> (Self, Self) {
        let here = Self::new(database.open().await).await;
        let there = Self { store: database.open().await, ..here.clone() };
        (here, there)
    }

    /// The same people and cases, as a process finds them that has just started.
    pub async fn restarted(self, database: &TestDatabase) -> Self {
        self.reopened(database, StoredSeals::Current, async {}).await
    }

    /// The same after something was done to the closed store, which is said to have these seals.
    pub async fn reopened(
        self,
        database: &TestDatabase,
        seals: StoredSeals,
        meanwhile: impl Future<Output = ()>,
    ) -> Self {
        let Self { store, operator, company, consumer, rep, manager, mediator, coordinator } = self;
        drop(store);
        meanwhile.await;
        let store = database.open_with_seals(seals).await;
        Self { store, operator, company, consumer, rep, manager, mediator, coordinator }
    }

    pub async fn actor(&self, user: UserId) -> Actor {
        self.store.accounts().actor(user).await.unwrap().unwrap()
    }

    pub async fn filing(&self) -> Filing {
        let Actor::Person { person, .. } = self.actor(self.consumer.id).await else { unreachable!() };
        Filing {
            case: CaseId(Uuid::now_v7()),
            reference: Reference::from_bits(Uuid::new_v4().as_u128() as u64),
            company: self.company.id,
            company_name: self.company.name.clone(),
            operator: self.operator.id,
            trade: self.company.trade,
            language: Language::PtBr,
            consumer: person,
            legal_name: "Ana Conceição".to_owned(),
            identifier: Some("529.982.247-25".to_owned()),
            complaint: Complaint {
                product: "Geladeira Polar".to_owned(),
                order_number: Some("778".to_owned()),
                story: "Chegou amassada e não gela.".to_owned(),
                happened_on: None,
                earlier_protocols: Vec::new(),
                amount_in_dispute: None,
                remedy: Remedy::Refund,
                remedy_words: None,
                accessibility: None,
            },
            rules_version: 1,
            online: true,
        }
    }

    pub async fn file(&self) -> CaseId {
        let filing = self.filing().await;
        let case = filing.case;
        self.store.file(filing, command_id(), Origin::default()).await.unwrap();
        case
    }

    /// A case in which both sides have accepted the rules.
    pub async fn negotiation(&self) -> CaseId {
        let case = self.file().await;
        self.done(
            case,
            self.rep.id,
            Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None },
        )
        .await;
        assert_eq!(self.store.case(case).await.unwrap().phase(), Phase::Negotiation);
        case
    }

    /// A case with a mediator whose terms both sides have accepted.
    pub async fn mediation(&self) -> CaseId {
        let case = self.negotiation().await;
        self.done(case, self.consumer.id, Command::MediatorRequest {}).await;
        self.by_system(case, Command::MediatorAssign { user: self.mediator.id }).await.unwrap();
        let accept = Command::MediatorAccept { no_conflict: true, disclosure: "O centro me paga.".to_owned() };
        self.done(case, self.mediator.id, accept).await;
        self.done(case, self.consumer.id, Command::GroundRulesAccept { version: 1 }).await;
        self.done(case, self.rep.id, Command::GroundRulesAccept { version: 1 }).await;
        assert_eq!(self.store.case(case).await.unwrap().phase(), Phase::Mediation);
        case
    }

    pub async fn does(&self, case: CaseId, who: UserId, command: Command) -> Result<Done, StoreError> {
        self.does_as(case, who, command_id(), command).await
    }

    pub async fn does_as(
        &self,
        case: CaseId,
        who: UserId,
        id: CommandId,
        command: Command,
    ) -> Result<Done, StoreError> {
        let actor = self.actor(who).await;
        let execution = Execution {
            case,
            actor: &actor,
            id,
            command: &command,
            origin: Origin::default(),
            signing: None,
            addressee_shown: false,
        };
        self.store.execute(execution).await
    }

    pub async fn done(&self, case: CaseId, who: UserId, command: Command) -> Done {
        self.does(case, who, command).await.unwrap()
    }

    pub async fn by_system(&self, case: CaseId, command: Command) -> Result<Done, StoreError> {
        let (actor, id) = (Actor::System, command_id());
        let execution = Execution {
            case,
            actor: &actor,
            id,
            command: &command,
            origin: Origin::default(),
            signing: None,
            addressee_shown: false,
        };
        self.store.execute(execution).await
    }

    pub async fn case(&self, case: CaseId) -> Case {
        self.store.case(case).await.unwrap().as_ref().clone()
    }
}

pub async fn person(store: &Store, name: &str) -> User {
    let mail = name.to_lowercase().replace(' ', ".");
    let new = new_user(name, &format!("{mail}@example.org"), Language::PtBr);
    store.accounts().add_user(&new).await.unwrap().unwrap()
}

pub fn command_id() -> CommandId {
    CommandId(Uuid::new_v4())
}

pub fn say(channel: Channel, text: &str) -> Command {
    Command::MessagePost { channel, text: text.to_owned(), reply_to: None, evidence: Vec::new(), kind: None }
}
