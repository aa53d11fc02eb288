//! What of a record goes out alone: the lines of one agreement, and a line by itself.

use super::input::{BundleError, EventInput, OpenedPart};
use super::parts::{BundleLine, LinePart, Profile};
use crate::canonical::to_canonical;
use crate::hash::{Hash, HashText, base64};
use crate::header::{Header, leaf};
use crate::names::PartName;
use crate::tree;

/// Has a bundle a line of this event? Of one agreement alone it has no line of another.
pub(super) fn shows(profile: Profile, version: Option<u64>, header: &Header, event: &EventInput) -> bool {
    let one = version.filter(|_| header.kind.starts_with("agreement_"));
    profile.has_kind(&header.kind) && one.is_none_or(|version| event.version() == Some(version))
}

/// The number of the last event of `procedure` that a bundle of an agreement has a line of: with no more than the events
/// up to it the bundle is whole.
///
/// # Errors
/// When a header cannot be read, or there is no such event.
pub fn agreement_end(events: &[EventInput], version: Option<u64>) -> Result<u64, BundleError> {
    let mut end = None;
    for event in events {
        let header = Header::parse(&event.header)?;
        if shows(Profile::Agreement, version, &header, event) {
            end = Some(header.seq);
        }
    }
    end.ok_or(BundleError::NoEvents)
}

/// One line of the profile agreement with its path to the root over these headers, as a document has it attached: the
/// origins stay out.
///
/// # Errors
/// When a header cannot be read, or there is no such event.
pub fn line_alone(events: &[EventInput], seq: u64) -> Result<Vec<u8>, BundleError> {
    let place = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1)).filter(|place| *place < events.len());
    let event = place.map(|place| &events[place]).ok_or(BundleError::NoEvents)?;
    let leaves: Vec<Hash> = events.iter().map(|event| leaf(&event.header)).collect();
    let shown = event.parts.iter().filter(|part| !matches!(part.name, PartName::Origin | PartName::OriginOf(_)));
    let opened = |part: &OpenedPart| (part.name, LinePart { bytes: base64(&part.bytes), salt: HashText(part.salt.0) });
    let proof = tree::inclusion_path(&leaves, place.unwrap_or_default());
    let line = BundleLine {
        header: base64(&event.header),
        parts: shown.map(opened).collect(),
        proof: proof.map(|path| path.into_iter().map(HashText).collect()),
    };
    let mut bytes = to_canonical(&line)?;
    bytes.push(b'\n');
    Ok(bytes)
}
