//! From Lambda to a router or a handler, and back.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware::{from_fn, from_fn_with_state, map_response},
    response::Response,
};
use domain::{Problem, Timestamp};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;
use std::pin::Pin;
use utoipa_axum::router::OpenApiRouter;

use crate::{
    App, Clock, Config, Deadline, Failure, asker::authenticate, failure::translate, idempotency::once,
    input::MAX_BODY, open::Open, origin,
};

/// The routes of a resource, with all that every endpoint does: authenticate, answer once, translate problems.
pub fn router(routes: OpenApiRouter<App>, app: App) -> Router {
    let (routes, mut document) = routes.split_for_parts();
    let open = Open::of(&mut document);
    routes
        .fallback(async || Failure::from(Problem::NotFound))
        .method_not_allowed_fallback(async || Failure::from(Problem::NotFound))
        .layer(from_fn_with_state(app.clone(), once))
        .layer(from_fn(translate))
        .layer(from_fn_with_state((app.clone(), open), authenticate))
        .layer(from_fn_with_state(app.clone(), origin::note))
        .layer(map_response(secure))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(app)
}

/// Headers for every answer: nothing is cached unless an endpoint says so, nothing is sniffed.
async fn secure(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Runs the routes of a resource as a Lambda function.
pub fn serve(routes: OpenApiRouter<App>) -> Result<(), Error> {
    start(async |app| lambda_http::run(router(routes, app)).await)
}

/// Runs a handler of events as a Lambda function.
pub fn listen<F>(handler: fn(App, Value, Deadline) -> F) -> Result<(), Error>
where
    F: Future<Output = Result<Value, Problem>> + Send + 'static,
{
    start(async move |app: App| {
        let handle =
            move |event: LambdaEvent<Value>| -> Pin<Box<dyn Future<Output = Result<Value, Error>> + Send>> {
                let deadline = i64::try_from(event.context.deadline).unwrap_or(i64::MAX);
                let deadline = Deadline(Timestamp::from_millisecond(deadline).unwrap_or(Timestamp::MAX));
                let work = handler(app.clone(), event.payload, deadline);
                Box::pin(async { work.await.map_err(Error::from) })
            };
        lambda_runtime::run(service_fn(handle)).await
    })
}

/// One thread is all that a small function has.
fn start<F: AsyncFnOnce(App) -> Result<(), Error>>(run: F) -> Result<(), Error> {
    tracing_subscriber::fmt().json().with_target(false).with_max_level(tracing::Level::INFO).init();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let app = App::new(Config::from_environment(), Clock::system())?;
    runtime.block_on(run(app))
}
