//! What a mail says where that depends on what happened.

use crate::notify::wording::author_key;
use acordo_domain::case::command::ForwardGround;
use acordo_domain::case::owed::{Notice, NoticeKind};
use acordo_domain::case::state::Case;
use acordo_domain::phase::Phase;
use acordo_domain::seat::{Channel, Seat};

/// Under which name a mail's subject, body and button are kept, and the words of the body that are texts themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variant {
    pub stem: String,
    pub words: Vec<(&'static str, &'static str)>,
}

impl Variant {
    pub fn of(case: &Case, notice: &Notice) -> Self {
        let stem = other_stem(case, notice.kind).unwrap_or(notice.kind.name());
        let author = author_key(case, notice).map(|key| ("author", key));
        let why = (notice.kind == NoticeKind::AgreementReturned).then(|| ("why", returned(case, notice.seq)));
        Self { stem: format!("mail-{stem}"), words: author.into_iter().chain(why).collect() }
    }
}

/// While an agreement is signed, a mediator who is away keeps nobody's word waiting, but a signature. Of a late team of
/// the house's nobody is above to turn to.
fn other_stem(case: &Case, kind: NoticeKind) -> Option<&'static str> {
    let signing = case.phase() == Phase::Agreed;
    match kind {
        NoticeKind::ReplyOverdue if signing => Some("signature_overdue"),
        NoticeKind::MediatorLate if signing => Some("signature_late"),
        NoticeKind::MediatorReplaced if signing => Some("signer_replaced"),
        // Nobody was invited yet of whom a coordinator is to decide.
        NoticeKind::CaseFiledLink if case.procedure.invitation.is_none() => Some("case_filed_waiting"),
        NoticeKind::EntryLate if case.procedure.entries.last().is_some_and(|entry| entry.queue.is_operator()) => {
            Some("entry_late_house")
        }
        NoticeKind::Forwarded
            if case.procedure.entries.iter().rev().find_map(|entry| entry.forwarded)
                == Some(ForwardGround::FinalAnswer) =>
        {
            Some("final_answer")
        }
        NoticeKind::Forwarded
            if case.procedure.entries.iter().rev().find_map(|entry| entry.forwarded)
                == Some(ForwardGround::Overdue) =>
        {
            Some("passed_on_late")
        }
        _ => None,
    }
}

/// Why the agreement was not concluded.
fn returned(case: &Case, seq: u64) -> &'static str {
    let Some(returned) = case.talk(Channel::Joint).returned.as_ref().filter(|returned| returned.seq == seq) else {
        return "mail-returned-other";
    };
    match (returned.refused, returned.missing.as_slice()) {
        (Some(Seat::Consumer), _) => "mail-returned-refused-consumer",
        (Some(Seat::Company), _) => "mail-returned-refused-company",
        (Some(Seat::Mediator), _) => "mail-returned-refused-mediator",
        (Some(Seat::Ombudsman | Seat::Legal), _) => "mail-returned-other",
        (None, []) => "mail-returned-undrafted",
        (None, [Seat::Mediator]) => "mail-returned-mediator",
        (None, _) => "mail-returned-unsigned",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{self, Language};
    use acordo_domain::case::owed::NoticeTo;
    use acordo_domain::case::state::{Returned, Stay};
    use acordo_domain::id::{CaseId, UserId};
    use acordo_domain::moment::Moment;
    use uuid::Uuid;

    fn notice(kind: NoticeKind) -> Notice {
        Notice { to: NoticeTo::User(UserId(Uuid::from_u128(1))), kind, channel: Channel::Joint, seq: 7 }
    }

    #[test]
    fn whoever_did_not_sign_is_named_and_nobody_else() {
        let mut case = Case::new(CaseId(Uuid::from_u128(9)));
        let mut why = |refused, missing: &[Seat]| {
            let mut joint = acordo_domain::case::state::Talk::new();
            joint.returned = Some(Returned { seq: 7, refused, missing: missing.to_vec() });
            case.talks.insert(Channel::Joint, joint);
            Variant::of(&case, &notice(NoticeKind::AgreementReturned)).words
        };
        let said: Vec<_> = [
            why(Some(Seat::Consumer), &[]),
            why(Some(Seat::Company), &[]),
            why(Some(Seat::Mediator), &[]),
            why(None, &[]),
            why(None, &[Seat::Mediator]),
            why(None, &[Seat::Company, Seat::Mediator]),
        ]
        .into_iter()
        .flatten()
        .map(|(_, key)| key.trim_start_matches("mail-returned-"))
        .collect();
        let keys = ["refused-consumer", "refused-company", "refused-mediator", "undrafted", "mediator", "unsigned"];
        assert_eq!(said, keys);
        for (language, key) in Language::ALL.into_iter().flat_map(|language| keys.map(|key| (language, key))) {
            let key = format!("mail-returned-{key}");
            assert_ne!(texts::text(language, &key, &[]), key, "{}", language.tag());
        }
    }

    #[test]
    fn while_an_agreement_is_signed_it_is_the_mediators_signature_that_is_late() {
        let mut case = Case::new(CaseId(Uuid::from_u128(9)));
        for kind in [NoticeKind::ReplyOverdue, NoticeKind::MediatorLate, NoticeKind::MediatorReplaced] {
            case.procedure.phases.clear();
            assert_eq!(Variant::of(&case, &notice(kind)).stem, format!("mail-{}", kind.name()));
            case.procedure.phases.push(Stay { phase: Phase::Agreed, since: Moment::from_millis(0) });
            let stem = Variant::of(&case, &notice(kind)).stem;
            for language in Language::ALL {
                for piece in ["subject", "body", "button"] {
                    let key = format!("{stem}-{piece}");
                    let text = texts::text(language, &key, &[("case", "K7Q2".into()), ("about", "Ana".into())]);
                    assert!(text != key && !text.contains('{'), "{key} in {}", language.tag());
                }
            }
        }
    }
}
