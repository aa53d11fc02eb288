//! What an earlier version stored without these seals, or under others, is sealed as this version does.

use super::bytes::altered;
use super::load::EventRange;
use super::row::SealedOver;
use super::sealed::Ends;
use crate::store::connect::{reading, writing};
use crate::store::error::StoreError;
use crate::store::schema::cases;
use crate::store::sql::Key;
use crate::store::{Store, StoredSeals};
use acordo_domain::id::CaseId;
use acordo_domain::seat::Channel;
use acordo_record::{Hash, in_former_order};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

const CASES_AT_ONCE: u32 = 500;

impl Store {
    /// Whether any case is under a seal: then nothing was stored before there were any.
    pub(crate) async fn has_sealed_cases(&self) -> Result<bool, StoreError> {
        let sealed: Option<Key> = reading!(&self.0.database, |conn| {
            cases::table.filter(cases::seal.ne(Vec::new())).select(cases::case_id).first(conn).await.optional()?
        });
        Ok(sealed.is_some())
    }

    /// Seals what is there. Only where the keys' folder says that this was not done yet: later a missing seal was taken
    /// away. A case under former seals is sealed anew only where these hold; what somebody changed stays as it is, and
    /// is found where it is read.
    pub(crate) async fn seal_anew(&self, seals: StoredSeals) -> Result<(), StoreError> {
        if seals == StoredSeals::None {
            self.accounts().seal_what_is_there().await?;
        }
        let mut last = None;
        loop {
            let some = self.cases_after(last, CASES_AT_ONCE).await?;
            for case in &some {
                match self.seal_case_anew(*case, seals).await {
                    Ok(()) | Err(StoreError::Altered(_)) => {}
                    Err(error) => return Err(error),
                }
            }
            last = some.last().copied();
            if last.is_none() {
                return Ok(());
            }
        }
    }

    async fn seal_case_anew(&self, case_id: CaseId, seals: StoredSeals) -> Result<(), StoreError> {
        let sealed = self.seals(case_id).await?;
        let signed = sealed.signed_hash();
        let Some(row) = sealed.case else { return Ok(()) };
        let name = case_id.to_string();
        let keys = &self.0.head_keys;
        let (mut ends, mut former_order): (Ends, Hash) = (Ends::default(), [0; 32]);
        for stored in self.stored_events(&self.0.warm.get(case_id), EventRange::After(0)).await? {
            ends.follow(&stored)?;
            former_order = in_former_order(&former_order, &stored.leaf);
        }
        let over = |order| SealedOver { case: &name, order, signed: &signed };
        let unsealed = row.seal.is_empty() && seals == StoredSeals::None;
        if !unsealed && !row.held_formerly(keys, over(&former_order)) {
            return Ok(());
        }
        for last in &sealed.signed {
            let channel: Channel = last.channel.parse().map_err(altered)?;
            last.check(ends.leaves.get(&channel).map(Vec::as_slice).unwrap_or_default())?;
        }
        let before = row.seal.clone();
        let row = row.sealed(keys, over(&ends.order), ends.version);
        writing!(&self.0.database, |conn| {
            // Where another process was quicker, its seal is the same.
            diesel::update(cases::table.find(Key(case_id.0)))
                .filter(cases::seal.eq(&before))
                .set(cases::seal.eq(&row.seal))
                .execute(conn)
                .await?
        });
        Ok(())
    }
}
