//! A ZIP of stored entries, end to end, with one spelling: whatever another
//! program could read in two ways is refused. It is read and written as a stream,
//! so that a file in it may be larger than memory.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom, Write};

use crc32fast::Hasher as Crc;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::hash::Hash;

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
    /// Says nothing about the ZIP: a disk is full, or cannot be read.
    #[error("{1}")]
    Io(io::ErrorKind, String),
}

impl From<io::Error> for ZipError {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind(), error.to_string())
    }
}

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_LENGTH: usize = 22;
const CENTRAL_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;
/// Names are UTF-8. Ours are ASCII, so it may be set or not.
const FLAG_UTF8: u16 = 0x0800;
pub(crate) const ENTRIES_MAX: usize = 65_534;
const NAME_MAX: usize = 255;
/// 1980-01-01: a ZIP has to say something, the bundle says when it was made.
const DOS_DATE: u16 = 0x21;
/// Version 2.0, on Unix, so that the attributes say an ordinary file, rw-r--r--. No bit of an entry is free.
const MADE_BY: u16 = 0x0314;
const FILE_ATTRIBUTES: u32 = 0o100_644 << 16;
const CHUNK: usize = 64 * 1024;

/// What an entry takes beside its bytes and twice its name.
pub(crate) const ENTRY_LENGTH: u64 = (LOCAL_LENGTH + CENTRAL_LENGTH) as u64;

/// One file of a ZIP as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZipEntry {
    pub name: String,
    pub size: u64,
    pub sha256: Hash,
    /// Empty where only size and digest were asked for.
    pub data: Vec<u8>,
}

/// Whether the bytes begin and end as a ZIP does: half a download does not.
pub fn looks_whole<S: Read + Seek>(source: &mut S) -> io::Result<bool> {
    let length = source.seek(SeekFrom::End(0))?;
    if length < END_LENGTH as u64 {
        return Ok(false);
    }
    let mut word = [0; 4];
    let mut is_at = |from, sign: u32| -> io::Result<bool> {
        source.seek(from)?;
        source.read_exact(&mut word)?;
        Ok(u32::from_le_bytes(word) == sign)
    };
    Ok(is_at(SeekFrom::Start(0), LOCAL)? && is_at(SeekFrom::End(-(END_LENGTH as i64)), END)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Reads every entry, checksums included, in the order of the file. The bytes of those whose name is not to be kept
/// are only hashed.
pub fn read<S: Read + Seek>(source: &mut S, keep: impl Fn(&str) -> bool) -> Result<Vec<ZipEntry>, ZipError> {
    let length = source.seek(SeekFrom::End(0))?;
    let end = length.checked_sub(END_LENGTH as u64).ok_or(ZipError::End)?;
    source.seek(SeekFrom::Start(end))?;
    let mut tail = [0; END_LENGTH];
    source.read_exact(&mut tail)?;
    let count = u16_at(&tail, 10).ok_or(ZipError::End)?;
    let directory_length = u32_at(&tail, 12).ok_or(ZipError::End)?;
    let directory = u64::from(u32_at(&tail, 16).ok_or(ZipError::End)?);
    let plain = u32_at(&tail, 0) == Some(END)
        && u32_at(&tail, 4) == Some(0)
        && u16_at(&tail, 8) == Some(count)
        && u16_at(&tail, 20) == Some(0)
        && usize::from(count) <= ENTRIES_MAX
        && directory.checked_add(u64::from(directory_length)) == Some(end);
    if !plain {
        return Err(ZipError::End);
    }
    if directory_length as usize > usize::from(count) * (CENTRAL_LENGTH + NAME_MAX) {
        return Err(ZipError::Directory);
    }
    let mut bytes = vec![0; directory_length as usize];
    source.seek(SeekFrom::Start(directory))?;
    source.read_exact(&mut bytes)?;
    let mut placed = Vec::with_capacity(usize::from(count));
    let mut at = 0;
    for _ in 0..count {
        let (entry, next) = central(&bytes, at)?;
        placed.push(entry);
        at = next;
    }
    if at != bytes.len() {
        return Err(ZipError::Directory);
    }
    placed.sort_by_key(|p| p.offset);
    let mut seen = BTreeSet::new();
    let mut entries = Vec::with_capacity(placed.len());
    source.seek(SeekFrom::Start(0))?;
    let mut next = 0;
    for place in placed {
        if place.offset != next {
            return Err(ZipError::Gap);
        }
        if !is_name(place.name) || !seen.insert(place.name.to_ascii_lowercase()) {
            return Err(ZipError::Name(place.name.to_owned()));
        }
        let head = (LOCAL_LENGTH + place.name.len()) as u64;
        next = place.offset + head + place.size;
        if next > directory {
            return Err(ZipError::Local(place.name.to_owned()));
        }
        entries.push(local(source, &place, keep(place.name))?);
    }
    if next == directory { Ok(entries) } else { Err(ZipError::Gap) }
}

/// What the directory says of an entry. `fields` are the 26 bytes that the
/// local header must repeat: version, flags, method, time, sums, lengths.
struct Placed<'a> {
    name: &'a str,
    fields: &'a [u8],
    size: u64,
    crc: u32,
    offset: u64,
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
    let size = long(24)?;
    let plain = short(4)? == MADE_BY
        && short(8)? & !FLAG_UTF8 == 0
        && short(10)? == 0
        && long(20)? == size
        && short(30)? == 0
        && short(32)? == 0
        && short(34)? == 0
        && short(36)? == 0
        && long(38)? == FILE_ATTRIBUTES;
    if !plain {
        return Err(ZipError::Entry(name.to_owned()));
    }
    let placed =
        Placed { name, fields: &head[6..32], size: u64::from(size), crc: long(16)?, offset: u64::from(long(42)?) };
    Ok((placed, next))
}

/// The entry that begins where the source stands.
fn local<S: Read>(source: &mut S, place: &Placed<'_>, keep: bool) -> Result<ZipEntry, ZipError> {
    let mut head = vec![0; LOCAL_LENGTH + place.name.len()];
    source.read_exact(&mut head)?;
    let (head, name) = head.split_at(LOCAL_LENGTH);
    if u32_at(head, 0) != Some(LOCAL) || head[4..] != *place.fields || name != place.name.as_bytes() {
        return Err(ZipError::Local(place.name.to_owned()));
    }
    let mut data = Vec::new();
    let sums = Sums::of(&mut source.take(place.size), |chunk| {
        if keep {
            data.extend_from_slice(chunk);
        }
        Ok(())
    })?;
    if sums.size != place.size || sums.crc32 != place.crc {
        return Err(ZipError::Checksum(place.name.to_owned()));
    }
    Ok(ZipEntry { name: place.name.to_owned(), size: sums.size, sha256: sums.sha256, data })
}

/// Relative, of `[A-Za-z0-9._/-]`, and no way out of the folder.
fn is_name(name: &str) -> bool {
    name.len() <= NAME_MAX
        && name.split('/').all(|piece| !matches!(piece, "" | "." | ".."))
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'/' | b'-'))
}

/// Length, digest and checksum of a file: what stands before its bytes in a ZIP, and in a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sums {
    pub size: u64,
    pub sha256: Hash,
    pub crc32: u32,
}

impl Sums {
    /// Reads to the end, and passes each chunk on.
    pub fn of(source: &mut impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<Self> {
        let (mut crc, mut sha, mut size) = (Crc::new(), Sha256::new(), 0);
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = match source.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            crc.update(&chunk[..read]);
            sha.update(&chunk[..read]);
            size += read as u64;
            each(&chunk[..read])?;
        }
        Ok(Self { size, sha256: sha.finalize().into(), crc32: crc.finalize() })
    }
}

/// Writes files into a ZIP, one after the other.
#[derive(Debug)]
pub struct ZipWriter<W> {
    out: W,
    at: u64,
    directory: Vec<u8>,
    count: usize,
}

impl Default for ZipWriter<Vec<u8>> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<W: Write> ZipWriter<W> {
    pub fn new(out: W) -> Self {
        Self { out, at: 0, directory: Vec::new(), count: 0 }
    }

    /// Adds one file under a name that [`read`] will accept.
    pub fn add(&mut self, name: &str, data: &[u8]) -> Result<(), ZipError> {
        self.begin(name, data.len() as u64, crc32fast::hash(data))?;
        self.out.write_all(data)?;
        Ok(())
    }

    /// Adds one file that is read as it is written; its sums were taken before.
    ///
    /// # Errors
    /// [`ZipError::Checksum`] where it is not that file any more.
    pub(crate) fn copy(&mut self, name: &str, sums: &Sums, source: &mut dyn Read) -> Result<(), ZipError> {
        self.begin(name, sums.size, sums.crc32)?;
        let out = &mut self.out;
        // One byte more would be another file.
        let copied = Sums::of(&mut source.take(sums.size + 1), |chunk| out.write_all(chunk))?;
        if copied == *sums { Ok(()) } else { Err(ZipError::Checksum(name.to_owned())) }
    }

    fn begin(&mut self, name: &str, size: u64, crc32: u32) -> Result<(), ZipError> {
        if !is_name(name) {
            return Err(ZipError::Name(name.to_owned()));
        }
        let offset = u32::try_from(self.at).map_err(|_| ZipError::TooLarge)?;
        let short = u32::try_from(size).map_err(|_| ZipError::TooLarge)?;
        let name_length = u16::try_from(name.len()).map_err(|_| ZipError::TooLarge)?;
        let mut fields = Vec::with_capacity(26);
        for field in [20, 0, 0, 0, DOS_DATE] {
            fields.extend_from_slice(&u16::to_le_bytes(field));
        }
        for field in [crc32, short, short] {
            fields.extend_from_slice(&field.to_le_bytes());
        }
        fields.extend_from_slice(&name_length.to_le_bytes());
        fields.extend_from_slice(&[0, 0]);

        self.out.write_all(&LOCAL.to_le_bytes())?;
        self.out.write_all(&fields)?;
        self.out.write_all(name.as_bytes())?;
        self.at += (LOCAL_LENGTH + name.len()) as u64 + size;

        self.directory.extend_from_slice(&CENTRAL.to_le_bytes());
        self.directory.extend_from_slice(&MADE_BY.to_le_bytes());
        self.directory.extend_from_slice(&fields);
        self.directory.extend_from_slice(&[0; 6]);
        self.directory.extend_from_slice(&FILE_ATTRIBUTES.to_le_bytes());
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// Ends the ZIP, and gives back what it was written to.
    pub fn finish(mut self) -> Result<W, ZipError> {
        let offset = u32::try_from(self.at).map_err(|_| ZipError::TooLarge)?;
        let length = u32::try_from(self.directory.len()).map_err(|_| ZipError::TooLarge)?;
        let whole = self.at + u64::from(length) + END_LENGTH as u64;
        if self.count > ENTRIES_MAX || u32::try_from(whole).is_err() {
            return Err(ZipError::TooLarge);
        }
        let count = self.count as u16;
        self.out.write_all(&self.directory)?;
        self.out.write_all(&END.to_le_bytes())?;
        self.out.write_all(&[0; 4])?;
        self.out.write_all(&count.to_le_bytes())?;
        self.out.write_all(&count.to_le_bytes())?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&offset.to_le_bytes())?;
        self.out.write_all(&[0, 0])?;
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::sha256;

    fn read(zip: &[u8]) -> Result<Vec<ZipEntry>, ZipError> {
        super::read(&mut io::Cursor::new(zip), |_| true)
    }

    fn entry(name: &str, data: &[u8]) -> ZipEntry {
        ZipEntry { name: name.to_owned(), size: data.len() as u64, sha256: sha256(data), data: data.to_vec() }
    }

    fn sample() -> Vec<u8> {
        let mut writer = ZipWriter::default();
        writer.add("a/one.txt", b"one").unwrap();
        writer.add("a/Two", b"").unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn files_are_read_back_as_they_were_written() {
        let zip = sample();
        let entries = read(&zip).unwrap();
        assert_eq!(entries, [entry("a/one.txt", b"one"), entry("a/Two", b"")]);
        let digests = super::read(&mut io::Cursor::new(&zip), |name| name != "a/one.txt").unwrap();
        assert_eq!(digests[0], ZipEntry { data: Vec::new(), ..entry("a/one.txt", b"one") });
        assert_eq!(read(&ZipWriter::default().finish().unwrap()), Ok(vec![]));
    }

    #[test]
    fn a_file_that_changes_while_it_is_copied_is_no_entry() {
        let sums = Sums::of(&mut &b"the photo"[..], |_| Ok(())).unwrap();
        assert_eq!((sums.size, sums.sha256), (9, sha256(b"the photo")));
        for changed in [&b"the phot0"[..], b"the phot", b"the photo."] {
            let mut writer = ZipWriter::default();
            let copied = writer.copy("a", &sums, &mut { changed });
            assert_eq!(copied, Err(ZipError::Checksum("a".into())), "{changed:?}");
        }
        let mut writer = ZipWriter::default();
        writer.copy("a", &sums, &mut &b"the photo"[..]).unwrap();
        assert_eq!(read(&writer.finish().unwrap()), Ok(vec![entry("a", b"the photo")]));
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
    fn every_bit_of_the_container_matters() {
        let zip = sample();
        for i in 0..zip.len() {
            for bit in 0..8 {
                let mut bent = zip.clone();
                bent[i] ^= 1 << bit;
                if let Ok(entries) = read(&bent) {
                    assert_ne!(entries, read(&zip).unwrap(), "byte {i} bit {bit}");
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
