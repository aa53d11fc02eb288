//! The copy of a file that others see: without what a device, a program or a phone wrote into it besides the
//! content. What is inside a file keeps its place wherever other parts of the file point at places.

mod boxes;
mod heif;
mod image;
mod pdf;
mod sound;

use bytes::Bytes;
use std::ops::Range;

/// Why there is no copy that others may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("the bytes are not a whole file of their type")]
    Broken,
    #[error("the picture announces more points than anybody's screen can hold")]
    TooManyPoints,
}

/// The copy that others see.
pub fn without_metadata(media_type: &str, bytes: Bytes) -> Result<Bytes, Unfit> {
    match media_type {
        "image/jpeg" => image::jpeg(&bytes).map(Bytes::from),
        "image/png" => image::png(bytes),
        "image/webp" => image::webp(bytes),
        "image/heic" => heif::heic(bytes.into(), image::POINTS_MAX).map(Bytes::from),
        "image/gif" => image::gif(&bytes).map(Bytes::from),
        "video/mp4" | "video/quicktime" | "video/3gpp" | "audio/mp4" => {
            boxes::film(bytes.into()).map(Bytes::from).ok_or(Unfit::Broken)
        }
        "audio/mpeg" => sound::mp3(bytes).ok_or(Unfit::Broken),
        "application/xml" => {
            if super::sniff::is_plain_xml(&bytes) {
                Ok(bytes)
            } else {
                Err(Unfit::Broken)
            }
        }
        "application/pdf" => pdf::clean(bytes.into()).map(Bytes::from).ok_or(Unfit::Broken),
        _ => Ok(bytes),
    }
}

/// The number at a place, or nothing where the bytes end before it.
fn big<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let number = bytes.get(at..at.checked_add(N)?)?;
    Some(number.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// In order, and none meets another.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let mut at = from;
    while let Some(step) = bytes.get(at..)?.iter().position(|byte| *byte == first) {
        at += step;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
fn holds(bytes: &[u8], word: &str) -> bool {
    find(bytes, word.as_bytes(), 0).is_some()
}
