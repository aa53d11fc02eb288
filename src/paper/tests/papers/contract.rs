//! Agreements as in a Brazilian, a Spanish and an English case.

use acordo_paper::{
    AgreementPaper, Attachment, LabelledValue, Labels, ObligationLine, PaperParty, SignatureLine, Signer,
};

pub const TIME: &str = "2026-11-21T14:32:00Z";
pub const DOCUMENT_HASH: &str = "nyxB16joLKtx0S9bX1QbOZb3mCrq7w0m1JzUoVp0bE8=";
pub const SHOWN_HASH: &str = "Qm3n7r0f2Jv9yV5mJ8cW1b4a6kZt0sXeLhDqPzRwGuI=";
const TERMS_HASH: &str = "4Zt1x0pC8H5vGm2rJtYkQwEs7nBfLd9uAaXoIiVzR3c=";
pub const ROOT: &str = "b8Jt5LrN0cQ2Wm7xKpVyZ4sD1gHfTaEuRoI9jXqP6vM=";
pub const NOTE: &str = "demo.example/log/case/019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f/joint\n41\nb8Jt5LrN0cQ2Wm7xKpVyZ4sD1gHfTaEuRoI9jXqP6vM=\n\n— demo.example/log 9f2c41d7QmFzZTY0U2lnbmF0dXJlT2ZTaXh0eUZvdXJCeXRlc0Zvckl0c1Nha2VBbmROb3RoaW5nRWxzZUF0QWxsSGVyZQ==\n";

/// The product's own message file, read as far as the paper's labels need it: one `key = text` per line.
pub fn labels(language: &str) -> Labels {
    let path = format!("{}/../locales/{language}/paper.ftl", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    Labels::collect(|key, arguments| {
        let line = file
            .lines()
            .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))
            .unwrap_or_else(|| panic!("{path} has no {key}"));
        arguments
            .iter()
            .fold(line.trim().to_owned(), |text, (name, value)| text.replace(&format!("{{ ${name} }}"), value))
    })
}

pub fn brazilian() -> AgreementPaper {
    let party = |role_label: &str, name: &str, identifier_label: &str, identifier: &str| PaperParty {
        role_label: role_label.into(),
        name: name.into(),
        identifier_label: identifier_label.into(),
        identifier: identifier.into(),
        remarks: Vec::new(),
    };
    let company = "Loja Aurora Comércio de Eletrodomésticos Ltda.";
    let obligation = |number: &str, what: &str, who: &str, to_whom: &str| ObligationLine {
        number: number.into(),
        what: what.into(),
        who: who.into(),
        to_whom: to_whom.into(),
        amount: None,
        amount_in_words: None,
        due: "24 de novembro de 2026".into(),
        description: None,
    };
    AgreementPaper {
        language: "pt-BR".parse().unwrap(),
        labels: labels("pt-BR"),
        title: "Termo final de mediação — acordo".into(),
        opening: "As partes abaixo identificadas puseram fim, em mediação, à controvérsia descrita a seguir.".into(),
        operator: "Câmara de Mediação On-line Acordo".into(),
        reference: "K7Q2-9XMD".into(),
        case_id: "019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f".into(),
        version: 1,
        created_at: "sexta-feira, 20 de novembro de 2026, 10h05 (horário de Brasília)".into(),
        parties: vec![
            party("Consumidora", "Marina Sales de Albuquerque", "CPF", "529.982.247-25"),
            party("Empresa", company, "CNPJ", "11.222.333/0001-81"),
        ],
        mediation: vec![party("Mediador", "Paulo Tavares Nogueira", "", "")],
        settled: vec![
            LabelledValue { label: "Produto ou serviço".into(), value: "Geladeira Aurora Frost 400".into() },
            LabelledValue { label: "Pedido".into(), value: "AF-77120".into() },
        ],
        account: Some(LabelledValue {
            label: "O que aconteceu, nas palavras de quem reclamou".into(),
            value: "A geladeira chegou amassada e não gela.".into(),
        }),
        obligations: vec![
            ObligationLine {
                amount: Some("R$\u{a0}1.280,00".into()),
                amount_in_words: Some("mil duzentos e oitenta reais".into()),
                description: Some("Por Pix, na chave que a consumidora informou no caso, em uma única parcela. O comprovante fica anexado ao caso.".into()),
                ..obligation("1", "Reembolso", company, "Marina Sales de Albuquerque")
            },
            ObligationLine {
                description: Some("Entrega da geladeira Aurora Frost 400 (nº de série AF4-20931), no endereço da compra, em dia combinado com a transportadora.".into()),
                due: "10 dias após a assinatura".into(),
                ..obligation("2", "Entrega do produto com defeito", "Marina Sales de Albuquerque", company)
            },
            ObligationLine {
                due: "30 de novembro de 2026".into(),
                ..obligation("3", "Correção do cadastro de inadimplentes", company, "Marina Sales de Albuquerque")
            },
        ],
        clauses: vec![
            "O pagamento integral da obrigação 1 dá quitação plena quanto ao pedido AF-77120, nada mais sendo devido entre as partes a esse título.".into(),
            "A coleta do produto é feita por conta da empresa e não condiciona o reembolso.".into(),
            "Em caso de atraso superior a cinco dias, incide multa de 2% sobre o valor em aberto, além de juros de 1% ao mês e correção monetária pelo IPCA.".into(),
            "Nenhuma cláusula deste acordo importa renúncia a direitos assegurados pelo Código de Defesa do Consumidor (Lei nº 8.078/1990, art. 51).".into(),
        ],
        legal_text: vec![
            "Este acordo, obtido em mediação extrajudicial e assinado pelas partes e pelo mediador, encerra o procedimento e constitui título executivo extrajudicial, nos termos do art. 20, parágrafo único, da Lei nº 13.140/2015 e do art. 784, IV, do Código de Processo Civil.".into(),
            "As assinaturas eletrônicas são admitidas pelas partes como válidas, na forma do art. 10, § 2º, da Medida Provisória nº 2.200-2/2001 e da Lei nº 14.063/2020.".into(),
        ],
        signers: vec![
            Signer { seat_label: "Consumidora".into(), name: "Marina Sales de Albuquerque".into(), remarks: Vec::new() },
            Signer { seat_label: "Empresa".into(), name: format!("{company}, por Bruna Castro Lima"), remarks: Vec::new() },
            Signer { seat_label: "Mediador".into(), name: "Paulo Tavares Nogueira".into(), remarks: Vec::new() },
        ],
        document_hash: DOCUMENT_HASH.into(),
        terms_hash: TERMS_HASH.into(),
        record_root: ROOT.into(),
        record_size: 41,
        signatures: None,
        due_dates: Vec::new(),
        checkpoint: None,
        attachments: Vec::new(),
        timestamp: TIME.parse().unwrap(),
    }
}

pub fn signature(name: &str, seat_label: &str) -> SignatureLine {
    SignatureLine {
        name: name.into(),
        seat_label: seat_label.into(),
        identifier: Some("CPF ***.982.247-**".into()),
        email: Some("m…@exemplo.com.br".into()),
        authority: None,
        reflection: None,
        method: "Código de 6 números enviado por e-mail".into(),
        identity_level: "E-mail confirmado".into(),
        at: "sábado, 21 de novembro de 2026, 11h20min04s (horário de Brasília)".into(),
        consent_text: "Li o acordo e concordo com os termos. Ninguém me obrigou.".into(),
        pdf_hash: SHOWN_HASH.into(),
    }
}

fn attached(file_name: &str, media_type: &'static str, bytes: &[u8]) -> Attachment {
    Attachment { file_name: file_name.into(), media_type, description: file_name.into(), bytes: bytes.to_vec() }
}

pub fn signed(paper: AgreementPaper) -> AgreementPaper {
    let people: Vec<&PaperParty> = paper.parties.iter().chain(&paper.mediation).collect();
    let name = |index: usize| people[index].name.clone();
    let seat = |index: usize| paper.signers[index].seat_label.clone();
    AgreementPaper {
        signatures: Some(vec![
            signature(&name(0), &seat(0)),
            SignatureLine {
                authority: Some("Preposta com procuração para transigir até R$ 5.000,00".into()),
                method: "Senha e aplicativo autenticador".into(),
                identity_level: "Conta com dois fatores".into(),
                ..signature("Bruna Castro Lima", &seat(1))
            },
            SignatureLine {
                method: "Senha".into(),
                identity_level: "Conta com senha".into(),
                ..signature(&name(2), &seat(2))
            },
        ]),
        checkpoint: Some(NOTE.into()),
        due_dates: vec![LabelledValue { label: "Nº 2".into(), value: "terça-feira, 1º de dezembro de 2026".into() }],
        attachments: vec![
            attached(
                "agreement.json",
                "application/json",
                br#"{"case":"019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f","version":1}"#,
            ),
            attached("checkpoint.txt", "text/plain", NOTE.as_bytes()),
        ],
        ..paper
    }
}

pub fn spanish() -> AgreementPaper {
    AgreementPaper {
        language: "es".parse().unwrap(),
        labels: labels("es"),
        operator: "Centro de Mediación en Línea".into(),
        created_at: "viernes, 20 de noviembre de 2026, 10:05".into(),
        clauses: vec![
            "El pago íntegro extingue la deuda; ¿queda algo pendiente? No: nada más se debe entre las partes.".into(),
        ],
        legal_text: vec![
            "El presente acuerdo tiene fuerza de contrato entre las partes (art. 1.091 del Código Civil).".into(),
        ],
        ..brazilian()
    }
}

pub fn english() -> AgreementPaper {
    AgreementPaper {
        language: "en".parse().unwrap(),
        labels: labels("en"),
        operator: "Online Mediation Centre".into(),
        created_at: "Friday, 20 November 2026, 10:05".into(),
        clauses: vec![
            "Payment in full settles order AF-77120; nothing else is owed between the parties under that heading."
                .into(),
        ],
        legal_text: vec!["This agreement is a contract between the parties.".into()],
        ..brazilian()
    }
}
