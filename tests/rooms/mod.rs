//! The live room over real sockets, on both databases.

mod ends;
mod lists;
mod nodes;
mod order;
mod talk;
mod walls;
