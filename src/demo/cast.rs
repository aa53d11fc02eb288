//! The people of the demonstration: the centre, six companies, their officers, and five consumers.

use super::{DemoError, StoredMember};
use crate::contact::{EmailAddress, PersonName};
use crate::http::app_state::AppState;
use crate::identity::SignedIn;
use crate::identity::legal::{self, EnteredBy};
use crate::identity::session::PASSWORD;
use crate::identity::staff::{self, NewPerson, StaffError};
use crate::store::accounts::Organisation;
use crate::texts::Language;
use acordo_domain::case::command::Trade;
use acordo_domain::case::decide::{LegalIdentityForm, PowerForm};
use acordo_domain::case::event::IdentityLevel;
use acordo_domain::identifier::Scheme;
use acordo_domain::money::{Currency, Money};
use acordo_domain::seat::{OrganisationKind, Role as OrganisationRole};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Everybody with a password has this one. It is printed; a demonstration keeps no secret.
pub const PASSWORD_OF_ALL: &str = "demonstracao";
pub const REP_SHOWN: &str = "bruna@lojaaurora.example";
pub const MEDIATOR_SHOWN: &str = "davi@centro.example";
pub const COORDINATOR_SHOWN: &str = "helena@centro.example";
pub const OFFICER_SHOWN: &str = "iris@centro.example";

/// By which the companies' people sign.
const DOCUMENT: &str = "Procuração de 10 de janeiro de 2026";

const OPERATOR: &str = "Centro de Mediação acordo";
/// The centre before the law, by a number of its own.
const CENTRE: (&str, &str) = ("Centro de Mediação acordo Ltda.", "77.888.999/0001-81");
const CENTRE_ADDRESS: &str = "Alameda Santos, 45, São Paulo, SP, 01419-000";

/// What somebody plays, as the demonstration's page names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CastRole {
    Consumer,
    Rep,
    Manager,
    Mediator,
    Coordinator,
    /// Sets the rules of the centre.
    Admin,
    /// Of a company's own team.
    Ombudsman,
    Legal,
    /// Of the centre's independent team.
    OperatorOmbudsman,
    OperatorLegal,
}

impl CastRole {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::Rep => "rep",
            Self::Manager => "manager",
            Self::Mediator => "mediator",
            Self::Coordinator => "coordinator",
            Self::Admin => "admin",
            Self::Ombudsman => "ombudsman",
            Self::Legal => "legal",
            Self::OperatorOmbudsman => "operator_ombudsman",
            Self::OperatorLegal => "operator_legal",
        }
    }
    /// The host of their cookies.
    pub const fn host(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::Rep | Self::Manager => "company",
            Self::Mediator | Self::Coordinator | Self::Admin => "mediator",
            Self::Ombudsman | Self::OperatorOmbudsman => "ombudsman",
            Self::Legal | Self::OperatorLegal => "legal",
        }
    }
    const fn in_organisation(self) -> Option<OrganisationRole> {
        match self {
            Self::Consumer => None,
            Self::Rep => Some(OrganisationRole::Rep),
            Self::Manager => Some(OrganisationRole::Manager),
            Self::Mediator => Some(OrganisationRole::Mediator),
            Self::Coordinator => Some(OrganisationRole::Coordinator),
            Self::Admin => Some(OrganisationRole::Admin),
            Self::Ombudsman | Self::OperatorOmbudsman => Some(OrganisationRole::Ombudsman),
            Self::Legal | Self::OperatorLegal => Some(OrganisationRole::Legal),
        }
    }
}

/// Names the companies within the stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firm {
    Aurora,
    Vetor,
    Horizonte,
    Ipe,
    Vale,
    Expresso,
}

const FIRMS: [(Firm, &str, Trade); 6] = [
    (Firm::Aurora, "Loja Aurora", Trade::Retail),
    (Firm::Vetor, "Vetor Telecom", Trade::Telecom),
    (Firm::Horizonte, "Horizonte Viagens", Trade::Travel),
    (Firm::Ipe, "Banco Ipê", Trade::Banking),
    (Firm::Vale, "Luz do Vale Energia", Trade::Energy),
    (Firm::Expresso, "Expresso Sul", Trade::Delivery),
];

/// Names the people within the stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CastMember {
    Marina,
    Rafael,
    Ana,
    Joaquin,
    Emily,
    Rep(Firm),
    Manager(Firm),
    Davi,
    Lucia,
    Grace,
    Helena,
    Renata,
    Ombudsman(Firm),
    Legal(Firm),
    Iris,
    Tomas,
    Jorge,
}

use Language::{En, Es, PtBr};

/// Member, name, address and language.
type CastLine = (CastMember, &'static str, &'static str, Language);

const PEOPLE: [CastLine; 27] = [
    (CastMember::Marina, "Marina Souza", "marina@consumidor.example", PtBr),
    (CastMember::Rafael, "Rafael Torres", "rafael@consumidor.example", PtBr),
    (CastMember::Ana, "Ana Beatriz Melo", "ana@consumidor.example", PtBr),
    (CastMember::Joaquin, "Joaquín Herrera", "joaquin@consumidor.example", Es),
    (CastMember::Emily, "Emily Carter", "emily@consumidor.example", En),
    (CastMember::Rep(Firm::Aurora), "Bruna Lima", REP_SHOWN, PtBr),
    (CastMember::Rep(Firm::Vetor), "Caio Mendes", "caio@vetor.example", PtBr),
    (CastMember::Rep(Firm::Horizonte), "Valeria Soto", "valeria@horizonte.example", Es),
    (CastMember::Rep(Firm::Ipe), "Thiago Nunes", "thiago@bancoipe.example", PtBr),
    (CastMember::Rep(Firm::Vale), "Elaine Costa", "elaine@luzdovale.example", PtBr),
    (CastMember::Rep(Firm::Expresso), "Paulo Dias", "paulo@expressosul.example", PtBr),
    (CastMember::Manager(Firm::Aurora), "Otávio Reis", "otavio@lojaaurora.example", PtBr),
    (CastMember::Manager(Firm::Vetor), "Sônia Alves", "sonia@vetor.example", PtBr),
    (CastMember::Manager(Firm::Horizonte), "Nuno Ferraz", "nuno@horizonte.example", PtBr),
    (CastMember::Manager(Firm::Ipe), "Célia Braga", "celia@bancoipe.example", PtBr),
    (CastMember::Manager(Firm::Vale), "Raul Pinto", "raul@luzdovale.example", PtBr),
    (CastMember::Manager(Firm::Expresso), "Inês Moura", "ines@expressosul.example", PtBr),
    (CastMember::Davi, "Davi Rocha", MEDIATOR_SHOWN, PtBr),
    (CastMember::Lucia, "Lucía Fernández", "lucia@centro.example", Es),
    (CastMember::Grace, "Grace Okafor", "grace@centro.example", En),
    (CastMember::Helena, "Helena Prado", COORDINATOR_SHOWN, PtBr),
    (CastMember::Renata, "Renata Bastos", "renata@centro.example", PtBr),
    (CastMember::Ombudsman(Firm::Aurora), "Vitória Ramos", "vitoria@lojaaurora.example", PtBr),
    (CastMember::Legal(Firm::Aurora), "Edson Faria", "edson@lojaaurora.example", PtBr),
    (CastMember::Iris, "Íris Monteiro", OFFICER_SHOWN, PtBr),
    (CastMember::Tomas, "Tomás Aguiar", "tomas@centro.example", Es),
    (CastMember::Jorge, "Jorge Tavares", "jorge@centro.example", PtBr),
];

impl CastMember {
    const fn role(self) -> CastRole {
        match self {
            Self::Marina | Self::Rafael | Self::Ana | Self::Joaquin | Self::Emily => CastRole::Consumer,
            Self::Rep(_) => CastRole::Rep,
            Self::Manager(_) => CastRole::Manager,
            Self::Davi | Self::Lucia | Self::Grace => CastRole::Mediator,
            Self::Helena => CastRole::Coordinator,
            Self::Renata => CastRole::Admin,
            Self::Ombudsman(_) => CastRole::Ombudsman,
            Self::Legal(_) => CastRole::Legal,
            Self::Iris | Self::Tomas => CastRole::OperatorOmbudsman,
            Self::Jorge => CastRole::OperatorLegal,
        }
    }

    fn works_at(self) -> Option<&'static str> {
        match self {
            Self::Marina | Self::Rafael | Self::Ana | Self::Joaquin | Self::Emily => None,
            Self::Rep(firm) | Self::Manager(firm) | Self::Ombudsman(firm) | Self::Legal(firm) => Some(firm.name()),
            Self::Davi
            | Self::Lucia
            | Self::Grace
            | Self::Helena
            | Self::Renata
            | Self::Iris
            | Self::Tomas
            | Self::Jorge => Some(OPERATOR),
        }
    }

    /// Name and number before the law: a consumer's own, or of the company that a rep speaks for.
    pub const fn legal(self) -> (&'static str, &'static str) {
        match self {
            Self::Marina => ("Marina Souza", "123.456.780-62"),
            Self::Rafael => ("Rafael Torres", "234.567.891-73"),
            Self::Ana => ("Ana Beatriz Melo", "345.678.912-28"),
            Self::Joaquin => ("Joaquín Herrera", "456.789.123-64"),
            Self::Emily => ("Emily Carter", "567.891.234-82"),
            Self::Rep(firm) | Self::Manager(firm) | Self::Ombudsman(firm) | Self::Legal(firm) => firm.legal(),
            Self::Davi
            | Self::Lucia
            | Self::Grace
            | Self::Helena
            | Self::Renata
            | Self::Iris
            | Self::Tomas
            | Self::Jorge => CENTRE,
        }
    }
}

impl CastMember {
    /// A manager signs for any amount, a rep up to a sum.
    const fn limit(self) -> Option<Money> {
        match self {
            Self::Rep(_) => Some(Money { amount: 1_000_000, currency: Currency::BRL }),
            Self::Marina
            | Self::Rafael
            | Self::Ana
            | Self::Joaquin
            | Self::Emily
            | Self::Manager(_)
            | Self::Ombudsman(_)
            | Self::Legal(_)
            | Self::Davi
            | Self::Lucia
            | Self::Grace
            | Self::Helena
            | Self::Renata
            | Self::Iris
            | Self::Tomas
            | Self::Jorge => None,
        }
    }
}

impl Firm {
    pub fn name(self) -> &'static str {
        FIRMS.iter().find(|(firm, ..)| *firm == self).map_or("", |(_, name, _)| name)
    }

    const fn address(self) -> &'static str {
        match self {
            Self::Aurora => "Rua das Acácias, 120, São Paulo, SP, 01001-000",
            Self::Vetor => "Avenida do Contorno, 2.500, Belo Horizonte, MG, 30110-017",
            Self::Horizonte => "Rua da Praia, 48, Porto Alegre, RS, 90010-000",
            Self::Ipe => "Avenida Paulista, 900, São Paulo, SP, 01310-100",
            Self::Vale => "Rua do Vale, 15, Campinas, SP, 13010-001",
            Self::Expresso => "Rodovia do Sul, km 12, Curitiba, PR, 81690-000",
        }
    }

    const fn legal(self) -> (&'static str, &'static str) {
        match self {
            Self::Aurora => ("Loja Aurora Comércio Ltda.", "11.222.333/0001-81"),
            Self::Vetor => ("Vetor Telecom S.A.", "22.333.444/0001-81"),
            Self::Horizonte => ("Horizonte Viagens e Turismo Ltda.", "33.444.555/0001-81"),
            Self::Ipe => ("Banco Ipê S.A.", "44.555.666/0001-81"),
            Self::Vale => ("Luz do Vale Distribuidora de Energia S.A.", "55.666.777/0001-81"),
            Self::Expresso => ("Expresso Sul Transportes Ltda.", "66.777.888/0001-81"),
        }
    }
}

/// A member of the cast as a signed-in user.
#[derive(Debug, Clone)]
pub struct Player {
    pub who: CastMember,
    pub signed_in: SignedIn,
}

#[derive(Debug)]
pub struct Cast {
    pub operator: Organisation,
    pub firms: Vec<(Firm, Organisation)>,
    players: Vec<Player>,
}

impl Cast {
    /// Enters everybody, as `acordo organisation add` and `acordo user add` do.
    pub async fn enter(state: &AppState) -> Result<Self, DemoError> {
        let store = &state.store;
        staff::add_organisation(store, OrganisationKind::Operator, OPERATOR, Trade::Other).await?;
        for (_, name, trade) in FIRMS {
            staff::add_organisation(store, OrganisationKind::Company, name, trade).await?;
        }
        for (firm, name, _) in FIRMS {
            let (legal_name, identifier) = firm.legal();
            let form = LegalIdentityForm {
                name: legal_name.to_owned(),
                scheme: Scheme::Cnpj,
                identifier: identifier.to_owned(),
                address: firm.address().to_owned(),
                trade_name: Some(name.to_owned()),
            };
            let organisation = staff::find(store, name).await?;
            legal::enter_identity(store, organisation.id, &form, EnteredBy::Operator).await?;
        }
        let centre = LegalIdentityForm {
            name: CENTRE.0.to_owned(),
            scheme: Scheme::Cnpj,
            identifier: CENTRE.1.to_owned(),
            address: CENTRE_ADDRESS.to_owned(),
            trade_name: Some(OPERATOR.to_owned()),
        };
        let operator = staff::find(store, OPERATOR).await?;
        legal::enter_identity(store, operator.id, &centre, EnteredBy::Operator).await?;
        let hash = state.identity.passwords().hash(PASSWORD_OF_ALL).await?;
        for (who, name, email, language) in PEOPLE {
            let place = who.role().in_organisation().zip(who.works_at().map(str::to_owned));
            let email = EmailAddress::parse(email).ok_or(DemoError::Story("an address of the cast is none"))?;
            let name = PersonName::parse(name).map_err(StaffError::from)?;
            let user = staff::add_user(store, NewPerson { email, name, language, place }).await?;
            if let CastMember::Rep(firm) | CastMember::Manager(firm) = who {
                let form = PowerForm { limit: who.limit(), document: DOCUMENT.to_owned(), until: None };
                let organisation = staff::find(store, firm.name()).await?;
                legal::give_power(store, organisation.id, user.id, &form, None).await?;
            }
            if who.role() != CastRole::Consumer {
                store.accounts().set_credential(user.id, PASSWORD, &hash).await?;
            }
        }
        Self::find(state).await
    }

    /// Finds the people entered at an earlier start.
    pub async fn find(state: &AppState) -> Result<Self, DemoError> {
        let accounts = state.store.accounts();
        let mut firms = Vec::new();
        for (firm, name, _) in FIRMS {
            firms.push((firm, staff::find(&state.store, name).await?));
        }
        let mut players = Vec::new();
        for (who, _, email, _) in PEOPLE {
            let user = staff::user(&state.store, email).await?;
            let memberships = accounts.member_of(user.id).await?;
            let level = if who.role() == CastRole::Consumer { IdentityLevel::Email } else { IdentityLevel::Password };
            players.push(Player {
                who,
                signed_in: SignedIn { user, memberships, session: Uuid::nil(), level, case: None },
            });
        }
        let operator = accounts.operator().await?.ok_or(DemoError::Story("there is no operator"))?;
        Ok(Self { operator, firms, players })
    }

    pub fn player(&self, who: CastMember) -> Result<&Player, DemoError> {
        self.players.iter().find(|player| player.who == who).ok_or(DemoError::Story("somebody is missing"))
    }

    pub fn by_user(&self, id: acordo_domain::id::UserId) -> Result<&Player, DemoError> {
        let player = self.players.iter().find(|player| player.signed_in.user.id == id);
        player.ok_or(DemoError::Story("somebody unknown came in"))
    }

    pub fn firm(&self, firm: Firm) -> Result<&Organisation, DemoError> {
        let found = self.firms.iter().find(|(their_firm, _)| *their_firm == firm).map(|(_, organisation)| organisation);
        found.ok_or(DemoError::Story("a company is missing"))
    }

    pub fn entries(&self) -> Vec<StoredMember> {
        let entry = |player: &Player| StoredMember {
            id: player.signed_in.user.id,
            name: player.signed_in.user.name.clone(),
            role: player.who.role(),
        };
        self.players.iter().map(entry).collect()
    }
}
