//! Sealed PDFs, as a program that follows the norms makes them, and as one that cheats.

use acordo_record::bundle::{self, EventInput};
use acordo_record::*;
use p256::ecdsa::signature::hazmat::PrehashSigner;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::traits::PublicKeyParts;

use super::{SHOWN, Sample};

/// The kinds of keys that seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealKind {
    P256,
    P384,
    Rsa,
}

pub const KINDS: [SealKind; 3] = [SealKind::P256, SealKind::P384, SealKind::Rsa];

/// What a seal says; a test changes one thing of it.
#[derive(Clone)]
pub struct SealParts {
    pub kind: SealKind,
    pub sub_filter: &'static str,
    pub digest_algorithm: Vec<u8>,
    /// Instead of the digest of the file.
    pub digest: Option<Hash>,
    /// Instead of the hash of the certificate; an empty one leaves the attribute out.
    pub certificate_hash: Option<Vec<u8>>,
    /// Added to the signed attributes.
    pub more_attributes: Vec<u8>,
    /// After the signature, where zeros are.
    pub after: &'static [u8],
    pub signature_algorithm: Option<Vec<u8>>,
    /// Instead of the certificate's.
    pub number: Option<Vec<u8>>,
    /// The fields of the form; the first object is the signature's.
    pub fields: &'static str,
}

impl SealParts {
    pub fn by(kind: SealKind) -> Self {
        Self {
            kind,
            sub_filter: "ETSI.CAdES.detached",
            digest_algorithm: sequence(&[&oid(SHA256)]),
            digest: None,
            certificate_hash: None,
            more_attributes: Vec::new(),
            after: b"",
            signature_algorithm: None,
            number: None,
            fields: "1 0 R",
        }
    }
}

pub fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        length @ 0..=0x7f => out.push(length as u8),
        length @ 0x80..=0xff => out.extend([0x81, length as u8]),
        length => out.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    out.extend_from_slice(content);
    out
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    der(0x30, &parts.concat())
}

fn set(parts: &[&[u8]]) -> Vec<u8> {
    der(0x31, &parts.concat())
}

fn oid(bytes: &[u8]) -> Vec<u8> {
    der(6, bytes)
}

/// A number above zero.
fn integer(bytes: &[u8]) -> Vec<u8> {
    let bytes = &bytes[bytes.iter().position(|byte| *byte != 0).unwrap()..];
    der(2, &if bytes[0] & 0x80 != 0 { [&[0], bytes].concat() } else { bytes.to_vec() })
}

pub const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
pub const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE_V2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const RSA_WITH_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const ECDSA_WITH_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const P384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];

impl SealKind {
    fn p256() -> p256::ecdsa::SigningKey {
        p256::ecdsa::SigningKey::from_slice(&[11; 32]).unwrap()
    }

    fn p384() -> p384::ecdsa::SigningKey {
        p384::ecdsa::SigningKey::from_slice(&[12; 48]).unwrap()
    }

    fn rsa() -> rsa::PrivateKey {
        let text: String = include_str!("rsa.txt").split_whitespace().collect();
        rsa::PrivateKey::from_pkcs1_der(&from_base64(&text).unwrap()).unwrap()
    }

    /// By RFC 6979 or without randomness, so that the vectors are the same on every run.
    fn sign(self, digest: &Hash) -> Vec<u8> {
        let numbers = |bytes: &[u8]| {
            let (r, s) = bytes.split_at(bytes.len() / 2);
            sequence(&[&integer(r), &integer(s)])
        };
        match self {
            Self::P256 => {
                let signature: p256::ecdsa::Signature = Self::p256().sign_prehash(digest).unwrap();
                numbers(&signature.to_bytes())
            }
            Self::P384 => {
                let signature: p384::ecdsa::Signature = Self::p384().sign_prehash(digest).unwrap();
                numbers(&signature.to_bytes())
            }
            Self::Rsa => Self::rsa().sign(rsa::pkcs1v15::Pkcs1v15Sign::new::<sha2::Sha256>(), digest).unwrap(),
        }
    }

    fn signature_algorithm(self) -> Vec<u8> {
        match self {
            Self::P256 | Self::P384 => sequence(&[&oid(ECDSA_WITH_SHA256)]),
            Self::Rsa => sequence(&[&oid(RSA_WITH_SHA256), &[5, 0]]),
        }
    }

    fn public_key(self) -> Vec<u8> {
        let of_curve = |curve: &[u8], point: &[u8]| {
            sequence(&[&sequence(&[&oid(EC), &oid(curve)]), &der(3, &[&[0], point].concat())])
        };
        match self {
            Self::P256 => of_curve(P256, Self::p256().verifying_key().to_sec1_point(false).as_bytes()),
            Self::P384 => of_curve(P384, Self::p384().verifying_key().to_sec1_point(false).as_bytes()),
            Self::Rsa => {
                let modulus = Self::rsa().to_public_key().n_bytes();
                let numbers = sequence(&[&integer(&modulus), &integer(&[1, 0, 1])]);
                sequence(&[&sequence(&[&oid(RSA), &[5, 0]]), &der(3, &[&[0], numbers.as_slice()].concat())])
            }
        }
    }

    /// A certificate that vouches for itself.
    pub fn certificate(self) -> Vec<u8> {
        let name = name();
        let validity = sequence(&[&der(23, b"260101000000Z"), &der(23, b"360101000000Z")]);
        let fields = sequence(&[
            &der(0xa0, &der(2, &[2])),
            &der(2, &[1]),
            &self.signature_algorithm(),
            &name,
            &validity,
            &name,
            &self.public_key(),
        ]);
        let signature = self.sign(&sha256(&fields));
        sequence(&[&fields, &self.signature_algorithm(), &der(3, &[&[0], signature.as_slice()].concat())])
    }

    /// The line of a key file for this certificate.
    pub fn line(self) -> String {
        format!("seal {}", hex(&sha256(&self.certificate())))
    }
}

fn name() -> Vec<u8> {
    sequence(&[&set(&[&sequence(&[&oid(COMMON_NAME), &der(12, b"demo.example")])])])
}

fn attribute(kind: &[u8], value: &[u8]) -> Vec<u8> {
    sequence(&[&oid(kind), &set(&[value])])
}

/// The signature over a file with this digest.
pub fn cms(parts: &SealParts, digest: &Hash) -> Vec<u8> {
    let certificate = parts.kind.certificate();
    let named = parts.certificate_hash.clone().unwrap_or_else(|| sha256(&certificate).to_vec());
    let named = sequence(&[&sequence(&[&sequence(&[&der(4, &named)])])]);
    let mut attributes = [
        attribute(CONTENT_TYPE, &oid(DATA)),
        attribute(MESSAGE_DIGEST, &der(4, &parts.digest.unwrap_or(*digest))),
        attribute(SIGNING_CERTIFICATE_V2, &named),
        parts.more_attributes.clone(),
    ];
    if parts.certificate_hash.as_ref().is_some_and(Vec::is_empty) {
        attributes[2].clear();
    }
    let attributes = attributes.concat();
    let signature = parts.kind.sign(&sha256(&der(0x31, &attributes)));
    let issuer = sequence(&[&name(), &parts.number.clone().unwrap_or_else(|| der(2, &[1]))]);
    let algorithm = parts.signature_algorithm.clone().unwrap_or_else(|| parts.kind.signature_algorithm());
    let signer = sequence(&[
        &der(2, &[1]),
        &issuer,
        &parts.digest_algorithm,
        &der(0xa0, &attributes),
        &algorithm,
        &der(4, &signature),
    ]);
    let data = sequence(&[
        &der(2, &[1]),
        &set(&[&parts.digest_algorithm]),
        &sequence(&[&oid(DATA)]),
        &der(0xa0, &certificate),
        &set(&[&signer]),
    ]);
    sequence(&[&oid(SIGNED_DATA), &der(0xa0, &data)])
}

/// How many bytes are kept for a seal.
const PLACE: usize = 3_000;

/// A PDF with these files attached.
pub fn pdf(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    written(files, "", &[])
}

/// The same, sealed.
pub fn sealed(files: &[(&str, Vec<u8>)], parts: &SealParts) -> Vec<u8> {
    sealed_by(files, (parts.sub_filter, parts.fields), |digest, _| {
        [cms(parts, digest).as_slice(), parts.after].concat()
    })
}

/// The same by a program that is given the digest of what it signs, and the bytes.
pub fn sealed_by(
    files: &[(&str, Vec<u8>)],
    (sub_filter, fields): (&str, &str),
    sign: impl FnOnce(&Hash, &[u8]) -> Vec<u8>,
) -> Vec<u8> {
    let form = format!("/AcroForm<</SigFlags 3/Fields[{fields}]>>");
    let value = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{sub_filter}/ByteRange[0 {n} {n} {n}]/Contents<{}>>>",
        "00".repeat(PLACE),
        n = "0000000000",
    );
    let field = "<</FT/Sig/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/T(seal)/V 2 0 R>>".to_owned();
    let mut out = written(files, &form, &[field, value]);
    let found = |what: &[u8]| out.windows(what.len()).position(|window| window == what).unwrap();
    let begins = found(b"/Contents<0") + b"/Contents".len();
    let ends = begins + 2 * PLACE + 2;
    let range = found(b"/ByteRange[") + b"/ByteRange[0 ".len();
    let numbers = format!("{begins:010} {ends:010} {:010}", out.len() - ends);
    out[range..range + numbers.len()].copy_from_slice(numbers.as_bytes());
    let covered = [&out[..begins], &out[ends..]].concat();
    let cms = hex_of(&sign(&sha256(&covered), &covered));
    out[begins + 1..begins + 1 + cms.len()].copy_from_slice(cms.as_bytes());
    out
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A PDF with these objects first, something more in its catalog, and files attached.
pub fn written(files: &[(&str, Vec<u8>)], catalog: &str, objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let mut names = String::new();
    let mut object = |out: &mut Vec<u8>, begins: String, data: &[u8], ends: &str| {
        places.push(out.len());
        let number = places.len();
        out.extend_from_slice(format!("{number} 0 obj\n{begins}").as_bytes());
        out.extend_from_slice(data);
        out.extend_from_slice(format!("{ends}\nendobj\n").as_bytes());
        number
    };
    for text in objects {
        object(&mut out, text.clone(), b"", "");
    }
    for (name, data) in files {
        let file = object(&mut out, format!("<</Length {}>>\nstream\n", data.len()), data, "\nendstream");
        let named = object(&mut out, format!("<</Type/Filespec/F({name})/EF<</F {file} 0 R>>>>"), b"", "");
        names += &format!("({name}){named} 0 R");
    }
    let page = "<</Type/Page/MediaBox[0 0 200 200]>>".to_owned();
    let page = object(&mut out, page, b"", "");
    let pages = object(&mut out, format!("<</Type/Pages/Count 1/Kids[{page} 0 R]>>"), b"", "");
    let root = format!("<</Type/Catalog/Pages {pages} 0 R/Names<</EmbeddedFiles<</Names[{names}]>>>>{catalog}>>");
    let root = object(&mut out, root, b"", "");
    let table = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).as_bytes());
    places.iter().for_each(|place| out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes()));
    let size = places.len() + 1;
    out.extend_from_slice(format!("trailer\n<</Size {size}/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n").as_bytes());
    out
}

/// What a final PDF has attached.
pub fn attached(story: &Sample<'_>) -> Vec<(&'static str, Vec<u8>)> {
    let procedure = &story.channels["procedure"];
    let concluded = |event: &EventInput| Header::parse(&event.header).unwrap().kind == "agreement_concluded";
    let seq = procedure.events.iter().position(concluded).unwrap() as u64 + 1;
    let whole = procedure.checkpoints.iter().find(|c| c.size == procedure.events.len() as u64).unwrap();
    vec![
        ("agreement.json", story.agreement_json.clone()),
        ("agreement-shown.pdf", SHOWN.to_vec()),
        ("agreement_concluded.jsonl", bundle::line_alone(&procedure.events, seq).unwrap()),
        ("checkpoint.txt", whole.note.clone().into_bytes()),
    ]
}
