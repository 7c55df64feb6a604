//! A manager changes how somebody is reached.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{contact::MethodInput, permission::ManageContacts};
use runtime::{Answer, App, Caller, IfMatch, Patch, ProblemDocument, answer};

use crate::{methods::named, show::visible, view::View};

/// Changes a method. Another e-mail address is sent a link by which whoever reads it confirms it. `If-Match` is about the contact.
#[utoipa::path(patch, path = "/v1/contacts/{id}/methods/{method_id}", tag = "contacts", params(("id" = String, Path), ("method_id" = String, Path)), request_body = MethodInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_contact_method(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    place: Path<(String, String)>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let (holder, method) = named(place)?;
    let before = if_match.admit(visible(&app, &caller, holder).await?)?;
    let input = patch.apply(&before.thing.method(method)?.input())?;
    let (changed, mail) =
        before.thing.clone().change_method(&mut app.moment(), caller.actor(), (method, &input))?;
    let kept = app.store().update_contact(&before, changed, mail).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
