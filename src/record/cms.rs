//! The seal of a document: a CMS signature in the form that `ETSI.CAdES.detached` asks for, by RSA or ECDSA over SHA-256.
//! Who made the certificate, and until when it says that it is good, is not asked: the key file names it.

use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::BoxedUint;

use crate::der::{BIT_STRING, CONTEXT_0, CONTEXT_1, Der, Element, INTEGER, NULL, OCTET_STRING, OID, SEQUENCE, SET};
use crate::hash::{Hash, sha256};

const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE_V2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];
const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const RSA_WITH_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const ECDSA_WITH_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const P384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];

/// In bits.
const RSA_MIN: usize = 2048;
const RSA_MAX: usize = 4096;

/// The SHA-256 of the certificate whose key signed these bytes; `None` where the signature does not hold.
pub(crate) fn signer(cms: &[u8], signed: &Hash) -> Option<Hash> {
    let mut contents = Der(cms);
    let info = contents.take(SEQUENCE)?;
    // The place that was kept for it is filled up with zeros.
    if contents.0.iter().any(|byte| *byte != 0) {
        return None;
    }
    let data = signed_data(&info)?;
    let by = data.signer;
    let certificate = data.certificates.into_iter().find(|der| sha256(der.whole) == by.certificate)?;
    if by.message_digest != signed || names(&certificate)? != by.named.content {
        return None;
    }
    // As a set, not under the tag that it has in its place.
    let attributes = [&[SET], &by.attributes.whole[1..]].concat();
    verifies(&certificate, &by, &sha256(&attributes)).then_some(by.certificate)
}

struct SignedData<'a> {
    certificates: Vec<Element<'a>>,
    signer: SealSigner<'a>,
}

struct SealSigner<'a> {
    /// Issuer and number of the certificate.
    named: Element<'a>,
    attributes: Element<'a>,
    message_digest: &'a [u8],
    /// The SHA-256 that the signed attributes give.
    certificate: Hash,
    algorithm: Element<'a>,
    signature: &'a [u8],
}

fn signed_data<'a>(info: &Element<'a>) -> Option<SignedData<'a>> {
    let mut info = info.inside();
    (info.take(OID)?.content == SIGNED_DATA).then_some(())?;
    let wrapped = info.take(CONTEXT_0)?;
    info.end()?;
    let mut wrapped = wrapped.inside();
    let data = wrapped.take(SEQUENCE)?;
    wrapped.end()?;
    let mut data = data.inside();
    is_version_1(&mut data)?;
    let mut algorithms = data.take(SET)?.inside();
    is_sha256(&algorithms.take(SEQUENCE)?)?;
    algorithms.end()?;
    // Detached: what was signed is the file itself.
    let mut content = data.take(SEQUENCE)?.inside();
    (content.take(OID)?.content == DATA).then_some(())?;
    content.end()?;
    let mut given = data.take(CONTEXT_0)?.inside();
    let mut certificates = Vec::new();
    while given.end().is_none() {
        certificates.push(given.any()?);
    }
    data.maybe(CONTEXT_1);
    let signers = data.take(SET)?;
    data.end()?;
    let mut signers = signers.inside();
    let signer = signers.take(SEQUENCE)?;
    signers.end()?;
    Some(SignedData { certificates, signer: signer_info(&signer)? })
}

fn signer_info<'a>(signer: &Element<'a>) -> Option<SealSigner<'a>> {
    let mut signer = signer.inside();
    is_version_1(&mut signer)?;
    let named = signer.take(SEQUENCE)?;
    is_sha256(&signer.take(SEQUENCE)?)?;
    let attributes = signer.take(CONTEXT_0)?;
    let algorithm = signer.take(SEQUENCE)?;
    let signature = signer.take(OCTET_STRING)?.content;
    signer.maybe(CONTEXT_1);
    signer.end()?;
    let (content_type, message_digest) =
        (attribute(&attributes, CONTENT_TYPE)?, attribute(&attributes, MESSAGE_DIGEST)?);
    (content_type.tag == OID && content_type.content == DATA).then_some(())?;
    (message_digest.tag == OCTET_STRING).then_some(())?;
    let certificate = certificate_hash(&attribute(&attributes, SIGNING_CERTIFICATE_V2)?)?;
    Some(SealSigner { named, attributes, message_digest: message_digest.content, certificate, algorithm, signature })
}

/// The one value of the attribute of this type, which is there once.
fn attribute<'a>(attributes: &Element<'a>, kind: &[u8]) -> Option<Element<'a>> {
    let mut all = attributes.inside();
    let mut found = None;
    while all.end().is_none() {
        let mut attribute = all.take(SEQUENCE)?.inside();
        let is_it = attribute.take(OID)?.content == kind;
        let mut values = attribute.take(SET)?.inside();
        attribute.end()?;
        if is_it {
            let value = values.any()?;
            values.end()?;
            found.replace(value).is_none().then_some(())?;
        }
    }
    found
}

/// The hash in the first ESSCertIDv2, which is SHA-256 also where nothing is said.
fn certificate_hash(value: &Element<'_>) -> Option<Hash> {
    (value.tag == SEQUENCE).then_some(())?;
    let mut first = value.inside().take(SEQUENCE)?.inside().take(SEQUENCE)?.inside();
    if let Some(algorithm) = first.maybe(SEQUENCE) {
        is_sha256(&algorithm)?;
    }
    first.take(OCTET_STRING)?.content.try_into().ok()
}

/// An algorithm without parameters, or with the null that some write for none.
fn algorithm<'a>(named: &Element<'a>) -> Option<&'a [u8]> {
    let mut parts = named.inside();
    let name = parts.take(OID)?.content;
    if let Some(null) = parts.maybe(NULL) {
        null.content.is_empty().then_some(())?;
    }
    parts.end().map(|()| name)
}

fn is_sha256(named: &Element<'_>) -> Option<()> {
    (algorithm(named)? == SHA256).then_some(())
}

fn verifies(whole: &Element<'_>, by: &SealSigner<'_>, digest: &Hash) -> bool {
    let check = || {
        let key = certificate(whole)?.key;
        match algorithm(&by.algorithm)? {
            RSA | RSA_WITH_SHA256 => rsa_holds(&key, digest, by.signature),
            ECDSA_WITH_SHA256 => ecdsa_holds(&key, digest, by.signature),
            _ => None,
        }
    };
    check().is_some()
}

fn is_version_1(fields: &mut Der<'_>) -> Option<()> {
    (fields.take(INTEGER)?.content == [1]).then_some(())
}

/// The fields of a certificate up to its key.
struct Certificate<'a> {
    number: Element<'a>,
    issuer: Element<'a>,
    /// SubjectPublicKeyInfo.
    key: Element<'a>,
}

fn certificate<'a>(whole: &Element<'a>) -> Option<Certificate<'a>> {
    (whole.tag == SEQUENCE).then_some(())?;
    let mut fields = whole.inside().take(SEQUENCE)?.inside();
    fields.maybe(CONTEXT_0);
    let number = fields.take(INTEGER)?;
    // Algorithm, issuer, validity, subject.
    let [_, issuer, _, _] =
        [fields.take(SEQUENCE)?, fields.take(SEQUENCE)?, fields.take(SEQUENCE)?, fields.take(SEQUENCE)?];
    Some(Certificate { number, issuer, key: fields.take(SEQUENCE)? })
}

/// Issuer and number, as a signature names its certificate.
fn names(whole: &Element<'_>) -> Option<Vec<u8>> {
    let Certificate { number, issuer, .. } = certificate(whole)?;
    Some([issuer.whole, number.whole].concat())
}

/// The algorithm and the bits of a key.
fn key_parts<'a>(key: &Element<'a>) -> Option<(Element<'a>, &'a [u8])> {
    let mut parts = key.inside();
    let (algorithm, bits) = (parts.take(SEQUENCE)?, parts.take(BIT_STRING)?);
    parts.end()?;
    let (unused, bits) = bits.content.split_first()?;
    (*unused == 0).then_some((algorithm, bits))
}

fn rsa_holds(key: &Element<'_>, digest: &Hash, signature: &[u8]) -> Option<()> {
    let (kind, bits) = key_parts(key)?;
    (kind.inside().take(OID)?.content == RSA && kind.content.ends_with(&[NULL, 0])).then_some(())?;
    algorithm(&kind)?;
    let mut outer = Der(bits);
    let numbers = outer.take(SEQUENCE)?;
    outer.end()?;
    let mut numbers = numbers.inside();
    let (modulus, exponent) = (numbers.take(INTEGER)?.positive()?, numbers.take(INTEGER)?.positive()?);
    numbers.end()?;
    let size = modulus.len() * 8 - modulus.first()?.leading_zeros() as usize;
    let usual = exponent == [1, 0, 1] && (RSA_MIN..=RSA_MAX).contains(&size) && signature.len() == modulus.len();
    usual.then_some(())?;
    let modulus = BoxedUint::from_be_slice(modulus, u32::try_from(modulus.len() * 8).ok()?).ok()?;
    let key = rsa::PublicKey::new(modulus, BoxedUint::from(65_537_u32)).ok()?;
    let signature = rsa::pkcs1v15::Signature::try_from(signature).ok()?;
    rsa::pkcs1v15::VerifyingKey::<sha2::Sha256>::new(key).verify_prehash(digest, &signature).ok()
}

fn ecdsa_holds(key: &Element<'_>, digest: &Hash, signature: &[u8]) -> Option<()> {
    let (kind, point) = key_parts(key)?;
    let mut kind = kind.inside();
    (kind.take(OID)?.content == EC).then_some(())?;
    let curve = kind.take(OID)?.content;
    kind.end()?;
    (point.first() == Some(&4)).then_some(())?;
    let mut outer = Der(signature);
    let numbers = outer.take(SEQUENCE)?;
    outer.end()?;
    let mut numbers = numbers.inside();
    let (r, s) = (numbers.take(INTEGER)?.positive()?, numbers.take(INTEGER)?.positive()?);
    numbers.end()?;
    match (curve, point.len()) {
        (P256, 65) => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = p256::ecdsa::Signature::from_slice(&[padded::<32>(r)?, padded(s)?].concat()).ok()?;
            key.verify_prehash(digest, &signature).ok()
        }
        (P384, 97) => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = p384::ecdsa::Signature::from_slice(&[padded::<48>(r)?, padded(s)?].concat()).ok()?;
            key.verify_prehash(digest, &signature).ok()
        }
        _ => None,
    }
}

/// A number with zeros before it.
fn padded<const N: usize>(number: &[u8]) -> Option<[u8; N]> {
    let mut out = [0; N];
    out.get_mut(N.checked_sub(number.len())?..)?.copy_from_slice(number);
    Some(out)
}
