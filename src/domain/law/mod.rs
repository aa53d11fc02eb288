//! The jurisdiction pack: what one legal order asks for, as versioned data. Holidays, times to answer, names of
//! papers, and every sentence that states law, each with its source. A pack that a case began with never changes: a
//! change is the next version, and the former stays.

mod clauses;
mod holidays;

pub use clauses::{ClauseFigure, ClauseKind, ClauseUnit, LibraryClause};
pub use holidays::Holiday;
pub(crate) use holidays::{is_holiday, is_weekend};

use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// Which pack, and which version of it: `br/1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PackId {
    pub order: LegalOrder,
    pub version: u16,
}

/// A legal order that acordo has a pack for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegalOrder {
    Brazil,
    UnitedKingdom,
    EuropeanUnion,
}

/// The text names no pack that is known here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no jurisdiction pack; known are br/1, uk/1 and eu/1")]
pub struct UnknownPack(String);

impl LegalOrder {
    pub const ALL: [Self; 3] = [Self::Brazil, Self::UnitedKingdom, Self::EuropeanUnion];
    pub const fn code(self) -> &'static str {
        match self {
            Self::Brazil => "br",
            Self::UnitedKingdom => "uk",
            Self::EuropeanUnion => "eu",
        }
    }
}

impl PackId {
    /// Every case that names no pack began under this one.
    pub const FIRST: Self = Self { order: LegalOrder::Brazil, version: 1 };
    /// The pack itself; the oldest of its order for a version that this program does not know.
    pub fn pack(self) -> &'static Pack {
        let of_order = || PACKS.iter().filter(|pack| pack.pack.order == self.order);
        of_order().find(|pack| pack.pack == self).or_else(|| of_order().next()).unwrap_or(&PACKS[0])
    }
}

impl Default for PackId {
    fn default() -> Self {
        Self::FIRST
    }
}

impl fmt::Display for PackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.order.code(), self.version)
    }
}

impl FromStr for PackId {
    type Err = UnknownPack;
    fn from_str(text: &str) -> Result<Self, UnknownPack> {
        let unknown = || UnknownPack(text.to_owned());
        let (code, version) = text.split_once('/').ok_or_else(unknown)?;
        let order = LegalOrder::ALL.into_iter().find(|order| order.code() == code).ok_or_else(unknown)?;
        let version = version.parse().ok().filter(|version| *version > 0).ok_or_else(unknown)?;
        Ok(Self { order, version })
    }
}

impl TryFrom<String> for PackId {
    type Error = UnknownPack;
    fn try_from(text: String) -> Result<Self, UnknownPack> {
        text.parse()
    }
}

impl From<PackId> for String {
    fn from(id: PackId) -> Self {
        id.to_string()
    }
}

/// One text in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    #[serde(rename = "pt-BR")]
    pub pt_br: String,
    pub es: String,
    pub en: String,
}

impl Wording {
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::PtBr => &self.pt_br,
            Language::Es => &self.es,
            Language::En => &self.en,
        }
    }
}

/// A sentence that states law, and where the law says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stated {
    pub sources: Vec<String>,
    #[serde(flatten)]
    pub wording: Wording,
}

/// How long somebody has to answer, and why so long.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnsweringTime {
    pub days: u32,
    pub working_days: bool,
    pub source: String,
    /// What a house may set, where the law leaves it no more: days of the same kind.
    #[serde(default)]
    pub least: Option<u32>,
    #[serde(default)]
    pub greatest: Option<u32>,
}

/// Why what is due on a day off is in time on the next working day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueDay {
    pub source: String,
}

/// How long an invitation waits, and a company has for its first word; and which day an obligation is due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnsweringTimes {
    pub invitation: AnsweringTime,
    pub first_reply: AnsweringTime,
    pub obligation: DueDay,
}

/// One version of one legal order.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub pack: PackId,
    pub name: Wording,
    /// The IANA zone in which its days end.
    pub zone: String,
    pub holidays: Vec<Holiday>,
    pub times: AnsweringTimes,
    /// The house's clause library under this law.
    pub clauses: Vec<LibraryClause>,
    papers: BTreeMap<String, Wording>,
    statements: BTreeMap<String, Stated>,
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($variant),* }
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $text),* } }
        }
    )* };
}

names! {
    /// A paper that each legal order calls by its own name.
    PaperName {
        AgreementMediated = "agreement_mediated",
        AgreementContract = "agreement_contract",
        FinalTerm = "final_term",
        Certificate = "certificate",
        Procedure = "procedure",
        Enforcement = "enforcement",
        Receipt = "receipt",
    }
    /// What a paper or a page says of the law.
    Statement {
        AgreementMediated = "agreement_mediated",
        AgreementContract = "agreement_contract",
        AgreementAfterMediation = "agreement_after_mediation",
        AgreementRecommended = "agreement_recommended",
        AgreementFurther = "agreement_further",
        AgreementElectronic = "agreement_electronic",
        AgreementScope = "agreement_scope",
        AgreementRights = "agreement_rights",
        AgreementDelay = "agreement_delay",
        AgreementForum = "agreement_forum",
        FinalTermBasis = "final_term_basis",
        FinalTermFreedom = "final_term_freedom",
        CertificateBasis = "certificate_basis",
        CertificateSuspension = "certificate_suspension",
        CertificateNoSuspension = "certificate_no_suspension",
        CertificateComplaintPeriod = "certificate_complaint_period",
        CertificateAccountPeriod = "certificate_account_period",
        CertificateInvitation = "certificate_invitation",
        CertificateUse = "certificate_use",
        EnforcementMediated = "enforcement_mediated",
        EnforcementContract = "enforcement_contract",
        EnforcementPrincipal = "enforcement_principal",
        ReceiptUse = "receipt_use",
        ReceiptUnsent = "receipt_unsent",
        Confidentiality = "confidentiality",
        ConfidentialityExceptions = "confidentiality_exceptions",
        OnlineConsent = "online_consent",
    }
}

impl Pack {
    /// What this legal order calls the paper.
    pub fn paper(&self, paper: PaperName, language: Language) -> &str {
        self.papers.get(paper.name()).map_or("", |wording| wording.text(language))
    }
    pub fn statement(&self, statement: Statement) -> Option<&Stated> {
        self.statements.get(statement.name())
    }
    /// The sentence in this language.
    pub fn says(&self, statement: Statement, language: Language) -> &str {
        self.statement(statement).map_or("", |stated| stated.wording.text(language))
    }
}

/// All packs that there ever were, each order's oldest first.
pub static PACKS: LazyLock<[Pack; 3]> = LazyLock::new(|| {
    [include_str!("packs/br-1.json"), include_str!("packs/uk-1.json"), include_str!("packs/eu-1.json")].map(read)
});

#[allow(clippy::expect_used, reason = "the packs are compiled in, and a test reads each")]
fn read(json: &str) -> Pack {
    serde_json::from_str(json).expect("a pack is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendar;
    use jiff::civil::{Date, date};

    #[test]
    fn every_pack_says_everything_and_names_every_paper_in_three_languages() {
        for pack in PACKS.iter() {
            let said: Vec<&str> = pack.statements.keys().map(String::as_str).collect();
            let mut wanted: Vec<&str> = Statement::ALL.iter().map(|statement| statement.name()).collect();
            wanted.sort_unstable();
            assert_eq!(said, wanted, "{}", pack.pack);
            let named: Vec<&str> = pack.papers.keys().map(String::as_str).collect();
            let mut wanted: Vec<&str> = PaperName::ALL.iter().map(|paper| paper.name()).collect();
            wanted.sort_unstable();
            assert_eq!(named, wanted, "{}", pack.pack);
            for stated in pack.statements.values() {
                assert!(!stated.sources.is_empty() && stated.sources.iter().all(|source| !source.is_empty()));
            }
            let wordings = pack.papers.values().chain(pack.statements.values().map(|stated| &stated.wording));
            for wording in wordings.chain([&pack.name]) {
                assert!(Language::ALL.iter().all(|language| !wording.text(*language).trim().is_empty()), "{wording:?}");
            }
        }
    }

    #[test]
    fn a_pack_is_known_by_its_name_and_an_unknown_version_is_read_by_its_order() {
        for (text, order) in [("br/1", LegalOrder::Brazil), ("uk/1", LegalOrder::UnitedKingdom)] {
            let id: PackId = text.parse().unwrap();
            assert_eq!((id.order, id.pack().pack, id.to_string().as_str()), (order, id, text));
        }
        let later: PackId = "eu/9".parse().unwrap();
        assert_eq!(later.pack().pack.order, LegalOrder::EuropeanUnion);
        for bad in ["", "br", "br/0", "br/x", "us/1", "br/1/2"] {
            assert!(bad.parse::<PackId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_holiday_has_one_rule_and_a_source() {
        for holiday in PACKS.iter().flat_map(|pack| &pack.holidays) {
            let rules = [holiday.on.is_some(), holiday.weekday.is_some(), holiday.days_from_easter.is_some()];
            assert_eq!(rules.iter().filter(|there| **there).count(), 1, "{holiday:?}");
            assert!(holiday.day_in(2026).is_some() && !holiday.source.is_empty(), "{holiday:?}");
        }
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(holidays::easter(year), date(year, month, day));
        }
    }

    #[test]
    fn each_order_rests_on_its_own_days() {
        let rests = |text: &str, day: Date| {
            let id: PackId = text.parse().unwrap();
            !Calendar::of_pack(id.pack()).is_working_day(day)
        };
        // England: the bank holidays of 2026, of which Boxing Day is kept on the Monday.
        for day in [
            date(2026, 1, 1),
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 4),
            date(2026, 5, 25),
            date(2026, 8, 31),
            date(2026, 12, 25),
            date(2026, 12, 28),
        ] {
            assert!(rests("uk/1", day), "{day}");
        }
        // In 2021 both days of Christmas moved, in 2022 New Year's Day did.
        for day in [date(2021, 12, 27), date(2021, 12, 28), date(2022, 1, 3), date(2022, 12, 27)] {
            assert!(rests("uk/1", day), "{day}");
        }
        for day in [date(2026, 4, 21), date(2026, 12, 29), date(2021, 12, 29), date(2022, 1, 4)] {
            assert!(!rests("uk/1", day), "{day}");
        }
        assert!(rests("eu/1", date(2026, 5, 1)) && !rests("eu/1", date(2026, 5, 4)));
        assert!(rests("br/1", date(2026, 4, 21)) && !rests("eu/1", date(2026, 4, 21)));
        // Brazil moves nothing: a holiday on a Sunday is lost.
        assert!(!rests("br/1", date(2026, 11, 16)));
    }

    #[test]
    fn the_rules_of_a_new_installation_are_those_of_the_first_pack() {
        let rules = crate::rules::Rules::default();
        let times = &PackId::FIRST.pack().times;
        assert_eq!((rules.invitation_days, false), (times.invitation.days, times.invitation.working_days));
        assert_eq!((rules.first_reply_days, false), (times.first_reply.days, times.first_reply.working_days));
    }
}
