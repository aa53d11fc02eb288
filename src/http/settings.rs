//! The settings of new cases, for the operator's admins.

use crate::http::answer::HandlerResult;
use crate::http::app_state::AppState;
use crate::http::read::{CurrentUser, Json};
use crate::http::roles::holds;
use crate::problem::{Fault, Problem, Shell};
use crate::store::accounts::settings::{SettingChange, with};
use acordo_domain::id::{OrganisationId, UserId};
use acordo_domain::law::Pack;
use acordo_domain::moment::Moment;
use acordo_domain::seat::{OrganisationKind, Role};
use acordo_domain::settings::{SettingFault, SettingValue, Settings, bounds_by_law};
use actix_web::{HttpResponse, get, patch, web};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_settings).service(change_settings);
}

/// The settings with which a case begins today, and how they came to be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettingList {
    pub settings: Vec<SettingItem>,
    /// Every change by an admin, the newest first.
    pub changes: Vec<SettingChangeItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettingItem {
    pub name: String,
    pub value: SettingValue,
    /// What the configuration of the installation says.
    pub configured: SettingValue,
    pub usual: SettingValue,
    /// The least and the greatest number; none where it is a switch.
    pub least: Option<u32>,
    pub greatest: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettingChangeItem {
    pub version: u64,
    pub name: String,
    /// None: the configuration's value again.
    pub value: Option<SettingValue>,
    pub by: UserId,
    pub at: Moment,
}

#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    /// By name; `null` takes the configuration's value again. All are set, or none.
    #[schema(value_type = Object)]
    pub changes: BTreeMap<String, Option<SettingValue>>,
}

/// The operator's admins set its cases' settings. To everybody else there is no such page.
async fn sets(state: &AppState, someone: &CurrentUser, organisation: OrganisationId) -> Result<(), Fault> {
    holds(state, someone, |held| {
        held.organisation == organisation && held.kind == OrganisationKind::Operator && held.role == Role::Admin
    })
    .await
}

/// A JSON Pointer (RFC 6901).
fn pointer(name: &str) -> String {
    format!("/changes/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn told(configured: Settings, law: &Pack, changes: Vec<SettingChange>) -> SettingList {
    let now = with(configured, &changes);
    let item = |setting: acordo_domain::settings::Setting| SettingItem {
        name: setting.name.to_owned(),
        value: now.get(setting.name).unwrap_or(setting.usual),
        configured: configured.get(setting.name).unwrap_or(setting.usual),
        usual: setting.usual,
        least: bounds_by_law(setting.name, law).or(setting.bounds).map(|(low, _)| low),
        greatest: bounds_by_law(setting.name, law).or(setting.bounds).map(|(_, high)| high),
    };
    SettingList {
        settings: Settings::all().into_iter().map(item).collect(),
        changes: changes
            .into_iter()
            .rev()
            .map(|SettingChange { version, name, value, by, at }| SettingChangeItem { version, name, value, by, at })
            .collect(),
    }
}

/// The settings of new cases, with their bounds and the log of changes.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    responses((status = 200, body = SettingList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[get("/organisations/{organisation}/settings")]
pub async fn list_settings(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    sets(&state, &someone, organisation).await?;
    let changes = state.store.accounts().setting_changes(organisation).await?;
    Ok(HttpResponse::Ok().json(told(state.store.rules().settings, state.store.rules().law.pack(), changes)))
}

/// Set lengths, limits and switches of new cases. Cases that are there keep what they began with.
#[utoipa::path(
    tag = "organisations",
    params(("organisation" = OrganisationId, Path)),
    request_body = SettingsForm,
    responses((status = 200, body = SettingList), (status = "4XX", body = Problem, content_type = "application/problem+json")),
)]
#[patch("/organisations/{organisation}/settings")]
pub async fn change_settings(
    state: web::Data<AppState>,
    organisation: web::Path<OrganisationId>,
    someone: CurrentUser,
    form: Json<SettingsForm>,
) -> HandlerResult {
    let organisation = organisation.into_inner();
    sets(&state, &someone, organisation).await?;
    let accounts = state.store.accounts();
    let configured = state.store.rules().settings;
    let law = state.store.rules().law.pack();
    let at = |name: &str, fault: &SettingFault| {
        let code = match fault {
            SettingFault::Unknown => Shell::SettingUnknown,
            SettingFault::NoSwitch | SettingFault::OutOfBounds { .. } | SettingFault::OutsideLaw { .. } => {
                Shell::SettingOutOfBounds
            }
            SettingFault::AboveAnother { .. } => Shell::SettingsDisagree,
        };
        Fault::new(code).at(pointer(name)).because(fault)
    };
    // Settings depend on each other: what another admin changed meanwhile is checked with it.
    loop {
        let log = accounts.setting_changes(organisation).await?;
        let mut settings = with(configured, &log);
        let mut changes = BTreeMap::new();
        for (name, value) in &form.0.changes {
            let wanted = value.or_else(|| configured.get(name)).ok_or_else(|| at(name, &SettingFault::Unknown))?;
            settings.set(name, wanted).map_err(|fault| at(name, &fault))?;
            let latest = log.iter().rev().find(|change| &change.name == name).and_then(|change| change.value);
            if latest != *value {
                changes.insert(name.clone(), *value);
            }
        }
        settings.check(law).map_err(|(name, fault)| at(name, &fault))?;
        let seen = log.last().map_or(0, |change| change.version);
        if accounts.change_settings(organisation, someone.0.who.user.id, seen, &changes).await? {
            break;
        }
    }
    Ok(HttpResponse::Ok().json(told(configured, law, accounts.setting_changes(organisation).await?)))
}
