//! A reminder is sent only if the matter is still open.

use super::*;
use crate::notify::wording::author_key;
use acordo_domain::case::command::{EscalationGround, Language, Priority, Queue, Trade};
use acordo_domain::case::event::{Author, IdentityLevel, Signature, SigningMethod};
use acordo_domain::case::owed::NoticeTo;
use acordo_domain::case::state::{
    Asked, Assignment, Deal, Draft, Entry, EntryState, FiledCase, Invitation, LastMessage, Proposal, Reminded,
    SealedAnswer, Standing, Stay, Talk, Tenure,
};
use acordo_domain::id::{CaseId, OrganisationId};
use acordo_domain::moment::{DAY_MILLIS, Moment};
use acordo_domain::obligation::{DueObligation, ObligationStep, ObligationStepKind};
use acordo_domain::seat::{Membership, OrganisationKind, Person, Seat};
use acordo_domain::settings::Settings;
use acordo_domain::terms::{ObligationKind, Terms};
use uuid::Uuid;

const CONSUMER: UserId = UserId(Uuid::from_u128(1));
const REP: UserId = UserId(Uuid::from_u128(2));
const MEDIATOR: UserId = UserId(Uuid::from_u128(3));
const OFFICER: UserId = UserId(Uuid::from_u128(4));
const COLLEAGUE: UserId = UserId(Uuid::from_u128(5));
const COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(10));
const OPERATOR: OrganisationId = OrganisationId(Uuid::from_u128(11));

fn begun() -> Moment {
    "2026-11-23T12:00:00Z".parse().unwrap()
}
fn in_days(days: i64) -> Moment {
    begun().plus_millis(days * DAY_MILLIS)
}
fn person(id: UserId) -> Person {
    Person { id, name: "N".to_owned() }
}

/// A case with everybody seated, in this phase since its beginning.
fn case(phase: Phase) -> Case {
    let mut case = Case::new(CaseId(Uuid::from_u128(9)));
    let procedure = &mut case.procedure;
    procedure.filed = Some(FiledCase {
        at: begun(),
        reference: "K7Q2-9XMD".parse().unwrap(),
        filed_by: Side::Consumer,
        consumer: person(CONSUMER),
        company: COMPANY,
        company_name: "Loja".to_owned(),
        operator: OPERATOR,
        trade: Trade::Retail,
        language: Language::PtBr,
        law: acordo_domain::law::PackId::FIRST,
        settings: Settings::USUAL,
        proof: None,
    });
    procedure.phases = vec![Stay { phase: Phase::Intake, since: begun() }, Stay { phase, since: begun() }];
    procedure.invitation = Some(Invitation {
        side: Side::Company,
        since: begun(),
        until: in_days(30),
        state: InvitationState::Accepted,
        mail: None,
        turned_down_at: None,
        confirmed_at: None,
    });
    for (seat, id) in [(Seat::Consumer, CONSUMER), (Seat::Company, REP)] {
        procedure.seats.push(Tenure { seat, person: person(id), since: begun() });
        procedure.stood.push(Standing { person: id, side: seat.side().unwrap() });
    }
    case
}

fn joint(case: &mut Case) -> &mut Talk {
    case.talks.entry(Channel::Joint).or_default()
}

/// The system reminds of this date, which must run; the notice as it waits in the outbox.
fn reminded(case: &mut Case, rule: DeadlineRule) -> Notice {
    let running = dates::running(case, &Rules::default());
    let runs = running.into_iter().find(|runs| runs.rule == rule).unwrap_or_else(|| panic!("no {rule:?} runs"));
    let reminded = Reminded { rule, number: runs.number, due: runs.due, nth: 1, at: begun(), seq: 77 };
    match runs.channel {
        Channel::Procedure => case.procedure.reminded.push(reminded),
        other => case.talks.entry(other).or_default().reminded.push(reminded),
    }
    Notice { to: NoticeTo::User(CONSUMER), kind: NoticeKind::DeadlineReminder, channel: runs.channel, seq: 77 }
}

fn wanted(case: &Case, to: UserId, notice: &Notice) -> bool {
    still(case, to, notice, 0, &Rules::default())
}

fn proposal(author: Author) -> Proposal {
    Proposal {
        number: 1,
        seq: 5,
        author,
        terms: Terms { obligations: Vec::new(), clauses: Vec::new(), chosen: Vec::new() },
        terms_hash: String::new(),
        note: None,
        made_at: begun(),
        valid_until: in_days(5),
        answers: None,
        state: ProposalState::Open,
    }
}

fn entry(queue: Queue) -> Entry {
    Entry {
        number: 1,
        queue,
        organisation: OPERATOR,
        ground: EscalationGround::Impasse,
        since: begun(),
        due: in_days(14),
        state: EntryState::Waiting,
        priority: Priority::Normal,
        officer: None,
        asked: None,
        breached_at: None,
        acted_at: None,
        forwarded: None,
        ended_at: None,
        outcome: None,
    }
}

#[test]
fn the_mail_of_a_proposal_that_was_not_agreed_names_its_author() {
    let mut case = case(Phase::Mediation);
    let queues = [Queue::CompanyOmbudsman, Queue::CompanyLegal, Queue::OperatorOmbudsman, Queue::OperatorLegal];
    for (number, queue) in (1..).zip(queues) {
        case.procedure.entries.push(Entry { number, ..entry(queue) });
    }
    let reviews = (1..=4).map(|entry| Channel::Review { entry });
    let keys: Vec<&str> = [Channel::Joint]
        .into_iter()
        .chain(reviews)
        .map(|channel| {
            let to = NoticeTo::User(CONSUMER);
            author_key(&case, &Notice { to, kind: NoticeKind::ProposalNotAgreed, channel, seq: 1 }).unwrap()
        })
        .collect();
    let named = ["mediator", "company_ombudsman", "company_legal", "operator_ombudsman", "operator_legal"];
    assert_eq!(keys, named.map(|author| format!("mail-not_agreed-{author}")));
    for language in crate::texts::Language::ALL {
        let said: std::collections::BTreeSet<String> =
            keys.iter().map(|key| crate::texts::text(language, key, &[])).collect();
        assert_eq!(said.len(), keys.len(), "each has words of its own in {}", language.tag());
    }
}

#[test]
fn an_invitation_that_was_answered_is_not_called_to_mind() {
    let mut case = case(Phase::Intake);
    case.procedure.invitation.as_mut().unwrap().state = InvitationState::Open;
    let notice = reminded(&mut case, DeadlineRule::Invitation);
    assert!(wanted(&case, REP, &notice));
    for state in [InvitationState::Refused, InvitationState::Accepted] {
        case.procedure.invitation.as_mut().unwrap().state = state;
        assert!(!wanted(&case, REP, &notice), "{state:?}");
    }
}

#[test]
fn a_side_that_has_replied_is_not_asked_for_a_reply() {
    let mut case = case(Phase::Negotiation);
    let word = |voice, seq| LastMessage { voice, seq, at: begun(), from_seq: seq, from_at: begun() };
    joint(&mut case).spoken.company = true;
    joint(&mut case).last_word = Some(word(Voice::Company, 3));
    let reply = reminded(&mut case, DeadlineRule::RoomReply);
    assert!(wanted(&case, CONSUMER, &reply));
    joint(&mut case).last_word = Some(word(Voice::Consumer, 4));
    assert!(!wanted(&case, CONSUMER, &reply));

    let mut case = self::case(Phase::Negotiation);
    let first = reminded(&mut case, DeadlineRule::FirstReply);
    assert!(wanted(&case, REP, &first));
    case.procedure.first_reply.company = Some(begun());
    assert!(!wanted(&case, REP, &first));
}

#[test]
fn a_proposal_is_called_to_mind_only_of_those_whose_answer_is_missing() {
    let mut case = case(Phase::Mediation);
    joint(&mut case).proposals.push(proposal(Author::Mediator));
    let notice = reminded(&mut case, DeadlineRule::ProposalValidity);
    assert!(wanted(&case, CONSUMER, &notice) && wanted(&case, REP, &notice));
    let sealed = Channel::Sealed { side: Side::Consumer };
    let answer = SealedAnswer { channel: Channel::Joint, number: 1, accept: false };
    case.talks.entry(sealed).or_default().answers.push(answer);
    assert!(!wanted(&case, CONSUMER, &notice) && wanted(&case, REP, &notice), "the other side learns nothing");
    joint(&mut case).proposals[0].state = ProposalState::Declined;
    assert!(!wanted(&case, REP, &notice));
}

#[test]
fn a_mediator_who_answered_and_a_mediation_that_ended_are_left_alone() {
    let mut case = case(Phase::Negotiation);
    let assigned = |id| Some(Assignment { person: person(id), at: begun(), until: in_days(2) });
    case.procedure.mediation.assigned = assigned(MEDIATOR);
    let notice = reminded(&mut case, DeadlineRule::MediatorAccepts);
    assert!(wanted(&case, MEDIATOR, &notice));
    case.procedure.mediation.assigned = assigned(COLLEAGUE);
    assert!(!wanted(&case, MEDIATOR, &notice));

    let mut case = self::case(Phase::Mediation);
    case.procedure.mediation.began_at = Some(begun());
    let (ends, whole) = (reminded(&mut case, DeadlineRule::Mediation), reminded(&mut case, DeadlineRule::Procedure));
    // Two reminders under one number are told apart by what they are about.
    case.procedure.reminded[1].seq = 78;
    let whole = Notice { seq: 78, ..whole };
    assert!(wanted(&case, CONSUMER, &ends) && wanted(&case, CONSUMER, &whole));
    case.procedure.extension.days = 10;
    assert!(!wanted(&case, CONSUMER, &ends), "another date runs now");
    case.procedure.phases.push(Stay { phase: Phase::Agreed, since: begun() });
    assert!(!wanted(&case, CONSUMER, &whole));
}

#[test]
fn a_signer_who_has_signed_is_not_asked_to_sign() {
    let mut case = case(Phase::Agreed);
    let terms = proposal(Author::Company);
    joint(&mut case).deal = Some(Deal {
        number: 1,
        accepted_at: begun(),
        terms: terms.terms,
        terms_hash: String::new(),
        clauses: Vec::new(),
        version: 1,
        draft: Some(Draft {
            version: 1,
            seq: 6,
            at: begun(),
            document_hash: String::new(),
            pdf_hash: String::new(),
            sign_until: in_days(5),
        }),
        worded_at: None,
        reflection_until: None,
        signatures: Vec::new(),
    });
    let notice = reminded(&mut case, DeadlineRule::Signatures);
    assert!(wanted(&case, CONSUMER, &notice) && wanted(&case, REP, &notice));
    joint(&mut case).deal.as_mut().unwrap().signatures.push(Signature {
        at: begun(),
        authority: None,
        consent_text: String::new(),
        document_hash: String::new(),
        identity_level: IdentityLevel::Email,
        method: SigningMethod::EmailCode,
        name: "N".to_owned(),
        pdf_hash: String::new(),
        seat: Seat::Consumer,
        version: 1,
    });
    assert!(!wanted(&case, CONSUMER, &notice) && wanted(&case, REP, &notice));
}

#[test]
fn an_obligation_reported_or_confirmed_is_not_asked_for() {
    let mut case = case(Phase::Settled);
    let what =
        DueObligation { id: 1, kind: ObligationKind::Refund, debtor: Side::Company, due: in_days(9), money: None };
    case.procedure.obligations = vec![Owing::due(what, 1, 1)];
    let due = reminded(&mut case, DeadlineRule::Obligation);
    assert!(wanted(&case, REP, &due));
    let step = |what| ObligationStep { what, money: None, on: None, at: in_days(1) };
    case.procedure.obligations[0].steps.push(step(ObligationStepKind::Reported));
    assert!(!wanted(&case, REP, &due));
    case.procedure.reminded.clear();
    let confirm = reminded(&mut case, DeadlineRule::Confirmation);
    assert!(wanted(&case, CONSUMER, &confirm));
    let told = Notice { kind: NoticeKind::ObligationReported, ..confirm.clone() };
    assert!(wanted(&case, CONSUMER, &told) && !wanted(&case, REP, &told), "the debtor's side has nothing to confirm");
    case.procedure.obligations[0].steps.push(step(ObligationStepKind::Confirmed));
    assert!(!wanted(&case, CONSUMER, &confirm) && !wanted(&case, CONSUMER, &told));
}

#[test]
fn a_claimed_entry_is_called_to_mind_of_its_officer_alone_and_of_nobody_while_it_stands_still() {
    for (queue, rule, phase) in [
        (Queue::OperatorOmbudsman, DeadlineRule::OmbudsmanEntry, Phase::EscalatedOmbudsman),
        (Queue::OperatorLegal, DeadlineRule::LegalEntry, Phase::EscalatedLegal),
    ] {
        let mut case = case(phase);
        case.procedure.entries = vec![entry(queue)];
        let notice = reminded(&mut case, rule);
        let queued = Notice { kind: NoticeKind::Queued, ..notice.clone() };
        assert!(wanted(&case, COLLEAGUE, &notice) && wanted(&case, COLLEAGUE, &queued));
        case.procedure.entries[0].officer = Some(person(OFFICER));
        case.procedure.entries[0].state = EntryState::Claimed;
        assert!(wanted(&case, OFFICER, &notice));
        assert!(!wanted(&case, COLLEAGUE, &notice) && !wanted(&case, COLLEAGUE, &queued));
        case.procedure.entries[0].state = EntryState::WaitingForParty;
        case.procedure.entries[0].asked = Some(Asked { side: Side::Company, since: begun(), until: in_days(3) });
        assert!(!wanted(&case, OFFICER, &notice));
    }
}

#[test]
fn a_question_that_was_answered_is_not_asked_again() {
    let mut case = case(Phase::EscalatedOmbudsman);
    let asked = Asked { side: Side::Company, since: begun(), until: in_days(3) };
    case.procedure.entries = vec![Entry {
        officer: Some(person(OFFICER)),
        asked: Some(asked),
        state: EntryState::WaitingForParty,
        ..entry(Queue::OperatorOmbudsman)
    }];
    let notice = reminded(&mut case, DeadlineRule::Question);
    let question = Notice { kind: NoticeKind::Question, ..notice.clone() };
    let answered = Notice { kind: NoticeKind::QuestionAnswered, ..notice.clone() };
    assert!(wanted(&case, REP, &notice) && wanted(&case, REP, &question) && !wanted(&case, OFFICER, &answered));
    case.procedure.entries[0].asked = None;
    assert!(!wanted(&case, REP, &notice) && !wanted(&case, REP, &question) && wanted(&case, OFFICER, &answered));
}

#[test]
fn only_who_stood_in_the_case_or_answers_for_its_team_is_told_without_a_part_in_it() {
    let mut case = case(Phase::EscalatedLegal);
    case.procedure.entries = vec![entry(Queue::OperatorLegal)];
    let with = |id, organisation, role| Actor::Person {
        person: person(id),
        memberships: vec![Membership { organisation, kind: OrganisationKind::Operator, role }],
    };
    let (lost, late) = (NoticeKind::SeatLost, NoticeKind::EntryBreached);
    assert!(without_a_part(&case.procedure, &with(REP, COMPANY, Role::Rep), lost));
    assert!(!without_a_part(&case.procedure, &with(COLLEAGUE, COMPANY, Role::Rep), lost));
    assert!(without_a_part(&case.procedure, &with(OFFICER, OPERATOR, Role::Admin), late));
    assert!(!without_a_part(&case.procedure, &with(OFFICER, COMPANY, Role::Admin), late));
    assert!(!without_a_part(&case.procedure, &with(REP, COMPANY, Role::Rep), NoticeKind::Message));
}
