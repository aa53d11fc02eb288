//! Changes of one entry in a queue.

use crate::case::event::Event;
use crate::case::state::{Entry, EntryState, Procedure};

pub(super) fn with_entry(state: &mut Procedure, number: u16, change: impl FnOnce(&mut Entry)) {
    if let Some(entry) = state.entries.iter_mut().find(|entry| entry.number == number) {
        change(entry);
    }
}

pub(super) fn end(entry: &mut Entry, state: EntryState, event: &Event) {
    entry.state = state;
    entry.asked = None;
    entry.ended_at = Some(event.at);
}
