//! A manager looks at an entry of the denylist.

use axum::{extract::State, response::Response};
use domain::{DenialId, permission::SeeDenylist};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// An entry of the denylist.
#[utoipa::path(get, path = "/v1/denylist/{id}", tag = "denylist", params(("id" = DenialId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_denial(
    State(app): State<App>,
    caller: Caller<SeeDenylist>,
    Named(id): Named<DenialId>,
) -> Answer<Response> {
    let kept = app.store().denial(caller.account_id, id, app.now()).await?;
    let names = app.names(caller.account_id, vec![kept.thing.created_by.into()]).await?;
    Ok(answer::show(View::new(kept.thing, &names), kept.version))
}
