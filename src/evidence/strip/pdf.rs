//! PDF: author, program and dates, XMP, and what cameras wrote into pictures, overwritten in their place, so that
//! every table of places still holds.
//!
//! Nothing is rebuilt: a file that no reader could open before is as it was, and one that many can stays so.

use super::{big, find};
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::ops::Range;

/// A dictionary longer than this is none of those that hold metadata.
const DICTIONARY_BYTES_MAX: usize = 64 * 1024;
/// Objects packed together, unpacked, of the whole file.
const UNPACKED_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Dictionaries without an end: a damaged file has few.
const BROKEN_MAX: usize = 500;

#[derive(Debug, Clone)]
struct PdfObject {
    number: u32,
    /// Of what follows `obj`.
    value: Range<usize>,
    stream: Option<Range<usize>>,
}

/// `None` if the file is so damaged, or packed so hard, that nobody can say what is in it.
pub fn clean(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let objects = objects(&bytes)?;
    let mut about = BTreeSet::new();
    let mut at = 0;
    while let Some(place) = find(&bytes, b"/Info", at) {
        at = place + 5;
        if let Some((number, _)) = reference(&bytes[at..]) {
            about.insert(number);
        }
    }
    let unreadable = find(&bytes, b"/Encrypt", 0).is_some();
    let mut packed_left = UNPACKED_BYTES_MAX;
    // What describes the document may name its words by reference.
    for round in 0..2 {
        let mut named = BTreeSet::new();
        for object in &objects {
            if about.contains(&object.number) && object.stream.is_none() {
                named.extend(references(&bytes[object.value.clone()]));
                blank(&mut bytes[object.value.clone()]);
            }
            let Some(stream) = &object.stream else { continue };
            let dictionary = bytes[object.value.clone()].to_vec();
            if is_packed(&dictionary) && !unreadable {
                named.extend(clean_packed(&mut bytes, object, stream, &about, &mut packed_left)?);
            } else if round == 0 {
                clean_stream(&mut bytes[stream.clone()], &dictionary);
            }
        }
        about = named;
    }
    blank_packets(&mut bytes);
    Some(bytes)
}

/// XMP, and photos as a camera made them.
fn clean_stream(stream: &mut [u8], dictionary: &[u8]) {
    let is = |key: &[u8], name: &[u8]| value(dictionary, key).is_some_and(|value| value.starts_with(name));
    if is(b"/Type", b"/Metadata") || is(b"/Subtype", b"/XML") {
        stream.fill(b' ');
    } else if is(b"/Filter", b"/DCTDecode") || is(b"/Filter", b"[/DCTDecode]") || is(b"/Filter", b"[ /DCTDecode ]") {
        blank_camera(stream);
    }
}

/// XMP wherever it stands in clear.
fn blank_packets(bytes: &mut [u8]) {
    let mut at = 0;
    while let Some(begin) = find(bytes, b"<?xpacket begin", at) {
        let Some(end) = find(bytes, b"<?xpacket end", begin) else { return };
        bytes[begin..end].fill(b' ');
        at = end;
    }
}

/// The segments that cameras and programs write, of a JPEG that stays as long as it is.
fn blank_camera(jpeg: &mut [u8]) {
    let mut at = 2;
    while let (Some(0xFF), Some(marker)) = (jpeg.get(at).copied(), jpeg.get(at + 1).copied()) {
        let Some(size) = big::<2>(jpeg, at + 2).and_then(|size| usize::try_from(size).ok()) else { return };
        if marker == 0xDA || size < 2 {
            return;
        }
        let end = (at + 2 + size).min(jpeg.len());
        if matches!(marker, 0xE1 | 0xE3..=0xED | 0xEF | 0xFE) {
            jpeg[(at + 4).min(end)..end].fill(0);
        }
        at = end;
    }
}

/// A dictionary becomes an empty one, a text an empty text, of the same length.
fn blank(value: &mut [u8]) {
    let Some(begin) = value.iter().position(|byte| !byte.is_ascii_whitespace()) else { return };
    let (open, close): (&[u8], &[u8]) = match (value[begin], value.get(begin + 1)) {
        (b'<', Some(b'<')) => (b"<<", b">>"),
        (b'<', _) => (b"<", b">"),
        (b'(', _) => (b"(", b")"),
        _ => return,
    };
    let Some(end) = value.windows(close.len()).rposition(|window| window == close) else { return };
    if begin + open.len() <= end {
        value[begin + open.len()..end].fill(b' ');
    }
}

/// Every `N G obj`, with the dictionary or text that follows and the stream behind it.
fn objects(bytes: &[u8]) -> Option<Vec<PdfObject>> {
    let (mut list, mut at, mut broken) = (Vec::new(), 0, 0);
    while let Some(place) = find(bytes, b"obj", at) {
        at = place + 3;
        let Some(number) = number_before(bytes, place) else { continue };
        let begin = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let is_dictionary = bytes[begin..].starts_with(b"<<");
        if !is_dictionary && !matches!(bytes.get(begin), Some(b'(' | b'<')) {
            continue;
        }
        let limit = begin.saturating_add(DICTIONARY_BYTES_MAX).min(bytes.len());
        let Some(length) = value_length(&bytes[begin..limit]) else {
            broken += 1;
            if broken > BROKEN_MAX {
                return None;
            }
            continue;
        };
        let value = begin..begin + length;
        let stream = if is_dictionary { stream_after(bytes, &value) } else { None };
        at = stream.as_ref().map_or(value.end, |stream| stream.end);
        list.push(PdfObject { number, value, stream });
    }
    Some(list)
}

/// `12 0 ` before `obj`.
fn number_before(bytes: &[u8], place: usize) -> Option<u32> {
    let line = &bytes[place.saturating_sub(24)..place];
    let mut words = line.rsplit(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty());
    // `endobj` has a letter before it.
    if !line.last()?.is_ascii_whitespace() && !line.last()?.is_ascii_digit() {
        return None;
    }
    let generation = words.next()?;
    let digits = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
    let number = words.next()?;
    // The file's first object may stand right behind another one's end.
    let begin = number.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    digits(generation).then(|| std::str::from_utf8(&number[begin..]).ok()?.parse().ok()).flatten()
}

/// How long the dictionary or text is that begins here.
fn value_length(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut open) = (0, 0_usize);
    loop {
        match *bytes.get(at)? {
            b'(' => at += text_length(&bytes[at..])?,
            b'<' if bytes.get(at + 1) == Some(&b'<') => {
                open += 1;
                at += 2;
            }
            b'<' => at += bytes[at..].iter().position(|byte| *byte == b'>')? + 1,
            b'>' if bytes.get(at + 1) == Some(&b'>') => {
                open = open.checked_sub(1)?;
                at += 2;
            }
            b'%' => at += bytes[at..].iter().position(|byte| matches!(byte, b'\r' | b'\n'))?,
            _ => at += 1,
        }
        if open == 0 {
            return Some(at);
        }
    }
}

fn text_length(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut open) = (0, 0_usize);
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
        if open == 0 {
            return Some(at);
        }
    }
}

fn stream_after(bytes: &[u8], value: &Range<usize>) -> Option<Range<usize>> {
    let rest = &bytes[value.end..];
    let gap = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let line = rest[gap..].strip_prefix(b"stream")?;
    let ends = usize::from(line.starts_with(b"\r")) + usize::from(line.iter().take(2).any(|byte| *byte == b'\n'));
    let begin = value.end + gap + 6 + if line.starts_with(b"\n") { 1 } else { ends };
    let told = value_number(&bytes[value.clone()], b"/Length").and_then(|length| begin.checked_add(length));
    let ended = |end: &usize| {
        let rest = bytes.get(*end..).unwrap_or_default();
        let gap = rest.iter().take(4).take_while(|byte| byte.is_ascii_whitespace()).count();
        rest[gap..].starts_with(b"endstream")
    };
    let end = told.filter(ended).or_else(|| find(bytes, b"endstream", begin)).unwrap_or(bytes.len());
    Some(begin.min(end)..end)
}

/// What follows a key of a dictionary.
fn value<'b>(dictionary: &'b [u8], key: &[u8]) -> Option<&'b [u8]> {
    let mut at = 0;
    while let Some(place) = find(dictionary, key, at) {
        at = place + key.len();
        let rest = &dictionary[at..];
        if rest.first().is_some_and(|byte| !byte.is_ascii_alphanumeric()) {
            let gap = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            return Some(&rest[gap..]);
        }
    }
    None
}

/// A number that is written in its place, not by reference.
fn value_number(dictionary: &[u8], key: &[u8]) -> Option<usize> {
    let text = value(dictionary, key)?;
    if reference(text).is_some() {
        return None;
    }
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&text[..digits]).ok()?.parse().ok()
}

/// `12 0 R`, and how long it is.
fn reference(text: &[u8]) -> Option<(u32, usize)> {
    let mut at = 0;
    let mut next = |digits: bool| {
        at += text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let length = text[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let word = &text[at..at + length];
        at += length;
        (length > 0 || !digits).then_some(word)
    };
    let number = std::str::from_utf8(next(true)?).ok()?.parse().ok()?;
    next(true)?;
    next(false)?;
    (text.get(at) == Some(&b'R')).then_some((number, at + 1))
}

fn references(dictionary: &[u8]) -> Vec<u32> {
    let (mut list, mut at) = (Vec::new(), 0);
    while at < dictionary.len() {
        let begins = dictionary[at].is_ascii_digit() && (at == 0 || !dictionary[at - 1].is_ascii_alphanumeric());
        match reference(&dictionary[at..]).filter(|_| begins) {
            Some((number, length)) => {
                list.push(number);
                at += length;
            }
            None => at += 1,
        }
    }
    list
}

fn is_packed(dictionary: &[u8]) -> bool {
    value(dictionary, b"/Type").is_some_and(|kind| kind.starts_with(b"/ObjStm"))
        && value(dictionary, b"/Filter").is_some_and(|filter| filter.starts_with(b"/FlateDecode"))
        && value(dictionary, b"/DecodeParms").is_none()
}

/// Objects packed together: those that describe the document are emptied, and the rest packed anew into the same
/// place. Answers the objects that they name.
fn clean_packed(
    bytes: &mut [u8],
    object: &PdfObject,
    stream: &Range<usize>,
    about: &BTreeSet<u32>,
    left: &mut u64,
) -> Option<Vec<u32>> {
    if about.is_empty() {
        return Some(Vec::new());
    }
    let dictionary = &bytes[object.value.clone()];
    let (Some(count), Some(first)) = (value_number(dictionary, b"/N"), value_number(dictionary, b"/First")) else {
        return Some(Vec::new());
    };
    let mut text = Vec::new();
    // A stream that ends early is read by some readers as far as it goes.
    let _ = ZlibDecoder::new(&bytes[stream.clone()]).take(*left).read_to_end(&mut text);
    *left -= text.len() as u64;
    if *left == 0 {
        return None;
    }
    let Some(head) = text.get(..first) else { return Some(Vec::new()) };
    let words = head.split(u8::is_ascii_whitespace).filter_map(|word| std::str::from_utf8(word).ok()?.parse().ok());
    let words: Vec<usize> = words.take(count.saturating_mul(2)).collect();
    let pairs: Vec<(usize, usize)> = words.chunks_exact(2).map(|pair| (pair[0], first + pair[1])).collect();
    let (mut named, mut changed) = (Vec::new(), false);
    for (index, (number, begin)) in pairs.iter().enumerate() {
        let end = pairs.get(index + 1).map_or(text.len(), |next| next.1);
        let known = u32::try_from(*number).is_ok_and(|number| about.contains(&number));
        if let Some(value) = text.get_mut(*begin..end).filter(|_| known) {
            named.extend(references(value));
            blank(value);
            changed = true;
        }
    }
    if changed {
        let mut packer = ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&text).ok()?;
        let packed = packer.finish().ok()?;
        put_shorter(bytes, object, stream, &packed)?;
    }
    Some(named)
}

/// Writes a stream over a longer one, and its new length over the old.
fn put_shorter(bytes: &mut [u8], object: &PdfObject, stream: &Range<usize>, packed: &[u8]) -> Option<()> {
    let place = bytes.get_mut(stream.clone())?;
    if packed.len() > place.len() {
        return None;
    }
    place[..packed.len()].copy_from_slice(packed);
    place[packed.len()..].fill(b' ');
    let dictionary = &bytes[object.value.clone()];
    if value_number(dictionary, b"/Length").is_some() {
        let rest = value(dictionary, b"/Length")?;
        let at = object.value.start + (dictionary.len() - rest.len());
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = format!("{:<digits$}", packed.len());
        bytes.get_mut(at..at + text.len())?.copy_from_slice(text.as_bytes());
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::holds;
    use super::*;

    fn deflated(text: &[u8]) -> Vec<u8> {
        let mut packer = ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text).unwrap();
        packer.finish().unwrap()
    }

    fn stream(dictionary: &str, contents: &[u8]) -> Vec<u8> {
        let head = format!("<<{dictionary}/Length {}>>\nstream\r\n", contents.len());
        [head.as_bytes(), contents, b"\nendstream endobj\n"].concat()
    }

    #[test]
    fn author_program_and_dates_do_not_go_along() {
        let file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 3 0 obj\n<</Author(Rua \\) das (Flores))/Producer \
            <417661>/Title 4 0 R>>endobj 4 0 obj (Bloco B) endobj 5 0 obj(O que se diz)endobj trailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF";
        let copy = clean(file.to_vec()).unwrap();
        assert_eq!(copy.len(), file.len());
        for word in ["Rua", "417661", "Bloco", "/Author"] {
            assert!(!holds(&copy, word), "{word}");
        }
        assert!(holds(&copy, "/Type/Catalog/Pages 2 0 R") && holds(&copy, "O que se diz") && holds(&copy, "%%EOF"));
    }

    #[test]
    fn xmp_and_what_a_camera_wrote_do_not_go_along() {
        let jpeg = b"\xFF\xD8\xFF\xE1\0\x0BExif\0GPS\xFF\xDB\0\x04qt\xFF\xDA\0\x02pic\xFF\xD9";
        let file = [
            b"%PDF-1.7\n1 0 obj".to_vec(),
            stream("/Type/Metadata/Subtype/XML", b"<x:xmpmeta>Vila</x:xmpmeta>"),
            b"2 0 obj ".to_vec(),
            stream("/Type /XObject/Filter /DCTDecode", jpeg),
            b"3 0 obj".to_vec(),
            stream("/Type/Metadata", &deflated(b"Vila Madalena")),
            b"<?xpacket begin='' ?>Ana<?xpacket end='w'?>".to_vec(),
        ]
        .concat();
        let copy = clean(file.clone()).unwrap();
        assert_eq!(copy.len(), file.len());
        for word in ["Vila", "GPS", "Ana"] {
            assert!(!holds(&copy, word), "{word}");
        }
        assert!(!holds(&copy, std::str::from_utf8(&deflated(b"Vila Madalena")[2..6]).unwrap_or("?none?")));
        assert!(holds(&copy, "qt") && holds(&copy, "pic"));
    }

    #[test]
    fn what_is_packed_with_other_objects_is_emptied_in_its_place() {
        let (catalog, info, title) = ("<</Type/Catalog>>", "<</Author(Ana Prado)/Title 9 0 R>>", "(Rua das Flores)");
        let head = format!("7 0 8 {} 9 {} ", catalog.len() + 1, catalog.len() + info.len() + 2);
        let text = format!("{head}{catalog} {info} {title}");
        let keys = format!("/Type/ObjStm/N 3/First {}/Filter/FlateDecode", head.len());
        let file = [
            b"%PDF-1.7\n4 0 obj".to_vec(),
            stream(&keys, &deflated(text.as_bytes())),
            b"5 0 obj".to_vec(),
            stream("/Type/XRef/Info 8 0 R", b"table"),
        ]
        .concat();
        let copy = clean(file.clone()).unwrap();
        assert_eq!(copy.len(), file.len());
        let list = objects(&copy).unwrap();
        let packed = list[0].stream.clone().unwrap();
        let mut now = String::new();
        ZlibDecoder::new(&copy[packed]).read_to_string(&mut now).unwrap();
        assert!(now.contains("/Catalog") && now.len() == text.len(), "{now}");
        assert!(!now.contains("Ana") && !now.contains("Flores"), "{now}");
    }

    #[test]
    fn a_bomb_is_refused_and_a_damaged_file_does_no_harm() {
        let bomb = deflated(&vec![b' '; 65 * 1024 * 1024]);
        let file = [b"4 0 obj".to_vec(), stream("/Type/ObjStm/N 1/First 9/Filter/FlateDecode", &bomb)].concat();
        assert_eq!(clean([&file[..], b"trailer<</Info 8 0 R>>"].concat()), None);
        assert_eq!(clean(b"1 0 obj<<".repeat(BROKEN_MAX + 1)), None);
        let whole = b"%PDF-1.7\n3 0 obj<</A(b\\)/Length 9 0 R>>stream\r\nx endstream trailer<</Info 3 0 R>>";
        for end in 0..whole.len() {
            clean(whole[..end].to_vec());
            let mut bent = whole.to_vec();
            bent[end] ^= 0x5A;
            clean(bent);
        }
    }
}
