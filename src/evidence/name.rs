//! The name under which a file is handed out: its ending says what it is, whatever it was called.

use acordo_record::forms::evidence_ending;

/// Endings that people write for the same kind.
const ALSO: [(&str, &[&str]); 7] = [
    ("image/jpeg", &["jpeg", "jfif"]),
    ("audio/ogg", &["oga", "opus"]),
    ("video/mp4", &["m4v"]),
    ("text/plain", &["csv", "log", "md"]),
    ("image/heic", &["heif"]),
    ("video/quicktime", &["qt"]),
    ("video/3gpp", &["3gpp", "3g2"]),
];

/// The same name where its ending fits, else with the fitting ending behind it: `boleto.bat` that is text becomes
/// `boleto.bat.txt`, and a double click runs nothing.
pub fn handed_out(name: &str, media_type: &str) -> String {
    let Some(right) = evidence_ending(media_type) else { return format!("{name}.bin") };
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let also = ALSO.iter().find(|(media, _)| *media == media_type).map_or(&[][..], |(_, endings)| endings);
    if ending == right || also.contains(&ending.as_str()) { name.to_owned() } else { format!("{name}.{right}") }
}

/// At most so many characters, of which the last are the ending: a long name keeps it.
pub fn shortened(name: &str, chars_max: usize) -> String {
    const ENDING_CHARS_MAX: usize = 10;
    let chars = name.chars().count();
    if chars <= chars_max {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| {
        !ending.is_empty() && ending.chars().count() <= ENDING_CHARS_MAX && !ending.contains(char::is_whitespace)
    });
    match ending {
        Some(ending) => {
            let kept = chars_max.saturating_sub(ending.chars().count() + 1);
            name.chars().take(kept).chain(['.']).chain(ending.chars()).collect()
        }
        None => name.chars().take(chars_max).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_the_ending_of_what_it_is() {
        let out = |name, media| handed_out(name, media);
        assert_eq!(out("boleto.bat", "text/plain"), "boleto.bat.txt");
        assert_eq!(out("foto.jpg.scr", "application/pdf"), "foto.jpg.scr.pdf");
        assert_eq!(out("nota.exe", "application/pdf"), "nota.exe.pdf");
        assert_eq!(out("Foto.JPEG", "image/jpeg"), "Foto.JPEG");
        assert_eq!(out("extrato.csv", "text/plain"), "extrato.csv");
        assert_eq!(out("sem ponto", "image/png"), "sem ponto.png");
        assert_eq!(out("ponto.", "image/png"), "ponto..png");
        assert_eq!(out("x.html", "application/unheard-of"), "x.html.bin");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        assert_eq!(shortened(&format!("{}.pdf", "é".repeat(300)), 20), format!("{}.pdf", "é".repeat(16)));
        assert_eq!(shortened("curto.pdf", 20), "curto.pdf");
        assert_eq!(shortened(&"x".repeat(30), 20), "x".repeat(20));
        assert_eq!(shortened(&format!("a.{}", "b".repeat(30)), 20), format!("a.{}", "b".repeat(18)));
    }
}
