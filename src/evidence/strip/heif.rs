//! HEIC, the photos of phones: items in boxes. Only the bytes of the picture that is shown stay; every other item, such
//! as where it was taken, a small picture of what was cut off, or the rest of a series, becomes zeros in its place.

use super::boxes::{blank, box_at};
use super::{Unfit, big, merged};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Boxes beside the items, and properties of items, that say nothing but how the picture is shown.
const OF_META: [&[u8; 4]; 7] = [b"hdlr", b"pitm", b"iinf", b"iloc", b"iref", b"iprp", b"idat"];
const PROPERTIES: [&[u8; 4]; 13] = [
    b"hvcC", b"ispe", b"pixi", b"colr", b"irot", b"imir", b"clap", b"pasp", b"auxC", b"lsel", b"mdcv", b"clli", b"cclv",
];
const ITEMS_MAX: usize = 10_000;
/// More than a picture of a hundred million points, put together from small tiles, has of each; a file that names more
/// costs more to look through than anybody's photo.
const EXTENTS_MAX: usize = 100_000;
const REFERENCES_MAX: usize = 100_000;
const AREAS_MAX: usize = 10_000;

/// Where an item's bytes are: in the file, or in `idat`.
#[derive(Debug, Default)]
struct Located {
    in_idat: bool,
    extents: Vec<Range<usize>>,
}

/// The parts of `meta`, by kind.
type Parts = BTreeMap<[u8; 4], Range<usize>>;

pub fn heic(mut bytes: Vec<u8>, points_max: u64) -> Result<Vec<u8>, Unfit> {
    let (meta, data, end) = outline(&mut bytes).ok_or(Unfit::Broken)?;
    bytes.truncate(end);
    let parts = parts_of(&mut bytes, &meta).ok_or(Unfit::Broken)?;
    let part = |kind: &[u8; 4]| parts.get(kind).cloned().ok_or(Unfit::Broken);
    let primary = primary(&bytes, &part(b"pitm")?).ok_or(Unfit::Broken)?;
    if points(&bytes, &part(b"iprp")?).ok_or(Unfit::Broken)? > points_max {
        return Err(Unfit::TooManyPoints);
    }
    properties(&mut bytes, &part(b"iprp")?);
    let shown = match parts.get(b"iref") {
        Some(references) => shown(&mut bytes, references, primary).ok_or(Unfit::Broken)?,
        None => BTreeSet::from([primary]),
    };
    name_items(&mut bytes, &part(b"iinf")?, &shown).ok_or(Unfit::Broken)?;
    let located = locations(&bytes, &part(b"iloc")?).ok_or(Unfit::Broken)?;
    let shown = &shown;
    let kept = |in_idat: bool| {
        let shown = located.iter().filter(move |(id, at)| shown.contains(id) && at.in_idat == in_idat);
        shown.flat_map(|(_, at)| at.extents.iter().cloned())
    };
    let of_file = merged(kept(false).collect());
    for area in data {
        keep_only(&mut bytes, &area, &of_file);
    }
    if let Some(idat) = parts.get(b"idat") {
        let within = |at: Range<usize>| Some(at.start.checked_add(idat.start)?..at.end.checked_add(idat.start)?);
        keep_only(&mut bytes, idat, &merged(kept(true).filter_map(within).collect()));
    }
    Ok(bytes)
}

/// `meta`, the areas of data, and where the last box ends. What is neither is emptied.
fn outline(bytes: &mut [u8]) -> Option<(Range<usize>, Vec<Range<usize>>, usize)> {
    let (mut at, mut meta, mut data) = (0, None, Vec::new());
    while let Some(found) = box_at(bytes, at, bytes.len()) {
        match &found.kind {
            b"ftyp" => {}
            b"meta" if meta.is_none() => meta = Some(found.body.start.checked_add(4)?..found.body.end),
            b"mdat" if data.len() < AREAS_MAX => data.push(found.body.clone()),
            b"mdat" => return None,
            _ if found.torn => break,
            _ => blank(bytes, &found.whole),
        }
        at = found.whole.end;
    }
    Some((meta.filter(|meta| meta.start < meta.end)?, data, at))
}

fn parts_of(bytes: &mut [u8], meta: &Range<usize>) -> Option<Parts> {
    let (mut parts, mut at) = (Parts::new(), meta.start);
    while at < meta.end {
        let found = box_at(bytes, at, meta.end).filter(|found| !found.torn)?;
        if OF_META.contains(&&found.kind) {
            if parts.insert(found.kind, found.body.clone()).is_some() {
                return None;
            }
        } else {
            blank(bytes, &found.whole);
        }
        at = found.whole.end;
    }
    Some(parts)
}

/// A full box's version; its fields begin four bytes on.
fn version(bytes: &[u8], body: &Range<usize>) -> Option<u8> {
    bytes.get(body.start).copied()
}

fn primary(bytes: &[u8], body: &Range<usize>) -> Option<u64> {
    if version(bytes, body)? == 0 { big::<2>(bytes, body.start + 4) } else { big::<4>(bytes, body.start + 4) }
}

/// Of the largest picture that the properties announce.
fn points(bytes: &[u8], body: &Range<usize>) -> Option<u64> {
    let mut most = None;
    let all = box_at(bytes, body.start, body.end).filter(|found| &found.kind == b"ipco")?.body;
    let mut at = all.start;
    while let Some(found) = box_at(bytes, at, all.end) {
        if &found.kind == b"ispe" {
            let (width, height) = (big::<4>(bytes, found.body.start + 4)?, big::<4>(bytes, found.body.start + 8)?);
            most = most.max(Some(width.saturating_mul(height)));
        }
        at = found.whole.end;
    }
    most
}

/// They are counted by their place, so that one which tells more keeps its place, empty.
fn properties(bytes: &mut [u8], body: &Range<usize>) {
    let Some(all) = box_at(bytes, body.start, body.end).map(|found| found.body) else { return };
    let mut at = all.start;
    while let Some(found) = box_at(bytes, at, all.end) {
        if !PROPERTIES.contains(&&found.kind) {
            blank(bytes, &found.whole);
        }
        at = found.whole.end;
    }
}

/// The items that make up the picture: what it is put together from, and what says how clear it is where.
fn shown(bytes: &mut [u8], body: &Range<usize>, primary: u64) -> Option<BTreeSet<u64>> {
    let wide = version(bytes, body)? > 0;
    let mut parts_of: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    let mut references = 0;
    let mut at = body.start + 4;
    while at < body.end {
        let found = box_at(bytes, at, body.end).filter(|found| !found.torn)?;
        let width = if wide { 4 } else { 2 };
        let id = |at: usize| if wide { big::<4>(bytes, at) } else { big::<2>(bytes, at) };
        let from = id(found.body.start)?;
        let count = usize::try_from(big::<2>(bytes, found.body.start + width)?).ok()?;
        references += count;
        if references > REFERENCES_MAX {
            return None;
        }
        for number in 0..count {
            let to = id(found.body.start + width + 2 + number * width)?;
            match &found.kind {
                b"dimg" => parts_of.entry(from).or_default().push(to),
                b"auxl" => parts_of.entry(to).or_default().push(from),
                // Programs refuse a reference to nothing; this one is to an item of no kind that they know.
                _ => {}
            }
        }
        bytes.get_mut(found.body.start + width + 2 + count * width..found.body.end)?.fill(0);
        at = found.whole.end;
    }
    let (mut shown, mut to_follow) = (BTreeSet::from([primary]), vec![primary]);
    while let Some(whole) = to_follow.pop() {
        for part in parts_of.remove(&whole).unwrap_or_default() {
            if shown.insert(part) {
                to_follow.push(part);
            }
        }
    }
    Some(shown)
}

/// An item that is not shown is of no kind that a program knows, and none has a name.
fn name_items(bytes: &mut [u8], body: &Range<usize>, shown: &BTreeSet<u64>) -> Option<()> {
    let mut at = body.start + if version(bytes, body)? == 0 { 6 } else { 8 };
    while at < body.end {
        let found = box_at(bytes, at, body.end).filter(|found| !found.torn && &found.kind == b"infe")?;
        let (id, kind) = match version(bytes, &found.body)? {
            2 => (big::<2>(bytes, found.body.start + 4)?, found.body.start + 8),
            3 => (big::<4>(bytes, found.body.start + 4)?, found.body.start + 10),
            _ => return None,
        };
        if kind + 4 > found.body.end {
            return None;
        }
        if !shown.contains(&id) {
            bytes[kind..kind + 4].copy_from_slice(b"skip");
        }
        bytes[kind + 4..found.body.end].fill(0);
        at = found.whole.end;
    }
    Some(())
}

fn locations(bytes: &[u8], body: &Range<usize>) -> Option<BTreeMap<u64, Located>> {
    let version = version(bytes, body)?;
    let sizes = big::<2>(bytes, body.start + 4)?;
    let nibble = |shift: u32| ((sizes >> shift) & 0xF) as usize;
    let (offset, length, base, index) = (nibble(12), nibble(8), nibble(4), if version > 0 { nibble(0) } else { 0 });
    let mut at = body.start + 6;
    let mut take = |width: usize| {
        let taken = bytes.get(at..at + width).filter(|_| at + width <= body.end && width <= 8)?;
        at += width;
        Some(taken.iter().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte)))
    };
    let id_width = if version < 2 { 2 } else { 4 };
    let count = usize::try_from(take(id_width)?).ok().filter(|count| *count <= ITEMS_MAX)?;
    let (mut located, mut extents) = (BTreeMap::new(), 0);
    for _ in 0..count {
        let id = take(id_width)?;
        let method = if version > 0 { take(2)? & 0xF } else { 0 };
        let (elsewhere, start) = (take(2)?, take(base)?);
        if method > 1 || elsewhere != 0 {
            return None;
        }
        let mut one = Located { in_idat: method == 1, extents: Vec::new() };
        for _ in 0..take(2)? {
            extents += 1;
            if extents > EXTENTS_MAX {
                return None;
            }
            take(index)?;
            let from = usize::try_from(start.checked_add(take(offset)?)?).ok()?;
            let size = usize::try_from(take(length)?).ok().filter(|size| *size > 0)?;
            one.extents.push(from..from.checked_add(size)?);
        }
        located.insert(id, one);
    }
    Some(located)
}

/// Zeros in an area, but for these ranges, which are merged.
fn keep_only(bytes: &mut [u8], area: &Range<usize>, kept: &[Range<usize>]) {
    let first = kept.partition_point(|range| range.end <= area.start);
    let mut at = area.start;
    for range in kept[first..].iter().take_while(|range| range.start < area.end) {
        if range.start > at {
            bytes[at..range.start].fill(0);
        }
        at = at.max(range.end);
    }
    if at < area.end {
        bytes[at..area.end].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::holds;
    use super::*;

    const POINTS: u64 = 1_000_000;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat()
    }

    fn full(kind: &[u8; 4], version: u8, body: &[u8]) -> Vec<u8> {
        boxed(kind, &[&[version, 0, 0, 0][..], body].concat())
    }

    fn item(id: u16, kind: &[u8; 4], name: &[u8]) -> Vec<u8> {
        full(b"infe", 2, &[&id.to_be_bytes()[..], &[0, 0], kind, name].concat())
    }

    fn refers(kind: &[u8; 4], from: u16, to: u16) -> Vec<u8> {
        boxed(kind, &[from.to_be_bytes(), [0, 1], to.to_be_bytes()].concat())
    }

    /// A picture (1), what the camera wrote (2), a small picture of what was cut off (3), and clearness (4).
    fn photo(side: u32) -> Vec<u8> {
        let pieces: [(u16, &[u8]); 4] =
            [(1, b"the picture"), (2, b"Exif -23.5505 -46.6333"), (3, b"cut off"), (4, b"how clear")];
        let meta = |first: u32| {
            let mut table = [&[0x44, 0x00][..], &4_u16.to_be_bytes()].concat();
            let mut place = first;
            for (id, piece) in pieces {
                let size = piece.len() as u32;
                let entry = [&id.to_be_bytes()[..], &[0, 0, 0, 1], &place.to_be_bytes(), &size.to_be_bytes()].concat();
                table.extend(entry);
                place += size;
            }
            let items =
                [item(1, b"hvc1", b"Ana\0"), item(2, b"Exif", b"\0"), item(3, b"hvc1", b"\0"), item(4, b"hvc1", b"\0")];
            let size = [side.to_be_bytes(), side.to_be_bytes()].concat();
            let properties = [full(b"ispe", 0, &size), full(b"udes", 0, b"Praia da Vila")].concat();
            let parts = [
                full(b"hdlr", 0, b"\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"),
                full(b"pitm", 0, &[0, 1]),
                full(b"iinf", 0, &[&[0, 4][..], &items.concat()].concat()),
                full(b"iref", 0, &[refers(b"cdsc", 2, 1), refers(b"thmb", 3, 1), refers(b"auxl", 4, 1)].concat()),
                boxed(b"iprp", &boxed(b"ipco", &properties)),
                full(b"iloc", 0, &table),
                boxed(b"uuid", b"aparelho"),
            ];
            full(b"meta", 0, &parts.concat())
        };
        let first = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
        let place = first.len() + meta(0).len() + 8;
        let data = boxed(b"mdat", &pieces.iter().flat_map(|(_, piece)| piece.to_vec()).collect::<Vec<_>>());
        [first, meta(u32::try_from(place).unwrap()), data, boxed(b"moov", b"um segundo"), b"SEFT".to_vec()].concat()
    }

    #[test]
    fn only_the_picture_goes_along() {
        let before = photo(800);
        let after = heic(before.clone(), POINTS).unwrap();
        for word in ["23.55", "Exif", "cut off", "Ana", "Vila", "aparelho", "segundo", "SEFT"] {
            assert!(holds(&before, word) && !holds(&after, word), "{word}");
        }
        assert!(holds(&after, "the picture") && holds(&after, "how clear"));
        assert_eq!(after.len(), before.len() - 4, "what is inside keeps its place");
        assert_eq!(heic(after.clone(), POINTS), Ok(after));
    }

    #[test]
    fn a_photo_of_a_real_encoder_loses_what_was_written_into_it() {
        let before = include_bytes!("../../../tests/golden/files/photo.heic");
        let after = heic(before.to_vec(), POINTS).unwrap();
        for word in ["CameraDaAna", "PraiaDaVila"] {
            assert!(holds(before, word) && !holds(&after, word), "{word}");
        }
        assert_eq!(after.len(), before.len());
        let references = before.windows(4).position(|word| word == b"cdsc").unwrap();
        assert_eq!(after[references - 4..references + 10], before[references - 4..references + 10]);
    }

    /// A photo whose `iref`, `iloc` and data are these.
    fn photo_of(version: u8, references: &[u8], table: &[u8], idat: &[u8], data: &[u8]) -> Vec<u8> {
        let size = [8_u32.to_be_bytes(), 8_u32.to_be_bytes()].concat();
        let parts = [
            full(b"pitm", 0, &[0, 1]),
            full(b"iinf", 0, &[&[0, 1][..], &item(1, b"hvc1", b"\0")].concat()),
            full(b"iref", 0, references),
            boxed(b"iprp", &boxed(b"ipco", &full(b"ispe", 0, &size))),
            full(b"iloc", version, table),
            boxed(b"idat", idat),
        ];
        [boxed(b"ftyp", b"heic\0\0\0\0mif1heic"), full(b"meta", 0, &parts.concat()), data.to_vec()].concat()
    }

    /// An `iloc` with one item: offsets of eight bytes, lengths of one.
    fn extents(method: u8, all: &[(u64, u8)]) -> Vec<u8> {
        let mut table = vec![0x81, 0x00, 0, 1, 0, 1, 0, method, 0, 0];
        table.extend(u16::try_from(all.len()).unwrap().to_be_bytes());
        for (from, size) in all {
            table.extend(from.to_be_bytes());
            table.push(*size);
        }
        table
    }

    #[test]
    fn extents_that_cross_and_repeat_keep_what_they_name_and_nothing_else() {
        let data = b"0123456789";
        let cross = [(2_u64, 3_u8), (4, 2), (2, 1), (9, 9)];
        let made = heic(photo_of(1, b"", &extents(1, &cross), data, b""), POINTS).unwrap();
        assert!(holds(&made, "\0\x002345\0\0\09"), "{made:?}");
    }

    #[test]
    fn an_extent_beyond_all_bytes_is_no_place() {
        let photo = photo_of(1, b"", &extents(1, &[(u64::MAX - 8, 8), (0, 1)]), b"xyz", b"");
        assert!(holds(&heic(photo, POINTS).unwrap(), "x\0\0"));
        let photo = photo_of(1, b"", &extents(1, &[(u64::MAX, 8)]), b"xyz", b"");
        assert_eq!(heic(photo, POINTS), Err(Unfit::Broken));
    }

    /// Many items of many extents of one byte each, all alike.
    fn many_extents(items: u16, each: u16) -> Vec<u8> {
        let mut table = [&[0x01, 0x00][..], &items.to_be_bytes()].concat();
        for _ in 0..items {
            table.extend([&[0, 1, 0, 0][..], &each.to_be_bytes(), &vec![1; usize::from(each)]].concat());
        }
        table
    }

    #[test]
    fn a_file_that_names_more_than_any_photo_is_refused_at_once() {
        let began = std::time::Instant::now();
        let fine = photo_of(0, b"", &many_extents(1, 60_000), b"", &boxed(b"mdat", b"x").repeat(AREAS_MAX));
        assert!(heic(fine, POINTS).is_ok());
        let extents = photo_of(0, b"", &many_extents(40, 60_000), b"", b"");
        assert_eq!(heic(extents, POINTS), Err(Unfit::Broken));
        let areas = photo_of(0, b"", &many_extents(1, 1), b"", &boxed(b"mdat", b"").repeat(AREAS_MAX + 1));
        assert_eq!(heic(areas, POINTS), Err(Unfit::Broken));
        let wide = boxed(b"dimg", &[&[0, 1, 0xFF, 0xFF][..], &[0, 2].repeat(0xFFFF)].concat());
        assert!(heic(photo_of(0, &wide, &many_extents(1, 1), b"", b""), POINTS).is_ok());
        let references = photo_of(0, &wide.repeat(2), &many_extents(1, 1), b"", b"");
        assert_eq!(heic(references, POINTS), Err(Unfit::Broken));
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }

    #[test]
    fn a_long_chain_of_parts_is_followed_once_and_a_ring_ends() {
        // The last part first, so that looking through all of them finds one more each time.
        let chain: Vec<u8> = (1..30_000_u16).rev().flat_map(|id| refers(b"dimg", id, id + 1)).collect();
        let began = std::time::Instant::now();
        assert!(heic(photo_of(0, &chain, &many_extents(1, 1), b"", b""), POINTS).is_ok());
        assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
        let ring = [refers(b"dimg", 1, 2), refers(b"auxl", 1, 2), refers(b"dimg", 2, 1)].concat();
        assert!(heic(photo_of(0, &ring, &many_extents(1, 1), b"", b""), POINTS).is_ok());
    }

    #[test]
    fn a_picture_that_announces_too_much_is_refused_and_a_torn_one_does_no_harm() {
        assert_eq!(heic(photo(2_000), POINTS), Err(Unfit::TooManyPoints));
        let whole = photo(800);
        for end in 0..whole.len() {
            heic(whole[..end].to_vec(), POINTS).ok();
        }
        for at in 0..whole.len() {
            for bent in [0xFF, 0x01, 0x80] {
                let mut copy = whole.clone();
                copy[at] ^= bent;
                heic(copy, POINTS).ok();
            }
        }
    }
}
