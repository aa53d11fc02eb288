//! The live room over real sockets, on both databases.

mod ends;
mod order;
mod talk;
mod walls;
