//! Detects the type of a file by its bytes, never by its name.

/// How many bytes from the beginning tell the type.
pub const HEAD_BYTES: usize = 8 * 1024;

/// The media type, if it is one of those that the record takes (record.md, "Bundle").
///
/// `text` says whether the whole file is UTF-8 without control characters.
pub fn media_type(head: &[u8], text: bool, name: &str) -> Option<&'static str> {
    if let Some(brand) = head.get(4..12).and_then(|head| head.strip_prefix(b"ftyp")) {
        return film(brand, head);
    }
    if let Some(kind) = infer::get(head) {
        return match kind.mime_type() {
            "application/pdf" => Some("application/pdf"),
            "image/jpeg" => Some("image/jpeg"),
            "image/png" => Some("image/png"),
            "image/webp" => Some("image/webp"),
            "image/gif" => Some("image/gif"),
            "audio/mpeg" => Some("audio/mpeg"),
            "audio/ogg" | "audio/opus" => Some("audio/ogg"),
            "text/xml" if text && is_invoice(head) => Some("application/xml"),
            _ => None,
        };
    }
    // Nothing that a browser would run passes as text, nor what begins so behind a mark of byte order.
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let begins = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    if !text || head[begins..].starts_with(b"<") {
        return (text && is_invoice(head)).then_some("application/xml");
    }
    let is_mail = name.to_ascii_lowercase().ends_with(".eml") && begins_like_mail(head);
    Some(if is_mail { "message/rfc822" } else { "text/plain" })
}

/// Films and sound in boxes, by the brand that they name first.
fn film(brand: &[u8], head: &[u8]) -> Option<&'static str> {
    let of_pictures =
        |brand: &[u8]| [&b"hei"[..], b"hev", b"avi", b"mif", b"msf"].iter().any(|kind| brand.starts_with(kind));
    match brand {
        b"heic" | b"heix" => Some("image/heic"),
        b"mif1" if head[12..].chunks(4).take(BRANDS_MAX).any(|brand| brand == b"heic") => Some("image/heic"),
        b"qt  " => Some("video/quicktime"),
        b"M4A " | b"M4B " => Some("audio/mp4"),
        [b'3', b'g', ..] => Some("video/3gpp"),
        brand if of_pictures(brand) => None,
        _ => infer::get(head).filter(|kind| kind.mime_type().starts_with("video/")).map(|_| "video/mp4"),
    }
}

/// Brands that a file names beside the first.
const BRANDS_MAX: usize = 16;

/// A nota fiscal, by its root.
fn is_invoice(head: &[u8]) -> bool {
    const ROOTS: [&str; 12] = [
        "nfeProc",
        "NFe",
        "cteProc",
        "CTe",
        "CFe",
        "CompNfse",
        "NFSe",
        "Nfse",
        "nfseProc",
        "ConsultarNfseResposta",
        "ListaNfse",
        "FatturaElettronica",
    ];
    let text = String::from_utf8_lossy(head);
    let mut rest = text.trim_start();
    if let Some(declared) = rest.strip_prefix("<?xml ") {
        rest = declared.split_once("?>").map(|(_, after)| after.trim_start()).unwrap_or_default();
    }
    let root = rest.strip_prefix('<').unwrap_or_default();
    let root = root.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
    ROOTS.contains(&root.rsplit(':').next().unwrap_or_default())
}

/// Whole XML with nothing in it that a browser would run or fetch.
pub fn is_plain_xml(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let runs = ["<!doctype", "<!entity", "<?xml-stylesheet", "w3.org/1999/xhtml", "w3.org/2000/svg", "w3.org/1999/xsl"];
    !runs.iter().any(|word| text.contains(word))
}

/// The first line is a header field: a name, a colon.
fn begins_like_mail(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    !name.is_empty() && name.len() < line.len() && name.iter().all(|byte| byte.is_ascii_graphic())
}

/// Checks a file as it streams by: is it UTF-8 text without control characters?
#[derive(Debug, Default)]
pub struct TextWatch {
    broken: bool,
    rest: Vec<u8>,
}

impl TextWatch {
    pub fn see(&mut self, chunk: &[u8]) {
        if self.broken {
            return;
        }
        self.rest.extend_from_slice(chunk);
        let good = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => {
                self.broken = true;
                return;
            }
        };
        let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C) || *byte == 0x7F;
        self.broken = self.rest[..good].iter().any(control);
        self.rest.drain(..good);
    }

    pub fn is_text(&self) -> bool {
        !self.broken && self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_told_by_the_bytes() {
        assert_eq!(media_type(b"%PDF-1.7\n", false, "photo.jpg"), Some("application/pdf"));
        assert_eq!(media_type(b"Nota fiscal 123\n", true, "nota.txt"), Some("text/plain"));
        assert_eq!(media_type(b"From: a@b\nSubject: x\n\n", true, "carta.eml"), Some("message/rfc822"));
        assert_eq!(media_type(b"dear all\n", true, "carta.eml"), Some("text/plain"));
        for hostile in
            [&b"<html><script>"[..], b"  <svg onload=x>", b"\xEF\xBB\xBF<html>", b"PK\x03\x04", b"MZ\x90\0", b"\x7FELF"]
        {
            let mut watch = TextWatch::default();
            watch.see(hostile);
            assert_eq!(media_type(hostile, watch.is_text(), "photo.png"), None, "{hostile:?}");
        }
        assert_eq!(media_type(b"a\0b", false, "a.txt"), None);
    }

    #[test]
    fn films_and_sounds_of_phones_are_told_apart() {
        let kind = |brand: &[u8]| media_type(&[b"\0\0\0\x18ftyp", brand, b"\0\0\0\0mp42isom"].concat(), false, "x.mp4");
        assert_eq!(kind(b"mp42"), Some("video/mp4"));
        assert_eq!(kind(b"isom"), Some("video/mp4"));
        assert_eq!(kind(b"qt  "), Some("video/quicktime"));
        assert_eq!(kind(b"M4A "), Some("audio/mp4"));
        assert_eq!(kind(b"3gp4"), Some("video/3gpp"));
        assert_eq!(kind(b"heic"), Some("image/heic"));
        assert_eq!(media_type(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", false, "x"), Some("image/heic"));
        for unknown in [&b"hevc"[..], b"mif1", b"avif"] {
            assert_eq!(kind(unknown), None);
        }
        assert_eq!(media_type(b"GIF89a\x02\0\x02\0", false, "x.gif"), Some("image/gif"));
    }

    #[test]
    fn the_xml_of_an_invoice_is_taken_and_no_other() {
        let kind = |text: &str| media_type(text.as_bytes(), true, "nota.xml");
        assert_eq!(
            kind("<?xml version=\"1.0\" encoding=\"UTF-8\"?><nfeProc versao=\"4.00\">"),
            Some("application/xml")
        );
        assert_eq!(kind("\u{FEFF}<NFe xmlns=\"http://www.portalfiscal.inf.br/nfe\">"), Some("application/xml"));
        for other in
            ["<?xml version=\"1.0\"?><html>", "<svg>", "<?xml version=\"1.0\"?><!DOCTYPE x><NFe>", "<?xml-stylesheet?>"]
        {
            assert_eq!(kind(other), None, "{other}");
        }
        assert!(is_plain_xml(b"<NFe><x/></NFe>"));
        assert!(!is_plain_xml(b"<NFe><h:script xmlns:h='http://www.w3.org/1999/XHTML'>alert(1)</h:script></NFe>"));
    }

    #[test]
    fn text_is_followed_across_chunks() {
        let watch = |chunks: &[&[u8]]| {
            let mut watch = TextWatch::default();
            chunks.iter().for_each(|chunk| watch.see(chunk));
            watch.is_text()
        };
        assert!(watch(&[b"ol\xC3", b"\xA1\r\n"]));
        assert!(!watch(&[b"ol\xC3"]));
        assert!(!watch(&[b"ol\xC3", b"("]));
        assert!(!watch(&[b"a\x1B[31m"]));
    }
}
