//! What people do in a story, each step a command like any other.

use super::cast::{Cast, CastMember, Firm, Player};
use super::{DemoError, proof_of};
use crate::commands::{self, NewInvitation, Visitor};
use crate::contact::{EmailAddress, PersonName};
use crate::http::app_state::AppState;
use crate::identity::staff::StaffError;
use crate::store::{Execution, Origin};
use acordo_domain::case::command::{Account, Command, Complaint, ProofKind};
use acordo_domain::case::decide::Filing;
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, CommandId, Reference};
use acordo_domain::money::{Currency, Money};
use acordo_domain::seat::{Actor, Channel, Person, Side};
use acordo_domain::terms::{Due, DueAfter, Obligation, ObligationKind, Terms};
use std::sync::Arc;
use uuid::Uuid;

/// A machine in an address block that is kept for documentation.
const ADDRESS: &str = "192.0.2.7";

/// One case on stage.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    state: &'a AppState,
    cast: &'a Cast,
    pub case: CaseId,
}

fn origin() -> Origin {
    Origin { address: Some(ADDRESS.to_owned()), user_agent: Some("acordo demo".to_owned()) }
}

fn fresh() -> CommandId {
    CommandId(Uuid::now_v7())
}

impl<'a> Scene<'a> {
    /// Files a complaint, as `POST complaints` does.
    pub async fn file(
        state: &'a AppState,
        cast: &'a Cast,
        consumer: CastMember,
        firm: Firm,
        complaint: Complaint,
    ) -> Result<Self, DemoError> {
        let user = &cast.player(consumer)?.signed_in.user;
        let company = cast.firm(firm)?;
        let (legal_name, identifier) = consumer.legal();
        let rules = state.store.rules();
        let filing = Filing {
            case: CaseId(Uuid::now_v7()),
            reference: Reference::from_bits(rand::random()),
            company: company.id,
            company_name: company.name.clone(),
            operator: cast.operator.id,
            trade: company.trade,
            language: user.language,
            consumer: Person { id: user.id, name: user.name.clone() },
            legal_name: legal_name.to_owned(),
            identifier: Some(identifier.to_owned()),
            complaint,
            rules_version: rules.rules_version,
            online: true,
        };
        let done = state.store.file(filing, fresh(), origin()).await?;
        let first = done.events.first().ok_or(DemoError::Story("a case was filed without events"))?;
        Ok(Self { state, cast, case: first.case })
    }

    /// The company invites a consumer, as `POST complaints/invite` does.
    pub async fn invite(
        state: &'a AppState,
        cast: &'a Cast,
        rep: CastMember,
        consumer: CastMember,
        account: Account,
    ) -> Result<Self, DemoError> {
        let CastMember::Rep(firm) = rep else { return Err(DemoError::Story("a rep invites")) };
        let invitee = &cast.player(consumer)?.signed_in.user;
        let (name, _) = consumer.legal();
        let new = NewInvitation {
            company: cast.firm(firm)?.id,
            name: PersonName::parse(name).map_err(StaffError::from)?,
            email: EmailAddress::parse(&invitee.email).ok_or(DemoError::Story("an address of the cast is none"))?,
            language: invitee.language,
            account,
            proof: ProofKind::IdentifierStart,
            answer: proof_of(consumer),
            rules_version: state.store.rules().rules_version,
            online: true,
        };
        let visitor = Visitor { who: Arc::new(cast.player(rep)?.signed_in.clone()), origin: origin() };
        let invited = commands::invite_consumer(&state.store, &state.identity, &visitor, new, fresh()).await;
        let (case, _) = invited.map_err(|_| DemoError::Story("an invitation was refused"))?;
        Ok(Self { state, cast, case })
    }

    pub async fn state(&self) -> Result<Arc<Case>, DemoError> {
        Ok(self.state.store.case(self.case).await?)
    }

    pub async fn act(&self, who: CastMember, command: Command) -> Result<(), DemoError> {
        self.act_as(self.cast.player(who)?, command).await
    }

    async fn act_as(&self, player: &Player, command: Command) -> Result<(), DemoError> {
        let signing = match command.needs().signing {
            Some(code) => {
                let (identity, who) = (&self.state.identity, &player.signed_in);
                Some(identity.check_code(who, self.case, code.challenge, code.document_hash, code.response).await?)
            }
            None => None,
        };
        let actor: Actor = player.signed_in.actor();
        let execution = Execution {
            case: self.case,
            actor: &actor,
            id: fresh(),
            command: &command,
            origin: origin(),
            signing,
            addressee_shown: false,
        };
        self.state.store.execute(execution).await?;
        Ok(())
    }

    pub async fn accept_invitation(&self, rep: CastMember) -> Result<(), DemoError> {
        let rules_version = self.state.store.rules().rules_version;
        self.act(rep, Command::InvitationAccept { rules_version, online: true, proof: None, own: None }).await
    }

    pub async fn say(&self, who: CastMember, text: &str) -> Result<(), DemoError> {
        self.say_in(who, Channel::Joint, text).await
    }

    pub async fn say_in(&self, who: CastMember, channel: Channel, text: &str) -> Result<(), DemoError> {
        let text = text.to_owned();
        self.act(who, Command::MessagePost { channel, text, reply_to: None, evidence: Vec::new(), kind: None }).await
    }

    /// Makes a proposal; returns its number.
    pub async fn propose(
        &self,
        who: CastMember,
        terms: Terms,
        note: &str,
        answers: Option<u32>,
    ) -> Result<u32, DemoError> {
        let note = Some(note.to_owned());
        let command = Command::ProposalMake {
            channel: Channel::Joint,
            terms,
            note,
            valid_days: None,
            valid_until: None,
            answers,
        };
        self.act(who, command).await?;
        let number = self.state().await?.joint().proposals.last().map(|proposal| proposal.number);
        number.ok_or(DemoError::Story("a proposal was lost"))
    }

    pub async fn accept(&self, who: CastMember, number: u32) -> Result<(), DemoError> {
        let hash = self.state().await?.joint().proposal(number).map(|proposal| proposal.terms_hash.clone());
        let terms_hash = hash.ok_or(DemoError::Story("a proposal is missing"))?;
        self.act(who, Command::ProposalAccept { channel: Channel::Joint, number, terms_hash }).await
    }

    pub async fn decline(&self, who: CastMember, number: u32, would_work: &str) -> Result<(), DemoError> {
        let would_work = Some(would_work.to_owned());
        self.act(who, Command::ProposalDecline { channel: Channel::Joint, number, ground: None, would_work }).await
    }

    /// Asks for a mediator and waits until one is named: by rotation, or else by the coordinator.
    pub async fn ask_for_mediator(&self, who: CastMember, else_this: CastMember) -> Result<CastMember, DemoError> {
        self.act(who, Command::MediatorRequest {}).await?;
        let user = self.cast.player(else_this)?.signed_in.user.id;
        // The worker may have been quicker; then its choice counts.
        let named = self.act(CastMember::Helena, Command::MediatorAssign { user }).await;
        let assigned = self.state().await?.procedure.mediation.assigned.as_ref().map(|assigned| assigned.person.id);
        match (assigned, named) {
            (Some(person), _) => Ok(self.cast.by_user(person)?.who),
            (None, Err(error)) => Err(error),
            (None, Ok(())) => Err(DemoError::Story("nobody was named as mediator")),
        }
    }

    /// The mediator discloses and accepts, and both sides accept the mediator's terms.
    pub async fn begin_mediation(
        &self,
        mediator: CastMember,
        parties: [CastMember; 2],
        disclosure: &str,
    ) -> Result<(), DemoError> {
        let disclosure = disclosure.to_owned();
        self.act(mediator, Command::MediatorAccept { no_conflict: true, disclosure }).await?;
        let version = self.state.store.rules().ground_rules_version;
        for party in parties {
            self.act(party, Command::GroundRulesAccept { version }).await?;
        }
        Ok(())
    }

    /// Makes sure that the accepted terms are drafted. The worker does so too; either may be first.
    pub async fn write_out(&self) -> Result<(), DemoError> {
        let version = self.state().await?.joint().deal.as_ref().map(|deal| deal.version);
        let version = version.ok_or(DemoError::Story("there is nothing to write out"))?;
        self.state.exporter.draft(self.case, version).await?;
        Ok(())
    }

    /// Signs with a code, as everybody does.
    pub async fn sign(&self, who: CastMember) -> Result<(), DemoError> {
        let player = self.cast.player(who)?;
        let case = self.state().await?;
        let draft = case.joint().deal.as_ref().and_then(|deal| deal.draft.clone());
        let draft = draft.ok_or(DemoError::Story("there is no draft to sign"))?;
        let issued =
            self.state.identity.issue_code(&player.signed_in, self.case, draft.version, &draft.document_hash).await?;
        let command = Command::AgreementSign {
            version: draft.version,
            document_hash: draft.document_hash,
            pdf_hash: draft.pdf_hash,
            name: player.signed_in.user.name.clone(),
            consent: true,
            challenge: issued.challenge.id,
            response: issued.code,
        };
        self.act_as(player, command).await
    }

    pub async fn seal(&self) -> Result<(), DemoError> {
        let version = self.state().await?.procedure.concluded.as_ref().map(|concluded| concluded.version);
        let version = version.ok_or(DemoError::Story("there is nothing to seal"))?;
        self.state.exporter.seal(self.case, version).await?;
        Ok(())
    }
}

/// The private room of one side.
pub const fn caucus(side: Side) -> Channel {
    Channel::Caucus { side, nth: 1 }
}

/// Reais, in centavos.
pub const fn reais(amount: i64) -> Money {
    Money { amount, currency: Currency::BRL }
}

pub fn terms(obligations: Vec<Obligation>) -> Terms {
    Terms { obligations, clauses: Vec::new(), chosen: Vec::new() }
}

/// What the company owes, within days of the last signature.
pub fn owes(kind: ObligationKind, money: Option<Money>, days: u16, description: &str) -> Obligation {
    Obligation {
        kind,
        debtor: Side::Company,
        money,
        due: Due::After(DueAfter { days_after_signature: days, working_days: true }),
        description: Some(description.to_owned()),
    }
}
