//! The house's clause library: what an agreement may say of release, breach and forum, each clause chosen or not.

use super::{Pack, Stated, Wording};
use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use utoipa::ToSchema;

/// What a clause of the library is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// What nobody may ask for any more.
    Release,
    /// A sum for being late.
    Penalty,
    Interest,
    /// What is due later falls due at once.
    Acceleration,
    /// Before which court.
    Forum,
}

/// What the figure of a clause counts. A percentage is in hundredths: 250 is 2.5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseUnit {
    Percent,
    PercentAMonth,
    PercentAYear,
    Days,
}

/// The figure that whoever chooses the clause sets, within what the law leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseFigure {
    pub unit: ClauseUnit,
    pub least: u32,
    pub greatest: u32,
    pub usual: u32,
    /// The law that sets the greatest; none where the house does.
    pub sources: Vec<String>,
}

/// One clause of the library. `{value}` in its words is the figure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryClause {
    pub id: String,
    pub kind: ClauseKind,
    #[serde(default)]
    pub figure: Option<ClauseFigure>,
    /// Those that cannot stand beside it.
    #[serde(default)]
    pub excludes: Vec<String>,
    pub sources: Vec<String>,
    /// A few words, for a button.
    pub label: Wording,
    /// What it means, in plain words.
    pub plain: Wording,
    /// As it stands in the agreement.
    pub wording: Wording,
    /// What a side gives up by it, and what of its rights stands all the same.
    #[serde(default)]
    pub caution: Option<Stated>,
}

impl ClauseUnit {
    /// The figure as people of this language write it, without its unit: `2,5`.
    pub fn written(self, value: u32, language: Language) -> String {
        match self {
            Self::Days => value.to_string(),
            Self::Percent | Self::PercentAMonth | Self::PercentAYear => {
                let mark = if language == Language::En { '.' } else { ',' };
                match (value / 100, value % 100) {
                    (whole, 0) => whole.to_string(),
                    (whole, tenths) if tenths % 10 == 0 => format!("{whole}{mark}{}", tenths / 10),
                    (whole, hundredths) => format!("{whole}{mark}{hundredths:02}"),
                }
            }
        }
    }
}

impl LibraryClause {
    /// These words with the figure in its place.
    pub fn filled<'a>(&self, words: &'a Wording, value: Option<u32>, language: Language) -> Cow<'a, str> {
        match (&self.figure, value) {
            (Some(figure), Some(value)) => {
                words.text(language).replace("{value}", &figure.unit.written(value, language)).into()
            }
            _ => words.text(language).into(),
        }
    }
}

impl Pack {
    /// The clause of the library by its id.
    pub fn clause(&self, id: &str) -> Option<&LibraryClause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::PACKS;
    use crate::printable::is_printable;

    fn wordings(clause: &LibraryClause) -> impl Iterator<Item = &Wording> {
        let caution = clause.caution.iter().map(|stated| &stated.wording);
        [&clause.label, &clause.plain, &clause.wording].into_iter().chain(caution)
    }

    #[test]
    fn every_pack_offers_a_clause_of_each_kind_said_in_three_languages_with_its_source() {
        for pack in PACKS.iter() {
            for kind in [
                ClauseKind::Release,
                ClauseKind::Penalty,
                ClauseKind::Interest,
                ClauseKind::Acceleration,
                ClauseKind::Forum,
            ] {
                assert!(pack.clauses.iter().any(|clause| clause.kind == kind), "{} {kind:?}", pack.pack);
            }
            for clause in &pack.clauses {
                assert_eq!(pack.clauses.iter().filter(|other| other.id == clause.id).count(), 1, "{}", clause.id);
                let cautioned = clause.caution.iter().flat_map(|stated| &stated.sources);
                assert!(!clause.sources.is_empty(), "{}", clause.id);
                assert!(clause.sources.iter().chain(cautioned).all(|source| !source.is_empty()), "{}", clause.id);
                for words in wordings(clause).flat_map(|wording| Language::ALL.map(|language| wording.text(language))) {
                    assert!(!words.is_empty() && words.chars().all(is_printable), "{}: {words}", clause.id);
                }
            }
        }
    }

    #[test]
    fn a_figure_stands_in_every_sentence_of_its_clause_and_nowhere_else() {
        for clause in PACKS.iter().flat_map(|pack| &pack.clauses) {
            for wording in [&clause.plain, &clause.wording] {
                for language in Language::ALL {
                    let places = wording.text(language).matches("{value}").count();
                    assert_eq!(places, usize::from(clause.figure.is_some()), "{} {}", clause.id, language.tag());
                    let figure = clause.figure.as_ref().map(|figure| figure.usual);
                    assert!(!clause.filled(wording, figure, language).contains(['{', '}']));
                }
            }
            if let Some(figure) = &clause.figure {
                assert!((figure.least..=figure.greatest).contains(&figure.usual), "{}", clause.id);
                assert!(figure.least > 0 && figure.sources.iter().all(|source| !source.is_empty()), "{}", clause.id);
            }
        }
    }

    #[test]
    fn two_clauses_that_exclude_each_other_say_so_both() {
        for pack in PACKS.iter() {
            for clause in &pack.clauses {
                for other in &clause.excludes {
                    let other = pack.clause(other).unwrap_or_else(|| panic!("{}: no {other}", clause.id));
                    assert!(other.id != clause.id && other.excludes.contains(&clause.id), "{}", clause.id);
                    assert_eq!(other.kind, clause.kind);
                }
            }
        }
    }

    #[test]
    fn a_percentage_is_written_as_the_language_writes_it() {
        for (value, pt_br, en) in [(200, "2", "2"), (50, "0,5", "0.5"), (33, "0,33", "0.33"), (1005, "10,05", "10.05")]
        {
            let written = |language| ClauseUnit::Percent.written(value, language);
            assert_eq!((written(Language::PtBr).as_str(), written(Language::En).as_str()), (pt_br, en));
        }
        assert_eq!(ClauseUnit::Days.written(10, Language::En), "10");
    }
}
