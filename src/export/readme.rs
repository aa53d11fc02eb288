//! The page that lies in a bundle: whose it is, how to check it, and what it does not prove.

use crate::export::{ExportError, Exporter};
use crate::texts::{Language, Value, text};
use acordo_domain::case::event::Fact;
use acordo_domain::case::state::Case;
use acordo_domain::id::UserId;
use acordo_domain::seat::{Capacity, Channel, Seat};
use acordo_record::bundle::{Profile, Taker, file_name};

impl Exporter {
    /// In the reader's language, with commands that work as they are written.
    pub(super) async fn readme(&self, case: &Case, profile: Profile, reader: Language) -> Result<String, ExportError> {
        let reference = case.procedure.filed.as_ref().map(|filed| filed.reference.to_string()).unwrap_or_default();
        let file = file_name(&reference, profile);
        let operator = self.operator(case).await?;
        let contents = text(reader, &format!("verify-profile-{}", profile.as_str()), &[]);
        let args = [
            ("operator", operator.as_str()),
            ("site", &self.0.place.site),
            ("profile", &contents),
            ("file", &file),
            ("folder", file.trim_end_matches(".zip")),
        ];
        let args = args.map(|(name, value)| (name, Value::from(value)));
        let alone = if profile == Profile::Agreement { "verify-unproven-agreement" } else { "verify-unproven-record" };
        let unproven = [alone, "verify-unproven-people", "verify-unproven-times", "verify-unproven-truth"];
        let mut readme = text(reader, "bundle-readme", &args);
        readme.push_str("\n\n");
        readme.push_str(&text(reader, "verify-unproven-title", &[]));
        readme.push('\n');
        for key in unproven {
            readme.push_str("- ");
            readme.push_str(&text(reader, key, &[]));
            readme.push('\n');
        }
        Ok(readme)
    }

    /// As who somebody takes a record along: of an agreement those who signed it get their own origin. None for who takes
    /// nothing.
    pub async fn taker(
        &self,
        case: &Case,
        capacity: Capacity,
        user: UserId,
        profile: Profile,
        agreement: Option<u32>,
    ) -> Result<Option<Taker>, ExportError> {
        let (seat, seated) = match capacity {
            Capacity::Consumer => (Seat::Consumer, Taker::Consumer),
            Capacity::Company | Capacity::Approver => (Seat::Company, Taker::Company),
            Capacity::Mediator => (Seat::Mediator, Taker::Mediator),
            Capacity::Ombudsman => return Ok(Some(Taker::Ombudsman)),
            Capacity::Legal => return Ok(Some(Taker::Legal)),
            Capacity::Register => return Ok((profile == Profile::Agreement).then_some(Taker::Register)),
            _ => return Ok(None),
        };
        if profile != Profile::Agreement {
            return Ok(Some(seated));
        }
        let concluded = match agreement {
            Some(version) => case.procedure.concluded_as(version),
            None => case.procedure.concluded.as_ref(),
        };
        let Some(concluded) = concluded else { return Ok(Some(Taker::Register)) };
        let joint = self.0.store.whole_channel(case.id, Channel::Joint).await?;
        let signed = joint.iter().any(|recorded| {
            let by = recorded.event.by.as_ref().is_some_and(|by| by.id == user);
            by && matches!(&recorded.event.fact, Some(Fact::AgreementSigned { seat: signer, version, .. })
                if *version == concluded.version && *signer == seat)
        });
        Ok(Some(if signed { seated } else { Taker::Register }))
    }
}
