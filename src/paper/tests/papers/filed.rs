//! Papers of procedure as in a Brazilian case.

use acordo_paper::{
    Attachment, Attestation, Block, LabelledValue, PaperParty, ProceduralLabels, ProceduralPaper, Section, Signer,
    Table, TableColumn,
};

use crate::contract::{DOCUMENT_HASH, NOTE, ROOT, TIME};

pub const EVENTS: [(&str, &str, &str); 8] = [
    ("Reclamação registrada", "Marina Sales de Albuquerque (consumidora)", "O registro abriu o caso."),
    ("Convite enviado à empresa", "Plataforma", "Por correio eletrônico e pelo canal de atendimento da empresa."),
    ("Convite aceito, com as regras", "Bruna Castro Lima, por Loja Aurora Comércio de Eletrodomésticos Ltda.", ""),
    ("Proposta apresentada", "Bruna Castro Lima, pela empresa", "Válida até 30 de outubro de 2026, 18h00."),
    ("Proposta recusada", "Marina Sales de Albuquerque (consumidora)", ""),
    (
        "Mediador designado por rodízio",
        "Plataforma",
        "Paulo Tavares Nogueira declarou não ter impedimento (Lei 13.140/2015, arts. 5º a 7º).",
    ),
    (
        "Sessão realizada",
        "Paulo Tavares Nogueira (mediador)",
        "Presentes a consumidora e a empresa; duração de 52 minutos.",
    ),
    ("Prazo de resposta vencido", "Plataforma", "A empresa não respondeu no prazo de 2 dias úteis."),
];

pub fn labels() -> ProceduralLabels {
    ProceduralLabels::collect(|key, arguments| {
        let text = match key {
            "paper-case" => "Caso",
            "paper-issued-at" => "Emitido em",
            "paper-parties" => "Partes",
            "paper-integrity" => "Integridade",
            "paper-procedural-integrity-text" => {
                "Os códigos abaixo identificam o conteúdo deste documento. Qualquer mudança de uma letra daria códigos diferentes."
            }
            "paper-procedural-attachment-text" => {
                "O arquivo { $file }, anexo a este PDF, contém os dados exatos sobre os quais o código do documento é calculado."
            }
            "paper-substituted" => {
                "Caracteres que não existem nas fontes deste documento aparecem entre colchetes, pelo número Unicode, como em [U+1F600]."
            }
            "paper-mediated-by" => "Mediação",
            "paper-page-of" => "Página { $page } de { $pages }",
            _ => panic!("nobody wrote {key}"),
        };
        arguments.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{ ${name} }}"), value))
    })
}

fn fact(label: &str, value: &str) -> LabelledValue {
    LabelledValue { label: label.into(), value: value.into() }
}

fn column(title: &str, figures: bool) -> TableColumn {
    TableColumn { title: title.into(), figures }
}

pub fn certificate() -> ProceduralPaper {
    let party = |role_label: &str, name: &str, identifier_label: &str, identifier: &str| PaperParty {
        role_label: role_label.into(),
        name: name.into(),
        identifier_label: identifier_label.into(),
        identifier: identifier.into(),
        remarks: Vec::new(),
    };
    ProceduralPaper {
        language: "pt-BR".parse().unwrap(),
        labels: labels(),
        operator: "Câmara de Mediação On-line Acordo".into(),
        reference: "K7Q2-9XMD".into(),
        case_id: "019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f".into(),
        title: "Certidão de encerramento da mediação sem acordo".into(),
        subtitle: Some("Lei nº\u{a0}13.140/2015, arts. 17 e 20".into()),
        issued_at: "sábado, 21 de novembro de 2026, 11h32 (horário de Brasília)".into(),
        opening: vec![Block::Paragraph("CERTIFICO, à vista do registro eletrônico do caso, que o procedimento de mediação extrajudicial entre as partes abaixo identificadas foi instaurado, teve o curso que segue e se encerrou sem acordo. Esta certidão não revela o que as partes disseram, propuseram ou apresentaram, que é confidencial (Lei nº\u{a0}13.140/2015, arts. 30 e 31).".into())],
        parties: vec![
            party("Consumidora", "Marina Sales de Albuquerque", "CPF", "529.982.247-25"),
            party("Empresa", "Loja Aurora Comércio de Eletrodomésticos Ltda.", "CNPJ", "11.222.333/0001-81"),
        ],
        mediation: vec![party("Mediador", "Paulo Tavares Nogueira", "", "")],
        sections: vec![
            Section {
                title: "Curso do procedimento".into(),
                blocks: vec![
                    Block::Facts(vec![
                        fact("Convite", "2 de outubro de 2026, 09h14, por correio eletrônico"),
                        fact("Aceite do convite", "5 de outubro de 2026, 16h40"),
                        fact("Primeira reunião de mediação", "22 de outubro de 2026, 10h00"),
                        fact("Encerramento", "20 de novembro de 2026, 10h05, por declaração do mediador"),
                    ]),
                    Block::Notice("Entre 22 de outubro de 2026 e 20 de novembro de 2026 ficou suspenso o prazo prescricional (Lei nº\u{a0}13.140/2015, art. 17, parágrafo único).".into()),
                ],
            },
            Section {
                title: "Comparecimento".into(),
                blocks: vec![Block::Table(Table {
                    columns: vec![column("Parte", false), column("Convocações", true), column("Respostas", true), column("Última resposta", false)],
                    rows: vec![
                        vec!["Marina Sales de Albuquerque".into(), "7".into(), "7".into(), "19 de novembro de 2026".into()],
                        vec!["Loja Aurora Comércio de Eletrodomésticos Ltda.".into(), "9".into(), "4".into(), "30 de outubro de 2026".into()],
                    ],
                })],
            },
            Section {
                title: "Finalidade".into(),
                blocks: vec![Block::Paragraph("A certidão é emitida a pedido da consumidora e prova a tentativa de solução extrajudicial. Não atribui culpa a nenhuma das partes.".into())],
            },
        ],
        attestation: Some(Attestation {
            dated: "São Paulo, 21 de novembro de 2026.".into(),
            by: vec![Signer { seat_label: "Secretaria do procedimento".into(), name: "Câmara de Mediação On-line Acordo".into(), remarks: Vec::new() }],
        }),
        hashes: vec![fact("Código do documento", DOCUMENT_HASH), fact("Raiz do registro", ROOT)],
        attachment: Some(Attachment {
            file_name: "certificate.json".into(),
            media_type: "application/json",
            description: "O mesmo para programas".into(),
            bytes: "{\"case\":\"019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f\",\n  \"ã\": 1 }\n".as_bytes().to_vec(),
        }),
        ident: "certificate/019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f/1".into(),
        timestamp: TIME.parse().unwrap(),
    }
}

pub fn record(events: usize) -> ProceduralPaper {
    let rows = (0..events)
        .map(|index| {
            let (what, who, note) = EVENTS[index % EVENTS.len()];
            let what = if note.is_empty() { what.to_owned() } else { format!("{what}\n{note}") };
            let at = format!("{:02}/10/2026 {:02}h{:02}min07s", 2 + index / 20 % 28, 8 + index % 12, index * 7 % 60);
            vec![(index + 1).to_string(), at, what, who.to_owned()]
        })
        .collect();
    ProceduralPaper {
        title: "Registro do procedimento".into(),
        subtitle: None,
        opening: vec![Block::Paragraph("Este registro reúne, na ordem em que aconteceram, os atos do procedimento. O conteúdo das conversas não faz parte dele.".into())],
        sections: vec![
            Section {
                title: "Atos".into(),
                blocks: vec![Block::Table(Table {
                    columns: vec![column("Nº", true), column("Data e hora", false), column("Ato", false), column("Quem", false)],
                    rows,
                })],
            },
            Section {
                title: "Ponto de controle".into(),
                blocks: vec![
                    Block::Paragraph("Assinatura da instância sobre o registro do caso. Quem guarda este texto pode provar que o registro não foi alterado depois.".into()),
                    Block::Verbatim(NOTE.into()),
                ],
            },
        ],
        attestation: None,
        attachment: Some(Attachment {
            file_name: "record.json".into(),
            media_type: "application/json",
            description: "O mesmo para programas".into(),
            bytes: b"[]".to_vec(),
        }),
        ident: "record/019397a2-7d0c-7c54-9a35-3f8b8a1d2e4f/41".into(),
        ..certificate()
    }
}

/// A paper with the same text in every place that a party fills in.
pub fn made_of(text: &str) -> ProceduralPaper {
    let fact = || fact(text, text);
    let cells = || vec![text.to_owned(); 4];
    let words = PaperParty {
        role_label: text.into(),
        name: text.into(),
        identifier_label: text.into(),
        identifier: text.into(),
        remarks: vec![text.into()],
    };
    let blocks = vec![
        Block::Paragraph(text.into()),
        Block::Facts(vec![fact()]),
        Block::Table(Table {
            columns: (0..4).map(|index| column(text, index == 0)).collect(),
            rows: vec![cells(), cells()],
        }),
        Block::Notice(text.into()),
        Block::Verbatim(text.into()),
    ];
    ProceduralPaper {
        operator: text.into(),
        reference: text.into(),
        case_id: text.into(),
        title: text.into(),
        subtitle: Some(text.into()),
        issued_at: text.into(),
        opening: vec![Block::Paragraph(text.into())],
        parties: vec![words.clone()],
        mediation: vec![words],
        sections: vec![Section { title: text.into(), blocks }],
        attestation: Some(Attestation {
            dated: text.into(),
            by: vec![Signer { seat_label: text.into(), name: text.into(), remarks: Vec::new() }],
        }),
        hashes: vec![fact()],
        ..certificate()
    }
}
