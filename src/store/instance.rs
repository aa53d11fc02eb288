//! What is fixed at the first start: the instance's name and the keys that write into this database.

use super::connect::writing;
use super::error::altered;
use super::schema::instance;
use super::{OpenError, Store, StoreError};
use acordo_record::Vkey;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

impl Store {
    /// The name is the first start's, and the keys of the last start are among those of this one: a keys folder that was
    /// lost, or belongs to another process, would sign the same history anew. Where cases are sealed, each of these rows
    /// was once written; one that is gone was taken away from outside.
    pub(super) async fn fix_instance(&self, former: &[Vkey], has_sealed_cases: bool) -> Result<(), OpenError> {
        let name = self.0.log_key.instance().to_owned();
        let log = std::iter::once(self.0.log_key.vkey()).chain(former).map(Vkey::to_string).collect();
        let rows: [(&str, Vec<String>); 3] =
            [("name", vec![name]), ("log_key", log), ("head_key", self.0.head_keys.fingerprints())];
        let mut lost = Vec::new();
        for (row, ours) in rows {
            let [current, ..] = ours.as_slice() else { continue };
            let (stored, was_missing) = self.fixed(row, current).await?;
            if !ours.contains(&stored) {
                return Err(if row == "name" {
                    OpenError::OtherInstance(stored)
                } else {
                    OpenError::OtherKeys(stored)
                });
            }
            if was_missing && has_sealed_cases {
                let what = format!("the row `{row}` of the table instance was gone; it was written anew");
                drop(altered(&what));
                lost.push(what);
            }
            if stored != *current {
                self.fix_anew(row, current).await?;
            }
        }
        let _ = self.0.lost_at_opening.set(lost);
        Ok(())
    }

    /// What the row holds, and whether it had to be written.
    async fn fixed(&self, row: &str, current: &str) -> Result<(String, bool), StoreError> {
        writing!(&self.0.database, |conn| {
            let written = diesel::insert_into(instance::table)
                .values((instance::name.eq(row), instance::value.eq(current)))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            let stored: String = instance::table.find(row).select(instance::value).first(conn).await?;
            Ok((stored, written > 0))
        })
    }

    async fn fix_anew(&self, row: &str, current: &str) -> Result<(), StoreError> {
        writing!(&self.0.database, |conn| {
            diesel::update(instance::table.find(row)).set(instance::value.eq(current)).execute(conn).await?
        });
        Ok(())
    }
}
