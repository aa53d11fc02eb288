//! MP3: tags lie before and behind the sound.

use bytes::Bytes;

const ID3V1_BYTES: usize = 128;
const ID3V1_MORE_BYTES: usize = 227;
const APE_FRAME_BYTES: usize = 32;

/// `None` if nothing but tags is there.
pub fn mp3(mut bytes: Bytes) -> Option<Bytes> {
    while let Some(size) = id3_size(&bytes) {
        bytes = bytes.slice(size.min(bytes.len())..);
    }
    while let Some(end) = before_tag(&bytes) {
        bytes.truncate(end);
    }
    (!bytes.is_empty()).then_some(bytes)
}

/// ID3v2: its length is written with seven bits a byte; a footer repeats the head.
fn id3_size(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..10).filter(|head| head.starts_with(b"ID3"))?;
    let size = head[6..].iter().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7F));
    Some(10 + size + if head[5] & 0x10 == 0 { 0 } else { 10 })
}

/// Where the tag begins that ends the file.
fn before_tag(bytes: &[u8]) -> Option<usize> {
    let size = bytes.len();
    let starts = |back: usize, word: &[u8]| bytes.get(size.checked_sub(back)?..).filter(|tail| tail.starts_with(word));
    if starts(ID3V1_BYTES, b"TAG").is_some() {
        let more = ID3V1_BYTES + ID3V1_MORE_BYTES;
        return Some(size - if starts(more, b"TAG+").is_some() { more } else { ID3V1_BYTES });
    }
    if let Some(footer) = starts(APE_FRAME_BYTES, b"APETAGEX") {
        let word = |at: usize| footer[at..at + 4].iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
        let head = if word(20) & 1 << 31 == 0 { 0 } else { APE_FRAME_BYTES };
        return size.checked_sub(word(12).max(APE_FRAME_BYTES) + head);
    }
    if starts(9, b"LYRICS200").is_some() {
        let digits = std::str::from_utf8(bytes.get(size.checked_sub(15)?..size - 9)?).ok()?;
        return size.checked_sub(15 + digits.parse::<usize>().ok()?);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tags_before_and_behind_the_sound_stay_behind() {
        let sound = b"\xFF\xFB\x90\x64sound sound".to_vec();
        let mut file = b"ID3\x04\0\0\0\0\0\x09Ana Prado".to_vec();
        file.extend_from_slice(b"ID3\x04\0\x10\0\0\0\x03Rua3DI\x04\0\x10\0\0\0\x03");
        file.extend_from_slice(&sound);
        file.extend_from_slice(b"LYRICSBEGINRua das Flores000025LYRICS200");
        let mut ape = b"APETAGEX\xD0\x07\0\0\x23\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        ape.splice(0..0, *b"Ana");
        file.extend_from_slice(&ape);
        let mut last = b"TAGAna".to_vec();
        last.resize(ID3V1_BYTES, 0);
        file.extend_from_slice(&last);
        assert_eq!(mp3(file.into()).as_deref(), Some(&sound[..]));
    }

    #[test]
    fn a_file_of_tags_alone_is_none_and_a_torn_tag_does_no_harm() {
        assert_eq!(mp3(Bytes::from_static(b"ID3\x04\0\0\x7F\x7F\x7F\x7Fx")), None);
        for torn in [&b"ID3"[..], b"xLYRICS200", b"999999LYRICS200", b"xAPETAGEX"] {
            assert_eq!(mp3(Bytes::copy_from_slice(torn)).as_deref(), Some(torn));
        }
        let mut huge = b"APETAGEX\xD0\x07\0\0\xFF\xFF\xFF\xFF".to_vec();
        huge.resize(APE_FRAME_BYTES, 0xFF);
        assert_eq!(mp3(huge.clone().into()).as_deref(), Some(&huge[..]));
    }
}
