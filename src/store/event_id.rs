//! The key of an event in its table: eight bytes that begin with the case, so that the events of a channel lie beside
//! each other in their order, and no index is needed beside the table (docs/decisions/0013).

use super::error::StoreError;
use acordo_domain::seat::{Channel, Side};

const SEQ_BITS: u32 = 24;
const NTH_BITS: u32 = 8;
const KIND_BITS: u32 = 4;
const CASE_SHIFT: u32 = SEQ_BITS + NTH_BITS + KIND_BITS;
const CASE_BITS: u32 = 63 - CASE_SHIFT;
const SEQ_MAX: u64 = (1 << SEQ_BITS) - 1;

/// What the ids of a case's events begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CaseNumber(i64);

/// Events whose ids lie between these two, both among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IdRange {
    pub first: i64,
    pub last: i64,
}

impl IdRange {
    /// All ids that begin as this one does.
    pub const fn of_the_case_of(id: i64) -> Self {
        CaseNumber(id >> CASE_SHIFT).all()
    }
}

impl CaseNumber {
    /// There are 134 million of them.
    pub fn new(number: i64) -> Result<Self, StoreError> {
        if (1..1 << CASE_BITS).contains(&number) {
            Ok(Self(number))
        } else {
            Err(StoreError::Corrupt(format!("{number} is not the number of a case")))
        }
    }

    pub const fn get(self) -> i64 {
        self.0
    }

    /// The id of the event at this place. A channel has 16 million places, and there are 255 of each kind.
    pub fn event(self, channel: Channel, seq: u64) -> Result<i64, StoreError> {
        if seq > SEQ_MAX {
            return Err(StoreError::TooLarge);
        }
        Ok(self.channel_begins(channel)? | seq.cast_signed())
    }

    /// All events of the case.
    pub const fn all(self) -> IdRange {
        let first = self.0 << CASE_SHIFT;
        IdRange { first, last: first | ((1 << CASE_SHIFT) - 1) }
    }

    /// The events of a channel above one place and up to another.
    pub fn between(self, channel: Channel, above: u64, up_to: u64) -> Result<IdRange, StoreError> {
        let begins = self.channel_begins(channel)?;
        let (above, up_to) = (above.min(SEQ_MAX), up_to.min(SEQ_MAX));
        Ok(IdRange { first: begins + above.cast_signed() + 1, last: begins | up_to.cast_signed() })
    }

    /// All events of the case but the first ones of these channels, so many of each.
    pub fn all_but(self, known: &[(Channel, u64)]) -> Result<Vec<IdRange>, StoreError> {
        let known = known.iter().map(|(channel, size)| self.between(*channel, 0, *size));
        let mut known = known.collect::<Result<Vec<_>, _>>()?;
        known.sort_unstable_by_key(|range| range.first);
        let (mut first, IdRange { last, .. }) = (self.all().first, self.all());
        let mut rest = Vec::with_capacity(known.len() + 1);
        for range in known {
            rest.push(IdRange { first, last: range.first - 1 });
            first = range.last + 1;
        }
        rest.push(IdRange { first, last });
        Ok(rest)
    }

    fn channel_begins(self, channel: Channel) -> Result<i64, StoreError> {
        let by_side = |consumer: i64, side: Side| consumer + i64::from(side == Side::Company);
        let (kind, nth) = match channel {
            Channel::Procedure => (0, 1),
            Channel::Joint => (1, 1),
            Channel::Caucus { side, nth } => (by_side(2, side), nth),
            Channel::Internal => (4, 1),
            Channel::Notes { nth } => (5, nth),
            Channel::Sealed { side } => (by_side(6, side), 1),
            Channel::Review { entry } => (8, entry),
            Channel::Desk { entry } => (9, entry),
            Channel::Challenge { side } => (by_side(10, side), 1),
        };
        let nth = u8::try_from(nth).map_err(|_| StoreError::TooLarge)?;
        Ok(self.0 << CASE_SHIFT | kind << (SEQ_BITS + NTH_BITS) | i64::from(nth) << SEQ_BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(number: i64) -> CaseNumber {
        CaseNumber::new(number).unwrap()
    }

    #[test]
    fn the_ids_of_a_case_lie_between_those_of_its_neighbours() {
        let channels = ["procedure", "joint", "caucus:consumer", "caucus:company/255", "review:3", "challenge:company"];
        let mut ids = Vec::new();
        for case in [1, 2, (1 << CASE_BITS) - 1].map(number) {
            for channel in channels {
                for seq in [1, 2, SEQ_MAX] {
                    let id = case.event(channel.parse().unwrap(), seq).unwrap();
                    assert!((case.all().first..=case.all().last).contains(&id), "{channel} {seq}");
                    ids.push(id);
                }
            }
        }
        assert!(ids.is_sorted() && ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert!(ids.iter().all(|id| *id > 0));
    }

    #[test]
    fn what_is_not_known_lies_around_what_is() {
        let case = number(7);
        let id = |channel: &str, seq| case.event(channel.parse().unwrap(), seq).unwrap();
        let known = [(Channel::Joint, 5), (Channel::Procedure, 2)];
        let rest = case.all_but(&known).unwrap();
        let is_news = |id: i64| rest.iter().any(|range| (range.first..=range.last).contains(&id));
        assert!((1..=2).all(|seq| !is_news(id("procedure", seq))) && (1..=5).all(|seq| !is_news(id("joint", seq))));
        assert!(is_news(id("procedure", 3)) && is_news(id("joint", 6)) && is_news(id("caucus:consumer", 1)));
        assert!(!is_news(number(6).all().last) && !is_news(number(8).all().first));
        assert_eq!(case.all_but(&[]).unwrap(), [case.all()]);
    }

    #[test]
    fn a_range_holds_what_is_above_one_place_and_up_to_another() {
        let case = number(7);
        let id = |seq| case.event(Channel::Joint, seq).unwrap();
        assert_eq!(case.between(Channel::Joint, 3, 5).unwrap(), IdRange { first: id(4), last: id(5) });
        assert_eq!(case.between(Channel::Joint, 0, u64::MAX).unwrap(), IdRange { first: id(1), last: id(SEQ_MAX) });
    }

    #[test]
    fn what_has_no_id_is_refused() {
        assert_eq!(number(1).event(Channel::Joint, SEQ_MAX + 1), Err(StoreError::TooLarge));
        assert_eq!(number(1).event(Channel::Notes { nth: 256 }, 1), Err(StoreError::TooLarge));
        assert!(CaseNumber::new(0).is_err() && CaseNumber::new(1 << CASE_BITS).is_err());
    }
}
