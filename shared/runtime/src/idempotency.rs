//! `Idempotency-Key`: the same request twice is answered once (API-2).

use std::collections::BTreeMap;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Problem, sign_in::digest};
use store::{Claim, Recorded};

use crate::{App, Failure, caller::check_alive, input::MAX_BODY, token::Claims};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
/// Posts that need no token; somebody may send one all the same. They are as good as new each time, and their
/// functions may not touch what is kept here.
const OPEN: [&str; 4] = ["/v1/accounts", "/v1/password-resets", "/v1/sign-in", "/v1/sign-in/refresh"];
/// The longest key.
const MAX_KEY: usize = 255;

/// Answers a `POST` that has been answered before as before. Only for callers with a token: without one there is nobody
/// whose requests these could be.
pub(crate) async fn once(State(app): State<App>, request: Request, next: Next) -> Response {
    let counts = request.method() == Method::POST && !OPEN.contains(&request.uri().path());
    let key = request.headers().get(KEY).filter(|_| counts);
    let (Some(key), Some(claims)) = (key, request.extensions().get::<Claims>()) else {
        return next.run(request).await;
    };
    // Keys are the caller's, and may hold anything; what is kept tells nothing.
    let fingerprint = digest(&format!("{} {} {:?}", claims.user_id, request.uri().path(), key));
    let mut path = request.uri().path().split('/');
    let person = path.find_map(|part| part.parse().ok());
    if key.is_empty() || key.len() > MAX_KEY {
        return Failure::from(Problem::field("Idempotency-Key", "too_long")).into_response();
    }
    let account_id = claims.account_id;
    if let Err(problem) = check_alive(&app, claims).await {
        return Failure::from(problem).into_response();
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MAX_BODY).await else {
        return Failure::from(Problem::TooLarge { limit: MAX_BODY as u64 }).into_response();
    };
    let body_hash = digest(&String::from_utf8_lossy(&bytes));
    let claim = Claim { account_id, fingerprint, body_hash, at: app.now(), person, answer: None };
    match app.store().claim_request(&claim).await {
        Ok(None) => answer(&app, &claim, next.run(Request::from_parts(parts, Body::from(bytes))).await).await,
        Ok(Some(recorded)) => replay(recorded),
        Err(problem) => Failure::from(problem).into_response(),
    }
}

/// Keeps what was answered. Only what was done is kept: a refusal has changed nothing, and trying again is no harm.
async fn answer(app: &App, claim: &Claim, response: Response) -> Response {
    let done = response.status().is_success() && response.extensions().get::<Failure>().is_none();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let kept = if done {
        app.store().answer_request(claim, record(&parts, &bytes)).await
    } else {
        app.store().release_request(claim).await
    };
    if let Err(problem) = kept {
        tracing::warn!(%problem, "an idempotent answer could not be kept");
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn record(parts: &axum::http::response::Parts, bytes: &Bytes) -> Recorded {
    let mut headers = BTreeMap::new();
    for name in [header::LOCATION, header::ETAG, header::CONTENT_TYPE] {
        if let Some(value) = parts.headers.get(&name).and_then(|value| value.to_str().ok()) {
            headers.insert(name.to_string(), value.to_owned());
        }
    }
    Recorded { status: parts.status.as_u16(), headers, body: String::from_utf8_lossy(bytes).into_owned() }
}

fn replay(recorded: Recorded) -> Response {
    let status = StatusCode::from_u16(recorded.status).unwrap_or(StatusCode::OK);
    let mut response = (status, recorded.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in &recorded.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
