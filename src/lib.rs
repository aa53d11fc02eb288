//! acordo: online mediation between a consumer and a company.
//!
//! The pure core is in `acordo_domain` and `acordo_record`; here is the thin shell that stores,
//! shows and sends. Modules in reading order.

pub mod app;
#[cfg(feature = "bench")]
pub mod bench;
pub mod cli;
pub mod commands;
pub mod config;
pub mod contact;
pub mod courier;
pub mod demo;
pub mod evidence;
pub mod export;
pub mod frames;
pub mod frontend;
pub mod http;
pub mod identity;
pub mod jobs;
pub mod notify;
pub mod places;
pub mod private;
pub mod problem;
pub mod rooms;
pub mod store;
pub mod texts;
pub mod words;
