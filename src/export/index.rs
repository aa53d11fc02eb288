//! The index of many agreements in one file: for people a table, for machines the same as JSON.

use crate::export::ExportError;
use crate::texts::{self, Language};
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::obligation::ObligationState;
use acordo_domain::seat::Side;
use acordo_domain::view::{RegisterObligation, RegisterRow};
use serde::Serialize;

/// One agreement of the index.
#[derive(Debug, Serialize)]
pub(super) struct IndexRow {
    #[serde(flatten)]
    pub agreement: RegisterRow,
    /// Absent where it could not be taken along; `left_out` says why.
    pub files: Option<IndexFiles>,
    pub left_out: Option<WhyLeftOut>,
}

#[derive(Debug, Serialize)]
pub(super) struct IndexFiles {
    pub pdf: IndexFile,
    /// The record that proves it, by itself.
    pub record: IndexFile,
}

#[derive(Debug, Serialize)]
pub(super) struct IndexFile {
    pub name: String,
    /// In lower-case hex.
    pub sha256: String,
}

/// Why an agreement is not in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WhyLeftOut {
    /// Its final document is not made yet.
    NotReady,
    /// What is stored of it is not what was written.
    RecordAltered,
    /// It does not fit into one file any more.
    TooLarge,
    /// The fault is ours.
    Internal,
}

/// The whole for machines.
#[derive(Debug, Serialize)]
pub(super) struct Index<'a> {
    pub v: u32,
    pub made_at: Moment,
    pub site: &'a str,
    pub agreements: &'a [IndexRow],
    /// Agreements that were asked for and are not in this person's register any more. Nothing is said of them.
    pub not_found: u32,
}

impl Index<'_> {
    pub fn json(&self) -> Result<Vec<u8>, ExportError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| ExportError::Bundle(error.to_string()))?;
        text.push(b'\n');
        Ok(text)
    }

    /// A line for each obligation, in the reader's language, as spreadsheets there open it.
    pub fn csv(&self, language: Language) -> Result<Vec<u8>, ExportError> {
        let failed = |error: csv::Error| ExportError::Bundle(error.to_string());
        let delimiter = if language == Language::En { b',' } else { b';' };
        let mut out = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(csv::Terminator::CRLF)
            .quote_style(csv::QuoteStyle::NonNumeric)
            .from_writer("\u{FEFF}".as_bytes().to_vec());
        out.write_record(COLUMNS.map(|column| say(language, &format!("index-column-{column}")))).map_err(failed)?;
        for row in self.agreements {
            let obligations = row.agreement.obligations.iter().map(Some);
            let nothing_owed = row.agreement.obligations.is_empty().then_some(None);
            for obligation in obligations.chain(nothing_owed) {
                out.write_record(cells(language, row, obligation).map(plain)).map_err(failed)?;
            }
        }
        out.into_inner().map_err(|error| ExportError::Bundle(error.to_string()))
    }
}

const COLUMNS: [&str; 20] = [
    "reference",
    "agreement",
    "company",
    "consumer",
    "concluded",
    "obligation",
    "debtor",
    "amount",
    "due",
    "state",
    "owed",
    "reported",
    "confirmed",
    "released",
    "presumed",
    "overdue",
    "breached",
    "pdf",
    "record",
    "left-out",
];

fn cells(language: Language, row: &IndexRow, obligation: Option<&RegisterObligation>) -> [String; COLUMNS.len()] {
    let agreement = &row.agreement;
    let zone = texts::zone(&agreement.zone);
    // As spreadsheets sort it.
    let day = |at: Moment| texts::day_of(at, &zone).to_string();
    let money = |money: Option<Money>| money.map(|money| texts::money_plain(language, money)).unwrap_or_default();
    let about = |cell: &dyn Fn(&RegisterObligation) -> String| obligation.map(cell).unwrap_or_default();
    let file = |name: &dyn Fn(&IndexFiles) -> &IndexFile| {
        row.files.as_ref().map(|files| name(files).name.clone()).unwrap_or_default()
    };
    let yes = |so: bool| say(language, if so { "index-yes" } else { "index-no" });
    let left_out = row.left_out.map(|why| say(language, &format!("index-left-out-{}", name_of(&why))));
    [
        agreement.reference.to_string(),
        agreement.version.to_string(),
        agreement.company_name.clone(),
        agreement.consumer_name.clone(),
        day(agreement.concluded_at),
        about(&|owed| say(language, &format!("obligation-{}", name_of(&owed.kind)))),
        about(&|owed| match owed.debtor {
            Side::Consumer => agreement.consumer_name.clone(),
            Side::Company => agreement.company_name.clone(),
        }),
        about(&|owed| money(owed.money)),
        // What is due by the end of a day is due on that day.
        about(&|owed| day(owed.due.plus_millis(-1))),
        about(&|owed| say(language, &format!("obligation-state-{}", name_of(&owed.state)))),
        about(&|owed| money(owed.owed)),
        about(&|owed| money(owed.reported)),
        about(&|owed| money(owed.confirmed)),
        about(&|owed| money(owed.released)),
        about(&|owed| money(owed.presumed)),
        about(&|owed| yes(owed.overdue)),
        about(&|owed| match (owed.breached, is_done(owed)) {
            (true, true) => say(language, "index-before"),
            (breached, _) => yes(breached),
        }),
        file(&|files| &files.pdf),
        file(&|files| &files.record),
        left_out.unwrap_or_default(),
    ]
}

/// Nothing of it is owed any more.
const fn is_done(owed: &RegisterObligation) -> bool {
    matches!(owed.state, ObligationState::Confirmed | ObligationState::Presumed | ObligationState::Released)
}

/// What an enumeration is called in JSON, and in the key of its text.
fn name_of<T: Serialize>(value: &T) -> String {
    let name = serde_json::to_value(value).ok();
    name.as_ref().and_then(|name| name.as_str()).unwrap_or_default().to_owned()
}

fn say(language: Language, key: &str) -> String {
    texts::text(language, key, &[])
}

/// With these a formula begins, in any of its widths; spreadsheets look past what is white before it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell that a spreadsheet would read as a formula is made text: people choose names.
fn plain(cell: String) -> String {
    let formula = cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(FORMULA);
    if formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_read_as_a_formula() {
        for begin in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u{a0}@"] {
            let cell = plain(format!("{begin}HYPERLINK(\"http://x\")"));
            assert!(cell.starts_with('\'') && cell[1..].starts_with(begin), "{cell:?}");
        }
        assert_eq!(plain("Ana = Bia".to_owned()), "Ana = Bia");
    }
}
