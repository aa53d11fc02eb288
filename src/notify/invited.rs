//! The letter in which a company's invitation reaches a consumer: who, about what, free, voluntary, where and when the
//! first talk is, and what refusing means (Lei 13.140, art. 21). Whether it reached the right person is not known yet,
//! so it says nothing of what the company told.

use crate::notify::wording::CaseNames;
use crate::texts::{self, Language};
use acordo_domain::case::owed::NoticeKind;
use acordo_domain::case::state::{Case, Invitation};
use acordo_domain::id::UserId;
use acordo_domain::seat::Side;
use jiff::tz::TimeZone;

/// The invitation, where this notice is one of a company to this consumer.
pub(super) fn invitation(case: &Case, to: UserId, kind: NoticeKind) -> Option<&Invitation> {
    let consumer = case.procedure.filed.as_ref().is_some_and(|filed| filed.consumer.id == to);
    let invitation = case.procedure.invitation.as_ref()?;
    (kind == NoticeKind::Invitation && consumer && invitation.side == Side::Consumer).then_some(invitation)
}

/// What comes before the date by which an answer is awaited.
pub(super) fn before_the_date(
    invitation: &Invitation,
    reader: &CaseNames,
    language: Language,
    zone: &TimeZone,
) -> Vec<String> {
    let day = texts::day_of(invitation.since, zone);
    let day = texts::date_long(language, day);
    vec![
        reader.text(language, "mail-invited-about"),
        reader.text(language, "mail-invited-voluntary"),
        reader.text_with(language, "mail-invited-meeting", &[("day", day.into())]),
        reader.text(language, "mail-invited-proof"),
    ]
}

/// What comes after it.
pub(super) fn after_the_date(reader: &CaseNames, language: Language) -> Vec<String> {
    ["mail-invited-refusing", "mail-invited-not-you"].map(|key| reader.text(language, key)).to_vec()
}
