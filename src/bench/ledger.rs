//! What one room sent and what came back of it: every message is acknowledged once and reaches each of three once.

use super::measure::Latencies;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What one room saw.
#[derive(Debug, Default)]
pub struct Seen {
    pub sent: u64,
    /// The commands that `done` answered.
    pub acknowledged: Vec<Uuid>,
    pub deliveries: u64,
    pub latencies: Latencies,
    /// Refusals, breaches of order, gaps and repeats, in words.
    pub faults: Vec<String>,
}

#[derive(Debug)]
struct LedgerEntry {
    since: Instant,
    delivered: [bool; 3],
    acknowledged: bool,
}

/// The messages under way, and the place in the channel that each of three was told last.
#[derive(Debug, Default)]
pub struct Ledger {
    /// Bare rooms answer no command: the sender's own event tells it.
    events_acknowledge: bool,
    under_way: HashMap<Uuid, LedgerEntry>,
    last: [Option<u64>; 3],
    /// The channel's `seq` when each joined: events up to it are history, not deliveries.
    heads: [u64; 3],
}

impl Ledger {
    pub fn new(events_acknowledge: bool) -> Self {
        Self { events_acknowledge, ..Self::default() }
    }

    pub fn under_way(&self) -> usize {
        self.under_way.len()
    }

    pub fn joined(&mut self, member: usize, head: u64) {
        self.heads[member] = head;
    }

    pub fn sent(&mut self, id: Uuid, seen: &mut Seen) {
        self.under_way.insert(id, LedgerEntry { since: Instant::now(), delivered: [false; 3], acknowledged: false });
        seen.sent += 1;
    }

    /// It never left: its socket is gone.
    pub fn unsent(&mut self, id: Uuid, seen: &mut Seen) {
        self.under_way.remove(&id);
        seen.sent -= 1;
    }

    /// The last of three deliveries answers how long the message took.
    pub fn event(&mut self, member: usize, seq: u64, id: Option<Uuid>, seen: &mut Seen) -> Option<Duration> {
        if self.last[member].is_some_and(|before| seq != before + 1) {
            seen.faults.push(format!("member {member} was told {seq} after {:?}", self.last[member]));
        }
        self.last[member] = Some(seq);
        if seq <= self.heads[member] {
            return None;
        }
        // An event without a message's id is the case's own.
        let id = id?;
        let Some(entry) = self.under_way.get_mut(&id) else {
            seen.faults.push(format!("member {member} was told {id} at {seq}, which is not under way"));
            return None;
        };
        if std::mem::replace(&mut entry.delivered[member], true) {
            seen.faults.push(format!("member {member} was told {id} twice, again at {seq}"));
            return None;
        }
        seen.deliveries += 1;
        if self.events_acknowledge && !std::mem::replace(&mut entry.acknowledged, true) {
            seen.acknowledged.push(id);
        }
        let took = (entry.delivered == [true; 3]).then(|| entry.since.elapsed());
        self.settle(id);
        took
    }

    pub fn acknowledged(&mut self, id: Uuid, seen: &mut Seen) {
        match self.under_way.get_mut(&id) {
            Some(entry) if !entry.acknowledged => {
                entry.acknowledged = true;
                seen.acknowledged.push(id);
                self.settle(id);
            }
            _ => seen.faults.push(format!("{id} was acknowledged and is not waiting for it")),
        }
    }

    /// Nothing that is under way will come back.
    pub fn give_up(&mut self) {
        self.under_way.clear();
    }

    fn settle(&mut self, id: Uuid) {
        if self.under_way.get(&id).is_some_and(|entry| entry.acknowledged && entry.delivered == [true; 3]) {
            self.under_way.remove(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> (Ledger, Seen, Uuid) {
        let (mut ledger, mut seen, id) = (Ledger::default(), Seen::default(), Uuid::from_u128(1));
        for member in 0..3 {
            ledger.joined(member, 4);
            ledger.event(member, 4, None, &mut seen);
        }
        ledger.sent(id, &mut seen);
        (ledger, seen, id)
    }

    #[test]
    fn a_message_is_under_way_until_all_three_have_it_and_its_sender_knows() {
        let (mut ledger, mut seen, id) = room();
        assert_eq!(ledger.event(0, 5, Some(id), &mut seen), None);
        assert_eq!(ledger.event(1, 5, Some(id), &mut seen), None);
        assert!(ledger.event(2, 5, Some(id), &mut seen).is_some());
        assert_eq!(ledger.under_way(), 1);
        ledger.acknowledged(id, &mut seen);
        assert_eq!((ledger.under_way(), seen.sent, seen.deliveries, seen.faults.len()), (0, 1, 3, 0));
    }

    #[test]
    fn history_is_no_delivery() {
        let (mut ledger, mut seen, _) = room();
        ledger.joined(0, 6);
        ledger.event(0, 5, Some(Uuid::from_u128(9)), &mut seen);
        assert_eq!((seen.deliveries, seen.faults.len()), (0, 0));
    }

    #[test]
    fn a_message_lost_repeated_or_out_of_order_is_a_fault() {
        let (mut ledger, mut seen, id) = room();
        ledger.event(0, 5, Some(id), &mut seen);
        ledger.event(1, 5, Some(id), &mut seen);
        ledger.acknowledged(id, &mut seen);
        assert_eq!(ledger.under_way(), 1, "the third never had it");
        ledger.event(2, 6, None, &mut seen);
        assert_eq!(seen.faults.len(), 1, "a gap: {:?}", seen.faults);
        ledger.event(0, 6, Some(id), &mut seen);
        assert_eq!(seen.faults.len(), 2, "once more under another number: {:?}", seen.faults);
        ledger.event(0, 6, None, &mut seen);
        assert_eq!(seen.faults.len(), 3, "the same number again: {:?}", seen.faults);
        ledger.acknowledged(id, &mut seen);
        assert_eq!(seen.faults.len(), 4, "two answers: {:?}", seen.faults);
    }
}
