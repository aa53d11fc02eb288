//! Enumerations of the domain in text columns, under the names that they have in JSON.

use super::error::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) fn name_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

pub(crate) fn named<T: DeserializeOwned>(name: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(name.to_owned()))
        .map_err(|error| StoreError::Corrupt(format!("{name:?}: {error}")))
}
