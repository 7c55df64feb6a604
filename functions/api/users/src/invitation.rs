//! A manager sends an invitation again (PPL-5).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{UserId, permission::ManageUsers};
use runtime::{Answer, App, Caller, Named, ProblemDocument};

use crate::care;

/// Sends the invitation again. The link of the one before is dead from then on. At most one a minute.
#[utoipa::path(post, path = "/v1/users/{id}/invitation", tag = "users", params(("id" = UserId, Path)),
    responses((status = 202), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn send_invitation(
    State(app): State<App>,
    caller: Caller<ManageUsers>,
    Named(id): Named<UserId>,
) -> Answer<Response> {
    let found = app.store().invitation(caller.account_id, id).await?;
    care::check(&app, &caller, &found.user).await?;
    let newest = found.newest.as_ref().map(|kept| &kept.thing);
    let mail = found.user.invite_again(&mut app.moment(), caller.actor(), newest)?;
    app.store().queue_next_mail(mail, found.newest.as_ref()).await?;
    Ok(StatusCode::ACCEPTED.into_response())
}
