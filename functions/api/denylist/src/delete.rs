//! A manager takes an entry off the denylist.

use axum::{extract::State, response::Response};
use domain::{DenialId, permission::ManageDenylist};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Takes an entry off the denylist. What it denied may come in from now on.
#[utoipa::path(delete, path = "/v1/denylist/{id}", tag = "denylist", params(("id" = DenialId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_denial(
    State(app): State<App>,
    caller: Caller<ManageDenylist>,
    Named(id): Named<DenialId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().denial(caller.account_id, id, app.now()).await?)?;
    let changed = before.thing.clone().remove(&mut app.moment(), caller.actor());
    app.store().delete_denial(&before, changed).await?;
    Ok(answer::done())
}
