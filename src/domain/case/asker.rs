//! What must be so in a case before a command makes sense: `decide` refuses by it, the page offers by it.
//!
//! A guard reads only what the one who asks may read, so that an offer tells nobody what they do not know. Whatever
//! else a decision depends on (arguments, closed channels, other cases) `decide` checks by itself.

use crate::case::audience::Readable;
use crate::case::refusal::{Refusal, Refused};
use crate::case::state::{Procedure, Talk};
use crate::id::UserId;
use crate::moment::Moment;
use crate::rules::Rules;
use crate::seat::{Capacity, Channel, Seat, Side};

pub(super) type Guard<T = ()> = Result<T, Refused>;

/// Who asks, what they may read of the case, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker<'a> {
    pub readable: Readable<'a>,
    /// Absent for the system.
    pub person: Option<UserId>,
    pub rules: &'a Rules,
    pub now: Moment,
}

impl<'a> Asker<'a> {
    pub fn procedure(&self) -> &'a Procedure {
        self.readable.procedure()
    }
    pub const fn capacity(&self) -> Capacity {
        self.readable.capacity()
    }
    pub fn talk(&self, channel: Channel) -> Option<&'a Talk> {
        self.readable.talk(channel)
    }
    pub fn side(&self) -> Guard<Side> {
        Ok(self.readable.side().ok_or(Refusal::NotYours)?)
    }
    pub fn seat(&self) -> Guard<Seat> {
        Ok(self.readable.seat().ok_or(Refusal::NotYours)?)
    }
    pub fn person(&self) -> Guard<UserId> {
        Ok(self.person.ok_or(Refusal::NotYours)?)
    }
    /// The caucus of this side with the present mediator.
    pub fn caucus(&self, side: Side) -> Channel {
        Channel::Caucus { side, nth: self.procedure().mediation.nth.max(1) }
    }
    /// The same, with what was said there.
    pub fn caucus_talk(&self, side: Side) -> Guard<(Channel, &'a Talk)> {
        let channel = self.caucus(side);
        let talk = self.talk(channel).ok_or_else(|| self.not_writable(channel))?;
        Ok((channel, talk))
    }
    /// A channel that the asker cannot read does not exist for them.
    pub fn not_writable(&self, channel: Channel) -> Refused {
        let known = channel == Channel::Procedure || self.talk(channel).is_some();
        if known { Refusal::ChannelNotWritable } else { Refusal::ChannelNotFound }.at("/channel")
    }
}
