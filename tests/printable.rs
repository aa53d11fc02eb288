//! The domain refuses, by a table of its own, what the papers' fonts cannot set. This compares table and fonts over
//! every character; `ACORDO_WRITE_GOLDEN=1` writes the table anew.

use acordo_domain::printable::is_printable;
use std::fmt::Write as _;

const TABLE: &str = "src/domain/printable.in";
const LINE_CHARS_MAX: usize = 112;

#[test]
fn what_the_domain_takes_for_papers_is_what_their_fonts_have() {
    if std::env::var_os("ACORDO_WRITE_GOLDEN").is_some() {
        std::fs::write(TABLE, table()).unwrap();
        return;
    }
    assert_eq!(std::fs::read_to_string(TABLE).unwrap(), table(), "ACORDO_WRITE_GOLDEN=1 writes it anew");
    assert!(acordo_paper::printed().into_iter().all(is_printable));
    assert!("São João, niño, ½ € – Łódź Ω".chars().all(is_printable));
    assert!(!is_printable('山') && !is_printable('🏠') && !is_printable('\u{e000}'));
}

fn table() -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in acordo_paper::printed().into_iter().map(u32::from) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    let mut table = "[\n".to_owned();
    let mut line = String::new();
    for (first, last) in ranges {
        let range = format!("(0x{first:X}, 0x{last:X}),");
        if line.len() + range.len() > LINE_CHARS_MAX {
            let _ = writeln!(table, "   {line}");
            line.clear();
        }
        let _ = write!(line, " {range}");
    }
    let _ = writeln!(table, "   {line}\n]");
    table
}
