//! Times that outlive the process.

use super::connect::{reading, writing};
use super::schema::instance;
use super::{Store, StoreError};
use acordo_domain::moment::Moment;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

impl Store {
    pub(super) async fn kept_time(&self, name: &str) -> Result<Option<Moment>, StoreError> {
        let text: Option<String> = reading!(&self.0.database, |conn| {
            instance::table.find(name).select(instance::value).first(conn).await.optional()?
        });
        text.map(|text| text.parse().map_err(|_| StoreError::Corrupt(format!("`{name}` is no time")))).transpose()
    }

    /// Fails where nothing can be written.
    pub async fn try_writing(&self) -> Result<(), StoreError> {
        self.keep_time("last_write_tried", self.now()).await
    }

    /// Keeps it only if it is later than what is kept: of several processes, and of a clock that went back.
    pub(super) async fn keep_later_time(&self, name: &str, time: Moment) -> Result<(), StoreError> {
        let text = time.to_string();
        // Written out they have one length, and the later one is the greater.
        writing!(&self.0.database, |conn| {
            diesel::update(instance::table.find(name))
                .filter(instance::value.lt(&text))
                .set(instance::value.eq(&text))
                .execute(conn)
                .await?;
            diesel::insert_into(instance::table)
                .values((instance::name.eq(name), instance::value.eq(&text)))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?
        });
        Ok(())
    }

    pub(super) async fn keep_time(&self, name: &str, time: Moment) -> Result<(), StoreError> {
        let text = time.to_string();
        writing!(&self.0.database, |conn| {
            diesel::insert_into(instance::table)
                .values((instance::name.eq(name), instance::value.eq(&text)))
                .on_conflict(instance::name)
                .do_update()
                .set(instance::value.eq(&text))
                .execute(conn)
                .await?
        });
        Ok(())
    }
}
