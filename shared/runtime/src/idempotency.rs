//! `Idempotency-Key`: the same request twice is answered once (API-2).

use std::collections::BTreeMap;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Problem, sign_in::digest};
use sha2::{Digest, Sha256};
use store::{Claim, Recorded};

use crate::{App, Failure, asker::Asker, input::MAX_BODY, sealed::Seal};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
/// The longest key.
const MAX_KEY: usize = 255;

/// Answers a `POST` that has been answered before as before. Only for callers with a token or key: without one there is
/// nobody whose requests these could be. Who has lost a right is not told again what they were told when they had it.
pub(crate) async fn once(State(app): State<App>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).filter(|_| request.method() == Method::POST);
    let Some(key) = key else { return next.run(request).await };
    let asker = match Asker::of(&app, request.extensions()).await {
        Ok(asker) => asker,
        Err(problem @ Problem::Unavailable(_)) => return Failure::from(problem).into_response(),
        // The handler says why, or wants nobody.
        Err(_) => return next.run(request).await,
    };
    if key.is_empty() || key.len() > MAX_KEY {
        return Failure::from(Problem::field("Idempotency-Key", "too_long")).into_response();
    }
    let request_id = format!("{} {} {:?}", asker.sight(), request.uri().path(), key);
    let seal = Seal::new(Sha256::digest(format!("answer {request_id}")).into(), []);
    let account_id = asker.account_id;
    let person = request.uri().path().split('/').find_map(|part| part.parse().ok());
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MAX_BODY).await else {
        return Failure::from(Problem::TooLarge { limit: MAX_BODY as u64 }).into_response();
    };
    let body_hash = digest(&String::from_utf8_lossy(&bytes));
    // Keys are the caller's, and may hold anything; what is kept tells nothing.
    let fingerprint = digest(&request_id);
    let claim = Claim { account_id, fingerprint, body_hash, at: app.now(), person, answer: None };
    match app.store().claim_request(&claim).await {
        Ok(None) => {
            let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
            answer(&app, (claim, &seal), response).await
        }
        Ok(Some(recorded)) => replay(recorded, &seal),
        Err(problem) => Failure::from(problem).into_response(),
    }
}

/// Keeps what was answered. Only what was done is kept: a refusal has changed nothing, and trying again is no harm.
/// Answers may tell secrets: they are kept sealed with the caller's own `Idempotency-Key`, of which only a hash is kept.
async fn answer(app: &App, (claim, seal): (Claim, &Seal), response: Response) -> Response {
    let done = response.status().is_success() && response.extensions().get::<Failure>().is_none();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let kept = if done {
        match seal.close(app.moment().bytes(), &bytes) {
            Ok(body) => {
                let answer = record(&parts, body);
                // The seal hides whom the answer names.
                let person = claim.person.or_else(|| answer.person(&bytes));
                app.store().answer_request(&Claim { person, ..claim }, answer).await
            }
            Err(problem) => Err(problem),
        }
    } else {
        app.store().release_request(&claim).await
    };
    if let Err(problem) = kept {
        tracing::warn!(%problem, "an idempotent answer could not be kept");
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn record(parts: &axum::http::response::Parts, body: String) -> Recorded {
    let mut headers = BTreeMap::new();
    for name in [header::LOCATION, header::ETAG, header::CONTENT_TYPE] {
        if let Some(value) = parts.headers.get(&name).and_then(|value| value.to_str().ok()) {
            headers.insert(name.to_string(), value.to_owned());
        }
    }
    Recorded { status: parts.status.as_u16(), headers, body }
}

fn replay(recorded: Recorded, seal: &Seal) -> Response {
    let Some(body) = seal.open(&recorded.body) else {
        return Failure::from(Problem::Bug("a recorded answer that can't be opened".into())).into_response();
    };
    let status = StatusCode::from_u16(recorded.status).unwrap_or(StatusCode::OK);
    let mut response = (status, body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in &recorded.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
