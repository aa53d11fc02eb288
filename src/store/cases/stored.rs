//! A list row as it is stored: what its key, the holder's row, the reader and the rules do not tell. There are as many of
//! them as cases and audiences, so their names are short.

use crate::store::error::StoreError;
use crate::store::sql::{At, Key};
use acordo_domain::case::command::{Language, Stage, Trade};
use acordo_domain::id::{CaseId, Reference};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Capacity, Channel};
use acordo_domain::view::{CaseRow, EntryRow, Turn, TurnFor, TurnOf};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredRow {
    #[serde(rename = "r")]
    reference: Reference,
    #[serde(rename = "p")]
    phase: Phase,
    #[serde(rename = "s")]
    stage: Stage,
    #[serde(rename = "t")]
    trade: Trade,
    #[serde(rename = "l")]
    language: Language,
    #[serde(rename = "c")]
    company_name: String,
    #[serde(rename = "n")]
    consumer_name: String,
    #[serde(rename = "j", default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(rename = "w")]
    who: TurnOf,
    #[serde(rename = "f")]
    what: TurnFor,
    #[serde(rename = "y", default, skip_serializing_if = "std::ops::Not::not")]
    yours: bool,
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    channel: Option<Channel>,
    #[serde(rename = "a")]
    filed_at: i64,
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    entry: Option<EntryRow>,
}

impl StoredRow {
    pub fn body(row: &CaseRow) -> Result<String, StoreError> {
        let Turn { who, what, yours, until, number, channel } = row.turn.clone();
        let stored = Self {
            reference: row.reference,
            phase: row.phase,
            stage: row.stage,
            trade: row.trade,
            language: row.language,
            company_name: row.company_name.clone(),
            consumer_name: row.consumer_name.clone(),
            subject: row.subject.clone(),
            who,
            what,
            yours,
            until: until.map(Moment::millis),
            number,
            channel,
            filed_at: row.filed_at.millis(),
            entry: row.entry.clone(),
        };
        serde_json::to_string(&stored).map_err(|error| StoreError::Corrupt(error.to_string()))
    }

    pub fn parse(body: &str) -> Result<Self, StoreError> {
        serde_json::from_str(body).map_err(|error| StoreError::Corrupt(error.to_string()))
    }

    /// The row that a reader is shown; what they have not read is still to be counted.
    pub fn shown(self, case: Key, capacity: Capacity, last_at: At, zone: &str) -> CaseRow {
        let Self { who, what, yours, until, number, channel, .. } = self;
        CaseRow {
            id: CaseId(case.0),
            reference: self.reference,
            phase: self.phase,
            stage: self.stage,
            trade: self.trade,
            language: self.language,
            company_name: self.company_name,
            consumer_name: self.consumer_name,
            subject: self.subject,
            turn: Turn { who, what, yours, until: until.map(Moment::from_millis), number, channel },
            capacity,
            filed_at: Moment::from_millis(self.filed_at),
            last_at: last_at.0,
            zone: zone.to_owned(),
            entry: self.entry,
            unread: BTreeMap::new(),
        }
    }
}
