//! The baseline of the figures: rooms on bare actix-ws, without login, rules, record or storage. It is the most
//! that this machine can do with the same sockets and the same load.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_ws::{Message, Session};
use bytestring::ByteString;
use futures_util::StreamExt;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

#[derive(Default)]
struct BareRoom {
    seq: u64,
    members: Vec<Session>,
}

type BareRooms = Mutex<HashMap<String, BareRoom>>;

#[derive(serde::Deserialize)]
struct BareEvent<'a> {
    #[serde(borrow, default)]
    id: &'a str,
    #[serde(borrow, default)]
    command: Option<BareMessage<'a>>,
}

#[derive(serde::Deserialize)]
struct BareMessage<'a> {
    #[serde(borrow)]
    text: &'a str,
}

/// Serves until it is killed.
pub async fn serve(address: &str) -> std::io::Result<()> {
    let rooms = web::Data::new(BareRooms::default());
    HttpServer::new(move || {
        App::new()
            .app_data(rooms.clone())
            .route("/readyz", web::get().to(HttpResponse::Ok))
            .route("/api/v1/cases/{case}/live", web::get().to(live))
    })
    .on_connect(|connection, _| {
        if let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>() {
            let _ = stream.set_nodelay(true);
        }
    })
    .bind(address)?
    .run()
    .await
}

async fn live(
    request: HttpRequest,
    body: web::Payload,
    case: web::Path<String>,
    rooms: web::Data<BareRooms>,
) -> Result<HttpResponse, actix_web::Error> {
    let (response, session, mut stream) =
        actix_ws::handle_with_protocols(&request, body, &[crate::rooms::handshake::SUBPROTOCOL])?;
    actix_web::rt::spawn(async move {
        let mut own = session;
        while let Some(Ok(message)) = stream.next().await {
            let Message::Text(text) = message else { continue };
            let Ok(heard) = serde_json::from_str::<BareEvent<'_>>(&text) else { return };
            let (frame, members) = {
                let mut rooms = rooms.lock().unwrap_or_else(PoisonError::into_inner);
                let room = rooms.entry(case.clone()).or_default();
                match &heard.command {
                    None => {
                        room.members.push(own.clone());
                        (format!(r#"{{"t":"welcome","heads":{{"joint":{}}}}}"#, room.seq), Vec::new())
                    }
                    Some(BareMessage { text }) => {
                        room.seq += 1;
                        let seq = room.seq;
                        let frame =
                            format!(r#"{{"t":"event","channel":"joint","seq":{seq},"event":{{"text":"{text}"}}}}"#);
                        (frame, room.members.clone())
                    }
                }
            };
            let frame = ByteString::from(frame);
            if members.is_empty() {
                let _ = own.text(frame).await;
                continue;
            }
            for mut member in members {
                let _ = member.text(frame.clone()).await;
            }
            let _ = own.text(format!(r#"{{"t":"done","id":"{}"}}"#, heard.id)).await;
        }
    });
    Ok(response)
}
