//! What the papers' fonts can set. A text that goes on a paper is refused while it is written, not printed as a row of
//! code points once it is signed.

use crate::visible::is_invisible;

/// The first and the last code point of each range beyond ASCII, in order. Written by the test that compares them with
/// the fonts.
const RANGES: &[(u32, u32)] = &include!("printable.in");

/// Can the papers print it? What takes no ink is left out of them.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() || c.is_whitespace() || is_invisible(c) {
        return true;
    }
    let code = u32::from(c);
    RANGES
        .binary_search_by(|&(first, last)| {
            if last < code {
                std::cmp::Ordering::Less
            } else if first > code {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}
