//! acordo: online mediation between a consumer and a company.
//!
//! The pure core is in `acordo_domain` and `acordo_record`; here is the thin shell that stores,
//! shows and sends. Modules in reading order.

pub mod config;
pub mod http;
pub mod identity;
pub mod notify;
pub mod problem;
pub mod rooms;
pub mod store;
pub mod texts;
