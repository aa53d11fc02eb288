//! The glossary has every word that the code has a name for, in the form that the texts use.

use acordo_domain::case::command::{PaperKind, Queue, Stage};
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Seat};

const PAGE: &str = include_str!("../../../../docs/glossary.md");
const TEXTS: [&str; 3] = [
    include_str!("../../../locales/pt-BR/words.ftl"),
    include_str!("../../../locales/es/words.ftl"),
    include_str!("../../../locales/en/words.ftl"),
];
const SEATS: [Seat; 5] = [Seat::Consumer, Seat::Company, Seat::Mediator, Seat::Ombudsman, Seat::Legal];
const CHANNELS: [&str; 9] =
    ["Procedure", "Joint", "Caucus", "Internal", "Notes", "Sealed", "Review", "Desk", "Challenge"];

fn named(names: impl IntoIterator<Item = String>, of_type: &str) {
    for name in names {
        let (alone, qualified) = (format!("`{name}`"), format!("`{of_type}::{name}`"));
        assert!(PAGE.contains(&alone) || PAGE.contains(&qualified), "docs/glossary.md does not have {qualified}");
    }
}

fn debug<T: std::fmt::Debug>(value: &T) -> String {
    format!("{value:?}")
}

#[test]
fn every_name_is_in_the_glossary() {
    named(Capacity::ALL.iter().map(debug), "Capacity");
    named(Phase::ALL.iter().map(debug), "Phase");
    named(Queue::ALL.iter().map(debug), "Queue");
    named(PaperKind::ALL.iter().map(debug), "PaperKind");
    named(Stage::ALL.iter().map(debug), "Stage");
    named(SEATS.iter().map(debug), "Seat");
    named(CHANNELS.map(str::to_owned), "Channel");
    let closed = Phase::ALL.iter().filter(|phase| phase.is_closed());
    named(closed.map(|phase| debug(phase).trim_start_matches("Closed").to_owned()), "Outcome");
}

#[test]
fn the_glossary_says_what_people_read() {
    let page = PAGE.to_lowercase();
    for text in TEXTS {
        for line in text.lines() {
            let Some((key, words)) = line.split_once(" = ") else { continue };
            if ["phase-", "seat-", "queue-", "document-"].iter().any(|prefix| key.starts_with(prefix)) {
                // The text of a closed phase says first that the case is closed, then how.
                let words = words.rsplit(": ").next().unwrap_or(words).to_lowercase();
                assert!(page.contains(&words), "docs/glossary.md does not have \u{201c}{words}\u{201d} ({key})");
            }
        }
    }
}
