//! The register of agreements: where each is found is kept beside the case, by the transaction that concludes it; what is
//! shown of it comes from the case.

use super::bytes::corrupt;
use super::holder::own_holders;
use super::listed::agreement_lines;
use super::words::Sought;
use crate::store::Store;
use crate::store::code::name_of;
use crate::store::connect::reading;
use crate::store::error::{StoreError, altered};
use crate::store::files::StoredDocument;
use crate::store::journal::lists::RegisterLine;
use crate::store::schema::{case_access, register};
use crate::store::sql::{At, Key};
use acordo_domain::case::register::{Registered, register as agreements, registers};
use acordo_domain::id::{CaseId, OrganisationId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::{Actor, OrganisationKind, Seat};
use acordo_domain::view::{RegisterRow, RegisterState};
use acordo_record::agreement::document_hash;
use acordo_record::base64;
use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel_async::RunQueryDsl;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use uuid::Uuid;

const LIMIT_MAX: u32 = 100;
/// The case may move between its fold and its lines.
const FAULT_TRIES: usize = 3;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterFilter {
    pub state: Option<RegisterState>,
    /// Beginnings of words of the reference or a name.
    pub words: Option<String>,
    /// Concluded from here on, and before that.
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    /// From the page before.
    pub cursor: Option<String>,
    /// At most 100.
    pub limit: u32,
}

/// Agreements of each state, whatever state is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegisterCounts {
    pub owed: u64,
    pub breached: u64,
    pub done: u64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RegisterPage {
    pub agreements: Vec<RegisterRow>,
    pub next: Option<String>,
    pub counts: RegisterCounts,
    /// Agreements of this page whose case is not what was written: they are not shown.
    pub altered: u32,
}

/// The names that the parties are bound by: those of the document, which nothing moves any more.
#[derive(Debug, Deserialize)]
struct NamedParties {
    parties: Vec<NamedParty>,
}

#[derive(Debug, Deserialize)]
struct NamedParty {
    name: String,
    seat: Seat,
}

/// Where an agreement stands in the register. The newest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct RegisterPlace {
    concluded_at: Moment,
    case: Uuid,
    version: i64,
}

impl RegisterPlace {
    fn text(self) -> String {
        format!("{}.{}.{}", self.concluded_at.millis(), self.case.simple(), self.version)
    }

    /// A cursor that nobody gave out reads as the beginning.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let concluded_at = Moment::from_millis(parts.next()?.parse().ok()?);
        let case = Uuid::try_parse(parts.next()?).ok()?;
        Some(Self { concluded_at, case, version: parts.next()?.parse().ok()? })
    }

    fn agreement(self) -> (CaseId, u32) {
        (CaseId(self.case), u32::try_from(self.version).unwrap_or_default())
    }
}

/// The agreements of one organisation's register that fit, but for the state.
macro_rules! fitting {
    ($store:expr, $filter:expr, $kind:expr, $organisation:expr, $own:expr) => {{
        let theirs = Key($organisation.0);
        let mut query = match $kind {
            OrganisationKind::Company => register::table.filter(register::company_id.eq(theirs)).into_boxed(),
            OrganisationKind::Operator => register::table.filter(register::operator_id.eq(theirs)).into_boxed(),
        };
        // Who is out of a case, or is its consumer, finds it in no register.
        query = query.filter(not(exists(
            case_access::table
                .filter(case_access::case_id.eq(register::case_id))
                .filter(case_access::holder.eq_any($own)),
        )));
        if let Some(from) = $filter.from {
            query = query.filter(register::concluded_at.ge(At(from)));
        }
        if let Some(until) = $filter.until {
            query = query.filter(register::concluded_at.lt(At(until)));
        }
        if let Some(sought) = Sought::new([theirs], $filter.words.as_deref()) {
            let (condition, end) = if $store.is_shared() {
                (Sought::REGISTER_POSTGRES, ")::tsquery))")
            } else {
                (Sought::REGISTER_LITE, "))")
            };
            query = query.filter(sql::<Bool>(condition).bind::<Text, _>($store.sought_text(&sought)).sql(end));
        }
        query
    }};
}

/// Those that are in this state now: what is owed is in breach from a moment on, also where nothing is written of it.
macro_rules! in_state {
    ($query:expr, $state:expr, $now:expr) => {{
        let query = $query;
        let owed = || register::state.eq(name_of(&RegisterState::Owed));
        let over = || register::breach_from.is_not_null().and(register::breach_from.assume_not_null().le($now));
        match $state {
            RegisterState::Owed => query.filter(owed().and(not(over()))),
            RegisterState::Breached => {
                query.filter(register::state.eq(name_of(&RegisterState::Breached)).or(owed().and(over())))
            }
            RegisterState::Done => query.filter(register::state.eq(name_of(&RegisterState::Done))),
        }
    }};
}

impl Store {
    /// A page of the agreements in this actor's registers, the newest first.
    pub async fn register(&self, actor: &Actor, filter: &RegisterFilter) -> Result<RegisterPage, StoreError> {
        let limit = filter.limit.clamp(1, LIMIT_MAX) as usize;
        let (found, next) = self.register_selection(actor, filter, limit).await?;
        let (mut shown, mut altered) = (Vec::with_capacity(found.len()), 0);
        let theirs = registers(actor);
        for (case, version) in found {
            match self.registered(case, version, actor, &theirs).await {
                Ok(row) => shown.extend(row),
                // It was told to the operator where it was found.
                Err(StoreError::Altered(_) | StoreError::NotFound) => altered += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(RegisterPage { agreements: shown, next, counts: self.register_counts(actor, filter).await?, altered })
    }

    /// Where a row leads the case decides who reads it: a row may have been put into another register from outside.
    async fn registered(
        &self,
        case: CaseId,
        version: u32,
        actor: &Actor,
        theirs: &BTreeSet<(OrganisationKind, OrganisationId)>,
    ) -> Result<Option<RegisterRow>, StoreError> {
        let folded = self.case(case).await?;
        let is_theirs = folded.procedure.filed.as_ref().is_some_and(|filed| {
            theirs.contains(&(OrganisationKind::Company, filed.company))
                || theirs.contains(&(OrganisationKind::Operator, filed.operator))
        });
        if !is_theirs {
            return Err(altered(format!("the register of another organisation has the agreement of case {case}")));
        }
        if Registered::of(&folded, actor).is_none() {
            return Ok(None);
        }
        self.agreement(case, version).await
    }

    /// An agreement as the register shows it now; whose register it is the caller has asked.
    pub async fn agreement(&self, case: CaseId, version: u32) -> Result<Option<RegisterRow>, StoreError> {
        let folded = self.case(case).await?;
        let row = agreements(&folded, &self.0.rules, self.now()).into_iter().find(|row| row.version == version);
        let (Some(mut row), Some(concluded)) = (row, folded.procedure.concluded_as(version)) else { return Ok(None) };
        let gone = || altered(format!("the agreement of version {version} of case {case} is not there"));
        let all = self.documents().all(case, version, StoredDocument::Json).await?;
        let its = |json: &Vec<u8>| base64(&document_hash(json)) == concluded.document_hash;
        let json = all.into_iter().find(its).ok_or_else(gone)?;
        let parties: NamedParties = serde_json::from_slice(&json).map_err(corrupt)?;
        for NamedParty { name, seat } in parties.parties {
            match seat {
                Seat::Consumer => row.consumer_name = name,
                Seat::Company => row.company_name = name,
                Seat::Mediator | Seat::Ombudsman | Seat::Legal => {}
            }
        }
        Ok(Some(row))
    }

    /// Up to so many of the agreements that fit, the newest first, and where the next page begins.
    pub async fn register_selection(
        &self,
        actor: &Actor,
        filter: &RegisterFilter,
        most: usize,
    ) -> Result<(Vec<(CaseId, u32)>, Option<String>), StoreError> {
        let from = filter.cursor.as_deref().and_then(RegisterPlace::parse);
        let mut places = self.places(actor, filter, from, most + 1).await?;
        let more = places.len() > most;
        places.truncate(most);
        let next = places.last().filter(|_| more).map(|place| place.text());
        Ok((places.into_iter().map(RegisterPlace::agreement).collect(), next))
    }

    async fn places(
        &self,
        actor: &Actor,
        filter: &RegisterFilter,
        from: Option<RegisterPlace>,
        limit: usize,
    ) -> Result<Vec<RegisterPlace>, StoreError> {
        let mut found = BTreeSet::new();
        let now = At(self.now());
        for (kind, organisation) in registers(actor) {
            let own = own_holders(actor);
            let rows: Vec<(At, Key, i64)> = reading!(&self.0.database, |conn| {
                let mut query = fitting!(self, filter, kind, organisation, &own)
                    .order((register::concluded_at.desc(), register::case_id.desc(), register::version.desc()))
                    .limit(limit as i64)
                    .select((register::concluded_at, register::case_id, register::version));
                if let Some(state) = filter.state {
                    query = in_state!(query, state, now);
                }
                if let Some(RegisterPlace { concluded_at, case, version }) = from {
                    let (at, case) = (At(concluded_at), Key(case));
                    let later_version = register::case_id.eq(case).and(register::version.lt(version));
                    let beyond = register::case_id.lt(case).or(later_version);
                    query =
                        query.filter(register::concluded_at.le(at)).filter(register::concluded_at.lt(at).or(beyond));
                }
                query.load(conn).await?
            });
            let place =
                |(at, case, version): (At, Key, i64)| RegisterPlace { concluded_at: at.0, case: case.0, version };
            found.extend(rows.into_iter().map(place).map(Reverse));
        }
        Ok(found.into_iter().map(|Reverse(place)| place).take(limit).collect())
    }

    async fn register_counts(&self, actor: &Actor, filter: &RegisterFilter) -> Result<RegisterCounts, StoreError> {
        let mut counts = RegisterCounts::default();
        let now = At(self.now());
        let own = own_holders(actor);
        for (kind, organisation) in registers(actor) {
            for state in RegisterState::ALL {
                let count: i64 = reading!(&self.0.database, |conn| {
                    let query = fitting!(self, filter, kind, organisation, &own);
                    in_state!(query, state, now).count().get_result(conn).await?
                });
                *match state {
                    RegisterState::Owed => &mut counts.owed,
                    RegisterState::Breached => &mut counts.breached,
                    RegisterState::Done => &mut counts.done,
                } += count.unsigned_abs();
            }
        }
        Ok(counts)
    }

    /// Whether the register finds the agreements of this case where they are, in words for the operator.
    pub async fn register_fault(&self, case_id: CaseId) -> Result<Option<String>, StoreError> {
        for _ in 0..FAULT_TRIES {
            let case = self.case(case_id).await?;
            let stored: Vec<(i64, String, Option<At>, At, Key, Key)> = reading!(&self.0.database, |conn| {
                register::table
                    .filter(register::case_id.eq(Key(case_id.0)))
                    .order(register::version)
                    .select((
                        register::version,
                        register::state,
                        register::breach_from,
                        register::concluded_at,
                        register::company_id,
                        register::operator_id,
                    ))
                    .load(conn)
                    .await?
            });
            let whose = case.procedure.filed.as_ref().map(|filed| (Key(filed.company.0), Key(filed.operator.0)));
            let is_theirs = stored.iter().all(|(.., company, operator)| whose == Some((*company, *operator)));
            let line = |(version, state, breach_from, concluded_at, _, _): (i64, String, Option<At>, At, Key, Key)| {
                RegisterLine { version, state, breach_from, concluded_at }
            };
            let stored: Vec<RegisterLine> = stored.into_iter().map(line).collect();
            if is_theirs && stored == agreement_lines(&case, &self.0.rules) {
                return Ok(None);
            }
        }
        Ok(Some(format!("the register does not find the agreements of case {case_id}")))
    }
}
