//! The docs list every statement of law with its source, as the packs have it.

use acordo_domain::case::command::Language;
use acordo_domain::law::{ClauseUnit, LibraryClause, PACKS, Pack, Statement, Wording};
use std::fmt::Write as _;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law.md");
const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../locales");

/// What pages and mails say about the law in plain words, by key, and the provision that says so.
const ON_PAGES: &[(&str, &str)] = &[
    ("rules-accept-more", "Lei 13.140/2015, art. 30"),
    ("rules-confidential", "Lei 13.140/2015, arts. 30 e 31"),
    ("rules-online-more", "Lei 13.140/2015, art. 46"),
    ("rules-rights", "Lei 13.140/2015, art. 17"),
    ("review-if-not-title", "Lei 13.140/2015, art. 20, parágrafo único"),
    ("review-if-not-contract", "Código de Processo Civil, art. 784, III e § 4º"),
    ("review-waive-body", "house rule"),
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
        let mut length = format!("{} {unit}", time.days);
        let bounds = [("at least", time.least), ("at most", time.greatest)];
        for (word, days) in bounds.into_iter().filter_map(|(word, days)| Some((word, days?))) {
            write!(length, ", {word} {days} by a house's own setting").unwrap();
        }
        out += &row(&[name, &length, &time.source]);
    }
    let moves = "on a day off: in time on the next working day";
    out += &row(&["an obligation that is due", moves, &pack.times.obligation.source]);
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
    out += "\n| clause | pt-BR | en | figure | source |\n| --- | --- | --- | --- | --- |\n";
    out.extend(pack.clauses.iter().flat_map(clause_rows));
    out
}

/// The clause as worded in an agreement, its figure with the bounds, and the warning that goes with it.
fn clause_rows(clause: &LibraryClause) -> Vec<String> {
    let said = |wording: &Wording| Language::ALL.map(|language| wording.text(language).to_owned());
    let figure = clause.figure.as_ref().map_or_else(String::new, |figure| {
        let written = |value| figure.unit.written(value, Language::En);
        let unit = match figure.unit {
            ClauseUnit::Percent => "%",
            ClauseUnit::PercentAMonth => "% a month",
            ClauseUnit::PercentAYear => "% a year",
            ClauseUnit::Days => " days",
        };
        let (least, greatest) = (written(figure.least), written(figure.greatest));
        let by = if figure.sources.is_empty() { "house rule".to_owned() } else { figure.sources.join("; ") };
        format!("{least} to {greatest}{unit}: {by}")
    });
    let excludes: Vec<String> = clause.excludes.iter().map(|other| format!("`{other}`")).collect();
    let not_beside = if excludes.is_empty() { String::new() } else { format!(", not beside {}", excludes.join(", ")) };
    let [pt_br, _, en] = said(&clause.wording);
    let name = format!("`{}`{not_beside}", clause.id);
    let mut rows = vec![row(&[&name, &pt_br, &en, &figure, &clause.sources.join("; ")])];
    if let Some(caution) = &clause.caution {
        let [pt_br, _, en] = said(&caution.wording);
        let name = format!("warning beside `{}`", clause.id);
        rows.push(row(&[&name, &pt_br, &en, "", &caution.sources.join("; ")]));
    }
    rows
}

#[allow(clippy::disallowed_methods, reason = "the texts are no part of the domain")]
fn on_pages() -> String {
    let mut out = String::from("\n## On pages and in mails\n\n| text | pt-BR | source |\n| --- | --- | --- |\n");
    let files = std::fs::read_dir(format!("{LOCALES}/pt-BR")).unwrap();
    let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    for (key, source) in ON_PAGES {
        let start = format!("{key} = ");
        let mut lines = texts.iter().flat_map(|text| text.lines());
        let said = lines.find_map(|line| line.strip_prefix(&start)).unwrap_or_else(|| panic!("no {key}"));
        out += &row(&[&format!("`{key}`"), said, source]);
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
