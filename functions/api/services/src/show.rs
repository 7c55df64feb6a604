//! Staff look at a service.

use axum::{extract::State, response::Response};
use domain::{Problem, ServiceId, permission::SeeServices};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A service.
#[utoipa::path(get, path = "/v1/services/{id}", tag = "services", params(("id" = ServiceId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_service(
    State(app): State<App>,
    caller: Caller<SeeServices>,
    Named(id): Named<ServiceId>,
) -> Answer<Response> {
    let kept = app.store().service(caller.account_id, id).await?;
    if !kept.thing.is_within(caller.companies()) {
        return Err(Problem::NotFound.into());
    }
    Ok(answer::show(View::from(kept.thing.seen_by(caller.companies())), kept.version))
}
