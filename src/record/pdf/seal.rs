//! The seal of a PDF: its one signature, and the bytes that it covers.

use super::PdfFile;
use super::syntax::PdfValue;
use crate::cms;
use crate::hash::{Hash, sha256_of};

/// Fields of the form, and what is inside of them.
const FIELDS_MAX: usize = 1_000;

/// What the pages are bound by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// Nothing.
    None,
    /// A signature that does not hold, or more than one.
    Broken,
    /// By the key of the certificate with this SHA-256.
    By(Hash),
}

/// The seal of a document that can be read.
pub fn seal(bytes: &[u8]) -> Seal {
    let Some(document) = PdfFile::read(bytes) else { return Seal::None };
    match document.signatures() {
        Some(signatures) if signatures.is_empty() => Seal::None,
        Some(signatures) => match signatures.as_slice() {
            [one] => document.signer(one).map_or(Seal::Broken, Seal::By),
            _ => Seal::Broken,
        },
        // A form that cannot be read may hide one.
        None => Seal::Broken,
    }
}

impl PdfFile<'_> {
    /// The values of the signature fields.
    fn signatures(&self) -> Option<Vec<PdfValue>> {
        let catalog = self.of(self.trailer.get("Root")?)?;
        let Some(form) = catalog.dict()?.get("AcroForm") else { return Some(Vec::new()) };
        let form = self.of(form)?;
        let Some(fields) = form.dict()?.get("Fields") else { return Some(Vec::new()) };
        let mut open = self.of(fields)?.array()?.to_vec();
        let (mut seen, mut found) = (0, Vec::new());
        while let Some(field) = open.pop() {
            seen += 1;
            if seen > FIELDS_MAX {
                return None;
            }
            let field = self.of(&field)?;
            let field = field.dict()?;
            if let Some(kids) = field.get("Kids") {
                open.extend_from_slice(self.of(kids)?.array()?);
            }
            let is_signature = matches!(field.get("FT"), Some(PdfValue::Name(name)) if name == b"Sig");
            if let Some(value) = field.get("V").filter(|_| is_signature) {
                found.push(self.of(value)?);
            }
        }
        Some(found)
    }

    /// Whoever signed the whole file but the place of the signature itself.
    fn signer(&self, signature: &PdfValue) -> Option<Hash> {
        let signature = signature.dict()?;
        let form = matches!(signature.get("SubFilter"), Some(PdfValue::Name(name)) if name == b"ETSI.CAdES.detached");
        form.then_some(())?;
        let [PdfValue::Number(0), PdfValue::Number(ends), PdfValue::Number(begins), PdfValue::Number(rest)] =
            signature.get("ByteRange")?.array()?
        else {
            return None;
        };
        let [ends, begins, rest] = [*ends, *begins, *rest].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        (begins.checked_add(rest)? == self.bytes.len()).then_some(())?;
        let place = self.bytes.get(ends..begins)?;
        let digits = place.strip_prefix(b"<")?.strip_suffix(b">")?;
        let contents = signature.get("Contents")?.text()?;
        (from_hex(digits)? == contents).then_some(())?;
        cms::signer(contents, &sha256_of(&[self.bytes.get(..ends)?, self.bytes.get(begins..)?]))
    }
}

/// Two digits a byte, and nothing else.
fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let digit = |byte: &u8| u8::try_from((*byte as char).to_digit(16)?).ok();
    digits.chunks_exact(2).map(|pair| Some(digit(&pair[0])? << 4 | digit(&pair[1])?)).collect()
}
