//! The files that are attached to a PDF, by the names in its name tree, and its seal. It reads what our own documents are written
//! with: cross-reference tables, and streams that are plain or deflated. What it cannot read carries no proof.

mod seal;
mod syntax;

use std::collections::{BTreeMap, HashMap};

pub use seal::{Seal, seal};
use syntax::{PdfReader, PdfValue};

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// An attachment, inflated.
const FILE_MAX: usize = 64 * 1024 * 1024;
/// All of them together.
const FILES_MAX: usize = 128 * 1024 * 1024;
/// Revisions of the document.
const REVISIONS_MAX: usize = 64;
/// Objects of the document.
const OBJECTS_MAX: usize = 1_000_000;
/// Leaves and branches of the name tree.
const NAMES_MAX: usize = 1_000;

/// Inflated at a time.
const CHUNK: usize = 64 * 1024;

pub(crate) const BEGINS: &[u8] = b"%PDF-";

/// Whether the bytes begin and end as a PDF does.
pub fn looks_whole(bytes: &[u8]) -> bool {
    let end = bytes.iter().rposition(|b| !matches!(b, b'\r' | b'\n')).map_or(0, |last| last + 1);
    bytes.starts_with(BEGINS) && bytes[..end].ends_with(b"%%EOF")
}

/// The attached files by name; `None` if the document cannot be read or has a name twice.
pub fn attachments(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let document = PdfFile::read(bytes)?;
    let catalog = document.of(document.trailer.get("Root")?)?;
    let mut found = BTreeMap::new();
    let Some(names) = catalog.dict()?.get("Names") else { return Some(found) };
    let names = document.of(names)?;
    let Some(tree) = names.dict()?.get("EmbeddedFiles") else { return Some(found) };
    let mut open = vec![document.of(tree)?];
    let (mut seen, mut total) = (0, 0);
    while let Some(node) = open.pop() {
        seen += 1;
        if seen > NAMES_MAX {
            return None;
        }
        let node = node.dict()?;
        if let Some(kids) = node.get("Kids") {
            for kid in document.of(kids)?.array()? {
                open.push(document.of(kid)?);
            }
        }
        let Some(names) = node.get("Names") else { continue };
        let names = document.of(names)?;
        let pairs = names.array()?;
        if pairs.len() % 2 != 0 || pairs.len() > 2 * NAMES_MAX {
            return None;
        }
        for pair in pairs.chunks_exact(2) {
            let name = String::from_utf8(document.of(&pair[0])?.text()?.to_vec()).ok()?;
            let specification = document.of(&pair[1])?;
            let embedded = document.of(specification.dict()?.get("EF")?)?;
            let PdfValue::Reference(number) = embedded.dict()?.get("F")? else { return None };
            let file = document.stream(*number)?;
            total += file.len();
            if total > FILES_MAX || found.insert(name, file).is_some() {
                return None;
            }
        }
    }
    Some(found)
}

struct PdfFile<'a> {
    bytes: &'a [u8],
    /// Where each object begins; the newest revision wins.
    places: HashMap<u32, usize>,
    trailer: BTreeMap<String, PdfValue>,
}

impl<'a> PdfFile<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub(1024);
        let marker = b"startxref";
        let begins = bytes[tail..].windows(marker.len()).rposition(|window| window == marker)? + tail;
        let mut reader = PdfReader::at(bytes, begins + marker.len());
        let mut next = usize::try_from(reader.whole_number()?).ok()?;
        let mut document = Self { bytes, places: HashMap::new(), trailer: BTreeMap::new() };
        for revision in 0..REVISIONS_MAX {
            let trailer = document.table(next)?;
            let before = trailer.get("Prev").and_then(PdfValue::number);
            // A table beside a stream of cross-references could say two things.
            if trailer.contains_key("XRefStm") || trailer.contains_key("Encrypt") {
                return None;
            }
            if revision == 0 {
                document.trailer = trailer;
            }
            match before {
                Some(before) => next = usize::try_from(before).ok()?,
                None => return Some(document),
            }
        }
        None
    }

    /// One cross-reference table, and the trailer after it.
    fn table(&mut self, at: usize) -> Option<BTreeMap<String, PdfValue>> {
        let mut reader = PdfReader::at(self.bytes, at);
        reader.keyword(b"xref")?;
        loop {
            reader.space();
            if reader.keyword(b"trailer").is_some() {
                return match reader.value()? {
                    PdfValue::Dict(trailer) => Some(trailer),
                    _ => None,
                };
            }
            let (first, count) = (reader.whole_number()?, reader.whole_number()?);
            for number in first..first.checked_add(count)? {
                let (place, _) = (reader.whole_number()?, reader.whole_number()?);
                reader.space();
                match reader.peek()? {
                    b'n' => {
                        let number = u32::try_from(number).ok()?;
                        self.places.entry(number).or_insert(usize::try_from(place).ok()?);
                    }
                    b'f' => {}
                    _ => return None,
                }
                reader.at += 1;
                if self.places.len() > OBJECTS_MAX {
                    return None;
                }
            }
        }
    }

    /// The value, or the object that it refers to.
    fn of(&self, value: &PdfValue) -> Option<PdfValue> {
        match value {
            PdfValue::Reference(number) => self.object(*number).map(|(value, _)| value),
            value => Some(value.clone()),
        }
    }

    /// An object, and the place after it.
    fn object(&self, number: u32) -> Option<(PdfValue, usize)> {
        let mut reader = PdfReader::at(self.bytes, *self.places.get(&number)?);
        if reader.whole_number()? != u64::from(number) {
            return None;
        }
        reader.whole_number()?;
        reader.space();
        reader.keyword(b"obj")?;
        let value = reader.value()?;
        reader.space();
        Some((value, reader.at))
    }

    /// A stream, inflated.
    fn stream(&self, number: u32) -> Option<Vec<u8>> {
        let (value, at) = self.object(number)?;
        let dict = value.dict()?;
        let rest = self.bytes.get(at..)?.strip_prefix(b"stream")?;
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
        let length = self.of(dict.get("Length")?)?.number()?;
        let data = rest.get(..usize::try_from(length).ok()?)?;
        let after = rest.get(data.len()..)?;
        let blank = after.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        after.get(blank..)?.strip_prefix(b"endstream")?;
        if dict.contains_key("DecodeParms") || dict.contains_key("F") {
            return None;
        }
        let filters = match dict.get("Filter") {
            None => Vec::new(),
            Some(PdfValue::Array(filters)) => filters.clone(),
            Some(filter) => vec![filter.clone()],
        };
        match filters.as_slice() {
            [] if data.len() <= FILE_MAX => Some(data.to_vec()),
            [PdfValue::Name(name)] if name == b"FlateDecode" => inflated(data),
            _ => None,
        }
    }
}

/// A zlib stream (RFC 1950), and nothing after it.
fn inflated(data: &[u8]) -> Option<Vec<u8>> {
    let (mut state, mut out, mut rest) = (InflateState::new_boxed(DataFormat::Zlib), Vec::new(), data);
    let mut chunk = vec![0; CHUNK];
    loop {
        let step = inflate(&mut state, rest, &mut chunk, MZFlush::None);
        rest = rest.get(step.bytes_consumed..)?;
        out.extend_from_slice(chunk.get(..step.bytes_written)?);
        match step.status {
            Ok(MZStatus::StreamEnd) => return (rest.is_empty() && out.len() <= FILE_MAX).then_some(out),
            Ok(MZStatus::Ok) if out.len() <= FILE_MAX && step.bytes_consumed + step.bytes_written > 0 => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF with these objects, numbered from 1; the last is the catalog.
    fn document(objects: &[&str]) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(objects) {
            places.push(out.len());
            out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
        }
        let table = out.len();
        out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
        for place in places {
            out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
        }
        out.extend_from_slice(
            format!("trailer\n<</Root {} 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len()).as_bytes(),
        );
        out
    }

    const FILE: &str = "<</Type/EmbeddedFile/Length 5>>\nstream\nhello\nendstream";
    const SPECIFICATION: &str = "<</Type/Filespec/F(a.txt)/EF<</F 1 0 R/UF 1 0 R>>>>";

    fn one(names: &str) -> Option<BTreeMap<String, Vec<u8>>> {
        attachments(&document(&[FILE, SPECIFICATION, &format!("<</Names<</EmbeddedFiles {names}>>>>")]))
    }

    #[test]
    fn an_attached_file_is_found_by_its_name() {
        let expected = BTreeMap::from([("a.txt".to_owned(), b"hello".to_vec())]);
        assert_eq!(one("<</Names[(a.txt)2 0 R]>>"), Some(expected.clone()));
        assert_eq!(one("<</Names[<612e747874> 2 0 R]>>"), Some(expected.clone()));
        assert_eq!(one("<</Kids[<</Names[(a.txt) 2 0 R]>>]>>"), Some(expected));
        assert_eq!(attachments(&document(&["<<>>"])), Some(BTreeMap::new()));
    }

    #[test]
    fn a_deflated_file_is_one_stream_and_nothing_more() {
        let deflated = miniz_oxide::deflate::compress_to_vec_zlib(b"hello", 6);
        assert_eq!(inflated(&deflated), Some(b"hello".to_vec()));
        assert_eq!(inflated(&[&deflated[..], b"x"].concat()), None);
        assert_eq!(inflated(&deflated[..deflated.len() - 1]), None);
        let mut bent = deflated;
        *bent.last_mut().unwrap() ^= 1;
        assert_eq!(inflated(&bent), None);
        let large = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; FILE_MAX + 1], 1);
        assert_eq!(inflated(&large), None);
    }

    #[test]
    fn what_says_two_things_or_nothing_is_not_read() {
        assert_eq!(one("<</Names[(a.txt)2 0 R(a.txt)2 0 R]>>"), None);
        assert_eq!(one("<</Names[(a.txt)2 0 R]/Names[]>>"), None);
        assert_eq!(one("<</Names[(a.txt)7 0 R]>>"), None);
        assert_eq!(one("<</Kids[3 0 R]>>"), None);
        assert_eq!(one(&"[".repeat(100_000)), None);
        let whole = document(&[FILE, SPECIFICATION, "<</Names<</EmbeddedFiles<</Names[(a.txt)2 0 R]>>>>>>"]);
        assert!(looks_whole(&whole));
        for end in 0..whole.len() - 1 {
            assert!(!looks_whole(&whole[..end]), "{end}");
            let _ = attachments(&whole[..end]);
        }
    }
}
