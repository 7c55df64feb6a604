//! A manager asks an e-mail address once more whether it is right.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::permission::ManageContacts;
use runtime::{Answer, App, Caller, ProblemDocument};

use crate::{methods::named, show::visible};

/// Sends the link that confirms an e-mail address again. The one before is dead from then on. At most one a minute.
#[utoipa::path(post, path = "/v1/contacts/{id}/methods/{method_id}/verification", tag = "contacts", params(("id" = String, Path), ("method_id" = String, Path)),
    responses((status = 202), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn send_verification(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    place: Path<(String, String)>,
) -> Answer<Response> {
    let (holder, method) = named(place)?;
    let contact = visible(&app, &caller, holder).await?.thing;
    let mail = contact.ask_again(&mut app.moment(), method)?;
    let newest = app.store().newest_verification(&contact, method).await?;
    newest.as_ref().map_or(Ok(()), |newest| newest.thing.admit_another(app.now()))?;
    app.store().queue_next_mail(mail, newest.as_ref()).await?;
    Ok(StatusCode::ACCEPTED.into_response())
}
