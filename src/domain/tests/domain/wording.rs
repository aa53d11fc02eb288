//! What no text says, in any language: the glossary lists it, and why.

const PAGE: &str = include_str!("../../../../docs/glossary.md");
const LANGUAGES: [&str; 3] = ["pt-BR", "es", "en"];
type Files = [(&'static str, &'static str)];

macro_rules! files {
    ($language:literal) => {
        files!($language: "account", "agreement", "case", "consumer", "desk", "export", "frame", "invite", "invited", "mail", "my_data", "officer", "page", "paper", "problem", "register", "report", "room", "settings", "sheets", "words")
    };
    ($language:literal: $($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../../locales/", $language, "/", $name, ".ftl")))),*]
    };
}

fn files(language: &str) -> &'static Files {
    match language {
        "pt-BR" => files!("pt-BR"),
        "es" => files!("es"),
        _ => files!("en"),
    }
}

/// Articles that would give a gender to a company whose gender nobody knows.
const ARTICLES: [(&str, &[&str]); 3] = [
    ("pt-BR", &["a", "o", "à", "ao", "da", "do", "na", "no", "pela", "pelo"]),
    ("es", &["la", "el", "al", "del"]),
    ("en", &["the"]),
];

/// Every line of a language's texts, with its file.
fn lines(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let texts = files(language).iter();
    texts.flat_map(|(name, text)| text.lines().filter(|line| !line.starts_with('#')).map(move |line| (*name, line)))
}

/// The words of the table "Words that no text uses" for a language.
fn unused(language: &str) -> Vec<&'static str> {
    let (_, table) = PAGE.split_once("## Words that no text uses").unwrap();
    let rows = table.lines().filter_map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        (cells.clone().nth(1) == Some(language)).then(|| cells.next().unwrap())
    });
    rows.flat_map(|cell| cell.split(", ")).collect()
}

fn allowed() -> Vec<String> {
    let (_, list) = PAGE.split_once("Allowed within: ").unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_lowercase).collect()
}

/// The text of a line without its key, and without the names that may contain an unused word.
fn said(line: &str, allowed: &[String]) -> String {
    let text = line.split_once(" = ").map_or(line, |(_, text)| text).to_lowercase();
    allowed.iter().fold(text, |text, name| text.replace(name, ""))
}

fn has_word(text: &str, word: &str) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word)
        .any(|(at, found)| apart(text[..at].chars().next_back()) && apart(text[at + found.len()..].chars().next()))
}

#[test]
fn no_text_uses_a_word_that_the_glossary_gave_up() {
    let allowed = allowed();
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let words = unused(language);
        assert!(words.len() > 10, "{language}: {words:?}");
        for (file, line) in lines(language) {
            let text = said(line, &allowed);
            let found = words.iter().filter(|word| has_word(&text, word));
            faults.extend(found.map(|word| format!("{language}/{file}: “{word}” in {line}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_company_is_named_without_an_article() {
    let mut faults = Vec::new();
    for (language, articles) in ARTICLES {
        for (file, line) in lines(language) {
            for (at, _) in line.match_indices("{ $company }") {
                let before = line[..at].split_whitespace().next_back().unwrap_or_default().to_lowercase();
                if articles.contains(&before.as_str()) {
                    faults.push(format!("{language}/{file}: {line}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Lengths are settings, and a case keeps its own: a text takes them from the case, or names none. A length that is no
/// setting may be said: how far an extension may reach, a step of one day.
#[test]
fn no_text_types_a_length_that_is_a_setting() {
    const UNITS: [&str; 11] =
        ["dias", "dia", "días", "día", "days", "day", "horas", "hours", "semanas", "weeks", "meses"];
    const NO_SETTING: [&str; 4] =
        ["problem-extension_out_of_range", "room-tone-help", "room-edit-days-less", "room-edit-days-more"];
    let mut typed = Vec::new();
    for language in LANGUAGES {
        for (file, line) in lines(language) {
            let Some((key, text)) = line.split_once(" = ") else { continue };
            if NO_SETTING.contains(&key) {
                continue;
            }
            let words: Vec<&str> = text.split_whitespace().collect();
            let length = words.windows(2).any(|pair| {
                let unit = pair[1].trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
                pair[0].chars().all(|c| c.is_ascii_digit()) && UNITS.contains(&unit.as_str())
            });
            if length {
                typed.push(format!("{language} {file} {line}"));
            }
        }
    }
    assert!(typed.is_empty(), "{typed:#?}");
}
