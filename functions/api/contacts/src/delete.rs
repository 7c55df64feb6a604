//! A manager deletes a contact.

use axum::{extract::State, response::Response};
use domain::{contact::Holder, permission::ManageContacts};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

use crate::show::visible;

/// Deletes a contact with its methods. Nothing of it is kept.
#[utoipa::path(delete, path = "/v1/contacts/{id}", tag = "contacts", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_contact(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    Named(id): Named<Holder>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(visible(&app, &caller, id).await?)?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor())?;
    app.store().delete_contact(&before, changed).await?;
    Ok(answer::done())
}
