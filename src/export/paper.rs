//! Turns `agreement.json` into the text of its PDF, in the agreement's language.

use crate::export::{AgreementFile, ExportError};
use crate::texts::{self, Language, Value};
use acordo_domain::case::event::{IdentityLevel, SigningMethod};
use acordo_domain::case::state::Concluded;
use acordo_domain::seat::{Seat, Side};
use acordo_domain::terms::{Due, Obligation};
use acordo_paper::{AgreementPaper, Labels, ObligationLine, PaperParty, SignatureLine, Signer};
use acordo_record::base64;
use jiff::tz::TimeZone;

/// The document that the signers are shown.
pub fn shown(file: &AgreementFile, json: &[u8], zone: &TimeZone) -> Result<AgreementPaper, ExportError> {
    let language = file.language;
    let say = |key: &str| texts::text(language, key, &[]);
    let tag = language.tag().parse().map_err(|_| ExportError::Paper(language.tag().to_owned()))?;
    let mut signers = vec![
        Signer { seat_label: seat(language, Seat::Consumer), name: file.parties.consumer.name.clone() },
        Signer { seat_label: seat(language, Seat::Company), name: file.parties.company.name.clone() },
    ];
    let mut parties = vec![
        party(language, Seat::Consumer, &file.parties.consumer.name, &file.parties.consumer.identifier),
        party(language, Seat::Company, &file.parties.company.name, &file.parties.company.identifier),
    ];
    if let Some(name) = &file.mediator {
        signers.push(Signer { seat_label: seat(language, Seat::Mediator), name: name.clone() });
        parties.push(PaperParty {
            role_label: seat(language, Seat::Mediator),
            name: name.clone(),
            identifier_label: say("paper-identifier"),
            identifier: String::new(),
        });
    }
    let obligations = file.terms.obligations.iter().enumerate();
    Ok(AgreementPaper {
        language: tag,
        labels: Labels::collect(|key, pairs| {
            let args: Vec<(&str, Value<'_>)> = pairs.iter().map(|(name, mark)| (*name, Value::from(*mark))).collect();
            texts::text(language, key, &args)
        }),
        operator: file.operator.clone(),
        reference: file.reference.to_string(),
        case_id: file.case.to_string(),
        version: file.version,
        created_at: texts::time_long(language, file.drafted_at, zone),
        parties,
        obligations: obligations.map(|(index, obligation)| line(file, index, obligation)).collect(),
        clauses: file.clauses.clone(),
        legal_text: file.legal_text.clone(),
        signers,
        document_hash: base64(&acordo_record::agreement::document_hash(json)),
        terms_hash: file.terms_hash.clone(),
        record_root: file.record.root.clone(),
        record_size: file.record.size,
        signatures: None,
        checkpoint: None,
        agreement_json: Some(json.to_vec()),
        timestamp: file.drafted_at.timestamp(),
    })
}

/// The same with the page that certifies the signatures.
pub fn concluded(
    file: &AgreementFile,
    json: &[u8],
    concluded: &Concluded,
    checkpoint: String,
    zone: &TimeZone,
) -> Result<AgreementPaper, ExportError> {
    let language = file.language;
    let signatures = concluded.signatures.iter().map(|signature| SignatureLine {
        name: signature.name.clone(),
        seat_label: seat(language, signature.seat),
        authority: signature.authority.clone(),
        method: texts::text(language, &format!("method-{}", method(signature.method)), &[]),
        identity_level: texts::text(language, &format!("paper-level-{}", level(signature.identity_level)), &[]),
        at: texts::time_long(language, signature.at, zone),
        consent_text: signature.consent_text.clone(),
        pdf_hash: signature.pdf_hash.clone(),
    });
    Ok(AgreementPaper {
        signatures: Some(signatures.collect()),
        checkpoint: Some(checkpoint),
        timestamp: concluded.at.timestamp(),
        ..shown(file, json, zone)?
    })
}

fn line(file: &AgreementFile, index: usize, obligation: &Obligation) -> ObligationLine {
    let language = file.language;
    let name = |side: Side| match side {
        Side::Consumer => file.parties.consumer.name.clone(),
        Side::Company => file.parties.company.name.clone(),
    };
    let kind = serde_json::to_value(obligation.kind).ok();
    let kind = kind.as_ref().and_then(serde_json::Value::as_str).unwrap_or("other");
    ObligationLine {
        number: (index + 1).to_string(),
        what: texts::text(language, &format!("obligation-{kind}"), &[]),
        who: name(obligation.debtor),
        to_whom: name(obligation.debtor.other()),
        amount: obligation.money.map(|money| texts::money_plain(language, money)),
        due: due(language, obligation.due),
        description: obligation.description.clone(),
    }
}

fn due(language: Language, due: Due) -> String {
    match due {
        Due::On(day) => texts::text(language, "due-on", &[("day", Value::from(texts::date_long(language, day.on)))]),
        Due::After(after) => {
            let key = if after.working_days { "due-working-days" } else { "due-days" };
            texts::text(language, key, &[("days", Value::from(after.days_after_signature))])
        }
    }
}

fn party(language: Language, seat_of_party: Seat, name: &str, identifier: &str) -> PaperParty {
    let digits = identifier.chars().filter(char::is_ascii_digit).count();
    let marks = identifier.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' '));
    let identifier_label = match digits {
        11 if marks => "CPF".to_owned(),
        14 if marks => "CNPJ".to_owned(),
        _ => texts::text(language, "paper-identifier", &[]),
    };
    PaperParty {
        role_label: seat(language, seat_of_party),
        name: name.to_owned(),
        identifier_label,
        identifier: identifier.to_owned(),
    }
}

fn seat(language: Language, seat: Seat) -> String {
    let name = match seat {
        Seat::Consumer => "consumer",
        Seat::Company => "company",
        Seat::Mediator => "mediator",
        Seat::Ombudsman => "ombudsman",
        Seat::Legal => "legal",
    };
    texts::text(language, &format!("paper-seat-{name}"), &[])
}

const fn method(method: SigningMethod) -> &'static str {
    match method {
        SigningMethod::Password => "password",
        SigningMethod::Totp => "totp",
        SigningMethod::Passkey => "passkey",
        SigningMethod::EmailCode => "email_code",
    }
}

const fn level(level: IdentityLevel) -> &'static str {
    match level {
        IdentityLevel::Email => "email",
        IdentityLevel::Password => "password",
        IdentityLevel::TwoFactor => "two_factor",
        IdentityLevel::Passkey => "passkey",
    }
}
