//! Problems as HTTP answers (RFC 9457). The only place where a problem meets a status.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{
    FieldError, Problem,
    problem::{MOST_TOLD, Parameters},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Words, caller::Language};

/// What a handler gives back.
pub type Answer<T> = Result<T, Failure>;

/// A problem on its way out; [`translate`] writes its document when the reader's language is known.
#[derive(Debug, Clone)]
pub struct Failure(Arc<Problem>);

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self(Arc::new(problem))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(self);
        response
    }
}

/// A problem document.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDocument {
    /// The kind of problem: a stable relative URI.
    #[serde(rename = "type")]
    #[schema(example = "/problems/invalid")]
    pub kind: String,
    /// The kind of problem, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong and what helps, in the reader's language.
    pub detail: String,
    /// Every wrong field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongField>,
}

/// One wrong field of a request.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrongField {
    /// Its name; nested ones with dots.
    pub field: String,
    /// What is wrong: a stable word.
    pub code: String,
    /// The same in the reader's language.
    pub message: String,
}

/// Writes the documents of problems, in the language of whoever asked.
pub(crate) async fn translate(request: Request, next: Next) -> Response {
    let words = Words(Language::of(&request));
    let mut response = next.run(request).await;
    let Some(Failure(problem)) = response.extensions_mut().remove::<Failure>() else { return response };
    let (status, code) = status_of(&problem);
    log(&problem, status);
    let document = ProblemDocument {
        kind: format!("/problems/{code}"),
        title: words.message(&format!("problem.{code}.title"), &BTreeMap::new()),
        status: status.as_u16(),
        detail: words.message(&format!("problem.{code}.detail"), &parameters(&problem, words)),
        errors: errors(&problem).iter().map(|error| WrongField::new(words, error)).collect(),
    };
    let mut answer = (status, Json(document)).into_response();
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(seconds) = retry_after(&problem) {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

impl WrongField {
    /// What is wrong with a field, in the reader's words.
    #[must_use]
    pub fn new(words: Words, error: &FieldError) -> Self {
        Self { field: error.field.clone(), code: error.code.clone(), message: words.field(error) }
    }
}

fn status_of(problem: &Problem) -> (StatusCode, &'static str) {
    match problem {
        Problem::Unauthenticated => (StatusCode::UNAUTHORIZED, "unauthenticated"),
        Problem::SignInRefused => (StatusCode::UNAUTHORIZED, "sign_in_refused"),
        Problem::SignInLocked { .. } => (StatusCode::TOO_MANY_REQUESTS, "sign_in_locked"),
        Problem::LinkInvalid => (StatusCode::NOT_FOUND, "link_invalid"),
        Problem::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
        Problem::SecondFactorNeeded => (StatusCode::FORBIDDEN, "second_factor_needed"),
        Problem::NotFound => (StatusCode::NOT_FOUND, "not_found"),
        Problem::BrokenRequest { .. } => (StatusCode::BAD_REQUEST, "broken_request"),
        Problem::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
        Problem::Conflict { code, .. } => (StatusCode::CONFLICT, code),
        Problem::InUse(_) => (StatusCode::CONFLICT, "in_use"),
        Problem::Stale => (StatusCode::PRECONDITION_FAILED, "stale"),
        Problem::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        Problem::Limited { .. } => (StatusCode::TOO_MANY_REQUESTS, "limited"),
        Problem::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        Problem::Bug(_) => (StatusCode::INTERNAL_SERVER_ERROR, "bug"),
    }
}

fn parameters(problem: &Problem, words: Words) -> Parameters {
    let one = |name: &str, value: String| Parameters::from([(name.into(), value)]);
    match problem {
        Problem::SignInLocked { minutes } => one("minutes", minutes.to_string()),
        Problem::BrokenRequest { reason } => one("reason", reason.clone()),
        Problem::Conflict { parameters, .. } => {
            parameters.iter().map(|(name, value)| (name.clone(), words.word(value))).collect()
        }
        Problem::InUse(left) => one("what", told(left, words)),
        Problem::TooLarge { limit } => one("limit", bytes(*limit)),
        Problem::Limited { seconds } => one("seconds", seconds.to_string()),
        _ => Parameters::new(),
    }
}

/// How much is left of what, as people say it: “customers: 3; devices: more than 100”.
fn told(left: &[(&str, u64)], words: Words) -> String {
    let count = |count: u64| Parameters::from([("count".into(), count.to_string())]);
    let number = |left: u64| match left {
        left if left > MOST_TOLD => words.message("left.more", &count(MOST_TOLD)),
        left => left.to_string(),
    };
    let one = |(what, left): &(&str, u64)| {
        let number = Parameters::from([("count".into(), number(*left))]);
        words.message(&format!("left.{what}"), &number)
    };
    left.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A size as people say it.
fn bytes(count: u64) -> String {
    match count {
        count if count >= 1 << 20 => format!("{} MB", count >> 20),
        count => format!("{} KB", count >> 10),
    }
}

fn errors(problem: &Problem) -> &[FieldError] {
    if let Problem::Invalid(errors) = problem { errors } else { &[] }
}

fn retry_after(problem: &Problem) -> Option<u64> {
    match problem {
        Problem::SignInLocked { minutes } => u64::try_from(minutes * 60).ok(),
        Problem::Limited { seconds } => Some(*seconds),
        Problem::Unavailable(_) => Some(1),
        _ => None,
    }
}

/// Causes are logged; what a person did wrong is not.
fn log(problem: &Problem, status: StatusCode) {
    if status.is_server_error() {
        tracing::error!(%status, %problem, "request failed");
    }
}
