//! Bodies that do not come: nobody holds a connection, memory or the disk by sending slowly.

use crate::support::app::{TestApp, run_with};
use crate::support::database::Engine;
use crate::support::room::PATIENCE;
use acordo::http::arrival::BodyPace;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use uuid::Uuid;

const QUICK: BodyPace = BodyPace {
    longest: Duration::from_millis(1_500),
    grace: Duration::from_millis(300),
    bytes_per_second_min: 1_000_000,
};

/// Sends the head of a request and this much of its body, and reads until the server hangs up.
async fn hears(app: &TestApp, head: &str, begun: &[u8]) -> String {
    let mut connection = TcpStream::connect(app.base.trim_start_matches("http://")).await.unwrap();
    connection.write_all(format!("{head}\r\nhost: x\r\ncontent-length: 100000\r\n\r\n").as_bytes()).await.unwrap();
    connection.write_all(begun).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, connection.read_to_end(&mut answer)).await.expect("it is held for ever").ok();
    String::from_utf8_lossy(&answer).into_owned()
}

fn half_done(app: &TestApp) -> usize {
    std::fs::read_dir(app.data().join("evidence/arriving")).unwrap().count()
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    run_with(
        Engine::Sqlite,
        |tuning| tuning.body_pace = QUICK,
        async |app: &TestApp| {
            let (case, consumer, _) = app.negotiation().await;
            let token = consumer.token.as_deref().unwrap();
            let upload = format!(
                "POST /api/v1/cases/{case}/channels/joint/evidence HTTP/1.1\r\nauthorization: Bearer {token}\r\n\
                 idempotency-key: {}\r\ncontent-type: multipart/form-data; boundary=x",
                Uuid::now_v7()
            );
            let file = b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nbom dia";
            let sign_in = "POST /api/v1/auth/sign_in HTTP/1.1\r\ncontent-type: application/json";
            let verify = "POST /api/v1/verify HTTP/1.1\r\ncontent-type: application/zip";
            for (head, begun) in
                [(verify, &b"PK\x03\x04"[..]), (verify, b""), (sign_in, b"{\"email\":"), (&upload, file)]
            {
                let answer = hears(app, head, begun).await;
                assert!(answer.starts_with("HTTP/1.1 408"), "{head}: {answer}");
                assert!(answer.contains("\"code\":\"body_too_slow\""), "{head}: {answer}");
            }
            // A handler that does not want the body waits for nothing either.
            let unwanted = hears(app, "POST /api/v1/auth/sign_in HTTP/1.1\r\ncontent-type: text/plain", b"a").await;
            assert!(unwanted.contains("\"code\":\"unsupported_media\""), "{unwanted}");
            assert_eq!(half_done(app), 0, "nothing of it stays on the disk");
        },
    );
}

#[test]
fn many_bundles_at_once_from_one_address_are_not_all_taken_in() {
    run_with(
        Engine::Sqlite,
        |_| {},
        async |app: &TestApp| {
            let mut stalled = Vec::new();
            let knock = async || {
                let mut connection = TcpStream::connect(app.base.trim_start_matches("http://")).await.unwrap();
                let head = b"POST /api/v1/verify HTTP/1.1\r\nhost: x\r\ncontent-length: 60000000\r\n\r\nPK";
                connection.write_all(head).await.unwrap();
                connection
            };
            for _ in 0..4 {
                stalled.push(knock().await);
            }
            // The four are inside once each has its file.
            let inside = async {
                while half_done(app) < 4 {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            };
            timeout(PATIENCE, inside).await.unwrap();
            let mut answer = vec![0; 4_096];
            let read = timeout(PATIENCE, knock().await.read(&mut answer)).await.expect("the fifth is held").unwrap();
            let answer = String::from_utf8_lossy(&answer[..read]);
            assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("\"code\":\"busy\""), "{answer}");
        },
    );
}
