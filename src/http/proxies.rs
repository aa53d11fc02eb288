//! The address that a request comes from, behind the operator's own proxies.

use crate::config::ProxyHeader;
use actix_web::http::header::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

/// What proxies write: a request with one of these came from elsewhere.
pub const FORWARDED_BY: [&str; 4] = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

/// The networks of the operator's proxies, and where these write whom they speak for.
#[derive(Debug)]
pub struct Proxies {
    networks: Vec<IpNet>,
    header: ProxyHeader,
    told: AtomicBool,
}

impl Proxies {
    pub fn new(networks: Vec<IpNet>, header: ProxyHeader) -> Self {
        Self { networks, header, told: AtomicBool::new(false) }
    }

    /// The last address on the way here that is none of our proxies. Each proxy adds on the right whom it heard, so
    /// what stands to the left of that address was written by its owner and proves nothing.
    pub fn client(&self, headers: &HeaderMap, peer: Option<SocketAddr>) -> IpAddr {
        let Some(peer) = peer.map(|peer| peer.ip().to_canonical()) else { return Ipv4Addr::UNSPECIFIED.into() };
        if !self.trusted(peer) {
            self.warn_of(headers, peer);
            return peer;
        }
        let mut client = peer;
        for hop in self.hops(headers).iter().rev() {
            let Some(address) = address_of(hop) else { break };
            client = address;
            if !self.trusted(address) {
                break;
            }
        }
        client
    }

    fn trusted(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(&address))
    }

    /// One header alone is read: our proxy passes on unchanged the one that it does not write.
    fn hops<'a>(&self, headers: &'a HeaderMap) -> Vec<&'a str> {
        let lines = headers.get_all(self.header.name()).map(|value| value.to_str().unwrap_or("?"));
        let hops = lines.flat_map(|line| line.split(','));
        match self.header {
            ProxyHeader::XForwardedFor => hops.map(str::trim).collect(),
            ProxyHeader::Forwarded => hops.map(|hop| named_for(hop).unwrap_or("?")).collect(),
        }
    }

    /// Behind a proxy that is not named, everybody has its address: one limit for all, one address beside every
    /// signature.
    fn warn_of(&self, headers: &HeaderMap, peer: IpAddr) {
        if let Some(header) = self.untold(headers) {
            tracing::warn!(
                %peer,
                header,
                "a request came through a proxy that trust_proxy does not name; if it is yours, name its address there, \
                 or everybody behind it counts as one"
            );
        }
    }

    /// The header that shows a proxy, the first time: anybody may write one.
    fn untold(&self, headers: &HeaderMap) -> Option<&'static str> {
        let header = FORWARDED_BY.into_iter().find(|name| headers.contains_key(*name))?;
        (!self.told.swap(true, Ordering::Relaxed)).then_some(header)
    }
}

/// `for=` of one element of `Forwarded` (RFC 7239), without its quotes.
fn named_for(hop: &str) -> Option<&str> {
    hop.split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| name.eq_ignore_ascii_case("for"))
        .map(|(_, node)| node.trim_matches('"'))
}

/// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse::<IpAddr>().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|socket| socket.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn proxies(networks: &str, header: ProxyHeader) -> Proxies {
        Proxies::new(networks.split_whitespace().map(|network| network.parse().unwrap()).collect(), header)
    }

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap());
        }
        headers
    }

    #[test]
    fn the_last_hop_that_is_no_proxy_of_ours_is_the_client() {
        let ours = proxies("127.0.0.0/8 10.0.0.0/8 2001:db8:1::/48", ProxyHeader::XForwardedFor);
        let client = |peer: &str, lines: &[&str]| {
            let pairs: Vec<_> = lines.iter().map(|line| ("x-forwarded-for", *line)).collect();
            ours.client(&headers(&pairs), Some(SocketAddr::new(peer.parse().unwrap(), 4000))).to_string()
        };
        assert_eq!(client("127.0.0.1", &["192.0.2.7"]), "192.0.2.7");
        assert_eq!(client("::ffff:127.0.0.1", &["192.0.2.7"]), "192.0.2.7");
        // Written by the caller, before the proxies.
        assert_eq!(client("127.0.0.1", &["203.0.113.9, 192.0.2.7"]), "192.0.2.7");
        assert_eq!(client("127.0.0.1", &["203.0.113.9", "192.0.2.7"]), "192.0.2.7");
        assert_eq!(client("127.0.0.1", &["203.0.113.9, 192.0.2.7, 10.1.2.3"]), "192.0.2.7");
        assert_eq!(client("127.0.0.1", &["203.0.113.9, 192.0.2.7", "10.1.2.3, 2001:db8:1::5"]), "192.0.2.7");
        assert_eq!(client("127.0.0.1", &["10.9.9.9, 192.0.2.7:51111"]), "192.0.2.7");
        assert_eq!(client("127.0.0.1", &["[2001:db8:2::1]:443"]), "2001:db8:2::1");
        // What is no address ends the way that can be followed.
        assert_eq!(client("127.0.0.1", &["192.0.2.7, unknown"]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &["192.0.2.7, unknown, 10.1.2.3"]), "10.1.2.3");
        assert_eq!(client("127.0.0.1", &["10.1.2.3"]), "10.1.2.3", "somebody of the house");
        assert_eq!(client("127.0.0.1", &[]), "127.0.0.1");
        // Who is no proxy of ours speaks for nobody.
        assert_eq!(client("192.0.2.8", &["192.0.2.7"]), "192.0.2.8");
    }

    #[test]
    fn one_header_is_read_and_the_other_proves_nothing() {
        let peer = Some(SocketAddr::from(([127, 0, 0, 1], 4000)));
        let both = headers(&[
            ("forwarded", "for=203.0.113.9, For=\"[2001:db8:2::1]:443\";proto=https;by=10.0.0.1"),
            ("x-forwarded-for", "192.0.2.7"),
        ]);
        let client = |header| proxies("127.0.0.1/32", header).client(&both, peer).to_string();
        assert_eq!(client(ProxyHeader::Forwarded), "2001:db8:2::1");
        assert_eq!(client(ProxyHeader::XForwardedFor), "192.0.2.7");
        let hidden = headers(&[("forwarded", "for=203.0.113.9, for=_hidden;proto=https")]);
        assert_eq!(proxies("127.0.0.1/32", ProxyHeader::Forwarded).client(&hidden, peer).to_string(), "127.0.0.1");
    }

    #[test]
    fn a_proxy_that_is_not_named_is_told_once() {
        let ours = proxies("10.0.0.0/8", ProxyHeader::XForwardedFor);
        let peer = |text: &str| Some(SocketAddr::new(text.parse().unwrap(), 4000));
        let forwarded = headers(&[("x-forwarded-for", "192.0.2.7")]);
        ours.client(&forwarded, peer("10.1.1.1"));
        ours.client(&headers(&[]), peer("172.17.0.1"));
        assert_eq!(ours.untold(&headers(&[])), None);
        assert_eq!(ours.untold(&forwarded), Some("x-forwarded-for"), "neither of these called for a word");
        let ours = proxies("10.0.0.0/8", ProxyHeader::XForwardedFor);
        ours.client(&forwarded, peer("172.17.0.1"));
        assert_eq!(ours.untold(&forwarded), None, "it was said");
    }
}
