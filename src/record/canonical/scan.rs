//! One pass over JSON text that refuses what the profile refuses. It builds
//! nothing, so it is cheap enough to run before every read.

use std::cmp::Ordering;

use super::{CanonicalError, DEPTH_MAX, INTEGER_MAX};

/// Whether white space, order and spelling are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Any,
    Canonical,
}

pub(super) fn scan(bytes: &[u8], layout: Layout) -> Result<(), CanonicalError> {
    std::str::from_utf8(bytes).map_err(|_| CanonicalError::NotUtf8)?;
    let mut scanner = Scanner { bytes, at: 0, depth: 0, layout };
    scanner.space()?;
    scanner.value()?;
    scanner.space()?;
    if scanner.at == bytes.len() { Ok(()) } else { Err(CanonicalError::Syntax(scanner.at)) }
}

/// The text between the quotes of a key, still escaped.
#[derive(Debug, Clone, Copy)]
pub(super) struct ObjectKey<'a> {
    raw: &'a [u8],
    /// ASCII without escapes: its bytes sort like its UTF-16 units.
    plain: bool,
}

impl<'a> ObjectKey<'a> {
    pub(super) fn new(raw: &'a [u8]) -> Self {
        let plain = raw.iter().all(|&b| b.is_ascii() && b != b'\\');
        Self { raw, plain }
    }

    /// RFC 8785, 3.2.3: keys are sorted by their UTF-16 code units.
    pub(super) fn order(&self, other: &ObjectKey<'_>) -> Ordering {
        if self.plain && other.plain { self.raw.cmp(other.raw) } else { self.units().cmp(&other.units()) }
    }

    fn units(&self) -> Vec<u16> {
        let text = String::from_utf8_lossy(self.raw);
        let mut units = Vec::with_capacity(text.len());
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            if c != '\\' {
                units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
                continue;
            }
            match rest.next() {
                Some('u') => {
                    let unit = rest.by_ref().take(4).fold(0u32, |n, d| n * 16 + d.to_digit(16).unwrap_or(0));
                    units.push(unit as u16);
                }
                Some('b') => units.push(8),
                Some('t') => units.push(9),
                Some('n') => units.push(10),
                Some('f') => units.push(12),
                Some('r') => units.push(13),
                Some(other) => units.extend_from_slice(other.encode_utf16(&mut [0; 2])),
                None => {}
            }
        }
        units
    }
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    layout: Layout,
}

impl<'a> Scanner<'a> {
    fn canonical(&self) -> bool {
        self.layout == Layout::Canonical
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn syntax<T>(&self) -> Result<T, CanonicalError> {
        Err(CanonicalError::Syntax(self.at))
    }

    fn expect(&mut self, wanted: &[u8]) -> Result<(), CanonicalError> {
        if self.bytes[self.at..].starts_with(wanted) {
            self.at += wanted.len();
            Ok(())
        } else {
            self.syntax()
        }
    }

    fn space(&mut self) -> Result<(), CanonicalError> {
        let start = self.at;
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        if self.canonical() && self.at > start { Err(CanonicalError::NotCanonical(start)) } else { Ok(()) }
    }

    fn value(&mut self) -> Result<(), CanonicalError> {
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(|_| ()),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.expect(b"true"),
            Some(b'f') => self.expect(b"false"),
            Some(b'n') => self.expect(b"null"),
            _ => self.syntax(),
        }
    }

    fn nested(&mut self, inner: fn(&mut Self) -> Result<(), CanonicalError>) -> Result<(), CanonicalError> {
        if self.depth == DEPTH_MAX {
            return Err(CanonicalError::TooDeep(self.at));
        }
        self.depth += 1;
        self.at += 1;
        self.space()?;
        inner(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn array(&mut self) -> Result<(), CanonicalError> {
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value()?;
            self.space()?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.syntax(),
            }
            self.space()?;
        }
    }

    fn object(&mut self) -> Result<(), CanonicalError> {
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        let mut keys: Vec<(ObjectKey<'a>, usize)> = Vec::new();
        let mut last: Option<ObjectKey<'a>> = None;
        loop {
            let place = self.at;
            if self.peek() != Some(b'"') {
                return self.syntax();
            }
            let key = self.string()?;
            if !self.canonical() {
                keys.push((key, place));
            } else if let Some(before) = last.replace(key) {
                match before.order(&key) {
                    Ordering::Less => {}
                    Ordering::Equal => return Err(CanonicalError::DuplicateKey(place)),
                    Ordering::Greater => return Err(CanonicalError::NotCanonical(place)),
                }
            }
            self.space()?;
            self.expect(b":")?;
            self.space()?;
            self.value()?;
            self.space()?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                _ => return self.syntax(),
            }
            self.space()?;
        }
        keys.sort_by(|a, b| a.0.order(&b.0));
        match keys.windows(2).find(|w| w[0].0.order(&w[1].0) == Ordering::Equal) {
            Some(twice) => Err(CanonicalError::DuplicateKey(twice[1].1)),
            None => Ok(()),
        }
    }

    fn number(&mut self) -> Result<(), CanonicalError> {
        let start = self.at;
        let negative = self.peek() == Some(b'-');
        if negative {
            self.at += 1;
        }
        let digits = self.at;
        let mut magnitude: u64 = 0;
        while let Some(d @ b'0'..=b'9') = self.peek() {
            magnitude = magnitude.saturating_mul(10).saturating_add(u64::from(d - b'0'));
            self.at += 1;
        }
        let length = self.at - digits;
        if length == 0 || (length > 1 && self.bytes[digits] == b'0') {
            return Err(CanonicalError::Syntax(start));
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) || (negative && magnitude == 0) {
            return Err(CanonicalError::NotAnInteger(start));
        }
        if magnitude > INTEGER_MAX { Err(CanonicalError::IntegerTooLarge(start)) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<ObjectKey<'a>, CanonicalError> {
        self.at += 1;
        let start = self.at;
        let mut plain = true;
        loop {
            let place = self.at;
            match self.peek() {
                None => return self.syntax(),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(ObjectKey { raw: &self.bytes[start..place], plain });
                }
                Some(b'\\') => {
                    plain = false;
                    self.escape()?;
                }
                Some(0) => return Err(CanonicalError::Nul(place)),
                Some(c) if c < 0x20 => return self.syntax(),
                Some(c) => {
                    plain &= c.is_ascii();
                    self.at += 1;
                }
            }
        }
    }

    fn escape(&mut self) -> Result<(), CanonicalError> {
        let place = self.at;
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'/') if !self.canonical() => self.at += 1,
            Some(b'/') => return Err(CanonicalError::NotCanonical(place)),
            Some(b'u') => {
                self.at += 1;
                let unit = self.hex4(place)?;
                match unit {
                    0 => return Err(CanonicalError::Nul(place)),
                    0xD800..=0xDBFF => {
                        let low = self.expect(b"\\u").and_then(|()| self.hex4(place));
                        if !matches!(low, Ok(0xDC00..=0xDFFF)) {
                            return Err(CanonicalError::LoneSurrogate(place));
                        }
                    }
                    0xDC00..=0xDFFF => return Err(CanonicalError::LoneSurrogate(place)),
                    _ => {}
                }
                let needed = unit < 0x20 && !matches!(unit, 8 | 9 | 10 | 12 | 13);
                let lower = !self.bytes[place..self.at].iter().any(u8::is_ascii_uppercase);
                if self.canonical() && !(needed && lower) {
                    return Err(CanonicalError::NotCanonical(place));
                }
            }
            _ => return self.syntax(),
        }
        Ok(())
    }

    fn hex4(&mut self, place: usize) -> Result<u16, CanonicalError> {
        let mut unit: u16 = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|b| char::from(b).to_digit(16));
            unit = unit * 16 + digit.ok_or(CanonicalError::Syntax(place))? as u16;
            self.at += 1;
        }
        Ok(unit)
    }
}
