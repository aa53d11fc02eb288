//! What mediation promises: as sentences, as one row per refusal, and as laws over random histories.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accepted;
mod agreement;
mod begun;
mod closings;
mod documented;
mod ends;
mod escalation;
mod glossary;
mod golden;
mod intake;
mod invited;
mod kept;
mod late;
mod law;
mod laws;
mod mediation;
mod noninterference;
mod notices;
mod owed;
mod papers;
mod part;
mod play;
mod proposals;
mod refusals;
mod rows;
mod settings;
mod settled;
mod signing;
mod time;
mod vacated;
mod waits;
mod who;
mod wording;
mod work;
mod world;
