//! Words by which lists and the register find cases.

use crate::store::code::name_of;
use crate::store::journal::lists::{AccessRow, FindRow};
use crate::store::sql::Key;
use acordo_domain::case::show::Audience;
use acordo_domain::view::CaseRow;
use std::collections::{BTreeMap, BTreeSet};

/// Words of a search that are looked at.
pub(super) const WORDS_MAX: usize = 5;
/// Begins a mark. No word has it, and both databases take it for a letter.
const MARK: char = '§';

/// By what this audience finds the case: reference, names, subject, and its numbers.
pub(super) fn words(row: &CaseRow, numbers: &[String]) -> BTreeSet<String> {
    let reference = row.reference.to_string();
    let mut found = BTreeSet::from([plain(&reference.replace('-', ""))]);
    for text in [&reference, &row.consumer_name, &row.company_name].into_iter().chain(&row.subject).chain(numbers) {
        found.extend(split(text));
    }
    for number in numbers {
        // As it is written and as it is typed: without what parts its digits.
        found.insert(plain(&number.chars().filter(|c| c.is_alphanumeric()).collect::<String>()));
    }
    found.remove("");
    found
}

/// Words as they are searched: lower case, without accents, at most 40 letters.
pub(super) fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(plain)
}

pub(super) fn plain(word: &str) -> String {
    let bare = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(bare).take(40).collect()
}

/// What stands for a holder among the words. It need not be of one holder alone: who lists what is asked of the holders.
pub(super) fn mark(holder: Key) -> String {
    format!("{MARK}{:012x}", holder.0.as_u128() >> 80)
}

/// One text of words and of the marks of those who find by them.
pub(super) fn text(marks: impl IntoIterator<Item = Key>, words: &BTreeSet<String>) -> String {
    let marks: BTreeSet<String> = marks.into_iter().map(mark).collect();
    marks.into_iter().chain(words.iter().cloned()).collect::<Vec<_>>().join(" ")
}

/// One row for each set of words, with the audiences that read it.
pub(super) fn finds<'a>(
    words: impl Iterator<Item = (Audience, &'a BTreeSet<String>)>,
    access: &[AccessRow],
) -> Vec<FindRow> {
    let mut sets: BTreeMap<&BTreeSet<String>, Vec<Audience>> = BTreeMap::new();
    for (audience, words) in words {
        sets.entry(words).or_default().push(audience);
    }
    let mut found = Vec::with_capacity(sets.len());
    for (words, audiences) in sets {
        let part = Audience::ALL.iter().position(|audience| audiences.first() == Some(audience)).unwrap_or_default();
        let names: Vec<String> = audiences.iter().map(name_of).collect();
        let holders: Vec<Key> =
            access.iter().filter(|row| names.contains(&row.audience)).map(|row| row.holder).collect();
        if !holders.is_empty() {
            found.push(FindRow { part: part as i32, audiences: names.join(" "), words: text(holders, words) });
        }
    }
    found.sort_by_key(|row| row.part);
    found
}

/// What the full text is asked for: rows with one of these marks that have a word beginning with each of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought {
    marks: Vec<String>,
    beginnings: Vec<String>,
}

impl Sought {
    /// `None` where nothing is asked for.
    pub fn new(holders: impl IntoIterator<Item = Key>, words: Option<&str>) -> Option<Self> {
        let beginnings: Vec<String> = split(words?).filter(|word| !word.is_empty()).take(WORDS_MAX).collect();
        let marks = holders.into_iter().map(mark).collect();
        (!beginnings.is_empty()).then_some(Self { marks, beginnings })
    }

    /// In the language of SQLite's FTS5. Words are letters and digits alone, so nothing in them has to be escaped.
    pub fn lite(&self) -> String {
        let marks: Vec<String> = self.marks.iter().map(|mark| format!("\"{mark}\"")).collect();
        let words: String = self.beginnings.iter().map(|word| format!(" AND \"{word}\"*")).collect();
        format!("({}){words}", marks.join(" OR "))
    }

    /// As a `tsquery`.
    pub fn postgres(&self) -> String {
        let marks: Vec<String> = self.marks.iter().map(|mark| format!("'{mark}'")).collect();
        let words: String = self.beginnings.iter().map(|word| format!(" & '{word}':*")).collect();
        format!("({}){words}", marks.join(" | "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_lower_case_without_accents_and_at_most_forty_letters() {
        assert_eq!(split("Ana Conceição, LOJA-7").collect::<Vec<_>>(), ["ana", "conceicao", "loja", "7"]);
        assert_eq!(plain(&"Ç".repeat(60)), "c".repeat(40));
    }

    #[test]
    fn what_is_typed_is_no_language_of_the_full_text() {
        let holder = Key(uuid::Uuid::from_u128(7 << 80));
        let sought = Sought::new([holder], Some("\"ana\" OR *§000000000007 ' NEAR(x) é")).unwrap();
        assert_eq!(
            sought.lite(),
            "(\"§000000000007\") AND \"ana\"* AND \"or\"* AND \"000000000007\"* AND \"near\"* AND \"x\"*"
        );
        assert_eq!(sought.postgres(), "('§000000000007') & 'ana':* & 'or':* & '000000000007':* & 'near':* & 'x':*");
        assert_eq!(Sought::new([holder], Some(" -- § ")), None);
        assert_eq!(Sought::new([holder], None), None);
    }
}
