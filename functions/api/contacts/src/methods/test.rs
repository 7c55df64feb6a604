//! A manager tries whether somebody is reached.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::permission::ManageContacts;
use runtime::{Answer, App, Caller, ProblemDocument};

use crate::{methods::named, show::visible};

/// Sends a test: a mail, a text message or a call, as the method is. At most one a minute; an e-mail address must have been
/// confirmed before.
#[utoipa::path(post, path = "/v1/contacts/{id}/methods/{method_id}/test", tag = "contacts", params(("id" = String, Path), ("method_id" = String, Path)),
    responses((status = 202), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn send_test(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    place: Path<(String, String)>,
) -> Answer<Response> {
    let (holder, method) = named(place)?;
    let before = visible(&app, &caller, holder).await?;
    let (changed, mail) = before.thing.clone().test_method(&mut app.moment(), caller.actor(), method)?;
    app.store().update_contact(&before, changed, mail).await?;
    Ok(StatusCode::ACCEPTED.into_response())
}
