//! The volume for a court: one PDF with the agreement, the record of the procedure and the list of files.

use crate::api::agreement::{letters, says};
use crate::support::app::{Story, TestApp};
use crate::support::on_both;
use crate::support::person::TestPerson;
use acordo_domain::seat::Role;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

on_both! {
    a_volume_holds_the_agreement_the_procedure_and_the_list_of_files,
    a_volume_lists_only_what_its_taker_may_take_along,
    there_is_no_volume_without_a_sealed_agreement,
}

async fn put(person: &TestPerson, story: &Story, channel: &str, name: &str) {
    let form = Form::new().part("file", Part::bytes(name.as_bytes().to_vec()).file_name(name.to_owned()));
    let path = format!("cases/{}/channels/{channel}/evidence", story.case);
    TestPerson::send(person.request(Method::POST, &path).multipart(form)).await.is(201);
}

async fn with_files(app: &TestApp) -> Story {
    let story = app.mediation().await;
    put(&story.consumer, &story, "joint", "nota-conjunta.txt").await;
    put(&story.consumer, &story, "caucus:consumer", "nota-reservada.txt").await;
    app.sealed(&story).await;
    story
}

async fn a_volume_holds_the_agreement_the_procedure_and_the_list_of_files(app: &TestApp) {
    let story = with_files(app).await;
    let volume = story.consumer.get(&format!("cases/{}/volume.pdf", story.case)).await;
    assert_eq!(volume.status, 200, "{}", volume.json);
    assert_eq!(volume.header("content-type"), "application/pdf");
    assert!(volume.header("content-disposition").contains("-volume-1.pdf"));
    let pages = acordo_paper::page_count(&volume.bytes).unwrap();
    let text = letters(&volume.bytes);
    for words in [
        "Volume do caso",
        "Acordo 1",
        "Termo final de mediação",
        "Registro do procedimento",
        "Lista de arquivos",
        "nota-conjunta.txt",
        "SHA-256",
        "As conversas reservadas e os seus arquivos não fazem parte deste volume",
        &format!("página {pages} de {pages}"),
    ] {
        says(&text, words);
    }
    assert!(!text.contains("nota-reservada"), "what was said in private is in no volume");
    story.consumer.get(&format!("cases/{}/volume.pdf?version=2", story.case)).await.refused(404, "no_document");
}

async fn a_volume_lists_only_what_its_taker_may_take_along(app: &TestApp) {
    let story = with_files(app).await;
    let manager = app.member("Marta Reis", &app.company, Role::Manager).await;
    let volume = manager.get(&format!("cases/{}/volume.pdf", story.case)).await;
    assert_eq!(volume.status, 200, "{}", volume.json);
    let text = letters(&volume.bytes);
    assert!(!text.contains("nota-conjunta"), "a manager does not take the joint room along");
    says(&text, "Os arquivos da sala conjunta não são listados");
}

async fn there_is_no_volume_without_a_sealed_agreement(app: &TestApp) {
    let story = app.mediation().await;
    let path = format!("cases/{}/volume.pdf", story.case);
    story.rep.get(&path).await.refused(404, "no_document");
    app.drafted(&story).await;
    story.rep.get(&path).await.refused(409, "agreement_not_concluded");
    app.coordinator().await.get(&path).await.refused(403, "not_yours");
    app.file_complaint().await.1.get(&path).await.refused(404, "not_found");
    story.rep.does(story.case, json!({"type": "agreement.refuse", "ground": "other"})).await.is(200);
    story.rep.get(&path).await.refused(404, "no_document");
    app.nobody().get(&path).await.refused(401, "unauthenticated");
}
