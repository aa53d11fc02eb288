//! Time passes from one due date to the next.

use crate::world::*;
use acordo_domain::case::due::{due, next_due};
use acordo_domain::case::event::Event;
use acordo_domain::case::owed::{NoticeKind, NoticeTo, Owed};

/// Moves the clock to what is due next, and does it.
pub fn strikes(world: &mut World) -> Vec<Event> {
    world.now = next_due(&world.case, &world.rules).unwrap().max(world.now);
    let command = due(&world.case, &world.rules, world.now).unwrap();
    world.does(Who::System, command)
}

/// Does what is due until a fact of this kind comes; returns the events that came with it.
pub fn until(world: &mut World, kind: &str) -> Vec<Event> {
    for _ in 0..60 {
        let events = strikes(world);
        if kinds(&events).contains(&kind) {
            return events;
        }
    }
    panic!("{kind} never comes");
}

/// To whom these events are told, by a letter of this kind.
pub fn told(world: &World, events: &[Event], wanted: NoticeKind) -> Vec<NoticeTo> {
    let owed = world.owes(events).into_iter();
    owed.filter_map(|owed| match owed {
        Owed::Notice(notice) if notice.kind == wanted => Some(notice.to),
        _ => None,
    })
    .collect()
}
