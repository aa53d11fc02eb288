//! Answers one question a line with one report a line, as JSON: what `npm run verify:mutate` in `frontend` compares the
//! verifier of the page with.
#![allow(clippy::unwrap_used)]

use std::io::{self, BufRead, Write};

use acordo_record::{Inquiry, KeyFile, Note, Time, from_base64, notes_in, verify};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct BatchQuestion {
    /// A bundle or a PDF, in base64.
    file: String,
    /// A key file, in base64.
    keys: String,
    /// Texts that somebody kept.
    #[serde(default)]
    seen: Vec<String>,
    now: Option<Time>,
    late_hours: Option<u64>,
}

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let question: BatchQuestion = serde_json::from_str(&line?)?;
        let file = from_base64(&question.file).unwrap();
        let answer = match KeyFile::read(&from_base64(&question.keys).unwrap()) {
            Ok(keys) => {
                let seen: Vec<Note> = question.seen.iter().flat_map(|text| notes_in(text)).collect();
                let inquiry = Inquiry { keys: &keys, seen: &seen, now: question.now, late_hours: question.late_hours };
                serde_json::to_value(verify(&file, &inquiry))?
            }
            Err(error) => json!({ "key_file": error.to_string() }),
        };
        serde_json::to_writer(&mut out, &answer)?;
        writeln!(out)?;
        // Whoever asks waits for the answer.
        out.flush()?;
    }
    Ok(())
}
