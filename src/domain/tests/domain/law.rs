//! The public page lists every statement of law with its source, as the packs have it.

use acordo_domain::case::command::Language;
use acordo_domain::law::{PACKS, Pack, Statement};
use std::fmt::Write as _;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law.md");
const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../locales");

/// What pages and mails say of the law in plain words, by file and key, and where the law says so.
const ON_PAGES: &[(&str, &str, &str)] = &[
    ("frame", "rules-accept-more", "Lei 13.140/2015, art. 30"),
    ("frame", "rules-confidential", "Lei 13.140/2015, arts. 30 e 31"),
    ("frame", "rules-online-more", "Lei 13.140/2015, art. 46"),
    ("frame", "rules-rights", "Lei 13.140/2015, art. 17"),
    ("agreement", "review-if-not-title", "Lei 13.140/2015, art. 20, parágrafo único"),
    ("agreement", "review-if-not-contract", "Código de Processo Civil, art. 784, III e § 4º"),
    ("agreement", "review-waive-body", "house rule"),
];

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn section(pack: &Pack) -> String {
    let mut out = format!("\n## `{}` {}\n\n", pack.pack, pack.name.en);
    let times = [("invitation", &pack.times.invitation), ("company's first reply", &pack.times.first_reply)];
    out += "| time | length | source |\n| --- | --- | --- |\n";
    for (name, time) in times {
        let unit = if time.working_days { "working days" } else { "days" };
        out += &row(&[name, &format!("{} {unit}", time.days), &time.source]);
    }
    out += "\n| holiday | source |\n| --- | --- |\n";
    for holiday in &pack.holidays {
        let mut day = match (holiday.on, holiday.weekday, holiday.days_from_easter) {
            (Some(on), ..) => format!("{:02}-{:02}", on.month, on.day),
            (_, Some(of_month), _) => {
                let weekday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
                    [usize::try_from(of_month.weekday - 1).unwrap()];
                let which = if of_month.nth < 0 { "last".to_owned() } else { format!("no. {}", of_month.nth) };
                format!("{which} {weekday} of month {:02}", of_month.month)
            }
            (.., days) => format!("Easter {:+}", days.unwrap()),
        };
        if let Some(year) = holiday.from_year {
            write!(day, ", from {year}").unwrap();
        }
        if holiday.moves {
            day += ", moves off a weekend";
        }
        out += &row(&[&day, &holiday.source]);
    }
    out += "\n| statement | pt-BR | en | source |\n| --- | --- | --- | --- |\n";
    for statement in Statement::ALL {
        let stated = pack.statement(*statement).unwrap();
        let said = |language| stated.wording.text(language);
        let name = format!("`{}`", statement.name());
        out += &row(&[&name, said(Language::PtBr), said(Language::En), &stated.sources.join("; ")]);
    }
    out
}

#[allow(clippy::disallowed_methods, reason = "the texts are no part of the domain")]
fn on_pages() -> String {
    let mut out = String::from("\n## On pages and in mails\n\n| text | pt-BR | source |\n| --- | --- | --- |\n");
    for (file, key, source) in ON_PAGES {
        let text = std::fs::read_to_string(format!("{LOCALES}/pt-BR/{file}.ftl")).unwrap();
        let start = format!("{key} = ");
        let said = text.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_else(|| panic!("no {key}"));
        out += &row(&[&format!("`{file}.ftl`: `{key}`"), said, source]);
    }
    out
}

/// `ACORDO_WRITE_DOCS=1` writes the tables below the introduction.
#[test]
#[allow(clippy::disallowed_methods, reason = "the page is no part of the domain")]
fn the_page_lists_every_statement_of_law_with_its_source() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let (introduction, _) = page.split_once("\n## ").unwrap();
    let sections: String = PACKS.iter().map(section).chain([on_pages()]).collect();
    let wanted = format!("{introduction}{sections}");
    if page != wanted && std::env::var_os("ACORDO_WRITE_DOCS").is_some() {
        std::fs::write(PAGE, wanted).unwrap();
        return;
    }
    assert!(page == wanted, "docs/law.md is stale; write it with ACORDO_WRITE_DOCS=1");
    assert!(introduction.contains("A lawyer has to read it before use"));
}
