//! How pages go out: what a browser may do with them, and in which language they are.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::Locale;
use serde::Deserialize;
use utoipa::IntoParams;

/// How somebody wants to see a page.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wish {
    /// The language of the page; else the one that the browser likes best, else the account's.
    #[param(value_type = Option<Locale>)]
    pub lang: Option<String>,
    /// `1`: the page is shown in a frame of another site.
    #[param(value_type = Option<u8>)]
    pub embed: Option<String>,
    /// The subportal that the query goes to; else the portal's first.
    pub subportal: Option<String>,
    /// The code that is to be entered, where a link brings it along.
    pub code: Option<String>,
}

impl Wish {
    /// Whether other sites may show the page in a frame.
    pub fn is_embedded(&self) -> bool {
        self.embed.as_deref() == Some("1")
    }

    /// The language that is asked for, if any of ours is.
    pub fn locale(&self, headers: &HeaderMap) -> Option<Locale> {
        let said = self.lang.as_deref().and_then(|lang| lang.parse().ok());
        let liked = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok();
        said.or_else(|| liked().and_then(Locale::from_accept_language))
    }
}

/// A page, with all that keeps it to itself: no script, no style and no frame but its own. The nonce is that of its style, and
/// of the script by which it can be closed in a frame.
pub(crate) fn html(status: StatusCode, page: String, (nonce, embedded): (&str, bool)) -> Response {
    let framed = if embedded {
        format!("script-src 'nonce-{nonce}'; frame-ancestors *")
    } else {
        "frame-ancestors 'none'".to_owned()
    };
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; {framed}"
    );
    let policy = HeaderValue::from_str(&policy);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (
            header::CONTENT_SECURITY_POLICY,
            policy.unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'")),
        ),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000")),
        (header::VARY, HeaderValue::from_static("Accept-Language")),
    ];
    (status, headers, page).into_response()
}
