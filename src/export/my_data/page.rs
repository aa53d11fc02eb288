//! The pages to read: plain, without script, light as documents are.

use super::{MyCase, MyData};
use crate::texts::{Language, Value, day_and_time, escape, text};
use acordo_domain::case::event::{FactKind, Place};
use acordo_domain::moment::Moment;
use jiff::tz::TimeZone;
use serde_json::Value as Json;

/// Fields of an event that hold somebody's words.
const WORDS: [&str; 9] =
    ["text", "story", "remedy_words", "note", "words", "disclosure", "reasons", "comment", "statement"];

struct MyPage<'a> {
    language: Language,
    zone: &'a TimeZone,
    body: String,
}

/// The first page: the account, the ways in, and which cases there are.
pub fn first(data: &MyData<'_>, language: Language, zone: &TimeZone) -> String {
    let mut page = MyPage { language, zone, body: String::new() };
    page.heading("h1", "my-data-title");
    page.say("my-data-made", &[("site", data.site.into()), ("at", page.when(data.made_at).into())]);
    page.say(if data.of_one_case { "my-data-of-one-case" } else { "my-data-all" }, &[]);
    page.say("my-data-json", &[]);
    page.heading("h2", "my-data-person");
    let person = &data.person;
    page.table(
        &[],
        [
            vec![page.text("my-data-name"), person.name.to_owned()],
            vec![page.text("my-data-email"), person.email.to_owned()],
            vec![page.text("my-data-since"), page.when(data.account.since)],
        ],
    );
    let account = &data.account;
    page.section("my-data-roles", &["my-data-organisation", "my-data-role", "my-data-begin", "my-data-end"], {
        let rows = account.roles.iter();
        rows.map(|held| {
            let role = page.text(&format!("role-{}", held.role));
            vec![held.organisation.clone(), role, page.maybe(held.since), page.maybe(held.until)]
        })
        .collect()
    });
    page.section(
        "my-data-powers",
        &["my-data-organisation", "my-data-document", "my-data-begin", "my-data-end"],
        account
            .powers
            .iter()
            .map(|power| {
                let (begin, end) = (page.when(power.given_at), page.maybe(power.ended_at));
                vec![power.organisation.clone(), power.document.clone(), begin, end]
            })
            .collect(),
    );
    page.section(
        "my-data-sessions",
        &["my-data-begin", "my-data-used", "my-data-end", "my-data-address", "my-data-browser"],
        account
            .sessions
            .iter()
            .map(|session| {
                let end = page.maybe(session.ended_at);
                let (address, browser) = (session.address.clone(), session.user_agent.clone());
                vec![
                    page.when(session.began_at),
                    page.when(session.last_used_at),
                    end,
                    address.unwrap_or_default(),
                    browser.unwrap_or_default(),
                ]
            })
            .collect(),
    );
    page.section(
        "my-data-links",
        &["my-data-sent", "my-data-until", "my-data-opened", "my-data-new-address"],
        account
            .links
            .iter()
            .map(|link| {
                let address = link.address.clone().unwrap_or_default();
                vec![page.when(link.made_at), page.when(link.expires_at), page.maybe(link.used_at), address]
            })
            .collect(),
    );
    page.heading("h2", "my-data-cases");
    if data.cases.is_empty() {
        page.say("my-data-none", &[]);
    } else {
        page.body.push_str("<ul>");
        for case in &data.cases {
            let (reference, company) = (escape(&case.reference), escape(&case.company));
            page.body.push_str(&format!("<li><a href=\"cases/{reference}.html\">{reference}</a> · {company}</li>"));
        }
        page.body.push_str("</ul>");
    }
    page.say("my-data-left-out", &[]);
    page.whole("my-data-title")
}

/// What the person said and did in one case.
pub fn case(mine: &MyCase, language: Language, zone: &TimeZone) -> String {
    let mut page = MyPage { language, zone, body: String::new() };
    let title = page.say_as("h1", "my-data-case", &[("reference", mine.reference.as_str().into())]);
    page.say(
        "my-data-sides",
        &[("consumer", mine.consumer.as_str().into()), ("company", mine.company.as_str().into())],
    );
    page.say("my-data-filed", &[("at", page.when(mine.filed_at).into())]);
    page.section(
        "my-data-codes",
        &["my-data-sent", "my-data-until", "my-data-opened"],
        mine.held
            .codes
            .iter()
            .map(|code| vec![page.when(code.made_at), page.when(code.expires_at), page.maybe(code.used_at)])
            .collect(),
    );
    page.heading("h2", "my-data-acts");
    if mine.events.is_empty() {
        page.say("my-data-none", &[]);
    }
    for event in &mine.events {
        page.act(event);
    }
    page.finish(&title)
}

impl MyPage<'_> {
    fn text(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    fn when(&self, at: Moment) -> String {
        day_and_time(self.language, at, self.zone)
    }

    fn maybe(&self, at: Option<Moment>) -> String {
        at.map(|at| self.when(at)).unwrap_or_default()
    }

    fn heading(&mut self, level: &str, key: &str) {
        self.say_as(level, key, &[]);
    }

    fn say(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        self.say_as("p", key, args);
    }

    fn say_as(&mut self, element: &str, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let said = text(self.language, key, args);
        self.body.push_str(&format!("<{element}>{}</{element}>\n", escape(&said)));
        said
    }

    /// A table with its heading, unless it is empty.
    fn section(&mut self, title: &str, columns: &[&str], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.heading("h2", title);
            self.table(columns, rows);
        }
    }

    fn table(&mut self, columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
        self.body.push_str("<table>\n");
        if !columns.is_empty() {
            let names = columns.iter().map(|key| format!("<th scope=\"col\">{}</th>", escape(&self.text(key))));
            let names: String = names.collect();
            self.body.push_str(&format!("<tr>{names}</tr>\n"));
        }
        for row in rows {
            let cells: String = row.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
            self.body.push_str(&format!("<tr>{cells}</tr>\n"));
        }
        self.body.push_str("</table>\n");
    }

    /// One act: when, where, what, and in which words.
    fn act(&mut self, event: &Json) {
        let at = event["at"].as_str().and_then(|at| at.parse().ok()).map(|at| self.when(at)).unwrap_or_default();
        let kind = event["event"]["type"].as_str().and_then(FactKind::from_name);
        let what = self.text(&kind.map_or_else(|| "my-data-act-erased".to_owned(), name_of_act));
        let place = self.text(place_of(event["channel"].as_str().unwrap_or_default()));
        self.body.push_str(&format!(
            "<article><p class=\"head\">{} · {} · <b>{}</b></p>",
            escape(&at),
            escape(&place),
            escape(&what)
        ));
        words_in(&event["event"], &mut |words| {
            self.body.push_str(&format!("<p class=\"words\">{}</p>", escape(words)))
        });
        if let Some(name) = event["evidence"]["name"].as_str() {
            self.body.push_str(&format!("<p class=\"words\">{}</p>", escape(name)));
        }
        self.body.push_str("</article>\n");
    }

    fn whole(self, title: &str) -> String {
        let title = self.text(title);
        self.finish(&title)
    }

    fn finish(self, title: &str) -> String {
        let (tag, title) = (self.language.tag(), escape(title));
        let style = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16202a}table{border-collapse:collapse}td,th{border:1px solid #d9dee2;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}article{border-top:1px solid #d9dee2}.head{color:#4a5560;margin-bottom:0}.words{white-space:pre-wrap;overflow-wrap:anywhere;margin-top:.2rem}";
        format!(
            "<!doctype html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{title}</title><style>{style}</style></head><body>\n{}</body></html>\n",
            self.body
        )
    }
}

/// Somebody's words in a fact, however deep they stand, in the order of the fields above.
fn words_in(fact: &Json, tell: &mut impl FnMut(&str)) {
    match fact {
        Json::Object(fields) => {
            for name in WORDS {
                if let Some(words) = fields.get(name).and_then(Json::as_str) {
                    tell(words);
                }
            }
            fields.values().for_each(|inner| words_in(inner, tell));
        }
        Json::Array(items) => items.iter().for_each(|inner| words_in(inner, tell)),
        _ => {}
    }
}

/// Acts of the procedure have names on the papers; of those in a talk the page says what sort it was.
fn name_of_act(kind: FactKind) -> String {
    if kind.place() != Place::Talk {
        return format!("paper-fact-{}", kind.name());
    }
    let sort = match kind {
        FactKind::MessagePosted => "message",
        FactKind::NotePut => "note",
        FactKind::ComplaintFiled | FactKind::AccountGiven => "complaint",
        FactKind::ProposalMade | FactKind::IdeaGiven => "offer",
        FactKind::EvidenceAdded => "file",
        FactKind::AgreementSigned => "signed",
        FactKind::FeedbackGiven => "feedback",
        kind if kind.is_read_by_people() => "words",
        _ => "other",
    };
    format!("my-data-act-{sort}")
}

fn place_of(channel: &str) -> &'static str {
    match channel.split([':', '/']).next().unwrap_or_default() {
        "procedure" => "my-data-in-procedure",
        "joint" => "my-data-in-joint",
        "caucus" => "my-data-in-caucus",
        "internal" => "my-data-in-internal",
        "notes" => "my-data-in-notes",
        "review" => "my-data-in-review",
        "desk" => "my-data-in-desk",
        _ => "my-data-in-other",
    }
}
