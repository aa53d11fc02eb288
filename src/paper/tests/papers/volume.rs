//! Finished documents in one file, as poppler and qpdf read it.

use acordo_paper::{PaperError, Volume, VolumePart, page_count, procedural_pdf, volume_pdf};

use crate::filed::{certificate, record};
use crate::rendered::Pdf;

fn volume(parts: Vec<VolumePart>) -> Volume {
    Volume {
        language: "pt-BR".parse().unwrap(),
        title: "Volume do caso".to_owned(),
        operator: "Câmara Aurora".to_owned(),
        reference: "K7Q2-9XMD".to_owned(),
        page_of: "Caso K7Q2-9XMD · página {page} de {pages}".to_owned(),
        parts,
        ident: "volume/1".to_owned(),
        timestamp: "2026-11-28T12:00:00Z".parse().unwrap(),
    }
}

fn part(title: &str, pdf: Vec<u8>) -> VolumePart {
    VolumePart { title: title.to_owned(), pdf }
}

#[test]
fn a_volume_has_every_page_of_its_parts_numbered_through_with_a_bookmark_for_each() {
    let (first, second) = (procedural_pdf(&certificate()).unwrap(), procedural_pdf(&record(40)).unwrap());
    let (one, two) = (page_count(&first).unwrap(), page_count(&second).unwrap());
    let made = volume(vec![part("Declaração", first.clone()), part("Registro <do> procedimento", second)]);
    let bytes = volume_pdf(&made).unwrap();
    assert_eq!(bytes, volume_pdf(&made).unwrap(), "the same input gives the same bytes");
    let pdf = Pdf::new("volume", &bytes);
    pdf.assert_sound();
    assert_eq!(pdf.pages() as usize, one + two);
    assert_eq!(pdf.info("Title"), "Volume do caso K7Q2-9XMD");
    for page in 1..=pdf.pages() {
        assert!(pdf.page(page).contains(&format!("página {page} de {}", one + two)), "page {page}");
    }
    // What stood on a page still stands on it.
    let alone = Pdf::new("alone", &first);
    for word in alone.page(1).split_whitespace().filter(|word| word.len() > 8) {
        assert!(pdf.page(1).contains(word), "{word}");
    }
    let bookmarks = pdf.bookmarks();
    assert_eq!(bookmarks, [("Declaração".to_owned(), 1), ("Registro <do> procedimento".to_owned(), one + 1)]);
}

#[test]
fn what_is_no_pdf_makes_no_volume() {
    let broken = volume(vec![part("Quebrado", b"%PDF-1.7\nnothing\n%%EOF\n".to_vec())]);
    assert!(matches!(volume_pdf(&broken), Err(PaperError::Part | PaperError::Typeset(_))));
    let one = procedural_pdf(&certificate()).unwrap();
    let five = volume((0..5).map(|_| part("Parte", one.clone())).collect());
    assert!(matches!(volume_pdf(&five), Err(PaperError::Part)));
}
