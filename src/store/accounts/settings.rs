//! What the admins of an organisation set for new cases, over the configuration: a log of changes.

use super::Accounts;
use crate::store::connect::{reading, transaction};
use crate::store::error::StoreError;
use crate::store::schema::setting_changes;
use crate::store::sql::{At, Key};
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::settings::{SettingValue, Settings};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// One change; without a value the configuration's counts again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingChange {
    pub version: u64,
    pub name: String,
    pub value: Option<SettingValue>,
    pub by: UserId,
    pub at: Moment,
}

fn corrupt(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt(error.to_string())
}

type ChangeRow = (i64, String, Option<String>, Key, At);

impl Accounts<'_> {
    /// Every change, the oldest first.
    pub async fn setting_changes(&self, organisation: OrganisationId) -> Result<Vec<SettingChange>, StoreError> {
        let rows: Vec<ChangeRow> = reading!(&self.0.0.database, |conn| {
            setting_changes::table
                .filter(setting_changes::organisation_id.eq(Key(organisation.0)))
                .order(setting_changes::version)
                .select((
                    setting_changes::version,
                    setting_changes::name,
                    setting_changes::value,
                    setting_changes::changed_by,
                    setting_changes::at,
                ))
                .load(conn)
                .await?
        });
        rows.into_iter()
            .map(|(version, name, value, by, at)| {
                let value = value.as_deref().map(serde_json::from_str).transpose().map_err(corrupt)?;
                Ok(SettingChange { version: version.unsigned_abs(), name, value, by: UserId(by.0), at: at.0 })
            })
            .collect()
    }

    /// The settings with which a case of this operator begins now.
    pub async fn settings(&self, operator: OrganisationId) -> Result<Settings, StoreError> {
        Ok(with(self.0.rules().settings, &self.setting_changes(operator).await?))
    }

    /// Adds changes to the log, all or none, if it is still as long as when they were checked; the answer says whether.
    pub async fn change_settings(
        &self,
        organisation: OrganisationId,
        by: UserId,
        seen: u64,
        changes: &BTreeMap<String, Option<SettingValue>>,
    ) -> Result<bool, StoreError> {
        let now = At(self.0.now());
        let organisation = Key(organisation.0);
        let mut values = Vec::with_capacity(changes.len());
        for (name, value) in changes {
            let text = value.as_ref().map(serde_json::to_string).transpose().map_err(corrupt)?;
            values.push((name.clone(), text));
        }
        transaction!(self.0, |conn| {
            let last: Option<i64> = setting_changes::table
                .filter(setting_changes::organisation_id.eq(organisation))
                .select(diesel::dsl::max(setting_changes::version))
                .first(conn)
                .await?;
            if last.unwrap_or(0).unsigned_abs() != seen {
                return Ok::<_, StoreError>(false);
            }
            for (version, (name, value)) in (last.unwrap_or(0) + 1..).zip(&values) {
                // Where somebody else's change came between, its number is taken; then the first of ours finds it.
                let added = diesel::insert_into(setting_changes::table)
                    .values((
                        setting_changes::organisation_id.eq(organisation),
                        setting_changes::version.eq(version),
                        setting_changes::name.eq(name),
                        setting_changes::value.eq(value),
                        setting_changes::changed_by.eq(Key(by.0)),
                        setting_changes::at.eq(now),
                    ))
                    .on_conflict_do_nothing()
                    .execute(conn)
                    .await?;
                if added == 0 {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }
}

/// The configuration's settings with these changes.
pub fn with(settings: Settings, changes: &[SettingChange]) -> Settings {
    settings.changed(changes.iter().map(|change| (change.name.as_str(), change.value)))
}
