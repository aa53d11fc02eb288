//! Changes made by somebody without the keys, drawn from a seed.

use crate::store::intruder::Hand;
use acordo_domain::id::CaseId;
use acordo_record::{ChannelHead, Hash, Header, PartName, Salt, Slot, base64, commitment, leaf};
use std::path::Path;

/// A small generator that gives the same numbers for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }
}

/// What there is to change.
pub struct Grounds<'a> {
    pub evidence: &'a Path,
    /// The settled case and the open one.
    pub cases: [CaseId; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bytes,
    Text,
    Number,
    Time,
}
use Kind::{Bytes, Number, Text, Time};

/// A table, its key, and the columns that must stay what they were.
struct Sheet {
    name: &'static str,
    key: &'static str,
    columns: &'static [(&'static str, Kind)],
}

const EVENTS: Sheet = Sheet {
    name: "events",
    key: "case_id, channel, seq",
    columns: &[
        ("header", Bytes),
        ("content", Bytes),
        ("content", Bytes),
        ("author", Bytes),
        ("origin", Bytes),
        ("evidence", Bytes),
        ("command", Bytes),
        ("channel", Text),
        ("kind", Text),
        ("seat", Text),
        ("seq", Number),
        ("version", Number),
        ("id", Number),
        ("at", Time),
    ],
};
const SIGNED_HEADS: Sheet = Sheet {
    name: "signed_heads",
    key: "case_id, channel",
    columns: &[("root", Bytes), ("channel", Text), ("size", Number)],
};
const CASES: Sheet = Sheet {
    name: "cases",
    key: "case_id",
    columns: &[
        ("seal", Bytes),
        ("reference", Text),
        ("phase", Text),
        ("version", Number),
        ("number", Number),
        ("withdrawals", Number),
        ("lists", Number),
        ("filed_at", Time),
        ("next_due_at", Time),
    ],
};
const TABLES: &[Sheet] = &[
    EVENTS,
    EVENTS,
    EVENTS,
    SIGNED_HEADS,
    CASES,
    Sheet { name: "documents", key: "case_id, which, sha256", columns: &[("bytes", Bytes), ("sha256", Bytes)] },
    Sheet { name: "users", key: "id", columns: &[("name", Text), ("email", Text), ("seal", Bytes)] },
    Sheet {
        name: "organisations",
        key: "id",
        columns: &[("name", Text), ("trade", Text), ("seal", Bytes), ("legal_seal", Bytes), ("legal_changes", Number)],
    },
    Sheet {
        name: "legal_identities",
        key: "organisation_id, version",
        columns: &[("name", Text), ("identifier", Text), ("address", Text), ("trade_name", Text), ("checked_at", Time)],
    },
    Sheet {
        name: "powers",
        key: "id",
        columns: &[("document", Text), ("until_day", Text), ("given_at", Time), ("ended_at", Time)],
    },
];

/// Makes a change and says of which kind it is, and what it was; `None` where the dice or the database refused.
pub async fn change(hand: &mut Hand, dice: &mut Dice, at: &Grounds<'_>) -> Option<(&'static str, String)> {
    Some(match dice.below(16) {
        0..=6 => ("a column edited", column(hand, dice).await?),
        7 | 8 => ("values of two rows swapped", swapped(hand, dice).await?),
        9 => ("a row dropped", dropped(hand, dice).await?),
        10 => ("an event written again", doubled(hand, dice).await?),
        11 => ("an older row put back", put_back(hand, dice, at).await?),
        12 => ("a channel rolled back or taken away", rolled_back(hand, dice, at).await?),
        13 => ("an event rewritten, all after it chained anew", rechained(hand, dice).await?),
        14 => ("a file taken away, changed or exchanged", file(dice, at)?),
        _ => ("moved to another case, or a document with its hash", moved(hand, dice, at).await?),
    })
}

/// A condition that picks one row of a table.
async fn row(hand: &mut Hand, dice: &mut Dice, table: &Sheet) -> Option<String> {
    let (name, key) = (table.name, table.key);
    let rows = hand.count(name).await;
    let place = dice.below(rows);
    let found =
        (rows > 0).then(|| format!("({key}) = (SELECT {key} FROM {name} ORDER BY {key} LIMIT 1 OFFSET {place})"))?;
    Some(found)
}

async fn column(hand: &mut Hand, dice: &mut Dice) -> Option<String> {
    let table = dice.of(TABLES);
    let (column, kind) = *dice.of(table.columns);
    let place = row(hand, dice, table).await?;
    let name = table.name;
    let value = match kind {
        Time => hand.day_later(column),
        Number => format!("{column} + {}", *dice.of(&[1, -1, 2, 1000])),
        Text | Bytes => {
            let old = hand.column(column, &format!("{name} WHERE {place}"), kind == Text).await.pop()?;
            let new = other(old, kind, dice);
            if kind == Text {
                format!("'{}'", String::from_utf8(new).ok()?.replace('\'', "''"))
            } else {
                hand.literal(&new)
            }
        }
    };
    hand.runs_all(&[format!("UPDATE {name} SET {column} = {value} WHERE {place}")]).await?;
    Some(format!("{column} of {name} where {place}"))
}

/// Bytes that differ from these.
fn other(old: Option<Vec<u8>>, kind: Kind, dice: &mut Dice) -> Vec<u8> {
    let mut new = old.clone().unwrap_or_default();
    match (kind, dice.below(4)) {
        (Text, _) => new.push(b'x'),
        (_, 0) => new.push(0),
        (_, 1) if !new.is_empty() => {
            new.pop();
        }
        _ if new.is_empty() => new = vec![0; 40],
        _ => {
            let place = dice.below(new.len() as u64) as usize;
            new[place] ^= 1 << dice.below(8);
        }
    }
    new
}

async fn swapped(hand: &mut Hand, dice: &mut Dice) -> Option<String> {
    let table = dice.of(TABLES);
    let (column, kind) = *dice.of(table.columns);
    if !matches!(kind, Bytes) {
        return None;
    }
    let name = table.name;
    let (one, two) = (row(hand, dice, table).await?, row(hand, dice, table).await?);
    let first = hand.column(column, &format!("{name} WHERE {one}"), false).await.pop()?;
    let second = hand.column(column, &format!("{name} WHERE {two}"), false).await.pop()?;
    if first == second {
        return None;
    }
    let mut told = Vec::new();
    for (place, value) in [(one, second), (two, first)] {
        let value = value.map_or_else(|| "NULL".to_owned(), |bytes| hand.literal(&bytes));
        told.push(format!("UPDATE {name} SET {column} = {value} WHERE {place}"));
    }
    hand.runs_all(&told).await?;
    Some(format!("{column} of {name} swapped"))
}

async fn dropped(hand: &mut Hand, dice: &mut Dice) -> Option<String> {
    let table = dice.of(TABLES);
    // A person or an organisation removed without a trace is not found: no list of them exists outside the database.
    if matches!(table.name, "users" | "organisations") {
        return None;
    }
    let place = row(hand, dice, table).await?;
    hand.runs_all(&[format!("DELETE FROM {} WHERE {place}", table.name)]).await?;
    Some(format!("a row of {} dropped", table.name))
}

const EVENT_COLUMNS: &str = "kind, seat, at, header, author, content, origin, evidence";

async fn doubled(hand: &mut Hand, dice: &mut Dice) -> Option<String> {
    let place = row(hand, dice, &EVENTS).await?;
    let sql = format!(
        "INSERT INTO events (id, case_id, channel, seq, version, {EVENT_COLUMNS}) \
         SELECT (SELECT max(id) + 1 FROM events o WHERE o.case_id = e.case_id AND o.channel = e.channel), e.case_id, e.channel, (SELECT max(seq) + 1 FROM events o WHERE o.case_id = e.case_id AND o.channel = e.channel), \
         (SELECT max(version) + 1 FROM events o WHERE o.case_id = e.case_id), {EVENT_COLUMNS} FROM events e WHERE {place}"
    );
    hand.runs_all(&[sql]).await?;
    Some(format!("an event written again, {place}"))
}

/// Puts rows of the settled case back as they were earlier.
async fn put_back(hand: &mut Hand, dice: &mut Dice, at: &Grounds<'_>) -> Option<String> {
    let case = hand.id(at.cases[0].0);
    let table = *dice.of(&["signed_heads", "cases"]);
    let mut place = format!("case_id = {case}");
    if table == "signed_heads" {
        place = format!("{place} AND channel = '{}'", dice.of(&["joint", "procedure", "caucus:consumer"]));
    }
    let statements = [
        format!("DELETE FROM {table} WHERE {place}"),
        format!("INSERT INTO {table} SELECT * FROM kept_{table} WHERE {place}"),
    ];
    hand.runs_all(&statements).await?;
    Some(format!("an older row of {table} where {place}"))
}

/// Rolls a channel back to an older end with its genuine row, or removes it, and renumbers the rest to close the gap.
async fn rolled_back(hand: &mut Hand, dice: &mut Dice, at: &Grounds<'_>) -> Option<String> {
    let case = hand.id(at.cases[0].0);
    let channel = *dice.of(&["joint", "procedure", "caucus:consumer"]);
    let gone = dice.below(2) == 0;
    let here = format!("case_id = {case} AND channel = '{channel}'");
    let above = if gone { String::new() } else { format!(" AND seq > (SELECT size FROM kept_ends WHERE {here})") };
    let mut statements =
        vec![format!("DELETE FROM events WHERE {here}{above}"), format!("DELETE FROM signed_heads WHERE {here}")];
    if !gone {
        statements.push(format!("INSERT INTO signed_heads SELECT * FROM kept_signed_heads WHERE {here}"));
    }
    statements.extend([
        format!(
            "CREATE TABLE renumbered AS SELECT channel, seq, row_number() OVER (ORDER BY version) AS version \
             FROM events WHERE case_id = {case}"
        ),
        format!(
            "UPDATE events SET version = -(SELECT r.version FROM renumbered r WHERE r.channel = events.channel \
             AND r.seq = events.seq) WHERE case_id = {case}"
        ),
        format!("UPDATE events SET version = -version WHERE case_id = {case}"),
        format!(
            "UPDATE cases SET version = (SELECT count(*) FROM events WHERE case_id = {case}) WHERE case_id = {case}"
        ),
    ]);
    let done = hand.runs_all(&statements).await;
    hand.runs("DROP TABLE IF EXISTS renumbered").await;
    done?;
    Some(format!(
        "{channel} {}",
        if gone { "taken away with what was signed of it" } else { "put back to an older end" }
    ))
}

/// Replaces the words, commits to them correctly, and rechains every later header.
async fn rechained(hand: &mut Hand, dice: &mut Dice) -> Option<String> {
    let place = row(hand, dice, &EVENTS).await?;
    let header = hand.column("header", &format!("events WHERE {place}"), false).await.pop()??;
    let begun = Header::parse(&header).ok()?;
    let here = format!("case_id = {} AND channel = '{}'", hand.id(begun.case.parse().ok()?), begun.channel);
    let headers = hand.column("header", &format!("events WHERE {here} ORDER BY seq"), false).await;
    let (bytes, salt) = (br#"{"text":"R$ 900"}"#.to_vec(), Salt([0; 32]));
    let (mut head, mut prev): (ChannelHead, Option<Hash>) = (ChannelHead::new(), None);
    let mut statements = Vec::new();
    for header in headers {
        let old = Header::parse(&header?).ok()?;
        let mut new = old.clone();
        if old.seq == begun.seq {
            let slot = Slot { case: &old.case, channel: &old.channel, seq: old.seq, kind: &old.kind };
            new.parts.insert(PartName::Content, commitment(slot, PartName::Content, &salt, &bytes));
            let stored = hand.literal(&[bytes.clone(), salt.0.to_vec()].concat());
            statements.push(format!("UPDATE events SET content = {stored} WHERE {here} AND seq = {}", old.seq));
        }
        if let Some(prev) = prev {
            new.prev = prev;
        }
        let written = new.to_bytes().ok()?;
        let hash = leaf(&written);
        head.replay(hash, new.at);
        if old.seq >= begun.seq {
            prev = Some(hash);
            let (stored, seq) = (hand.literal(&written), old.seq);
            statements.push(format!("UPDATE events SET header = {stored} WHERE {here} AND seq = {seq}"));
        }
    }
    hand.runs_all(&statements).await?;
    Some(format!("{} {} rewritten and chained: {}", begun.channel, begun.seq, base64(&head.root())))
}

/// Changes a file on disk.
fn file(dice: &mut Dice, at: &Grounds<'_>) -> Option<String> {
    let mut all: Vec<_> = walk(at.evidence);
    all.sort();
    let path = dice.of(&all);
    let bytes = std::fs::read(path).ok()?;
    match dice.below(3) {
        0 => {
            std::fs::remove_file(path).ok()?;
            Some("a file taken away".to_owned())
        }
        1 => {
            std::fs::write(path, other(Some(bytes), Bytes, dice)).ok()?;
            Some("a file changed".to_owned())
        }
        _ => {
            let second = std::fs::read(dice.of(&all)).ok().filter(|second| *second != bytes)?;
            std::fs::write(path, second).ok()?;
            Some("a file exchanged".to_owned())
        }
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] }).collect()
}

/// Moves something into the other case, or replaces a document together with its hash.
async fn moved(hand: &mut Hand, dice: &mut Dice, at: &Grounds<'_>) -> Option<String> {
    let [settled, open] = at.cases.map(|case| case.0);
    let (settled, open) = (hand.id(settled), hand.id(open));
    match dice.below(3) {
        0 => {
            let place = row(hand, dice, &EVENTS).await?;
            // Sixty-eight thousand million ids are one case's (src/store/event_id.rs).
            let number = |case: &str| format!("68719476736 * (SELECT number FROM cases WHERE case_id = {case})");
            let id = format!("id - {} + {} + 50", number("events.case_id"), number(&open));
            hand.runs_all(&[format!("UPDATE events SET id = {id}, case_id = {open}, seq = seq + 50 WHERE {place}")])
                .await?;
            Some(format!("an event in another case, {place}"))
        }
        1 => {
            let seals = format!(
                "UPDATE cases SET seal = (SELECT seal FROM kept_cases WHERE case_id = {settled}) WHERE case_id IN ({settled}, {open})"
            );
            hand.runs_all(&[seals]).await?;
            Some("an older seal of a case".to_owned())
        }
        _ => {
            let bytes = format!("%PDF-1.7 {}", dice.roll()).into_bytes();
            let (hash, bytes) = (hand.literal(&acordo_record::sha256(&bytes)), hand.literal(&bytes));
            let which = *dice.of(&["json", "shown", "final"]);
            let sql = format!("UPDATE documents SET bytes = {bytes}, sha256 = {hash} WHERE which = '{which}'");
            hand.runs_all(&[sql]).await?;
            Some(format!("the document {which} with its hash"))
        }
    }
}
