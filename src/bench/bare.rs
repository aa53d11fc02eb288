//! The yardsticks of the figures, without login, rules or record: rooms on bare actix-ws, which are the most that this
//! machine can do with the same sockets and the same load; and the same rooms over one SQLite table with group commit,
//! which is the most that durability leaves of it.
//!
//! A message goes to three, and its own event tells the sender that it happened: no frame more.

use crate::store::yardstick::{OneTable, TableRow};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_ws::{Message, Session};
use bytestring::ByteString;
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
struct BareRoom {
    seq: u64,
    members: Vec<Session>,
}

#[derive(Default)]
struct BareRooms {
    rooms: Mutex<HashMap<String, Arc<tokio::sync::Mutex<BareRoom>>>>,
    table: Option<OneTable>,
}

impl BareRooms {
    fn room(&self, case: String) -> Arc<tokio::sync::Mutex<BareRoom>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner).entry(case).or_default().clone()
    }
}

#[derive(serde::Deserialize)]
struct BareFrame<'a> {
    #[serde(borrow, default)]
    command: Option<BareMessage<'a>>,
}

#[derive(serde::Deserialize)]
struct BareMessage<'a> {
    #[serde(borrow)]
    text: &'a str,
}

/// Serves until it is killed; with a file, each message is in it before anybody is told.
pub async fn serve(address: &str, file: Option<&Path>) -> std::io::Result<()> {
    let table = file.map(OneTable::open).transpose().map_err(std::io::Error::other)?;
    let rooms = web::Data::new(BareRooms { table, ..BareRooms::default() });
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
    let case = case.into_inner();
    actix_web::rt::spawn(async move {
        let room = rooms.room(case.clone());
        let mut own = session;
        while let Some(Ok(message)) = stream.next().await {
            let Message::Text(text) = message else { continue };
            let Ok(heard) = serde_json::from_str::<BareFrame<'_>>(&text) else { return };
            // Held until it is told: a room's messages go out in their order.
            let mut room = room.lock().await;
            let Some(BareMessage { text }) = heard.command else {
                let welcome = format!(r#"{{"t":"welcome","heads":{{"joint":{}}}}}"#, room.seq);
                room.members.push(own.clone());
                let _ = own.text(welcome).await;
                continue;
            };
            room.seq += 1;
            let seq = room.seq;
            if let Some(table) = &rooms.table {
                let hash = Sha256::digest(text.as_bytes()).into();
                let row = TableRow { room: case.clone(), seq: seq.cast_signed(), text: text.to_owned(), hash };
                if !table.append(row).await {
                    return;
                }
            }
            let frame = format!(r#"{{"t":"event","channel":"joint","seq":{seq},"event":{{"text":"{text}"}}}}"#);
            let frame = ByteString::from(frame);
            for member in &mut room.members {
                let _ = member.text(frame.clone()).await;
            }
        }
    });
    Ok(response)
}
