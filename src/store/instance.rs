//! What is fixed at the first start: the instance's name and the keys that write into this database.

use super::connect::{reading, writing};
use super::schema::instance;
use super::{OpenError, Store, StoreError, StoredSeals};
use acordo_record::Vkey;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

impl Store {
    /// The name is the first start's, and the keys of the last start are among those of this one: a keys folder that was
    /// lost, or belongs to another process, would sign the same history anew. Where cases are sealed each of these rows
    /// was once written. All is compared before anything is written.
    pub(super) async fn fix_instance(&self, former: &[Vkey], seals: StoredSeals) -> Result<(), OpenError> {
        let has_sealed_cases = self.has_sealed_cases().await?;
        let name = self.0.log_key.instance().to_owned();
        let log = std::iter::once(self.0.log_key.vkey()).chain(former).map(Vkey::to_string).collect();
        let rows: [(&'static str, Vec<String>); 3] =
            [("name", vec![name]), ("log_key", log), ("head_key", self.0.head_keys.fingerprints())];
        let (mut lost, mut other) = (None, Vec::new());
        for (row, ours) in &rows {
            match self.instance_row(row).await? {
                None => lost = lost.or(Some(*row)),
                Some(stored) if ours.contains(&stored) => {
                    if ours.as_slice().first() != Some(&stored) {
                        other.push((*row, ours));
                    }
                }
                Some(stored) if *row == "name" => return Err(OpenError::OtherInstance(stored)),
                Some(stored) => return Err(OpenError::OtherKeys(stored)),
            }
        }
        if has_sealed_cases && seals == StoredSeals::None {
            return Err(OpenError::SealsUnknown);
        }
        if let Some(row) = lost.filter(|_| has_sealed_cases) {
            return Err(OpenError::InstanceLost(row));
        }
        for (row, ours) in &rows {
            let [current, ..] = ours.as_slice() else { continue };
            // Of two processes at their first start, the second finds what the first wrote.
            let stored = self.fixed(row, current).await?;
            if !ours.contains(&stored) {
                return Err(if *row == "name" {
                    OpenError::OtherInstance(stored)
                } else {
                    OpenError::OtherKeys(stored)
                });
            }
        }
        for (row, ours) in other {
            let [current, ..] = ours.as_slice() else { continue };
            self.fix_anew(row, current).await?;
        }
        Ok(())
    }

    async fn instance_row(&self, row: &str) -> Result<Option<String>, StoreError> {
        Ok(reading!(&self.0.database, |conn| {
            instance::table.find(row).select(instance::value).first::<String>(conn).await.optional()?
        }))
    }

    async fn fixed(&self, row: &str, current: &str) -> Result<String, StoreError> {
        writing!(&self.0.database, |conn| {
            diesel::insert_into(instance::table)
                .values((instance::name.eq(row), instance::value.eq(current)))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            Ok(instance::table.find(row).select(instance::value).first(conn).await?)
        })
    }

    async fn fix_anew(&self, row: &str, current: &str) -> Result<(), StoreError> {
        writing!(&self.0.database, |conn| {
            diesel::update(instance::table.find(row)).set(instance::value.eq(current)).execute(conn).await?
        });
        Ok(())
    }
}
