//! Commands that have a route of their own, or that only the system gives, are refused when a client sends them.

use crate::support::app::TestApp;
use crate::support::on_both;
use acordo_domain::case::command::{Command, CommandKind, Sender};
use serde_json::{Map, Value, json};

on_both! {
    a_command_that_is_not_for_clients_is_refused_alike_over_http_and_sockets,
}

async fn a_command_that_is_not_for_clients_is_refused_alike_over_http_and_sockets(app: &TestApp) {
    let story = app.mediation().await;
    let document: Value = serde_json::from_str(&acordo::http::openapi_text().unwrap()).unwrap();
    let mut rooms = Vec::new();
    for person in [&story.consumer, &story.rep, &story.mediator] {
        let mut room = person.enters(story.case, json!({})).await;
        room.until("welcome").await;
        rooms.push((person, room));
    }
    let mut tried = 0;
    for kind in CommandKind::ALL.iter().filter(|kind| kind.sender() != Sender::People) {
        let command = example(&document, kind.name());
        // The command is well formed, so only its sender can be the reason for the refusal.
        assert_eq!(serde_json::from_value::<Command>(command.clone()).unwrap().kind(), *kind);
        for (person, room) in &mut rooms {
            person.does(story.case, command.clone()).await.refused(400, "command_not_for_clients");
            let id = room.does(command.clone()).await;
            let refused = room.until("refused").await;
            assert_eq!(refused["id"], json!(id));
            assert_eq!(refused["problem"]["code"], "command_not_for_clients", "{command}");
        }
        tried += 1;
    }
    assert_eq!(tried, 21, "files have routes of their own, and twenty commands are the system's alone");
}

/// A command of this name with its required fields, built from the OpenAPI document.
fn example(document: &Value, name: &str) -> Value {
    let commands = document["components"]["schemas"]["Command"]["oneOf"].as_array().unwrap();
    let schema = commands.iter().find(|schema| schema["properties"]["type"]["enum"][0] == name).unwrap();
    value(document, schema)
}

fn value(document: &Value, schema: &Value) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        return value(document, document.pointer(reference.strip_prefix('#').unwrap()).unwrap());
    }
    if let Some(first) = schema["enum"].get(0).or_else(|| schema["examples"].get(0)) {
        return first.clone();
    }
    if let Some(first) = schema["oneOf"].get(0).or_else(|| schema["anyOf"].get(0)) {
        return value(document, first);
    }
    match (schema["type"].as_str().unwrap(), schema["format"].as_str()) {
        ("object", _) => {
            let required = schema["required"].as_array().unwrap();
            let field = |name: &Value| {
                let name = name.as_str().unwrap();
                (name.to_owned(), value(document, &schema["properties"][name]))
            };
            Value::Object(required.iter().map(field).collect::<Map<_, _>>())
        }
        ("array", _) => json!([]),
        ("integer", _) => json!(1),
        ("boolean", _) => json!(true),
        ("string", Some("uuid")) => json!("019ac000-0000-7000-8000-000000000001"),
        ("string", _) => json!("x"),
        (other, _) => panic!("no example of {other}"),
    }
}
