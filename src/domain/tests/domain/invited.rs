//! A case that a company began, for the tests.

use crate::world::*;
use acordo_domain::case::command::*;
use acordo_domain::case::decide::{CaseOpening, CompanyFiling, Filing, open};
use acordo_domain::case::event::NewEvent;
use acordo_domain::case::refusal::Refused;

/// What the company stated about the consumer, so that only they can answer.
pub const PROOF: &str = "4711";

/// The account that a company gives with its invitation.
pub fn account() -> Account {
    Account {
        product: "Geladeira".to_owned(),
        order_number: Some("778".to_owned()),
        story: "Entregue com atraso; a cliente diz que não gela.".to_owned(),
        happened_on: Some("2026-11-03".parse().unwrap()),
        amount_in_dispute: Some(brl(340_000)),
        care: vec![CareContact {
            protocol: Some("2026-1".to_owned()),
            on: Some("2026-11-05".parse().unwrap()),
            answer: "Oferecemos uma visita técnica.".to_owned(),
        }],
    }
}

pub fn company_filing() -> CompanyFiling {
    let Filing { case, reference, company, company_name, operator, trade, language, consumer, .. } = filing();
    CompanyFiling {
        case,
        reference,
        company,
        company_name,
        operator,
        trade,
        language,
        filer: Who::Bruna.person(),
        consumer,
        account: account(),
        proof: ProofKind::OrderNumber,
        rules_version: 1,
        online: true,
    }
}

pub fn own_account() -> OwnAccount {
    OwnAccount {
        remedy: Remedy::Refund,
        remedy_words: None,
        story: Some("Não gela desde o segundo dia.".to_owned()),
        amount_in_dispute: Some(brl(350_000)),
        accessibility: None,
    }
}

pub fn accept() -> Command {
    Command::InvitationAccept { rules_version: 1, online: true, proof: None, own: None }
}

/// The acceptance by a consumer whom the company invited.
pub fn accept_with(proof: Option<&str>) -> Command {
    Command::InvitationAccept {
        rules_version: 1,
        online: true,
        proof: proof.map(str::to_owned),
        own: Some(Box::new(own_account())),
    }
}

pub fn confirm() -> Command {
    Command::InvitationConfirm { proof: PROOF.into() }
}

impl World {
    /// The company has filed, and the consumer is invited.
    pub fn invited() -> Self {
        let mut world = Self::empty();
        let facts = world.invite(&company_filing()).unwrap();
        world.record(facts);
        world
    }
    pub fn invite(&self, filing: &CompanyFiling) -> Result<Vec<NewEvent>, Refused> {
        open(&CaseOpening::Invitation(Box::new(filing.clone())), &self.given(self.now, None))
    }
    /// The invited consumer has proved who they are.
    pub fn confirmed() -> Self {
        let mut world = Self::invited();
        world.does(Who::Ana, confirm());
        world
    }
}
