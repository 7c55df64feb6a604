//! From where somebody asks: known to every moment of their request, and so to every event of it (AUD-1).

use axum::{
    extract::Request,
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use domain::Origin;

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Answers a request with its origin at hand.
pub(crate) async fn note(request: Request, next: Next) -> Response {
    let origin = origin(request.headers());
    ORIGIN.scope(origin, next.run(request)).await
}

/// The origin of the request that is being answered; `None` where nobody asks.
pub(crate) fn current() -> Option<Origin> {
    ORIGIN.try_with(Clone::clone).ok()
}

fn origin(headers: &HeaderMap) -> Origin {
    let text = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let hops = headers.get_all("x-forwarded-for").iter().next_back().map(text).unwrap_or_default();
    // The gateway adds the address that it sees at the end; all before it is what the asker says.
    let ip = hops.rsplit(',').next().unwrap_or_default().trim();
    Origin::new(ip, &headers.get(header::USER_AGENT).map(text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hop_is_the_one_that_was_seen() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "203.0.113.9, 198.51.100.7".parse().unwrap());
        assert_eq!(origin(&headers).ip, "198.51.100.7");
        headers.append("x-forwarded-for", "192.0.2.1".parse().unwrap());
        assert_eq!(origin(&headers).ip, "192.0.2.1");
        assert_eq!(origin(&HeaderMap::new()).ip, "");
    }
}
