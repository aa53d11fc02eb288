//! A case with its people, and methods that move it. Everything goes through `decide`.

pub use crate::invited::*;
pub use crate::who::*;
use acordo_domain::case::apply::apply;
use acordo_domain::case::command::*;
use acordo_domain::case::decide::{CaseOpening, Context, Filing, Named, SigningProof, Teams, decide, open};
use acordo_domain::case::due::due;
use acordo_domain::case::event::{Event, Fact, IdentityLevel, NewEvent, SigningMethod};
use acordo_domain::case::owed::{Owed, owed};
use acordo_domain::case::refusal::{Refusal, Refused};
use acordo_domain::case::show::{view, with_powers};
use acordo_domain::case::state::Case;
use acordo_domain::id::*;
use acordo_domain::moment::Moment;
use acordo_domain::money::{Currency, Money};
use acordo_domain::organisation::{LegalIdentity, StatedPower};
use acordo_domain::phase::Phase;
use acordo_domain::rules::Rules;
use acordo_domain::seat::*;
use acordo_domain::settings::Settings;
use acordo_domain::terms::*;
use acordo_domain::view::CaseView;
use uuid::Uuid;

pub const HASH_A: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
pub const HASH_B: &str = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

#[derive(Debug, Clone)]
pub struct World {
    pub case: Case,
    pub now: Moment,
    pub rules: Rules,
    pub history: Vec<Event>,
    /// Without this no signature carries a proof.
    pub proves: bool,
    /// Whoever is named to mediate, or might be, has a conflict.
    pub conflict: bool,
    /// The company's legal identity; unknown at first.
    pub identity: Option<LegalIdentity>,
    /// The powers of whoever signs for the company.
    pub powers: Vec<StatedPower>,
    /// The teams that the company has.
    pub teams: Teams,
    /// Somebody who has joined the operator's ombudsman team meanwhile.
    pub promoted: Option<Who>,
}

pub fn complaint() -> Complaint {
    Complaint {
        product: "Geladeira".to_owned(),
        order_number: Some("778".to_owned()),
        story: "Chegou amassada e não gela.".to_owned(),
        happened_on: None,
        earlier_protocols: vec!["2026-1".to_owned()],
        amount_in_dispute: Some(brl(350_000)),
        remedy: Remedy::Refund,
        remedy_words: None,
        accessibility: None,
    }
}

pub fn filing() -> Filing {
    Filing {
        case: CaseId(Uuid::from_u128(1)),
        reference: Reference::from_bits(77),
        company: COMPANY,
        company_name: "Loja Aurora".to_owned(),
        operator: OPERATOR,
        trade: Trade::Retail,
        language: Language::PtBr,
        consumer: Who::Ana.person(),
        legal_name: "Ana Conceição".to_owned(),
        identifier: Some("529.982.247-25".to_owned()),
        complaint: complaint(),
        rules_version: 1,
        online: true,
    }
}

pub fn brl(amount: i64) -> Money {
    Money { amount, currency: Currency::BRL }
}

pub fn refund(amount: i64) -> Terms {
    Terms {
        obligations: vec![Obligation {
            kind: ObligationKind::Refund,
            debtor: Side::Company,
            money: Some(brl(amount)),
            due: Due::After(DueAfter { days_after_signature: 5, working_days: true }),
            description: None,
        }],
        clauses: vec!["Nada mais é devido.".to_owned()],
        chosen: vec![],
    }
}

/// A refund with clauses of the library.
pub fn chosen(clauses: &[(&str, Option<u32>)]) -> Terms {
    let chosen = clauses.iter().map(|(clause, value)| ChosenClause { clause: (*clause).to_owned(), value: *value });
    Terms { chosen: chosen.collect(), ..refund(100) }
}

pub fn message(channel: Channel, text: &str) -> Command {
    Command::MessagePost { channel, text: text.to_owned(), reply_to: None, evidence: vec![], kind: None }
}

pub fn propose(terms: Terms) -> Command {
    let (channel, note) = (Channel::Joint, None);
    Command::ProposalMake { channel, terms, note, valid_days: None, valid_until: None, answers: None }
}

/// Why an officer decided so.
pub fn reasons() -> String {
    "As duas versões conferem com a nota.".to_owned()
}

pub fn caucus(side: Side) -> Channel {
    Channel::Caucus { side, nth: 1 }
}

pub fn evidence(id: u128) -> EvidencePart {
    EvidencePart {
        id: EvidenceId(Uuid::from_u128(id)),
        media_type: "image/png".to_owned(),
        name: "foto.png".to_owned(),
        original_sha256: "a".repeat(64),
        sha256: "b".repeat(64),
        size: 10,
    }
}

pub fn challenge() -> ChallengeId {
    ChallengeId(Uuid::from_u128(0xCA))
}

impl World {
    pub fn empty() -> Self {
        Self {
            case: Case::new(filing().case),
            now: "2026-11-23T12:00:00.000Z".parse().unwrap(),
            rules: Rules::default(),
            history: Vec::new(),
            proves: true,
            conflict: false,
            identity: None,
            powers: vec![power(None)],
            teams: Teams::default(),
            promoted: None,
        }
    }
    /// Acts as if the operator had set this before the case was filed.
    pub fn settle_on(&mut self, change: impl Fn(&mut Settings)) {
        change(&mut self.rules.settings);
        let filed = self.history.iter_mut().find_map(|event| match &mut event.fact {
            Some(Fact::CaseFiled { settings, .. }) => Some(settings),
            _ => None,
        });
        change(filed.unwrap());
        change(&mut self.case.procedure.filed.as_mut().unwrap().settings);
    }
    pub fn with_conflict(self) -> Self {
        Self { conflict: true, ..self }
    }
    /// Filed where a coordinator has to admit cases.
    pub fn waiting_to_be_admitted() -> Self {
        let mut world = Self::empty();
        world.rules.admit_by_rule = false;
        let facts = world.file(&filing()).unwrap();
        world.record(facts);
        world
    }
    /// Filed and invited.
    pub fn intake() -> Self {
        Self::filed(&filing())
    }
    pub fn filed(filing: &Filing) -> Self {
        let mut world = Self::empty();
        let facts = world.file(filing).unwrap();
        world.record(facts);
        world
    }
    pub fn file(&self, filing: &Filing) -> Result<Vec<NewEvent>, Refused> {
        open(&CaseOpening::Complaint(Box::new(filing.clone())), &self.given(self.now, None))
    }
    pub fn negotiation() -> Self {
        let mut world = Self::intake();
        world.does(Who::Bruna, accept());
        world
    }
    /// A mediator was asked for, and one is named.
    pub fn assigned() -> Self {
        let mut world = Self::negotiation();
        world.does(Who::Ana, Command::MediatorRequest {});
        world.does(Who::System, Command::MediatorAssign { user: Who::Mediator.id() });
        world
    }
    /// The mediator has come; nobody has accepted the ground rules yet.
    pub fn mediator_came() -> Self {
        let mut world = Self::assigned();
        world.does(Who::Mediator, Command::MediatorAccept { no_conflict: true, disclosure: "Nenhum conflito.".into() });
        world
    }
    pub fn mediation() -> Self {
        let mut world = Self::mediator_came();
        for who in [Who::Ana, Who::Bruna] {
            world.does(who, Command::GroundRulesAccept { version: 1 });
        }
        world
    }
    /// Accepted in mediation but not drafted, because the company is not identified.
    pub fn agreed() -> Self {
        let mut world = Self::mediation();
        world.does(Who::Bruna, propose(refund(200_000)));
        world.accepts(Who::Ana, 1);
        world
    }
    pub fn drafted() -> Self {
        let mut world = Self::agreed();
        world.identify_company();
        world.draft();
        world
    }
    /// Agreed in negotiation, without a mediator.
    pub fn drafted_alone() -> Self {
        let mut world = Self::negotiation();
        world.does(Who::Bruna, propose(refund(200_000)));
        world.accepts(Who::Ana, 1);
        world.identify_company();
        world.draft();
        world
    }
    pub fn settled() -> Self {
        let mut world = Self::drafted();
        world.does(Who::Ana, Command::AgreementWaiveReflection { version: Some(1) });
        for who in [Who::Ana, Who::Bruna, Who::Mediator] {
            world.signs(who).unwrap();
        }
        world
    }
    pub fn escalated() -> Self {
        let mut world = Self::mediation();
        world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
        world
    }
    /// Claimed by the operator's ombudsman, with the handover file.
    pub fn claimed() -> Self {
        let mut world = Self::escalated();
        world.hands_over();
        world.does(Who::Ombudsman, Command::EscalationClaim {});
        world
    }
    /// The company has an ombudsman of its own, who comes first.
    pub fn with_own_ombudsman() -> Self {
        let mut world = Self::mediation();
        world.teams.ombudsman = true;
        world.does(Who::Mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement });
        world.hands_over();
        world.does(Who::Ouvidora, Command::EscalationClaim {});
        world
    }
    /// Does what the shell does about `Owed::Handover`.
    pub fn hands_over(&mut self) {
        let command = self.handing_over();
        self.does(Who::System, command);
    }
    pub fn handing_over(&self) -> Command {
        Command::HandoverFile {
            entry: self.case.procedure.entries.last().map_or(1, |entry| entry.number),
            complaint: Box::new(HandoverComplaint { complaint: complaint(), legal_name: "Ana Conceição".into() }),
            evidence: vec![],
            procedure_size: self.case.procedure.size,
            procedure_root: HASH_A.into(),
        }
    }
    pub fn review(&self) -> Channel {
        Channel::Review { entry: self.case.procedure.entries.last().unwrap().number }
    }
    /// Signed, and the obligation is overdue by more than the days of grace.
    pub fn breached() -> Self {
        let mut world = Self::settled();
        world.later(40);
        world.clock_strikes();
        world
    }
    /// Does everything that is due.
    pub fn clock_strikes(&mut self) {
        for _ in 0..200 {
            let Some(command) = due(&self.case, &self.rules, self.now) else { return };
            self.does(Who::System, command);
        }
        panic!("the clock strikes without end");
    }
    /// Ended by the operator's officer.
    pub fn ended() -> Self {
        let mut world = Self::claimed();
        world.does(
            Who::Ombudsman,
            Command::EscalationClose { outcome: ClosingOutcome::NoAgreement, reasons: reasons() },
        );
        world
    }
    pub fn closed() -> Self {
        let mut world = Self::settled();
        world.does(Who::Bruna, Command::ObligationReportDone { id: 1, evidence: vec![], money: None, on: None });
        world.does(Who::Ana, Command::ObligationConfirm { id: 1, money: None, on: None });
        world
    }

    pub fn identify_company(&mut self) {
        self.identity = Some(identity(1));
        self.does(Who::System, Command::LegalIdentityTake {});
    }
    pub fn accepts(&mut self, who: Who, number: u32) {
        let command = self.acceptance(number);
        self.does(who, command);
    }
    pub fn acceptance(&self, number: u32) -> Command {
        let terms_hash = self.case.joint().proposal(number).unwrap().terms_hash.clone();
        Command::ProposalAccept { channel: Channel::Joint, number, terms_hash }
    }

    pub(crate) fn given<'a>(&'a self, now: Moment, named: Option<&'a Named>) -> Context<'a> {
        Context {
            now,
            command_id: CommandId(Uuid::from_u128(9)),
            signing: self.proves.then(|| SigningProof {
                challenge: challenge(),
                method: SigningMethod::EmailCode,
                identity_level: IdentityLevel::Email,
            }),
            named,
            conflict: self.conflict,
            cases_with_company: 3,
            company_teams: self.teams,
            legal_identity: self.identity.as_ref(),
            powers: &self.powers,
            item: None,
            addressee_shown: false,
            rules: &self.rules,
        }
    }
    /// Decides without recording.
    pub fn asks(&self, actor: &Actor, command: &Command, now: Moment) -> Result<Vec<NewEvent>, Refused> {
        // Answers only what the command says it needs, as the shell does.
        let needs = command.needs();
        let named = needs.named.and_then(|user| Who::ALL.into_iter().find(|who| who.id() == user)).map(Who::named);
        let actor = &self.as_promoted(actor);
        let mut given = self.given(now, named.as_ref());
        given.item = needs
            .item
            .and_then(|(channel, seq)| self.history.iter().find(|event| event.channel == channel && event.seq == seq));
        given.signing = given.signing.filter(|_| needs.signing.is_some());
        given.conflict &= needs.conflict;
        given.addressee_shown = needs.proof == Some(PROOF);
        if !needs.cases_with_company {
            given.cases_with_company = 0;
        }
        if !needs.legal_identity {
            given.legal_identity = None;
        }
        if !needs.powers {
            given.powers = &[];
        }
        if !needs.company_teams {
            given.company_teams = Teams::default();
        }
        decide(&self.case, actor, command, &given)
    }
    fn as_promoted(&self, actor: &Actor) -> Actor {
        match (actor, self.promoted) {
            (Actor::Person { person, memberships }, Some(who)) if person.id == who.id() => {
                let mut memberships = memberships.clone();
                memberships.extend(Who::Ombudsman.memberships());
                Actor::Person { person: person.clone(), memberships }
            }
            _ => actor.clone(),
        }
    }
    /// Decides with another person behind the id that the command names.
    pub fn asks_naming(&self, actor: &Actor, command: &Command, named: &Named) -> Result<Vec<NewEvent>, Refused> {
        decide(&self.case, actor, command, &self.given(self.now, Some(named)))
    }
    pub fn tells(&mut self, who: Who, command: &Command) -> Result<Vec<Event>, Refused> {
        let facts = self.asks(&who.actor(), command, self.now)?;
        Ok(self.record(facts))
    }
    pub fn record(&mut self, facts: Vec<NewEvent>) -> Vec<Event> {
        let mut done = Vec::new();
        for fact in facts {
            let event = self.case.number(fact, self.now);
            apply(&mut self.case, &event);
            self.history.push(event.clone());
            done.push(event);
        }
        done
    }
    /// Gives a command that must be accepted.
    pub fn does(&mut self, who: Who, command: Command) -> Vec<Event> {
        match self.tells(who, &command) {
            Ok(events) => events,
            Err(refused) => panic!("{who:?} {command:?}: {refused:?}"),
        }
    }
    /// Gives a command that must be refused.
    pub fn refuses(&mut self, who: Who, command: Command) -> Refusal {
        self.refused(who, command).code
    }
    pub fn refused(&mut self, who: Who, command: Command) -> Refused {
        match self.tells(who, &command) {
            Err(refused) => refused,
            Ok(events) => panic!("{who:?} {command:?} was done: {events:?}"),
        }
    }
    pub fn phase(&self) -> Phase {
        self.case.phase()
    }
    pub fn later(&mut self, days: i64) {
        self.now = self.now.plus_days(days);
    }
    pub fn sees(&self, who: Who) -> CaseView {
        self.view(who).unwrap()
    }
    pub fn view(&self, who: Who) -> Option<CaseView> {
        let view = view(&self.case, &who.actor(), &self.rules, self.now)?;
        Some(with_powers(view, &self.powers, &self.rules, self.now))
    }
    pub fn owes(&self, events: &[Event]) -> Vec<Owed> {
        owed(&self.case, events)
    }
}
