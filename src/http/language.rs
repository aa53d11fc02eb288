//! Language negotiation: the language in which a caller is answered.

use crate::texts::Language;
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap};

/// The best of our languages for `Accept-Language`, if it names one.
pub fn requested(headers: &HeaderMap) -> Option<Language> {
    best(headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?)
}

fn best(header: &str) -> Option<Language> {
    let mut found: Option<(Language, u16)> = None;
    for item in header.split(',').take(32) {
        let mut pieces = item.split(';');
        let Some(language) = named(pieces.next().unwrap_or_default().trim()) else { continue };
        let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1_000, thousandths);
        if weight > 0 && found.is_none_or(|(_, best)| weight > best) {
            found = Some((language, weight));
        }
    }
    found.map(|(language, _)| language)
}

fn thousandths(text: &str) -> u16 {
    text.parse::<f32>().map_or(0, |q| (q.clamp(0.0, 1.0) * 1_000.0) as u16)
}

/// A language by its tag, whatever the region.
pub fn named(tag: &str) -> Option<Language> {
    match tag.split('-').next()?.to_ascii_lowercase().as_str() {
        "pt" => Some(Language::PtBr),
        "es" => Some(Language::Es),
        "en" => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_with_the_most_weight_wins() {
        assert_eq!(best("pt-BR,pt;q=0.9,en;q=0.8"), Some(Language::PtBr));
        assert_eq!(best("de-DE, en;q=0.5, es-AR;q=0.7"), Some(Language::Es));
        assert_eq!(best("de, fr;q=0.9"), None);
        assert_eq!(best("en;q=0, es;q=0.1"), Some(Language::Es));
        assert_eq!(best(";;;q=,,en;q=x"), None);
    }
}
