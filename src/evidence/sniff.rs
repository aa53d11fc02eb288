//! Detects the type of a file by its bytes, never by its name; and makes its copy without metadata.

use bytes::Bytes;
use img_parts::jpeg::{Jpeg, JpegSegment};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{ImageEXIF, jpeg};

/// How many bytes from the beginning tell the type.
pub const HEAD_BYTES: usize = 8 * 1024;

/// The media type, if it is one of those that the record takes (record.md, "Bundle").
///
/// `text` says whether the whole file is UTF-8 without control characters.
pub fn media_type(head: &[u8], text: bool, name: &str) -> Option<&'static str> {
    if let Some(kind) = infer::get(head) {
        return match kind.mime_type() {
            "application/pdf" => Some("application/pdf"),
            "image/jpeg" => Some("image/jpeg"),
            "image/png" => Some("image/png"),
            "image/webp" => Some("image/webp"),
            "audio/mpeg" => Some("audio/mpeg"),
            "audio/ogg" | "audio/opus" => Some("audio/ogg"),
            "video/mp4" => Some("video/mp4"),
            _ => None,
        };
    }
    // Nothing that a browser would run passes as text.
    let begins = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    if !text || head[begins..].starts_with(b"<") {
        return None;
    }
    let is_mail = name.to_ascii_lowercase().ends_with(".eml") && begins_like_mail(head);
    Some(if is_mail { "message/rfc822" } else { "text/plain" })
}

/// The first line is a header field: a name, a colon.
fn begins_like_mail(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    !name.is_empty() && name.len() < line.len() && name.iter().all(|byte| byte.is_ascii_graphic())
}

/// Checks a file as it streams by: is it UTF-8 text without control characters?
#[derive(Debug, Default)]
pub struct TextWatch {
    broken: bool,
    rest: Vec<u8>,
}

impl TextWatch {
    pub fn see(&mut self, chunk: &[u8]) {
        if self.broken {
            return;
        }
        self.rest.extend_from_slice(chunk);
        let good = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => {
                self.broken = true;
                return;
            }
        };
        let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C) || *byte == 0x7F;
        self.broken = self.rest[..good].iter().any(control);
        self.rest.drain(..good);
    }

    pub fn is_text(&self) -> bool {
        !self.broken && self.rest.is_empty()
    }
}

/// The copy that others see, where it differs: an image without what its camera wrote into it.
/// `None` if the bytes are not a valid file of their type.
pub fn without_metadata(media_type: &str, bytes: Bytes) -> Option<Bytes> {
    match media_type {
        "image/jpeg" => {
            let mut image = Jpeg::from_bytes(bytes).ok()?;
            let turn = image.exif().and_then(|exif| orientation(&exif));
            image.segments_mut().retain(is_picture);
            // Without this number a photo would be shown on its side.
            image.set_exif(turn.map(only_orientation));
            Some(image.encoder().bytes())
        }
        "image/png" => {
            let mut image = Png::from_bytes(bytes).ok()?;
            const PICTURE: [&[u8; 4]; 12] = [
                b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
                b"pHYs",
            ];
            image.chunks_mut().retain(|chunk| PICTURE.contains(&&chunk.kind()));
            Some(image.encoder().bytes())
        }
        "image/webp" => {
            let mut image = WebP::from_bytes(bytes).ok()?;
            image.set_exif(None);
            image.remove_chunks_by_id(*b"XMP ");
            Some(image.encoder().bytes())
        }
        _ => Some(bytes),
    }
}

/// Everything but the application segments that hold words about the picture.
fn is_picture(segment: &JpegSegment) -> bool {
    match segment.marker() {
        jpeg::markers::APP0 | jpeg::markers::APP2 | jpeg::markers::APP14 => true,
        jpeg::markers::COM => false,
        marker => !(jpeg::markers::APP0..=jpeg::markers::APP15).contains(&marker),
    }
}

const ORIENTATION: u16 = 0x0112;

/// Reads the one number out of an EXIF block (a little TIFF file).
fn orientation(exif: &[u8]) -> Option<u16> {
    let big = match exif.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let long = |at: usize| {
        let four: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let first = usize::try_from(long(4)?).ok()?;
    let count = usize::from(short(first)?);
    (0..count)
        .map(|index| first + 2 + 12 * index)
        .find(|entry| short(*entry) == Some(ORIENTATION))
        .and_then(|entry| short(entry + 8))
        .filter(|value| (2..=8).contains(value))
}

fn only_orientation(value: u16) -> Bytes {
    let mut exif = b"II*\0\x08\0\0\0\x01\0".to_vec();
    exif.extend_from_slice(&ORIENTATION.to_le_bytes());
    exif.extend_from_slice(&[3, 0, 1, 0, 0, 0]);
    exif.extend_from_slice(&value.to_le_bytes());
    exif.extend_from_slice(&[0; 6]);
    exif.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_told_by_the_bytes() {
        assert_eq!(media_type(b"%PDF-1.7\n", false, "photo.jpg"), Some("application/pdf"));
        assert_eq!(media_type(b"Nota fiscal 123\n", true, "nota.txt"), Some("text/plain"));
        assert_eq!(media_type(b"From: a@b\nSubject: x\n\n", true, "carta.eml"), Some("message/rfc822"));
        assert_eq!(media_type(b"dear all\n", true, "carta.eml"), Some("text/plain"));
        for hostile in [&b"<html><script>"[..], b"  <svg onload=x>", b"PK\x03\x04", b"MZ\x90\0", b"\x7FELF"] {
            let mut watch = TextWatch::default();
            watch.see(hostile);
            assert_eq!(media_type(hostile, watch.is_text(), "photo.png"), None, "{hostile:?}");
        }
        assert_eq!(media_type(b"a\0b", false, "a.txt"), None);
    }

    #[test]
    fn text_is_followed_across_chunks() {
        let watch = |chunks: &[&[u8]]| {
            let mut watch = TextWatch::default();
            chunks.iter().for_each(|chunk| watch.see(chunk));
            watch.is_text()
        };
        assert!(watch(&[b"ol\xC3", b"\xA1\r\n"]));
        assert!(!watch(&[b"ol\xC3"]));
        assert!(!watch(&[b"ol\xC3", b"("]));
        assert!(!watch(&[b"a\x1B[31m"]));
    }

    fn photo() -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8];
        let mut segment = |marker: u8, contents: &[u8]| {
            bytes.extend_from_slice(&[0xFF, marker]);
            bytes.extend_from_slice(&u16::try_from(contents.len() + 2).unwrap().to_be_bytes());
            bytes.extend_from_slice(contents);
        };
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(b"MM\0*\0\0\0\x08\0\x02");
        exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
        exif.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26]);
        exif.extend_from_slice(b"\0\0\0\0GPS-23.55");
        segment(0xE1, &exif);
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Vila Madalena</x:xmpmeta>");
        segment(0xFE, b"camera of Ana");
        segment(0xDA, &[0; 6]);
        bytes.extend_from_slice(&[1, 2, 3, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn a_photo_keeps_its_orientation_and_nothing_else() {
        let stripped = without_metadata("image/jpeg", photo().into()).unwrap();
        for word in [&b"GPS"[..], b"Vila", b"Ana"] {
            assert!(!stripped.windows(word.len()).any(|window| window == word));
        }
        let image = Jpeg::from_bytes(stripped).unwrap();
        assert_eq!(image.exif().and_then(|exif| orientation(&exif)), Some(6));
    }

    #[test]
    fn a_file_that_only_claims_to_be_an_image_is_refused() {
        assert!(without_metadata("image/png", Bytes::from_static(b"\x89PNG\r\n\x1a\nrubbish")).is_none());
        assert!(without_metadata("image/webp", Bytes::from_static(b"RIFF\0\0\0\0WEBP")).is_none());
    }

    #[test]
    fn a_damaged_exif_block_does_no_harm() {
        for damaged in [&b""[..], b"MM\0*", b"MM\0*\xFF\xFF\xFF\xFF", b"II*\0\x08\0\0\0\xFF\xFF"] {
            assert_eq!(orientation(damaged), None);
        }
    }
}
