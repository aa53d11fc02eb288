//! How long a body may take to arrive: a deadline, and a least rate all the way.
//!
//! Whoever opens a request and then says nothing holds a connection and what was read so far, for as long as nobody
//! counts the time.

use crate::config::Limits;
use crate::problem::{Fault, Shell};
use actix_multipart::MultipartError;
use actix_web::HttpMessage;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::http::Method;
use actix_web::web::Bytes;
use futures_util::Stream;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until};

/// What a body may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyPace {
    /// In all.
    pub longest: Duration,
    /// Before the rate counts: a line may fall silent for a while.
    pub grace: Duration,
    pub bytes_per_second_min: u32,
}

impl BodyPace {
    pub fn of(limits: &Limits) -> Self {
        Self {
            longest: Duration::from_secs(limits.body_seconds_max.into()),
            grace: Duration::from_secs(20),
            bytes_per_second_min: limits.body_bytes_per_second_min,
        }
    }

    /// By when more must have come, after so many bytes.
    fn allowed(&self, bytes: u64) -> Duration {
        let earned = Duration::from_secs(bytes / u64::from(self.bytes_per_second_min.max(1)));
        self.grace.saturating_add(earned).min(self.longest)
    }
}

/// From now on the body of this request keeps the pace. A websocket begins as a `GET` and keeps a pace of its own.
pub fn paced(request: &mut ServiceRequest, pace: BodyPace) {
    if request.method() == Method::GET || request.method() == Method::HEAD {
        return;
    }
    let body = request.take_payload();
    if matches!(body, Payload::None) {
        return request.set_payload(body);
    }
    let began = Instant::now();
    let timer = Box::pin(sleep_until(began + pace.allowed(0)));
    let paced: Pin<Box<dyn Stream<Item = _>>> = Box::pin(PacedBody { body, pace, began, bytes: 0, timer });
    request.set_payload(Payload::from(paced));
}

struct PacedBody {
    body: Payload,
    pace: BodyPace,
    began: Instant,
    bytes: u64,
    timer: Pin<Box<Sleep>>,
}

impl Stream for PacedBody {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match Pin::new(&mut self.body).poll_next(context) {
            Poll::Ready(Some(Ok(chunk))) => {
                self.bytes += chunk.len() as u64;
                let until = self.began + self.pace.allowed(self.bytes);
                // What is sent without a pause never waits for the timer: the deadline is looked at here too.
                if Instant::now() > until {
                    return Poll::Ready(Some(Err(too_slow())));
                }
                self.timer.as_mut().reset(until);
                Poll::Ready(Some(Ok(chunk)))
            }
            Poll::Pending => self.timer.as_mut().poll(context).map(|()| Some(Err(too_slow()))),
            ended => ended,
        }
    }
}

fn too_slow() -> PayloadError {
    PayloadError::Io(io::ErrorKind::TimedOut.into())
}

/// Why a body did not come: it was too slow, or it does not do.
pub fn unread(error: PayloadError, otherwise: Shell) -> Fault {
    match &error {
        PayloadError::Io(cause) if cause.kind() == io::ErrorKind::TimedOut => Shell::BodyTooSlow.into(),
        _ => Fault::new(otherwise).because(error),
    }
}

/// The same for a form.
pub fn unread_form(error: MultipartError) -> Fault {
    match error {
        MultipartError::Payload(error) => unread(error, Shell::FileMissing),
        error => Fault::new(Shell::FileMissing).because(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_earns_time_up_to_the_deadline() {
        let seconds = Duration::from_secs;
        let pace = BodyPace { longest: seconds(600), grace: seconds(20), bytes_per_second_min: 1_000 };
        for (bytes, allowed) in [(0, 20), (1_000, 21), (500_000, 520), (580_000, 600), (u64::MAX, 600)] {
            assert_eq!(pace.allowed(bytes), seconds(allowed), "{bytes}");
        }
    }
}
