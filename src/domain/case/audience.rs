//! Read rights: one function, which every read path asks.

use crate::case::command::{Account, Complaint};
use crate::case::event::FactKind;
use crate::case::register::register_of;
use crate::case::state::{Case, Entry, Exhibit, InvitationState, Invitee, Procedure, Talk};
use crate::id::{EvidenceId, UserId};
use crate::seat::{Actor, Capacity, Channel, Membership, Role, Seat, Side};
use serde::{Deserialize, Serialize};

/// A right to read: the events of a channel from `from` to `to`, both included; open where `to` is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    pub channel: Channel,
    pub from: u64,
    pub to: Option<u64>,
}

impl Span {
    pub const fn holds(&self, seq: u64) -> bool {
        seq >= self.from
            && match self.to {
                Some(to) => seq <= to,
                None => true,
            }
    }
}

/// How much of an event that somebody may read they get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Whole,
    /// A message that was hidden, or a file that came with it: that it was there, and by whom.
    WithoutWords,
    /// A step of the procedure without what was agreed and who signed by which power.
    WithoutTerms,
    /// The complaint without the number by which the state knows whoever files it.
    WithoutIdentifier,
}

/// How much of an event of a channel that they read this actor gets.
pub fn shown(case: &Case, actor: &Actor, channel: Channel, seq: u64, kind: FactKind) -> Shown {
    let hidden = case.talk(channel).hidden.has(seq);
    let identifies = kind == FactKind::ComplaintFiled;
    if !hidden && !identifies && !kind.tells_terms() {
        return Shown::Whole;
    }
    let capacity = capacity(&case.procedure, actor);
    if identifies && capacity.is_none_or(reads_first_words_alone) {
        Shown::WithoutIdentifier
    } else if hidden && !capacity.is_some_and(opens_hidden) {
        Shown::WithoutWords
    } else if kind.tells_terms() && !capacity.is_some_and(sees_terms) {
        Shown::WithoutTerms
    } else {
        Shown::Whole
    }
}

/// The mediator, who hides them, alone reads the words of hidden messages; for everybody else hidden is hidden, and
/// only a bundle, which is the record, opens them.
fn opens_hidden(capacity: Capacity) -> bool {
    capacity == Capacity::Mediator
}

/// `Readable` gives the others `procedure` for its names, phases and dates alone.
pub(super) const fn sees_terms(capacity: Capacity) -> bool {
    !matches!(capacity, Capacity::Coordinator | Capacity::AssignedMediator | Capacity::Invited)
}

/// The capacity in which an actor acts on this case. `None` means that the case does not exist for them: 404.
///
/// A seat of an organisation needs the membership it was taken with: a former member reads nothing more.
pub fn capacity(procedure: &Procedure, actor: &Actor) -> Option<Capacity> {
    let (person, memberships) = match actor {
        Actor::System => return Some(Capacity::System),
        Actor::Person { person, memberships } => (person.id, memberships.as_slice()),
    };
    let filed = procedure.filed.as_ref()?;
    // By no role and no invitation: who was removed, or is kept out by a conflict of interest, is out of this case.
    if procedure.is_barred(person) {
        return None;
    }
    let is = |organisation, roles: &[Role]| member(memberships, organisation, roles);
    for tenure in procedure.seats.iter().filter(|tenure| tenure.person.id == person) {
        match tenure.seat {
            Seat::Consumer => return Some(Capacity::Consumer),
            Seat::Company if is(filed.company, &[Role::Manager, Role::Rep]) => return Some(Capacity::Company),
            Seat::Mediator if is(filed.operator, &[Role::Mediator]) => return Some(Capacity::Mediator),
            Seat::Ombudsman if holds_entry(procedure, memberships, person, Role::Ombudsman) => {
                return Some(Capacity::Ombudsman);
            }
            Seat::Legal if holds_entry(procedure, memberships, person, Role::Legal) => return Some(Capacity::Legal),
            // Without the membership the seat gives nothing.
            Seat::Company | Seat::Mediator | Seat::Ombudsman | Seat::Legal => {}
        }
    }
    if let Some(assigned) = &procedure.mediation.assigned
        && assigned.person.id == person
        && is(filed.operator, &[Role::Mediator])
    {
        return Some(Capacity::AssignedMediator);
    }
    if invited_consumer(procedure, person) {
        return Some(Capacity::Invited);
    }
    let company_is_told = procedure.invitation.is_some() || procedure.rules_accepted.company;
    if company_is_told && procedure.side_of(person) != Some(Side::Consumer) {
        if procedure.rules_accepted.company && is(filed.company, &[Role::Manager]) {
            return Some(Capacity::Approver);
        }
        if is(filed.company, &[Role::Manager, Role::Rep]) {
            return Some(Capacity::Invited);
        }
    }
    if is(filed.operator, &[Role::Coordinator]) {
        return Some(Capacity::Coordinator);
    }
    let queued = officer(procedure, memberships, Role::Ombudsman) || officer(procedure, memberships, Role::Legal);
    if queued {
        return Some(Capacity::QueueOfficer);
    }
    register_of(procedure, actor).map(|_| Capacity::Register)
}

/// The side for which an invited person would sit: the consumer is named in the case, all others are the company's.
pub(super) fn invited_side(procedure: &Procedure, actor: &Actor) -> Side {
    let consumer = procedure.filed.as_ref().map(|filed| filed.consumer.id);
    match actor {
        Actor::Person { person, .. } if consumer == Some(person.id) => Side::Consumer,
        Actor::Person { .. } | Actor::System => Side::Company,
    }
}

fn member(memberships: &[Membership], organisation: crate::id::OrganisationId, roles: &[Role]) -> bool {
    memberships.iter().any(|membership| membership.organisation == organisation && roles.contains(&membership.role))
}

fn invited_consumer(procedure: &Procedure, person: UserId) -> bool {
    let consumer = procedure.filed.as_ref().map(|filed| filed.consumer.id);
    procedure.invitation.as_ref().is_some_and(|invitation| {
        let waits = !matches!(invitation.state, InvitationState::Accepted | InvitationState::Misdirected);
        invitation.side == Side::Consumer && waits && consumer == Some(person)
    })
}

/// What an actor reads who is the consumer whom a company invited, and has not accepted.
fn invitee<'a>(procedure: &'a Procedure, actor: &Actor) -> Option<&'a Invitee> {
    let invited = capacity(procedure, actor)? == Capacity::Invited;
    procedure.invitee.as_ref().filter(|_| invited && invited_side(procedure, actor) == Side::Consumer)
}

/// The complaint, or the company's account, is the first event of `joint`: it says what the other side is invited to. An
/// invited consumer reads it once it is certain that the invitation reached the right person. Nobody who is only invited
/// reads what was written after it.
const FIRST_WORDS: u64 = 1;

/// A company's managers and reps without the seat: what the case is about, before and after the company takes part.
const fn reads_first_words_alone(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::Invited | Capacity::Approver)
}

impl Invitee {
    fn reads(&self, channel: Channel, seq: u64) -> bool {
        let later = channel == Channel::Procedure && self.later.contains(&seq);
        later || seq <= self.end(channel)
    }
    fn is_confirmed(&self) -> bool {
        self.sight.invitation.as_ref().is_some_and(|invitation| invitation.confirmed_at.is_some())
    }
    /// How far this channel is read without a gap.
    fn end(&self, channel: Channel) -> u64 {
        if channel == Channel::Procedure {
            self.to
        } else if channel == Channel::Joint && self.is_confirmed() {
            FIRST_WORDS
        } else {
            0
        }
    }
    fn channels(&self) -> impl Iterator<Item = Channel> + use<> {
        [Channel::Procedure].into_iter().chain(self.is_confirmed().then_some(Channel::Joint))
    }
}

/// Channels in which new events are counted for this actor's list of cases. An invited consumer reads no further, and
/// a count would tell of what others do.
pub fn counted_channels(procedure: &Procedure, actor: &Actor) -> Vec<Channel> {
    match (capacity(procedure, actor), invitee(procedure, actor)) {
        (Some(capacity), None) => channels(procedure, capacity).collect(),
        _ => Vec::new(),
    }
}

/// Staff of the organisation whose queue holds the case now.
fn officer(procedure: &Procedure, memberships: &[Membership], role: Role) -> bool {
    procedure.open_entry().is_some_and(|entry| of_team(entry, memberships, role))
}

fn of_team(entry: &Entry, memberships: &[Membership], role: Role) -> bool {
    entry.queue.is_legal() == (role == Role::Legal) && member(memberships, entry.organisation, &[role])
}

/// The officer keeps reading the entry after its end, as long as they are of its team.
fn holds_entry(procedure: &Procedure, memberships: &[Membership], person: UserId, role: Role) -> bool {
    procedure.officer().is_some_and(|officer| officer.id == person)
        && procedure.entries.last().is_some_and(|entry| of_team(entry, memberships, role))
}

/// An officer of the company's own team, or of the operator's.
fn own_team(procedure: &Procedure) -> bool {
    procedure.entries.last().is_some_and(|entry| !entry.queue.is_operator())
}

/// Does this capacity read this channel? The wall runs by channel, never by kind of event.
pub(super) fn reads(procedure: &Procedure, capacity: Capacity, channel: Channel) -> bool {
    let mediators = procedure.mediation.nth;
    match (capacity, channel) {
        // The system acts by commands alone; a companion has no right yet that a command could give; the register shows
        // agreements and reads no channel.
        (Capacity::System | Capacity::Companion | Capacity::Register, _) => false,
        (_, Channel::Procedure) => true,
        (Capacity::Consumer | Capacity::Company | Capacity::Mediator, Channel::Joint) => true,
        (Capacity::Consumer, Channel::Caucus { side: Side::Consumer, nth })
        | (Capacity::Company, Channel::Caucus { side: Side::Company, nth }) => nth <= mediators,
        (Capacity::Mediator, Channel::Notes { nth }) => nth == mediators,
        // What a side told a former mediator is open to the present one only by that side's consent.
        (Capacity::Mediator, Channel::Caucus { side, nth }) => {
            nth == mediators || (nth < mediators && procedure.opens_former_caucus(side))
        }
        (Capacity::Consumer | Capacity::Company, Channel::Review { entry }) => has_entry(procedure, entry),
        (Capacity::Ombudsman | Capacity::Legal, Channel::Review { entry } | Channel::Desk { entry }) => {
            procedure.entries.last().is_some_and(|last| last.number == entry)
        }
        // A company's own officers are on its side; they are never in a caucus.
        (Capacity::Ombudsman | Capacity::Legal, Channel::Joint | Channel::Internal) => own_team(procedure),
        (Capacity::Consumer, Channel::Sealed { side: Side::Consumer })
        | (Capacity::Company, Channel::Sealed { side: Side::Company })
        | (Capacity::Company | Capacity::Approver, Channel::Internal) => true,
        _ => false,
    }
}

fn has_entry(procedure: &Procedure, number: u16) -> bool {
    procedure.entries.iter().any(|entry| entry.number == number)
}

/// Every channel this capacity reads, `procedure` first. A span begins at the channel's first event.
pub fn channels(procedure: &Procedure, capacity: Capacity) -> impl Iterator<Item = Channel> + '_ {
    let caucuses = (1..=procedure.mediation.nth).flat_map(|nth| Side::BOTH.map(|side| Channel::Caucus { side, nth }));
    let notes = (1..=procedure.mediation.nth).map(|nth| Channel::Notes { nth });
    let entries = procedure.entries.iter().map(|entry| entry.number);
    let entries = entries.flat_map(|entry| [Channel::Review { entry }, Channel::Desk { entry }]);
    [Channel::Procedure, Channel::Joint]
        .into_iter()
        .chain(caucuses)
        .chain(std::iter::once(Channel::Internal))
        .chain(notes)
        .chain(Side::BOTH.map(|side| Channel::Sealed { side }))
        .chain(entries)
        .filter(move |channel| reads(procedure, capacity, *channel))
}

/// What this viewer may read.
pub fn readable(procedure: &Procedure, actor: &Actor) -> Vec<Span> {
    if let Some(invitee) = invitee(procedure, actor) {
        let span = |channel| Span { channel, from: 1, to: Some(invitee.end(channel)) };
        return invitee.channels().map(span).collect();
    }
    match capacity(procedure, actor) {
        None => Vec::new(),
        Some(capacity) => {
            let whole = channels(procedure, capacity).map(|channel| Span { channel, from: 1, to: None });
            let first = Span { channel: Channel::Joint, from: 1, to: Some(FIRST_WORDS) };
            whole.chain(reads_first_words_alone(capacity).then_some(first)).collect()
        }
    }
}

/// May this viewer read this event? Without allocation, for the paths that ask often.
pub fn may_read(procedure: &Procedure, actor: &Actor, channel: Channel, seq: u64) -> bool {
    match invitee(procedure, actor) {
        Some(invitee) => seq >= 1 && invitee.reads(channel, seq),
        None => {
            let first = |capacity| channel == Channel::Joint && seq <= FIRST_WORDS && reads_first_words_alone(capacity);
            seq >= 1
                && capacity(procedure, actor)
                    .is_some_and(|capacity| reads(procedure, capacity, channel) || first(capacity))
        }
    }
}

/// The readable part of a case. Whatever is shown is computed from this and never from the case.
#[derive(Debug, Clone, Copy)]
pub struct Readable<'a> {
    case: &'a Case,
    capacity: Capacity,
    /// For whom an invited person would sit.
    invited: Option<Side>,
}

impl<'a> Readable<'a> {
    pub(super) const fn by(case: &'a Case, capacity: Capacity) -> Self {
        Self { case, capacity, invited: None }
    }
    pub(super) const fn invited(case: &'a Case, side: Side) -> Self {
        Self { case, capacity: Capacity::Invited, invited: Some(side) }
    }
    pub fn of(case: &'a Case, actor: &Actor) -> Option<Self> {
        let capacity = capacity(&case.procedure, actor)?;
        let invited = (capacity == Capacity::Invited).then(|| invited_side(&case.procedure, actor));
        reads(&case.procedure, capacity, Channel::Procedure).then_some(Self { case, capacity, invited })
    }
    pub const fn capacity(&self) -> Capacity {
        self.capacity
    }
    pub const fn id(&self) -> crate::id::CaseId {
        self.case.id
    }
    fn invitee(&self) -> Option<&'a Invitee> {
        match self.invited {
            Some(Side::Consumer) => self.case.procedure.invitee.as_ref(),
            Some(Side::Company) | None => None,
        }
    }
    /// The procedure as far as this viewer knows it.
    pub fn procedure(&self) -> &'a Procedure {
        self.invitee().map_or(&self.case.procedure, |invitee| &invitee.sight)
    }
    /// The first words of `joint`, for those who may read them.
    fn first_words(&self) -> Option<&'a Talk> {
        match self.invitee() {
            Some(invitee) => invitee.is_confirmed().then(|| self.case.joint()),
            None if reads_first_words_alone(self.capacity) => Some(self.case.joint()),
            None => self.joint(),
        }
    }
    /// What a company told with its invitation.
    pub fn account(&self) -> Option<&'a Account> {
        self.first_words()?.account.as_deref()
    }
    /// As filed in `joint`; who does not read that has it from the newest handover file.
    pub fn complaint(&self) -> Option<&'a Complaint> {
        let whole = self.joint().and_then(|joint| joint.complained.as_deref());
        // Where a company began, its account came first.
        let first = || self.first_words().filter(|talk| talk.account.is_none())?.complained.as_deref();
        let handed_over = || {
            let talks = self.channels().filter_map(|channel| Some((channel, self.talk(channel)?)));
            let reviews = talks.filter(|(channel, _)| matches!(channel, Channel::Review { .. }));
            let told: Vec<_> = reviews.filter_map(|(_, talk)| talk.complained.as_deref()).collect();
            told.last().copied()
        };
        whole.or_else(first).or_else(handed_over)
    }
    /// The channel as far as it may be read; silent where nothing was written yet.
    pub fn talk(&self, channel: Channel) -> Option<&'a Talk> {
        let whole = self.invitee().is_none() && reads(&self.case.procedure, self.capacity, channel);
        whole.then(|| self.case.talk(channel))
    }
    /// The files of a channel that this viewer may open: what came with a hidden message is hidden with it.
    pub fn exhibits(&self, channel: Channel) -> impl Iterator<Item = (EvidenceId, &'a Exhibit)> + use<'a> {
        let all = opens_hidden(self.capacity);
        self.talk(channel).into_iter().flat_map(move |talk| {
            let open = talk.evidence.iter().filter(move |(_, exhibit)| all || !talk.hidden.has(exhibit.seq));
            open.map(|(id, exhibit)| (*id, exhibit))
        })
    }
    pub fn joint(&self) -> Option<&'a Talk> {
        self.talk(Channel::Joint)
    }
    pub fn channels(&self) -> impl Iterator<Item = Channel> + use<'a> {
        let invitee = self.invitee().map(Invitee::channels);
        let all = invitee.is_none().then(|| channels(&self.case.procedure, self.capacity));
        let first = (self.invitee().is_none() && reads_first_words_alone(self.capacity)).then_some(Channel::Joint);
        invitee.into_iter().flatten().chain(all.into_iter().flatten()).chain(first)
    }
    pub fn size(&self, channel: Channel) -> u64 {
        if let Some(invitee) = self.invitee() {
            invitee.end(channel)
        } else if channel == Channel::Procedure {
            self.case.procedure.size
        } else if channel == Channel::Joint && reads_first_words_alone(self.capacity) {
            FIRST_WORDS.min(self.case.joint().size)
        } else {
            self.talk(channel).map_or(0, |talk| talk.size)
        }
    }
    /// The side this viewer speaks for, or would if they accepted.
    pub const fn side(&self) -> Option<Side> {
        match self.capacity {
            Capacity::Consumer => Some(Side::Consumer),
            Capacity::Company | Capacity::Approver => Some(Side::Company),
            Capacity::Invited => self.invited,
            Capacity::Mediator
            | Capacity::AssignedMediator
            | Capacity::Ombudsman
            | Capacity::Legal
            | Capacity::QueueOfficer
            | Capacity::Coordinator
            | Capacity::Companion
            | Capacity::Register
            | Capacity::System => None,
        }
    }
    pub const fn seat(&self) -> Option<Seat> {
        match self.capacity {
            Capacity::Consumer => Some(Seat::Consumer),
            Capacity::Company => Some(Seat::Company),
            Capacity::Mediator => Some(Seat::Mediator),
            Capacity::Ombudsman => Some(Seat::Ombudsman),
            Capacity::Legal => Some(Seat::Legal),
            Capacity::Coordinator
            | Capacity::AssignedMediator
            | Capacity::Approver
            | Capacity::QueueOfficer
            | Capacity::Companion
            | Capacity::Register
            | Capacity::Invited
            | Capacity::System => None,
        }
    }
}
