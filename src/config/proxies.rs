//! The operator's own proxies, through which requests come.

use super::{ConfigError, SettingsReader};
use ipnet::IpNet;
use std::net::IpAddr;

/// The header in which these proxies write whom they speak for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxyHeader {
    XForwardedFor,
    Forwarded,
}

impl ProxyHeader {
    pub const fn name(self) -> &'static str {
        match self {
            Self::XForwardedFor => "x-forwarded-for",
            Self::Forwarded => "forwarded",
        }
    }
}

pub(super) fn header(read: &SettingsReader<'_>) -> Result<ProxyHeader, ConfigError> {
    read.parse("proxy_header", "x-forwarded-for", |text| match text.to_lowercase().as_str() {
        "x-forwarded-for" => Ok(ProxyHeader::XForwardedFor),
        "forwarded" => Ok(ProxyHeader::Forwarded),
        _ => Err("it is neither x-forwarded-for nor forwarded".to_owned()),
    })
}

pub(super) fn networks(read: &SettingsReader<'_>) -> Result<Vec<IpNet>, ConfigError> {
    read.parse("trust_proxy", "", |text| {
        text.split([',', '[', ']', ' '])
            .map(|network| network.trim_matches('"'))
            .filter(|network| !network.is_empty() && *network != "false")
            .map(network)
            .collect()
    })
}

fn network(text: &str) -> Result<IpNet, String> {
    if text == "true" {
        return Err("it names no proxy, and whoever reaches the server could write any address".to_owned());
    }
    let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| format!("\"{text}\" is no network such as 10.0.0.0/8"))
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[test]
    fn proxies_are_networks_and_anything_else_is_named() {
        let with = |text: &str| Config::from_sources(None, [("ACORDO_TRUST_PROXY".to_owned(), text.to_owned())]);
        for text in ["127.0.0.1, 10.0.0.0/8", "[\"127.0.0.1\", \"10.0.0.0/8\"]", "127.0.0.1/32 10.0.0.0/8"] {
            let networks: Vec<_> = with(text).unwrap().trust_proxy.iter().map(ToString::to_string).collect();
            assert_eq!(networks, ["127.0.0.1/32", "10.0.0.0/8"]);
        }
        assert!(with("false").unwrap().trust_proxy.is_empty());
        for text in ["true", "nginx", "10.0.0.0/33"] {
            let refused = with(text).unwrap_err().to_string();
            assert!(refused.contains("trust_proxy") && refused.contains("10.0.0.0/8"), "{refused}");
        }
        let refused = Config::from_sources(None, [("ACORDO_PROXY_HEADER".to_owned(), "x-real-ip".to_owned())]);
        assert!(refused.unwrap_err().to_string().contains("x-forwarded-for"));
    }
}
