//! Whole numbers in words, in each language.

/// Groups of three digits, the highest first, with their power of a thousand; empty ones are left out.
fn groups(count: u64) -> Vec<(u64, usize)> {
    let mut groups = Vec::new();
    let mut rest = count;
    let mut power = 0;
    while rest > 0 {
        if !rest.is_multiple_of(1000) {
            groups.push((rest % 1000, power));
        }
        rest /= 1000;
        power += 1;
    }
    groups.reverse();
    groups
}

pub(super) fn portuguese(count: u64, feminine: bool) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "um",
        "dois",
        "três",
        "quatro",
        "cinco",
        "seis",
        "sete",
        "oito",
        "nove",
        "dez",
        "onze",
        "doze",
        "treze",
        "quatorze",
        "quinze",
        "dezesseis",
        "dezessete",
        "dezoito",
        "dezenove",
    ];
    const TENS: [&str; 10] =
        ["", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"];
    const HUNDREDS: [&str; 10] = [
        "",
        "cento",
        "duzentos",
        "trezentos",
        "quatrocentos",
        "quinhentos",
        "seiscentos",
        "setecentos",
        "oitocentos",
        "novecentos",
    ];
    fn small(count: u64, feminine: bool) -> String {
        match (count, feminine) {
            (1, true) => "uma".to_owned(),
            (2, true) => "duas".to_owned(),
            (0..20, _) => SMALL[count as usize].to_owned(),
            (100, _) => "cem".to_owned(),
            (20..100, _) => joined(TENS[count as usize / 10], count % 10, feminine),
            _ => {
                let hundreds = HUNDREDS[count as usize / 100 % 10];
                let stem = hundreds.strip_suffix("os").filter(|_| feminine);
                let hundreds = stem.map_or_else(|| hundreds.to_owned(), |stem| format!("{stem}as"));
                joined(&hundreds, count % 100, feminine)
            }
        }
    }
    fn joined(head: &str, rest: u64, feminine: bool) -> String {
        if rest == 0 { head.to_owned() } else { format!("{head} e {}", small(rest, feminine)) }
    }
    let all = groups(count);
    let last = all.len().saturating_sub(1);
    let mut out = String::new();
    for (index, (group, power)) in all.iter().copied().enumerate() {
        if index > 0 {
            // The last group is joined by `e` where it is a single word of tens or of hundreds.
            let joins = index == last && (group < 100 || group.is_multiple_of(100));
            out += if joins { " e " } else { " " };
        }
        out += &match power {
            0 => small(group, feminine),
            1 if group == 1 => "mil".to_owned(),
            1 => format!("{} mil", small(group, feminine)),
            _ => {
                let (one, many) =
                    [("milhão", "milhões"), ("bilhão", "bilhões"), ("trilhão", "trilhões")][(power - 2).min(2)];
                format!("{} {}", small(group, false), if group == 1 { one } else { many })
            }
        };
    }
    if out.is_empty() { SMALL[0].to_owned() } else { out }
}

pub(super) fn spanish(count: u64, feminine: bool) -> String {
    const SMALL: [&str; 30] = [
        "cero",
        "un",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiún",
        "veintidós",
        "veintitrés",
        "veinticuatro",
        "veinticinco",
        "veintiséis",
        "veintisiete",
        "veintiocho",
        "veintinueve",
    ];
    const TENS: [&str; 10] =
        ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
    const HUNDREDS: [&str; 10] = [
        "",
        "ciento",
        "doscientos",
        "trescientos",
        "cuatrocientos",
        "quinientos",
        "seiscientos",
        "setecientos",
        "ochocientos",
        "novecientos",
    ];
    fn small(count: u64, feminine: bool) -> String {
        match (count, feminine) {
            (1, true) => "una".to_owned(),
            (21, true) => "veintiuna".to_owned(),
            (0..30, _) => SMALL[count as usize].to_owned(),
            (100, _) => "cien".to_owned(),
            (30..100, _) => {
                let tens = TENS[count as usize / 10];
                if count.is_multiple_of(10) {
                    tens.to_owned()
                } else {
                    format!("{tens} y {}", small(count % 10, feminine))
                }
            }
            _ => {
                let hundreds = HUNDREDS[count as usize / 100 % 10];
                let stem = hundreds.strip_suffix("os").filter(|_| feminine);
                let hundreds = stem.map_or_else(|| hundreds.to_owned(), |stem| format!("{stem}as"));
                if count.is_multiple_of(100) {
                    hundreds
                } else {
                    format!("{hundreds} {}", small(count % 100, feminine))
                }
            }
        }
    }
    fn thousands(count: u64, feminine: bool) -> String {
        let (above, below) = (count / 1000, count % 1000);
        let head = match above {
            0 => String::new(),
            1 => "mil".to_owned(),
            _ => format!("{} mil", small(above, feminine)),
        };
        match (head.is_empty(), below) {
            (true, _) => small(below, feminine),
            (false, 0) => head,
            (false, _) => format!("{head} {}", small(below, feminine)),
        }
    }
    // A Spanish billion has twelve zeros: six digits a step.
    let mut out = Vec::new();
    for (unit, one, many) in [(1_000_000_000_000, "billón", "billones"), (1_000_000, "millón", "millones")] {
        match count / unit % 1_000_000 {
            0 => {}
            1 => out.push(format!("un {one}")),
            several => out.push(format!("{} {many}", thousands(several, false))),
        }
    }
    if !count.is_multiple_of(1_000_000) || count == 0 {
        out.push(thousands(count % 1_000_000, feminine));
    }
    out.join(" ")
}

pub(super) fn english(count: u64) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const POWERS: [&str; 5] = ["", " thousand", " million", " billion", " trillion"];
    fn small(count: u64) -> String {
        match count {
            0..20 => SMALL[count as usize].to_owned(),
            20..100 if count.is_multiple_of(10) => TENS[count as usize / 10].to_owned(),
            20..100 => format!("{}-{}", TENS[count as usize / 10], SMALL[count as usize % 10]),
            _ if count.is_multiple_of(100) => format!("{} hundred", small(count / 100)),
            _ => format!("{} hundred and {}", small(count / 100), small(count % 100)),
        }
    }
    let all = groups(count);
    let last = all.len().saturating_sub(1);
    let mut out = String::new();
    for (index, (group, power)) in all.iter().copied().enumerate() {
        if index > 0 {
            let joins = index == last && power == 0 && group < 100;
            out += if joins { " and " } else { " " };
        }
        out += &small(group);
        out += POWERS[power.min(4)];
    }
    if out.is_empty() { SMALL[0].to_owned() } else { out }
}
