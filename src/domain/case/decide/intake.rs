//! Admission, and what becomes of the invitation.

use super::opening::{check_own, check_rules, complaint, invited, rules_accepted};
use super::{Decision, Verdict};
use crate::case::asker::{Asker, Guard};
use crate::case::command::{Account, Complaint, OwnAccount, RefuseGround};
use crate::case::event::Fact;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{FiledCase, Invitation, InvitationState};
use crate::phase::{Phase, WithoutAgreement};
use crate::seat::{Channel, Side};

pub(in crate::case) fn admit<'a>(asker: &Asker<'a>) -> Guard<&'a FiledCase> {
    let filed = asker.procedure().filed.as_ref().ok_or(Refusal::NoCapacity)?;
    if asker.procedure().admitted { Err(Refusal::AlreadyAdmitted.into()) } else { Ok(filed) }
}

/// An invited party may also accept after refusing or staying silent: for as long as the invitation had been open,
/// and as long as an officer has the case.
pub(in crate::case) fn accept_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let procedure = asker.procedure();
    let invitation = procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    let person = asker.person()?;
    let side = invitation.side;
    if asker.side()? != side || procedure.side_of(person) == Some(side.other()) {
        return Err(Refusal::OtherSide.into());
    }
    match invitation.state {
        InvitationState::Accepted => return Err(Refusal::InvitationAlreadyAccepted.into()),
        InvitationState::Misdirected | InvitationState::CalledBack => return Err(Refusal::InvitationNotOpen.into()),
        InvitationState::Lapsed | InvitationState::Open | InvitationState::Refused => {}
    }
    if procedure.phase() != Phase::ClosedRefused {
        return Ok(invitation);
    }
    // The operator refused the case, or the time for a change of mind is over.
    let until = invitation.back_until(asker.rules).ok_or(Refusal::CaseClosed)?;
    if asker.now < until { Ok(invitation) } else { Err(Refusal::InvitationNotOpen.into()) }
}

/// A consumer whom a company invited, and who did not yet show who they are.
fn unconfirmed<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let invitation = asker.procedure().invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    if !matches!(invitation.state, InvitationState::Open | InvitationState::Refused) {
        return Err(Refusal::InvitationNotOpen.into());
    }
    if invitation.side != Side::Consumer || asker.side()? != Side::Consumer {
        return Err(Refusal::OtherSide.into());
    }
    if invitation.confirmed_at.is_some() { Err(Refusal::AddresseeAlreadyConfirmed.into()) } else { Ok(invitation) }
}

pub(in crate::case) fn confirm_addressee<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    unconfirmed(asker)
}

pub(in crate::case) fn disown_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    unconfirmed(asker)
}

pub(in crate::case) fn refuse_invitation<'a>(asker: &Asker<'a>) -> Guard<&'a Invitation> {
    let invitation = asker.procedure().invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
    if invitation.state != InvitationState::Open {
        return Err(Refusal::InvitationNotOpen.into());
    }
    if asker.side()? == invitation.side { Ok(invitation) } else { Err(Refusal::OtherSide.into()) }
}

/// An invitation of a consumer by a company that was not answered, or not even admitted.
pub(in crate::case) fn call_back(asker: &Asker<'_>) -> Guard {
    let procedure = asker.procedure();
    let began = procedure.filed.as_ref().is_some_and(|filed| filed.filed_by == Side::Company);
    if !began {
        return Err(Refusal::OtherSide.into());
    }
    let open = procedure.invitation.as_ref().is_none_or(|invitation| invitation.state == InvitationState::Open);
    if open { Ok(()) } else { Err(Refusal::InvitationNotOpen.into()) }
}

impl Decision<'_> {
    pub(super) fn admit(&mut self) -> Verdict {
        let filed = admit(&self.asker)?;
        let invited = invited(filed.filed_by.other(), self.context);
        self.own(Channel::Procedure, Fact::CaseAdmitted {});
        self.follows(Channel::Procedure, invited);
        Ok(())
    }

    pub(super) fn refuse_case(&mut self, ground: RefuseGround) -> Verdict {
        admit(&self.asker)?;
        self.own(Channel::Procedure, Fact::CaseRefused { ground });
        self.close_without_agreement(WithoutAgreement::Refused)
    }

    /// Seats the person who accepts; once both sides accepted the rules, negotiation begins.
    pub(super) fn accept_invitation(&mut self, rules_version: u32, online: bool, own: Option<&OwnAccount>) -> Verdict {
        let invitation = accept_invitation(&self.asker)?;
        let (side, confirmed) = (invitation.side, invitation.confirmed_at.is_some());
        let person = self.person()?.clone();
        check_rules(rules_version, online, self.context)?;
        let wished = match (side, &self.joint.account) {
            (Side::Consumer, Some(account)) => Some(self.wished(account, own, confirmed)?),
            _ => None,
        };
        if wished.is_some() && !confirmed {
            self.own(Channel::Procedure, Fact::AddresseeConfirmed { side });
        }
        self.own(Channel::Procedure, Fact::InvitationAccepted { side });
        self.own(Channel::Procedure, rules_accepted(side, rules_version, online));
        self.own(Channel::Procedure, Fact::SeatTaken { seat: side.seat(), person: person.clone() });
        if let Some(complaint) = wished {
            self.own(Channel::Joint, Fact::ComplaintFiled { complaint, legal_name: person.name, identifier: None });
        }
        // A company that accepts after the case went to a queue answers there.
        if matches!(self.phase(), Phase::Intake | Phase::ClosedRefused) {
            self.enter(Phase::Negotiation);
        }
        Ok(())
    }

    /// The complaint of a consumer whom a company invited. Both must be certain: that it is this consumer, and what
    /// they wish.
    fn wished(&self, account: &Account, own: Option<&OwnAccount>, confirmed: bool) -> Result<Complaint, Refused> {
        if !confirmed && !self.context.addressee_shown {
            return Err(Refusal::AddresseeNotConfirmed.at("/proof"));
        }
        let own = own.ok_or_else(|| Refusal::OwnAccountMissing.at("/own"))?;
        check_own(own)?;
        Ok(complaint(account, own))
    }

    pub(super) fn confirm_addressee(&mut self) -> Verdict {
        let side = confirm_addressee(&self.asker)?.side;
        if !self.context.addressee_shown {
            return Err(Refusal::AddresseeNotConfirmed.at("/proof"));
        }
        self.own(Channel::Procedure, Fact::AddresseeConfirmed { side });
        Ok(())
    }

    /// The company hears that its address was wrong and nothing else. No invitation was answered, so there is no
    /// paper of a refusal; what it told stays with it.
    pub(super) fn disown_invitation(&mut self) -> Verdict {
        let side = disown_invitation(&self.asker)?.side;
        self.follows(Channel::Procedure, Fact::InvitationMisdirected { side });
        self.close_without_agreement(WithoutAgreement::Misdirected)
    }

    /// Who was invited is told, and answers nothing any more.
    pub(super) fn call_back(&mut self) -> Verdict {
        call_back(&self.asker)?;
        if let Some(invitation) = &self.procedure.invitation {
            self.own(Channel::Procedure, Fact::InvitationCalledBack { side: invitation.side });
        }
        self.close_without_agreement(WithoutAgreement::CalledBack)
    }

    /// A refusal counts at once, and accepting undoes it for a while. An entry in a queue outlives it.
    pub(super) fn refuse_invitation(&mut self) -> Verdict {
        let side = refuse_invitation(&self.asker)?.side;
        self.own(Channel::Procedure, Fact::InvitationRefused { side });
        self.close_where_nobody_has_it()
    }

    /// The first receipt counts; that nobody got it is said once, and taken back by a receipt.
    pub(super) fn record_mail(&mut self, delivered: bool) -> Verdict {
        let invitation = self.procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
        let known = invitation.mail.is_some_and(|mail| mail.delivered || !delivered);
        if known || invitation.state != InvitationState::Open {
            return Err(Refusal::InvitationNotOpen.into());
        }
        let side = invitation.side;
        let rules = self.rules();
        let until = rules.calendar.deadline(self.now(), rules.invitation_days);
        let fact =
            if delivered { Fact::InvitationDelivered { side, until } } else { Fact::InvitationUndelivered { side } };
        self.own(Channel::Procedure, fact);
        Ok(())
    }

    /// Thirty days without an answer count as a refusal (Lei 13.140, art. 21).
    pub(super) fn lapse_invitation(&mut self) -> Verdict {
        let invitation = self.procedure.invitation.as_ref().ok_or(Refusal::InvitationNotOpen)?;
        if matches!(
            invitation.state,
            InvitationState::Accepted
                | InvitationState::Lapsed
                | InvitationState::Misdirected
                | InvitationState::CalledBack
        ) {
            return Err(Refusal::InvitationNotOpen.into());
        }
        if self.now() < invitation.until {
            return Err(Refusal::InvitationStillOpen.into());
        }
        let side = invitation.side;
        self.own(Channel::Procedure, Fact::InvitationLapsed { side });
        self.close_where_nobody_has_it()
    }

    /// What an officer has in hand goes on without the one who did not come.
    fn close_where_nobody_has_it(&mut self) -> Verdict {
        if self.procedure.open_entry().is_some() {
            return Ok(());
        }
        self.close_without_agreement(WithoutAgreement::Refused)
    }
}
