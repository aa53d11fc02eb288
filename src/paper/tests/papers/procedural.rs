//! The PDF of a paper of procedure as poppler and qpdf read it.

use acordo_paper::{Attachment, Block, PaperError, ProceduralLabels, ProceduralPaper, Section, Table, procedural_pdf};

use crate::filed::{certificate, made_of, record};
use crate::hostile::{MARKUP, TEXTS, every_script};
use crate::rendered::{Pdf, assert_within_the_sheet};

fn rendered(name: &str, paper: &ProceduralPaper) -> Pdf {
    Pdf::new(name, &procedural_pdf(paper).unwrap())
}

/// Every text that the document prints.
fn texts(paper: &ProceduralPaper) -> Vec<String> {
    let mut texts = vec![paper.operator.clone(), paper.reference.clone(), paper.case_id.clone()];
    texts.extend([paper.title.clone(), paper.issued_at.clone()]);
    texts.extend(paper.subtitle.clone());
    for party in &paper.parties {
        texts.extend([&party.role_label, &party.name, &party.identifier_label, &party.identifier].map(Clone::clone));
    }
    texts.extend(paper.sections.iter().map(|section| section.title.clone()));
    for block in paper.sections.iter().flat_map(|section| &section.blocks).chain(&paper.opening) {
        match block {
            Block::Paragraph(text) | Block::Notice(text) | Block::Verbatim(text) => texts.push(text.clone()),
            Block::Facts(facts) => texts.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()])),
            Block::Table(table) => {
                texts.extend(table.columns.iter().map(|column| column.title.clone()));
                texts.extend(table.rows.iter().flatten().cloned());
            }
        }
    }
    if let Some(attestation) = &paper.attestation {
        texts.push(attestation.dated.clone());
        texts.extend(attestation.by.iter().flat_map(|signer| [signer.name.clone(), signer.seat_label.clone()]));
    }
    texts.extend(paper.hashes.iter().flat_map(|hash| [hash.label.clone(), hash.value.clone()]));
    texts
}

#[test]
fn a_paper_says_everything_that_it_is_given() {
    for (name, paper) in [("certificate", certificate()), ("record", record(40))] {
        let pdf = rendered(name, &paper);
        pdf.assert_sound();
        let letters = pdf.letters().replace('-', "");
        for text in texts(&paper) {
            // A hyphen of the text may fall at the end of a line.
            let wanted: String = text.split_whitespace().collect::<String>().replace('-', "");
            assert!(letters.contains(&wanted), "the {name} does not say: {text}");
        }
        assert!(!letters.contains("númeroUnicode"), "nothing was substituted");
        assert_within_the_sheet(&pdf);
    }
}

#[test]
fn every_page_names_the_centre_the_paper_the_case_and_its_number() {
    let pdf = rendered("running", &record(40));
    let pages = pdf.pages();
    assert!(pages > 2, "{pages} pages");
    for number in 1..=pages {
        let page = pdf.page(number);
        for said in [
            "Câmara de Mediação On-line Acordo",
            "Registro do procedimento K7Q2-9XMD",
            "Código do documento nyxB16jo",
            &format!("Página {number} de {pages}"),
        ] {
            assert!(page.contains(said), "page {number} does not say {said}: {page}");
        }
    }
}

#[test]
fn sections_are_numbered_after_the_parties_and_integrity_is_not() {
    let text = rendered("numbers", &certificate()).text();
    for heading in ["1. Partes", "2. Mediação", "3. Curso do procedimento", "4. Comparecimento", "5. Finalidade"] {
        assert!(text.contains(heading), "{heading}: {text}");
    }
    assert!(!text.contains("6. Integridade"), "{text}");
    let nobody = ProceduralPaper { parties: Vec::new(), mediation: Vec::new(), ..certificate() };
    assert!(rendered("nobody", &nobody).text().contains("1. Curso do procedimento"));
}

#[test]
fn a_paper_without_optional_parts_is_a_paper() {
    let bare = ProceduralPaper {
        subtitle: None,
        opening: Vec::new(),
        parties: Vec::new(),
        mediation: Vec::new(),
        sections: Vec::new(),
        attestation: None,
        hashes: Vec::new(),
        attachment: None,
        ..certificate()
    };
    let pdf = rendered("bare", &bare);
    pdf.assert_sound();
    assert!(!pdf.text().contains("Integridade"));
    assert!(pdf.attachments().starts_with("0 embedded files"));
}

#[test]
fn the_attachment_is_the_file_that_was_given_byte_by_byte() {
    let Attachment { file_name, bytes, .. } = certificate().attachment.unwrap();
    let pdf = rendered("carried", &certificate());
    let list = pdf.attachments();
    assert!(list.starts_with("1 embedded files") && list.contains(&file_name), "{list}");
    assert_eq!(pdf.attachment(1), bytes);
    assert!(pdf.text().contains(&format!("O arquivo {file_name}, anexo a este PDF")), "{}", pdf.text());
}

#[test]
fn an_attachment_may_have_the_name_of_a_file_that_the_page_is_made_of() {
    for file_name in ["case.json", "sheet.typ", "attachment"] {
        let attachment = Some(Attachment {
            file_name: file_name.into(),
            bytes: b"{}".to_vec(),
            ..certificate().attachment.unwrap()
        });
        let pdf = rendered("namesake", &ProceduralPaper { attachment, ..certificate() });
        assert_eq!(pdf.attachment(1), b"{}", "{file_name}");
    }
}

#[test]
fn a_paper_is_archivable_and_accessible() {
    let pdf = rendered("archive", &certificate());
    let metadata = pdf.metadata();
    assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{metadata}");
    assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    assert_eq!(pdf.info("Tagged"), "yes");
    assert_eq!(pdf.info("Title"), "Certidão de encerramento da mediação sem acordo K7Q2-9XMD");
    assert_eq!(pdf.info("Author"), "Câmara de Mediação On-line Acordo");
    assert_eq!(pdf.info("CreationDate"), "2026-11-21T14:32:00Z");
    assert!(pdf.info("Page size").contains("A4"));
    let structure = pdf.structure();
    for tag in ["H1", "Table", "TH", "TD", "P ("] {
        assert!(structure.contains(tag), "no {tag} in {structure}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = procedural_pdf(&certificate()).unwrap();
    procedural_pdf(&record(3)).unwrap();
    assert!(procedural_pdf(&certificate()).unwrap() == first);
    let renamed = ProceduralPaper { ident: "certificate/another".into(), ..certificate() };
    assert!(procedural_pdf(&renamed).unwrap() != first);
}

#[test]
fn five_hundred_rows_run_over_many_pages_with_their_header() {
    let pdf = rendered("register", &record(500));
    pdf.assert_sound();
    let pages = pdf.pages();
    assert!(pages > 20, "{pages} pages");
    let headed = (1..=pages).filter(|page| pdf.page(*page).contains("Nº Data e hora Ato Quem")).count();
    assert!(headed + 1 >= pages as usize, "{headed} of {pages} pages have the header");
    let text = pdf.text();
    for number in 1..=500 {
        assert!(text.contains(&format!(" {number} ")), "row {number} is lost");
    }
    assert_within_the_sheet(&pdf);
}

#[test]
fn a_row_that_fits_on_a_page_stays_on_one() {
    let pdf = rendered("whole", &record(60));
    let note = "Paulo Tavares Nogueira declarou não ter impedimento (Lei 13.140/2015, arts. 5º a 7º).";
    let wanted: String = note.split_whitespace().collect();
    let whole = (1..=pdf.pages())
        .map(|page| pdf.page(page).replace([' ', '\u{ad}'], "").matches(&wanted).count())
        .sum::<usize>();
    assert_eq!(whole, 7, "{}", pdf.text());
}

#[test]
fn markup_in_a_text_is_printed_as_it_was_written() {
    let pdf = rendered("literal", &made_of(MARKUP));
    pdf.assert_sound();
    let wanted: String = MARKUP.split_whitespace().collect();
    let letters = pdf.letters().replace('-', "");
    let times = letters.matches(&wanted.replace('-', "")).count();
    assert!(times > 15, "{times} times in {letters}");
    assert_within_the_sheet(&pdf);
}

#[test]
fn a_word_wider_than_its_place_breaks_and_stays_whole_for_a_reader() {
    for letters in [30, 300] {
        let long = "W".repeat(letters);
        let pdf = rendered("wide", &made_of(&long));
        pdf.assert_sound();
        assert_within_the_sheet(&pdf);
        assert!(pdf.letters().matches(&long).count() >= 18, "{}", pdf.letters().matches(&long).count());
    }
}

/// However far the text before it reaches, the last page says more than who issued the paper and its codes.
#[test]
fn no_page_has_the_codes_alone() {
    let mut two_pages = 0;
    for lines in (1..34).step_by(5) {
        let mut paper = certificate();
        let filled = (0..lines).map(|line| Block::Paragraph(format!("Linha {line}."))).collect();
        paper.sections.insert(0, Section { title: "Relato".into(), blocks: filled });
        let last = Block::Paragraph("Este documento é de uma entidade privada, sem fé pública.".into());
        paper.sections.push(Section { title: "Natureza do documento".into(), blocks: vec![last] });
        let pdf = rendered("close", &paper);
        let closing = pdf.page(pdf.pages());
        assert!(closing.contains("Natureza do documento"), "{lines} lines: {closing}");
        two_pages += u32::from(pdf.pages() == 2);
    }
    assert!(two_pages > 1, "{two_pages}");
}

#[test]
fn a_text_of_many_pages_flows() {
    let text = "Trecho QRST de tudo quanto as partes conversaram. ".repeat(120);
    let rows = vec![vec!["1".into(), text.clone()], vec!["2".into(), text.clone()]];
    let table = Table { rows, columns: number_and_text() };
    let blocks = vec![Block::Paragraph(text.clone()), Block::Notice(text), Block::Table(table)];
    let sections = vec![Section { title: "Longo".into(), blocks }];
    let pdf = rendered("long-text", &ProceduralPaper { sections, ..certificate() });
    pdf.assert_sound();
    assert_within_the_sheet(&pdf);
    assert_eq!(pdf.text().matches("QRST").count(), 4 * 120);
}

fn number_and_text() -> Vec<acordo_paper::TableColumn> {
    ["Nº", "Texto"].map(|title| acordo_paper::TableColumn { title: title.into(), figures: title == "Nº" }).into()
}

#[test]
fn hostile_scripts_and_symbols_never_stop_the_paper() {
    let every_script = every_script();
    for (name, text) in TEXTS.iter().copied().chain([("every-script", every_script.as_str())]) {
        let bytes = procedural_pdf(&made_of(text)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let pdf = Pdf::new(name, &bytes);
        pdf.assert_sound();
        assert_within_the_sheet(&pdf);
    }
}

#[test]
fn a_character_without_glyph_is_explained() {
    let text = rendered("glyph", &made_of("Combinado 👍")).text();
    assert!(text.contains("Combinado [U+1F44D]"), "{text}");
    assert!(text.contains("pelo número Unicode"), "{text}");
}

#[test]
fn a_table_that_would_shift_its_cells_is_refused() {
    let with = |table: Table| {
        let blocks = vec![Block::Table(table)];
        procedural_pdf(&ProceduralPaper { opening: blocks, ..certificate() })
    };
    let columns = number_and_text();
    let short = with(Table { columns: columns.clone(), rows: vec![vec!["1".into()]] });
    assert!(matches!(short, Err(PaperError::Cells { cells: 1, columns: 2 })));
    let none = with(Table { columns: Vec::new(), rows: Vec::new() });
    assert!(matches!(none, Err(PaperError::Columns(0))));
    let many = with(Table { columns: vec![columns[0].clone(); 9], rows: Vec::new() });
    assert!(matches!(many, Err(PaperError::Columns(9))));
    assert!(with(Table { columns, rows: Vec::new() }).is_ok());
}

#[test]
fn every_label_is_asked_for_by_a_key_of_the_list() {
    let mut asked = Vec::new();
    ProceduralLabels::collect(|key, _| {
        asked.push(key.to_owned());
        key.to_owned()
    });
    assert_eq!(asked, ProceduralLabels::KEYS);
    let labels = serde_json::to_value(crate::filed::labels()).unwrap();
    assert_eq!(labels.as_object().unwrap().len(), ProceduralLabels::KEYS.len());
}
