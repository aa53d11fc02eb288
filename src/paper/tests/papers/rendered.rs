//! Asks third-party programs what is in a PDF.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

/// The text area ends 20 mm before the right edge of 210 mm; three points are for punctuation that hangs in the margin.
const RIGHT_EDGE: f64 = (210.0 - 20.0) / 25.4 * 72.0 + 3.0;
const SHEET_HEIGHT: f64 = 297.0 / 25.4 * 72.0;

pub fn assert_within_the_sheet(pdf: &Pdf) {
    let (right, bottom) = pdf.reach();
    assert!(right <= RIGHT_EDGE, "a word reaches {right}, beyond {RIGHT_EDGE}");
    assert!(bottom <= SHEET_HEIGHT, "a word reaches {bottom}, below the sheet");
}

/// A PDF in a file of its own, removed at the end of the test.
pub struct Pdf {
    path: PathBuf,
}

impl Pdf {
    /// The name need not be unique.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let file = format!("{name}-{}-{number}.pdf", std::process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(file);
        std::fs::write(&path, bytes).unwrap();
        Self { path }
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> Output {
        Command::new(program)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}. Install poppler-utils and qpdf; tests/run does it."))
    }

    fn answer(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = self.run(program, before, after);
        assert!(
            output.status.success(),
            "{program} refused the file: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        // poppler prints a heading's title as it is, in UTF-16, so not all of the output is valid UTF-8.
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The text in reading order, each run of white space as one space.
    pub fn text(&self) -> String {
        let text = self.answer("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text without any white space and without the hyphens that typst inserted (poppler reports them as soft
    /// ones), so that words broken over lines are whole.
    pub fn letters(&self) -> String {
        self.text().replace([' ', '\u{ad}'], "")
    }

    pub fn page(&self, number: u32) -> String {
        let page = number.to_string();
        let text = self.answer("pdftotext", &["-raw", "-enc", "UTF-8", "-f", &page, "-l", &page], &["-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// One line of `pdfinfo`'s output, such as `Pages`.
    pub fn info(&self, field: &str) -> String {
        let info = self.answer("pdfinfo", &["-isodates"], &[]);
        info.lines()
            .find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))
            .unwrap_or_else(|| panic!("pdfinfo tells no {field}: {info}"))
            .trim()
            .to_owned()
    }

    pub fn pages(&self) -> u32 {
        self.info("Pages").parse().unwrap()
    }

    pub fn metadata(&self) -> String {
        self.answer("pdfinfo", &["-meta"], &[])
    }

    /// The tree that a screen reader walks.
    pub fn structure(&self) -> String {
        self.answer("pdfinfo", &["-struct-text"], &[])
    }

    pub fn attachments(&self) -> String {
        self.answer("pdfdetach", &["-list"], &[])
    }

    pub fn attachment(&self, number: u32) -> Vec<u8> {
        let target = self.path.with_extension("attachment");
        let number = number.to_string();
        self.answer("pdfdetach", &["-save", &number, "-o", target.to_str().unwrap()], &[]);
        let bytes = std::fs::read(&target).unwrap();
        std::fs::remove_file(&target).unwrap();
        bytes
    }

    /// The bookmarks and the page that each leads to.
    pub fn bookmarks(&self) -> Vec<(String, usize)> {
        let told = self.answer("qpdf", &["--json", "--json-key=outlines"], &[]);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        let marks = told["outlines"].as_array().unwrap().iter();
        let page = |mark: &serde_json::Value| usize::try_from(mark["destpageposfrom1"].as_u64().unwrap()).unwrap();
        marks.map(|mark| (mark["title"].as_str().unwrap().to_owned(), page(mark))).collect()
    }

    pub fn assert_sound(&self) {
        self.answer("qpdf", &["--check"], &[]);
    }

    /// Right edge of the widest word and bottom of the lowest one on all pages, in points.
    pub fn reach(&self) -> (f64, f64) {
        let boxes = self.answer("pdftotext", &["-bbox"], &["-"]);
        let edge = |name: &str| {
            boxes
                .lines()
                .filter(|line| line.trim_start().starts_with("<word"))
                .filter_map(|line| {
                    let start = line.find(name)? + name.len();
                    line[start..].split('"').next()?.parse::<f64>().ok()
                })
                .fold(0.0, f64::max)
        };
        (edge("xMax=\""), edge("yMax=\""))
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        if std::env::var_os("ACORDO_KEEP_PDF").is_none() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
