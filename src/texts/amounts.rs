//! Amounts in words, as a contract has them beside the figure: `mil duzentos e oitenta reais`.

use super::Language;
use super::numerals::{english, portuguese, spanish};
use acordo_domain::money::Money;

/// What one and many of a unit are called; in Spanish and Portuguese a number takes its gender.
#[derive(Debug, Clone, Copy)]
struct Unit {
    one: &'static str,
    many: &'static str,
    feminine: bool,
}

const fn unit(one: &'static str, many: &'static str, feminine: bool) -> Unit {
    Unit { one, many, feminine }
}

/// The amount in words, or none for a currency that has no words here.
pub fn in_words(language: Language, money: Money) -> Option<String> {
    let (whole, part) = units(language, money.currency.code())?;
    let (major, minor) = (money.amount.unsigned_abs() / 100, money.amount.unsigned_abs() % 100);
    let and = match language {
        Language::PtBr => " e ",
        Language::Es => " con ",
        Language::En => " and ",
    };
    Some(match (major, minor) {
        (_, 0) => counted(language, major, whole),
        (0, _) => counted(language, minor, part),
        _ => counted(language, major, whole) + and + &counted(language, minor, part),
    })
}

fn units(language: Language, code: &str) -> Option<(Unit, Unit)> {
    Some(match (code, language) {
        ("BRL", Language::PtBr) => (unit("real", "reais", false), unit("centavo", "centavos", false)),
        ("BRL", Language::Es) => (unit("real", "reales", false), unit("centavo", "centavos", false)),
        ("BRL", Language::En) => (unit("Brazilian real", "Brazilian reais", false), unit("centavo", "centavos", false)),
        ("EUR", Language::PtBr) => (unit("euro", "euros", false), unit("cêntimo", "cêntimos", false)),
        ("EUR", Language::Es) => (unit("euro", "euros", false), unit("céntimo", "céntimos", false)),
        ("EUR", Language::En) => (unit("euro", "euros", false), unit("cent", "cents", false)),
        ("GBP", Language::PtBr) => (unit("libra esterlina", "libras esterlinas", true), unit("penny", "pence", false)),
        ("GBP", Language::Es) => {
            (unit("libra esterlina", "libras esterlinas", true), unit("penique", "peniques", false))
        }
        ("GBP", Language::En) => (unit("pound sterling", "pounds sterling", false), unit("penny", "pence", false)),
        ("USD", Language::PtBr) => {
            (unit("dólar americano", "dólares americanos", false), unit("centavo", "centavos", false))
        }
        ("USD", Language::Es) => {
            (unit("dólar estadounidense", "dólares estadounidenses", false), unit("centavo", "centavos", false))
        }
        ("USD", Language::En) => (unit("US dollar", "US dollars", false), unit("cent", "cents", false)),
        _ => return None,
    })
}

fn counted(language: Language, count: u64, unit: Unit) -> String {
    let name = if count == 1 { unit.one } else { unit.many };
    let number = match language {
        Language::PtBr => portuguese(count, unit.feminine),
        Language::Es => spanish(count, unit.feminine),
        Language::En => english(count),
    };
    // Whole millions are a noun: `um milhão de reais`, `dos millones de euros`.
    let noun = count > 0 && count.is_multiple_of(1_000_000) && language != Language::En;
    format!("{number}{}{name}", if noun { " de " } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use acordo_domain::money::{AMOUNT_MAX, Currency};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::sync::LazyLock;

    fn said(language: Language, amount: i64, code: &str) -> String {
        in_words(language, Money { amount, currency: Currency::try_from(code.to_owned()).unwrap() }).unwrap()
    }

    #[test]
    fn amounts_are_said_as_a_notary_writes_them() {
        for (amount, code, pt, es, en) in [
            (
                128_000,
                "BRL",
                "mil duzentos e oitenta reais",
                "mil doscientos ochenta reales",
                "one thousand two hundred and eighty Brazilian reais",
            ),
            (100, "BRL", "um real", "un real", "one Brazilian real"),
            (101, "BRL", "um real e um centavo", "un real con un centavo", "one Brazilian real and one centavo"),
            (50, "EUR", "cinquenta cêntimos", "cincuenta céntimos", "fifty cents"),
            (120_000, "EUR", "mil e duzentos euros", "mil doscientos euros", "one thousand two hundred euros"),
            (
                100_500,
                "USD",
                "mil e cinco dólares americanos",
                "mil cinco dólares estadounidenses",
                "one thousand and five US dollars",
            ),
            (2_100, "EUR", "vinte e um euros", "veintiún euros", "twenty-one euros"),
            (3_100, "EUR", "trinta e um euros", "treinta y un euros", "thirty-one euros"),
            (
                2_200,
                "GBP",
                "vinte e duas libras esterlinas",
                "veintidós libras esterlinas",
                "twenty-two pounds sterling",
            ),
            (
                20_100,
                "GBP",
                "duzentas e uma libras esterlinas",
                "doscientas una libras esterlinas",
                "two hundred and one pounds sterling",
            ),
            (
                2_100_000,
                "GBP",
                "vinte e uma mil libras esterlinas",
                "veintiuna mil libras esterlinas",
                "twenty-one thousand pounds sterling",
            ),
            (10_000, "BRL", "cem reais", "cien reales", "one hundred Brazilian reais"),
            (10_100, "BRL", "cento e um reais", "ciento un reales", "one hundred and one Brazilian reais"),
            (100_000_000, "BRL", "um milhão de reais", "un millón de reales", "one million Brazilian reais"),
            (
                250_000_000,
                "BRL",
                "dois milhões e quinhentos mil reais",
                "dos millones quinientos mil reales",
                "two million five hundred thousand Brazilian reais",
            ),
            (
                123_456_789,
                "BRL",
                "um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete reais e oitenta e nove centavos",
                "un millón doscientos treinta y cuatro mil quinientos sesenta y siete reales con ochenta y nueve centavos",
                "one million two hundred and thirty-four thousand five hundred and sixty-seven Brazilian reais and eighty-nine centavos",
            ),
            (AMOUNT_MAX, "BRL", "dez bilhões de reais", "diez mil millones de reales", "ten billion Brazilian reais"),
            (0, "BRL", "zero reais", "cero reales", "zero Brazilian reais"),
            (1, "GBP", "um penny", "un penique", "one penny"),
        ] {
            assert_eq!(said(Language::PtBr, amount, code), pt);
            assert_eq!(said(Language::Es, amount, code), es);
            assert_eq!(said(Language::En, amount, code), en);
        }
        let yen = Money { amount: 100, currency: Currency::try_from("JPY".to_owned()).unwrap() };
        assert_eq!(in_words(Language::En, yen), None);
    }

    /// What each single word counts, by language.
    static WORDS: LazyLock<[BTreeMap<String, u64>; 3]> = LazyLock::new(|| {
        Language::ALL.map(|language| {
            let said = |n, feminine| match language {
                Language::PtBr => portuguese(n, feminine),
                Language::Es => spanish(n, feminine),
                Language::En => english(n),
            };
            let all = (0..1000_u64).flat_map(|n| [(said(n, false), n), (said(n, true), n)]);
            let mut words: BTreeMap<String, u64> = all.filter(|(word, _)| !word.contains(' ')).collect();
            words.extend([("cento".to_owned(), 100), ("ciento".to_owned(), 100)]);
            words
        })
    });

    /// Reads words back, so that no amount is said wrongly that the table does not have.
    fn read_back(language: Language, words: &str) -> u64 {
        let place = Language::ALL.iter().position(|known| *known == language).unwrap();
        let counts = |word: &str| WORDS[place].get(word).copied().unwrap_or_else(|| panic!("{word}"));
        let powers = |word: &str| {
            Some(match (language, word) {
                (_, "mil" | "thousand") => 1_000,
                (_, "milhão" | "milhões" | "millón" | "millones" | "million") => 1_000_000,
                (_, "bilhão" | "bilhões" | "billion") => 1_000_000_000,
                _ => return None,
            })
        };
        let (mut total, mut millions, mut group) = (0, 0, 0);
        for word in words.split(' ').filter(|word| !matches!(*word, "e" | "y" | "and")) {
            match powers(word) {
                Some(1_000) => {
                    millions += group.max(1) * 1_000;
                    group = 0;
                }
                Some(power) => {
                    total += (millions + group) * power;
                    (millions, group) = (0, 0);
                }
                None if word == "hundred" => group *= 100,
                None => group += counts(word),
            }
        }
        total + millions + group
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn what_is_said_is_the_amount(major in 0..10_000_000_000_u64, feminine: bool) {
            prop_assert_eq!(read_back(Language::PtBr, &portuguese(major, feminine)), major);
            prop_assert_eq!(read_back(Language::Es, &spanish(major, feminine)), major);
            prop_assert_eq!(read_back(Language::En, &english(major)), major);
        }

        #[test]
        fn no_two_amounts_are_said_alike(one in 0..AMOUNT_MAX, other in 0..AMOUNT_MAX) {
            for language in Language::ALL {
                for code in ["BRL", "EUR", "GBP", "USD"] {
                    prop_assert_eq!(said(language, one, code) == said(language, other, code), one == other);
                }
            }
        }
    }
}
