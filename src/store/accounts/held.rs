//! What is kept about a person outside the record: their account, ways in, codes, powers and marks, for themselves.

use super::Accounts;
use crate::store::cases::own_holders;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{
    case_access, former_members, members, one_time_links, organisations, powers, read_marks, sessions,
    signing_challenges, standings, users,
};
use crate::store::sql::{At, Key};
use acordo_domain::id::{CaseId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::seat::Actor;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Serialize;
use std::collections::BTreeSet;

/// A role in an organisation, held or given up.
#[derive(Debug, Clone, Serialize)]
pub struct HeldRole {
    pub organisation: String,
    pub role: String,
    pub since: Option<Moment>,
    pub until: Option<Moment>,
}

/// A power to sign for a company.
#[derive(Debug, Clone, Serialize)]
pub struct HeldPower {
    pub organisation: String,
    pub limit_amount: Option<i64>,
    pub limit_currency: Option<String>,
    pub document: String,
    pub until_day: Option<String>,
    pub given_at: Moment,
    pub ended_at: Option<Moment>,
}

/// A session: when it began and ended, from where and with what.
#[derive(Debug, Clone, Serialize)]
pub struct HeldSession {
    pub level: String,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub began_at: Moment,
    pub last_used_at: Moment,
    pub expires_at: Moment,
    pub ended_at: Option<Moment>,
    pub ended_why: Option<String>,
    pub case: Option<CaseId>,
}

/// A link that was mailed. Its token was never kept.
#[derive(Debug, Clone, Serialize)]
pub struct HeldLink {
    pub purpose: String,
    pub case: Option<CaseId>,
    /// The new address that it is to confirm.
    pub address: Option<String>,
    pub made_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
}

/// A code that was mailed for a signature. The code itself was never kept.
#[derive(Debug, Clone, Serialize)]
pub struct HeldCode {
    pub version: i64,
    pub document_hash: String,
    pub method: String,
    pub made_at: Moment,
    pub expires_at: Moment,
    pub wrong_tries: i32,
    pub used_at: Option<Moment>,
}

/// How far a channel was read.
#[derive(Debug, Clone, Serialize)]
pub struct HeldMark {
    pub channel: String,
    pub seq: i64,
    pub at: Moment,
}

/// A seat in a case.
#[derive(Debug, Clone, Serialize)]
pub struct HeldSeat {
    pub seat: String,
    pub until: Option<Moment>,
}

/// What is kept of the person, whatever cases they are in.
#[derive(Debug, Clone, Serialize)]
pub struct HeldAccount {
    pub since: Moment,
    pub roles: Vec<HeldRole>,
    pub powers: Vec<HeldPower>,
    pub sessions: Vec<HeldSession>,
    pub links: Vec<HeldLink>,
}

/// What is kept of the person in one case, beside the record of it.
#[derive(Debug, Clone, Serialize)]
pub struct HeldInCase {
    pub seats: Vec<HeldSeat>,
    pub codes: Vec<HeldCode>,
    pub read_up_to: Vec<HeldMark>,
}

impl Accounts<'_> {
    /// `only`: whoever came by the link of one case gets what belongs to it.
    pub async fn held_of(&self, user: UserId, only: Option<CaseId>) -> Result<HeldAccount, StoreError> {
        type RoleRow = (String, String, At);
        type Held = (Option<At>, Vec<RoleRow>, Vec<RoleRow>, Vec<HeldPowerRow>, Vec<HeldSessionRow>, Vec<HeldLinkRow>);
        let key = Key(user.0);
        let (since, roles, former, given, open, mailed): Held = reading!(&self.0.0.database, |conn| {
            let since = users::table.find(key).select(users::created_at).first(conn).await.optional()?;
            let roles = members::table
                .inner_join(organisations::table)
                .filter(members::user_id.eq(key))
                .order(members::since)
                .select((organisations::name, members::role, members::since))
                .load(conn)
                .await?;
            let former = former_members::table
                .inner_join(organisations::table.on(organisations::id.eq(former_members::organisation_id)))
                .filter(former_members::user_id.eq(key))
                .order(former_members::until)
                .select((organisations::name, former_members::role, former_members::until))
                .load(conn)
                .await?;
            let given = powers::table
                .inner_join(organisations::table.on(organisations::id.eq(powers::organisation_id)))
                .filter(powers::user_id.eq(key))
                .order(powers::given_at)
                .select((
                    organisations::name,
                    powers::limit_amount,
                    powers::limit_currency,
                    powers::document,
                    powers::until_day,
                    powers::given_at,
                    powers::ended_at,
                ))
                .load(conn)
                .await?;
            let open = sessions::table
                .filter(sessions::user_id.eq(key))
                .order(sessions::created_at)
                .select((
                    sessions::level,
                    sessions::address,
                    sessions::user_agent,
                    sessions::created_at,
                    sessions::last_used_at,
                    sessions::expires_at,
                    sessions::ended_at,
                    sessions::ended_why,
                    sessions::case_id,
                ))
                .load(conn)
                .await?;
            let mailed = one_time_links::table
                .filter(one_time_links::user_id.eq(key))
                .order(one_time_links::created_at)
                .select((
                    one_time_links::purpose,
                    one_time_links::case_id,
                    one_time_links::address,
                    one_time_links::created_at,
                    one_time_links::expires_at,
                    one_time_links::used_at,
                ))
                .load(conn)
                .await?;
            (since, roles, former, given, open, mailed)
        });
        let held = roles.into_iter().map(|(organisation, role, since)| HeldRole {
            organisation,
            role,
            since: Some(since.0),
            until: None,
        });
        let former = former.into_iter().map(|(organisation, role, until)| HeldRole {
            organisation,
            role,
            since: None,
            until: Some(until.0),
        });
        let within = |case: Option<Key>| only.is_none() || case.map(|case| CaseId(case.0)) == only;
        Ok(HeldAccount {
            since: since.ok_or(StoreError::NotFound)?.0,
            roles: held.chain(former).filter(|_| only.is_none()).collect(),
            powers: given.into_iter().filter(|_| only.is_none()).map(power).collect(),
            sessions: open.into_iter().filter(|(.., case)| within(*case)).map(session).collect(),
            links: mailed.into_iter().filter(|(_, case, ..)| within(*case)).map(link).collect(),
        })
    }

    pub async fn held_in_case(&self, user: UserId, case: CaseId) -> Result<HeldInCase, StoreError> {
        type Held = (Vec<(String, Option<At>)>, Vec<HeldCodeRow>, Vec<(String, i64, At)>);
        let (user, case) = (Key(user.0), Key(case.0));
        let (seats, codes, marks): Held = reading!(&self.0.0.database, |conn| {
            let seats = standings::table
                .filter(standings::case_id.eq(case))
                .filter(standings::user_id.eq(user))
                .select((standings::seat, standings::until))
                .load(conn)
                .await?;
            let codes = signing_challenges::table
                .filter(signing_challenges::case_id.eq(case))
                .filter(signing_challenges::user_id.eq(user))
                .order(signing_challenges::created_at)
                .select((
                    signing_challenges::version,
                    signing_challenges::document_hash,
                    signing_challenges::method,
                    signing_challenges::created_at,
                    signing_challenges::expires_at,
                    signing_challenges::attempts,
                    signing_challenges::used_at,
                ))
                .load(conn)
                .await?;
            let marks = read_marks::table
                .filter(read_marks::case_id.eq(case))
                .filter(read_marks::user_id.eq(user))
                .order(read_marks::channel)
                .select((read_marks::channel, read_marks::seq, read_marks::at))
                .load(conn)
                .await?;
            (seats, codes, marks)
        });
        Ok(HeldInCase {
            seats: seats.into_iter().map(|(seat, until)| HeldSeat { seat, until: until.map(|at| at.0) }).collect(),
            codes: codes.into_iter().map(code).collect(),
            read_up_to: marks.into_iter().map(|(channel, seq, at)| HeldMark { channel, seq, at: at.0 }).collect(),
        })
    }

    /// Cases in which this person has or had a part of their own, not those that a role alone lists.
    pub async fn own_cases(&self, actor: &Actor) -> Result<BTreeSet<CaseId>, StoreError> {
        let Actor::Person { person, .. } = actor else { return Ok(BTreeSet::new()) };
        let (holders, user) = (own_holders(actor), Key(person.id.0));
        let (listed, sat): (Vec<Key>, Vec<Key>) = reading!(&self.0.0.database, |conn| {
            let listed = case_access::table
                .filter(case_access::holder.eq_any(holders))
                .select(case_access::case_id)
                .load(conn)
                .await?;
            let sat =
                standings::table.filter(standings::user_id.eq(user)).select(standings::case_id).load(conn).await?;
            (listed, sat)
        });
        Ok(listed.into_iter().chain(sat).map(|case| CaseId(case.0)).collect())
    }
}

type HeldPowerRow = (String, Option<i64>, Option<String>, String, Option<String>, At, Option<At>);

fn power((organisation, limit_amount, limit_currency, document, until_day, given, ended): HeldPowerRow) -> HeldPower {
    let (given_at, ended_at) = (given.0, ended.map(|at| at.0));
    HeldPower { organisation, limit_amount, limit_currency, document, until_day, given_at, ended_at }
}

type HeldSessionRow = (String, Option<String>, Option<String>, At, At, At, Option<At>, Option<String>, Option<Key>);

fn session((level, address, user_agent, began, used, expires, ended, ended_why, case): HeldSessionRow) -> HeldSession {
    HeldSession {
        level,
        address,
        user_agent,
        began_at: began.0,
        last_used_at: used.0,
        expires_at: expires.0,
        ended_at: ended.map(|at| at.0),
        ended_why,
        case: case.map(|case| CaseId(case.0)),
    }
}

type HeldLinkRow = (String, Option<Key>, Option<String>, At, At, Option<At>);

fn link((purpose, case, address, made, expires, used): HeldLinkRow) -> HeldLink {
    HeldLink {
        purpose,
        case: case.map(|case| CaseId(case.0)),
        address,
        made_at: made.0,
        expires_at: expires.0,
        used_at: used.map(|at| at.0),
    }
}

type HeldCodeRow = (i64, String, String, At, At, i32, Option<At>);

fn code((version, document_hash, method, made, expires, wrong_tries, used): HeldCodeRow) -> HeldCode {
    HeldCode {
        version,
        document_hash,
        method,
        made_at: made.0,
        expires_at: expires.0,
        wrong_tries,
        used_at: used.map(|at| at.0),
    }
}
