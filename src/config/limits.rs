//! How much one caller may do.

use super::{ConfigError, SettingsReader, count};

/// Limits per caller. The sizes of texts and lists are limited by the commands themselves.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub evidence_bytes_max: u64,
    pub evidence_files_max: u32,
    pub sockets_per_user_max: u32,
    pub requests_per_second_max: u32,
    pub sign_ins_per_minute_max: u32,
    pub complaints_per_minute_max: u32,
    pub uploads_per_minute_max: u32,
    pub verifications_per_minute_max: u32,
    pub frames_per_second_max: u32,
    pub body_seconds_max: u32,
    pub body_bytes_per_second_min: u32,
    pub clock_days_max: u32,
    pub files_per_day_max: u32,
    pub cases_per_day_max: u32,
    pub exports_per_day_max: u32,
    pub cases_per_recipient_max: u32,
}

pub(super) fn limits(read: &SettingsReader<'_>) -> Result<Limits, ConfigError> {
    Ok(Limits {
        evidence_bytes_max: read.parse("limits.evidence_bytes_max", "20971520", count)?,
        evidence_files_max: read.parse("limits.evidence_files_max", "200", count)?,
        sockets_per_user_max: read.parse("limits.sockets_per_user_max", "20", count)?,
        requests_per_second_max: read.parse("limits.requests_per_second_max", "50", count)?,
        sign_ins_per_minute_max: read.parse("limits.sign_ins_per_minute_max", "120", count)?,
        complaints_per_minute_max: read.parse("limits.complaints_per_minute_max", "60", count)?,
        uploads_per_minute_max: read.parse("limits.uploads_per_minute_max", "30", count)?,
        verifications_per_minute_max: read.parse("limits.verifications_per_minute_max", "12", count)?,
        frames_per_second_max: read.parse("limits.frames_per_second_max", "20", count)?,
        body_seconds_max: read.parse("limits.body_seconds_max", "900", count)?,
        body_bytes_per_second_min: read.parse("limits.body_bytes_per_second_min", "4096", count)?,
        clock_days_max: read.parse("limits.clock_days_max", "3", count)?,
        files_per_day_max: read.parse("limits.files_per_day_max", "300", count)?,
        cases_per_day_max: read.parse("limits.cases_per_day_max", "200", count)?,
        exports_per_day_max: read.parse("limits.exports_per_day_max", "300", count)?,
        cases_per_recipient_max: read.parse("limits.cases_per_recipient_max", "10", count)?,
    })
}
