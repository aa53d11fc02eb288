//! The fold of every other channel.

use crate::case::command::{Complaint, EvidencePart, ProposalEnd};
use crate::case::event::{Event, Fact, FactKind, Signature, facts_of_procedure, facts_of_queues_and_ends};
use crate::case::state::{
    Both, Deal, Disclosure, Draft, Exhibit, Feedback, Idea, LastMessage, MediatorDisclosure, Party, Proposal,
    ProposalState, Question, Release, Reminded, Returned, SealedAnswer, Summary, Talk, WaitingQuestion,
};
use crate::organisation::LegalIdentity;
use crate::seat::{Channel, Side, Voice};
use crate::terms::Terms;

pub(super) fn talk(state: &mut Talk, event: &Event) {
    if event.seq <= state.size {
        return;
    }
    state.size = event.seq;
    state.last_at = event.at;
    // What the header alone tells stays true after an erasure.
    if event.kind == FactKind::MessagePosted {
        state.messages.set(event.seq);
    }
    if event.kind.takes_the_word() {
        word(state, event);
    }
    if event.kind == FactKind::EvidenceAdded {
        exhibit(state, event);
    }
    let was_open = state.open_proposals().next().is_some();
    if let Some(fact) = &event.fact {
        said(state, event, fact);
    }
    if was_open && state.open_proposals().next().is_none() {
        state.cleared_at = Some(event.at);
    }
    // What the mediator asked in a caucus waits until nothing is unanswered there.
    let asked = state.disclosures.iter().any(|asked| asked.allowed.is_none());
    let waits = asked || state.summary.as_ref().is_some_and(Summary::waits);
    state.asked = waits.then(|| state.asked.unwrap_or(WaitingQuestion { seq: event.seq, at: event.at }));
}

fn word(state: &mut Talk, event: &Event) {
    if let Some(side) = event.seat.side() {
        *state.spoken.get_mut(side) = true;
    }
    let (from_seq, from_at) = match state.last_word {
        Some(last) if last.voice == event.seat => (last.from_seq, last.from_at),
        _ => (event.seq, event.at),
    };
    state.last_word = Some(LastMessage { voice: event.seat, seq: event.seq, at: event.at, from_seq, from_at });
}

fn exhibit(state: &mut Talk, event: &Event) {
    let Some(part) = &event.evidence else { return };
    let part: &EvidencePart = part;
    state.evidence.insert(
        part.id,
        Exhibit {
            seq: event.seq,
            owner: event.by.as_ref().map(|by| by.id),
            part: Some(part.clone()),
            may_be_shared: false,
        },
    );
}

fn said(state: &mut Talk, event: &Event, fact: &Fact) {
    match fact {
        Fact::ComplaintFiled { complaint, legal_name, identifier } => {
            state.complaint = Some(event.seq);
            complaint_filed(state, complaint, legal_name, identifier.as_ref());
        }
        Fact::AccountGiven { account } => {
            state.subject = Some(account.product.clone());
            state.currency = account.amount_in_dispute.map(|money| money.currency);
            state.account = Some(Box::new(account.clone()));
        }
        Fact::PartyNamed { side, name, identifier, address, scheme, trade_name, version } => {
            let (name, identifier, address) = (name.clone(), identifier.clone(), address.clone());
            if *side == Side::Company {
                state.identity = version.zip(*scheme).map(|(version, scheme)| LegalIdentity {
                    version,
                    name: name.clone(),
                    scheme,
                    identifier: identifier.clone(),
                    address: address.clone().unwrap_or_default(),
                    trade_name: trade_name.clone(),
                });
            }
            *state.parties.get_mut(*side) = Some(Party { name, identifier: Some(identifier), address });
        }
        Fact::MediatorDisclosed { text, cases_with_company } => {
            state.disclosure = Some(MediatorDisclosure { text: text.clone(), cases_with_company: *cases_with_company });
        }
        Fact::MessageHidden { target, evidence, .. } => {
            state.hidden.set(*target);
            for exhibit in evidence.iter().filter_map(|id| state.evidence.get(id)) {
                state.hidden.set(exhibit.seq);
            }
        }
        Fact::FloorPaused {} => state.paused = true,
        Fact::FloorOpened {} => state.paused = false,
        Fact::SummaryWritten { text } => {
            state.summary = Some(Summary { text: text.clone(), confirmed: false, correction: None });
        }
        Fact::SummaryConfirmed {} => {
            if let Some(summary) = &mut state.summary {
                summary.confirmed = true;
            }
        }
        Fact::SummaryCorrected { text } => {
            if let Some(summary) = &mut state.summary {
                summary.correction = Some(text.clone());
            }
        }
        Fact::DisclosureAsked { words } => {
            state.disclosures.push(Disclosure { id: event.seq, words: words.clone(), allowed: None, used: false })
        }
        Fact::DisclosureAnswered { id, allow } => {
            if let Some(asked) = state.disclosures.iter_mut().find(|asked| asked.id == *id) {
                asked.allowed = Some(*allow);
            }
        }
        Fact::DisclosureUsed { id } => {
            if let Some(asked) = state.disclosures.iter_mut().find(|asked| asked.id == *id) {
                asked.used = true;
            }
        }
        Fact::ProposalMade { number, author, terms, terms_hash, valid_until, note, answers, .. } => {
            proposal_made(
                state,
                Proposal {
                    number: *number,
                    seq: event.seq,
                    author: *author,
                    terms: terms.clone(),
                    terms_hash: terms_hash.clone(),
                    note: note.clone(),
                    made_at: event.at,
                    valid_until: *valid_until,
                    answers: *answers,
                    state: ProposalState::Open,
                },
            );
        }
        Fact::ProposalAccepted { number, .. } | Fact::ProposalAnswered { number, agreed: true } => {
            agree(state, *number, event);
        }
        Fact::ProposalDeclined { number, .. } => settle(state, *number, ProposalState::Declined),
        Fact::ProposalAnswered { number, agreed: false } => settle(state, *number, ProposalState::NotAgreed),
        Fact::ProposalWithdrawn { number } => settle(state, *number, ProposalState::Withdrawn),
        Fact::ProposalExpired { number } => {
            // Older records say so of a proposal whose phase ended, too.
            let in_time = state.proposal(*number).is_some_and(|proposal| event.at < proposal.valid_until);
            settle(state, *number, if in_time { ProposalState::Closed } else { ProposalState::Expired });
        }
        Fact::ProposalClosed { number, by } => settle(
            state,
            *number,
            match by {
                ProposalEnd::PhaseOver => ProposalState::Closed,
                ProposalEnd::Agreement => ProposalState::Superseded,
            },
        ),
        Fact::IdeaGiven { terms, terms_hash } => state.ideas.push(Idea {
            id: event.seq,
            terms: terms.clone(),
            terms_hash: terms_hash.clone(),
            allowed: false,
            conveyed: None,
        }),
        Fact::IdeaConveyingAllowed { id } => {
            if let Some(idea) = state.ideas.iter_mut().find(|idea| idea.id == *id) {
                idea.allowed = true;
            }
        }
        Fact::IdeaConveyed { id, number } => {
            if let Some(idea) = state.ideas.iter_mut().find(|idea| idea.id == *id) {
                idea.conveyed = Some(*number);
            }
        }
        Fact::AnswerGiven { channel, number, accept, .. } => {
            state.answers.push(SealedAnswer { channel: *channel, number: *number, accept: *accept });
        }
        Fact::AgreementWorded { version, clauses } => {
            if let Some(deal) = &mut state.deal {
                state.versions = state.versions.max(*version);
                deal.version = *version;
                deal.clauses.clone_from(clauses);
                deal.draft = None;
                deal.worded_at = Some(event.at);
                deal.signatures.clear();
            }
        }
        Fact::AgreementDrafted { version, document_hash, pdf_hash, sign_until, reflection_until, .. } => {
            if let Some(deal) = &mut state.deal {
                state.versions = state.versions.max(*version);
                deal.version = *version;
                deal.signatures.clear();
                deal.reflection_until.get_or_insert(*reflection_until);
                deal.draft = Some(Draft {
                    version: *version,
                    seq: event.seq,
                    at: event.at,
                    document_hash: document_hash.clone(),
                    pdf_hash: pdf_hash.clone(),
                    sign_until: *sign_until,
                });
            }
        }
        Fact::AgreementSigned {
            authority,
            consent_text,
            document_hash,
            identity_level,
            method,
            name,
            pdf_hash,
            seat,
            version,
        } => signed(
            state,
            Signature {
                at: event.at,
                authority: authority.clone(),
                consent_text: consent_text.clone(),
                document_hash: document_hash.clone(),
                identity_level: *identity_level,
                method: *method,
                name: name.clone(),
                pdf_hash: pdf_hash.clone(),
                seat: *seat,
                version: *version,
            },
        ),
        Fact::AgreementRefused { seat, .. } => {
            state.deal = state.standing.take();
            state.returned = Some(Returned { seq: event.seq, refused: Some(*seat), missing: Vec::new() });
        }
        Fact::AgreementLapsed { missing, .. } => {
            state.deal = state.standing.take();
            state.returned = Some(Returned { seq: event.seq, refused: None, missing: missing.clone() });
        }
        Fact::RecommendationAgreed { number, terms, terms_hash, .. } => {
            for open in &mut state.proposals {
                if open.state == ProposalState::Open {
                    open.state = ProposalState::Superseded;
                }
            }
            strike(state, deal(*number, terms.clone(), terms_hash.clone(), state.versions, event));
        }
        Fact::EvidenceSharingAllowed { id } => {
            if let Some(exhibit) = state.evidence.get_mut(id) {
                exhibit.may_be_shared = true;
            }
        }
        Fact::DeadlineReminded { rule, number, nth, due } => {
            state.reminded.push(Reminded {
                rule: *rule,
                number: *number,
                due: *due,
                nth: *nth,
                at: event.at,
                seq: event.seq,
            });
        }
        Fact::FeedbackGiven { score, end, .. } => state.feedback = Some(Feedback { score: *score, end: *end }),
        Fact::HandoverFiled { complaint, .. } => {
            state.handed_over = true;
            state.complained = Some(Box::new(complaint.clone()));
        }
        Fact::QuestionAsked { side, question, due } => {
            state.question =
                Some(Question { seq: event.seq, side: *side, text: question.clone(), asked_at: event.at, due: *due });
        }
        Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } => state.question = None,
        Fact::ReleaseAllowed { side, channel, target } => {
            *release(state, *channel, *target).allowed.get_mut(*side) = true;
        }
        Fact::ItemReleased { channel, target, .. } => release(state, *channel, *target).done = true,
        // Texts are read from their events; the state does not keep them.
        Fact::MessagePosted { .. }
        | Fact::NotePut { .. }
        | Fact::HandOverNoted { .. }
        | Fact::StageNoted { .. }
        | Fact::EvidenceAdded { .. }
        | Fact::WordsDisclosed { .. }
        | Fact::ObligationObjected { .. }
        | Fact::ObligationEvidenced { .. }
        | Fact::DecisionExplained { .. }
        | Fact::FeedbackShared { .. } => {}
        facts_of_procedure!() | facts_of_queues_and_ends!() => {}
    }
}

fn release(state: &mut Talk, channel: Channel, target: u64) -> &mut Release {
    let known = state.releases.iter().position(|release| release.channel == channel && release.target == target);
    let place = known.unwrap_or(state.releases.len());
    if known.is_none() {
        state.releases.push(Release { channel, target, allowed: Both::default(), done: false });
    }
    &mut state.releases[place]
}

fn complaint_filed(state: &mut Talk, complaint: &Complaint, name: &str, identifier: Option<&String>) {
    state.subject = Some(complaint.product.clone());
    state.complained = Some(Box::new(complaint.clone()));
    state.currency = complaint.amount_in_dispute.map(|money| money.currency).or(state.currency);
    let (name, identifier) = (name.to_owned(), identifier.cloned());
    state.parties.consumer = Some(Party { name, identifier, address: None });
    // The complaint counts as the consumer's word, also if the company filed it.
    state.spoken.consumer = true;
    if let Some(word) = &mut state.last_word {
        word.voice = Voice::Consumer;
    }
}

fn proposal_made(state: &mut Talk, new: Proposal) {
    for old in &mut state.proposals {
        if old.state != ProposalState::Open {
            continue;
        }
        if new.answers == Some(old.number) {
            old.state = ProposalState::Countered;
        } else if old.author == new.author {
            old.state = ProposalState::Superseded;
        }
    }
    if state.currency.is_none() {
        state.currency =
            new.terms.obligations.iter().find_map(|obligation| obligation.money.map(|money| money.currency));
    }
    state.proposals.push(new);
}

fn settle(state: &mut Talk, number: u32, now: ProposalState) {
    if let Some(proposal) =
        state.proposals.iter_mut().find(|proposal| proposal.number == number && proposal.state == ProposalState::Open)
    {
        proposal.state = now;
    }
}

fn agree(state: &mut Talk, number: u32, event: &Event) {
    settle(state, number, ProposalState::Accepted);
    for other in &mut state.proposals {
        if other.state == ProposalState::Open {
            other.state = ProposalState::Superseded;
        }
    }
    let Some(accepted) =
        state.proposals.iter().find(|proposal| proposal.number == number && proposal.state == ProposalState::Accepted)
    else {
        return;
    };
    let deal = deal(number, accepted.terms.clone(), accepted.terms_hash.clone(), state.versions, event);
    strike(state, deal);
}

/// A deal that is there already was concluded: one that failed is gone.
fn strike(state: &mut Talk, deal: Deal) {
    state.standing = state.deal.replace(deal);
}

fn deal(number: u32, terms: Terms, terms_hash: String, versions: u32, event: &Event) -> Deal {
    Deal {
        number,
        accepted_at: event.at,
        clauses: terms.clauses.clone(),
        terms,
        terms_hash,
        version: versions.saturating_add(1),
        draft: None,
        worded_at: None,
        reflection_until: None,
        signatures: Vec::new(),
    }
}

/// Each seat signs the present draft once.
fn signed(state: &mut Talk, signature: Signature) {
    let Some(deal) = &mut state.deal else { return };
    let of_the_draft = deal.draft.as_ref().is_some_and(|draft| draft.version == signature.version);
    if of_the_draft && deal.signatures.iter().all(|former| former.seat != signature.seat) {
        deal.signatures.push(signature);
    }
}
