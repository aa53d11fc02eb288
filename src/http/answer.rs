//! From a fault to an answer: every error leaves as `application/problem+json`.

use crate::notify::MailError;
use crate::problem::Fault;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

/// What a handler gives back.
pub type HandlerResult = Result<HttpResponse, Fault>;

/// The body is put in by the outermost layer, which knows the caller's language and the request's id.
impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// A mail that waits for its server is no fault of a request; one that can never leave is ours.
impl From<MailError> for Fault {
    fn from(error: MailError) -> Self {
        Self::internal(error)
    }
}
