//! What the consumers complain of, in their own words and language.

use super::scene::reais;
use acordo_domain::case::command::{Account, CareContact, Complaint, Remedy};
use acordo_domain::money::Money;
use jiff::ToSpan;
use jiff::civil::Date;

fn complaint(product: &str, order: &str, story: &str, amount: Option<Money>, remedy: Remedy, words: &str) -> Complaint {
    Complaint {
        product: product.to_owned(),
        order_number: (!order.is_empty()).then(|| order.to_owned()),
        story: story.to_owned(),
        happened_on: None,
        earlier_protocols: Vec::new(),
        amount_in_dispute: amount,
        remedy,
        remedy_words: (!words.is_empty()).then(|| words.to_owned()),
        accessibility: None,
    }
}

/// What a company tells of the matter when it begins.
pub fn late_oven(today: Date) -> Account {
    let before = |days: i64| today.checked_sub(days.days()).ok();
    let contact = |protocol: &str, on: Option<Date>, answer: &str| CareContact {
        protocol: Some(protocol.to_owned()),
        on,
        answer: answer.to_owned(),
    };
    Account {
        product: "Forno Brisa 44 litros".to_owned(),
        order_number: Some("LA-23117".to_owned()),
        story: "O forno foi entregue onze dias depois do prazo e com o vidro da porta trincado. A troca que prometemos não saiu.".to_owned(),
        happened_on: before(45),
        amount_in_dispute: None,
        care: vec![
            contact("460218", before(44), "Prometemos a troca em cinco dias úteis."),
            contact("463904", before(30), "Confirmamos que o forno novo ainda não tinha chegado ao depósito."),
        ],
    }
}

pub fn washing_machine() -> Complaint {
    Complaint {
        earlier_protocols: vec!["2026-448120".to_owned(), "2026-451877".to_owned()],
        ..complaint(
            "Lavadora Brisa 11 kg",
            "LA-20931",
            "A lavadora chegou com o tambor amassado. Liguei duas vezes e prometeram a troca em cinco dias. Já se passaram três semanas e ninguém veio.",
            Some(reais(189_900)),
            Remedy::Replace,
            "Quero uma lavadora nova ou o dinheiro de volta.",
        )
    }
}

pub fn phone() -> Complaint {
    complaint(
        "Celular Lume 5",
        "LA-21544",
        "O celular desliga sozinho desde o segundo dia. A assistência ficou com ele vinte dias e devolveu igual.",
        Some(reais(129_900)),
        Remedy::Refund,
        "Quero o valor de volta.",
    )
}

pub fn headphones() -> Complaint {
    complaint(
        "Fone Lume Ar",
        "LA-22710",
        "O fone direito parou na primeira semana. A loja mandou para a assistência, que ficou vinte dias com ele e não achou defeito.",
        Some(reais(49_900)),
        Remedy::Refund,
        "Quero o dinheiro de volta.",
    )
}

pub fn sofa() -> Complaint {
    complaint(
        "Sofá Mar 3 lugares",
        "LA-19902",
        "Compré un sofá gris y llegó uno azul con una pata rota. Me dijeron que no hay más del gris.",
        Some(reais(240_000)),
        Remedy::ReducePrice,
        "Me quedo con el azul si reparan la pata y bajan el precio.",
    )
}

pub fn fibre() -> Complaint {
    complaint(
        "Internet Fibra 500",
        "VT-7781",
        "Contratei 500 mega e nunca passou de 90. Cobraram também um pacote de canais que não pedi.",
        Some(reais(35_960)),
        Remedy::ReducePrice,
        "Quero a diferença de volta e a velocidade que contratei.",
    )
}

pub fn mobile_plan() -> Complaint {
    complaint(
        "Plano Controle 20 GB",
        "VT-8020",
        "Cancelei o plano em agosto e as faturas continuaram. Em outubro meu nome foi para o cadastro de devedores.",
        Some(reais(17_970)),
        Remedy::CorrectRecord,
        "Quero meu nome limpo e as cobranças canceladas.",
    )
}

pub fn flight() -> Complaint {
    let usd = "USD".to_owned().try_into().ok();
    complaint(
        "Flight São Paulo to Lisbon",
        "HV-5531",
        "The agency moved my flight by two days and I lost two nights of a hotel that I had paid for. Nobody answered my messages.",
        usd.map(|currency| Money { amount: 42_000, currency }),
        Remedy::Refund,
        "I want the two nights back.",
    )
}

pub fn hotel() -> Complaint {
    complaint(
        "Paquete Bahía 7 noches",
        "HV-5610",
        "El hotel no tenía la habitación reservada y nos dieron una sin vista y con ruido de obra. Pagamos la mejor categoría.",
        Some(reais(320_000)),
        Remedy::Refund,
        "Pido la diferencia de precio.",
    )
}

pub fn excursion() -> Complaint {
    complaint(
        "Excursión a Foz",
        "HV-3120",
        "Cancelaron la excursión dos días antes. Me ofrecieron un vale, pero yo ya no puedo viajar este año.",
        Some(reais(86_000)),
        Remedy::Refund,
        "Quiero el dinero, no un vale.",
    )
}

pub fn card() -> Complaint {
    complaint(
        "Cartão Ipê Livre",
        "",
        "Fizeram três compras que não reconheço. O banco negou a contestação sem explicar.",
        Some(reais(86_450)),
        Remedy::Refund,
        "Quero o estorno e uma explicação.",
    )
}

pub fn account() -> Complaint {
    complaint(
        "Conta digital Ipê",
        "",
        "O banco cobrou por seis meses uma tarifa que o gerente disse que não existia.",
        Some(reais(17_940)),
        Remedy::Refund,
        "",
    )
}

pub fn bill() -> Complaint {
    complaint(
        "Conta de luz de setembro",
        "LV-33018",
        "A conta veio quatro vezes maior sem nada ter mudado em casa. Pedi revisão e cortaram a luz no dia seguinte.",
        Some(reais(74_210)),
        Remedy::CorrectRecord,
        "Quero a leitura refeita e um pedido de desculpas pelo corte.",
    )
}

pub fn reconnection() -> Complaint {
    complaint(
        "Religação de energia",
        "LV-33410",
        "Paguei a conta atrasada e a religação levou cinco dias. Perdi a comida da geladeira.",
        Some(reais(40_000)),
        Remedy::Other,
        "Quero que paguem a comida perdida.",
    )
}

pub fn parcel() -> Complaint {
    complaint(
        "Encomenda com notebook",
        "ES-90177",
        "A entrega consta como feita, mas ninguém recebeu. A assinatura não é minha.",
        Some(reais(410_000)),
        Remedy::Deliver,
        "Quero o pacote ou o valor declarado.",
    )
}

pub fn broken_parcel() -> Complaint {
    complaint(
        "Encomenda com louça",
        "ES-91220",
        "A caixa chegou aberta e seis pratos quebrados.",
        Some(reais(28_000)),
        Remedy::Refund,
        "",
    )
}

pub fn lamp() -> Complaint {
    complaint(
        "Desk lamp Farol",
        "LA-22007",
        "The lamp stopped working after a week. The shop asked me to pay for the return.",
        Some(reais(24_900)),
        Remedy::Replace,
        "A new lamp, and no cost for me.",
    )
}
