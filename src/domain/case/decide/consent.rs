//! What a signer declares. The text is frozen into each signature, so a change here changes only later ones.

use crate::case::command::Language;
use crate::seat::Seat;

/// The declaration above the signature, in the language of the case. Each seat declares its own: whoever mediated is
/// no party and owes nothing by it, and whoever signs for a company binds the company.
pub const fn consent_text(language: Language, seat: Seat) -> &'static str {
    match (seat, language) {
        (Seat::Mediator, Language::PtBr) => {
            "Conduzi esta mediação, e as partes chegaram nela ao acordo acima. Assino como quem mediou: não sou parte e não assumo nenhuma das obrigações."
        }
        (Seat::Mediator, Language::Es) => {
            "Conduje esta mediación, y las partes llegaron en ella al acuerdo de arriba. Firmo como quien medió: no soy parte y no asumo ninguna de las obligaciones."
        }
        (Seat::Mediator, Language::En) => {
            "I conducted this mediation, and in it the parties reached the agreement above. I sign as the mediator: I am not a party and take on none of the obligations."
        }
        (Seat::Company, Language::PtBr) => {
            "Li o acordo inteiro e assino pela empresa, por vontade própria e com os poderes registrados aqui. Sei que ele passa a valer com a última assinatura."
        }
        (Seat::Company, Language::Es) => {
            "Leí el acuerdo completo y firmo por la empresa, por voluntad propia y con los poderes registrados aquí. Sé que empieza a valer con la última firma."
        }
        (Seat::Company, Language::En) => {
            "I have read the whole agreement and sign for the company, of my own free will and with the authority recorded here. I know that it takes effect with the last signature."
        }
        (Seat::Consumer | Seat::Ombudsman | Seat::Legal, Language::PtBr) => {
            "Li o acordo inteiro, sei que posso me aconselhar antes, e assino por vontade própria. Sei que ele passa a valer com a última assinatura."
        }
        (Seat::Consumer | Seat::Ombudsman | Seat::Legal, Language::Es) => {
            "Leí el acuerdo completo, sé que puedo asesorarme antes, y firmo por voluntad propia. Sé que empieza a valer con la última firma."
        }
        (Seat::Consumer | Seat::Ombudsman | Seat::Legal, Language::En) => {
            "I have read the whole agreement, know that I may seek advice first, and sign of my own free will. I know that it takes effect with the last signature."
        }
    }
}
