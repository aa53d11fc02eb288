//! What a paper of procedure claims of the case, as data. Its sentences are made of this and of nothing else, and a
//! test holds it against the events of random lives.

use crate::case::apply::apply;
use crate::case::command::{CertificateGround, PaperKind};
use crate::case::event::{Event, FinalTermGround};
use crate::case::state::{Both, Case, InvitationState, MediationSpan, Owing, Procedure};
use crate::id::CaseId;
use crate::moment::Moment;
use crate::seat::{Channel, Side};

/// The event of `procedure` after which this paper is made, and when. None where nothing calls for it.
pub fn called_for(procedure: &Procedure, paper: PaperKind, number: u16) -> Option<(Option<u64>, Moment)> {
    let at = usize::from(number).checked_sub(1)?;
    match paper {
        PaperKind::FinalTerm => procedure.final_terms.get(at).map(|term| (Some(term.seq), term.at)),
        PaperKind::Certificate => procedure.certificates.get(at).map(|point| (Some(point.seq), point.at)),
        PaperKind::Procedure => procedure.closings.get(at).map(|closed| (None, *closed)),
        PaperKind::Enforcement => procedure.breaches.get(at).map(|breach| (Some(breach.seq), breach.at)),
    }
}

/// The obligation whose breach calls for the enforcement packet of this number.
pub fn enforced(procedure: &Procedure, number: u16) -> Option<&Owing> {
    let breach = procedure.breaches.get(usize::from(number).checked_sub(1)?)?;
    procedure.obligations.iter().find(|owing| owing.what.id == breach.id)
}

/// What was so in `procedure` by this event: a paper of one day does not tell what came later.
pub fn procedure_at<'a>(case: CaseId, events: impl IntoIterator<Item = &'a Event>, seq: u64) -> Procedure {
    let mut folded = Case::new(case);
    let told = events.into_iter().filter(|event| event.channel == Channel::Procedure && event.seq <= seq);
    told.for_each(|event| apply(&mut folded, event));
    folded.procedure
}

#[derive(Debug, Clone, PartialEq)]
pub enum PaperClaims {
    FinalTerm(FinalTermClaims),
    Certificate(CertificateClaims),
    Enforcement(EnforcementClaims),
    /// The record of the procedure lists its events and claims nothing besides.
    Procedure,
}

/// A mediation ended.
#[derive(Debug, Clone, PartialEq)]
pub struct FinalTermClaims {
    /// The mediation of which it is the final term; absent in older records alone.
    pub mediation: Option<MediationSpan>,
    pub ended: Moment,
    pub says: FinalTermSays,
}

#[derive(Debug, Clone, PartialEq)]
pub enum FinalTermSays {
    /// No agreement was reached.
    NoAgreement(FinalTermGround),
    /// The agreement that was concluded before stands.
    AgreementStands { signed: Moment },
}

/// Who was invited, who answered, and each mediation with its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateClaims {
    pub ground: CertificateGround,
    pub invited: Option<(Side, Moment)>,
    pub answer: InvitationAnswer,
    pub first_word: Both<Option<Moment>>,
    /// Prescription was suspended in these alone.
    pub mediations: Vec<MediationSpan>,
    pub agreement: Option<Moment>,
    pub closed: Option<Moment>,
}

/// What came of the invitation by the day of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationAnswer {
    Accepted,
    /// It accepted, and has written nothing in the case.
    AcceptedSilent,
    Refused {
        at: Moment,
    },
    /// No answer, and the time to give it was over.
    Silent,
    /// The time to answer runs.
    Open,
}

#[derive(Debug, Clone, PartialEq)]
pub struct EnforcementClaims {
    pub signed: Option<Moment>,
    pub obligations: Vec<Owing>,
}

/// What this paper claims, of the procedure as it was when the paper was called for.
pub fn claims(procedure: &Procedure, paper: PaperKind, number: u16) -> Option<PaperClaims> {
    called_for(procedure, paper, number)?;
    let at = usize::from(number).checked_sub(1)?;
    Some(match paper {
        PaperKind::FinalTerm => {
            let term = procedure.final_terms.get(at)?;
            let mediation = procedure.mediations.iter().find(|span| span.ended == Some(term.at) && !span.agreed);
            let says = match &procedure.concluded {
                Some(concluded) if concluded.at <= term.at => FinalTermSays::AgreementStands { signed: concluded.at },
                Some(_) | None => FinalTermSays::NoAgreement(term.ground),
            };
            PaperClaims::FinalTerm(FinalTermClaims { mediation: mediation.cloned(), ended: term.at, says })
        }
        PaperKind::Certificate => {
            let ground = procedure.certificates.get(at)?.ground;
            PaperClaims::Certificate(CertificateClaims {
                ground,
                invited: procedure.invitation.as_ref().map(|invitation| (invitation.side, invitation.since)),
                answer: answer(procedure, ground),
                first_word: procedure.first_reply,
                mediations: procedure.mediations.clone(),
                agreement: procedure.concluded.as_ref().map(|concluded| concluded.at),
                closed: procedure.closed_at,
            })
        }
        PaperKind::Enforcement => PaperClaims::Enforcement(EnforcementClaims {
            signed: procedure.concluded.as_ref().map(|concluded| concluded.at),
            obligations: procedure.obligations.clone(),
        }),
        PaperKind::Procedure => PaperClaims::Procedure,
    })
}

fn answer(procedure: &Procedure, ground: CertificateGround) -> InvitationAnswer {
    let Some(invitation) = &procedure.invitation else { return InvitationAnswer::Open };
    match (invitation.state, invitation.turned_down_at) {
        (InvitationState::Accepted, _) if wrote_nothing(procedure, invitation.side, ground) => {
            InvitationAnswer::AcceptedSilent
        }
        (InvitationState::Accepted, _) => InvitationAnswer::Accepted,
        (InvitationState::Refused, Some(at)) => InvitationAnswer::Refused { at },
        (InvitationState::Lapsed, _) => InvitationAnswer::Silent,
        // It reached nobody who could answer it.
        (InvitationState::Misdirected | InvitationState::CalledBack, _) => InvitationAnswer::Open,
        // The time to answer was over when a queue took the case, although the invitation lay open still.
        (InvitationState::Open | InvitationState::Refused, _) => {
            let silent = ground == CertificateGround::Silent
                || procedure.certificates.iter().any(|point| point.ground == CertificateGround::Silent);
            if silent { InvitationAnswer::Silent } else { InvitationAnswer::Open }
        }
    }
}

/// A company that accepted and stayed silent. Where somebody mediated or an officer asked, it may have written to them
/// alone; and a consumer may have said with the acceptance what there was to say.
fn wrote_nothing(procedure: &Procedure, invited: Side, ground: CertificateGround) -> bool {
    let alone = procedure.mediation.nth == 0 && procedure.entries.is_empty();
    let silent = invited == Side::Company && procedure.first_reply.company.is_none();
    silent && (ground == CertificateGround::Silent || alone)
}
