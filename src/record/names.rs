//! The names that occur in headers and notes, and which texts may be one.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a part of an event holds, and so who may see or erase it. In the order of the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartName {
    /// Who acted: absent for the seat `system`, there for every other.
    Author,
    /// What was said or decided: always there.
    Content,
    /// One file.
    Evidence,
    /// From which address and program, where the kind asks for it.
    Origin,
    /// The same of each who signed, in a conclusion.
    OriginOf(SignerSeat),
}

/// A seat that can sign. In the order of the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignerSeat {
    Company,
    Consumer,
    Coordinator,
    Legal,
    Mediator,
    Ombudsman,
}

impl SignerSeat {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Company, Self::Consumer, Self::Coordinator, Self::Legal, Self::Mediator, Self::Ombudsman];

    /// The name as a header has it.
    pub fn as_str(self) -> &'static str {
        self.origin().trim_start_matches("origin_")
    }

    const fn origin(self) -> &'static str {
        match self {
            Self::Company => "origin_company",
            Self::Consumer => "origin_consumer",
            Self::Coordinator => "origin_coordinator",
            Self::Legal => "origin_legal",
            Self::Mediator => "origin_mediator",
            Self::Ombudsman => "origin_ombudsman",
        }
    }

    /// The seat of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|seat| seat.as_str() == text)
    }
}

impl PartName {
    /// The name as a header has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Content => "content",
            Self::Evidence => "evidence",
            Self::Origin => "origin",
            Self::OriginOf(seat) => seat.origin(),
        }
    }

    /// The part of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = [Self::Author, Self::Content, Self::Evidence, Self::Origin];
        let of_signers = SignerSeat::ALL.into_iter().map(Self::OriginOf);
        plain.into_iter().chain(of_signers).find(|part| part.as_str() == text)
    }
}

impl Serialize for PartName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PartName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("{text} is no part")))
    }
}

impl std::fmt::Display for PartName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The seat under which `system` acts.
pub const SYSTEM: &str = "system";

/// Every seat a header may name.
pub const SEATS: [&str; 7] = ["consumer", "company", "mediator", "ombudsman", "legal", "coordinator", SYSTEM];

/// A seat, `coordinator` or `system`.
pub fn is_seat(text: &str) -> bool {
    SEATS.contains(&text)
}

/// `[a-z][a-z0-9_]{0,63}`
pub fn is_kind(text: &str) -> bool {
    let b = text.as_bytes();
    (1..=64).contains(&b.len())
        && b[0].is_ascii_lowercase()
        && b.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == b'_')
}

/// A UUID in lower case with its hyphens.
pub fn is_case(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() == 36
        && b.iter().enumerate().all(|(i, c)| match i {
            8 | 13 | 18 | 23 => *c == b'-',
            _ => c.is_ascii_digit() || (b'a'..=b'f').contains(c),
        })
}

/// A channel: a name, for some a side or number after `:`, and from the second
/// on a generation after `/` (`caucus:consumer/2`).
pub fn is_channel(text: &str) -> bool {
    let (name, generation) = match text.split_once('/') {
        Some((name, generation)) => (name, Some(generation)),
        None => (text, None),
    };
    let side = |s: &str| matches!(s, "consumer" | "company");
    let known = match name.split_once(':') {
        None => matches!(name, "procedure" | "joint"),
        Some(("caucus" | "sealed" | "challenge", s)) => side(s),
        Some(("internal", s)) => s == "company",
        Some(("notes", s)) => s == "mediator",
        Some(("review" | "desk", n)) => is_count(n),
        Some(_) => false,
    };
    known && generation.is_none_or(|g| is_count(g) && g != "1" && name.contains(':'))
}

/// A positive decimal without leading zeros, below 10^9.
fn is_count(text: &str) -> bool {
    (1..=9).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

/// `[a-z0-9.-]+(/[a-z0-9._-]+)*`: the instance log's URL without scheme and
/// last slash.
pub fn is_instance(text: &str) -> bool {
    text.len() <= 255
        && text.split('/').enumerate().all(|(i, piece)| {
            !piece.is_empty()
                && piece.bytes().all(|b| {
                    b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-' || (i > 0 && b == b'_')
                })
        })
}

/// Not empty, without Unicode spaces, `+` and control characters.
pub(crate) fn is_key_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_in_the_order_of_their_names() {
        let all: Vec<PartName> = [PartName::Author, PartName::Content, PartName::Evidence, PartName::Origin]
            .into_iter()
            .chain(SignerSeat::ALL.map(PartName::OriginOf))
            .collect();
        assert!(all.is_sorted() && all.is_sorted_by_key(|part| part.as_str()));
        for part in all {
            assert_eq!(PartName::parse(part.as_str()), Some(part));
        }
        assert!(SignerSeat::ALL.iter().all(|seat| is_seat(seat.as_str())));
        assert_eq!(PartName::parse("origin_system"), None);
    }

    #[test]
    fn channels_of_the_domain_are_channels_and_nothing_else_is() {
        for good in [
            "procedure",
            "joint",
            "caucus:consumer",
            "caucus:company/2",
            "internal:company",
            "notes:mediator",
            "notes:mediator/13",
            "sealed:company",
            "review:1",
            "desk:12",
            "challenge:consumer",
        ] {
            assert!(is_channel(good), "{good}");
        }
        for bad in [
            "",
            "Joint",
            "joint/2",
            "caucus",
            "caucus:mediator",
            "caucus:consumer/1",
            "caucus:consumer/02",
            "caucus:consumer/",
            "review:0",
            "review:",
            "a:b",
            "notes:mediator/2/3",
        ] {
            assert!(!is_channel(bad), "{bad}");
        }
    }

    #[test]
    fn instance_names_have_the_form_of_a_log_url_without_scheme() {
        for good in ["demo.example/log", "acordo.example.org/log", "a", "a/b_c/d.e"] {
            assert!(is_instance(good), "{good}");
        }
        for bad in ["", "/log", "a/", "a//b", "A", "a_b", "a b", "a+b", "https://a"] {
            assert!(!is_instance(bad), "{bad}");
        }
    }
}
