//! The clause library: what a case may choose from, what is refused, and how the agreement words it.

use super::agreement::{letters, says};
use crate::support::app::TestApp;
use crate::support::on_both;
use acordo_record::agreement::terms_hash;
use acordo_record::base64;
use serde_json::{Value, json};

on_both! {
    the_library_is_that_of_the_case_in_the_language_that_is_asked_for,
    what_the_library_does_not_allow_is_refused_by_field,
    a_chosen_clause_stands_in_the_agreement_in_full,
}

fn terms(chosen: &Value) -> Value {
    json!({"type": "proposal.make", "channel": "joint", "terms": {
        "obligations": [{"kind": "apologise", "debtor": "company",
            "due": {"days_after_signature": 5, "working_days": true}}],
        "chosen": chosen,
    }})
}

async fn the_library_is_that_of_the_case_in_the_language_that_is_asked_for(app: &TestApp) {
    let (case, consumer, rep) = app.negotiation().await;
    let own = consumer.get(&format!("cases/{case}/clauses")).await;
    let own = own.is(200);
    assert_eq!((&own["law"], &own["language"]), (&json!("br/1"), &json!("pt-BR")));
    let penalty = own["clauses"].as_array().unwrap().iter().find(|clause| clause["clause"] == "late_penalty").unwrap();
    assert_eq!((&penalty["kind"], &penalty["figure"]["greatest"]), (&json!("penalty"), &json!(200)));
    assert_eq!(penalty["figure"]["sources"], json!(["Código de Defesa do Consumidor, art. 52, § 1º"]));
    let english = rep.get(&format!("cases/{case}/clauses?language=en")).await;
    assert_eq!(english.is(200)["clauses"][0]["label"], "Released once all is done");
    rep.get(&format!("cases/{case}/clauses?language=fr")).await.is(400);
    let stranger = app.mediator().await;
    stranger.get(&format!("cases/{case}/clauses")).await.refused(404, "not_found");
    app.nobody().get(&format!("cases/{case}/clauses")).await.refused(401, "unauthenticated");
}

async fn what_the_library_does_not_allow_is_refused_by_field(app: &TestApp) {
    let (case, _, rep) = app.negotiation().await;
    for (chosen, code, pointer) in [
        (json!([{"clause": "silence"}]), "clause_unknown", "/terms/chosen/0/clause"),
        (json!([{"clause": "interest_yearly", "value": 800}]), "clause_unknown", "/terms/chosen/0/clause"),
        (json!([{"clause": "late_penalty"}]), "clause_value_missing", "/terms/chosen/0/value"),
        (json!([{"clause": "late_penalty", "value": 201}]), "clause_value_out_of_bounds", "/terms/chosen/0/value"),
        (json!([{"clause": "forum_consumer", "value": 1}]), "clause_value_not_allowed", "/terms/chosen/0/value"),
        (
            json!([{"clause": "interest_legal"}, {"clause": "interest_monthly", "value": 100}]),
            "clauses_exclusive",
            "/terms/chosen/1/clause",
        ),
    ] {
        let answer = rep.does(case, terms(&chosen)).await;
        assert_eq!(answer.refused(422, code)["errors"][0]["pointer"], pointer);
    }
    rep.does(case, terms(&json!([{"clause": "late_penalty", "value": 200}]))).await.is(200);
}

async fn a_chosen_clause_stands_in_the_agreement_in_full(app: &TestApp) {
    let story = app.mediation().await;
    let chosen = json!([{"clause": "interest_monthly", "value": 50}, {"clause": "release_when_performed"}]);
    app.drafted_with(&story, chosen.clone()).await;
    let file = story.consumer.get(&format!("cases/{}/agreement.json", story.case)).await;
    let file = file.is(200);
    let interest = "Sobre o valor em atraso correm, dia a dia, desde o vencimento até o pagamento, juros simples de \
                    0,5% ao mês.";
    let release = "Cumpridas todas as obrigações deste acordo, as partes dão uma à outra quitação do que é objeto \
                   dele, e de nada mais.";
    assert_eq!(file["terms"]["chosen"], chosen);
    let written = json!([
        {"clause": "release_when_performed", "kind": "release", "value": null},
        {"clause": "interest_monthly", "kind": "interest", "value": 50},
    ]);
    assert_eq!(file["chosen"], written);
    assert_eq!(file["clauses"], json!([release, interest, "A geladeira fica com a consumidora."]));
    // Whoever has the file can compute it: what is owed and every clause, the library's too.
    let covered = json!({"clauses": file["clauses"], "obligations": file["obligations"]});
    let hash = base64(&terms_hash(&covered).unwrap());
    assert_eq!(file["terms_hash"], hash.as_str());
    let paper = letters(&story.rep.get(&format!("cases/{}/agreement.pdf?which=shown", story.case)).await.bytes);
    for words in [release, interest, "A geladeira fica com a consumidora."] {
        says(&paper, words);
    }
    says(&paper, &hash);
}
