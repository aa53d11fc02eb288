//! MP4 and its kin: boxes in boxes. What tells of place, device or person becomes free space of the same size,
//! since other boxes point at places in the file.

use super::{big, merged};
use std::ops::Range;

/// What is nested deeper belongs to no film.
const DEPTH_MAX: usize = 8;
/// A day of samples, thirty a second; a table that names more is not followed further.
const SAMPLES_MAX: usize = 2_592_000;

#[derive(Debug, Clone, Copy)]
enum Inside {
    File,
    Movie,
    Track,
    Media,
    MediaInformation,
    Fragment,
}

impl Inside {
    /// What may stay, and in what to look further.
    const fn keeps(self, kind: &[u8; 4]) -> Option<Option<Self>> {
        match (self, kind) {
            (Self::File, b"moov") => Some(Some(Self::Movie)),
            (Self::File, b"moof") => Some(Some(Self::Fragment)),
            (Self::File, b"ftyp" | b"styp" | b"mdat" | b"pdin" | b"sidx" | b"mfra") => Some(None),
            (Self::Movie, b"trak") => Some(Some(Self::Track)),
            (Self::Movie, b"mvhd" | b"mvex" | b"iods") => Some(None),
            (Self::Track, b"mdia") => Some(Some(Self::Media)),
            (Self::Track, b"tkhd" | b"edts" | b"tref" | b"tapt" | b"clip" | b"matt" | b"load" | b"trgr") => Some(None),
            (Self::Media, b"minf") => Some(Some(Self::MediaInformation)),
            (Self::Media, b"mdhd" | b"hdlr" | b"elng") => Some(None),
            (
                Self::MediaInformation,
                b"vmhd" | b"smhd" | b"hmhd" | b"sthd" | b"nmhd" | b"gmhd" | b"dinf" | b"stbl" | b"hdlr",
            ) => Some(None),
            (Self::Fragment, b"mfhd" | b"traf") => Some(None),
            _ => None,
        }
    }
}

pub(super) struct FilmBox {
    pub kind: [u8; 4],
    /// Of the box, and of what is in it.
    pub whole: Range<usize>,
    pub body: Range<usize>,
    /// It says that it is longer than what it stands in.
    pub torn: bool,
}

/// The box at this place; one that was torn off reaches to the end.
pub(super) fn box_at(bytes: &[u8], at: usize, end: usize) -> Option<FilmBox> {
    let kind: [u8; 4] = bytes.get(at + 4..at + 8)?.try_into().ok()?;
    let (head, size) = match big::<4>(bytes, at)? {
        0 => (8, (end - at) as u64),
        1 => (16, big::<8>(bytes, at + 8)?),
        size => (8, size),
    };
    let size = usize::try_from(size).ok().filter(|size| *size >= head)?;
    let (last, torn) = (at.checked_add(size)?.min(end), size > end - at);
    let named = kind.iter().all(|byte| byte.is_ascii_graphic() || matches!(byte, b' ' | 0xA9));
    (named && at + head <= last).then(|| FilmBox { kind, whole: at..last, body: at + head..last, torn })
}

/// `None` if it has no film in it.
pub fn film(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut tracks = Vec::new();
    let end = clean(&mut bytes, 0..usize::MAX, Inside::File, 0, &mut tracks)?;
    // What follows the last box is no part of the film.
    bytes.truncate(end);
    // Where it was, second by second, and what else is neither picture nor sound nor subtitle.
    let mut erased = Samples { left: SAMPLES_MAX, places: Vec::new() };
    for track in &tracks {
        erased.of_track(&bytes, track);
    }
    for place in merged(erased.places) {
        bytes[place].fill(0);
    }
    for track in tracks {
        blank(&mut bytes, &track);
    }
    Some(bytes)
}

/// Walks through the boxes of a range; answers where the last one ends.
fn clean(
    bytes: &mut [u8],
    range: Range<usize>,
    inside: Inside,
    depth: usize,
    tracks: &mut Vec<Range<usize>>,
) -> Option<usize> {
    let (mut at, end) = (range.start, range.end.min(bytes.len()));
    let mut seen = false;
    while at < end {
        let Some(found) = box_at(bytes, at, end) else { break };
        match inside.keeps(&found.kind) {
            Some(Some(next)) if depth < DEPTH_MAX => {
                let track = matches!(next, Inside::Track) && !is_shown(bytes, &found.body);
                clean(bytes, found.body.clone(), next, depth + 1, tracks);
                if track {
                    tracks.push(found.whole.clone());
                }
                seen |= matches!(next, Inside::Movie | Inside::Fragment);
            }
            Some(_) => {}
            None if found.torn => break,
            None => blank(bytes, &found.whole),
        }
        at = found.whole.end;
    }
    // The rest of a box that is no box.
    if !matches!(inside, Inside::File) {
        bytes[at.min(end)..end].fill(0);
    }
    (seen || !matches!(inside, Inside::File)).then_some(at)
}

/// The same size, and nothing in it.
pub(super) fn blank(bytes: &mut [u8], whole: &Range<usize>) {
    let long = big::<4>(bytes, whole.start) == Some(1);
    bytes[whole.start + 4..whole.start + 8].copy_from_slice(b"free");
    bytes[(whole.start + if long { 16 } else { 8 }).min(whole.end)..whole.end].fill(0);
}

fn child(bytes: &[u8], body: &Range<usize>, path: &[&[u8; 4]]) -> Option<Range<usize>> {
    let Some((first, rest)) = path.split_first() else { return Some(body.clone()) };
    let mut at = body.start;
    while at < body.end {
        let found = box_at(bytes, at, body.end)?;
        if found.kind == **first {
            return child(bytes, &found.body, rest);
        }
        at = found.whole.end;
    }
    None
}

/// Is the track something that is seen, heard or read? One that does not say is taken for such.
fn is_shown(bytes: &[u8], track: &Range<usize>) -> bool {
    let Some(handler) = child(bytes, track, &[b"mdia", b"hdlr"]) else { return true };
    let kind = bytes.get(handler.start + 8..handler.start + 12).unwrap_or_default();
    [&b"vide"[..], b"soun", b"subt", b"sbtl", b"text", b"clcp", b"hint", b"tmcd", b"auxv", b"pict"].contains(&kind)
}

/// What the tables of tracks point at; however often they name a place, it is erased once.
struct Samples {
    left: usize,
    places: Vec<Range<usize>>,
}

impl Samples {
    fn of_track(&mut self, bytes: &[u8], track: &Range<usize>) -> Option<()> {
        let head = box_at(bytes, track.start, track.end)?;
        let table = child(bytes, &head.body, &[b"mdia", b"minf", b"stbl"])?;
        let sizes = child(bytes, &table, &[b"stsz"])?;
        let spans = child(bytes, &table, &[b"stsc"])?;
        let (chunks, wide) = match child(bytes, &table, &[b"stco"]) {
            Some(found) => (found, false),
            None => (child(bytes, &table, &[b"co64"])?, true),
        };
        let number = |bytes: &[u8], at: usize| usize::try_from(big::<4>(bytes, at)?).ok();
        let same = number(bytes, sizes.start + 4)?;
        let (mut sample, mut span) = (0, 0);
        for chunk in 0..number(bytes, chunks.start + 4)? {
            let width = if wide { 8 } else { 4 };
            let at = chunks.start + 8 + chunk * width;
            let place = if wide { big::<8>(bytes, at)? } else { big::<4>(bytes, at)? };
            let mut place = usize::try_from(place).ok()?;
            let spans_count = number(bytes, spans.start + 4)?;
            while span + 1 < spans_count && number(bytes, spans.start + 8 + (span + 1) * 12)? <= chunk + 1 {
                span += 1;
            }
            for _ in 0..number(bytes, spans.start + 12 + span * 12)? {
                self.left = self.left.checked_sub(1)?;
                let size = if same > 0 { same } else { number(bytes, sizes.start + 12 + sample * 4)? };
                let last = place.checked_add(size)?;
                // Never the tables themselves.
                if last <= track.start || place >= track.end {
                    bytes.get(place..last)?;
                    match self.places.last_mut() {
                        Some(before) if before.end == place => before.end = last,
                        _ => self.places.push(place..last),
                    }
                }
                (place, sample) = (last, sample + 1);
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::holds;
    use super::*;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat()
    }

    fn track(handler: &[u8; 4], place: u32, size: u32) -> Vec<u8> {
        let one = 1_u32.to_be_bytes();
        let table = [
            boxed(b"stsz", &[&[0; 4][..], &size.to_be_bytes(), &one].concat()),
            boxed(b"stsc", &[&[0; 4][..], &one, &one, &one, &one].concat()),
            boxed(b"stco", &[&[0; 4][..], &one, &place.to_be_bytes()].concat()),
        ]
        .concat();
        let media =
            [boxed(b"hdlr", &[&[0; 8][..], handler, &[0; 12]].concat()), boxed(b"minf", &boxed(b"stbl", &table))];
        let parts = [boxed(b"tkhd", &[0; 84]), boxed(b"udta", b"Ana"), boxed(b"mdia", &media.concat())];
        boxed(b"trak", &parts.concat())
    }

    fn video() -> Vec<u8> {
        let first = boxed(b"ftyp", b"mp42\0\0\0\0mp42isom");
        let data = boxed(b"mdat", b"pictures-23.5505-046.6333/");
        let place = first.len() as u32 + 8;
        let movie = [
            boxed(b"mvhd", &[0; 100]),
            track(b"vide", place, 8),
            track(b"mebx", place + 8, 18),
            boxed(b"udta", &boxed(b"\xA9xyz", b"\0\x10\x15\xC7-23.5505-046.6333/")),
            boxed(b"meta", b"com.apple.quicktime.location.ISO6709 -23.5505"),
        ];
        let extra = [boxed(b"uuid", b"XMP Vila"), boxed(b"moov", &movie.concat()), b"SEFT-23.55".to_vec()];
        [first, data, extra.concat()].concat()
    }

    #[test]
    fn where_and_by_whom_a_film_was_made_does_not_go_along() {
        let before = video();
        let after = film(before.clone()).unwrap();
        for word in ["23.55", "Ana", "Vila", "apple"] {
            assert!(!holds(&after, word), "{word}");
        }
        assert!(holds(&after, "pictures") && holds(&after, "vide"));
        assert_eq!(after.len(), before.len() - b"SEFT-23.55".len(), "what is inside keeps its place");
        assert_eq!(film(after.clone()), Some(after));
    }

    #[test]
    fn samples_that_name_one_place_over_and_over_cost_no_more_than_the_place() {
        let times = 200_000_u32;
        let one = 1_u32.to_be_bytes();
        let table = [
            boxed(b"stsz", &[&[0; 4][..], &1_000_000_u32.to_be_bytes(), &times.to_be_bytes()].concat()),
            boxed(b"stsc", &[&[0; 4][..], &one, &one, &one, &one].concat()),
            boxed(b"stco", &[&[0; 4][..], &times.to_be_bytes(), &8_u32.to_be_bytes().repeat(times as usize)].concat()),
        ];
        let media = [
            boxed(b"hdlr", &[&[0; 8][..], b"mebx", &[0; 12]].concat()),
            boxed(b"minf", &boxed(b"stbl", &table.concat())),
        ];
        let movie = boxed(b"moov", &boxed(b"trak", &boxed(b"mdia", &media.concat())));
        let began = std::time::Instant::now();
        let after = film([boxed(b"mdat", &vec![7; 1_000_000]), movie].concat()).unwrap();
        assert_eq!(after[8..1_000_008].iter().filter(|byte| **byte != 0).count(), 0);
        assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
    }

    #[test]
    fn a_file_without_a_film_is_none_and_a_torn_one_does_no_harm() {
        let mut hostile = boxed(b"ftyp", b"mp42");
        assert_eq!(film(hostile.clone()), None);
        hostile.extend_from_slice(b"\0\0\0\x01moov\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
        film(hostile);
        let whole = video();
        for end in 0..whole.len() {
            film(whole[..end].to_vec());
        }
        for at in 0..whole.len() {
            let mut bent = whole.clone();
            bent[at] ^= 0xFF;
            film(bent);
        }
    }
}
