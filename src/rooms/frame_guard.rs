//! Refuses a websocket frame by its header (RFC 6455, section 5.2).
//!
//! The library looks at a frame's length once the whole frame has come, and keeps all of it in memory until then.
//! So what comes from the client passes here first, and ends with the header of a frame that is too long.

use actix_web::FromRequest;
use actix_web::error::PayloadError;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, dev};
use futures_util::{Stream, StreamExt};

/// Two bytes, eight of length, four of mask.
const HEADER_BYTES_MAX: usize = 14;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TooLong;

/// Follows the frames of a stream of bytes, wherever it is cut.
#[derive(Debug)]
struct FrameGuard {
    longest: u64,
    header: [u8; HEADER_BYTES_MAX],
    header_bytes: usize,
    /// Bytes of the present frame's payload that are still to come.
    payload_left: u64,
}

impl FrameGuard {
    const fn new(longest: u64) -> Self {
        Self { longest, header: [0; HEADER_BYTES_MAX], header_bytes: 0, payload_left: 0 }
    }

    fn follow(&mut self, mut bytes: &[u8]) -> Result<(), TooLong> {
        while !bytes.is_empty() {
            if self.payload_left > 0 {
                let skipped = usize::try_from(self.payload_left).unwrap_or(usize::MAX).min(bytes.len());
                self.payload_left -= skipped as u64;
                bytes = &bytes[skipped..];
                continue;
            }
            self.header[self.header_bytes] = bytes[0];
            self.header_bytes += 1;
            bytes = &bytes[1..];
            if let Some((header_bytes, length)) = self.announced() {
                if length > self.longest {
                    return Err(TooLong);
                }
                if self.header_bytes == header_bytes {
                    self.payload_left = length;
                    self.header_bytes = 0;
                }
            }
        }
        Ok(())
    }

    /// How long the header and the payload are, once the header has said so.
    fn announced(&self) -> Option<(usize, u64)> {
        let header = &self.header[..self.header_bytes];
        let second = header.get(1)?;
        let mask = if second & 0x80 == 0 { 0 } else { 4 };
        let number = |bytes: &[u8]| bytes.iter().fold(0u64, |length, byte| length << 8 | u64::from(*byte));
        match second & 0x7f {
            126 => Some((4 + mask, number(header.get(2..4)?))),
            127 => Some((10 + mask, number(header.get(2..10)?))),
            short => Some((2 + mask, u64::from(short))),
        }
    }
}

/// The same body, which fails at the header of a frame with a longer payload than this.
pub async fn guarded(
    request: &HttpRequest,
    body: web::Payload,
    payload_bytes_max: usize,
) -> Result<web::Payload, actix_web::Error> {
    let mut guard = FrameGuard::new(payload_bytes_max as u64);
    let followed = body.map(move |bytes| {
        let bytes = bytes?;
        guard.follow(&bytes).map_err(|TooLong| PayloadError::Overflow)?;
        Ok(bytes)
    });
    let followed: std::pin::Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(followed);
    web::Payload::from_request(request, &mut dev::Payload::from(followed)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A masked text frame with this payload length, in the shortest or in a longer form of the length.
    fn frame(length: usize, length_bytes: usize) -> Vec<u8> {
        let mut bytes = vec![0x81];
        match length_bytes {
            1 => bytes.push(0x80 | u8::try_from(length).unwrap()),
            2 => {
                bytes.push(0x80 | 126);
                bytes.extend(u16::try_from(length).unwrap().to_be_bytes());
            }
            _ => {
                bytes.push(0x80 | 127);
                bytes.extend((length as u64).to_be_bytes());
            }
        }
        bytes.extend([1, 2, 3, 4]);
        // A payload that looks like a header of a very long frame.
        bytes.extend(std::iter::repeat_n(0xff, length));
        bytes
    }

    #[test]
    fn frames_within_the_limit_pass_wherever_the_stream_is_cut() {
        let stream: Vec<u8> =
            [frame(0, 1), frame(125, 1), frame(126, 2), frame(7, 2), frame(300, 8), frame(1_000, 2)].concat();
        for cut in 1..40 {
            let mut guard = FrameGuard::new(1_000);
            for piece in stream.chunks(cut) {
                assert_eq!(guard.follow(piece), Ok(()), "cut at {cut}");
            }
            assert_eq!((guard.payload_left, guard.header_bytes), (0, 0), "cut at {cut}");
        }
    }

    #[test]
    fn a_frame_that_announces_more_is_refused_before_its_payload() {
        for (length, length_bytes) in [(1_001, 2), (1_001, 8), (usize::MAX, 8)] {
            let mut header = frame(0, 1);
            header.push(0x82);
            header.push(0x80 | if length_bytes == 2 { 126 } else { 127 });
            let length = (length as u64).to_be_bytes();
            header.extend(&length[8 - length_bytes..]);
            let (last, before) = header.split_last().unwrap();
            let mut guard = FrameGuard::new(1_000);
            assert_eq!(guard.follow(before), Ok(()));
            assert_eq!(guard.follow(&[*last]), Err(TooLong));
        }
    }
}
