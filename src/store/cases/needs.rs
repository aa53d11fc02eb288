//! What a command needs from outside its case: people, teams, other cases, one event. The domain says what; this
//! only looks it up.

use super::holder::mediator_holder;
use crate::store::Store;
use crate::store::code::name_of;
use crate::store::connect::reading;
use crate::store::error::StoreError;
use crate::store::schema::{case_access, cases, former_members, standings};
use crate::store::sql::{At, Key};
use crate::texts::power_words;
use acordo_domain::case::command::Needs;
use acordo_domain::case::decide::{Named, Teams};
use acordo_domain::case::event::Event;
use acordo_domain::case::state::Case;
use acordo_domain::id::{CaseId, OrganisationId, UserId};
use acordo_domain::moment::DAY_MILLIS;
use acordo_domain::organisation::{LegalIdentity, Power, StatedPower};
use acordo_domain::seat::{Actor, Channel, Person, Role, Seat};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

/// The answers, as far as they were asked for.
pub(super) struct Answers {
    pub named: Option<Named>,
    pub conflict: bool,
    pub cases_with_company: u32,
    pub company_teams: Teams,
    pub legal_identity: Option<LegalIdentity>,
    pub powers: Vec<StatedPower>,
    pub item: Option<Event>,
}

impl Store {
    pub(super) async fn answers(&self, case: &Case, actor: &Actor, needs: &Needs<'_>) -> Result<Answers, StoreError> {
        let filed = case.procedure.filed.as_ref();
        Ok(Answers {
            named: match needs.named {
                Some(user) => self.person_named(user, filed.map(|filed| filed.operator)).await?,
                None => None,
            },
            conflict: match (needs.conflict, needs.named, actor) {
                (true, Some(user), _) => self.has_conflict(case, user).await?,
                (true, None, Actor::Person { person, .. }) => self.has_conflict(case, person.id).await?,
                _ => false,
            },
            cases_with_company: if needs.cases_with_company { self.cases_with_company(case, actor).await? } else { 0 },
            company_teams: match filed.filter(|_| needs.company_teams) {
                Some(filed) => self.teams(filed.company).await?,
                None => Teams::default(),
            },
            legal_identity: match filed.filter(|_| needs.legal_identity) {
                Some(filed) => self.accounts().legal_identity(filed.company).await?,
                None => None,
            },
            powers: if needs.powers { self.powers_of(case, actor).await? } else { Vec::new() },
            item: match needs.item {
                Some((channel, seq)) => self.item(case.id, channel, seq).await?,
                None => None,
            },
        })
    }

    /// The actor's powers to bind the company of this case, in the words that a signature would state.
    pub(super) async fn powers_of(&self, case: &Case, actor: &Actor) -> Result<Vec<StatedPower>, StoreError> {
        let (Actor::Person { person, .. }, Some(filed)) = (actor, &case.procedure.filed) else { return Ok(Vec::new()) };
        let given = self.accounts().powers(filed.company, Some(person.id)).await?;
        let stated = |power: Power| StatedPower { words: power_words(filed.language, &power), power };
        Ok(given.into_iter().map(|given| stated(given.power)).collect())
    }

    /// Which teams the company keeps for cases that do not settle.
    async fn teams(&self, company: OrganisationId) -> Result<Teams, StoreError> {
        let accounts = self.accounts();
        Ok(Teams {
            ombudsman: accounts.has_role(company, Role::Ombudsman).await?,
            legal: accounts.has_role(company, Role::Legal).await?,
        })
    }

    async fn item(&self, case_id: CaseId, channel: Channel, seq: u64) -> Result<Option<Event>, StoreError> {
        match self.event(case_id, channel, seq).await {
            Ok(found) => Ok(Some(found.event.clone())),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Did this person, within the time that bars a mediator, serve the company of this case, or hold a seat other
    /// than the mediator's in a case in which one of its parties is or was?
    pub async fn has_conflict(&self, case: &Case, user: UserId) -> Result<bool, StoreError> {
        let Some(filed) = &case.procedure.filed else { return Ok(false) };
        let days = i64::from(filed.settings.conflict_days);
        let since = At(self.now().plus_millis(-days * DAY_MILLIS));
        let (user, company, consumer) = (Key(user.0), Key(filed.company.0), Key(filed.consumer.id.0));
        let others = diesel::alias!(standings as others);
        Ok(reading!(&self.0.database, |conn| {
            let served: i64 = former_members::table
                .filter(former_members::organisation_id.eq(company))
                .filter(former_members::user_id.eq(user))
                .filter(former_members::until.gt(since))
                .count()
                .get_result(conn)
                .await?;
            let with_them = others
                .filter(others.field(standings::case_id).eq(standings::case_id))
                .filter(others.field(standings::user_id).eq(consumer))
                .filter(others.field(standings::seat).ne(name_of(&Seat::Mediator)));
            let stood: i64 = standings::table
                .inner_join(cases::table.on(cases::case_id.eq(standings::case_id)))
                .filter(standings::user_id.eq(user))
                .filter(standings::seat.ne(name_of(&Seat::Mediator)))
                .filter(standings::until.is_null().or(standings::until.gt(since)))
                .filter(cases::company_id.eq(company).or(diesel::dsl::exists(with_them)))
                .count()
                .get_result(conn)
                .await?;
            served + stood > 0
        }))
    }

    /// Would the domain refuse this person as the mediator of the case, for what they are or were to its parties?
    pub async fn bars_mediation(&self, case: &Case, user: UserId) -> Result<bool, StoreError> {
        let Some(filed) = &case.procedure.filed else { return Ok(true) };
        let memberships = self.accounts().member_of(user).await?;
        let member = memberships.iter().any(|member| member.membership.organisation == filed.company);
        Ok(member || self.has_conflict(case, user).await?)
    }

    /// A person with memberships and load, as `decide` wants to know them: also to order candidates.
    pub async fn person_named(
        &self,
        user: UserId,
        operator: Option<OrganisationId>,
    ) -> Result<Option<Named>, StoreError> {
        let Some(Actor::Person { person, memberships }) = self.accounts().actor(user).await? else {
            return Ok(None);
        };
        let load = match operator {
            Some(operator) => self.open_cases_mediated(user, operator).await?,
            None => 0,
        };
        Ok(Some(Named { person: Person { id: user, name: person.name }, memberships, load }))
    }

    /// Open cases that this person mediates or was asked to.
    async fn open_cases_mediated(&self, user: UserId, operator: OrganisationId) -> Result<u32, StoreError> {
        let holder = mediator_holder(user, operator);
        let count: i64 = reading!(&self.0.database, |conn| {
            case_access::table
                .filter(case_access::holder.eq(&holder))
                .filter(case_access::turn.ne(0))
                .count()
                .get_result(conn)
                .await?
        });
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// How many other cases this person has mediated with the company of this one.
    async fn cases_with_company(&self, case: &Case, actor: &Actor) -> Result<u32, StoreError> {
        let (Actor::Person { person, .. }, Some(filed)) = (actor, &case.procedure.filed) else { return Ok(0) };
        // By the seat that was taken, also once it was left.
        let count: i64 = reading!(&self.0.database, |conn| {
            standings::table
                .inner_join(cases::table.on(cases::case_id.eq(standings::case_id)))
                .filter(standings::user_id.eq(Key(person.id.0)))
                .filter(standings::seat.eq(name_of(&Seat::Mediator)))
                .filter(cases::company_id.eq(Key(filed.company.0)))
                .filter(cases::case_id.ne(Key(case.id.0)))
                .count()
                .get_result(conn)
                .await?
        });
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }
}
