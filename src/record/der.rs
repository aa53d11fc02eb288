//! Distinguished encoding (X.690), read strictly: one spelling for each value.

/// One element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    pub tag: u8,
    pub content: &'a [u8],
    /// With its tag and length.
    pub whole: &'a [u8],
}

/// Reads elements one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Der<'a>(pub &'a [u8]);

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const NULL: u8 = 0x05;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// `[0]` and `[1]`, constructed.
pub(crate) const CONTEXT_0: u8 = 0xa0;
pub(crate) const CONTEXT_1: u8 = 0xa1;

impl<'a> Der<'a> {
    /// The next element: a tag of one byte, a length as short as it can be.
    pub fn any(&mut self) -> Option<Element<'a>> {
        let bytes = self.0;
        let (&tag, &first) = (bytes.first()?, bytes.get(1)?);
        let (length, head) = match first {
            0..=0x7f => (usize::from(first), 2),
            0x81..=0x84 => {
                let count = usize::from(first & 0x7f);
                let digits = bytes.get(2..2 + count)?;
                let length = digits.iter().fold(0_u64, |sum, digit| sum << 8 | u64::from(*digit));
                if digits[0] == 0 || length < 0x80 {
                    return None;
                }
                (usize::try_from(length).ok()?, 2 + count)
            }
            _ => return None,
        };
        let end = head.checked_add(length)?;
        let element = Element { tag, content: bytes.get(head..end)?, whole: bytes.get(..end)? };
        self.0 = &bytes[end..];
        (tag & 0x1f != 0x1f).then_some(element)
    }

    /// The next element, which has this tag.
    pub fn take(&mut self, tag: u8) -> Option<Element<'a>> {
        self.any().filter(|element| element.tag == tag)
    }

    /// The next element if it has this tag.
    pub fn maybe(&mut self, tag: u8) -> Option<Element<'a>> {
        let mut ahead = *self;
        let found = ahead.take(tag)?;
        *self = ahead;
        Some(found)
    }

    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

impl<'a> Element<'a> {
    pub fn inside(&self) -> Der<'a> {
        Der(self.content)
    }

    /// The bytes of an integer above zero, without a leading zero.
    pub fn positive(&self) -> Option<&'a [u8]> {
        if self.tag != INTEGER {
            return None;
        }
        match self.content {
            [0, rest @ ..] => rest.first().is_some_and(|first| first & 0x80 != 0).then_some(rest),
            [first, ..] if *first != 0 && first & 0x80 == 0 => Some(self.content),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_spelling() {
        let read = |bytes: &[u8]| Der(bytes).any().map(|element| (element.tag, element.content.to_vec()));
        assert_eq!(read(&[4, 2, 7, 8]), Some((4, vec![7, 8])));
        let long = [&[4, 0x81, 0x80][..], &[1; 0x80]].concat();
        assert_eq!(read(&long), Some((4, vec![1; 0x80])));
        for bad in [&[4][..], &[4, 3, 7, 8], &[4, 0x81, 2, 7, 8], &[4, 0x82, 0, 0x80], &[4, 0x80, 0, 0], &[0x1f, 1, 0]]
        {
            assert_eq!(read(bad), None, "{bad:?}");
        }
        let number = |bytes: &[u8]| Der(bytes).any().and_then(|element| element.positive().map(<[u8]>::to_vec));
        assert_eq!(number(&[2, 1, 5]), Some(vec![5]));
        assert_eq!(number(&[2, 2, 0, 0x80]), Some(vec![0x80]));
        for bad in [&[2, 1, 0][..], &[2, 1, 0x80], &[2, 2, 0, 5], &[2, 0], &[2, 2, 0, 0]] {
            assert_eq!(number(bad), None, "{bad:?}");
        }
    }
}
