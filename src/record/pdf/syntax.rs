//! The values of a PDF, as they are written.

use std::collections::BTreeMap;

/// Open arrays and dictionaries.
const DEPTH_MAX: usize = 32;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum PdfValue {
    Number(i64),
    /// What matters to nobody here: reals, booleans, null.
    Other,
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Self>),
    Dict(BTreeMap<String, Self>),
    Reference(u32),
}

impl PdfValue {
    pub fn dict(&self) -> Option<&BTreeMap<String, Self>> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    pub fn array(&self) -> Option<&[Self]> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    pub fn text(&self) -> Option<&[u8]> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn number(&self) -> Option<i64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }
}

/// Reads values one after the other.
#[derive(Debug)]
pub struct PdfReader<'a> {
    bytes: &'a [u8],
    pub at: usize,
    depth: usize,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> PdfReader<'a> {
    pub const fn at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, depth: 0 }
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Past spaces and comments.
    pub fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    pub fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    pub fn whole_number(&mut self) -> Option<u64> {
        self.space();
        let digits = self.bytes.get(self.at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = std::str::from_utf8(&self.bytes[self.at..self.at + digits]).ok()?;
        self.at += digits;
        text.parse().ok()
    }

    /// Characters up to the next space or delimiter.
    fn word(&mut self) -> &[u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| !is_space(**byte) && !is_delimiter(**byte)).count();
        self.at += length;
        &rest[..length]
    }

    pub fn value(&mut self) -> Option<PdfValue> {
        self.space();
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return None;
        }
        let value = match self.peek()? {
            b'/' => PdfValue::Name(self.name()?),
            b'(' => PdfValue::Text(self.literal()?),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.space();
                    if self.keyword(b"]").is_some() {
                        break PdfValue::Array(items);
                    }
                    items.push(self.value()?);
                }
            }
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                let mut dict = BTreeMap::new();
                loop {
                    self.space();
                    if self.keyword(b">>").is_some() {
                        break PdfValue::Dict(dict);
                    }
                    let key = String::from_utf8(self.name()?).ok()?;
                    let value = self.value()?;
                    if dict.insert(key, value).is_some() {
                        return None;
                    }
                }
            }
            b'<' => PdfValue::Text(self.hex()?),
            byte if byte.is_ascii_digit() => self.number_or_reference()?,
            _ if !self.word().is_empty() => PdfValue::Other,
            _ => return None,
        };
        self.depth -= 1;
        Some(value)
    }

    /// `12`, `1.5`, or `12 0 R`.
    fn number_or_reference(&mut self) -> Option<PdfValue> {
        let word = self.word().to_vec();
        let Some(number) = std::str::from_utf8(&word).ok().and_then(|text| text.parse::<i64>().ok()) else {
            return Some(PdfValue::Other);
        };
        let after = self.at;
        if self.whole_number().is_some() {
            self.space();
            if self.peek() == Some(b'R') && self.word() == b"R" {
                return Some(PdfValue::Reference(u32::try_from(number).ok()?));
            }
        }
        self.at = after;
        Some(PdfValue::Number(number))
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.keyword(b"/")?;
        let raw = self.word().to_vec();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw.as_slice();
        while let Some((first, after)) = rest.split_first() {
            if *first == b'#' {
                let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
                name.push(u8::try_from(digit(0)? << 4 | digit(1)?).ok()?);
                rest = &after[2..];
            } else {
                name.push(*first);
                rest = after;
            }
        }
        Some(name)
    }

    fn hex(&mut self) -> Option<Vec<u8>> {
        self.keyword(b"<")?;
        let mut digits = Vec::new();
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'>' => break,
                byte if is_space(byte) => {}
                byte => digits.push(u8::try_from((byte as char).to_digit(16)?).ok()?),
            }
        }
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
    }

    fn literal(&mut self) -> Option<Vec<u8>> {
        self.keyword(b"(")?;
        let mut text = Vec::new();
        let mut open = 1;
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(text);
                    }
                }
                b'\\' => {
                    let escaped = self.peek()?;
                    self.at += 1;
                    text.push(match escaped {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'(' | b')' | b'\\' => escaped,
                        // Octal digits and broken lines are in none of our names.
                        _ => return None,
                    });
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
    }
}
