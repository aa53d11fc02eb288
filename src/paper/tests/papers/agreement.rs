//! The agreement's PDF as poppler and qpdf read it.

use acordo_paper::{AgreementPaper, Labels, ObligationLine, PaperLanguage, agreement_pdf};

use crate::contract::{DOCUMENT_HASH, SHOWN_HASH, brazilian, english, signature, signed, spanish};
use crate::hostile::{MARKUP, TEXTS, every_script};
use crate::rendered::{Pdf, assert_within_the_sheet};

fn rendered(name: &str, paper: &AgreementPaper) -> Pdf {
    Pdf::new(name, &agreement_pdf(paper).unwrap())
}

#[test]
fn the_shown_agreement_says_everything_that_is_signed() {
    let paper = brazilian();
    let pdf = rendered("shown", &paper);
    pdf.assert_sound();
    let letters = pdf.letters();
    let mut said: Vec<String> = vec![
        paper.operator.clone(),
        paper.reference.clone(),
        paper.case_id.clone(),
        paper.created_at.clone(),
        paper.document_hash.clone(),
        paper.terms_hash.clone(),
        paper.record_root.clone(),
        "Versão apresentada para assinatura".into(),
    ];
    for party in &paper.parties {
        said.extend([party.role_label.clone(), party.name.clone(), party.identifier.clone()]);
    }
    for obligation in &paper.obligations {
        said.extend([obligation.what.clone(), obligation.who.clone(), obligation.due.clone()]);
        said.extend(obligation.amount.clone());
    }
    for text in said {
        let wanted: String = text.split_whitespace().collect();
        assert!(letters.contains(&wanted), "the PDF does not say: {text}");
    }
    assert!(!letters.contains("Certificaçãodasassinaturas"));
    assert!(pdf.attachments().starts_with("0 embedded files"));
    assert_within_the_sheet(&pdf);
}

#[test]
fn clauses_are_numbered_under_their_section() {
    let text = rendered("clauses", &brazilian()).text();
    assert!(text.contains("5. Cláusulas 5.1 O pagamento integral"), "{text}");
    assert!(text.contains("5.4 Nenhuma cláusula"), "{text}");
    let without = AgreementPaper { obligations: Vec::new(), ..brazilian() };
    let text = rendered("no-obligations", &without).text();
    assert!(text.contains("4. Cláusulas 4.1 O pagamento integral"), "{text}");
}

#[test]
fn the_final_agreement_certifies_each_signature_on_a_page_of_its_own() {
    let paper = signed(brazilian());
    let pdf = rendered("final", &paper);
    pdf.assert_sound();
    let last = pdf.page(pdf.pages());
    assert!(last.contains("Certificação das assinaturas"), "{last}");
    assert_eq!(last.matches(SHOWN_HASH).count(), 3, "{last}");
    assert!(last.contains(DOCUMENT_HASH));
    for line in paper.signatures.iter().flatten() {
        for said in [&line.name, &line.seat_label, &line.method, &line.identity_level, &line.at] {
            assert!(last.contains(said.as_str()), "the certificate does not say {said}: {last}");
        }
    }
    assert!(last.contains("Preposta com procuração para transigir até R$ 5.000,00"));
    let letters = pdf.letters();
    for line in paper.checkpoint.as_deref().unwrap_or_default().lines() {
        let wanted: String = line.split_whitespace().collect();
        assert!(letters.contains(&wanted), "the checkpoint lost {line}");
    }
    assert_within_the_sheet(&pdf);
}

#[test]
fn the_pages_before_the_certificate_are_those_that_were_shown() {
    let shown = rendered("before", &brazilian());
    let last = rendered("after", &signed(brazilian()));
    assert_eq!(last.pages(), shown.pages() + 1);
    for page in 1..=shown.pages() {
        let as_signed = last
            .page(page)
            .replace("Documento assinado eletronicamente", "Versão apresentada para assinatura")
            .replace(&format!("de {}", last.pages()), &format!("de {}", shown.pages()));
        assert_eq!(as_signed, shown.page(page));
    }
}

#[test]
fn the_final_agreement_carries_the_exact_data_that_was_hashed() {
    let paper = signed(brazilian());
    let pdf = rendered("attached", &paper);
    let list = pdf.attachments();
    assert!(list.starts_with("2 embedded files"), "{list}");
    assert!(list.contains("agreement.json") && list.contains("checkpoint.txt"), "{list}");
    for (attached, number) in paper.attachments.iter().zip(1..) {
        assert_eq!(pdf.attachment(number), attached.bytes, "{}", attached.file_name);
    }
}

#[test]
fn the_pdf_is_archivable_and_accessible() {
    for (name, paper) in [("archive-shown", brazilian()), ("archive-final", signed(brazilian()))] {
        let pdf = rendered(name, &paper);
        let metadata = pdf.metadata();
        assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{metadata}");
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
        assert_eq!(pdf.info("Tagged"), "yes");
        assert_eq!(pdf.info("Title"), "Termo final de mediação — acordo K7Q2-9XMD");
        assert_eq!(pdf.info("Author"), paper.operator);
        assert_eq!(pdf.info("CreationDate"), "2026-11-21T14:32:00Z");
        assert!(pdf.info("Page size").contains("A4"));
        let structure = pdf.structure();
        for tag in ["H1", "Table", "TH", "TD", "L (", "LI"] {
            assert!(structure.contains(tag), "no {tag} in {structure}");
        }
    }
}

#[test]
fn each_language_has_its_words_its_tag_and_its_page_numbers() {
    for (name, paper, language, page) in [
        ("pt", brazilian(), "(pt-BR)", "Página 1 de 2"),
        ("es", spanish(), "(es)", "Página 1 de 2"),
        ("en", english(), "(en)", "Page 1 of 2"),
    ] {
        let bytes = agreement_pdf(&paper).unwrap();
        let pdf = Pdf::new(name, &bytes);
        pdf.assert_sound();
        assert!(pdf.page(1).contains(page), "{}", pdf.page(1));
        let tag = format!("/Lang {language}");
        assert!(String::from_utf8_lossy(&bytes).replace("/Lang(", "/Lang (").contains(&tag), "{name}: no {tag}");
        assert_within_the_sheet(&pdf);
    }
}

#[test]
fn the_same_agreement_gives_the_same_bytes() {
    let paper = signed(brazilian());
    let first = agreement_pdf(&paper).unwrap();
    agreement_pdf(&spanish()).unwrap();
    assert!(agreement_pdf(&paper).unwrap() == first);
    let later = AgreementPaper { timestamp: "2026-11-21T14:32:01Z".parse().unwrap(), ..paper };
    assert!(agreement_pdf(&later).unwrap() != first);
}

#[test]
fn renders_at_the_same_time_do_not_mix() {
    let expected = agreement_pdf(&brazilian()).unwrap();
    let (pt, es) = std::thread::scope(|scope| {
        let pt = scope.spawn(|| agreement_pdf(&brazilian()).unwrap());
        let es = scope.spawn(|| agreement_pdf(&spanish()).unwrap());
        (pt.join().unwrap(), es.join().unwrap())
    });
    assert!(pt == expected);
    assert!(es == agreement_pdf(&spanish()).unwrap());
}

#[test]
fn two_hundred_obligations_run_over_many_pages_with_their_header() {
    let paper = AgreementPaper {
        obligations: (1..=200)
            .map(|number| ObligationLine { number: number.to_string(), ..brazilian().obligations[number % 3].clone() })
            .collect(),
        ..brazilian()
    };
    let pdf = rendered("many", &paper);
    pdf.assert_sound();
    let pages = pdf.pages();
    assert!(pages > 15, "{pages} pages");
    assert!(pdf.page(2).contains("Nº Obrigação Valor Prazo"), "{}", pdf.page(2));
    assert!(pdf.page(pages).contains(&format!("Página {pages} de {pages}")));
    assert_eq!(pdf.text().matches("Quem cumpre:").count(), 200);
    assert_within_the_sheet(&pdf);
}

#[test]
fn markup_in_a_text_is_printed_as_it_was_written() {
    let paper = AgreementPaper {
        operator: "#operator".into(),
        clauses: vec![MARKUP.into()],
        legal_text: vec![MARKUP.into()],
        ..signed(brazilian())
    };
    let mut paper = paper;
    paper.parties[0].name = "*Marina* #sys.version".into();
    paper.obligations[0].what = "= Reembolso #{1+1}".into();
    paper.obligations[0].description = Some(MARKUP.into());
    let pdf = rendered("markup", &paper);
    let letters = pdf.letters();
    let wanted: String = MARKUP.split_whitespace().collect();
    assert_eq!(letters.replace('-', "").matches(&wanted.replace('-', "")).count(), 3, "{letters}");
    for said in ["#operator", "*Marina*#sys.version", "=Reembolso#{1+1}"] {
        assert!(letters.contains(said), "{said}");
    }
    assert_within_the_sheet(&pdf);
}

#[test]
fn a_word_wider_than_its_column_breaks_and_stays_whole_for_a_reader() {
    let long = "W".repeat(300);
    let mut paper = signed(brazilian());
    paper.operator = long.clone();
    paper.created_at = long.clone();
    paper.parties[0] = acordo_paper::PaperParty {
        role_label: long.clone(),
        name: long.clone(),
        identifier_label: long.clone(),
        identifier: long.clone(),
        remarks: vec![long.clone()],
    };
    paper.obligations[0] = ObligationLine {
        number: "1".repeat(30),
        what: long.clone(),
        who: long.clone(),
        to_whom: long.clone(),
        amount: Some(long.clone()),
        amount_in_words: Some(long.clone()),
        due: long.clone(),
        description: Some(long.clone()),
    };
    paper.clauses[0] = long.clone();
    paper.legal_text[0] = long.clone();
    paper.signers[0].name = long.clone();
    paper.signers[0].seat_label = long.clone();
    paper.signatures = Some(vec![acordo_paper::SignatureLine {
        authority: Some(long.clone()),
        method: long.clone(),
        identity_level: long.clone(),
        at: long.clone(),
        consent_text: long.clone(),
        pdf_hash: long.clone(),
        ..signature(&long, &long)
    }]);
    let pdf = rendered("long", &paper);
    pdf.assert_sound();
    assert_within_the_sheet(&pdf);
    assert!(pdf.letters().matches(&long).count() >= 15, "{}", pdf.letters().matches(&long).count());
}

#[test]
fn hostile_scripts_and_symbols_never_stop_the_document() {
    let every_script = every_script();
    for (name, text) in TEXTS.iter().copied().chain([("every-script", every_script.as_str())]) {
        let mut paper = signed(brazilian());
        paper.parties[0].name = text.into();
        paper.obligations[0].what = text.into();
        paper.obligations[0].amount = Some(text.into());
        paper.obligations[0].description = Some(text.into());
        paper.clauses[0] = text.into();
        paper.signatures = Some(vec![signature(text, text)]);
        let bytes = agreement_pdf(&paper).unwrap_or_else(|error| panic!("{name}: {error}"));
        let pdf = Pdf::new(name, &bytes);
        pdf.assert_sound();
        assert_within_the_sheet(&pdf);
    }
}

#[test]
fn a_character_without_glyph_is_explained() {
    let mut paper = brazilian();
    assert!(!rendered("plain", &paper).text().contains("pelo número Unicode"));
    paper.clauses[0] = "Combinado 👍".into();
    let text = rendered("explained", &paper).text();
    assert!(text.contains("Combinado [U+1F44D]"), "{text}");
    assert!(text.contains("pelo número Unicode"), "{text}");
}

#[test]
fn letters_of_other_european_scripts_are_printed_as_they_are() {
    let mut paper = brazilian();
    paper.clauses[0] = "Łukasz Żółć, Ελένη, Юрий Щукин, José Ñandú, Çağrı, Dvořák".into();
    let pdf = rendered("europe", &paper);
    assert!(pdf.text().contains(&paper.clauses[0]), "{}", pdf.text());
}

#[test]
fn accents_typed_as_two_characters_survive_an_exotic_neighbour() {
    let mut paper = brazilian();
    paper.clauses[0] = "Joa\u{303}o 1\u{1DC2} $\u{1AB2}".into();
    let text = rendered("neighbour", &paper).text();
    assert!(text.contains("João") || text.contains("Joa\u{303}o"), "{text}");
}

#[test]
fn a_text_of_many_pages_flows() {
    let mut paper = signed(brazilian());
    let text = "Cláusula QRST que trata de tudo quanto as partes conversaram. ".repeat(120);
    paper.clauses = vec![text.clone(); 5];
    paper.obligations[0].description = Some(text.clone());
    paper.signatures =
        Some(vec![acordo_paper::SignatureLine { consent_text: text.clone(), ..signature("Marina", "Consumidora") }]);
    let pdf = rendered("flow", &paper);
    pdf.assert_sound();
    assert_within_the_sheet(&pdf);
    assert_eq!(pdf.text().matches("QRST").count(), 7 * 120);
}

#[test]
fn only_a_language_tag_is_a_language() {
    for tag in ["pt-BR", "es", "en", "en-GB"] {
        assert!(tag.parse::<PaperLanguage>().is_ok(), "{tag}");
    }
    for tag in ["", "p", "portuguese", "pt_BR", "pt-", "pt-BRA", "pt-BR-x", "éé"] {
        assert!(tag.parse::<PaperLanguage>().is_err(), "{tag}");
    }
}

/// The file also carries the sentences that the shell writes into a document (its nature, its signing); those are the
/// same in every language, and the labels of this crate are among them.
#[test]
fn every_language_has_the_labels_of_the_paper_and_no_other_than_the_rest() {
    let keys = |language: &str| {
        let path = format!("{}/../locales/{language}/paper.ftl", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).unwrap();
        file.lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(" =")?.0.trim().to_owned()))
            .collect::<std::collections::BTreeSet<String>>()
    };
    let first = keys("pt-BR");
    for language in ["pt-BR", "es", "en"] {
        let keys = keys(language);
        assert_eq!(keys, first, "{language}");
        for label in Labels::KEYS {
            assert!(keys.contains(*label), "{language}: {label}");
        }
    }
}

/// However long the agreement is, the signers come under their heading, and no page is blank but for a few lines.
#[test]
fn no_length_leaves_a_page_almost_blank_or_parts_the_signers_from_their_heading() {
    let long = "Companhia Brasileira de Distribuição e Assistência Técnica de Eletrodomésticos do Nordeste Ltda.";
    for (name, base, heading) in [
        ("pt", brazilian(), "Assinaturas Este documento"),
        ("es", spanish(), "Firmas Este documento"),
        ("en", english(), "Signatures This document"),
    ] {
        for (count, mediated) in [(1, false), (1, true), (7, false), (40, true)] {
            let mut paper = signed(base.clone());
            let pattern = base.obligations.clone();
            paper.obligations = (0..count)
                .map(|index| ObligationLine {
                    number: (index + 1).to_string(),
                    who: long.into(),
                    ..pattern[index % pattern.len()].clone()
                })
                .collect();
            paper.parties[1].name = long.into();
            paper.signers[1].name = long.into();
            if !mediated {
                paper.parties.truncate(2);
                paper.signers.truncate(2);
                paper.signatures.as_mut().unwrap().truncate(2);
            }
            let pdf = rendered(&format!("length-{name}-{count}"), &paper);
            assert_within_the_sheet(&pdf);
            let signing = (1..=pdf.pages()).map(|page| pdf.page(page)).find(|page| page.contains(heading)).unwrap();
            for signer in &paper.signers {
                assert!(signing.contains(&signer.name), "{name} {count}: {} is not under {heading}", signer.name);
            }
            for page in 1..=pdf.pages() {
                let words = pdf.page(page).split(' ').count();
                assert!(words > 60, "{name} {count}: page {page} of {} has {words} words", pdf.pages());
            }
        }
    }
}
