//! The checkpoints that parties get by mail when an agreement is sealed and when the case closes: with them they can
//! show later that nothing was changed which was there by then (record.md, "Checkpoints").

use crate::notify::fault::MailError;
use crate::notify::letter::KeptNote;
use crate::store::Store;
use acordo_domain::case::audience::may_read;
use acordo_domain::case::event::Fact;
use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::Case;
use acordo_domain::id::UserId;
use acordo_domain::seat::{Actor, Channel};

/// Of the channels that this party reads; nothing for anybody else, and in other letters.
pub async fn notes(
    store: &Store,
    case: &Case,
    (user, actor): (UserId, &Actor),
    notice: &Notice,
) -> Result<Vec<KeptNote>, MailError> {
    let of_note = matches!(notice.kind, NoticeKind::Concluded | NoticeKind::Closed);
    if !of_note || case.procedure.side_of(user).is_none() {
        return Ok(Vec::new());
    }
    let reference = case.procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
    let mut notes = Vec::new();
    for channel in [Channel::Procedure, Channel::Joint] {
        let size = case.size(channel);
        if size == 0 || !may_read(&case.procedure, actor, channel, size) {
            continue;
        }
        let note = match (channel, sealed(store, case, notice).await?) {
            // The one that the final document carries.
            (Channel::Procedure, Some(version)) => store.kept_checkpoint(case.id, version).await?,
            _ => store.sign_checkpoint(case.id, channel).await?,
        };
        let signed = note.lines().nth(1).unwrap_or_default().to_owned();
        notes.push(KeptNote { name: format!("acordo-{reference}-{channel}-{signed}.txt"), note });
    }
    Ok(notes)
}

/// The version whose seal the notice tells of.
async fn sealed(store: &Store, case: &Case, notice: &Notice) -> Result<Option<u32>, MailError> {
    if notice.kind != NoticeKind::Concluded {
        return Ok(None);
    }
    let recorded = store.event(case.id, notice.channel, notice.seq).await?;
    Ok(match &recorded.event.fact {
        Some(Fact::AgreementSealed { version, .. }) => Some(*version),
        _ => None,
    })
}
