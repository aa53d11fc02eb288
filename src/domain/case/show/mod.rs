//! The view of a case: a fold of what its viewer may read, taken from `Readable` and nowhere else.

mod agreement;
mod allowed;
mod deadlines;
mod obligation;
mod part;
mod power;
mod queue;
mod row;

pub use power::{asks_for_powers, with_powers};
pub use row::{Audience, numbers, row};

use crate::case::apply::stage;
use crate::case::asker::Asker;
use crate::case::audience::Readable;
use crate::case::command::{CommandKind, PaperKind};
use crate::case::decide::feedback::rated_end;
use crate::case::decide::proposals::offers_as;
use crate::case::decide::talk;
use crate::case::event::Author;
use crate::case::policy::policy;
use crate::case::state::{Case, FiledCase, Proposal, ProposalState, Talk};
use crate::case::take::{is_sealed, may_take_paper, may_take_record};
use crate::case::turn::{own_answer, turn};
use crate::diff::{clause_diff, diff};
use crate::identifier::formatted;
use crate::moment::Moment;
use crate::phase::Phase;
use crate::rules::Rules;
use crate::seat::{Actor, Channel, Seat, Side};
use crate::view::{
    AwaitedView, CaseView, CompanyView, ConsentView, DisclosureView, GroundRulesView, IdeaView, InvitationView,
    MediatorState, MediatorView, PartyView, ProposalView, RecordProfile, SeatView, SummaryView,
};

/// The case as this viewer may see it; `None` is answered like a case that does not exist.
pub fn view(case: &Case, actor: &Actor, rules: &Rules, now: Moment) -> Option<CaseView> {
    let readable = Readable::of(case, actor)?;
    let filed = readable.procedure().filed.as_ref()?;
    let person = match actor {
        Actor::Person { person, .. } => Some(person.id),
        Actor::System => None,
    };
    let rules = readable.procedure().rules(rules);
    Some(shown(&Asker { readable, person, rules: &rules, now }, filed))
}

fn shown(asker: &Asker<'_>, filed: &FiledCase) -> CaseView {
    let Asker { readable, rules, now, .. } = asker;
    let now = *now;
    let procedure = readable.procedure();
    CaseView {
        id: readable.id(),
        reference: filed.reference,
        phase: procedure.phase(),
        stage: stage(procedure),
        trade: filed.trade,
        language: filed.language,
        company: CompanyView { id: filed.company, name: filed.company_name.clone() },
        consumer_name: filed.consumer.name.clone(),
        filed_by: filed.filed_by,
        filed_at: filed.at,
        zone: rules.calendar.zone_name().to_owned(),
        capacity: readable.capacity(),
        side: readable.side(),
        seats: procedure
            .seats
            .iter()
            .map(|tenure| SeatView {
                seat: tenure.seat,
                person: tenure.person.id,
                name: tenure.person.name.clone(),
                since: tenure.since,
            })
            .collect(),
        turn: turn(readable, rules, now),
        deadlines: deadlines::deadlines(readable, rules, now),
        heads: readable.channels().map(|channel| (channel, readable.size(channel))).collect(),
        writable: writable(asker),
        listeners: part::listeners(asker),
        offers_as: part::offers(readable),
        releasable: part::releasable_now(asker),
        allowed: allowed::allowed(asker),
        invitation: procedure.invitation.as_ref().map(|invitation| InvitationView {
            side: invitation.side,
            until: invitation.until,
            state: invitation.state,
            received_at: invitation.received_at(),
            undeliverable: invitation.mail.is_some_and(|mail| !mail.delivered),
            back_until: invitation.back_until(rules).filter(|_| procedure.phase() == Phase::ClosedRefused),
            proof: filed.proof.filter(|_| invitation.side == Side::Consumer),
            confirmed: invitation.confirmed_at.is_some(),
        }),
        account: readable.account().cloned(),
        complaint: readable.complaint().cloned(),
        files: part::files(asker),
        mediator: mediator(readable),
        ground_rules: GroundRulesView {
            version: rules.ground_rules_version,
            accepted: Side::BOTH
                .into_iter()
                .filter(|side| procedure.mediation.ground_rules.get(*side).is_some())
                .collect(),
        },
        floor_paused: readable.joint().is_some_and(|joint| joint.paused),
        proposals: proposals(readable, now),
        ideas: ideas(readable),
        disclosures: disclosures(readable),
        summaries: summaries(readable),
        agreement: agreement::agreement(readable, filed),
        agreements: agreement::concluded(readable),
        obligations: procedure.obligations.iter().map(|owing| obligation::obligation(asker, owing)).collect(),
        parties: parties(readable),
        entries: queue::entries(readable),
        question: queue::question(readable),
        releases: queue::releases(readable),
        papers: queue::papers(readable),
        record_as_it_stands: procedure
            .record_as_it_stands()
            .is_some_and(|number| may_take_paper(readable, PaperKind::Procedure, number)),
        records: records(readable),
        consents: procedure
            .consents
            .iter()
            .map(|consent| ConsentView { side: consent.side, scope: consent.scope })
            .collect(),
        awaited: procedure.awaited.map(|awaited| AwaitedView { side: awaited.side, until: awaited.until }),
        extension: queue::extension(readable, rules),
        feedback: readable
            .talk(Channel::Sealed { side: Side::Consumer })
            .and_then(|sealed| sealed.feedback)
            .filter(|given| given.end >= rated_end(procedure))
            .map(|given| given.score),
        closed_at: procedure.closed_at,
    }
}

fn records(readable: &Readable<'_>) -> Vec<RecordProfile> {
    RecordProfile::ALL
        .into_iter()
        .filter(|profile| *profile != RecordProfile::Agreement || is_sealed(readable.procedure()))
        .filter(|profile| may_take_record(readable, *profile).is_ok())
        .collect()
}

/// Channels this viewer may write messages or notes to now.
fn writable(asker: &Asker<'_>) -> Vec<Channel> {
    let phase = asker.procedure().phase();
    let may = |command| policy(command, asker.capacity()).has(phase);
    let (talks, notes) = (may(CommandKind::MessagePost), may(CommandKind::NotePut));
    asker
        .readable
        .channels()
        .filter(|channel| {
            (talks && talk::post(asker, *channel).is_ok()) || (notes && talk::note(asker, *channel).is_ok())
        })
        .collect()
}

fn mediator(readable: &Readable<'_>) -> Option<MediatorView> {
    let procedure = readable.procedure();
    let words = readable.joint().and_then(|joint| joint.disclosure.as_ref());
    if let Some(tenure) = procedure.mediator() {
        return Some(MediatorView {
            state: MediatorState::Accepted,
            person: Some(tenure.person.id),
            name: Some(tenure.person.name.clone()),
            disclosure: words.map(|words| words.text.clone()),
            cases_with_company: words.map(|words| words.cases_with_company),
        });
    }
    let (state, person) = match &procedure.mediation.assigned {
        Some(assigned) => (MediatorState::Assigned, Some(&assigned.person)),
        None if procedure.mediation.requested_at.is_some() || procedure.phase() == Phase::Mediation => {
            (MediatorState::Requested, None)
        }
        None => return None,
    };
    Some(MediatorView {
        state,
        person: person.map(|person| person.id),
        name: person.map(|person| person.name.clone()),
        disclosure: None,
        cases_with_company: None,
    })
}

/// The channels with proposals: `joint` and every review that this viewer reads.
fn tables<'a>(readable: &Readable<'a>) -> impl Iterator<Item = (Channel, &'a Talk)> {
    let readable = *readable;
    readable
        .channels()
        .filter(|channel| matches!(channel, Channel::Joint | Channel::Review { .. }))
        .filter_map(move |channel| Some((channel, readable.talk(channel)?)))
}

fn proposals(readable: &Readable<'_>, now: Moment) -> Vec<ProposalView> {
    tables(readable)
        .flat_map(|(channel, talk)| talk.proposals.iter().map(move |proposal| (channel, talk, proposal)))
        .map(|(channel, talk, proposal)| proposal_view(readable, channel, talk, proposal, now))
        .collect()
}

/// Does this proposal wait for an answer of this viewer?
fn awaits(readable: &Readable<'_>, channel: Channel, proposal: &Proposal, now: Moment) -> bool {
    let addressed = match (readable.seat(), proposal.author) {
        (Some(Seat::Consumer), author) => author != Author::Consumer,
        (Some(Seat::Company), author) => author != Author::Company,
        _ => false,
    };
    addressed
        && proposal.stands(now)
        && policy(CommandKind::ProposalAccept, readable.capacity()).has(readable.procedure().phase())
        && own_answer(readable, channel, proposal.number).is_none()
}

fn proposal_view(
    readable: &Readable<'_>,
    channel: Channel,
    talk: &Talk,
    proposal: &Proposal,
    now: Moment,
) -> ProposalView {
    let before = match proposal.answers {
        Some(number) => talk.proposal(number),
        None => talk
            .proposals
            .iter()
            .rev()
            .find(|former| former.number < proposal.number && former.author == proposal.author),
    };
    let over = proposal.state == ProposalState::Open && now >= proposal.valid_until;
    ProposalView {
        channel,
        number: proposal.number,
        seq: proposal.seq,
        author: proposal.author,
        terms: proposal.terms.clone(),
        terms_hash: proposal.terms_hash.clone(),
        note: proposal.note.clone(),
        made_at: proposal.made_at,
        valid_until: proposal.valid_until,
        answers: proposal.answers,
        // Validity goes by the clock, not by when a job ran.
        state: match proposal.author.side() {
            Some(_) if over => ProposalState::Expired,
            None if over => ProposalState::NotAgreed,
            Some(_) | None => proposal.state,
        },
        own_answer: own_answer(readable, channel, proposal.number),
        yours: offers_as(readable.capacity(), channel) == Some(proposal.author),
        needs_both: proposal.author.side().is_none(),
        awaits_you: awaits(readable, channel, proposal, now),
        power_lacks: None,
        changes: before.map(|before| diff(&before.terms, &proposal.terms)).unwrap_or_default(),
        clause_changes: before.map(|before| clause_diff(&before.terms, &proposal.terms)).unwrap_or_default(),
    }
}

/// The caucuses this viewer reads, with their talk.
fn caucuses<'a>(readable: &Readable<'a>) -> impl Iterator<Item = (Channel, &'a Talk)> {
    let readable = *readable;
    readable
        .channels()
        .filter(|channel| matches!(channel, Channel::Caucus { .. }))
        .filter_map(move |channel| Some((channel, readable.talk(channel)?)))
}

fn ideas(readable: &Readable<'_>) -> Vec<IdeaView> {
    caucuses(readable)
        .flat_map(|(channel, talk)| {
            talk.ideas.iter().map(move |idea| IdeaView {
                channel,
                id: idea.id,
                terms: idea.terms.clone(),
                allowed: idea.allowed,
                conveyed: idea.conveyed,
            })
        })
        .collect()
}

fn disclosures(readable: &Readable<'_>) -> Vec<DisclosureView> {
    caucuses(readable)
        .flat_map(|(channel, talk)| {
            talk.disclosures.iter().map(move |asked| DisclosureView {
                channel,
                id: asked.id,
                words: asked.words.clone(),
                allowed: asked.allowed,
                used: asked.used,
            })
        })
        .collect()
}

fn summaries(readable: &Readable<'_>) -> Vec<SummaryView> {
    caucuses(readable)
        .filter_map(|(channel, talk)| {
            let summary = talk.summary.as_ref()?;
            Some(SummaryView {
                channel,
                text: summary.text.clone(),
                confirmed: summary.confirmed,
                correction: summary.correction.clone(),
            })
        })
        .collect()
}

fn parties(readable: &Readable<'_>) -> Vec<PartyView> {
    let Some(joint) = readable.joint() else { return Vec::new() };
    Side::BOTH
        .into_iter()
        .map(|side| {
            let party = joint.parties.get(side).as_ref();
            let identity = joint.identity.as_ref().filter(|_| side == Side::Company);
            PartyView {
                side,
                name: party.map(|party| party.name.clone()),
                identifier: party.and_then(|party| party.identifier.as_deref()).map(formatted),
                scheme: identity.map(|identity| identity.scheme),
                address: party.and_then(|party| party.address.clone()),
                trade_name: identity.and_then(|identity| identity.trade_name.clone()),
                identified: joint.identified(side).is_some(),
            }
        })
        .collect()
}
