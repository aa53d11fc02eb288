//! A browser: it keeps cookies and says from which page a request comes.

use crate::support::app::TestApp;
use crate::support::person::{Reply, TestPerson};
use reqwest::{Client, Method};
use serde_json::Value;

pub struct Browser {
    client: Client,
    base: String,
}

impl Browser {
    pub fn new(app: &TestApp) -> Self {
        Self { client: Client::builder().cookie_store(true).build().unwrap(), base: app.base.clone() }
    }

    /// A browser at another address.
    pub fn from(app: &TestApp, address: [u8; 4]) -> Self {
        let client = Client::builder().cookie_store(true).local_address(std::net::IpAddr::from(address));
        Self { client: client.build().unwrap(), base: app.base.clone() }
    }

    pub async fn get(&self, path: &str) -> Reply {
        TestPerson::send(self.client.request(Method::GET, format!("{}/api/v1/{path}", self.base))).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        let request = self.client.request(Method::DELETE, format!("{}/api/v1/{path}", self.base));
        TestPerson::send(request.header("origin", &self.base)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        let request = self.client.request(Method::POST, format!("{}/api/v1/{path}", self.base));
        TestPerson::send(request.header("origin", &self.base).json(body)).await
    }
}

/// The value of a cookie that an answer sets, and its attributes.
pub fn cookie(answer: &Reply, name: &str) -> Option<(String, String)> {
    answer.headers.get_all("set-cookie").iter().find_map(|header| {
        let (value, attributes) = header.to_str().unwrap().strip_prefix(&format!("{name}="))?.split_once(';')?;
        Some((value.to_owned(), attributes.to_owned()))
    })
}
