//! A serde serialiser that writes the canonical form straight into one buffer.
//! Objects whose fields already come in order, as ours do, are never moved.

use serde::ser::{self, Serialize};

use super::scan::ObjectKey;
use super::{CanonicalError, DEPTH_MAX, INTEGER_MAX};

/// The canonical form of a value, or why it has none.
pub fn to_canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    let mut encoder = Encoder { out: Vec::with_capacity(256), depth: 0, left_out: None };
    value.serialize(&mut encoder)?;
    Ok(encoder.out)
}

/// The canonical form of an object without one of its own keys: the content of
/// a fact that serde tags with its `type`, which the header's `kind` says already.
pub fn to_canonical_without<T: Serialize + ?Sized>(value: &T, key: &'static str) -> Result<Vec<u8>, CanonicalError> {
    let mut encoder = Encoder { out: Vec::with_capacity(256), depth: 0, left_out: Some(key) };
    value.serialize(&mut encoder)?;
    Ok(encoder.out)
}

impl ser::Error for CanonicalError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::Unrepresentable(message.to_string())
    }
}

fn refuse<T>(what: &str) -> Result<T, CanonicalError> {
    Err(CanonicalError::Unrepresentable(what.to_owned()))
}

struct Encoder {
    out: Vec<u8>,
    depth: usize,
    /// A key to leave out of the outermost object.
    left_out: Option<&'static str>,
}

impl Encoder {
    fn open(&mut self, bracket: u8) -> Result<(), CanonicalError> {
        if self.depth == DEPTH_MAX {
            return Err(CanonicalError::TooDeep(self.out.len()));
        }
        self.depth += 1;
        self.out.push(bracket);
        Ok(())
    }

    fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        self.out.push(bracket);
    }

    fn integer(&mut self, negative: bool, magnitude: u128) -> Result<(), CanonicalError> {
        if magnitude > u128::from(INTEGER_MAX) {
            return Err(CanonicalError::IntegerTooLarge(self.out.len()));
        }
        if negative {
            self.out.push(b'-');
        }
        let mut digits = [0u8; 20];
        let mut first = digits.len();
        let mut rest = magnitude as u64;
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[first..]);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), CanonicalError> {
        self.out.push(b'"');
        let bytes = text.as_bytes();
        let mut copied = 0;
        for (i, &b) in bytes.iter().enumerate() {
            if b >= 0x20 && b != b'"' && b != b'\\' {
                continue;
            }
            self.out.extend_from_slice(&bytes[copied..i]);
            copied = i + 1;
            match b {
                0 => return Err(CanonicalError::Nul(self.out.len())),
                b'"' => self.out.extend_from_slice(b"\\\""),
                b'\\' => self.out.extend_from_slice(b"\\\\"),
                8 => self.out.extend_from_slice(b"\\b"),
                9 => self.out.extend_from_slice(b"\\t"),
                10 => self.out.extend_from_slice(b"\\n"),
                12 => self.out.extend_from_slice(b"\\f"),
                13 => self.out.extend_from_slice(b"\\r"),
                _ => {
                    const HEX: &[u8; 16] = b"0123456789abcdef";
                    self.out.extend_from_slice(b"\\u00");
                    self.out.push(HEX[usize::from(b >> 4)]);
                    self.out.push(HEX[usize::from(b & 15)]);
                }
            }
        }
        self.out.extend_from_slice(&bytes[copied..]);
        self.out.push(b'"');
        Ok(())
    }
}

impl<'a> ser::Serializer for &'a mut Encoder {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = Array<'a>;
    type SerializeTuple = Array<'a>;
    type SerializeTupleStruct = Array<'a>;
    type SerializeTupleVariant = Array<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    fn serialize_bool(self, v: bool) -> Result<(), CanonicalError> {
        self.out.extend_from_slice(if v { b"true" } else { b"false" });
        Ok(())
    }
    fn serialize_i8(self, v: i8) -> Result<(), CanonicalError> {
        self.serialize_i64(v.into())
    }
    fn serialize_i16(self, v: i16) -> Result<(), CanonicalError> {
        self.serialize_i64(v.into())
    }
    fn serialize_i32(self, v: i32) -> Result<(), CanonicalError> {
        self.serialize_i64(v.into())
    }
    fn serialize_i64(self, v: i64) -> Result<(), CanonicalError> {
        self.integer(v < 0, v.unsigned_abs().into())
    }
    fn serialize_i128(self, v: i128) -> Result<(), CanonicalError> {
        self.integer(v < 0, v.unsigned_abs())
    }
    fn serialize_u8(self, v: u8) -> Result<(), CanonicalError> {
        self.integer(false, v.into())
    }
    fn serialize_u16(self, v: u16) -> Result<(), CanonicalError> {
        self.integer(false, v.into())
    }
    fn serialize_u32(self, v: u32) -> Result<(), CanonicalError> {
        self.integer(false, v.into())
    }
    fn serialize_u64(self, v: u64) -> Result<(), CanonicalError> {
        self.integer(false, v.into())
    }
    fn serialize_u128(self, v: u128) -> Result<(), CanonicalError> {
        self.integer(false, v)
    }
    fn serialize_f32(self, _: f32) -> Result<(), CanonicalError> {
        Err(CanonicalError::NotAnInteger(self.out.len()))
    }
    fn serialize_f64(self, _: f64) -> Result<(), CanonicalError> {
        Err(CanonicalError::NotAnInteger(self.out.len()))
    }
    fn serialize_char(self, v: char) -> Result<(), CanonicalError> {
        self.text(v.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, v: &str) -> Result<(), CanonicalError> {
        self.text(v)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), CanonicalError> {
        refuse("bytes; write base64 text")
    }
    fn serialize_none(self) -> Result<(), CanonicalError> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> Result<(), CanonicalError> {
        v.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), CanonicalError> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), CanonicalError> {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), CanonicalError> {
        self.text(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> Result<(), CanonicalError> {
        v.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> Result<(), CanonicalError> {
        self.open(b'{')?;
        self.text(variant)?;
        self.out.push(b':');
        v.serialize(&mut *self)?;
        self.close(b'}');
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Array<'a>, CanonicalError> {
        Array::open(self, false)
    }
    fn serialize_tuple(self, _: usize) -> Result<Array<'a>, CanonicalError> {
        Array::open(self, false)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Array<'a>, CanonicalError> {
        Array::open(self, false)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Array<'a>, CanonicalError> {
        self.open(b'{')?;
        self.text(variant)?;
        self.out.push(b':');
        Array::open(self, true)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, CanonicalError> {
        Object::open(self, false)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'a>, CanonicalError> {
        Object::open(self, false)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'a>, CanonicalError> {
        self.open(b'{')?;
        self.text(variant)?;
        self.out.push(b':');
        Object::open(self, true)
    }
}

struct Array<'a> {
    encoder: &'a mut Encoder,
    empty: bool,
    in_variant: bool,
}

impl<'a> Array<'a> {
    fn open(encoder: &'a mut Encoder, in_variant: bool) -> Result<Self, CanonicalError> {
        encoder.open(b'[')?;
        Ok(Self { encoder, empty: true, in_variant })
    }

    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), CanonicalError> {
        if !std::mem::take(&mut self.empty) {
            self.encoder.out.push(b',');
        }
        item.serialize(&mut *self.encoder)
    }

    fn finish(self) -> Result<(), CanonicalError> {
        self.encoder.close(b']');
        if self.in_variant {
            self.encoder.close(b'}');
        }
        Ok(())
    }
}

macro_rules! array {
    ($($trait_name:ident $method:ident),*) => { $(
        impl ser::$trait_name for Array<'_> {
            type Ok = ();
            type Error = CanonicalError;
            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), CanonicalError> {
                self.item(item)
            }
            fn end(self) -> Result<(), CanonicalError> {
                self.finish()
            }
        }
    )* };
}
array!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);

/// One written entry of an object: where it starts, where its key ends
/// (quotes excluded), where it ends.
#[derive(Clone, Copy)]
struct ObjectEntry {
    start: usize,
    key_end: usize,
    end: usize,
}

impl ObjectEntry {
    fn key(self, out: &[u8]) -> ObjectKey<'_> {
        ObjectKey::new(&out[self.start + 1..self.key_end])
    }
}

struct Object<'a> {
    encoder: &'a mut Encoder,
    entries: Vec<ObjectEntry>,
    in_variant: bool,
}

impl<'a> Object<'a> {
    fn open(encoder: &'a mut Encoder, in_variant: bool) -> Result<Self, CanonicalError> {
        encoder.open(b'{')?;
        Ok(Self { encoder, entries: Vec::with_capacity(8), in_variant })
    }

    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), CanonicalError> {
        if !self.entries.is_empty() {
            self.encoder.out.push(b',');
        }
        let start = self.encoder.out.len();
        key.serialize(&mut *self.encoder)?;
        if self.encoder.out.get(start) != Some(&b'"') {
            return refuse("a key that is not text");
        }
        let key_end = self.encoder.out.len() - 1;
        self.encoder.out.push(b':');
        self.entries.push(ObjectEntry { start, key_end, end: 0 });
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CanonicalError> {
        value.serialize(&mut *self.encoder)?;
        let end = self.encoder.out.len();
        match self.entries.last_mut() {
            Some(entry) => entry.end = end,
            None => return refuse("a value without a key"),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), CanonicalError> {
        let outermost = self.encoder.depth == 1;
        let left_out = self.encoder.left_out.filter(|_| outermost);
        let out = &mut self.encoder.out;
        let written = self.entries.len();
        let from = self.entries.first().map_or(out.len(), |entry| entry.start);
        if let Some(key) = left_out {
            self.entries.retain(|entry| out[entry.start + 1..entry.key_end] != *key.as_bytes());
        }
        let ordered = self.entries.windows(2).all(|w| w[0].key(out).order(&w[1].key(out)).is_lt());
        if !ordered || self.entries.len() < written {
            self.entries.sort_by(|a, b| a.key(out).order(&b.key(out)));
            if let Some(w) = self.entries.windows(2).find(|w| w[0].key(out).order(&w[1].key(out)).is_eq()) {
                return Err(CanonicalError::DuplicateKey(w[1].start));
            }
            let mut sorted = Vec::with_capacity(out.len() - from);
            for entry in &self.entries {
                if !sorted.is_empty() {
                    sorted.push(b',');
                }
                sorted.extend_from_slice(&out[entry.start..entry.end]);
            }
            out.truncate(from);
            out.extend_from_slice(&sorted);
        }
        self.encoder.close(b'}');
        if self.in_variant {
            self.encoder.close(b'}');
        }
        Ok(())
    }
}

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), CanonicalError> {
        self.key(key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CanonicalError> {
        self.value(value)
    }
    fn end(self) -> Result<(), CanonicalError> {
        self.finish()
    }
}

macro_rules! object {
    ($($trait_name:ident),*) => { $(
        impl ser::$trait_name for Object<'_> {
            type Ok = ();
            type Error = CanonicalError;
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), CanonicalError> {
                self.key(key)?;
                self.value(value)
            }
            fn end(self) -> Result<(), CanonicalError> {
                self.finish()
            }
        }
    )* };
}
object!(SerializeStruct, SerializeStructVariant);
