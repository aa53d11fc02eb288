//! What a party may type, on purpose or not, that could break a document.

/// Everything that has a meaning in typst's markup.
pub const MARKUP: &str = r##"#import "/case.json": * #panic("x") *negrito* _itálico_ $x^2$ `raw` <label> @ref = Title \ // comment /* c */ [x] #[y] https://x.example ~ -- --- ... 'q' "q""##;

pub const TEXTS: &[(&str, &str)] = &[
    ("exotic-marks", "1\u{1DC2} $\u{1AB2} ℣\u{954} "),
    ("emoji", "Combinado 👍🏽 👨‍👩‍👧 🇧🇷 até amanhã"),
    ("hebrew", "שלום עולם 123 K7Q2"),
    ("arabic", "السلام عليكم ورحمة الله ١٢٣ لا ﷽"),
    ("cjk", "契約書に同意します。한국어 ไทย हिन्दी"),
    ("marks", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘"),
    ("decomposed", "Joa\u{303}o Conceic\u{327}a\u{303}o"),
    ("controls", "a\u{0}b\u{1}c\u{1b}[31md\u{7f}e\u{9f}f\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF}\u{E000}"),
    ("override", "R$ \u{202E}00,001\u{202C} mil"),
    ("maths", "∑ ∫ √ ≠ ≤ ∞ → ⇒ ✓ ✗ ☐ ★ ℃ ½ ﬁ 𝔘𝓷𝓲 Ⅷ"),
    ("dotted", "◌́ ́ \u{301}início \u{20E3}"),
    ("lines", "um\n\n\ndois\r\ntrês\u{2028}quatro\tcinco"),
    ("empty", ""),
    ("spaces", "   \u{a0}\u{3000} "),
];

/// Characters from almost everything that Unicode has.
pub fn every_script() -> String {
    (' '..'\u{2FFFF}').step_by(499).collect()
}
