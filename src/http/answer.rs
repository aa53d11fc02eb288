//! Turns faults into responses: every error leaves as `application/problem+json`.

use crate::notify::MailError;
use crate::problem::Fault;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

/// The result of a handler.
pub type HandlerResult = Result<HttpResponse, Fault>;

/// The request middleware fills in the body, since it knows the caller's language and the request's id.
impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// A mail that waits for its server fails no request; one that can never be sent is an internal error.
impl From<MailError> for Fault {
    fn from(error: MailError) -> Self {
        Self::internal(error)
    }
}
