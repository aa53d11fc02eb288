//! How people sign in, stay signed in and leave.

mod account;
mod browser;
mod codes;
pub mod demo;
mod links;
mod one_case;
mod programs;
mod sessions;
