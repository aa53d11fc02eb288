//! The mail server that mails leave by.

use super::{ConfigError, Secret, SettingsReader};
use std::path::PathBuf;

#[derive(Debug, Clone)]
pub struct Smtp {
    pub url: Secret,
    /// As the kind of server calls for, if absent.
    pub tls: Option<MailTls>,
    pub ca: Option<PathBuf>,
}

/// Encryption of a line that begins in clear (STARTTLS).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    Required,
    Offered,
    None,
}

pub(super) fn smtp(read: &SettingsReader<'_>) -> Result<Option<Smtp>, ConfigError> {
    Ok(match read.raw.get("smtp.url") {
        None => None,
        Some(_) => Some(Smtp {
            url: read.parse("smtp.url", "", |text| {
                if text.starts_with("smtp://") || text.starts_with("smtps://") {
                    Ok(Secret::new(text))
                } else {
                    Err("it begins with neither smtp:// nor smtps://".to_owned())
                }
            })?,
            tls: read.parse("smtp.tls", "", |text| match text {
                "" => Ok(None),
                "required" => Ok(Some(MailTls::Required)),
                "offered" => Ok(Some(MailTls::Offered)),
                "none" => Ok(Some(MailTls::None)),
                _ => Err("it is none of required, offered, none".to_owned()),
            })?,
            ca: read.parse("smtp.ca", "", |text| Ok((!text.is_empty()).then(|| PathBuf::from(text))))?,
        }),
    })
}
