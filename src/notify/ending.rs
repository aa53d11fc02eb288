//! Why a case ended or moved on, and what its reader can still do about it.

use crate::notify::wording::CaseNames;
use crate::texts::{self, Language};
use acordo_domain::case::command::{CommandKind, EscalationGround, ForwardGround};
use acordo_domain::case::owed::NoticeKind;
use acordo_domain::case::show::view;
use acordo_domain::case::state::{Case, Entry, FinalTerm, InvitationState, Procedure};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::rules::Rules;
use acordo_domain::seat::Actor;
use serde::Serialize;

/// The ways out of an ended case that a mail tells of, each with its sentence.
const WAYS: [(CommandKind, &str); 3] = [
    (CommandKind::CaseReopen, "mail-way-reopen"),
    (CommandKind::CaseEscalate, "mail-way-escalate"),
    (CommandKind::InvitationAccept, "mail-way-accept"),
];

/// The phase tells it, but where nobody of the parties decided.
fn reason(procedure: &Procedure) -> &'static str {
    let phase = procedure.phase();
    match (phase, procedure.invitation.as_ref().map(|invitation| invitation.state)) {
        (Phase::ClosedRefused, None) => "not_admitted",
        (Phase::ClosedRefused, Some(InvitationState::Lapsed)) => "lapsed",
        _ => phase.name(),
    }
}

/// Why the case is with this team now. Empty where it has gone on since.
pub(super) fn moved(case: &Case, language: Language) -> Vec<String> {
    let Some(entry) = case.procedure.open_entry() else { return Vec::new() };
    let why = texts::text(language, &format!("escalation-{}", code(&entry.ground)), &[]);
    let mut said = vec![texts::text(language, "mail-moved", &[("why", why.into())])];
    let term = final_term(&case.procedure, entry.since, language);
    if term.is_none() && entry.ground == EscalationGround::TermsNotAccepted {
        let absent = &case.procedure.mediation.not_accepted;
        let key = match (absent.consumer, absent.company) {
            (true, false) => "mail-terms-consumer",
            (false, true) => "mail-terms-company",
            (true, true) | (false, false) => "mail-terms-both",
        };
        said.push(texts::text(language, key, &[]));
    }
    said.extend(term);
    said
}

/// Did an officer decide this, and give the parties reasons in the review?
pub(super) fn is_explained(case: &Case, kind: NoticeKind) -> bool {
    let entries = &case.procedure.entries;
    let passed_on = entries.iter().rev().find_map(|entry| entry.forwarded);
    match kind {
        NoticeKind::Remitted => true,
        NoticeKind::Forwarded => passed_on.is_some_and(|ground| ground != ForwardGround::Overdue),
        NoticeKind::Closed => {
            let decided = |entry: &&Entry| entry.outcome.is_some() && entry.ended_at == case.procedure.closed_at;
            entries.last().filter(decided).is_some()
        }
        _ => false,
    }
}

/// Why the mediation ended, to its mediator, who left with this event.
pub(super) fn of_mediation(case: &Case, left: u64, language: Language) -> Option<String> {
    let term = case.procedure.final_terms.iter().rev().find(|term| term.seq < left)?;
    Some(texts::text(language, "mail-moved", &[("why", ground(term, language).into())]))
}

/// How the mediation ended that ended in this moment.
fn final_term(procedure: &Procedure, at: Moment, language: Language) -> Option<String> {
    let term = procedure.final_terms.last().filter(|term| term.at == at)?;
    Some(texts::text(language, "mail-final-term", &[("why", ground(term, language).into())]))
}

fn ground(term: &FinalTerm, language: Language) -> String {
    texts::text(language, &format!("final-{}", code(&term.ground)), &[])
}

fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Empty where the case is open again.
pub(super) fn told(
    case: &Case,
    to: &Actor,
    rules: &Rules,
    now: Moment,
    (reader, language): (&CaseNames, Language),
) -> Vec<String> {
    if !case.procedure.phase().is_closed() {
        return Vec::new();
    }
    let mut said = vec![reader.text(language, &format!("mail-ended-{}", reason(&case.procedure)))];
    if let Some(ground) = case.procedure.not_admitted {
        let why = texts::text(language, &format!("refuse-{}", code(&ground)), &[]);
        said.push(texts::text(language, "mail-moved", &[("why", why.into())]));
    }
    said.extend(case.procedure.closed_at.and_then(|at| final_term(&case.procedure, at, language)));
    let allowed = view(case, to, rules, now).map(|view| view.allowed).unwrap_or_default();
    said.extend(
        WAYS.iter()
            .filter(|(command, _)| allowed.iter().any(|name| name == command.name()))
            .map(|(_, key)| texts::text(language, key, &[])),
    );
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_and_every_way_on_has_its_words_in_every_language() {
        let endings = Phase::ALL.iter().filter(|phase| phase.is_closed()).map(|phase| phase.name());
        let keys: Vec<String> = endings
            .chain(["not_admitted", "lapsed"])
            .map(|reason| format!("mail-ended-{reason}"))
            .chain(WAYS.map(|(_, key)| key.to_owned()))
            .collect();
        for language in Language::ALL {
            for key in &keys {
                assert_ne!(&texts::text(language, key, &[]), key, "{}", language.tag());
            }
        }
    }
}
