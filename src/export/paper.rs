//! Turns `agreement.json` into the text of its PDF, in the agreement's language.

use crate::export::agreement::Reached;
use crate::export::{AgreementFile, ExportError};
use crate::texts::{self, Language, Value};
use acordo_domain::case::command::Complaint;
use acordo_domain::case::event::{IdentityLevel, SigningMethod};
use acordo_domain::case::state::{Concluded, Owing};
use acordo_domain::identifier;
use acordo_domain::law::PaperName;
use acordo_domain::moment::Moment;
use acordo_domain::money::Money;
use acordo_domain::seat::{Seat, Side};
use acordo_domain::terms::{Due, Obligation};
use acordo_paper::{
    AgreementPaper, Attachment, LabelledValue, Labels, ObligationLine, PaperParty, SignatureLine, Signer,
};
use acordo_record::base64;
use jiff::tz::TimeZone;
use serde::Serialize;

/// The document that the signers are shown.
pub fn shown(file: &AgreementFile, json: &[u8], zone: &TimeZone) -> Result<AgreementPaper, ExportError> {
    let language = file.language;
    let say = |key: &str| texts::text(language, key, &[]);
    let tag = language.tag().parse().map_err(|_| ExportError::Paper(language.tag().to_owned()))?;
    let mut signers = Vec::new();
    let mut parties = Vec::new();
    let mut mediation = Vec::new();
    for side in Side::BOTH {
        let (name, identifier) = file.parties.party(side);
        signers.push(Signer { seat_label: seat(language, side.seat()), name: name.to_owned(), remarks: Vec::new() });
        let mut party = party(language, side.seat(), name, identifier);
        if side == Side::Company && file.company_name != name {
            let traded = [("name", Value::from(file.company_name.as_str()))];
            party.remarks.push(texts::text(language, "paper-traded-as", &traded));
        }
        let address = match side {
            Side::Consumer => &file.addresses.consumer,
            Side::Company => &file.addresses.company,
        };
        party.remarks.extend(address.clone());
        parties.push(party);
    }
    if let Some(name) = &file.mediator {
        signers.push(Signer { seat_label: seat(language, Seat::Mediator), name: name.clone(), remarks: Vec::new() });
        mediation.push(party(language, Seat::Mediator, name, ""));
    }
    let title = match file.reached {
        Reached::InMediation => PaperName::AgreementMediated,
        _ => PaperName::AgreementContract,
    };
    let opening = match file.reached {
        Reached::InMediation => "paper-opening-mediated",
        Reached::Directly | Reached::AfterMediation => "paper-opening-contract",
        Reached::ByOmbudsman => "paper-opening-ombudsman",
        Reached::ByLegalTeam => "paper-opening-legal",
    };
    let (settled, account) = subject(file, zone);
    let obligations = file.terms.obligations.iter().enumerate();
    Ok(AgreementPaper {
        language: tag,
        labels: Labels::collect(|key, pairs| {
            let args: Vec<(&str, Value<'_>)> = pairs.iter().map(|(name, mark)| (*name, Value::from(*mark))).collect();
            texts::text(language, key, &args)
        }),
        title: file.law.pack().paper(title, language).to_owned(),
        opening: say(opening),
        operator: file.operator.clone(),
        reference: file.reference.to_string(),
        case_id: file.case.to_string(),
        version: file.version,
        created_at: texts::time_long(language, file.drafted_at, zone),
        parties,
        mediation,
        settled,
        account,
        obligations: obligations.map(|(index, obligation)| line(file, index, obligation)).collect(),
        // Figures of the library's clauses stay with the word before; what the parties wrote is theirs.
        clauses: file
            .library_clauses()
            .map(|(_, wording)| tied(wording))
            .chain(file.clauses.iter().skip(file.chosen.len()).cloned())
            .collect(),
        legal_text: file.legal_text.iter().map(|text| tied(text)).collect(),
        signers,
        document_hash: base64(&acordo_record::agreement::document_hash(json)),
        terms_hash: file.terms_hash.clone(),
        record_root: file.record.root.clone(),
        record_size: file.record.size,
        signatures: None,
        due_dates: Vec::new(),
        checkpoint: None,
        attachments: vec![Attachment {
            file_name: "agreement.json".to_owned(),
            media_type: "application/json",
            description: say("paper-attachment"),
            bytes: json.to_vec(),
        }],
        timestamp: file.drafted_at.timestamp(),
    })
}

/// What the agreement settles, and the account of it: the complaint; of a later one of the same case what was named as
/// not solved, beside the agreements that stand and the complaint that they settled.
fn subject(file: &AgreementFile, zone: &TimeZone) -> (Vec<LabelledValue>, Option<LabelledValue>) {
    let language = file.language;
    let complaint = file.settled.as_ref().map(|settled| &settled.complaint);
    if file.before.is_empty() {
        // Whom a company invited may leave the account to it.
        let told = complaint.filter(|complaint| !complaint.story.is_empty());
        let told = told.map(|complaint| account(language, complaint));
        return (complaint.map(|complaint| settled(language, complaint)).unwrap_or_default(), told);
    }
    let say = |key: &str| texts::text(language, key, &[]);
    let before = file.before.iter().flat_map(|before| {
        let args = [
            ("version", Value::from(before.version)),
            ("day", Value::from(tied(&texts::time_long(language, before.concluded_at, zone)))),
        ];
        let stands = texts::text(language, "paper-before-stands", &args);
        [("paper-before", stands), ("paper-before-hash", before.document_hash.clone())]
    });
    let mut lines: Vec<LabelledValue> = before.map(|(key, value)| LabelledValue { label: say(key), value }).collect();
    lines.extend(complaint.map(|complaint| LabelledValue {
        label: say("paper-before-complaint"),
        value: match &complaint.order_number {
            Some(order) => format!("{} ({}: {order})", complaint.product, say("paper-settled-order")),
            None => complaint.product.clone(),
        },
    }));
    let Some(unsolved) = &file.unsolved else {
        lines.push(LabelledValue { label: say("paper-further"), value: say("paper-further-is") });
        return (lines, None);
    };
    let day = texts::date_long(language, texts::day_of(unsolved.said_at, zone));
    let label = texts::text(language, "paper-unsolved", &[("day", Value::from(tied(&day)))]);
    (lines, Some(LabelledValue { label, value: unsolved.words.clone() }))
}

/// What the case knows of the signatures besides the signatures themselves.
#[derive(Debug)]
pub struct Certified {
    pub concluded: Concluded,
    pub checkpoint: String,
    /// The event of the conclusion, with its path to the checkpoint.
    pub line: Vec<u8>,
    /// The document as the signers were shown it.
    pub shown: Vec<u8>,
    /// Those of this agreement alone.
    pub obligations: Vec<Owing>,
    /// Whether the time for reflection was waived for what was signed.
    pub reflection_waived: bool,
    /// The masked address of each signer, as far as it is known.
    pub emails: Vec<(Seat, String)>,
}

/// The same with the page that certifies the signatures.
pub fn concluded(
    file: &AgreementFile,
    json: &[u8],
    certified: Certified,
    zone: &TimeZone,
) -> Result<AgreementPaper, ExportError> {
    let language = file.language;
    let say = |key: &str| texts::text(language, key, &[]);
    let identifier = |seat: Seat| {
        let (_, identifier) = file.parties.party(seat.side()?);
        (!identifier.is_empty())
            .then(|| format!("{} {}", identifier_label(language, identifier), identifier::masked(identifier)))
    };
    let reflection = if certified.reflection_waived { "paper-reflection-waived" } else { "paper-reflection-kept" };
    let signatures = certified.concluded.signatures.iter().map(|signature| SignatureLine {
        name: signature.name.clone(),
        seat_label: seat(language, signature.seat),
        identifier: identifier(signature.seat),
        email: certified.emails.iter().find(|(seat, _)| *seat == signature.seat).map(|(_, email)| email.clone()),
        authority: signature.authority.clone(),
        method: texts::text(language, &format!("method-{}", method(signature.method)), &[]),
        identity_level: texts::text(language, &format!("paper-level-{}", level(signature.identity_level)), &[]),
        at: texts::time_long(language, signature.at, zone),
        reflection: (signature.seat == Seat::Consumer).then(|| say(reflection)),
        consent_text: signature.consent_text.clone(),
        pdf_hash: signature.pdf_hash.clone(),
    });
    let counted = certified.obligations.iter().filter(|owing| {
        let place = usize::from(owing.place).saturating_sub(1);
        file.terms.obligations.get(place).is_some_and(|obligation| matches!(obligation.due, Due::After(_)))
    });
    let due_dates = counted.map(|owing| LabelledValue {
        label: texts::text(language, "paper-due-number", &[("number", Value::from(owing.place))]),
        value: texts::text(
            language,
            "paper-due-until",
            &[("day", Value::from(last_day(language, owing.what.due, zone)))],
        ),
    });
    let due_dates = due_dates.collect();
    let mut paper = shown(file, json, zone)?;
    let attached = |file_name: &str, media_type, key: &str, bytes| Attachment {
        file_name: file_name.to_owned(),
        media_type,
        description: say(key),
        bytes,
    };
    paper.attachments.push(attached(
        "agreement-shown.pdf",
        "application/pdf",
        "paper-attachment-shown",
        certified.shown,
    ));
    paper.attachments.push(attached(
        "agreement_concluded.jsonl",
        "application/jsonl",
        "paper-attachment-concluded",
        certified.line,
    ));
    let checkpoint = certified.checkpoint.clone().into_bytes();
    paper.attachments.push(attached("checkpoint.txt", "text/plain", "paper-attachment-checkpoint", checkpoint));
    Ok(AgreementPaper {
        signatures: Some(signatures.collect()),
        due_dates,
        checkpoint: Some(certified.checkpoint),
        timestamp: certified.concluded.at.timestamp(),
        ..paper
    })
}

/// The last day of a date that ends at 24:00, in the calendar's zone.
pub fn last_day(language: Language, due: Moment, zone: &TimeZone) -> String {
    let day = texts::day_of(due.plus_millis(-1), zone);
    tied(&texts::date_long(language, day))
}

/// `R$ 1.280,00 (mil duzentos e oitenta reais)`.
pub fn amount(language: Language, money: Money) -> String {
    let figure = texts::money(language, money);
    match texts::in_words(language, money) {
        Some(words) => {
            let args = [("figure", Value::from(figure)), ("words", Value::from(words))];
            texts::text(language, "paper-amount-words", &args)
        }
        None => figure,
    }
}

/// Keeps a figure with the short word before it, and a day with its month: they never part at the end of a line.
pub fn tied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    let digits = |word: &str| word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty();
    while let Some(word) = words.next() {
        out += word;
        let Some(next) = words.peek() else { break };
        let before_figure = next.starts_with(|c: char| c.is_ascii_digit()) && word.chars().count() <= 5;
        let day_of_month = digits(word) && word.len() <= 2 && *next == "de";
        let of_month = word == "de" && out.len() > 3 && out[..out.len() - 2].ends_with('\u{a0}');
        let mark = matches!(word, "§" | "§§" | "R$" | "nº" | "n.");
        out.push(if before_figure || day_of_month || of_month || mark { '\u{a0}' } else { ' ' });
    }
    out
}

/// What the dispute was about, as the complaint has it.
pub fn settled(language: Language, complaint: &Complaint) -> Vec<LabelledValue> {
    let say = |key: &str| texts::text(language, key, &[]);
    let mut asked = named(language, "remedy", &complaint.remedy);
    if let Some(words) = complaint.remedy_words.as_deref().filter(|words| !words.trim().is_empty()) {
        asked = format!("{asked}. {words}");
    }
    let protocols = complaint.earlier_protocols.join(", ");
    [
        ("paper-settled-product", Some(complaint.product.clone())),
        ("paper-settled-order", complaint.order_number.clone()),
        ("paper-settled-happened", complaint.happened_on.map(|day| tied(&texts::date_long(language, day)))),
        ("paper-settled-protocols", Some(protocols).filter(|list| !list.is_empty())),
        ("paper-settled-amount", complaint.amount_in_dispute.map(|money| amount(language, money))),
        ("paper-settled-remedy", Some(asked)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(LabelledValue { label: say(key), value: value? }))
    .collect()
}

/// The name of a remedy or of an obligation's kind, as a paper has it: the page says "money back".
pub fn named(language: Language, of_what: &str, kind: &impl Serialize) -> String {
    let kind = serde_json::to_value(kind).ok();
    match kind.as_ref().and_then(serde_json::Value::as_str).unwrap_or("other") {
        "refund" => texts::text(language, "paper-refund", &[]),
        kind => texts::text(language, &format!("{of_what}-{kind}"), &[]),
    }
}

pub fn account(language: Language, complaint: &Complaint) -> LabelledValue {
    LabelledValue { label: texts::text(language, "paper-settled-account", &[]), value: complaint.story.clone() }
}

fn line(file: &AgreementFile, index: usize, obligation: &Obligation) -> ObligationLine {
    let language = file.language;
    let name = |side: Side| file.parties.party(side).0.to_owned();
    ObligationLine {
        number: (index + 1).to_string(),
        what: named(language, "obligation", &obligation.kind),
        who: name(obligation.debtor),
        to_whom: name(obligation.debtor.other()),
        amount: obligation.money.map(|money| texts::money(language, money)),
        amount_in_words: obligation.money.and_then(|money| texts::in_words(language, money)),
        due: due(file, obligation.due),
        description: obligation.description.clone(),
    }
}

fn due(file: &AgreementFile, due: Due) -> String {
    let language = file.language;
    match due {
        Due::On(day) => tied(&texts::date_long(language, day.on)),
        Due::After(after) => {
            let key = if after.working_days { "paper-due-working-days" } else { "paper-due-days" };
            let args = [
                ("days", Value::from(after.days_after_signature)),
                ("calendar", Value::from(file.law.pack().name.text(language))),
            ];
            tied(&texts::text(language, key, &args))
        }
    }
}

/// A party under its legal name; an identifier is written as people write it.
pub fn party(language: Language, seat_of_party: Seat, name: &str, identifier: &str) -> PaperParty {
    PaperParty {
        role_label: seat(language, seat_of_party),
        name: name.to_owned(),
        identifier_label: if identifier.is_empty() { String::new() } else { identifier_label(language, identifier) },
        identifier: identifier::formatted(identifier),
        remarks: Vec::new(),
    }
}

fn identifier_label(language: Language, identifier: &str) -> String {
    identifier::name(identifier).map_or_else(|| texts::text(language, "paper-identifier", &[]), str::to_owned)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_with_their_words() {
        for (text, wanted) in [
            ("terça-feira, 24 de novembro de 2026", "terça-feira, 24~de~novembro de~2026"),
            ("(Lei 13.140/2015, art. 20, § 2º)", "(Lei~13.140/2015, art.~20, §~2º)"),
            ("Tuesday, 24 November 2026", "Tuesday, 24 November 2026"),
        ] {
            assert_eq!(tied(text).replace('\u{a0}', "~"), wanted);
        }
    }
}
