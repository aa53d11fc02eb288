//! The seal on the pages of a final PDF.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a program that is not ours makes seals too")]

use std::process::Command;

use acordo_record::*;

use super::sample::seal::*;
use super::sample::*;

fn keys(lines: &[String]) -> KeyFile {
    KeyFile::parse(&format!("{}{}\n", key_file(), lines.join("\n"))).unwrap()
}

fn asked(file: &[u8], keys: &KeyFile) -> Report {
    verify(file, &Inquiry::of(keys))
}

#[test]
fn a_seal_by_a_certificate_of_the_key_file_binds_the_pages() {
    let story = story(&untouched);
    for kind in KINDS {
        let file = sealed(&attached(&story), &SealParts::by(kind));
        let report = asked(&file, &keys(&[kind.line()]));
        assert_eq!(report.exit_code(), 0, "{kind:?}: {:#?} {:?}", report.failures, report.doubts);
        let certificate = hex(&sha256(&kind.certificate()));
        assert_eq!(report.seal, Some(SealReport { certificate: certificate.clone(), trusted: true }));
        assert!(asked(&file, &keys(&[kind.line() + " from=2999-01-01T00:00:00.000Z"])).valid, "from is for people");
        for unknown in [keys(&[]), keys(&[kind.line() + " until=2999-01-01T00:00:00.000Z"])] {
            let report = asked(&file, &unknown);
            assert!(report.is_unclear() && report.doubts(DoubtCode::PagesUnchecked), "{kind:?}: {report:#?}");
            assert_eq!(report.seal, Some(SealReport { certificate: certificate.clone(), trusted: false }));
        }
    }
}

#[test]
fn a_seal_counts_also_where_the_key_of_the_checkpoint_was_stolen() {
    let story = story(&untouched);
    let kind = SealKind::P256;
    let stolen = format!("{} until=2026-11-01T00:00:00.000Z\n", log_key().vkey());
    let without = KeyFile::parse(&stolen).unwrap();
    let file = sealed(&attached(&story), &SealParts::by(kind));
    let report = asked(&file, &without);
    assert!(report.is_unclear() && report.doubts(DoubtCode::KeyEnded));
    // Whoever stole the key could have signed all of it: nothing is called genuine, or told as signed.
    assert!(!report.doubts(DoubtCode::PagesUnchecked) && report.agreements.is_empty());
    assert_eq!(report.verdict(), FileVerdict::Unclear);
    assert!(asked(&file, &KeyFile::parse(&(stolen + &kind.line())).unwrap()).valid);
    // It makes nothing right that is wrong.
    let mut files = attached(&story);
    files[0].1.push(b' ');
    let report = asked(&sealed(&files, &SealParts::by(kind)), &keys(&[kind.line()]));
    assert!(report.has(FailureCode::AgreementMismatch) && report.exit_code() == 1);
}

#[test]
fn a_seal_that_does_not_hold_is_a_fault_whoever_made_it() {
    let story = story(&untouched);
    let files = attached(&story);
    let good = SealParts::by(SealKind::P256);
    let double = {
        let whole = cms(&good, &[0; 32]);
        let kind = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
        let place = whole.windows(kind.len()).position(|window| window == kind).unwrap() - 2;
        whole[place..place + 2 + usize::from(whole[place + 1])].to_vec()
    };
    let broken = [
        ("another digest", SealParts { digest: Some([1; 32]), ..good.clone() }),
        ("another form", SealParts { sub_filter: "adbe.pkcs7.detached", ..good.clone() }),
        ("no certificate named", SealParts { certificate_hash: Some(Vec::new()), ..good.clone() }),
        ("another certificate named", SealParts { certificate_hash: Some(vec![1; 32]), ..good.clone() }),
        ("a short name", SealParts { certificate_hash: Some(vec![1; 20]), ..good.clone() }),
        ("another hash", SealParts { digest_algorithm: der(0x30, &der(6, SHA512)), ..good.clone() }),
        ("a digest twice", SealParts { more_attributes: double, ..good.clone() }),
        ("something after it", SealParts { after: b"x", ..good.clone() }),
        ("a certificate of another number", SealParts { number: Some(der(2, &[2])), ..good.clone() }),
        ("two signatures", SealParts { fields: "1 0 R 1 0 R", ..good.clone() }),
        ("of another kind", SealParts { signature_algorithm: Some(der(0x30, &der(6, SHA256))), ..good.clone() }),
    ];
    let trusted = keys(&[SealKind::P256.line()]);
    let fails = |what: &str, file: &[u8]| {
        for keys in [&trusted, &key_file()] {
            let report = asked(file, keys);
            assert_eq!(report.exit_code(), 1, "{what}: {report:#?}");
            assert!(report.has(FailureCode::Seal), "{what}: {:#?}", report.failures);
        }
    };
    for (what, parts) in broken {
        fails(what, &sealed(&files, &parts));
    }
    let whole = sealed(&files, &good);
    let mut longer = whole.clone();
    longer.extend_from_slice(b"\n%%EOF\n");
    fails("more than was signed", &longer);
    let text = |from: &str, to: &str| {
        let place = whole.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
        [&whole[..place], to.as_bytes(), &whole[place + from.len()..]].concat()
    };
    fails("no range", &text("/ByteRange", "/ByteRang3"));
    fails("the pages changed", &text("/MediaBox[0 0 200 200]", "/MediaBox[0 0 200 201]"));
    assert!(asked(&text("/AcroForm", "/AcroF0rm"), &trusted).is_unclear(), "without a form there is no seal");
}

#[test]
fn no_flipped_bit_leaves_a_sealed_document_valid() {
    let story = story(&untouched);
    let trusted = keys(&[SealKind::P256.line()]);
    let whole = sealed(&attached(&story), &SealParts::by(SealKind::P256));
    let place = whole.windows(10).position(|window| window == b"/Contents<").unwrap() + 10;
    // The signature itself, digit by digit; of the rest some.
    let signature = place..place + 2 * cms(&SealParts::by(SealKind::P256), &[0; 32]).len() + 4;
    for at in (0..whole.len()).filter(|at| signature.contains(at) || at % 23 == 0) {
        let mut flipped = whole.clone();
        // In capitals it would be the same digit.
        flipped[at] ^= 1;
        assert_ne!(asked(&flipped, &trusted).exit_code(), 0, "{at}");
    }
}

#[test]
fn a_seal_that_openssl_makes_holds() {
    let story = story(&untouched);
    let folder = std::env::temp_dir().join(format!("acordo-seal-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let openssl = |arguments: &str| {
        let made = Command::new("openssl").args(arguments.split(' ')).current_dir(&folder).output();
        let made = made.unwrap_or_else(|error| panic!("openssl: {error}"));
        assert!(made.status.success(), "{arguments}: {}", String::from_utf8_lossy(&made.stderr));
    };
    for key in ["rsa:2048", "ec -pkeyopt ec_paramgen_curve:prime256v1", "ec -pkeyopt ec_paramgen_curve:secp384r1"] {
        openssl(&format!("req -x509 -newkey {key} -nodes -days 30 -subj /CN=house -keyout key.pem -out house.pem"));
        openssl("x509 -in house.pem -outform DER -out house.der");
        let certificate = sha256(&std::fs::read(folder.join("house.der")).unwrap());
        let file = sealed_by(&attached(&story), ("ETSI.CAdES.detached", "1 0 R"), |_, covered| {
            std::fs::write(folder.join("covered"), covered).unwrap();
            openssl(
                "cms -sign -binary -cades -md sha256 -in covered -signer house.pem -inkey key.pem -outform DER -out seal.der",
            );
            std::fs::read(folder.join("seal.der")).unwrap()
        });
        let report = asked(&file, &keys(&[format!("seal {}", hex(&certificate))]));
        assert_eq!(report.exit_code(), 0, "{key}: {:#?} {:?}", report.failures, report.doubts);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
