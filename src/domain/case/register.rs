//! The register of agreements: what a company's and the mediation centre's teams read of a case in which they have no
//! other part. Nothing of it goes beyond the concluded agreements and what became of their obligations.

use crate::case::breach::{breach_unsaid, is_breached};
use crate::case::state::{Case, Concluded, Owing, Procedure};
use crate::id::OrganisationId;
use crate::moment::Moment;
use crate::rules::Rules;
use crate::seat::{Actor, Membership, OrganisationKind, Role, Side};
use crate::view::{RegisterObligation, RegisterRow, RegisterState};
use std::collections::BTreeSet;

/// Does this membership open the register of its organisation?
const fn opens_register(membership: &Membership) -> bool {
    match membership.kind {
        OrganisationKind::Company => {
            matches!(membership.role, Role::Manager | Role::Viewer | Role::Ombudsman | Role::Legal)
        }
        OrganisationKind::Operator => matches!(membership.role, Role::Ombudsman | Role::Legal),
    }
}

/// The organisations whose register this actor reads.
pub fn registers(actor: &Actor) -> BTreeSet<(OrganisationKind, OrganisationId)> {
    let Actor::Person { memberships, .. } = actor else { return BTreeSet::new() };
    let open = memberships.iter().filter(|membership| opens_register(membership));
    open.map(|membership| (membership.kind, membership.organisation)).collect()
}

/// The organisation in whose register this actor finds the case. Who is out of the case, or is its consumer, finds it in
/// none.
pub(super) fn register_of(procedure: &Procedure, actor: &Actor) -> Option<OrganisationId> {
    let Actor::Person { person, memberships } = actor else { return None };
    let filed = procedure.filed.as_ref()?;
    let apart = procedure.is_barred(person.id) || procedure.side_of(person.id) == Some(Side::Consumer);
    if apart || procedure.concluded.is_none() {
        return None;
    }
    let of_this_case = |membership: &&Membership| match membership.kind {
        OrganisationKind::Company => membership.organisation == filed.company,
        OrganisationKind::Operator => membership.organisation == filed.operator,
    };
    let found = memberships.iter().filter(|membership| opens_register(membership)).find(of_this_case);
    found.map(|membership| membership.organisation)
}

/// A case as the register shows it to somebody.
#[derive(Debug, Clone, Copy)]
pub struct Registered<'a> {
    procedure: &'a Procedure,
}

impl<'a> Registered<'a> {
    /// `None` is answered like a case that does not exist.
    pub fn of(case: &'a Case, actor: &Actor) -> Option<Self> {
        register_of(&case.procedure, actor).map(|_| Self { procedure: &case.procedure })
    }
    /// Every agreement that was signed by all, oldest first.
    pub fn agreements(&self) -> impl DoubleEndedIterator<Item = &'a Concluded> {
        self.procedure.agreements()
    }
    pub fn agreement(&self, version: u32) -> Option<&'a Concluded> {
        self.procedure.concluded_as(version)
    }
}

/// What the register finds an agreement by. It moves with the case's events alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterEntry {
    pub version: u32,
    pub concluded_at: Moment,
    /// As the events say it.
    pub state: RegisterState,
    /// Of what is still owed when the case is closed, by when the first of it is in breach: no event says so any more.
    pub breach_from: Option<Moment>,
}

impl RegisterEntry {
    pub fn state_at(&self, now: Moment) -> RegisterState {
        match (self.state, self.breach_from) {
            (RegisterState::Owed, Some(from)) if from <= now => RegisterState::Breached,
            (state, _) => state,
        }
    }
}

/// The agreements of this case, oldest first.
pub fn register_entries(case: &Case, rules: &Rules) -> Vec<RegisterEntry> {
    let rules = case.procedure.rules(rules);
    let entry = |concluded: &Concluded| {
        let owed: Vec<&Owing> = case.procedure.owed_under(concluded.version).collect();
        let breaches = owed.iter().filter_map(|owing| breach_unsaid(&case.procedure, owing, &rules));
        RegisterEntry {
            version: concluded.version,
            concluded_at: concluded.at,
            state: state(&owed),
            breach_from: breaches.min(),
        }
    };
    case.procedure.agreements().map(entry).collect()
}

/// The agreements of this case as they are at this hour, oldest first. Whose register it is the caller has asked.
pub fn register(case: &Case, rules: &Rules, now: Moment) -> Vec<RegisterRow> {
    let Some(filed) = &case.procedure.filed else { return Vec::new() };
    let rules = case.procedure.rules(rules);
    let row = |(concluded, entry): (&Concluded, RegisterEntry)| {
        let owed = case.procedure.owed_under(concluded.version);
        RegisterRow {
            case: case.id,
            version: concluded.version,
            reference: filed.reference,
            company_name: filed.company_name.clone(),
            consumer_name: filed.consumer.name.clone(),
            language: filed.language,
            concluded_at: concluded.at,
            sealed: concluded.sealed_pdf_hash.is_some(),
            state: entry.state_at(now),
            zone: rules.calendar.zone_name().to_owned(),
            obligations: owed.map(|owing| obligation(&case.procedure, owing, &rules, now)).collect(),
        }
    };
    case.procedure.agreements().zip(register_entries(case, &rules)).map(row).collect()
}

fn state(owed: &[&Owing]) -> RegisterState {
    let open = || owed.iter().filter(|owing| !owing.account().is_done());
    if open().any(|owing| owing.breached_at.is_some()) {
        RegisterState::Breached
    } else if open().next().is_some() {
        RegisterState::Owed
    } else {
        RegisterState::Done
    }
}

fn obligation(procedure: &Procedure, owing: &Owing, rules: &Rules, now: Moment) -> RegisterObligation {
    let account = owing.account();
    RegisterObligation {
        id: owing.what.id,
        kind: owing.what.kind,
        debtor: owing.what.debtor,
        due: owing.what.due,
        state: account.state(),
        overdue: now >= rules.calendar.in_time_until(owing.what.due) && account.unreported() > 0,
        breached: is_breached(procedure, owing, rules, now),
        money: owing.sum(account.whole),
        owed: owing.sum(account.owed()),
        reported: owing.sum(account.reported()),
        confirmed: owing.sum(account.confirmed),
        released: owing.sum(account.released),
        presumed: owing.sum(account.presumed),
        steps: owing.steps.clone(),
    }
}
