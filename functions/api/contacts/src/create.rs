//! A manager adds a contact.

use axum::{extract::State, response::Response};
use domain::{
    contact::{Contact, ContactInput},
    permission::ManageContacts,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Adds a contact. Nothing reaches it before it has a method.
#[utoipa::path(post, path = "/v1/contacts", tag = "contacts", request_body = ContactInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_contact(
    State(app): State<App>,
    caller: Caller<ManageContacts>,
    Input(input): Input<ContactInput>,
) -> Answer<Response> {
    let changed = Contact::create(&mut app.moment(), caller.account_id, caller.actor(), &input)?;
    let named = changed.now.company_access.ids();
    app.store().check_companies(caller.account_id, "company_access", &named, &[]).await?;
    let kept = app.store().create_contact(changed).await?;
    let location = format!("/v1/contacts/{}", kept.thing.id);
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}
