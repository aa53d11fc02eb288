//! A ZIP of stored entries, end to end, with one spelling: whatever another
//! program could read in two ways is refused.

use std::collections::BTreeSet;

use thiserror::Error;

/// Why bytes are not such a ZIP, or entries cannot become one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ZipError {
    #[error("not a ZIP that ends with its directory and has no comment")]
    End,
    #[error("the directory is damaged")]
    Directory,
    #[error("{0}: only stored, unencrypted entries without extras are allowed")]
    Entry(String),
    #[error("{0}: the header before the file differs from the one in the directory")]
    Local(String),
    #[error("{0}: this name is not allowed, or there twice")]
    Name(String),
    #[error("entries do not follow each other without gaps")]
    Gap,
    #[error("{0}: the checksum is wrong")]
    Checksum(String),
    #[error("larger than a ZIP without ZIP64 can be (4 GiB, 65,534 files)")]
    TooLarge,
}

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_LENGTH: usize = 22;
const CENTRAL_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;
/// Names are UTF-8. Ours are ASCII, so it may be set or not.
const FLAG_UTF8: u16 = 0x0800;
const ENTRIES_MAX: usize = 65_534;
/// 1980-01-01: a ZIP has to say something, the bundle says when it was made.
const DOS_DATE: u16 = 0x21;

/// One file of a ZIP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZipEntry<'a> {
    pub name: &'a str,
    pub data: &'a [u8],
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Reads every entry, checksums included, in the order of the file.
pub fn read(bytes: &[u8]) -> Result<Vec<ZipEntry<'_>>, ZipError> {
    let end = bytes.len().checked_sub(END_LENGTH).ok_or(ZipError::End)?;
    let tail = &bytes[end..];
    let count = u16_at(tail, 10).ok_or(ZipError::End)?;
    let directory_length = u32_at(tail, 12).ok_or(ZipError::End)? as usize;
    let directory = u32_at(tail, 16).ok_or(ZipError::End)? as usize;
    let plain = u32_at(tail, 0) == Some(END)
        && u32_at(tail, 4) == Some(0)
        && u16_at(tail, 8) == Some(count)
        && u16_at(tail, 20) == Some(0)
        && usize::from(count) <= ENTRIES_MAX
        && directory.checked_add(directory_length) == Some(end);
    if !plain {
        return Err(ZipError::End);
    }
    let mut placed = Vec::with_capacity(usize::from(count));
    let mut at = directory;
    for _ in 0..count {
        let (entry, next) = central(&bytes[..end], at)?;
        placed.push(entry);
        at = next;
    }
    if at != end {
        return Err(ZipError::Directory);
    }
    placed.sort_by_key(|p| p.offset);
    let mut seen = BTreeSet::new();
    let mut entries = Vec::with_capacity(placed.len());
    let mut next = 0;
    for place in placed {
        if place.offset != next {
            return Err(ZipError::Gap);
        }
        if !is_name(place.name) || !seen.insert(place.name.to_ascii_lowercase()) {
            return Err(ZipError::Name(place.name.to_owned()));
        }
        let entry = local(&bytes[..directory], &place)?;
        next = place.offset + LOCAL_LENGTH + entry.name.len() + entry.data.len();
        entries.push(entry);
    }
    if next == directory { Ok(entries) } else { Err(ZipError::Gap) }
}

/// What the directory says of an entry. `fields` are the 26 bytes that the
/// local header must repeat: version, flags, method, time, sums, lengths.
struct Placed<'a> {
    name: &'a str,
    fields: &'a [u8],
    size: usize,
    crc: u32,
    offset: usize,
}

fn central(bytes: &[u8], at: usize) -> Result<(Placed<'_>, usize), ZipError> {
    let head = bytes.get(at..at + CENTRAL_LENGTH).ok_or(ZipError::Directory)?;
    let short = |at| u16_at(head, at).ok_or(ZipError::Directory);
    let long = |at| u32_at(head, at).ok_or(ZipError::Directory);
    let name_length = usize::from(short(28)?);
    let next = at + CENTRAL_LENGTH + name_length;
    let name = bytes.get(at + CENTRAL_LENGTH..next).ok_or(ZipError::Directory)?;
    let name = std::str::from_utf8(name).map_err(|_| ZipError::Directory)?;
    if long(0)? != CENTRAL {
        return Err(ZipError::Directory);
    }
    let (size, attributes) = (long(24)?, long(38)?);
    let plain = short(8)? & !FLAG_UTF8 == 0
        && short(10)? == 0
        && long(20)? == size
        && short(30)? == 0
        && short(32)? == 0
        && short(34)? == 0
        && attributes & 0x18 == 0
        && matches!(attributes >> 28, 0 | 8);
    if !plain {
        return Err(ZipError::Entry(name.to_owned()));
    }
    let placed = Placed { name, fields: &head[6..32], size: size as usize, crc: long(16)?, offset: long(42)? as usize };
    Ok((placed, next))
}

fn local<'a>(bytes: &'a [u8], place: &Placed<'a>) -> Result<ZipEntry<'a>, ZipError> {
    let differs = || ZipError::Local(place.name.to_owned());
    let rest = bytes.get(place.offset..).ok_or_else(differs)?;
    let (head, rest) = rest.split_at_checked(LOCAL_LENGTH).ok_or_else(differs)?;
    let (name, rest) = rest.split_at_checked(place.name.len()).ok_or_else(differs)?;
    if u32_at(head, 0) != Some(LOCAL) || head[4..] != *place.fields || name != place.name.as_bytes() {
        return Err(differs());
    }
    let data = rest.get(..place.size).ok_or_else(differs)?;
    if crc32(data) == place.crc {
        Ok(ZipEntry { name: place.name, data })
    } else {
        Err(ZipError::Checksum(place.name.to_owned()))
    }
}

/// Relative, of `[A-Za-z0-9._/-]`, and no way out of the folder.
fn is_name(name: &str) -> bool {
    name.len() <= 255
        && name.split('/').all(|piece| !matches!(piece, "" | "." | ".."))
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'/' | b'-'))
}

/// Collects files into a ZIP.
#[derive(Debug, Default)]
pub struct ZipWriter {
    out: Vec<u8>,
    directory: Vec<u8>,
    count: usize,
}

impl ZipWriter {
    /// Adds one file under a name that [`read`] will accept.
    pub fn add(&mut self, name: &str, data: &[u8]) -> Result<(), ZipError> {
        if !is_name(name) {
            return Err(ZipError::Name(name.to_owned()));
        }
        let offset = u32::try_from(self.out.len()).map_err(|_| ZipError::TooLarge)?;
        let size = u32::try_from(data.len()).map_err(|_| ZipError::TooLarge)?;
        let name_length = u16::try_from(name.len()).map_err(|_| ZipError::TooLarge)?;
        let mut fields = Vec::with_capacity(26);
        for field in [20, 0, 0, 0, DOS_DATE] {
            fields.extend_from_slice(&u16::to_le_bytes(field));
        }
        for field in [crc32(data), size, size] {
            fields.extend_from_slice(&field.to_le_bytes());
        }
        fields.extend_from_slice(&name_length.to_le_bytes());
        fields.extend_from_slice(&[0, 0]);

        self.out.extend_from_slice(&LOCAL.to_le_bytes());
        self.out.extend_from_slice(&fields);
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(data);

        self.directory.extend_from_slice(&CENTRAL.to_le_bytes());
        // Made on Unix, so that the attributes say an ordinary file, rw-r--r--.
        self.directory.extend_from_slice(&[20, 3]);
        self.directory.extend_from_slice(&fields);
        self.directory.extend_from_slice(&[0; 6]);
        self.directory.extend_from_slice(&(0o100_644u32 << 16).to_le_bytes());
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// The whole ZIP.
    pub fn finish(mut self) -> Result<Vec<u8>, ZipError> {
        let offset = u32::try_from(self.out.len()).map_err(|_| ZipError::TooLarge)?;
        let length = u32::try_from(self.directory.len()).map_err(|_| ZipError::TooLarge)?;
        let whole = self.out.len() + self.directory.len() + END_LENGTH;
        if self.count > ENTRIES_MAX || u32::try_from(whole).is_err() {
            return Err(ZipError::TooLarge);
        }
        let count = self.count as u16;
        self.out.append(&mut self.directory);
        self.out.extend_from_slice(&END.to_le_bytes());
        self.out.extend_from_slice(&[0; 4]);
        self.out.extend_from_slice(&count.to_le_bytes());
        self.out.extend_from_slice(&count.to_le_bytes());
        self.out.extend_from_slice(&length.to_le_bytes());
        self.out.extend_from_slice(&offset.to_le_bytes());
        self.out.extend_from_slice(&[0, 0]);
        Ok(self.out)
    }
}

const fn crc_table() -> [u32; 256] {
    let mut table = [0u32; 256];
    let mut i = 0;
    while i < 256 {
        let mut c = i as u32;
        let mut bit = 0;
        while bit < 8 {
            c = if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 };
            bit += 1;
        }
        table[i] = c;
        i += 1;
    }
    table
}

static CRC: [u32; 256] = crc_table();

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0, |c, b| CRC[((c ^ u32::from(*b)) & 0xff) as usize] ^ (c >> 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut writer = ZipWriter::default();
        writer.add("a/one.txt", b"one").unwrap();
        writer.add("a/Two", b"").unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn the_checksum_is_the_one_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn files_are_read_back_as_they_were_written() {
        let zip = sample();
        let entries = read(&zip).unwrap();
        assert_eq!(entries, [ZipEntry { name: "a/one.txt", data: b"one" }, ZipEntry { name: "a/Two", data: b"" }]);
        assert_eq!(read(&ZipWriter::default().finish().unwrap()), Ok(vec![]));
    }

    #[test]
    fn names_that_leave_the_folder_or_clash_are_refused() {
        for bad in ["", "/a", "a/", "a//b", "../a", "a/./b", "a b", "a:b", "ä"] {
            assert!(ZipWriter::default().add(bad, b"").is_err(), "{bad}");
        }
        let mut writer = ZipWriter::default();
        writer.add("a", b"1").unwrap();
        writer.add("A", b"2").unwrap();
        assert_eq!(read(&writer.finish().unwrap()), Err(ZipError::Name("A".into())));
    }

    #[test]
    fn every_bit_of_the_container_matters_but_the_few_that_say_nothing() {
        let zip = sample();
        let free: BTreeSet<usize> = {
            // Who made the entry, its internal attributes, the permission bits.
            let first = zip.windows(4).position(|w| w == CENTRAL.to_le_bytes()).unwrap();
            let second = first + CENTRAL_LENGTH + "a/one.txt".len();
            [first, second].iter().flat_map(|at| (at + 4..at + 6).chain(at + 36..at + 42)).collect()
        };
        for i in 0..zip.len() {
            for bit in 0..8 {
                let mut bent = zip.clone();
                bent[i] ^= 1 << bit;
                if let Ok(entries) = read(&bent) {
                    let renamed = entries != read(&zip).unwrap();
                    assert!(free.contains(&i) || renamed, "byte {i} bit {bit}");
                }
            }
        }
        for cut in 0..zip.len() {
            assert!(read(&zip[..cut]).is_err());
            assert!(read(&zip[cut + 1..]).is_err());
        }
        let mut longer = zip.clone();
        longer.push(0);
        assert!(read(&longer).is_err());
    }
}
