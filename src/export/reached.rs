//! How an accepted agreement came about, and what a later one of the same case is about.

use crate::export::agreement::{FileBefore, FileUnsolved, Reached};
use crate::export::{ExportError, Exporter};
use acordo_domain::case::draft::DraftInput;
use acordo_domain::case::event::{Event, Fact};
use acordo_domain::case::state::{Case, Concluded};
use acordo_domain::seat::{Channel, Seat, Voice};

impl From<&Concluded> for FileBefore {
    fn from(concluded: &Concluded) -> Self {
        Self { concluded_at: concluded.at, document_hash: concluded.document_hash.clone(), version: concluded.version }
    }
}

impl Exporter {
    /// In mediation, by an officer's recommendation, or between the parties alone: after a mediation of the same
    /// dispute that brought nothing, or without one.
    pub(super) async fn reached(&self, case: &Case, input: &DraftInput) -> Result<Reached, ExportError> {
        if input.mediator.is_some() {
            return Ok(Reached::InMediation);
        }
        let joint = self.0.store.whole_channel(case.id, Channel::Joint).await?;
        let accepted = joint.iter().rev().find_map(|recorded| match &recorded.event.fact {
            Some(Fact::RecommendationAgreed { entry, .. }) => Some(Some(*entry)),
            Some(Fact::ProposalAccepted { .. } | Fact::ProposalAnswered { agreed: true, .. }) => Some(None),
            _ => None,
        });
        let procedure = &case.procedure;
        if let Some(number) = accepted.flatten() {
            let entry = procedure.entries.iter().find(|entry| entry.number == number);
            let legal = entry.is_some_and(|entry| entry.queue.seat() == Seat::Legal);
            return Ok(if legal { Reached::ByLegalTeam } else { Reached::ByOmbudsman });
        }
        // A mediation that brought the agreement of before was about something else.
        let settled = procedure.concluded.as_ref().map(|concluded| concluded.at);
        let tried = procedure.mediations.iter().any(|span| settled.is_none_or(|settled| span.began > settled));
        Ok(if tried { Reached::AfterMediation } else { Reached::Directly })
    }

    /// What the consumer named when they said that the agreement of before did not solve everything: the message that
    /// this opened the talk with. None where nothing was named, or where it was erased.
    pub(super) async fn unsolved(&self, case: &Case) -> Result<Option<FileUnsolved>, ExportError> {
        let Some(concluded) = &case.procedure.concluded else { return Ok(None) };
        let procedure = self.0.store.whole_channel(case.id, Channel::Procedure).await?;
        let mut opened = procedure.iter().rev().map(|recorded| &recorded.event).filter(|event| {
            let reopened = matches!(event.fact, Some(Fact::CaseReopened { .. }));
            reopened && event.seat == Voice::Consumer && event.at >= concluded.at
        });
        let joint = self.0.store.whole_channel(case.id, Channel::Joint).await?;
        // In the transaction that opened the talk, so with its time; whoever merely reopened the case said nothing in it.
        let words = |opened: &Event| {
            let said = joint.iter().map(|recorded| &recorded.event);
            let mut said = said.filter(|event| event.at == opened.at && event.by == opened.by);
            said.find_map(|event| match &event.fact {
                Some(Fact::MessagePosted { text, .. }) => {
                    Some(FileUnsolved { said_at: opened.at, words: text.clone() })
                }
                _ => None,
            })
        };
        Ok(opened.find_map(words))
    }
}
