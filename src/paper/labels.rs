//! The fixed words of the documents, given by the caller in one language.

use serde::Serialize;

/// A label beside what it names.
#[derive(Debug, Clone, Serialize)]
pub struct LabelledValue {
    pub label: String,
    pub value: String,
}

macro_rules! labels {
    ($(#[$about:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident = $key:literal $([$($argument:literal),*])?),+ $(,)?
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name { $($(#[$doc])* pub $field: String,)+ }

        impl $name {
            /// The key of every label in the message files.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Asks for each label by its key. The pairs are the message's
            /// arguments and their values: marks that the page fills in.
            pub fn collect(mut text: impl FnMut(&str, &[(&str, &str)]) -> String) -> Self {
                Self { $($field: text($key, &[$($(($argument, concat!("{", $argument, "}"))),*)?]),)+ }
            }
        }
    };
}

labels! {
    /// Finished strings for everything that an agreement says by itself.
    Labels {
        /// The document's state while it waits for signatures.
        status_shown = "paper-status-shown",
        status_signed = "paper-status-signed",
        case = "paper-case",
        version = "paper-version",
        created_at = "paper-created-at",
        parties = "paper-parties",
        mediation = "paper-mediated-by",
        /// What the agreement settles.
        settled = "paper-settled",
        obligations = "paper-obligations",
        column_number = "paper-column-number",
        column_obligation = "paper-column-obligation",
        column_amount = "paper-column-amount",
        column_due = "paper-column-due",
        debtor = "paper-debtor",
        creditor = "paper-creditor",
        clauses = "paper-clauses",
        nature = "paper-nature",
        signing = "paper-signing",
        signing_text = "paper-signing-text",
        integrity = "paper-integrity",
        integrity_text = "paper-integrity-text",
        document_hash = "paper-document-hash",
        terms_hash = "paper-terms-hash",
        record_root = "paper-record-root",
        record_size = "paper-record-size",
        certificate = "paper-certificate",
        certificate_text = "paper-certificate-text",
        seat = "paper-seat",
        authority = "paper-authority",
        method = "paper-method",
        identity_level = "paper-identity-level",
        signed_at = "paper-signed-at",
        consent = "paper-consent",
        identifier = "paper-identifier-masked",
        email = "paper-email",
        reflection = "paper-reflection",
        due_dates = "paper-due-dates",
        shown_pdf_hash = "paper-shown-pdf-hash",
        checkpoint = "paper-checkpoint",
        checkpoint_text = "paper-checkpoint-text",
        attachment_text = "paper-attachment-text",
        /// Says what `[U+1F600]` means; printed only where it occurs.
        substituted = "paper-substituted",
        page_of = "paper-page-of" ["page", "pages"],
    }
}

labels! {
    /// Finished strings for what every paper of procedure says by itself; all
    /// that sets one apart from another is in its sections.
    ProceduralLabels {
        case = "paper-case",
        issued_at = "paper-issued-at",
        parties = "paper-parties",
        mediation = "paper-mediated-by",
        integrity = "paper-integrity",
        integrity_text = "paper-procedural-integrity-text",
        attachment_text = "paper-procedural-attachment-text" ["file"],
        /// Says what `[U+1F600]` means; printed only where it occurs.
        substituted = "paper-substituted",
        page_of = "paper-page-of" ["page", "pages"],
    }
}
