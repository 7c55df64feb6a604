//! From where somebody asks: known to every moment of their request, and so to every event of it (AUD-1).

use std::net::IpAddr;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use domain::Origin;
use subtle::ConstantTimeEq;

use crate::App;

/// What the distribution says to prove that a request came through it.
const EDGE: &str = "x-deskhand-edge";
/// The address that the distribution saw.
const VIEWER: &str = "x-deskhand-viewer";

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Answers a request with its origin at hand.
pub(crate) async fn note(State(app): State<App>, request: Request, next: Next) -> Response {
    let origin = origin(request.headers(), app.config().optional("EDGE_KEY"));
    ORIGIN.scope(origin, next.run(request)).await
}

/// The origin of the request that is being answered; `None` where nobody asks.
pub(crate) fn current() -> Option<Origin> {
    ORIGIN.try_with(Clone::clone).ok()
}

fn origin(headers: &HeaderMap, edge: Option<&str>) -> Origin {
    let ip = edge.and_then(|key| viewer(headers, key)).unwrap_or_else(|| last_hop(headers));
    Origin::new(&ip, &headers.get(header::USER_AGENT).map(text).unwrap_or_default())
}

/// Who asked the distribution, if the request provably came through it ([0019](../../../docs/decisions/0019-viewers-address.md)).
fn viewer(headers: &HeaderMap, key: &str) -> Option<String> {
    let said = headers.get(EDGE)?.as_bytes();
    let is_ours = bool::from(said.ct_eq(key.as_bytes()));
    let address = headers.get(VIEWER).filter(|_| is_ours).map(text)?;
    address.parse::<IpAddr>().ok().map(|address| address.to_string())
}

/// The gateway adds the address that it sees at the end; all before it is what the asker says.
fn last_hop(headers: &HeaderMap) -> String {
    let hops = headers.get_all("x-forwarded-for").iter().next_back().map(text).unwrap_or_default();
    hops.rsplit(',').next().unwrap_or_default().trim().to_owned()
}

fn text(value: &axum::http::HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn the_last_hop_is_the_one_that_was_seen() {
        let once = asked(&[("x-forwarded-for", "203.0.113.9, 198.51.100.7")]);
        assert_eq!(origin(&once, None).ip, "198.51.100.7");
        let twice = asked(&[("x-forwarded-for", "203.0.113.9"), ("x-forwarded-for", "192.0.2.1")]);
        assert_eq!(origin(&twice, None).ip, "192.0.2.1");
        assert_eq!(origin(&HeaderMap::new(), None).ip, "");
    }

    /// AUD-1. Only the distribution is believed, and only where it says an address.
    #[test]
    fn the_address_that_the_distribution_saw_counts_when_it_proves_who_it_is() {
        let through = |edge: &str, viewer: &str| {
            asked(&[("x-forwarded-for", "198.51.100.7"), (EDGE, edge), (VIEWER, viewer)])
        };
        for (headers, key, ip) in [
            (through("key", "203.0.113.9"), Some("key"), "203.0.113.9"),
            (through("key", "2001:db8::1"), Some("key"), "2001:db8::1"),
            (through("key", "nowhere"), Some("key"), "198.51.100.7"),
            (through("kez", "203.0.113.9"), Some("key"), "198.51.100.7"),
            (through("", "203.0.113.9"), Some("key"), "198.51.100.7"),
            (through("", "203.0.113.9"), None, "198.51.100.7"),
        ] {
            assert_eq!(origin(&headers, key).ip, ip);
        }
        let without = asked(&[("x-forwarded-for", "198.51.100.7"), (VIEWER, "203.0.113.9")]);
        assert_eq!(origin(&without, Some("key")).ip, "198.51.100.7");
    }
}
