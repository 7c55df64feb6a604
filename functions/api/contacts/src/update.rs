//! A manager changes a contact.

use axum::{extract::State, response::Response};
use domain::{contact::Holder, permission::ManageContacts};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::{show::visible, view::View};

/// Changes a contact's name and companies; a user's are their own (PPL-11).
#[utoipa::path(patch, path = "/v1/contacts/{id}", tag = "contacts", params(("id" = String, Path)), request_body = domain::contact::ContactInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_contact(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    Named(id): Named<Holder>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(visible(&app, &caller, id).await?)?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().update(&mut app.moment(), caller.actor(), &input)?;
    let (named, old) = (changed.now.company_access.ids(), before.thing.company_access.ids());
    app.store().check_companies(caller.account_id, "company_access", &named, &old).await?;
    let kept = app.store().update_contact(&before, changed, None).await?;
    Ok(answer::show(View::from(kept.thing), kept.version))
}
