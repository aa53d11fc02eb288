//! Decides commands: policy first, then the state, then the facts that follow. Pure and synchronous.

mod agreement;
mod consent;
pub(super) mod ends;
mod escalation;
pub(super) mod feedback;
mod identity;
mod intake;
mod mediation;
mod opening;
pub(super) mod performance;
pub(super) mod proposals;
pub(super) mod review;
mod seats;
pub(super) mod talk;
mod terms;
mod text;
mod until;

pub use consent::consent_text;
pub(super) use ends::closings;
pub use identity::{LegalIdentityForm, PowerForm};
pub use opening::{CaseOpening, CompanyFiling, Filing, open};

use crate::case::asker::Asker;
use crate::case::audience::{Readable, capacity, invited_side};
use crate::case::command::{Command, CommandKind, ProposalEnd, command_table};
use crate::case::event::{Event, Fact, FactKind, IdentityLevel, NewEvent, SigningMethod};
use crate::case::policy::policy;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Case, Procedure, Talk};
use crate::id::{ChallengeId, CommandId};
use crate::moment::Moment;
use crate::organisation::{LegalIdentity, StatedPower};
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Actor, Capacity, Channel, Membership, Person, Side, Voice};

/// What `decide` needs from outside the case: the time, the proof of a signer, the person a command names.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    pub now: Moment,
    pub command_id: CommandId,
    pub signing: Option<SigningProof>,
    pub named: Option<&'a Named>,
    /// Who is named, or else who acts, stands or stood in another case with or against one of the parties, too lately.
    pub conflict: bool,
    /// How many other cases the mediator who accepts has had with this company.
    pub cases_with_company: u32,
    /// Which teams the company keeps for cases that do not settle.
    pub company_teams: Teams,
    /// The legal identity in the company's record that stands now.
    pub legal_identity: Option<&'a LegalIdentity>,
    /// The actor's powers to bind the company, those that ended too.
    pub powers: &'a [StatedPower],
    /// The event that `escalation.release_item` names, as it is stored.
    pub item: Option<&'a Event>,
    /// The shell compared what an invited consumer gave with what the company said.
    pub addressee_shown: bool,
    pub rules: &'a Rules,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Teams {
    pub ombudsman: bool,
    pub legal: bool,
}

/// The shell checked challenge and response against the document hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningProof {
    pub challenge: ChallengeId,
    pub method: SigningMethod,
    pub identity_level: IdentityLevel,
}

/// The person a command names (`mediator.assign`, `seat.hand_over`), with memberships and load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub person: Person,
    pub memberships: Vec<Membership>,
    /// Open cases this person mediates; the shell orders candidates by it.
    pub load: u32,
}

type Verdict = Result<(), Refused>;

macro_rules! decisions {
    ($(
        $(#[$meta:meta])*
        $variant:ident = $name:tt { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? }
        from $sender:ident [$($who:expr => $phases:expr),+]
        $(needs { $($need:ident: $value:expr),+ })?
        decided by $method:ident($($argument:expr),* $(,)?) $(offered $how:ident $guard:path)?;
    )*) => {
        impl Decision<'_> {
            #[allow(unused_variables, reason = "the response of a signer is checked by the shell")]
            fn dispatch(&mut self, command: &Command) -> Verdict {
                match command { $(
                    Command::$variant { $($field),* } => self.$method($($argument),*),
                )* }
            }
        }

        /// Do the guards let some form of this command pass? Whether the policy does is asked before.
        pub(super) fn is_offered(command: CommandKind, asker: &Asker<'_>) -> bool {
            match command { $(
                CommandKind::$variant => offered!(asker, $sender $($how $guard)?),
            )* }
        }
    };
}
macro_rules! offered {
    ($asker:ident, $sender:ident by $guard:path) => {
        $guard($asker).is_ok()
    };
    ($asker:ident, $sender:ident when $some_form:path) => {
        $some_form($asker)
    };
    ($asker:ident, System) => {
        false
    };
    ($asker:ident, $sender:ident) => {
        true
    };
}
command_table!(decisions);

/// A command under decision, and the facts gathered so far.
struct Decision<'a> {
    case: &'a Case,
    asker: Asker<'a>,
    procedure: &'a Procedure,
    joint: &'a Talk,
    person: Option<&'a Person>,
    capacity: Capacity,
    voice: Voice,
    context: &'a Context<'a>,
    facts: Vec<NewEvent>,
    /// What stands after everything that follows from it (record.md, "Agreement").
    conclusion: Option<NewEvent>,
}

/// Decides one command. The facts it returns are numbered and applied in their order, all or none.
pub fn decide(case: &Case, actor: &Actor, command: &Command, context: &Context<'_>) -> Result<Vec<NewEvent>, Refused> {
    let capacity = capacity(&case.procedure, actor).ok_or(Refusal::NoCapacity)?;
    let phase = case.phase();
    let phases = policy(command.kind(), capacity);
    if phases.is_empty() {
        return Err(Refusal::NotYours.into());
    }
    if !phases.has(phase) {
        let closed = phase.is_closed();
        return Err(if closed { Refusal::CaseClosed } else { Refusal::WrongPhase }.into());
    }
    let person = match actor {
        Actor::Person { person, .. } => Some(person),
        Actor::System => None,
    };
    let rules = case.procedure.rules(context.rules);
    let context = &Context { rules: &rules, ..context.clone() };
    let readable = Readable::of(case, actor).unwrap_or_else(|| Readable::by(case, capacity));
    let mut decision = Decision {
        case,
        asker: Asker { readable, person: person.map(|person| person.id), rules: context.rules, now: context.now },
        procedure: &case.procedure,
        joint: case.joint(),
        person,
        capacity,
        voice: voice(&case.procedure, actor, capacity),
        context,
        facts: Vec::new(),
        conclusion: None,
    };
    decision.dispatch(command)?;
    decision.first_reply();
    decision.certify();
    decision.facts.extend(decision.conclusion);
    Ok(decision.facts)
}

/// The name of this capacity in the record (record.md, "An event").
fn voice(procedure: &Procedure, actor: &Actor, capacity: Capacity) -> Voice {
    match capacity {
        Capacity::Consumer => Voice::Consumer,
        Capacity::Company | Capacity::Approver => Voice::Company,
        Capacity::Mediator | Capacity::AssignedMediator => Voice::Mediator,
        Capacity::Ombudsman => Voice::Ombudsman,
        Capacity::Legal => Voice::Legal,
        Capacity::QueueOfficer => match procedure.open_entry() {
            Some(entry) => entry.queue.seat().into(),
            None => Voice::Ombudsman,
        },
        Capacity::Coordinator => Voice::Coordinator,
        Capacity::Invited => invited_side(procedure, actor).seat().into(),
        Capacity::Companion | Capacity::Register | Capacity::System => Voice::System,
    }
}

impl<'a> Decision<'a> {
    /// The first word of a side is a date of the procedure; what it said is not.
    fn first_reply(&mut self) {
        let words = |new: &NewEvent| {
            let said = matches!(
                new.fact.kind(),
                FactKind::MessagePosted
                    | FactKind::ProposalMade
                    | FactKind::ProposalDeclined
                    | FactKind::ProposalAccepted
            );
            (said && new.channel == Channel::Joint).then_some(new.seat)
        };
        let spoke = self.facts.iter().find_map(words).and_then(Voice::side);
        if let Some(side) = spoke.filter(|side| self.procedure.first_reply.get(*side).is_none()) {
            self.follows(Channel::Procedure, Fact::FirstReplyGiven { side });
        }
    }

    /// A fact by the actor.
    fn own(&mut self, channel: Channel, fact: Fact) {
        self.facts.push(NewEvent {
            channel,
            seat: self.voice,
            by: self.person.cloned(),
            fact,
            evidence: None,
            with_origin: false,
        });
    }

    /// A fact that follows, in the system's voice.
    fn follows(&mut self, channel: Channel, fact: Fact) {
        self.facts.push(NewEvent { channel, seat: Voice::System, by: None, fact, evidence: None, with_origin: false });
    }

    fn enter(&mut self, phase: Phase) {
        // Where nobody can mediate any more, nobody is waited for who could.
        let over =
            phase.is_closed() || matches!(phase, Phase::Settled | Phase::EscalatedOmbudsman | Phase::EscalatedLegal);
        // What is concluded and owes nothing is settled and closed in one decision.
        let told = self.facts.iter().any(|new| matches!(new.fact, Fact::AssignmentEnded { .. }));
        if let (true, false, Some(assigned)) = (over, told, &self.procedure.mediation.assigned) {
            self.follows(Channel::Procedure, Fact::AssignmentEnded { person: assigned.person.id });
        }
        self.follows(Channel::Procedure, Fact::PhaseChanged { phase });
    }

    /// Leaving a phase closes every open proposal.
    fn clear_the_table(&mut self) {
        for number in self.joint.open_proposals().map(|proposal| proposal.number) {
            self.follows(Channel::Joint, Fact::ProposalClosed { number, by: ProposalEnd::PhaseOver });
        }
        self.close_recommendations(ProposalEnd::PhaseOver);
    }

    fn reopen_floor(&mut self) {
        if self.joint.paused {
            self.follows(Channel::Joint, Fact::FloorOpened {});
        }
    }

    fn now(&self) -> Moment {
        self.context.now
    }

    fn rules(&self) -> &'a Rules {
        self.context.rules
    }

    fn phase(&self) -> Phase {
        self.procedure.phase()
    }

    fn side(&self) -> Result<Side, Refused> {
        self.voice.side().ok_or(Refusal::NotYours.into())
    }

    fn person(&self) -> Result<&'a Person, Refused> {
        self.person.ok_or(Refusal::NotYours.into())
    }
}
