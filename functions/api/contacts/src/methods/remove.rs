//! A manager takes a way to reach somebody away.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::permission::ManageContacts;
use runtime::{Answer, App, Caller, IfMatch, ProblemDocument, answer};

use crate::{methods::named, show::visible};

/// Removes a method. `If-Match` is about the contact.
#[utoipa::path(delete, path = "/v1/contacts/{id}/methods/{method_id}", tag = "contacts", params(("id" = String, Path), ("method_id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn remove_contact_method(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    place: Path<(String, String)>,
    if_match: IfMatch,
) -> Answer<Response> {
    let (holder, method) = named(place)?;
    let before = if_match.admit(visible(&app, &caller, holder).await?)?;
    let changed = before.thing.clone().remove_method(&mut app.moment(), caller.actor(), method)?;
    app.store().remove_method(&before, changed, method).await?;
    Ok(answer::done())
}
