//! What is held about a person, for that person: data for programs, and the same as pages to read.
//!
//! Of a case it holds what this person said and did there, read by the one way by which they read it in the room. What
//! others said is theirs, and what this person no longer reads stays behind its wall.

mod page;

use super::turns::ExportTurn;
use super::{ExportError, ExportFile, Exporter};
use crate::store::StoreError;
use crate::store::accounts::{HeldAccount, HeldInCase, User};
use crate::texts::{self, Language};
use acordo_domain::case::audience::{capacity, readable};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Actor, Capacity};
use acordo_record::bundle::zip::{ZipError, ZipWriter};
use serde::Serialize;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufWriter};

const PAGE_EVENTS: u32 = 500;

/// What is asked for, and by whom.
#[derive(Debug, Clone)]
pub struct MyDataWanted {
    pub actor: Actor,
    pub user: User,
    /// The one case that the session leads to.
    pub only: Option<CaseId>,
    pub reader: Language,
}

/// `data.json`.
#[derive(Debug, Serialize)]
struct MyData<'a> {
    site: &'a str,
    made_at: Moment,
    /// Only what belongs to one case is here: the session began with its link.
    of_one_case: bool,
    person: MyPerson<'a>,
    account: HeldAccount,
    cases: Vec<MyCaseItem>,
}

#[derive(Debug, Serialize)]
struct MyPerson<'a> {
    id: UserId,
    name: &'a str,
    email: &'a str,
    language: Language,
}

/// A case by its file.
#[derive(Debug, Serialize)]
struct MyCaseItem {
    reference: String,
    company: String,
    file: String,
}

/// `cases/<reference>.json`.
#[derive(Debug, Serialize)]
struct MyCase {
    id: CaseId,
    reference: String,
    consumer: String,
    company: String,
    filed_at: Moment,
    phase: Phase,
    capacity: Capacity,
    held: HeldInCase,
    /// What this person said and did, as the room shows it to them, in the order of time.
    events: Vec<Value>,
}

impl Exporter {
    pub async fn my_data(&self, wanted: MyDataWanted, turn: ExportTurn) -> Result<ExportFile, ExportError> {
        self.made(turn, async move |exporter, file| exporter.my_data_into(wanted, file).await).await
    }

    async fn my_data_into(&self, wanted: MyDataWanted, file: File) -> Result<(String, File), ExportError> {
        let MyDataWanted { actor, user, only, reader } = wanted;
        let accounts = self.0.store.accounts();
        let mut zip = ZipWriter::new(BufWriter::new(file));
        let mut cases = Vec::new();
        for case in accounts.own_cases(&actor).await?.into_iter().filter(|case| only.is_none_or(|only| only == *case)) {
            let Some(mine) = self.my_case(&actor, user.id, case).await? else { continue };
            let name = format!("cases/{}", mine.reference);
            zip.add(&format!("{name}.json"), &json(&mine)?).map_err(not_packed)?;
            zip.add(&format!("{name}.html"), page::case(&mine, reader, &self.0.zone).as_bytes()).map_err(not_packed)?;
            cases.push(MyCaseItem { reference: mine.reference, company: mine.company, file: format!("{name}.json") });
        }
        let data = MyData {
            site: &self.0.place.site,
            made_at: self.0.store.now(),
            of_one_case: only.is_some(),
            person: MyPerson { id: user.id, name: &user.name, email: &user.email, language: user.language },
            account: accounts.held_of(user.id, only).await?,
            cases,
        };
        zip.add("data.json", &json(&data)?).map_err(not_packed)?;
        let first = texts::text(reader, "my-data-file", &[]);
        zip.add(&format!("{first}.html"), page::first(&data, reader, &self.0.zone).as_bytes()).map_err(not_packed)?;
        let out = zip.finish().map_err(not_packed)?;
        Ok((format!("{first}.zip"), out.into_inner().map_err(io::IntoInnerError::into_error)?))
    }

    /// None for a case that this person does not read any more.
    async fn my_case(&self, actor: &Actor, user: UserId, id: CaseId) -> Result<Option<MyCase>, ExportError> {
        let store = &self.0.store;
        let case = store.case(id).await?;
        let (Some(filed), Some(capacity)) = (&case.procedure.filed, capacity(&case.procedure, actor)) else {
            return Ok(None);
        };
        let own = Value::String(user.to_string());
        let mut events = Vec::new();
        for span in readable(&case.procedure, actor) {
            let mut after = 0;
            loop {
                let page = match store.page(id, actor, span.channel, after, PAGE_EVENTS).await {
                    // The right ended meanwhile.
                    Err(StoreError::NotFound) => break,
                    page => page?,
                };
                let Some((last, _)) = page.events.last() else { break };
                after = *last;
                for (_, frame) in &page.events {
                    let mut event: Value =
                        serde_json::from_str(frame).map_err(|error| ExportError::Document(error.to_string()))?;
                    if event["by"]["id"] == own {
                        event.as_object_mut().and_then(|fields| fields.remove("t"));
                        events.push(event);
                    }
                }
            }
        }
        events.sort_by(|a, b| a["at"].as_str().cmp(&b["at"].as_str()));
        Ok(Some(MyCase {
            id,
            reference: filed.reference.to_string(),
            consumer: filed.consumer.name.clone(),
            company: filed.company_name.clone(),
            filed_at: filed.at,
            phase: case.phase(),
            capacity,
            held: store.accounts().held_in_case(user, id).await?,
            events,
        }))
    }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec_pretty(value).map_err(|error| ExportError::Bundle(error.to_string()))
}

fn not_packed(error: ZipError) -> ExportError {
    ExportError::Bundle(error.to_string())
}
