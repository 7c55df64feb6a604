//! A manager says how somebody is reached.

use axum::{extract::State, response::Response};
use domain::{
    contact::{Holder, MethodInput},
    permission::ManageContacts,
};
use runtime::{Answer, App, Caller, IfMatch, Input, Named, ProblemDocument, answer};

use crate::{show::visible, view::View};

/// Adds a method to a contact or user; it stands last. An e-mail address is sent a link by which whoever reads it confirms it.
#[utoipa::path(post, path = "/v1/contacts/{id}/methods", tag = "contacts", params(("id" = String, Path)), request_body = MethodInput,
    responses((status = 201, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn add_contact_method(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    Named(id): Named<Holder>,
    if_match: IfMatch,
    Input(input): Input<MethodInput>,
) -> Answer<Response> {
    let before = if_match.admit(visible(&app, &caller, id).await?)?;
    let (changed, mail) = before.thing.clone().add_method(&mut app.moment(), caller.actor(), &input)?;
    let kept = app.store().update_contact(&before, changed, mail).await?;
    Ok(answer::created(View::from(kept.thing), kept.version, &format!("/v1/contacts/{id}")))
}
