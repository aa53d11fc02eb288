//! The work that events owe: a draft, a seal, a mediator, and letters to those who may know.
//! Recipients come from the audience alone; the actor gets no letter.

mod facts;
mod letters;

use crate::case::command::PaperKind;
use crate::case::event::Event;
use crate::case::state::Case;
use crate::id::{OrganisationId, UserId};
use crate::seat::{Channel, Role};
use letters::Letters;
use serde::{Deserialize, Serialize};

/// Work that is stored in the same transaction as the events that cause it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Owed {
    /// Typeset the agreement and execute `agreement.draft`.
    Draft {
        version: u32,
    },
    /// Make the final PDF and execute `agreement.seal`.
    Seal {
        version: u32,
    },
    /// Choose by rotation and execute `mediator.assign`.
    AssignMediator,
    /// Gather what is passed on to the officer of this entry and execute `handover.file`.
    Handover {
        entry: u16,
    },
    /// Make a paper of procedure and execute `paper.file`.
    Paper {
        paper: PaperKind,
        number: u16,
    },
    Notice(Notice),
}

/// Somebody is to be told. It holds ids only; the mail is rendered when it is sent, without content of private channels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub to: NoticeTo,
    pub kind: NoticeKind,
    pub channel: Channel,
    pub seq: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeTo {
    User(UserId),
    /// Everybody with one of these roles in the organisation.
    Members {
        organisation: OrganisationId,
        roles: Vec<Role>,
    },
}

macro_rules! notice_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum NoticeKind { $($(#[$doc])* #[serde(rename = $name)] $variant),* }
        impl NoticeKind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
            pub fn from_name(name: &str) -> Option<Self> { match name { $($name => Some(Self::$variant),)* _ => None } }
        }
    };
}

notice_kinds! {
    /// To the consumer who filed: the link that opens the case.
    CaseFiledLink = "case_filed_link",
    /// To whoever filed: a coordinator admitted the case, and the other side is invited.
    Admitted = "admitted",
    Invitation = "invitation",
    /// To the company: its invitation reached somebody else.
    InvitationMisdirected = "invitation_misdirected",
    /// To whoever was invited: nothing is asked of them any more.
    InvitationCalledBack = "invitation_called_back",
    /// To the coordinator: no mail server takes the invitation.
    InvitationUndelivered = "invitation_undelivered",
    InvitationAccepted = "invitation_accepted",
    InvitationRefused = "invitation_refused",
    /// It became the recipient's turn by a message in `joint`.
    Message = "message",
    /// Something waits in a private channel; the mail does not say what.
    Private = "private",
    Proposal = "proposal",
    ProposalAccepted = "proposal_accepted",
    ProposalDeclined = "proposal_declined",
    ProposalNotAgreed = "proposal_not_agreed",
    MediatorRequested = "mediator_requested",
    /// To the mediator: accept or decline.
    MediatorAssigned = "mediator_assigned",
    /// To whoever was asked to mediate and did not answer yet: it is not needed any more.
    AssignmentEnded = "assignment_ended",
    MediationStarted = "mediation_started",
    /// To the mediator, whose part ends with the mediation.
    MediationEnded = "mediation_ended",
    /// Name and identifier are missing for the draft.
    Identify = "identify",
    /// To the company's people: its record holds no legal identity, so the draft waits.
    LegalIdentityMissing = "legal_identity_missing",
    DraftReady = "draft_ready",
    Signed = "signed",
    /// Refused or not signed in time: the case is back in its former phase.
    AgreementReturned = "agreement_returned",
    /// Signed by all and sealed: the copies are there.
    Concluded = "concluded",
    ObligationReported = "obligation_reported",
    ObligationDisputed = "obligation_disputed",
    ObligationConfirmed = "obligation_confirmed",
    /// The creditor lets go of what was owed, or of a part.
    ObligationReleased = "obligation_released",
    Escalated = "escalated",
    /// A case arrived in the queue of a team.
    Queued = "queued",
    /// A seat was handed to the recipient.
    SeatGiven = "seat_given",
    /// A participant was removed by the mediator.
    SeatLost = "seat_lost",
    /// The company's last representative is gone.
    RepresentativeAwaited = "representative_awaited",
    /// A running date is called to mind; the event says which.
    DeadlineReminder = "deadline_reminder",
    /// To the mediator or coordinator: reminders did not help.
    ReplyOverdue = "reply_overdue",
    /// To the side that waits: the other one was reminded twice, and the house knows.
    ReplyLate = "reply_late",
    /// To the parties: the mediator was reminded, and the coordinator knows.
    MediatorLate = "mediator_late",
    /// To the coordinator: nobody who may mediate is free.
    MediatorMissing = "mediator_missing",
    /// To the parties: it takes longer, and the coordinator is told every day.
    MediatorAwaited = "mediator_awaited",
    /// To the parties and to the one who was away: the coordinator gave the case to another mediator.
    MediatorReplaced = "mediator_replaced",
    /// To the coordinator: a complaint waits to be admitted or refused.
    ToAdmit = "to_admit",
    ExtensionAsked = "extension_asked",
    Extended = "extended",
    /// To the managers: the service deadline of their team is over.
    EntryBreached = "entry_breached",
    /// To the parties: whoever has the case let the time pass, and what follows.
    EntryLate = "entry_late",
    Question = "question",
    QuestionAnswered = "question_answered",
    Remitted = "remitted",
    Forwarded = "forwarded",
    ObligationOverdue = "obligation_overdue",
    /// To the creditor: the enforcement packet is there.
    Breached = "breached",
    /// A final term or certificate can be had.
    PaperReady = "paper_ready",
    FollowUp = "follow_up",
    Reopened = "reopened",
    Closed = "closed",
}

/// What follows from these events, which are already applied to `after`: first the work, then the letters.
pub fn owed(after: &Case, events: &[Event]) -> Vec<Owed> {
    let mut work = Vec::new();
    let actors = events.iter().filter_map(|event| event.by.as_ref().map(|by| by.id)).collect();
    let mut letters = Letters { after, actors, list: Vec::new() };
    for event in events {
        if let Some(fact) = &event.fact {
            facts::follow(event, fact, &mut work, &mut letters);
        }
    }
    work.append(&mut letters.list);
    work
}

fn once(list: &mut Vec<Owed>, owed: Owed) {
    if !list.contains(&owed) {
        list.push(owed);
    }
}
