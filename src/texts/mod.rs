//! Everything a person reads, in three languages: Fluent files compiled into the binary, and how
//! each language writes numbers, money and dates. The same files serve mails, papers and pages.

mod amounts;
mod dates;
mod format;
mod numerals;
mod power;

pub use acordo_domain::case::command::Language;
pub use amounts::in_words;
pub use dates::{date_long, dated_deadline, day_and_time, day_of, deadline, time_long, zone};
pub use fluent::FluentValue as Value;
pub use format::{escape, money, money_plain, number};
pub use power::power_words;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The Fluent files of one language, in the order they are read.
macro_rules! files {
    ($tag:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../locales/", $tag, "/", $name, ".ftl")))),*]
    };
}

type FluentFiles = &'static [(&'static str, &'static str)];

const fn files(language: Language) -> FluentFiles {
    match language {
        Language::PtBr => files!("pt-BR": "problem", "case", "export", "mail", "paper", "report", "words", "my_data"),
        Language::Es => files!("es": "problem", "case", "export", "mail", "paper", "report", "words", "my_data"),
        Language::En => files!("en": "problem", "case", "export", "mail", "paper", "report", "words", "my_data"),
    }
}

type FluentTexts = FluentBundle<FluentResource>;

static PT_BR: LazyLock<FluentTexts> = LazyLock::new(|| bundle(Language::PtBr));
static ES: LazyLock<FluentTexts> = LazyLock::new(|| bundle(Language::Es));
static EN: LazyLock<FluentTexts> = LazyLock::new(|| bundle(Language::En));

fn texts_of(language: Language) -> &'static FluentTexts {
    match language {
        Language::PtBr => &PT_BR,
        Language::Es => &ES,
        Language::En => &EN,
    }
}

/// A file with a fault keeps its valid messages; the tests below reject any fault.
fn bundle(language: Language) -> FluentTexts {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentTexts::new_concurrent(vec![tag]);
    // Subjects and papers are one line in one direction; isolation marks would show as boxes.
    bundle.set_use_isolating(false);
    for (_, source) in files(language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // Of two equal keys the first one wins.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The text of `key` with its arguments filled in. Numbers and money come in formatted: Fluent
/// would not group their digits. An unknown key returns itself, which the tests reject.
pub fn text(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
    lookup(language, key, args).unwrap_or_else(|| {
        tracing::error!(key, language = language.tag(), "a text is missing");
        key.to_owned()
    })
}

/// The sentence of a problem code, or the one of `internal` for a code without a sentence.
pub fn problem(language: Language, code: &str) -> String {
    lookup(language, &format!("problem-{code}"), &[]).unwrap_or_else(|| text(language, "problem-internal", &[]))
}

fn lookup(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = texts_of(language);
    let pattern = match key.split_once('.') {
        None => bundle.get_message(key)?.value()?,
        Some((key, attribute)) => bundle.get_message(key)?.get_attribute(attribute)?.value(),
    };
    let args: FluentArgs<'_> = args.iter().cloned().collect();
    let mut errors = Vec::new();
    let out = bundle.format_pattern(pattern, Some(&args), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, language = language.tag(), ?errors, "a text lacks an argument");
    }
    Some(out.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Code;
    use acordo_domain::case::event::{FactKind, Place};
    use std::collections::{BTreeMap, BTreeSet};

    /// Keys with their attributes and the variables they use, per file and language.
    fn keys(language: Language, name: &str) -> BTreeMap<String, BTreeSet<String>> {
        let source = files(language).iter().find(|(n, _)| *n == name).unwrap().1;
        FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{name}.ftl {}: {errors:?}", language.tag()));
        let mut keys = BTreeMap::new();
        let mut key = String::new();
        for line in source.lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if !line.starts_with([' ', '}']) {
                key = line.split(" =").next().unwrap().to_owned();
                assert!(
                    keys.insert(key.clone(), BTreeSet::new()).is_none(),
                    "{key} stands twice in {name}.ftl {}",
                    language.tag()
                );
            }
            let variables = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                rest[..end].to_owned()
            });
            keys.get_mut(&key).unwrap().extend(variables);
        }
        keys
    }

    #[test]
    fn every_text_exists_in_every_language_with_the_same_variables() {
        for (name, _) in files(Language::PtBr) {
            let portuguese = keys(Language::PtBr, name);
            for language in [Language::Es, Language::En] {
                assert_eq!(portuguese, keys(language, name), "{name}.ftl {}", language.tag());
            }
        }
    }

    #[test]
    fn the_record_of_the_procedure_has_words_for_every_fact_that_may_stand_there_and_no_other() {
        let told: BTreeSet<String> =
            keys(Language::PtBr, "case").into_keys().filter(|key| key.starts_with("paper-fact-")).collect();
        let facts = FactKind::ALL.iter().filter(|kind| kind.place() != Place::Talk);
        assert_eq!(told, facts.map(|kind| format!("paper-fact-{}", kind.name())).collect());
    }

    #[test]
    fn no_key_stands_in_two_files() {
        let mut seen = BTreeMap::new();
        for (name, _) in files(Language::En) {
            for key in keys(Language::En, name).into_keys() {
                if let Some(other) = seen.insert(key.clone(), name) {
                    panic!("{key} stands in {other}.ftl and {name}.ftl");
                }
            }
        }
    }

    #[test]
    fn problem_sentences_and_codes_are_the_same_set() {
        let codes: BTreeSet<String> = Code::all().map(|code| format!("problem-{}", code.text())).collect();
        let sentences = keys(Language::En, "problem").into_keys().chain(keys(Language::En, "case").into_keys());
        let have: BTreeSet<String> = sentences.filter(|key| key.starts_with("problem-")).collect();
        assert_eq!(codes, have);
    }

    #[test]
    fn sentences_keep_the_house_wording() {
        for language in Language::ALL {
            for (name, source) in files(language) {
                let lower = source.to_lowercase();
                for banned in ["infelizmente", "unfortunately", "lamentablemente", "!\n"] {
                    assert!(!lower.contains(banned), "{banned:?} in {name}.ftl {}", language.tag());
                }
            }
        }
    }

    #[test]
    fn an_unknown_problem_code_still_says_something_useful() {
        assert_eq!(problem(Language::En, "no_such_code"), problem(Language::En, "internal"));
    }
}
