//! Lists of phrases before which the page asks once whether the writer wants to look again: those of acordo, or the
//! operator's own. The page reads them with `frontend/src/lib/room/words.ts` and leaves out what is wrong; here what is
//! wrong is named before the server starts, by the same rules (`tests/golden/words/wrong.txt`).

use crate::texts::Language;
use acordo_record::{base64, sha256};
use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};

const FILE_BYTES_MAX: u64 = 128 * 1024;
const FAULTS_TOLD_MAX: usize = 10;
const LINE_CHARS_MAX: usize = 1_500;
/// In how many ways one line may be read: no message takes long, whatever a line says.
const WAYS_MAX: u64 = 1_000_000;
const REST_WAYS: u64 = 20;
const WORDS_WAYS: u64 = 4;
const SECTIONS: [&str; 7] = ["insult", "threat", "danger", "calming", "evasive", "speech", "harmless"];

/// The list of one language, as it is served.
#[derive(Debug, Clone)]
pub struct WordList {
    pub text: String,
    /// Another text has another tag.
    pub tag: String,
}

/// Why a list of the operator's does not do.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    #[error("words_folder names {path}, which cannot be read: {source}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{path} has more than {FILE_BYTES_MAX} bytes: leave out what is hardly ever written")]
    Large { path: PathBuf },
    #[error("{path} is not text in UTF-8")]
    NotText { path: PathBuf },
    #[error("{path} does not do, and how a phrase is written stands at the top of acordo's own list:{faults}")]
    Wrong { path: PathBuf, faults: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum WordFault {
    #[error(
        "before a phrase stands its section: [insult], [threat], [danger], [calming], [evasive], [speech] or [harmless]"
    )]
    Section,
    #[error(
        "`{0}` cannot stand here: small letters without accents, digits, blanks, and the signs ( | ) [ ] ? * ~ - ' < >"
    )]
    Sign(char),
    #[error("a bracket is not closed, not opened or empty, or nothing stands beside a |")]
    Bracket,
    #[error("? stands behind nothing that might be missing")]
    Optional,
    #[error("* stands at the end of a word")]
    Star,
    #[error("~ stands in the place of a word, with a blank behind it")]
    Words,
    #[error("< stands before a phrase with a blank behind it, > behind a phrase with a blank before it")]
    Edge,
    #[error("it would be found everywhere, because all of it may be missing")]
    Nothing,
    #[error("it has more than {LINE_CHARS_MAX} letters: make several lines of it")]
    Long,
    #[error("it can be read in more than {WAYS_MAX} ways: make several lines of it")]
    Ways,
}

/// The lists of all languages.
#[derive(Debug)]
pub struct WordLists(Vec<(Language, WordList)>);

impl WordLists {
    /// Those of acordo, and in their place those that stand in this folder.
    pub fn read(folder: Option<&Path>) -> Result<Self, WordsError> {
        let one = |language: Language| {
            let own = folder.map(|folder| read_list(folder, language)).transpose()?.flatten();
            let text = own.unwrap_or_else(|| built_in(language).to_owned());
            let tag = base64(&sha256(text.as_bytes()))[..22].to_owned();
            Ok((language, WordList { text, tag }))
        };
        Language::ALL.into_iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    pub fn of(&self, language: Language) -> Option<&WordList> {
        self.0.iter().find(|(known, _)| *known == language).map(|(_, list)| list)
    }
}

const fn built_in(language: Language) -> &'static str {
    match language {
        Language::PtBr => include_str!("words/pt-BR.txt"),
        Language::Es => include_str!("words/es.txt"),
        Language::En => include_str!("words/en.txt"),
    }
}

/// The operator's list of this language, if there is one in the folder.
fn read_list(folder: &Path, language: Language) -> Result<Option<String>, WordsError> {
    let unread = |path: &Path, source| WordsError::Read { path: path.to_owned(), source };
    std::fs::read_dir(folder).map_err(|source| unread(folder, source))?;
    let path = folder.join(format!("{}.txt", language.tag()));
    let file = match std::fs::File::open(&path) {
        Ok(file) => file,
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(unread(&path, source)),
    };
    let mut bytes = Vec::new();
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|source| unread(&path, source))?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(WordsError::Large { path });
    }
    let Ok(text) = String::from_utf8(bytes) else { return Err(WordsError::NotText { path }) };
    let found = faults(&text);
    if found.is_empty() {
        return Ok(Some(text));
    }
    let mut told = String::new();
    for (line, fault) in found.iter().take(FAULTS_TOLD_MAX) {
        let _ = write!(told, "\n  line {line}: {fault}");
    }
    if let more @ 1.. = found.len().saturating_sub(FAULTS_TOLD_MAX) {
        let _ = write!(told, "\n  and {more} more");
    }
    Err(WordsError::Wrong { path, faults: told })
}

/// The lines of a list that are wrong, by their number.
fn faults(text: &str) -> Vec<(usize, WordFault)> {
    let mut found = Vec::new();
    let (mut known, mut begun) = (false, false);
    for (at, line) in text.trim_start_matches('\u{feff}').split('\n').enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let named = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|name| !name.contains(']'));
        known = named.map_or(known, |name| SECTIONS.contains(&name));
        if !known {
            // What stands in a section that nobody knows is left out without another word.
            if named.is_some() || !begun {
                found.push((at + 1, WordFault::Section));
            }
        } else if named.is_none()
            && let Err(fault) = phrases(line)
        {
            found.push((at + 1, fault));
        }
        begun = true;
    }
    found
}

/// What is known of a part of a line.
#[derive(Clone, Copy)]
struct Part {
    /// How many readings it has at most.
    ways: u64,
    /// Whether all of it may be missing.
    missing: bool,
}

/// One line, read from the left. Nothing in it repeats without an end.
struct Line {
    text: Vec<char>,
    at: usize,
}

fn phrases(line: &str) -> Result<(), WordFault> {
    let mut line = Line { text: line.chars().collect(), at: 0 };
    if line.text.len() > LINE_CHARS_MAX {
        return Err(WordFault::Long);
    }
    let mut ways = 0;
    loop {
        line.take("< ");
        let part = line.sequence()?;
        line.take(">");
        if part.missing {
            return Err(WordFault::Nothing);
        }
        ways += part.ways;
        if !line.take("|") {
            break;
        }
    }
    match line.next() {
        Some(')') => Err(WordFault::Bracket),
        Some(_) => Err(WordFault::Edge),
        None if ways > WAYS_MAX => Err(WordFault::Ways),
        None => Ok(()),
    }
}

impl Line {
    fn next(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn stands(&self, signs: &str) -> bool {
        signs.chars().enumerate().all(|(more, sign)| self.text.get(self.at + more) == Some(&sign))
    }

    fn take(&mut self, signs: &str) -> bool {
        let there = self.stands(signs);
        self.at += if there { signs.len() } else { 0 };
        there
    }

    fn sequence(&mut self) -> Result<Part, WordFault> {
        let begun = self.at;
        let mut whole = Part { ways: 1, missing: true };
        while let Some(sign) = self.next().filter(|sign| !matches!(sign, '|' | ')')) {
            if self.stands(" >") {
                self.at += 1;
                break;
            }
            let part = self.piece(sign)?;
            whole.ways = (whole.ways * part.ways).min(WAYS_MAX + 1);
            whole.missing &= part.missing;
        }
        if self.at == begun { Err(WordFault::Bracket) } else { Ok(whole) }
    }

    fn alternatives(&mut self) -> Result<Part, WordFault> {
        let mut all = self.sequence()?;
        while self.take("|") {
            let part = self.sequence()?;
            all = Part { ways: all.ways + part.ways, missing: all.missing || part.missing };
        }
        if self.take(")") { Ok(all) } else { Err(WordFault::Bracket) }
    }

    fn piece(&mut self, sign: char) -> Result<Part, WordFault> {
        let before = self.at.checked_sub(1).and_then(|at| self.text.get(at)).copied();
        self.at += 1;
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let part = match sign {
            ' ' => return Ok(Part { ways: 1, missing: false }),
            '-' | '\'' => return Ok(Part { ways: 1, missing: true }),
            '*' if self.next().is_none_or(|next| matches!(next, ' ' | '|' | ')')) => {
                return Ok(Part { ways: REST_WAYS, missing: true });
            }
            '~' if before.is_none_or(|before| matches!(before, ' ' | '|' | '(')) && self.take(" ") => {
                return Ok(Part { ways: WORDS_WAYS, missing: true });
            }
            '*' => return Err(WordFault::Star),
            '~' => return Err(WordFault::Words),
            '?' => return Err(WordFault::Optional),
            '<' | '>' => return Err(WordFault::Edge),
            '[' => {
                let letters = self.text[self.at..].iter().take_while(|c| letter(**c)).count();
                self.at += letters;
                if letters == 0 || !self.take("]") {
                    return Err(WordFault::Bracket);
                }
                Part { ways: 1, missing: false }
            }
            '(' => self.alternatives()?,
            sign if letter(sign) => Part { ways: 1, missing: false },
            sign => return Err(WordFault::Sign(sign)),
        };
        Ok(if self.take("?") { Part { ways: part.ways + 1, missing: true } } else { part })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn name(fault: WordFault) -> &'static str {
        match fault {
            WordFault::Section => "section",
            WordFault::Sign(_) => "sign",
            WordFault::Bracket => "bracket",
            WordFault::Optional => "optional",
            WordFault::Star => "star",
            WordFault::Words => "words",
            WordFault::Edge => "edge",
            WordFault::Nothing => "nothing",
            WordFault::Long => "long",
            WordFault::Ways => "ways",
        }
    }

    #[test]
    fn what_the_page_would_leave_out_is_found() {
        let golden = include_str!("../tests/golden/words/wrong.txt");
        let rows = golden.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once(" | "));
        for (wanted, line) in rows {
            let line = line.replace('…', &"x".repeat(LINE_CHARS_MAX + 1));
            let found = faults(&format!("[insult]\nbefore\n{line}\nbehind"));
            let found: Vec<_> = found.into_iter().map(|(at, fault)| (at, name(fault))).collect();
            let wanted = if wanted == "right" { vec![] } else { vec![(3, wanted)] };
            assert_eq!(found, wanted, "{line}");
        }
        let told: Vec<_> = faults("a\nb\n[rude]\nc\n[insult]\nd").into_iter().map(|(at, _)| at).collect();
        assert_eq!(told, [1, 3]);
    }

    #[test]
    fn the_lists_of_acordo_are_without_a_fault_and_small() {
        for language in Language::ALL {
            assert_eq!(faults(built_in(language)), []);
            assert!((built_in(language).len() as u64) < FILE_BYTES_MAX / 4);
        }
    }

    #[test]
    fn a_list_of_the_operators_stands_in_for_its_language_alone() {
        let folder = tempfile::tempdir().unwrap();
        let own = "\u{feff}# Ours.\r\n[insult]\r\nbobalh(ao|ona)\r\n";
        std::fs::write(folder.path().join("pt-BR.txt"), own).unwrap();
        let (usual, lists) = (WordLists::read(None).unwrap(), WordLists::read(Some(folder.path())).unwrap());
        assert_eq!(lists.of(Language::PtBr).unwrap().text, own);
        assert_ne!(lists.of(Language::PtBr).unwrap().tag, usual.of(Language::PtBr).unwrap().tag);
        assert_eq!(lists.of(Language::Es).unwrap().tag, usual.of(Language::Es).unwrap().tag);
    }

    #[test]
    fn a_wrong_list_is_refused_with_its_file_and_lines() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("es.txt");
        let refused = || WordLists::read(Some(folder.path())).unwrap_err().to_string();
        std::fs::write(&file, "[insult]\nburr[oa]s?\nBurro\n(burro\n").unwrap();
        let told = refused();
        for words in ["es.txt", "line 3: `B` cannot stand here", "line 4: a bracket"] {
            assert!(told.contains(words), "{told}");
        }
        std::fs::write(&file, format!("[insult]\n{}", "É\n".repeat(12))).unwrap();
        assert!(refused().ends_with("and 2 more"), "{}", refused());
        std::fs::write(&file, [0xff, 0xfe]).unwrap();
        assert!(refused().contains("UTF-8"));
        std::fs::write(&file, "#".repeat(FILE_BYTES_MAX as usize + 1)).unwrap();
        assert!(refused().contains("131072 bytes"));
        let nowhere = folder.path().join("nowhere");
        let told = WordLists::read(Some(&nowhere)).unwrap_err().to_string();
        assert!(told.contains("words_folder") && told.contains("nowhere"), "{told}");
    }
}
