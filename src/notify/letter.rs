//! One mail in finished words: plain text and simple HTML from the same pieces.

use crate::texts::{self, Language, escape};
use std::fmt;
use uuid::Uuid;

/// What a mail says, before it becomes bytes. Its `Debug` shows no words: links and codes are secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The same for every try to deliver it, so that a second copy can be recognised.
    pub id: Uuid,
    pub to_name: String,
    pub to_address: String,
    pub language: Language,
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub button: Option<Button>,
    /// Checkpoints to keep: in the text, and as files beside it.
    pub kept: Vec<KeptNote>,
    /// Small print below.
    pub notes: Vec<String>,
}

/// A signed note of the record, and the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptNote {
    pub name: String,
    pub note: String,
}

/// The one action of a mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub url: String,
}

impl fmt::Debug for Button {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Button(…)")
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({})", self.id)
    }
}

impl Letter {
    pub fn text(&self) -> String {
        let mut out = format!("{}\n", self.greeting());
        for paragraph in &self.paragraphs {
            out.push_str(&format!("\n{paragraph}\n"));
        }
        if let Some(button) = &self.button {
            out.push_str(&format!("\n{}:\n{}\n", button.label, button.url));
        }
        if !self.kept.is_empty() {
            out.push_str(&format!("\n{}\n", texts::text(self.language, "mail-checkpoints", &[])));
        }
        for kept in &self.kept {
            out.push_str(&format!("\n{}", kept.note));
        }
        if !self.notes.is_empty() {
            out.push_str("\n-- \n");
        }
        for note in &self.notes {
            out.push_str(&format!("{note}\n"));
        }
        out
    }

    /// Light in every client: documents and mails do not follow a dark theme.
    pub fn html(&self) -> String {
        let mut body = format!("<p>{}</p>", escape(&self.greeting()));
        for paragraph in &self.paragraphs {
            body.push_str(&format!("<p>{}</p>", escape(paragraph)));
        }
        if let Some(button) = &self.button {
            let (label, url) = (escape(&button.label), escape(&button.url));
            body.push_str(&format!(
                "<p style=\"margin:28px 0\"><a href=\"{url}\" style=\"background:#0b5a54;color:#ffffff;padding:14px 22px;border-radius:8px;text-decoration:none;font-weight:600;display:inline-block\">{label}</a></p><p style=\"font-size:14px;color:#4a5560;word-break:break-all\">{url}</p>"
            ));
        }
        if !self.kept.is_empty() {
            body.push_str(&format!("<p>{}</p>", escape(&texts::text(self.language, "mail-checkpoints", &[]))));
        }
        for kept in &self.kept {
            let note = escape(&kept.note);
            body.push_str(&format!(
                "<pre style=\"font-size:12px;white-space:pre-wrap;word-break:break-all\">{note}</pre>"
            ));
        }
        if !self.notes.is_empty() {
            body.push_str("<hr style=\"border:0;border-top:1px solid #d9dee2;margin:28px 0 12px\">");
        }
        for note in &self.notes {
            body.push_str(&format!("<p style=\"font-size:14px;color:#4a5560;margin:4px 0\">{}</p>", escape(note)));
        }
        format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light\"><title>{}</title></head><body style=\"margin:0;background:#f4f6f7\"><div style=\"max-width:560px;margin:0 auto;padding:24px;background:#ffffff;color:#16202a;font:16px/24px system-ui,sans-serif\">{body}</div></body></html>\n",
            self.language.tag(),
            escape(&self.subject),
        )
    }

    fn greeting(&self) -> String {
        texts::text(self.language, "mail-greeting", &[("name", self.to_name.as_str().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: Uuid::from_u128(1),
            to_name: "<b>Ana</b>".to_owned(),
            to_address: "ana@example.org".to_owned(),
            language: Language::PtBr,
            subject: "Assunto".to_owned(),
            paragraphs: vec!["Um & dois".to_owned()],
            button: Some(Button { label: "Abrir".to_owned(), url: "http://localhost/l/abc".to_owned() }),
            kept: vec![KeptNote {
                name: "joint-8.txt".to_owned(), note: "demo\n8\nraiz\n\n— demo abc=\n".to_owned()
            }],
            notes: vec!["Nota".to_owned()],
        }
    }

    #[test]
    fn text_and_html_say_the_same_and_names_are_never_markup() {
        let (text, html) = (letter().text(), letter().html());
        for piece in ["http://localhost/l/abc", "Abrir", "Nota", "demo\n8\nraiz\n\n— demo abc=\n"] {
            assert!(text.contains(piece) && html.contains(piece), "{piece}");
        }
        assert!(text.contains("Olá, <b>Ana</b>.") && text.contains("Um & dois"));
        assert!(html.contains("&lt;b&gt;Ana") && html.contains("Um &amp; dois"));
        assert!(!html.contains("<b>"));
    }

    #[test]
    fn a_letter_in_a_log_shows_no_words() {
        assert!(!format!("{:?}", letter()).contains("abc"));
    }
}
