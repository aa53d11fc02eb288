//! Pictures: an allow-list of the parts that make the picture, and the way up that it is held.

use super::{Unfit, big};
use bytes::{BufMut, Bytes};
use img_parts::ImageEXIF;
use img_parts::png::Png;
use img_parts::webp::WebP;

/// The largest camera of a phone makes 200 million points.
pub(super) const POINTS_MAX: u64 = 256_000_000;
/// What is packed without loss may be a few bytes for as many points as it likes; a long screen picture has 50 million.
const LOSSLESS_POINTS_MAX: u64 = 100_000_000;

fn within(width: u64, height: u64, max: u64) -> Result<(), Unfit> {
    if width.saturating_mul(height) > max { Err(Unfit::TooManyPoints) } else { Ok(()) }
}

const START_OF_IMAGE: [u8; 2] = [0xFF, 0xD8];
const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
const COMMENT: u8 = 0xFE;

/// Up to the end of the picture: behind it phones put a film, a second picture, a depth map.
pub fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    let mut at = START_OF_IMAGE.len();
    if !bytes.starts_with(&START_OF_IMAGE) {
        return Err(Unfit::Broken);
    }
    let (mut head, mut rest, mut turn) = (Vec::new(), Vec::new(), None);
    while let Some(marker) = next_marker(bytes, &mut at) {
        if marker == END_OF_IMAGE {
            break;
        }
        if matches!(marker, 0x01 | 0xD0..=0xD7) {
            rest.extend_from_slice(&[0xFF, marker]);
            continue;
        }
        let size = big::<2>(bytes, at).and_then(|size| usize::try_from(size).ok()).ok_or(Unfit::Broken)?;
        let segment = bytes.get(at..at + size.max(2)).ok_or(Unfit::Broken)?;
        at += segment.len();
        let contents = &segment[2..];
        match marker {
            // The picture's shape without a small picture of what was cut off.
            0xE0 if contents.starts_with(b"JFIF\0") && contents.len() >= 14 => {
                head.extend_from_slice(&[0xFF, 0xE0, 0, 16]);
                head.extend_from_slice(&contents[..12]);
                head.extend_from_slice(&[0, 0]);
            }
            0xE1 => turn = turn.or_else(|| contents.strip_prefix(b"Exif\0\0").and_then(orientation)),
            0xE2 if contents.starts_with(b"ICC_PROFILE\0") => put_segment(&mut rest, marker, segment),
            0xEE if contents.starts_with(b"Adobe") => put_segment(&mut rest, marker, segment),
            0xE0..=0xEF | COMMENT => {}
            START_OF_SCAN => {
                put_segment(&mut rest, marker, segment);
                let end = scan_end(bytes, at);
                rest.extend_from_slice(&bytes[at..end]);
                at = end;
            }
            _ => {
                if (0xC0..=0xCF).contains(&marker) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
                    let side = |at| big::<2>(contents, at).ok_or(Unfit::Broken);
                    within(side(1)?, side(3)?, POINTS_MAX)?;
                }
                put_segment(&mut rest, marker, segment);
            }
        }
    }
    let mut out = START_OF_IMAGE.to_vec();
    out.append(&mut head);
    // Without this number a photo would be shown on its side.
    if let Some(turn) = turn {
        let exif = only_orientation(turn);
        out.extend_from_slice(&[0xFF, 0xE1]);
        out.put_u16(exif.len() as u16 + 8);
        out.extend_from_slice(b"Exif\0\0");
        out.extend_from_slice(&exif);
    }
    out.append(&mut rest);
    out.extend_from_slice(&[0xFF, END_OF_IMAGE]);
    Ok(out)
}

fn put_segment(out: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    out.extend_from_slice(&[0xFF, marker]);
    out.extend_from_slice(segment);
}

/// The marker at this place, after any number of fill bytes. Bytes that are none end the picture.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if *bytes.get(*at)? != 0xFF {
        return None;
    }
    while *bytes.get(*at)? == 0xFF {
        *at += 1;
    }
    let marker = bytes[*at];
    *at += 1;
    Some(marker)
}

/// In a scan `FF 00` is a byte of the picture, and `FF D0` to `D7` divide it.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(step) = bytes[at..].iter().position(|byte| *byte == 0xFF) {
        at += step;
        match bytes.get(at + 1) {
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

pub fn png(bytes: Bytes) -> Result<Bytes, Unfit> {
    const PICTURE: [&[u8; 4]; 15] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
        b"acTL", b"fcTL", b"fdAT",
    ];
    let mut image = Png::from_bytes(bytes).map_err(|_| Unfit::Broken)?;
    let (width, height) = image.dimensions().ok_or(Unfit::Broken)?;
    within(width.into(), height.into(), LOSSLESS_POINTS_MAX)?;
    let turn = image.exif().and_then(|exif| orientation(&exif));
    image.chunks_mut().retain(|chunk| PICTURE.contains(&&chunk.kind()));
    image.set_exif(turn.map(only_orientation));
    Ok(image.encoder().bytes())
}

pub fn webp(bytes: Bytes) -> Result<Bytes, Unfit> {
    const PICTURE: [&[u8; 4]; 8] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF"];
    let mut image = WebP::from_bytes(bytes).map_err(|_| Unfit::Broken)?;
    let (width, height) = image.dimensions().ok_or(Unfit::Broken)?;
    within(width.into(), height.into(), LOSSLESS_POINTS_MAX)?;
    let turn = image.exif().and_then(|exif| orientation(&exif));
    image.chunks_mut().retain(|chunk| PICTURE.contains(&&chunk.id()));
    image.set_exif(turn.map(only_orientation));
    Ok(image.encoder().bytes())
}

/// Comments, words and programs' own blocks are left out, but for how often a film repeats.
pub fn gif(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    gif_parts(bytes).ok_or(Unfit::Broken).and_then(|(out, width, height)| {
        within(width, height, LOSSLESS_POINTS_MAX)?;
        Ok(out)
    })
}

fn gif_parts(bytes: &[u8]) -> Option<(Vec<u8>, u64, u64)> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let little = |at: usize| Some(u64::from(*bytes.get(at)?) | u64::from(*bytes.get(at + 1)?) << 8);
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let begin = at;
        let (kept, data) = match (*bytes.get(at)?, bytes.get(at + 1)) {
            (0x3B, _) => break,
            (0x2C, _) => (true, at + 11 + colours(*bytes.get(at + 9)?)),
            (0x21, Some(0xF9)) => (true, at + 2),
            (0x21, Some(0xFF)) => {
                let name = bytes.get(at + 3..at + 14)?;
                (name == b"NETSCAPE2.0" || name == b"ANIMEXTS1.0", at + 2)
            }
            (0x21, Some(_)) => (false, at + 2),
            _ => return None,
        };
        // Blocks of up to 255 bytes, until an empty one. An image has one byte before them.
        at = data;
        while *bytes.get(at)? != 0 {
            at += 1 + usize::from(bytes[at]);
        }
        at += 1;
        if kept {
            out.extend_from_slice(bytes.get(begin..at)?);
        }
    }
    out.push(0x3B);
    Some((out, little(6)?, little(8)?))
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
    use super::super::{holds, without_metadata};
    use super::*;
    use img_parts::jpeg::Jpeg;
    use img_parts::png::PngChunk;
    use img_parts::riff::{RiffChunk, RiffContent};

    fn exif() -> Vec<u8> {
        let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
        exif.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26]);
        exif.extend_from_slice(b"\0\0\0\0GPS-23.55");
        exif
    }

    fn photo(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = START_OF_IMAGE.to_vec();
        let mut segment = |marker: u8, contents: &[u8]| {
            bytes.extend_from_slice(&[0xFF, marker]);
            bytes.put_u16(contents.len() as u16 + 2);
            bytes.extend_from_slice(contents);
        };
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01Rua");
        segment(0xE1, &[b"Exif\0\0", &exif()[..]].concat());
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Vila Madalena</x:xmpmeta>");
        segment(0xE2, b"MPF\0second picture GPS");
        segment(0xE2, b"ICC_PROFILE\0\x01\x01colours");
        segment(0xED, b"Photoshop 3.0\0Vila");
        segment(0xEE, b"Adobe\0d\0\0\0\0\x01");
        segment(0xFE, b"camera of Ana");
        segment(0xC0, &[&[8], &height.to_be_bytes()[..], &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat());
        segment(0xDA, &[0; 6]);
        bytes.extend_from_slice(&[1, 2, 0xFF, 0x00, 0xFF, 0xD0, 3, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn a_photo_keeps_its_orientation_and_colours_and_nothing_else() {
        let stripped = without_metadata("image/jpeg", photo(40, 30).into()).unwrap();
        for word in ["GPS", "Vila", "Ana", "Rua", "MPF"] {
            assert!(!holds(&stripped, word), "{word}");
        }
        assert!(holds(&stripped, "colours") && holds(&stripped, "Adobe"));
        assert!(holds(&stripped, "\u{1}\u{2}"), "the picture itself");
        let image = Jpeg::from_bytes(stripped).unwrap();
        assert_eq!(image.exif().and_then(|exif| orientation(&exif)), Some(6));
    }

    #[test]
    fn nothing_behind_the_end_of_a_picture_goes_along() {
        let motion = [&photo(40, 30)[..], &photo(40, 30), b"MotionPhoto_Data ftypmp42 -23.5505-046.6333/"].concat();
        let alone = without_metadata("image/jpeg", photo(40, 30).into()).unwrap();
        assert_eq!(without_metadata("image/jpeg", motion.into()).unwrap(), alone);
    }

    #[test]
    fn a_photo_torn_anywhere_does_no_harm() {
        let whole = photo(40, 30);
        for end in 0..whole.len() {
            if let Ok(copy) = jpeg(&whole[..end]) {
                assert!(!holds(&copy, "GPS") && !holds(&copy, "Vila"));
            }
        }
    }

    fn screen(width: u32, height: u32) -> Bytes {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        let mut image = Png::from_bytes(Bytes::from_static(b"\x89PNG\r\n\x1a\n")).unwrap();
        let mut put =
            |kind: &[u8; 4], contents: Vec<u8>| image.chunks_mut().push(PngChunk::new(*kind, contents.into()));
        put(b"IHDR", header);
        put(b"tEXt", b"Author\0Ana Prado".to_vec());
        put(b"IDAT", b"picture".to_vec());
        put(b"eXIf", exif());
        put(b"IEND", Vec::new());
        [&image.encoder().bytes()[..], b"behind the end"].concat().into()
    }

    fn web_picture(width: u32) -> Bytes {
        let data = |bytes: &[u8]| RiffContent::Data(Bytes::copy_from_slice(bytes));
        let mut shape = vec![0x0C, 0, 0, 0];
        shape.extend_from_slice(&(width - 1).to_le_bytes()[..3]);
        shape.extend_from_slice(&(width - 1).to_le_bytes()[..3]);
        let subchunks = vec![
            RiffChunk::new(*b"VP8X", data(&shape)),
            RiffChunk::new(*b"VP8L", data(b"/picture")),
            RiffChunk::new(*b"EXIF", data(&exif())),
            RiffChunk::new(*b"XMP ", data(b"Vila Madalena")),
            RiffChunk::new(*b"ANAP", data(b"Ana Prado")),
        ];
        let file = RiffChunk::new(*b"RIFF", RiffContent::List { kind: Some(*b"WEBP"), subchunks });
        [&WebP::new(file).unwrap().encoder().bytes()[..], b"behind the end"].concat().into()
    }

    #[test]
    fn png_and_webp_keep_their_orientation_and_nothing_else() {
        for (kind, file) in [("image/png", screen(40, 30)), ("image/webp", web_picture(40))] {
            let copy = without_metadata(kind, file).unwrap();
            for word in ["GPS", "Ana", "Vila", "behind"] {
                assert!(!holds(&copy, word), "{kind} {word}");
            }
            assert!(holds(&copy, "picture"));
            let exif = match kind {
                "image/png" => Png::from_bytes(copy).unwrap().exif(),
                _ => WebP::from_bytes(copy).unwrap().exif(),
            };
            assert_eq!(exif.and_then(|exif| orientation(&exif)), Some(6), "{kind}");
        }
    }

    #[test]
    fn a_picture_that_announces_more_than_anybody_can_open_is_refused() {
        let too_many = Err(Unfit::TooManyPoints);
        assert_eq!(without_metadata("image/png", screen(0x7FFF_FFFF, 0x7FFF_FFFF)), too_many);
        assert_eq!(without_metadata("image/jpeg", photo(65_500, 65_500).into()), too_many);
        assert_eq!(without_metadata("image/webp", web_picture(16_384)), too_many);
        let mut moving = animation();
        moving[6..10].fill(0xFF);
        assert_eq!(without_metadata("image/gif", moving.into()), too_many);
        // The largest camera of a phone, a picture of a whole conversation.
        assert!(without_metadata("image/jpeg", photo(16_384, 12_288).into()).is_ok());
        assert!(without_metadata("image/png", screen(1_440, 30_000)).is_ok());
    }

    fn animation() -> Vec<u8> {
        let mut file = b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
        file.extend_from_slice(b"!\xFE\x09Ana Prado\0!\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0");
        file.extend_from_slice(b"!\xFF\x0BXMP DataXMP\x04Vila\0!\xF9\x04\0\0\0\0\0");
        file.extend_from_slice(b",\0\0\0\0\x02\0\x02\0\0\x02\x03pic\0;behind");
        file
    }

    #[test]
    fn an_animation_keeps_what_is_shown() {
        let copy = without_metadata("image/gif", animation().into()).unwrap();
        assert!(holds(&copy, "NETSCAPE2.0") && holds(&copy, "pic"));
        assert!(!holds(&copy, "Ana") && !holds(&copy, "Vila") && !holds(&copy, "behind"));
        for end in 0..animation().len() - 7 {
            assert_eq!(gif(&animation()[..end]), Err(Unfit::Broken));
        }
    }

    #[test]
    fn a_file_that_only_claims_to_be_an_image_is_refused() {
        let broken = Err(Unfit::Broken);
        assert_eq!(without_metadata("image/png", Bytes::from_static(b"\x89PNG\r\n\x1a\nrubbish")), broken);
        assert_eq!(without_metadata("image/webp", Bytes::from_static(b"RIFF\0\0\0\0WEBP")), broken);
    }

    #[test]
    fn a_damaged_exif_block_does_no_harm() {
        for damaged in [&b""[..], b"MM\0*", b"MM\0*\xFF\xFF\xFF\xFF", b"II*\0\x08\0\0\0\xFF\xFF"] {
            assert_eq!(orientation(damaged), None);
        }
    }
}
