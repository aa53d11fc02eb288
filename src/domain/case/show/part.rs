//! The viewer's part: who reads with them, in whose name they offer, what they may pass on.

use crate::case::asker::Asker;
use crate::case::audience::{Readable, reads};
use crate::case::command::CommandKind;
use crate::case::decide::proposals::offers_as;
use crate::case::decide::review::{releasable, release_item};
use crate::case::event::Author;
use crate::case::policy::policy;
use crate::seat::{Capacity, Channel};
use crate::view::{FileView, ListenerView};
use std::collections::BTreeMap;

/// Seats are told in `procedure`, and so is all that says what a seat reads: nothing here comes from the channel itself.
pub(super) fn listeners(asker: &Asker<'_>) -> BTreeMap<Channel, Vec<ListenerView>> {
    let procedure = asker.procedure();
    let seated = |channel: Channel| {
        procedure
            .seats
            .iter()
            .filter(|tenure| reads(procedure, Capacity::from(tenure.seat), channel))
            .map(|tenure| ListenerView {
                seat: tenure.seat,
                name: tenure.person.name.clone(),
                you: asker.person == Some(tenure.person.id),
            })
            .collect()
    };
    asker.readable.channels().map(|channel| (channel, seated(channel))).collect()
}

/// Files whose content was not erased.
pub(super) fn files(asker: &Asker<'_>) -> Vec<FileView> {
    let readable = &asker.readable;
    let mut files: Vec<FileView> = readable
        .channels()
        .flat_map(|channel| {
            readable.exhibits(channel).filter_map(move |(_, exhibit)| {
                let evidence = exhibit.part.clone()?;
                let yours = exhibit.owner.is_some() && exhibit.owner == asker.person;
                let may_be_shared = exhibit.may_be_shared;
                Some(FileView { channel, seq: exhibit.seq, evidence, yours, may_be_shared })
            })
        })
        .collect();
    files.sort_by_key(|file| (file.channel, file.seq));
    files
}

pub(super) fn offers(readable: &Readable<'_>) -> BTreeMap<Channel, Author> {
    readable.channels().filter_map(|channel| Some((channel, offers_as(readable.capacity(), channel)?))).collect()
}

/// Channels whose items this viewer may pass on to the officer, who has the handover file and does not read them anyway.
pub(super) fn releasable_now(asker: &Asker<'_>) -> Vec<Channel> {
    let procedure = asker.procedure();
    let may = policy(CommandKind::EscalationReleaseItem, asker.capacity()).has(procedure.phase());
    let (true, Some(entry), Ok((side, ..))) = (may, procedure.open_entry(), release_item(asker)) else {
        return Vec::new();
    };
    let officer = Capacity::from(entry.queue.seat());
    asker
        .readable
        .channels()
        .filter(|channel| releasable(asker, side, *channel))
        .filter(|channel| entry.officer.is_none() || !reads(procedure, officer, *channel))
        .collect()
}
