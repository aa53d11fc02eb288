//! What an address and a name may be: parsed once, where they come in, and by one rule for every way in.

use acordo_domain::visible::is_invisible;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub const EMAIL_BYTES_MAX: usize = 254;
pub const NAME_CHARS_MAX: usize = 200;

/// An address that a mail can be sent to, in lower case: what the mailer takes, with a host that has a dot, and
/// without what a header or a list of addresses would read otherwise (quotes, comments, literal hosts).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct EmailAddress(String);

impl TryFrom<String> for EmailAddress {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not an address")
    }
}

impl EmailAddress {
    pub fn parse(text: &str) -> Option<Self> {
        let text = as_looked_up(text);
        let misread = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
        let (_, host) = text.rsplit_once('@')?;
        let fits = text.len() <= EMAIL_BYTES_MAX
            && !text.contains(misread)
            && host.contains('.')
            && text.parse::<lettre::Address>().is_ok();
        fits.then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Can this follow `From:`? `acordo <acordo@example.org>`, or an address alone; the mailer decides.
pub fn is_sender(text: &str) -> bool {
    !text.contains(char::is_control) && text.parse::<lettre::message::Mailbox>().is_ok()
}

/// An address as it is compared, which also finds those accepted under an older rule.
pub fn as_looked_up(address: &str) -> String {
    address.nfc().filter(|c| !is_invisible(*c)).collect::<String>().trim().to_lowercase()
}

/// `m…@example.org`: enough to know one's own address again.
pub fn masked(address: &str) -> String {
    match address.split_once('@') {
        Some((local, host)) => format!("{}…@{host}", local.chars().next().unwrap_or('…')),
        None => "…".to_owned(),
    }
}

/// A name that a header and a document can carry, as it is written by its bearer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct PersonName(String);

impl TryFrom<String> for PersonName {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("a name has at least one visible character")]
    Empty,
    #[error("a name has at most {NAME_CHARS_MAX} characters")]
    TooLong,
    #[error("a name has no line ends or other control characters")]
    ControlCharacters,
    #[error("a name has no address, link or number in it")]
    Lure,
}

impl PersonName {
    /// It stands in mails to addresses that nobody has shown to be theirs yet: it is no way to write to them.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = name(text)?;
        if is_lure(&name) { Err(NameError::Lure) } else { Ok(Self(name)) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person's or an organisation's name in the one form in which it is kept: with a letter or a digit in it. Joiners stay: Persian and Hindi names
/// are written with them, and so are some emoji.
pub fn name(text: &str) -> Result<String, NameError> {
    let kept = |c: &char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0f}') || !is_invisible(*c);
    let name = text.nfc().filter(kept).collect::<String>();
    let name = name.trim();
    if name.chars().any(char::is_control) {
        return Err(NameError::ControlCharacters);
    }
    if !name.chars().any(char::is_alphanumeric) {
        return Err(NameError::Empty);
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(NameError::TooLong);
    }
    Ok(name.to_owned())
}

/// Digits of the shortest number that somebody could call.
const LURE_DIGITS: usize = 6;

/// Endings of addresses that a mail program makes a link of, besides all of two letters: those that everybody knows, and
/// those that lures are sent with.
const ENDINGS: [&str; 52] = [
    "app", "bet", "best", "bid", "biz", "blog", "buzz", "cam", "cfd", "click", "cloud", "club", "com", "cyou", "dev",
    "edu", "email", "example", "fun", "gov", "icu", "info", "life", "link", "live", "loan", "lol", "mil", "mobi",
    "mov", "net", "online", "org", "page", "pro", "quest", "rest", "sbs", "shop", "site", "space", "store", "tech",
    "today", "top", "vip", "web", "website", "win", "work", "xyz", "zip",
];

/// Whether a text holds what a reader could follow: an address, a link, a number to call.
pub fn is_lure(text: &str) -> bool {
    let text: String = text.nfkc().filter(|c| !is_invisible(*c) && !is_combining_mark(*c)).map(as_read).collect();
    let low = text.to_lowercase();
    if low.contains('@') || low.contains("://") || low.contains("www.") {
        return true;
    }
    if text.chars().filter(|c| c.is_numeric()).count() >= LURE_DIGITS {
        return true;
    }
    text.match_indices('.').any(|(at, _)| is_link(&text[..at], &text[at + 1..]))
}

/// A letter as it is read in an address: those of other alphabets that look like a Latin one, and every sign that
/// counts as a full stop.
fn as_read(letter: char) -> char {
    const ALIKE: [(&str, &str); 3] = [
        ("авсеԁһікӏмнопрԛѕтцухԝјүгԍ", "abcedhiklmhonpqstuyxwjyrg"),
        ("АВСЕНІКМОРЅТХЈҮԜԚ", "ABCEHIKMOPSTXJYWQ"),
        ("αβεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeiknoptuxABEZHIKMNOPTYX"),
    ];
    if matches!(letter, '。' | '․' | '．' | '｡') {
        return '.';
    }
    let found = ALIKE.iter().find_map(|(others, latin)| {
        others.chars().zip(latin.chars()).find_map(|(other, latin)| (other == letter).then_some(latin))
    });
    found.unwrap_or(letter)
}

/// `example.org` and `t.co/x`, but neither `J.R.R.` nor `Sr.Silva` nor `j.silva`.
fn is_link(before: &str, after: &str) -> bool {
    let before = before.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '-').count();
    let ending: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let letters = ending.chars().count();
    if before == 0 || letters < 2 {
        return false;
    }
    let low = ending.to_lowercase();
    let is_known = ENDINGS.contains(&low.as_str()) || (letters == 2 && low.is_ascii());
    let is_followed = after[ending.len()..].starts_with(['/', ':']);
    let is_name =
        ending.chars().next().is_some_and(char::is_uppercase) && ending.chars().skip(1).all(char::is_lowercase);
    is_known || is_followed || (before >= 2 && !is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<String> {
        EmailAddress::parse(text).map(|address| address.to_string())
    }

    #[test]
    fn a_name_is_no_way_to_write_to_strangers() {
        for lure in [
            "Ganhe em premio.example",
            "EVIL.COM/x",
            "veja https://a.b",
            "www.evil",
            "ana@example.org",
            "ligue 11 98888-7777",
            "Ana ٠١٢٣٤٥٦٧",
            "Evil.Com",
            "eViL.cOm",
            "t.co/x",
            "T.Co",
            "veja x.com",
            "X.COM",
            "g.page",
            "Evil.Zone/x",
            "evil.сом",
            "еvil.сom",
            "Evil.Сом",
            "evil．com",
            "evil。com",
            "evil｡com",
            "evil․com",
            "evil\u{200d}.com",
            "ｅｖｉｌ．ｃｏｍ",
            "ana＠example",
            "ｗｗｗ．evil",
            "пример.рф",
            "例子.中国",
        ] {
            assert_eq!(PersonName::parse(lure), Err(NameError::Lure), "{lure}");
        }
        for name in [
            "Ana Souza",
            "J.R.R. Tolkien",
            "Sr.Silva",
            "Sr. silva",
            "Maria 2ª",
            "O'Neil",
            "X Æ A-12",
            "M.",
            "J.Silva",
            "j.silva",
            "J.SILVA",
            "Sr.Sá",
            "Maria.Silva",
            "J.R.Silva",
            "М.В.Ломоносов",
            "د.محمد",
            "Ana… Souza",
            "Ana Souza...",
            "St.John",
        ] {
            assert!(PersonName::parse(name).is_ok(), "{name}");
        }
        for product in ["Geladeira 300 L", "iPhone 15 Pro 256 GB", "TV 4K (2024)"] {
            assert!(!is_lure(product), "{product}");
        }
    }

    #[test]
    fn an_address_is_kept_as_it_is_compared() {
        for (typed, kept) in [
            (" Ana@Example.ORG ", "ana@example.org"),
            ("ana@example.org\u{200b}", "ana@example.org"),
            ("\u{feff}ana@example.org", "ana@example.org"),
            ("jose\u{301}@exemplo.com.br", "jos\u{e9}@exemplo.com.br"),
            ("ana+acordo@exemplo.example", "ana+acordo@exemplo.example"),
            ("o'brien@exemplo.example", "o'brien@exemplo.example"),
            ("joão@exemplo.com.br", "joão@exemplo.com.br"),
            ("ana@açaí.com.br", "ana@açaí.com.br"),
        ] {
            assert_eq!(address(typed).as_deref(), Some(kept), "{typed:?}");
            assert_eq!(as_looked_up(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn an_address_that_no_mail_could_be_sent_to_is_refused() {
        let long_local = format!("{}@exemplo.example", "x".repeat(65));
        let long = format!("a@{}.org", "x.".repeat(130));
        for bad in [
            "",
            "ana",
            "@x",
            "ana@",
            "@example.org",
            "ana@host",
            "a@b@c.org",
            "a b@c.org",
            "a@x.org\r\nBcc: e@x.org",
            "<a@x.org>",
            "a,b@x.org",
            "\"a\"@x.org",
            "a@x..org",
            "a@.org",
            "a@x.org.",
            "a..b@exemplo.example",
            ".a@exemplo.example",
            "a.@exemplo.example",
            "ana@-exemplo.example",
            "mailto:ana@exemplo.example",
            "ana:2@exemplo.example",
            "ana[1]@exemplo.example",
            "ana@[192.0.2.1]",
            long_local.as_str(),
            long.as_str(),
        ] {
            assert_eq!(address(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn what_is_taken_is_what_the_mailer_takes() {
        for typed in ["ana@exemplo_x.example", "ana@exemplo.example", "joão@exemplo.com.br", "ana@1.2.3.4"] {
            assert_eq!(address(typed).is_some(), typed.parse::<lettre::Address>().is_ok(), "{typed}");
        }
    }

    #[test]
    fn a_sender_is_what_the_mailer_writes_after_from() {
        for fine in ["acordo <acordo@example.org>", "acordo@localhost", "\"Acordo, mediação\" <a@example.org>"] {
            assert!(is_sender(fine), "{fine}");
        }
        for bad in ["acordo", "acordo <acordo>", "a@b <c>", "a@example.org\r\nBcc: x@example.org"] {
            assert!(!is_sender(bad), "{bad}");
        }
    }

    #[test]
    fn names_of_everywhere_are_names() {
        for given in
            ["Siobhán O'Connor-D’Ávila", "João 🎉", "Nguyễn Thị Ánh", "محمد عبد الله", "山田太郎", "مهدی\u{200c}زاده"]
        {
            assert_eq!(name(given).as_deref(), Ok(given));
        }
        assert_eq!(name("Jose\u{301}").as_deref(), Ok("Jos\u{e9}"));
        assert_eq!(name("  Ana Sá\u{200b} ").as_deref(), Ok("Ana Sá"));
        assert_eq!(name("\u{202e}anA").as_deref(), Ok("anA"), "nobody turns the rest of a line around");
    }

    #[test]
    fn a_name_that_nobody_can_see_or_that_breaks_a_line_is_none() {
        for unseen in [
            "",
            "  ",
            "\u{200b}\u{200b}\u{2060}",
            "\u{feff}",
            "\u{3164}",
            "\u{2800}",
            "\u{ad}\u{ad}",
            "\u{200d}",
            "🎉",
            "-.",
        ] {
            assert_eq!(name(unseen), Err(NameError::Empty), "{unseen:?}");
        }
        for broken in ["Ana\nBcc: x", "a\u{0}"] {
            assert_eq!(name(broken), Err(NameError::ControlCharacters));
        }
        assert_eq!(name(&"x".repeat(NAME_CHARS_MAX + 1)), Err(NameError::TooLong));
    }

    #[test]
    fn a_masked_address_shows_one_letter_and_the_host() {
        assert_eq!(masked("marina@example.org"), "m…@example.org");
        assert_eq!(masked("?"), "…");
    }
}
