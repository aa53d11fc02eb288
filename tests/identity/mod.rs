//! How people come in, stay and go.

mod browser;
mod codes;
mod demo;
mod links;
mod sessions;
