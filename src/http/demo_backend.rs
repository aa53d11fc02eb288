//! The interface by which the demonstration's routes use the composition root.

use crate::problem::Fault;
use acordo_domain::id::{CaseId, Reference, UserId};
use acordo_domain::moment::Moment;
use acordo_domain::phase::Phase;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoPerson {
    pub person: UserId,
    pub role: String,
    pub name: String,
    /// `consumer.localhost` and so on: each has its own cookies.
    pub host: String,
    pub enter_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoCase {
    pub case: CaseId,
    pub reference: Reference,
    pub phase: Phase,
    pub company_name: String,
    pub subject: String,
    pub consumer: UserId,
    pub consumer_name: String,
    /// What an invited consumer is asked for: who plays them cannot know it otherwise.
    #[schema(required)]
    pub proof: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoFiled {
    pub case: CaseId,
    pub reference: Reference,
}

/// What the composition root knows of a demonstration's people and cases.
pub trait DemoBackend: Send + Sync {
    fn people(&self) -> Vec<DemoPerson>;
    fn cases(&self) -> BoxFuture<'_, Result<Vec<DemoCase>, Fault>>;
    fn fresh_case(&self) -> BoxFuture<'_, Result<DemoFiled, Fault>>;
    /// Lets time pass; what became due is done before this answers.
    fn pass(&self, hours: u32) -> BoxFuture<'_, Result<Moment, Fault>>;
}
