//! Staff look at a user.

use axum::{extract::State, response::Response};
use domain::{Problem, UserId, permission::SeeUsers};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// A user.
#[utoipa::path(get, path = "/v1/users/{id}", tag = "users", params(("id" = UserId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_user(
    State(app): State<App>,
    caller: Caller<SeeUsers>,
    Named(id): Named<UserId>,
) -> Answer<Response> {
    let kept = app.store().user(caller.account_id, id).await?;
    if !kept.thing.duties.company_access.meets(caller.companies()) {
        return Err(Problem::NotFound.into());
    }
    Ok(answer::show(View::from(kept.thing.seen_by(caller.companies())), kept.version))
}
