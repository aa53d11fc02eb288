//! What a signer declares. The text is frozen into each signature, so a change here changes only later ones.

use crate::case::command::Language;

/// The declaration above the signature, in the language of the case.
pub const fn consent_text(language: Language) -> &'static str {
    match language {
        Language::PtBr => {
            "Li o acordo inteiro, tive tempo e onde me aconselhar, e assino por vontade própria. Sei que ele passa a valer com a última assinatura."
        }
        Language::Es => {
            "Leí el acuerdo completo, tuve tiempo y dónde asesorarme, y firmo por voluntad propia. Sé que empieza a valer con la última firma."
        }
        Language::En => {
            "I have read the whole agreement, had the time and a place to seek advice, and sign of my own free will. I know that it takes effect with the last signature."
        }
    }
}
