//! What the papers of a case say, played over HTTP: a further agreement, packets, receipts, declarations.

use super::agreement::{letters, says};
use super::owed::{agreed, brl, days, paper, view};
use crate::support::app::{Story, TestApp, legal_form};
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo::identity::legal::{self, EnteredBy};
use acordo_domain::case::command::Language;
use acordo_domain::case::decide::LegalIdentityForm;
use acordo_domain::id::CaseId;
use acordo_domain::seat::Role;
use acordo_record::{Inquiry, verify};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

on_both! {
    every_agreement_of_a_case_can_be_had_by_its_version_and_the_later_one_names_the_earlier,
    an_agreement_after_a_mediation_does_not_say_that_there_was_none,
    an_agreement_by_recommendation_says_whose_it_was,
    a_packet_goes_to_who_is_owed_and_tells_the_moment_that_it_is_of,
    a_receipt_of_what_never_reached_the_company_claims_nothing_of_it,
    a_declaration_names_the_house_and_who_accepted_and_wrote_nothing,
    a_company_that_began_gave_an_account_and_nobody_unconfirmed_refused_for_the_consumer,
    a_later_mediation_that_brought_nothing_leaves_the_agreement_standing,
}

/// The text of this PDF.
async fn read(person: &TestPerson, path: &str) -> String {
    for _ in 0..1800 {
        let found = person.get(path).await;
        if found.status == 200 {
            return letters(&found.bytes);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} was never there");
}

fn never(paper: &str, words: &str) {
    let wanted: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(!paper.contains(&wanted), "the paper says: {words}\n{paper}");
}

/// Proposes, accepts, drafts, signs and seals one more agreement.
async fn one_more(app: &TestApp, story: &Story, terms: Value) -> Value {
    let (case, consumer, rep) = (story.case, &story.consumer, &story.rep);
    let made = rep.does(case, json!({"type": "proposal.make", "channel": "joint", "terms": terms})).await;
    let proposal = made.is(200)["case"]["proposals"].as_array().unwrap().last().unwrap().clone();
    let (number, hash) = (&proposal["number"], &proposal["terms_hash"]);
    let accept = json!({"type": "proposal.accept", "channel": "joint", "number": number, "terms_hash": hash});
    consumer.does(case, accept).await.is(200);
    let drafted = async || view(consumer, story).await["agreement"].clone();
    for version in 1..9 {
        app.running.state.exporter.draft(case, version).await.unwrap();
    }
    let draft = drafted().await;
    consumer.does(case, json!({"type": "agreement.waive_reflection", "version": draft["version"]})).await.is(200);
    app.sign(consumer, case, &draft, "Ana Souza").await.is(200);
    app.sign(rep, case, &draft, "Rita Rep").await.is(200);
    let version = u32::try_from(draft["version"].as_u64().unwrap()).unwrap();
    app.running.state.exporter.seal(case, version).await.unwrap();
    draft
}

fn pays(amount: i64) -> Value {
    json!([{"kind": "pay", "debtor": "company", "money": brl(amount), "due": {"on": "2026-12-01"}}])
}

async fn every_agreement_of_a_case_can_be_had_by_its_version_and_the_later_one_names_the_earlier(app: &TestApp) {
    let mut story = agreed(app, pays(50_000)).await;
    let case = story.case;
    story.consumer.does(case, json!({"type": "obligation.confirm", "id": 1})).await.is(200);
    days(app, &mut story, 8).await;
    let unsolved = json!({"type": "feedback.give", "score": 2, "solved": false, "unsolved": "A porta veio riscada."});
    story.consumer.does(case, unsolved).await.is(200);
    let terms = json!({"obligations": [
        {"kind": "pay", "debtor": "company", "money": brl(7_000), "due": {"days_after_signature": 1, "working_days": true}}
    ], "clauses": []});
    one_more(app, &story, terms).await;
    let shown = view(&story.consumer, &story).await["agreements"].clone();
    let versions: Vec<_> = shown.as_array().unwrap().iter().map(|one| one["version"].clone()).collect();
    assert_eq!(versions, [json!(1), json!(2)]);
    assert!(shown.as_array().unwrap().iter().all(|one| one["sealed_pdf_hash"].is_string()), "{shown}");

    let path = |rest: &str| format!("cases/{case}/{rest}");
    for who in [&story.consumer, &story.rep] {
        let first = read(who, &path("agreement.pdf?which=final&version=1")).await;
        says(&first, "Certificação das assinaturas");
        says(&first, "R$ 500,00");
        read(who, &path("agreement.pdf?which=shown&version=1")).await;
        let json = who.get(&path("agreement.json?version=1")).await;
        assert_eq!((&json.is(200)["version"], &json.json["before"]), (&json!(1), &Value::Null));
        let text = who.get(&path("agreement/text?version=1")).await;
        assert!(text.is(200).to_string().contains("500,00"), "{}", text.json);
        for version in [1, 2] {
            let bundle = who.get(&path(&format!("record.zip?profile=agreement&version={version}"))).await;
            assert_eq!(bundle.status, 200, "{}", bundle.json);
            let report = verify(&bundle.bytes, &Inquiry::of(&app.running.state.keys));
            let told: Vec<_> = report.agreements.iter().map(|agreement| agreement.version).collect();
            assert_eq!((report.valid, told), (true, vec![version]), "{:?}", report.failures);
        }
        who.get(&path("agreement.pdf?which=final&version=3")).await.refused(404, "no_document");
        who.get(&path("record.zip?profile=agreement&version=3")).await.refused(404, "no_document");
        who.get(&path("record.zip?profile=procedural&version=1")).await.refused(400, "invalid_parameter");
    }
    let last = story.consumer.get(&path("agreement.json")).await;
    let last = last.is(200);
    let first = &shown[0]["document_hash"];
    assert_eq!((&last["before"][0]["document_hash"], &last["reached"]), (first, &json!("directly")));
    let later = read(&story.consumer, &path("agreement.pdf?which=final&version=2")).await;
    for words in [
        "Acordo anterior",
        first.as_str().unwrap(),
        "Continua valendo.",
        "como não resolvido pelo acordo anterior",
        "A porta veio riscada.",
        "não é novação",
        "1 dia útil depois da última assinatura",
    ] {
        says(&later, words);
    }
    never(&later, "Valor em disputa");
    never(&later, "1 dias");
    // The terminal says one day as one day, leaves out brackets without words, and lists the dates that followed.
    let procedural = story.consumer.get(&path("record.zip?profile=procedural")).await;
    let report = verify(&procedural.bytes, &Inquiry::of(&app.running.state.keys));
    let told = acordo::cli::report_words(&report, 0, Language::PtBr);
    assert!(told.contains("1 dia útil após as assinaturas: Pagamento\n"), "{told}");
    assert!(!told.contains("()"), "{told}");
    let (_, dates) = told.rsplit_once("Datas que resultaram da última assinatura").expect(&told);
    assert!(
        dates.trim_start().starts_with("Obrigação 1: até o fim de quarta, 2 de dezembro de 2026 (24h, UTC−3)"),
        "{dates}"
    );
    // The second is broken: its packet counts its obligations as it does, and names the first as another one.
    days(app, &mut story, 20).await;
    let packet = paper(&story.consumer, &story, "enforcement").await;
    assert_eq!(packet["enforces"], json!({"agreement": 2, "obligation": 1}));
    assert_eq!(packet["agreements"].as_array().unwrap().len(), 2);
    let packet = read(&story.consumer, &path("papers/enforcement.pdf")).await;
    says(&packet, "Outro acordo do mesmo caso");
    says(&packet, "Ainda devido: R$ 70,00");
}

async fn an_agreement_after_a_mediation_does_not_say_that_there_was_none(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    let impasse = json!({"type": "impasse.declare", "ground": "no_agreement"});
    story.mediator.does(case, impasse).await.is(200);
    let terms = json!({"obligations": pays(9_000), "clauses": []});
    one_more(app, &story, terms).await;
    let agreement = read(&story.consumer, &format!("cases/{case}/agreement.pdf?which=final")).await;
    says(&agreement, "Houve mediação neste caso, que terminou sem acordo");
    never(&agreement, "sem mediação");
    let certificate = read(&story.consumer, &format!("cases/{case}/papers/final_term.pdf")).await;
    says(&certificate, "2. Mediação");
    says(&certificate, "é emitido por regra");
}

async fn an_agreement_by_recommendation_says_whose_it_was(app: &TestApp) {
    let story = app.mediation().await;
    let case = story.case;
    story.mediator.does(case, json!({"type": "impasse.declare", "ground": "no_agreement"})).await.is(200);
    let officer = app.member("Olga Ouvidora", &app.operator, Role::Ombudsman).await;
    officer.does(case, json!({"type": "escalation.claim"})).await.is(200);
    app.running.state.exporter.hand_over(case, 1).await.unwrap();
    let terms = json!({"obligations": pays(9_000), "clauses": []});
    let recommend = json!({"type": "escalation.recommend", "terms": terms, "reasons": "O defeito está provado."});
    officer.does(case, recommend).await.is(200);
    let seen = view(&story.consumer, &story).await["proposals"].clone();
    let proposal = seen.as_array().unwrap().iter().find(|one| one["channel"] == "review:1").unwrap().clone();
    let (number, hash) = (&proposal["number"], &proposal["terms_hash"]);
    for side in [&story.consumer, &story.rep] {
        let accept = json!({"type": "proposal.accept", "channel": "review:1", "number": number, "terms_hash": hash});
        side.does(case, accept).await.is(200);
    }
    app.running.state.exporter.draft(case, 1).await.unwrap();
    let draft = story.consumer.get(&format!("cases/{case}/agreement.json")).await;
    assert_eq!(draft.is(200)["reached"], "by_ombudsman");
    let agreement = read(&story.consumer, &format!("cases/{case}/agreement.pdf?which=shown")).await;
    says(&agreement, "por recomendação da ouvidoria, que as duas aceitaram");
    never(&agreement, "sem mediação");
    never(&agreement, "negociação direta");
}

async fn a_packet_goes_to_who_is_owed_and_tells_the_moment_that_it_is_of(app: &TestApp) {
    let chosen = json!([
        {"clause": "company_late_penalty", "value": 1000}, {"clause": "interest_monthly", "value": 100},
        {"clause": "acceleration", "value": 15}
    ]);
    let (case, consumer, rep) = app.negotiation().await;
    let mut story = Story { case, consumer, rep, mediator: app.mediator().await };
    let both = json!([
        {"kind": "pay", "debtor": "company", "money": brl(50_000), "due": {"on": "2026-12-01"}},
        {"kind": "repair", "debtor": "company", "due": {"on": "2026-12-01"}},
    ]);
    one_more(app, &story, json!({"obligations": both, "clauses": [], "chosen": chosen})).await;
    days(app, &mut story, 16).await;
    let first = paper(&story.consumer, &story, "enforcement").await;
    for owing in first["obligations"].as_array().unwrap() {
        assert_eq!(owing["broken"], true, "broken at the same moment: {owing}");
    }
    assert_eq!(first["late_clauses"].as_array().unwrap().len(), 3);
    let path = |rest: &str| format!("cases/{case}/papers/enforcement{rest}");
    for file in [".pdf", ".json", ".zip", ".pdf?number=1", ".zip?number=1"] {
        story.rep.get(&path(file)).await.refused(403, "not_yours");
    }
    let taken = view(&story.rep, &story).await["papers"].clone();
    let of_packets: Vec<_> = taken
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["paper"] == "enforcement")
        .map(|one| &one["may_take"])
        .collect();
    assert!(of_packets.iter().all(|may| **may == json!(false)), "{taken}");
    let paper_of = read(&story.consumer, &path(".pdf?number=1")).await;
    for words in ["multa de 10%", "juros simples de 1%", "faz vencer de imediato", "art. 798", "mostra a situação em"]
    {
        says(&paper_of, words);
    }
    // A part is paid later: a newer packet tells it, and the older one is as it was.
    let part = json!({"type": "obligation.confirm", "id": 1, "money": brl(20_000), "on": "2026-12-08"});
    story.consumer.does(case, part).await.is(200);
    let anew = async {
        while story.consumer.get(&path(".json?number=3")).await.status != 200 {
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), anew).await.expect("a newer packet");
    let later = paper(&story.consumer, &story, "enforcement").await;
    assert_eq!(later["obligations"][0]["owed"], brl(30_000));
    let kept = story.consumer.get(&path(".json?number=1")).await;
    assert_eq!(kept.is(200)["obligations"][0]["owed"], brl(50_000));
    let zip = story.consumer.get(&path(".zip")).await;
    assert_eq!(zip.status, 200, "{}", zip.json);
}

async fn settings(app: &TestApp, changes: Value) {
    let admin = app.member("Ada Admin", &app.operator, Role::Admin).await;
    let path = format!("organisations/{}/settings", app.operator.id);
    TestPerson::send(admin.request(Method::PATCH, &path).json(&json!({"changes": changes}))).await.is(200);
}

async fn a_receipt_of_what_never_reached_the_company_claims_nothing_of_it(app: &TestApp) {
    settings(app, json!({"admit_by_rule": false})).await;
    let coordinator = app.coordinator().await;
    let (case, consumer) = app.file_complaint().await;
    let path = format!("cases/{case}/receipt.pdf");
    let claims = ["impede que corra o prazo para reclamar de defeitos, até", "a empresa não escreveu nada"];
    let waits = read(&consumer, &path).await;
    says(&waits, "esta casa ainda não tinha admitido a reclamação");
    claims.iter().for_each(|words| never(&waits, words));
    coordinator.does(case, json!({"type": "case.refuse", "ground": "out_of_scope"})).await.is(200);
    let refused = read(&consumer, &path).await;
    says(&refused, "Motivo: Fora do que tratamos. Ela não foi enviada à empresa.");
    says(&refused, "não impede que corra o prazo");
    claims.iter().for_each(|words| never(&refused, words));
    let (case, consumer) = app.file_complaint().await;
    coordinator.does(case, json!({"type": "case.admit"})).await.is(200);
    let sent = read(&consumer, &format!("cases/{case}/receipt.pdf")).await;
    claims.iter().for_each(|words| says(&sent, words));
    settings(app, json!({"admit_by_rule": null})).await;
}

async fn house(app: &TestApp) {
    let form = LegalIdentityForm {
        name: "Casa de Mediação Ltda.".to_owned(),
        identifier: "77888999000181".to_owned(),
        address: "Rua da Casa, 9, São Paulo".to_owned(),
        ..legal_form()
    };
    legal::enter_identity(&app.running.state.store, app.operator.id, &form, EnteredBy::Operator).await.unwrap();
}

async fn a_declaration_names_the_house_and_who_accepted_and_wrote_nothing(app: &TestApp) {
    house(app).await;
    let (case, consumer, rep) = app.negotiation().await;
    let mut story = Story { case, consumer, rep, mediator: app.mediator().await };
    days(app, &mut story, 12).await;
    let paper = read(&story.consumer, &format!("cases/{case}/papers/certificate.pdf?number=1")).await;
    for words in [
        "A empresa aceitou o convite e não escreveu nada no caso até o fim do prazo para a sua primeira resposta,",
        "Primeiro escrito na sala conjunta",
        "Casa de Mediação Ltda.",
        "CNPJ 77.888.999/0001-81",
        "Rua da Casa, 9, São Paulo",
    ] {
        says(&paper, words);
    }
    let receipt = read(&story.consumer, &format!("cases/{case}/receipt.pdf")).await;
    says(&receipt, "Rua da Casa, 9, São Paulo");
}

async fn a_company_that_began_gave_an_account_and_nobody_unconfirmed_refused_for_the_consumer(app: &TestApp) {
    let rep = app.rep().await;
    let email = format!("{}@example.org", Uuid::now_v7().simple());
    let form = json!({
        "company": app.company.id,
        "consumer": {"name": "Ana Souza", "email": email, "language": "pt-BR"},
        "account": {"product": "Geladeira Polar", "story": "Entregue com a porta amassada.", "care": []},
        "proof": {"kind": "identifier_start", "answer": "529"},
        "rules_version": 1, "online": true
    });
    let case: CaseId = rep.post("complaints/invite", &form).await.is(201)["case"].as_str().unwrap().parse().unwrap();
    let whoever = app.sign_in(&email).await;
    whoever.does(case, json!({"type": "invitation.refuse"})).await.is(200);
    let paper = read(&rep, &format!("cases/{case}/papers/certificate.pdf?number=1")).await;
    for words in [
        "Relato da empresa recebido em",
        "recusado por quem o recebeu no endereço informado pela empresa",
        "A identidade dessa pessoa não foi confirmada.",
        "Nome informado pela empresa; identidade não confirmada",
        "o relato com que a empresa começou este caso não é essa reclamação",
    ] {
        says(&paper, words);
    }
    never(&paper, "Reclamação recebida em");
    never(&paper, "A parte consumidora recusou o convite.");
}

async fn a_later_mediation_that_brought_nothing_leaves_the_agreement_standing(app: &TestApp) {
    let mut story = agreed(app, pays(50_000)).await;
    let case = story.case;
    story.consumer.does(case, json!({"type": "obligation.confirm", "id": 1})).await.is(200);
    days(app, &mut story, 8).await;
    let unsolved = json!({"type": "feedback.give", "score": 2, "solved": false, "unsolved": "A porta veio riscada."});
    story.consumer.does(case, unsolved).await.is(200);
    story.consumer.does(case, json!({"type": "mediator.request"})).await.is(200);
    app.assign(case, &story.mediator).await;
    let accept = json!({"type": "mediator.accept", "no_conflict": true, "disclosure": "Nenhum conflito."});
    story.mediator.does(case, accept).await.is(200);
    for side in [&story.consumer, &story.rep] {
        side.does(case, json!({"type": "ground_rules.accept", "version": 1})).await.is(200);
    }
    story.mediator.does(case, json!({"type": "impasse.declare", "ground": "no_agreement"})).await.is(200);
    let paper = read(&story.consumer, &format!("cases/{case}/papers/final_term.pdf")).await;
    says(&paper, "Esta mediação terminou sem acordo novo.");
    says(&paper, "continua valendo");
    never(&paper, "As partes concluíram um acordo");
}
