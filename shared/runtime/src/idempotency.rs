//! `Idempotency-Key`: the same request twice is answered once (API-2). Its answer is kept in one transaction with its work.

use std::collections::BTreeMap;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header, request::Parts, response},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Problem, link::Person, sign_in::digest};
use sha2::{Digest, Sha256};
use store::{Asked, Ledger, Recorded, Reply};

use crate::{App, Failure, asker::Asker, input::MAX_BODY, sealed::Seal};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
/// The longest key.
const MAX_KEY: usize = 255;
/// How often a request is decided anew because what it had read was changed meanwhile.
const TRIES: usize = 5;

/// Answers a `POST` that has been answered before as before. Only for callers with a token or key: without one there is
/// nobody whose requests these could be. Who has lost a right is not told again what they were told when they had it.
pub(crate) async fn once(State(app): State<App>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).filter(|_| request.method() == Method::POST).cloned();
    let Some(key) = key else { return next.run(request).await };
    let asker = match Asker::of(&app, request.extensions()).await {
        Ok(asker) => asker,
        Err(problem @ Problem::Unavailable(_)) => return Failure::from(problem).into_response(),
        // The handler says why, or wants nobody.
        Err(_) => return next.run(request).await,
    };
    match Keyed::read(&app, &asker, &key, request).await {
        Ok(keyed) => {
            keyed.answer(&app, &next).await.unwrap_or_else(|problem| Failure::from(problem).into_response())
        }
        Err(problem) => Failure::from(problem).into_response(),
    }
}

/// In a handler's signature: its work is more than one transaction, and is kept as it goes. The answer is kept when all is
/// done; a function that dies before that has the rest done by the repetition, which is answered with what it finds.
#[derive(Debug)]
pub struct Piecemeal;

impl<S: Sync> FromRequestParts<S> for Piecemeal {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ledger::write_through();
        Ok(Self)
    }
}

/// A request with a key, ready to be handled more than once.
struct Keyed {
    parts: Parts,
    bytes: Bytes,
    asked: Asked,
    /// Whom the path names, if anybody.
    person: Option<Person>,
    seal: Seal,
}

impl Keyed {
    async fn read(app: &App, caller: &Asker, key: &HeaderValue, request: Request) -> Result<Self, Problem> {
        if key.is_empty() || key.len() > MAX_KEY {
            return Err(Problem::field("Idempotency-Key", "too_long"));
        }
        let request_id = format!("{} {} {:?}", caller.sight(), request.uri().path(), key);
        let seal = Seal::new(Sha256::digest(format!("answer {request_id}")).into(), []);
        let person = request.uri().path().split('/').find_map(|part| part.parse().ok());
        let (parts, body) = request.into_parts();
        let too_large = |_| Problem::TooLarge { limit: MAX_BODY as u64 };
        let bytes = to_bytes(body, MAX_BODY).await.map_err(too_large)?;
        let body_hash = digest(&String::from_utf8_lossy(&bytes));
        // Keys are the caller's, and may hold anything; what is kept tells nothing.
        let fingerprint = digest(&request_id);
        let asked = Asked { account_id: caller.account_id, fingerprint, body_hash, at: app.now() };
        Ok(Self { parts, bytes, asked, person, seal })
    }

    /// The earlier answer if there is one, else that of the handler, kept with what the handler has written. Only what was
    /// done is kept: a refusal has changed nothing, and trying again is no harm.
    async fn answer(&self, app: &App, next: &Next) -> Result<Response, Problem> {
        if let Some(earlier) = app.store().replied(&self.asked).await? {
            return self.replay(&earlier);
        }
        for _ in 0..TRIES {
            let ledger = Ledger::default();
            let request = Request::from_parts(self.parts.clone(), Body::from(self.bytes.clone()));
            let response = ledger.around(next.clone().run(request)).await;
            if !response.status().is_success() || response.extensions().get::<Failure>().is_some() {
                // It may be refused only because the same request has just been done.
                let earlier = app.store().replied(&self.asked).await?;
                return earlier.map_or(Ok(response), |earlier| self.replay(&earlier));
            }
            match self.keep(app, &ledger, response).await {
                Err(Problem::Stale) => {}
                kept => return kept,
            }
        }
        Err(Problem::Stale)
    }

    /// Keeps work and answer; what has been done piece by piece is answered even if its answer can't be kept.
    async fn keep(&self, app: &App, ledger: &Ledger, response: Response) -> Result<Response, Problem> {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let reply = self.reply(app, &parts, &bytes)?;
        let given = reply.answer.clone();
        match app.store().keep_reply(ledger, reply).await {
            Ok(holds) if holds != given => return self.replay(&holds),
            Err(problem) if !ledger.wrote_through() => return Err(problem),
            Err(problem) => tracing::warn!(%problem, "the answer to work that is done could not be kept"),
            Ok(_) => {}
        }
        Ok(Response::from_parts(parts, Body::from(bytes)))
    }

    /// Answers may tell secrets: they are kept sealed with the caller's own `Idempotency-Key`, of which only a hash is kept.
    fn reply(&self, app: &App, parts: &response::Parts, bytes: &[u8]) -> Result<Reply, Problem> {
        let mut headers = BTreeMap::new();
        for name in [header::LOCATION, header::ETAG, header::CONTENT_TYPE] {
            if let Some(value) = parts.headers.get(&name).and_then(|value| value.to_str().ok()) {
                headers.insert(name.to_string(), value.to_owned());
            }
        }
        let body = self.seal.close(app.moment().bytes(), bytes)?;
        let answer = Recorded { status: parts.status.as_u16(), headers, body };
        // The seal hides whom the answer names.
        let person = self.person.or_else(|| answer.person(bytes));
        Ok(Reply::new(self.asked.clone(), person, answer))
    }

    fn replay(&self, recorded: &Recorded) -> Result<Response, Problem> {
        let body = self.seal.open(&recorded.body);
        let body = body.ok_or_else(|| Problem::Bug("a recorded answer that can't be opened".into()))?;
        let status = StatusCode::from_u16(recorded.status).unwrap_or(StatusCode::OK);
        let mut response = (status, body).into_response();
        response.headers_mut().remove(header::CONTENT_TYPE);
        for (name, value) in &recorded.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_str(value))
            {
                response.headers_mut().insert(name, value);
            }
        }
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        Ok(response)
    }
}
