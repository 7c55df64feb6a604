//! The code of every function, by the name under which the template finds its binary.

use std::{collections::HashMap, sync::Arc};

use axum::{Router, extract::Request, response::Response};
use domain::{Problem, Timestamp};
use futures::future::BoxFuture;
use local::{Function, MakeFunction};
use runtime::{App, Clock, Config, Deadline};
use serde_json::Value;
use tower::ServiceExt;
use utoipa_axum::router::OpenApiRouter;

/// What a binary does.
#[derive(Clone, Copy)]
pub enum Code {
    /// Answers HTTP requests by its routes.
    Api(fn() -> OpenApiRouter<App>),
    /// Takes events.
    Events(fn(App, Value, Deadline) -> BoxFuture<'static, Result<Value, Problem>>),
}

/// Every binary.
pub const CODES: [(&str, Code); 43] = [
    ("accounts", Code::Api(accounts::routes)),
    (
        "announce-query",
        Code::Events(|app, event, deadline| Box::pin(announce_query::handle(app, event, deadline))),
    ),
    ("api-keys", Code::Api(api_keys::routes)),
    ("audit", Code::Api(audit::routes)),
    (
        "change-access",
        Code::Events(|app, event, deadline| Box::pin(change_access::handle(app, event, deadline))),
    ),
    ("codes", Code::Api(codes::routes)),
    ("companies", Code::Api(companies::routes)),
    (
        "count-customers",
        Code::Events(|app, event, deadline| Box::pin(count_customers::handle(app, event, deadline))),
    ),
    ("contacts", Code::Api(contacts::routes)),
    ("count-hits", Code::Events(|app, event, deadline| Box::pin(count_hits::handle(app, event, deadline)))),
    ("customers", Code::Api(customers::routes)),
    ("denylist", Code::Api(denylist::routes)),
    ("devices", Code::Api(devices::routes)),
    ("erase", Code::Events(|app, event, deadline| Box::pin(erase::handle(app, event, deadline)))),
    ("erasures", Code::Api(erasures::routes)),
    ("exports", Code::Api(exports::routes)),
    ("features", Code::Api(features::routes)),
    ("imports", Code::Api(imports::routes)),
    ("leave-team", Code::Events(|app, event, deadline| Box::pin(leave_team::handle(app, event, deadline)))),
    ("me", Code::Api(me::routes)),
    (
        "merge-companies",
        Code::Events(|app, event, deadline| Box::pin(merge_companies::handle(app, event, deadline))),
    ),
    ("meta", Code::Api(meta::routes)),
    ("organisation", Code::Api(organisation::routes)),
    ("portal", Code::Api(portal::routes)),
    ("portal-page", Code::Api(portal_page::routes)),
    ("portals", Code::Api(portals::routes)),
    ("queries", Code::Api(queries::routes)),
    (
        "publish-events",
        Code::Events(|app, event, deadline| Box::pin(publish_events::handle(app, event, deadline))),
    ),
    (
        "read-picture",
        Code::Events(|app, event, deadline| Box::pin(read_picture::handle(app, event, deadline))),
    ),
    ("read-import", Code::Events(|app, event, deadline| Box::pin(read_import::handle(app, event, deadline)))),
    (
        "report-import",
        Code::Events(|app, event, deadline| Box::pin(report_import::handle(app, event, deadline))),
    ),
    (
        "revert-import",
        Code::Events(|app, event, deadline| Box::pin(revert_import::handle(app, event, deadline))),
    ),
    ("seats", Code::Api(seats::routes)),
    ("send-mail", Code::Events(|app, event, deadline| Box::pin(send_mail::handle(app, event, deadline)))),
    ("services", Code::Api(services::routes)),
    ("settings", Code::Api(settings::routes)),
    ("sign-in", Code::Api(sign_in::routes)),
    ("teams", Code::Api(teams::routes)),
    ("users", Code::Api(users::routes)),
    (
        "watch-devices",
        Code::Events(|app, event, deadline| Box::pin(watch_devices::handle(app, event, deadline))),
    ),
    ("watchdog", Code::Events(|app, event, deadline| Box::pin(watchdog::handle(app, event, deadline)))),
    (
        "write-export",
        Code::Events(|app, event, deadline| Box::pin(write_export::handle(app, event, deadline))),
    ),
    (
        "write-import",
        Code::Events(|app, event, deadline| Box::pin(write_import::handle(app, event, deadline))),
    ),
];

/// Makes functions for the local cloud.
#[must_use]
pub fn make_function() -> MakeFunction {
    Arc::new(|code, environment, clock| make(code, environment.clone(), clock))
}

fn make(
    name: &str,
    environment: HashMap<String, String>,
    clock: local::Clock,
) -> Result<Arc<dyn Function>, String> {
    let (_, code) =
        CODES.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("there is no binary {name}"))?;
    let clock = Clock::new(move || clock.now());
    let app = App::new(Config::new(environment), clock).map_err(|problem| problem.to_string())?;
    Ok(match code {
        Code::Api(routes) => Arc::new(Api(runtime::router(routes(), app))),
        Code::Events(handle) => Arc::new(Events(*handle, app)),
    })
}

struct Api(Router);

impl Function for Api {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        let router = self.0.clone();
        Box::pin(async move { router.oneshot(request).await.unwrap_or_else(|never| match never {}) })
    }

    fn event(&self, _: Value, _: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        Box::pin(async { Err("this function answers requests only".into()) })
    }
}

struct Events(fn(App, Value, Deadline) -> BoxFuture<'static, Result<Value, Problem>>, App);

impl Function for Events {
    fn http(&self, _: Request) -> BoxFuture<'_, Response> {
        Box::pin(async { axum::response::IntoResponse::into_response(axum::http::StatusCode::NOT_FOUND) })
    }

    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        let work = self.0(self.1.clone(), event, Deadline(deadline));
        Box::pin(async { work.await.map_err(|problem| problem.to_string()) })
    }
}
