//! Staff look at a contact.

use axum::{extract::State, response::Response};
use domain::{
    Problem,
    contact::{Contact, Holder},
    permission::SeeContacts,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use store::Kept;

use crate::view::View;

/// A contact, or a user as one.
#[utoipa::path(get, path = "/v1/contacts/{id}", tag = "contacts", params(("id" = String, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_contact(
    State(app): State<App>,
    caller: Caller<SeeContacts>,
    Named(id): Named<Holder>,
) -> Answer<Response> {
    let kept = visible(&app, &caller, id).await?;
    Ok(answer::show(View::from(kept.thing.seen_by(caller.companies())), kept.version))
}

/// A contact that shares a company with the caller; others are not there for them.
pub(crate) async fn visible<P>(app: &App, caller: &Caller<P>, id: Holder) -> Result<Kept<Contact>, Problem> {
    let kept = app.store().contact(caller.account_id, id).await?;
    if kept.thing.companies().meets(caller.companies()) { Ok(kept) } else { Err(Problem::NotFound) }
}
